import Calendaring
import Persistence

/// Whole days of a community's calendar, from the first instant of `first` to before the day after `last`.
package struct Period: Sendable, Equatable {
    package let first: CivilDate
    package let last: CivilDate
    package let from: Instant
    /// The first instant after it: what happens then no longer counts.
    package let to: Instant

    package init(_ first: CivilDate, _ last: CivilDate, in zone: Zone) {
        (self.first, self.last) = (first, last)
        from = Instant(milliseconds: zone.start(of: first))
        to = Instant(milliseconds: zone.start(of: last.adding(days: 1)))
    }

    /// W: the thirteen weeks that end on `day` (DOMAIN §10.0).
    package init(endingOn day: CivilDate, in zone: Zone) { self.init(day.adding(days: -90), day, in: zone) }

    func contains(_ instant: Instant) -> Bool { from <= instant && instant < to }
}
