import Foundation
import Testing

@testable import Calendaring

/// A wall-clock hour of a zone, as `2026-11-20 17:00`.
private func wall(_ text: String, _ zone: Zone) throws -> Int64 {
    let parts = text.split(separator: " ").map(String.init)
    return try zone.instant(of: day(#require(parts.first)), at: #require(parts.last.flatMap(CivilTime.init)))
}

/// The zone and the holidays of a community.
struct Place: Sendable, CustomTestStringConvertible {
    let id: String
    let territory: Territory

    static let paris = Place(id: "Europe/Paris", territory: .metropole)
    static let strasbourg = Place(id: "Europe/Paris", territory: .alsaceMoselle)
    static let reunion = Place(id: "Indian/Reunion", territory: .reunion)
    static let miquelon = Place(id: "America/Miquelon", territory: .metropole)
    static let all = [
        paris, strasbourg, reunion, miquelon,
        Place(id: "America/Guadeloupe", territory: .guadeloupe), Place(id: "America/Cayenne", territory: .guyane),
        Place(id: "America/Martinique", territory: .martinique), Place(id: "Indian/Mayotte", territory: .mayotte),
        Place(id: "America/Marigot", territory: .saintMartin),
        Place(id: "America/St_Barthelemy", territory: .saintBarthelemy),
        Place(id: "Pacific/Noumea", territory: .metropole), Place(id: "Pacific/Tahiti", territory: .metropole),
        Place(id: "Pacific/Wallis", territory: .metropole),
    ]

    var testDescription: String { "\(id), \(territory)" }

    func hours(closed: Set<CivilDate> = []) throws -> WorkingHours {
        try WorkingHours(zone: #require(Zone(id)), territory: territory, closedDays: closed)
    }
}

@Suite("Working hours")
struct WorkingHoursTests {
    @Test(
        "are counted between two instants (DOMAIN §6.3)",
        arguments: [
            (Place.paris, "2026-11-20 17:00", "2026-11-23 09:00", 2.0),
            (.paris, "2026-05-07 16:00", "2026-05-11 10:00", 4.0),
            (.paris, "2025-12-24 17:30", "2025-12-26 09:00", 1.5),
            (.strasbourg, "2025-12-24 17:30", "2025-12-26 09:00", 0.5),
            (.paris, "2026-10-23 17:00", "2026-10-26 09:00", 2.0),
            (.paris, "2026-03-27 17:00", "2026-03-30 09:00", 2.0),
            (.miquelon, "2026-03-06 17:00", "2026-03-09 09:00", 2.0),
            (.reunion, "2026-10-23 17:00", "2026-10-26 09:00", 2.0),
            (.reunion, "2027-12-17 17:00", "2027-12-21 09:00", 2.0),
            (.paris, "2026-11-24 10:00", "2026-11-24 10:00", 0.0),
            (.paris, "2026-11-24 10:00", "2026-11-23 10:00", 0.0),
            (.paris, "2026-11-21 00:00", "2026-11-22 23:00", 0.0),
            (.paris, "2026-11-24 06:00", "2026-11-24 20:00", 10.0),
            (.paris, "2026-01-01 00:00", "2026-12-31 23:59", 2_520.0),
        ]
    )
    func between(place: Place, start: String, end: String, expected: Double) throws {
        let hours = try place.hours()
        #expect(try hours.hours(from: wall(start, hours.zone), to: wall(end, hours.zone)) == expected)
    }

    @Test(
        "put the deadline of two working days (DOMAIN §6.3)",
        arguments: [
            (Place.paris, "2026-11-20 17:00", "2026-11-24 17:00"),
            (.paris, "2026-11-22 10:00", "2026-11-24 18:00"),
            (.paris, "2026-05-07 16:00", "2026-05-12 16:00"),
            (.reunion, "2027-12-17 17:00", "2027-12-22 17:00"),
            (.paris, "2026-11-23 08:00", "2026-11-24 18:00"),
            (.paris, "2026-11-20 18:00", "2026-11-24 18:00"),
            (.paris, "2026-10-23 17:00", "2026-10-27 17:00"),
            (.miquelon, "2026-10-30 17:00", "2026-11-03 17:00"),
        ]
    )
    func deadline(place: Place, start: String, expected: String) throws {
        let hours = try place.hours()
        let deadline = try hours.deadline(from: wall(start, hours.zone), workingDays: 2)
        #expect(try hours.zone.moment(at: deadline) == hours.zone.moment(at: wall(expected, hours.zone)))
    }

    @Test("are those between a start and its deadline, wherever and whenever", arguments: Place.all)
    func inverse(place: Place) throws {
        let hours = try place.hours()
        var generator = Seeded(seed: 7)
        let range = try wall("2024-01-01 00:00", hours.zone)..<wall("2030-01-01 00:00", hours.zone)
        let wrong = (0..<500).filter { _ in
            let start = Int64.random(in: range, using: &generator)
            let days = Double(Int.random(in: 0...40, using: &generator)) / 4
            let end = hours.deadline(from: start, workingDays: days)
            return hours.milliseconds(from: start, to: end) != Int64(days * 36_000_000)
                || (days > 0 && hours.milliseconds(from: start, to: end - 1) != Int64(days * 36_000_000) - 1)
        }
        #expect(wrong == [], "seed 7")
    }

    @Test("are the same as when each minute is asked", arguments: Place.all)
    func minutes(place: Place) throws {
        let hours = try place.hours(closed: [day("2026-11-10")])
        let start = try wall("2026-10-20 11:00", hours.zone)
        let end = start + 30 * .day
        let minutes = stride(from: start, to: end, by: Int(Int64.minute)).filter { minute in
            let moment = hours.zone.moment(at: minute)
            return hours.isWorkingDay(moment.date) && (8..<18).contains(moment.time.hour)
        }
        #expect(hours.milliseconds(from: start, to: end) == Int64(minutes.count) * .minute)
    }

    @Test("that see the clocks change are as long as they are")
    func changeInside() throws {
        // No community of ours works when its clocks change: a night team in Cairo does.
        let (opens, closes) = try (#require(CivilTime("00:00")), #require(CivilTime("06:00")))
        let cairo = try #require(Zone("Africa/Cairo"))
        let hours = try #require(WorkingHours(zone: cairo, territory: .metropole, opens: opens, closes: closes))
        // Friday 24 April 2026: 00:00 is skipped to 01:00.
        let friday = try (wall("2026-04-23 23:00", cairo), wall("2026-04-24 12:00", cairo))
        #expect(hours.hours(from: friday.0, to: friday.1) == 5)
        let week = try (wall("2026-04-19 00:00", cairo), wall("2026-04-26 00:00", cairo))
        #expect(hours.hours(from: week.0, to: week.1) == 29)
    }

    @Test("stop on the closed days of a community, and go on where it works on a holiday")
    func editable() throws {
        let closed = try WorkingHours(zone: .paris, closedDays: [day("2026-11-23"), day("2026-11-22")])
        let worked = try WorkingHours(zone: .paris, workedHolidays: [day("2026-05-25")])
        #expect(try closed.hours(from: wall("2026-11-20 17:00", .paris), to: wall("2026-11-24 09:00", .paris)) == 2)
        #expect(try worked.hours(from: wall("2026-05-22 17:00", .paris), to: wall("2026-05-25 09:00", .paris)) == 2)
    }

    @Test("that end before they begin are refused")
    func refused() {
        #expect(WorkingHours(zone: .paris, territory: .metropole, opens: .eighteen, closes: .eight) == nil)
    }

    @Test(
        "open next",
        arguments: [
            ("2026-11-24 10:15", "2026-11-24 10:15"), ("2026-11-24 07:00", "2026-11-24 08:00"),
            ("2026-11-24 18:00", "2026-11-25 08:00"), ("2026-11-20 18:00", "2026-11-23 08:00"),
            ("2026-05-07 18:30", "2026-05-11 08:00"),
        ]
    )
    func next(start: String, expected: String) throws {
        let hours = WorkingHours(zone: .paris)
        #expect(try hours.nextWorkingInstant(at: wall(start, .paris)) == wall(expected, .paris))
    }

    @Test(
        "send a follow-up at nine on a working day",
        arguments: [
            ("2026-11-24 07:00", "2026-11-24 09:00"), ("2026-11-24 09:00", "2026-11-24 09:00"),
            ("2026-11-24 09:01", "2026-11-25 09:00"), ("2026-11-21 08:00", "2026-11-23 09:00"),
            ("2026-12-24 15:00", "2026-12-28 09:00"),
        ]
    )
    func followUp(start: String, expected: String) throws {
        let hours = WorkingHours(zone: .paris)
        #expect(try hours.nextWorkingDay(from: wall(start, .paris)) == wall(expected, .paris))
    }

    @Test("bear any instant and any promise")
    func extremes() throws {
        let hours = WorkingHours(zone: .paris)
        let now = try wall("2026-11-24 10:00", .paris)
        #expect(hours.milliseconds(from: .min, to: .max) > 0)
        #expect(hours.deadline(from: now, workingDays: -3) == now)
        #expect(hours.deadline(from: now, workingDays: .nan) == now)
        #expect(hours.deadline(from: now, workingDays: .infinity) > now)
    }
}
