import CStemmer
import Foundation

/// One analyser for both engines: words → Snowball stems without accents. The index stores stems, so SQLite and
/// PostgreSQL find exactly the same rows, and need neither a tokenizer of their own nor the `unaccent` extension.
///
/// Not for two threads at once: each job makes its own, or keeps one to itself.
package final class FrenchText {
    private let stemmer: OpaquePointer?
    /// Stems already found: a community writes the same few thousand words again and again.
    private var known: [Substring: String] = [:]
    private static let cacheLimit = 20_000

    package init() { stemmer = sb_stemmer_new("french", "UTF_8") }
    deinit { sb_stemmer_delete(stemmer) }

    /// "Les infirmières de l’hôpital" → ["les", "infirmi", "de", "hopital"]: a lone letter (l’, d’…) is no word.
    package func stems(_ text: String) -> [String] { words(text).map(\.stem) }

    /// What the search index keeps of a text.
    package func indexed(_ text: String) -> String { stems(text).joined(separator: " ") }

    /// The words of a text with their stems, in order, each with its place in the text as given.
    package func words(_ text: String) -> [Word] {
        var words: [Word] = []
        let scalars = text.unicodeScalars
        var start: String.Index?
        func close(at end: String.Index) {
            guard let begin = start else { return }
            start = nil
            let word = text[begin..<end]
            if word.utf8.count == 1, word.utf8.first.map({ $0 < 0x30 || $0 > 0x39 }) == true { return }
            let stem = stem(of: word)
            if !stem.isEmpty { words.append(Word(stem: stem, range: begin..<end)) }
        }
        for index in scalars.indices {
            if isInWord(scalars[index]) { if start == nil { start = index } } else { close(at: index) }
        }
        close(at: text.endIndex)
        return words
    }

    package struct Word: Equatable {
        package let stem: String
        package let range: Range<String.Index>
    }

    private func isInWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default:
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }

    private func stem(of word: Substring) -> String {
        // Asked by the word as it stands: to put it in one form costs more than to stem it.
        if let stem = known[word] { return stem }
        if known.count >= Self.cacheLimit { known.removeAll(keepingCapacity: true) }
        let stem = snowball(word.precomposedStringWithCanonicalMapping.lowercased())
        known[Substring(String(word))] = stem
        return stem
    }

    private func snowball(_ word: String) -> String {
        // Snowball knows -ière(s), not the accent-less -iere(s): put the accent back, stem, then fold.
        var word = word
        if word.hasSuffix("ieres") {
            word = word.dropLast(5) + "ières"
        } else if word.hasSuffix("iere") {
            word = word.dropLast(4) + "ière"
        }
        let stemmed = word.withUTF8 { bytes in
            let start = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count))
            return String(
                decoding: UnsafeBufferPointer(start: start, count: Int(sb_stemmer_length(stemmer))), as: UTF8.self)
        }
        return fold(stemmed)
    }
}

/// Without accents and ligatures, in lower case: "Œdème" → "oedeme".
package func fold(_ text: String) -> String {
    let text = text.lowercased()
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.canonicalCombiningClass == .notReordered {
        switch scalar {
        case "œ": folded.append(contentsOf: "oe".unicodeScalars)
        case "æ": folded.append(contentsOf: "ae".unicodeScalars)
        default: folded.append(scalar)
        }
    }
    return String(folded)
}
