extension Reading {
    /// Q7: "Mme L.", "patient D.", "M. A. B.", "Mme de L.".
    func initials(at index: Int) -> Passage? {
        let noun = self[index]
        let isTitle = noun.traits.contains(.title)
        guard isTitle || noun.isWord(Self.namedByInitials) else { return nil }
        var place = index + 1
        if isTitle, self[place].is("."), noun.word.utf8.count <= 3 { place += 1 }
        if isTitle, self[place].isWord(["de", "du", "le", "la"]), isInitial(place + 1), self[place + 2].is(".") {
            place += 1
        }
        guard isInitial(place), !self[place].startsLine,
            self[place].start > self[place - 1].end || self[place - 1].is(".")
        else {
            return nil
        }
        // An anonymous stand-in, a vitamin, a hepatitis or a germ is nobody.
        let isFirstOfSeveral = self[place + 1].is(".") && isGlued(place + 1) && isInitial(place + 2)
        if self[place].isWord(["x", "y", "z"]), !isFirstOfSeveral { return nil }
        let hasDot = self[place + 1].is(".") && isGlued(place + 1)
        if noun.word == "m", !self[index + 1].is("."), !hasDot {
            guard startsSentence(index), self[place + 1].traits.contains(.predicate) else { return nil }
        }
        if !isTitle, !hasDot { return nil }
        if hasDot, self[place + 2].isWord(["coli", "difficile", "albicans", "aureus", "pneumoniae", "pylori"]) {
            return nil
        }
        var end = hasDot ? place + 1 : place
        var letters = 1
        while letters < 4,
            isInitial(end + 1) && !self[end + 1].startsLine && self[end + 1].word != "a"
                || (isInitial(end + 1) && (isGlued(end + 1) || self[end + 2].is(".")))
                || (self[end + 1].is("-") && isGlued(end + 1) && isInitial(end + 2))
        {
            letters += 1
            end += self[end + 1].is("-") ? 2 : 1
            if self[end + 1].is("."), isGlued(end + 1) { end += 1 }
        }
        // The dot of an initial that ends the sentence is the sentence's.
        if self[end].is("."), closesSentence(after: end) { end -= 1 }
        let isFeminine = noun.traits.contains(.feminine) || noun.word.hasSuffix("e")
        return passage(.initials, noun.start, self[end].end, isFeminine ? "la patiente" : "le patient")
    }

    private static let namedByInitials: Set<String> = [
        "patient", "patiente", "resident", "residente", "dame", "homme", "femme", "enfant", "malade", "monsieur",
        "madame",
        "garcon", "fille", "petit", "petite", "pt", "pte",
    ]

    private func closesSentence(after dot: Int) -> Bool {
        let next = self[dot + 1]
        return next.shape == .nothing || next.startsLine || (next.isCapitalised && next.length > 1)
    }

    /// "Mme HK": two capitals, or more without a vowel, are initials rather than a name.
    func areInitials(_ index: Int) -> Bool {
        let token = self[index]
        guard token.isAllCapitals, token.length <= 4 else { return false }
        return token.length == 2 || !token.word.contains { "aeiouy".contains($0) }
    }

    func isInitial(_ index: Int) -> Bool {
        let token = self[index]
        guard token.shape == .word, token.length == 1, token.isCapitalised else { return false }
        let next = self[index + 1]
        guard isGlued(index + 1) else { return true }
        return next.shape == .mark && !next.is("'") && !next.is("’") && !next.is("/") && !next.is("+")
            && !(next.is("-") && self[index + 2].shape != .word)
    }
}
