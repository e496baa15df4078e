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
            ["forme": "question", "devenu": "question/\(question)", "mot": "Il faut d’abord savoir lesquelles."])
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

@Suite("A published case")
struct PublishedCaseTests {
    /// A case that Yannick has checked, with all that may be published beside its text.
    private static func published(_ ruche: TestRuche) async throws -> Question.ID {
        let reader = try ruche.member(.yannick)
        let id = try await ruche.act(as: .claire) { act in
            var draft = QuestionDraft()
            draft.title = "Que faire quand la famille refuse l’antalgique ?"
            draft.body = "Une personne très âgée, une douleur au mouvement."
            return try act.questions.propose(draft, reader: reader, hasTeamConsent: true)
        }
        return try await ruche.act(as: .yannick) {
            try $0.questions.passCase(id, checks: Set(CaseCheck.allCases))
        }
    }

    @Test("is changed for its readers once somebody else has read the change", arguments: TestEngine.available)
    func changed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await Self.published(ruche)
        ruche.clock.advance(by: .hours(1))
        let author = try await ruche.browser(as: .claire)
        let path = "/c/nuit/questions/\(question)"
        let sent = try await author.post(
            path + "/modifier",
            [
                "version": "1", "titre": "Que faire quand la fille refuse l’antalgique ?",
                "texte": "Une douleur la nuit.", "confirme": "1",
            ])
        let waiting = try #require(sent.location)
        #expect(waiting.contains("/cas/"))
        let paul = try await ruche.browser(as: .paul)
        #expect(try await paul.get(path).says("une douleur au mouvement"))
        #expect(try await paul.get(path).says("le nouveau attend une seconde lecture"))
        #expect(try await paul.get(waiting).status == .notFound)
        #expect(try await author.get(path + "/modifier").location == waiting + "/modifier")
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.last?.address == Cast.yannick.email)
        let reader = try await ruche.browser(as: .yannick)
        #expect(try await reader.get(waiting).says("Ce qui change"))
        let ownPoints = [("nom"), "age", "date", "lieu", "trait"].map { (key: "points", value: $0) }
        #expect(try await author.post(waiting + "/valider", ownPoints).status == .forbidden)
        #expect(try await reader.post(waiting + "/valider", ownPoints).location == path)
        let seen = try await paul.get(path)
        #expect(seen.says("Une douleur la nuit.") && seen.says("la fille refuse"))
        #expect(try await paul.get(path + "/versions").says("une douleur au mouvement"))
        #expect(try await ruche.count("question") == 1)
        #expect(try await ruche.count("proposed_case") == 0)
    }

    @Test("keeps its text when its change is given up", arguments: TestEngine.available)
    func givenUp(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await Self.published(ruche)
        let proposed = try await ruche.act(as: .claire) {
            try $0.questions.edit(.question(question), title: "Autre ?", body: "Autre.", from: 1)
        }
        let id = try #require(proposed)
        try await ruche.act(as: .claire) { try $0.questions.withdrawCase(id) }
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(question).body.contains("au mouvement") })
    }

    @Test("takes neither file nor context past its second reader", arguments: TestEngine.available)
    func sideDoors(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await Self.published(ruche)
        let author = try await ruche.browser(as: .claire)
        #expect(try await author.post("/c/nuit/questions/\(question)/contexte", ["lieu": "ehpad"]).status == .notFound)
        #expect(try await !author.get("/c/nuit/questions/\(question)/modifier").text.contains("type=\"file\""))
    }

    @Test("was read whole: subjects, place, moment, delay", arguments: TestEngine.available)
    func whole(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let author = try await ruche.browser(as: .claire)
        let sent = try await author.post(
            "/c/nuit/echanges/nouveau/cas",
            [
                "titre": "Que faire ?", "texte": "Une douleur.", "sujets": "service des alizés",
                "pour-quand": "avant la visite", "lieu": "ehpad", "moment": "nuit", "contraintes": "Seule à l’étage",
                "accord": "1",
            ])
        let page = try await ruche.browser(as: .nadia).get(try #require(sent.location))
        for words in ["service des alizés", "avant la visite", "EHPAD, de nuit", "Seule à l’étage"] {
            #expect(page.says(words), "\(words)")
        }
    }
}

@Suite("What an exchange became")
struct OutcomeTests {
    @Test("leads to the object of the kind that was chosen, whatever its number", arguments: TestEngine.available)
    func kind(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .yannick, "Quelles lampes ?")
        let objective = try await ruche.act(as: .claire) { act in
            var draft = ObjectiveDraft()
            draft.title = "Réveiller moins souvent"
            return try act.objectives.draft(draft)
        }
        let idea = try await ruche.ask(by: .claire, "Des lampes de poche rouges") { $0.kind = .idea }
        let author = try await ruche.browser(as: .claire)
        let path = "/c/nuit/questions/\(idea)"
        #expect(try await author.get(path).text.contains("value=\"objective/\(objective)\""))
        let wrong = try await author.post(
            path + "/devenir", ["forme": "question", "devenu": "objective/\(objective)", "mot": "Voilà."])
        #expect(wrong.status == .unprocessableContent && wrong.refusal(of: "devenu") != nil)
        let said = try await author.post(
            path + "/devenir", ["forme": "objective", "devenu": "objective/\(objective)", "mot": "Voilà."])
        #expect(said.status == .seeOther)
        let seen = try await author.get(path)
        #expect(seen.text.contains("<strong>Un objectif</strong> : <a href=\"/c/nuit/objectifs/\(objective)\">"))
        #expect(question.description == objective.description, "the same number")
    }
}

@Suite("A citation in a synthesis")
struct CitationTests {
    @Test(
        "is a number of a reply, outside of code, links and addresses",
        arguments: [
            ("Voir #1, et (#2).", "Voir [n° 1](#r1), et ([n° 2](#r2))."),
            ("`#1` et #2", "`#1` et [n° 2](#r2)"), ("```\n#1\n```\n#2", "```\n#1\n```\n[n° 2](#r2)"),
            ("[lien](http://x/#1)", "[lien](http://x/#1)"), ("http://x/#1", "http://x/#1"),
            ("<http://x#1>", "<http://x#1>"),
            ("a#1 &#1; #9", "a#1 &#1; #9"),
        ])
    func linked(text: String, expected: String) {
        #expect(Synthesis.linked(text, replies: [1, 2]) { "n° \($0)" } == expected)
        #expect(Synthesis.citations(in: "`#1` #2 [a](b#3)") == [2])
    }
}
