/// The working time of a community: Monday to Friday from `opens` to `closes`, in its zone, minus holidays and its own
/// closed days (DOMAIN §6.3).
///
/// Made once for a community, then asked thousands of times. Holidays are known from 1970 to 2100.
package struct WorkingHours: Sendable {
    package let zone: Zone
    package let territory: Territory
    package let opens: CivilTime
    package let closes: CivilTime
    /// Closed days that fall on Monday to Friday, by day number, in order.
    private let closed: [Int]

    /// - Parameters:
    ///   - closedDays: days on which this community does not work, besides the holidays.
    ///   - workedHolidays: holidays on which it does.
    /// - Returns: nothing when the day would close before it opens.
    package init?(
        zone: Zone, territory: Territory, opens: CivilTime, closes: CivilTime, closedDays: Set<CivilDate> = [],
        workedHolidays: Set<CivilDate> = []
    ) {
        guard opens < closes else { return nil }
        self.init(zone, territory, from: opens, to: closes, closedDays, workedHolidays)
    }

    /// From 08:00 to 18:00.
    package init(
        zone: Zone, territory: Territory = .metropole, closedDays: Set<CivilDate> = [],
        workedHolidays: Set<CivilDate> = []
    ) {
        self.init(zone, territory, from: .eight, to: .eighteen, closedDays, workedHolidays)
    }

    private init(
        _ zone: Zone, _ territory: Territory, from opens: CivilTime, to closes: CivilTime,
        _ closedDays: Set<CivilDate>, _ workedHolidays: Set<CivilDate>
    ) {
        (self.zone, self.territory, self.opens, self.closes) = (zone, territory, opens, closes)
        let holidays = (1970...2100).flatMap { year in
            PublicHoliday.allCases.compactMap { territory.date(of: $0, in: year)?.dayNumber }
        }
        let worked = Set(workedHolidays.map(\.dayNumber))
        let days = holidays.filter { !worked.contains($0) } + closedDays.map(\.dayNumber)
        closed =
            days
            .filter { !Weekday(dayNumber: $0).isWeekend }
            .sorted()
            .reduce(into: []) { days, day in if days.last != day { days.append(day) } }
    }

    /// What one *jour ouvré* is worth, in milliseconds: 10 hours unless the community works other hours.
    package var workingDay: Int64 { closes.milliseconds - opens.milliseconds }

    package func isWorkingDay(_ date: CivilDate) -> Bool { isOpen(date.dayNumber) }

    package func isWorking(at milliseconds: Int64) -> Bool { nextWorkingInstant(at: milliseconds) == milliseconds }
}

// Questions about instants, all in milliseconds UTC.
extension WorkingHours {
    /// Working time between two instants, in milliseconds; 0 when `end` is not after `start`.
    package func milliseconds(from start: Int64, to end: Int64) -> Int64 {
        guard start < end else { return 0 }
        let (first, last) = (zone.dayNumber(at: start), zone.dayNumber(at: end))
        if first == last { return worked(on: first, from: start, to: end) }
        return worked(on: first, from: start, to: end) + worked(on: last, from: start, to: end)
            + fullDays(first + 1, last)
    }

    /// Working time between two instants, in hours with their fraction; 0 when `end` is not after `start`.
    package func hours(from start: Int64, to end: Int64) -> Double {
        Double(milliseconds(from: start, to: end)) / Double(Int64.hour)
    }

    /// When `workingDays` *jours ouvrés* have passed since `start`: the clock starts at once or at the next working
    /// instant, and a sum that ends at closing time is due then.
    /// - Parameter workingDays: may be a fraction, as half of the promise; brought into 0 to 10,000.
    package func deadline(from start: Int64, workingDays: Double) -> Int64 {
        let days = workingDays.isNaN ? 0 : min(max(workingDays, 0), 10_000)
        var left = Int64((days * Double(workingDay)).rounded())
        var instant = nextWorkingInstant(at: start)
        var day = zone.dayNumber(at: instant)
        while true {
            let (opening, closing) = hours(ofDay: day)
            instant = max(instant, opening)
            if left <= closing - instant { return instant + left }
            left -= max(0, closing - instant)
            day = nextOpenDay(after: day)
        }
    }

    /// `milliseconds` itself during working hours, else the next opening.
    package func nextWorkingInstant(at milliseconds: Int64) -> Int64 {
        let day = zone.dayNumber(at: milliseconds)
        if isOpen(day) {
            let (opening, closing) = hours(ofDay: day)
            if milliseconds < closing { return max(milliseconds, opening) }
        }
        return hours(ofDay: nextOpenDay(after: day)).opening
    }

    /// The first time, at or after `milliseconds`, that clocks show `time` on a working day.
    package func nextWorkingDay(at time: CivilTime = .nine, from milliseconds: Int64) -> Int64 {
        let day = zone.dayNumber(at: milliseconds)
        if isOpen(day) {
            let instant = zone.instant(ofDay: day, at: time.milliseconds)
            if instant >= milliseconds { return instant }
        }
        return zone.instant(ofDay: nextOpenDay(after: day), at: time.milliseconds)
    }

    private func worked(on day: Int, from start: Int64, to end: Int64) -> Int64 {
        guard isOpen(day) else { return 0 }
        let (opening, closing) = hours(ofDay: day)
        return max(0, min(end, closing) - max(start, opening))
    }

    /// Working time of the days from `first` to before `end`: counted by weeks, then put right for the few days whose
    /// working hours see the clocks change.
    private func fullDays(_ first: Int, _ end: Int) -> Int64 {
        guard first < end else { return 0 }
        let weekdays = Self.weekdays(before: end) - Self.weekdays(before: first)
        let days = weekdays - (closedBefore(end) - closedBefore(first))
        let whole = Int64(days) * workingDay
        let changes = zone.changes(
            from: zone.instant(ofDay: first, at: 0), to: zone.instant(ofDay: end, at: 0)
        )
        return changes.reduce(whole) { sum, change in
            let day = zone.dayNumber(at: change)
            guard isOpen(day) else { return sum }
            let (opening, closing) = hours(ofDay: day)
            return sum + (closing - opening) - workingDay
        }
    }
}

// Days, by their number since 1 January 1970.
extension WorkingHours {
    private func hours(ofDay day: Int) -> (opening: Int64, closing: Int64) {
        (zone.instant(ofDay: day, at: opens.milliseconds), zone.instant(ofDay: day, at: closes.milliseconds))
    }

    private func isOpen(_ day: Int) -> Bool {
        guard !Weekday(dayNumber: day).isWeekend else { return false }
        let position = closedBefore(day)
        return position == closed.count || closed[position] != day
    }

    private func nextOpenDay(after day: Int) -> Int {
        var next = day + 1
        while !isOpen(next) { next += 1 }
        return next
    }

    /// Mondays to Fridays since the Monday before 1 January 1970.
    private static func weekdays(before day: Int) -> Int {
        let (weeks, rest) = (day + 3).dividedDown(by: 7)
        return weeks * 5 + min(rest, 5)
    }

    private func closedBefore(_ day: Int) -> Int {
        var (low, high) = (0, closed.count)
        while low < high {
            let middle = (low + high) / 2
            if closed[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
