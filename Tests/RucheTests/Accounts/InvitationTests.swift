import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("An invitation")
struct InvitationTests {
    /// Nadia invites somebody to *nuit*: the path of the link in the mail.
    private func invite(_ ruche: TestRuche, _ address: String) async throws -> String {
        let sent = try await ruche.browser(as: .nadia).post("/c/nuit/invitations", ["courriel": address])
        #expect(sent.status == .seeOther)
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == address })
        let link = letter.text.split(whereSeparator: \.isWhitespace).first { $0.contains("/invitation/") }
        return String(try #require(link).dropFirst("http://localhost".count))
    }

    @Test("makes a member in one page, with name and profession, and works once", arguments: TestEngine.available)
    func joining(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await invite(ruche, "lea@example.org")
        let browser = try await ruche.browser()
        #expect(try await browser.get(link).says("Nadia Benhaddou vous invite"))
        #expect(browser.session == nil, "opening the link signs nobody in")
        let joined = try await browser.post(link, ["nom": "Léa Martin", "metier": "60"])
        #expect(joined.location == "/c/nuit")
        #expect(try await browser.get("/c/nuit/membres").says("Léa Martin"))
        let again = try await ruche.browser().post(link, ["nom": "Quelqu’un"])
        #expect(again.status == .conflict)
    }

    @Test("opens no account that exists: its owner signs in first", arguments: TestEngine.available)
    func existingAccount(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await invite(ruche, Cast.jules.email)
        let stranger = try await ruche.browser()
        let sent = try await stranger.post(link, ["nom": "Quelqu’un"])
        #expect(sent.location?.hasPrefix("/connexion?suite=%2Finvitation%2F") == true)
        #expect(stranger.session == nil)
        let claire = try await ruche.browser(as: .claire).post(link, ["nom": "Claire"])
        #expect(claire.location?.hasPrefix("/connexion") == true)
        let jules = try await ruche.browser(as: .jules)
        #expect(try await jules.post(link, ["nom": "Jules Lantier"]).location == "/c/nuit")
        #expect(try await jules.get("/c/nuit/echanges").status == .ok)
    }

    @Test("is repeated once, after a week of silence, by the person who sent it", arguments: TestEngine.available)
    func reminder(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let first = try await invite(ruche, "lea@example.org")
        let id = try await ruche.view(as: .nadia) { try #require($0.invitations.all().first).id }
        let nadia = try await ruche.browser(as: .nadia)
        #expect(try await nadia.post("/c/nuit/invitations/\(id)/relancer", [:]).status == .conflict, "too early")
        ruche.clock.advance(by: .days(8))
        let again = try await ruche.browser(as: .nadia)
        #expect(try await again.get("/c/nuit/invitations").says("Relancer, une seule fois"))
        #expect(try await again.post("/c/nuit/invitations/\(id)/relancer", [:]).status == .seeOther)
        #expect(try await again.post("/c/nuit/invitations/\(id)/relancer", [:]).status == .conflict, "once")
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.count { $0.address == "lea@example.org" } == 2)
        #expect(try await ruche.browser().get(first).status == .notFound, "the new link is the one that counts")
        #expect(
            try await again.get("/c/nuit/invitations").says(
                "1 envoyée, 0 ouverte, 0 acceptée, 0 personne a accepté la charte"))
    }

    @Test("says what it makes of somebody, and what becomes of their data", arguments: TestEngine.available)
    func meaning(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Comment surveillez-vous les chutes ?")
        let nadia = try await ruche.browser(as: .nadia)
        try await nadia.post(
            "/c/nuit/invitations", ["courriel": "lea@example.org", "role": "guest", "echange": question.description])
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last)
        #expect(letter.text.contains("un seul échange") && letter.text.contains("Comment surveillez-vous les chutes"))
        let path = try #require(letter.text.split(whereSeparator: \.isWhitespace).first { $0.contains("/invitation/") })
        let page = try await ruche.browser().get(String(path.dropFirst("http://localhost".count)))
        #expect(page.says("un seul échange : « Comment surveillez-vous les chutes ? »"))
        #expect(page.says("Vos données : durées, droits, DPO, CNIL"))
        let notice = try await ruche.browser().get("/donnees")
        for words in ["intérêt légitime", "deux ans", "DPO", "CNIL", "Qui les reçoit"] {
            #expect(notice.says(words), "\(words)")
        }
    }

    @Test("is repeated to all who are silent at once, in one line of the log", arguments: TestEngine.available)
    func together(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for name in ["lea", "max", "zoe"] { _ = try await invite(ruche, "\(name)@example.org") }
        ruche.clock.advance(by: .days(8))
        let nadia = try await ruche.browser(as: .nadia)
        #expect(try await nadia.get("/c/nuit/invitations").says("Relancer les 3 invitations sans réponse"))
        #expect(try await nadia.post("/c/nuit/invitations/relancer").status == .seeOther)
        #expect(try await nadia.post("/c/nuit/invitations/relancer").status == .conflict)
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.count { $0.address.hasSuffix("@example.org") } == 6)
        let log = try await nadia.get("/c/nuit/journal")
        #expect(log.says("a relancé 3 invitations restées sans réponse.") && !log.says("a relancé une invitation."))
    }

    @Test("is over after thirty days", arguments: TestEngine.available)
    func over(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await invite(ruche, "lea@example.org")
        let before = try await ruche.count("member")
        ruche.clock.advance(by: .days(31))
        let late = try await ruche.browser().post(link, ["nom": "Léa Martin"])
        #expect(late.status == .unprocessableContent && late.says("Cette invitation a plus de 30 jours"))
        #expect(try await ruche.count("member") == before)
    }
}
