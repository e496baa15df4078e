/// What makes one person known far away: Q6.
extension Reading {
    /// Q6: what the local paper told.
    func rareEvent(at index: Int) -> Passage? {
        let word = self[index]
        let before = self[index - 1]
        switch word.word {
        case "cas":
            if self[index + 1].isWord(["rarissime", "unique"]) {
                return passage(.rareEvent, word.start, self[index + 1].end, "situation peu fréquente")
            }
            if before.shape == .number || before.traits.contains(.numeral), before.value < 21,
                self[index + 1].isWord(["en", "au"]),
                self[index + 2].isWord(["france", "europe", "monde", "aquitaine"])
            {
                return passage(.rareEvent, before.start, self[index + 2].end, "situations peu fréquentes")
            }
            if before.shape == .number || before.traits.contains(.numeral), before.value < 21,
                self[index + 1].isWord(["connus", "decrits", "recenses", "rapportes", "publies"]),
                self[index + 2].isWord(["en", "au", "dans", "a"]), !isAboutThing(index)
            {
                return passage(.rareEvent, before.start, self[index + 3].end, "situations peu fréquentes")
            }
            if before.word == "er", self[index - 2].value == 1, precedes(index, within: 8, Self.territories) {
                return passage(.rareEvent, self[index - 2].start, word.end, "une situation peu fréquente")
            }
            guard before.isWord(["seul", "seule", "premier", "unique"]) else { return nil }
            // "Premier cas de grippe de la saison".
            if before.word == "premier", precedes(index, within: 3, Self.seasonal),
                !precedes(index, within: 12, Self.territories), !isAboutOnePatient(index)
            {
                return nil
            }
            if self[index + 1].isWord(["clinique", "pratique", "figure", "d", "ou", "particulier", "prevu"]) {
                return nil
            }
            return passage(.rareEvent, before.start, word.end, "une situation peu fréquente")
        case "fait", "faits":
            guard self[index + 1].isWord(["divers"]) else { return nil }
            return passage(.rareEvent, word.start, self[index + 1].end, "un événement")
        case "mondiale":
            guard before.isWord(["premiere"]) else { return nil }
            return passage(.rareEvent, before.start, word.end, "une situation peu fréquente")
        case "otage", "otages":
            let start = before.is("’") || before.is("'") ? index - 3 : index - 2
            if self[start].word == "prise", !isDrill(index) {
                return passage(.rareEvent, self[start].start, word.end, "un événement")
            }
            guard word.word == "otage", isAboutOnePatient(index) else { return nil }
            return passage(.rareEvent, word.start, word.end, "victime")
        case "presse" where before.word == "la" && precedes(index, within: 2, Self.told):
            let start = self[index - 2].word == "toute" ? index - 2 : index - 1
            return passage(.rareEvent, self[start].start, word.end, "le monde")
        case "presse", "television":
            guard before.isWord(["la"]), self[index - 2].isWord(["dans", "a"]),
                follows(index - 2, within: 4, Self.told)
            else { return nil }
            return passage(.rareEvent, self[index - 2].start, word.end, "publiquement")
        case "affaire", "titres", "journal":
            return printedStory(at: index)
        case "survivant", "survivante":
            // "survivante du Bataclan", "survivant de l’attentat".
            if self[index + 1].isWord(["du", "de", "des"]),
                self[index + 2].isCapitalised || precedes(index, within: 3, Self.disasters)
            {
                return passage(.rareEvent, word.start, word.end, "victime")
            }
            guard before.isWord(["seul", "seule", "unique"]) else { return nil }
            return passage(
                .rareEvent, before.start, word.end, "victime")
        case "seul", "seule", "unique", "premier", "premiere", "seules", "seuls", "rares":
            return onlyOne(at: index)
        case "triple":
            guard text(word.start, word.end).hasSuffix("é"),
                !before.isWord(["a", "ont", "avait", "est", "ete", "ayant", "sont"])
            else { return nil }
            return passage(.rareEvent, word.start, word.end, "enfant d’une grossesse multiple")
        case "quadruple", "quadruplee", "triplee":
            // "le nombre a quadruplé".
            guard text(word.start, word.end).hasSuffix("é") || word.word.hasSuffix("ee") || word.isAllCapitals,
                !before.isWord(["a", "ont", "avait", "est", "ete", "ayant", "sont", "avons"])
            else { return nil }
            return passage(.rareEvent, word.start, word.end, "enfant d’une grossesse multiple")
        case "siamois", "siamoises":
            guard before.isWord(["jumeaux", "jumelles", "soeurs", "freres", "de", "des", "les"]) else { return nil }
            let twins = before.isWord(["jumeaux", "jumelles", "soeurs", "freres"])
            return passage(.rareEvent, twins ? before.start : word.start, word.end, "plusieurs enfants")
        case "accident":
            guard self[index + 1].isWord(["d", "de", "du", "ferroviaire"]) else { return nil }
            if self[index + 1].word == "ferroviaire" {
                return passage(.rareEvent, word.start, self[index + 1].end, "accident")
            }
            let thing = self[index + 2].is("’") || self[index + 2].is("'") ? index + 3 : index + 2
            guard self[thing].isWord(Self.rareAccidents) else { return nil }
            return passage(.rareEvent, word.start, self[thing].end, "accident")
        case "mediatise", "mediatisee":
            return passage(.rareEvent, word.start, word.end, "connu")
        case "requin", "ours", "loup", "crocodile", "foudroye", "foudroyee":
            guard
                word.word.hasPrefix("foudroye")
                    || follows(index, within: 4, ["attaque", "attaquee", "mordu", "mordue", "morsure"])
            else {
                return nil
            }
            return passage(.rareEvent, word.start, word.end, word.word.hasPrefix("foudroye") ? "blessé" : "animal")
        case "meurtre", "feminicide", "infanticide", "parricide":
            return passage(.rareEvent, word.start, word.end, "événement")
        case "incendie", "explosion", "crash", "avalanche", "naufrage", "fusillade", "tuerie", "braquage":
            if word.isWord(["fusillade", "tuerie", "braquage"]) {
                return passage(.rareEvent, word.start, word.end, "événement")
            }
            guard follows(index, within: 6, Self.victims) else { return nil }
            return passage(
                .rareEvent, word.start, word.end,
                word.word == "explosion" || word.word == "avalanche" ? "catastrophe" : "événement")
        case "rarissime":
            guard !before.isWord(["cas"]), isAboutOnePatient(index) else { return nil }
            return passage(.rareEvent, word.start, word.end, "peu fréquente")
        case "rescape", "rescapee":
            guard self[index + 1].isWord(["de", "du", "d", "des"]),
                text(word.start, word.end).hasSuffix("é") || word.word.hasSuffix("ee")
            else { return nil }
            return passage(.rareEvent, word.start, word.end, "victime")
        case "jt", "tele":
            guard before.isWord(["au", "la"]), follows(index, within: 5, Self.told), !isAboutThing(index) else {
                return nil
            }
            let start = before.word == "la" && self[index - 2].word == "a" ? index - 2 : index - 1
            return passage(.rareEvent, self[start].start, word.end, "publiquement")
        case "quadruplees", "quintuplees", "triplees", "septuples":
            return passage(.rareEvent, word.start, word.end, "plusieurs enfants")
        case "triples" where text(word.end - 2, word.end) == "és",
            "quadruples" where text(word.end - 2, word.end) == "és", "quintuples", "sextuples":
            return passage(.rareEvent, word.start, word.end, "plusieurs enfants")
        case "triples" where startsSentence(index) && self[index + 1].traits.contains(.born):
            return passage(.rareEvent, word.start, word.end, "plusieurs enfants")
        case "triples", "quadruples":
            guard before.isWord(["de", "des", "les", "ses", "leurs"]) else { return nil }
            return passage(.rareEvent, word.start, word.end, "plusieurs enfants")
        default:
            if isDrill(index) { return nil }
            return passage(.rareEvent, word.start, word.end, "un événement")
        }
    }

