import Persistence

extension QuestionQueries {
    /// What one never opened is new for so long; later, it is only one of many.
    private static let newFor = Duration.days(14)

    /// Those of a page of exchanges that hold something new to the reader: one query for all.
    package func unread(among questions: [QuestionOnList]) throws -> Set<Question.ID> {
        if questions.isEmpty { return [] }
        return Set(
            try view.transaction.column(
                """
                select q.id from question q join member m on m.id = \(view.actor.member)
                left join read_position p on p.member_id = m.id and p.question_id = q.id
                where q.id in \(list: questions.map(\.id)) and (p.unread_at > coalesce(m.all_read_at, m.joined_at)
                  or q.last_activity_at > coalesce(m.all_read_at, m.joined_at) and (p.number < q.last_number
                    or p.number is null and q.author_id <> m.id and q.last_activity_at > \(view.now - Self.newFor)))
                """, as: Question.ID.self))
    }
}

// Nobody else ever sees what somebody has read, nor does the journal (DOMAIN §10.0).
extension QuestionActs {
    /// Notes how far somebody has read.
    package func noteRead(_ question: Question.ID, upTo number: Int, by member: Member.ID) throws {
        try act.execute(
            """
            insert into read_position (member_id, question_id, number) values (\(member), \(question), \(number))
            on conflict (member_id, question_id) do update set number = excluded.number, unread_at = null
            where read_position.number < excluded.number or read_position.unread_at is not null
            """)
    }

    /// From a post on, an exchange is unread again.
    /// - Parameter number: 0 for the opening.
    package func markUnread(_ id: Question.ID, from number: Int) throws {
        _ = try act.view.questions.find(id)
        try act.execute(
            """
            insert into read_position (member_id, question_id, number, unread_at)
            values (\(try act.member), \(id), \(max(number, 0) - 1), \(act.now))
            on conflict (member_id, question_id) do update set number = excluded.number, unread_at = excluded.unread_at
            """)
    }

    /// Whatever was written until now is read.
    package func markAllRead() throws {
        try act.execute(
            "update member set all_read_before = all_read_at, all_read_at = \(act.now) where id = \(try act.member)")
    }

    /// Takes it back: what was new before is new again.
    package func undoAllRead() throws {
        try act.execute("update member set all_read_at = all_read_before where id = \(try act.member)")
    }
}
