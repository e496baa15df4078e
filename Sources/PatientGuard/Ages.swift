extension Reading {
    /// Q1: "87 ans", "âgée de 8 mois", "3 jours de vie", also in letters; not durations, groups or means.
    func age(at index: Int) -> Passage? {
        guard let (value, last) = figure(at: index) else { return nil }
        // "F93 ans".
        if isGluedToNumber(index), !(self[index - 1].isWord(["f", "h"]) && self[last + 1].word == "ans") { return nil }
        let unit = self[last + 1]
        if unit.isWord(["ans", "an", "printemps", "balais"]) { return ageInYears(value, from: index, unit: last + 1) }
        if let age = ageWithoutUnit(value, from: index, to: last)
            ?? ageInEnglish(value, from: index, unit: last + 1)
        {
            return age
        }
        guard unit.shape == .word else { return nil }
        if let age = ageInShort(value, from: index, unit: last + 1)
            ?? ageInYearOfLife(value, from: index, unit: last + 1)
        {
            return age
        }
        if unit.isWord(["jours", "jour", "heures", "semaines", "h"]), self[last + 2].word == "de",
            self[last + 3].word == "vie"
        {
            return passage(.age, self[index].start, self[last + 3].end, "quelques jours de vie")
        }
        let isInfant =
            isGivenAsAge(index) || isBesideChild(index)
            || self[index - 1].isWord(["de", "d"]) && isInfantOf(index) || self[index - 1].is("’") && isInfantOf(index)
            || self[index - 1].is("'") && isInfantOf(index)
        guard unit.isWord(["mois", "jours", "jour", "semaines", "semaine", "sem", "heures", "h"]), value < 100,
            isInfant && !unit.isWord(["heures", "h"]) || isTimeSinceBirth(index)
                || startsSentence(index) && (self[last + 2].is(",") || self[last + 2].word == "et")
                    && sentence(of: index, has: { $0.isWord(Self.signsOfInfant) })
        else { return nil }
        if value == 1, self[index].shape == .word, !self[index - 1].isWord(["de", "d"]), !self[index - 1].is("’"),
            !self[index - 1].is("'")
        {
            return nil
        }
        // "enfant, 3 jours de fièvre", "bébé 3 jours après".
        if !isTimeSinceBirth(index), self[last + 2].isWord(["de", "d", "apres", "avant", "par", "sur", "plus"]) {
            return nil
        }
        return passage(.age, start(of: index, takingDe: true), endOfHalf(last + 1), "en bas âge")
    }

    /// What only the youngest have: "8 mois, bronchiolite, 6,2 kg".
    private static let signsOfInfant: Set<String> = [
        "kg", "bronchiolite", "biberon", "biberons", "tetee", "tetees", "rgo", "coliques", "roseole", "fontanelle",
        "couches", "bebe", "prema", "maman", "papa", "creche", "nounou",
    ]

    /// "né il y a 3 jours".
    private func isTimeSinceBirth(_ index: Int) -> Bool {
        self[index - 1].word == "a" && self[index - 2].word == "y" && self[index - 3].word == "il"
            && self[index - 4].traits.contains(.born) && !isAboutThing(index)
    }

    /// Where "et demi", "et 3 mois" end after this unit, or the unit itself.
    private func endOfHalf(_ unit: Int) -> Int {
        guard self[unit + 1].word == "et" else { return self[unit].end }
        if self[unit + 2].isWord(["demi", "demie"]) { return self[unit + 2].end }
        let isMonths = self[unit + 2].shape == .number && self[unit + 3].isWord(["mois", "jours", "semaines"])
        return isMonths ? self[unit + 3].end : self[unit].end
    }

    /// "âgé de 87", "âge : 87", without a unit.
    private func ageWithoutUnit(_ value: Int, from index: Int, to last: Int) -> Passage? {
        // "F, 68" at the head of a note.
        let isAfterSex =
            self[index - 1].is(",") && self[index - 2].isWord(["f", "h"]) && self[index - 2].isAllCapitals
            && startsSentence(index - 2) && value >= 15
        guard (1...119).contains(value),
            isGivenAsAge(index) || isAfterSex || self[index - 1].is("=") && self[index - 2].word == "age"
        else { return nil }
        let next = self[last + 1]
        let isWhole =
            next.shape == .nothing || next.startsLine || next.traits.contains(.predicate) || next.word == "chambre"
            || ",.;)|:(-!?\n".unicodeScalars.contains(where: next.is) && !(isGlued(last + 1) && isGlued(last + 2))
        guard isWhole, !isDuration(from: index, unit: last) else { return nil }
        let before = self[index - 1].word == "de" ? index - 2 : index
        guard before < index else {
            return passage(.age, self[index].start, self[last].end, "environ \(max(5, value / 5 * 5))", age: value)
        }
        return passage(
            .age, self[before].start, self[last].end,
            value >= 90 || value < 18 ? band(of: value, at: index) : "d’environ \(max(20, value / 5 * 5)) ans",
            age: value)
    }

    /// "dans sa 88e année".
    private func ageInYearOfLife(_ value: Int, from index: Int, unit: Int) -> Passage? {
        guard (2...119).contains(value), self[index - 1].word == "sa", self[unit].isWord(["e", "eme", "ieme"]),
            self[unit + 1].word == "annee",
            !isAboutThing(index), !self[unit + 2].isWord(["de", "d"])
        else { return nil }
        return passage(.age, self[index - 1].start, self[unit + 1].end, "un âge proche", age: value - 1)
    }

    /// Q1: "une patiente nonagénaire", which says at least ninety; not "les centenaires".
    func ageInWord(at index: Int) -> Passage? {
        let before = self[index - 1]
        guard
            before.isWord(Self.determinersOfOne) || isBearer(index - 1)
                || startsSentence(index)
                    && (self[index + 1].shape != .word || self[index + 1].traits.contains(.former)
                        || self[index + 1].isWord(["de", "du"])
                            && precedes(
                                index, within: 3,
                                [
                                    "ehpad", "residence", "maison", "foyer", "usld", "commune", "village", "chambre",
                                    "lit", "ch",
                                ]))
        else { return nil }
        if self[index - 2].isWord(["chez", "pour"]), before.isWord(["le", "la", "un", "une"]) { return nil }
        // "le centenaire de l’hôpital" is a feast, unless it is someone's.
        if self[index].word == "centenaire", !isAboutPatient(index), before.word == "le" || before.word == "ce" {
            return nil
        }
        let isOfMan = before.isWord(["un", "ce", "cet", "le"]) || isBearer(index - 1) && !before.word.hasSuffix("e")
        let band = isOfMan ? "très âgé" : "très âgée"
        let noun =
            before.isWord(Self.determinersOfOne) || startsSentence(index) ? (isOfMan ? "patient " : "personne ") : ""
        return passage(.age, self[index].start, self[index].end, noun + band, age: 90)
    }

    private static let determinersOfOne: Set<String> = ["un", "une", "notre", "cette", "cet", "ce", "la", "le"]

    /// Q1: "à J3 de vie".
    func dayOfLife(at index: Int) -> Passage? {
        guard self[index].word == "j", self[index + 1].shape == .number, isGlued(index + 1),
            self[index + 2].word == "de",
            self[index + 3].word == "vie"
        else { return nil }
        return passage(.age, self[index].start, self[index + 3].end, "quelques jours de vie")
    }

    /// Q1: "un nouveau-né", not "les nouveau-nés" nor "chez le nouveau-né".
    func newborn(at index: Int) -> Passage? {
        guard self[index].word == "nouveau", self[index + 1].is("-"), self[index + 2].word == "ne", isGlued(index + 2)
        else {
            return nil
        }
        // "le nouveau-né a reçu": something befell this one; "le nouveau-né est fragile" is true of all.
        let isTold =
            (self[index - 1].isWord(["le", "du", "au"]) || startsSentence(index))
            && (self[index + 3].isWord(Self.befalling) && !self[index + 4].isWord(["besoin", "droit", "un", "une"])
                || isWithCareEvent(index))
        guard
            self[index - 1].isWord(["un", "ce", "notre", "son"])
                || self[index + 3].isWord(["de", "admis", "transfere"])
                || isTold
        else {
            return nil
        }
        if self[index - 2].isWord(["chez", "pour"]), !self[index - 1].isWord(["ce", "notre"]) { return nil }
        let isCounted =
            self[index + 3].word == "de" && self[index + 4].shape == .number
            && self[index + 5].isWord(["jour", "jours", "heures", "semaines"])
        return passage(.age, self[index].start, self[isCounted ? index + 5 : index + 2].end, "tout-petit")
    }

    private static let befalling: Set<String> = [
        "a", "avait", "etait", "pese", "desature", "convulse", "vomit", "pleure", "sort", "rentre", "recoit", "tete",
        "prend", "perd", "part", "arrive", "presente", "presentait", "refuse", "ne", "n",
    ]

    /// Whether the sentence tells what befell someone, in the past.
    func isWithCareEvent(_ index: Int) -> Bool {
        follows(index, within: 8, Self.careEvents) || precedes(index, within: 8, Self.careEvents)
    }

    private func ageInYears(_ value: Int, from index: Int, unit: Int) -> Passage? {
        guard (1...119).contains(value), !isDuration(from: index, unit: unit) else { return nil }
        // "un enfant de deux ans" is an age, "deux ans" alone a time, and so is "trente ans" in letters.
        if value < (self[index].shape == .word ? 60 : 15), !isGivenAsAge(index), !isInfantOf(index),
            !standsAlone(index, unit), !(self[unit + 1].shape == .number && self[unit + 2].word == "kg")
        {
            return nil
        }
        if self[unit].word == "printemps", self[index].shape != .number, value < 60 { return nil }
        let end = endOfHalf(unit)
        if self[index - 1].isWord(["ses", "mes", "leurs"]) {
            return passage(.age, self[index - 1].start, end, "un anniversaire", age: value)
        }
        if value >= 90 || value < 18 {
            let band = band(of: value, at: index)
            if let verb = verbOfAge(before: index) {
                return passage(
                    .age, self[verb].start, end, (Self.verbsOfBeing[self[verb].word] ?? "est ") + band, age: value)
            }
            if isAt(index - 1) {
                return passage(.age, self[index - 1].start, end, value < 18 ? "jeune" : "à un âge avancé", age: value)
            }
            return passage(.age, start(of: index, takingDe: true), end, band, age: value)
        }
        let space = isGlued(index) && self[index - 1].shape == .word ? " " : ""
        return passage(.age, self[index].start, end, space + "environ \(max(20, value / 5 * 5)) ans", age: value)
    }

    /// What stands for an exact age where a band of five years says too much.
    func band(of age: Int, at index: Int) -> String {
        let isOfMan = isOfMan(index)
        // "une adolescente de 15 ans" has said enough, and so has "un lycéen".
        if (13..<18).contains(age), follows(index, within: 3, Self.teenagers) { return "" }
        if (13..<18).contains(age), self[index - 2].isWord(["adolescent", "adolescente", "fille", "garcon", "mineur"]) {
            return ""
        }
        switch age {
        case ..<6: return "en bas âge"
        case ..<13: return "d’âge scolaire"
        case ..<18: return isOfMan ? "adolescent" : "adolescente"
        default: return isOfMan ? "très âgé" : "très âgée"
        }
    }

    private static let verbsOfBeing = ["a": "est ", "avait": "était ", "aura": "sera ", "aurait": "serait "]

    private static let teenagers: Set<String> = [
        "ado", "adolescent", "adolescente", "lyceen", "lyceenne", "collegien", "collegienne", "mineur", "mineure",
        "apprenti", "apprentie", "eleve",
    ]

    /// The verb of "elle a 92 ans", that becomes "elle est très âgée".
    private func verbOfAge(before index: Int) -> Int? {
        let verb = self[index - 1]
        return verb.isWord(["a", "avait", "aura", "aurait"]) && !isAt(index - 1) ? index - 1 : nil
    }

    /// A number in digits or letters: its value and its last token.
    private func figure(at index: Int) -> (value: Int, last: Int)? {
        if self[index].shape == .number { return self[index].length <= 3 ? (self[index].value, index) : nil }
        return numeral(at: index)
    }

    /// "quatre-vingt-sept", "soixante et onze": sums of numerals, vingt multiplying quatre.
    func numeral(at index: Int) -> (value: Int, last: Int)? {
        guard self[index].traits.contains(.numeral), !continuesNumeral(index) else { return nil }
        var total = 0
        var place = index
        var last = index
        while self[place].traits.contains(.numeral) {
            let value = self[place].word == "sept" ? 7 : self[place].value
            total = value == 20 && total == 4 ? 80 : total + value
            last = place
            place += 1
            if self[place].is("-"), isGlued(place), isGlued(place + 1) { place += 1 }
            if self[place].word == "et", self[place + 1].isWord(["un", "une", "onze"]) { place += 1 }
        }
        return (total, last)
    }

    private func continuesNumeral(_ index: Int) -> Bool {
        let before = self[index - 1].is("-") && isGlued(index) ? self[index - 2] : self[index - 1]
        return before.traits.contains(.numeral)
    }

    func isGivenAsAge(_ index: Int) -> Bool {
        let before = self[index - 1]
        if before.isWord(["age", "agee"]) { return true }
        if before.is("’") || before.is("'"), self[index - 2].word == "d", self[index - 3].isWord(["age", "agee"]) {
            return true
        }
        if before.is(":"), self[index - 2].isWord(["age"]) { return true }
        return before.isWord(["de", "d"]) && self[index - 2].isWord(["age", "agee"]) && !isThreshold(index - 2)
    }

    /// "avant l’âge de 18 mois", "à l’âge de 3 ans": everyone's age, unless the sentence names a patient.
    func isThreshold(_ index: Int) -> Bool {
        guard self[index - 1].is("'") || self[index - 1].is("’"), self[index - 2].word == "l" else { return false }
        return self[index - 3].isWord(["avant", "apres", "des", "de", "jusqu", "depuis", "sous"])
            || !isAboutPatient(index)
    }

    /// "fillette de 8 mois", "homme de 87 ans".
    func isInfantOf(_ index: Int) -> Bool {
        var place = index - 1
        if self[place].is("’") || self[place].is("'"), self[place - 1].word == "d" { place -= 1 }
        if self[place].isWord(["de", "d"]) || self[place].is(",") || self[place].is("(") {
            if isBearer(place - 1) || self[place].is(",") && self[place - 1].traits.contains(.firstName) { return true }
            // "le petit M., 4 ans".
            if self[place].is(","), self[place - 1].is("."), isInitial(place - 2), isBearer(place - 3) { return true }
            // "une petite fille blonde de 4 ans".
            return self[place].isWord(["de", "d"]) && isBearer(place - 2) && self[place - 1].shape == .word
                && !self[place - 1].isWord(Self.durationNouns)
        }
        return isBearer(place)
    }

    /// Whether this is a word for one who has an age: "fillette", "lycéen".
    func isBearer(_ index: Int) -> Bool { self[index].isWord(Self.bearersOfAge) }

    /// "34 ans," between commas or at an end of the sentence.
    private func standsAlone(_ index: Int, _ unit: Int) -> Bool {
        self[index].shape == .number && self[index].value >= 5 && (self[index - 1].is(",") || self[index - 1].is("("))
            && (self[unit + 1].shape == .mark || self[unit + 1].shape == .nothing)
    }

    private static let bearersOfAge: Set<String> = [
        "patient", "patiente", "resident", "residente", "dame", "homme", "femme", "enfant", "nourrisson", "bebe",
        "garcon", "garconnet", "pt", "pte", "usager", "usagere",
        "fille", "fillette", "fils", "petite", "petit", "adolescent", "adolescente", "monsieur", "madame", "prematuree",
        "premature", "jumeau", "jumelle", "mineur", "mineure", "ado", "gamin", "gamine", "lyceen", "lyceenne",
        "collegien", "collegienne", "ecolier", "ecoliere", "eleve", "etudiant", "etudiante", "jumeaux", "jumelles",
        "gosse", "nn", "nne", "malade", "personne", "garcons", "frere", "soeur", "neveu", "niece", "apprenti",
        "apprentie",
        "orphelin", "orpheline", "bb", "migrant", "migrante", "refugie", "refugiee", "detenu", "detenue", "retraite",
        "retraitee", "agriculteur", "agricultrice", "ouvrier", "ouvriere", "jeune", "primipare", "multipare",
        "parturiente", "toxicomane", "schizophrene", "autiste", "trisomique", "diabetique", "asthmatique",
        "epileptique",
        "drepanocytaire", "mere", "pere", "maman", "papa", "fugueur", "fugueuse", "gars", "papi", "mamie", "papy",
        "hospitalise", "hospitalisee",
    ]

    private static let children: Set<String> = [
        "bebe", "bb", "nourrisson", "enfant", "fillette", "garcon", "fille", "nn", "nne", "premature", "prematuree",
        "jumeau",
        "jumelle", "jumeaux", "jumelles", "petit", "petite", "triplees",
    ]

    /// "nourrisson, 5 mois", "(bébé 3 semaines)": months are an age only beside a child.
    private func isBesideChild(_ index: Int) -> Bool {
        let place = self[index - 1].is(",") || self[index - 1].is("(") ? index - 2 : index - 1
        return self[place].isWord(Self.children)
    }

    /// The preposition, which is not the verb of "elle a 87 ans".
    func isAt(_ index: Int) -> Bool {
        guard self[index].word == "a" else { return false }
        let letter = scalars[self[index].start]
        // "A 84 ans, on peut encore courir": capitals often lose their accent.
        return letter == "à" || letter == "À"
            || letter == "A" && self[index + 1].shape == .number && !isGlued(index + 1) && startsSentence(index)
    }

    private func isOfMan(_ index: Int) -> Bool {
        let place = self[index - 2].word == "age" ? index - 3 : index - 2
        return self[index - 2].word == "age"
            || self[place].isWord([
                "homme", "patient", "monsieur", "resident", "m", "mr", "malade", "garcon", "fils", "adolescent", "il",
                "gamin", "bebe", "nourrisson", "frere", "neveu", "etudiant", "detenu", "jeune", "jumeau", "retraite",
                "agriculteur", "ouvrier", "migrant", "refugie", "ado", "pt", "papi", "papy", "pere", "gars",
                "premature",
            ])
    }

    /// The start of "âgée de 92 ans", so that "une patiente très âgée" reads well.
    private func start(of index: Int, takingDe: Bool) -> Int {
        if isTimeSinceBirth(index) { return self[index - 3].start }
        if self[index - 1].is("’") || self[index - 1].is("'"), self[index - 2].word == "d" {
            return self[index - 3].isWord(["age", "agee"]) ? self[index - 3].start : self[index - 2].start
        }
        guard takingDe, self[index - 1].word == "de", self[index - 1].shape == .word else { return self[index].start }
        if self[index - 2].isWord(["age", "agee"]) { return self[index - 2].start }
        return self[index - 1].start
    }
}
