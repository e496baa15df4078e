import Persistence

/// In whose name a reply was called useful. Only the asker's voice, or a facilitator's on their behalf, stops the clock
/// of EF2; a peer's voice tells what helped others.
package enum Voice: String, Bindable, Sendable { case asker, peer, onBehalf = "on_behalf" }

extension Reply {
    /// The asker's silence after which a facilitator may speak for them (DOMAIN §5.1).
    package static let silenceBeforeOnBehalf = Duration.days(14)

    /// Decides in whose voice `reader` may call this reply useful.
    /// - Parameters:
    ///   - asker: who asked the question.
    ///   - silence: time since the asker last wrote in the thread.
    /// - Throws: a refusal if `reader` wrote the reply, or speaks for the asker too early.
    package func voice(
        of reader: Member.ID, isFacilitator: Bool, asker: Member.ID, onBehalf: Bool, silence: Duration
    ) throws(Refusal) -> Voice {
        if author.id == reader { throw Refusal("Cette réponse est de vous : aux autres d’en juger.") }
        if asker == reader { return .asker }
        guard onBehalf else { return .peer }
        guard isFacilitator else { throw .forbidden }
        guard silence >= Self.silenceBeforeOnBehalf else {
            throw Refusal("La personne qui a posé la question a encore le temps de répondre elle-même.")
        }
        return .onBehalf
    }
}

extension QuestionActs {
    /// Marks a reply as useful. A second mark in the same voice changes nothing and is not an error;
    /// `withdrawUsefulMark` takes it back.
    package func markUseful(_ id: Reply.ID, onBehalf: Bool = false) throws {
        let reply = try act.view.questions.reply(id)
        let reader = try act.member
        let (asker, wroteAt) = try asker(of: reply.question)
        let voice = try reply.voice(
            of: reader, isFacilitator: act.actor.isFacilitator, asker: asker, onBehalf: onBehalf,
            silence: act.now - wroteAt)
        let added = try act.execute(
            """
            insert into useful_mark (reply_id, member_id, voice, marked_at, author_id)
            values (\(id), \(reader), \(voice), \(act.now), \(reply.author.id)) on conflict (reply_id, member_id, voice) do nothing
            """)
        guard added == 1 else { return }
        try recountUseful(id, of: reply.question)
        try act.record(
            .markedUseful, .reply(id), within: .question(reply.question),
            (voice == .onBehalf ? Verb.facilitating : [:]).merging(["voice": voice.rawValue]) { first, _ in first })
    }

    /// Takes back one's own mark, or that which one gave on behalf of the asker.
    package func withdrawUsefulMark(_ id: Reply.ID, onBehalf: Bool = false) throws {
        let reply = try act.view.questions.reply(id)
        let removed = try act.execute(
            """
            delete from useful_mark where reply_id = \(id) and member_id = \(try act.member)
              and (voice = 'on_behalf') = (\(onBehalf) = 1)
            """)
        guard removed > 0 else { return }
        if !onBehalf {
            try act.execute("delete from without_us where reply_id = \(id) and member_id = \(try act.member)")
        }
        try recountUseful(id, of: reply.question)
        try act.record(.withdrewUsefulMark, .reply(id), within: .question(reply.question))
    }

    /// Counts people, and finds anew when the asker first found something useful.
    func recountUseful(_ reply: Reply.ID, of question: Question.ID) throws {
        try act.execute(
            """
            update reply set useful_count = (
              select count(distinct member_id) from useful_mark where reply_id = \(reply))
            where id = \(reply)
            """)
        try act.execute(
            """
            update question set useful_at = (
              select min(u.marked_at) from useful_mark u join reply r on r.id = u.reply_id
              where r.question_id = \(question) and r.deleted_at is null and u.voice in ('asker', 'on_behalf'))
            where id = \(question)
            """)
        try markWhatChanged(in: question)
        // The day of the solution may be another one.
        if try act.view.questions.find(question).kind == .question { try planFollowUps(of: question) }
    }

    /// Who asked, and when they last wrote in the thread.
    func asker(of id: Question.ID) throws -> (Member.ID, Instant) {
        let found = try act.transaction.first(
            "select author_id, asker_wrote_at from question where id = \(id)"
        ) { row in (try row[0] as Member.ID, try row[1] as Instant) }
        guard let found else { throw Refusal.notFound }
        return found
    }
}
