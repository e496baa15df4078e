import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// What goes on paper: read live, and honest about what is missing.
@Suite("A printed sheet")
struct SheetTests {
    @Test("of the founding file tells what is prepared, and what is not", arguments: TestEngine.available)
    func dossier(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let empty = try await nadia.get("/c/nuit/mise-en-place/dossier")
        #expect(empty.status == .ok && empty.says("à préciser") && empty.says("La communauté n’est pas encore lancée."))
        try await ruche.act(as: .nadia) { act in
            try act.preparation.keep(
                .group, [.sponsorName: "Bénédicte Roumegoux", .hoursPerMember: "2", .domain: "Soigner la nuit."],
                from: 0)
            let need = try act.needs.raise(
                NeedDraft(statement: "Savoir qui appeler", reach: "", baseline: "3 appels sur 10"))
            try act.needs.retain(need, owner: try act.member)
        }
        // The sponsor reads it too: it is written for them.
        for who in [Cast.nadia, .odile] {
            let page = try await ruche.browser(as: who).get("/c/nuit/mise-en-place/dossier")
            for said in [
                "Bénédicte Roumegoux", "2 heures par mois", "Soigner la nuit.", "Savoir qui appeler", "3 appels sur 10",
            ] {
                #expect(page.says(said), "\(said)")
            }
        }
    }

    @Test("of support has the sponsor's words, with blanks for what is not known", arguments: TestEngine.available)
    func letter(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .nadia) { try $0.preparation.keep(.group, [.hoursPerMember: "2"], from: 0) }
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/lettre")
        #expect(page.says("J’accorde à chaque membre 2 h par mois") && page.says("……"))
    }

    @Test("to begin bears the community's own address and its facilitators", arguments: TestEngine.available)
    func quickStart(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await ruche.browser(as: .paul).get("/c/nuit/mise-en-place/fiche")
        #expect(page.says("http://localhost/c/nuit") && page.says("Nadia Benhaddou"))
    }
}
