import Persistence

/// A newcomer's thirty days, as those who facilitate see them: who welcomes them, and which gestures are done.
package struct NewcomerPath: Sendable, Equatable {
    package let welcome: Welcome
    /// From 1 to 30.
    package let day: Int
    package let isGreeted: Bool
}

extension DeskQueries {
    static let newcomersShown = 8

    package func newcomers() throws -> [NewcomerPath] {
        let welcomes = try view.welcomes.inFirstDays(limit: Self.newcomersShown)
        let greeted = Set(
            try view.transaction.column(
                """
                select about_id from gesture_done
                where kind = \(Gesture.Kind.welcome) and about_id in \(list: welcomes.map(\.newcomer.id))
                """, as: Member.ID.self))
        return welcomes.map { welcome in
            NewcomerPath(
                welcome: welcome,
                day: Int((view.now - welcome.joinedAt).milliseconds / Duration.days(1).milliseconds) + 1,
                isGreeted: greeted.contains(welcome.newcomer.id))
        }
    }

    /// What greeting did here: how often those greeted in their first week took part in their first month, against the
    /// others, over the last year. Nil unless five people or more stand on each side, and the greeted took part more.
    package func effectOfGreeting() throws -> GreetingEffect? {
        let (from, to) = (view.now - .days(395), view.now - .days(30))
        let people = try view.transaction.all(
            """
            select case when exists (
                select 1 from gesture_done d where d.about_id = m.id and d.kind = \(Gesture.Kind.welcome)
                  and d.done_at <= m.joined_at + \(Duration.days(7).milliseconds)) then 1 else 0 end,
              (select count(*) from journal j where j.member_id = m.id and j.verb in \(list: Verb.acts)
                and j.at <= m.joined_at + \(Duration.days(30).milliseconds))
            from member m
            where m.community_id = \(try view.community) and m.joined_at > \(from) and m.joined_at <= \(to)
              and m.is_pending = 0 and m.role = 'member'
            """
        ) { row in (isGreeted: try row[0] as Int == 1, acts: try row[1] as Int) }
        return GreetingEffect(
            greeted: people.filter(\.isGreeted).map(\.acts), others: people.filter { !$0.isGreeted }.map(\.acts))
    }
}

/// A stated effect is computed here, or not said.
package struct GreetingEffect: Sendable, Equatable {
    /// How many times more often.
    package let times: Double
    package let greeted: Int
    package let others: Int

    static let peopleAtLeast = 5

    /// - Parameters: the acts of each in their first month.
    init?(greeted: [Int], others: [Int]) {
        guard greeted.count >= Self.peopleAtLeast, others.count >= Self.peopleAtLeast else { return nil }
        let with = Double(greeted.reduce(0, +)) / Double(greeted.count)
        let without = Double(others.reduce(0, +)) / Double(others.count)
        // Less than half as often again may be chance.
        guard without > 0, with / without >= 1.5 else { return nil }
        (times, self.greeted, self.others) = (with / without, greeted.count, others.count)
    }
}

/// What facilitating took this month, beside what was promised.
package struct MonthOfTime: Sendable, Equatable {
    package let minutes: Int
    package let own: Int
    /// Minutes a month; 0 where nobody said.
    package let promised: Int
}

extension DeskQueries {
    package func month() throws -> MonthOfTime {
        let finder = try GestureFinder(view)
        let first = finder.today.firstOfMonth.description
        let noted = try view.transaction.first(
            """
            select coalesce(sum(minutes), 0), coalesce(sum(case when member_id = \(try view.member) then minutes else 0 end), 0),
              (select value from step_value where community_id = \(finder.community.id)
                and field = \(StepField.hoursPromised))
            from facilitation_time where community_id = \(finder.community.id) and day >= \(first)
            """
        ) { row in (all: try row[0] as Int, own: try row[1] as Int, promised: try row[2] as String?) }
        return MonthOfTime(
            minutes: noted?.all ?? 0, own: noted?.own ?? 0, promised: noted?.promised.flatMap(StepField.minutes) ?? 0)
    }
}
