import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Preparing a community")
struct PreparingTests {
    @Test("keeps what each step asks, in any order, and shows it to the core group", arguments: TestEngine.available)
    func steps(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        for (step, name, value) in [
            (2, "survey", "Douze réponses."), (1, "sponsor name", "Claude Martin"), (7, "pulse", "3"),
        ] {
            let kept = try await browser.post("/c/nuit/mise-en-place/\(step)", ["version": "0", name: value])
            #expect(kept.status == .seeOther, "\(step)")
            #expect(try await browser.get("/c/nuit/mise-en-place/\(step)").value(of: name) == value)
        }
        _ = try await browser.post("/c/nuit/mise-en-place/2/faite", ["phrase": "Vue en réunion."])
        #expect(try await browser.get("/c/nuit/mise-en-place/2").says("Vue en réunion."))
    }

    @Test("shows both texts when two fill one step at once", arguments: TestEngine.available)
    func conflict(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        let path = "/c/nuit/mise-en-place/1"
        _ = try await browser.post(path, ["version": "0", "sponsor name": "Claude Martin"])
        let second = try await browser.post(path, ["version": "0", "sponsor name": "Dominique Roy"])
        #expect(second.status == .conflict)
        #expect(second.says("Claude Martin") && second.value(of: "sponsor name") == "Dominique Roy")
    }

    @Test(
        "counts a member's dots once on a need, which then shows all that was done about it",
        arguments: TestEngine.available)
    func needs(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        var draft = NeedDraft()
        draft.statement = "Savoir qui appeler la nuit."
        let need = try await ruche.act(as: .claire) { [draft] in try $0.needs.raise(draft) }
        for _ in 1...2 { try await ruche.act(as: .paul) { try $0.needs.vote([need: 3]) } }
        try await ruche.act(as: .ines) { try $0.needs.vote([need: 1]) }
        #expect(try await ruche.view(as: .paul) { try $0.needs.find(need).dots } == 4)
        try await ruche.act(as: .nadia) { try $0.needs.retain(need, owner: nil) }
        let question = try await ruche.ask(by: .claire, "Qui appelez-vous ?") { $0.need = need.description }
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .claire) { try $0.questions.retain(reply, thanks: "Essayé, adopté.") }
        let page = try await ruche.browser(as: .paul).get("/c/nuit/besoins/\(need)")
        #expect(page.says("Qui appelez-vous ?"))
        let back = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)")
        #expect(back.says("Savoir qui appeler la nuit."))
    }

    @Test(
        "launches with a sentence for each marker that is missing, and never without", arguments: TestEngine.available)
    func launch(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let refused = try await ruche.browser(as: .nadia).post("/c/nuit/mise-en-place/lancer")
        #expect(refused.status == .unprocessableContent)
        #expect(try await ruche.view(as: .nadia) { try $0.communities.current().launchedAt } == nil)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.preparation.launch([.sponsor: "Il viendra."]) }
        }
        #expect(try await ruche.count("launch_sentence") == 0)
        let sentences = Dictionary(uniqueKeysWithValues: Marker.allCases.map { ($0, "Nous commençons sans.") })
        try await ruche.act(as: .nadia) { try $0.preparation.launch(sentences) }
        #expect(try await ruche.view(as: .nadia) { try $0.communities.current().launchedAt } == ruche.clock.now)
        #expect(try await ruche.journal.contains(.launched))
    }

    @Test("closes an objective honestly: how it ended, and a sentence", arguments: TestEngine.available)
    func objective(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        var draft = ObjectiveDraft()
        (draft.title, draft.practice) = ("Réévaluer toute chute", "La réévaluation dans les 24 heures.")
        let id = try await ruche.act(as: .claire) { [draft] in try $0.objectives.draft(draft) }
        let decision = try await ruche.act(as: .claire) { act in
            var proposal = DecisionDraft(sentence: "Nous visons cet objectif.", about: .objective, object: id.rawValue)
            proposal.quorum = 1
            return try act.decisions.propose(proposal)
        }
        try await ruche.act(as: .paul) { try $0.decisions.answer(decision, .agree, reason: "") }
        ruche.clock.advance(by: .days(11))
        try await ruche.act(as: .nadia) { try $0.decisions.conclude(decision) }
        #expect(try await ruche.view(as: .paul) { try $0.objectives.find(id).adoptedAt } != nil)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.objectives.close(id, as: .partial, sentence: "") }
        }
        try await ruche.act(as: .nadia) {
            try $0.objectives.close(id, as: .partial, sentence: "Deux équipes sur trois.")
        }
        #expect(try await ruche.view(as: .paul) { try $0.objectives.find(id).outcome } == .partial)
        // What was said stays.
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.objectives.close(id, as: .dropped, sentence: "Autre chose.") }
        }
    }

    @Test(
        "takes at most eight dots, and no number that is none", arguments: TestEngine.available,
        ["9", "-1", "9223372036854775807"])
    func dots(_ engine: TestEngine, _ typed: String) async throws {
        let ruche = try await TestRuche(engine)
        var ids: [Need.ID] = []
        for statement in ["Savoir qui appeler.", "Dormir le jour."] {
            var draft = NeedDraft()
            draft.statement = statement
            ids.append(try await ruche.act(as: .claire) { [draft] in try $0.needs.raise(draft) })
        }
        let refused = try await ruche.browser(as: .paul).post(
            "/c/nuit/besoins/vote", ["points-\(ids[0])": typed, "points-\(ids[1])": "1"])
        #expect(refused.status == .unprocessableContent && refused.says("Vous avez huit points en tout."))
        #expect(try await ruche.count("need_vote") == 0)
    }

    @Test("leaves the dots of needs that were retained since", arguments: TestEngine.available)
    func retainedDots(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        var draft = NeedDraft()
        draft.statement = "Savoir qui appeler la nuit."
        let need = try await ruche.act(as: .claire) { [draft] in try $0.needs.raise(draft) }
        try await ruche.act(as: .paul) { try $0.needs.vote([need: 3]) }
        try await ruche.act(as: .nadia) { try $0.needs.retain(need, owner: nil) }
        try await ruche.act(as: .paul) { try $0.needs.vote([:]) }
        #expect(try await ruche.view(as: .paul) { try $0.needs.find(need).dots } == 3)
    }
}
