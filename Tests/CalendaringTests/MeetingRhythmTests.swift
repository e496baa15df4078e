import Testing

@testable import Calendaring

@Suite("A rhythm of meetings")
struct MeetingRhythmTests {
    private func rhythm(
        _ first: String, weeks: Int, _ territory: Territory = .metropole, silences: Set<MeetingRhythm.Silence> = []
    ) throws -> MeetingRhythm {
        let first = try #require(CivilDate(first))
        return try #require(MeetingRhythm(first: first, weeks: weeks, territory: territory, silences: silences))
    }

    private func days(_ rhythm: MeetingRhythm, _ from: String, _ through: String) throws -> [String] {
        let (from, through) = (try #require(CivilDate(from)), try #require(CivilDate(through)))
        return rhythm.occasions(from: from, through: through).map { $0.day?.description ?? "–" }
    }

    @Test("comes back on its weekday, counted from the first one")
    func regular() throws {
        let rhythm = try rhythm("2026-09-15", weeks: 6)
        #expect(
            try days(rhythm, "2026-09-15", "2027-02-28") == [
                "2026-09-15", "2026-10-27", "2026-12-08", "2027-01-19",
            ])
        #expect(try days(rhythm, "2026-10-28", "2026-12-07").isEmpty)
        #expect(try days(rhythm, "2025-01-01", "2026-09-14").isEmpty, "nothing before the first one")
    }

    @Test("gives way to a public holiday by a week, and the next one does not drift")
    func holiday() throws {
        // 11 November 2026 is a Wednesday.
        let rhythm = try rhythm("2026-10-14", weeks: 4)
        #expect(try days(rhythm, "2026-10-14", "2026-12-31") == ["2026-10-14", "2026-11-18", "2026-12-09"])
        let moved = rhythm.occasions(from: rhythm.first, through: rhythm.first.adding(days: 40))[1]
        #expect(moved.planned.description == "2026-11-11" && moved.obstacle == .holiday(.armistice1918))
    }

    @Test("leaves out what a silence covers, and takes up after it when that is near")
    func silences() throws {
        // Every six weeks from 7 July 2026: 18 August would wait until 1 September, two weeks later.
        let six = try rhythm("2026-07-07", weeks: 6, silences: [.august])
        #expect(try days(six, "2026-07-07", "2026-10-01") == ["2026-07-07", "2026-09-01", "2026-09-29"])
        // Every two weeks: the next one comes before.
        let two = try rhythm("2026-07-14", weeks: 2, silences: [.august])
        #expect(try days(two, "2026-07-28", "2026-09-10") == ["2026-07-28", "–", "–", "2026-09-08"])
        let yearEnd = try rhythm("2026-12-22", weeks: 4, silences: [.yearEnd])
        #expect(try days(yearEnd, "2026-12-01", "2027-01-31") == ["–", "2027-01-19"])
    }

    @Test("keeps the holidays of its territory")
    func territory() throws {
        // 20 December 2027, a Monday, is kept in La Réunion alone.
        #expect(try days(rhythm("2027-12-20", weeks: 4), "2027-12-20", "2027-12-31") == ["2027-12-20"])
        #expect(try days(rhythm("2027-12-20", weeks: 4, .reunion), "2027-12-20", "2027-12-31") == ["2027-12-27"])
    }

    @Test("is counted in one to fifty-two weeks, no other number", arguments: [0, -1, 53, .max])
    func wrong(weeks: Int) { #expect(MeetingRhythm(first: CivilDate(dayNumber: 20_000), weeks: weeks) == nil) }

    @Test("never meets on a closed day, nor twice on one day", arguments: 1...13)
    func property(weeks: Int) throws {
        let rhythm = try rhythm("2026-01-07", weeks: weeks, .alsaceMoselle, silences: [.august, .yearEnd])
        let days = rhythm.occasions(from: rhythm.first, through: rhythm.first.adding(days: 3_000)).compactMap(\.day)
        #expect(days.allSatisfy { rhythm.obstacle(on: $0) == nil && $0.weekday == rhythm.first.weekday })
        #expect(days == days.sorted() && Set(days).count == days.count)
    }
}
