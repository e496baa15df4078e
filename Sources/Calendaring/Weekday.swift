/// A day of the week, numbered as ISO 8601 does.
package enum Weekday: Int, Sendable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    package var isWeekend: Bool { self == .saturday || self == .sunday }

    /// Of the `number`th day after 1 January 1970, a Thursday.
    package init(dayNumber number: Int) {
        // The remainder is 0 to 6, so a case always answers.
        self = Weekday(rawValue: (number + 3).dividedDown(by: 7).remainder + 1) ?? .monday
    }
}

/// A week by ISO 8601: from Monday, and of the year that holds its Thursday.
package struct Week: Sendable, Hashable, Comparable {
    package let year: Int
    /// 1 to 53.
    package let number: Int

    package init(year: Int, number: Int) { (self.year, self.number) = (year, number) }

    package static func < (left: Week, right: Week) -> Bool { (left.year, left.number) < (right.year, right.number) }
}

extension CivilDate {
    package var weekday: Weekday { Weekday(dayNumber: dayNumber) }

    package var week: Week {
        let thursday = adding(days: Weekday.thursday.rawValue - weekday.rawValue)
        return Week(year: thursday.year, number: (thursday - CivilDate(existing: thursday.year, 1, 1)) / 7 + 1)
    }

    /// The Monday of its week, itself on a Monday.
    package var monday: CivilDate { adding(days: 1 - weekday.rawValue) }
}
