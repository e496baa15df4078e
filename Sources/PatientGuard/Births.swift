/// Days and years of birth: S3, and Q1 for a year alone.
extension Reading {
    /// S3: "né le 12 mars 1938".
    func birthDate(at index: Int) -> Passage? {
        if self[index].isWord(["naissance", "naiss"]) { return labelledBirthDate(at: index) }
        guard !isAboutThing(index), !(isGlued(index) && self[index - 1].is("-")) else { return nil }
        var place = index + 1
        // "(e)", and "née Lafitte à Pau le 3 mai 1940".
        while place <= index + 12, !endsSentence(place) {
            if let day = dayOfBirth(at: place), !day.isBareFraction || isAnnounced(day) {
                return birth(from: index, day: day)
            }
            if place > index + 2, let year = birthYear(at: index, from: place) { return year }
            // "né à terme, transféré le 12/10": another day.
            if self[place].isWord(Self.careEvents) { break }
            place += 1
        }
        return birthYear(at: index, from: index + 1)
    }

    /// S3: "DDN 12/03/1938", "date de naissance de la patiente : 12 mars 1938".
    func labelledBirthDate(at index: Int) -> Passage? {
        var place = index + 1
        var strangers = 0
        while place <= index + 7 {
            if let day = dayOfBirth(at: place) {
                // "DDN illisible, je lis 07/11/1933"; after more words, another day may be told.
                if strangers > 1, !(1900...2015).contains(day.year ?? 0) { return nil }
                if self[index].isWord(["anniversaire", "anniv"]) {
                    guard isBirthday(index, day) else { return nil }
                    return passage(.birthDate, self[day.first].start, self[day.last].end, "un jour")
                }
                var start = index
                while self[start - 1].isWord(["date", "de", "sa"]) { start -= 1 }
                return passage(.birthDate, self[start].start, self[day.last].end, birthReplacement(day.year))
            }
            // "Date de naissance : mai 1940".
            if self[place].traits.contains(.month), self[place + 1].shape == .number, self[place + 1].length == 4,
                isYear(self[place + 1].value), strangers == 0
            {
                return passage(
                    .birthDate, self[index].start, self[place + 1].end, birthReplacement(self[place + 1].value))
            }
            let token = self[place]
            if token.word == "c" || token.is("’") || token.is("'") {
                place += 1
                continue
            }
            let isExpected =
                ":=-.()|–—>→/,;*\n\t•°".unicodeScalars.contains(where: token.is) || token.traits.contains(.person)
                || token.isWord(["est", "le", "du", "de", "la", "l", "son", "sa", "d"])
            // "DDN erronée : 12/03/1938".
            if !isExpected { strangers += 1 }
            guard isExpected || token.shape == .word && strangers < 4 else { return nil }
            place += 1
        }
        return nil
    }

    /// S3: "patient ne le 12/03/1938", without its accent.
    func unaccentedBirthDate(at index: Int) -> Passage? {
        let isBoth = self[index + 1].is("(") && self[index + 2].word == "e" && self[index + 3].is(")")
        let article = isBoth ? index + 4 : index + 1
        guard self[index].word == "ne", self[article].isWord(["le", "un"]), !isAboutThing(index),
            let day = dayOfBirth(at: article + 1), let year = day.year, year > 0
        else { return nil }
        return birth(from: index, day: day)
    }

    /// S3: "née le jour de Noël 1939".
    func birthOnFeast(at index: Int) -> Passage? {
        let year = self[index + 1]
        guard year.length == 4, isYear(year.value), year.value < 2015,
            follows(index, within: 6, ["ne", "nee", "naissance"]), !isAboutThing(index)
        else { return nil }
        var start = index
        while self[start - 1].isWord(["de", "du", "jour", "le", "la", "soir", "nuit", "lundi"]), start > index - 5 {
            start -= 1
        }
        return passage(.birthDate, self[start].start, year.end, "un jour")
    }

    /// S3: "N. le 4/6/1947".
    func shortBirthDate(at index: Int) -> Passage? {
        let hasDot = self[index + 1].is(".") && isGlued(index + 1)
        let article = hasDot ? index + 2 : index + 1
        guard self[index].word == "n", hasDot || self[index].isAllCapitals && startsSentence(index),
            self[article].word == "le", let day = day(at: article + 1), day.year != nil
        else { return nil }
        return birth(from: index, day: day)
    }

    /// The day of "son anniversaire", or in a year that only the old were born in: a service has a birthday too.
    private func isBirthday(_ index: Int, _ day: Day) -> Bool {
        self[index - 1].isWord(["son", "leur"]) && !isAboutThing(index)
            || day.year.map { (1900...1965).contains($0) } ?? false
    }

    /// A day in any of the forms that only a word of birth makes a day.
    private func dayOfBirth(at index: Int) -> Day? {
        day(at: index) ?? spacedDay(at: index) ?? blurredDay(at: index)
    }

