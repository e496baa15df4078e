import Calendaring
import HTTPTypes
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Signing in")
struct SigningInTests {
    /// The path of the link that Claire received.
    private func link(_ ruche: TestRuche, wanting path: String = "") async throws -> String {
        let page = try await ruche.browser().post("/connexion", ["courriel": Cast.claire.email, "suite": path])
        #expect(page.location == "/connexion/envoye")
        try await ruche.deliver()
        return try #require(ruche.mailbox.link(to: .claire))
    }

    @Test("takes a link, a button, and leads to the page that was wanted", arguments: TestEngine.available)
    func entering(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let wanted = try await ruche.browser().get("/c/nuit/echanges")
        #expect(wanted.location == "/connexion?suite=%2Fc%2Fnuit%2Fechanges")
        let link = try await link(ruche, wanting: "/c/nuit/echanges")
        let browser = try await ruche.browser()
        #expect(try await browser.post(link).location == "/c/nuit/echanges")
        #expect(try await browser.get("/c/nuit/echanges").status == .ok)
    }

    @Test("does not happen by opening the link: scanners open links too", arguments: TestEngine.available)
    func scanners(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await link(ruche)
        let scanner = try await ruche.browser()
        for _ in 1...3 { #expect(try await scanner.get(link).text.contains("Entrer dans Ruche")) }
        #expect(scanner.session == nil)
        #expect(try await ruche.browser().post(link).location == "/")
    }

    @Test("happens once with a link", arguments: TestEngine.available)
    func once(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let link = try await link(ruche)
        _ = try await ruche.browser().post(link)
        let second = try await ruche.browser()
        let page = try await second.post(link)
        #expect(page.status == .unprocessableContent)
        #expect(page.says("Ce lien a déjà servi"))
        #expect(second.session == nil)
    }

    @Test("happens within fifteen minutes", arguments: TestEngine.available)
    func fifteenMinutes(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let (early, late) = (try await link(ruche), try await ruche.browser())
        ruche.clock.advance(by: .seconds(15 * 60 - 1))
        #expect(try await ruche.browser().post(early).location == "/")
        let link = try await link(ruche)
        ruche.clock.advance(by: .minutes(15))
        let page = try await late.post(link)
        #expect(page.status == .unprocessableContent)
        #expect(page.says("Ce lien a plus de 15 minutes"))
        #expect(late.session == nil)
    }

    @Test("happens in any browser, also another than the one that asked", arguments: TestEngine.available)
    func otherBrowser(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let (asking, other) = (try await ruche.browser(), try await ruche.browser())
        _ = try await asking.post("/connexion", ["courriel": Cast.claire.email])
        try await ruche.deliver()
        _ = try await other.post(try #require(ruche.mailbox.link(to: .claire)))
        #expect(try await other.get("/moi").status == .ok)
        #expect(try await asking.get("/moi").status == .seeOther)
    }

    @Test("answers the same for an address that it does not know", arguments: TestEngine.available)
    func unknownAddress(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser()
        let known = try await browser.post("/connexion", ["courriel": " Claire@Example.org "])
        let unknown = try await browser.post("/connexion", ["courriel": "personne@example.org"])
        #expect(known.status == unknown.status)
        #expect(known.headers == unknown.headers)
        #expect(known.text == unknown.text)
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.map(\.address) == [Cast.claire.email])
    }

    @Test("says what is wrong with an address, and keeps it", arguments: TestEngine.available)
    func badAddress(_ engine: TestEngine) async throws {
        let page = try await TestRuche(engine).browser().post("/connexion", ["courriel": "claire@chu"])
        #expect(page.status == .unprocessableContent)
        #expect(page.text.contains("Cette adresse ne semble pas complète."))
        #expect(page.text.contains("value=\"claire@chu\""))
    }

    @Test("sends at most three links in a row to an address", arguments: TestEngine.available)
    func tooMany(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser()
        for _ in 1...3 {
            #expect(try await browser.post("/connexion", ["courriel": Cast.claire.email]).status == .seeOther)
        }
        let fourth = try await browser.post("/connexion", ["courriel": Cast.claire.email])
        #expect(fourth.status == .tooManyRequests)
        #expect(fourth.says("Réessayez dans 5 min."))
        ruche.clock.advance(by: .minutes(5))
        #expect(try await browser.post("/connexion", ["courriel": Cast.claire.email]).status == .seeOther)
    }

    @Test(
        "never leads to another site",
        arguments: ["//ailleurs.example", "https://ailleurs.example", "/\\ailleurs.example", "javascript:alert(1)"])
    func redirects(_ wanted: String) async throws {
        let ruche = try await TestRuche(.sqlite)
        let link = try await link(ruche, wanting: wanted)
        #expect(try await ruche.browser().post(link).location == "/")
    }
}

@Suite("A session")
struct SessionTests {
    @Test("on a shared workstation ends after an hour without use", arguments: TestEngine.available)
    func sharedWorkstation(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        ruche.clock.advance(by: .minutes(59))
        #expect(try await browser.get("/moi").status == .ok)
        ruche.clock.advance(by: .minutes(61))
        #expect(try await browser.get("/moi").status == .seeOther)
    }

