import Foundation
import Testing

@testable import Calendaring

/// A day that is known to exist.
func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

@Suite("A civil date")
struct CivilDateTests {
    @Test(
        "is counted from 1 January 1970",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
            ("1900-02-28", -25_509), ("1900-03-01", -25_508), ("2026-11-24", 20_781), ("1600-02-29", -135_081),
        ]
    )
    func count(text: String, number: Int) throws {
        let date = try day(text)
        #expect(date.dayNumber == number)
        #expect(CivilDate(dayNumber: number) == date)
        #expect(date.description == text)
    }

    @Test("comes back from its number, whatever the day of eight centuries")
    func identity() {
        let wrong = (-146_097...146_097).filter { CivilDate(dayNumber: $0).dayNumber != $0 }
        #expect(wrong == [])
    }

    @Test(
        "that does not exist is refused",
        arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-3", "26-04-03", "", "2026-01-+1"]
    )
    func refused(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(
        "belongs to the week of its Thursday",
        arguments: [
            ("2026-11-24", Weekday.tuesday, Week(year: 2026, number: 48)),
            ("2027-01-03", .sunday, Week(year: 2026, number: 53)),
            ("2027-01-04", .monday, Week(year: 2027, number: 1)),
            ("2024-12-30", .monday, Week(year: 2025, number: 1)),
            ("1969-12-28", .sunday, Week(year: 1969, number: 52)),
        ]
    )
    func week(text: String, weekday: Weekday, week: Week) throws {
        let date = try day(text)
        #expect(date.weekday == weekday)
        #expect(date.week == week)
    }

    @Test("moves by days and by months, held back by the end of a month")
    func moved() throws {
        #expect(try day("2026-12-31").adding(days: 1) == day("2027-01-01"))
        #expect(try day("2026-01-31").adding(months: 1) == day("2026-02-28"))
        #expect(try day("2026-01-31").adding(months: -11) == day("2025-02-28"))
        #expect(try day("2026-11-24").monday == day("2026-11-23"))
        #expect(try day("2028-02-10").lastOfMonth == day("2028-02-29"))
        #expect(try day("2026-11-24") - day("2026-08-25") == 91)
    }

    @Test(
        "has an hour that clocks can show",
        arguments: [("24:00", false), ("08:60", false), ("8:00", false), ("23:59", true)])
    func hour(text: String, exists: Bool) {
        #expect((CivilTime(text) != nil) == exists)
    }
}
