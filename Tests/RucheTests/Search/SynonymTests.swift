import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Other names of one thing")
struct SynonymTests {
    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        for (title, body) in [
            ("Chute sous AVK", "Qui surveille la nuit ?"), ("Relais des antivitamines K", "Le matin."),
            ("Retour d’hospitalisation à domicile", "Qui appelle ?"), ("Entrée en HAD", "Le vendredi."),
            ("Une idée pour la nuit", "La même pour tous."), ("Domicile et hospitalisation", "Deux mots."),
        ] {
            ruche.clock.advance(by: .hours(1))
            _ = try await ruche.ask(by: .claire, title) { $0.body = body }
        }
        return ruche
    }

    @Test(
        "find each other, and are told",
        arguments: TestEngine.available,
        [
            ("AVK", ["Relais des antivitamines K", "Chute sous AVK"]),
            ("antivitamine K", ["Relais des antivitamines K", "Chute sous AVK"]),
            ("avk chute", ["Chute sous AVK"]),
            // A name of several words is meant side by side, unless it is typed.
            ("HAD", ["Entrée en HAD", "Retour d’hospitalisation à domicile"]),
            (
                "hospitalisation à domicile",
                ["Entrée en HAD", "Retour d’hospitalisation à domicile"]
            ),
            // "idée" is no acronym.
            ("idées", ["Une idée pour la nuit"]),
        ] as [(String, [String])])
    func starting(_ engine: TestEngine, _ asked: (typed: String, found: [String])) async throws {
        let ruche = try await scene(engine)
        let results = try await ruche.view(as: .paul) { try $0.search.posts(asked.typed) }
        #expect(results.hits.map { TestBrowser.Page.plain($0.question.title) } == asked.found)
    }

    @Test(
        "are marked in what is found, and looked for no more when exact words are wanted",
        arguments: TestEngine.available)
    func told(_ engine: TestEngine) async throws {
        let browser = try await scene(engine).browser(as: .paul)
        let page = try await browser.get("/c/nuit/recherche?q=AVK")
        #expect(page.says("Aussi cherché : antivitamine K"))
        #expect(page.text.contains("<mark>antivitamines</mark>"))
        let exact = try await browser.get("/c/nuit/recherche?q=AVK&exact=1")
        #expect(exact.says("1 échange pour « AVK »."))
        #expect(!exact.says("antivitamines"))
        let home = try await browser.get("/c/nuit/recherche?q=HAD")
        #expect(home.text.contains("<mark>hospitalisation</mark> <mark>à</mark> <mark>domicile</mark>"))
    }

    @Test("are written by the facilitators, for their community", arguments: TestEngine.available)
    func written(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let list = try await nadia.get("/c/nuit/recherche/synonymes")
        #expect(list.value(of: "synonymes")?.contains("AVK, antivitamine K") == true)
        let kept = try await nadia.post(
            "/c/nuit/recherche/synonymes", ["version": "0", "synonymes": "# Ici\nvespéral = nuit; nocturne"])
        #expect(kept.status == .seeOther)
        func count(_ typed: String) async throws -> Int {
            try await ruche.view(as: .paul) { try $0.search.posts(typed).count }
        }
        #expect(try await count("nocturne") == 2)
        #expect(try await count("AVK") == 1)
        #expect(try await ruche.journal.contains(.changedSynonyms))
        // Another community keeps its own.
        _ = try await ruche.ask(by: .jules, "Les antivitamines K de jour")
        #expect(try await ruche.view(as: .jules) { try $0.search.posts("AVK").count } == 1)
        #expect(try await nadia.post("/c/nuit/recherche/synonymes/depart").status == .seeOther)
        #expect(try await count("AVK") == 2)
    }

    @Test("are refused with the line that is wrong, and what was typed", arguments: TestEngine.available)
    func refused(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let alone = try await nadia.post("/c/nuit/recherche/synonymes", ["version": "0", "synonymes": "AVK\nA, B"])
        #expect(
            alone.refusal(of: "synonymes") == "« AVK » est seul sur sa ligne : ajoutez son autre nom après une virgule."
        )
        #expect(alone.value(of: "synonymes") == "AVK\nA, B")
        try await nadia.post("/c/nuit/recherche/synonymes", ["version": "0", "synonymes": "A, B"])
        let late = try await nadia.post("/c/nuit/recherche/synonymes", ["version": "0", "synonymes": "C, D"])
        #expect(late.says("Cette liste a changé pendant que vous l’écriviez."))
        #expect(late.value(of: "synonymes") == "C, D")
        #expect(try await ruche.view(as: .paul) { try $0.search.synonyms().text } == "A, B")
    }
}