    @Test("on one's own device lasts ninety days", arguments: TestEngine.available)
    func ownDevice(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser()
        _ = try await browser.post("/connexion", ["courriel": Cast.claire.email])
        try await ruche.deliver()
        let page = try await browser.post(try #require(ruche.mailbox.link(to: .claire)), ["mon-appareil": "1"])
        let cookie = try #require(page.headers[values: .setCookie].first { $0.hasPrefix("ruche=") } as String?)
        #expect(cookie.contains("Max-Age=7776000"))
        ruche.clock.advance(by: .days(89))
        #expect(try await browser.get("/moi").status == .ok)
        ruche.clock.advance(by: .days(91))
        #expect(try await browser.get("/moi").status == .seeOther)
    }

    @Test("ends with one click, on the server too", arguments: TestEngine.available)
    func signOut(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        #expect(try await browser.post("/deconnexion").location == "/connexion")
        #expect(browser.session == nil)
        #expect(try await ruche.count("session") == 0)
        #expect(try await ruche.journal == [.signedIn, .signedOut])
    }

    @Test("of another device can be ended from this one", arguments: TestEngine.available)
    func otherDevices(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let (here, there) = (try await ruche.browser(as: .claire), try await ruche.browser(as: .claire))
        let stranger = try await ruche.browser(as: .paul)
        #expect(try await here.post("/moi/sessions/autres").location == "/moi")
        #expect(try await here.get("/moi").status == .ok)
        #expect(try await there.get("/moi").status == .seeOther)
        #expect(try await stranger.get("/moi").status == .ok)
    }

    @Test("of somebody else cannot be ended", arguments: TestEngine.available)
    func ofOthers(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let (claire, paul) = (try await ruche.browser(as: .claire), try await ruche.browser(as: .paul))
        let person = try #require(ruche.people[.claire]?.person)
        let session = try #require(try await ruche.view(as: .claire) { try $0.accounts.sessions(of: person) }.first)
        #expect(try await paul.post("/moi/sessions/\(session.id)/fin").status == .notFound)
        #expect(try await claire.get("/moi").status == .ok)
    }

    @Test("knows a new role from the next page on", arguments: TestEngine.available)
    func changedRole(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claire = try await ruche.browser(as: .claire)
        let member = try ruche.member(.claire)
        #expect(try await claire.get("/c/nuit/echanges").status == .ok)
        try await ruche.act(as: .nadia) { try $0.members.change(member, to: .observer, because: "Elle l’a demandé.") }
        #expect(try await claire.get("/c/nuit/echanges").status == .forbidden)
    }

    @Test(
        "shows the hours of the clock that a person chose, wherever the community is", arguments: TestEngine.available)
    func zone(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        #expect(try await browser.get("/moi").says("à 9 h"))
        try await browser.post("/moi/fuseau", ["fuseau": "America/Cayenne"])
        #expect(try await browser.get("/moi").says("à 5 h"))
        #expect(try await browser.post("/moi/fuseau", ["fuseau": "Mars/Olympus"]).status == .notFound)
        try await browser.post("/moi/fuseau", ["fuseau": ""])
        #expect(try await browser.get("/moi").says("à 9 h"))
    }
}
