import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("The declaration of accessibility")
struct AccessibilityTests {
    @Test("says all that the law asks, without an account", arguments: TestEngine.available)
    func whole(_ engine: TestEngine) async throws {
        let page = try await TestRuche(engine).browser().get("/accessibilite")
        for words in [
            "Accessibilité : non conforme", "article 47 de la loi n° 2005-102", "http://localhost",
            "Schéma pluriannuel", "Contenus exclus", "établie le", "Défenseur des droits", "Signaler une difficulté",
        ] { #expect(page.says(words), "\(words)") }
    }

    @Test("names who answers for it and where to write, once the operator says so", arguments: TestEngine.available)
    func contact(_ engine: TestEngine) async throws {
        let owner = Operator(
            name: "CH des Pins", contact: "acces@example.org", dataOfficer: "dpo@example.org",
            scheme: "https://example.org/schema")
        let browser = try await TestRuche(engine, provider: owner).browser()
        let page = try await browser.get("/accessibilite")
        #expect(page.text.contains("href=\"mailto:acces@example.org\""))
        #expect(page.text.contains("href=\"https://example.org/schema\"") && page.says("CH des Pins"))
        let data = try await browser.get("/donnees")
        #expect(data.text.contains("href=\"mailto:dpo@example.org\"") && data.says("CH des Pins"))
    }

    @Test(
        "follows an audit for three years",
        arguments: [
            ("2026-01-10 100", AccessibilityState.compliant), ("2026-01-10 62 %", .partly),
            ("2026-01-10 49", .notCompliant), ("2023-01-10 80", .notCompliant), ("2027-01-10 80", .notCompliant),
        ] as [(String, AccessibilityState)])
    func audits(text: String, expected: AccessibilityState) {
        let owner = Operator(audit: AccessibilityAudit(text))
        #expect(owner.accessibility(at: .paris(2026, 11, 2, 9)) == expected)
        #expect(AccessibilityAudit("hier 62") == nil)
    }
}
