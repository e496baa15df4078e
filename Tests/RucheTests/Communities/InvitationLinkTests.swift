import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// One link for several people: it asks for a personal invitation, which proves the address.
@Suite("An invitation link")
struct InvitationLinkTests {
    private func create(_ ruche: TestRuche, _ change: (inout InvitationLinkDraft) -> Void = { _ in }) async throws
        -> String
    {
        var draft = InvitationLinkDraft()
        change(&draft)
        var random = SystemRandomNumberGenerator()
        let secret = Secret(&random)
        try await ruche.act(as: .nadia) { [draft] in _ = try $0.invitations.createLink(draft, secret: secret) }
        return "/rejoindre/\(secret.text)"
    }

    private func letter(_ ruche: TestRuche, _ address: String, _ path: String) async throws -> String {
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == address })
        let link = letter.text.split(whereSeparator: \.isWhitespace).first { $0.contains(path) }
        return String(try #require(link).dropFirst("http://localhost".count))
    }

    @Test("leads a stranger to membership by their own mail, on the chosen page", arguments: TestEngine.available)
    func stranger(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await create(ruche) { $0.leadsTo = .questions }
        let browser = try await ruche.browser()
        #expect(try await browser.get(link).says("Nadia Benhaddou vous invite"))
        let asked = try await browser.post(link, ["courriel": "lea@example.org"])
        #expect(asked.location == link + "?envoye=1" && browser.session == nil)
        #expect(try await browser.get(link + "?envoye=1").says("Regardez vos courriels"))
        let invitation = try await letter(ruche, "lea@example.org", "/invitation/")
        let joined = try await browser.post(invitation, ["nom": "Léa Martin", "metier": "60"])
        #expect(joined.location == "/c/nuit/echanges")
        #expect(try await browser.get("/c/nuit/echanges").status == .ok)
        #expect(try await ruche.browser(as: .nadia).get("/c/nuit/invitations").says("1 place prise sur 20"))
    }

    @Test(
        "looks the same to whoever types a member's address, who gets a link to sign in",
        arguments: TestEngine.available)
    func member(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await create(ruche)
        let asked = try await ruche.browser().post(link, ["courriel": Cast.claire.email])
        #expect(asked.location == link + "?envoye=1")
        #expect(try await letter(ruche, Cast.claire.email, "/connexion/lien/").contains("/connexion/lien/"))
        #expect(try await ruche.count("invitation") == 0)
    }

    @Test("lets somebody who is signed in join at once", arguments: TestEngine.available)
    func signedIn(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await create(ruche) { $0.places = 1 }
        let jules = try await ruche.browser(as: .jules)
        #expect(try await jules.post(link, ["nom": ""]).status == .unprocessableContent)
        #expect(try await jules.post(link, ["nom": "Jules Lantier"]).location == "/c/nuit")
        #expect(try await jules.get("/c/nuit/echanges").status == .ok)
        // A member uses no place.
        #expect(try await ruche.browser(as: .claire).get(link).says("n’est plus ouvert"))
    }

    @Test("is refused once closed, over, full, or to another mail domain", arguments: TestEngine.available)
    func refused(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let reserved = try await create(ruche) { $0.domain = "@CH-Montrieux.fr" }
        let elsewhere = try await ruche.browser().post(reserved, ["courriel": "lea@example.org"])
        #expect(elsewhere.status == .unprocessableContent && elsewhere.says("réservé aux adresses en @ch-montrieux.fr"))
        #expect(elsewhere.value(of: "courriel") == "lea@example.org")
        for trick in ["lea@xch-montrieux.fr", "lea@ch-montrieux.fr.example.org"] {
            #expect(try await ruche.browser().post(reserved, ["courriel": trick]).status == .unprocessableContent)
        }
        let single = try await create(ruche) { $0.places = 1 }
        for name in ["a", "b"] { _ = try await ruche.browser().post(single, ["courriel": "\(name)@example.org"]) }
        let first = try await letter(ruche, "a@example.org", "/invitation/")
        let second = try await letter(ruche, "b@example.org", "/invitation/")
        #expect(try await ruche.browser().post(first, ["nom": "Anne"]).status == .seeOther)
        let late = try await ruche.browser().post(second, ["nom": "Bruno"])
        #expect(late.status == .conflict && late.says("Toutes les places"))
        let short = try await create(ruche) { $0.days = 1 }
        ruche.clock.advance(by: .days(2))
        #expect(try await ruche.browser().post(short, ["courriel": "c@example.org"]).status == .conflict)
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/invitations")
        #expect(page.says("complet") && page.says("expiré"))
    }

    @Test("opens nothing once the community is closed", arguments: TestEngine.available)
    func closedCommunity(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await create(ruche)
        try await ruche.instance.database.write {
            _ = try $0.run("update community set closed_at = \(ruche.clock.now) where slug = 'nuit'")
        }
        let stranger = try await ruche.browser()
        #expect(try await stranger.get(link).says("La communauté est close."))
        #expect(try await stranger.post(link, ["courriel": "lea@example.org"]).status == .conflict)
        #expect(try await ruche.browser(as: .jules).post(link, ["nom": "Jules Lantier"]).status == .conflict)
        #expect(try await ruche.count("invitation") == 0)
    }

    @Test("sends one invitation to an address, by three letters a day at most", arguments: TestEngine.available)
    func again(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await create(ruche)
        for _ in 1...5 {
            _ = try await ruche.browser().post(link, ["courriel": "lea@example.org"])
            ruche.clock.advance(by: .minutes(10))
        }
        #expect(try await ruche.count("invitation") == 1)
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.count { $0.address == "lea@example.org" } == 3)
        let newest = try await letter(ruche, "lea@example.org", "/invitation/")
        #expect(try await ruche.browser().post(newest, ["nom": "Léa Martin"]).status == .seeOther)
    }

    @Test("is settled with every other way in when one of them was taken", arguments: TestEngine.available)
    func settled(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await create(ruche)
        let nadia = try await ruche.browser(as: .nadia)
        try await nadia.post("/c/nuit/invitations", ["courriel": Cast.jules.email, "role": "member"])
        let id = try await ruche.view(as: .nadia) { try #require($0.invitations.all().first).id }
        try await ruche.browser(as: .jules).post(link, ["nom": "Jules Lantier"])
        #expect(try await ruche.view(as: .nadia) { try $0.invitations.funnel().sent } == 0)
        ruche.clock.advance(by: .days(8))
        let again = try await ruche.browser(as: .nadia)
        #expect(try await !again.get("/c/nuit/invitations").says("Relancer"))
        #expect(try await again.post("/c/nuit/invitations/\(id)/relancer").status == .conflict)
    }

    @Test("is asked for, and leads to an account, in the language of the page", arguments: TestEngine.available)
    func language(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await create(ruche)
        let browser = try await ruche.browser()
        try await browser.post("/preferences/langue", ["langue": "en", "retour": link])
        _ = try await browser.post(link, ["courriel": "lea@example.org"])
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last)
        #expect(letter.text.hasPrefix("Hello"))
        let path = letter.text.split(whereSeparator: \.isWhitespace).first { $0.contains("/invitation/") }
        try await browser.post(String(try #require(path).dropFirst("http://localhost".count)), ["nom": "Léa Martin"])
        #expect(
            try await ruche.value("select language from person where email = 'lea@example.org'", as: String.self)
                == "en")
    }

    @Test("is closed by a facilitator of its own community alone", arguments: TestEngine.available)
    func closing(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await create(ruche)
        let id = try await ruche.view(as: .nadia) { try #require($0.invitations.links().first).id }
        #expect(
            try await ruche.browser(as: .jules).post("/c/jour/invitations/liens/\(id)/fermer", [:]).status == .notFound)
        #expect(
            try await ruche.browser(as: .nadia).post("/c/nuit/invitations/liens/\(id)/fermer", [:]).status == .seeOther)
        #expect(try await ruche.browser().post(link, ["courriel": "c@example.org"]).status == .conflict)
    }
}