    private static let rareAccidents: Set<String> = [
        "avion", "helicoptere", "train", "car", "parapente", "telepherique", "telesiege", "manege", "deltaplane", "bus",
        "montgolfiere", "planeur", "ulm", "autocar", "tramway", "chasse",
    ]

    /// "Plan blanc, attentat : exercice en mars".
    private func isDrill(_ index: Int) -> Bool {
        sentence(of: index) {
            $0.isWord(["exercice", "plan", "simulation", "formation", "risque", "fictif", "fictive"])
        } && !isAboutOnePatient(index)
    }

    private static let disasters: Set<String> = [
        "attentat", "attentats", "crash", "incendie", "naufrage", "avalanche", "explosion", "accident", "tsunami",
        "camps",
        "rafle", "seisme",
    ]

    private static let seasonal: Set<String> = [
        "grippe", "gale", "covid", "gea", "gastro", "vrs", "bronchiolite", "bhre", "clostridium", "infection", "teigne",
    ]

    private static let victims: Set<String> = [
        "victime", "victimes", "survivant", "survivante", "rescape", "rescapee", "brule", "brulee", "blesse", "blessee",
        "seul", "seule", "suite", "lors", "dans",
    ]

    /// "seule greffée du visage de la région", "l’unique patient opéré du département": alone of its kind somewhere.
    private func onlyOne(at index: Int) -> Passage? {
        var place = index + 1
        while place < index + 4, self[place].shape == .word, !self[place].isWord(Self.aloneOfTheirKind) { place += 1 }
        guard self[place].isWord(Self.aloneOfTheirKind), !isAboutThing(index) else { return nil }
        var last = place + 1
        while last < place + 10,
            self[last].shape == .word || self[last].is("-") || self[last].is("’") || self[last].is("'"),
            !self[last].isWord(Self.territories)
        { last += 1 }
        guard self[last].isWord(Self.territories) else { return nil }
        // "le premier patient de la région à télétransmettre" is a feat of the region's; a condition must be told.
        guard
            last > place + 2 || self[place].traits.isDisjoint(with: [.person])
                || self[index].isWord(["seul", "seule", "unique"])
        else { return nil }
        return passage(
            .rareEvent, self[index].start, self[last].end,
            self[place].word.hasSuffix("e") && self[index].isWord(["seule", "premiere"])
                ? "suivie pour une situation rare" : "suivi pour une situation rare")
    }

