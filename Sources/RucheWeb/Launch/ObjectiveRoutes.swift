import Calendaring
import Persistence
import Ruche

enum ObjectiveRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/objectifs", for: .member) { request in
            let model = try await request.view {
                ObjectiveList(objectives: try $0.objectives.all(), needs: try $0.needs.all())
            }
            return .page(objectivesPage(model, request.ui))
        }

        routes.get("c/:community/objectifs/nouveau", for: .member) { request in
            var form = ObjectiveForm()
            form.need = request.query["besoin"]
            return .page(objectiveFormPage(nil, form, try await place(request), request.ui))
        }

        routes.post("c/:community/objectifs", for: .member) { request in
            try await keep(request, nil)
        }

        routes.get("c/:community/objectifs/:id", for: .member) { request in
            .page(objectivePage(try await model(request), nil, request.form, request.ui))
        }

        routes.get("c/:community/objectifs/:id/modifier", for: .member) { request in
            let objective = try await model(request).objective
            var form = ObjectiveForm(objective, request.ui)
            // A better wording that the page proposed arrives typed, to be finished.
            if let sentence = request.query["phrase"].line(limit: 200) { form.title = sentence }
            return .page(objectiveFormPage(objective, form, try await place(request), request.ui))
        }

        routes.post("c/:community/objectifs/:id/modifier", for: .member) { request in
            try await keep(request, try request.id())
        }

        routes.post("c/:community/objectifs/:id/cellules/:cell", for: .member) { request in
            let id = try request.id(Objective.self)
            guard let cell = Int64(request.parameter("cell")) else { throw Refusal.notFound }
            let isOn = request.form["etat"] == "oui"
            try await request.act { try $0.objectives.set(cell, of: id, to: isOn) }
            return .seeOther(.objective(id))
        }

        routes.post("c/:community/objectifs/:id/serie", for: .member) { request in
            let (id, lines) = (try request.id(Objective.self), request.form["lignes"])
            var draft = SeriesDraft()
            (draft.day, draft.team) = (request.form["jour"], request.form["equipe"])
            (draft.numerator, draft.denominator) = (request.form["combien"], request.form["sur"])
            do {
                let kept = try await request.act { [draft] act in
                    if !lines.isEmpty { return try act.objectives.note(pasted: lines, of: id) }
                    try act.objectives.note(draft, of: id)
                    return 1
                }
                return .seeOther(.objective(id), flash: .measuresKept(kept))
            } catch let refusal as Refusal where refusal.field != nil {
                var model = try await model(request)
                model.point = draft
                return .page(objectivePage(model, refusal, request.form, request.ui), status: refusal.status)
            }
        }

        routes.post("c/:community/objectifs/:id/serie/:point/retirer", for: .member) { request in
            let id = try request.id(Objective.self)
            guard let point = Int64(request.parameter("point")) else { throw Refusal.notFound }
            try await request.act { try $0.objectives.removePoint(point, of: id) }
            return .seeOther(.objective(id), flash: .removed)
        }

        routes.post("c/:community/objectifs/:id/mi-chemin", for: .member) { request in
            let (id, words) = (try request.id(Objective.self), request.form["mi-chemin"])
            do {
                try await request.act { try $0.objectives.reviewHalfWay(id, words) }
                return .seeOther(.objective(id), flash: .kept)
            } catch let refusal as Refusal where refusal.field != nil {
                return .page(
                    objectivePage(try await model(request), refusal, request.form, request.ui), status: refusal.status)
            }
        }

        routes.post("c/:community/objectifs/:id/renoncer", for: .member) { request in
            let (id, reason) = (try request.id(Objective.self), request.form["renoncer"])
            do {
                try await request.act { try $0.objectives.giveUp(id, because: reason) }
                return .seeOther(.objective(id), flash: .objectiveClosed)
            } catch let refusal as Refusal where refusal.field != nil {
                return .page(
                    objectivePage(try await model(request), refusal, request.form, request.ui), status: refusal.status)
            }
        }

        routes.post("c/:community/objectifs/:id/clore", for: .member) { request in
            let id = try request.id(Objective.self)
            let (outcome, sentence) = (Objective.Outcome(rawValue: request.form["issue"]), request.form["phrase"])
            do {
                try await request.act { try $0.objectives.close(id, as: outcome, sentence: sentence) }
                return .seeOther(.objective(id), flash: .objectiveClosed)
            } catch let refusal as Refusal where refusal.field != nil {
                return .page(
                    objectivePage(try await model(request), refusal, request.form, request.ui), status: refusal.status)
            }
        }
    }

    private static func keep(_ request: WebRequest, _ id: Objective.ID?) async throws -> Answer {
        var form = ObjectiveForm(request.form)
        if request.form.has("remplacer") {
            let typed = form
            form = try await request.view { try typed.replaced(in: $0) }
            let objective = id == nil ? nil : try await model(request).objective
            return .page(
                objectiveFormPage(objective, form, try await place(request), request.ui),
                status: .unprocessableContent)
        }
        do {
            let (draft, version) = (try form.draft(request.ui.words.zone), form.version)
            let kept = try await request.act { act in
                guard let id else { return try act.objectives.draft(draft) }
                try act.objectives.change(id, draft, from: version)
                return id
            }
            return .seeOther(.objective(kept), flash: .objectiveKept)
        } catch let refusal as Refusal where refusal.field != nil {
            form.refusal = refusal
        } catch let conflict as EditConflict {
            (form.conflict, form.version) = (conflict, conflict.version)
        } catch let wall as GuardWall {
            form.wall = wall
        }
        let objective = id == nil ? nil : try await model(request).objective
        return .page(
            objectiveFormPage(objective, form, try await place(request), request.ui),
            status: form.conflict == nil ? .unprocessableContent : .conflict)
    }

    private static func model(_ request: WebRequest) async throws -> ObjectiveOnPage {
        let id = try request.id(Objective.self)
        return try await request.view { view in
            ObjectiveOnPage(
                objective: try view.objectives.find(id),
                questions: try view.questions.page(.objective(id.rawValue), limit: 50).questions,
                decision: try view.decisions.last(about: .objective, object: id.rawValue),
                series: try view.objectives.series(of: id))
        }
    }

    private static func place(_ request: WebRequest) async throws -> ObjectivePlace {
        try await request.view { view in
            ObjectivePlace(members: try view.members.directory(limit: 200), needs: try view.needs.all())
        }
    }
}

