import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("A survey of needs")
struct SurveyTests {
    /// Opened with the questions that are written in advance; its page, its public link.
    private struct Opened {
        let ruche: TestRuche
        let id: Survey.ID
        let link: String
        let page: String

        init(_ engine: TestEngine) async throws {
            ruche = try await TestRuche(engine)
            let browser = try await ruche.browser(as: .nadia)
            page = try #require(try await browser.post("/c/nuit/enquetes").location)
            id = try #require(Survey.ID(String(page.split(separator: "/").last ?? "")))
            try await browser.post(page + "/ouvrir")
            link = "/enquete/" + (try #require(try await ruche.value("select token from survey", as: String.self)))
        }

        var questions: [SurveyQuestion] {
            get async throws {
                let id = id
                return try await ruche.view(as: .nadia) { try $0.surveys.questions(of: id) }
            }
        }

        /// One stranger's sheet: words to each open question, the same number to each closed one.
        func answer(_ words: String, _ choice: Int) async throws -> TestBrowser.Page {
            let fields = try await questions.map { ("q\($0.id)", $0.kind == .open ? words : String(choice)) }
            return try await ruche.browser().post(link, fields.map { (key: $0.0, value: $0.1) })
        }

        func close(_ words: String = "Nous commençons par la nuit.") async throws {
            try await ruche.browser(as: .nadia).post(page + "/fermer", ["retour": words])
        }
    }

    @Test(
        "is answered from a link, without an account, and returns its results to who answered",
        arguments: TestEngine.available)
    func returned(_ engine: TestEngine) async throws {
        let survey = try await Opened(engine)
        let stranger = try await survey.ruche.browser()
        #expect(try await stranger.get(survey.link).says("sans nom"))
        for number in 0..<6 {
            #expect(try await survey.answer("Savoir qui appeler, \(number)", number % 2).says("Merci"))
        }
        let own = try await survey.ruche.browser(as: .nadia).get(survey.page)
        #expect(!own.says("Savoir qui appeler"), "nobody reads before the end")
        try await survey.close()
        let results = try await stranger.get(survey.link)
        #expect(results.says("Nous commençons par la nuit.") && results.says("Savoir qui appeler, 3"))
        #expect(results.says("moins de 5"), "three people and three: neither is pointed at")
        #expect(try await survey.answer("Trop tard", 0).says("L’enquête est close."))
        let member = try await survey.ruche.browser(as: .paul).get(survey.page)
        #expect(member.text.contains("/c/nuit/besoins?besoin=Savoir%20qui%20appeler%2C%200"))
        #expect(
            try await survey.ruche.browser(as: .paul).get("/c/nuit/besoins?besoin=Avoir%20un%20tensiom%C3%A8tre").value(
                of: "besoin") == "Avoir un tensiomètre")
    }

    @Test("shows nothing of fewer than five sheets", arguments: TestEngine.available)
    func few(_ engine: TestEngine) async throws {
        let survey = try await Opened(engine)
        for number in 0..<4 { _ = try await survey.answer("Mot reconnaissable \(number)", 0) }
        try await survey.close()
        for browser in [try await survey.ruche.browser(), try await survey.ruche.browser(as: .nadia)] {
            for page in [survey.link, survey.page] {
                #expect(try await !browser.get(page).says("Mot reconnaissable"))
            }
        }
    }

    @Test("keeps nothing of who answered, nor when", arguments: TestEngine.available)
    func anonymous(_ engine: TestEngine) async throws {
        let survey = try await Opened(engine)
        let fields = try await survey.questions.map { (key: "q\($0.id)", value: $0.kind == .open ? "Un mot" : "0") }
        try await survey.ruche.browser(as: .claire).post(survey.link, fields)
        let rows = try await survey.ruche.value(
            "select count(*) from journal where verb = 'answered survey' and (person_id is not null or member_id is not null)",
            as: Int.self)
        #expect(rows == 0)
        let columns = try await survey.ruche.instance.database.read { try $0.textColumns() }
        #expect(columns.filter { $0.table == "survey_answer" }.map(\.column) == ["sheet", "words"])
    }

