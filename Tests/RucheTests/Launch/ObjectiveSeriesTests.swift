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

    @Test(
        "takes the figure of all in place of the sum of its teams, and says when the teams differ",
        arguments: TestEngine.available)
    func total(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await objective(ruche)
        let claire = try await ruche.browser(as: .claire)
        let text = """
            2026-06-01;;10;30
            2026-06-01;Cardio;5;10
            2026-06-01;Chir;5;20
            2026-07-01;Cardio;6;10
            2026-07-01;Chir;6;20
            2026-08-01;Total;15;30
            2026-08-01;Cardio;5;10
            """
        #expect(try await claire.post("/c/nuit/objectifs/\(id)/serie", ["lignes": text]).status == .seeOther)
        let series = try await ruche.view(as: .claire) { try $0.objectives.series(of: id) }
        #expect(series.rates().map(\.numerator) == [10, 12, 15] && series.rates().map(\.denominator) == [30, 30, 30])
        #expect(series.teams == ["Cardio", "Chir"])
        #expect(try await claire.get("/c/nuit/objectifs/\(id)").says("7 mesures sont notées."))
        #expect(try await claire.get("/c/nuit/objectifs/\(id)").says("Les équipes ne sont pas les mêmes à chaque date"))
    }

    @Test("drops no measure in silence: a first line with figures is a measure", arguments: TestEngine.available)
    func firstLine(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await objective(ruche)
        let claire = try await ruche.browser(as: .claire)
        let path = "/c/nuit/objectifs/\(id)/serie"
        let wrong = try await claire.post(path, ["lignes": "32/08/2026;Cardio;1;10\n01/10/2026;Cardio;9;10"])
        #expect(wrong.refusal(of: "lignes")?.contains("Ligne 1") == true)
        #expect(try await ruche.count("objective_point") == 0)
        let two = "Chutes réévaluées\t\t\t\nJour\tService\tCombien\tSur\n01/10/2026\tCardio\t1\u{00A0}000\t1 200"
        #expect(try await claire.post(path, ["lignes": two]).status == .seeOther)
        let points = try await ruche.view(as: .claire) { try $0.objectives.series(of: id).points }
        #expect(points.map(\.numerator) == [1_000] && points.map(\.denominator) == [1_200])
        let three = "Un\nDeux\nTrois\n01/10/2026;Cardio;1;2"
        #expect(try await claire.post(path, ["lignes": three]).refusal(of: "lignes")?.contains("Ligne 3") == true)
    }

    @Test("moves no more once its objective is closed", arguments: TestEngine.available)
    func closed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let owner = try ruche.member(.claire)
        let id = try await ruche.act(as: .claire) { act in
            var draft = ObjectiveDraft()
            (draft.title, draft.practice, draft.owner, draft.cells) = ("Relever", "Tour de nuit", owner, "Urgences")
            let id = try act.objectives.draft(draft)
            try act.execute("update objective set adopted_at = \(act.now) where id = \(id)")
            return id
        }
        let (path, claire) = ("/c/nuit/objectifs/\(id)", try await ruche.browser(as: .claire))
        let fields: KeyValuePairs = ["jour": "2026-10-05", "combien": "1", "sur": "2"]
        try await claire.post(path + "/serie", fields)
        try await claire.post(path + "/clore", ["issue": "reached", "phrase": "Fait."])
        let point = try #require(try await ruche.value("select id from objective_point", as: Int64.self))
        let cell = try #require(try await ruche.value("select id from objective_cell", as: Int64.self))
        #expect(
            try await claire.post(path + "/serie", ["jour": "2026-10-06", "combien": "1", "sur": "2"]).status
                == .conflict)
        #expect(try await claire.post(path + "/serie/\(point)/retirer").status == .conflict)
        #expect(try await claire.post(path + "/cellules/\(cell)", ["etat": "oui"]).status == .conflict)
        #expect(try await ruche.count("objective_point") == 1)
        #expect(try await ruche.value("select is_on from objective_cell", as: Int.self) == 0)
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