    /// "O4/O6/l947", as a scanner or an old typist writes it: letters that look like figures.
    private func blurredDay(at index: Int) -> Day? {
        guard self[index].length <= 8, self[index].shape == .number || self[index].isWord(Self.blurredBeginnings) else {
            return nil
        }
        var groups = [0]
        var lengths = [0]
        var place = self[index].start
        while place < scalars.count, groups.count < 4 {
            let scalar = scalars[place]
            if let digit = Self.lookalikes[scalar] ?? (isDigit(scalar) ? Int(scalar.value) - 0x30 : nil) {
                groups[groups.count - 1] = min(groups[groups.count - 1] * 10 + digit, 9999)
                lengths[lengths.count - 1] += 1
            } else if scalar == "/" || scalar == "." || scalar == "-" {
                groups.append(0)
                lengths.append(0)
            } else {
                break
            }
            place += 1
        }
        guard groups.count == 3, lengths[0] <= 2, lengths[1] <= 2, (1...31).contains(groups[0]),
            (1...12).contains(groups[1]), lengths[2] == 2 || lengths[2] == 4 && isYear(groups[2])
        else { return nil }
        var last = index
        while self[last + 1].shape != .nothing, self[last + 1].start < place { last += 1 }
        return Day(first: index, last: last, year: groups[2], isBareFraction: false)
    }

    private static let lookalikes: [Unicode.Scalar: Int] = ["O": 0, "o": 0, "I": 1, "l": 1]
    private static let blurredBeginnings: Set<String> = ["o", "i", "l", "oi", "ol", "il", "lo"]

    /// S3: "elle est de mars 1938".
    func birthMonth(at index: Int) -> Passage? {
        let year = self[index + 1]
        var place = index - 1
        if self[place].is("’") || self[place].is("'") { place -= 1 }
        guard year.shape == .number, year.length == 4, (1900...1975).contains(year.value),
            self[place].isWord(["de", "d"]),
            self[place - 1].isWord(["est", "etait"]) || self[place - 1].traits.contains(.namedPerson),
            isAboutOnePatient(index) || follows(index, within: 4, ["il", "elle"])
        else { return nil }
        return passage(.birthDate, self[place].start, year.end, "d’un certain âge")
    }

    /// "12 03 1938", in groups apart, that only a word of birth makes a day.
    private func spacedDay(at index: Int) -> Day? {
        let (head, middle, tail) = (self[index], self[index + 1], self[index + 2])
        // "ddn 070347".
        if head.shape == .number, head.length == 6, (1...31).contains(head.value / 10_000),
            (1...12).contains(head.value / 100 % 100), !isGluedToNumber(index)
        {
            return Day(first: index, last: index, year: 1900 + head.value % 100, isBareFraction: false)
        }
        if let day = slashedDay(at: index) { return day }
        guard head.shape == .number, middle.shape == .number, tail.shape == .number, head.length <= 2,
            middle.length <= 2, (1...31).contains(head.value), (1...12).contains(middle.value),
            tail.length == 4 && isYear(tail.value) || tail.length == 2 && middle.length == 2,
            middle.start - head.end == 1, tail.start - middle.end == 1
        else { return nil }
        return Day(first: index, last: index + 2, year: tail.value, isBareFraction: false)
    }

    /// "7 / 4 / 39", with spaces around the marks.
    private func slashedDay(at index: Int) -> Day? {
        let (head, middle, tail) = (self[index], self[index + 2], self[index + 4])
        guard head.shape == .number, middle.shape == .number, tail.shape == .number, head.length <= 2,
            middle.length <= 2, (1...31).contains(head.value), (1...12).contains(middle.value),
            tail.length == 2 || tail.length == 4 && isYear(tail.value),
            "/-.".unicodeScalars.contains(where: { self[index + 1].is($0) && self[index + 3].is($0) })
        else { return nil }
        return Day(first: index, last: index + 4, year: tail.value, isBareFraction: false)
    }

    /// S3: "D.D.N. 07/09/1950".
    func spelledBirthDate(at index: Int) -> Passage? {
        if self[index + 1].is("/"), self[index + 2].word == "n", isGlued(index + 2),
            let found = labelledBirthDate(at: index + 2)
        {
            return passage(.birthDate, self[index].start, found.end, found.replacement)
        }
        // "D.N. : 9 août 1950"
        if self[index + 1].is("."), self[index + 2].word == "n", isGlued(index + 2),
            let found = labelledBirthDate(at: index + 2)
        {
            return passage(.birthDate, self[index].start, found.end, found.replacement)
        }
        // "d.o.b."
        guard self[index + 1].is("."), self[index + 2].isWord(["d", "o"]), isGlued(index + 2), self[index + 3].is("."),
            self[index + 4].isWord(["n", "b"]), isGlued(index + 4), let found = labelledBirthDate(at: index + 4)
        else { return nil }
        return passage(.birthDate, self[index].start, found.end, found.replacement)
    }

