import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Erasing an account")
struct ErasingTests {
    /// Claire asks, Paul names her in his reply, she replies elsewhere; a letter about her is in the log.
    private struct Story {
        let ruche: TestRuche
        let question: Question.ID
        let other: Question.ID

        init(_ engine: TestEngine) async throws {
            ruche = try await TestRuche(engine)
            question = try await ruche.ask(by: .claire, "Comment surveillez-vous les chutes ?") {
                $0.body = "Nous sommes deux pour trente lits."
            }
            _ = try await ruche.reply(by: .paul, to: question, "Comme l’écrit Claire Besnard, à deux on ne suffit pas.")
            other = try await ruche.ask(by: .paul, "Qui appeler la nuit ?")
            _ = try await ruche.reply(by: .claire, to: other, "Le cadre de garde, toujours.")
            try await ruche.deliver()
            try await ruche.browser(as: .nadia).post(
                "/c/nuit/invitations", ["courriel": Cast.claire.email, "role": "member"])
        }

        func erase(_ texts: String, as somebody: Cast = .claire) async throws -> TestBrowser.Page {
            try await ruche.browser(as: somebody).post("/moi/effacer", ["textes": texts, "compris": "1"])
        }

        /// Every column of text, of every table, that holds these words.
        func columns(with words: String) async throws -> [String] {
            try await ruche.instance.database.read { transaction in
                try transaction.textColumns().filter { column in
                    try transaction.value(
                        "select count(*) from \(column.tableName) where \(column.columnName) like \("%\(words)%")") ?? 0
                        > 0
                }.map { "\($0.table).\($0.column)" }
            }
        }
    }

    @Test(
        "leaves the texts readable and the author unknown, in every column of every table",
        arguments: TestEngine.available)
    func keeping(_ engine: TestEngine) async throws {
        let story = try await Story(engine)
        let page = try await story.erase("keep")
        #expect(page.says("Votre compte est effacé"))
        #expect(page.says("2 textes restent, sans votre nom."))
        #expect(page.says("Votre nom est retiré de 1 texte d’autres personnes."))
        try await story.ruche.deliver()
        #expect(try await story.columns(with: "Besnard") == [])
        #expect(try await story.columns(with: Cast.claire.email) == [])
        let thread = try await story.ruche.browser(as: .nadia).get("/c/nuit/questions/\(story.question)")
        #expect(thread.says("Nous sommes deux pour trente lits."))
        #expect(thread.says("Comme l’écrit Anonyme, à deux on ne suffit pas."))
        #expect(thread.says("Anonyme"))
        #expect(try await story.ruche.browser(as: .nadia).get("/c/nuit/recherche?q=Besnard").says("Rien"))
    }

    @Test("removes one's own texts on demand, and leaves those of the others", arguments: TestEngine.available)
    func removing(_ engine: TestEngine) async throws {
        let story = try await Story(engine)
        #expect(try await story.erase("remove").says("2 textes sont retirés."))
        #expect(try await story.columns(with: "trente lits") == [])
        #expect(try await story.columns(with: "cadre de garde") == [])
        let thread = try await story.ruche.browser(as: .nadia).get("/c/nuit/questions/\(story.question)")
        #expect(thread.says("Texte retiré à la demande de son auteur."))
        #expect(thread.says("à deux on ne suffit pas"))
    }

    @Test("gives a receipt, by mail too, and then forgets the address", arguments: TestEngine.available)
    func receipt(_ engine: TestEngine) async throws {
        let story = try await Story(engine)
        let browser = try await story.ruche.browser(as: .claire)
        try await browser.post("/moi/effacer", ["textes": "keep", "compris": "1"])
        try await story.ruche.deliver()
        let letter = try #require(story.ruche.mailbox.letters.last)
        #expect(letter.address == Cast.claire.email)
        #expect(letter.text.contains("Reçu ") && letter.text.contains("Nuit"))
        #expect(try await browser.get("/moi").status == .seeOther, "no session is left")
        #expect(try await story.columns(with: Cast.claire.email) == [])
    }

    @Test(
        "asks for the box and for a fresh session, and never leaves a community without facilitation",
        arguments: TestEngine.available)
    func refused(_ engine: TestEngine) async throws {
        let story = try await Story(engine)
        let browser = try await story.ruche.browser(as: .claire)
        let unticked = try await browser.post("/moi/effacer", ["textes": "remove"])
        #expect(unticked.refusal(of: "compris") != nil)
        #expect(unticked.checked("textes") == ["remove"], "the choice is kept")
        #expect(try await story.erase("keep", as: .nadia).says("Vous êtes seul ou seule à animer « Nuit »"))
        story.ruche.clock.advance(by: .minutes(20))
        #expect(try await browser.get("/moi/effacer").says("Montrez d’abord que c’est vous"))
        #expect(
            try await browser.post("/moi/effacer", ["textes": "keep", "compris": "1"]).status == .unprocessableContent)
        #expect(
            try await story.ruche.value("select count(*) from person where email = \(Cast.claire.email)", as: Int.self)
                == 1)
    }
}
