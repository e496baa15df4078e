extension Reading {
    /// Q5: a function or a kinship that a whole village knows.
    func socialTrait(at index: Int) -> Passage? {
        let word = self[index]
        if word.traits.contains(.social) {
            if word.word == "adjoint" {
                guard self[index + 1].isWord(["au"]), self[index + 2].word == "maire" else { return nil }
                return passage(.socialTrait, word.start, self[index + 2].end, "")
            }
            // "Madame la députée" is addressed, not cared for.
            let isAddressed =
                self[index - 1].isWord(["le", "la"])
                && (self[index - 2].traits.contains(.title) || self[index - 2].is(".") && self[index - 3].word == "m")
            return isAddressed ? nil : trait(from: index, to: index)
        }
        if word.traits.contains(.former) {
            var place = index + 1
            if self[place].is("-") { place += 1 }
            return self[place].isWord(Self.knownFormer) ? trait(from: index, to: place) : nil
        }
        guard self[index + 1].isWord(["de", "du", "d", "des"]) else { return nil }
        var place = index + 2
        while self[place].isWord(["la", "l", "notre", "un", "une", "ancien", "ancienne"]) || self[place].is("'")
            || self[place].is("’")
        { place += 1 }
        let relative = self[place]
        guard relative.shape == .word, relative.traits.isDisjoint(with: [.person, .title, .numeral, .weekday]),
            !relative.isWord(Self.nobodyKnown),
            word.isWord(Self.closeKin) || relative.isWord(Self.knownToAll)
        else { return nil }
        return trait(from: index, to: place)
    }

    /// The trait with the place or the sport that it is told of: "institutrice du village", "champion de rugby". After
    /// an article it leaves "une personne", elsewhere nothing.
    private func trait(from first: Int, to last: Int) -> Passage {
        var end = last
        if self[end + 1].isWord(["de", "du", "d"]) {
            var place = end + 2
            if self[place].is("’") || self[place].is("'") || self[place].word == "la" { place += 1 }
            if self[place].isWord(Self.fame) { end = place }
        }
        let hasArticle =
            self[first - 1].isWord(["le", "la", "l", "un", "une", "du", "notre"])
            || (self[first - 1].is("’") || self[first - 1].is("'")) && self[first - 2].word == "l"
        return passage(.socialTrait, self[first].start, self[end].end, hasArticle ? "une personne" : "")
    }

    private static let fame: Set<String> = [
        "village", "bourg", "quartier", "canton", "commune", "ville", "region", "departement", "france", "monde",
        "europe",
        "rugby", "football", "foot", "natation", "boxe", "judo", "tennis", "cyclisme", "ski", "athletisme", "escrime",
    ]

    /// Kin of whom any function says who they are; of a mother or a brother, only a known one does ("mère de famille").
    private static let closeKin: Set<String> = [
        "fille", "fils", "epouse", "epoux", "conjoint", "conjointe", "veuve", "veuf", "gendre", "neveu", "niece",
    ]

    private static let knownToAll: Set<String> = [
        "maire", "mairesse", "notaire", "boulanger", "boulangere", "boucher", "bouchere", "pharmacien", "pharmacienne",
        "cure", "instituteur", "institutrice", "garagiste", "depute", "deputee", "senateur", "senatrice", "gendarme",
        "medecin", "docteur", "footballeur", "chanteur", "chanteuse", "acteur", "actrice", "ministre", "prefet",
        "champion", "championne", "facteur", "factrice", "epicier", "epiciere", "coiffeur", "coiffeuse", "president",
        "presidente", "directeur", "directrice", "veterinaire", "dentiste", "imam", "pasteur", "rabbin", "pompier",
        "policier", "juge", "avocat", "avocate", "buraliste", "fleuriste", "chatelain", "chatelaine", "comte",
        "comtesse",
    ]

    private static let knownFormer: Set<String> = [
        "champion", "championne", "maire", "ministre", "depute", "deputee", "senateur", "senatrice", "joueur",
        "joueuse",
        "boxeur", "footballeur", "cycliste", "chanteur", "chanteuse", "acteur", "actrice", "comedien", "comedienne",
        "instituteur", "institutrice", "notaire", "gendarme", "cure", "pharmacien", "boulanger", "boulangere", "prefet",
        "magistrat", "resistant", "resistante", "deporte", "deportee", "prefete", "directeur", "directrice", "pilote",
        "rugbyman", "athlete", "miss", "president", "presidente", "militaire", "legionnaire",
    ]

    private static let nobodyKnown: Set<String> = [
        "salle", "vie", "cette", "ce", "mon", "ma", "son", "sa", "leur", "joie", "bonne", "jeune", "famille", "meme",
        "plus",
        "moins", "celui", "celle", "troisieme", "deuxieme", "parents", "couple", "personne", "personnes",
        "substitution",
        "suture", "fer", "soie", "nylon", "traction", "lin", "pays", "mere", "pere", "mille",
    ]

    /// Q6: what the local paper told.
    func rareEvent(at index: Int) -> Passage? {
        let word = self[index]
        let before = self[index - 1]
        switch word.word {
        case "cas":
            guard before.isWord(["seul", "premier", "unique"]) else { return nil }
            if self[index + 1].isWord(["clinique", "pratique", "figure", "d", "ou"]) { return nil }
            return passage(.rareEvent, before.start, word.end, "une situation peu fréquente")
        case "fait", "faits":
            guard self[index + 1].isWord(["divers"]) else { return nil }
            return passage(.rareEvent, word.start, self[index + 1].end, "un événement")
        case "mondiale":
            guard before.isWord(["premiere"]) else { return nil }
            return passage(.rareEvent, before.start, word.end, "une situation peu fréquente")
        case "otage", "otages":
            guard self[index - 2].isWord(["prise"]) else { return nil }
            return passage(.rareEvent, self[index - 2].start, word.end, "un événement")
        case "presse", "television":
            guard before.isWord(["la"]), self[index - 2].isWord(["dans", "a"]),
                follows(index - 2, within: 4, Self.told)
            else { return nil }
            return passage(.rareEvent, self[index - 2].start, word.end, "publiquement")
        case "affaire", "titres", "journal":
            return printedStory(at: index)
        case "survivant", "survivante":
            guard before.isWord(["seul", "seule", "unique"]) else { return nil }
            return passage(
                .rareEvent, before.start, word.end, word.word == "survivante" ? "rescapée" : "rescapé")
        case "quadruples" where text(word.end - 2, word.end) == "és", "quintuples", "sextuples":
            return passage(.rareEvent, word.start, word.end, "plusieurs enfants")
        case "triples", "quadruples":
            guard before.isWord(["de", "des", "les", "ses", "leurs"]) else { return nil }
            return passage(.rareEvent, word.start, word.end, "plusieurs enfants")
        default:
            return passage(.rareEvent, word.start, word.end, "un événement")
        }
    }

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
            guard self[index + 1].word == "local", !follows(index, within: 4, ["titres"]) else { return nil }
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
