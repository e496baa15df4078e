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
                lengths.insert(first.utf8.count)
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
                if Self.isInHeading(words[start].range.lowerBound, of: text) { continue }
                found.append(
                    WordMatch(rule: rule, range: words[start].range.lowerBound..<words[end].range.upperBound, in: text))
            }
        }
        return found
    }

    /// Whether a word stands in a line that is bold from end to end: forms write their headings so ("**Les faits**"), and
    /// nobody typed them.
    private static func isInHeading(_ word: String.Index, of text: String) -> Bool {
        let start = text[..<word].lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
        let end = text[word...].firstIndex(of: "\n") ?? text.endIndex
        let line = text[start..<end]
        return line.count > 4 && line.hasPrefix("**") && line.hasSuffix("**")
            && !line.dropFirst(2).dropLast(2).contains("*")
    }

    private func candidates(_ word: String) -> [Int] {
        var found = byWord[word] ?? []
        if lengths.isEmpty { return found }
        let count = word.utf8.count
        for length in lengths {
            guard length <= count else { break }
            if let numbers = byBeginning[String(decoding: word.utf8.prefix(length), as: UTF8.self)] { found += numbers }
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
        replaced(text, matches(in: text))
    }

    func replaced(_ text: String, _ matches: [WordMatch]) -> (text: String, changes: [WordMatch]) {
        let found = matches.filter { $0.rule.kind == .replace }
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
        let scalars = text.unicodeScalars
        var words: [Word] = []
        var (start, isBeside) = (scalars.startIndex, false)
        while start < scalars.endIndex {
            let piece = piece(from: start, in: scalars)
            if piece.isAddress {
                isBeside = false
            } else {
                read(scalars[start..<piece.end], of: text, into: &words, &isBeside)
            }
            start = piece.end
        }
        return words
    }

    /// What stands up to the next space or bracket, these being its first character.
    private static func piece(
        from start: String.Index, in scalars: String.UnicodeScalarView
    ) -> (end: String.Index, isAddress: Bool) {
        var (hasAt, hasColon, hasSlash) = (false, false, false)
        var end = start
        repeat {
            switch scalars[end] {
            case "@": hasAt = true
            case ":": hasColon = true
            case "/": hasSlash = true
            default: break
            }
            end = scalars.index(after: end)
        } while end < scalars.endIndex && !beginsPiece(scalars[end])
        return (end, hasAt || hasColon && hasSlash)
    }

    private static func read(
        _ piece: Substring.UnicodeScalarView, of text: String, into words: inout [Word], _ isBeside: inout Bool
    ) {
        var at = piece.startIndex
        while at < piece.endIndex {
            guard isOfWord(piece[at]) else {
                if !joins(piece[at]) { isBeside = false }
                at = piece.index(after: at)
                continue
            }
            let start = at
            while at < piece.endIndex, isOfWord(piece[at]) { at = piece.index(after: at) }
            words.append(Word(range: start..<at, folded: folded(text[start..<at]), isBesideLast: isBeside))
            isBeside = true
        }
    }

    /// As `fold`; quick for the letters that French has.
    private static func folded(_ word: Substring) -> String {
        var out = String()
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: out.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            case 0..<0x80: out.unicodeScalars.append(scalar)
            case 0xC0..<0x180: out += latin[Int(scalar.value) - 0xC0]
            default: return fold(String(word))
            }
        }
        return out
    }

    private static let latin = (0xC0..<0x180).map { value in Unicode.Scalar(value).map { fold(String($0)) } ?? "" }

    private static func beginsPiece(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "<", ">", "[", "]": true
        default: isSpace(scalar)
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default:
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "\u{2011}", "'", "’": true
        default: isSpace(scalar)
        }
    }
}
