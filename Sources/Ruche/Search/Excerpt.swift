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
    /// How far a text is read for its words, in bytes.
    package static let reach = 4_000
    /// How far a file is read: one is found where its post does not say the word.
    private static let reachInFile = 20_000

    /// The whole text, with the words found marked.
    package init(whole text: String, marking sought: Sought, with french: FrenchText) {
        parts = Self.parts(of: text, Self.found(sought, in: text, with: french))
    }

    /// A piece of a Markdown text around the first word found.
    /// - Parameter reach: how far the text is read, in bytes.
    package init(of body: String, around sought: Sought, with french: FrenchText, reach: Int = reach) {
        let text = Self.plain(body, reach: reach)
        let found = Self.found(sought, in: text, with: french)
        let start = found.first.map {
            text.unicodeScalars.index($0.range.lowerBound, offsetBy: -80, limitedBy: text.startIndex) ?? text.startIndex
        }
        var begin = start ?? text.startIndex
        if begin > text.startIndex, let space = text.utf8[begin...].firstIndex(of: UInt8(ascii: " ")) {
            begin = text.utf8.index(after: space)
        }
        var end = text.unicodeScalars.index(begin, offsetBy: Self.length, limitedBy: text.endIndex) ?? text.endIndex
        if end < text.endIndex, let space = text.utf8[begin..<end].lastIndex(of: UInt8(ascii: " ")) { end = space }
        let inside = found.filter { $0.range.lowerBound >= begin && $0.range.upperBound <= end }
        var parts = Self.parts(of: text[begin..<end], inside)
        if begin > text.startIndex { parts.insert(Part(text: "…", isFound: false), at: 0) }
        if end < text.endIndex { parts.append(Part(text: "…", isFound: false)) }
        self.parts = parts
    }

    /// A piece of a text, or of the first of others that hold a word where it does not: the files of a post.
    package init(of body: String, else others: [String], around sought: Sought, with french: FrenchText) {
        self.init(of: body, around: sought, with: french)
        if parts.contains(where: \.isFound) { return }
        for text in others {
            let excerpt = Excerpt(of: text, around: sought, with: french, reach: Self.reachInFile)
            if excerpt.parts.contains(where: \.isFound) {
                self = excerpt
                return
            }
        }
    }

    /// The words of a text that were looked for: those that begin with a stem, and those of a phrase that stand side by
    /// side.
    private static func found(_ sought: Sought, in text: String, with french: FrenchText) -> [FrenchText.Word] {
        let words = french.words(text, near: sought.stems + sought.phrases.flatMap { $0 })
        var isFound = words.map { word in sought.stems.contains { word.stem.isSought(as: $0) } }
        for phrase in sought.phrases where phrase.count <= words.count {
            for start in 0...(words.count - phrase.count) {
                let side = words[start..<(start + phrase.count)]
                guard side.map(\.stem) == phrase, zip(side, side.dropFirst()).allSatisfy({ isBeside($0, $1, in: text) })
                else { continue }
                for index in side.indices { isFound[index] = true }
            }
        }
        return zip(words, isFound).filter(\.1).map(\.0)
    }

    /// Whether no word stands between two others: a space, a hyphen, "à", "d’".
    private static func isBeside(_ left: FrenchText.Word, _ right: FrenchText.Word, in text: String) -> Bool {
        text[left.range.upperBound..<right.range.lowerBound].utf8.count <= 6
            && text[left.range.upperBound..<right.range.lowerBound].count { $0.isLetter } <= 1
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
    static func plain(_ text: String, reach: Int = reach) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(text.utf8.count, reach))
        var (before, isAddress) = (UInt8(0), false)
        for byte in text.utf8.prefix(reach) {
            defer { before = byte }
            // The address of a link, up to its end: "[words](address)".
            if isAddress {
                isAddress = byte != UInt8(ascii: ")") && byte != UInt8(ascii: "\n")
                continue
            }
            if byte == UInt8(ascii: "("), before == UInt8(ascii: "]") {
                isAddress = true
                continue
            }
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "#"), UInt8(ascii: ">"),
                UInt8(ascii: "|"), UInt8(ascii: "["), UInt8(ascii: "]"):
                continue
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
            default: bytes.append(byte)
            }
        }
        // Cut between two characters: a character's first byte is never 10xxxxxx.
        if text.utf8.count > reach {
            while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
            if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The first words of a Markdown text on one line, none of them cut.
/// - Parameter limit: in characters.
package func firstWords(of body: String, limit: Int) -> String {
    let whole = Excerpt.plain(body).trimmingWhitespace()
    guard whole.count > limit else { return whole }
    let words = whole.prefix(limit)
    return words[..<(words.lastIndex(of: " ") ?? words.endIndex)] + "…"
}