extension Link {
    static let objectives = Link.inside("/objectifs")
    static let newObjective = Link.inside("/objectifs/nouveau")
    static func objective(_ id: Objective.ID) -> Link { .inside("/objectifs/\(id)") }
    static func editObjective(_ id: Objective.ID) -> Link { .inside("/objectifs/\(id)/modifier") }
    static func midReview(_ id: Objective.ID) -> Link { .inside("/objectifs/\(id)/mi-chemin") }
    static func giveUpObjective(_ id: Objective.ID) -> Link { .inside("/objectifs/\(id)/renoncer") }
    static func closeObjective(_ id: Objective.ID) -> Link { .inside("/objectifs/\(id)/clore") }
    static func cell(_ cell: Int64, of id: Objective.ID) -> Link { .inside("/objectifs/\(id)/cellules/\(cell)") }
}

struct ObjectiveList: Sendable {
    let objectives: [Objective]
    let needs: [Need]
}

struct ObjectiveOnPage: Sendable {
    let objective: Objective
    let questions: [QuestionOnList]
    let decision: Decision?
    let series: ObjectiveSeries
    var point = SeriesDraft()
}

struct ObjectivePlace: Sendable {
    let members: [MemberProfile]
    let needs: [Need]
}

/// The form of an objective, as it was typed.
struct ObjectiveForm: GuardedDraft {
    var title = ""
    var practice = ""
    var forWhom = ""
    var measure = ""
    var baseline = ""
    var date = ""
    var owner = ""
    var need = ""
    var cells = ""
    var version = 0
    var refusal: Refusal? = nil
    var conflict: EditConflict? = nil
    var wall: GuardWall? = nil
    var isConfirmed = false

    init() {}

    /// The texts of the draft that it makes.
    static var written: [WritableKeyPath<ObjectiveForm, String>] {
        [\.title, \.practice, \.forWhom, \.measure, \.baseline, \.cells]
    }

    init(_ form: Form) {
        (title, practice, forWhom) = (form["objectif"], form["pratique"], form["pour-qui"])
        (measure, baseline, date) = (form["mesure"], form["depart"], form["date"])
        (owner, need, cells) = (form["suivi"], form["besoin"], form["equipes"])
        (version, isConfirmed) = (Int(form["version"]) ?? 0, form.has("confirme"))
    }

    init(_ objective: Objective, _ ui: Screen) {
        (title, practice, forWhom) = (objective.title, objective.practice, objective.forWhom)
        (measure, baseline) = (objective.measure, objective.baseline)
        // Kept as the end of a day: the day is the one that was just over then.
        date = objective.dueAt.map { ui.words.zone.date(at: $0.milliseconds - 1).description } ?? ""
        owner = objective.owner.map { String($0.id) } ?? ""
        need = objective.need.map { String($0.id) } ?? ""
        cells = objective.cells.map(\.label).joined(separator: "\n")
        version = objective.version
    }

    func draft(_ zone: Zone) throws(Refusal) -> ObjectiveDraft {
        var draft = ObjectiveDraft()
        (draft.title, draft.practice, draft.forWhom) = (title, practice, forWhom)
        (draft.measure, draft.baseline, draft.cells) = (measure, baseline, cells)
        (draft.owner, draft.need) = (Member.ID(owner), Need.ID(need))
        draft.isConfirmed = isConfirmed
        if !date.isEmpty {
            guard let day = CivilDate(date) else { throw Refusal("Choisissez un jour.", field: "date") }
            draft.dueAt = Instant(milliseconds: zone.start(of: day.adding(days: 1)))
        }
        return draft
    }
}
