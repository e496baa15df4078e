import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("A case that is presented at a meeting")
struct ScheduledCaseTests {
    private func scene(_ engine: TestEngine) async throws -> (ruche: TestRuche, question: Question.ID) {
        let ruche = try await TestRuche(engine)
        let proposed = try await ruche.act(as: .yannick) { act in
            var draft = QuestionDraft()
            (draft.kind, draft.title) = (.clinicalCase, "Que faire d’une seringue ?")
            return try act.questions.propose(draft, reader: nil, hasTeamConsent: true)
        }
        let question = try await ruche.act(as: .nadia) {
            try $0.questions.passCase(proposed, checks: Set(CaseCheck.allCases))
        }
        return (ruche, question)
    }

    @Test(
        "is so by its author or a facilitator, for all to read, and can be taken off", arguments: TestEngine.available)
    func schedule(_ engine: TestEngine) async throws {
        let (ruche, question) = try await scene(engine)
        let thread = "/c/nuit/questions/\(question)"
        _ = try await ruche.act(as: .nadia) { act in
            var draft = MeetingDraft()
            (draft.title, draft.date, draft.time) = ("Revue de cas", "2026-11-20", "14:00")
            draft.place = "Salle 2"
            return try act.meetings.schedule(draft)
        }
        let refused = try await ruche.browser(as: .paul).post("\(thread)/presenter", ["prevu": "1"])
        #expect(refused.status == .forbidden)
        #expect(try await ruche.browser(as: .yannick).post("\(thread)/presenter", ["prevu": "1"]).location == thread)
        let page = try await ruche.browser(as: .paul).get(thread)
        #expect(page.says("Prévu à la rencontre du") && !page.says("Ne plus le présenter"))
        let meeting = try #require(try await ruche.view(as: .paul) { try $0.meetings.next() })
        let agenda = try await ruche.browser(as: .paul).get("/c/nuit/rencontres/\(meeting.id)")
        #expect(agenda.says("Cas à présenter") && agenda.says("Que faire d’une seringue ?"))
        #expect(try await ruche.browser(as: .nadia).post("\(thread)/presenter", ["prevu": "0"]).location == thread)
        #expect(try await !ruche.browser(as: .paul).get(thread).says("Prévu à la rencontre"))
        #expect(
            try await ruche.journal.filter { [.putOnAgenda, .tookOffAgenda].contains($0) } == [
                .putOnAgenda, .tookOffAgenda,
            ])
    }

    @Test("waits for advice: one that has it is presented no more", arguments: TestEngine.available)
    func advised(_ engine: TestEngine) async throws {
        let (ruche, question) = try await scene(engine)
        try await ruche.act(as: .yannick) { try $0.questions.resolve(question) }
        let late = try await ruche.browser(as: .yannick).post("/c/nuit/questions/\(question)/presenter", ["prevu": "1"])
        #expect(late.status == .conflict)
    }
}
