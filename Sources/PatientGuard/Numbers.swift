extension Reading {
    /// A passage from one place to another, with the confidence that belongs to its kind.
    func passage(
        _ kind: Passage.Kind, _ start: Int, _ end: Int, _ replacement: String, sure: Bool? = nil, age: Int? = nil
    ) -> Passage {
        Passage(
            kind: kind, start: start, end: end, text: text(start, end), replacement: replacement,
            confidence: sure ?? (kind.stopsAlone && kind != .uncheckedSocialSecurityNumber) ? .sure : .possible,
            age: age)
    }

    /// S1 and Q8: a social security number, written at one stretch, in its usual groups, digit by digit, or, after
    /// a label, in any groups.
    func socialSecurityNumber(at index: Int) -> Passage? {
        let first = self[index]
        guard !isGlued(index) || self[index - 1].shape == .mark || securityLabel(before: index) != nil,
            !isInsideNumber(index) || securityLabel(before: index) != nil,
            scalars.count - first.start >= 13, mayBeginSecurityNumber(first)
        else { return nil }
        let label = securityLabel(before: index)
        if label == nil, isGlued(index), "/_<@#&?".unicodeScalars.contains(where: self[index - 1].is) { return nil }
        let start = label ?? first.start
        for length in [15, 13] {
            guard var run = run(of: length, from: first.start, isLabelled: label != nil),
                var number = SocialSecurityNumber(run.characters),
                label != nil || hasUsualGroups(run, length: length)
                    || number.key == number.expectedKey && run.breaks.count < 4
            else { continue }
            if length == 13, let key = keyApart(after: run.end),
                let whole = SocialSecurityNumber(run.characters + text(key, key + 2))
            {
                run.end = key + 2
                number = whole
            }
            if let key = number.key, key == number.expectedKey {
                return passage(.socialSecurityNumber, start, run.end, "")
            }
            if label == nil, run.breaks.isEmpty, isDrugCode(run.characters) { return nil }
            return passage(.uncheckedSocialSecurityNumber, start, run.end, "")
        }
        return nil
    }

    /// The start of a label such as "NIR", "n° de sécurité sociale :", if one stands before this number.
    private func securityLabel(before index: Int) -> Int? {
        var place = index - 1
        while self[place].is(":") || self[place].is("°") || self[place].is("=")
            || self[place].isWord(["est", "n", "no"])
        {
            place -= 1
        }
        if self[place].traits.contains(.securityLabel) {
            // "INS-NIR", "n° INS".
            if self[place - 1].is("-"), self[place - 2].traits.contains(.securityLabel) { place -= 2 }
            return numberSign(before: place) ?? self[place].start
        }
        guard self[place].isWord(Self.securityWords) else { return nil }
        if self[place].word == "sociale", self[place - 1].word == "securite" { place -= 1 }
        while self[place - 1].isWord(["de", "la", "n", "no", "num", "numero"]) || self[place - 1].is("°") { place -= 1 }
        return self[place].start
    }

    private static let securityWords: Set<String> = [
        "sociale", "ss", "secu", "vitale", "immat", "immatriculation", "immatricule", "immatriculee", "matricule",
        "assure", "assuree",
    ]

    /// Whether a digit stands before, but for one separator: the number is then the tail of another.
    private func isInsideNumber(_ index: Int) -> Bool {
        guard isGlued(index) else { return false }
        return isGlued(index - 1) && self[index - 2].shape != .mark
    }

    /// The first digit of a social security number is the sex: 1 to 4, 7 or 8.
    private func mayBeginSecurityNumber(_ token: Token) -> Bool {
        let digit = scalars[token.start].value
        return (0x31...0x34).contains(digit) || digit == 0x37 || digit == 0x38
    }

    private struct Run {
        var characters = ""
        /// How many characters stood before each separator.
        var breaks: [Int] = []
        var separators: Set<Unicode.Scalar> = []
        var end = 0
    }

    /// The next `length` digits (or Corsica's letter), single separators apart, if no other digit follows them closely.
    private func run(of length: Int, from start: Int, isLabelled: Bool) -> Run? {
        var run = Run()
        var count = 0
        var place = start
        var pending = 0
        // "1 66 11 59 / 350 / 012 / 16": only a right key makes one number of it.
        var isSlashed = reads(" / ", at: start + 10)
        while place < scalars.count, count < length {
            let scalar = scalars[place]
            let isCorsican = count == 6 && ["A", "B", "a", "b"].contains(scalar)
            if isDigit(scalar) || isCorsican {
                if pending > 0 { run.breaks.append(count) }
                pending = 0
                run.characters.unicodeScalars.append(scalar)
                count += 1
            } else if isSeparator(scalar) || scalar == "/", pending < (isLabelled || isSlashed ? 3 : 1) {
                if scalar == "/" { isSlashed = true }
                pending += 1
                run.separators.insert(scalar)
            } else if !isIgnored(scalar) {
                return nil
            }
            place += 1
        }
        guard count == length else { return nil }
        if isSlashed, !isLabelled {
            guard let number = SocialSecurityNumber(run.characters), number.key == number.expectedKey else {
                return nil
            }
        }
        if place < scalars.count, isDigit(scalars[place]) || isLetter(scalars[place]) { return nil }
        // Message identifiers go on: 1124292726.16527.22.
        if place + 1 < scalars.count, scalars[place] == ".", isDigit(scalars[place + 1]) || isLetter(scalars[place + 1])
        {
            return nil
        }
        // Nor is a long row of single digits.
        if run.breaks.count == length - 1, place + 1 < scalars.count, isSeparator(scalars[place]),
            isDigit(scalars[place + 1]),
            place + 2 == scalars.count || !isDigit(scalars[place + 2])
        {
            return nil
        }
        run.end = place
        return run
    }

    /// Where the key begins in "2 78 10 13 055 321 clé 27", "… 321 (27)", or on the next line.
    private func keyApart(after end: Int) -> Int? {
        var place = end
        while place < scalars.count, place < end + 10,
            isSpace(scalars[place]) || "():/,clécleCLÉ".unicodeScalars.contains(scalars[place])
        {
            place += 1
        }
        guard place > end, place + 2 <= scalars.count, isDigit(scalars[place]), isDigit(scalars[place + 1]),
            place + 2 == scalars.count || !isDigit(scalars[place + 2]) && !isLetter(scalars[place + 2])
        else { return nil }
        return place
    }

    private func hasUsualGroups(_ run: Run, length: Int) -> Bool {
        // "2 85 06 972 09 114": overseas, the department has three digits.
        let isOverseas = run.characters.dropFirst(5).hasPrefix("97")
        let usual = isOverseas ? [1, 3, 5, 8, 10, 13] : [1, 3, 5, 7, 10, 13]
        if run.breaks.allSatisfy(usual.contains) { return true }
        // Nothing else has Corsica's letter there.
        if run.breaks.count < 6, run.characters.contains(where: \.isLetter) { return true }
        return run.breaks.count == length - 1 && run.separators.count == 1
    }

    /// French drug codes (CIP 13, prefix 34009) and other bar codes with a right key have the shape of a NIR.
    private func isDrugCode(_ characters: String) -> Bool {
        let digits = characters.utf8.map { Int($0) - 0x30 }
        guard digits.count == 13, let sex = digits.first, sex > 2 else { return false }
        if characters.hasPrefix("34009") { return true }
        let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 3) }
        return sum % 10 == 0
    }
}

extension Reading {
    /// The passage up to a place, less the small words that led there; nothing if no word is left.
    func shortened(_ passage: Passage, to limit: Int) -> Passage? {
        let little: Set<String> = [
            "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "et", "en", "dans",
        ]
        var pieces: [(start: Int, end: Int, word: String)] = []
        var place = passage.start
        while place < limit {
            let start = place
            while place < limit, isLetter(scalars[place]) || isDigit(scalars[place]) { place += 1 }
            if place > start { pieces.append((start, place, Folded(scalars[start..<place]).plain)) } else { place += 1 }
        }
        while let last = pieces.last, little.contains(last.word) { pieces.removeLast() }
        guard let last = pieces.last, pieces.contains(where: { $0.end - $0.start > 2 }) else { return nil }
        return Passage(
            kind: passage.kind, start: passage.start, end: last.end, text: text(passage.start, last.end),
            replacement: passage.replacement, confidence: passage.confidence, age: passage.age)
    }
}
