import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// Short texts that no form asks to confirm, and that somebody reads: by letter, in the log, on a card.
@Suite("A line that tells who a patient is")
struct GuardedLineTests {
    private static let telling = "Je pense à Mme Lafitte, chambre 214, IPP 00458213"

    @Test("is stopped beside its field, whatever letter it would leave in", arguments: TestEngine.available)
    func letters(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let invited = try await nadia.post(
            "/c/nuit/invitations", ["courriel": "neuf@example.org", "role": "member", "mot": Self.telling])
        #expect(invited.refusal(of: "mot") != nil && invited.value(of: "mot")?.contains("Lafitte") == true)
        let paul = try ruche.member(.paul)
        let handed = try await nadia.post("/c/nuit/roles/passer", ["a-qui": paul.description, "mot": Self.telling])
        #expect(handed.status != .seeOther)
        let card = try await ruche.browser(as: .paul).post(
            "/c/nuit/membres/moi", ["nom": "Paul Sarrazin", "specialite": "IPP 00458213 chambre 214"])
        #expect(card.status == .unprocessableContent)
        #expect(try await ruche.value("select count(*) from mail where letter like '%Lafitte%'", as: Int.self) == 0)
    }

    @Test("is none when it only names a colleague and where to call", arguments: TestEngine.available)
    func colleagues(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let invited = try await ruche.browser(as: .nadia).post(
            "/c/nuit/invitations",
            [
                "courriel": "neuf@example.org", "role": "member",
                "mot": "Bonjour Madame Durand, appelez-moi au 01 42 34 56 78 si besoin.",
            ])
        #expect(invited.status == .seeOther)
    }
}
