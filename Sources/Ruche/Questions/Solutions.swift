import Persistence

extension QuestionActs {
    /// The asker keeps one reply as the solution: the question is resolved. Another choice replaces it; the time to
    /// the first solution stays.
    /// - Parameter thanks: words of the asker, quoted to the author of the reply.
    package func retain(_ id: Reply.ID, thanks: String = "") throws {
        let reply = try act.view.questions.reply(id)
        let question = try askersOwn(reply.question)
        guard question.kind == .question else { throw Refusal.notFound }
        guard reply.author.id != question.author.id || question.retained == id else {
            throw Refusal("Retenez la réponse d’un autre membre, ou dites que vous avez ce qu’il vous faut.")
        }
        let words = try thanks.line(limit: 500, field: "merci")
        try act.guardPatients(in: [thanks], isConfirmed: false)
        try act.execute(
            """
            update question set retained_id = \(id), retained_author_id = \(reply.author.id), thanks = \(words),
              resolved_at = coalesce(resolved_at, \(act.now))
            where id = \(question.id)
            """)
        try findApplied(question.id)
        try countOpen(-1, unless: !question.isOpen, of: question.kind)
        try planFollowUps(of: question.id)
        try act.record(
            .retained, .reply(id), within: .question(question.id),
            ["hours": String((act.now - question.askedAt).hours)])
        if words != nil { try act.record(.thanked, .reply(id), within: .question(question.id)) }
        try tellAuthor(of: reply, question, thanks: words)
    }

    /// *J’ai ce qu’il me faut*: resolved, without one reply above the others.
    package func resolve(_ id: Question.ID) throws {
        let question = try askersOwn(id)
        guard question.kind == .question || question.kind == .clinicalCase else { throw Refusal.notFound }
        guard question.resolvedAt == nil else { return }
        try act.execute("update question set resolved_at = \(act.now) where id = \(id)")
        try findApplied(id)
        try countOpen(-1, unless: !question.isOpen, of: question.kind)
        try planFollowUps(of: id)
        try act.record(.resolved, .question(id))
    }

    /// The asker changes their mind: the question waits again.
    package func reopen(_ id: Question.ID) throws {
        let question = try askersOwn(id)
        guard question.resolvedAt != nil || question.closedAt != nil else { return }
        try act.execute(
            """
            update question set resolved_at = null, retained_id = null, retained_author_id = null, thanks = null,
              closed_at = null, closing_word = null, applied_at = null
            where id = \(id)
            """)
        try markWhatChanged(in: id)
        try countOpen(+1, of: question.kind)
        if question.answeredAt == nil, question.kind == .question { try beginRoundAgain(question) }
        try act.record(.reopened, .question(id))
    }

    /// The asker needs no answer any more, and says why in a word. Nobody else can close a question.
    package func close(_ id: Question.ID, word: String) throws {
        let question = try askersOwn(id)
        guard question.isOpen else { return }
        guard let word = try word.line(field: "mot") else {
            throw Refusal("Dites en un mot pourquoi la question n’attend plus.", field: "mot")
        }
        try act.guardPatients(in: [word], isConfirmed: false)
        try act.execute("update question set closed_at = \(act.now), closing_word = \(word) where id = \(id)")
        try markWhatChanged(in: id)
        try countOpen(-1, of: question.kind)
        try act.record(.closed, .question(id))
    }

    /// The question, if the actor asked it: solving belongs to the asker alone (DOMAIN §3).
    func askersOwn(_ id: Question.ID) throws -> Question {
        let question = try act.view.questions.find(id)
        guard question.deletedAt == nil else { throw Refusal.notFound }
        guard question.author.id == act.actor.member else {
            throw Refusal("C’est à la personne qui a posé la question d’en décider.", kind: .notAllowed)
        }
        return question
    }

    private func tellAuthor(of reply: Reply, _ question: Question, thanks: String?) throws {
        let community = try act.view.communities.current()
        try act.mails.tell(
            reply.author.id, about: question.id,
            .retained(
                community: community.name, slug: community.slug, question: question.id.rawValue, title: question.title,
                asker: question.author.name, thanks: thanks), key: "retained/\(reply.id)")
    }
}
