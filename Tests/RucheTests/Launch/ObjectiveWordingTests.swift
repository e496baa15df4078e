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
        #expect(try await browser.get("/c/nuit/animation").says("Faire le point à mi-chemin"))
        #expect(
            try await ruche.browser(as: .claire).post(path + "/mi-chemin", ["mi-chemin": "Bien."]).status == .forbidden)
        #expect(try await browser.post(path + "/mi-chemin").refusal(of: "mi-chemin") != nil)
        try await browser.post(path + "/mi-chemin", ["mi-chemin": "La moitié des équipes le fait."])
        #expect(try await !browser.get("/c/nuit/animation").says("Faire le point à mi-chemin"))
        let page = try await browser.get(path)
        #expect(page.says("La moitié des équipes le fait.") && page.says("revu à mi-chemin"))
        ruche.clock.advance(by: .days(60))
        #expect(try await ruche.browser(as: .nadia).get(path).says("sa date est passée"))
    }

    @Test(
        "is proposed at a length that an objective can hold, and refused beside its field otherwise",
        arguments: TestEngine.available)
    func length(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await objective("Améliorer la réévaluation", ruche) {
            $0.practice =
                "Après chaque chute, l’équipe relit dans les vingt-quatre heures ce qui s’est passé avec la personne."
            $0.forWhom = "Sept services de deux établissements"
            $0.measure =
                "Part des chutes relues dans les vingt-quatre heures, sur les trente dernières de chaque service."
            $0.baseline = "32 % en mai"
        }
        let browser = try await ruche.browser(as: .nadia)
        let sentence =
            "D’ici le [date], pour sept services de deux établissements : après chaque chute, l’équipe relit dans les vingt-quatre heures ce qui s’est passé avec la personne."
        let path = "/c/nuit/objectifs/\(id)"
        #expect(try await browser.get(path).says("« \(sentence) »") && sentence.count <= 200)
        let form = try await browser.get(path + "/modifier?phrase=\(sentence.percentEncoded)")
        #expect(form.value(of: "objectif") == sentence)
        #expect(try await browser.post(path + "/modifier", ["version": "1", "objectif": sentence]).status == .seeOther)
        let long = String(repeating: "trop long ", count: 30)
        let refused = try await browser.post(path + "/modifier", ["version": "2", "objectif": long])
        #expect(refused.status == .unprocessableContent && refused.refusal(of: "objectif")?.contains("200") == true)
    }

    @Test("is left alone when every criterion is met", arguments: TestEngine.available)
    func whole(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let (owner, now) = (try ruche.member(.claire), ruche.clock.now)
        let id = try await objective("Toute chute est revue", ruche) {
            ($0.practice, $0.forWhom, $0.owner) = ("Revoir", "EHPAD", owner)
            ($0.measure, $0.baseline, $0.dueAt) = ("Part des 30 dernières", "3 sur 10", now + .days(100))
        }
        #expect(try await !ruche.browser(as: .nadia).get("/c/nuit/objectifs/\(id)").says("Mieux le dire"))
    }
}

/// Adopted words bind whoever changes them after; a proposal can be given up; the one who looks after it hears of it.
@Suite("An adopted objective")
struct AdoptedObjectiveTests {
    private func adopted(_ ruche: TestRuche) async throws -> Objective.ID {
        let (owner, now) = (try ruche.member(.claire), ruche.clock.now)
        let (id, decision) = try await ruche.act(as: .claire) { act in
            var draft = ObjectiveDraft()
            (draft.title, draft.practice, draft.owner) = ("Toute chute est revue", "Revoir le matin", owner)
            draft.dueAt = now + .days(120) + .hours(15)  // the end of that day
            let id = try act.objectives.draft(draft)
            var proposal = DecisionDraft(sentence: "Nous l’adoptons.", about: .objective, object: id.rawValue)
            proposal.quorum = 1
            return (id, try act.decisions.propose(proposal))
        }
        for somebody in [Cast.claire, .paul, .ines] {
            try await ruche.act(as: somebody) { try $0.decisions.answer(decision, .agree, reason: "") }
        }
        ruche.clock.advance(by: .days(15))
        try await ruche.act(as: .claire) { try $0.decisions.conclude(decision) }
        return id
    }

    @Test("keeps the words of its consent beside those it has now", arguments: TestEngine.available)
    func words(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await adopted(ruche)
        let (path, claire) = ("/c/nuit/objectifs/\(id)", try await ruche.browser(as: .claire))
        #expect(try await !claire.get(path).says("Ce que le groupe avait adopté"))
        #expect(try await claire.get(path + "/modifier").says("Le groupe l’a adopté"))
        let fields: KeyValuePairs = [
            "version": "1", "objectif": "Peindre les couloirs", "pratique": "Peindre", "date": "2027-11-02",
            "suivi": try ruche.member(.claire).description,
        ]
        #expect(try await claire.post(path + "/modifier", fields).status == .seeOther)
        let page = try await ruche.browser(as: .paul).get(path)
        for words in ["Ce que le groupe avait adopté", "Toute chute est revue", "Revoir le matin", "2 mars"] {
            #expect(page.says(words), "\(words)")
        }
    }

