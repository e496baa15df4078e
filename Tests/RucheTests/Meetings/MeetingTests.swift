import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// A meeting is a wall clock in a place: it keeps its hour when clocks change, and its place when the community moves.
@Suite("A meeting")
struct MeetingTests {
    private func schedule(_ ruche: TestRuche, _ day: String, _ time: String) async throws -> Meeting {
        var draft = MeetingDraft()
        (draft.title, draft.date, draft.time, draft.minutes) = ("Réunion de secteur", day, time, 60)
        let id = try await ruche.act(as: .claire) { [draft] in try $0.meetings.schedule(draft) }
        return try await ruche.view(as: .claire) { try $0.meetings.find(id) }
    }

    @Test("keeps its hour on either side of a change of clock", arguments: TestEngine.available)
    func clockChange(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        // In Paris, clocks go forward on 28 March 2027 and back on 31 October 2027.
        let winter = try await schedule(ruche, "2027-03-27", "14:00")
        let summer = try await schedule(ruche, "2027-03-28", "14:00")
        #expect(summer.startsAt - winter.startsAt == .hours(23))
        let before = try await schedule(ruche, "2027-10-30", "14:00")
        let after = try await schedule(ruche, "2027-10-31", "14:00")
        #expect(after.startsAt - before.startsAt == .hours(25))
        for meeting in [winter, summer, before, after] {
            #expect(
                try await ruche.browser(as: .paul).get("/c/nuit/rencontres/\(meeting.id)").says("14 h, jusqu’à 15 h"))
        }
    }

    @Test("keeps its hour in its own place when the community moves", arguments: TestEngine.available)
    func moving(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let meeting = try await schedule(ruche, "2027-06-10", "14:00")
        try await ruche.act(as: .nadia) { act in
            let rules = RulesDraft(promise: .standard, zone: "Indian/Reunion", territory: "reunion")
            try act.preparation.keep(.meetings, [:], rules: rules, from: 0)
        }
        let page = try await ruche.browser(as: .paul).get("/c/nuit/rencontres/\(meeting.id)")
        #expect(page.says("14 h, jusqu’à 15 h") && page.says("Heure de Paris"))
    }
}
