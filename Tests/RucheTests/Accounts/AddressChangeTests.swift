import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("A change of address")
struct AddressChangeTests {
    private let new = "claire.besnard@example.net"

    private func ask(_ ruche: TestRuche, for address: String) async throws -> (old: String, new: String) {
        let page = try await ruche.browser(as: .claire).post("/moi/adresse", ["courriel": address])
        #expect(page.location == "/moi")
        try await ruche.deliver()
        func link(_ address: String) throws -> String {
            let letter = try #require(ruche.mailbox.letters.last { $0.address == address })
            let line = try #require(
                letter.text.split(separator: "\n").first { $0.hasPrefix("http://localhost/adresse/") })
            return String(line.dropFirst("http://localhost".count))
        }
        return (try link(Cast.claire.email), try link(address))
    }

    @Test("waits for both mailboxes, whichever comes first", arguments: TestEngine.available)
    func both(_ engine: TestEngine) async throws {
        for isOldFirst in [true, false] {
            let ruche = try await TestRuche(engine)
            let links = try await ask(ruche, for: new)
            let stranger = try await ruche.browser()
            let order = isOldFirst ? [links.old, links.new] : [links.new, links.old]
            #expect(try await stranger.get(order[0]).status == .ok)
            #expect(
                try await ruche.value("select count(*) from address_change where old_said_at is not null", as: Int.self)
                    == 0,
                "opening a link confirms nothing")
            #expect(try await stranger.post(order[0]).says("Il reste à accepter"))
            #expect(
                try await ruche.value("select email from person where name = \(Cast.claire.name)") == Cast.claire.email)
            #expect(try await stranger.post(order[1]).says("Votre adresse est changée"))
            #expect(try await ruche.value("select email from person where name = \(Cast.claire.name)") == new)
            #expect(try await stranger.post(order[1]).status == .notFound)
        }
    }

    @Test("is stopped from either mailbox, from the account, and by a day", arguments: TestEngine.available)
    func stopped(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let stranger = try await ruche.browser()
        let first = try await ask(ruche, for: new)
        try await stranger.post(first.new)
        #expect(try await stranger.post(first.old + "/refuser").says("Rien n’est changé"))
        #expect(try await stranger.post(first.old).status == .notFound)

        let second = try await ask(ruche, for: new)
        try await ruche.browser(as: .claire).post("/moi/adresse/annuler")
        #expect(try await stranger.post(second.new).status == .notFound)

        let third = try await ask(ruche, for: new)
        try await stranger.post(third.old)
        ruche.clock.advance(by: .hours(25))
        #expect(try await stranger.get(third.new).says("Ce lien ne sert plus"))
        #expect(try await stranger.post(third.new).status == .notFound)
    }

    @Test(
        "never takes an address that has an account, and says so only to who confirms it",
        arguments: TestEngine.available)
    func taken(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let links = try await ask(ruche, for: Cast.paul.email)
        let stranger = try await ruche.browser()
        try await stranger.post(links.old)
        #expect(try await stranger.post(links.new).says("Cette adresse a déjà un compte"))
        #expect(try await ruche.value("select email from person where name = \(Cast.claire.name)") == Cast.claire.email)
    }

    @Test("keeps what was typed beside the reason", arguments: TestEngine.available)
    func refused(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        let page = try await browser.post("/moi/adresse", ["courriel": "claire@hopital"])
        #expect(page.status == .unprocessableContent)
        #expect(page.value(of: "courriel") == "claire@hopital")
        #expect(page.refusal(of: "courriel")?.hasPrefix("Cette adresse ne semble pas complète") == true)
        ruche.clock.advance(by: .minutes(20))
        #expect(try await browser.get("/moi/adresse").says("Montrez d’abord que c’est vous"))
    }
}
