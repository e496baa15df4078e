import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Who has met a problem")
struct AcquaintanceTests {
    /// Claire and Yannick say that they can help on falls; Inès and Yannick wrote about them; Paul asks.
    private func scene(_ engine: TestEngine) async throws -> (ruche: TestRuche, question: Question.ID) {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .claire) {
            var card = MemberDraft(name: Cast.claire.name, profession: "60", canHelpOn: "chutes, plaies")
            card.territory = "Gironde"
            try $0.members.change(card)
        }
        try await ruche.act(as: .yannick) {
            try $0.members.change(
                MemberDraft(name: Cast.yannick.name, profession: "10", canHelpOn: "Chute de la personne âgée, sommeil"))
        }
        let question = try await ruche.ask(by: .paul, "Chute la nuit : que faites-vous ?") { $0.topics = "chutes" }
        for (somebody, body) in [(Cast.ines, "Une chute par mois ici."), (.yannick, "La chute se prévient.")] {
            ruche.clock.advance(by: .hours(1))
            _ = try await ruche.reply(by: somebody, to: question, body)
        }
        return (ruche, question)
    }

    private func names(
        _ ruche: TestRuche, as reader: Cast = .paul, _ change: @escaping @Sendable (inout AcquaintanceRequest) -> Void
    ) async throws -> [String] {
        var request = AcquaintanceRequest()
        change(&request)
        return try await ruche.view(as: reader) { [request] in
            try $0.search.acquaintances(request).map(\.profile.member.name)
        }
    }

    @Test(
        "is told by cards and by what they signed: first who offers to help, then by name",
        arguments: TestEngine.available)
    func told(_ engine: TestEngine) async throws {
        let (ruche, _) = try await scene(engine)
        #expect(
            try await names(ruche) { $0.words = "chute" } == ["Yannick Le Goas", "Claire Besnard", "Inès Rouvière"])
        #expect(
            try await names(ruche) { ($0.words, $0.profession) = ("chute", Profession(code: "60")) } == [
                "Claire Besnard"
            ])
        #expect(try await names(ruche) { ($0.words, $0.territory) = ("chute", "gironde") } == ["Claire Besnard"])
        #expect(try await names(ruche) { $0.words = "sommeil" } == ["Yannick Le Goas"])
        #expect(try await names(ruche) { $0.words = "" } == [])
        let topic = try await ruche.view(as: .paul) { try $0.search.topicsInUse().first?.id }
        #expect(
            try await names(ruche) { $0.topic = topic } == ["Yannick Le Goas", "Claire Besnard", "Inès Rouvière"])
    }

    @Test(
        "does not tell who wrote without a name, nor shows who left the directory or hides a field",
        arguments: TestEngine.available)
    func discreet(_ engine: TestEngine) async throws {
        let (ruche, question) = try await scene(engine)
        _ = try await ruche.act(as: .nadia) { act in
            var draft = ReplyDraft()
            (draft.body, draft.isNameless) = ("Une chute, chez moi aussi.", true)
            return try act.questions.reply(to: question, draft)
        }
        #expect(try await names(ruche) { $0.words = "chute" }.contains("Nadia Benhaddou") == false)
        try await ruche.act(as: .claire) {
            var own = try $0.view.members.ownCard()
            own.audiences[.canHelpOn] = .facilitators
            try $0.members.change(own)
        }
        try await ruche.act(as: .ines) {
            var card = MemberDraft(name: Cast.ines.name)
            card.isListed = false
            try $0.members.change(card)
        }
        #expect(try await names(ruche) { $0.words = "chute" } == ["Yannick Le Goas"])
    }

    @Test("is asked from a question, and asked to answer it", arguments: TestEngine.available)
    func asked(_ engine: TestEngine) async throws {
        let (ruche, question) = try await scene(engine)
        let browser = try await ruche.browser(as: .paul)
        let thread = try await browser.get("/c/nuit/questions/\(question)")
        #expect(thread.text.contains("/c/nuit/qui-sait?question=\(question)"))
        let page = try await browser.get("/c/nuit/qui-sait?question=\(question)")
        #expect(page.says("Claire Besnard"))
        #expect(page.says("Peut aider sur : chutes"))
        let claire = try ruche.member(.claire)
        #expect(page.text.contains("/c/nuit/questions/\(question)/inviter?collegue=\(claire)"))
        let invite = try await browser.get("/c/nuit/questions/\(question)/inviter?collegue=\(claire)")
        #expect(invite.value(of: "collegue") == claire.description)
        let nobody = try await browser.get("/c/nuit/qui-sait?mots=astronomie")
        #expect(nobody.says("Personne ne l’a encore dit"))
    }

    @Test("shows, for a trade or a place alone, whoever has it", arguments: TestEngine.available)
    func tradeAlone(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine).ruche
        #expect(try await names(ruche) { $0.territory = "gironde" } == ["Claire Besnard"])
        #expect(try await names(ruche) { $0.profession = Profession(code: "10") }.contains(Cast.yannick.name))
        let page = try await ruche.browser(as: .paul).get("/c/nuit/qui-sait?territoire=gironde")
        #expect(page.says("Peut aider sur : chutes, plaies"))
    }
}
