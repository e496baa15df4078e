/// Towns and houses told without a verb of dwelling: where someone is from, and homes named in lower case.
extension Reading {
    /// Q4: "elle est de Saint-Cirq-Lapopie", "il vient de Marmande": of one spoken of, not of a thing.
    func townOfOrigin(at index: Int) -> Passage? {
        let verb = self[index]
        guard verb.isWord(["est", "vient", "venait", "etait"]), self[index + 1].isWord(["de", "d"]),
            self[index - 1].isWord(["il", "elle", "qui"]) || self[index - 1].traits.contains(.namedPerson),
            !isAboutThing(index), let end = endOfProperName(from: index + 1)
        else { return nil }
        return passage(.namedPlace, self[index + 1].start, self[end].end, "de notre secteur")
    }

    /// Q4: "résidente à l’ehpad les mimosas", typed without capitals: an article and one word that closes the phrase,
    /// beside a word for who lives there.
    func homeInLowerCase(at index: Int) -> Passage? {
        let article = self[index + 1]
        let name = self[index + 2]
        let next = self[index + 3]
        guard self[index].isWord(["ehpad", "marpa", "usld", "residence", "foyer"]),
            article.isWord(["les", "la", "le", "des", "du"]), !article.startsLine, name.shape == .word,
            !name.isCapitalised, name.length >= 4, !name.startsLine, name.traits.isSubset(of: [.firstName, .feminine]),
            !name.isWord(Self.partsOfHome), !isAdjective(name),
            next.shape == .mark && !next.is("-") || next.shape == .nothing || next.startsLine
                || next.isWord(["depuis"]),
            isAboutOnePatient(index) || sentence(of: index, has: { $0.isWord(["il", "elle", "ans"]) })
        else { return nil }
        return passage(.namedPlace, self[index].start, name.end, "notre établissement")
    }

    private static let partsOfHome: Set<String> = [
        "nuit", "jour", "jours", "week", "weekend", "matin", "soir", "equipe", "equipes", "soignants", "soignant",
        "familles", "proches", "repas", "plus", "moins", "secteur", "coin", "groupe", "commune", "ville", "region",
        "lendemain", "veille", "semaine", "dimanche", "samedi", "mois", "protocole", "planning", "bourg", "village",
        "departement", "quartier", "canton", "pays", "voisin", "siege", "medecin", "directeur", "meme",
    ]

    /// Whether colleagues work there: "je travaille au CHU de Limoges", "le CHU de Bordeaux recrute", in a sentence
    /// about no one patient.
    func isAuthorsPlace(_ index: Int) -> Bool {
        if isAboutOnePatient(index) || sentence(of: index, has: isTraceOfSomeone) { return false }
        // A school names a child, if one is spoken of.
        if self[index].isWord(["ecole", "college", "lycee", "creche", "iut"]) { return true }
        if Self.ofSettlement.contains(self[index].word) { return isPopulation(index) }
        return follows(index, within: 12, Self.work) || follows(index, within: 6, Self.functions)
            || precedes(index, within: 8, Self.work) || actsAsHouse(index)
    }

    /// Words of someone spoken of, whose place it would be.
    private func isTraceOfSomeone(_ token: Token) -> Bool {
        !token.traits.isDisjoint(with: [.born, .dwelling]) && !token.isWord(["residence"])
            || token.isWord(Self.careEvents) || token.isWord(Self.sufferings)
            || token.isWord(["il", "elle", "venu", "venue", "sorti", "sortie", "retour", "admis", "admise", "adresse"])
    }

    /// "Le CHU de Bordeaux propose", "À l’hôpital d’Auch, on": a house that does something, with no one named.
    private func actsAsHouse(_ index: Int) -> Bool {
        let before = self[index - 1]
        let article = before.is("’") || before.is("'") ? index - 2 : index - 1
        if self[article].isWord(["le", "la", "l"]) {
            return startsSentence(article) || isAt(article - 1) && startsSentence(article - 1)
        }
        return startsSentence(index)
            && precedes(index, within: 6, ["a", "est", "ont", "vous", "leur", "on", "qui", "quel"])
    }

    /// "les moustiques de la ville de Yaoundé": a town of a study, not of someone.
    private func isPopulation(_ index: Int) -> Bool {
        sentence(of: index) { $0.isWord(Self.studies) }
    }

    private static let studies: Set<String> = [
        "etude", "etudes", "population", "populations", "programme", "programmes", "prevalence", "efficacite",
        "cohorte",
        "enquete", "taux", "patients", "donnees",
    ]

    private static let work: Set<String> = [
        "travaille", "travaillons", "travailler", "exerce", "exercons", "exercer", "equipe", "equipes", "collegue",
        "collegues", "infirmiere", "infirmier", "infirmieres", "infirmiers", "ide", "cadre", "cadres", "pharmacienne",
        "pharmacien", "medecin", "medecins", "soignante", "soignant", "soignants", "soignantes", "poste", "stage",
        "recrute", "emploi", "offre", "offres", "formation", "partenariat", "convention", "congres", "psychologue",
        "kine", "directeur",
        "directrice", "reseau", "internes", "interne", "docteur", "dr", "pr", "professeur", "cordialement", "etude",
        "hygieniste", "etudes", "donnees", "analyse", "laboratoire", "cohorte", "enquete", "protocole", "publie",
        "propose", "patients", "residents", "dossiers", "retrospective", "prospective", "service", "nous", "site",
        "logiciel", "guide", "journee", "journees", "groupe", "revue", "registre", "projet", "faculte", "conference",
    ]

    static let ofSettlement: Set<String> = [
        "commune", "village", "ville", "bourg", "hameau", "quartier", "vallee", "canton", "ile", "paroisse", "domaine",
        "ferme", "lieu",
    ]
}
