import Calendaring
import Persistence
import Synchronization

/// When shares of a community's promise fall due (DOMAIN §6.3): on its working hours, or in elapsed hours.
package struct PromiseClock: Sendable {
    package let promise: Promise
    package let hours: WorkingHours

    package init(_ promise: Promise, hours: WorkingHours) { (self.promise, self.hours) = (promise, hours) }

    package init(_ community: Community) {
        self.init(
            community.promise,
            hours: .of(
                Zone(community.zone) ?? .paris, territory: Territory(rawValue: community.territory) ?? .metropole,
                community.ownDays))
    }

    /// When `share` of the promise (1: the whole) has passed since `start`. In elapsed hours it may be at night: what
    /// is then sent waits for the working day.
    package func due(_ share: Double, after start: Instant) -> Instant {
        switch promise.unit {
        case .workingDays:
            Instant(
                milliseconds: hours.deadline(
                    from: start.milliseconds, workingDays: share * Double(promise.amount)))
        case .hours: start + .milliseconds(Int64(share * Double(promise.amount) * 3_600_000))
        }
    }

    /// The same, never in a time of rest: nobody is written to at night.
    func sending(_ share: Double, after start: Instant) -> Instant {
        awake(at: due(share, after: start))
    }

    /// `moment`, or the end of the time of rest in which it falls.
    func awake(at moment: Instant) -> Instant {
        Instant(milliseconds: hours.nextWorkingInstant(at: moment.milliseconds))
    }

    /// So many *jours ouvrés* after `start`, whatever the promise counts in.
    package func workingDays(_ days: Double, after start: Instant) -> Instant {
        Instant(milliseconds: hours.deadline(from: start.milliseconds, workingDays: days))
    }

    /// At nine of the first working day from `moment` on.
    package func morning(from moment: Instant) -> Instant {
        Instant(milliseconds: hours.nextWorkingDay(from: moment.milliseconds))
    }
}

extension WorkingHours {
    private struct Place: Hashable { let zone: Zone, territory: Territory, own: OwnDays }
    private static let known = Mutex<[Place: WorkingHours]>([:])

    /// From 08:00 to 18:00, made once for each zone, territory and list of days of its own.
    static func of(_ zone: Zone, territory: Territory, _ own: OwnDays = OwnDays()) -> WorkingHours {
        let place = Place(zone: zone, territory: territory, own: own)
        return known.withLock { known in
            if let hours = known[place] { return hours }
            let hours = WorkingHours(
                zone: zone, territory: territory, closedDays: own.closed, workedHolidays: own.worked)
            known[place] = hours
            return hours
        }
    }
}
