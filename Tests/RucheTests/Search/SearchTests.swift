import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Searching")
struct SearchTests {
    /// The exchanges that are looked through, in the order in which they were begun.
    private static let exchanges: [(title: String, body: String, reply: String)] = [
        ("Comment lisez-vous une pompe ?", "Un infirmier de nuit demande.", "Le matin seulement."),
        ("Fiche d’hémovigilance", "Qui l’a gardée ?", "Nous, dans le classeur."),
        ("Cœur et effort", "Un œdème du poumon.", "Les infirmières veillent."),
        ("Transmissions", "Au lit du malade.", "Une aide-soignante l’a écrit."),
    ]

    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        for exchange in Self.exchanges {
            ruche.clock.advance(by: .hours(1))
            let question = try await ruche.ask(by: .claire, exchange.title) { $0.body = exchange.body }
            _ = try await ruche.reply(by: .yannick, to: question, exchange.reply)
        }
        return ruche
    }

    @Test(
        "finds French words whatever their ending, accent, elision or ligature; the newest first",
        arguments: TestEngine.available,
        [
            ("infirmières", ["Cœur et effort", "Comment lisez-vous une pompe ?"]),
            ("infirmier", ["Cœur et effort", "Comment lisez-vous une pompe ?"]),
            ("hemovigilance", ["Fiche d’hémovigilance"]), ("HÉMOVIGILANCE", ["Fiche d’hémovigilance"]),
            ("hémovig", ["Fiche d’hémovigilance"]), ("coeur", ["Cœur et effort"]), ("oedeme", ["Cœur et effort"]),
            ("l’infirmier nuit", ["Comment lisez-vous une pompe ?"]), ("aide soignante", ["Transmissions"]),
            ("transmission", ["Transmissions"]), ("transmissions", ["Transmissions"]), ("introuvable", []), ("", []),
            ("\" OR *:& ( --", []),
            ("'; drop table question", []), ("\u{0}", []), (String(repeating: "a ", count: 5_000), []),
        ] as [(String, [String])])
    func words(_ engine: TestEngine, _ asked: (text: String, found: [String])) async throws {
        let ruche = try await scene(engine)
        let results = try await ruche.view(as: .paul) { try $0.search.posts(asked.text) }
        #expect(results.hits.map { TestBrowser.Page.plain($0.question.title) } == asked.found)
    }

    @Test("marks the words found, in the title and in a piece of the text", arguments: TestEngine.available)
    func marks(_ engine: TestEngine) async throws {
        let page = try await scene(engine).browser(as: .paul).get("/c/nuit/recherche?q=infirmier")
        #expect(page.text.contains("<mark>infirmier</mark>"))
        #expect(page.text.contains("<mark>infirmières</mark>"))
    }

    @Test("puts exchanges that hold the words in their title before newer ones", arguments: TestEngine.available)
    func titles(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        ruche.clock.advance(by: .hours(1))
        _ = try await ruche.ask(by: .ines, "Autre sujet") { $0.body = "On y parle d’hémovigilance." }
        let results = try await ruche.view(as: .paul) { try $0.search.posts("hémovigilance") }
        #expect(results.hits.map(\.question.title) == ["Fiche d’hémovigilance", "Autre sujet"])
    }

    @Test("does not mark what only begins with a short word", arguments: TestEngine.available)
    func shortWords(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire, "Les deux barrières de lit") {
            $0.body = "Elle a demandé deux litres et un lit."
        }
        let hit = try await ruche.view(as: .paul) { try $0.search.posts("barrières de lit").hits.first }
        #expect(hit?.title.parts.filter(\.isFound).map(\.text) == ["barrières", "de", "lit"])
        #expect(hit?.excerpt.parts.filter(\.isFound).map(\.text) == ["lit"])
    }

    @Test("offers, when nothing holds all the words, the one that most posts hold", arguments: TestEngine.available)
    func wider(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for day in ["lundi", "mardi"] { _ = try await ruche.ask(by: .claire, "La conciliation du \(day)") }
        _ = try await ruche.ask(by: .claire, "Le chariot médicamenteux")
        let results = try await ruche.view(as: .paul) { try $0.search.posts("conciliation chariot introuvable") }
        #expect(results.isEmpty)
        #expect(results.wider == "conciliation")
    }

    @Test("keeps a long list for its next page, and no longer than until the next act", arguments: TestEngine.available)
    func memory(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for number in 1...3 { _ = try await ruche.ask(by: .claire, "Pompe \(number)") }
        let memory = SearchMemory(longEnough: 2)
        func titles(as reader: Cast = .paul, _ typed: String = "pompe") async throws -> [String] {
            try await ruche.view(as: reader) { try $0.search(with: memory).posts(typed).hits.map(\.question.title) }
        }
        #expect(try await titles() == ["Pompe 3", "Pompe 2", "Pompe 1"])
        #expect(try await titles() == ["Pompe 3", "Pompe 2", "Pompe 1"])
        // Whose posts are meant differs from reader to reader.
        #expect(try await titles("pompe auteur:moi") == [])
        #expect(try await titles(as: .claire, "pompe auteur:moi").count == 3)
        let newest = try await ruche.ask(by: .ines, "Pompe 4")
        #expect(try await titles().first == "Pompe 4")
        try await ruche.act(as: .ines) { try $0.questions.delete(.question(newest)) }
        #expect(try await titles() == ["Pompe 3", "Pompe 2", "Pompe 1"])
        ruche.clock.advance(by: .minutes(5))
        #expect(try await titles("pompe type:question").count == 3)
    }

    @Test("follows what was changed", arguments: TestEngine.available)
    func changed(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let question = try await ruche.ask(by: .ines, "Le chariot") { $0.body = "Il grince." }
        try await ruche.act(as: .ines) {
            try $0.questions.edit(.question(question), title: "La brouette", body: "Elle roule.", from: 1)
        }
        let found = try await ruche.view(as: .paul) { view in
            try ["chariot", "grince", "brouette", "roule"].map { try view.search.posts($0).count }
        }
        #expect(found == [0, 0, 1, 1])
    }

    @Test("shows what resembles a question before it is published", arguments: TestEngine.available)
    func similar(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let browser = try await ruche.browser(as: .paul)
        let shown = try await browser.post("/c/nuit/questions", ["titre": "Où est la fiche d’hémovigilance ?"])
        #expect(shown.status == .unprocessableContent || shown.status == .ok, "\(shown.status)")
        #expect(shown.says("Fiche d’hémovigilance"))
        #expect(shown.value(of: "titre") == "Où est la fiche d’hémovigilance ?")
        let sure = try await browser.post(
            "/c/nuit/questions", ["titre": "Où est la fiche d’hémovigilance ?", "vu": "1"])
        #expect(sure.status == .seeOther)
    }
}
