import PatientGuard
import Ruche

enum SurveyRoutes {
    static func add(to routes: inout Routes) {
        writing(&routes)
        running(&routes)
        answering(&routes)
    }

    private static func writing(_ routes: inout Routes) {
        routes.get("c/:community/enquetes", for: .member) { request in
            .page(surveysPage(try await request.view { try $0.surveys.all() }, request.ui))
        }

        routes.post("c/:community/enquetes", for: .core) { request in
            let ui = request.ui
            let (title, intro, questions) = (ui.surveyTitle, ui.surveyIntro, ui.surveyQuestions)
            let id = try await request.act { try $0.surveys.begin(title, intro: intro, questions) }
            return .seeOther(.survey(id))
        }

        routes.get("c/:community/enquetes/:id", for: .member) { request in
            let model = try await model(request)
            return .page(surveyPage(model, SurveyForm(model), request.ui))
        }

        routes.post("c/:community/enquetes/:id", for: .core) { request in
            let id = try request.id(Survey.self)
            let form = SurveyForm(request.form)
            return try await answer(request, form, success: .seeOther(.survey(id), flash: .kept)) {
                try $0.surveys.change(
                    id, title: form.title, intro: form.intro, form.questions, from: form.version)
            }
        }
    }

    private static func running(_ routes: inout Routes) {
        routes.post("c/:community/enquetes/:id/ouvrir", for: .core) { request in
            let (id, token) = (try request.id(Survey.self), request.newSecret())
            return try await answer(request, nil, success: .seeOther(.survey(id), flash: .surveyOpened)) {
                try $0.surveys.open(id, token: token)
            }
        }

        routes.post("c/:community/enquetes/:id/fermer", for: .core) { request in
            let (id, words) = (try request.id(Survey.self), request.form["retour"])
            return try await answer(request, nil, success: .seeOther(.survey(id), flash: .surveyClosed)) {
                try $0.surveys.close(id, saying: words)
            }
        }

        routes.post("c/:community/enquetes/:id/redemander", for: .core) { request in
            let (id, token) = (try request.id(Survey.self), request.newSecret())
            let again = try await request.act { try $0.surveys.askAgain(id, token: token) }
            return .seeOther(.survey(again), flash: .surveyOpened)
        }

        routes.post("c/:community/enquetes/:id/effacer", for: .core) { request in
            let id = try request.id(Survey.self)
            try await request.act { try $0.surveys.remove(id) }
            return .seeOther(.surveys, flash: .removed)
        }
    }

    /// Whoever has the link, without an account.
    private static func answering(_ routes: inout Routes) {
        routes.get("enquete/:token", for: .visitor) { request in
            .page(sheetPage(try await sheet(request), SheetForm(), request.ui))
        }

        routes.post("enquete/:token", for: .visitor) { request in
            try request.slowDown("survey/\(request.address)", .signInPerAddress)
            let sheet = try await sheet(request)
            var form = SheetForm()
            for question in sheet.questions {
                form.answers[question.id] = request.form["q\(question.id)"]
            }
            if request.form.has("remplacer") {
                let quick = PatientGuard()
                for question in sheet.questions where question.kind == .open {
                    form.answers[question.id] = form.answers[question.id].map {
                        quick.replaced($0, quick.passages(in: $0))
                    }
                }
            }
            do {
                let (answers, number, isConfirmed) = (form.answers, request.newSecret(), request.form.has("confirme"))
                let token = request.parameter("token")
                try await request.act {
                    try $0.surveys.answer(token, answers, sheet: number, isConfirmed: isConfirmed)
                }
                return .page(thanksPage(sheet, request.ui))
            } catch let refusal as Refusal {
                form.refusal = refusal
            } catch let wall as GuardWall {
                form.wall = wall
            }
            return .page(sheetPage(sheet, form, request.ui), status: .unprocessableContent)
        }
    }

