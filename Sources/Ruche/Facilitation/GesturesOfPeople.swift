import Calendaring
import Persistence

/// What concerns people: newcomers, the silent, who asks to join, whose function ends.
extension GestureFinder {
    /// G3: came two to seven days ago, and nobody greeted them. Together they make one gesture.
    func newcomers() throws -> [Gesture] {
        let found = try view.transaction.all(
            """
            select \(Author.columns), m.joined_at from member m
            where m.community_id = \(community.id) and \(isReachable)
              and m.joined_at >= \(view.now - .days(7)) and m.joined_at <= \(view.now - .days(2))
              and not exists (select 1 from question q join reply r on r.question_id = q.id
                where q.author_id = m.id and r.author_id <> m.id and r.deleted_at is null)
              and not exists (select 1 from private_talk_member t join private_word w on w.talk_id = t.talk_id
                where t.member_id = m.id and w.author_id <> m.id)
              and \(isFree(.welcome, "'member/' || m.id"))
            order by m.joined_at, m.id limit \(Self.atMost)
            """
        ) { row in (author: try Author(row, from: 0), at: try row[4] as Instant) }
        guard let first = found.first else { return [] }
        return [
            Gesture(
                .welcome, found.map { "member/\($0.author.id)" }, since: first.at + .days(2),
                .welcome(found.map(\.author), firstAt: first.at))
        ]
    }

    /// How long after the twenty-first day a first exchange is still proposed.
    private static let lateStart = Duration.days(30)

    /// G4: three weeks here and nothing written, voted or called useful.
    func withoutAct() throws -> [Gesture] {
        let found = try view.transaction.all(
            """
            select \(Author.columns), m.can_help_on, m.wants_to_learn, m.joined_at from member m
            where m.community_id = \(community.id) and \(isReachable)
              and m.joined_at <= \(view.now - .days(21)) and m.joined_at > \(view.now - .days(21) - Self.lateStart)
              and not exists (select 1 from journal j where j.member_id = m.id and j.verb in \(list: Verb.acts))
              and not exists (select 1 from hierarchy h where h.member_id = m.id and h.manager_id = \(view.actor.member))
              and \(isFree(.firstExchange, "'member/' || m.id"))
            order by m.joined_at, m.id limit 3
            """
        ) { row in
            (
                author: try Author(row, from: 0), card: [try row[4] as String, try row[5] as String],
                at: try row[6] as Instant
            )
        }
        if found.isEmpty { return [] }
        let open = try openExchanges()
        return found.map { member in
            let match = Self.match(member.card, among: open)
            return Gesture(
                .firstExchange, ["member/\(member.author.id)"], since: member.at + .days(21),
                .firstExchange(
                    member.author, topic: match?.topic ?? Self.subjects(member.card).first, exchange: match?.exchange))
        }
    }

    private typealias OpenExchange = (id: Int64, title: String, topics: Set<String>)

    /// The questions that wait, the last active first, with their topics.
    private func openExchanges() throws -> [OpenExchange] {
        var found: [OpenExchange] = []
        try view.transaction.each(
            """
            select q.id, q.title, t.name from (
              select q.id, q.title, q.last_activity_at from question q
              where q.community_id = \(community.id) and \(Self.waitingQuestion)
              order by q.last_activity_at desc limit 40) q
            left join question_topic k on k.question_id = q.id left join topic t on t.id = k.topic_id
            order by q.last_activity_at desc, q.id
            """
        ) { row in
            let id = try row[0] as Int64
            if found.last?.id != id { found.append((id, try row[1], [])) }
            if let topic = try row[2] as String? { found[found.count - 1].topics.insert(fold(topic)) }
        }
        return found
    }

    /// What a card names, in its order.
    private static func subjects(_ card: [String]) -> [String] {
        card.flatMap { $0.split { ",;\n".contains($0) } }.map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    }

    private static func match(_ card: [String], among open: [OpenExchange])
        -> (topic: String, exchange: LinkedObject?)?
    {
        for subject in subjects(card) {
            let folded = fold(subject)
            let found = open.first { exchange in
                exchange.topics.contains(folded) || (folded.count >= 4 && fold(exchange.title).contains(folded))
            }
            if let found { return (subject, LinkedObject(id: found.id, title: found.title)) }
        }
        return nil
    }

    /// What a newcomer's card answers to, for the letter.
    func firstExchange(for member: Member.ID) throws -> LinkedObject? {
        let profile = try view.members.profile(member)
        return Self.match([profile.canHelpOn, profile.wantsToLearn], among: try openExchanges())?.exchange
    }

    /// G9: a request to join that has waited for a day.
    func requests() throws -> [Gesture] {
        try view.transaction.all(
            """
            select j.id, j.name, j.asked_at from join_request j
            where j.community_id = \(community.id) and j.decided_at is null and j.asked_at <= \(view.now - .hours(24))
              and \(isFree(.readRequest, "'request/' || j.id"))
            order by j.asked_at limit \(Self.atMost)
            """
        ) { row in
            Gesture(
                .readRequest, ["request/\(try row[0] as JoinRequest.ID)"], since: (try row[2] as Instant) + .hours(24),
                .readRequest(name: try row[1]))
        }
    }

    /// G16: a function held for more than six months, a term of facilitation that ends within sixty days.
    func functions() throws -> [Gesture] {
        try view.transaction.all(
            """
            select d.id, d.function, d.began_at, d.ends_at, \(Author.columns) from mandate d
            join member m on m.id = d.member_id
            where d.community_id = \(community.id) and d.ended_at is null and m.left_at is null
              and (d.function = 'facilitation' and d.ends_at <= \(view.now + .days(60))
                or d.function <> 'facilitation' and d.began_at < \(sixMonthsAgo))
              and \(isFree(.turnFunction, "'mandate/' || d.id"))
            order by d.began_at limit \(Self.atMost)
            """
        ) { row in
            let (function, began, ends): (Function, Instant, Instant) = (try row[1], try row[2], try row[3])
            return Gesture(
                .turnFunction, ["mandate/\(try row[0] as Mandate.ID)"],
                since: function == .facilitation ? ends - .days(60) : sixMonths(after: began),
                .turnFunction(function, holder: try Author(row, from: 4), beganAt: began, endsAt: ends))
        }
    }

    private var sixMonthsAgo: Instant { Instant(milliseconds: zone.start(of: today.adding(months: -6))) }

    private func sixMonths(after start: Instant) -> Instant {
        Instant(milliseconds: zone.start(of: zone.date(at: start.milliseconds).adding(months: 6)))
    }
}
