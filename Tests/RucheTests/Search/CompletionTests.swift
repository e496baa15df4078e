import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Completing a search")
struct CompletionTests {
    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire, "Le pansement du talon") { $0.topics = "plaies, soins palliatifs" }
        ruche.clock.advance(by: .hours(1))
        _ = try await ruche.ask(by: .ines, "Pansement et morsure") { $0.topics = "plaies" }
        return ruche
    }

    @Test(
        "offers filters, their values, subjects, people and titles",
        arguments: TestEngine.available,
        [
            ("aut", ["auteur:"]), ("sans", ["sans-réponse"]), ("type:id", ["idée"]),
            ("statut:ré", ["répondue", "résolue"]),
            ("chute dans:s", ["solution"]), ("auteur:clai", ["Claire Besnard"]),
            ("auteur:\"claire b", ["Claire Besnard"]),
            ("sujet:pal", ["soins palliatifs"]), ("pla", ["sujet:plaies"]), ("yann", ["Yannick Le Goas"]),
            ("pansem", ["Pansement et morsure", "Le pansement du talon"]), ("pansement tal", ["Le pansement du talon"]),
            ("p", []), ("", []), ("avant:2026", []), ("introuvable", []),
        ] as [(String, [String])])
    func offers(_ engine: TestEngine, _ asked: (typed: String, offered: [String])) async throws {
        let ruche = try await scene(engine)
        let offered = try await ruche.view(as: .paul) { try $0.search.completions(of: asked.typed).map(\.label) }
        #expect(offered.map(TestBrowser.Page.plain) == asked.offered)
    }

    @Test("writes the whole text, quoted where it must be", arguments: TestEngine.available)
    func texts(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        func text(_ typed: String) async throws -> Completion.Form? {
            try await ruche.view(as: .paul) { try $0.search.completions(of: typed).first?.form }
        }
        #expect(try await text("chute auteur:clai") == .text("chute auteur:\"Claire Besnard\" "))
        #expect(try await text("chute sujet:pal") == .text("chute sujet:\"soins palliatifs\" "))
        #expect(try await text("chute aut") == .text("chute auteur:"))
    }

    @Test("tells nothing that the reader could not find", arguments: TestEngine.available)
    func permission(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let flagged = try await ruche.ask(by: .claire, "La méthode rocambole") { $0.topics = "rocambole" }
        try await ruche.act(as: .paul) { try $0.safety.flag(.question(flagged), because: .patient) }
        let deleted = try await ruche.ask(by: .claire, "Stéthoscope perdu") { $0.topics = "stéthoscope" }
        try await ruche.act(as: .claire) { try $0.questions.delete(.question(deleted)) }
        _ = try await ruche.act(as: .yannick) { act in
            var draft = QuestionDraft()
            draft.title = "Trachéotomie d’un cas"
            return try act.questions.propose(draft, reader: nil, hasTeamConsent: true)
        }
        _ = try await ruche.ask(by: .jules, "Hémodialyse de jour") { $0.topics = "hémodialyse" }
        try await ruche.act(as: .yannick) { act in
            var card = MemberDraft(name: Cast.yannick.name)
            card.isListed = false
            try act.members.change(card)
        }
        let browser = try await ruche.browser(as: .ines)
        for typed in [
            "rocam", "sujet:roc", "stéth", "sujet:st", "trach", "hémod", "sujet:h", "jules", "yann", "auteur:yan",
        ] {
            let page = try await browser.get("/c/nuit/recherche/completer?q=\(typed.percentEncoded)")
            #expect(!page.text.contains("<li"), "\(typed)")
        }
    }
}
