import Calendaring
import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// DOMAIN §4.2, step 4: the rules draw the calendar of the year, and change it when they change.
@Suite("The calendar of the year")
struct MeetingCalendarTests {
    private func keep(_ ruche: TestRuche, _ values: [StepField: String]) async throws {
        try await ruche.act(as: .nadia) { act in
            let version = try act.view.preparation.current().versions[.meetings] ?? 0
            try act.preparation.keep(.meetings, values, from: version)
        }
    }

    private func apply(_ ruche: TestRuche) async throws {
        try await ruche.act(as: .nadia) {
            try $0.preparation.applyCalendar(title: "Rencontre", reason: "Le rythme a changé.")
        }
    }

    private func calendar(_ ruche: TestRuche) async throws -> MeetingCalendar {
        try await ruche.view(as: .nadia) { view in
            try #require(try view.preparation.calendar(view.preparation.current()))
        }
    }

    /// A first meeting a week from now, then every six weeks.
    private func rules(_ ruche: TestRuche, weeks: Int = 6) async throws -> CivilDate {
        let first = try await ruche.view(as: .nadia) { try $0.evaluations.today() }.adding(days: 7)
        try await keep(
            ruche,
            [
                .rhythmFirst: first.description, .rhythmWeeks: String(weeks), .rhythmMinutes: "75",
                .rhythmTime: "17:30",
            ])
        return first
    }

