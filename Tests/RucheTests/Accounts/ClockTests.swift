import Calendaring
import Persistence
import Ruche
import Testing
import Wording

@testable import RucheWeb

@Suite("Two clocks")
struct ClockTests {
    private func ui(_ zone: String) throws -> Interface {
        Interface(zone: try #require(Zone(zone)), now: 1_795_600_800_000, words: try Words.bundled())
    }
    private func instant(_ day: String, _ hour: Int, in zone: String) throws -> Int64 {
        try #require(Zone(zone)).instant(of: try #require(CivilDate(day)), at: try #require(CivilTime(hour, 0)))
    }

    @Test(
        "both tell a moment where they differ, in winter and in summer",
        arguments: [
            ("2026-12-08", "mardi 8 décembre à 13 h (8 h, heure de Martinique)"),
            ("2026-07-07", "mardi 7 juillet à 14 h (8 h, heure de Martinique)"),
        ])
    func both(day: String, expected: String) throws {
        let moment = try instant(day, 8, in: "America/Martinique")
        let said = try ui("Europe/Paris").dateTime(moment, alsoIn: Zone("America/Martinique"))
        #expect(TestBrowser.Page.plain(said) == expected)
    }

    @Test("say the day too where even the day differs, and one hour where they agree")
    func days() throws {
        let moment = try instant("2026-12-08", 8, in: "Pacific/Noumea")
        let said = try ui("Pacific/Noumea").time(moment, elsewhere: .paris)
        #expect(said.map { TestBrowser.Page.plain($0) } == "lundi 7 décembre à 22 h")
        #expect(try ui("America/Guadeloupe").time(moment, elsewhere: try #require(Zone("America/Martinique"))) == nil)
    }

    @Test("stand on a meeting and on the promise of a question", arguments: TestEngine.available)
    func pages(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let meeting = try await ruche.act(as: .claire) { act in
            var draft = MeetingDraft()
            (draft.title, draft.date, draft.time, draft.minutes) = ("Le point", "2026-12-08", "14:00", 60)
            return try act.meetings.schedule(draft)
        }
        let question = try await ruche.ask(by: .claire)
        let ines = try await ruche.browser(as: .ines)
        #expect(try await !ines.get("/c/nuit/rencontres/\(meeting)").says("Chez vous"))
        try await ines.post("/moi/fuseau", ["fuseau": "America/Martinique"])
        let page = try await ines.get("/c/nuit/rencontres/\(meeting)")
        #expect(page.says("14 h, jusqu’à 15 h") && page.says("Heure de Paris. Chez vous : 9 h, jusqu’à 10 h."))
        #expect(try await ines.get("/c/nuit/rencontres").says("Chez vous : 9 h, jusqu’à 10 h."))
        #expect(try await ines.get("/c/nuit/questions/\(question)").says("heure de Paris)"))
    }

    @Test("stand in the letter that gives an asker until when to choose", arguments: TestEngine.available)
    func letters(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.browser(as: .claire).post("/moi/fuseau", ["fuseau": "America/Martinique"])
        _ = try await ruche.ask(by: .claire)
        for _ in 1...8 {
            ruche.clock.advance(by: .days(1))
            try await ruche.deliver()
        }
        let letter = try #require(ruche.mailbox.letters.first { $0.subject.contains("Personne n’a encore répondu") })
        #expect(TestBrowser.Page.plain(letter.text).contains("heure de Paris)"))
    }
}
