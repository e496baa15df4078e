import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("The title of an exchange")
struct TitleTests {
    private func answered(_ engine: TestEngine) async throws -> (TestRuche, Question.ID) {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "La nuit, comment ?")
        _ = try await ruche.reply(by: .paul, to: question)
        ruche.clock.advance(by: .hours(1))
        return (ruche, question)
    }

    @Test("is changed by its author; the former one is shown and stays in the history", arguments: TestEngine.available)
    func changed(_ engine: TestEngine) async throws {
        let (ruche, question) = try await answered(engine)
        let browser = try await ruche.browser(as: .claire)
        let sent = try await browser.post(
            "/c/nuit/questions/\(question)/titre", ["titre": "Combien de rondes la nuit ?"])
        #expect(sent.location == "/c/nuit/questions/\(question)")
        let page = try await ruche.browser(as: .ines).get("/c/nuit/questions/\(question)")
        #expect(
            page.says("Combien de rondes la nuit ?") && page.says("Titre d’avant : « La nuit, comment ? »") == false)
        #expect(page.says("Titre d’avant :") && page.says("« La nuit, comment ? »"))
        let history = try await ruche.view(as: .ines) { try $0.questions.history(of: .question(question)).versions }
        #expect(
            history.map { $0.title.replacing("\u{202F}", with: " ") } == [
                "La nuit, comment ?", "Combien de rondes la nuit ?",
            ])
        #expect(try await ruche.view(as: .ines) { try $0.search.posts("rondes").count } == 1)
    }

    @Test("is only proposed by a facilitator; its author takes it in one click", arguments: TestEngine.available)
    func proposed(_ engine: TestEngine) async throws {
        let (ruche, question) = try await answered(engine)
        let sent = try await ruche.browser(as: .nadia).post(
            "/c/nuit/questions/\(question)/titre",
            ["titre": "Combien de rondes la nuit ?", "raison": "On le trouvera mieux."])
        #expect(sent.status == .seeOther)
        #expect(try await ruche.browser(as: .ines).get("/c/nuit/questions/\(question)").says("La nuit, comment ?"))
        let browser = try await ruche.browser(as: .claire)
        let page = try await browser.get("/c/nuit/questions/\(question)")
        #expect(page.says("Nadia Benhaddou vous propose un titre plus clair") && page.says("On le trouvera mieux."))
        try await ruche.deliver()
        #expect(
            ruche.mailbox.letters.contains {
                $0.address == Cast.claire.email && $0.subject.contains("titre plus clair")
            })
        #expect(
            try await ruche.browser(as: .nadia).post("/c/nuit/questions/\(question)/titre/accepter").status
                == .forbidden)
        _ = try await browser.post("/c/nuit/questions/\(question)/titre/accepter")
        let changed = try await browser.get("/c/nuit/questions/\(question)")
        #expect(changed.says("Combien de rondes la nuit ?") && !changed.says("vous propose un titre"))
        #expect(
            try await ruche.browser(as: .ines).get("/c/nuit/journal").says("a proposé à un auteur un titre plus clair"))
    }

    @Test("stays when its author keeps theirs", arguments: TestEngine.available)
    func kept(_ engine: TestEngine) async throws {
        let (ruche, question) = try await answered(engine)
        try await ruche.act(as: .nadia) {
            try $0.questions.proposeTitle("Combien de rondes ?", for: question, because: "Plus clair.")
        }
        _ = try await ruche.browser(as: .claire).post("/c/nuit/questions/\(question)/titre/refuser")
        #expect(try await ruche.count("title_proposal") == 0)
        #expect(try await ruche.view(as: .ines) { try $0.questions.find(question).version } == 1)
    }

    @Test("is nobody else’s", arguments: TestEngine.available)
    func others(_ engine: TestEngine) async throws {
        let (ruche, question) = try await answered(engine)
        let sent = try await ruche.browser(as: .paul).post(
            "/c/nuit/questions/\(question)/titre", ["titre": "Autre chose ?", "raison": "Mieux."])
        #expect(sent.status == .forbidden)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.questions.retitle(question, "Autre chose ?") }
        }
        #expect(try await ruche.count("title_proposal") == 0)
    }
}
