import Persistence

/// Replies that left an exchange, or came to it: who did it, when, why, for all who read either of the two.
package struct Reshaping: Sendable, Equatable {
    package typealias ID = Identifier<Reshaping>

    package enum Kind: String, Bindable, Sendable { case split, merge }

    package let id: ID
    package let kind: Kind
    package let madeAt: Instant
    package let mover: String
    package let reason: String
    /// Without its title when it was taken away, or hidden.
    package let from: LinkedObject
    package let into: LinkedObject
}

/// A place in an exchange; the opening is number 0.
package struct PostPlace: Sendable, Hashable {
    package let question: Question.ID
    package let number: Int

    package init(_ question: Question.ID, _ number: Int) { (self.question, self.number) = (question, number) }
}

/// All that a page must know of an exchange that replies left or came to, so that former links lead on.
package struct ThreadTraces: Sendable, Equatable {
    /// The last first.
    package var reshapings: [Reshaping] = []
    /// What stood here before: by its number here, where it is now.
    package var gone: [Gone] = []
    /// Where the text of a reply that came from elsewhere was written: what it says of "#r3" is said of that exchange.
    package var origins: [Reply.ID: Question.ID] = [:]
    /// Where the posts of those exchanges are now, when they are not where they were.
    package var places: [PostPlace: PostPlace] = [:]
    /// The replies that answer one of another exchange by now.
    package var answersElsewhere: [Reply.ID: AnsweredElsewhere] = [:]

    package struct Gone: Sendable, Equatable {
        package let number: Int
        package let reshaping: Reshaping.ID
        package let place: PostPlace
    }

    package struct AnsweredElsewhere: Sendable, Equatable {
        package let author: String
        package let place: PostPlace
    }

    package init() {}

    /// Where a link to a post leads that the text of `reply` cites by its number.
    package func place(of number: Int, citedBy reply: Reply.ID) -> PostPlace? {
        origins[reply].map { origin in places[PostPlace(origin, number)] ?? PostPlace(origin, number) }
    }
}

extension QuestionQueries {
    /// What left an exchange and what came to it. Asked only where something did.
    package func traces(of id: Question.ID) throws -> ThreadTraces {
        var traces = ThreadTraces()
        traces.reshapings = try view.transaction.all(
            """
            select v.id, v.kind, v.made_at, coalesce(m.name, ''), v.reason,
              f.id, case when f.deleted_at is null then f.title else '' end,
              t.id, case when t.deleted_at is null then t.title else '' end
            from reshaping v join question f on f.id = v.from_id join question t on t.id = v.into_id
            left join member m on m.id = v.mover_id
            where v.from_id = \(id) or v.into_id = \(id) order by v.id desc
            """
        ) { row in
            guard let from = LinkedObject(id: try row[5], title: try row[6]),
                let into = LinkedObject(id: try row[7], title: try row[8])
            else { throw Refusal.notFound }
            return Reshaping(
                id: try row[0], kind: try row[1], madeAt: try row[2], mover: try row[3], reason: try row[4], from: from,
                into: into)
        }
        traces.origins = try origins(of: id)
        for moved in try movedReplies(from: Set(traces.origins.values).union([id])) {
            traces.places[moved.from] = moved.now
            if moved.from.question == id {
                traces.gone.append(.init(number: moved.from.number, reshaping: moved.reshaping, place: moved.now))
            }
        }
        traces.answersElsewhere = try answersElsewhere(in: id)
        return traces
    }

    /// Of each reply that came from elsewhere, the exchange where it was written.
    private func origins(of id: Question.ID) throws -> [Reply.ID: Question.ID] {
        var origins: [Reply.ID: Question.ID] = [:]
        try view.transaction.each(
            """
            select v.reply_id, v.question_id from moved_reply v join reply r on r.id = v.reply_id
            where r.question_id = \(id) order by v.reshaping_id desc
            """
        ) { row in origins[try row[0]] = try row[1] }
        return origins
    }

    private func movedReplies(from questions: Set<Question.ID>) throws
        -> [(from: PostPlace, now: PostPlace, reshaping: Reshaping.ID)]
    {
        try view.transaction.all(
            """
            select v.question_id, v.number, r.question_id, r.number, v.reshaping_id
            from moved_reply v join reply r on r.id = v.reply_id
            where v.question_id in \(list: questions.sorted()) order by v.question_id, v.number
            """
        ) { row in
            (
                from: PostPlace(try row[0], try row[1]), now: PostPlace(try row[2], try row[3]),
                reshaping: try row[4]
            )
        }
    }