    /// S3 with a month, Q1 without: "né en mars 1938", "née en 38".
    private func birthYear(at index: Int, from first: Int) -> Passage? {
        var place = first
        while place < first + 3, self[place].isWord(["en", "au", "mois", "de", "d", "debut", "fin", "courant"]) {
            place += 1
        }
        if self[place].is("’") || self[place].is("'") { place += 1 }
        guard place > first else { return nil }
        var hasMonth = self[place].traits.contains(.month)
        if hasMonth {
            place += self[place + 1].is(".") ? 2 : 1
        } else if self[place].shape == .number, (1...12).contains(self[place].value), self[place].length <= 2,
            self[place + 1].is("/") || self[place + 1].is("-") || self[place + 1].is("."), isGlued(place + 1),
            isGlued(place + 2), self[place + 2].length == 4
        {
            hasMonth = true
            place += 2
        }
        if !hasMonth, self[place].word == "mille", self[place + 1].word == "neuf" {
            return passage(
                .age, self[index].start, self[endOfSpelledYear(place)].end, adjective(of: index, bornIn: nil))
        }
        let year = self[place]
        guard year.shape == .number, year.length == 4 && isYear(year.value) || year.length == 2,
            !self[place + 1].isWord(["h", "ans", "minutes", "jours", "semaines"]), !self[place + 1].is("%"),
            startsSentence(index) || isAboutPatient(index) || follows(index, within: 4, ["il", "elle", "ans"])
                || self[index - 1].traits.contains(.firstName) || self[index - 2].traits.contains(.firstName)
                || self[index - 3].traits.contains(.firstName)
        else { return nil }
        let born = year.length == 4 ? year.value : 1900 + year.value
        if hasMonth {
            return passage(.birthDate, self[index].start, year.end, adjective(of: index, bornIn: born))
        }
        return passage(.age, self[index].start, year.end, adjective(of: index, bornIn: born))
    }

    /// What to say of someone born in that year, to agree with "né" or "née". No clock is read: the bands are wide.
    private func adjective(of born: Int, bornIn year: Int?) -> String {
        guard let year = year.map(fullYear), year >= 1960 else { return self[born].word == "nee" ? "âgée" : "âgé" }
        return year < 2008 ? "adulte" : "jeune"
    }

    /// Takes along "Une patiente née le", so that "une personne âgée" stands alone; "elle est née le" and "la
    /// résidente, née le" keep their subject.
    private func birth(from index: Int, day: Day) -> Passage {
        let end = self[endOfBirth(from: index, day: day)].end
        if let child = childReplacement(index) { return passage(.birthDate, self[index].start, end, child) }
        var start = index
        if self[start - 1].isWord(Self.bearers) {
            start -= 1
            if self[start - 1].isWord(["un", "une", "le", "la", "notre", "cette", "ce"]) { start -= 1 }
        } else if !startsSentence(index),
            self[index - 1].shape == .word || self[index - 1].is(",") || self[index - 1].is("(")
        {
            return passage(.birthDate, self[index].start, end, adjective(of: index, bornIn: day.year))
        }
        return passage(.birthDate, self[start].start, end, birthReplacement(day.year))
    }

    /// With the hour, the year said apart ("un 14 juillet, en 1936", "de l’année 1947") and the quotation's mark.
    private func endOfBirth(from index: Int, day: Day) -> Int {
        var last = endOfHour(after: day.last)
        var place = last + 1
        while place < last + 5,
            self[place].is(",") || self[place].is("’") || self[place].is("'")
                || self[place].isWord(["en", "de", "l", "annee"])
        { place += 1 }
        if day.year == nil, place > last + 1, self[place].length == 4, isYear(self[place].value) { last = place }
        let isQuoted = self[day.first - 1].is("«") || self[day.first - 2].is("«")
        return isQuoted && self[last + 1].is("»") ? last + 1 : last
    }

    /// A child's word says the age well enough: "Bébé né le 18 octobre" becomes "Bébé".
    private func childReplacement(_ born: Int) -> String? {
        guard follows(born, within: 5, Self.childWords) else { return nil }
        return self[born - 1].isWord(["est", "etait", "soit"]) ? "en bas âge" : ""
    }

    private static let childWords: Set<String> = [
        "bebe", "nourrisson", "enfant", "nouveau", "nn", "premature", "prematuree", "jumeau", "jumelle", "fillette",
        "garconnet", "garcon", "jumeaux", "jumelles", "triples", "triplees", "bb",
    ]

    private static let bearers: Set<String> = [
        "patient", "patiente", "resident", "residente", "homme", "femme", "dame", "monsieur", "personne",
    ]

    /// 87 is 1987; 26 may be this century's as well as the last's: it is not called old.
    private func fullYear(_ year: Int) -> Int { year < 30 ? 2000 + year : year < 100 ? 1900 + year : year }

    /// Someone born after 1959 is not called old.
    private func birthReplacement(_ year: Int?) -> String {
        if let year = year.map(fullYear), year >= 1960 { return "une personne" }
        return "une personne âgée"
    }
}
