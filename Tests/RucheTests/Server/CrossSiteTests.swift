import HTTPTypes
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("A form that another site sends")
struct CrossSiteTests {
    private static let address = "/c/nuit/membres/moi"
    private static let refused = "Cet envoi ne vient pas d’une page de Ruche."

    struct Sent: CustomTestStringConvertible {
        let headers: HTTPFields
        let isTaken: Bool
        let testDescription: String

        init(_ name: HTTPField.Name, _ value: String, isTaken: Bool) {
            (headers, self.isTaken) = ([name: value], isTaken)
            testDescription = "\(name): \(value)"
        }
    }

    @Test(
        "is refused by what the browser says of it",
        arguments: [
            Sent(.secFetchSite, "same-origin", isTaken: true),
            Sent(.secFetchSite, "none", isTaken: true),
            Sent(.secFetchSite, "cross-site", isTaken: false),
            Sent(.secFetchSite, "same-site", isTaken: false),
            Sent(.origin, "http://localhost", isTaken: true),
            Sent(.origin, "http://LOCALHOST", isTaken: true),
            Sent(.origin, "https://ailleurs.example", isTaken: false),
            Sent(.origin, "http://localhost.ailleurs.example", isTaken: false),
            Sent(.origin, "null", isTaken: false),
        ])
    func origins(_ sent: Sent) async throws {
        let ruche = try await TestRuche(.sqlite)
        let page = try await ruche.browser(as: .claire).post(
            Self.address, ["nom": "Claire B."], headers: sent.headers)
        #expect(page.status == (sent.isTaken ? .seeOther : .forbidden))
        #expect(page.text.contains(Self.refused) == !sent.isTaken)
        #expect(try await ruche.journal == (sent.isTaken ? [.signedIn, .changedProfile] : [.signedIn]))
    }

    @Test("without a word of where it comes from, needs the token of a page", arguments: TestEngine.available)
    func token(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let (claire, paul) = (try await ruche.browser(as: .claire), try await ruche.browser(as: .paul))
        let token = try #require(Self.token(in: try await claire.get(Self.address)))
        let another = try #require(Self.token(in: try await paul.get(Self.address)))

        #expect(try await claire.post(Self.address, ["nom": "C", "jeton": token], headers: [:]).status == .seeOther)
        for wrong in ["", "0", another, String(token.reversed())] {
            let page = try await claire.post(Self.address, ["nom": "C", "jeton": wrong], headers: [:])
            #expect(page.status == .forbidden, "with \(wrong)")
        }
    }

    @Test("cannot guess a token from another page's: each is masked anew", arguments: TestEngine.available)
    func masks(_ engine: TestEngine) async throws {
        let claire = try await TestRuche(engine).browser(as: .claire)
        let first = try #require(Self.token(in: try await claire.get(Self.address)))
        let second = try #require(Self.token(in: try await claire.get(Self.address)))
        #expect(first != second)
        for token in [first, second] {
            let page = try await claire.post(Self.address, ["nom": "C", "jeton": token], headers: [:])
            #expect(page.status == .seeOther)
        }
    }

    private static func token(in page: TestBrowser.Page) -> String? {
        page.text.split(separator: "name=\"jeton\" value=\"").dropFirst().first?.prefix { $0 != "\"" }.description
    }
}

@Suite("The headers of every answer")
struct SecurityHeaderTests {
    @Test("let nothing of others in", arguments: ["/aide", "/connexion", "/nulle/part", "/c/nuit", "/sante"])
    func headers(_ path: String) async throws {
        let headers = try await TestRuche(.sqlite).browser().get(path).headers
        let policy: String = try #require(headers[HTTPField.Name("content-security-policy")!])
        for directive in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
            #expect(policy.contains(directive))
        }
        #expect(!policy.contains("unsafe"))
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[.referrerPolicy] == "same-origin")
        #expect(headers[.frameOptions] == "DENY")
    }

    @Test("keep pages out of shared caches", arguments: TestEngine.available)
    func caches(_ engine: TestEngine) async throws {
        let headers = try await TestRuche(engine).browser(as: .claire).get("/c/nuit").headers
        #expect(headers[.cacheControl] == "private, no-store")
    }

    @Test("hide the session from scripts", arguments: TestEngine.available)
    func cookies(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine, isDemonstration: true)
        let page = try await ruche.browser().post("/connexion/demo", ["role": "member"])
        let cookie = try #require(page.headers[values: .setCookie].first { $0.hasPrefix("ruche=") } as String?)
        #expect(cookie.contains("HttpOnly"))
        #expect(cookie.contains("SameSite=Lax"))
        #expect(cookie.contains("Path=/"))
    }

    @Test("hold no script nor style within a page", arguments: ["/aide", "/connexion", "/accessibilite"])
    func inline(_ path: String) async throws {
        let page = try await TestRuche(.sqlite).browser().get(path)
        #expect(!page.text.contains(" style=\""))
        #expect(!page.text.contains(" onclick="))
        #expect(!page.text.contains("<style"))
        #expect(!page.text.contains("<script>"))
    }
}
