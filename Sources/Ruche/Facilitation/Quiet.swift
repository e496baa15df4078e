import Persistence

/// Why somebody is said to be quieter than usual (DOMAIN §8): against their own past, never against the others.
package enum QuietReason: Sendable, Equatable {
    /// They took part in four weeks or more of the eight before, and not in the last six.
    case stopped(lastAt: Instant)
    /// Their own question has waited for more than forty-five days.
    case ownQuestion(LinkedObject, askedAt: Instant)
    /// They came to two or more of four meetings, and not to the last two.
    case missedMeetings
}

/// What is known of the participation of one member.
package struct QuietFacts: Sendable, Equatable {
    /// In how many of the weeks −14 to −7 they did something.
    package var activeWeeks = 0
    package var hasActedLately = false
    package var lastActAt: Instant?
    /// Their oldest question that waits for a solution.
    package var question: LinkedObject?
    package var questionAskedAt: Instant?
    /// Whether they came to each of the last six meetings, the last first; empty where nobody noted it.
    package var attended: [Bool] = []

    package init() {}

    static let recent = Duration.days(6 * 7)
    static let reach = Duration.days(14 * 7)
    static let weeks = 4
    static let patience = Duration.days(45)

    /// The first of the three rules that says it; nil when none does.
    package func reason(at now: Instant) -> QuietReason? {
        if activeWeeks >= Self.weeks, !hasActedLately, let lastActAt { return .stopped(lastAt: lastActAt) }
        if attended.count >= 6, !attended[0], !attended[1], attended[2..<6].count(where: { $0 }) >= 2 {
            return .missedMeetings
        }
        if let question, let questionAskedAt, now - questionAskedAt > Self.patience {
            return .ownQuestion(question, askedAt: questionAskedAt)
        }
        return nil
    }
}

/// Somebody of the list, and why.
package struct QuietMember: Sendable, Equatable {
    package let member: Author
    package let reason: QuietReason

    package var question: LinkedObject? { if case .ownQuestion(let question, _) = reason { question } else { nil } }

    /// When the rule began to hold.
    fileprivate var since: Instant {
        switch reason {
        case .stopped(let last): last
        case .ownQuestion(_, let asked): asked
        case .missedMeetings: .init(milliseconds: 0)
        }
    }
}

package struct QuietList: Sendable {
    /// Five at most, by name.
    package var shown: [QuietMember] = []
    /// Members who chose to pause: counted, never named.
    package var paused = 0

    static let atMost = 5
}

/// What the list would say of the reader, on their own page.
package struct OwnSilence: Sendable {
    package let reason: QuietReason?
    package let hasLeftList: Bool
    package let isPaused: Bool
    /// The facilitators who manage the reader at work, and so read nothing of it.
    package let managers: [Author]
    package let facilitators: [Author]
    package let notes: [DoneGesture]
}

extension DeskQueries {
    /// After a word was sent, somebody is left in peace.
    private static let rest = Duration.days(90)

    /// Who is quieter than usual, for those who facilitate. Not those who left the list, nor whom the reader manages, nor
    /// those who were written to lately.
    package func quieter() throws -> QuietList {
        guard view.actor.isFacilitator else { throw Refusal.forbidden }
        let (community, now) = (try view.community, view.now)
        var facts: [Member.ID: QuietFacts] = [:]
        let (from, to) = (now - QuietFacts.reach, now - QuietFacts.recent)
        // Weeks are counted back from now.
        try view.transaction.each(
            """
            select m.id, count(distinct (\(now) - j.at) / \(Duration.days(7).milliseconds)), max(j.at) from member m
            join journal j on j.member_id = m.id and j.at > \(from) and j.at <= \(to) and j.verb in \(list: Verb.acts)
            where m.community_id = \(community) and m.left_at is null and m.role = 'member' and m.person_id is not null
              and not exists (select 1 from journal l where l.member_id = m.id and l.at > \(to)
                and l.verb in \(list: Verb.acts))
            group by m.id
            having count(distinct (\(now) - j.at) / \(Duration.days(7).milliseconds)) >= \(QuietFacts.weeks)
            """
        ) { row in
            let id = try row[0] as Member.ID
            facts[id, default: .init()].activeWeeks = try row[1]
            facts[id, default: .init()].lastActAt = try row[2]
        }
        // The last that began to wait too long: an old silence is no news. What was asked without a name tells of nobody.
        try view.transaction.each(
            """
            select q.author_id, q.id, q.title, q.asked_at from question q
            where q.community_id = \(community) and \(GestureFinder.unsolvedQuestion) and q.is_nameless = 0
              and q.asked_at < \(now - QuietFacts.patience)
            order by q.asked_at desc limit 60
            """
        ) { row in
            let id = try row[0] as Member.ID
            guard facts[id]?.question == nil else { return }
            facts[id, default: .init()].question = LinkedObject(id: try row[1], title: try row[2])
            facts[id, default: .init()].questionAskedAt = try row[3]
        }
        let reasons = facts.compactMapValues { $0.reason(at: now) }
        var list = QuietList()
        list.shown = try shown(reasons)
        list.paused =
            try view.transaction.value(
                """
                select count(*) from member m where m.community_id = \(community) and m.left_at is null
                  and m.role in \(list: [Role.member, .facilitator]) and \(.isPaused(at: now))
                """) ?? 0
        return list
    }

