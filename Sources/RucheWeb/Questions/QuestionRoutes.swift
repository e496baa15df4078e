import Foundation
import NIOCore
import Ruche

enum QuestionRoutes {
    static func add(to routes: inout Routes) {
        reading(&routes)
        writing(&routes)
        judging(&routes)
    }

    private static func reading(_ routes: inout Routes) {
        // The address before there were other exchanges.
        routes.get("c/:community/questions", for: .member) { request in
            .seeOther(.questionList(QuestionQueries.Filter(request.query)))
        }

        routes.get("c/:community/echanges", for: .member) { request in
            let filter = QuestionQueries.Filter(request.query)
            if case .topic(let id) = filter, let other = try await request.view({ try $0.topics.successor(of: id) }) {
                return .seeOther(.questionList(.topic(other)))
            }
            let mark = QuestionQueries.Mark(request.query["apres"])
            let list = try await request.view { view in
                let page = try view.questions.page(filter, after: mark)
                let pins = mark == nil && filter == .all ? try view.questions.pins() : []
                return QuestionList(
                    filter: filter, questions: page.questions, next: page.next, isFirst: mark == nil,
                    topics: try view.questions.topics(),
                    cases: mark == nil ? try view.questions.proposedCases() : [], pins: pins,
                    unread: try view.questions.unread(among: page.questions))
            }
            return .page(questionsPage(list, request.ui))
        }

        routes.get("c/:community/questions/:id", for: .guest, countsAs: .exchange) { request in
            let id = try request.id(Question.self)
            let (model, basket): (ThreadOnPage, Basket)
            do {
                (model, basket) = try await request.view { view in
                    let model = try ThreadOnPage(id, view)
                    return (model, try Basket(model.thread.draft?.fields[Basket.field] ?? "", in: view))
                }
            } catch let refusal as Refusal where refusal.kind == .notFound {
                guard let away = try await request.movedAway(id) else { throw refusal }
                return away
            }
            if model.thread.question.mergedInto != nil { return .page(mergedPage(model.traces, request.ui)) }
            request.noteRead(model.thread)
            var form = ReplyForm(thread: model.thread)
            form.basket = basket
            form.cite(Int(request.query["citer"]), in: model.thread, request.ui)
            return .page(threadPage(model, form, request.ui))
        }

        routes.get("c/:community/questions/:id/versions", for: .guest) { request in
            let id = try request.id(Question.self)
            let history = try await request.view { try $0.questions.history(of: .question(id)) }
            return .page(versionsPage(history.question, history.versions, of: .question(id), request.ui))
        }

        routes.get("c/:community/reponses/:id/versions", for: .guest) { request in
            let id = try request.id(Reply.self)
            let history = try await request.view { try $0.questions.history(of: .reply(id)) }
            return .page(versionsPage(history.question, history.versions, of: .reply(id), request.ui))
        }

    }

