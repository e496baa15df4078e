import Persistence

/// One thing that waits for the facilitators.
package struct QueueItem: Sendable, Equatable {
    package let key: Key
    package let kind: Kind
    package let since: Instant
    /// Who takes care of it, when somebody said so.
    package let takenBy: Member.ID?
    package let taker: String?

    /// What it is, as the form that takes it names it.
    package enum Key: Sendable, Hashable {
        case rereading(Rereading.ID)
        case confirmation(Confirmation.ID)
        case joinRequest(JoinRequest.ID)

        package var text: String {
            switch self {
            case .rereading(let id): "rereading/\(id)"
            case .confirmation(let id): "confirmation/\(id)"
            case .joinRequest(let id): "request/\(id)"
            }
        }

        package init?(_ text: String) {
            let parts = text.split(separator: "/")
            guard parts.count == 2 else { return nil }
            switch parts[0] {
            case "rereading":
                guard let id = Rereading.ID(parts[1]) else { return nil }
                self = .rereading(id)
            case "confirmation":
                guard let id = Confirmation.ID(parts[1]) else { return nil }
                self = .confirmation(id)
            case "request":
                guard let id = JoinRequest.ID(parts[1]) else { return nil }
                self = .joinRequest(id)
            default: return nil
            }
        }
    }

    package enum Kind: Sendable, Equatable {
        case rereading(Rereading)
        case confirmation(Confirmation)
        case joinRequest(name: String)
    }
}

/// Somebody was warned that a text may tell who a patient is, and said that it doesn't. The text is not here.
package struct Confirmation: Sendable, Equatable {
    package typealias ID = Identifier<Confirmation>

    package let id: ID
    package let author: Author
    package let confirmedAt: Instant
    /// What the guard had found, as it names it: "Q1 Q3".
    package let kinds: String
    /// What was published then, if anything.
    package let post: Post?
    /// The thread of that post.
    package let question: Question.ID?
    /// What was announced then, if that is what it was.
    package let announcement: Announcement.ID?

    fileprivate func by(_ author: Author) -> Confirmation {
        Confirmation(
            id: id, author: author, confirmedAt: confirmedAt, kinds: kinds, post: post, question: question,
            announcement: announcement)
    }
}

extension SQL {
    /// How much waits in the queue of the member `m`, who facilitates.
    static let toReread: SQL = """
        case when m.role = 'facilitator' then
          (select count(*) from rereading f where f.community_id = m.community_id and f.decided_at is null)
          + (select count(*) from confirmation k where k.community_id = m.community_id and k.seen_at is null)
          + (select count(*) from join_request j where j.community_id = m.community_id and j.decided_at is null)
        else 0 end
        """
}

extension SafetyQueries {
    /// All that waits for the facilitators: what may concern a patient first, then the oldest.
    package func queue() throws -> [QueueItem] {
        var items = try waiting().map { item(.rereading($0.id), .rereading($0), $0.openedAt) }
        items += try confirmations().map { item(.confirmation($0.id), .confirmation($0), $0.confirmedAt) }
        items += try view.joinRequests.all().filter { $0.decidedAt == nil }.map {
            item(.joinRequest($0.id), .joinRequest(name: $0.name), $0.askedAt)
        }
        let taken = try takings()
        return items.sorted { ($0.rank, $0.since, $0.key.text) < ($1.rank, $1.since, $1.key.text) }.map { item in
            guard let (member, name) = taken[item.key.text] else { return item }
            return QueueItem(key: item.key, kind: item.kind, since: item.since, takenBy: member, taker: name)
        }
    }

    private func item(_ key: QueueItem.Key, _ kind: QueueItem.Kind, _ since: Instant) -> QueueItem {
        QueueItem(key: key, kind: kind, since: since, takenBy: nil, taker: nil)
    }

    private func takings() throws -> [String: (Member.ID, String)] {
        var taken: [String: (Member.ID, String)] = [:]
        try view.transaction.each(
            """
            select t.item, m.id, m.name from queue_taking t join member m on m.id = t.member_id
            where t.community_id = \(try view.community)
            """
        ) { row in taken[try row[0]] = (try row[1], try row[2]) }
        return taken
    }

    /// The post is what the same person wrote in the same act: the confirmation itself names none.
    private func confirmations() throws -> [Confirmation] {
        try view.transaction.all(
            """
            select k.id, \(Author.columns), k.confirmed_at, k.kinds, j.object, coalesce(j.within, j.object)
            from confirmation k join member m on m.id = k.member_id
            left join journal j on j.id = (
              select min(id) from journal act where act.member_id = k.member_id and act.at = k.confirmed_at
                and act.verb in \(list: [Verb.asked, .beganExchange, .replied, .edited, .correctedPost, .announced, .changedAnnouncement]))
            where k.community_id = \(try view.community) and k.seen_at is null order by k.confirmed_at, k.id
            """
        ) { row in
            let thread: Question.ID? =
                if case .question(let id)? = try row[8] as Subject? { id } else { nil }
            let announcement: Announcement.ID? =
                if case .announcement(let id)? = try row[7] as Subject? { id } else { nil }
            return Confirmation(
                id: try row[0], author: try Author(row, from: 1), confirmedAt: try row[5], kinds: try row[6],
                post: try (row[7] as Subject?).flatMap { Post($0) }, question: thread,
                announcement: announcement)
        }.map { confirmation in
            // A post without a name is not given one here.
            guard let post = confirmation.post else { return confirmation }
            return confirmation.by(try text(.post(post)).author)
        }
    }
}

extension SafetyActs {
    /// Says that one takes care of something that waits, or does no more.
    package func take(_ key: QueueItem.Key) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        guard let item = try act.view.safety.queue().first(where: { $0.key == key }) else { throw Refusal.notFound }
        let member = try act.member
        if item.takenBy == member {
            try act.execute("delete from queue_taking where item = \(key.text)")
            return
        }
        try act.execute(
            """
            insert into queue_taking (item, community_id, member_id, taken_at)
            values (\(key.text), \(try act.community), \(member), \(act.now))
            on conflict (item) do update set member_id = excluded.member_id, taken_at = excluded.taken_at
            """)
    }

    /// A facilitator has looked at what was published after a warning, and lets it be; a flag is another act.
    package func see(_ id: Confirmation.ID) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let writer = try act.transaction.value(
            """
            update confirmation set seen_at = \(act.now), seen_by = \(try act.member)
            where id = \(id) and community_id = \(try act.community) and seen_at is null returning member_id
            """, as: Member.ID.self)
        guard let writer else { throw Refusal.notFound }
        try act.execute("delete from queue_taking where item = \(QueueItem.Key.confirmation(id).text)")
        try act.record(.sawConfirmation, .member(writer))
    }
}

extension QueueItem {
    fileprivate var rank: Int {
        if case .rereading(let rereading) = kind, rereading.isAboutPatient { return 0 }
        return 1
    }
}
