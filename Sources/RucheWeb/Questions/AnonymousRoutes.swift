import Ruche

/// The page of whoever asked without their name: the secret of its address is all that there is.
enum AnonymousRoutes {
    static func add(to routes: inout Routes) {
        routes.get("anonyme/:secret", for: .visitor) { request in
            try await page(request, AnonymousForm(isNew: request.query.has("nouvelle")))
        }
        routes.post("anonyme/:secret", for: .visitor) { request in
            var form = AnonymousForm()
            form.reply.body = request.form["texte"]
            form.reply.isConfirmed = request.form.has("confirme")
            (form.word, form.sentence) = (request.form["mot"], request.form["phrase"])
            do {
                if request.form.has("remplacer") {
                    return try await replaced(form, request)
                }
                try await gesture(form, request)
                request.site.live.wake()
                let (secret, _) = try await opened(request)
                return .seeOther(.anonymous(secret))
            } catch let refusal as Refusal where refusal.kind != .notFound {
                form.refusal = refusal
            } catch let wall as GuardWall {
                form.wall = wall
            }
            return try await page(request, form)
        }
    }

    private static func opened(_ request: WebRequest) async throws -> (Secret, AnonymousPage) {
        guard let secret = Secret(shown: request.parameter("secret")),
            let page = try await request.view({ try $0.questions.anonymousPage(by: secret) })
        else { throw Refusal.notFound }
        return (secret, page)
    }

    private static func page(_ request: WebRequest, _ form: AnonymousForm) async throws -> Answer {
        let (secret, opened) = try await opened(request)
        let model = try await request.view { try AnonymousOnPage(opened, $0) }
        let address = request.site.settings.url + Link.anonymous(secret).path(in: nil)
        let isRefused = form.refusal != nil || form.wall != nil
        return .page(
            anonymousPage(model, at: .anonymous(secret), address: address, form, request.ui),
            status: isRefused ? .unprocessableContent : .ok)
    }

    private static func replaced(_ form: AnonymousForm, _ request: WebRequest) async throws -> Answer {
        let (_, opened) = try await opened(request)
        var form = form
        let reply = form.reply
        form.reply = try await request.view { try reply.replaced(in: opened.standing(in: $0)) }
        return try await page(request, form)
    }

    private static func gesture(_ form: AnonymousForm, _ request: WebRequest) async throws {
        let (_, opened) = try await opened(request)
        let (gesture, question) = (request.form["geste"], opened.question)
        let (reply, outcome) = (Reply.ID(request.form["reponse"]), FollowUp.Outcome(rawValue: request.form["suite"]))
        try await request.site.instance.act(through: .web) { act in
            let alias = try opened.standing(in: act)
            try alias.view.communities.current().mustBeOpen()
            switch gesture {
            case "repondre": _ = try alias.questions.reply(to: question, form.reply)
            case "utile": try alias.questions.markUseful(try reply ?? { throw Refusal.notFound }())
            case "retenir": try alias.questions.retain(try reply ?? { throw Refusal.notFound }())
            case "resoudre": try alias.questions.resolve(question)
            case "clore": try alias.questions.close(question, word: form.word)
            case "tous": try alias.questions.choose(.widen, for: question)
            case "rencontre": try alias.questions.choose(.agenda, for: question)
            default:
                guard let outcome else { throw Refusal.notFound }
                try alias.questions.tellWhatBecame(of: question, outcome, sentence: form.sentence)
            }
        }
    }
}
