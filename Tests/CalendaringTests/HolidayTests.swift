import Testing

@testable import Calendaring

@Suite("A public holiday")
struct HolidayTests {
    @Test(
        "of Easter moves with the moon",
        arguments: [
            "1970-03-29", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31",
            "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19",
            "1954-04-18", "2285-03-22",
        ]
    )
    func easter(text: String) throws {
        let expected = try day(text)
        #expect(CivilDate.easter(expected.year) == expected)
    }

    @Test("is kept on eleven days in metropolitan France")
    func metropole() {
        let dates = Territory.metropole.holidays(in: 2026).map(\.date.description)
        #expect(
            dates == [
                "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14",
                "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
            ]
        )
    }

    @Test(
        "is added by each territory",
        arguments: [
            (Territory.alsaceMoselle, ["2026-04-03", "2026-12-26"]), (.mayotte, ["2026-04-27"]),
            (.martinique, ["2026-05-22"]), (.guadeloupe, ["2026-05-27"]), (.saintMartin, ["2026-05-28"]),
            (.guyane, ["2026-06-10"]), (.saintBarthelemy, ["2026-10-09"]), (.reunion, ["2026-12-20"]),
        ]
    )
    func territories(territory: Territory, added: [String]) {
        let common = Territory.metropole.holidays(in: 2026).map(\.date)
        let dates = territory.holidays(in: 2026).map(\.date)
        #expect(dates.filter { !common.contains($0) }.map(\.description) == added)
        #expect(Set(common).isSubset(of: dates))
    }

    @Test("of Saint-Martin is kept since 2019")
    func saintMartin() {
        #expect(Territory.saintMartin.date(of: .abolitionOfSlavery, in: 2018) == nil)
        #expect(Territory.saintMartin.date(of: .abolitionOfSlavery, in: 2019) == CivilDate(2019, 5, 28))
    }
}
