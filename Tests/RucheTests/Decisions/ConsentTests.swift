import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// DOMAIN §11.4: adopted when enough people answered and nobody objects.
@Suite("A decision by consent")
struct ConsentTests {
    private func propose(_ ruche: TestRuche, quorum: Int = 2) async throws -> Decision.ID {
        var draft = DecisionDraft(sentence: "Nous publions nos comptes rendus.")
        draft.quorum = quorum
        return try await ruche.act(as: .claire) { [draft] in try $0.decisions.propose(draft) }
    }

    private func answer(_ ruche: TestRuche, _ id: Decision.ID, _ who: Cast, _ stance: Stance, _ reason: String = "")
        async throws
    {
        try await ruche.act(as: who) { try $0.decisions.answer(id, stance, reason: reason) }
    }

    private func conclude(_ ruche: TestRuche, _ id: Decision.ID, rewording: String = "") async throws -> Decision {
        try await ruche.act(as: .nadia) { try $0.decisions.conclude(id, rewording: rewording) }
        return try await ruche.view(as: .nadia) { try $0.decisions.find(id) }
    }

    @Test("is adopted after its date, with its quorum and without an objection", arguments: TestEngine.available)
    func adopted(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await propose(ruche)
        try await answer(ruche, id, .claire, .agree)
        try await answer(ruche, id, .paul, .abstain)
        await #expect(throws: Refusal.self, "others may still answer") { _ = try await conclude(ruche, id) }
        ruche.clock.advance(by: .days(11))
        #expect(try await conclude(ruche, id).outcome == .adopted)
        await #expect(throws: Refusal.self, "too late") { try await answer(ruche, id, .ines, .agree) }
    }

    @Test("is not adopted by too few", arguments: TestEngine.available)
    func quorum(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await propose(ruche, quorum: 3)
        try await answer(ruche, id, .claire, .agree)
        try await answer(ruche, id, .claire, .agree)
        try await answer(ruche, id, .paul, .agree)
        ruche.clock.advance(by: .days(11))
        #expect(try await conclude(ruche, id).outcome == .noQuorum)
    }

    @Test("is worded anew once after an objection, which says why", arguments: TestEngine.available)
    func objection(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await propose(ruche)
        await #expect(throws: Refusal.self) { try await answer(ruche, id, .paul, .object) }
        try await answer(ruche, id, .claire, .agree)
        try await answer(ruche, id, .paul, .object, "Pas sans accord des patients.")
        await #expect(throws: Refusal.self, "a new wording is needed") { _ = try await conclude(ruche, id) }
        let second = try await conclude(ruche, id, rewording: "Nous publions nos comptes rendus, sans cas.")
        #expect(second.isOpen && second.round == 2 && second.sentence == "Nous publions nos comptes rendus, sans cas.")
        #expect(try await ruche.view(as: .paul) { try $0.decisions.answers(to: second).isEmpty })
        for who in [Cast.claire, .paul] { try await answer(ruche, id, who, .agree) }
        ruche.clock.advance(by: .days(11))
        #expect(try await conclude(ruche, id).outcome == .adopted)
    }

    @Test("goes to a meeting when somebody blocks it", arguments: TestEngine.available)
    func block(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await propose(ruche)
        try await answer(ruche, id, .claire, .agree)
        try await answer(ruche, id, .paul, .block, "Contraire à notre charte.")
        await #expect(throws: Refusal.self, "others may still answer") { _ = try await conclude(ruche, id) }
        ruche.clock.advance(by: .days(11))
        #expect(try await conclude(ruche, id).outcome == .toMeeting)
    }

    @Test("takes the last answer of each, and a facilitator's counts as one", arguments: TestEngine.available)
    func lastAnswer(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await propose(ruche)
        try await answer(ruche, id, .paul, .object, "Trop tôt.")
        try await answer(ruche, id, .paul, .agree)
        try await answer(ruche, id, .nadia, .agree)
        let decision = try await ruche.view(as: .paul) { try $0.decisions.find(id) }
        #expect(
            try await ruche.view(as: .paul) { try $0.decisions.answers(to: decision).map(\.stance) } == [
                .agree, .agree,
            ])
        ruche.clock.advance(by: .days(11))
        #expect(try await conclude(ruche, id).outcome == .adopted)
    }

    @Test("refuses a reason that is too long beside its field, and cuts none", arguments: TestEngine.available)
    func longReason(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await propose(ruche)
        let reason = String(repeating: "mot ", count: 400)
        let page = try await ruche.browser(as: .paul).post(
            "/c/nuit/decisions/\(id)/avis", ["avis": "object", "raison": reason])
        #expect(page.status == .unprocessableContent && page.says("Ce texte dépasse 1000 caractères."))
        #expect(page.value(of: "raison") == reason)
        #expect(try await ruche.count("decision_answer") == 0)
    }
}
