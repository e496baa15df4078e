import Ruche

/// The page of whoever asked without their name: the secret of its address is all that there is.
enum AnonymousRoutes {
    static func add(to routes: inout Routes) {
        // The questions whose addresses this device was told to keep, and no server.
        routes.get("anonyme", for: .visitor) { request in
            let kept = request.keptPages
            let questions = try await request.view { view in
                try kept.compactMap { secret in
                    try view.questions.anonymousPage(by: secret).map { page in
                        (secret: secret, question: try page.standing(in: view).questions.find(page.question))
                    }
                }
            }
            return .page(keptPages(questions, request.ui))
        }

        routes.get("anonyme/:secret", for: .visitor) { request in
            var form = AnonymousForm(isNew: request.query.has("nouvelle"))
            if request.query.has("modifier") { form.gesture = "modifier" }
            return try await page(request, form)
        }

        routes.get("anonyme/:secret/fichiers/:id", for: .visitor) { request in
            let (_, opened) = try await opened(request)
            let id = try request.id(Attachment.self)
            let file = try await request.view { try opened.standing(in: $0).questions.attachment(id) }
            return try FileRoutes.answer(file, request)
        }

        routes.post("anonyme/:secret", for: .visitor, takesFile: true) { request in
            var form = AnonymousForm(request.form)
            let (secret, opened) = try await opened(request)
            if request.form.has("joindre") || request.form.has("ressortir") || form.gesture == "repondre" {
                form.basket = try await request.basket(on: opened)
                form.reply.basket = form.basket.secret
                if form.basket.isTouched { return try await page(request, form) }
            }
            do {
                if request.form.has("remplacer") { return try await replaced(form, request) }
                if form.gesture == "garder" { return keep(secret, isWanted: request.form.has("garder"), request) }
                try await gesture(form, request)
                request.site.live.wake()
                if form.gesture == "dire-autrement" {
                    return .redirect(Link.anonymous(secret).path(in: nil) + "?modifier=1#modifier")
                }
                return .seeOther(.anonymous(secret))
            } catch let refusal as Refusal where refusal.kind != .notFound {
                form.refusal = refusal
            } catch let wall as GuardWall {
                form.stop(by: wall)
            } catch let many as ManyCalled {
                form.called = many.count
            } catch let conflict as EditConflict {
                form.refusal = Refusal("Ce texte a changé ailleurs : reprenez-le ci-dessous.", field: "texte")
                (form.title, form.body, form.version) = (conflict.title, conflict.body, conflict.version)
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
        var form = form
        form.isKept = request.keptPages.contains(secret)
        let model = try await request.view { try AnonymousOnPage(opened, $0) }
        let address = request.site.settings.url + Link.anonymous(secret).path(in: nil)
        return .page(
            anonymousPage(model, at: secret, address: address, form, request.ui),
            status: form.isRefused ? .unprocessableContent : .ok)
    }

    /// Kept by the browser, under an address that nothing else is sent to.
    private static func keep(_ secret: Secret, isWanted: Bool, _ request: WebRequest) -> Answer {
        let others = request.keptPages.filter { $0 != secret }
        let kept = isWanted ? [secret] + others : others
        return .with(cookies: [request.site.cookies.keeping(kept)], .seeOther(.anonymous(secret), flash: .kept))
    }

    private static func replaced(_ form: AnonymousForm, _ request: WebRequest) async throws -> Answer {
        let (_, opened) = try await opened(request)
        let (typed, replacing) = (form, request.form.replacing)
        let form = try await request.view { view in
            let view = try opened.standing(in: view)
            var form = typed
            guard form.gesture == "modifier" || form.gesture == "corriger" else {
                form.reply = try form.reply.replaced(in: view, replacing)
                return form
            }
            let replaced = try view.replaced([form.title, form.body], replacing)
            (form.title, form.body) = (replaced[0], replaced[1])
            return form
        }
        return try await page(request, form)
    }

    private static func gesture(_ form: AnonymousForm, _ request: WebRequest) async throws {
        let (_, opened) = try await opened(request)
        let question = opened.question
        let (reply, outcome) = (Reply.ID(request.form["reponse"]), FollowUp.Outcome(rawValue: request.form["suite"]))
        let withoutUs = WithoutUs(rawValue: request.form["sans-nous"])
        try await request.site.instance.act(through: .web) { act in
            let alias = try opened.standing(in: act)
            try alias.view.communities.current().mustBeOpen()
            // The page speaks in its own thread, and nowhere else.
            if let reply, try alias.view.questions.questionOf(reply) != question { throw Refusal.notFound }
            func needed() throws -> Reply.ID { try reply ?? { throw Refusal.notFound }() }
            switch form.gesture {
            case "repondre": _ = try alias.questions.reply(to: question, form.reply)
            case "modifier":
                try alias.questions.edit(
                    .question(question), title: form.title, body: form.body, from: form.version,
                    isConfirmed: form.reply.isConfirmed, callsMany: form.reply.callsMany)
            case "corriger":
                let own: Flagged = reply.map { .reply($0) } ?? .question(question)
                var draft = try alias.view.safety.correction(of: own).draft
                (draft.title, draft.body, draft.isConfirmed) = (form.title, form.body, form.reply.isConfirmed)
                _ = try alias.safety.correct(own, draft)
            case "retirer": try alias.questions.delete(reply.map { .reply($0) } ?? .question(question))
            case "retablir": try alias.questions.restore(reply.map { .reply($0) } ?? .question(question))
            case "utile": try alias.questions.markUseful(try needed())
            case "pas-utile": try alias.questions.withdrawUsefulMark(try needed())
            case "sans-nous":
                guard let withoutUs else { throw Refusal.notFound }
                try alias.questions.sayWithoutUs(try needed(), withoutUs)
            case "retenir": try alias.questions.retain(try needed(), thanks: form.thanks)
            case "resoudre": try alias.questions.resolve(question)
            case "clore": try alias.questions.close(question, word: form.word)
            case "rouvrir": try alias.questions.reopen(question)
            case "dire-autrement": try alias.questions.choose(.reword, for: question)
            case "tous": try alias.questions.choose(.widen, for: question)
            case "rencontre": try alias.questions.choose(.agenda, for: question)
            default:
                guard let outcome else { throw Refusal.notFound }
                try alias.questions.tellWhatBecame(of: question, outcome, sentence: form.sentence)
            }
        }
    }
}

extension WebRequest {
    /// The secret pages that this device was told to keep.
    fileprivate var keptPages: [Secret] { site.cookies.kept(of: headers) }
}
