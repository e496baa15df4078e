import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Personal data")
struct PersonalDataTests {
    /// Asks for a copy and lets the worker make it.
    private func copy(of somebody: Cast, _ ruche: TestRuche) async throws -> [String: Any] {
        let browser = try await ruche.browser(as: somebody)
        try await browser.post("/moi/donnees")
        try await ruche.deliver()
        let page = try await browser.get("/moi/donnees/copie.json")
        #expect(page.status == .ok)
        return try #require(try JSONSerialization.jsonObject(with: Data(page.text.utf8)) as? [String: Any])
    }

    @Test("are all there, and nobody else's", arguments: TestEngine.available)
    func complete(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Comment surveillez-vous les chutes ?")
        let reply = try await ruche.reply(by: .paul, to: question)
        try await ruche.act(as: .claire) { act in
            try act.questions.markUseful(reply)
            _ = try act.needs.raise(NeedDraft(statement: "Savoir qui appeler", reach: "", baseline: ""))
            var own = OwnCard(card: MemberDraft(name: Cast.claire.name))
            own.rpps = "10001234565"
            try act.members.change(own)
        }
        let data = try await copy(of: .claire, ruche)
        let account = try #require(data["account"] as? [String: Any])
        #expect(account["email"] as? String == Cast.claire.email)
        let membership = try #require((data["memberships"] as? [[String: Any]])?.first)
        #expect(membership["slug"] as? String == "nuit")
        let asked = try #require((membership["questions"] as? [[String: Any]])?.first)
        #expect((asked["title"] as? String)?.hasPrefix("Comment surveillez-vous les chutes") == true)
        for list in ["useful_marks", "needs", "journal", "private_fields"] {
            #expect((membership[list] as? [Any])?.isEmpty == false, "\(list)")
        }
        #expect((membership["replies"] as? [Any])?.isEmpty == true, "Paul's reply is his")
        #expect(!"\(data)".contains("Paul") && !"\(data)".contains(Cast.paul.email))
    }

    @Test("come in one archive: a page, the data, the files", arguments: TestEngine.available)
    func archive(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Comment surveillez-vous les chutes ?") {
            ($0.constraints, $0.sought) = ("Deux pour trente lits", ["source"])
        }
        let hash = try ruche.site.files.keep(Array("le protocole".utf8))
        try await ruche.instance.database.write { transaction in
            _ = try transaction.run(
                """
                insert into attachment (question_id, number, name, type, size, hash)
                values (\(question), 0, 'protocole ../nuit.txt', 'text/plain', 12, \(hash))
                """)
        }
        try await ruche.act(as: .claire) { try $0.welcomes.sayHello("Bonjour à toutes et tous") }
        let browser = try await ruche.browser(as: .claire)
        try await browser.post("/moi/donnees")
        try await ruche.deliver()
        let zip = try await browser.get("/moi/donnees/copie.zip")
        #expect(zip.status == .ok && zip.headers[.contentType] == "application/zip")
        let names = ["mes-donnees.json", "mes-donnees.html", "-protocole .._nuit.txt"]
        for name in names { #expect(zip.text.contains(name), "\(name)") }
        let json = try await browser.get("/moi/donnees/copie.json").text
        for words in ["Deux pour trente lits", "Bonjour à toutes et tous", "signed in", "protocole"] {
            #expect(json.contains(words), "\(words)")
        }
        let page = try await browser.get("/moi/donnees/copie")
        for words in ["Deux pour trente lits", "Bonjour à toutes et tous", "Votre mot de bienvenue", "fichiers/"] {
            #expect(page.says(words), "\(words)")
        }
    }

    @Test("are prepared apart, announced by mail, kept seven days, once a day", arguments: TestEngine.available)
    func apart(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        #expect(try await browser.get("/moi/donnees/copie").status == .notFound)
        try await browser.post("/moi/donnees")
        #expect(try await browser.get("/moi/donnees").says("Votre copie se prépare."))
        #expect(try await browser.post("/moi/donnees").status == .conflict, "one at a time")
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.last?.address == Cast.claire.email)
        #expect(ruche.mailbox.link(to: .claire) == "/moi/donnees")
        #expect(try await browser.get("/moi/donnees/copie").says(Cast.claire.email))
        ruche.clock.advance(by: .days(6))
        let later = try await ruche.browser(as: .claire)
        #expect(try await later.get("/moi/donnees/copie").status == .ok)
        try await later.post("/moi/donnees")
        try await ruche.deliver()
        ruche.clock.advance(by: .days(8))
        let tooLate = try await ruche.browser(as: .claire)
        #expect(try await tooLate.get("/moi/donnees/copie").status == .notFound)
        try await ruche.instance.act(through: .worker) { try $0.beginHousekeeping() }
        try await ruche.deliver()
        #expect(try await ruche.count("data_copy") == 0)
    }

    @Test("are read by their owner alone", arguments: TestEngine.available)
    func owner(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await copy(of: .claire, ruche)
        #expect(try await ruche.browser(as: .nadia).get("/moi/donnees/copie").status == .notFound)
        #expect(try await ruche.browser().get("/moi/donnees/copie.json").status == .seeOther)
    }
}
