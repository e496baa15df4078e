import Calendaring
import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// Somebody asks to join; a facilitator answers from their mail; the others know that it is done.
@Suite("A request to join")
struct JoinRequestTests {
    private func open(_ ruche: TestRuche) async throws {
        try await ruche.act(as: .nadia) { act in
            try act.preparation.keep(
                .members, [.joinOpen: "yes", .joinQuestions: "Où travaillez-vous ?\nQu’aimeriez-vous trouver ici ?"],
                from: 0)
        }
    }

    private func ask(_ ruche: TestRuche) async throws -> TestBrowser.Page {
        try await ruche.browser().post(
            "/demander/nuit",
            ["courriel": "lea@example.org", "nom": "Léa Martin", "metier": "60", "reponse-1": "Aux urgences."])
    }

    private func link(in letters: [Mailbox.Received], to somebody: Cast) throws -> String {
        let letter = try #require(letters.last { $0.address == somebody.email })
        let link = letter.text.split(whereSeparator: \.isWhitespace).first { $0.contains("/demande/") }
        return String(try #require(link).dropFirst("http://localhost".count))
    }

    @Test("is made only where a community wants it", arguments: TestEngine.available)
    func door(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let closed = try await ruche.browser().get("/demander/nuit")
        let nowhere = try await ruche.browser().get("/demander/nulle-part")
        #expect(closed.status == .notFound && nowhere.status == .notFound)
        #expect(try await ask(ruche).status == .notFound)
        try await open(ruche)
        let page = try await ruche.browser().get("/demander/nuit")
        #expect(page.says("Où travaillez-vous ?") && page.says("Soigner la nuit."))
        #expect(try await ruche.browser().get("/demander/jour").status == .notFound)
    }

    @Test("is read and accepted from the mail, without signing in", arguments: TestEngine.available)
    func accepted(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await open(ruche)
        try await ruche.act(as: .nadia) { try $0.members.change(try ruche.member(.claire), to: .facilitator) }
        #expect(try await ask(ruche).location == "/demander/nuit?envoye=1")
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == Cast.nadia.email })
        #expect(letter.text.contains("Léa Martin") && letter.text.contains("Aux urgences."))
        let key = try link(in: ruche.mailbox.letters, to: .nadia)
        let page = try await ruche.browser().get(key)
        #expect(page.says("Léa Martin demande à rejoindre") && page.says("Accepter et inviter"))
        #expect(try await ruche.count("invitation") == 0, "opening the link decides nothing")
        let done = try await ruche.browser().post(key, ["reponse": "accepted", "mot": "Bienvenue."])
        #expect(done.says("Acceptée par Nadia Benhaddou"))
        try await ruche.deliver()
        let invitation = try #require(ruche.mailbox.letters.last { $0.address == "lea@example.org" })
        #expect(invitation.text.contains("Bienvenue."))
        #expect(ruche.mailbox.letters.last { $0.address == Cast.claire.email }?.text.contains("a accepté") == true)
        let late = try await ruche.browser().post(
            try link(in: ruche.mailbox.letters.filter { $0.text.contains("/demande/") }, to: .claire),
            ["reponse": "declined"])
        #expect(late.status == .conflict && late.says("Acceptée par Nadia Benhaddou"))
        let verbs = try await ruche.journal
        #expect(verbs.contains(.askedToJoin) && verbs.contains(.acceptedRequest))
    }

    @Test("is written to no facilitator who pauses", arguments: TestEngine.available)
    func paused(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await open(ruche)
        try await ruche.act(as: .nadia) { try $0.members.change(try ruche.member(.claire), to: .facilitator) }
        let day = Zone.paris.date(at: ruche.clock.now.milliseconds).adding(days: 10)
        try await ruche.facilitating(.claire).act(as: .claire) { try $0.members.pause(until: day.description) }
        _ = try await ask(ruche)
        let id = try await ruche.view(as: .nadia) { try #require($0.joinRequests.all().first).id }
        try await ruche.browser(as: .nadia).post("/c/nuit/demandes/\(id)", ["reponse": "declined"])
        try await ruche.deliver()
        #expect(!ruche.mailbox.letters.contains { $0.address == Cast.claire.email })
        #expect(ruche.mailbox.letters.contains { $0.address == Cast.nadia.email })
    }

    @Test("is declined with a word", arguments: TestEngine.available)
    func declined(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await open(ruche)
        _ = try await ask(ruche)
        let nadia = try await ruche.browser(as: .nadia)
        #expect(try await nadia.get("/c/nuit/demandes").says("Aux urgences."))
        let id = try await ruche.view(as: .nadia) { try #require($0.joinRequests.all().first).id }
        let done = try await nadia.post(
            "/c/nuit/demandes/\(id)", ["reponse": "declined", "mot": "Le groupe est complet."])
        #expect(done.location == "/c/nuit/demandes")
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == "lea@example.org" })
        #expect(letter.text.contains("Le groupe est complet."))
        #expect(try await ruche.browser(as: .claire).get("/c/nuit/demandes").status == .forbidden)
    }

    @Test(
        "looks the same from outside whoever asks, and is one however often it is made", arguments: TestEngine.available
    )
    func outside(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await open(ruche)
        for _ in 1...2 { #expect(try await ask(ruche).location == "/demander/nuit?envoye=1") }
        #expect(try await ruche.count("join_request") == 1)
        let member = try await ruche.browser().post(
            "/demander/nuit", ["courriel": Cast.claire.email, "nom": "Claire Besnard"])
        #expect(member.location == "/demander/nuit?envoye=1")
        #expect(try await ruche.count("join_request") == 1)
        try await ruche.deliver()
        #expect(ruche.mailbox.link(to: .claire)?.hasPrefix("/connexion/lien/") == true)
    }

    @Test("loses nothing that was typed when an address is wrong", arguments: TestEngine.available)
    func mistake(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await open(ruche)
        let page = try await ruche.browser().post(
            "/demander/nuit", ["courriel": "lea", "nom": "Léa Martin", "reponse-2": "Des pairs."])
        #expect(page.status.code == 422 && page.refusal(of: "courriel") != nil)
        #expect(page.value(of: "nom") == "Léa Martin" && page.value(of: "reponse-2") == "Des pairs.")
    }

    @Test("is no longer decided by whoever facilitates no more", arguments: TestEngine.available)
    func formerFacilitator(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await open(ruche)
        try await ruche.act(as: .nadia) { try $0.members.change(try ruche.member(.claire), to: .facilitator) }
        _ = try await ask(ruche)
        try await ruche.deliver()
        let key = try link(in: ruche.mailbox.letters, to: .claire)
        try await ruche.act(as: .nadia) {
            try $0.members.change(try ruche.member(.claire), to: .member, because: "Elle passe la main.")
        }
        #expect(try await ruche.browser().get(key).status == .notFound)
        #expect(try await ruche.browser().post(key, ["reponse": "accepted"]).status == .notFound)
    }
}
