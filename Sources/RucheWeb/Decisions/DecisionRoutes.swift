import Persistence
import Ruche

enum DecisionRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/decisions", for: .member) { request in
            let list = try await request.view { try $0.decisions.all() }
            return .page(decisionsPage(list, request.ui))
        }

        routes.get("c/:community/decisions/nouvelle", for: .member) { request in
            let query = request.query
            let draft = DecisionDraft(
                sentence: query["phrase"], about: Decision.About(rawValue: query["sur"]) ?? .free,
                object: Int64(query["objet"]))
            return .page(decisionFormPage(draft, nil, request.ui))
        }

        routes.post("c/:community/decisions", for: .member) { request in
            let draft = DecisionDraft(request.form)
            do {
                let id = try await request.act { try $0.decisions.propose(draft) }
                return .seeOther(.decision(id), flash: .proposalOpened)
            } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
                return .page(decisionFormPage(draft, refusal, request.ui), status: refusal.status)
            } catch let wall as GuardWall {
                let refusal = wall.refusal(field: "proposition")
                return .page(decisionFormPage(draft, refusal, request.ui), status: refusal.status)
            }
        }

        routes.get("c/:community/decisions/:id", for: .member) { request in
            .page(decisionPage(try await model(request), nil, request.form, request.ui))
        }

        routes.post("c/:community/decisions/:id/avis", for: .member) { request in
            let id = try request.id(Decision.self)
            let (stance, reason) = (Stance(rawValue: request.form["avis"]), request.form["raison"])
            return try await answer(request, flash: .answered) { try $0.decisions.answer(id, stance, reason: reason) }
        }

        routes.post("c/:community/decisions/:id/conclure", for: .member) { request in
            let id = try request.id(Decision.self)
            let sentence = request.form["proposition"]
            return try await answer(request, flash: .concluded) { try $0.decisions.conclude(id, rewording: sentence) }
        }
    }

    private static func answer(
        _ request: WebRequest, flash: Flash, _ body: @escaping @Sendable (Act) throws -> Void
    ) async throws -> Answer {
        do {
            try await request.act(body)
            return .seeOther(.decision(try request.id()), flash: flash)
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            return .page(
                decisionPage(try await model(request), refusal, request.form, request.ui), status: refusal.status)
        } catch let wall as GuardWall {
            let refusal = wall.refusal(field: request.form["proposition"].isEmpty ? "raison" : "proposition")
            return .page(
                decisionPage(try await model(request), refusal, request.form, request.ui), status: refusal.status)
        }
    }

    private static func model(_ request: WebRequest) async throws -> DecisionOnPage {
        let id = try request.id(Decision.self)
        return try await request.view { view in
            let decision = try view.decisions.find(id)
            return DecisionOnPage(
                decision: decision, answers: try view.decisions.answers(to: decision),
                members: try view.questions.readers())
        }
    }
}

extension Link {
    static let decisions = Link.inside("/decisions")
    static let newDecision = Link.inside("/decisions/nouvelle")
    static func decision(_ id: Decision.ID) -> Link { .inside("/decisions/\(id)") }
    static func answerDecision(_ id: Decision.ID) -> Link { .inside("/decisions/\(id)/avis") }
    static func concludeDecision(_ id: Decision.ID) -> Link { .inside("/decisions/\(id)/conclure") }
}

struct DecisionOnPage: Sendable {
    let decision: Decision
    let answers: [Ruche.Answer]
    let members: Int
}

extension DecisionDraft {
    init(_ form: Form) {
        self.init(
            sentence: form["proposition"], why: form["pourquoi"], about: Decision.About(rawValue: form["sur"]) ?? .free,
            object: Int64(form["objet"]))
        days = Int(form["jours"]) ?? 0
        quorum = Int(form["quorum"]) ?? 0
        reviewMonths = Int(form["relire"]) ?? 0
    }
}
