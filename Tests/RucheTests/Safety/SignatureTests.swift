import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// An author may show only their profession. Claire, nurse in a nursing home, asks; Yannick, physician, replies.
@Suite("A post without a name")
struct SignatureTests {
    private struct Scene {
        let ruche: TestRuche
        let question: Question.ID
        let reply: Reply.ID

        init(_ engine: TestEngine) async throws {
            ruche = try await TestRuche(engine)
            let claire = try ruche.member(.claire)
            try await ruche.alter(
                "update member set profession = '60f', setting = 'ehpad', establishment = 'EHPAD Les Saules' where id = \(claire)"
            )
            let fields: KeyValuePairs = ["titre": "Qui a déjà refusé une garde ?", "vu": "1", "sans-nom": "1"]
            let asked = try await ruche.browser(as: .claire).post("/c/nuit/questions", fields)
            #expect(asked.status == .seeOther)
            question = try #require(try await ruche.value("select id from question", as: Question.ID.self))
            try await ruche.browser(as: .yannick).post(
                "/c/nuit/questions/\(question)/reponses", ["texte": "Moi, une fois, la nuit.", "sans-nom": "1"])
            reply = try #require(try await ruche.value("select id from reply", as: Reply.ID.self))
        }

        var thread: String { "/c/nuit/questions/\(question)" }
    }

    @Test("shows a profession and a kind of place, on every page and in every letter", arguments: TestEngine.available)
    func nameless(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let ruche = scene.ruche
        try await ruche.act(as: .claire) { try $0.questions.retain(scene.reply, thanks: "Merci beaucoup.") }
        for somebody in [Cast.paul, .nadia] {
            let browser = try await ruche.browser(as: somebody)
            #expect(try await browser.get(scene.thread).says("Une infirmière, EHPAD"), "\(somebody)")
            let addresses = [
                scene.thread, "/c/nuit", "/c/nuit/questions", "/c/nuit/recherche?q=garde", "\(scene.thread)/signaler",
                "\(scene.thread)/versions",
            ]
            for address in addresses {
                let page = try await browser.get(address)
                for name in ["Claire Besnard", "Yannick Le Goas", "EHPAD Les Saules"] where address != "/c/nuit" {
                    #expect(!page.says(name), "\(somebody) on \(address): \(name)")
                }
                #expect(!page.says("Claire Besnard demande"), "\(somebody) on \(address)")
            }
            for author in [Cast.claire, .yannick] {
                let card = try await browser.get("/c/nuit/membres/\(try ruche.member(author))")
                #expect(!card.says("Qui a déjà refusé une garde ?"), "\(author)’s card")
            }
            let list = try await browser.get("/c/nuit/echanges?auteur=\(try ruche.member(.claire))")
            #expect(!list.says("Qui a déjà refusé une garde ?"))
        }
        // An export lists the members, and signs no post of theirs that has no name.
        for form in ["json", "md"] {
            let export = try await ruche.browser(as: .nadia).get("/c/nuit/vie/export.\(form)").text
            #expect(export.split(separator: "Un membre").count == 3, "a question and a reply in \(form)")
            #expect(export.split(separator: "Claire Besnard").count == 2, "once, among the members, in \(form)")
        }
        try await ruche.deliver()
        let letters = ruche.mailbox.letters.map { $0.subject + $0.text }
        #expect(letters.contains { $0.contains("Un membre a répondu") })
        #expect(!letters.contains { $0.contains("Claire Besnard") || $0.contains("Yannick Le Goas") })
    }

    @Test("stays its author's for every rule", arguments: TestEngine.available)
    func rules(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let claire = try await scene.ruche.browser(as: .claire)
        #expect(try await claire.get("\(scene.thread)/modifier").status == .ok)
        #expect(try await claire.get("/c/nuit/echanges?etat=miennes").says("Qui a déjà refusé une garde ?"))
        let own = try await scene.ruche.browser(as: .yannick).post("/c/nuit/reponses/\(scene.reply)/utile")
        #expect(own.says("Cette réponse est de vous"))
    }

