import Calendaring
import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// DOMAIN §4.2, step 7: indicator, definition, source, T0, target, reader, date.
@Suite("The evaluation plan")
struct PlanTests {
    private let path = "/c/nuit/mise-en-place/indicateurs"

    private func plan(_ ruche: TestRuche) async throws -> [PlannedIndicator] {
        try await ruche.view(as: .nadia) { try $0.preparation.plan() }
    }

    private func line(_ ruche: TestRuche, _ id: Indicator.ID) async throws -> PlannedIndicator {
        try #require(try await plan(ruche).first { $0.indicator == id.rawValue })
    }

    @Test("is proposed with each dimension, from the objectives, and never twice", arguments: TestEngine.available)
    func proposed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        var objective = ObjectiveDraft()
        (objective.title, objective.measure, objective.baseline) = ("Réveiller moins", "Réveils par nuit", "Trois")
        objective.dueAt = ruche.clock.now + .days(60)
        _ = try await ruche.act(as: .nadia) { [objective] in try $0.objectives.draft(objective) }
        for _ in 1...2 { try await browser.post("/c/nuit/mise-en-place/plan") }
        let lines = try await plan(ruche)
        let dimensions = Set(lines.compactMap { Indicator.ID(rawValue: $0.indicator)?.dimension })
        #expect(dimensions.count == 4 && (7...10).contains(lines.count))
        let objectives = try await line(ruche, .ef5)
        for words in ["Réveiller moins", "Réveils par nuit", "trois", "janvier 2027"] {
            #expect(objectives.definition.contains(words), "\(words)")
        }
        #expect(objectives.dueOn.hasPrefix("2027-01"))
        #expect(try await line(ruche, .ef1).target == 48, "two working days, in elapsed hours")
        #expect(lines.contains { $0.indicator == "EF9" } && lines.contains { $0.indicator == "VA3" })
        #expect(!lines.contains { $0.indicator == "VA2" || $0.indicator == "VA5" }, "nothing counts them yet")
        let page = try await browser.get("/c/nuit/evaluation")
        #expect(page.says("Ce que nous avons choisi de regarder") && page.says("Réveiller moins"))
    }

    @Test("says of each start that there is no figure yet, with its day", arguments: TestEngine.available)
    func starts(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        try await browser.post("/c/nuit/mise-en-place/plan")
        #expect(try await plan(ruche).allSatisfy { $0.baseline == nil && $0.hasStart })
        #expect(try await browser.get("/c/nuit/mise-en-place/7").says("Départ : aucun encore, le 2 novembre 2026."))
        let state = try await ruche.view(as: .nadia) { try $0.preparation.current().state(.evaluation) }
        #expect(state == .done)
        #expect(try await browser.get("/c/nuit/mise-en-place/dossier").says("aucun encore, le 2 novembre 2026"))
    }

    @Test("changes a line where it stands, and overwrites none", arguments: TestEngine.available)
    func change(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        let whole: KeyValuePairs = [
            "indicateur": "EF1", "definition": "Chez nous, de jour", "source": "Échanges", "depart": "9 jours",
            "cible": "48", "lecteur": "La direction", "pour-le": "2027-05-01",
        ]
        #expect(try await browser.post(path, whole).status == .seeOther)
        let before = try await line(ruche, .ef1)
        #expect(before.baseline == 216 && before.target == 48)
        let page = try await browser.get("/c/nuit/mise-en-place/7")
        #expect(page.says("Chez nous, de jour") && page.says("9 jours"))
        let again = try await browser.post(path, ["indicateur": "EF1", "cible": "20"])
        #expect(again.status == .unprocessableContent && again.says("Cet indicateur est déjà dans le plan"))
        #expect(try await line(ruche, .ef1) == before)
        let changed = try await browser.post(
            "\(path)/\(before.id)",
            [
                "ligne": before.id.description, "definition": "Chez nous, de jour", "source": "Échanges",
                "depart": "216", "cible": "1 h 30", "lecteur": "La direction", "pour-le": "2027-05-01",
            ])
        #expect(changed.status == .seeOther)
        let after = try await line(ruche, .ef1)
        #expect(after.target == 1.5 && after.baseline == 216 && after.definition == before.definition)
        let wrong = try await browser.post(
            "\(path)/\(before.id)", ["ligne": before.id.description, "cible": "0x10", "definition": "À garder"])
        #expect(wrong.status == .unprocessableContent && wrong.says("À garder"))
        #expect(wrong.refusal(of: "ligne-\(before.id)-cible") != nil && wrong.refusal(of: "cible") == nil)
        #expect(try await line(ruche, .ef1) == after)
    }

    @Test(
        "refuses a figure that cannot be, and a day that is past", arguments: TestEngine.available,
        [
            ("VI1", "cible", "250"), ("VI1", "cible", "-40"), ("VI1", "cible", "0.3"), ("EF1", "depart", "0x10"),
            ("EF1", "depart", "beaucoup"), ("EF1", "pour-le", "1999-01-01"), ("VA8", "depart", "1e5"),
        ])
    func wrong(_ engine: TestEngine, _ typed: (String, String, String)) async throws {
        let ruche = try await TestRuche(engine)
        let (id, field, value) = typed
        let page = try await ruche.browser(as: .nadia).post(path, ["indicateur": id, field: value])
        #expect(page.status == .unprocessableContent && page.refusal(of: field) != nil)
        #expect(page.value(of: field) == value)
        #expect(try await ruche.count("planned_indicator") == 0)
    }

    @Test(
        "takes figures as pages show them", arguments: TestEngine.available,
        [
            ("EF1", "9 jours", 216), ("EF1", "19 h", 19), ("EF1", "40 min", 40.0 / 60), ("VI1", "62 %", 0.62),
            ("VI1", "0,3 %", 0.003), ("VI1", "0", 0), ("SA3", "-12", -12), ("VA8", "2,5", 2.5),
        ] as [(String, String, Double)])
    func figures(_ engine: TestEngine, _ typed: (String, String, Double)) async throws {
        let ruche = try await TestRuche(engine)
        let (id, value, kept) = typed
        let browser = try await ruche.browser(as: .nadia)
        #expect(try await browser.post(path, ["indicateur": id, "depart": value]).status == .seeOther)
        let line = try #require(try await plan(ruche).first)
        #expect(abs((line.baseline ?? .infinity) - kept) < 1e-9)
        // The form that changes it holds a text that it takes back.
        let shown = try #require(try await browser.get("/c/nuit/mise-en-place/7").value(of: "depart"))
        try await browser.post("\(path)/\(line.id)", ["ligne": line.id.description, "depart": shown])
        #expect(try await plan(ruche).first?.baseline == line.baseline)
    }
}
