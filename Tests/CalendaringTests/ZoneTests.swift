import Foundation
import Testing

@testable import Calendaring

@Suite("A zone")
struct ZoneTests {
    /// The instant that `text` (`2026-11-24T12:30Z`) names.
    static func instant(_ text: String) throws -> Int64 {
        try Int64(Date(text.replacing("Z", with: ":00Z"), strategy: .iso8601).timeIntervalSince1970) * 1_000
    }

    @Test(
        "shows its own hour, in winter and in summer",
        arguments: [
            ("Europe/Paris", 1, 2), ("America/Guadeloupe", -4, -4), ("America/Martinique", -4, -4),
            ("America/St_Barthelemy", -4, -4), ("America/Marigot", -4, -4), ("America/Cayenne", -3, -3),
            ("America/Miquelon", -3, -2), ("Indian/Reunion", 4, 4), ("Indian/Mayotte", 3, 3),
            ("Pacific/Noumea", 11, 11), ("Pacific/Tahiti", -10, -10), ("Pacific/Wallis", 12, 12),
        ]
    )
    func offsets(id: String, winter: Int64, summer: Int64) throws {
        let zone = try #require(Zone(id))
        #expect(Zone.offered.contains(id))
        #expect(try zone.offset(at: Self.instant("2026-01-15T12:00Z")) == winter * 3_600_000)
        #expect(try zone.offset(at: Self.instant("2026-07-15T12:00Z")) == summer * 3_600_000)
    }

    @Test("agrees with the system at any instant from 1970 to 2100", arguments: Zone.offered + ["Europe/London"])
    func system(id: String) throws {
        let (zone, system) = try (#require(Zone(id)), #require(TimeZone(identifier: id)))
        var generator = Seeded(seed: 20_261_124)
        let wrong = (0..<4_000)
            .map { _ in Int64.random(in: 0..<4_102_444_800, using: &generator) }
            .filter { second in
                let expected = system.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
                return zone.offset(at: second * 1_000) != Int64(expected) * 1_000
            }
        #expect(wrong == [], "seed 20261124")
    }

    @Test(
        "finds the instant of an hour: skipped ones are later, doubled ones are the first",
        arguments: [
            ("2026-03-29", "01:59", "2026-03-29T00:59Z"), ("2026-03-29", "02:30", "2026-03-29T01:30Z"),
            ("2026-03-29", "03:00", "2026-03-29T01:00Z"), ("2026-10-25", "01:59", "2026-10-24T23:59Z"),
            ("2026-10-25", "02:30", "2026-10-25T00:30Z"), ("2026-10-25", "03:00", "2026-10-25T02:00Z"),
            ("2026-11-24", "12:30", "2026-11-24T11:30Z"), ("1969-07-21", "03:56", "1969-07-21T02:56Z"),
        ]
    )
    func changes(date: String, time: String, expected: String) throws {
        let time = try #require(CivilTime(time))
        #expect(try Zone.paris.instant(of: day(date), at: time) == Self.instant(expected))
    }

    @Test("turns every instant outside of a doubled hour into a date and an hour, and back", arguments: Zone.offered)
    func identity(id: String) throws {
        let zone = try #require(Zone(id))
        let start = try Self.instant("2026-01-01T00:00Z")
        let doubled = zone.changes(from: start, to: start + 400 * .day)
        let wrong = stride(from: start, to: start + 400 * .day, by: 17 * 60_000 + 123).filter { instant in
            let isDoubled = doubled.contains { (0..<Int64.hour).contains(instant - $0) }
            return !isDoubled && zone.instant(of: zone.moment(at: instant)) != instant
        }
        #expect(wrong == [])
    }

    @Test("is unknown to whoever misspells it", arguments: ["Europe/Pari", "", "paris", "../etc"])
    func unknown(id: String) {
        #expect(Zone(id) == nil)
    }

    @Test("bears instants that no calendar reaches")
    func extremes() {
        #expect(Zone.paris.date(at: .max).year == 9_999)
        #expect(Zone.paris.date(at: .min).year < 0)
    }

    @Test("shows 08:00 in Fort-de-France as 13:00 in Paris in winter, 14:00 in summer")
    func both() throws {
        let martinique = try #require(Zone("America/Martinique"))
        let winter = try martinique.instant(of: day("2026-01-15"), at: .eight)
        let summer = try martinique.instant(of: day("2026-07-15"), at: .eight)
        #expect([winter, summer].map { Zone.paris.moment(at: $0).time.hour } == [13, 14])
    }
}

/// Chance that is the same in each run.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
