import Calendaring
import Persistence

/// How many acts each day saw, over twenty-six weeks from Monday to Sunday; the last one ends on the day evaluated.
package struct Rhythm: Sendable, Equatable {
    /// A Monday.
    package let start: CivilDate
    /// One count a day from `start` to the day evaluated.
    package let counts: [Int]

    package static let weeks = 26

    package var total: Int { counts.reduce(0, +) }
    package func date(_ index: Int) -> CivilDate { start.adding(days: index) }

    /// Acts of each month, in all and on Saturdays and Sundays.
    package var months: [(first: CivilDate, total: Int, weekend: Int)] {
        var months: [(first: CivilDate, total: Int, weekend: Int)] = []
        for (index, count) in counts.enumerated() {
            let date = date(index)
            if months.last?.first != date.firstOfMonth { months.append((date.firstOfMonth, 0, 0)) }
            months[months.count - 1].total += count
            if date.weekday.isWeekend { months[months.count - 1].weekend += count }
        }
        return months
    }

    /// The acts of each day of the week, Monday first.
    package var weekdays: [Int] {
        counts.indices.reduce(into: [Int](repeating: 0, count: 7)) { $0[$1 % 7] += counts[$1] }
    }
}

extension Evaluation {
    /// Questions, replies, resources, votes, useful marks and *moi aussi*, whoever did them. Reading is not counted.
    package var rhythm: Rhythm {
        let start = day.monday.adding(days: -7 * (Rhythm.weeks - 1))
        let period = Period(start, day, in: zone)
        var counts = [Int](repeating: 0, count: day - start + 1)
        func note(_ at: Instant) { counts[zone.dayNumber(at: at.milliseconds) - start.dayNumber] += 1 }
        for question in facts.threads.during(period) { note(question.at) }
        for reply in facts.replies.during(period) { note(reply.at) }
        for act in facts.otherActs.during(period) { note(act.at) }
        return Rhythm(start: start, counts: counts)
    }

    /// The public holidays of the rhythm's days, where the community works.
    package func holidays(of rhythm: Rhythm) -> [(date: CivilDate, holiday: PublicHoliday)] {
        (rhythm.start.year...day.year).flatMap { facts.place.territory.holidays(in: $0) }
            .filter { $0.date >= rhythm.start && $0.date <= day }
    }
}