    @Test("takes its name back when its author wants, and nobody else", arguments: TestEngine.available)
    func changed(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let path = "\(scene.thread)/signature"
        for somebody in [Cast.nadia, .paul] {
            #expect(try await scene.ruche.browser(as: somebody).post(path, ["nom": "montre"]).status == .forbidden)
        }
        try await scene.ruche.browser(as: .claire).post(path, ["nom": "montre"])
        #expect(try await scene.ruche.browser(as: .paul).get(scene.thread).says("Claire Besnard"))
        try await scene.ruche.browser(as: .claire).post(path, ["nom": "masque"])
        #expect(try await !scene.ruche.browser(as: .paul).get(scene.thread).says("Claire Besnard"))
    }

    @Test("is not named by the queue of the facilitators either", arguments: TestEngine.available)
    func queue(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        try await scene.ruche.browser(as: .paul).post("/c/nuit/reponses/\(scene.reply)/signaler", ["raison": "patient"])
        try await scene.ruche.browser(as: .yannick).post(
            "\(scene.thread)/reponses", ["texte": "Mme Bovary, le roman.", "confirme": "1", "sans-nom": "1"])
        let nadia = try await scene.ruche.browser(as: .nadia)
        let id = try await scene.ruche.view(as: .nadia) { try #require($0.safety.waiting().first).id }
        for page in [
            try await nadia.get("/c/nuit/a-relire"), try await nadia.get("/c/nuit/a-relire/\(id)"),
            try await nadia.post("/c/nuit/a-relire/\(id)/lire"),
        ] {
            #expect(!page.says("Yannick Le Goas"))
        }
    }

    @Test("keeps the choice in a draft", arguments: TestEngine.available)
    func draft(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let paul = try await scene.ruche.browser(as: .paul)
        try await paul.post(
            "/c/nuit/questions", ["titre": "Une autre ?", "sans-nom": "1", "brouillon": "1"])
        #expect(try await paul.get("/c/nuit/questions/nouvelle").checked("sans-nom") == ["1"])
    }
}

@Suite("Writing without pause")
struct SlowingTests {
    @Test(
        "is slowed down by account, says when to try again, and gives back what was typed",
        arguments: TestEngine.available)
    func account(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let path = "/c/nuit/questions/\(question)/reponses"
        for number in 1...20 {
            // Another session of the same person is the same account.
            let page = try await ruche.browser(as: .paul).post(path, ["texte": "Réponse numéro \(number), la nuit."])
            #expect(page.status == .seeOther, "\(number)")
        }
        let paul = try await ruche.browser(as: .paul)
        let words = "Une réponse longue, que je ne veux pas retaper."
        let late = try await paul.post(path, ["texte": words, "chez-moi": "Trente lits"])
        #expect(late.status == .tooManyRequests && late.says("Réessayez dans 30 secondes."))
        #expect(late.says(words) && late.value(of: "texte") == words && late.value(of: "chez-moi") == "Trente lits")
        #expect(try await ruche.count("reply") == 20)
        #expect(try await ruche.browser(as: .ines).post(path, ["texte": "Et moi, j’écris."]).status == .seeOther)
        ruche.clock.advance(by: .seconds(30))
        #expect(try await paul.post(path, ["texte": words]).status == .seeOther)
    }

    @Test("is slowed down by place, further than a ward would go", arguments: TestEngine.available)
    func place(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let site = ruche.site
        for number in 1...200 {
            #expect(site.wait(for: [("publishing from/192.0.2.1", .publishingFromOnePlace)]) == nil, "\(number)")
        }
        #expect(site.wait(for: [("publishing from/192.0.2.1", .publishingFromOnePlace)]) == .seconds(3))
        #expect(site.wait(for: [("publishing from/192.0.2.2", .publishingFromOnePlace)]) == nil)
    }
}
