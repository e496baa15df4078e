/// Invented French texts, one a line, on which the guard is measured: none was copied, none is about a real person.
enum Corpus {
    static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    /// One identifier a line, after the kind that it must raise.
    static func singles(_ text: String) -> [(kind: String, text: String)] {
        lines(text).map { (String($0.prefix(2)), String($0.dropFirst(4))) }
    }

    /// Texts of the three sorts, written together.
    struct Sample {
        let singles: [(kind: String, text: String)]
        let combinations: [String]
        let harmless: [String]

        init(singles: String, combinations: String, harmless: String) {
            self.singles = Corpus.singles(singles)
            self.combinations = Corpus.lines(combinations)
            self.harmless = Corpus.lines(harmless)
        }
    }
}
