import Ruche

/// Moving an exchange, with its trace and its redirect.
enum MovingRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/questions/:id/deplacer", for: .member) { request in
            .page(movingPage(try await form(request), request.ui))
        }

        routes.post("c/:community/questions/:id/deplacer", for: .member) { request in
            let id = try request.id(Question.self)
            let (kind, slug, reason) = (request.form["forme"], request.form["communaute"], request.form["raison"])
            do {
                guard slug.isEmpty else {
                    try await request.act { try $0.questions.move(id, toCommunity: slug, because: reason) }
                    return .redirect(Link.question(id).path(in: slug))
                }
                guard let kind = Question.Kind(rawValue: kind) else {
                    throw Refusal("Choisissez une autre forme que la sienne.", field: "forme")
                }
                try await request.act { try $0.questions.move(id, to: kind, because: reason) }
                return .seeOther(.question(id), flash: .moved)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                var form = try await form(request)
                (form.kind, form.community, form.reason, form.refusal) = (kind, slug, reason, refusal)
                return .page(movingPage(form, request.ui), status: .unprocessableContent)
            } catch let wall as GuardWall {
                var form = try await form(request)
                (form.kind, form.community, form.reason) = (kind, slug, reason)
                form.refusal = wall.refusal(field: "raison")
                return .page(movingPage(form, request.ui), status: .unprocessableContent)
            }
        }
    }

    private static func form(_ request: WebRequest) async throws -> MovingForm {
        let id = try request.id(Question.self)
        return try await request.view { view in
            let question = try view.questions.find(id)
            guard question.author.id == view.actor.member || view.actor.isFacilitator else {
                throw Refusal("Seuls son auteur et l’animation peuvent déplacer un échange.", kind: .notAllowed)
            }
            return MovingForm(question: question, destinations: try view.questions.destinations())
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
