import Persistence
import Testing

@testable import Ruche

@Suite("An exchange other than a question")
struct ExchangeTests {
    @Test(
        "is written from its own template and stands in the list under its kind", arguments: TestEngine.available)
    func written(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        let sent = try await browser.post(
            "/c/nuit/echanges/nouveau/experience",
            [
                "titre": "Une chute évitée de peu", "faits": "La barrière était baissée.", "aide": "Le tapis a sonné.",
                "lecon": "Vérifier à la relève.",
            ])
        #expect(sent.status == .seeOther)
        let page = try await browser.get(try #require(sent.location)).text
        #expect(page.contains("Retour d’expérience") && page.contains("<strong>Ce qui a aidé</strong>"))
        #expect(!page.contains("Ce qui a freiné"))
        #expect(try await browser.get("/c/nuit/echanges?genre=experience").text.contains("Une chute évitée de peu"))
        #expect(try await !browser.get("/c/nuit/echanges?genre=idee").text.contains("Une chute évitée de peu"))
        #expect(try await ruche.journal.last == .beganExchange)
    }

    @Test("makes no promise and waits for no solution", arguments: TestEngine.available)
    func noPromise(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let idea = try await ruche.ask(by: .claire, "Des lampes de poche rouges") { $0.kind = .idea }
        let reply = try await ruche.reply(by: .yannick, to: idea)
        try await ruche.pass(workingDays: 9)
        #expect(try await ruche.keptFigures.openQuestions == 0)
        #expect(try await ruche.value("select count(*) from job where kind = 'ladder'", as: Int.self) == 0)
        await #expect(throws: Refusal.notFound) {
            try await ruche.act(as: .claire) { try $0.questions.retain(reply) }
        }
        #expect(try await ruche.view(as: .claire) { try $0.questions.page(.waiting).questions } == [])
    }

    @Test("says what it became, by its author or a facilitator, with a sentence", arguments: TestEngine.available)
    func became(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .yannick, "Quelles lampes ne réveillent pas ?")
        let idea = try await ruche.ask(by: .claire, "Des lampes de poche rouges") { $0.kind = .idea }
        let author = try await ruche.browser(as: .claire)
        let empty = try await author.post("/c/nuit/questions/\(idea)/devenir", ["forme": "rested", "mot": ""])
        #expect(
            empty.status == .unprocessableContent && empty.text.contains("Dites en une phrase ce que c’est devenu."))
        let said = try await author.post(
            "/c/nuit/questions/\(idea)/devenir",
            ["forme": "question", "devenu": question.description, "mot": "Il faut d’abord savoir lesquelles."])
        #expect(said.status == .seeOther)
        let seen = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(idea)").text
        #expect(
            seen.contains("Il faut d’abord savoir lesquelles.") && seen.contains("Quelles lampes ne réveillent pas"))
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .paul) { try $0.questions.becomes(.rested, target: "", word: "Non", for: idea) }
        }
    }

    @Test("counts as a contribution and as a thread, and never among questions", arguments: TestEngine.available)
    func counted(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        ruche.clock.advance(by: .days(20))
        _ = try await ruche.ask(by: .claire, "Des lampes de poche rouges") { $0.kind = .idea }
        ruche.clock.advance(by: .days(2))
        let evaluation = try await ruche.view(as: .nadia) { view in
            try view.evaluations.evaluation(on: view.evaluations.lastClosedDay())
        }
        #expect(evaluation.indicator(.ef1).n == 0)
        #expect(evaluation.indicator(.vi2).k == 1)
        #expect(evaluation.indicator(.vi11).n == 1)
    }

    @Test("keeps its draft, part by part, apart from a question's", arguments: TestEngine.available)
    func draft(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        _ = try await browser.post(
            "/c/nuit/echanges/nouveau/experience", ["titre": "Une nuit", "lecon": "Prévenir tôt.", "brouillon": "1"])
        #expect(try await browser.get("/c/nuit/echanges/nouveau/experience").text.contains("Prévenir tôt."))
        #expect(try await !browser.get("/c/nuit/questions/nouvelle").text.contains("Une nuit"))
        #expect(try await browser.get("/c/nuit").text.contains("Une nuit"))
    }

    @Test("of experience names nobody, not even a colleague", arguments: TestEngine.available)
    func names(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        let refused = try await browser.post(
            "/c/nuit/echanges/nouveau/experience",
            ["titre": "Une nuit", "faits": "Yannick Le Goas a oublié la sonnette."])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("Yannick Le Goas a oublié la sonnette."))
        #expect(try await ruche.count("question") == 0)
    }
}

@Suite("A case")
struct CaseTests {
    private static func propose(_ ruche: TestRuche, reader: Cast? = nil) async throws -> ProposedCase.ID {
        let chosen = try reader.map { try ruche.member($0) }
        return try await ruche.act(as: .claire) { act in
            var draft = QuestionDraft()
            draft.title = "Que faire quand la famille refuse l’antalgique ?"
            draft.body = "Une personne très âgée, une douleur au mouvement."
            return try act.questions.propose(draft, reader: chosen, hasTeamConsent: true)
        }
    }

