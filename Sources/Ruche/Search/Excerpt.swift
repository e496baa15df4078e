import Markup
import Persistence

/// A text, or a piece of it, in parts: what was found is marked.
package struct Excerpt: Sendable, Equatable {
    package let parts: [Part]

    package struct Part: Sendable, Equatable {
        package let text: String
        package let isFound: Bool
    }

    /// Characters shown around the first word found.
    private static let length = 220
    /// How far a text is read for its words.
    private static let reach = 4_000

    /// The whole text, with the words found marked.
    package init(whole text: String, marking stems: [String], with french: FrenchText) {
        parts = Self.parts(of: text, french.words(text).filter { Self.matches($0, stems) })
    }

    /// A piece of a Markdown text around the first word found.
    package init(of body: String, around stems: [String], with french: FrenchText) {
        let text = Self.plain(String(body.prefix(Self.reach)))
        let found = french.words(text).filter { Self.matches($0, stems) }
        let start = found.first.map {
            text.index($0.range.lowerBound, offsetBy: -80, limitedBy: text.startIndex) ?? text.startIndex
        }
        var begin = start ?? text.startIndex
        if begin > text.startIndex, let space = text[begin...].firstIndex(of: " ") { begin = text.index(after: space) }
        var end = text.index(begin, offsetBy: Self.length, limitedBy: text.endIndex) ?? text.endIndex
        if end < text.endIndex, let space = text[begin..<end].lastIndex(of: " ") { end = space }
        let inside = found.filter { $0.range.lowerBound >= begin && $0.range.upperBound <= end }
        var parts = Self.parts(of: text[begin..<end], inside)
        if begin > text.startIndex { parts.insert(Part(text: "…", isFound: false), at: 0) }
        if end < text.endIndex { parts.append(Part(text: "…", isFound: false)) }
        self.parts = parts
    }

    private static func matches(_ word: FrenchText.Word, _ stems: [String]) -> Bool {
        stems.contains { word.stem.hasPrefix($0) }
    }

    private static func parts(of text: some StringProtocol, _ found: [FrenchText.Word]) -> [Part] {
        var parts: [Part] = []
        var at = text.startIndex
        for word in found {
            if at < word.range.lowerBound {
                parts.append(Part(text: String(text[at..<word.range.lowerBound]), isFound: false))
            }
            parts.append(Part(text: String(text[word.range]), isFound: true))
            at = word.range.upperBound
        }
        if at < text.endIndex { parts.append(Part(text: String(text[at...]), isFound: false)) }
        return parts
    }

    /// Without the signs of Markdown and on one line: enough for an excerpt.
    private static func plain(_ text: String) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        var lastIsSpace = true
        for character in text {
            if "*_`#>|[]".contains(character) { continue }
            if character.isWhitespace {
                if !lastIsSpace { out.append(" ") }
                lastIsSpace = true
            } else {
                out.append(character)
                lastIsSpace = false
            }
        }
        return out
    }
}
