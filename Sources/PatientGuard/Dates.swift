extension Reading {
    /// A day of a month found at a token.
    struct Day {
        /// Index of its first and last tokens.
        let first: Int
        let last: Int
        let year: Int?
        /// Written 12/05 without year, which may as well be a score or a fraction.
        let isBareFraction: Bool
    }

    /// Q2: a day with its month, with or without weekday, year and hour.
    func date(at index: Int) -> Passage? {
        guard let day = day(at: index) ?? weekdayWithNumber(at: index) else { return nil }
        if day.isBareFraction, !isAnnounced(day) { return nil }
        // Apgar 10/10/10.
        if (day.year ?? 1000) < 100, follows(index, within: 3, Self.scales) { return nil }
        if isOfLawOrMeeting(day.first) || isOfStudy(day) { return nil }
        // "dans la nuit du 12 au 13 mai".
        if self[day.first - 1].word == "du", self[day.first - 2].word == "nuit" {
            return passage(.date, self[day.first - 2].start, self[day.last].end, "nuit")
        }
        return passage(.date, self[day.first].start, self[endOfHour(after: day.last)].end, dateReplacement(day))
    }

    /// "samedi 21 à 3 h 10": without its month, a day of which only a sentence about a patient makes a date.
    private func weekdayWithNumber(at index: Int) -> Day? {
        guard self[index].traits.contains(.weekday), self[index + 1].shape == .number,
            (1...31).contains(self[index + 1].value), self[index + 1].length <= 2,
            isAboutOnePatient(index) || follows(index, within: 8, Self.careEvents)
                || precedes(index, within: 8, Self.careEvents)
        else { return nil }
        let next = self[index + 2]
        let isWhole =
            next.shape == .mark && !(next.is("/") || next.is("%") || next.is("-"))
            || next.shape == .nothing
            || next.isWord(["a", "vers", "au", "matin", "soir", "midi", "dans", "en", "et"])
        return isWhole ? Day(first: index, last: index + 1, year: nil, isBareFraction: false) : nil
    }

    private static let careEvents: Set<String> = [
        "chute", "chuter", "tombe", "tombee", "decede", "decedee", "retrouve", "retrouvee", "opere", "operee",
        "entree", "hospitalise", "hospitalisee", "fugue", "transfere", "transferee", "deces", "accouche", "mort",
        "morte",
    ]

    /// The period of a study or of a count: "entre le 1er mars 2019 et le 30 juin 2021", and no single patient.
    private func isOfStudy(_ day: Day) -> Bool {
        let before = self[day.first - 1]
        let isEntre = before.word == "le" && self[day.first - 2].word == "entre"
        let isStart =
            (isEntre || before.word == "du") && self[day.last + 1].isWord(["et", "au"])
            && (self[day.last + 2].shape == .number || self[day.last + 2].word == "le")
        let isEnd =
            (before.word == "le" && self[day.first - 2].word == "et" || before.word == "au")
            && follows(day.first, within: 8, ["entre", "du"])
        return (isStart || isEnd) && !isAboutOnePatient(day.first) && !follows(day.first, within: 8, Self.careEvents)
    }

    /// S3: "né le 12 mars 1938".
    func birthDate(at index: Int) -> Passage? {
        if self[index].isWord(["naissance", "naiss"]) { return labelledBirthDate(at: index) }
        guard !isAboutThing(index), !(isGlued(index) && self[index - 1].is("-")) else { return nil }
        var place = index + 1
        // "(e)", and "née Lafitte à Pau le 3 mai 1940".
        while place <= index + 8, !endsSentence(place) {
            if let day = day(at: place), !day.isBareFraction || isAnnounced(day) {
                return birth(from: index, day: day)
            }
            place += 1
        }
        return birthYear(at: index)
    }

    /// S3: "DDN 12/03/1938", "date de naissance de la patiente : 12 mars 1938".
    func labelledBirthDate(at index: Int) -> Passage? {
        var place = index + 1
        var strangers = 0
        while place <= index + 7 {
            if let day = day(at: place) {
                var start = index
                while self[start - 1].isWord(["date", "de"]) { start -= 1 }
                return passage(.birthDate, self[start].start, self[day.last].end, birthReplacement(day.year))
            }
            guard
                self[place].is(":") || self[place].is("=") || self[place].is("-") || self[place].is(".")
                    || self[place].isWord(["est", "le", "du", "de", "la", "l", "son", "sa", "d"])
                    || self[place].traits.contains(.person) || self[place].is("(")
                    || (self[place].shape == .word && strangers == 0)
            else { return nil }
            if self[place].shape == .word, self[place].traits.isEmpty { strangers += 1 }
            place += 1
        }
        return nil
    }

    /// S3: "D.D.N. 07/09/1950".
    func spelledBirthDate(at index: Int) -> Passage? {
        guard self[index + 1].is("."), self[index + 2].word == "d", isGlued(index + 2), self[index + 3].is("."),
            self[index + 4].word == "n", isGlued(index + 4), let found = labelledBirthDate(at: index + 4)
        else { return nil }
        return passage(.birthDate, self[index].start, found.end, found.replacement)
    }

    /// S3 with a month, Q1 without: "né en mars 1938", "née en 38".
    private func birthYear(at index: Int) -> Passage? {
        guard self[index + 1].isWord(["en"]) else { return nil }
        var place = index + 2
        let hasMonth = self[place].traits.contains(.month)
        if hasMonth { place += 1 }
        let year = self[place]
        guard year.shape == .number, year.length == 4 && isYear(year.value) || year.length == 2 && !hasMonth,
            !self[place + 1].isWord(["h", "ans", "minutes", "jours", "semaines"]), !self[place + 1].is("%"),
            startsSentence(index) || isAboutPatient(index) || follows(index, within: 3, ["il", "elle"])
                || self[index - 1].traits.contains(.firstName) || self[index - 2].traits.contains(.firstName)
        else { return nil }
        let born = year.length == 4 ? year.value : 1900 + year.value
        if hasMonth {
            return passage(.birthDate, self[index].start, year.end, adjective(of: index, bornIn: born))
        }
        return passage(.age, self[index].start, year.end, adjective(of: index, bornIn: born))
    }

    /// What to say of someone born in that year, to agree with "né" or "née". No clock is read: the bands are wide.
    private func adjective(of born: Int, bornIn year: Int?) -> String {
        guard let year, year >= 1960 else { return self[born].word == "nee" ? "âgée" : "âgé" }
        return year < 2008 ? "adulte" : "jeune"
    }

    /// The day that begins with this token, a weekday or a number.
    func day(at index: Int) -> Day? {
        var place = index
        if self[place].traits.contains(.weekday) {
            place += 1
            if self[place].isWord(["le"]) { place += 1 }
        } else if self[index - 1].traits.contains(.weekday) {
            return nil
        }
        return numericDay(at: place, from: index) ?? dayInWords(at: place, from: index)
    }

    private func dayInWords(at index: Int, from first: Int) -> Day? {
        var place = index
        if self[place].shape == .word {
            guard let (value, end) = numeral(at: place),
                (1...31).contains(value), value > 1 || self[place].word == "premier"
            else { return nil }
            place = end + 1
        } else {
            guard self[place].shape == .number, (1...31).contains(self[place].value), self[place].length <= 2,
                !isGluedToNumber(place)
            else { return nil }
            place += 1
            if self[place].isWord(["er"]) { place += 1 }
        }
        // "du 12 au 13 mai", "le 12 ou 13 mai", "les 12, 13 mai".
        if self[place].isWord(["au", "et", "ou"]) || self[place].is("-") || self[place].is(",") {
            guard self[place + 1].shape == .number, (1...31).contains(self[place + 1].value),
                self[place + 1].length <= 2
            else { return nil }
            place += 2
        }
        if self[place].is("-"), isGlued(place) { place += 1 }
        guard self[place].traits.contains(.month) else { return nil }
        var last = place
        if self[place + 1].is("."), isGlued(place + 1), self[place].isWord(Self.shortMonths) { last += 1 }
        var yearPlace = last + 1
        if self[yearPlace].is("-"), isGlued(yearPlace) { yearPlace += 1 }
        if let year = year(at: yearPlace) {
            return Day(first: first, last: yearPlace, year: year, isBareFraction: false)
        }
        return Day(first: first, last: last, year: nil, isBareFraction: false)
    }

    private static let shortMonths: Set<String> = ["janv", "fevr", "fev", "avr", "juil", "sept", "oct", "nov", "dec"]

    private func numericDay(at index: Int, from first: Int) -> Day? {
        let head = self[index]
        guard head.shape == .number, !isGluedToNumber(index) else { return nil }
        if head.length == 8 { return compactDay(at: index, from: first) }
        if head.length == 1, let spread = spreadDay(at: index, from: first) { return spread }
        if head.value == 1, self[index + 1].word == "er", isGlued(index + 1) {
            return firstOfMonth(at: index, from: first)
        }
        let mark = self[index + 1]
        guard mark.is("/") || mark.is(".") || mark.is("-") || mark.is("|"), self[index + 2].shape == .number else {
            return nil
        }
        let middle = self[index + 2]
        let hasThird =
            self[index + 3].is(Unicode.Scalar(UInt8(truncatingIfNeeded: mark.value)))
            && self[index + 4].shape == .number && isGlued(index + 3) == isGlued(index + 1)
        if hasThird {
            let tail = self[index + 4]
            if isGlued(index + 5), self[index + 5].is("/") || self[index + 5].is("-") { return nil }
            if head.length == 4, isYear(head.value), isDayAndMonth(tail, middle) {
                return Day(first: first, last: index + 4, year: head.value, isBareFraction: false)
            }
            guard isDayAndMonth(head, middle), let year = year(at: index + 4) else { return nil }
            // With spaces around, only a whole year tells a date from a list of figures.
            guard isGlued(index + 1) && isGlued(index + 2) && isGlued(index + 4) || year > 99 else { return nil }
            return Day(first: first, last: index + 4, year: year, isBareFraction: false)
        }
        guard mark.is("/"), isGlued(index + 1), isGlued(index + 2), isDayAndMonth(head, middle) else { return nil }
        if isGlued(index + 3), self[index + 3].is("/") || self[index + 3].shape == .word { return nil }
        return Day(first: first, last: index + 2, year: nil, isBareFraction: true)
    }

    /// "1 2 0 3 1 9 3 8", as a form with one box a digit is copied.
    private func spreadDay(at index: Int, from first: Int) -> Day? {
        guard !(self[index - 1].shape == .number && self[index - 1].length == 1) else { return nil }
        var value = 0
        for place in index..<index + 8 {
            guard self[place].shape == .number, self[place].length == 1 else { return nil }
            value = value * 10 + self[place].value
        }
        guard !(self[index + 8].shape == .number && self[index + 8].length == 1),
            (1...31).contains(value / 1_000_000), (1...12).contains(value / 10_000 % 100), isYear(value % 10_000)
        else { return nil }
        return Day(first: first, last: index + 7, year: value % 10_000, isBareFraction: false)
    }

    /// "1er/02/1944".
    private func firstOfMonth(at index: Int, from first: Int) -> Day? {
        guard self[index + 2].is("/"), isGlued(index + 2), (1...12).contains(self[index + 3].value),
            self[index + 3].shape == .number, self[index + 4].is("/"), let year = year(at: index + 5)
        else { return nil }
        return Day(first: first, last: index + 5, year: year, isBareFraction: false)
    }

    /// "12031938", not the number of an article or of a lot.
    private func compactDay(at index: Int, from first: Int) -> Day? {
        let value = self[index].value
        guard (1...31).contains(value / 1_000_000), (1...12).contains(value / 10_000 % 100), isYear(value % 10_000),
            self[index].length == 8, !follows(index, within: 3, Self.references)
        else { return nil }
        return Day(first: first, last: index, year: value % 10_000, isBareFraction: false)
    }

    private static let references: Set<String> = [
        "pmid", "doi", "lot", "ref", "reference", "code", "article", "numero", "rpps", "adeli", "finess", "commande",
        "facture", "serie", "marche", "devis", "isbn", "issn", "cip", "ucd", "tel", "telephone",
    ]

    private func isDayAndMonth(_ day: Token, _ month: Token) -> Bool {
        (1...31).contains(day.value) && (1...12).contains(month.value) && day.length <= 2 && month.length <= 2
    }

    private func year(at index: Int) -> Int? {
        let token = self[index]
        guard token.shape == .number else { return nil }
        if token.length == 4, isYear(token.value) { return token.value }
        // After a month in letters, "12 mars 38"; but not "12 mars 10 h" nor "12 mars 38 ans".
        guard token.length == 2, !self[index + 1].isWord(["h", "heures", "ans", "mg", "mn"]),
            !isGlued(index + 1)
                || self[index + 1].shape == .mark, !(self[index + 1].is(":") && isGlued(index + 1))
        else { return nil }
        return token.value
    }

    private func isYear(_ value: Int) -> Bool { (1850...2199).contains(value) }

    /// Whether the token is a piece of a longer figure: 3.12, 1/12/05, v2.
    func isGluedToNumber(_ index: Int) -> Bool {
        guard isGlued(index) else { return false }
        let before = self[index - 1]
        if before.shape == .word { return before.length <= 2 || before.isAllCapitals }
        return isGlued(index - 1) && self[index - 2].shape == .number && !before.is("(") && !before.is("=")
    }

    /// Whether words before "12/05" make it a date, and not a score, a fraction or a blood pressure.
    private func isAnnounced(_ day: Day) -> Bool {
        if self[day.first].traits.contains(.weekday) { return true }
        let hasHour = endOfHour(after: day.last) != day.last
        let head = self[day.last - 2]
        let month = self[day.last]
        let before = self[day.first - 1]
        guard hasHour || before.isWord(["le", "du", "au", "les", "dimanche", "depuis"]) else { return false }
        // "le 1/3 inférieur", "les 2/3", "le 3/4".
        let looksLikeFraction = head.length == 1 && month.length == 1 && head.value < month.value && month.value <= 5
        if looksLikeFraction, !hasHour { return false }
        return !follows(day.first, within: 5, Self.scales)
    }

    private static let scales: Set<String> = [
        "eva", "en", "evs", "score", "glasgow", "echelle", "braden", "norton", "mmse", "mms", "note", "cote", "apgar",
        "ta", "tension", "pa", "pas", "douleur", "algoplus", "doloplus", "waterlow", "morse", "adl", "iadl", "moca",
        "tiers",
    ]

    /// Dates of laws and of gatherings concern no patient, unless the sentence names one.
    private func isOfLawOrMeeting(_ index: Int) -> Bool {
        if follows(index, within: 6, Self.laws) { return true }
        if follows(index, within: 2, ["ne", "nee"]), isAboutThing(index) { return true }
        guard follows(index, within: 12, Self.gatherings) || precedes(index, within: 8, Self.gatherings) else {
            return false
        }
        return !isAboutOnePatient(index) && !follows(index, within: 12, Self.careEvents)
            && !precedes(index, within: 10, Self.careEvents)
    }

    private static let laws: Set<String> = [
        "loi", "lois", "decret", "arrete", "circulaire", "directive", "reglement", "instruction", "jo", "jorf",
        "recommandation", "recommandations", "avis", "publie", "publiee", "version", "consulte", "consultee",
        "convention", "charte", "accord", "protocole", "procedure", "edition",
    ]

    private static let gatherings: Set<String> = [
        "reunion", "reunions", "rencontre", "rencontres", "webinaire", "webinaires", "visio", "visioconference",
        "atelier",
        "ateliers", "congres", "colloque", "seminaire", "journee", "journees", "formation", "formations", "inscription",
        "inscriptions", "sondage", "copil", "comite", "assemblee", "seance", "conference", "date", "creneau",
        "creneaux",
        "calendrier", "periode", "lancement", "enquete", "questionnaire", "cloture", "presentera", "presenteront",
        "prochaine", "prochain", "clin", "clud", "staff", "semaine", "groupe", "cafe", "rmm", "crex", "cme", "reponse",
        "reponses", "repondre", "inauguration", "reporte", "reportee", "ferie",
        "message", "mail", "courriel", "valide", "validee", "audit", "travaux", "ferme", "fermeture", "vacances",
        "perime",
        "perimee", "peremption", "lot", "livraison", "commande",
        "ordre", "agenda", "webconference", "salon", "forum", "session", "sessions", "module", "planning",
    ]

    /// The last token of " à 3 h 10", " vers 14:30", if it follows.
    private func endOfHour(after last: Int) -> Int {
        var place = last + 1
        if self[place].is(",") { place += 1 }
        if self[place].isWord(["a", "vers", "des", "avant", "apres"]) { place += 1 }
        guard self[place].shape == .number, self[place].value <= 24, self[place].length <= 2 else { return last }
        if self[place + 1].isWord(["h", "heure", "heures"]) {
            let hasMinutes =
                self[place + 2].shape == .number && self[place + 2].length == 2 && self[place + 2].value < 60
            return hasMinutes ? place + 2 : place + 1
        }
        guard self[place + 1].is(":"), isGlued(place + 1), self[place + 2].length == 2, self[place + 2].shape == .number
        else { return last }
        return place + 2
    }

    private func dateReplacement(_ day: Day) -> String {
        if let hour = hour(after: day.last), hour >= 21 || hour < 6 {
            return isWeekend(day.first) ? "une nuit de week-end" : "une nuit"
        }
        return isWeekend(day.first) ? "un jour de week-end" : "un jour"
    }

    private func hour(after last: Int) -> Int? {
        let end = endOfHour(after: last)
        return (last + 1...max(end, last + 1)).lazy.map { self[$0] }.first { $0.shape == .number && end > last }?.value
    }

    private func isWeekend(_ index: Int) -> Bool { self[index].isWord(["samedi", "dimanche"]) }

    /// Whether the sentence so far speaks of a thing and of no patient: "notre groupe est né le 12 mars".
    func isAboutThing(_ index: Int) -> Bool {
        (follows(index, within: 6, Self.things) || precedes(index, within: 5, Self.things)) && !isAboutPatient(index)
    }

    static let things: Set<String> = [
        "projet", "groupe", "communaute", "idee", "demarche", "service", "association", "outil", "reseau", "unite",
        "programme", "equipe", "dispositif", "structure", "plateforme", "initiative", "etablissement", "protocole",
        "loi", "hopital", "concept", "mouvement", "entreprise", "revue", "batiment", "materiel", "matelas",
    ]

    /// Takes along "Une patiente née le", so that "une personne âgée" stands alone; "elle est née le" and "la
    /// résidente, née le" keep their subject.
    private func birth(from index: Int, day: Day) -> Passage {
        var start = index
        if self[start - 1].isWord(Self.bearers) {
            start -= 1
            if self[start - 1].isWord(["un", "une", "le", "la", "notre", "cette", "ce"]) { start -= 1 }
        } else if !startsSentence(index), self[index - 1].shape == .word || self[index - 1].is(",") {
            return passage(.birthDate, self[index].start, self[day.last].end, adjective(of: index, bornIn: day.year))
        }
        return passage(.birthDate, self[start].start, self[day.last].end, birthReplacement(day.year))
    }

    private static let bearers: Set<String> = [
        "patient", "patiente", "resident", "residente", "homme", "femme", "dame", "monsieur", "personne",
    ]

    /// Someone born after 1959 is not called old.
    private func birthReplacement(_ year: Int?) -> String {
        if let year, year >= 1960 { return "une personne" }
        return "une personne âgée"
    }
}
