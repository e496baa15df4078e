import Calendaring
import Testing

@testable import Wording

/// Plain spaces where no-break ones stand, so that tables read well.
private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }

/// Milliseconds of a wall-clock hour in Paris, as `2026-11-24 12:30`.
private func paris(_ text: String) throws -> Int64 {
    let parts = text.split(separator: " ").map(String.init)
    let date = try #require(parts.first.flatMap(CivilDate.init))
    return try Zone.paris.instant(of: date, at: #require(parts.last.flatMap(CivilTime.init)))
}

@Suite("A date on a page")
struct DateTests {
    private func ui(_ language: Language) throws -> Interface {
        try Interface(language: language, now: paris("2026-11-26 10:00"), words: Words())
    }

    @Test(
        "is written with its weekday, and its year when it is another one",
        arguments: [
            ("2026-12-08 18:40", "mardi 8 décembre", "Tuesday 8 December"),
            ("2026-12-01 08:00", "mardi 1er décembre", "Tuesday 1 December"),
            ("2025-03-09 08:00", "dimanche 9 mars 2025", "Sunday 9 March 2025"),
        ]
    )
    func date(at: String, french: String, english: String) throws {
        #expect(try plain(ui(.french).date(paris(at))) == french)
        #expect(try plain(ui(.english).date(paris(at))) == english)
    }

    @Test("has longer and shorter forms")
    func forms() throws {
        let (at, fr, en) = try (paris("2026-11-24 12:30"), ui(.french), ui(.english))
        let date = try #require(CivilDate(2025, 12, 1))
        #expect(plain(fr.dateTime(at)) == "mardi 24 novembre à 12 h 30")
        #expect(en.dateTime(at) == "Tuesday 24 November at 12:30")
        #expect(plain(fr.shortDateTime(at)) == "mardi 24 nov., 12 h 30")
        #expect(en.shortDateTime(at) == "Tuesday 24 Nov, 12:30")
        #expect([fr.day(at), fr.day(date)] == ["24 novembre", "1er décembre 2025"])
        #expect([fr.shortDay(date), fr.month(date)] == ["1er déc. 2025", "décembre 2025"])
        #expect([fr.monthShort(12), fr.weekdayShort(.monday), fr.monthShort(13)] == ["déc.", "lun.", ""])
        #expect([en.monthShort(12), en.weekdayShort(.monday)] == ["Dec", "Mon"])
        #expect(fr.machineTime(at) == "2026-11-24T11:30:00Z")
        #expect(fr.name(of: .easterMonday) == "Lundi de Pâques")
    }

    @Test(
        "is told from today (Thursday 26 November 2026)",
        arguments: [
            ("2026-11-26 09:12", "aujourd’hui à 9 h 12", "today at 09:12"),
            ("2026-11-26 18:00", "aujourd’hui à 18 h", "today at 18:00"),
            ("2026-11-25 18:40", "hier à 18 h 40", "yesterday at 18:40"),
            ("2026-11-25 00:00", "hier à 0 h", "yesterday at 00:00"),
            ("2026-11-27 14:00", "demain à 14 h", "tomorrow at 14:00"),
            ("2026-11-23 09:12", "lundi à 9 h 12", "Monday at 09:12"),
            ("2026-11-22 09:12", "dimanche", "Sunday"), ("2026-11-21 03:10", "samedi", "Saturday"),
            ("2026-11-20 09:05", "vendredi à 9 h 05", "Friday at 09:05"),
            ("2026-11-19 23:59", "le 19 novembre", "19 November"), ("2026-03-09 12:00", "le 9 mars", "9 March"),
            ("2026-12-01 12:00", "le 1er décembre", "1 December"),
            ("2025-03-09 12:00", "le 9 mars 2025", "9 March 2025"),
        ]
    )
    func relative(at: String, french: String, english: String) throws {
        #expect(try plain(ui(.french).relative(paris(at))) == french)
        #expect(try plain(ui(.english).relative(paris(at))) == english)
    }

    @Test("is that of the reader's zone")
    func zone() throws {
        var ui = try ui(.french)
        ui.zone = try #require(Zone("Pacific/Noumea"))
        #expect(try plain(ui.dateTime(paris("2026-11-25 18:40"))) == "jeudi 26 novembre à 4 h 40")
        #expect(try plain(ui.relative(paris("2026-11-25 18:40"))) == "aujourd’hui à 4 h 40")
    }
}

@Suite("A number on a page")
struct NumberTests {
    private let fr = Interface(language: .french, now: 864_000_000, words: Words())
    private let en = Interface(language: .english, now: 864_000_000, words: Words())

    @Test(
        "of hours is said in minutes, hours or days",
        arguments: [
            (0, "0 min", "0 min"), (0.5, "30 min", "30 min"), (0.99, "59 min", "59 min"), (0.995, "1 h", "1 h"),
            (1, "1 h", "1 h"), (18.6, "19 h", "19 h"), (47.9, "48 h", "48 h"), (48, "2 jours", "2 days"),
            (216, "9 jours", "9 days"), (-3, "0 min", "0 min"), (.nan, "–", "–"), (.infinity, "–", "–"),
        ] as [(Double, String, String)]
    )
    func duration(hours: Double, french: String, english: String) {
        #expect(plain(fr.duration(hours: hours)) == french)
        #expect(plain(en.duration(hours: hours)) == english)
    }

    @Test("has a comma, groups and a sign in French, their like in English")
    func figures() {
        #expect(
            [fr.percent(0.81), fr.percent(0), fr.percent(0.1666, decimals: 1)].map(plain) == ["81 %", "0 %", "16,7 %"])
        #expect(
            [fr.number(1_234), fr.number(-1_234_567), fr.number(999)].map(plain) == ["1 234", "−1 234 567", "999"])
        #expect([fr.number(1.45), fr.number(2.0), fr.number(0.05, decimals: 2)] == ["1,5", "2,0", "0,05"])
        #expect([fr.signed(1.4), fr.signed(-0.3), fr.signed(-0.04), fr.signed(.nan)] == ["+1,4", "−0,3", "0,0", "–"])
        #expect([en.percent(0.81), en.number(1_234), en.signed(1.4)] == ["81%", "1,234", "+1.4"])
        #expect(fr.percent(0.81) == "81\u{A0}%")
        #expect(fr.number(1_234) == "1\u{202F}234")
    }

    @Test("is a rank, a list, an age")
    func others() {
        #expect([1, 2, 21].map { fr.ordinal($0) } == ["1er", "2e", "21e"])
        #expect(fr.ordinal(1, feminine: true) == "1re")
        #expect(
            [1, 2, 3, 4, 11, 21, 112].map { en.ordinal($0) } == ["1st", "2nd", "3rd", "4th", "11th", "21st", "112th"])
        #expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(fr.list) == ["", "a", "a et b", "a, b et c"])
        #expect(en.list(["a", "b", "c"]) == "a, b and c")
        #expect(plain(fr.since(864_000_000 - 172_800_000)) == "depuis 2 jours")
        #expect(plain(fr.since(864_000_000)) == "depuis 1 min")
        #expect(plain(en.since(0)) == "for 10 days")
    }
}
