/// A meeting every so many weeks on one weekday, with times when nobody meets: rules as data, from which the calendar of
/// a year is drawn (DOMAIN §4.2, step 4).
package struct MeetingRhythm: Sendable, Equatable {
    /// The first meeting; the others follow from it, whatever becomes of each.
    package let first: CivilDate
    package let weeks: Int
    package let territory: Territory
    package let silences: Set<Silence>

    /// A time of the year without meetings.
    package enum Silence: String, Sendable, CaseIterable {
        /// 1 to 31 August.
        case august
        /// 20 December to 3 January.
        case yearEnd = "year end"

        func contains(_ date: CivilDate) -> Bool {
            switch self {
            case .august: date.month == 8
            case .yearEnd: (date.month == 12 && date.day >= 20) || (date.month == 1 && date.day <= 3)
            }
        }
    }

    /// Why nobody meets on a day.
    package enum Obstacle: Sendable, Equatable {
        case holiday(PublicHoliday)
        case silence(Silence)
    }

    /// One meeting as the rhythm wants it.
    package struct Occasion: Sendable, Equatable {
        /// The day that the count of weeks gives.
        package let planned: CivilDate
        /// What stands in its way.
        package let obstacle: Obstacle?
        /// The day on which they meet; nil when it is left out.
        package let day: CivilDate?
    }

    /// - Parameter weeks: from 1 to 52.
    package init?(first: CivilDate, weeks: Int, territory: Territory = .metropole, silences: Set<Silence> = []) {
        guard (1...52).contains(weeks) else { return nil }
        (self.first, self.weeks, self.territory, self.silences) = (first, weeks, territory, silences)
    }

    /// What was planned between two days, both included, in order.
    ///
    /// A day that is closed gives way to the same weekday of the first open week after it, as long as that is nearer to
    /// it than to the next meeting; else it is left out.
    package func occasions(from start: CivilDate, through end: CivilDate) -> [Occasion] {
        let step = weeks * 7
        var number = max(0, (start - first + step - 1) / step)
        var occasions: [Occasion] = []
        while true {
            let planned = first.adding(days: number * step)
            guard planned <= end else { return occasions }
            if planned >= start { occasions.append(occasion(planned)) }
            number += 1
        }
    }

    private func occasion(_ planned: CivilDate) -> Occasion {
        guard let obstacle = obstacle(on: planned) else {
            return Occasion(planned: planned, obstacle: nil, day: planned)
        }
        let later = (1..<max(1, (weeks + 1) / 2)).lazy.map { planned.adding(days: $0 * 7) }
        return Occasion(planned: planned, obstacle: obstacle, day: later.first { self.obstacle(on: $0) == nil })
    }

    /// What keeps people from meeting on a day.
    package func obstacle(on date: CivilDate) -> Obstacle? {
        if let silence = Silence.allCases.first(where: { silences.contains($0) && $0.contains(date) }) {
            return .silence(silence)
        }
        return PublicHoliday.allCases.first { territory.date(of: $0, in: date.year) == date }.map(Obstacle.holiday)
    }
}
