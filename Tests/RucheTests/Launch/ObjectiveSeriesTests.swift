import Calendaring
import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// A rate, noted date after date: typed or pasted, by team or for all; drawn around its median, without a cause.
@Suite("The series of an objective")
struct ObjectiveSeriesTests {
    private func objective(_ ruche: TestRuche) async throws -> Objective.ID {
        let owner = try ruche.member(.claire)
        return try await ruche.act(as: .claire) { act in
            var draft = ObjectiveDraft()
            (draft.title, draft.practice, draft.owner) = ("Relever sans réveiller", "Tour de nuit", owner)
            return try act.objectives.draft(draft)
        }
    }

    private static let pasted = """
        Jour;Équipe;Combien;Sur
        2026-05-04;Urgences;12;40
        04/05/2026;Médecine;8;20
        2026-06-01;Urgences;18;40
        2026-07-06;Urgences;20;40
        2026-08-03;Urgences;22;40
        2026-09-07;Urgences;30;40
        """

    @Test("is typed point by point, and a day is corrected by noting it again", arguments: TestEngine.available)
    func typed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await objective(ruche)
        let claire = try await ruche.browser(as: .claire)
        for count in ["12", "13"] {
            let kept = try await claire.post(
                "/c/nuit/objectifs/\(id)/serie", ["jour": "2026-10-05", "combien": count, "sur": "40"])
            #expect(kept.location == "/c/nuit/objectifs/\(id)")
        }
        let series = try await ruche.view(as: .claire) { try $0.objectives.series(of: id) }
        #expect(series.points.map(\.numerator) == [13])
        #expect(try await claire.get("/c/nuit/objectifs/\(id)").says("il y en a 1"), "a median of one says nothing")
    }

    @Test("is pasted from a sheet, headings and both ways to write a day included", arguments: TestEngine.available)
    func pasted(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await objective(ruche)
        let claire = try await ruche.browser(as: .claire)
        let kept = try await claire.post("/c/nuit/objectifs/\(id)/serie", ["lignes": Self.pasted])
        #expect(kept.status == .seeOther)
        let series = try await ruche.view(as: .claire) { try $0.objectives.series(of: id) }
        #expect(series.teams == ["Médecine", "Urgences"])
        let first = try #require(series.rates().first)
        #expect(first.numerator == 20 && first.denominator == 60, "the teams of one day are added up")
        let page = try await claire.get("/c/nuit/objectifs/\(id)")
        #expect(page.says("33 % au départ, 75 % à la dernière mesure") && page.says("médiane 50 %"))
        #expect(page.text.contains("<svg") && page.says("elle ne dit pas ce qui l’a produite"))
    }

    @Test("refuses a line that cannot be, says which, and keeps what was pasted", arguments: TestEngine.available)
    func refused(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await objective(ruche)
        let claire = try await ruche.browser(as: .claire)
        let text = "2026-05-04;12;40\n2026-06-01;50;40"
        let page = try await claire.post("/c/nuit/objectifs/\(id)/serie", ["lignes": text])
        #expect(page.refusal(of: "lignes")?.contains("Ligne 2") == true && page.value(of: "lignes") == text)
        #expect(try await ruche.count("objective_point") == 0, "all or none")
        let typed = try await claire.post(
            "/c/nuit/objectifs/\(id)/serie", ["jour": "2027-01-01", "combien": "1", "sur": "2"])
        #expect(typed.refusal(of: "jour") != nil && typed.value(of: "sur") == "2")
    }

    @Test("is noted by whoever follows the objective, or a facilitator", arguments: TestEngine.available)
    func who(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await objective(ruche)
        let fields: KeyValuePairs = ["jour": "2026-10-05", "combien": "1", "sur": "2"]
        #expect(try await ruche.browser(as: .paul).post("/c/nuit/objectifs/\(id)/serie", fields).status == .forbidden)
        #expect(try await ruche.browser(as: .nadia).post("/c/nuit/objectifs/\(id)/serie", fields).status == .seeOther)
        let point = try #require(try await ruche.view(as: .nadia) { try $0.objectives.series(of: id).points.first })
        let path = "/c/nuit/objectifs/\(id)/serie/\(point.id)/retirer"
        #expect(try await ruche.browser(as: .claire).post(path).status == .seeOther)
        #expect(try await ruche.count("objective_point") == 0)
    }
}