    @Test("fixes each meeting of the rhythm once, at its hour", arguments: TestEngine.available)
    func fixed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let first = try await rules(ruche)
        let wanted = try await calendar(ruche).missing
        #expect(wanted.first == first && wanted.count >= 8)
        try await apply(ruche)
        let meetings = try await ruche.view(as: .paul) { try $0.meetings.coming() }
        #expect(meetings.map(\.day) == wanted)
        #expect(meetings.allSatisfy { $0.minutes == 75 && $0.wallTime.hasSuffix("T17:30") })
        #expect(try await calendar(ruche).isUpToDate)
        try await apply(ruche)
        #expect(try await ruche.count("meeting") == wanted.count)
    }

    @Test("changes when the rules change: what a person fixed by hand stays", arguments: TestEngine.available)
    func changed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let first = try await rules(ruche)
        var draft = MeetingDraft()
        (draft.title, draft.date, draft.time) = ("Visite", first.adding(days: 10).description, "10:00")
        _ = try await ruche.act(as: .claire) { [draft] in try $0.meetings.schedule(draft) }
        try await apply(ruche)
        _ = try await rules(ruche, weeks: 8)
        let changed = try await calendar(ruche)
        #expect(!changed.outdated.isEmpty && !changed.missing.isEmpty)
        #expect(changed.outdated.allSatisfy { $0.title == "Rencontre" })
        try await apply(ruche)
        let meetings = try await ruche.view(as: .paul) { try $0.meetings.coming() }
        #expect(meetings.filter { $0.title != "Visite" }.map(\.day) == changed.entries.compactMap(\.occasion.day))
        #expect(meetings.contains { $0.title == "Visite" })
        #expect(try await calendar(ruche).isUpToDate)
    }

    @Test(
        "moves the hour of what it fixed when the rules move it, and of nothing else", arguments: TestEngine.available)
    func hour(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await rules(ruche)
        try await apply(ruche)
        let second = try await ruche.view(as: .nadia) { try $0.meetings.coming()[1] }
        var byHand = MeetingDraft(second)
        byHand.time = "09:00"
        try await ruche.act(as: .claire) { [byHand] in try $0.meetings.change(second.id, byHand, from: second.version) }
        try await keep(
            ruche, [.rhythmTime: "12:15", .rhythmMinutes: "60"])
        #expect(try await !calendar(ruche).isUpToDate)
        try await apply(ruche)
        let meetings = try await ruche.view(as: .paul) { try $0.meetings.coming() }
        #expect(meetings[1].wallTime.hasSuffix("T09:00") && meetings[1].minutes == 75)
        for (place, meeting) in meetings.enumerated() where place != 1 {
            #expect(meeting.wallTime.hasSuffix("T12:15") && meeting.minutes == 60)
        }
        #expect(try await calendar(ruche).isUpToDate)
    }

    @Test("tells how many meetings were held of those planned", arguments: TestEngine.available)
    func adherence(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await rules(ruche)
        try await apply(ruche)
        let second = try await ruche.view(as: .nadia) { try $0.meetings.coming()[1].id }
        try await ruche.act(as: .nadia) { try $0.meetings.cancel(second, because: "Grève des trains.") }
        ruche.clock.advance(by: .days(7 + 2 * 42 + 1))
        let held = try await calendar(ruche).held
        #expect(held.count == 2 && held.total == 3)
    }

    @Test(
        "tells of the past by the rules that held then, whatever they become", arguments: TestEngine.available,
        [(weeks: "3", later: 0), (weeks: "6", later: 200), (weeks: "0", later: 0)])
    func heldByThen(_ engine: TestEngine, _ change: (weeks: String, later: Int)) async throws {
        let ruche = try await TestRuche(engine)
        let first = try await rules(ruche)
        try await apply(ruche)
        ruche.clock.advance(by: .days(7 + 2 * 42 + 1))
        let before = try await calendar(ruche).held
        #expect(before.count == 3 && before.total == 3)
        try await keep(
            ruche, [.rhythmWeeks: change.weeks, .rhythmFirst: first.adding(days: change.later).description])
        #expect(try await calendar(ruche).held == before)
        // Typed and typed again on one day: what stood for no time is not counted either.
        try await keep(ruche, [.rhythmWeeks: "1"])
        try await keep(ruche, [.rhythmWeeks: change.weeks])
        #expect(try await calendar(ruche).held == before)
    }

    @Test("counts no meeting that was planned before the rules were written", arguments: TestEngine.available)
    func writtenLate(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let first = try await ruche.view(as: .nadia) { try $0.evaluations.today() }.adding(days: -100)
        try await keep(ruche, [.rhythmFirst: first.description, .rhythmWeeks: "2"])
        #expect(try await calendar(ruche).held.total == 0)
    }

    @Test("brings the place and the mode of the rules to what it fixed", arguments: TestEngine.available)
    func place(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await rules(ruche)
        try await keep(ruche, [.rhythmPlace: "Salle A", .mode: "on site"])
        try await apply(ruche)
        try await keep(ruche, [.rhythmPlace: "Salle B", .mode: "remote"])
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/4")
        #expect(page.says("Mettre le calendrier à jour") && page.says("le lieu et le mode d’aujourd’hui"))
        try await apply(ruche)
        let meetings = try await ruche.view(as: .paul) { try $0.meetings.coming() }
        #expect(meetings.allSatisfy { $0.place == "Salle B" && $0.mode == .remote } && meetings.count > 5)
        #expect(try await calendar(ruche).isUpToDate)
    }

    @Test("lists what an emptied rhythm had fixed, and cancels it on demand", arguments: TestEngine.available)
    func emptied(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await rules(ruche)
        try await apply(ruche)
        let count = try await ruche.view(as: .paul) { try $0.meetings.coming().count }
        try await keep(ruche, [.rhythmWeeks: "0"])
        #expect(try await calendar(ruche).outdated.count == count)
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/4")
        #expect(page.says("Fixées selon l’ancien rythme") && page.says("de l’ancien rythme seront annulées"))
        try await apply(ruche)
        #expect(try await ruche.view(as: .paul) { try $0.meetings.coming() }.isEmpty)
        #expect(try await ruche.view(as: .nadia) { try $0.preparation.calendar($0.preparation.current()) } == nil)
    }

    @Test("keeps a meeting that a holiday puts off, once its first day is past", arguments: TestEngine.available)
    func putOff(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        // The national day, a Wednesday: they meet a week later.
        let today = try await ruche.view(as: .nadia) { try $0.evaluations.today() }
        let closed = try #require(CivilDate("2027-07-14"))
        try await keep(ruche, [.rhythmFirst: closed.adding(days: -42).description, .rhythmWeeks: "6"])
        try await apply(ruche)
        let put = closed.adding(days: 7)
        #expect(try await ruche.view(as: .paul) { try $0.meetings.coming() }.contains { $0.day == put })
        ruche.clock.advance(by: .days(closed - today + 2))
        #expect(try await calendar(ruche).outdated.isEmpty)
    }

    @Test("asks for a first day, and refuses a rhythm of more than a year", arguments: TestEngine.available)
    func wrong(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        let early = try await browser.post("/c/nuit/mise-en-place/calendrier", [:])
        #expect(early.status == .unprocessableContent && early.says("Choisissez d’abord la première rencontre"))
        let wrong = try await browser.post(
            "/c/nuit/mise-en-place/4",
            [
                "version": "0", "rhythm weeks": "60", "rhythm first": "2027-02-02", "promesse": "2",
                "unite": "working days", "fuseau": "Europe/Paris", "territoire": "metropole",
            ])
        #expect(wrong.status == .unprocessableContent && wrong.says("de 1 à 52 semaines"))
        #expect(try await ruche.count("meeting") == 0)
    }
}
