import Ruche

/// Exchanges other than questions: writing them, what becomes of them, cases, syntheses.
enum ExchangeRoutes {
    static func add(to routes: inout Routes) {
        writing(&routes)
        cases(&routes)
        afterwards(&routes)
    }

    private static func writing(_ routes: inout Routes) {
        routes.get("c/:community/echanges/nouveau", for: .member) { request in
            .page(newExchangePage(request.ui))
        }

        routes.get("c/:community/echanges/nouveau/:genre", for: .member) { request in
            let kind = try kind(request)
            if kind == .question { return .seeOther(.ask) }
            let draft = try await request.view { try $0.questions.draft(at: .exchange(kind)) }
            var kept = Form()
            for (name, value) in draft?.fields ?? [:] { kept.add(value, for: name) }
            var form = try await form(kind, kept, request)
            form.savedAt = draft?.savedAt
            let basket = form.draft.basket
            form.basket = try await request.view { try Basket(basket, in: $0) }
            return .page(writeExchangePage(form, request.ui))
        }

        routes.post("c/:community/echanges/nouveau/:genre", for: .member, takesFile: true) { request in
            let kind = try kind(request)
            let basket = kind == .clinicalCase ? .empty : try await request.basket()
            var form = try await form(kind, request.form.marked(request.ui) ?? request.form, request)
            (form.basket, form.draft.basket) = (basket, basket.secret)
            if request.form.has("apercu") { form.preview = try await request.preview(of: form.draft.body, form.draft) }
            if basket.isTouched || form.preview != nil || request.form.has("mettre") {
                return .page(writeExchangePage(form, request.ui), status: .unprocessableContent)
            }
            if request.form.has("brouillon") {
                let fields = form.fields
                try await request.act { try $0.questions.keepDraft(at: .exchange(kind), fields) }
                return .seeOther(.newExchange(kind), flash: .draftKept)
            }
            if request.form.has("remplacer") {
                form.basket = try await request.neutralNames(in: basket)
                return try await replaced(form, at: nil, request)
            }
            if try await request.declaration(of: form.draft.texts, isConfirmed: form.draft.isConfirmed) != nil {
                form.asksToDeclare = true
                return .page(writeExchangePage(form, request.ui), status: .unprocessableContent)
            }
            do {
                return try await publish(form, request)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                form.refusal = try await request.placed(refusal, among: form.parts)
            } catch let many as ManyCalled {
                form.called = many.count
            } catch let wall as GuardWall {
                form.wall = wall
            }
            return .page(writeExchangePage(form, request.ui), status: .unprocessableContent)
        }
    }

    private static func publish(_ form: ExchangeForm, _ request: WebRequest) async throws -> Answer {
        let draft = form.draft
        guard form.kind == .clinicalCase else {
            let id = try await request.act { try $0.questions.ask(draft) }
            return .seeOther(.question(id), flash: .published)
        }
        let (reader, consent) = (Member.ID(form.reader), form.hasTeamConsent)
        let id = try await request.act {
            try $0.questions.propose(draft, reader: reader, hasTeamConsent: consent)
        }
        return .seeOther(.proposedCase(id), flash: .caseProposed)
    }

    private static func kind(_ request: WebRequest) throws -> Question.Kind {
        guard let kind = Question.Kind(slug: request.parameter("genre")) else { throw Refusal.notFound }
        return kind
    }

    private static func form(_ kind: Question.Kind, _ typed: Form, _ request: WebRequest) async throws -> ExchangeForm {
        let (place, members) = try await request.view { view in
            (
                try AskPlace(view),
                kind == .clinicalCase
                    ? try view.members.directory(limit: 1_000).map(\.member.author).filter {
                        $0.id != view.actor.member
                    }
                    : []
            )
        }
        var form = ExchangeForm(kind, typed, place, request.ui)
        form.members = members
        return form
    }

    private static func replaced(_ form: ExchangeForm, at link: Link?, _ request: WebRequest) async throws -> Answer {
        let (ui, replacing) = (request.ui, request.form.replacing)
        let form = try await request.view { try form.replaced(in: $0, replacing, ui) }
        return .page(writeExchangePage(form, at: link, request.ui), status: .unprocessableContent)
    }

