import Persistence

extension SafetyActs {
    /// Says that a text of somebody else should be read again. For a patient's sake it is hidden at once, for everybody
    /// but its author and the facilitators (DOMAIN §13). A second flag of the same person replaces their first.
    /// - Parameter words: what is wrong, in a sentence; needed where no reason says it.
    /// - Returns: what nobody else reads from now on: the text, and those beside it that quote it.
    @discardableResult
    package func flag(_ object: Flagged, because reason: PostFlag.Reason, words: String = "") throws -> [TextOnFile] {
        let flagged = try act.view.safety.readable(object)
        let member = try act.member
        guard flagged.author.id != member else {
            throw Refusal("Ce message est de vous : vous pouvez le modifier ou le retirer.")
        }
        let waiting = try act.view.safety.open(for: object)
        guard !flagged.isGone || waiting != nil else { throw Refusal.notFound }
        let words = try words.line(limit: 500, field: "mots") ?? ""
        guard reason != .other || !words.isEmpty else {
            throw Refusal("Dites en une phrase ce qui ne va pas.", field: "mots")
        }
        let rereading = try waiting?.id ?? open(flagged)
        try act.execute(
            """
            insert into flag (rereading_id, member_id, reason, words, flagged_at)
            values (\(rereading), \(member), \(reason), \(words), \(act.now))
            on conflict (rereading_id, member_id) do update
            set reason = excluded.reason, words = excluded.words, flagged_at = excluded.flagged_at
            """)
        try record(.flagged, flagged, ["reason": reason.rawValue])
        let quoting = try reason == .patient ? act.view.safety.quoting(flagged) : []
        let isNowHidden = try reason == .patient && hide(flagged)
        if isNowHidden {
            try record(.hidPost, flagged)
            try tellAuthor(of: flagged, .postHidden, key: "hidden/\(rereading)")
        }
        if waiting == nil || isNowHidden { try tellFacilitators(rereading, isAboutPatient: reason == .patient) }
        for quote in quoting { try hide(quote, asQuoting: flagged, flaggedBy: member) }
        return (isNowHidden ? [flagged] : []) + quoting
    }

    /// A text that repeats what was flagged for a patient's sake is hidden with it, and read again for itself.
    /// - Parameter member: who flagged the first; nil when the server's operator erases it.
    func hide(_ quote: TextOnFile, asQuoting flagged: TextOnFile, flaggedBy member: Member.ID?) throws {
        guard try hide(quote) else { return }
        let rereading = try act.view.safety.open(for: quote.object)?.id ?? open(quote)
        if let member {
            try act.execute(
                """
                insert into flag (rereading_id, member_id, reason, words, flagged_at)
                values (\(rereading), \(member), \(PostFlag.Reason.patient), '', \(act.now))
                on conflict (rereading_id, member_id) do update set reason = excluded.reason
                """)
        }
        try record(.hidPost, quote, ["quoting": flagged.object.subject.text])
        try tellAuthor(of: quote, .postHidden, key: "hidden/\(rereading)")
    }

    func open(_ flagged: TextOnFile) throws -> Rereading.ID {
        var (reply, announcement, word): (Reply.ID?, Announcement.ID?, PrivateWord.ID?)
        switch flagged.object {
        case .post(.question): break
        case .post(.reply(let id)): reply = id
        case .announcement(let id): announcement = id
        case .word(let id): word = id
        }
        return try act.insert(
            """
            insert into rereading (community_id, object, question_id, reply_id, announcement_id, word_id, opened_at)
            values (\(try act.community), \(flagged.object.subject), \(flagged.place.question), \(reply), \(announcement),
                \(word), \(act.now))
            returning id
            """)
    }

    // What is said by mail never quotes the post.

    private func tellFacilitators(_ rereading: Rereading.ID, isAboutPatient: Bool) throws {
        let community = try act.view.communities.current()
        for facilitator in try act.view.members.facilitators() where facilitator.id != act.actor.member {
            guard let person = try act.view.accounts.of(facilitator.id) else { continue }
            try act.mails.send(
                .flagged(
                    community: community.name, slug: community.slug, rereading: rereading.rawValue,
                    isAboutPatient: isAboutPatient), to: person,
                key: "flagged/\(rereading)/\(facilitator.id)/\(isAboutPatient)")
        }
    }

    /// - Parameter news: what happened; `postHidden` before anybody has read it again.
    /// - Parameter isClean: of what was erased, whether nothing was left.
    func tellAuthor(
        of text: TextOnFile, _ news: RereadingNews, word: String = "", isClean: Bool? = nil, key: String
    ) throws {
        guard let person = try act.view.accounts.of(text.author.id) else { return }
        let community = try act.view.communities.current()
        try act.mails.send(
            .ownPostReread(
                community: community.name, slug: community.slug, path: text.place.path, news: news, words: word,
                isClean: isClean), to: person, key: key)
    }

    /// - Parameter isClean: of what was erased, whether nothing was left.
    func tellFlaggers(
        of rereading: Rereading.ID, _ text: TextOnFile, _ outcome: Rereading.Outcome, word: String,
        except decider: Member.ID? = nil, isClean: Bool? = nil
    ) throws {
        let community = try act.view.communities.current()
        let flaggers = try act.transaction.column(
            "select member_id from flag where rereading_id = \(rereading) order by member_id", as: Member.ID.self)
        for flagger in flaggers where flagger != act.actor.member && flagger != decider {
            guard let person = try act.view.accounts.of(flagger) else { continue }
            try act.mails.send(
                .flagAnswered(
                    community: community.name, slug: community.slug, path: text.place.path, outcome: outcome,
                    words: word,
                    isClean: isClean), to: person,
                key: "flag/\(rereading)/\(flagger)/\(outcome.rawValue)/\(act.now.milliseconds)")
        }
    }
}

/// What the author of a flagged post is told.
package enum RereadingNews: String, Codable, Sendable { case postHidden, correctionAsked, putBack, removed, purged }
