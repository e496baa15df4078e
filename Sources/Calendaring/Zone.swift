import Foundation
import Synchronization

/// A time zone: what its clocks show at any instant, and the instant at which they show it.
///
/// Its changes of hour from 1970 to 2100 are read once from the system; outside of them the nearest known offset holds.
/// A copy costs one reference.
package struct Zone: Sendable {
    /// As the IANA data base names it: `Europe/Paris`, `Indian/Reunion`.
    package let id: String
    private let periods: [Period]

    /// A stretch of time with one offset from UTC.
    private struct Period: Sendable {
        /// Its first instant, in milliseconds UTC.
        let start: Int64
        /// In milliseconds, positive east of Greenwich.
        let offset: Int64
    }

    package static let utc = Zone(id: "UTC", periods: [Period(start: .min, offset: 0)])
    package static let paris = Zone("Europe/Paris") ?? utc

    /// The zones of the communities of DOMAIN §6.3, as a form offers them.
    package static let offered = [
        "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/St_Barthelemy", "America/Marigot",
        "America/Cayenne", "America/Miquelon", "Indian/Reunion", "Indian/Mayotte", "Pacific/Noumea",
        "Pacific/Tahiti", "Pacific/Wallis",
    ]

    /// Zones already read: the system takes about a millisecond for each, a page has microseconds.
    private static let known = Mutex<[String: Zone]>([:])

    /// Nothing when the system knows no such zone.
    package init?(_ id: String) {
        if let zone = Self.known.withLock({ $0[id] }) {
            self = zone
            return
        }
        guard let zone = TimeZone(identifier: id), zone.identifier == id || id == "UTC" else { return nil }
        let read = Zone(id: id, periods: Self.periods(of: zone))
        Self.known.withLock { $0[id] = read }
        self = read
    }

    private init(id: String, periods: [Period]) { (self.id, self.periods) = (id, periods) }

    /// The system is asked once a week and, where the answer has changed, for the millisecond of the change: its own
    /// list of changes leaves out those that are not for daylight saving.
    private static func periods(of zone: TimeZone) -> [Period] {
        func offset(at milliseconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1_000))) * .second
        }
        let end = CivilDate(existing: 2101, 1, 1).dayNumber
        var periods = [Period(start: .min, offset: offset(at: 0))]
        var (before, current) = (Int64(0), offset(at: 0))
        for day in stride(from: 7, to: end, by: 7) {
            let after = Int64(day) * .day
            let next = offset(at: after)
            if next != current {
                var (low, high) = (before, after)
                while high - low > .second {
                    let middle = (low / .second + high / .second) / 2 * .second
                    if offset(at: middle) == current { low = middle } else { high = middle }
                }
                periods.append(Period(start: high, offset: next))
            }
            (before, current) = (after, next)
        }
        return periods
    }
}

extension Zone: Hashable {
    package static func == (left: Zone, right: Zone) -> Bool { left.id == right.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Zone {
    /// How far its clocks are ahead of UTC, in milliseconds.
    package func offset(at milliseconds: Int64) -> Int64 { periods[index(at: milliseconds)].offset }

    package func date(at milliseconds: Int64) -> CivilDate {
        CivilDate(dayNumber: dayNumber(at: milliseconds))
    }

    /// The day on its calendars, counted from 1 January 1970.
    package func dayNumber(at milliseconds: Int64) -> Int { Self.split(wall(at: milliseconds)).day }

    package func moment(at milliseconds: Int64) -> CivilMoment {
        let (day, rest) = Self.split(wall(at: milliseconds))
        return CivilMoment(CivilDate(dayNumber: day), CivilTime(millisecondsOfDay: rest))
    }

    /// The instant, in milliseconds UTC, at which its clocks show `time` on `date`.
    ///
    /// An hour that is shown twice (autumn) is the first of the two. An hour that is skipped (spring) is as much later
    /// as the clocks jump: 02:30 is what they show as 03:30.
    package func instant(of date: CivilDate, at time: CivilTime) -> Int64 {
        instant(ofDay: date.dayNumber, at: time.milliseconds)
    }

    package func instant(of moment: CivilMoment) -> Int64 { instant(of: moment.date, at: moment.time) }

    /// The first instant of `date`.
    package func start(of date: CivilDate) -> Int64 { instant(of: date, at: .midnight) }

    func instant(ofDay number: Int, at millisecondsOfDay: Int64) -> Int64 {
        let wall = Int64(number) * .day + millisecondsOfDay
        // Of the offsets in force around that wall time, the earlier one gives the first of two instants in autumn and
        // the later hour in spring; the later one is right once the change is behind.
        let first = index(at: wall - .day)
        let candidate = wall - periods[first].offset
        let found = index(at: candidate)
        guard found > first else { return candidate }
        let later = wall - periods[found].offset
        return later >= periods[found].start ? later : candidate
    }

    /// Instants of (from, to) at which its clocks change.
    func changes(from: Int64, to: Int64) -> [Int64] {
        var changes: [Int64] = []
        var next = index(at: from) + 1
        while next < periods.count, periods[next].start < to {
            changes.append(periods[next].start)
            next += 1
        }
        return changes
    }

    /// What its clocks show, as milliseconds since 1 January 1970 on the wall; instants beyond the year 9999, either way,
    /// count as its end.
    private func wall(at milliseconds: Int64) -> Int64 {
        let bound: Int64 = 253_402_214_400_000
        return min(max(milliseconds, -bound), bound) + offset(at: milliseconds)
    }

    private static func split(_ wall: Int64) -> (day: Int, rest: Int64) {
        let (day, rest) = wall.quotientAndRemainder(dividingBy: .day)
        return rest < 0 ? (Int(day) - 1, rest + .day) : (Int(day), rest)
    }

    /// The last period that begins at or before `milliseconds`.
    private func index(at milliseconds: Int64) -> Int {
        var (low, high) = (0, periods.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if periods[middle].start <= milliseconds { low = middle } else { high = middle }
        }
        return low
    }
}
