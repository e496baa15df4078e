import Persistence

/// How the same answer would have been found without the community (VA3): asked, and passed over at will, when a reply
/// is called useful.
package enum WithoutUs: String, Bindable, Sendable, CaseIterable { case faster, same, longer, notFound = "not found" }

extension QuestionQueries {
    /// The question is asked for two days: afterwards nobody remembers.
    private static let time = Duration.days(2)

    /// Replies of a thread that the reader called useful lately, without saying how they would have found elsewhere.
    package func repliesToAskAbout(in question: Question.ID) throws -> Set<Reply.ID> {
        let reader = try view.member
        return Set(
            try view.transaction.column(
                """
                select u.reply_id from reply r join useful_mark u on u.reply_id = r.id and u.member_id = \(reader)
                where r.question_id = \(question) and u.marked_at > \(view.now - Self.time) and not exists (
                  select 1 from without_us w where w.reply_id = r.id and w.member_id = u.member_id)
                """, as: Reply.ID.self))
    }
}

extension QuestionActs {
    /// - Throws: a refusal when the reader has not called the reply useful.
    package func sayWithoutUs(_ id: Reply.ID, _ answer: WithoutUs) throws {
        let reply = try act.view.questions.reply(id)
        let member = try act.member
        let isMarked =
            try act.transaction.value(
                "select count(*) from useful_mark where reply_id = \(id) and member_id = \(member)", as: Int.self) ?? 0
        guard isMarked > 0 else { throw Refusal("Dites d’abord si cette réponse vous a été utile.") }
        try act.execute(
            """
            insert into without_us (reply_id, member_id, answer, said_at)
            values (\(id), \(member), \(answer), \(act.now))
            on conflict (reply_id, member_id) do update set answer = excluded.answer, said_at = excluded.said_at
            """)
        try act.record(.saidWithoutUs, .reply(id), within: .question(reply.question))
    }
}
