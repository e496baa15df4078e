import HTTPTypes
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("The public page")
struct FrontPageTests {
    private static let words: KeyValuePairs = [
        "texte": "Nous parlons de nos nuits.", "contact": "nuit@example.org", "ouverte": "1", "version": "0",
    ]

    private func opened(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        let kept = try await ruche.browser(as: .nadia).post("/c/nuit/page-publique", Self.words)
        #expect(kept.location == "/c/nuit/page-publique")
        return ruche
    }

    @Test("is shut until a facilitator opens it, and shut again the same way", arguments: TestEngine.available)
    func doors(_ engine: TestEngine) async throws {
        let shut = try await TestRuche(engine)
        #expect(try await shut.browser().get("/presentation/nuit").status == .notFound)
        let ruche = try await opened(engine)
        let page = try await ruche.browser().get("/presentation/nuit")
        #expect(page.says("Nous parlons de nos nuits.") && page.says("nuit@example.org"))
        try await ruche.browser(as: .nadia).post(
            "/c/nuit/page-publique", ["texte": "Nous parlons de nos nuits.", "contact": "", "version": "1"])
        #expect(try await ruche.browser().get("/presentation/nuit").status == .notFound)
        #expect(
            try await ruche.journal.filter { $0 != .signedIn } == [
                .wroteFrontPage, .openedFrontPage, .wroteFrontPage, .shutFrontPage,
            ])
    }

    @Test("is counted by day when a stranger sees it, and not when a member does", arguments: TestEngine.available)
    func counted(_ engine: TestEngine) async throws {
        let ruche = try await opened(engine)
        for visitor in [nil, nil, Cast.jules, .claire] {
            _ = try await ruche.browser(as: visitor).get("/presentation/nuit")
        }
        await ruche.writeComings()
        let counted = try await ruche.value(
            "select sum(count) from page_view where kind = 'outside'", as: Int.self)
        #expect(counted == 3)
        let page = try await ruche.browser(as: .claire).get("/c/nuit/page-publique")
        #expect(page.says("Vue 3 fois de l’extérieur en treize semaines, sans savoir par qui."))
    }

    @Test("counts no program that follows links, and nothing fetched ahead", arguments: TestEngine.available)
    func programs(_ engine: TestEngine) async throws {
        let ruche = try await opened(engine)
        let browser = try await ruche.browser()
        _ = try await browser.get(
            "/presentation/nuit", headers: [.userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1)"])
        let purpose = try #require(HTTPField.Name("Sec-Purpose"))
        _ = try await browser.get("/presentation/nuit", headers: [purpose: "prefetch;prerender"])
        _ = try await browser.get("/presentation/nuit", headers: [.userAgent: "Mozilla/5.0 (X11; Linux) Firefox/128.0"])
        await ruche.writeComings()
        #expect(try await ruche.value("select sum(count) from page_view where kind = 'outside'", as: Int.self) == 1)
    }

    @Test("keeps what was typed when it is refused, and tells what somebody else kept", arguments: TestEngine.available)
    func refused(_ engine: TestEngine) async throws {
        let ruche = try await opened(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let empty = try await nadia.post("/c/nuit/page-publique", ["texte": "", "ouverte": "1", "version": "1"])
        #expect(empty.refusal(of: "texte") == "Écrivez quelques lignes avant d’ouvrir la page.")
        let late = try await nadia.post("/c/nuit/page-publique", ["texte": "Autre chose", "version": "0"])
        #expect(late.says("Nous parlons de nos nuits.") && late.value(of: "texte") == "Autre chose")
        #expect(try await ruche.browser(as: .claire).post("/c/nuit/page-publique", Self.words).status == .forbidden)
    }
}
