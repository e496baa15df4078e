import Calendaring
import Persistence

// An account that nobody uses is warned, warned again, then forgotten like one whose owner asked for it (DOMAIN §14).

extension Act {
    /// Two years without a visit, a reply by mail or any other act.
    static let inactivityInMonths = 24
    /// The letters before: one month, then seven days.
    static let firstWarningInMonths = 23
    static let lastWarning = Duration.days(7)
    /// So many in one night, so that a server that wakes up after years does not send everything at once.
    private static let atMost = 200

    /// Once a day. Administrators are never forgotten so, nor is whoever facilitates alone.
    func sweepInactiveAccounts(makeSecret: () -> Secret) throws {
        let (warned, over) = (monthsAgo(Self.firstWarningInMonths), monthsAgo(Self.inactivityInMonths))
        // Back in time: the clock begins again.
        try execute(
            """
            update person set inactive_warned_at = null, inactive_told_at = null
            where inactive_warned_at is not null and not (\(isInactive(since: warned)))
            """)
        for person in try inactive(since: warned, "p.inactive_warned_at is null")
        where try !isAloneSomewhere(person.id) {
            try warn(person, until: now + .days(30), key: "inactive/\(person.id)/\(now.milliseconds)/first")
            try execute("update person set inactive_warned_at = \(now) where id = \(person.id)")
        }
        let soon = over + Self.lastWarning
        for person in try inactive(
            since: soon, "p.inactive_told_at is null and p.inactive_warned_at <= \(now - .days(21))")
        {
            try warn(
                person, until: now + Self.lastWarning, key: "inactive/\(person.id)/\(now.milliseconds)/last")
            try execute("update person set inactive_told_at = \(now) where id = \(person.id)")
        }
        for person in try inactive(since: over, "p.inactive_told_at <= \(now - Self.lastWarning)")
        where try !isAloneSomewhere(person.id) {
            _ = try erase(person, .keep, receipt: makeSecret())
        }
    }

    private func monthsAgo(_ months: Int) -> Instant {
        let day = Zone.paris.date(at: now.milliseconds).adding(months: -months)
        return Instant(milliseconds: Zone.paris.start(of: day))
    }

    private func warn(_ person: Person, until: Instant, key: String) throws {
        try mails.send(.inactive(until: until.milliseconds), to: person, key: key)
    }

    private func inactive(since moment: Instant, _ condition: SQL) throws -> [Person] {
        try transaction.all(
            Person.self,
            """
            select p.id, p.email, p.name, p.language, p.theme, p.is_administrator from person p
            where p.is_administrator = 0 and (\(condition)) and p.id in (
              select id from person where \(isInactive(since: moment)))
            order by p.id limit \(Self.atMost)
            """)
    }

    /// Of a row of `person`.
    private func isInactive(since moment: Instant) -> SQL {
        """
        person.created_at < \(moment)
          and not exists (select 1 from session s where s.person_id = person.id and s.last_used_at >= \(moment))
          and not exists (select 1 from member m where m.person_id = person.id
            and (m.last_visit_at >= \(moment) or m.joined_at >= \(moment) or m.paused_until > \(now)))
          and not exists (select 1 from journal j where j.person_id = person.id and j.at >= \(moment))
        """
    }

    private func isAloneSomewhere(_ person: Person.ID) throws -> Bool {
        try transaction.value(
            """
            select m.id from member m where m.person_id = \(person) and m.left_at is null and m.role = 'facilitator'
              and not exists (select 1 from member o where o.community_id = m.community_id and o.id <> m.id
                and o.left_at is null and o.role = 'facilitator')
            limit 1
            """, as: Member.ID.self) != nil
    }
}
