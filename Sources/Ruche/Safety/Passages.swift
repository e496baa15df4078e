import PatientGuard
import Persistence

/// The texts of a post that is erased, cut where their other forms (HTML, JSON, Markdown) may differ from them.
struct Passages {
    /// Runs of text as typed, the longest first.
    let pieces: [Substring]

    /// A shorter run says nothing by itself.
    static let shortest = 8
    /// A run of this length is hardly written twice by chance.
    private static let (long, longForTitle) = (24, 12)
    /// So many are looked for: the longest, so that a very long text does not take hours.
    private static let limit = 60

    init(_ texts: [String]) { self.init(pieces: Self.runs(of: texts, from: Self.shortest)) }

    /// What is of these texts alone, to be taken out of what others wrote: long runs, and what names somebody. "Bonjour,"
    /// is everybody's.
    /// - Parameter titles: those that the texts have or had; a whole one tells, even a short one.
    init(telling texts: [String], titles: [String]) {
        let named = texts.flatMap { text in
            PatientGuard().passages(in: text).filter { $0.confidence == .sure }.map { Substring($0.text) }
        }
        self.init(
            pieces: Self.runs(of: texts, from: Self.long) + Self.runs(of: titles, from: Self.longForTitle)
                + named.filter { $0.utf8.count >= Self.shortest })
    }

    private init(pieces: [Substring]) {
        self.pieces = Array(Set(pieces).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.prefix(Self.limit))
    }

    /// Cut where one way of keeping a text writes it otherwise than another.
    private static func runs(of texts: [String], from shortest: Int) -> [Substring] {
        texts.flatMap { text in
            text.split { "<>&\"'\\/*_[]()#|~`\n\r\t".contains($0) }.map { piece in piece.drop { $0 == " " } }
        }.filter { $0.utf8.count >= shortest }
    }

    /// Whether a column holds one of them.
    func stand(in column: SQL) -> SQL {
        if pieces.isEmpty { return "1 = 0" }
        let find = SQL(sqlite: "instr", postgres: "strpos")
        return pieces.map { "\(find)(\(column), \(String($0.prefix(120)))) > 0" as SQL }.joined(" or ")
    }
}
