import Persistence

/// A facilitator proposes a clearer title; the author takes it or keeps theirs.
package struct TitleProposal: Sendable, Equatable {
    package let title: String
    package let proposer: String
    package let reason: String
}

extension QuestionQueries {
    package func titleProposal(for id: Question.ID) throws -> TitleProposal? {
        try view.transaction.first(
            """
            select p.title, coalesce(m.name, ''), p.reason from title_proposal p
            join question q on q.id = p.question_id left join member m on m.id = p.proposer_id
            where p.question_id = \(id) and q.community_id = \(try view.community)
            """
        ) { row in TitleProposal(title: try row[0], proposer: try row[1], reason: try row[2]) }
    }

    /// The title that an exchange had before its present one, once others had answered; nil when it never had another.
    package func formerTitle(of question: Question) throws -> String? {
        if question.editedAt == nil { return nil }
        return try view.transaction.value(
            """
            select title from post_version
            where object = \(Subject.question(question.id)) and title <> \(question.title)
            order by version desc limit 1
            """)
    }
}

extension QuestionActs {
    /// Its author gives an exchange another title; the former one stays in the history, and under the new one.
    package func retitle(_ id: Question.ID, _ title: String) throws {
        let question = try titled(id)
        guard question.author.id == act.actor.member else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        var edit = try act.view.questions.edit(of: .question(id))
        edit.question.title = try checkedTitle(title)
        if question.kind == .experience { try mustNameNobody([edit.question.title]) }
        guard edit.question.title != question.title else { throw Refusal("C’est déjà son titre.", field: "titre") }
        // The rest of its words was read over when it was written.
        try keep(try ChangedPost(edit, of: .question(id), in: act.view), reason: "", isApart: false)
        try act.execute("delete from title_proposal where question_id = \(id)")
    }

    /// Nobody edits the words of another: the title waits for its author’s word.
    package func proposeTitle(_ title: String, for id: Question.ID, because reason: String) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let question = try titled(id)
        guard try act.view.questions.isAuthorHere(question) else {
            throw Refusal(
                "Personne ne peut demander son accord à l’auteur de cet échange : son titre reste.", field: "titre")
        }
        let title = try checkedTitle(title)
        guard title != question.title else { throw Refusal("C’est déjà son titre.", field: "titre") }
        let reason = try saidReason(reason)
        try act.execute(
            """
            insert into title_proposal (question_id, title, proposer_id, reason, proposed_at)
            values (\(id), \(title), \(try act.member), \(reason), \(act.now))
            on conflict (question_id) do update set title = excluded.title, proposer_id = excluded.proposer_id,
              reason = excluded.reason, proposed_at = excluded.proposed_at
            """)
        let community = try act.view.communities.current()
        try act.mails.tell(
            question.author.id, about: id,
            .titleProposed(exchange(question, in: community), title: title, proposer: try ownName(), reason: reason),
            key: "title/\(id)/\(act.now.milliseconds)", atOnce: true)
        try act.record(.proposedTitle, .question(id), ["word": reason])
    }

    /// The author takes the title that is proposed.
    package func acceptTitle(of id: Question.ID) throws {
        _ = try askersOwn(id)
        guard let proposal = try act.view.questions.titleProposal(for: id) else { throw Refusal.notFound }
        try retitle(id, proposal.title)
    }

    /// The author keeps theirs.
    package func declineTitle(of id: Question.ID) throws {
        _ = try askersOwn(id)
        let removed = try act.execute("delete from title_proposal where question_id = \(id)")
        if removed == 1 { try act.record(.declinedTitle, .question(id)) }
    }

    private func titled(_ id: Question.ID) throws -> Question {
        let question = try act.view.questions.find(id)
        guard question.deletedAt == nil, question.kind != .clinicalCase else {
            throw Refusal("Le titre d’un cas se change avec son texte : un second membre le relit.", kind: .conflict)
        }
        return question
    }
}
