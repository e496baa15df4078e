import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("The wording of an objective")
struct ObjectiveWordingTests {
    private func objective(_ title: String, _ ruche: TestRuche, _ change: (inout ObjectiveDraft) -> Void = { _ in })
        async throws -> Objective.ID
    {
        var draft = ObjectiveDraft()
        draft.title = title
        change(&draft)
        return try await ruche.act(as: .nadia) { [draft] in try $0.objectives.draft(draft) }
    }

    @Test("is remarked upon by rule", arguments: TestEngine.available)
    func remarks(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let cases: [(String, [WordingRemark])] = [
            ("Améliorer la prise en charge de la douleur", [.vague("Améliorer")]),
            ("Diffuser les bonnes pratiques", [.broadcast("Diffuser")]),
            ("Rédiger un protocole de chute", [.means("Rédiger")]),
            ("Sensibiliser les équipes et évaluer la douleur", [.vague("Sensibiliser"), .double]),
            ("Chaque chute de nuit est revue le matin et le soir", []),
            ("Toute chute est revue à tête reposée", []),
        ]
        for (title, expected) in cases {
            let id = try await objective(title, ruche)
            let found = try await ruche.view(as: .nadia) { try $0.objectives.find(id) }
            #expect(ObjectiveWording.remarks(found) == expected, "\(title)")
        }
        let id = try await objective("Toute chute est revue", ruche) { $0.measure = "la part des chutes revues" }
        let found = try await ruche.view(as: .nadia) { try $0.objectives.find(id) }
        #expect(ObjectiveWording.remarks(found) == [.noNumber])
    }

    @Test("is proposed better, from what is already said, and taken up in one click", arguments: TestEngine.available)
    func better(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await objective("Améliorer les chutes", ruche) {
            $0.practice = "revoir chaque chute le matin."
            $0.forWhom = "les équipes de nuit"
            $0.measure = "part des chutes revues"
            $0.baseline = "3 sur 10"
        }
        let browser = try await ruche.browser(as: .nadia)
        let page = try await browser.get("/c/nuit/objectifs/\(id)")
        #expect(
            page.says(
                "D’ici le [date], pour les équipes de nuit : revoir chaque chute le matin. On le saura par : part des chutes revues (départ : 3 sur 10)."
            ))
        let form = try await browser.get("/c/nuit/objectifs/\(id)/modifier?phrase=D%27ici%20juin")
        #expect(form.value(of: "objectif") == "D'ici juin")
    }

    @Test("is reviewed half way in a sentence, by who follows it", arguments: TestEngine.available)
    func midReview(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let now = ruche.clock.now
        let id = try await objective("Toute chute est revue", ruche) {
            $0.practice = "revoir"
            $0.dueAt = now + .days(100)
        }
        let path = "/c/nuit/objectifs/\(id)"
        #expect(
            try await ruche.browser(as: .nadia).post(path + "/mi-chemin", ["mi-chemin": "Bien."]).status == .conflict)
        try await ruche.alter("update objective set adopted_at = \(now) where id = \(id)")
        ruche.clock.advance(by: .days(51))
        let browser = try await ruche.browser(as: .nadia)
        #expect(try await browser.get(path).says("Mi-chemin passé le"))
        #expect(
            try await ruche.browser(as: .claire).post(path + "/mi-chemin", ["mi-chemin": "Bien."]).status == .forbidden)
        #expect(try await browser.post(path + "/mi-chemin").refusal(of: "mi-chemin") != nil)
        try await browser.post(path + "/mi-chemin", ["mi-chemin": "La moitié des équipes le fait."])
        let page = try await browser.get(path)
        #expect(page.says("La moitié des équipes le fait.") && page.says("revu à mi-chemin"))
        ruche.clock.advance(by: .days(60))
        #expect(try await ruche.browser(as: .nadia).get(path).says("sa date est passée"))
    }
}
