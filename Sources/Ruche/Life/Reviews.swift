import Persistence

extension View {
    package var life: LifeQueries { LifeQueries(view: self) }
}

extension Act {
    package var life: LifeActs { LifeActs(act: self) }
}

package struct LifeQueries {
    let view: View
}

package struct LifeActs {
    let act: Act
}

/// Once a year the group asks itself: on continue, on adapte, on clôt (DOMAIN §4.1).
package struct Review: Sendable, Equatable {
    package typealias ID = Identifier<Review>

    package enum Choice: String, Bindable, Sendable, CaseIterable { case `continue`, adapt, close }

    package let id: ID
    package let openedAt: Instant
    package let closesAt: Instant
    package let concludedAt: Instant?
    package let outcome: Choice?
    /// What the group says of its choice.
    package let words: String
    package let voices: Int
    /// How many voices the group needs to change anything, fixed when the vote opens.
    package let quorum: Int
    /// The group chose to close, said farewell, and came back on it.
    package let revokedAt: Instant?

    package var isOpen: Bool { concludedAt == nil }
    package var hasQuorum: Bool { voices >= quorum }
    package static let days = 14
}

extension LifeQueries {
    /// The last opened first.
    package func reviews() throws -> [Review] {
        try view.transaction.all(
            """
            select r.id, r.opened_at, r.closes_at, r.concluded_at, r.outcome, r.words,
              (select count(*) from review_voice v join member m on m.id = v.member_id
               where v.review_id = r.id and (r.concluded_at is not null or m.left_at is null)),
              r.quorum, c.member_count, r.revoked_at
            from review r join community c on c.id = r.community_id
            where r.community_id = \(try view.community) order by r.id desc
            """
        ) { row in
            Review(
                id: try row[0], openedAt: try row[1], closesAt: try row[2], concludedAt: try row[3],
                outcome: try row[4], words: try row[5], voices: try row[6],
                quorum: try row[7] ?? Decision.usualQuorum(members: try row[8]), revokedAt: try row[9])
        }
    }

    /// The voices of a review, by choice, once nobody may change theirs; nobody knows whose.
    package func voices(of review: Review) throws -> [Review.Choice: Int] {
        guard !review.isOpen || review.closesAt <= view.now else { return [:] }
        var counts: [Review.Choice: Int] = [:]
        try view.transaction.each(
            """
            select v.choice, count(*) from review_voice v join member m on m.id = v.member_id
            where v.review_id = \(review.id) and (m.left_at is null or \(review.isOpen) = 0) group by v.choice
            """
        ) { row in counts[try row[0]] = try row[1] }
        return counts
    }

    package func ownVoice(in review: Review) throws -> Review.Choice? {
        try view.transaction.value(
            "select choice from review_voice where review_id = \(review.id) and member_id = \(try view.member)")
    }

    /// Whether the yearly vote is open and the reader has not spoken.
    package func awaitsVoice() throws -> Bool {
        try view.transaction.value(
            """
            select r.id from review r where r.community_id = \(try view.community) and r.concluded_at is null
              and r.closes_at > \(view.now)
              and not exists (select 1 from review_voice v where v.review_id = r.id and v.member_id = \(try view.member))
            """, as: Review.ID.self) != nil
    }

    /// When the next review is due: a year after the launch, or after the last one.
    package func nextReviewAt() throws -> Instant? {
        guard let launched = try view.communities.current().launchedAt else { return nil }
        return (try reviews().first?.openedAt ?? launched) + .days(365)
    }
}

extension LifeActs {
    /// Opens the yearly vote to all members, a month before its day at the earliest, and writes to each.
    package func openReview() throws {
        let community = try act.view.communities.current()
        guard let due = try act.view.life.nextReviewAt(), community.closedAt == nil else { throw Refusal.notFound }
        guard try act.view.life.reviews().first?.isOpen != true else {
            throw Refusal("Le vote de l’année est déjà ouvert.", kind: .conflict)
        }
        guard due - .days(30) <= act.now else {
            throw Refusal("La revue de l’année s’ouvre au plus tôt un mois avant sa date.", kind: .conflict)
        }
        try open(community)
    }

    /// Asks at once whether to go on: by any facilitator who thinks that the group has said what it had to say.
    package func askWhetherToClose() throws {
        let community = try act.view.communities.current()
        guard community.closedAt == nil else { throw Refusal.notFound }
        guard try act.view.life.reviews().first?.isOpen != true else {
            throw Refusal("Le vote de l’année est déjà ouvert.", kind: .conflict)
        }
        try open(community)
    }

