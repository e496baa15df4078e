import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("What one has read")
struct ReadingTests {
    /// A question of Claire with two replies, which Inès has read.
    private struct Scene {
        let ruche: TestRuche
        let question: Question.ID
        let ines: TestBrowser

        init(_ engine: TestEngine) async throws {
            ruche = try await TestRuche(engine)
            ruche.clock.advance(by: .hours(1))
            question = try await ruche.ask(by: .claire)
            for somebody in [Cast.paul, .yannick] {
                ruche.clock.advance(by: .minutes(10))
                _ = try await ruche.reply(by: somebody, to: question, "Réponse de \(somebody.name).")
            }
            ines = try await ruche.browser(as: .ines)
        }

        func read() async throws {
            ruche.clock.advance(by: .minutes(10))
            _ = try await ines.get("/c/nuit/questions/\(question)")
            await ruche.site.comings.write()
        }

        var isNew: Bool {
            get async throws {
                try await ruche.view(as: .ines) { view in
                    try !view.questions.unread(among: view.questions.page().questions).isEmpty
                }
            }
        }
    }

    @Test("is no longer new in the list", arguments: TestEngine.available)
    func read(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        #expect(try await scene.ines.get("/c/nuit/echanges").text.contains(">Nouveau</span>"))
        try await scene.read()
        #expect(try await !scene.ines.get("/c/nuit/echanges").text.contains(">Nouveau</span>"))
        scene.ruche.clock.advance(by: .minutes(10))
        _ = try await scene.ruche.reply(by: .nadia, to: scene.question, "Et de trois.")
        #expect(try await scene.isNew)
    }

    @Test("is unread again from a post on, for oneself alone", arguments: TestEngine.available)
    func again(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        try await scene.read()
        scene.ruche.clock.advance(by: .minutes(1))
        // The page is noted a moment later: the choice made in the meantime holds.
        _ = try await scene.ines.get("/c/nuit/questions/\(scene.question)")
        let journal = try await scene.ruche.journal
        let sent = try await scene.ines.post("/c/nuit/questions/\(scene.question)/non-lu", ["depuis": "2"])
        await scene.ruche.site.comings.write()
        #expect(sent.location == "/c/nuit/echanges")
        #expect(try await scene.isNew)
        let thread = try await scene.ruche.view(as: .ines) { try $0.questions.thread(scene.question) }
        #expect(thread.firstUnread?.number == 2)
        #expect(try await scene.ruche.journal == journal)
        try await scene.read()
        #expect(try await !scene.isNew)
    }

    @Test("is everything in one click, on the list and at home, and back", arguments: TestEngine.available)
    func all(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let sent = try await scene.ines.post("/c/nuit/echanges/tout-lu", ["retour": "accueil"])
        #expect(sent.location == "/c/nuit")
        let home = try await scene.ines.get("/c/nuit")
        #expect(home.says("Tout est marqué comme lu") && home.says("Rien de nouveau. Vous êtes à jour."))
        #expect(try await !scene.isNew)
        _ = try await scene.ines.post("/c/nuit/echanges/tout-lu/annuler")
        #expect(try await scene.isNew)
    }

    @Test("says nothing to anybody else", arguments: TestEngine.available)
    func alone(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        _ = try await scene.ines.post("/c/nuit/echanges/tout-lu")
        #expect(try await scene.ruche.browser(as: .nadia).get("/c/nuit/echanges").text.contains(">Nouveau</span>"))
    }
}