    @Test("is read by nobody before a second member has checked it", arguments: TestEngine.available)
    func hidden(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await Self.propose(ruche, reader: .yannick)
        let paul = try await ruche.browser(as: .paul)
        for path in ["/c/nuit", "/c/nuit/echanges", "/c/nuit/echanges?genre=cas", "/c/nuit/recherche?q=antalgique"] {
            #expect(try await !paul.get(path).text.contains("la famille refuse"), "\(path)")
        }
        #expect(try await paul.get("/c/nuit/cas/\(id)").status == .notFound)
        #expect(
            try await ruche.browser(as: .yannick).get("/c/nuit/cas/\(id)").text.contains("une douleur au mouvement"))
        #expect(try await ruche.count("question") == 0)
    }

    @Test("is published in its author's name once each point is checked", arguments: TestEngine.available)
    func passed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await Self.propose(ruche, reader: .yannick)
        let reader = try await ruche.browser(as: .yannick)
        let half = try await reader.post("/c/nuit/cas/\(id)/valider", ["points": "nom"])
        #expect(half.status == .unprocessableContent && half.text.contains("Cochez chaque point"))
        let question = try await ruche.act(as: .yannick) {
            try $0.questions.passCase(id, checks: Set(CaseCheck.allCases))
        }
        let seen = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)").text
        #expect(seen.contains("Claire Besnard") && seen.contains("Publié en novembre"))
        #expect(!seen.contains("2 novembre"))
        #expect(try await ruche.count("proposed_case") == 0)
    }

    @Test("is never checked by its own author, facilitator or not", arguments: TestEngine.available)
    func ownReading(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await Self.propose(ruche)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .claire) { try $0.questions.passCase(id, checks: Set(CaseCheck.allCases)) }
        }
        #expect(try await ruche.count("question") == 0)
    }

    @Test("goes back to its author with a remark, and comes again", arguments: TestEngine.available)
    func sentBack(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await Self.propose(ruche)
        try await ruche.act(as: .nadia) { try $0.questions.sendBack(id, remark: "Le métier de la fille se reconnaît.") }
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.last?.address == Cast.claire.email)
        let author = try await ruche.browser(as: .claire)
        #expect(try await author.get("/c/nuit/cas/\(id)").text.contains("Le métier de la fille se reconnaît."))
        let again = try await author.post(
            "/c/nuit/cas/\(id)/modifier", ["titre": "Que faire quand la famille refuse ?", "texte": "Une douleur."])
        #expect(again.status == .seeOther)
        #expect(try await ruche.view(as: .nadia) { try $0.questions.proposedCase(id).isSentBack } == false)
    }

    @Test("needs the agreement of the team that lived it", arguments: TestEngine.available)
    func consent(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        let refused = try await browser.post(
            "/c/nuit/echanges/nouveau/cas", ["titre": "Que faire ?", "texte": "Une douleur au mouvement."])
        #expect(refused.status == .unprocessableContent && refused.text.contains("Une douleur au mouvement."))
        #expect(try await ruche.count("proposed_case") == 0)
    }
}

@Suite("A synthesis")
struct SynthesisTests {
    private static func longThread(_ ruche: TestRuche) async throws -> Question.ID {
        let question = try await ruche.ask(by: .claire)
        for number in 1...8 { _ = try await ruche.reply(by: .yannick, to: question, "Réponse numéro \(number).") }
        return question
    }

    @Test("is written by any member from eight replies on, and leads to each reply", arguments: TestEngine.available)
    func written(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await Self.longThread(ruche)
        let paul = try await ruche.browser(as: .paul)
        let sent = try await paul.post(
            "/c/nuit/questions/\(question)/synthese",
            ["texte": "On passe toutes les deux heures (#1, #2), sauf à domicile (#8). Et #99.", "version": "0"])
        #expect(sent.status == .seeOther)
        let page = try await paul.get("/c/nuit/questions/\(question)").text
        #expect(page.contains("href=\"#r8\"") && !page.contains("href=\"#r99\""))
        #expect(page.contains("Pas encore reprises"))
    }

    @Test(
        "shows both texts when two write at once, and keeps the other in its history", arguments: TestEngine.available)
    func twoWriters(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await Self.longThread(ruche)
        try await ruche.act(as: .paul) { try $0.questions.synthesise(question, "Le texte de Paul.", from: 0) }
        let ines = try await ruche.browser(as: .ines)
        let path = "/c/nuit/questions/\(question)/synthese"
        let both = try await ines.post(path, ["texte": "Le texte d’Inès.", "version": "0"])
        #expect(both.status == .unprocessableContent)
        #expect(both.text.contains("Le texte de Paul.") && both.text.contains("Le texte d’Inès."))
        let kept = try await ines.post(path, ["texte": "Le texte d’Inès.", "version": "1", "vu-les-deux": "1"])
        #expect(kept.status == .seeOther)
        #expect(try await ines.get(path + "/versions").text.contains("Paul."))
    }

    @Test("waits for eight replies", arguments: TestEngine.available)
    func tooFew(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        #expect(try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)/synthese").status == .notFound)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .paul) { try $0.questions.synthesise(question, "Trop tôt.", from: 0) }
        }
    }
}
