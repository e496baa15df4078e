import Foundation
import Persistence

/// The ways in which texts name somebody: whole, the family first, by an initial or a title and the family, by the
/// address. Case and accents do not matter. A first name alone may be anybody's: it is left.
struct NamesInText: Sendable {
    /// Sequences of folded words, the longest first.
    private let sequences: [[String]]
    private let addresses: [String]
    /// A word that stands in each text where a name does, as it is typed.
    private let marks: Set<String>

    private static let titles = [
        "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "dr", "docteur", "docteure", "pr",
        "professeur", "professeure",
    ]

    /// - Parameters:
    ///   - names: as cards say them: one word is too little to be looked for.
    ///   - isShared: whether somebody else bears the family name, who would be meant by a title and that name.
    init(_ names: Set<String>, addresses: Set<EmailAddress>, isShared: (String) throws -> Bool) rethrows {
        var (sequences, marks) = (Set<[String]>(), Set<String>())
        for name in names {
            let parts = MemberList.name(first: "", last: "", full: name).split(separator: " ").map(String.init)
            guard parts.count > 1, name.count >= 5 else { continue }
            let family = parts.dropFirst().joined(separator: " ")
            let (given, own) = (Self.words(parts[0]), Self.words(family))
            guard let initial = given.first?.first, let mark = Self.typedWords(family).max(by: { $0.count < $1.count })
            else { continue }
            marks.insert(mark)
            let whole = [given + own, own + given]
            sequences.formUnion(whole)
            for title in Self.titles { for name in whole { sequences.insert([title] + name) } }
            guard try !isShared(family) else { continue }
            sequences.formUnion([[String(initial)] + own, own + [String(initial)]])
            for title in Self.titles { sequences.insert([title] + own) }
        }
        self.sequences = sequences.sorted { ($0.count, $1.joined()) > ($1.count, $0.joined()) }
        self.addresses = addresses.map(\.rawValue)
        self.marks = marks
    }

    /// Whether a column may hold one of the names: to be read again word by word.
    func mayStand(in column: SQL) -> SQL {
        let like = SQL(sqlite: "like", postgres: "ilike")
        let patterns = marks.map(Self.pattern) + addresses.map { "%\($0)%" }
        guard !patterns.isEmpty else { return "1 = 0" }
        return patterns.map { "\(column) \(like) \($0)" as SQL }.joined(" or ")
    }

    /// The text without the names; nil when it has none.
    func cleaned(_ text: String, by replacement: String) -> String? {
        let withoutAddresses = addresses.reduce(text) { Self.without($1, in: $0, by: replacement) }
        let letters = Array(withoutAddresses)
        let found = places(in: letters)
        if found.isEmpty { return withoutAddresses == text ? nil : withoutAddresses }
        var (cleaned, at) = ("", 0)
        for place in found {
            cleaned += String(letters[at..<place.lowerBound]) + replacement
            at = place.upperBound
        }
        return cleaned + String(letters[at...])
    }

    private func places(in letters: [Character]) -> [Range<Int>] {
        let words = Self.ranges(of: letters)
        let folded = words.map { fold(String(letters[$0])) }
        var (found, index) = ([Range<Int>](), 0)
        while index < words.count {
            let match = sequences.first { sequence in
                index + sequence.count <= words.count
                    && zip(sequence, folded[index...]).allSatisfy { $0 == $1 }
                    && (index..<index + sequence.count - 1).allSatisfy {
                        Self.join(letters, words[$0], words[$0 + 1])
                    }
            }
            if let match {
                let place = words[index].lowerBound..<words[index + match.count - 1].upperBound
                if Self.isWhole(place, in: letters) {
                    // The point of "Zoé L." goes with it, the one that ends a sentence stays.
                    found.append(place)
                    index += match.count
                    continue
                }
            }
            index += 1
        }
        return found
    }

    /// Between two words of one name: a space, a dash, an apostrophe, a comma; a point after an initial or a title.
    private static func join(_ letters: [Character], _ word: Range<Int>, _ next: Range<Int>) -> Bool {
        let between = letters[word.upperBound..<next.lowerBound]
        return (1...3).contains(between.count)
            && between.allSatisfy { $0.isWhitespace || "-‐’',".contains($0) || ($0 == "." && word.count <= 3) }
    }

    /// Whether the words are not a part of a longer name: "Anne-Marie Martin", "Marie Martin-Duval".
    private static func isWhole(_ place: Range<Int>, in letters: [Character]) -> Bool {
        func isDash(_ index: Int) -> Bool { letters.indices.contains(index) && "-‐".contains(letters[index]) }
        func isLetter(_ index: Int) -> Bool { letters.indices.contains(index) && letters[index].isLetter }
        return !(isDash(place.lowerBound - 1) && isLetter(place.lowerBound - 2))
            && !(isDash(place.upperBound) && isLetter(place.upperBound + 1))
    }

    private static func without(_ address: String, in text: String, by replacement: String) -> String {
        var (rest, cleaned) = (text[...], "")
        func isPart(_ letter: Character?) -> Bool {
            letter.map { $0.isLetter || $0.isNumber || "_%+-".contains($0) } ?? false
        }
        while let place = rest.range(of: address, options: .caseInsensitive) {
            let isOther =
                isPart(rest[..<place.lowerBound].last) || rest[..<place.lowerBound].last == "."
                || isPart(rest[place.upperBound...].first)
            cleaned += rest[..<place.lowerBound] + (isOther ? String(rest[place]) : replacement)
            rest = rest[place.upperBound...]
        }
        return cleaned + rest
    }

    private static func ranges(of letters: [Character]) -> [Range<Int>] {
        var (found, start) = ([Range<Int>](), Int?.none)
        for (index, letter) in letters.enumerated() {
            let isIn = letter.isLetter || letter.isNumber
            if isIn, start == nil { start = index }
            if !isIn, let first = start { (found, start) = (found + [first..<index], nil) }
        }
        if let start { found.append(start..<letters.count) }
        return found
    }

    private static func typedWords(_ text: String) -> [String] {
        let letters = Array(text)
        return ranges(of: letters).map { String(letters[$0]) }
    }

    static func words(_ text: String) -> [String] { typedWords(text).map(fold) }

    /// For `like`: what an accent, a ligature or their absence may change is left open.
    static func pattern(_ word: String) -> String {
        var pattern = ""
        for letter in word {
            let plain = fold(String(letter))
            if plain != letter.lowercased() {
                pattern += "%"
            } else {
                pattern += "aceinouy".contains(plain) ? "_" : plain
            }
        }
        return "%" + pattern.replacing("__", with: "%") + "%"
    }
}
