import Persistence

extension View {
    package var safety: SafetyQueries { SafetyQueries(view: self) }
}

extension Act {
    package var safety: SafetyActs { SafetyActs(act: self) }
}

package struct SafetyActs {
    let act: Act
}

package struct SafetyQueries {
    let view: View

    private static let columns: SQL = """
        f.id, f.question_id, f.reply_id, coalesce(r.number, 0), \(Author.columns(of: "p")), f.opened_at,
        case when f.reply_id is null then q.hidden_at else r.hidden_at end, f.correction_asked_at, f.corrected_at,
        f.decided_at, d.name, f.outcome, f.word
        """
    private static let tables: SQL = """
        rereading f join question q on q.id = f.question_id left join reply r on r.id = f.reply_id
        join member m on m.id = coalesce(r.author_id, q.author_id)
        join (select 0 as is_nameless union all select 1) p on p.is_nameless = coalesce(r.is_nameless, q.is_nameless)
        left join member d on d.id = f.decided_by
        """

    private static func rereading(_ row: borrowing Row) throws -> Rereading {
        let reply = try row[2] as Reply.ID?
        return Rereading(
            id: try row[0], post: try reply.map { .reply($0) } ?? .question(row[1]), question: try row[1],
            number: try row[3], author: try Author(row, from: 4), openedAt: try row[8],
            isHidden: try (row[9] as Instant?) != nil, correctionAskedAt: try row[10], correctedAt: try row[11],
            decidedAt: try row[12], decider: try row[13], outcome: try row[14], word: try row[15])
    }

    /// The rereading `id` of this community, with its flags.
    package func find(_ id: Rereading.ID) throws -> Rereading {
        let found = try view.transaction.first(
            """
            select \(Self.columns) from \(Self.tables)
            where f.id = \(id) and f.community_id = \(try view.community)
            """, Self.rereading)
        guard var found else { throw Refusal.notFound }
        found.flags = try flags(of: [id])[id] ?? []
        return found
    }

    /// Those that wait, the oldest first: who hides and who decides is seen by the others.
    package func waiting() throws -> [Rereading] {
        let found = try view.transaction.all(
            """
            select \(Self.columns) from \(Self.tables)
            where f.community_id = \(try view.community) and f.decided_at is null order by f.opened_at, f.id
            """, Self.rereading)
        let flags = try flags(of: found.map(\.id))
        return found.map { rereading in
            var rereading = rereading
            rereading.flags = flags[rereading.id] ?? []
            return rereading
        }
    }

    /// How many were flagged for a patient's sake; those that their author is asked to correct wait for nobody else.
    func patientFlagsThatWait() throws -> Int {
        try view.transaction.value(
            """
            select count(*) from rereading f
            where f.community_id = \(try view.community) and f.decided_at is null
              and (f.correction_asked_at is null or f.corrected_at is not null)
              and exists (select 1 from flag g where g.rereading_id = f.id and g.reason = 'patient')
            """) ?? 0
    }

    private func flags(of ids: [Rereading.ID]) throws -> [Rereading.ID: [PostFlag]] {
        if ids.isEmpty { return [:] }
        var flags: [Rereading.ID: [PostFlag]] = [:]
        try view.transaction.each(
            """
            select rereading_id, reason, words, flagged_at from flag
            where rereading_id in \(list: ids) order by flagged_at, member_id
            """
        ) { row in
            flags[try row[0], default: []].append(
                PostFlag(reason: try row[1], words: try row[2], flaggedAt: try row[3]))
        }
        return flags
    }

    /// The one of a post that nobody has answered yet.
    func open(for post: Post) throws -> Rereading? {
        try view.transaction.value(
            "select id from rereading where object = \(post.subject) and decided_at is null", as: Rereading.ID.self
        ).map(find)
    }

    /// The posts of a thread that are shown without their text, because somebody flagged them.
    package func hidden(in question: Question.ID) throws -> [HiddenPost] {
        try view.transaction.all(
            """
            select p.object, f.id, f.outcome, coalesce(f.word, ''), f.correction_asked_at, f.corrected_at,
              (select count(*) from flag g where g.rereading_id = f.id and g.member_id = \(view.actor.member))
            from (
              select 'question/' || id as object from question where id = \(question) and hidden_at is not null
              union all
              select 'reply/' || id from reply where question_id = \(question) and hidden_at is not null) p
            left join rereading f on f.id = (select max(id) from rereading last where last.object = p.object)
            """
        ) { row in
            guard let post = Post(try row[0] as Subject) else {
                throw DatabaseError(.programming, "only a question or a reply is hidden")
            }
            return HiddenPost(
                post: post, rereading: try row[1], outcome: try row[2], word: try row[3],
                isCorrectionAsked: try (row[4] as Instant?) != nil, isCorrected: try (row[5] as Instant?) != nil,
                isFlaggedByReader: try (row[6] as Int?) ?? 0 > 0)
        }
    }

    /// The reader's own flag on a post, the last one, and what became of it.
    package func ownFlag(on post: Post) throws -> OwnFlag? {
        try view.transaction.first(
            """
            select g.reason, g.flagged_at, f.outcome, f.word, f.decided_at
            from rereading f join flag g on g.rereading_id = f.id
            where f.object = \(post.subject) and g.member_id = \(view.actor.member) order by f.id desc limit 1
            """
        ) { row in
            OwnFlag(
                reason: try row[0], flaggedAt: try row[1], outcome: try row[2], word: try row[3], decidedAt: try row[4])
        }
    }

    /// A post of this community, hidden or not; to a guest, only those of the exchange they are invited to.
    package func post(_ post: Post) throws -> PostOnFile {
        switch post {
        case .question(let id):
            let question = try view.questions.find(id)
            return PostOnFile(
                post: post, question: id, number: 0, author: question.author, title: question.title,
                body: question.body, html: question.html,
                others: [
                    question.tried, question.context.constraints, question.neededBy,
                ].compactMap { $0 }, isGone: question.deletedAt != nil, hiddenAt: try hiddenAt(post))
        case .reply(let id):
            guard let reply = try view.questions.replyEvenDeleted(id) else { throw Refusal.notFound }
            return PostOnFile(
                post: post, question: reply.question, number: reply.number, author: reply.author, title: "",
                body: reply.body, html: reply.html, others: [reply.atOurs].compactMap { $0 },
                isGone: reply.deletedAt != nil, hiddenAt: try hiddenAt(post))
        }
    }

    package func hiddenAt(_ post: Post) throws -> Instant? {
        try view.transaction.value("select hidden_at from \(post.table) where id = \(post.row)")
    }
}

/// A post as it is kept, whether others see it or not.
package struct PostOnFile: Sendable, Equatable {
    package let post: Post
    package let question: Question.ID
    package let number: Int
    package let author: Author
    package let title: String
    package let body: String
    package let html: String
    /// Its smaller texts: what was tried, the context.
    package let others: [String]
    /// Deleted by its author, or hidden.
    package let isGone: Bool
    package let hiddenAt: Instant?

    /// Where it stands, after the community's address.
    var path: String { number == 0 ? "questions/\(question)" : "questions/\(question)#r\(number)" }
}

/// What somebody who flagged a post may know of it.
package struct OwnFlag: Sendable, Equatable {
    package let reason: PostFlag.Reason
    package let flaggedAt: Instant
    package let outcome: Rereading.Outcome?
    package let word: String
    package let decidedAt: Instant?
}
