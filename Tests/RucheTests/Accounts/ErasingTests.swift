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

        init(ruche: TestRuche, question: Question.ID, other: Question.ID) {
            (self.ruche, self.question, self.other) = (ruche, question, other)
        }

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

    @Test(
        "takes the name out of what others wrote, by title, in capitals, reversed, under an earlier card",
        arguments: TestEngine.available)
    func names(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .yannick) { try $0.members.change(MemberDraft(name: "Yann Kermadec")) }
        try await ruche.act(as: .yannick) { try $0.members.change(MemberDraft(name: Cast.yannick.name)) }
        let question = try await ruche.ask(by: .paul, "Qui appeler la nuit ?")
        let said =
            "Merci Yannick ! Comme disait le Dr Le Goas (Yannick@Example.org), YANNICK LE GOAS, Le Goas Yannick, "
            + "Y. Le Goâs et Mme Yann Kermadec ; pas Jean-Yannick Le Goas-Morvan ni xyannick@example.org."
        let reply = try await ruche.reply(by: .paul, to: question)
        try await ruche.instance.database.write {
            _ = try $0.run("update reply set body = \(said) where id = \(reply)")
        }
        try await ruche.act(as: .paul) { act in
            var card = MemberDraft(name: Cast.paul.name)
            card.canHelpOn = "Demandez au docteur Le Goas"
            try act.members.change(card)
        }
        try await ruche.browser(as: .yannick).post("/moi/effacer", ["textes": "keep", "compris": "1"])
        let thread = try await ruche.browser(as: .nadia).get("/c/nuit/questions/\(question)")
        #expect(
            thread.says(
                "Merci Yannick ! Comme disait le Anonyme (Anonyme), Anonyme, Anonyme, Anonyme et Anonyme ; "
                    + "pas Jean-Yannick Le Goas-Morvan ni"))
        #expect(thread.says("xyannick@example.org"))
        let card = try await ruche.value(
            "select can_help_on from member where name = \(Cast.paul.name)", as: String.self)
        #expect(card == "Demandez au Anonyme")
        #expect(try await ruche.count("earlier_name") == 0)
    }

    @Test("leaves the name of a namesake, whom a title may mean", arguments: TestEngine.available)
    func namesake(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .jules) { try $0.members.change(MemberDraft(name: "Rozenn Le Goas")) }
        let question = try await ruche.ask(by: .paul, "Qui appeler la nuit ?")
        _ = try await ruche.reply(by: .paul, to: question, "Dr Le Goas ou Yannick Le Goas.")
        try await ruche.browser(as: .yannick).post("/moi/effacer", ["textes": "keep", "compris": "1"])
        let thread = try await ruche.browser(as: .nadia).get("/c/nuit/questions/\(question)")
        #expect(thread.says("Dr Le Goas ou Anonyme."))
    }

    @Test("with one's own texts, takes every word that one wrote alone", arguments: TestEngine.available)
    func everyWord(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let member = try #require(ruche.people[.claire]?.member)
        let mark = "zzmarque"
        let question = try await ruche.ask(by: .claire, "\(mark) : comment faites-vous ?") {
            ($0.body, $0.constraints, $0.tried, $0.neededBy) = (mark, mark, mark, mark)
        }
        let other = try await ruche.ask(by: .paul, "Qui appeler la nuit ?")
        let reply = try await ruche.reply(by: .claire, to: other, mark)
        let meeting = try await ruche.ask(by: .paul, "Quand se voir ?")
        try await ruche.instance.database.write { transaction in
            for sql: SQL in [
                "update reply set at_ours = \(mark) where id = \(reply)",
                "update question set closing_word = \(mark), thanks = \(mark) where id = \(question)",
                "insert into evidence (question_id, number, title, form, reference) values (\(other), 1, \(mark), 'study', '')",
                "update welcome set hello = \(mark) where member_id = \(member)",
                """
                insert into rereading (community_id, object, question_id, opened_at)
                select community_id, 'question/' || id, id, asked_at from question where id = \(meeting)
                """,
                """
                insert into flag (rereading_id, member_id, reason, words, flagged_at)
                select id, \(member), 'other', \(mark), 0 from rereading
                """,
                "insert into me_too (question_id, member_id, line, said_at) values (\(meeting), \(member), \(mark), 0)",
                """
                insert into bookmark (member_id, question_id, name, kept_at) values (\(member), \(meeting), \(mark), 0)
                """,
            ] { _ = try transaction.run(sql) }
        }
        try await ruche.act(as: .claire) { act in
            _ = try act.needs.raise(NeedDraft(statement: "zzgroupe", reach: "", baseline: ""))
        }
        let story = Story(ruche: ruche, question: question, other: other)
        #expect(try await story.columns(with: mark).count >= 12)
        _ = try await story.erase("remove")
        #expect(try await story.columns(with: mark) == [])
        #expect(try await story.columns(with: "zzgroupe") == ["need.statement"], "what is the group's stays")
        #expect(try await ruche.browser(as: .paul).get("/moi/effacer").says("ce qui est au groupe"))
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
