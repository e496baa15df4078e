extension Reading {
    /// Q3: a room, bed or box with its number; not "elle lit 3 pages", "chambre à 2 lits", "tête de lit 30°".
    func placeInWard(at index: Int) -> Passage? {
        let word = self[index]
        if word.word == "lit", self[index - 1].isWord(["il", "elle", "on", "qui", "ne", "patient", "patiente"]) {
            return nil
        }
        // No tube is wider than 36 Charrière.
        let size = (index + 1..<index + 4).first { self[$0].shape == .number }
        if word.word == "ch" || word.word == "chb", size.map({ self[$0].value <= 36 }) ?? true,
            follows(index, within: 6, Self.tubes) || precedes(index, within: 8, Self.tubes)
        {
            return nil
        }
        // "Barrières de lit : 2"; in English a meeting has a room too.
        if self[index - 1].word == "de", self[index - 2].isWord(Self.furniture) { return nil }
        if word.isWord(["room", "bed"]), !isAboutPatient(index) { return nil }
        var place = index + 1
        // "ch212" is a room, "CH50" is not, nor is what stands in the middle of a sentence.
        if word.length < 3, isGlued(place), !self[place].is("."), !(self[place].is("-") && startsSentence(index)),
            self[place].shape != .number || word.isAllCapitals && self[place].length < 3
                || self[place].length < 3 && !startsSentence(index) && self[index - 1].shape != .mark
                    && self[index - 1].word != "ans" && !self[index - 1].traits.contains(.person)
                    && !(2...3).contains(where: { self[index - $0].traits.contains(.title) })
        {
            return nil
        }
        var isNumbered = false
        while self[place].isWord(["n", "no", "numero", "num"]) || self[place].is("°") || self[place].is("º")
            || self[place].is(":") || self[place].is("|")
            || (self[place].is(".") && place - index < 4
                && (word.word.hasPrefix("ch") && word.word != "chambre" || isNumbered))
        {
            isNumbered = true
            place += 1
        }
        if self[place].isWord(["porte", "fenetre"]) {
            if self[place + 1].shape == .number {
                place += 1
            } else if word.word == "lit", !self[index - 1].isWord(["un", "des"]) {
                return passage(.placeInWard, word.start, self[place].end, self[index - 1].word == "du" ? "lit" : "")
            }
        }
        if place == index + 1, self[place].is("-"), isGlued(place), isGlued(place + 1), !word.isAllCapitals {
            place += 1
        }
        if place == index + 1, self[place].isWord(["seule", "double", "particuliere", "individuelle"]),
            self[place + 1].shape == .number
        {
            place += 1
        }
        // "box de déchocage 2", "lit de réa n° 6".
        if place == index + 1, self[place].isWord(["de", "des", "du"]), self[place + 1].shape == .word,
            self[place + 1].traits.isDisjoint(with: [.numeral, .particle]),
            self[place + 2].shape == .number || self[place + 2].isWord(["n", "no", "numero"]),
            !self[place + 3].isWord(["places", "ans"])
        {
            place += 2
            while self[place].isWord(["n", "no", "numero"]) || self[place].is("°") { place += 1 }
        }
        if place == index + 1, self[place].word == "d",
            self[place + 2].isWord(["isolement", "urgence", "hospitalisation"])
        {
            place += 3
        }
        if let spelled = spelledPlace(at: index, number: place, isNumbered: isNumbered) { return spelled }
        // "chambre A 09", "chambre A-09".
        if self[place].shape == .word, self[place].length == 1, self[place].isCapitalised {
            let isHyphenated = self[place + 1].is("-") && isGlued(place + 1) && isGlued(place + 2)
            let number = isHyphenated ? place + 2 : place + 1
            if self[number].shape == .number { place = number }
        }
        let number = self[place]
        guard number.shape == .number, number.length <= 4, !number.startsLine || isNumbered || place == index + 1 else {
            return nil
        }
        let isMeasured =
            isNumbered && self[place - 1].is(":") && self[place + 1].isWord(["cm", "mm", "m", "euros", "kg", "places"])
        if number.value == 0, number.length == 1 { return nil }
        if !isNumbered && isCounted(place) || isMeasured { return nil }
        // "les lits 12 à 18".
        if isAt(place + 1), self[place + 2].shape == .number, self[place + 2].length <= 4,
            !self[place + 3].isWord(["h", "ans"])
        {
            return nil
        }
        // "Standard du CH : 05 59 44 35 35".
        if scalars[number.start] == "0", number.length == 2, self[place + 1].shape == .number { return nil }
        // The hospital's beds, and the complement's activity.
        if word.word == "ch", word.isAllCapitals, !isNumbered, number.value == 50 || isGlued(place) { return nil }
        var end = place
        if self[end + 1].isWord(["bis", "ter"])
            || isGlued(end + 1) && self[end + 1].shape == .word && self[end + 1].length == 1
        {
            end += 1
        }
        // "chambres 12 et 14".
        while self[end + 1].isWord(["et", "ou"]) || self[end + 1].is(","), self[end + 2].shape == .number,
            self[end + 2].length <= 4, !isCounted(end + 2), word.word.hasSuffix("s")
        { end += 2 }
        return ward(from: index, to: end)
    }

    /// "dans la chambre 12" is read without its number, "au lit 12" as another bed, "chambre 12" alone not at all.
    private func ward(from index: Int, to end: Int) -> Passage {
        let word = self[index]
        let before = self[index - 1]
        guard before.isWord(["la", "le", "du", "au", "cette", "ce", "notre", "les", "des", "aux"]) else {
            return passage(.placeInWard, word.start, self[end].end, "")
        }
        // "le patient du lit 22": the patient.
        if before.word == "du",
            !self[index - 2].traits.isDisjoint(with: [.namedPerson, .relative, .title])
        {
            return passage(.placeInWard, before.start, self[end].end, "")
        }
        var kept = text(word.start, word.end)
        if word.word == "lit", before.isWord(["le", "du", "au"]) {
            kept = before.word == "au" ? "un autre lit" : "un lit"
        }
        if word.word.hasPrefix("ch"), !word.word.hasPrefix("chambre") { kept = "chambre" }
        return passage(.placeInWard, word.start, self[end].end, kept)
    }

    /// "chambre douze", "lit numéro quatre": in letters, where no count may be meant.
    private func spelledPlace(at index: Int, number place: Int, isNumbered: Bool) -> Passage? {
        guard let (value, last) = numeral(at: place), value > 1 || isNumbered, !isCounted(last) else { return nil }
        let next = self[last + 1]
        let isWhole =
            next.shape != .word || next.startsLine || next.traits.contains(.predicate)
            || next.isWord([
                "porte", "fenetre", "qui", "pour", "depuis", "avec", "sans", "au", "a", "dans", "et", "hier", "cette",
                "en", "bis", "le", "la",
            ])
        let before = self[index - 1]
        let isPlaced =
            isNumbered || startsSentence(index) || before.shape == .mark
            || before.isWord(["la", "du", "au", "le", "de", "en", "cette", "ce", "chute"])
            || before.traits.contains(.namedPerson)
        return isWhole && isPlaced ? ward(from: index, to: last) : nil
    }

    /// Q3: "le résident de la 214", "la dame du 12", "la 214 a fugué": the room that stands for the one who lives there.
    func numberForPatient(at index: Int) -> Passage? {
        var place = index
        if self[place].word == "de", self[place + 1].word == "la" { place += 1 }
        let number = self[place + 1]
        // "le 12 fenêtre a arraché sa perfusion".
        if self[place].isWord(["le", "la", "du", "au"]), number.shape == .number, number.length <= 3,
            self[place + 2].word == "fenetre"
                || self[place + 2].word == "porte" && self[place + 3].traits.contains(.predicate)
        {
            return passage(.placeInWard, self[index].start, self[place + 2].end, "quelqu’un")
        }
        // "ds la 7, elle crie".
        if self[place].word == "la", self[place - 1].isWord(["dans", "ds"]), number.shape == .number,
            number.length <= 3,
            self[place + 2].is(","), self[place + 3].isWord(["elle", "il"])
        {
            return passage(.placeInWard, self[place].start, number.end, "une chambre")
        }
        // "le 14 a encore sonné".
        let isSubject =
            self[place].word == "le" && number.length <= 3
            && self[place + 2].isWord(["a", "ne", "n", "se", "s", "est", "crie"])
            && isWithSuffering(place + 1) && startsSentence(place)
        if isSubject { return passage(.placeInWard, self[place].start, number.end, "quelqu’un") }
        guard self[place].isWord(["la", "du"]) else { return nil }
        guard number.shape == .number, number.length <= 4, number.value > 0, !isGluedToNext(place + 1) else {
            return nil
        }
        if place > index || self[place].word == "du" {
            let next = self[place + 2]
            // "Mr L. de la 207", "Mme Lopez de la 12".
            let isNamed =
                (1...4).contains { self[index - $0].traits.contains(.title) }
                && (self[index - 1].isCapitalised || self[index - 1].is("."))
            let isAged = self[index - 1].word == "ans" && next.traits.contains(.predicate) && isAboutOnePatient(index)
            guard
                isNamed || isAged || self[index - 1].traits.contains(.namedPerson)
                    || self[index - 1].isWord(["monsieur", "madame"]),
                !isCounted(place + 1),
                !next.traits.contains(.month), !next.isWord(["au", "e", "eme"]), !next.is("-"),
                next.word != "et" || self[place + 3].isWord(["celui", "celle"])
            else { return nil }
            return passage(.placeInWard, self[index].start, number.end, "")
        }
        // Teeth have numbers of two digits: these must do or undergo what only a patient does.
        let isNamed = self[place + 2].is("(") && self[place + 3].traits.contains(.title)
        let isDescribed = self[place + 2].is(",") && (factFollows(place + 1) || self[place + 3].traits.contains(.title))
        guard
            number.length == 2 && isDescribed
                || number.length == 3 && (self[place + 2].traits.contains(.predicate) || isNamed || isDescribed)
                || number.length == 2 && isNamed || number.length == 2 && isWithSuffering(place + 1),
            !self[place - 1].isWord(["de", "sur", "question", "page", "salle", "fiche", "a"]), !isAboutThing(place)
        else { return nil }
        return passage(.placeInWard, self[index].start, number.end, "une personne")
    }

    private func isGluedToNext(_ index: Int) -> Bool {
        isGlued(index + 1) && (self[index + 1].shape != .mark || isGlued(index + 2) && self[index + 2].shape == .number)
    }

    private static let furniture: Set<String> = [
        "barriere", "barrieres", "tete", "pied", "drap", "draps", "rail", "rails", "ridelle", "ridelles", "descente",
    ]

    /// Tubes whose calibre is told in Charrière: "sonde CH 16" is no room.
    private static let tubes: Set<String> = [
        "sonde", "sondes", "catheter", "catheters", "drain", "drains", "aspiration", "canule", "canules", "charriere",
        "calibre", "taille", "foley", "bougie", "gastrostomie", "sondage", "ballonnet", "redon",
    ]

    /// Whether the number counts or measures something: "lit 3 fois", "lit 90 cm", "chambre 2 places".
    private func isCounted(_ index: Int) -> Bool {
        let next = self[index + 1]
        // "box 7 M. Delmas".
        if next.word == "m", next.isCapitalised { return false }
        if next.isWord(Self.counted) { return true }
        // "Chambre 1 ou 2 lits".
        if next.word == "ou", self[index + 2].shape == .number, self[index + 3].isWord(Self.counted) { return true }
        if next.is("°") || next.is("%") || next.is("×") || next.is("€") { return true }
        if isGlued(index + 1), next.is(",") || next.is("/") || next.is("x"), self[index + 2].shape == .number,
            isGlued(index + 2)
        {
            return true
        }
        return next.shape == .word && isGlued(index + 1) && next.length > 1
    }

    private static let counted: Set<String> = [
        "fois", "pages", "livres", "lignes", "h", "heure", "heures", "min", "minutes", "mots", "articles", "jours",
        "ml",
        "chapitres", "places", "lits", "cm", "mm", "m", "x", "personnes", "degres", "ans", "mois", "semaines", "french",
        "personne", "place", "moteurs", "sections", "fonctions", "positions", "plans", "unites", "barriere", "usagers",
        "fr", "kg", "mg", "g", "l", "barrieres", "roues", "plis", "soirs", "nuits", "patients", "residents", "sur",
    ]
}
