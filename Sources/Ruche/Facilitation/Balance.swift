import Calendaring
import Persistence

/// *Équilibre, quatre repères* (DOMAIN §8): over thirteen weeks, and week by week.
package struct Balance: Sendable, Equatable, Codable {
    /// Threads begun by members who do not facilitate, among all threads.
    package var byMembers = Course()
    /// Threads with three authors or more.
    package var ofSeveral = Course()
    /// N2c: announcements and threads to which nobody replied, begun at least a fortnight ago.
    package var oneWay = Course()
    /// Newcomers who wrote something within their first thirty days.
    package var newcomers = Course()

    static let weeks = 13

    /// So many of so many, in all and by week, the first week first.
    package struct Course: Sendable, Equatable, Codable {
        package var weeks: [Count]
        package struct Count: Sendable, Equatable, Codable {
            package var count = 0
            package var total = 0
            package var share: Double? { total == 0 ? nil : Double(count) / Double(total) }
        }

        package init(weeks: [Count] = Array(repeating: Count(), count: Balance.weeks)) { self.weeks = weeks }

        package var count: Int { weeks.reduce(0) { $0 + $1.count } }
        package var total: Int { weeks.reduce(0) { $0 + $1.total } }
        package var share: Double? { total == 0 ? nil : Double(count) / Double(total) }

        mutating func add(_ isCounted: Bool, week: Int) {
            guard weeks.indices.contains(week) else { return }
            weeks[week].total += 1
            if isCounted { weeks[week].count += 1 }
        }

        /// Whether it grew by a tenth or more from the first half to the second.
        package var isRising: Bool {
            func share(_ weeks: ArraySlice<Count>) -> Double? {
                let total = weeks.reduce(0) { $0 + $1.total }
                return total < 5 ? nil : Double(weeks.reduce(0) { $0 + $1.count }) / Double(total)
            }
            guard let before = share(weeks.prefix(6)), let after = share(weeks.suffix(7)) else { return false }
            return after - before >= 0.1
        }
    }

    package init() {}

    /// A thread of the period.
    struct Thread {
        let day: Int
        let isByFacilitator: Bool
        let authors: Int
        let isAnswered: Bool
    }

    /// Somebody who came, by the day of their arrival, and whether they wrote in their first thirty days.
    struct Arrival {
        let day: Int
        let hasWritten: Bool
    }

    /// - Parameters:
    ///   - today: the number of the day; the period ends with the day before.
    ///   - announcements: the days on which something was announced to all.
    init(_ threads: [Thread], _ arrivals: [Arrival], announcements: [Int] = [], today: Int) {
        // The week of a day, of thirteen that end with yesterday.
        func week(_ day: Int, ending end: Int) -> Int { Self.weeks - 1 - (end - 1 - day).quotientDown(by: 7) }
        for thread in threads {
            byMembers.add(!thread.isByFacilitator, week: week(thread.day, ending: today))
            ofSeveral.add(thread.authors >= 3, week: week(thread.day, ending: today))
            // From 91 to 14 days ago: eleven weeks, the last of which ends a fortnight ago.
            if thread.day < today - 14 { oneWay.add(!thread.isAnswered, week: week(thread.day, ending: today)) }
        }
        for day in announcements where day < today - 14 { oneWay.add(true, week: week(day, ending: today)) }
        // Thirty days must have passed: arrivals of 30 to 121 days ago.
        for arrival in arrivals { newcomers.add(arrival.hasWritten, week: week(arrival.day, ending: today - 30)) }
    }
}

extension Int {
    fileprivate func quotientDown(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}

extension DeskQueries {
    /// The four marks until yesterday: found once a day, when the desk is first opened.
    package func balance() throws -> Balance {
        let today = try GestureFinder(view).today
        return try keptBalance(of: today) ?? currentBalance()
    }

    func keptBalance(of day: CivilDate) throws -> Balance? {
        try view.transaction.first(
            """
            select balance from desk_balance where community_id = \(try view.community) and day = \(day.description)
            """
        ) { row in try JSONText.decode(row[0]) }
    }

    func currentBalance() throws -> Balance {
        let zone = Zone(try view.communities.current().zone) ?? .paris
        let today = zone.date(at: view.now.milliseconds)
        func start(_ daysAgo: Int) -> Instant { Instant(milliseconds: zone.start(of: today.adding(days: -daysAgo))) }
        let threads = try view.transaction.all(
            """
            select q.asked_at, m.role, q.answered_at, 1 + (select count(distinct r.author_id) from reply r
              where r.question_id = q.id and r.deleted_at is null and r.author_id <> q.author_id)
            from question q join member m on m.id = +q.author_id
            where q.community_id = \(try view.community) and q.asked_at >= \(start(91)) and q.asked_at < \(start(0))
              and q.deleted_at is null
            """
        ) { row in
            Balance.Thread(
                day: zone.dayNumber(at: (try row[0] as Instant).milliseconds),
                isByFacilitator: try row[1] as Role == .facilitator, authors: try row[3],
                isAnswered: try row[3] as Int > 1)
        }
        let arrivals = try view.transaction.all(
            """
            select m.joined_at, case when exists (
              select 1 from journal j where j.member_id = m.id and j.at <= m.joined_at + \(Duration.days(30).milliseconds)
                and j.verb in \(list: Verb.contributions)) then 1 else 0 end
            from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.role in \(list: [Role.member, .facilitator])
              and m.joined_at >= \(start(121)) and m.joined_at < \(start(30))
            """
        ) { row in
            Balance.Arrival(
                day: zone.dayNumber(at: (try row[0] as Instant).milliseconds), hasWritten: try row[1] as Int == 1)
        }
        // Those that were withdrawn count, as in the gauges: everybody got them.
        let announced = try view.transaction.column(
            """
            select sent_at from announcement
            where community_id = \(try view.community) and sent_at >= \(start(91)) and sent_at < \(start(0))
            """, as: Instant.self)
        return Balance(
            threads, arrivals, announcements: announced.map { zone.dayNumber(at: $0.milliseconds) },
            today: today.dayNumber)
    }
}