    private static func sheet(_ request: WebRequest) async throws -> SurveySheet {
        let token = request.parameter("token")
        return try await request.view { view in
            guard let (survey, community) = try view.surveys.find(token: token) else { throw Refusal.notFound }
            return SurveySheet(
                survey: survey, community: community, questions: try view.surveys.questions(of: survey.id),
                results: survey.state == .closed ? try view.surveys.results(of: survey) : [])
        }
    }

    private static func answer(
        _ request: WebRequest, _ typed: SurveyForm?, success: Answer, _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws -> Answer {
        do {
            try await request.act(body)
            return success
        } catch let refusal as Refusal where refusal.field != nil {
            let model = try await model(request)
            var form = typed ?? SurveyForm(model)
            (form.refusal, form.words) = (refusal, request.form["retour"])
            return .page(surveyPage(model, form, request.ui), status: refusal.status)
        } catch is EditConflict {
            let model = try await model(request)
            var form = typed ?? SurveyForm(model)
            (form.isConflict, form.version) = (true, model.survey.version)
            return .page(surveyPage(model, form, request.ui), status: .conflict)
        }
    }

    private static func model(_ request: WebRequest) async throws -> SurveyOnPage {
        let (id, address) = (try request.id(Survey.self), request.site.settings.url)
        return try await request.view { try SurveyOnPage(id, $0, address: address) }
    }
}

extension Link {
    static let surveys = Link.inside("/enquetes")
    static func survey(_ id: Survey.ID) -> Link { .inside("/enquetes/\(id)") }
    static func openSurvey(_ id: Survey.ID) -> Link { .inside("/enquetes/\(id)/ouvrir") }
    static func closeSurvey(_ id: Survey.ID) -> Link { .inside("/enquetes/\(id)/fermer") }
    static func askAgain(_ id: Survey.ID) -> Link { .inside("/enquetes/\(id)/redemander") }
    static func removeSurvey(_ id: Survey.ID) -> Link { .inside("/enquetes/\(id)/effacer") }
}

struct SurveyOnPage: Sendable {
    let survey: Survey
    let questions: [SurveyQuestion]
    let results: [SurveyResult]
    /// The same questions asked at other times, with what came back.
    let rounds: [(survey: Survey, results: [SurveyResult])]
    /// No later one asks the same things, open or closed.
    let isLatest: Bool
    /// The server's, for the link to be copied.
    let address: String

    init(_ id: Survey.ID, _ view: View, address: String) throws {
        self.address = address
        survey = try view.surveys.find(id)
        questions = try view.surveys.questions(of: id)
        results = survey.state == .closed ? try view.surveys.results(of: survey) : []
        let all = try view.surveys.rounds(of: survey)
        isLatest = all.last?.id == survey.id
        rounds = try all.filter { $0.state == .closed }.map { ($0, try view.surveys.results(of: $0)) }
    }
}

/// What is typed of a survey that is being written: its questions, and two more for others.
struct SurveyForm: Sendable {
    var title: String
    var intro: String
    var questions: [SurveyQuestionDraft]
    var version: Int
    var words = ""
    var refusal: Refusal? = nil
    var isConflict = false

    init(_ model: SurveyOnPage) {
        (title, intro, version) = (model.survey.title, model.survey.intro, model.survey.version)
        questions = model.questions.map {
            SurveyQuestionDraft($0.kind, $0.text, options: $0.options.joined(separator: "\n"))
        }
    }

    init(_ form: Form) {
        (title, intro, version) = (form["titre"], form["intro"], Int(form["version"]) ?? 0)
        questions = (1...SurveyActs.questionsAtMost).compactMap { number in
            guard form.has("question-\(number)") else { return nil }
            return SurveyQuestionDraft(
                .init(rawValue: form["genre-\(number)"]) ?? .open, form["question-\(number)"],
                options: form["choix-\(number)"])
        }
    }
}

struct SurveySheet: Sendable {
    let survey: Survey
    let community: String
    let questions: [SurveyQuestion]
    let results: [SurveyResult]
}

struct SheetForm: Sendable {
    var answers: [SurveyQuestion.ID: String] = [:]
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil
}
