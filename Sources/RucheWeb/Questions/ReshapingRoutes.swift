import Ruche

/// Splitting an exchange, and joining one to another, with their trace.
enum ReshapingRoutes {
    static func add(to routes: inout Routes) {
        splitting(&routes)
        merging(&routes)
    }

    private static func splitting(_ routes: inout Routes) {
        routes.get("c/:community/questions/:id/separer", for: .facilitator) { request in
            .page(splitPage(try await splitForm(request), request.ui))
        }

        routes.post("c/:community/questions/:id/separer", for: .facilitator) { request in
            let id = try request.id(Question.self)
            var draft = SplitDraft()
            draft.replies = request.form.all("reponses").compactMap { Reply.ID($0) }
            (draft.title, draft.reason) = (request.form["titre"], request.form["raison"])
            draft.kind = Question.Kind(rawValue: request.form["forme"])
            do {
                let new = try await request.act { [draft] in try $0.questions.split(id, draft) }
                return .seeOther(.question(new), flash: .split)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                var form = try await splitForm(request)
                (form.draft, form.refusal) = (draft, refusal)
                return .page(splitPage(form, request.ui), status: .unprocessableContent)
            }
        }
    }

    private static func splitForm(_ request: WebRequest) async throws -> SplitForm {
        let id = try request.id(Question.self)
        let (question, replies, someStay) = try await request.view { try $0.questions.splittable(id) }
        return SplitForm(question: question, replies: replies, someStay: someStay)
    }

    private static func merging(_ routes: inout Routes) {
        routes.get("c/:community/questions/:id/reunir", for: .member) { request in
            .page(mergePage(try await mergeForm(request), request.ui))
        }

        routes.post("c/:community/questions/:id/reunir", for: .member) { request in
            let id = try request.id(Question.self)
            let (chosen, address) = (request.form["dans"], request.form["adresse"])
            let reason = request.form["raison"]
            do {
                guard let target = number(in: address) ?? Question.ID(chosen) else {
                    throw Refusal("Choisissez l’échange auquel réunir celui-ci.", field: "dans")
                }
                let isDone = try await request.act {
                    try $0.questions.join(id, into: target, because: reason)
                }
                return isDone
                    ? .seeOther(.question(target), flash: .merged) : .seeOther(.question(id), flash: .mergeProposed)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                var form = try await mergeForm(request)
                (form.target, form.address, form.reason, form.refusal) = (chosen, address, reason, refusal)
                return .page(mergePage(form, request.ui), status: .unprocessableContent)
            }
        }

        routes.post("c/:community/questions/:id/reunir/accepter", for: .member) { request in
            let id = try request.id(Question.self)
            let target = try await request.act { try $0.questions.acceptMerge(of: id) }
            return .seeOther(.question(target), flash: .merged)
        }
        routes.post("c/:community/questions/:id/reunir/refuser", for: .member) { request in
            let id = try request.id(Question.self)
            try await request.act { try $0.questions.declineMerge(of: id) }
            return .seeOther(.question(id), flash: .keptApart)
        }
    }

    /// The exchange of an address that was copied, or its number.
    private static func number(in text: String) -> Question.ID? {
        let text = text.trimmingWhitespace()
        if let found = text.firstMatch(of: /\/questions\/(\d+)/) { return Question.ID(found.1) }
        return Question.ID(text)
    }

    private static func mergeForm(_ request: WebRequest) async throws -> MergeForm {
        let id = try request.id(Question.self)
        return try await request.view { view in
            let question = try view.questions.find(id)
            guard question.author.id == view.actor.member || view.actor.isFacilitator else {
                throw Refusal(
                    "Seuls son auteur et l’animation peuvent réunir un échange à un autre.", kind: .notAllowed)
            }
            guard question.deletedAt == nil else { throw Refusal.notFound }
            return MergeForm(
                question: question, targets: try view.questions.mergeTargets(of: question),
                proposal: try view.questions.mergeProposal(for: id),
                isDecidedHere: try !view.questions.isAuthorHere(question))
        }
    }
}
