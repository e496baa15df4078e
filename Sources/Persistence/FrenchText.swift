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
    /// - Parameter stems: only words that may begin with one of these are stemmed and given; nil for all.
    package func words(_ text: String, near stems: [String]? = nil) -> [Word] {
        let beginnings = stems.map { $0.map(Beginning.init) }
        var text = text
        let places = text.withUTF8 { Self.places(of: $0, beginnings) }
        return places.compactMap { place in
            let begin = text.utf8.index(text.startIndex, offsetBy: place.lowerBound)
            let range = begin..<text.utf8.index(begin, offsetBy: place.count)
            let stem = stem(of: text[range])
            return stem.isEmpty ? nil : Word(stem: stem, range: range)
        }
    }

    /// Where words stand, as offsets in UTF-8.
    private static func places(of bytes: UnsafeBufferPointer<UInt8>, _ wanted: [Beginning]?) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var (index, start) = (0, -1)
        func close() {
            guard start >= 0 else { return }
            let isLoneLetter = index - start == 1 && !(0x30...0x39).contains(bytes[start])
            let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
            let isNear = wanted?.contains { $0.mayBegin(word) } ?? true
            if !isLoneLetter && isNear { places.append(start..<index) }
            start = -1
        }
        while index < bytes.count {
            // Nearly all bytes are plain letters and spaces.
            if bytes[index] < 0x80 {
                if isPlainLetterOrDigit(bytes[index]) { if start < 0 { start = index } } else { close() }
                index += 1
                continue
            }
            let (scalar, length) = decoded(bytes, at: index)
            if isInWord(scalar) { if start < 0 { start = index } } else { close() }
            index += length
        }
        close()
        return places
    }

    /// The first letters of a stem. A stem keeps those of its word, so that most words need not be stemmed to be told
    /// apart from it.
    private struct Beginning {
        private let first: UInt8
        /// 0 when the stem has one letter.
        private let second: UInt8

        init(_ stem: String) {
            first = stem.utf8.first ?? 0
            second = stem.utf8.dropFirst().first ?? 0
        }

        /// An accent or a ligature may hide either letter, and a short word may change its second.
        func mayBegin(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
            if word[0] >= 0x80 { return true }
            guard Self.lower(word[0]) == first else { return false }
            return second == 0 || word.count < 4 || word[1] >= 0x80 || Self.lower(word[1]) == second
        }

        private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    }

    /// The scalar beyond ASCII at an offset of a valid text, and how many bytes it takes.
    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
        let lead = UInt32(bytes[index])
        func rest(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | rest(1), 2) }
        if lead < 0xF0 { return ((lead & 0x0F) << 12 | rest(1) << 6 | rest(2), 3) }
        return ((lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
    }

    package struct Word: Equatable {
        package let stem: String
        package let range: Range<String.Index>
    }

    private static func isPlainLetterOrDigit(_ byte: UInt8) -> Bool {
        let bit: UInt64 = 1 << UInt64(byte & 0x3F)
        return (byte < 0x40 ? 0x03FF_0000_0000_0000 : 0x07FF_FFFE_07FF_FFFE) & bit != 0
    }

    /// Whether a scalar beyond ASCII stands in words.
    private static func isInWord(_ value: UInt32) -> Bool {
        switch value {
        // Most of what French needs, without asking Unicode's tables: accented letters, then signs and spaces.
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: return true
        case 0x80..<0xAA, 0x2000...0x206F: return false
        default:
            guard let scalar = Unicode.Scalar(value) else { return false }
            return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
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
        } else if word.hasSuffix("ssions") {
            // It takes "transmissions" for a verb: the noun is what people write.
            word = String(word.dropLast())
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