    private static func cases(_ routes: inout Routes) {
        routes.get("c/:community/cas/:id", for: .member) { request in
            let id = try request.id(ProposedCase.self)
            return .page(casePage(try await request.view { try CaseOnPage(id, in: $0) }, request.ui))
        }

        routes.get("c/:community/cas/:id/modifier", for: .member) { request in
            let id = try request.id(ProposedCase.self)
            let proposed = try await ownCase(id, request)
            var typed = Form()
            for (name, value) in proposed.draft.fields { typed.add(value, for: name) }
            var form = try await form(.clinicalCase, typed, request)
            (form.reader, form.hasTeamConsent) = (proposed.reader?.id.description ?? "", true)
            return .page(writeExchangePage(form, at: .changeCase(id), request.ui))
        }

        routes.post("c/:community/cas/:id/modifier", for: .member, takesFile: true) { request in
            let id = try request.id(ProposedCase.self)
            _ = try await ownCase(id, request)
            var form = try await form(.clinicalCase, request.form.marked(request.ui) ?? request.form, request)
            if request.form.has("apercu") { form.preview = try await request.preview(of: form.draft.body, form.draft) }
            if form.preview != nil || request.form.has("mettre") {
                return .page(
                    writeExchangePage(form, at: .changeCase(id), request.ui), status: .unprocessableContent)
            }
            if request.form.has("remplacer") { return try await replaced(form, at: .changeCase(id), request) }
            do {
                let draft = form.draft
                try await request.act { try $0.questions.change(id, to: draft) }
                return .seeOther(.proposedCase(id), flash: .caseProposed)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                form.refusal = try await request.placed(refusal, among: form.parts)
            } catch let many as ManyCalled {
                form.called = many.count
            } catch let wall as GuardWall {
                form.wall = wall
            }
            return .page(writeExchangePage(form, at: .changeCase(id), request.ui), status: .unprocessableContent)
        }

        routes.post("c/:community/cas/:id/valider", for: .member) { request in
            let id = try request.id(ProposedCase.self)
            let checks = Set(request.form.all("points").compactMap(CaseCheck.init(rawValue:)))
            do {
                let question = try await request.act { try $0.questions.passCase(id, checks: checks) }
                return .seeOther(.question(question), flash: .published)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await again(id, remark: "", refusal, request)
            }
        }

        routes.post("c/:community/cas/:id/renvoyer", for: .member) { request in
            let id = try request.id(ProposedCase.self)
            let remark = request.form["remarque"]
            do {
                try await request.act { try $0.questions.sendBack(id, remark: remark) }
                return .seeOther(.questions, flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await again(id, remark: remark, refusal, request)
            }
        }

        routes.post("c/:community/cas/:id/retirer", for: .member) { request in
            let id = try request.id(ProposedCase.self)
            try await request.act { try $0.questions.withdrawCase(id) }
            return .seeOther(.questions, flash: .removed)
        }
    }

    private static func ownCase(_ id: ProposedCase.ID, _ request: WebRequest) async throws -> ProposedCase {
        let proposed = try await request.view { view in
            let proposed = try view.questions.proposedCase(id)
            guard proposed.author.id == view.actor.member else { throw ProposedCase.isItsAuthors }
            return proposed
        }
        return proposed
    }

    private static func again(
        _ id: ProposedCase.ID, remark: String, _ refusal: Refusal, _ request: WebRequest
    ) async throws -> Answer {
        var model = try await request.view { try CaseOnPage(id, in: $0) }
        (model.remark, model.refusal) = (remark, refusal)
        return .page(casePage(model, request.ui), status: refusal.status)
    }

    private static func afterwards(_ routes: inout Routes) {
        routes.post("c/:community/questions/:id/devenir", for: .member) { request in
            let id = try request.id(Question.self)
            var typed = BecomingForm(
                form: request.form["forme"], target: request.form["devenu"], word: request.form["mot"])
            guard let outcome = Outcome.Form(rawValue: typed.form) else { throw Refusal.notFound }
            do {
                let (target, word) = (typed.target, typed.word)
                try await request.act { try $0.questions.becomes(outcome, target: target, word: word, for: id) }
                return .seeOther(.question(id), flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                typed.refusal = refusal
            } catch let wall as GuardWall {
                typed.refusal = wall.refusal(field: "mot")
            }
            let model = try await request.view { try ThreadOnPage(id, $0) }
            var form = ReplyForm(thread: model.thread)
            form.becoming = typed
            return .page(threadPage(model, form, request.ui), status: .unprocessableContent)
        }

        routes.get("c/:community/questions/:id/synthese", for: .member) { request in
            .page(synthesisPage(try await synthesis(request), request.ui))
        }
        routes.post("c/:community/questions/:id/synthese", for: .member) { request in
            let id = try request.id(Question.self)
            var form = try await synthesis(request)
            (form.text, form.version) = (request.form["texte"], Int(request.form["version"]) ?? 0)
            form.hasSeenBoth = request.form.has("vu-les-deux")
            let (text, version, hasSeenBoth) = (form.text, form.version, form.hasSeenBoth)
            let isConfirmed = request.form.has("confirme")
            if request.form.has("apercu") { form.preview = try await request.preview(of: text) }
            if let marked = request.form.marked(request.ui) { form.text = marked["texte"] }
            if form.preview != nil || request.form.has("mettre") {
                return .page(synthesisPage(form, request.ui), status: .unprocessableContent)
            }
            if request.form.has("remplacer") {
                form.text = try await request.replaced(text)
                return .page(synthesisPage(form, request.ui), status: .unprocessableContent)
            }
            do {
                try await request.act {
                    try $0.questions.synthesise(
                        id, text, from: version, hasSeenBoth: hasSeenBoth, isConfirmed: isConfirmed)
                }
                return .seeOther(.question(id), flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                form.refusal = refusal
            } catch let conflict as EditConflict {
                (form.conflict, form.version, form.hasSeenBoth) = (conflict, conflict.version, true)
            } catch let wall as GuardWall {
                form.wall = wall
            }
            return .page(synthesisPage(form, request.ui), status: .unprocessableContent)
        }

        routes.get("c/:community/questions/:id/synthese/versions", for: .member) { request in
            let id = try request.id(Question.self)
            let (question, versions) = try await request.view { view in
                (try view.questions.find(id), try view.questions.synthesisHistory(of: id))
            }
            return .page(versionsPage(question, versions, of: .question(id), request.ui))
        }
    }

    private static func synthesis(_ request: WebRequest) async throws -> SynthesisForm {
        let id = try request.id(Question.self)
        return try await request.view { view in
            let thread = try view.questions.thread(id)
            let now = try view.questions.synthesis(of: id)
            let replies = thread.replies.filter { $0.deletedAt == nil }.sorted { $0.number < $1.number }
            guard thread.question.deletedAt == nil, now != nil || replies.count >= Synthesis.leastReplies else {
                throw Refusal.notFound
            }
            return SynthesisForm(
                question: thread.question, replies: replies, text: now?.body ?? "", version: now?.version ?? 0)
        }
    }
}