    private func shown(_ reasons: [Member.ID: QuietReason]) throws -> [QuietMember] {
        guard !reasons.isEmpty else { return [] }
        let members = try view.transaction.all(
            """
            select \(Author.columns) from member m
            where m.id in \(list: reasons.keys.sorted()) and m.community_id = \(try view.community)
              and m.role = 'member' and m.left_at is null and m.is_pending = 0 and m.person_id is not null
              and not \(.isPaused(at: view.now))
              and not exists (select 1 from quiet_refusal r where r.member_id = m.id)
              and not exists (select 1 from hierarchy h where h.member_id = m.id and h.manager_id = \(try view.member))
              and not exists (select 1 from gesture_done d where d.about_id = m.id and d.done_at > \(view.now - Self.rest)
                and d.kind in \(list: [MessageKind.news, .takeUp]))
            """
        ) { try Author($0, from: 0) }
        let quiet = members.compactMap { member in
            reasons[member.id].map { QuietMember(member: member, reason: $0) }
        }
        return quiet.sorted { ($0.since, $0.member.id) > ($1.since, $1.member.id) }.prefix(QuietList.atMost)
            .sorted { (fold($0.member.name), $0.member.id) < (fold($1.member.name), $1.member.id) }
    }

    /// What the list would say of the reader today, whether or not they are on it.
    package func ownSilence() throws -> OwnSilence {
        let (member, now) = (try view.member, view.now)
        var facts = QuietFacts()
        let (from, to) = (now - QuietFacts.reach, now - QuietFacts.recent)
        let acts = try view.transaction.column(
            """
            select j.at from journal j
            where j.member_id = \(member) and j.at > \(from) and j.verb in \(list: Verb.acts) order by j.at desc
            """, as: Instant.self)
        facts.hasActedLately = acts.contains { $0 > to }
        let before = acts.filter { $0 <= to }
        facts.lastActAt = before.first
        facts.activeWeeks = Set(before.map { (now - $0).milliseconds / Duration.days(7).milliseconds }).count
        let question = try view.transaction.first(
            """
            select q.id, q.title, q.asked_at from question q
            where q.author_id = \(member) and \(GestureFinder.unsolvedQuestion) and q.is_nameless = 0
              and q.asked_at < \(now - QuietFacts.patience)
            order by q.asked_at desc limit 1
            """
        ) { row in (LinkedObject(id: try row[0], title: try row[1]), try row[2] as Instant) }
        (facts.question, facts.questionAskedAt) = (question?.0, question?.1)
        let managers = Set(
            try view.transaction.column(
                "select manager_id from hierarchy where member_id = \(member)", as: Member.ID.self))
        let facilitators = try view.members.facilitators().map { Author($0) }.filter { $0.id != member }
        return OwnSilence(
            reason: facts.reason(at: now),
            hasLeftList: try view.transaction.value(
                "select member_id from quiet_refusal where member_id = \(member)", as: Member.ID.self) != nil,
            isPaused: try view.members.profile(member).isPaused(at: now),
            managers: facilitators.filter { managers.contains($0.id) }, facilitators: facilitators,
            notes: try notesAboutMe())
    }

    /// Whom the reader said that they manage at work.
    package func managed() throws -> [Author] {
        try view.transaction.all(
            """
            select \(Author.columns) from hierarchy h join member m on m.id = h.member_id
            where h.manager_id = \(try view.member) and m.left_at is null order by m.sort_name, m.id
            """
        ) { try Author($0, from: 0) }
    }
}

extension DeskActs {
    /// Leaves the list for good, or comes back to it: a member, for themselves.
    package func leaveQuietList(_ leaves: Bool) throws {
        let member = try act.member
        if leaves {
            try act.execute(
                """
                insert into quiet_refusal (member_id, refused_at) values (\(member), \(act.now))
                on conflict (member_id) do nothing
                """)
        } else {
            try act.execute("delete from quiet_refusal where member_id = \(member)")
        }
        try act.record(leaves ? .leftQuietList : .joinedQuietList, .member(member))
    }

    /// Says that somebody who facilitates manages a member at work, or does so no more: by either of the two.
    package func declareHierarchy(of manager: Member.ID, over member: Member.ID, _ holds: Bool) throws {
        let own = try act.member
        guard own == manager || own == member, manager != member else { throw Refusal.forbidden }
        let (boss, other) = (try act.view.members.profile(manager).member, try act.view.members.profile(member).member)
        guard boss.role == .facilitator || !holds, !other.isPending else {
            throw Refusal("Choisissez quelqu’un de l’animation.", field: "responsable")
        }
        if holds {
            try act.execute(
                """
                insert into hierarchy (manager_id, member_id, declared_by, declared_at)
                values (\(manager), \(member), \(own), \(act.now)) on conflict (manager_id, member_id) do nothing
                """)
        } else {
            try act.execute("delete from hierarchy where manager_id = \(manager) and member_id = \(member)")
        }
        try act.record(holds ? .declaredHierarchy : .withdrewHierarchy, .member(manager))
    }
}