    private func open(_ community: Community) throws {
        let quorum = Decision.usualQuorum(members: try members())
        let id: Review.ID = try act.insert(
            """
            insert into review (community_id, opened_at, closes_at, quorum)
            values (\(community.id), \(act.now), \(act.now + .days(Review.days)), \(quorum)) returning id
            """)
        try act.record(.openedReview, .community(community.id), ["review": id.description])
        // Whoever is away has a voice all the same: it counts among the members.
        for person in try act.members.reached(andPaused: true) {
            try act.mails.send(
                .reviewOpened(community: community.name, slug: community.slug, days: Review.days), to: person,
                key: "review/\(id)/\(person.id)")
        }
    }

    private func members() throws -> Int {
        try act.transaction.value("select member_count from community where id = \(try act.community)") ?? 0
    }

    /// Gives or changes one's voice, until the day.
    package func vote(_ choice: Review.Choice?) throws {
        guard let review = try act.view.life.reviews().first, review.isOpen, review.closesAt > act.now else {
            throw Refusal("Le vote n’est plus ouvert.", kind: .conflict)
        }
        guard let choice else { throw Refusal("Choisissez une réponse.", field: "choix") }
        try act.execute(
            """
            insert into review_voice (review_id, member_id, choice) values (\(review.id), \(try act.member), \(choice))
            on conflict (review_id, member_id) do update set choice = excluded.choice
            """)
        try act.record(.votedReview, .community(try act.community))
    }

    /// Counts the voices once the day has come, or once everybody has spoken: most voices, and to go on where they are
    /// equal, or where too few have spoken. Closing needs more than half of them: nobody is sent away by a third of a
    /// group.
    package func concludeReview(saying words: String) throws {
        guard let review = try act.view.life.reviews().first, review.isOpen else { throw Refusal.notFound }
        let members = try members()
        guard review.closesAt <= act.now || review.voices >= members else {
            throw Refusal("Il reste des personnes à entendre jusqu’à la date prévue.", kind: .conflict)
        }
        guard let words = try words.line(limit: 1_000, field: "phrase") else {
            throw Refusal("Dites en une phrase ce que le groupe a choisi, et pourquoi.", field: "phrase")
        }
        try act.guardLine(words, field: "phrase")
        // Whoever has left since has no say in what those who stay do.
        try act.execute(
            """
            delete from review_voice where review_id = \(review.id)
              and member_id in (select id from member where community_id = \(try act.community) and left_at is not null)
            """)
        let outcome = Self.outcome(of: try counts(review), quorum: review.quorum)
        try act.execute(
            """
            update review set concluded_at = \(act.now), outcome = \(outcome), words = \(words), quorum = \(review.quorum)
            where id = \(review.id)
            """)
        try act.record(
            .concludedReview, .community(try act.community),
            ["outcome": outcome.rawValue, "voices": String(review.voices), "quorum": String(review.quorum)])
        if outcome == .adapt { try confirm(.transformation) }
    }

    private func counts(_ review: Review) throws -> [Review.Choice: Int] {
        var counts: [Review.Choice: Int] = [:]
        try act.transaction.each(
            "select choice, count(*) from review_voice where review_id = \(review.id) group by choice"
        ) { row in counts[try row[0]] = try row[1] }
        return counts
    }

    package static func outcome(of counts: [Review.Choice: Int], quorum: Int) -> Review.Choice {
        let all = counts.values.reduce(0, +)
        guard all >= quorum else { return .continue }
        if counts[.close, default: 0] * 2 > all { return .close }
        return counts[.adapt, default: 0] > counts[.continue, default: 0] ? .adapt : .continue
    }
}

extension MemberActs {
    /// Members who may be written to now, with their accounts: neither gone nor, but for what touches the community
    /// itself, paused.
    func reached(andPaused: Bool = false) throws -> [Person] {
        let present: SQL = andPaused ? "" : "and not \(.isPaused(at: act.now))"
        return try act.transaction.all(
            Person.self,
            """
            select p.id, p.email, p.name, p.language, p.theme, p.is_administrator
            from member m join person p on p.id = m.person_id
            where m.community_id = \(try act.community) and m.left_at is null and m.role in ('facilitator', 'member')
              \(present)
            order by p.id
            """)
    }
}

enum ReviewSchema {
    static let migrations = [
        Migration(
            "reviews",
            """
            create table review (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              opened_at    \(.instant) not null,
              closes_at    \(.instant) not null,
              concluded_at \(.instant),
              outcome      text check (outcome in ('continue', 'adapt', 'close')),
              words        text not null default '',
              check ((concluded_at is null) = (outcome is null))
            ) \(.strict)
            """,
            "create index review_by_community on review (community_id)",
            """
            create table review_voice (
              review_id \(.integer) not null references review (id) on delete cascade,
              member_id \(.integer) not null references member (id) on delete cascade,
              choice    text not null check (choice in ('continue', 'adapt', 'close')),
              primary key (review_id, member_id)
            ) \(.strict)
            """,
            "create index review_voice_by_member on review_voice (member_id)"
        )
    ]
}
