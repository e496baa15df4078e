import Ruche

/// Sources, signs, following and keeping.
enum ConversationRoutes {
    static func add(to routes: inout Routes) {
        routes.post("c/:community/reponses/:id/signe", for: .guest) { request in
            let id = try request.id(Reply.self)
            guard let reaction = Reaction(rawValue: request.form["signe"]) else { throw Refusal.notFound }
            return .seeOther(
                try await request.act { act in
                    try act.questions.react(reaction, to: id)
                    return try act.view.questions.link(to: id)
                })
        }

        routes.post("c/:community/reponses/:id/source", for: .guest) { request in
            let id = try request.id(Reply.self)
            let draft = EvidenceDraft(request.form)
            do {
                return .seeOther(
                    try await request.act { act in
                        try act.questions.cite(draft, for: id)
                        return try act.view.questions.link(to: id)
                    }, flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                let question = try await request.view { try $0.questions.questionOf(id) }
                return try await again(question, request) { $0.citing = (id, draft, refusal) }
            }
        }

        routes.post("c/:community/questions/:id/source", for: .member) { request in
            let id = try request.id(Question.self)
            let draft = EvidenceDraft(request.form)
            do {
                try await request.act { try $0.questions.cite(draft, for: id) }
                return .seeOther(.question(id), flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await again(id, request) { $0.citingOpening = (draft, refusal) }
            }
        }

        routes.post("c/:community/sources/:id/retirer", for: .guest) { request in
            let id = try request.id(Evidence.self)
            return .seeOther(.question(try await request.act { try $0.questions.dropEvidence(id) }), flash: .removed)
        }

        routes.post("c/:community/questions/:id/suivre", for: .member) { request in
            let id = try request.id(Question.self)
            guard let level = FollowLevel(rawValue: request.form["niveau"]) else { throw Refusal.notFound }
            try await request.act { try $0.questions.follow(id, level) }
            return .seeOther(.question(id), flash: .kept)
        }

        routes.post("c/:community/questions/:id/contexte", for: .member) { request in
            let id = try request.id(Question.self)
            let setting = Question.Setting(rawValue: request.form["lieu"])
            let sought = Question.Sought(rawValue: request.form["attente"])
            try await request.act { try $0.questions.giveContext(id, setting: setting, sought: sought) }
            return .seeOther(.question(id), flash: .kept)
        }

        routes.get("c/:community/marque-pages", for: .member) { request in
            .page(bookmarksPage(try await request.view { try $0.questions.bookmarks() }, request.ui))
        }
        routes.post("c/:community/questions/:id/garder", for: .member) { request in
            let id = try request.id(Question.self)
            var form = BookmarkForm(name: request.form["nom"], remindOn: request.form["rappel"])
            do {
                let (name, day) = (form.name, form.remindOn)
                try await request.act { try $0.questions.keepBookmark(id, name: name, remindOn: day) }
                return .seeOther(.question(id), flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                form.refusal = refusal
                let refused = form
                return try await again(id, request) { $0.keeping = refused }
            }
        }
        routes.post("c/:community/questions/:id/garder/retirer", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.dropBookmark(id) }
            return .seeOther(.bookmarks, flash: .removed)
        }
    }

    private static func again(
        _ id: Question.ID, _ request: WebRequest, _ change: (inout ReplyForm) -> Void
    ) async throws -> Answer {
        let model = try await request.view { try ThreadOnPage(id, $0) }
        var form = ReplyForm(thread: model.thread)
        change(&form)
        return .page(threadPage(model, form, request.ui), status: .unprocessableContent)
    }
}
