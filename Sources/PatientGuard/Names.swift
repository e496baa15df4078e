extension Reading {
    /// S4: a civil title with a name, except a member's or a colleague's. Doctors and professors have no title in
    /// this sense.
    func civilName(at index: Int, members: [MemberName]) -> Passage? {
        let title = self[index]
        guard let start = startOfName(afterTitle: index),
            let end = endOfName(from: start, afterTitle: true) ?? endOfLowerCaseName(from: start, after: index)
        else { return nil }
        let patient = title.traits.contains(.feminine) ? "la patiente" : "le patient"
        if start == end, areInitials(start) { return passage(.initials, title.start, self[end].end, patient) }
        if members.contains(where: { $0.isNamed(by: nameWords(start, end)) }) { return nil }
        if isColleague(from: index, to: end) || isInitialOfAuthor(index, end) { return nil }
        let isQuoted = self[start - 1].is("«") || self[start - 1].is("\"") || self[start - 1].is("“")
        let closing = self[end + 1]
        let isClosed =
            isQuoted && (closing.is("»") || closing.is("\"") || closing.is("”"))
            || self[start - 1].is("(") && closing.is(")")
        // "Mme « Ginou » Laborde".
        let closed =
            isClosed && isNamePart(end + 2) && !self[end + 2].startsLine ? endOfName(from: end + 2) ?? end + 1 : end + 1
        let whole = isClosed ? closed : endOfMaidenName(after: end)
        // "La patiente Mme Blanc", "les patients M. Roux et M. Pinson": the noun is enough.
        let isOfRelative = self[self[index - 1].shape == .mark ? index - 2 : index - 1].traits.contains(.relative)
        let isApposed = self[index - 1].is(",") && self[index - 2].isWord(Self.nounsBeforeTitle)
        if self[index - 1].isWord(Self.nounsBeforeTitle) || isApposed || isOfRelative, !self[index].startsLine {
            var last = whole
            while self[last + 1].word == "et", self[last + 2].traits.contains(.title),
                let start = startOfName(afterTitle: last + 2), let next = endOfName(from: start, afterTitle: true)
            {
                last = next
            }
            return passage(.civilName, title.start, self[last].end, "")
        }
        // "M. et Mme Lafitte" is one name.
        var first = index
        if self[index - 1].word == "et" {
            let dot = self[index - 2].is(".") ? 1 : 0
            if self[index - 2 - dot].traits.contains(.title) { first = index - 2 - dot }
        }
        if first != index { return passage(.civilName, self[first].start, self[end].end, "les patients") }
        guard title.isWord(["mm", "mrs", "messieurs", "mesdames", "mmes", "mlles", "melles"]) else {
            return passage(.civilName, title.start, self[whole].end, patient)
        }
        var last = end
        while self[last + 1].word == "et" || self[last + 1].is(","), let next = endOfName(from: last + 2) {
            last = next
        }
        return passage(.civilName, title.start, self[last].end, "les patients")
    }

    /// "P. Dumont, M. Roche, L. Blanc": the M is a first name’s.
    private func isInitialOfAuthor(_ title: Int, _ end: Int) -> Bool {
        guard self[title].word == "m", self[title + 1].is(".") else { return false }
        let follows = self[title - 1].is(",") && self[title - 3].is(".") && isInitial(title - 4)
        return follows || self[end + 1].is(",") && isInitial(end + 2) && self[end + 3].is(".") && isNamePart(end + 4)
    }

    private static let nounsBeforeTitle: Set<String> = [
        "patient", "patiente", "patients", "patientes", "resident", "residente", "residents", "residentes", "dame",
    ]

    /// The end of "Lafitte née Durand", "Lafitte, veuve Durand", "Durand épouse Lafitte".
    private func endOfMaidenName(after end: Int) -> Int {
        var last = end
        for _ in 0..<2 {
            var place = last + 1
            if self[place].is(",") || self[place].is("(") { place += 1 }
            guard
                self[place].isWord([
                    "nee", "ne", "epouse", "epoux", "ep", "veuve", "vve", "divorcee", "dite", "dit", "alias",
                ])
            else { return last }
            if self[place + 1].is(".") { place += 1 }
            guard let next = endOfName(from: place + 1), !self[place + 1].startsLine else { return last }
            last = self[next + 1].is(")") ? next + 1 : next
        }
        return last
    }

    private func startOfName(afterTitle index: Int) -> Int? {
        let title = self[index]
        var place = index + 1
        let hasDot = self[place].is(".") && isGlued(place)
        if hasDot { place += 1 }
        if self[place].is(":"), title.length == 3 { place += 1 }
        // "Mme « Dupuy »", "Mme_Dupuy", "Mme (Dupuy)", "Mme veuve Lamothe", "Monsieur l’abbé Darricau".
        if self[place].is("_"), isGlued(place) { place += 1 }
        if self[place].is("("), !isGlued(place), isNamePart(place + 1), self[place + 2].is(")") { place += 1 }
        if self[place].is("«") || self[place].is("\"") || self[place].is("“") { place += 1 }
        if title.word != "m" || hasDot, self[place].isWord(["veuve", "vve", "feu", "feue", "nee"]),
            self[place + 1].isCapitalised
        {
            place += 1
        }
        // "Madame, euh, Castaing", as one dictates.
        if self[place].is(","), self[place + 1].isWord(["euh", "heu", "donc"]), self[place + 2].is(",") { place += 3 }
        if self[place].isWord(["le", "la"]), self[place + 1].isWord(Self.ranks),
            self[place + 2].isWord(["de", "du", "d"])
        {
            place += 2
        }
        if self[place].word == "l", self[place + 2].word == "abbe", self[place + 3].isCapitalised { place += 3 }
        if title.word == "m" {
            // A lone M is also a size, a sex, a stage of a tumour.
            guard title.isCapitalised || (hasDot && (startsSentence(index) || self[index - 1].isWord(Self.beforeName))),
                hasDot
                    || ((self[place].length >= 3 || leadsToName(place, isFirst: false))
                        && title.start > self[index - 1].end
                        && !self[index - 1].is(":") && !self[index - 1].isWord(["sexe", "groupe", "taille", "type"]))
            else { return nil }
            if self[index - 1].word == "taille" { return nil }
            if isGlued(index), self[index - 1].shape == .number || self[index - 1].is(".") { return nil }
        }
        if title.word == "mm", !title.isCapitalised || isGlued(index) { return nil }
        if title.word == "mr", isGlued(index) && self[index - 1].shape != .mark { return nil }
        // "Mesdames, Messieurs", "Madame. Elle…".
        if hasDot, title.length > 4 { return nil }
        if self[place].is("("), isGlued(place) { return nil }
        guard self[place].shape == .word else { return nil }
        return place
    }

    /// "mme roussel", typed without capitals: after a short title, any word that is not of common use; after Madame or
    /// Monsieur, which also stand alone ("monsieur refuse"), only where the sentence has a place for a name.
    private func endOfLowerCaseName(from first: Int, after title: Int) -> Int? {
        // "mr da cunha", "monsieur n’goran".
        var start = first
        if self[start].isWord(["da", "dos", "van", "von", "el", "ben", "di", "de", "n", "d", "le", "la"]) {
            if self[start].isWord(["le", "la"]) {
                let name = self[start + 1]
                guard self[title].length <= 4 || isBefallen(start + 1), self[title].word != "m", name.traits.isEmpty,
                    !name.isWord(Self.functions), !isAdjective(name)
                else { return nil }
            }
            if self[start].word == "de", self[start + 1].word == "la" { start += 1 }
            start += 1
            if self[start].is("’") || self[start].is("'") { start += 1 }
            guard self[start + 1].traits.contains(.predicate) else { return nil }
        }
        let name = self[start]
        guard name.shape == .word, !name.isCapitalised, name.length >= 3, !name.startsLine,
            name.traits.isDisjoint(with: [.notName, .common, .predicate, .title, .numeral, .weekday, .month, .dwelling])
                || (name.traits.contains(.firstName) && name.traits.isDisjoint(with: [.notName, .title])),
            !isGlued(start + 1) || self[start + 1].shape == .mark
        else { return nil }
        if self[title].length > 4 || self[title].word == "m" || self[title].word == "mr" {
            guard hasPlaceForName(after: title, name: start) else { return nil }
        }
        var end = start
        while self[end + 1].is("-"), isGlued(end + 1), isGlued(end + 2), self[end + 2].shape == .word { end += 2 }
        return endOfLowerCaseWords(after: end) ?? end
    }

    /// "nguyen van minh tousse", "robert dupin demande": more words of no common use, up to the verb.
    private func endOfLowerCaseWords(after first: Int) -> Int? {
        var end = first
        while end < first + 3, !self[end + 1].traits.contains(.predicate) {
            let next = self[end + 1]
            let isParticle = next.isWord(["van", "von", "da", "dos", "ben", "el", "de", "du", "thi"])
            guard next.shape == .word, !next.startsLine, next.length >= 2,
                isParticle
                    || next.traits.isDisjoint(with: [.notName, .common, .predicate, .particle, .person, .numeral])
                        && !isAdjective(next)
            else { return nil }
            end += 1
        }
        return end > first && self[end + 1].traits.contains(.predicate) ? end : nil
    }

    private func hasPlaceForName(after title: Int, name: Int) -> Bool {
        let isSubject = self[name + 1].traits.contains(.predicate)
        if self[title].word == "m" {
            // "M. avium est résistant": a germ's genus, unless a first name follows.
            let isObject = !self[title].isCapitalised && self[title - 1].isWord(Self.beforeName)
            // "m. chauvin : selles noires", who writes without capitals.
            let isHeading =
                !self[title].isCapitalised && startsSentence(title) && self[name + 1].is(":")
                && self[name].traits.isEmpty
                && self[name].length >= 4 && !isAdjective(self[name])
            return isObject || isHeading
                || isSubject && startsSentence(title)
                    && (!self[title].isCapitalised || self[name].traits.contains(.firstName))
        }
        if self[name].traits.contains(.firstName) || self[title].length < 5, endOfLowerCaseWords(after: name) != nil {
            return true
        }
        // "mr lalanne : rasé".
        if self[title].word == "mr", startsSentence(title), self[name + 1].is(":"), self[name].traits.isEmpty {
            return true
        }
        if isAdjective(self[name]), !self[name].traits.contains(.firstName) { return false }
        // "j’ai trouvé mr salles par terre".
        if self[title].word == "mr", self[name].traits.isEmpty, self[name].length >= 4, self[title - 1].shape == .word,
            !self[title - 1].isWord(["le", "la", "un", "ce", "du", "au"])
        {
            return true
        }
        return isSubject || self[title - 1].isWord(Self.beforeName) || factFollows(name)
    }

    private static let ranks: Set<String> = [
        "comte", "comtesse", "marquis", "marquise", "baron", "baronne", "duc", "duchesse", "vicomte", "vicomtesse",
        "prince",
        "princesse",
    ]

    private static let beforeName: Set<String> = ["de", "pour", "chez", "avec", "par", "que", "concernant"]

    /// The last token of the name that begins here: capitalised words, their particles, hyphens and initials.
    /// - Parameter afterTitle: whether a title makes a name of words that are more than that: Mme Avril, M. Six.
    func endOfName(from start: Int, afterTitle: Bool = false) -> Int? {
        var place = start
        var end: Int?
        var words = 0
        while words < 4 {
            let token = self[place]
            guard token.shape == .word, words == 0 && end == nil || !token.startsLine else { break }
            if isNamePart(place, afterTitle: afterTitle && words == 0) {
                words += 1
                end = place
                place += 1
                if self[place].is("-") || self[place].is("\u{2011}"), isGlued(place), isGlued(place + 1) {
                    place += 1
                    if self[place].shape == .word { end = place }
                }
            } else if isInitial(place), isNamePart(place + 1), words == 0 {
                place += 1
            } else if isInitial(place), isGlued(place + 1), self[place + 1].is("-"), isInitial(place + 2) {
                place += 2
            } else if isInitial(place), self[place + 1].is("."), self[place + 2].is("-"), isGlued(place + 2),
                isNamePart(place + 3)
            {
                // "M.-Thérèse".
                place += 3
            } else if isInitial(place), self[place + 1].is("."), isNamePart(place + 2) || words > 0 {
                if words > 0 { end = place }
                place += 2
            } else if words > 0, isInitial(place), !token.isWord(["a", "y"]),
                self[place - 1].traits.contains(.firstName)
            {
                // "Mme Françoise B".
                end = place
                break
            } else if words > 0, token.word == "y", isNamePart(place + 1), !self[place + 1].startsLine {
                place += 1
            } else if token.traits.contains(.particle), leadsToName(place, isFirst: place == start) {
                place += 1
                if self[place].is("'") || self[place].is("’") { place += 1 }
            } else {
                break
            }
        }
        return end
    }

    func isNamePart(_ index: Int, afterTitle: Bool = false) -> Bool {
        let token = self[index]
        guard token.shape == .word, token.isCapitalised, token.length >= 2 else { return false }
        // Doubled letters stand for a name that was taken out.
        if token.isWord([
            "xx", "xxx", "xxxx", "yy", "zz", "propre", "bricolage", "michu", "untel", "unetelle", "machin", "truc",
            "bidule",
            "lambda", "tartempion", "hulot",
        ]) {
            return false
        }
        if token.traits.contains(.particle), leadsToName(index, isFirst: false) { return false }
        // A capital that only the head of a line, or a text all in capitals, gives to a verb makes no name of it.
        if afterTitle, !token.isAllCapitals {
            return !token.traits.contains(.notName) || !token.traits.isDisjoint(with: [.month, .weekday])
        }
        return token.traits.isDisjoint(with: [.notName, .month, .weekday, .institution, .numeral])
    }

    private func leadsToName(_ index: Int, isFirst: Bool) -> Bool {
        // "M. le Directeur": an article in lower case is no particle at the head of a name.
        if isFirst, !self[index].isCapitalised, self[index].isWord(["le", "la", "les", "de", "du"]),
            self[index].word != "de" && self[index].word != "du"
        {
            // "Madame le Guen a renversé son verre": before a verb, one that is no office.
            let name = self[index + 1]
            return self[index].word == "le" && self[index - 1].traits.contains(.feminine) && name.isCapitalised
                && name.traits.isDisjoint(with: [.notName, .localTrade, .social, .institution, .common])
                && !name.isWord(Self.functions) && self[index + 2].traits.contains(.predicate)
        }
        var next = index + 1
        if self[index].length == 1 || self[index].word == "d" {
            guard self[next].is("'") || self[next].is("’") else { return false }
            next += 1
        }
        let word = self[next]
        guard word.shape == .word, !word.startsLine else { return false }
        if word.traits.contains(.particle), next < index + 3, leadsToName(next, isFirst: false) { return true }
        // "Mme Roux de l’ARS".
        if !isFirst, word.isAllCapitals, word.length <= 4, index > 0, !self[index].isCapitalised,
            !self[index - 1].isAllCapitals || self[index - 1].length == 1, self[index - 1].shape == .word
        {
            return false
        }
        return word.isCapitalised && word.length >= 2 && word.traits.isDisjoint(with: [.notName, .institution])
    }

    /// With the dot of a last initial, unless it ends the sentence.
    func withDot(_ end: Int) -> Int {
        isInitial(end) && self[end + 1].is(".") && isGlued(end + 1) && !closesSentence(after: end + 1) ? end + 1 : end
    }

    func nameWords(_ start: Int, _ end: Int) -> [String] {
        guard start <= end else { return [] }
        return (start...end).map { self[$0] }.filter { $0.shape == .word }.map(\.word)
    }
}
