/// A day of the calendar (proleptic Gregorian), the same for whoever reads it: its zone is said beside it.
package struct CivilDate: Sendable, Hashable {
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int

    /// Nothing when there is no such day, as 30 February.
    package init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (-9_999...9_999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Self.length(ofMonth: month, in: year) else { return nil }
        self.init(existing: year, month, day)
    }

    /// The `number`th day after 1 January 1970, which is day 0.
    package init(dayNumber number: Int) {
        // Counted in years that begin on 1 March, so that the leap day is the last one of its year, within eras of
        // 400 years, which all have 146,097 days.
        let (era, dayOfEra) = (number + 719_468).dividedDown(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        self.init(existing: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// For a day that is known to exist.
    init(existing year: Int, _ month: Int, _ day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Days since 1 January 1970, negative before it.
    package var dayNumber: Int {
        let (era, yearOfEra) = (month <= 2 ? year - 1 : year).dividedDown(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

    /// The same day `months` later; the last one of its month where there is no such day (31 January + 1 is 28 or
    /// 29 February).
    package func adding(months: Int) -> CivilDate {
        let (years, monthFromZero) = (month - 1 + months).dividedDown(by: 12)
        let (year, month) = (year + years, monthFromZero + 1)
        return CivilDate(existing: year, month, min(day, Self.length(ofMonth: month, in: year)))
    }

    package var firstOfMonth: CivilDate { CivilDate(existing: year, month, 1) }
    package var lastOfMonth: CivilDate { CivilDate(existing: year, month, Self.length(ofMonth: month, in: year)) }

    /// Days from `start` to `end`, negative when `end` comes first.
    package static func - (end: CivilDate, start: CivilDate) -> Int { end.dayNumber - start.dayNumber }

    package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: Comparable {
    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// As ISO 8601 writes it, `2026-11-24`: what `<input type="date">` sends and the command line takes.
extension CivilDate: LosslessStringConvertible {
    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
        guard numbers.count == 3 else { return nil }
        self.init(numbers[0], numbers[1], numbers[2])
    }

    package var description: String { year.padded(to: 4) + "-" + month.padded(to: 2) + "-" + day.padded(to: 2) }
}

extension Int {
    /// Quotient and remainder, the remainder never negative: so that days before 1970 count like the others.
    func dividedDown(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    /// With zeros before it, to at least `width` digits.
    package func padded(to width: Int) -> String {
        var digits = String(magnitude)
        while digits.utf8.count < width { digits = "0" + digits }
        return self < 0 ? "-" + digits : digits
    }
}
