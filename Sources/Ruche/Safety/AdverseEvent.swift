import Persistence

/// Whether a text tells of something that went wrong in care: an event that its place of work wants declared.
///
/// Ruche then shows the community's own way to declare, to the author alone. What was found is kept nowhere: neither
/// that a text tells of an event, nor that somebody followed the link.
package enum AdverseEvent {
    /// Reads French as health professionals write it. A wish to prevent, a negation or a question about events in
    /// general tells of none.
    package static func isTold(in texts: [String]) -> Bool {
        texts.contains { text in
            text.split { ".!?…;:()\n".contains($0) }.contains { isTold(in: Sentence($0)) }
        }
    }

    private static func isTold(in sentence: Sentence) -> Bool {
        sentence.words.indices.contains { start in
            events.contains { $0.begins(at: start, in: sentence) } && isTold(at: start, in: sentence)
        }
    }

    /// Whether the event that begins at a word happened. Negations and wishes reach as far as a comma.
    private static func isTold(at start: Int, in sentence: Sentence) -> Bool {
        let clause = sentence.clause(around: start)
        let before = clause.prefix { $0.place < start }.map(\.word)
        let words = clause.map(\.word)
        if before.suffix(5).contains(where: negations.contains) { return false }
        if words.contains(where: wishes.contains) { return false }
        if isTelling(words) { return true }
        let isGeneral = before.last.map(plurals.contains) ?? false
        return !isGeneral && !isAsking(words)
    }

    private static func isTelling(_ words: [String]) -> Bool {
        words.contains(where: happenings.contains)
            || zip(words, words.dropFirst()).contains { moments.contains($0 + " " + $1) }
    }

    private static func isAsking(_ words: [String]) -> Bool {
        guard let first = words.first else { return false }
        return askings.contains(first) || words.contains("vous") || words.contains("quelqu")
    }

    /// Words without accents, each with the number of its clause and its place.
    private struct Sentence {
        let words: [(word: String, clause: Int, place: Int)]

        init(_ text: Substring) {
            let clauses = fold(String(text)).split(separator: ",").enumerated()
            let cut = clauses.flatMap { number, clause in
                clause.split { !$0.isLetter && !$0.isNumber }.map { (String($0), number) }
            }
            words = cut.enumerated().map { ($1.0, $1.1, $0) }
        }

        func clause(around start: Int) -> ArraySlice<(word: String, clause: Int, place: Int)> {
            let number = words[start].clause
            return words.drop { $0.clause < number }.prefix { $0.clause == number }
        }
    }

    /// A word, and one of others that follow within so many.
    private struct Event {
        let first: Set<String>
        var then: Set<String> = []
        var reach = 3

        func begins(at start: Int, in sentence: Sentence) -> Bool {
            guard first.contains(sentence.words[start].word) else { return false }
            let near = sentence.words[start...].dropFirst().prefix(reach)
            return then.isEmpty || near.contains { then.contains($0.word) }
        }
    }

    private static let events = [
        Event(
            first: ["erreur", "erreurs"],
            then: [
                "medicamenteuse", "medicamenteuses", "medicament", "dose", "dosage", "patient", "patiente", "cote",
                "administration", "preparation", "prescription", "dispensation", "voie", "identite", "groupe", "poche",
                "seringue", "produit", "debit", "pilulier", "insuline", "transfusion",
            ]),
        Event(
            first: ["chute", "chutes", "tombe", "tombee"],
            then: [
                "fracture", "plaie", "traumatisme", "hematome", "femur", "hospitalisation", "urgences", "deces",
                "saignement", "sutures", "hemorragie", "crane", "poignet", "bassin",
            ], reach: 9),
        Event(first: ["surdosage", "surdosages", "surdose"]),
        Event(first: ["double", "mauvaise"], then: ["dose"], reach: 1),
        Event(first: ["extravasation", "extravasations"]),
        Event(first: ["evenement", "evenements"], then: ["indesirable", "indesirables"], reach: 2),
        Event(first: ["effet", "effets", "reaction"], then: ["grave", "graves", "transfusionnelle"], reach: 2),
        Event(first: ["presqu", "presque"], then: ["accident"], reach: 1),
        Event(
            first: ["mauvais", "mauvaise"],
            then: [
                "patient", "patiente", "resident", "residente", "cote", "voie", "medicament", "traitement", "produit",
                "seringue", "flacon", "poche", "pilulier", "debit", "dosage", "groupe", "dossier", "bracelet",
            ], reach: 1),
        Event(
            first: ["oubli", "oublie", "oubliee", "oubliees", "oublies"],
            then: [
                "compresse", "compresses", "textile", "champ", "dose", "anticoagulant", "insuline", "antibiotique",
                "garrot", "traitement", "ventre", "abdomen", "plaie",
            ], reach: 5),
        Event(first: ["compresse", "compresses", "garrot"], then: ["oubliee", "oubliees", "oublie"], reach: 2),
        Event(
            first: ["inversion", "interversion", "inverse", "inverses", "interverti", "intervertis"],
            then: [
                "patients", "patientes", "residents", "piluliers", "dossiers", "prelevements", "etiquettes",
                "traitements", "tubes", "poches", "seringues", "bracelets",
            ], reach: 4),
        Event(first: ["infection", "infections"], then: ["nosocomiale", "nosocomiales", "associee"], reach: 1),
        Event(first: ["choc"], then: ["anaphylactique"], reach: 1),
        Event(first: ["deces", "mort"], then: ["inattendu", "inattendue", "inexplique"], reach: 2),
        Event(first: ["fausse"], then: ["asphyxie", "reanimation", "deces", "hospitalisation"], reach: 8),
        Event(first: ["eig", "eigs", "eias"]),
    ]

    private static let negations: Set<String> = ["sans", "aucun", "aucune", "pas", "ni", "jamais", "zero", "evite"]

    /// What one wants not to happen.
    private static let wishes: Set<String> = [
        "prevenir", "previent", "prevenez", "prevention", "eviter", "evitez", "evitons", "evitant", "reduire",
        "diminuer", "limiter", "empecher", "risque", "risques", "craindre", "crainte", "peur", "formation", "former",
        "affiche", "simulation", "protocole", "procedure", "declarez", "declaration", "declarer", "analyser",
        "analysez",
        "definition", "audit", "campagne", "securite",
    ]

    /// What tells that it happened.
    private static let happenings: Set<String> = [
        "eu", "survenu", "survenue", "survenus", "survenues", "arrive", "arrivee", "produit", "produite", "hier",
        "recu", "recue", "retrouve", "retrouvee", "retrouves", "retrouvees", "constate", "constatee", "decouvert",
        "decouverte", "signale", "vecu", "commis", "tombe", "tombee", "administre", "administree", "injecte",
        "donne", "oublie", "oubliee", "oubliees", "inverse", "transfuse", "decede", "decedee",
    ]
    private static let moments: Set<String> = [
        "cette nuit", "ce matin", "ce week", "nuit derniere", "semaine derniere", "mois dernier", "avant hier",
    ]
    private static let plurals: Set<String> = ["les", "des", "ces", "nos", "vos", "leurs", "toutes", "tous"]
    private static let askings: Set<String> = [
        "comment", "quel", "quelle", "quels", "quelles", "qui", "que", "faut", "doit", "peut", "combien", "pourquoi",
        "quand", "ou", "est",
    ]
}

extension SafetyQueries {
    /// The community's own page to declare an adverse event; nil when it has given none.
    package func declarationLink() throws -> String? {
        let link = try view.transaction.value(
            """
            select value from step_value where community_id = \(try view.community) and field = \(StepField.declaration)
            """, as: String.self)
        return link.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The posts of a thread that the reader wrote and that tell of an adverse event.
    package func told(in thread: QuestionThread) -> Set<Post> {
        let question = thread.question
        var told: Set<Post> = []
        if question.author.id == view.actor.member, question.deletedAt == nil,
            AdverseEvent.isTold(in: [question.title, question.body, question.tried ?? ""])
        {
            told.insert(.question(question.id))
        }
        for reply in thread.replies where reply.author.id == view.actor.member && reply.deletedAt == nil {
            if AdverseEvent.isTold(in: [reply.body]) { told.insert(.reply(reply.id)) }
        }
        return told
    }
}