    @Test(
        "is corrected after its date without another date, and never to a new one that has passed",
        arguments: TestEngine.available)
    func overdue(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await adopted(ruche)
        ruche.clock.advance(by: .days(200))
        let (path, claire) = ("/c/nuit/objectifs/\(id)", try await ruche.browser(as: .claire))
        let date = try #require(try await claire.get(path + "/modifier").value(of: "date"))
        let owner = try ruche.member(.claire).description
        func change(_ title: String, _ date: String, _ version: String) async throws -> TestBrowser.Page {
            try await claire.post(
                path + "/modifier",
                ["version": version, "objectif": title, "pratique": "Revoir", "date": date, "suivi": owner])
        }
        #expect(try await change("Toute chute est relue", date, "1").status == .seeOther)
        #expect(try await change("Toute chute est relue", "2027-03-10", "2").refusal(of: "date") != nil)
    }

    @Test("waits for its owner on their home page, half way and after its date", arguments: TestEngine.available)
    func home(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await adopted(ruche)
        #expect(try await !ruche.browser(as: .claire).get("/c/nuit").says("a passé la moitié de son temps"))
        ruche.clock.advance(by: .days(60))
        #expect(try await ruche.browser(as: .claire).get("/c/nuit").says("a passé la moitié de son temps"))
        #expect(try await !ruche.browser(as: .paul).get("/c/nuit").says("a passé la moitié de son temps"))
        try await ruche.act(as: .claire) { try $0.objectives.reviewHalfWay(id, "La moitié le fait.") }
        #expect(try await !ruche.browser(as: .claire).get("/c/nuit").says("a passé la moitié de son temps"))
        ruche.clock.advance(by: .days(60))
        #expect(try await ruche.browser(as: .claire).get("/c/nuit").says("La date de votre objectif est passée"))
    }

    @Test("can be given up while it is a proposal, by who made it, in a sentence", arguments: TestEngine.available)
    func givenUp(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await ruche.act(as: .claire) { act in
            var draft = ObjectiveDraft()
            draft.title = "Peindre les couloirs"
            return try act.objectives.draft(draft)
        }
        let path = "/c/nuit/objectifs/\(id)"
        #expect(try await ruche.browser(as: .paul).post(path + "/renoncer", ["renoncer": "Non."]).status == .forbidden)
        #expect(try await !ruche.browser(as: .paul).get(path).says("Renoncer à cet objectif"))
        let claire = try await ruche.browser(as: .claire)
        #expect(try await claire.get(path).says("Renoncer à cet objectif"))
        #expect(try await claire.post(path + "/renoncer").refusal(of: "renoncer") != nil)
        #expect(
            try await claire.post(path + "/renoncer", ["renoncer": "Les travaux sont reportés."]).status == .seeOther)
        let page = try await claire.get(path)
        #expect(page.says("Les travaux sont reportés.") && page.says("abandonné"))
        #expect(try await claire.post(path + "/renoncer", ["renoncer": "Encore."]).status == .conflict)
    }
}

@Suite("A need and its exchanges")
struct NeedExchangeTests {
    @Test("counts those of its objectives, on its page and in EF6", arguments: TestEngine.available)
    func covered(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let owner = try ruche.member(.claire)
        let (need, objective) = try await ruche.act(as: .nadia) { act in
            let need = try act.needs.raise(NeedDraft(statement: "Savoir qui appeler", baseline: "3 nuits sur 10"))
            try act.needs.retain(need, owner: owner)
            var draft = ObjectiveDraft()
            (draft.title, draft.practice, draft.need, draft.owner) = ("Une fiche d’astreinte", "Appeler", need, owner)
            return (need, try act.objectives.draft(draft))
        }
        _ = try await ruche.ask(by: .claire, "Qui appeler la nuit ?") { $0.objective = objective.description }
        let state = { try await ruche.view(as: .nadia) { try $0.needs.find(need).state } }
        #expect(try await state() == .worked)
        try await ruche.alter("update objective set adopted_at = \(StillClock.monday)")
        try await ruche.act(as: .claire) { try $0.objectives.close(objective, as: .reached, sentence: "Fait.") }
        #expect(try await state() == .covered)
        ruche.clock.advance(by: .days(1))
        let now = ruche.clock.now
        let facts = try await ruche.view(as: .nadia) { try $0.needs.counts(at: now) }
        #expect(facts == NeedFacts(retained: 1, covered: 1))
    }
}
