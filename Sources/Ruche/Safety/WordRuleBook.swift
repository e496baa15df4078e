import Persistence

/// The rules of a community, ready to be looked for in a text: by their first word, however many they are.
package struct WordRuleBook: Sendable {
    package let rules: [CheckedWordRule]
    /// The rules that begin with a whole word, by that word.
    private var byWord: [String: [Int]] = [:]
    /// The rules of one word that is a beginning, and how long those are.
    private var byBeginning: [String: [Int]] = [:]
    private var lengths: [Int] = []

    package init(_ rules: [CheckedWordRule]) {
        self.rules = rules
        var lengths: Set<Int> = []
        for (number, rule) in rules.enumerated() {
            let first = rule.pattern.words[0]
            if rule.pattern.isOpen, rule.pattern.words.count == 1 {
                byBeginning[first, default: []].append(number)
                lengths.insert(first.count)
            } else {
                byWord[first, default: []].append(number)
            }
        }
        self.lengths = lengths.sorted()
    }

    /// Every place where a rule finds its words, in the order of the text.
    package func matches(in text: String) -> [WordMatch] {
        if rules.isEmpty { return [] }
        let words = WordReader.words(in: text)
        var found: [WordMatch] = []
        for start in words.indices {
            for number in candidates(words[start].folded) {
                let rule = rules[number]
                guard let end = end(of: rule.pattern, in: words, from: start) else { continue }
                found.append(
                    WordMatch(rule: rule, range: words[start].range.lowerBound..<words[end].range.upperBound, in: text))
            }
        }
        return found
    }

    private func candidates(_ word: String) -> [Int] {
        var found = byWord[word] ?? []
        if lengths.isEmpty { return found }
        let count = word.count
        for length in lengths {
            guard length <= count else { break }
            if let numbers = byBeginning[String(word.prefix(length))] { found += numbers }
        }
        return found
    }

    /// The last word of the pattern that begins at `start`; nil when it does not stand there.
    private func end(of pattern: WordPattern, in words: [WordReader.Word], from start: Int) -> Int? {
        let end = start + pattern.words.count - 1
        guard end < words.count else { return nil }
        for (offset, sought) in pattern.words.enumerated() {
            let word = words[start + offset]
            let isThere =
                pattern.isOpen && start + offset == end ? word.folded.hasPrefix(sought) : word.folded == sought
            guard isThere, offset == 0 || word.isBesideLast else { return nil }
        }
        return end
    }

    /// The text with what the rules write instead, and each change; of two rules at one place, the longer words win.
    package func replaced(_ text: String) -> (text: String, changes: [WordMatch]) {
        let found = matches(in: text).filter { $0.rule.kind == .replace }
        if found.isEmpty { return (text, []) }
        var (out, changes, at) = ("", [WordMatch](), text.startIndex)
        for match in found.sorted(by: {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        })
        where match.range.lowerBound >= at {
            out += text[at..<match.range.lowerBound] + match.replacement
            changes.append(match)
            at = match.range.upperBound
        }
        return (out + text[at...], changes)
    }

    /// A rule whose new words another one would change or refuse in turn: a text would never be done.
    package func neverDone() -> CheckedWordRule? {
        rules.first { rule in
            rule.kind == .replace && matches(in: rule.instead).contains { $0.rule.kind != .tag }
        }
    }
}

/// Words of a text that a rule is about.
package struct WordMatch: Sendable, Equatable {
    package let rule: CheckedWordRule
    /// As they were typed.
    package let text: String
    let range: Range<String.Index>

    init(rule: CheckedWordRule, range: Range<String.Index>, in text: String) {
        (self.rule, self.range, self.text) = (rule, range, String(text[range]))
    }

    /// What is written instead, with the capital of what was typed.
    package var replacement: String {
        guard let first = text.first, first.isUppercase else { return rule.instead }
        return rule.instead.prefix(1).uppercased() + rule.instead.dropFirst()
    }
}

/// Reads the words of a text, addresses left out: a rule breaks no link.
enum WordReader {
    struct Word {
        let range: Range<String.Index>
        /// Without accents or capitals.
        let folded: String
        /// Nothing but a space, a hyphen or an apostrophe stands before it, since the last one.
        let isBesideLast: Bool
    }

    static func words(in text: String) -> [Word] {
        var words: [Word] = []
        var isBeside = false
        for piece in pieces(of: text) {
            guard !isAddress(piece) else {
                isBeside = false
                continue
            }
            var at = piece.startIndex
            while at < piece.endIndex {
                guard isOfWord(piece[at]) else {
                    if !joins(piece[at]) { isBeside = false }
                    at = piece.index(after: at)
                    continue
                }
                let start = at
                while at < piece.endIndex, isOfWord(piece[at]) { at = piece.index(after: at) }
                words.append(
                    Word(range: start..<at, folded: fold(String(piece[start..<at])), isBesideLast: isBeside))
                isBeside = true
            }
        }
        return words
    }

    /// What stands between spaces and brackets, these with what follows them.
    private static func pieces(of text: String) -> [Substring] {
        var (pieces, start) = ([Substring](), text.startIndex)
        for at in text.indices where at > start && beginsPiece(text[at]) {
            pieces.append(text[start..<at])
            start = at
        }
        pieces.append(text[start...])
        return pieces
    }

    private static func beginsPiece(_ character: Character) -> Bool {
        switch character {
        case "(", ")", "<", ">", "[", "]": true
        default: character.isWhitespace
        }
    }

    private static func isAddress(_ piece: Substring) -> Bool {
        let bytes = piece.utf8
        return bytes.contains(UInt8(ascii: "@"))
            || bytes.contains(UInt8(ascii: ":")) && bytes.contains(UInt8(ascii: "/"))
    }

    private static func isOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private static func joins(_ character: Character) -> Bool {
        switch character {
        case "-", "\u{2011}", "'", "’": true
        default: character.isWhitespace
        }
    }
}
