/// A point of time, to the millisecond, in UTC. Pages show it in the reader's zone.
package struct Instant: Bindable, Sendable, Hashable, Comparable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static var kind: Value.Kind { .integer }
    package var value: Value { .integer(milliseconds) }
    package init(_ column: Column) throws { milliseconds = try column.integer() }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
    package static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds + duration.milliseconds)
    }
    package static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds - duration.milliseconds)
    }
    package static func - (end: Instant, start: Instant) -> Duration {
        .milliseconds(end.milliseconds - start.milliseconds)
    }
}

extension Duration {
    package static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
    package static func hours(_ count: Int) -> Duration { .seconds(count * 3_600) }
    /// Days of 24 hours: for what counts elapsed time, never for calendar dates.
    package static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }

    package var milliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }
    /// Elapsed hours, with their fraction.
    package var hours: Double { Double(milliseconds) / 3_600_000 }
}
