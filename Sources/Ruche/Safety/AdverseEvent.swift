import Persistence

/// Whether a text tells of something that went wrong in care: an event that its place of work wants declared.
///
/// Ruche then shows the community's own way to declare, to the author alone. What was found is kept nowhere: neither
/// that a text tells of an event, nor that somebody followed the link.
package enum AdverseEvent {
    /// Reads French as health professionals write it: by known ways to name an event, and as a story
    /// (`AdverseEventStory`). A wish to prevent, a negation or a question about events in general tells of none.
    package static func isTold(in texts: [String]) -> Bool {
        texts.contains { text in
            ReadSentence.all(in: text).contains { AdverseEventStory($0).isTold || isNamed(in: $0) }
        }
    }

    private static func isNamed(in sentence: ReadSentence) -> Bool {
        sentence.words.indices.contains { start in
            let word = sentence.words[start]
            let events =
                (events[word] ?? []) + (wide[String(word.prefix(stemLength))] ?? []).filter { $0.begins(with: word) }
            return events.contains { $0.stands(at: start, in: sentence) && isTold($0, at: start, in: sentence) }
        }
    }

    /// Whether the event that begins at a word happened. Negations and wishes reach as far as a comma.
    private static func isTold(_ event: Event, at start: Int, in sentence: ReadSentence) -> Bool {
        let places = sentence.words.indices.filter { sentence.clauses[$0] == sentence.clauses[start] }
        let words = places.map { sentence.words[$0] }
        let before = places.prefix { $0 < start }.map { sentence.words[$0] }
        if before.suffix(5).contains(where: negations.contains) { return false }
        if words.contains(where: wishes.contains) || sentence.words.contains(where: stages.contains) { return false }
        if isTelling(words) { return true }
        let part = sentence.words.indices.filter { sentence.parts[$0] == sentence.parts[start] }
        let isPast = hasPast(part.map { sentence.words[$0] })
        if sentence.isQuestion, !isPast, sentence.words.contains("vous") { return false }
        guard !event.needsPast else { return isPast && !isAsking(words) }
        let isInQuestion = sentence.isQuestion && places.last == sentence.words.indices.last
        if isInQuestion && !isPast { return false }
        let isGeneral = before.last.map(plurals.contains) ?? false
        return !isGeneral && !isAsking(words) && (isPast || !words.contains(where: generalities.contains))
    }

    private static func isTelling(_ words: [String]) -> Bool {
        words.contains(where: happenings.contains)
            || zip(words, words.dropFirst()).contains { moments.contains($0 + " " + $1) }
    }

    /// A verb that says that something took place, without saying what.
    private static func hasPast(_ words: [String]) -> Bool {
        isTelling(words) || words.contains(where: pasts.contains)
            || zip(words, words.dropFirst()).contains { pastPairs.contains($0 + " " + $1) }
    }

    private static func isAsking(_ words: [String]) -> Bool {
        guard let first = words.first else { return false }
        return askings.contains(first) || words.contains("vous") || words.contains("quelqu")
    }

    /// Words that follow each other: "chute ~2 lit/brancard" is *chute*, then one of two, with two words between at most.
    /// "tromp*" is any word that begins so, "!par" a word that does not follow; a leading "?" asks for a verb that tells.
    private struct Event {
        private struct Step {
            let words: Set<String>
            let stems: [String]
            let gap: Int
            let isForbidden: Bool

            func holds(_ word: String) -> Bool { words.contains(word) || stems.contains { word.hasPrefix($0) } }
        }

        private let steps: [Step]
        let needsPast: Bool

        init(_ pattern: Substring) {
            needsPast = pattern.hasPrefix("?")
            var (steps, gap): ([Step], Int) = ([], 0)
            for piece in pattern.drop(while: { $0 == "?" }).split(separator: " ") {
                if piece.hasPrefix("~") {
                    gap = Int(piece.dropFirst()) ?? 0
                    continue
                }
                let isForbidden = piece.hasPrefix("!")
                let words = piece.drop { $0 == "!" }.split(separator: "/").map(String.init)
                steps.append(
                    Step(
                        words: Set(words.filter { !$0.hasSuffix("*") }),
                        stems: words.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }, gap: gap,
                        isForbidden: isForbidden))
                gap = 0
            }
            self.steps = steps
        }

        var firstWords: Set<String> { steps.first?.words ?? [] }
        var firstStems: [String] { steps.first?.stems ?? [] }
        func begins(with word: String) -> Bool { steps.first?.holds(word) ?? false }

        func stands(at start: Int, in sentence: ReadSentence) -> Bool {
            holds(steps.dropFirst(), after: start, in: sentence)
        }

        private func holds(_ steps: ArraySlice<Step>, after place: Int, in sentence: ReadSentence) -> Bool {
            guard let step = steps.first else { return true }
            let end = min(place + 1 + step.gap, sentence.words.count - 1)
            guard place < end, sentence.parts[place] == sentence.parts[place + 1] else { return step.isForbidden }
            let near = (place + 1...end).filter { sentence.parts[$0] == sentence.parts[place] }
            if step.isForbidden {
                return !near.contains { step.holds(sentence.words[$0]) }
                    && holds(steps.dropFirst(), after: place, in: sentence)
            }
            return near.contains { step.holds(sentence.words[$0]) && holds(steps.dropFirst(), after: $0, in: sentence) }
        }
    }

    private static let all = AdverseEventWords.patterns.split(separator: "\n").map { Event($0) }
    /// By their first word.
    private static let events = all.reduce(into: [String: [Event]]()) { events, event in
        for word in event.firstWords { events[word, default: []].append(event) }
    }
    /// By how the first word begins.
    private static let stemLength = 3
    private static let wide = all.reduce(into: [String: [Event]]()) { wide, event in
        for stem in event.firstStems { wide[String(stem.prefix(stemLength)), default: []].append(event) }
    }

    private static let negations: Set<String> = ["sans", "aucun", "aucune", "pas", "ni", "jamais", "zero", "evite"]

    /// What one wants not to happen.
    private static let wishes: Set<String> = [
        "prevenir", "previent", "prevenez", "prevention", "eviter", "evitez", "evitons", "evitant", "reduire",
        "diminuer", "limiter", "empecher", "risque", "risques", "craindre", "crainte", "peur", "formation", "former",
        "affiche", "simulation", "protocole", "procedure", "declarez", "declaration", "declarer", "analyser",
        "analysez",
        "definition", "audit", "campagne", "securite", "eviterait", "evitera", "etude", "etudes", "ski", "velo", "foot",
        "vacances", "verifier", "verification",
    ]

    /// Where nothing really happens.
    private static let stages: Set<String> = ["simulation", "exercice", "mannequin", "litterature", "scenario"]

    /// What tells that it happened.
    private static let happenings: Set<String> = [
        "eu", "survenu", "survenue", "survenus", "survenues", "arrive", "arrivee", "produit", "produite", "hier",
        "recu", "recue", "retrouve", "retrouvee", "retrouves", "retrouvees", "constate", "constatee", "decouvert",
        "decouverte", "signale", "vecu", "commis", "tombe", "tombee", "administre", "administree", "injecte",
        "donne", "oublie", "oubliee", "oubliees", "inverse", "transfuse", "decede", "decedee",
    ]
    /// Verbs in the past, of which one alone says little.
    private static let pasts: Set<String> = [
        "etait", "etaient", "avons", "apparu", "apparue", "apparus", "apparues", "transfere", "transferee", "avait",
        "avaient", "fallu", "subi", "subie",
    ]
    private static let pastPairs: Set<String> = [
        "s est", "a fait", "a ete", "a developpe", "a presente", "ont ete", "se sont", "a fugue", "a chute",
        "est parti", "est partie", "est sorti", "est sortie", "est mort", "est morte", "a perdu",
    ]
    /// What says that it happens, anywhere, at any time.
    private static let generalities: Set<String> = [
        "premiere", "principale", "causes", "frequent", "frequente", "frequents", "frequentes", "rare", "rares",
        "sujet", "motif",
        "recommande", "recommandation", "recommandations", "evalue", "regle", "never", "theme", "parfois", "souvent",
        "toujours", "generalement", "augmente", "augmentent", "diminue", "diminuent",
    ]
    private static let moments: Set<String> = [
        "cette nuit", "ce matin", "ce week", "nuit derniere", "semaine derniere", "mois dernier", "avant hier",
        "ce midi", "ce soir", "cet apres", "lundi dernier", "dimanche dernier",
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