    private static let aloneOfTheirKind: Set<String> = [
        "greffe", "greffee", "transplante", "transplantee", "opere", "operee", "patient", "patiente", "survivant",
        "survivante", "porteur", "porteuse", "atteint", "atteinte", "ampute", "amputee", "malade", "enfant", "homme",
        "femme", "personne", "implante", "implantee", "traite", "traitee", "dialyse", "dialysee", "contamine",
        "contaminee", "bebe", "personnes", "patients", "enfants", "rescape", "rescapee", "trachee", "hemophile",
        "infecte", "infectee", "vivant", "vivante", "habitant", "habitante", "cas",
    ]

    private static let territories: Set<String> = [
        "region", "departement", "dpt", "dept", "france", "europe", "monde", "canton", "pays", "ile", "aquitaine",
        "bretagne",
        "occitanie", "normandie", "corse", "alsace", "territoire", "vallee", "secteur", "commune", "village", "ici",
        "national", "hexagone", "metropole",
    ]

    /// "les gros titres du journal local", "l’affaire judiciaire".
    private func printedStory(at index: Int) -> Passage? {
        let word = self[index]
        switch word.word {
        case "titres":
            guard self[index - 1].isWord(["gros"]) else { return nil }
            let isOfPaper =
                self[index + 1].isWord(["du", "de"])
                && precedes(index, within: 3, ["journal", "presse", "journaux", "quotidien"])
            var end = index
            while isOfPaper, end < index + 4,
                self[end + 1].isWord(["du", "de", "la", "journal", "presse", "local", "locale"])
            {
                end += 1
            }
            return passage(.rareEvent, self[index - 1].start, self[end].end, "un peu de bruit")
        case "journal":
            if self[index + 1].isWord(["televise"]), self[index - 1].word == "au", follows(index, within: 5, Self.told)
            {
                return passage(.rareEvent, self[index - 1].start, self[index + 1].end, "publiquement")
            }
            guard self[index + 1].word == "local", !follows(index, within: 4, ["titres"]) else { return nil }
            // "il a fait la une du journal local".
            if self[index - 1].word == "du", self[index - 2].word == "une", self[index - 3].word == "la" {
                return passage(.rareEvent, self[index - 3].start, self[index + 1].end, "un peu de bruit")
            }
            return passage(.rareEvent, word.start, self[index + 1].end, "un journal")
        default:
            guard self[index + 1].isWord(["mediatique", "judiciaire", "criminelle", "mediatisee"]) else { return nil }
            return passage(.rareEvent, word.start, self[index + 1].end, "une histoire")
        }
    }

    private static let told: Set<String> = [
        "paru", "parue", "parle", "passe", "passee", "vu", "vue", "raconte", "racontee", "affaire", "relate", "relatee",
        "accident", "drame",
    ]
}
