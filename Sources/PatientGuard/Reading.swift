/// A text cut once into words, numbers and marks, which the detectors then walk through.
struct Reading {
    let scalars: [Unicode.Scalar]
    private(set) var tokens: [Token] = []

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        tokens.reserveCapacity(scalars.count / 4)
        cut()
    }

    /// The token at `index`; outside the text, one that resembles nothing.
    subscript(index: Int) -> Token {
        tokens.indices.contains(index) ? tokens[index] : .nothing
    }

    /// The text between two places, in scalars.
    func text(_ start: Int, _ end: Int) -> String {
        guard start < end, start >= 0, end <= scalars.count else { return "" }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end - start + 8)
        for place in start..<end {
            let scalar = scalars[place]
            if scalar.isASCII { bytes.append(UInt8(truncatingIfNeeded: scalar.value)) } else { bytes += scalar.utf8 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the text reads so at this place.
    func reads(_ expected: StaticString, at place: Int) -> Bool {
        guard place >= 0, place + expected.utf8CodeUnitCount <= scalars.count else { return false }
        return expected.withUTF8Buffer { bytes in
            bytes.indices.allSatisfy { scalars[place + $0].value == UInt32(bytes[$0]) }
        }
    }

    /// Whether nothing, not even a space, stands between this token and the one before.
    func isGlued(_ index: Int) -> Bool {
        index > 0 && self[index].start == self[index - 1].end && self[index].shape != .nothing
    }

    /// How far the detectors look around in a sentence. A table of figures has no end of sentence: without this
    /// bound, each of its figures would read the whole text again.
    private static let reach = 40

    /// Whether one of these stands among the last `limit` words before `index`, in the same sentence.
    func follows(_ index: Int, within limit: Int, _ words: Set<String>) -> Bool {
        var seen = 0
        var place = index - 1
        while seen < limit, place >= 0, place > index - Self.reach, !endsSentence(place) {
            if self[place].shape == .word {
                if words.contains(self[place].word) { return true }
                seen += 1
            }
            place -= 1
        }
        return false
    }

    /// Whether one of these stands among the next `limit` words after `index`, in the same sentence.
    func precedes(_ index: Int, within limit: Int, _ words: Set<String>) -> Bool {
        var seen = 0
        var place = index + 1
        while seen < limit, place < tokens.count, place < index + Self.reach, !endsSentence(place) {
            if self[place].shape == .word {
                if words.contains(self[place].word) { return true }
                seen += 1
            }
            place += 1
        }
        return false
    }

    /// Whether the sentence of this token speaks of a patient, or of patients.
    func isAboutPatient(_ index: Int) -> Bool { sentence(of: index) { $0.traits.contains(.person) } }

    /// Whether the sentence of this token speaks of one patient: not of a cohort.
    func isAboutOnePatient(_ index: Int) -> Bool {
        sentence(of: index) { $0.traits.contains(.person) && !$0.word.hasSuffix("s") }
    }

    /// Whether a token near this one, in the same sentence, satisfies a condition.
    func sentence(of index: Int, has condition: (Token) -> Bool) -> Bool {
        var place = index
        while place >= 0, place > index - Self.reach, !endsSentence(place) {
            if condition(self[place]) { return true }
            place -= 1
        }
        place = index + 1
        while place < tokens.count, place < index + Self.reach, !endsSentence(place) {
            if condition(self[place]) { return true }
            place += 1
        }
        return false
    }

    /// Whether this token is the first of its sentence.
    func startsSentence(_ index: Int) -> Bool {
        let before = self[index - 1]
        // A line may begin with a bullet, a quotation's mark or a heading's.
        let isBullet = before.shape == .mark && before.startsLine
        return before.shape == .nothing || self[index].startsLine || before.is("\n") || before.is("•") || isBullet
            || endsSentence(index - 1)
    }

    /// Whether this mark closes a sentence: a full stop after a single letter or a title does not.
    func endsSentence(_ index: Int) -> Bool {
        let mark = self[index]
        if mark.is("\n") || mark.is("!") || mark.is("?") { return true }
        guard mark.is("."), !isGlued(index + 1) else { return false }
        let before = self[index - 1]
        // "Ch. 7", "nov. : chute".
        if before.traits.contains(.room), before.length < 4, self[index + 1].shape == .number { return false }
        if before.traits.contains(.month), before.length < 6, !self[index + 1].isCapitalised { return false }
        return !(before.shape == .word && (before.length == 1 || before.traits.contains(.title)))
    }

    /// The first and last tokens of the sentence of this token, or of its neighbourhood when it has no end near.
    func boundsOfSentence(_ index: Int) -> ClosedRange<Int> {
        var first = index
        while first > 0, first > index - Self.reach, !endsSentence(first - 1) { first -= 1 }
        var last = index
        while last + 1 < tokens.count, last < index + Self.reach, !endsSentence(last) { last += 1 }
        return first...last
    }

    /// How many scalars of a space written as in a page's source, "&nbsp;", begin here.
    private func lengthOfEntity(at place: Int) -> Int? {
        guard place + 5 < scalars.count else { return nil }
        let head = text(place, min(place + 8, scalars.count)).lowercased()
        return Self.spaceEntities.first { head.hasPrefix($0) }?.count
    }

    private static let spaceEntities = ["&nbsp;", "&#160;", "&#xa0;", "&#8239;", "&thinsp;"]

    /// The end of a run of stars or underscores that makes a word bold: it touches a word on one side only.
    private func endOfEmphasis(at place: Int) -> Int? {
        var end = place
        while end < scalars.count, scalars[end] == "*" || scalars[end] == "_" { end += 1 }
        let touchesBefore = place > 0 && isWordScalar(scalars[place - 1])
        let touchesAfter = end < scalars.count && isWordScalar(scalars[end])
        return touchesBefore != touchesAfter ? end : nil
    }

    /// The end of the title in "MmeLafitte", "MrLafitte".
    private func endOfGluedTitle(from start: Int, to end: Int) -> Int? {
        guard scalars[start] == "M", end - start > 4 else { return nil }
        for title in ["Mme", "Mlle", "Mr"] {
            let cut = start + title.utf8.count
            if isUpperCase(scalars[cut]), !isUpperCase(scalars[cut - 1]), text(start, cut) == title { return cut }
        }
        return nil
    }

    private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) || isDigit(scalar) }

    private mutating func cut() {
        var place = 0
        var startsLine = true
        var lineBreaks = 0
        while place < scalars.count {
            let scalar = scalars[place]
            if isSpace(scalar) {
                if scalar == "\n" || scalar == "\u{2028}" || scalar == "\u{2029}" {
                    startsLine = true
                    lineBreaks += 1
                    if lineBreaks == 2 {
                        tokens.append(Token(mark: "\n", at: place, startsLine: true))
                    }
                }
                place += 1
                continue
            }
            lineBreaks = 0
            if scalar == "&", let length = lengthOfEntity(at: place) {
                place += length
                continue
            }
            if scalar == "*" || scalar == "_", let end = endOfEmphasis(at: place) {
                place = end
                continue
            }
            let start = place
            if isDigit(scalar) {
                var value = 0
                while place < scalars.count, isDigit(scalars[place]) || isIgnored(scalars[place]) {
                    if isDigit(scalars[place]) {
                        value = min(value * 10 + Int(scalars[place].value) - 0x30, Token.largestValue)
                    }
                    place += 1
                }
                tokens.append(Token(number: value, start: start, end: place, startsLine: startsLine))
            } else if isLetter(scalar) {
                while place < scalars.count,
                    isLetter(scalars[place]) || isIgnored(scalars[place])
                        || isCombining(scalars[place])
                { place += 1 }
                if let cut = endOfGluedTitle(from: start, to: place) { place = cut }
                tokens.append(Token(word: scalars[start..<place], start: start, startsLine: startsLine))
            } else {
                place += 1
                if isIgnored(scalar) || isCombining(scalar) { continue }
                tokens.append(Token(mark: scalar, at: start, startsLine: startsLine))
            }
            startsLine = false
        }
    }
}

