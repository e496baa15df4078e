import Persistence

extension SafetyActs {
    /// Says that a post of somebody else should be read again. For a patient's sake it is hidden at once, for everybody
    /// but its author and the facilitators (DOMAIN §13). A second flag of the same person replaces their first.
    /// - Parameter words: what is wrong, in a sentence; needed where no reason says it.
    /// - Returns: what nobody else reads from now on: the post, and those of the thread that quote it.
    @discardableResult
    package func flag(_ post: Post, because reason: PostFlag.Reason, words: String = "") throws -> [PostOnFile] {
        let flagged = try act.view.safety.post(post)
        let member = try act.member
        guard flagged.author.id != member else {
            throw Refusal("Ce message est de vous : vous pouvez le modifier ou le retirer.")
        }
        let waiting = try act.view.safety.open(for: post)
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
        try act.record(.flagged, post.subject, within: .question(flagged.question), ["reason": reason.rawValue])
        let quoting = try reason == .patient ? act.view.safety.quoting(flagged) : []
        let isNowHidden = try reason == .patient && hide(flagged)
        if isNowHidden {
            try act.record(.hidPost, post.subject, within: .question(flagged.question))
            try tellAuthor(of: flagged, .postHidden, key: "hidden/\(rereading)")
        }
        if waiting == nil || isNowHidden { try tellFacilitators(rereading, isAboutPatient: reason == .patient) }
        for quote in quoting { try hide(quote, asQuoting: flagged, flaggedBy: member) }
        return (isNowHidden ? [flagged] : []) + quoting
    }

    /// A post that repeats what was flagged for a patient's sake is hidden with it, and read again for itself.
    /// - Parameter member: who flagged the first; nil when the server's operator erases it.
    func hide(_ quote: PostOnFile, asQuoting flagged: PostOnFile, flaggedBy member: Member.ID?) throws {
        guard try hide(quote) else { return }
        let rereading = try act.view.safety.open(for: quote.post)?.id ?? open(quote)
        if let member {
            try act.execute(
                """
                insert into flag (rereading_id, member_id, reason, words, flagged_at)
                values (\(rereading), \(member), \(PostFlag.Reason.patient), '', \(act.now))
                on conflict (rereading_id, member_id) do update set reason = excluded.reason
                """)
        }
        try act.record(
            .hidPost, quote.post.subject, within: .question(quote.question),
            ["quoting": "\(flagged.post.subject)"])
        try tellAuthor(of: quote, .postHidden, key: "hidden/\(rereading)")
    }

    func open(_ flagged: PostOnFile) throws -> Rereading.ID {
        let reply: Reply.ID? = if case .reply(let id) = flagged.post { id } else { nil }
        return try act.insert(
            """
            insert into rereading (community_id, object, question_id, reply_id, opened_at)
            values (\(try act.community), \(flagged.post.subject), \(flagged.question), \(reply), \(act.now))
            returning id
            """)
    }

    /// Takes a post out of every list, page, search and letter that has not left; its text stays as it is.
    /// - Returns: whether it was there.
    func hide(_ post: PostOnFile) throws -> Bool {
        guard post.hiddenAt == nil else { return false }
        try act.execute("update \(post.post.table) set hidden_at = \(act.now) where id = \(post.post.row)")
        if !post.isGone { try act.questions.takeAway(post.post) }
        try act.mails.withdraw(lettersAbout: post.post)
        return true
    }

    /// Puts a hidden post back where it was.
    func show(_ post: PostOnFile) throws {
        guard post.hiddenAt != nil else { return }
        try act.execute("update \(post.post.table) set hidden_at = null where id = \(post.post.row)")
        try act.questions.bringBack(post.post)
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
        of post: PostOnFile, _ news: RereadingNews, word: String = "", isClean: Bool? = nil, key: String
    ) throws {
        guard let person = try act.view.accounts.of(post.author.id) else { return }
        let community = try act.view.communities.current()
        try act.mails.send(
            .ownPostReread(
                community: community.name, slug: community.slug, path: post.path, news: news, words: word,
                isClean: isClean), to: person, key: key)
    }

    /// - Parameter isClean: of what was erased, whether nothing was left.
    func tellFlaggers(
        of rereading: Rereading.ID, _ post: PostOnFile, _ outcome: Rereading.Outcome, word: String,
        except decider: Member.ID? = nil, isClean: Bool? = nil
    ) throws {
        let community = try act.view.communities.current()
        let flaggers = try act.transaction.column(
            "select member_id from flag where rereading_id = \(rereading) order by member_id", as: Member.ID.self)
        for flagger in flaggers where flagger != act.actor.member && flagger != decider {
            guard let person = try act.view.accounts.of(flagger) else { continue }
            try act.mails.send(
                .flagAnswered(
                    community: community.name, slug: community.slug, path: post.path, outcome: outcome, words: word,
                    isClean: isClean), to: person,
                key: "flag/\(rereading)/\(flagger)/\(outcome.rawValue)/\(act.now.milliseconds)")
        }
    }
}

/// What the author of a flagged post is told.
package enum RereadingNews: String, Codable, Sendable { case postHidden, correctionAsked, putBack, removed, purged }

extension MailActs {
    /// Letters about a post that have not left: nobody is led to it, nor told its title.
    func withdraw(lettersAbout post: Post) throws {
        switch post {
        case .reply(let id):
            let keys = ["replied/\(id)", "retained/\(id)"]
            try act.execute("delete from mail where state = 'queued' and key in \(list: keys)")
            try act.execute("delete from digest_line where key in \(list: keys)")
        case .question(let id):
            try act.execute("delete from digest_line where question_id = \(id)")
            let waiting = try act.transaction.column(
                """
                select id from mail where state = 'queued'
                  and (letter like \("%\"question\":\(id),%") or letter like \("%\"question\":\(id)}%"))
                """, as: QueuedMail.ID.self)
            for mail in waiting { try withdraw(mail, about: id) }
        }
    }

    /// A letter of several exchanges leaves without this one.
    private func withdraw(_ mail: QueuedMail.ID, about question: Question.ID) throws {
        guard case .digest(let community, let slug, let letters, let tempo)? = try act.view.mails.find(mail)?.letter
        else {
            try act.execute("delete from mail where id = \(mail)")
            return
        }
        let others = try letters.filter { try !$0.isAbout(question) }
        guard !others.isEmpty else {
            try act.execute("delete from mail where id = \(mail)")
            return
        }
        let letter = Letter.digest(community: community, slug: slug, letters: others, tempo: tempo)
        try act.execute("update mail set letter = \(try JSONText.encode(letter)) where id = \(mail)")
    }
}
