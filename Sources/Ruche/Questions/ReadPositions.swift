import Persistence

extension QuestionActs {
    /// Notes how far somebody has read, for themselves alone: nobody else ever sees it (DOMAIN §10.0).
    package func noteRead(_ question: Question.ID, upTo number: Int, by member: Member.ID) throws {
        try act.execute(
            """
            insert into read_position (member_id, question_id, number) values (\(member), \(question), \(number))
            on conflict (member_id, question_id) do update set number = excluded.number
            where read_position.number < excluded.number
            """)
    }
}
