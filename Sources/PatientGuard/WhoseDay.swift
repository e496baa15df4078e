/// Whose a day is: someone’s who is cared for, or a law’s, a meeting’s, a study’s, a thing’s.
extension Reading {
    /// Whether the sentence of a day tells of someone cared for, rather than of a document, a building or a deadline.
    func isSomeonesDay(_ index: Int) -> Bool {
        lazy var isOfThing = isAboutThing(index)
        lazy var isOfColleague = self.isOfColleague(index)
        if let day = day(at: index),
            (1900...1970).contains(day.year ?? 0) || hasHour(day) && !isOfThing && !isOfColleague
        {
            return true
        }
        return sentence(of: index) {
            !$0.traits.isDisjoint(with: [.relative, .born, .room, .newborn, .dwelling, .veryOld])
                || $0.traits.contains(.person) && !$0.traits.contains(.title) && !$0.word.hasSuffix("s")
                || $0.word == "ans" && !isOfThing || $0.isWord(Self.titles) && !isOfColleague
                || $0.isWord(Self.tracesOfSomeone) || $0.isWord(Self.careEvents)
                || $0.isWord(Self.sufferings) && $0.word != "marche"
                || $0.isWord(Self.moves)
        }
    }

    private func hasHour(_ day: Day) -> Bool {
        endOfHour(after: day.last) > day.last
            || self[day.last + 1].isWord(["au", "dans"]) && self[day.last + 2].isWord(["matin", "soir", "la"])
    }

    /// "Le Dr Castaing viendra le 12 juin à 14 h".
    private func isOfColleague(_ index: Int) -> Bool {
        sentence(of: index) {
            $0.isWord(["dr", "docteur", "pr", "viendra", "passera", "interviendra"]) || $0.isWord(Self.functions)
        }
    }

    private static let titles: Set<String> = ["monsieur", "madame", "mme", "mlle", "mr"]

    private static let tracesOfSomeone: Set<String> = [
        "il", "elle", "lui", "oxygene", "o2", "vu", "revu", "revue", "suivi", "suivie", "sortie", "admission",
        "injection",
        "pose",
        "intervention", "operation", "hospitalisation", "ponction", "transfusion", "accouchement", "amputation", "cure",
        "greffe", "biopsie", "naissance", "chutes", "erreur", "agitation",
        "contention", "malaises", "fuite", "ablation", "administration", "administre", "trouve", "trouvee", "incident",
        "drain", "pansement", "plaie", "fievre", "isolement", "retention", "dose", "doses", "crise", "douleur",
        "constipation", "errance", "agression", "tentative", "gestes", "signalement", "evenement",
    ]

    /// Dates of laws and of gatherings concern no patient, unless the sentence names one.
    func isOfLawOrMeeting(_ index: Int) -> Bool {
        if isDeadline(index), !isAboutOnePatient(index), !isWithCareEvent(index) { return true }
        if follows(index, within: 6, Self.laws) { return true }
        if follows(index, within: 6, Self.rules), !follows(index, within: 6, ["contre", "sans", "hors"]),
            !isAboutOnePatient(index), !isWithCareEvent(index)
        {
            return true
        }
        if follows(index, within: 2, ["ne", "nee"]), isAboutThing(index) { return true }
        guard follows(index, within: 12, Self.gatherings) || precedes(index, within: 8, Self.gatherings) else {
            return false
        }
        return !isAboutOnePatient(index) && !follows(index, within: 12, Self.careEvents)
            && !precedes(index, within: 10, Self.careEvents)
    }

    /// "avant le 30/09", "à compter du 1er mars", "au 31 décembre, 74 % des services": a term for all.
    private func isDeadline(_ first: Int) -> Bool {
        let before = self[first - 1]
        if before.word == "au" {
            return startsSentence(first - 1) || self[first - 2].isWord(["jusqu", "valable", "arrete", "arretes"])
                || self[first - 2].is("’") || self[first - 2].is("'")
        }
        if before.word == "du" { return self[first - 2].isWord(["partir", "compter"]) }
        return before.word == "le" && self[first - 2].isWord(["avant", "apres", "ici", "tard", "des", "pour"])
    }

    static let laws: Set<String> = [
        "loi", "lois", "guide", "decret", "circulaire", "directive", "reglement", "jo", "jorf", "recommandation",
        "recommandations", "publie", "publiee", "edition",
    ]

    /// Papers that have a date, though a patient may be told of in the same breath: "sorti contre avis le 3 mai".
    private static let rules: Set<String> = [
        "arrete", "instruction", "avis", "version", "consulte", "consultee", "convention", "charte", "accord",
        "protocole", "procedure",
    ]

    private static let gatherings: Set<String> = [
        "reunion", "reunions", "rencontre", "rencontres", "webinaire", "webinaires", "visio", "visioconference",
        "atelier",
        "ateliers", "congres", "colloque", "seminaire", "journee", "journees", "formation", "formations", "inscription",
        "inscriptions", "sondage", "copil", "comite", "assemblee", "seance", "conference", "certification", "csirmt",
        "creneau",
        "creneaux",
        "calendrier", "periode", "lancement", "enquete", "questionnaire", "cloture", "presentera", "presenteront",
        "prochaine", "prochain", "clin", "clud", "staff", "semaine", "groupe", "cafe", "rmm", "crex", "cme", "reponse",
        "reponses", "repondre", "inauguration", "reporte", "reportee", "ferie",
        "message", "mail", "courriel", "valide", "validee", "audit", "travaux", "ferme", "fermeture", "vacances",
        "perime",
        "perimee", "peremption", "lot", "livraison", "commande", "panne", "canicule", "greve", "coupure", "exercice",
        "cse", "commission", "vaccination", "revision", "certificat",
        "ordre", "agenda", "vote", "clos", "close", "webconference", "salon", "forum", "session", "sessions", "module",
        "planning",
    ]

    /// The period of a study or of a count: "entre le 1er mars 2019 et le 30 juin 2021", and no single patient.
    func isOfStudy(_ day: Day) -> Bool {
        let before = self[day.first - 1]
        let isEntre = before.word == "le" && self[day.first - 2].word == "entre"
        let isStart =
            (isEntre || before.word == "du") && self[day.last + 1].isWord(["et", "au"])
            && (self[day.last + 2].shape == .number || self[day.last + 2].word == "le")
        let isEnd =
            (before.word == "le" && self[day.first - 2].word == "et" || before.word == "au")
            && follows(day.first, within: 8, ["entre", "du"])
        if sentence(of: day.first, has: { $0.isWord(["il", "elle"]) }) { return false }
        return (isStart || isEnd) && !isAboutOnePatient(day.first) && !follows(day.first, within: 8, Self.careEvents)
    }

    /// Whether the sentence so far speaks of a thing and of no patient: "notre groupe est né le 12 mars".
    func isAboutThing(_ index: Int) -> Bool {
        (follows(index, within: 6, Self.things) || precedes(index, within: 5, Self.things)) && !isAboutPatient(index)
    }

    static let things: Set<String> = [
        "projet", "groupe", "communaute", "idee", "demarche", "service", "association", "outil", "reseau", "unite",
        "programme", "equipe", "dispositif", "structure", "plateforme", "initiative", "etablissement", "protocole",
        "loi", "hopital", "concept", "mouvement", "logiciel", "appareil", "vehicule", "chariot", "frigo",
        "refrigerateur", "pompe", "entreprise", "revue",
        "batiment", "materiel", "matelas",
    ]
}
