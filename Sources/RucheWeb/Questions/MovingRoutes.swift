import Ruche

/// Moving an exchange, with its trace and its redirect.
enum MovingRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/questions/:id/deplacer", for: .member) { request in
            do {
                return .page(movingPage(try await form(request), request.ui))
            } catch let refusal as Refusal where refusal.kind == .notFound {
                guard let elsewhere = try await request.movedAway(request.id()) else { throw refusal }
                return elsewhere
            }
        }

        routes.post("c/:community/questions/:id/deplacer", for: .member) { request in
            let id = try request.id(Question.self)
            let (kind, slug, reason) = (request.form["forme"], request.form["communaute"], request.form["raison"])
            let before = Question.Kind(rawValue: request.form["avant"])
            do {
                guard slug.isEmpty else {
                    try await request.act { try $0.questions.move(id, toCommunity: slug, because: reason) }
                    return .redirect(Link.question(id).path(in: slug))
                }
                guard let kind = Question.Kind(rawValue: kind) else {
                    throw Refusal("Choisissez une autre forme que la sienne.", field: "forme")
                }
                try await request.act { try $0.questions.move(id, from: before, to: kind, because: reason) }
                return .seeOther(.question(id), flash: .moved)
            } catch let refusal as Refusal where refusal.kind == .notFound {
                return try await movedMeanwhile(id, request, refusal)
            } catch let refusal as Refusal where refusal.kind == .invalid || refusal.field != nil {
                var form = try await form(request)
                (form.kind, form.community, form.reason, form.refusal) = (kind, slug, reason, refusal)
                return .page(movingPage(form, request.ui), status: refusal.status)
            } catch let wall as GuardWall {
                var form = try await form(request)
                (form.kind, form.community, form.reason) = (kind, slug, reason)
                form.refusal = wall.refusal(field: "raison")
                return .page(movingPage(form, request.ui), status: .unprocessableContent)
            }
        }
    }

    /// Somebody else took it elsewhere in the meantime: who and why, and what was typed.
    private static func movedMeanwhile(_ id: Question.ID, _ request: WebRequest, _ refusal: Refusal) async throws
        -> Answer
    {
        let (departure, away) = try await request.view { view in
            (try view.questions.departure(of: id), try view.questions.movedAway(id))
        }
        guard let departure else { throw refusal }
        return .page(
            departurePage(departure, to: away, typed: request.form["raison"], request.ui), status: .conflict)
    }

    private static func form(_ request: WebRequest) async throws -> MovingForm {
        let id = try request.id(Question.self)
        return try await request.view { view in
            let question = try view.questions.find(id)
            guard question.author.id == view.actor.member || view.actor.isFacilitator else {
                throw Refusal("Seuls son auteur et l’animation peuvent déplacer un échange.", kind: .notAllowed)
            }
            return MovingForm(
                question: question, destinations: try view.questions.destinations(),
                last: try view.questions.moves(of: id).first)
        }
    }
}

extension WebRequest {
    /// Where an exchange that is not here any more went, when its reader may go there; to the other members, that it was
    /// taken away, by whom and why.
    func movedAway(_ id: Question.ID) async throws -> Answer? {
        if let away = try await view({ try $0.questions.movedAway(id) }) {
            return .redirect(Link.question(away.question).path(in: away.slug))
        }
        guard ui.isMember, let departure = try await view({ try $0.questions.departure(of: id) }) else { return nil }
        return .page(departurePage(departure, ui), status: .notFound)
    }
}
