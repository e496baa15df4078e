import Persistence

extension QuestionActs {
    /// *Moi aussi*: the same question is mine, perhaps with a line of my own context. A signal of need, not a count of
    /// votes; saying it again changes the line.
    package func sayMeToo(_ id: Question.ID, line: String = "") throws {
        let question = try act.view.questions.find(id)
        guard question.deletedAt == nil else { throw Refusal.notFound }
        let member = try act.member
        guard question.author.id != member else { throw Refusal("Cette question est déjà la vôtre.") }
        try act.guardPatients(in: [line], isConfirmed: false)
        let isNew =
            try act.transaction.value(
                "select said_at from me_too where question_id = \(id) and member_id = \(member)", as: Instant.self)
            == nil
        try act.execute(
            """
            insert into me_too (question_id, member_id, line, said_at)
            values (\(id), \(member), \(try line.line(field: "ligne") ?? ""), \(act.now))
            on conflict (question_id, member_id) do update set line = excluded.line
            """)
        guard isNew else { return }
        // The same question is theirs: they hear of each reply.
        try setFollow(id, .all)
        try act.record(.metToo, .question(id))
    }

    package func withdrawMeToo(_ id: Question.ID) throws {
        _ = try act.view.questions.find(id)
        let removed = try act.execute(
            "delete from me_too where question_id = \(id) and member_id = \(try act.member)")
        guard removed == 1 else { return }
        // It was for this that they heard of each reply.
        try act.execute(
            "delete from follow where question_id = \(id) and member_id = \(try act.member) and level = 'all'")
        try act.record(.withdrewMeToo, .question(id))
    }
}
