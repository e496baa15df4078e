extension Reading {
    /// Q5: a function or a kinship that a whole village knows.
    func socialTrait(at index: Int) -> Passage? {
        let word = self[index]
        if word.traits.contains(.social) {
            if word.word == "adjoint" {
                guard self[index + 1].isWord(["au"]), self[index + 2].word == "maire" else { return nil }
                return passage(.socialTrait, word.start, self[index + 2].end, "")
            }
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
            !relative.isWord(Self.nobodyKnown)
        else { return nil }
        return passage(.socialTrait, word.start, relative.end, "")
    }

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
                wordsBefore(index - 2, limit: 4).contains(where: Self.told.contains)
            else { return nil }
            return passage(.rareEvent, self[index - 2].start, word.end, "publiquement")
        case "triples", "quadruples", "quintuples", "sextuples":
            guard before.isWord(["de", "des", "les", "ses", "leurs"]) else { return nil }
            return passage(.rareEvent, word.start, word.end, "une naissance multiple")
        default:
            return passage(.rareEvent, word.start, word.end, "un événement")
        }
    }

    private static let told: Set<String> = [
        "paru", "parue", "parle", "passe", "passee", "vu", "vue", "raconte", "racontee", "affaire", "relate", "relatee",
        "accident", "drame",
    ]
}
