/// Institutions, villages and towns of someone: Q4.
extension Reading {
    /// Q4: an institution or a village with its proper name.
    func namedPlace(at index: Int) -> Passage? {
        let head = self[index]
        var place = index + 1
        switch head.word {
        case "ch", "chs", "chi", "chd", "epsm", "chpf", "chu", "chru", "gh", "ssr", "smr", "usld", "ehpad", "marpa",
            "mapad", "ime", "fam",
            "mas",
            "esat", "had", "ssiad", "cmp", "mecs", "itep", "hdj", "umd", "usip", "cattp", "pmi", "mrs", "ems", "chsld",
            "clsc":
            if !head.isAllCapitals, let town = townInLowerCase(ofHospital: index) ?? homeInLowerCase(at: index) {
                return town
            }
            guard head.isAllCapitals || head.word == "ehpad" else { return nil }
        case "centre" where self[place].word.hasPrefix("hospital"), "groupe":
            guard self[place].isWord(["hospitalier", "hospitaliere", "hospitalo"]) else { return nil }
            place += 1
            while self[place].isWord(["universitaire", "regional", "intercommunal", "specialise", "general"])
                || self[place].is("-")
            { place += 1 }
        case "maison" where self[place].word == "d" && self[place + 2].isWord(["arret", "accueil", "enfants"]):
            place += 3
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
        case "hopital" where self[place].word == "de" && self[place + 1].isWord(["jour", "semaine", "nuit"]): place += 2
        case "hotel":
            guard isAboutOnePatient(index) || isWithCareEvent(index) || follows(index, within: 6, ["ans"]) else {
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
            guard
                isAboutPatient(index) || follows(index, within: 5, ["ans"])
                    || self[index + 1].isWord(["de", "d", "du", "saint", "sainte"])
            else {
                return nil
            }
        case "institut":
            guard isAboutPatient(index) || follows(index, within: 6, ["ans"]) else { return nil }
        case "groupement", "nouveau": return nil
        case "residence" where !self[place].isCapitalised: if let home = homeInLowerCase(at: index) { return home }
        case "urgences":
            guard isAboutOnePatient(index) || isWithCareEvent(index), self[place].isWord(["de", "d"]) else {
                return nil
            }
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
                    || self[index + 1].isWord(["a", "au", "depuis", "de", "du", "dans", "d", "seul", "seule"])
            else { return nil }
        }
        // "hospitalisée à Bayonne" in a sentence about no one yet: who else is?
        if verb.isWord(Self.moved),
            !(verb.word == "hosp" ? self[index + 2] : self[index + 1]).isWord(["a", "au", "de", "sur", "d", "depuis"])
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
            self[place].isWord(["a", "au", "aux", "pres", "de", "du", "d", "sur", "dans", "le", "la", "depuis"])
                || self[place].is("’") || self[place].is("'")
        { place += 1 }
        // "habite le château de Larroque".
        if self[place].isWord(["chateau", "moulin", "manoir", "domaine", "presbytere"]),
            self[place + 1].isWord(["de", "du", "d"])
        {
            place += 1
        }
        // "habitant Nérac".
        let isDirect = verb.isWord(["habite", "habitait", "habitant"]) && place == index + 1
        guard place > start || isDirect, let end = endOfProperName(from: place) else { return nil }
        return passage(.namedPlace, self[start].start, self[end].end, "dans notre secteur")
    }

    private static let moved: Set<String> = [
        "hospitalise", "hospitalisee", "transfere", "transferee", "opere", "operee", "dialyse", "dialysee", "scolarise",
        "scolarisee", "evacue", "evacuee", "retrouve", "retrouvee", "helitreuille", "helitreuillee", "evasane",
        "evasanee", "evasan",
        "rapatrie", "rapatriee", "accouche", "hosp",
    ]

    private static let beforeNoun: Set<String> = [
        "la", "une", "cette", "notre", "de", "a", "en", "l", "d", "par", "votre", "sa", "chaque", "petite", "et", "ou",
        "vers",
    ]

    /// Q4: "du chu de nantes", dictated without capitals.
    private func townInLowerCase(ofHospital index: Int) -> Passage? {
        let town = self[index + 2]
        guard self[index].isWord(["ch", "chu", "chs", "chru"]), self[index + 1].word == "de",
            self[index - 1].isWord(["du", "au", "le", "ce"]), town.shape == .word, !town.isCapitalised, town.length > 2,
            town.traits.isEmpty, !town.isWord(Self.notPlaces), !isAdjective(town)
        else { return nil }
        var end = index + 2
        while isGlued(end + 1), self[end + 1].is("-"), self[end + 2].shape == .word { end += 2 }
        return passage(.namedPlace, self[index].start, self[end].end, "notre établissement")
    }

    /// Q4: "agricultrice de 59 ans à Arzacq".
    func townAfterAge(at unit: Int) -> Passage? {
        guard self[unit + 1].word == "a", isAt(unit + 1), let end = endOfProperName(from: unit + 2) else { return nil }
        return passage(.namedPlace, self[unit + 1].start, self[end].end, "")
    }

    /// Q4: "résidente du Clos des Vignes": of a house that has a name.
    func placeOfResident(at index: Int) -> Passage? {
        guard self[index].word.hasPrefix("resident"), self[index + 1].isWord(["du", "des", "de", "aux"]),
            !self[index + 2].isWord(["dr", "pr", "docteur"]), let end = endOfProperName(from: index + 1)
        else { return nil }
        return passage(.namedPlace, self[index + 1].start, self[end].end, "")
    }

    func endOfProperName(from start: Int) -> Int? {
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
        let isInCapitals = place > start && self[place - 1].isAllCapitals && self[place - 1].length > 1
        if name.isAllCapitals, name.length <= 5, !isInCapitals { return nil }
        var end = place
        while self[end + 1].is("-"), isGlued(end + 1), isGlued(end + 2), self[end + 2].shape == .word { end += 2 }
        while end < place + 8 {
            // "Clos des Vignes", "Jardins d’Alice".
            var next = end + 1
            while next < end + 4, self[next].isWord(["de", "du", "des", "d", "la"]) || isElision(next) { next += 1 }
            guard self[next].shape == .word, self[next].isCapitalised, !self[next].startsLine,
                self[next].traits.isDisjoint(with: [.notName, .institution, .title, .month]), self[next].length > 1,
                next == end + 1 || !self[next].isAllCapitals
            else { break }
            end = next
        }
        return end
    }

    /// The apostrophe of "d’Alice".
    private func isElision(_ index: Int) -> Bool {
        (self[index].is("’") || self[index].is("'")) && self[index - 1].isWord(["d", "l"])
    }

    private func isSaint(_ index: Int) -> Bool { self[index].isWord(["saint", "sainte", "st", "ste"]) }

    private static let links: Set<String> = [
        "de", "du", "des", "d", "la", "le", "les", "l", "a", "nommee",
    ]

    private static let notPlaces: Set<String> = [
        "france", "europe", "paroxystique", "covid", "medecine", "chirurgie", "urgences", "psychiatrie", "geriatrie",
        "score",
        "echelle", "evaluation", "test", "dasri", "internet", "reference", "proximite", "jour", "nuit", "garde",
        "ville", "rattachement",
    ]
}
