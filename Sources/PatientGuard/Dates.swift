extension Reading {
    /// Q2: a day with its month, with or without weekday, year and hour.
    func date(at index: Int) -> Passage? {
        guard let day = day(at: index) ?? weekdayWithNumber(at: index) ?? dayOfEvent(at: index) else { return nil }
        if day.isBareFraction, !isAnnounced(day) { return nil }
        if let year = day.year, (1900...2015).contains(year), isBirthOfPatient(day) {
            if self[day.first - 2].isWord(["est", "etait"]) {
                return passage(.birthDate, self[day.first - 1].start, self[day.last].end, "d’un certain âge")
            }
            return passage(.birthDate, self[day.first].start, self[day.last].end, "")
        }
        if isBirthday(day) { return passage(.birthDate, self[day.first].start, self[day.last].end, "un jour") }
        if let label = labelOfBirth(after: day.last) {
            return passage(.birthDate, self[day.first].start, self[label].end, "")
        }
        // Apgar 10/10/10.
        if (day.year ?? 1000) < 100, follows(index, within: 3, Self.scales) { return nil }
        if isOfLawOrMeeting(day.first) || isOfStudy(day) { return nil }
        // "dans la nuit du 12 au 13 mai".
        if self[day.first - 1].word == "du", self[day.first - 2].word == "nuit" {
            return passage(.date, self[day.first - 2].start, self[day.last].end, "nuit")
        }
        let end = self[endOfHour(after: day.last)].end
        // "depuis le 7 novembre": since lately, not for one day.
        let since = self[day.first - 1].word == "le" ? day.first - 2 : day.first - 1
        if self[since].word == "depuis" { return passage(.date, self[since + 1].start, end, "peu") }
        return passage(.date, self[day.first].start, end, dateReplacement(day))
    }

    /// "elle aura 100 ans le 9 mai", "on fête ses 90 ans le 9 mai".
    private func isBirthday(_ day: Day) -> Bool {
        self[day.first - 1].word == "le" && self[day.first - 2].word == "ans"
            && follows(day.first, within: 6, ["aura", "eu", "fete", "fetera", "fetait", "fetons", "ses", "avait"])
            && !isAboutThing(day.first)
    }

    /// The end of "(date de naissance)", "= DDN" after a day.
    private func labelOfBirth(after last: Int) -> Int? {
        guard
            self[last + 1].is("(") || self[last + 1].is("=") || self[last + 1].is(":") || self[last + 1].word == "comme"
        else { return nil }
        var place = last + 2
        while place < last + 6, self[place].isWord(["date", "de", "sa", "la", "est"]) { place += 1 }
        guard self[place].isWord(["naissance", "ddn", "naiss", "dn"]) else { return nil }
        return self[place + 1].is(")") ? place + 1 : place
    }

    /// S3: "(12/03/1938)" beside a patient: in figures, a day so long ago is that of a birth.
    private func isBirthOfPatient(_ day: Day) -> Bool {
        guard self[day.last].shape == .number, self[day.last].length == 4 else { return false }
        let before = self[day.first - 1]
        // "patiente (14/02/1994)", "75 ans (09/05/1951)".
        if before.is("("), self[day.last + 1].is(")") {
            return self[day.first - 2].traits.contains(.person) || self[day.first - 2].word == "ans"
                || self[day.last + 2].traits.contains(.person) || self[day.first - 2].traits.contains(.firstName)
        }
        // "09/05/1951 (75 ans)".
        if self[day.last + 1].is("("), self[day.last + 2].shape == .number, self[day.last + 3].word == "ans" {
            return true
        }
        let isOfSomeone = before.word == "du" && self[day.first - 2].isWord(["est", "etait"])
        if isOfSomeone, sentence(of: day.first, has: { $0.isWord(["il", "elle"]) || $0.traits.contains(.person) }) {
            return true
        }
        guard let year = day.year, year <= 1965, day.last == day.first + 4, !before.isWord(["du", "depuis", "en"]),
            !follows(day.first, within: 6, Self.laws)
        else { return false }
        return (isAboutOnePatient(day.first) || sentence(of: day.first) { $0.isWord(["f", "h"]) && $0.isAllCapitals })
            && !isWithCareEvent(day.first)
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

    /// "chute le 3", "entrée le 12 au soir", "dans la nuit du 12": the day alone, right after what befell someone.
    private func dayOfEvent(at index: Int) -> Day? {
        let next = self[index + 1]
        guard self[index].shape == .number, self[index].length <= 2, (1...31).contains(self[index].value),
            self[index - 1].word == "le"
                && (self[index - 2].isWord(Self.careEvents) || self[index - 2].isWord(Self.moves)
                    || isOfNamedFall(index))
                || self[index - 1].word == "du" && self[index - 2].word == "nuit",
            !self[index - 3].isWord(["se", "nous", "vous"]),
            next.shape == .nothing || next.startsLine || next.isWord(["a", "vers", "au", "matin", "soir", "dans"])
                || ",.;)!?\n".unicodeScalars.contains(where: next.is) && !(isGlued(index + 1) && isGlued(index + 2))
        else { return nil }
        return Day(first: index, last: index, year: nil, isBareFraction: false)
    }

    /// "Chute de M. F. le 12": the end of a phrase that a fall or the like begins.
    private func isOfNamedFall(_ index: Int) -> Bool {
        follows(index, within: 5, ["chute", "deces", "fugue", "entree", "admission"])
            && (self[index - 2].is(".") || self[index - 2].isCapitalised) && self[index + 1].shape != .word
    }

    static let moves: Set<String> = [
        "sortie", "sorti", "entre", "rentre", "rentree", "mute", "mutee", "vue", "avc", "idm", "ait",
    ]

    static let careEvents: Set<String> = [
        "hospit", "hosp", "chute", "chuter", "tombe", "tombee", "dc", "dcd", "decede", "decedee", "retrouve",
        "retrouvee", "opere",
        "operee",
        "entree", "hospitalise", "hospitalisee", "fugue", "transfere", "transferee", "deces", "accouche", "mort",
        "morte", "admis", "admise", "mute", "mutee", "transfuse", "transfusee", "perfuse", "perfusee", "intube",
        "intubee", "extube", "extubee", "sonde", "sondee", "desature", "vomi", "saigne", "convulse", "arrache",
        "agite", "agitee", "malaise", "rehospitalise", "rehospitalisee", "accouchee", "cesarisee",
        "amputee", "ampute", "contentionne", "contentionnee", "ponctionne",
        "ponctionnee", "autopsie", "evade", "evadee", "suicide", "pendu", "pendue", "agresse", "agressee",
        "arrive", "arrivee", "disparu", "disparue", "reanime", "reanimee", "incinere", "inhume", "inhumee",
    ]

    /// Q2: "le soir de Noël", when someone was cared for.
    func feast(at index: Int) -> Passage? {
        var place = index - 1
        while place > index - 4,
            self[place].isWord(["de", "du", "la", "l"]) || self[place].is("’") || self[place].is("'")
        {
            place -= 1
        }
        guard place < index - 1, self[place].isWord(Self.partsOfDay), self[index].isCapitalised,
            isAboutOnePatient(index) || isWithCareEvent(index)
                || sentence(of: index, has: { $0.isWord(["il", "elle"]) })
        else { return nil }
        if self[index].word == "an", self[index - 2].word != "l" { return nil }
        let isNight = self[place].isWord(["nuit", "soir", "soiree", "reveillon"])
        return passage(.date, self[place].start, self[endOfHour(after: index)].end, isNight ? "une nuit" : "un jour")
    }

    private static let partsOfDay: Set<String> = [
        "soir", "nuit", "jour", "matin", "veille", "lendemain", "reveillon", "soiree", "lundi", "dimanche", "jeudi",
    ]

    /// Whether words before "12/05" make it a date, and not a score, a fraction or a blood pressure.
    func isAnnounced(_ day: Day) -> Bool {
        if self[day.first].traits.contains(.weekday) { return true }
        let hasHour = endOfHour(after: day.last) != day.last
        let head = self[day.last - 2]
        let month = self[day.last]
        let before = self[day.first - 1]
        // "12/11 : chute", "Dernière injection : 14/10".
        let isLabelled = month.length == 2 && isLabelOfDay(day) || isRightAfterFall(day)
        guard hasHour || isLabelled || before.isWord(["le", "du", "au", "les", "dimanche", "depuis"]) else {
            return false
        }
        // "le 1/3 inférieur", "les 2/3", "le 3/4".
        let looksLikeFraction = head.length == 1 && month.length == 1 && head.value < month.value && month.value <= 5
        let event = self[day.first - 2]
        let next = self[day.last + 1]
        let isOfEvent =
            before.isWord(["le", "du"]) && (event.isWord(Self.careEvents) || event.isWord(Self.datedEvents))
            || before.word == "le" && event.is(",") && next.shape != .word
        if looksLikeFraction, !hasHour, !isOfEvent { return false }
        // "EVA cotée le 7/10" is a score; after "depuis le", or far from pain and pressure, 6/11 is a day.
        if before.word == "depuis" || before.word == "le" && self[day.first - 2].word == "depuis" { return true }
        let scales = before.isWord(["le", "du"]) ? Self.scalesWithArticle : Self.scales
        return !follows(day.first, within: 5, scales)
    }

    /// "Chute 14/6": a month that no fraction has for its lower part.
    private func isRightAfterFall(_ day: Day) -> Bool {
        (self[day.last].value > 5 && self[day.first].value != self[day.last].value
            || self[day.first].value > self[day.last].value && sentence(of: day.first) { $0.traits.contains(.room) })
            && self[day.first - 1].isWord([
                "chute", "entree", "sortie", "deces", "fugue", "opere", "operee", "admission",
            ])
    }

    private func isLabelOfDay(_ day: Day) -> Bool {
        let next = self[day.last + 1]
        if startsSentence(day.first) {
            return next.is(":") || next.is(",") || next.is("-") || next.is("–") || isWithCareEvent(day.first)
        }
        // "Chambre 8, 12/03, chute", "Ch. 7, 02/04 : fausse route".
        if self[day.first - 1].is(","),
            self[day.last + 1].is(",") || self[day.last + 1].is(":") || self[day.last + 1].shape == .nothing
        {
            // "patient K., 12/06".
            let isAfterInitial = self[day.first - 2].is(".") && isInitial(day.first - 3)
            return isAfterInitial || sentence(of: day.first) { $0.traits.contains(.room) } || isWithCareEvent(day.first)
        }
        return self[day.first - 1].is(":") && follows(day.first, within: 3, Self.datedEvents)
            || self[day.first - 1].isWord(Self.datedEvents) || isLastOfNote(day)
    }

    /// "89 ans - ch. 402 - 11/10": the day at the end of a note that says a room.
    private func isLastOfNote(_ day: Day) -> Bool {
        let dash = self[day.first - 1]
        return (dash.is("-") || dash.is("–")) && !isGlued(day.first) && self[day.last + 1].shape != .word
            && sentence(of: day.first) { $0.traits.contains(.room) }
    }

    private static let datedEvents: Set<String> = [
        "injection", "pose", "chute", "entree", "sortie", "operation", "intervention", "admission", "transfusion",
        "vaccin",
        "cure", "consultation", "deces", "hospitalisation", "fugue", "rdv", "ponction", "dialyse", "accouchement",
        "seance",
        "greffe", "amputation", "ablation", "transfert", "prelevement", "passage", "visite", "date", "depart", "retour",
    ]

    private static let scalesWithArticle: Set<String> = [
        "eva", "evs", "score", "glasgow", "echelle", "braden", "norton", "mmse", "mms", "note", "cote", "cotee",
        "apgar",
        "algoplus", "doloplus", "waterlow", "morse", "adl", "iadl", "moca", "tiers",
    ]

    private static let scales: Set<String> = [
        "eva", "en", "evs", "score", "glasgow", "echelle", "braden", "norton", "mmse", "mms", "note", "cote", "apgar",
        "ta", "tension", "pa", "pas", "douleur", "algoplus", "doloplus", "waterlow", "morse", "adl", "iadl", "moca",
        "tiers",
    ]

    /// The last token of " à 3 h 10", " vers 14:30", if it follows.
    func endOfHour(after last: Int) -> Int {
        var place = last + 1
        if self[place].isWord(["dernier", "prochain"]) { return place }
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
}
