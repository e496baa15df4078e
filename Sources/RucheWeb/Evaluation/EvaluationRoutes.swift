import Calendaring
import Ruche

enum EvaluationRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/evaluation", for: .observer) { request in
            let (typed, memory) = (request.query["au"].trimmingWhitespace(), request.site.evaluations)
            do {
                let model = try await request.view { try EvaluationOnPage($0, on: typed, memory) }
                return .page(evaluationPage(model, request.ui))
            } catch let refusal as Refusal where refusal.field == "au" {
                let model = try await request.view { try EvaluationOnPage($0, on: "", memory) }
                return .page(evaluationPage(model, request.ui, typed: typed, refusal), status: refusal.status)
            }
        }

        routes.get("c/:community/evaluation.csv", for: .observer) { request in
            let (typed, memory) = (request.query["au"], request.site.evaluations)
            let model = try await request.view { try EvaluationOnPage($0, on: typed, memory) }
            return .text(EvaluationTable.all(model, request.ui), type: "text/csv; charset=utf-8")
        }

        routes.get("c/:community/evaluation/:indicator", for: .observer) { request in
            guard let id = Indicator.ID(address: request.parameter("indicator")) else { throw Refusal.notFound }
            let (typed, memory) = (request.query["au"], request.site.evaluations)
            let model = try await request.view { try IndicatorOnPage(id, $0, on: typed, memory) }
            return .page(indicatorPage(model, request.ui))
        }

        routes.get("c/:community/evaluation/:indicator/donnees.csv", for: .observer) { request in
            guard let id = Indicator.ID(address: request.parameter("indicator")) else { throw Refusal.notFound }
            let (typed, memory) = (request.query["au"], request.site.evaluations)
            let model = try await request.view { try IndicatorOnPage(id, $0, on: typed, memory) }
            return .text(EvaluationTable.one(model, request.ui), type: "text/csv; charset=utf-8")
        }
    }
}

extension Link {
    static let evaluation = Link.inside("/evaluation")
    static func evaluation(_ day: CivilDate) -> Link { .inside("/evaluation?au=\(day)") }
    static func evaluationTable(_ day: CivilDate) -> Link { .inside("/evaluation.csv?au=\(day)") }
    static func indicator(_ id: Indicator.ID, _ day: CivilDate) -> Link {
        .inside("/evaluation/\(id.address)?au=\(day)")
    }
    static func indicatorTable(_ id: Indicator.ID, _ day: CivilDate) -> Link {
        .inside("/evaluation/\(id.address)/donnees.csv?au=\(day)")
    }
}

/// An evaluation as the page shows it: every figure, the curves, and the plan beside them.
struct EvaluationOnPage: Sendable {
    let community: Community
    let evaluation: EvaluationSheet
    let plan: [String: PlannedIndicator]
    let objectives: [Objective]
    /// The day is not over.
    let isToday: Bool

    init(_ view: View, on typed: String, _ memory: EvaluationMemory) throws {
        community = try view.communities.current()
        let evaluations = view.evaluations(with: memory)
        let day = try evaluations.day(typed)
        isToday = try day == evaluations.today()
        evaluation = try evaluations.sheet(on: day)
        plan = Dictionary(try view.preparation.plan().map { ($0.indicator, $0) }) { first, _ in first }
        // What the objectives are is told to members; a sponsor has their figure alone.
        let end = evaluation.indicators[.ef5]?.period.to ?? view.now
        objectives =
            view.actor.role == .observer
            ? [] : try view.objectives.all().filter { $0.adoptedAt.map { $0 < end } ?? false }
    }

    subscript(id: Indicator.ID) -> Indicator? { evaluation.indicators[id] }
}

/// One figure with what stands behind it.
struct IndicatorOnPage: Sendable {
    let indicator: Indicator
    let day: CivilDate
    let plan: PlannedIndicator?
    /// The questions behind it, for members: unanswered ones, those of the share resolved.
    let questions: [QuestionOnList]
    let objectives: [Objective]

    init(_ id: Indicator.ID, _ view: View, on typed: String, _ memory: EvaluationMemory) throws {
        let evaluations = view.evaluations(with: memory)
        day = try evaluations.day(typed)
        guard let indicator = try evaluations.sheet(on: day).indicators[id] else { throw Refusal.notFound }
        self.indicator = indicator
        plan = try view.preparation.plan().first { $0.indicator == id.rawValue }
        let isMember = view.actor.role != .observer
        // Questions that wait are listed whatever their number: each is there to be answered. Those of a past day are
        // not known any more.
        let isNow = try day >= view.evaluations.lastClosedDay()
        questions = isMember && isNow && id == .ef4 ? try view.questions.page(.unanswered, limit: 50).questions : []
        let end = indicator.period.to
        objectives =
            isMember && id == .ef5
            ? try view.objectives.all().filter { $0.outcome != nil && ($0.closedAt.map { $0 < end } ?? false) } : []
    }
}
