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
            if self[index - 1].isWord(["le", "la"]), self[index - 2].traits.contains(.title) { return nil }
            return passage(.socialTrait, word.start, word.end, "")
        }
        if word.traits.contains(.former) {
            var place = index + 1
            if self[place].is("-") { place += 1 }
            guard self[place].isWord(Self.knownFormer) else { return nil }
            return passage(.socialTrait, word.start, self[place].end, "")
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
        return passage(.socialTrait, word.start, relative.end, "")
    }

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
            return passage(.rareEvent, before.start, word.end, "rescapé")
        case "quadruples" where text(word.end - 2, word.end) == "és", "quintuples", "sextuples":
            return passage(.rareEvent, word.start, word.end, "une naissance multiple")
        case "triples", "quadruples":
            guard before.isWord(["de", "des", "les", "ses", "leurs"]) else { return nil }
            return passage(.rareEvent, word.start, word.end, "une naissance multiple")
        default:
            return passage(.rareEvent, word.start, word.end, "un événement")
        }
    }

    /// "les gros titres", "la une du journal local", "l’affaire a fait".
    private func printedStory(at index: Int) -> Passage? {
        let word = self[index]
        let start: Int
        switch word.word {
        case "titres": start = self[index - 1].isWord(["gros"]) ? index - 1 : -1
        case "journal": start = self[index + 1].isWord(["local"]) ? index : -1
        default: start = self[index + 1].isWord(["mediatique", "judiciaire", "criminelle"]) ? index : -1
        }
        guard start >= 0 else { return nil }
        let end = start == index ? index + 1 : index
        return passage(.rareEvent, self[start].start, self[end].end, "bruit")
    }

    private static let told: Set<String> = [
        "paru", "parue", "parle", "passe", "passee", "vu", "vue", "raconte", "racontee", "affaire", "relate", "relatee",
        "accident", "drame",
    ]
}
