import Persistence

/// What a member gave to the others lately, and the words that came back: for their card.
package struct SharedPost: Sendable, Equatable {
    package let question: Question.ID
    /// 0 for the question itself, else the reply's place.
    package let number: Int
    package let title: String
    package let at: Instant
    package let isRetained: Bool
    package let replies: Int
}

package struct WordOfThanks: Sendable, Equatable {
    package let words: String
    package let from: String
    package let question: Question.ID
    package let at: Instant
}

extension MemberQueries {
    /// The last questions and replies of a member, the newest first.
    package func shared(by member: Member.ID, limit: Int) throws -> [SharedPost] {
        let questions = try view.transaction.all(
            """
            select id, title, asked_at, reply_count from question
            where author_id = \(member) and deleted_at is null and is_nameless = 0 order by last_activity_at desc, id desc limit \(limit)
            """
        ) { row in
            SharedPost(
                question: try row[0], number: 0, title: try row[1], at: try row[2], isRetained: false,
                replies: try row[3])
        }
        let replies = try view.transaction.all(
            """
            select q.id, r.number, q.title, r.replied_at, case when q.retained_id = r.id then 1 else 0 end
            from reply r join question q on q.id = r.question_id
            where r.author_id = \(member) and r.deleted_at is null and q.deleted_at is null and r.is_nameless = 0
            order by r.replied_at desc, r.id desc limit \(limit)
            """
        ) { row in
            SharedPost(
                question: try row[0], number: try row[1], title: try row[2], at: try row[3],
                isRetained: try row[4] as Int == 1, replies: 0)
        }
        return Array((questions + replies).sorted { $0.at > $1.at }.prefix(limit))
    }

    /// The words with which others retained a reply of the member, the newest first.
    package func thanks(to member: Member.ID, limit: Int) throws -> [WordOfThanks] {
        try view.transaction.all(
            """
            select q.thanks, \(Author.name(of: "q")), q.id, coalesce(q.resolved_at, q.last_activity_at) from question q
            join member m on m.id = q.author_id join reply r on r.id = q.retained_id and r.is_nameless = 0
            where q.retained_author_id = \(member) and q.thanks is not null and q.thanks <> '' and q.deleted_at is null
            order by 4 desc, q.id desc limit \(limit)
            """
        ) { row in WordOfThanks(words: try row[0], from: try row[1], question: try row[2], at: try row[3]) }
    }
}
