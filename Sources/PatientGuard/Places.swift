extension Reading {
    /// Q3: a room, bed or box with its number; not "elle lit 3 pages", "chambre à 2 lits", "tête de lit 30°".
    func placeInWard(at index: Int) -> Passage? {
        let word = self[index]
        if word.word == "lit", self[index - 1].isWord(["il", "elle", "on", "qui", "ne", "patient", "patiente"]) {
            return nil
        }
        if word.word == "ch" || word.word == "chb",
            follows(index, within: 6, Self.tubes) || precedes(index, within: 4, Self.tubes)
        {
            return nil
        }
        var place = index + 1
        // "ch212" is a room, "CH50" is not, nor is what stands in the middle of a sentence.
        if word.length < 3, isGlued(place), !self[place].is("."),
            self[place].shape != .number || word.isAllCapitals && self[place].length < 3
                || self[place].length < 3 && !startsSentence(index) && self[index - 1].shape != .mark
        {
            return nil
        }
        var isNumbered = false
        while self[place].isWord(["n", "no", "numero", "num"]) || self[place].is("°") || self[place].is("º")
            || self[place].is(":")
            || (self[place].is(".") && place - index < 4
                && (word.word.hasPrefix("ch") && word.word != "chambre" || isNumbered))
        {
            isNumbered = true
            place += 1
        }
        if self[place].isWord(["porte", "fenetre"]), self[place + 1].shape == .number { place += 1 }
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
        if let spelled = spelledPlace(at: index, number: place, isNumbered: isNumbered) { return spelled }
        if self[place].shape == .word, self[place].length == 1, self[place].isCapitalised,
            self[place + 1].shape == .number
        {
            place += 1
        }
        let number = self[place]
        guard number.shape == .number, number.length <= 4, !number.startsLine || isNumbered || place == index + 1 else {
            return nil
        }
        if !isNumbered, isCounted(place) { return nil }
        // The hospital's beds, and the complement's activity.
        if word.word == "ch", word.isAllCapitals, !isNumbered, number.value == 50 || isGlued(place) { return nil }
        var end = place
        if self[end + 1].shape == .word, isGlued(end + 1), self[end + 1].length == 1 { end += 1 }
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
                "en", "bis",
            ])
        let before = self[index - 1]
        let isPlaced =
            isNumbered || startsSentence(index) || before.shape == .mark
            || before.isWord(["la", "du", "au", "le", "de", "en", "cette", "ce"])
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
            guard
                isNamed || self[index - 1].traits.contains(.namedPerson)
                    || self[index - 1].isWord(["monsieur", "madame"]),
                !isCounted(place + 1),
                !next.traits.contains(.month), !next.isWord(["au", "et", "e", "eme"]), !next.is("-")
            else { return nil }
            return passage(.placeInWard, self[index].start, number.end, "")
        }
        // Teeth have numbers of two digits: these must do or undergo what only a patient does.
        let isNamed = self[place + 2].is("(") && self[place + 3].traits.contains(.title)
        let isDescribed = self[place + 2].is(",") && factFollows(place + 1)
        guard
            number.length == 3 && (self[place + 2].traits.contains(.predicate) || isNamed || isDescribed)
                || number.length == 2 && isWithSuffering(place + 1),
            !self[place - 1].isWord(["de", "sur", "question", "page", "salle", "fiche", "a"]), !isAboutThing(place)
        else { return nil }
        return passage(.placeInWard, self[index].start, number.end, "une personne")
    }

    private func isGluedToNext(_ index: Int) -> Bool {
        isGlued(index + 1) && (self[index + 1].shape != .mark || isGlued(index + 2) && self[index + 2].shape == .number)
    }

    /// Tubes whose calibre is told in Charrière: "sonde CH 16" is no room.
    private static let tubes: Set<String> = [
        "sonde", "sondes", "catheter", "catheters", "drain", "drains", "aspiration", "canule", "canules", "charriere",
        "calibre", "taille", "foley", "bougie", "gastrostomie", "sondage", "ballonnet", "redon",
    ]

    /// Whether the number counts or measures something: "lit 3 fois", "lit 90 cm", "chambre 2 places".
    private func isCounted(_ index: Int) -> Bool {
        let next = self[index + 1]
        if next.isWord(Self.counted) { return true }
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

    /// Q4: an institution or a village with its proper name.
    func namedPlace(at index: Int) -> Passage? {
        let head = self[index]
        var place = index + 1
        switch head.word {
        case "ch", "chs", "chi", "chu", "chru", "gh", "ssr", "smr", "usld", "ehpad", "marpa", "mapad", "ime", "fam",
            "mas",
            "esat", "had", "ssiad", "cmp", "mecs", "itep", "hdj":
            guard head.isAllCapitals || head.word == "ehpad" else { return nil }
        case "centre" where self[place].word.hasPrefix("hospital"), "groupe":
            guard self[place].isWord(["hospitalier", "hospitaliere", "hospitalo"]) else { return nil }
            place += 1
            while self[place].isWord(["universitaire", "regional", "intercommunal", "specialise", "general"])
                || self[place].is("-")
            { place += 1 }
        case "maison":
            guard self[place].isWord(["de", "medicale"]) else { return nil }
            if self[place].word == "de" {
                guard self[place + 1].isWord(["retraite", "sante", "repos"]) else { return nil }
                place += 1
            }
            place += 1
        case "foyer", "centre":
            // "foyer de vie", "centre de rééducation".
            if self[place].isWord(["de", "d"]) {
                var kind = place + 1
                if self[kind].is("’") || self[kind].is("'") { kind += 1 }
                if self[kind].isWord([
                    "vie", "hebergement", "accueil", "reeducation", "dialyse", "convalescence", "soins", "readaptation",
                    "sante",
                ]) {
                    place = kind + 1
                } else if head.word == "centre" {
                    return nil
                }
            } else if head.word == "centre" {
                return nil
            }
        case "clinique":
            // The adjective ("examen clinique Glasgow") follows a noun; the place follows an article or begins.
            let before = self[index - 1]
            if before.shape == .word, !before.isWord(Self.beforeNoun) { return nil }
        case "ecole", "college", "lycee", "creche", "iut":
            while self[place].isWord(["primaire", "maternelle", "elementaire"]) { place += 1 }
        case "lieu":
            guard self[place].is("-") || self[place].word == "dit" else { return nil }
            if self[place].is("-") { place += 1 }
            guard self[place].word == "dit" else { return nil }
            place += 1
            if self[place].is(":") || self[place].is("«") { place += 1 }
        case "quartier", "vallee", "canton", "ile", "paroisse", "domaine", "ferme":
            guard isAboutPatient(index) || self[index + 1].isWord(["de", "d", "du", "saint", "sainte"]) else {
                return nil
            }
        case "groupement", "institut", "nouveau": return nil
        default: break
        }
        while self[place].isWord([
            "universitaire", "public", "prive", "privee", "departemental", "local", "psychiatrique",
            "militaire", "intercommunal", "general", "regional", "autonomie", "senior", "seniors", "logement",
            "services",
            "medicalise", "medicalisee", "mutualiste", "intergenerationnelle",
        ]) || self[place].is("-") && self[place + 1].word == "logement" { place += 1 }
        let isQuoted = self[place].is("«") || self[place].is("\"") || self[place].is("“")
        if isQuoted { place += 1 }
        guard var end = endOfProperName(from: place) else { return nil }
        if isQuoted, self[end + 1].is("»") || self[end + 1].is("\"") || self[end + 1].is("”") { end += 1 }
        return passage(
            .namedPlace, head.start, self[end].end,
            Self.ofSettlement.contains(head.word) ? "notre secteur" : "notre établissement")
    }

    /// Q4: "elle habite à Nérac", "né à Nérac", not "j’habite à Nérac": the author may say where they live.
    func town(ofDwelling index: Int) -> Passage? {
        let verb = self[index]
        if verb.isWord(["vit", "natif", "native"]) || !verb.traits.contains(.dwelling) {
            guard
                verb.traits.contains(.born)
                    || self[index + 1].isWord(["a", "au", "de", "du", "dans", "d", "seul", "seule"])
            else { return nil }
        }
        // "hospitalisée à Bayonne" in a sentence about no one yet: who else is?
        if verb.isWord(Self.moved),
            !(verb.word == "hosp" ? self[index + 2] : self[index + 1]).isWord(["a", "au", "de", "sur", "d"])
                || isAboutThing(index)
        {
            return nil
        }
        if self[index - 1].isWord(["j", "je", "nous"]) || self[index - 2].isWord(["j", "je"]) { return nil }
        var place = index + 1
        while place < index + 4,
            self[place].isWord(["seul", "seule", "actuellement", "encore", "desormais", "toujours"])
        {
            place += 1
        }
        let start = place
        while place < start + 4,
            self[place].isWord(["a", "au", "aux", "pres", "de", "du", "d", "sur", "dans", "le", "la"])
                || self[place].is("’") || self[place].is("'")
        { place += 1 }
        // "habitant Nérac".
        let isDirect = verb.isWord(["habite", "habitait", "habitant"]) && place == index + 1
        guard place > start || isDirect, let end = endOfProperName(from: place) else { return nil }
        return passage(.namedPlace, self[start].start, self[end].end, "dans notre secteur")
    }

    private static let moved: Set<String> = [
        "hospitalise", "hospitalisee", "transfere", "transferee", "opere", "operee", "dialyse", "dialysee", "scolarise",
        "scolarisee", "evacue", "evacuee", "retrouve", "retrouvee", "helitreuille", "helitreuillee", "evasane",
        "evasanee",
        "rapatrie", "rapatriee", "accouche", "hosp",
    ]

    /// "je travaille au CHU de Limoges", "l’équipe du CH de Brive": where colleagues are, in a sentence without patient.
    func isAuthorsPlace(_ index: Int) -> Bool {
        if isAboutPatient(index) { return false }
        // A school names a child, if one is spoken of.
        if self[index].isWord(["ecole", "college", "lycee", "creche", "iut"]) { return true }
        return !Self.ofSettlement.contains(self[index].word) && follows(index, within: 6, Self.work)
    }

    private static let work: Set<String> = [
        "travaille", "travaillons", "travailler", "exerce", "exercons", "exercer", "equipe", "equipes", "collegue",
        "collegues", "infirmiere", "infirmier", "infirmieres", "infirmiers", "ide", "cadre", "cadres", "pharmacienne",
        "pharmacien", "medecin", "medecins", "soignante", "soignant", "soignants", "soignantes", "poste", "stage",
        "recrute", "formation", "partenariat", "convention", "congres", "psychologue", "kine", "directeur",
        "directrice",
        "reseau", "internes", "interne", "docteur", "dr", "pr", "professeur", "cordialement", "etude", "hygieniste",
    ]

    private static let ofSettlement: Set<String> = [
        "commune", "village", "ville", "bourg", "hameau", "quartier", "vallee", "canton", "ile", "paroisse", "domaine",
        "ferme", "lieu",
    ]

    private static let beforeNoun: Set<String> = [
        "la", "une", "cette", "notre", "de", "a", "en", "l", "d", "par", "votre", "sa", "chaque", "petite", "et", "ou",
        "vers",
    ]

    private func endOfProperName(from start: Int) -> Int? {
        var place = start
        var isLinked = false
        while self[place].isWord(Self.links) || self[place].is("'") || self[place].is("’"), place < start + 4 {
            // "EHPAD. Les résidents…" has a full stop; "CHU Les infirmières" is rare enough.
            isLinked = true
            place += 1
        }
        let name = self[place]
        guard name.shape == .word, name.isCapitalised, name.length >= 3 || isSaint(place), !name.startsLine || isLinked,
            name.traits.isDisjoint(with: Traits.notName.union([.institution, .title, .month, .weekday, .person]))
                || isSaint(place),
            !Self.notPlaces.contains(name.word)
        else { return nil }
        // Acronyms are services and agencies ("EHPAD PASA", "CHU GHT"), not names.
        if name.isAllCapitals, name.length <= 5 { return nil }
        var end = place
        while self[end + 1].is("-"), isGlued(end + 1), isGlued(end + 2), self[end + 2].shape == .word { end += 2 }
        while self[end + 1].shape == .word, self[end + 1].isCapitalised, !self[end + 1].startsLine,
            self[end + 1].traits.isDisjoint(with: [.notName, .institution]), self[end + 1].length > 1, end < place + 6
        { end += 1 }
        return end
    }

    private func isSaint(_ index: Int) -> Bool { self[index].isWord(["saint", "sainte", "st", "ste"]) }

    private static let links: Set<String> = [
        "de", "du", "des", "d", "la", "le", "les", "l", "a", "nommee",
    ]

    private static let notPlaces: Set<String> = [
        "france", "europe", "paroxystique", "covid", "medecine", "chirurgie", "urgences", "psychiatrie", "geriatrie",
        "score",
        "echelle", "evaluation", "test", "dasri", "internet",
    ]
}
