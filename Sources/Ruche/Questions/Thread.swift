import Persistence

/// A question with its replies, as a reader sees it.
package struct QuestionThread: Sendable {
    package let question: Question
    package let topics: [Topic]
    /// The retained one first, then in the order of arrival.
    package let replies: [Reply]
    /// The replies that the reader called useful.
    package let markedByReader: Set<Reply.ID>
    /// The replies that a facilitator called useful on behalf of the asker.
    package let markedOnBehalf: [Reply.ID: OnBehalf]
    package let meToo: [MeToo]
    /// The last reply that the reader had before them, from an earlier visit. Nil when they never came.
    package let readUpTo: Int?
    package let attachments: [Attachment]
    package let draft: Draft?
    package let evidence: [Evidence]
    /// By the number of the reply.
    package let reactions: [Int: ReactionCount]

    package struct MeToo: Sendable, Equatable {
        package let author: Author
        package let line: String
        package let saidAt: Instant
    }

    package struct OnBehalf: Sendable, Equatable {
        package let facilitator: String
        package let isReader: Bool
    }

    /// Whether `reader` may say for its author that a reply helped: a facilitator, after two weeks without a word.
    package func mayBeSaidOnBehalf(by reader: Member.ID, isFacilitator: Bool, at now: Instant) -> Bool {
        isFacilitator && question.kind == .question && question.deletedAt == nil && question.author.id != reader
            && now - question.askerWroteAt >= Reply.silenceBeforeOnBehalf
    }

    /// The first reply that is new to a reader who came before.
    package var firstUnread: Reply? {
        guard let readUpTo else { return nil }
        return replies.filter { $0.number > readUpTo && $0.deletedAt == nil }.min { $0.number < $1.number }
    }
}

extension QuestionQueries {
    package func thread(_ id: Question.ID) throws -> QuestionThread {
        let question = try find(id)
        var replies = try view.transaction.all(
            Reply.self,
            """
            select \(Reply.columns) from reply r join member m on m.id = r.author_id
            where r.question_id = \(id) order by r.number
            """)
        if let retained = replies.firstIndex(where: { $0.id == question.retained }) {
            replies.insert(replies.remove(at: retained), at: 0)
        }
        let reader = view.actor.member
        var (marked, onBehalf): (Set<Reply.ID>, [Reply.ID: QuestionThread.OnBehalf]) = ([], [:])
        try view.transaction.each(
            """
            select u.reply_id, u.voice, u.member_id, m.name from reply r join useful_mark u on u.reply_id = r.id
            join member m on m.id = u.member_id
            where r.question_id = \(id) and (u.member_id = \(reader) or u.voice = 'on_behalf')
            """
        ) { row in
            let (reply, voice): (Reply.ID, Voice) = (try row[0], try row[1])
            if voice == .onBehalf {
                onBehalf[reply] = .init(facilitator: try row[3], isReader: try row[2] == reader)
            } else {
                marked.insert(reply)
            }
        }
        return QuestionThread(
            question: question, topics: try topics(of: id), replies: replies, markedByReader: marked,
            markedOnBehalf: onBehalf,
            meToo: try meToo(id),
            readUpTo: try view.transaction.value(
                "select number from read_position where member_id = \(reader) and question_id = \(id)", as: Int.self),
            attachments: try attachments(of: id),
            draft: try draft(at: .reply(id)), evidence: try evidence(of: id), reactions: try reactions(in: id))
    }

    package func topics(of id: Question.ID) throws -> [Topic] {
        try view.transaction.all(
            Topic.self,
            """
            select t.id, t.name from question_topic qt join topic t on t.id = qt.topic_id
            where qt.question_id = \(id) order by t.name
            """)
    }

    func meToo(_ id: Question.ID) throws -> [QuestionThread.MeToo] {
        try view.transaction.all(
            """
            select \(Author.columns), t.line, t.said_at from me_too t join member m on m.id = t.member_id
            where t.question_id = \(id) order by t.said_at, m.id
            """
        ) { row in .init(author: try Author(row, from: 0), line: try row[4], saidAt: try row[5]) }
    }

    /// The reply `id` of this community, if it is still published.
    package func reply(_ id: Reply.ID) throws -> Reply {
        guard let found = try replyEvenDeleted(id), found.deletedAt == nil else { throw Refusal.notFound }
        return found
    }

    func replyEvenDeleted(_ id: Reply.ID) throws -> Reply? {
        let found = try view.transaction.first(
            Reply.self,
            """
            select \(Reply.columns) from reply r join member m on m.id = r.author_id
            where r.id = \(id) and r.community_id = \(try view.community)
            """)
        if let found { _ = try find(found.question) }
        return found
    }
}
