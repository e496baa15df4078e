import Persistence

extension Demo {
    /// A message erased three weeks ago; two that wait to be read again, one of them hidden; one warning overridden.
    func flags(_ cast: Cast) async throws {
        let facilitators = Set(content.preparation.community.facilitators)
        let members = cast.people.filter { !facilitators.contains($0.key) && $0.activity > 0 }.map(\.key)
        guard members.count > 3, let facilitator = facilitators.sorted().first else { return }
        let helene = cast.actor(facilitator)
        try await erased(by: helene, author: cast.actor(members[1]), flagger: cast.actor(members[2]), cast)
        try await waiting(author: cast.actor(members[0]), flagger: cast.actor(members[3]), cast)
        try await act(by: helene, at: calendar.at(day: -1, hour: 9)) { act in
            // What was confirmed through the year has been looked at; the last one waits.
            for item in try act.view.safety.queue().dropLast() {
                if case .confirmation(let id) = item.key { try act.safety.see(id) }
            }
        }
    }

    private func erased(by facilitator: Actor, author: Actor, flagger: Actor, _ cast: Cast) async throws {
        let words =
            "Nous avons eu la même chose avec l’ancien facteur de la rue des Tilleuls, que tout le monde connaît."
        let reply = try await reply(words, by: author, day: -21, hour: 10, cast)
        try await act(by: flagger, at: calendar.at(day: -21, hour: 14)) {
            try $0.safety.flag(.reply(reply), because: .patient)
        }
        try await act(by: facilitator, at: calendar.at(day: -20, hour: 9)) { act in
            guard let rereading = try act.view.safety.waiting().first else { return }
            try act.safety.decide(
                rereading.id, .purge, word: "Un métier et une rue suffisaient à reconnaître quelqu’un.", salt: 1)
        }
    }

    private func waiting(author: Actor, flagger: Actor, _ cast: Cast) async throws {
        let hidden = try await reply(
            "Chez nous, la présidente du club de tricot s’est levée seule deux nuits de suite.", by: author, day: -2,
            hour: 11, cast)
        let visible = try await reply(
            "Je vends des détecteurs de lever, écrivez-moi.", by: cast.actor(cast.people.last?.key ?? ""), day: -2,
            hour: 15, cast)
        try await act(by: flagger, at: calendar.at(day: -1, hour: 8)) { act in
            try act.safety.flag(.reply(hidden), because: .patient)
            try act.safety.flag(.reply(visible), because: .misplaced, words: "C’est une publicité.")
        }
    }

    /// A reply to the last question asked before.
    private func reply(_ words: String, by author: Actor, day: Int, hour: Int, _ cast: Cast) async throws -> Reply.ID {
        let (moment, community) = (calendar.at(day: day, hour: hour), cast.community)
        return try await act(by: author, at: moment) { act in
            let question = try act.transaction.value(
                """
                select id from question where community_id = \(community) and deleted_at is null
                  and asked_at < \(moment) and author_id <> \(act.actor.member) order by asked_at desc, id desc limit 1
                """, as: Question.ID.self)
            guard let question else { throw Refusal.notFound }
            var draft = ReplyDraft()
            (draft.body, draft.isConfirmed) = (words, true)
            return try act.questions.reply(to: question, draft)
        }
    }

    /// What an erasing left is sought as the server does.
    func prove() async throws {
        let incidents = try await database.read {
            try $0.column("select id from incident where proved_at is null", as: Incident.ID.self)
        }
        let instance = Instance(database, clock: Standing(now: calendar.now))
        for incident in incidents { try await instance.prove(incident, in: nil) }
        // What was told by mail then has long left.
        try await database.write { transaction in
            try transaction.run("delete from job where kind in ('mail', 'digest')")
            try transaction.run("delete from mail")
        }
    }

    private struct Standing: Clock { let now: Instant }
}
