import Ruche

/// Titles, pins, and what is read.
enum ArrangingRoutes {
    static func add(to routes: inout Routes) {
        titles(&routes)
        pins(&routes)
        reading(&routes)
    }

    private static func titles(_ routes: inout Routes) {
        routes.get("c/:community/questions/:id/titre", for: .member) { request in
            .page(titlePage(try await titleForm(request), request.ui))
        }

        routes.post("c/:community/questions/:id/titre", for: .member) { request in
            let id = try request.id(Question.self)
            var form = try await titleForm(request)
            (form.title, form.reason) = (request.form["titre"], request.form["raison"])
            let (title, reason, isOwn) = (form.title, form.reason, form.question.author.id == request.ui.member?.id)
            do {
                try await request.act { act in
                    try isOwn
                        ? act.questions.retitle(id, title) : act.questions.proposeTitle(title, for: id, because: reason)
                }
                return .seeOther(.question(id), flash: isOwn ? .retitled : .titleProposed)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                form.refusal = refusal
            } catch let wall as GuardWall {
                form.refusal = wall.refusal(field: "titre")
            }
            return .page(titlePage(form, request.ui), status: .unprocessableContent)
        }

        routes.post("c/:community/questions/:id/titre/accepter", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.acceptTitle(of: id) }
            return .seeOther(.question(id), flash: .retitled)
        }
        routes.post("c/:community/questions/:id/titre/refuser", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.declineTitle(of: id) }
            return .seeOther(.question(id), flash: .titleKept)
        }
    }

    private static func titleForm(_ request: WebRequest) async throws -> TitleForm {
        let id = try request.id(Question.self)
        let question = try await request.view { try $0.questions.find(id) }
        guard question.author.id == request.ui.member?.id || request.ui.isFacilitator else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        guard question.deletedAt == nil else { throw Refusal.notFound }
        return TitleForm(question: question, title: question.title)
    }

    private static func pins(_ routes: inout Routes) {
        routes.get("c/:community/questions/:id/epingler", for: .facilitator) { request in
            .page(pinPage(try await pinForm(request), request.ui))
        }

        routes.post("c/:community/questions/:id/epingler", for: .facilitator) { request in
            let id = try request.id(Question.self)
            let (reason, until) = (request.form["raison"], request.form["jusqu-au"])
            do {
                try await request.act { try $0.questions.pin(id, because: reason, until: until) }
                return .seeOther(.questions, flash: .pinned)
            } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
                var form = try await pinForm(request)
                (form.reason, form.until, form.refusal) = (reason, until, refusal)
                return .page(pinPage(form, request.ui), status: refusal.status)
            }
        }

        routes.post("c/:community/questions/:id/detacher", for: .facilitator) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.unpin(id) }
            return .seeOther(.question(id), flash: .unpinned)
        }
        routes.post("c/:community/questions/:id/en-tete/retirer", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.keepFirst(id, false) }
            return .seeOther(.questions, flash: .pinAside(id))
        }
        routes.post("c/:community/questions/:id/en-tete", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.keepFirst(id, true) }
            return .seeOther(.questions)
        }
    }

    private static func pinForm(_ request: WebRequest) async throws -> PinForm {
        let id = try request.id(Question.self)
        return try await request.view { view in
            let question = try view.questions.find(id)
            guard question.deletedAt == nil else { throw Refusal.notFound }
            return PinForm(question: question, isPinned: try view.questions.pinState(of: id).isPinned)
        }
    }

    private static func reading(_ routes: inout Routes) {
        routes.post("c/:community/questions/:id/non-lu", for: .member) { request in
            let id = try request.id(Question.self)
            let number = Int(request.form["depuis"]) ?? 0
            // What the page noted a moment ago is not written over it.
            if let member = request.ui.member?.id { request.site.comings.forget(read: id, by: member) }
            try await request.act { try $0.questions.markUnread(id, from: number) }
            return .seeOther(.questions, flash: .unread)
        }

        routes.post("c/:community/echanges/tout-lu", for: .member) { request in
            try await request.act { try $0.questions.markAllRead() }
            return .seeOther(request.form["retour"] == "accueil" ? .home : .questions, flash: .allRead)
        }
        routes.post("c/:community/echanges/tout-lu/annuler", for: .member) { request in
            try await request.act { try $0.questions.undoAllRead() }
            return .seeOther(.questions)
        }
    }
}

extension Link {
    static let allRead = Link.inside("/echanges/tout-lu")
    static let undoAllRead = Link.inside("/echanges/tout-lu/annuler")
    static func markUnread(_ id: Question.ID) -> Link { .inside("/questions/\(id)/non-lu") }
    static func citeInOpening(_ id: Question.ID) -> Link { .inside("/questions/\(id)/source") }
}
