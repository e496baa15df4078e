import Calendaring
import Foundation
import Persistence
import Ruche
import Testing
import Wording

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

    @Test("of the founding file promises no more than is so", arguments: TestEngine.available)
    func honest(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        var draft = ObjectiveDraft()
        (draft.title, draft.practice) = ("Réveiller moins", "Les tournées.")
        try await ruche.act(as: .nadia) { [draft] act in
            try act.preparation.keep(.group, [.risks: String(repeating: "fonctions tournantes ", count: 60)], from: 0)
            try act.preparation.keep(.meetings, [.rhythmWeeks: "6"], from: 0)
            try act.preparation.keep(.evaluation, [.evaluators: "Solène Guérineau\nVincent Peyrot"], from: 0)
            let need = try act.needs.raise(NeedDraft(statement: "Savoir qui appeler"))
            try act.needs.retain(need, owner: try act.member)
            _ = try act.objectives.draft(draft)
        }
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/dossier")
        for said in [
            "puis retenus sans vote", "1 autre est proposé, pas encore adopté.", "état du 2 novembre 2026",
            "Qui évalue : Solène Guérineau, Vincent Peyrot", "Rythme choisi : toutes les 6 semaines",
            "Il manque : un parrain nommé", "tournantes […]", "l’auteur corrige, ou confirme",
        ] {
            #expect(page.says(said), "\(said)")
        }
        for unsaid in ["Réveiller moins", "0 min", "votés"] { #expect(!page.says(unsaid), "\(unsaid)") }
    }

    @Test(
        "of the founding file is two pages, however long its texts are", arguments: [Language.french, .english])
    func twoPages(_ language: Language) async throws {
        let ruche = try await TestRuche(.sqlite)
        let long = String(repeating: "Des mots assez longs pour remplir la ligne. ", count: 80)
        try await ruche.act(as: .nadia) { act in
            for step in Step.allCases {
                var values: [StepField: String] = [:]
                for field in step.fields where field.kind == .text || field.kind == .line {
                    values[field] = String(long.prefix(3_000))
                }
                try act.preparation.keep(step, values, core: step == .group ? [act.member] : nil, from: 0)
            }
            for number in 1...9 {
                let need = try act.needs.raise(
                    NeedDraft(
                        statement: String("\(number) \(long)".prefix(290)), baseline: String(long.prefix(900))))
                try act.needs.retain(need, owner: nil)
                var draft = ObjectiveDraft()
                (draft.title, draft.practice) = (String("\(number) \(long)".prefix(140)), "La pratique.")
                (draft.measure, draft.baseline) = (String(long.prefix(250)), String(long.prefix(250)))
                draft.dueAt = act.now + .days(90)
                _ = try act.objectives.draft(draft)
            }
            for id in Indicator.ID.allCases.prefix(14) {
                var draft = PlanDraft(id.rawValue)
                (draft.definition, draft.reader, draft.hasNoFigure) = (
                    String(long.prefix(400)), String(long.prefix(190)), true
                )
                draft.dueOn = "2027-09-30"
                try act.preparation.plan(draft)
            }
        }
        try await ruche.alter("update objective set adopted_at = created_at")
        let dossier = try await ruche.view(as: .nadia) { try Dossier($0) }
        let ui = Screen(
            words: Interface(language: language, now: ruche.clock.now.milliseconds, words: ruche.site.words),
            visitor: nil, assets: ruche.site.assets, slug: "nuit", flash: nil, target: "/", isDemonstration: false,
            token: FormToken { "" })
        let bytes = try await dossierPDF(dossier, ui)
        #expect(try pages(of: bytes) == 2)
        #expect(dossier.room == .tight)
    }

    @Test("of the founding file cuts nothing of what holds on its pages", arguments: TestEngine.available)
    func room(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let need = "Savoir qui appeler et comment le dire, la nuit, quand on est seul ou à deux."
        try await ruche.act(as: .nadia) { act in
            for number in 1...5 {
                let draft = NeedDraft(
                    statement: "\(number). \(need)", baseline: String(repeating: "onze sur ", count: 13))
                try act.needs.retain(act.needs.raise(draft), owner: nil)
            }
            let risk = "Que tout repose sur deux personnes. Deux animatrices, passage de relais chaque année."
            try act.preparation.keep(
                .group, [.risks: Array(repeating: risk, count: 6).joined(separator: "\n")], from: 0)
        }
        #expect(try await ruche.view(as: .nadia) { try Dossier($0) }.room == .wide)
        #expect(try await !ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/dossier").says("[…]"))
    }

    /// Counted by a second program.
    private func pages(of pdf: [UInt8]) throws -> Int? {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (program, output) = (Process(), Pipe())
        program.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        program.arguments = ["pdfinfo", file.path]
        program.standardOutput = output
        try program.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return said.split(separator: "\n").first { $0.hasPrefix("Pages:") }
            .flatMap { Int($0.dropFirst(6).trimmingCharacters(in: .whitespaces)) }
    }

    @Test("of support has the sponsor's words, with blanks for what is not known", arguments: TestEngine.available)
    func letter(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .nadia) { try $0.preparation.keep(.group, [.hoursPerMember: "2"], from: 0) }
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/lettre")
        #expect(page.says("J’accorde à chaque membre 2 h par mois") && page.says("……"))
        try await ruche.act(as: .nadia) {
            try $0.preparation.keep(.group, [.lifetime: "Trois ans, ou on clôt."], from: 1)
        }
        let dated = try await ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/lettre")
        #expect(dated.says("Durée de ce soutien") && dated.says("Trois ans, ou on clôt.") && !dated.says("clôt.."))
    }

    @Test("to begin bears the community's own address and its facilitators", arguments: TestEngine.available)
    func quickStart(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await ruche.browser(as: .paul).get("/c/nuit/mise-en-place/fiche")
        #expect(page.says("http://localhost/c/nuit") && page.says("Nadia Benhaddou"))
        #expect(page.says("Un mot de passe est possible") && page.says("http://localhost/c/nuit/membres"))
        for gesture in ["Lire", "Recevoir un courriel", "Poser une question", "Répondre", "Voter"] {
            #expect(page.says(gesture), "\(gesture)")
        }
    }
}
