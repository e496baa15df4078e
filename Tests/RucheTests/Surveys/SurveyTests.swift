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
        #expect(results.says("non montré"), "three people and three: neither is pointed at")
        #expect(!results.says("moins de 5") && results.says("En moyenne 1,5, de 1"))
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
        let before = try await survey.ruche.count("journal")
        for number in 0..<8 { _ = try await survey.answer("Un mot \(number)", number % 4) }
        #expect(
            try await survey.ruche.count("journal") == before, "a row has its moment, and its place among the others")
        if engine == .sqlite {
            await #expect(throws: (any Error).self, "no number follows the order of arrival") {
                try await survey.ruche.alter("select rowid from survey_answer")
            }
        }
        try await survey.close()
        let order = try await survey.ruche.instance.database.read {
            try $0.column("select sheet from survey_answer", as: String.self)
        }
        #expect(Set(order).count == 9 && (engine == .sqlite || order == order.sorted()))
        let columns = try await survey.ruche.instance.database.read { try $0.textColumns() }
        #expect(columns.filter { $0.table == "survey_answer" }.map(\.column) == ["sheet", "words"])
    }

    @Test("forgets of older sheets when and in which order they came", arguments: TestEngine.available)
    func older(_ engine: TestEngine) async throws {
        let (sheets, rows) = (["m", "c", "z", "a"], Instance.schema.firstIndex { $0.name == "sheets without moment" })
        let database = try Database(try await engine.address(), readers: 1)
        try await database.migrate(Array(Instance.schema.prefix(try #require(rows))))
        try await database.write { transaction in
            try transaction.run(
                """
                insert into community (id, slug, name, domain, zone, territory, created_at)
                values (1, 'nuit', 'Nuit', '', 'Europe/Paris', '', 0)
                """)
            try transaction.run(
                "insert into member (id, community_id, name, sort_name, role, joined_at) values (1, 1, 'A', 'a', 'member', 0)"
            )
            try transaction.run(
                "insert into survey (id, community_id, author_id, title, round, created_at) values (1, 1, 1, 'T', 'T0', 0)"
            )
            try transaction.run(
                "insert into survey_question (id, survey_id, number, kind, text) values (1, 1, 1, 'open', 'Q')")
            for sheet in sheets {
                try transaction.run(
                    "insert into survey_answer (question_id, sheet, survey_id, words) values (1, \(sheet), 1, 'mot')")
                try transaction.run(
                    """
                    insert into journal (at, community_id, channel, verb, object)
                    values (12345, 1, 'web', 'answered survey', 'survey/1')
                    """)
            }
        }
        try await database.migrate(Instance.schema)
        let kept = try await database.read { try $0.column("select sheet from survey_answer", as: String.self) }
        #expect(kept == sheets.sorted())
        #expect(try await database.read { try $0.value("select count(*) from journal", as: Int.self) } == 0)
    }

    @Test(
        "tells of a question what may be told: a mean, groups of five, the answer most given",
        arguments: [
            ([0, 12, 0, 0], [nil, nil, nil, nil], 1), ([5, 4, 3], [5, nil, nil], 0), ([6, 6, 8], [6, 6, 8], 2),
            ([3, 1], [nil, nil], nil), ([5, 5, 2], [nil, 5, nil], nil), ([4, 3, 1], [nil, nil, nil], nil),
        ] as [([Int], [Int?], Int?)])
    func choice(_ counts: [Int], _ shown: [Int?], _ leading: Int?) {
        let question = SurveyQuestion(id: .init(1), kind: .choice, text: "Q", options: counts.map(String.init))
        var result = SurveyResult(question: question)
        result.tell(counts)
        #expect(result.counts == shown && result.leading == leading)
    }

    @Test(
        "brings the answers of a scale together until five people stand behind each group",
        arguments: [
            ([0, 3, 0, 0, 9], [(1...5, 12)], 4.25), ([5, 0, 0, 0, 5], [(1...1, 5), (2...5, 5)], 3),
            ([6, 6, 2, 0, 0], [(1...1, 6), (2...5, 8)], 1.714),
            ([7, 8, 9, 10, 11], (1...5).map { ($0...$0, $0 + 6) }, 3.222),
            ([2, 2, 0, 0, 0], [], nil),
        ] as [([Int], [(ClosedRange<Int>, Int)], Double?)])
    func scale(_ counts: [Int], _ groups: [(ClosedRange<Int>, Int)], _ mean: Double?) {
        var result = SurveyResult(question: SurveyQuestion(id: .init(1), kind: .scale, text: "Q", options: []))
        result.tell(counts)
        #expect(result.groups == groups.map { SurveyResult.Group($0.0, $0.1) })
        #expect(result.mean.map { ($0 * 1_000).rounded() } == mean.map { $0 * 1_000 })
    }

    @Test("keeps the words of a question that fewer than five answered", arguments: TestEngine.available)
    func fewWords(_ engine: TestEngine) async throws {
        let survey = try await Opened(engine)
        let open = try await survey.questions.filter { $0.kind == .open }.map(\.id)
        for number in 0..<8 {
            var fields = [(key: "q\(open[0])", value: "Qui appeler \(number)")]
            if number == 3 { fields.append((key: "q\(open[1])", value: "Mot d’une seule personne")) }
            _ = try await survey.ruche.browser().post(survey.link, fields)
        }
        try await survey.close()
        for page in [
            try await survey.ruche.browser().get(survey.link),
            try await survey.ruche.browser(as: .nadia).get(survey.page),
        ] {
            #expect(page.says("Qui appeler 7") && !page.says("Mot d’une seule personne"))
            #expect(page.says("Moins de cinq personnes ont répondu à cette question"))
        }
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
        // Another half year later, the first one leads to no second T+6: the last one goes on.
        survey.ruche.clock.advance(by: .days(200))
        let later = try await survey.ruche.browser(as: .nadia)
        #expect(try await later.post(survey.page + "/redemander").status == .conflict)
        #expect(try await later.post(second + "/redemander").status == .seeOther)
        #expect(try await later.post(second + "/redemander").status == .conflict)
        #expect(try await survey.ruche.value("select count(*) from survey where round = 'T+12'", as: Int.self) == 1)
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
        let owner = try ruche.member(.claire)
        try await ruche.act(as: .nadia) { try $0.needs.retain(need, owner: owner) }
        let first = try await ruche.browser(as: .claire)
        #expect(try await first.get(path).says("À partir du"))
        let early = try await first.post(path + "/remesurer", ["mois": "12", "mesure": "Déjà"])
        #expect(early.status == .unprocessableContent && early.says("Il est trop tôt"))
        #expect(try await first.get(path).says("retenu, sans échange encore"))
        ruche.clock.advance(by: .days(183))
        let browser = try await ruche.browser(as: .claire)
        #expect(try await browser.get(path).says("À remesurer, de la même façon."))
        #expect(
            try await ruche.browser(as: .paul).post(path + "/remesurer", ["mois": "6", "mesure": "Bien."]).status
                == .forbidden)
        #expect(
            try await browser.post(path + "/remesurer", ["mois": "12", "mesure": "Déjà"]).status
                == .unprocessableContent)
        try await browser.post(path + "/remesurer", ["mois": "6", "mesure": "5 nuits sur 10"])
        ruche.clock.advance(by: .days(183))
        let later = try await ruche.browser(as: .claire)
        try await later.post(path + "/remesurer", ["mois": "12", "mesure": "9 nuits sur 10"])
        let page = try await later.get(path)
        for words in ["3 nuits sur 10", "5 nuits sur 10", "9 nuits sur 10"] { #expect(page.says(words)) }
    }
}
