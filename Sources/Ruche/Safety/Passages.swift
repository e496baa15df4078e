import Persistence

/// The texts of a post that is erased, cut where their other forms (HTML, JSON, Markdown) may differ from them.
struct Passages {
    /// Runs of text as typed, the longest first.
    let pieces: [Substring]

    /// A shorter run says nothing by itself.
    static let shortest = 8
    /// So many are looked for: the longest, so that a very long text does not take hours.
    private static let limit = 60

    init(_ texts: [String]) {
        let pieces = texts.flatMap { text in
            text.split { "<>&\"'\\/*_[]()#|~`\n\r\t".contains($0) }.map { piece in
                piece.drop { $0 == " " }
            }
        }
        let long = Set(pieces.filter { $0.utf8.count >= Self.shortest })
        self.pieces = Array(long.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.prefix(Self.limit))
    }

    /// Whether a column holds one of them.
    func stand(in column: SQL) -> SQL {
        if pieces.isEmpty { return "1 = 0" }
        let find = SQL(sqlite: "instr", postgres: "strpos")
        return pieces.map { "\(find)(\(column), \(String($0.prefix(120)))) > 0" as SQL }.joined(" or ")
    }
}