    private static func writing(_ routes: inout Routes) {
        routes.get("c/:community/questions/nouvelle", for: .member) { request in
            let (place, draft, basket) = try await request.view { view in
                let draft = try view.questions.draft(at: .question)
                return (try AskPlace(view), draft, try Basket(draft?.fields[Basket.field] ?? "", in: view))
            }
            var form = QuestionForm(
                draft: draft.map { QuestionDraft(fields: $0.fields) } ?? QuestionDraft(), place: place)
            form.savedAt = draft?.savedAt
            form.basket = basket
            if draft == nil {
                form.draft.title = request.query["titre"]
                form.draft.need = request.query["besoin"]
                form.draft.objective = request.query["objectif"]
            }
            return .page(askPage(form, request.ui))
        }

        routes.post("c/:community/questions", for: .member, takesFile: true) { request in
            let basket = try await request.basket()
            var draft = QuestionDraft(request.form)
            draft.basket = basket.secret
            // Nothing that will be published without a name is kept under it.
            if request.form.has("brouillon"), !request.form.has("anonyme"), basket.refused.isEmpty {
                let draft = draft
                try await request.act { try $0.questions.keepDraft(at: .question, draft.fields) }
                return .seeOther(.ask, flash: .draftKept)
            }
            return try await ask(draft, basket, request)
        }

        routes.get("c/:community/questions/proches", for: .member) { request in
            let title = request.query["titre"]
            let found = try await request.view { try $0.questions.similar(to: title) }
            return .page(similarList(found, request.ui))
        }

        routes.post("c/:community/questions/:id/reponses", for: .guest, takesFile: true) { request in
            let id = try request.id(Question.self)
            let basket = try await request.basket()
            var draft = ReplyDraft(request.form)
            draft.basket = basket.secret
            if request.form.has("brouillon"), basket.refused.isEmpty {
                let draft = draft
                try await request.act { try $0.questions.keepDraft(at: .reply(id), draft.fields) }
                return .seeOther(.question(id), flash: .draftKept)
            }
            return try await reply(to: id, draft, basket, request)
        }

        routes.post("c/:community/brouillon", for: .guest) { request in
            guard let place = Draft.Place(request.form["place"]) else { throw Refusal.notFound }
            if request.form.has("anonyme") {
                try await request.act { try $0.questions.eraseDraft(at: place) }
                return .text("")
            }
            let fields = request.form.fields {
                !["jeton", "place", "vu", "confirme", "appelle", "declarer-vu", "envoi"].contains($0)
            }
            try await request.act { try $0.questions.keepDraft(at: place, fields) }
            return .text(request.ui("Enregistré à %@", request.ui.time(request.ui.now)))
        }

        routes.post("c/:community/brouillon/jeter", for: .guest) { request in
            guard let place = Draft.Place(request.form["place"]) else { throw Refusal.notFound }
            try await request.act { try $0.questions.eraseDraft(at: place) }
            switch place {
            case .question: return .seeOther(.ask, flash: .removed)
            case .exchange(let kind): return .seeOther(.newExchange(kind), flash: .removed)
            case .reply(let id): return .seeOther(.question(id), flash: .removed)
            }
        }

        routes.get("c/:community/questions/:id/modifier", for: .guest) { request in
            try await edit(.question(try request.id()), request)
        }
        routes.post("c/:community/questions/:id/modifier", for: .guest, takesFile: true) { request in
            try await keepEdit(.question(try request.id()), request)
        }
        routes.get("c/:community/reponses/:id/modifier", for: .guest) { request in
            try await edit(.reply(try request.id()), request)
        }
        routes.post("c/:community/reponses/:id/modifier", for: .guest, takesFile: true) { request in
            try await keepEdit(.reply(try request.id()), request)
        }

        routes.post("c/:community/questions/:id/retirer", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.delete(.question(id)) }
            return .seeOther(.questions, flash: .questionDeleted(id))
        }
        routes.post("c/:community/questions/:id/retablir", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.restore(.question(id)) }
            return .seeOther(.question(id), flash: .restored)
        }
        routes.post("c/:community/reponses/:id/retirer", for: .guest) { request in
            let id = try request.id(Reply.self)
            let (question, number) = try await request.act { act in
                let number = try act.view.questions.reply(id).number
                try act.questions.delete(.reply(id))
                return (try act.view.questions.questionOf(id), number)
            }
            // Its author may have seen that it says too much.
            request.site.live.hide(question, number)
            return .seeOther(.question(question), flash: .replyDeleted(id))
        }
        routes.post("c/:community/reponses/:id/retablir", for: .guest) { request in
            let id = try request.id(Reply.self)
            let question = try await request.act { act in
                try act.questions.restore(.reply(id))
                return try act.view.questions.questionOf(id)
            }
            return .seeOther(.question(question), flash: .restored)
        }
    }

    private static func judging(_ routes: inout Routes) {
        routes.post("c/:community/reponses/:id/utile", for: .guest) { request in
            let id = try request.id(Reply.self)
            let onBehalf = request.form.has("au-nom")
            return .seeOther(
                try await request.act { act in
                    try act.questions.markUseful(id, onBehalf: onBehalf)
                    return try act.view.questions.link(to: id)
                })
        }
        routes.post("c/:community/reponses/:id/utile/retirer", for: .guest) { request in
            let id = try request.id(Reply.self)
            let onBehalf = request.form.has("au-nom")
            return .seeOther(
                try await request.act { act in
                    try act.questions.withdrawUsefulMark(id, onBehalf: onBehalf)
                    return try act.view.questions.link(to: id)
                })
        }
        routes.post("c/:community/reponses/:id/retenir", for: .member) { request in
            let id = try request.id(Reply.self)
            let thanks = request.form["merci"]
            return .seeOther(
                try await request.act { act in
                    try act.questions.retain(id, thanks: thanks)
                    return try act.view.questions.link(to: id)
                }, flash: .retained)
        }
        routes.post("c/:community/questions/:id/resoudre", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.resolve(id) }
            return .seeOther(.question(id), flash: .resolved)
        }
        routes.post("c/:community/questions/:id/rouvrir", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.reopen(id) }
            return .seeOther(.question(id), flash: .reopened)
        }
        routes.post("c/:community/questions/:id/fermer", for: .member) { request in
            let id = try request.id(Question.self)
            let word = request.form["mot"]
            do {
                try await request.act { try $0.questions.close(id, word: word) }
                return .seeOther(.question(id), flash: .closed)
            } catch let refusal as Refusal where refusal.field != nil {
                let model = try await threadModel(id, request)
                var form = ReplyForm(thread: model.thread)
                form.closing = (word, refusal)
                return .page(threadPage(model, form, request.ui), status: .unprocessableContent)
            }
        }
        routes.post("c/:community/questions/:id/moi-aussi", for: .member) { request in
            let id = try request.id(Question.self)
            let line = request.form["ligne"]
            try await request.act { try $0.questions.sayMeToo(id, line: line) }
            return .seeOther(.question(id), flash: .meToo)
        }
        routes.post("c/:community/questions/:id/moi-aussi/retirer", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.withdrawMeToo(id) }
            return .seeOther(.question(id))
        }
    }

    // The forms that may be refused: each comes back as it was typed.

    private static func ask(_ draft: QuestionDraft, _ basket: Basket, _ request: WebRequest) async throws -> Answer {
        func again(_ change: (inout QuestionForm) -> Void) async throws -> Answer {
            let place = try await request.view { try AskPlace($0) }
            var form = QuestionForm(draft: draft, place: place)
            form.hasSeenSimilar = request.form.has("vu")
            form.isAnonymous = request.form.has("anonyme")
            form.basket = basket
            change(&form)
            return .page(askPage(form, request.ui), status: .unprocessableContent)
        }
        if basket.isTouched { return try await again { _ in } }
        if let marked = request.form.marked(request.ui) {
            return try await again { $0.draft.body = marked["texte"] }
        }
        if request.form.has("apercu") {
            let hint = try await request.view { try $0.hints(in: draft.texts) }
            let preview = try await request.preview(of: draft.body, draft)
            return try await again { ($0.preview, $0.hint) = (preview, hint) }
        }
        try request.slowPublishing()
        if request.form.has("remplacer") {
            let replacing = request.form.replacing
            let replaced = try await request.view { try draft.replaced(in: $0, replacing) }
            let named = try await request.neutralNames(in: basket)
            return try await again { ($0.draft, $0.basket) = (replaced, named) }
        }
        if !request.form.has("vu") {
            let found = try await request.view { try $0.questions.similar(to: draft.title) }
            if !found.isEmpty { return try await again { $0.similar = found } }
        }
        if request.form.has("brouillon") {
            return try await again {
                $0.refusal = Refusal("Sans nom, aucun brouillon n’est gardé : publiez, ou copiez votre texte ailleurs.")
            }
        }
        if try await request.declaration(of: draft.texts, isConfirmed: draft.isConfirmed) != nil {
            return try await again { _ in }
        }
        do {
            if request.form.has("anonyme") {
                let (form, fresh) = (Secret(shown: request.form["envoi"]), request.newSecret())
                let secret = try await request.act {
                    try $0.questions.askAnonymously(draft, from: form, secret: fresh)
                }
                return .seeOther(.anonymousSheet(secret.text, isNew: true))
            }
            let question = try await request.act { try $0.questions.ask(draft) }
            return .seeOther(.question(question), flash: .asked)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await again {
                $0.refusal = refusal
                // A need is tied by the page one came from: when it is gone, the question goes on without it.
                if refusal.field == "besoin" { $0.draft.need = "" }
            }
        } catch let many as ManyCalled {
            return try await again { $0.called = many.count }
        } catch let wall as GuardWall {
            return try await again { $0.wall = wall }
        }
    }

    private static func reply(to id: Question.ID, _ draft: ReplyDraft, _ basket: Basket, _ request: WebRequest)
        async throws -> Answer
    {
        func again(_ change: (inout ReplyForm) -> Void) async throws -> Answer {
            let model = try await threadModel(id, request)
            var form = ReplyForm(draft: draft)
            form.basket = basket
            change(&form)
            return .page(threadPage(model, form, request.ui), status: .unprocessableContent)
        }
        if basket.isTouched { return try await again { _ in } }
        if let marked = request.form.marked(request.ui) {
            return try await again { $0.draft.body = marked["texte"] }
        }
        if request.form.has("apercu") {
            let hint = try await request.view { try $0.hints(in: [draft.body, draft.atOurs]) }
            let preview = try await request.preview(of: draft.body, draft)
            return try await again { ($0.preview, $0.hint) = (preview, hint) }
        }
        try request.slowPublishing()
        if request.form.has("remplacer") {
            let replacing = request.form.replacing
            let replaced = try await request.view { try draft.replaced(in: $0, replacing) }
            let named = try await request.neutralNames(in: basket)
            return try await again { ($0.draft, $0.basket) = (replaced, named) }
        }
        if let link = try await request.declaration(of: draft.texts, isConfirmed: draft.isConfirmed) {
            return try await again { $0.declarationLink = link }
        }
        do {
            let link = try await request.act { act in
                try act.view.questions.link(to: try act.questions.reply(to: id, draft))
            }
            request.site.live.wake()
            return .seeOther(link, flash: .replied)
        } catch let many as ManyCalled {
            return try await again { $0.called = many.count }
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await again { $0.refusal = refusal }
        } catch let wall as GuardWall {
            return try await again { $0.wall = wall }
        }
    }

    private static func threadModel(_ id: Question.ID, _ request: WebRequest) async throws -> ThreadOnPage {
        try await request.view { try ThreadOnPage(id, $0) }
    }

    private static func edit(_ post: Post, _ request: WebRequest) async throws -> Answer {
        if let waiting = try await proposedChange(of: post, request) { return .seeOther(.changeCase(waiting)) }
        return .page(editPage(try await request.view { try EditForm(post, in: $0) }, request.ui))
    }

    /// A published case has one change at a time, which its second reader may hold.
    private static func proposedChange(of post: Post, _ request: WebRequest) async throws -> ProposedCase.ID? {
        guard case .question(let id) = post else { return nil }
        return try await request.view { view in
            guard try view.questions.isOwn(post) else { return nil }
            return try view.questions.proposedChange(of: id)?.id
        }
    }

    private static func keepEdit(_ post: Post, _ request: WebRequest) async throws -> Answer {
        var form = try await request.view { try EditForm(post, in: $0) }
        let basket = form.takesFiles ? try await request.basket() : .empty
        form.read(
            request.form.marked(request.ui) ?? request.form,
            Template(of: form.question.body, form.question.kind, request.ui))
        (form.basket, form.edit.basket) = (basket, basket.secret)
        if basket.isTouched || request.form.has("mettre") {
            return .page(editPage(form, request.ui), status: .unprocessableContent)
        }
        if request.form.has("apercu") {
            form.preview = try await request.preview(
                of: form.place == nil ? form.edit.reply.body : form.edit.question.body, form.edit)
            return .page(editPage(form, request.ui), status: .unprocessableContent)
        }
        let edit = form.edit
        if request.form.has("remplacer") {
            let replacing = request.form.replacing
            form.edit = try await request.view { try edit.replaced(in: $0, replacing) }
            return .page(editPage(form, request.ui), status: .unprocessableContent)
        }
        do {
            let (version, hasSeenBoth) = (form.version, form.hasSeenBoth)
            let (link, proposed) = try await request.act { act in
                let proposed = try act.questions.edit(post, edit, from: version, hasSeenBoth: hasSeenBoth)
                return (try act.view.questions.link(to: post), proposed)
            }
            if let proposed { return .seeOther(.proposedCase(proposed), flash: .caseChangeProposed) }
            return .seeOther(link, flash: .edited)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let template = Template(of: edit.question.body, form.question.kind, request.ui)
            let parts = form.place == nil ? nil : template.filled(from: edit.question.body)
            form.refusal = try await request.placed(refusal, among: parts ?? [:])
        } catch let many as ManyCalled {
            form.called = many.count
        } catch let conflict as EditConflict {
            (form.conflict, form.hasSeenBoth) = (conflict, true)
            form.version = conflict.version
            return .page(editPage(form, request.ui), status: .conflict)
        } catch let wall as GuardWall {
            form.wall = wall
        }
        return .page(editPage(form, request.ui), status: .unprocessableContent)
    }
}

extension WebRequest {
    /// How far the reader has come, for themselves; written a moment later.
    func noteRead(_ thread: QuestionThread) {
        guard let member = visitor?.member?.id else { return }
        // Past the last reply there are the numbers of those that left.
        let last = thread.question.lastNumber
        if thread.readUpTo.map({ $0 < last }) ?? true {
            site.comings.note(read: thread.question.id, upTo: last, by: member)
        }
    }
}