/// A word, a number or a mark of the text.
struct Token {
    enum Shape { case word, number, mark, nothing }

    /// Numbers of more than eighteen digits stop here.
    static let largestValue = 99_999_999_999_999_999
    static let nothing = Token()

    let shape: Shape
    let start: Int
    let end: Int
    /// Lower case without accents; empty for what is not a word.
    let word: String
    let traits: Traits
    /// A number's value, a month's (1 to 12), a numeral's, or a mark's code point.
    let value: Int
    let isCapitalised: Bool
    let isAllCapitals: Bool
    /// Whether it is the first of its line.
    let startsLine: Bool

    var length: Int { end - start }

    func `is`(_ mark: Unicode.Scalar) -> Bool { shape == .mark && value == Int(mark.value) }

    /// Whether it is one of a few words; for a long list, a set is faster.
    func isWord(_ words: [String]) -> Bool { shape == .word && words.contains(word) }

    func isWord(_ words: Set<String>) -> Bool { shape == .word && words.contains(word) }

    private init() {
        shape = .nothing
        start = -1
        end = -1
        word = ""
        traits = []
        value = 0
        isCapitalised = false
        isAllCapitals = false
        startsLine = true
    }

    init(mark: Unicode.Scalar, at start: Int, startsLine: Bool) {
        shape = .mark
        self.start = start
        end = start + 1
        word = ""
        traits = []
        value = Int(mark.value)
        isCapitalised = false
        isAllCapitals = false
        self.startsLine = startsLine
    }

    init(number value: Int, start: Int, end: Int, startsLine: Bool) {
        shape = .number
        self.start = start
        self.end = end
        word = ""
        traits = []
        self.value = value
        isCapitalised = false
        isAllCapitals = false
        self.startsLine = startsLine
    }

    init(word letters: ArraySlice<Unicode.Scalar>, start: Int, startsLine: Bool) {
        let folded = Folded(letters)
        let entry = Vocabulary.entry(folded)
        shape = .word
        self.start = start
        end = start + letters.count
        word = folded.plain
        traits = entry.traits
        value = entry.value
        isCapitalised = folded.isCapitalised
        isAllCapitals = folded.isAllCapitals
        self.startsLine = startsLine
    }
}
