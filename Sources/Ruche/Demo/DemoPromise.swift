import Persistence

// What the promise of an answer did by itself during the year of the demonstration, and what became of what helped.
extension Demo {
    /// Does the work of the year that was due, each at its hour, and lets authors say what they did.
    func catchUp(_ cast: Cast, _ random: inout DemoRandom) async throws {
        let kinds = [Job.Kind.ladder, .followUp]
        let due = try await database.read { [calendar] transaction in
            try transaction.all(
                """
                select id, kind, key, attempts, run_at from job
                where kind in \(list: kinds) and done_at is null and run_at <= \(calendar.now) order by run_at, id
                """
            ) { row in (job: try Job(row), at: try row[4] as Instant) }
        }
        for (job, at) in due {
            let seed = random.next()
            try await act(by: .nobody, at: at) { act in
                var random = DemoRandom(seed: seed)
                try act.perform(job) { Secret(&random) }
            }
            if job.kind == .followUp { try await tell(job, at: at + .hours(5), cast, &random) }
        }
    }

    /// Seven authors in ten answer, and say in a sentence what came of it.
    private func tell(_ job: Job, at moment: Instant, _ cast: Cast, _ random: inout DemoRandom) async throws {
        let parts = job.key.split(separator: "/")
        guard parts.count >= 3, let id = Question.ID(parts[1]), random.share() < 0.7, moment < calendar.now else {
            return
        }
        let author = try await database.read { transaction in
            try transaction.value(
                """
                select q.author_id from question q join follow_up f on f.question_id = q.id
                where q.id = \(id) and f.answered_at is null and q.deleted_at is null
                """, as: Member.ID.self)
        }
        guard let author, let person = cast.people.first(where: { cast.actor($0.key).member == author }) else { return }
        let outcomes: [FollowUp.Outcome] = [.tried, .adopted, .adopted, .notYet, .tried, .notForUs]
        let outcome = outcomes[Int(random.next() % UInt64(outcomes.count))]
        let sentences = Self.sentences[outcome, default: [""]]
        let sentence = sentences[Int(random.next() % UInt64(sentences.count))]
        try await act(by: cast.actor(person.key), at: moment) {
            try $0.questions.tellWhatBecame(of: id, outcome, sentence: sentence)
        }
    }

    private static let sentences: [FollowUp.Outcome: [String]] = [
        .notYet: ["", "C’est à l’ordre du jour de notre réunion d’équipe.", "Il nous manque le matériel."],
        .tried: [
            "Deux semaines dans une aile : l’équipe demande à continuer.", "",
            "Une nuit sur trois ; les relèves sont plus courtes.",
            "Avec deux collègues ; il faut encore adapter la fiche.",
        ],
        .adopted: [
            "Par les deux équipes, c’est dans le classeur de transmission.",
            "Moins d’appels inutiles depuis un mois.", "Et expliqué aux remplaçants à leur arrivée.",
        ],
        .notForUs: ["Nos chariots ne passent pas les portes.", "Trop lourd pour une équipe de deux la nuit."],
    ]
}
