import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("Mistakes in what is searched")
struct MistakeTests {
    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        for title in ["Le pansement du talon", "Pansement et morsure", "La fiche d’hémovigilance", "Parlement du soir"]
        {
            ruche.clock.advance(by: .hours(1))
            _ = try await ruche.ask(by: .claire, title) { $0.body = "Un texte." }
        }
        return ruche
    }

    @Test(
        "are mended by the words of the titles",
        arguments: TestEngine.available,
        [
            ("pansemant", "pansement", 2), ("pasnement", "pansement", 2), ("pansementt", "pansement", 2),
            ("pansemnt talon", "pansement talon", 1), ("emovigilance", "hémovigilance", 1),
            ("hemovigilense", "hémovigilance", 1), ("talonn pansemant", "talonn pansement", 1),
            // A short word, two slips in a word of seven letters, and words that are there: nothing is mended.
            ("zoo", nil, 0), ("msrsurz", nil, 0), ("pansement parapluie", nil, 0), ("pansement", nil, 2),
        ] as [(String, String?, Int)])
    func mended(_ engine: TestEngine, _ asked: (typed: String, meant: String?, count: Int)) async throws {
        let ruche = try await scene(engine)
        let results = try await ruche.view(as: .paul) { try $0.search.posts(asked.typed) }
        #expect(results.corrected == asked.meant)
        #expect(results.count == asked.count)
    }

    @Test("are told, with the way to the exact word", arguments: TestEngine.available)
    func told(_ engine: TestEngine) async throws {
        let browser = try await scene(engine).browser(as: .paul)
        let page = try await browser.get("/c/nuit/recherche?q=pansemant")
        #expect(page.says("Résultats pour « pansement »."))
        #expect(page.text.contains("<mark>pansement</mark>"))
        #expect(page.value(of: "q") != nil)
        #expect(
            page.text.contains("recherche?q=pansemant&amp;exact=1")
                || page.text.contains("recherche?q=pansemant&exact=1"))
        let exact = try await browser.get("/c/nuit/recherche?q=pansemant&exact=1")
        #expect(exact.says("Rien pour « pansemant »"))
    }

    @Test("never lead to the title of what one may not read", arguments: TestEngine.available)
    func permission(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        func meant(_ typed: String) async throws -> String? {
            try await ruche.view(as: .ines) { try $0.search.posts(typed).corrected }
        }
        let flagged = try await ruche.ask(by: .claire, "La méthode rocambole")
        #expect(try await meant("rocambolle") == "rocambole")
        try await ruche.act(as: .paul) { try $0.safety.flag(.question(flagged), because: .patient) }
        #expect(try await meant("rocambolle") == nil)
        let deleted = try await ruche.ask(by: .claire, "Le stéthoscope perdu")
        try await ruche.act(as: .claire) { try $0.questions.delete(.question(deleted)) }
        #expect(try await meant("stetoscope") == nil)
        try await ruche.act(as: .claire) { try $0.questions.restore(.question(deleted)) }
        #expect(try await meant("stetoscope") == "stéthoscope")
        _ = try await ruche.ask(by: .jules, "Une trachéotomie de jour")
        #expect(try await meant("tracheotomi3") == nil)
        #expect(try await meant("tracheotomye") == nil)
        // A title that was changed leaves its words.
        try await ruche.act(as: .claire) {
            try $0.questions.edit(.question(deleted), title: "La montre perdue", body: "", from: 1)
        }
        #expect(try await meant("stetoscope") == nil)
        #expect(try await meant("perdur") == "perdue")
    }

    @Test(
        "count the slips between two words",
        arguments: [
            ("pansemant", "pansement", 1), ("pasnement", "pansement", 1), ("", "ab", 2), ("ab", "", 2),
            ("chute", "chute", 0),
            ("abc", "xyz", nil), ("abcd", "badc", 2), ("a", "abcd", nil),
        ] as [(String, String, Int?)])
    func slipsBetween(_ typed: String, _ known: String, _ expected: Int?) {
        #expect(slips(from: typed.utf8, to: known.utf8, limit: 2) == expected)
    }
}