    private func answersElsewhere(in id: Question.ID) throws -> [Reply.ID: ThreadTraces.AnsweredElsewhere] {
        var found: [Reply.ID: ThreadTraces.AnsweredElsewhere] = [:]
        try view.transaction.each(
            """
            select r.id, \(Author.name(of: "a")), a.question_id, a.number
            from reply r join reply a on a.id = r.answers_id join member m on m.id = a.author_id
            where r.question_id = \(id) and a.question_id <> r.question_id and a.deleted_at is null
            """
        ) { row in
            found[try row[0]] = .init(author: try row[1], place: PostPlace(try row[2], try row[3]))
        }
        return found
    }

    /// The exchange that another one has become part of, with the former places of its posts; nil for any other.
    package func merged(_ id: Question.ID) throws -> ThreadTraces? {
        let isMerged = try view.transaction.value(
            """
            select 1 from question where id = \(id) and community_id = \(try view.community)
              and merged_into_id is not null
            """, as: Int.self)
        return isMerged == nil ? nil : try traces(of: id)
    }
}

extension QuestionActs {
    func note(
        _ kind: Reshaping.Kind, from: Question.ID, into: Question.ID, because reason: String
    ) throws -> Reshaping.ID {
        try act.execute("update question set is_reshaped = 1 where id in (\(from), \(into))")
        return try act.insert(
            """
            insert into reshaping (kind, from_id, into_id, mover_id, reason, made_at)
            values (\(kind), \(from), \(into), \(act.actor.member), \(reason), \(act.now)) returning id
            """)
    }

    /// Takes a reply to another place, with all that hangs on it. Neither its words nor its dates change.
    func carry(_ reply: Reply, to place: PostPlace, under reshaping: Reshaping.ID) throws {
        let from = PostPlace(reply.question, reply.number)
        try QuestionSchema.search.remove(
            PostNumber(from.question, from.number, in: try act.community).row, in: act.transaction)
        try act.execute(
            "update reply set question_id = \(place.question), number = \(place.number) where id = \(reply.id)")
        try carryWhatHangs(on: from, to: place)
        try noteMoved(reply.id, from: from, under: reshaping)
        // Taken back by its author, it was the solution of the other question.
        try act.execute("delete from solution_aside where reply_id = \(reply.id)")
        try act.execute("update rereading set question_id = \(place.question) where reply_id = \(reply.id)")
        try act.execute(
            "update incident set question_id = \(place.question) where object = \(Subject.reply(reply.id))")
        try act.execute("update import_message set question_id = \(place.question) where reply_id = \(reply.id)")
        if reply.deletedAt == nil { try index(place.number, of: place.question, body: reply.body) }
    }

    func noteMoved(_ reply: Reply.ID, from place: PostPlace, under reshaping: Reshaping.ID) throws {
        try act.execute(
            """
            insert into moved_reply (question_id, number, reply_id, reshaping_id)
            values (\(place.question), \(place.number), \(reply), \(reshaping))
            """)
    }

    /// Files, sources, signs and calls are kept by the place of their post.
    func carryWhatHangs(on from: PostPlace, to place: PostPlace) throws {
        for table: SQL in ["attachment", "evidence", "reaction", "calling"] {
            try act.execute(
                """
                update \(table) set question_id = \(place.question), number = \(place.number)
                where question_id = \(from.question) and number = \(from.number)
                """)
        }
    }

    /// A mark speaks for whoever asked the question where its reply stands: elsewhere it is that of a peer.
    func revoice(_ reply: Reply.ID, asker: Member.ID) throws {
        try act.execute(
            """
            delete from useful_mark where reply_id = \(reply) and exists (
              select 1 from useful_mark other where other.reply_id = \(reply)
                and other.member_id = useful_mark.member_id and other.voice < useful_mark.voice)
            """)
        try act.execute(
            """
            update useful_mark set voice = case when member_id = \(asker) then 'asker' else 'peer' end
            where reply_id = \(reply)
            """)
    }

    /// Finds anew all that a page and a list say of an exchange by its replies.
    func recount(_ id: Question.ID) throws {
        try recountReplies(of: id)
        try act.execute(
            """
            update question set
              last_activity_at = coalesce((select max(replied_at) from reply r
                where r.question_id = question.id and r.deleted_at is null and r.replied_at > question.asked_at), asked_at),
              asker_wrote_at = coalesce((select max(replied_at) from reply r where r.question_id = question.id
                and r.author_id = question.author_id and r.deleted_at is null and r.replied_at > question.asker_wrote_at),
                asker_wrote_at)
            where id = \(id)
            """)
        try markAgain(id)
    }

    /// Nobody's words change place while a message of the exchange is read over.
    func mustNotBeReread(_ id: Question.ID) throws {
        let isReread = try act.transaction.value(
            "select 1 from rereading where question_id = \(id) and decided_at is null limit 1", as: Int.self)
        guard isReread == nil else {
            throw Refusal("Un message de cet échange est à relire : faites-le d’abord.", kind: .conflict)
        }
    }
}
