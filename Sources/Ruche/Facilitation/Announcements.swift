import Calendaring
import PatientGuard
import Persistence
import Wording

extension View {
    package var announcements: AnnouncementQueries { AnnouncementQueries(view: self) }
}

extension Act {
    package var announcements: AnnouncementActs { AnnouncementActs(act: self) }
}

package struct AnnouncementQueries {
    let view: View

    /// What the home page shows, the newest first: few, since a banner that is always there is not read.
    package func shown(limit: Int = 2) throws -> [Announcement] {
        try view.transaction.all(
            Announcement.self,
            """
            select \(Announcement.columns) from \(Announcement.joined)
            where a.community_id = \(try view.community) and a.withdrawn_at is null and a.shown_until > \(view.now)
            order by a.sent_at desc, a.id desc limit \(limit)
            """)
    }

    /// All that was announced, the newest first; those that were withdrawn are not.
    package func all(limit: Int = 60) throws -> [Announcement] {
        try view.transaction.all(
            Announcement.self,
            """
            select \(Announcement.columns) from \(Announcement.joined)
            where a.community_id = \(try view.community) and a.withdrawn_at is null
            order by a.sent_at desc, a.id desc limit \(limit)
            """)
    }

    /// The announcement `id` of this community; once withdrawn, its facilitators alone find it, to put it back; once
    /// hidden, nobody.
    package func find(_ id: Announcement.ID) throws -> Announcement {
        let found = try onFile(id)
        guard found.hiddenAt == nil, found.withdrawnAt == nil || view.actor.isFacilitator else {
            throw Refusal.notFound
        }
        return found
    }

    /// The same, whether it is shown or not.
    func onFile(_ id: Announcement.ID) throws -> Announcement {
        let found = try view.transaction.first(
            Announcement.self,
            """
            select \(Announcement.columns) from \(Announcement.joined)
            where a.id = \(id) and a.community_id = \(try view.community)
            """)
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// Every state of its text, the oldest first, the present one last.
    package func history(of id: Announcement.ID) throws -> (announcement: Announcement, versions: [PostVersion]) {
        let announcement = try find(id)
        var versions = try view.transaction.all(
            """
            select version, title, body, written_at from post_version
            where object = \(Subject.announcement(id)) order by version
            """
        ) { row in PostVersion(version: try row[0], title: try row[1], body: try row[2], writtenAt: try row[3]) }
        versions.append(
            PostVersion(
                version: announcement.version, title: announcement.title, body: announcement.body,
                writtenAt: announcement.editedAt ?? announcement.sentAt))
        return (announcement, versions)
    }

    /// What one more announcement would weigh. Those that were withdrawn count: everybody got them.
    package func weight() throws -> AnnouncementWeight {
        let (community, since) = (try view.community, view.now - .days(91))
        let figures = try view.transaction.first(
            """
            select (select count(*) from announcement where community_id = \(community) and sent_at > \(since)),
              (select max(sent_at) from announcement where community_id = \(community)),
              (select count(*) from question q join member m on m.id = q.author_id
               where q.community_id = \(community) and q.asked_at > \(since) and q.deleted_at is null
                 and m.role <> 'facilitator')
              + (select count(*) from reply r join member m on m.id = r.author_id
               where r.community_id = \(community) and r.replied_at > \(since) and r.deleted_at is null
                 and m.role <> 'facilitator')
            """
        ) { row in (sent: try row[0] as Int, last: try row[1] as Instant?, others: try row[2] as Int) }
        guard let figures else { throw Refusal.notFound }
        let next = figures.last.map { $0 + Announcement.interval }
        return AnnouncementWeight(
            rank: figures.sent + 1, share: Double(figures.sent + 1) / Double(figures.sent + 1 + figures.others),
            allowedFrom: next.flatMap { $0 > view.now ? $0 : nil })
    }
}

package struct AnnouncementActs {
    let act: Act

    /// Dates, places and telephones of a meeting are what announcements are made of (DOMAIN §13).
    static let logistics: Set<Passage.Kind> = [.date, .namedPlace, .contact]

    /// Tells everybody: on the home page, and by one mail to each who takes mails.
    /// - Throws: a refusal near its field; `GuardWall`.
    package func announce(_ draft: AnnouncementDraft) throws -> Announcement.ID {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let (community, author) = (try act.view.communities.current(), try act.member)
        let checked = try checked(draft, in: community)
        let twin = try act.transaction.value(
            """
            select id from announcement where community_id = \(community.id) and author_id = \(author)
              and title = \(checked.title) and body = \(checked.body) and withdrawn_at is null
              and sent_at > \(act.now - .twiceSent)
            """, as: Announcement.ID.self)
        if let twin { return twin }
        guard try act.view.announcements.weight().allowedFrom == nil else {
            throw Refusal(
                "Une annonce par semaine au plus : la dernière n’a pas sept jours. Une question peut partir dès maintenant.",
                field: "titre", kind: .conflict)
        }
        try act.guardWords(draft.ruled, ignoring: Self.logistics, isConfirmed: draft.isConfirmed)
        let id: Announcement.ID = try act.insert(
            """
            insert into announcement (community_id, author_id, title, body, html, renderer, sent_at, shown_until)
            values (\(community.id), \(author), \(checked.title), \(checked.body), \(Rendering.html(checked.body)),
                \(Rendering.version), \(act.now), \(checked.until)) returning id
            """)
        try act.record(.announced, .announcement(id))
        try tellEverybody(id, checked.title, checked.body, community)
        return id
    }

    private func tellEverybody(_ id: Announcement.ID, _ title: String, _ body: String, _ community: Community) throws {
        let author = try act.member
        let writer = try act.view.members.profile(author).member.name
        let letter = Letter.announced(
            community: community.name, slug: community.slug, announcement: id.rawValue, title: title, body: body,
            author: writer)
        let wantNone = try act.transaction.column(
            "select id from member where community_id = \(community.id) and mail_tempo = \(MailTempo.none)",
            as: Member.ID.self)
        for member in try act.view.members.reachable() where member != author && !wantNone.contains(member) {
            try act.mails.notify(member, letter, key: "announced/\(id)/\(member)")
        }
    }

    /// Changes one's own announcement; the state before is kept, for all to compare. No second mail leaves.
    /// - Parameters:
    ///   - version: the one that the writer had before them.
    ///   - hasSeenBoth: they were shown that it had changed, and keep theirs.
    package func change(
        _ id: Announcement.ID, to draft: AnnouncementDraft, from version: Int, hasSeenBoth: Bool = false
    ) throws {
        let now = try act.view.announcements.onFile(id)
        guard now.author.id == act.actor.member else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        try Self.mustBeThere(now)
        guard now.version == version else {
            throw EditConflict(
                title: now.title, body: now.body, version: now.version, at: now.editedAt ?? now.sentAt)
        }
        let checked = try checked(draft, in: try act.view.communities.current())
        let isSameText = now.title == checked.title && now.body == checked.body
        if isSameText, now.shownUntil == checked.until { return }
        try act.guardWords(draft.ruled, ignoring: Self.logistics, isConfirmed: draft.isConfirmed)
        let writtenAt = now.editedAt ?? now.sentAt
        let isNewVersion = !isSameText && (hasSeenBoth || act.now - writtenAt >= .editingGrace)
        if isNewVersion {
            try act.execute(
                """
                insert into post_version (object, version, title, body, written_at)
                values (\(Subject.announcement(id)), \(now.version), \(now.title), \(now.body), \(writtenAt))
                """)
        }
        try act.execute(
            """
            update announcement set title = \(checked.title), body = \(checked.body),
              html = \(Rendering.html(checked.body)), renderer = \(Rendering.version), shown_until = \(checked.until),
              version = version + 1, edited_at = case when \(isNewVersion) = 1 then \(act.now) else edited_at end
            where id = \(id)
            """)
        try act.record(.changedAnnouncement, .announcement(id))
    }

    /// Somebody else took it off while its author was writing.
    private static func mustBeThere(_ announcement: Announcement) throws(Refusal) {
        if announcement.hiddenAt != nil {
            throw Refusal(
                "Cette annonce vient d’être signalée : elle est masquée le temps d’être relue. Votre texte est gardé ici, rien n’est publié.",
                field: "titre", kind: .conflict)
        }
        if announcement.withdrawnAt != nil {
            throw Refusal(
                "Cette annonce vient d’être retirée par l’animation. Votre texte est gardé ici, rien n’est publié.",
                field: "titre", kind: .conflict)
        }
    }

    /// Its author corrects what was flagged, by the same rules; the days on which it is shown stay.
    func correct(_ id: Announcement.ID, title: String, body: String) throws {
        let (title, body) = try checked(title: title, body: body)
        try act.execute(
            """
            update announcement set title = \(title), body = \(body), html = \(Rendering.html(body)),
              renderer = \(Rendering.version), version = version + 1, edited_at = \(act.now)
            where id = \(id)
            """)
    }

    /// Takes an announcement off every page; its text is kept aside for a day, to be put back.
    package func withdraw(_ id: Announcement.ID) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        guard try act.view.announcements.find(id).withdrawnAt == nil else { return }
        try act.execute("update announcement set withdrawn_at = \(act.now) where id = \(id)")
        try act.record(.withdrewAnnouncement, .announcement(id))
    }

    package func restore(_ id: Announcement.ID) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        guard let withdrawnAt = try act.view.announcements.find(id).withdrawnAt else { return }
        guard act.now - withdrawnAt <= Announcement.undoTime else {
            throw Refusal("Le délai d’un jour est passé : cette annonce ne revient plus.", kind: .notAllowed)
        }
        try act.execute("update announcement set withdrawn_at = null where id = \(id)")
        try act.record(.restoredAnnouncement, .announcement(id))
    }

    /// The first to reply opens a discussion in their own name; the announcement leads there from then on.
    package func reply(to id: Announcement.ID, _ body: String, isConfirmed: Bool = false) throws -> Question.ID {
        let announcement = try act.view.announcements.find(id)
        guard announcement.withdrawnAt == nil else { throw Refusal.notFound }
        var draft = QuestionDraft()
        (draft.kind, draft.title, draft.body) = (.discussion, announcement.title, body)
        draft.isConfirmed = isConfirmed
        guard body.line() != nil else { throw Refusal("Écrivez un mot, même court.", field: "texte") }
        if let discussion = announcement.discussion {
            // The same reply sent twice by a slow network is the one that opened it.
            let own = try act.transaction.value(
                "select id from question where id = \(discussion.id) and author_id = \(act.member) and body = \(body.trimmingWhitespace())",
                as: Question.ID.self)
            if let own { return own }
            throw Refusal(
                "Une discussion vient de s’ouvrir sur cette annonce : suivez-la, votre texte est gardé ici.",
                field: "texte",
                kind: .conflict)
        }
        // Its title is the announcement's, and was read then.
        try act.followWordRules([RuledText(field: "texte", text: body)])
        let question = try act.questions.ask(draft, hasFollowedRules: true)
        try act.execute("update announcement set question_id = \(question) where id = \(id)")
        return question
    }

    private func checked(_ draft: AnnouncementDraft, in community: Community) throws
        -> (title: String, body: String, until: Instant)
    {
        let (title, body) = try checked(title: draft.title, body: draft.body)
        let zone = Zone(community.zone) ?? .paris
        let today = zone.date(at: act.now.milliseconds)
        guard let day = CivilDate(draft.until), day >= today, day - today <= AnnouncementDraft.mostDays else {
            throw Refusal("Choisissez un dernier jour, d’aujourd’hui à dans trois mois.", field: "jusqu-au")
        }
        return (title, body, Instant(milliseconds: zone.start(of: day.adding(days: 1))))
    }

    private func checked(title: String, body: String) throws(Refusal) -> (title: String, body: String) {
        let title = Typography.french(
            title.trimmingWhitespace().split(whereSeparator: \.isNewline).joined(separator: " "))
        guard !title.isEmpty else { throw Refusal("Dites en une phrase de quoi il s’agit.", field: "titre") }
        guard title.count <= AnnouncementDraft.titleLimit else {
            throw Refusal(
                "Ce texte dépasse %@ caractères. Gardez l’essentiel.", String(AnnouncementDraft.titleLimit),
                field: "titre")
        }
        let body = body.trimmingWhitespace()
        guard body.count <= AnnouncementDraft.bodyLimit else {
            throw Refusal(
                "Une annonce tient en 2 000 caractères. Ce qui demande plus de place gagne à être un échange.",
                field: "texte")
        }
        return (title, body)
    }
}
