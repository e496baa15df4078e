import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// A member's word about the charter is theirs: given, renewed, taken back; nobody gives it for them.
@Suite("The charter")
struct CharterTests {
    /// A version is written and adopted by the group: its identifier.
    @discardableResult
    private func adopt(_ text: String, in ruche: TestRuche) async throws -> Int64 {
        try await ruche.act(as: .nadia) { act in
            let last = try act.view.charters.all().first
            try act.charters.write(text, from: last?.version ?? 0)
        }
        let id = try await ruche.view(as: .nadia) { try #require($0.charters.all().first).id }
        try await ruche.alter("update charter set adopted_at = \(ruche.clock.now) where id = \(id)")
        return id
    }

    private func standing(of somebody: Cast, in ruche: TestRuche) async throws -> CharterStanding? {
        try await ruche.view(as: somebody) { try $0.charters.standing() }
    }

    @Test("asks nothing before it is adopted, then each member", arguments: TestEngine.available)
    func asked(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .nadia) { try $0.charters.write("Rien ne sort d’ici.", from: 0) }
        #expect(try await standing(of: .claire, in: ruche) == nil)
        try await adopt("Rien ne sort d’ici. On peut dire que l’on ne sait pas.", in: ruche)
        let claire = try await ruche.browser(as: .claire)
        let page = try await claire.get("/c/nuit/charte")
        #expect(page.says("Vous n’avez pas encore dit si elle vous convient."))
        #expect(!page.says("donné leur accord"), "who is silent is for the facilitators")
        let nadia = try await ruche.browser(as: .nadia).get("/c/nuit/charte")
        #expect(nadia.says("5 membres n’ont pas donné leur accord"))
    }

    @Test("holds a word until it is taken back, lapses or changes", arguments: TestEngine.available)
    func word(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let first = try await adopt("Rien ne sort d’ici.", in: ruche)
        let claire = try await ruche.browser(as: .claire)
        #expect(try await claire.post("/c/nuit/charte/accepter", ["version": "\(first)"]).location == "/c/nuit/charte")
        #expect(try await standing(of: .claire, in: ruche)?.isAccepted == true)
        #expect(try await claire.post("/c/nuit/charte/retirer").location == "/c/nuit/membres/moi")
        #expect(try await standing(of: .claire, in: ruche) == .revoked)
        try await ruche.act(as: .claire) { try $0.charters.accept(first) }
        ruche.clock.advance(by: .days(364))
        #expect(try await standing(of: .claire, in: ruche)?.isAccepted == true)
        ruche.clock.advance(by: .days(2))
        #expect(try await standing(of: .claire, in: ruche) == .lapsed, "twelve months have passed")
        try await ruche.act(as: .claire) { try $0.charters.accept(first) }
        let second = try await adopt("Rien ne sort d’ici, jamais.", in: ruche)
        #expect(try await standing(of: .claire, in: ruche) == .lapsed, "another version is in force")
        await #expect(throws: Refusal.self) { try await ruche.act(as: .claire) { try $0.charters.accept(first) } }
        try await ruche.act(as: .claire) { try $0.charters.accept(second) }
        #expect(try await standing(of: .claire, in: ruche)?.isAccepted == true)
    }

    @Test("is renewed as often as the third step says", arguments: TestEngine.available)
    func months(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let charter = try await adopt("Rien ne sort d’ici.", in: ruche)
        try await ruche.act(as: .nadia) { try $0.preparation.keep(.members, [.charterMonths: "3"], from: 0) }
        try await ruche.act(as: .claire) { try $0.charters.accept(charter) }
        ruche.clock.advance(by: .days(93))
        #expect(try await standing(of: .claire, in: ruche) == .lapsed)
    }

    @Test("writes once a month to the silent, never to whoever withdrew or pauses", arguments: TestEngine.available)
    func reminder(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let charter = try await adopt("Rien ne sort d’ici.", in: ruche)
        for somebody in [Cast.nadia, .claire] { try await ruche.act(as: somebody) { try $0.charters.accept(charter) } }
        try await ruche.act(as: .claire) { try $0.charters.revoke() }
        try await ruche.act(as: .paul) { try $0.members.pause(until: "2026-11-20") }
        let nadia = try await ruche.browser(as: .nadia)
        #expect(try await nadia.post("/c/nuit/charte/relancer").location == "/c/nuit/charte")
        try await ruche.deliver()
        #expect(Set(ruche.mailbox.letters.map(\.address)) == [Cast.yannick.email, Cast.ines.email])
        #expect(try await nadia.post("/c/nuit/charte/relancer").status.code == 422, "they were written to this month")
        ruche.clock.advance(by: .days(30))
        try await ruche.browser(as: .nadia).post("/c/nuit/charte/relancer")
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.count == 5, "Paul is back from his pause")
    }

    @Test("may be accepted on the page of an invitation", arguments: TestEngine.available)
    func joining(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let charter = try await adopt("Rien ne sort d’ici.", in: ruche)
        let nadia = try await ruche.browser(as: .nadia)
        try await nadia.post("/c/nuit/invitations", ["courriel": "lea@example.org"])
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last)
        let link = String(
            try #require(letter.text.split(whereSeparator: \.isWhitespace).first { $0.contains("/invitation/") })
                .dropFirst("http://localhost".count))
        let browser = try await ruche.browser()
        #expect(try await browser.get(link).says("Rien ne sort d’ici."))
        #expect(try await nadia.get("/c/nuit/invitations").says("0 ouverte"), "a program may have fetched the page")
        try await browser.get(link, headers: [.secFetchUser: "?1"])
        #expect(try await nadia.get("/c/nuit/invitations").says("1 envoyée, 1 ouverte, 0 acceptée"))
        try await browser.post(link, ["nom": "Léa Martin", "charte": "\(charter)"])
        #expect(try await browser.get("/c/nuit/charte").says("Vous l’avez acceptée"))
        #expect(try await nadia.get("/c/nuit/invitations").says("1 personne a accepté la charte"))
    }
}
