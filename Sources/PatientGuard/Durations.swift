/// Years that are no age: durations, groups, means.
extension Reading {
    func isDuration(from index: Int, unit: Int) -> Bool {
        if self[unit + 1].isWord(Self.afterDuration) { return true }
        if self[unit + 1].word == "d" || self[unit + 1].word == "de" {
            let noun = self[unit + 1].word == "d" ? self[unit + 3] : self[unit + 2]
            if noun.isWord(Self.durationNouns) { return true }
            // "50 ans de la loi Veil".
            if self[unit + 2].isWord(["la", "l", "notre"]), self[unit + 3].isWord(Self.things), !isAboutPatient(index) {
                return true
            }
            // "15 ans de gériatrie": of anything but someone.
            if noun.shape == .word, !noun.isCapitalised, noun.traits.isEmpty, !isGivenAsAge(index), !isInfantOf(index),
                !isBearerNear(index)
            {
                return true
            }
        }
        if self[unit + 1].word == "et" {
            if self[unit + 2].isWord(["plus", "moins"]) { return true }
            let isOfOne = self[index - 1].word == "a" && self[index - 2].isWord(["il", "elle"])
            if self[unit + 2].isWord(["demi", "demie"]), !isGivenAsAge(index), !isInfantOf(index), !isOfOne {
                return true
            }
            if self[unit + 2].shape == .number, !isGivenAsAge(index), !self[unit + 3].isWord(["mois"]) { return true }
        }
        let before = self[index - 1]
        if before.isWord(["nos", "vos"]) || before.isWord(["ses", "leurs"]) && isAboutThing(index) { return true }
        // "Ancienneté : 22 ans", "Conservation du dossier : 20 ans".
        if before.is(":"), follows(index, within: 4, Self.durationNouns) { return true }
        if before.shape == .mark {
            // "chb 302 - 84 ans": a dash between two facts of a note is no range.
            let isDash = "-–/".unicodeScalars.contains(where: before.is) && !isGlued(index) && !isGlued(index - 1)
            let isApart = isDash && (self[index - 2].shape != .number || self[index - 3].traits.contains(.room))
            if "<>≥≤±~-–+/*×".unicodeScalars.contains(where: before.is), !isApart { return true }
            if before.is("=") { return self[index - 2].word != "age" }
            if before.is("'") || before.is("’") { return true }
        }
        // "d’environ 84 ans" is exact for all its prudence.
        let isExact = before.word == "environ" && !self[index].value.isMultiple(of: 5) && isAboutOnePatient(index)
        if before.isWord(Self.beforeDuration), !isExact { return true }
        // "Il faut avoir 18 ans", "25 ans déjà que l’unité existe".
        if before.word == "avoir",
            startsSentence(index - 1) || follows(index, within: 4, ["faut", "doit", "devoir", "doivent"])
        {
            return true
        }
        if self[unit + 1].word == "que" || self[unit + 1].word == "deja" && self[unit + 2].word == "que" { return true }
        if before.word == "de",
            self[index - 2].isWord(["ages", "agees"]) || (self[index - 2].word == "age" && isThreshold(index - 2))
        {
            return true
        }
        // "de 8 mois à 6 ans".
        if isAt(unit + 1), self[unit + 2].shape == .number, self[unit + 3].isWord(["ans"]) { return true }
        // "entre 18 et 65 ans", "de 18 à 65 ans": a group.
        if before.isWord(["et", "ou", "au"])
            && !follows(index, within: 4, ["couple", "epoux", "freres", "soeurs", "ont", "ils", "elles"])
            || isAt(index - 1),
            self[index - 2].shape == .number || self[index - 2].word == "ans"
        {
            return true
        }
        if before.word == "a", self[index - 2].word == "y" { return true }
        // "Logiciel vieux de 15 ans".
        if before.word == "de", self[index - 2].isWord(["vieux", "vieille"]), !isAboutPatient(index) { return true }
        if before.word == "a", !isAt(index - 1), isAboutThing(index) { return true }
        if isAt(index - 1), !follows(index - 1, within: 2, Self.eventsAtAge),
            !(follows(index - 1, within: 8, Self.careEvents) && isAboutOnePatient(index))
        {
            return true
        }
        if before.word == "de" || before.word == "d" {
            if self[index - 2].isWord(Self.durationNouns) || self[index - 2].isWord(Self.beforeDuration) { return true }
            if self[index - 2].isWord(Self.afterDuration), !isGivenAsAge(index) { return true }
        }
        return follows(index, within: 5, Self.means)
    }

    /// "Mme Roux, 84 ans de retour": a word for someone, or a sign of them, just before.
    private func isBearerNear(_ index: Int) -> Bool {
        (1...4).contains { self[index - $0].traits.contains(.person) || self[index - $0].traits.contains(.firstName) }
    }

    private static let beforeDuration: Set<String> = [
        "depuis", "plus", "moins", "pendant", "durant", "tous", "toutes", "les", "des", "ces", "dans", "en", "apres",
        "sur",
        "pour", "chaque", "quelques", "dela", "avant", "presque", "il", "y", "encore", "deja", "sous", "par", "entre",
        "aux", "passe",
        "quelque", "dernieres", "derniers", "premieres", "premiers", "prochains", "prochaines", "premier",
        "jusqu", "fait", "dure", "durait", "compte", "cumule", "totalise", "superieur", "inferieur", "superieure",
        "inferieure", "environ", "interquartile", "vers", "autour", "dizaine",
    ]

    private static let afterDuration: Set<String> = [
        "apres", "plus", "auparavant", "avant", "durant", "ferme", "minimum", "maximum", "max", "min", "suivant",
        "suivants",
        "consecutifs", "renouvelable", "voire", "ou",
    ]

    static let durationNouns: Set<String> = [
        "duree", "delai", "periode", "suivi", "evolution", "recul", "traitement", "peine", "plan", "contrat",
        "anciennete",
        "experience", "intervalle", "projet", "cycle", "carriere", "metier", "pratique", "exercice", "service",
        "recherche",
        "formation", "etudes", "mariage", "vie", "diplome", "tabagisme", "maladie", "travail", "retard", "histoire",
        "bout",
        "terme", "echeance", "survie", "ecart", "espace", "partir", "dialyse", "nuit", "maintien", "remission", "etude",
        "dessous", "dessus", "cours", "moins", "plus", "pres", "autour", "engagement", "mandat", "bilan", "arret",
        "vingtaine", "cdd",
        "conservation", "retention", "garantie", "archivage", "antecedent", "antecedents", "existence",
        "hospitalisation", "stage", "recueil", "donnees", "archives",
    ]

    /// "décédé à 87 ans", "opérée à 23 ans".
    private static let eventsAtAge: Set<String> = [
        "decede", "decedee", "mort", "morte", "operee", "opere", "cancer", "infarctus", "avc", "accouche",
        "diagnostique",
        "diagnostiquee", "hospitalise", "hospitalisee", "colon", "menopausee", "suicide", "vit", "vivait", "seule",
        "seul",
    ]

    private static let means: Set<String> = [
        "moyen", "moyenne", "moyens", "moyennes", "mediane", "median", "extremes", "allant", "tranche", "tranches",
        "entre",
        "experience", "legal", "legale", "minimal", "maximal", "requis", "superieur", "superieurs", "inferieur",
        "inferieurs",
        "superieure", "seuil", "limite",
    ]
}
