/// Invented French texts, one a line, on which the guard is measured: none was copied, none is about a real person.
enum Corpus {
    static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
