import Persistence

/// The end of a community: the group chose it, its facilitators say farewell, everybody may take everything along.
package enum Closing {
    /// How long those who were there read on (DOMAIN §4.1).
    package static let readingTime = Duration.days(365)
    /// How long the farewell can be taken back.
    package static let regretTime = Duration.days(14)
}

extension LifeQueries {
    /// Whether the group chose to close, and has not said farewell yet.
    package func isClosing() throws -> Bool {
        let community = try view.communities.current()
        let last = try reviews().first
        return community.closedAt == nil && last?.outcome == .close && last?.revokedAt == nil
    }

    package func farewell() throws -> String {
        try view.transaction.value("select farewell from community where id = \(try view.community)") ?? ""
    }
}

extension LifeActs {
    /// Says farewell and closes: from now on one reads. Each member gets the words and the way to the export.
    package func close(saying farewell: String) throws {
        let community = try act.view.communities.current()
        guard try act.view.life.isClosing() else {
            throw Refusal("C’est au groupe de choisir de clore : ouvrez d’abord le vote.", kind: .conflict)
        }
        guard let words = try farewell.line(limit: 4_000, field: "adieu") else {
            throw Refusal("Écrivez quelques mots : ce que le groupe a fait, et merci.", field: "adieu")
        }
        try act.guardPatients(in: [words], isConfirmed: false)
        try act.execute(
            """
            update community set closed_at = \(act.now), farewell = \(words), stage = 'closed', stage_at = \(act.now)
            where id = \(community.id)
            """)
        try act.record(.closedCommunity, .community(community.id))
        try closeDoors(of: community.id)
        let until = act.now + Closing.readingTime
        for person in try act.members.reached(andPaused: true) {
            try act.mails.send(
                .farewell(community: community.name, slug: community.slug, words: words, until: until.milliseconds),
                to: person, key: "farewell/\(community.id)/\(act.now.milliseconds)/\(person.id)")
        }
    }

    /// What waits outside has no one to wait for any more.
    private func closeDoors(of community: Community.ID) throws {
        try act.execute(
            """
            update invitation set withdrawn_at = \(act.now)
            where community_id = \(community) and accepted_at is null and withdrawn_at is null
            """)
        try act.execute(
            "update invitation_link set closed_at = \(act.now) where community_id = \(community) and closed_at is null")
        let surveys = try act.transaction.column(
            "select id from survey where community_id = \(community) and opened_at is not null and closed_at is null",
            as: Survey.ID.self)
        for survey in surveys {
            try act.execute("update survey set closed_at = \(act.now) where id = \(survey)")
            try act.surveys.shuffle(survey)
        }
    }

    /// Takes the farewell back, within two weeks: the group had second thoughts. What it had closed opens again, its
    /// choice to close is no more its last word, and each member hears of it as they heard the farewell.
    package func reopen() throws {
        let community = try act.view.communities.current()
        guard let closedAt = community.closedAt, act.now - closedAt < Closing.regretTime else { throw Refusal.notFound }
        try act.execute(
            "update community set closed_at = null, farewell = '', stage = null, stage_at = null where id = \(community.id)"
        )
        try act.execute(
            """
            update review set revoked_at = \(act.now)
            where community_id = \(community.id) and outcome = 'close' and revoked_at is null
            """)
        try act.questions.climbAgainAfterClosing()
        try act.record(.reopenedCommunity, .community(community.id))
        try openDoors(of: community.id, closedAt: closedAt)
        for person in try act.members.reached(andPaused: true) {
            try act.mails.send(
                .goesOn(community: community.name, slug: community.slug), to: person,
                key: "goes-on/\(community.id)/\(closedAt.milliseconds)/\(person.id)")
        }
    }

    /// What the farewell closed, and that only: it bears its very instant.
    private func openDoors(of community: Community.ID, closedAt: Instant) throws {
        try act.execute(
            """
            update invitation set withdrawn_at = null
            where community_id = \(community) and withdrawn_at = \(closedAt) and accepted_at is null
            """)
        try act.execute(
            "update invitation_link set closed_at = null where community_id = \(community) and closed_at = \(closedAt)")
        try act.execute(
            """
            update survey set closed_at = null
            where community_id = \(community) and closed_at = \(closedAt) and return_words = ''
            """)
    }
}

extension CommunityActs {
    /// Erases a community and all that was written in it: the operator's, once it has been closed and its reading time
    /// is over.
    /// - Returns: the hashes of the files that nothing uses any more.
    package func purge(_ slug: String) throws -> [String] {
        guard let community = try act.view.communities.find(slug) else { throw Refusal.notFound }
        guard let closedAt = community.closedAt, act.now - closedAt >= Closing.readingTime else {
            throw Refusal("Une communauté s’efface un an après sa clôture.", kind: .conflict)
        }
        let files = try act.transaction.column(
            """
            select a.hash from attachment a join question q on q.id = a.question_id
            where q.community_id = \(community.id)
              and not exists (select 1 from attachment b join question o on o.id = b.question_id
                where b.hash = a.hash and o.community_id <> \(community.id))
            union select hash from step_file where community_id = \(community.id)
            """, as: String.self)
        try QuestionSchema.search.remove(PostNumber.rows(in: community.id), in: act.transaction)
        // What a later room refers to goes before what it refers to.
        let rooms: [SQL] = [
            "question", "decision", "meeting", "objective", "need", "resource", "charter", "survey", "invitation_link",
            "member",
        ]
        for table in rooms { try act.execute("delete from \(table) where community_id = \(community.id)") }
        try act.execute("delete from community where id = \(community.id)")
        try act.record(.purgedCommunity, .community(community.id))
        return files
    }
}
