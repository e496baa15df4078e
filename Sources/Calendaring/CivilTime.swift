/// An hour on the wall, from 00:00 to before 24:00.
package struct CivilTime: Sendable, Hashable {
    /// Since midnight on the wall: 0 to 86,399,999.
    package let milliseconds: Int64

    /// Nothing when no clock shows it, as 24:00 or 08:60.
    package init?(_ hour: Int, _ minute: Int, _ second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        milliseconds = Int64((hour * 60 + minute) * 60 + second) * 1_000
    }

    /// For an hour that is known to exist; what is outside of the day is brought back into it.
    init(millisecondsOfDay: Int64) { milliseconds = min(max(millisecondsOfDay, 0), .day - 1) }

    package static let midnight = CivilTime(millisecondsOfDay: 0)
    /// When the working day begins, and when it ends, unless a community says otherwise (DOMAIN §6.3).
    package static let eight = CivilTime(millisecondsOfDay: 8 * .hour)
    package static let eighteen = CivilTime(millisecondsOfDay: 18 * .hour)
    /// When letters of follow-up leave (DOMAIN §6.5).
    package static let nine = CivilTime(millisecondsOfDay: 9 * .hour)

    package var hour: Int { Int(milliseconds / .hour) }
    package var minute: Int { Int(milliseconds / .minute % 60) }
    package var second: Int { Int(milliseconds / .second % 60) }
}

extension CivilTime: Comparable {
    package static func < (left: CivilTime, right: CivilTime) -> Bool { left.milliseconds < right.milliseconds }
}

/// `09:00` or `09:00:30`: what `<input type="time">` sends and wants.
extension CivilTime: LosslessStringConvertible {
    package init?(_ description: String) {
        let parts = description.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
        guard numbers.count == parts.count else { return nil }
        self.init(numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
    }

    package var description: String { hour.padded(to: 2) + ":" + minute.padded(to: 2) }
}

/// A day and an hour on the wall of some place.
package struct CivilMoment: Sendable, Hashable, Comparable {
    package let date: CivilDate
    package let time: CivilTime

    package init(_ date: CivilDate, _ time: CivilTime) { (self.date, self.time) = (date, time) }

    package static func < (left: CivilMoment, right: CivilMoment) -> Bool {
        (left.date, left.time) < (right.date, right.time)
    }
}

extension Int64 {
    static let second: Int64 = 1_000
    static let minute: Int64 = 60 * second
    static let hour: Int64 = 60 * minute
    static let day: Int64 = 24 * hour
}