    @Test(
        "stops words that would tell who a patient is, and keeps the rest of the sheet", arguments: TestEngine.available
    )
    func patients(_ engine: TestEngine) async throws {
        let survey = try await Opened(engine)
        let page = try await survey.answer("Mme L. a refusé, lit 12", 1)
        #expect(page.status == .unprocessableContent)
        #expect(page.says("Ce texte permet peut-être de reconnaître un patient"))
        let question = try #require(try await survey.questions.first)
        #expect(page.value(of: "q\(question.id)") == "Mme L. a refusé, lit 12")
        #expect(try await survey.ruche.count("survey_answer") == 0)
        let fields = [(key: "q\(question.id)", value: "Mme L. a refusé, lit 12"), (key: "remplacer", value: "1")]
        #expect(try await survey.ruche.browser().post(survey.link, fields).says("Merci"))
        #expect(
            try await survey.ruche.value("select words from survey_answer", as: String.self)?.contains("Mme L.")
                == false)
    }

    @Test(
        "asks the same things again after six months, not before, and sets both side by side",
        arguments: TestEngine.available)
    func again(_ engine: TestEngine) async throws {
        let survey = try await Opened(engine)
        for number in 0..<10 { _ = try await survey.answer("Un mot", number < 5 ? 3 : 0) }
        try await survey.close()
        #expect(try await survey.ruche.browser(as: .nadia).post(survey.page + "/redemander").status == .conflict)
        survey.ruche.clock.advance(by: .days(183))
        let browser = try await survey.ruche.browser(as: .nadia)
        let second = try #require(try await browser.post(survey.page + "/redemander").location)
        let id = try #require(Survey.ID(String(second.split(separator: "/").last ?? "")))
        let (before, after) = (
            try await survey.questions, try await survey.ruche.view(as: .nadia) { try $0.surveys.questions(of: id) }
        )
        #expect(after.map(\.text) == before.map(\.text) && after.map(\.options) == before.map(\.options))
        let token = try #require(
            try await survey.ruche.value("select token from survey where id = \(id)", as: String.self))
        for number in 0..<20 {
            let fields = after.map { (key: "q\($0.id)", value: $0.kind == .open ? "Mieux" : number < 15 ? "4" : "1") }
            // A choice has four answers.
            let valid = fields.filter { field in after.first { "q\($0.id)" == field.key }?.kind != .choice }
            #expect(try await survey.ruche.browser().post("/enquete/\(token)", valid).says("Merci"))
        }
        try await browser.post(second + "/fermer", ["retour": "Cela va mieux."])
        let page = try await browser.get(second)
        #expect(page.says("T0") && page.says("T+6"))
        #expect(page.says("50 %") && page.says("75 %"))
    }

    @Test(
        "is written by the core group alone, keeps what was typed, and changes no more once sent",
        arguments: TestEngine.available)
    func writing(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        #expect(try await ruche.browser(as: .claire).post("/c/nuit/enquetes").status == .forbidden)
        let page = try #require(try await browser.post("/c/nuit/enquetes").location)
        let wrong = try await browser.post(
            page,
            [
                "version": "1", "titre": "Nos nuits", "question-1": "Où travaillez-vous ?", "genre-1": "choice",
                "choix-1": "ici",
            ])
        #expect(wrong.status == .unprocessableContent && wrong.refusal(of: "choix-1") != nil)
        #expect(wrong.value(of: "question-1") == "Où travaillez-vous ?" && wrong.value(of: "titre") == "Nos nuits")
        let fields: KeyValuePairs = [
            "version": "1", "titre": "Nos nuits", "question-1": "Où travaillez-vous ?", "genre-1": "choice",
            "choix-1": "ici\nlà", "question-2": "",
        ]
        #expect(try await browser.post(page, fields).location == page)
        #expect(try await browser.post(page, fields).status == .conflict, "somebody else kept it meanwhile")
        #expect(try await ruche.count("survey_question") == 1)
        try await browser.post(page + "/ouvrir")
        #expect(try await browser.post(page, fields).status == .conflict)
    }
}

@Suite("A need measured again")
struct NeedMeasureTests {
    @Test("stands beside its start at six and twelve months", arguments: TestEngine.available)
    func measures(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let need = try await ruche.act(as: .claire) { act in
            let id = try act.needs.raise(
                NeedDraft(statement: "Savoir qui appeler", reach: "", baseline: "3 nuits sur 10"))
            return id
        }
        let path = "/c/nuit/besoins/\(need)"
        #expect(
            try await ruche.browser(as: .claire).post(path + "/remesurer", ["mois": "6", "mesure": "x"]).status
                == .notFound,
            "what the group has not retained is not followed")
        try await ruche.act(as: .nadia) { try $0.needs.retain(need, owner: nil) }
        #expect(try await ruche.browser(as: .claire).get(path).says("À partir du"))
        ruche.clock.advance(by: .days(183))
        let browser = try await ruche.browser(as: .claire)
        #expect(try await browser.get(path).says("À remesurer, de la même façon."))
        try await browser.post(path + "/remesurer", ["mois": "6", "mesure": "5 nuits sur 10"])
        ruche.clock.advance(by: .days(183))
        let later = try await ruche.browser(as: .claire)
        try await later.post(path + "/remesurer", ["mois": "12", "mesure": "9 nuits sur 10"])
        let page = try await later.get(path)
        for words in ["3 nuits sur 10", "5 nuits sur 10", "9 nuits sur 10"] { #expect(page.says(words)) }
    }
}
