import Persistence

/// A reply that has arrived: by this program, another one on the same database, or a mail.
package struct Arrival: Sendable, Equatable, RowDecodable {
    package let reply: Reply.ID
    package let question: Question.ID
    package let number: Int
    package let community: Community.ID

    /// `select id, question_id, number, community_id from reply`
    package init(_ row: borrowing Row) throws {
        (reply, question, number, community) = (try row[0], try row[1], try row[2], try row[3])
    }
}

extension View {
    /// The last replies of the whole instance, the oldest first: what was written and not yet taken away.
    /// - Parameter known: the last that is known; a few before it are given again, since replies may be kept in another
    ///   order than they began.
    package func arrivals(after known: Reply.ID) throws -> [Arrival] {
        try transaction.all(
            Arrival.self,
            """
            select id, question_id, number, community_id from reply
            where id > \(known.rawValue - Self.overlap) and deleted_at is null and hidden_at is null
            order by id limit 1000
            """)
    }

    private static let overlap: Int64 = 64

    /// The last reply that anybody wrote.
    package func lastReply() throws -> Reply.ID? {
        try transaction.value("select max(id) from reply", as: Reply.ID.self)
    }
}

extension QuestionQueries {
    /// Replies of a thread after a place in it, in the order of arrival.
    package func replies(of id: Question.ID, after number: Int) throws -> [Reply] {
        try view.transaction.all(
            Reply.self,
            """
            select \(Reply.columns) from reply r join member m on m.id = r.author_id
            where r.question_id = \(id) and r.number > \(number) and r.deleted_at is null and r.hidden_at is null
            order by r.number
            """)
    }
}
