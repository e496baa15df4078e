import Persistence

extension QuestionActs {
    /// The author's own time to take a deletion back (FEATURES QU10); a facilitator may restore later.
    package static let undoTime = Duration.days(1)

    /// Takes one's own text away. It is kept aside, and can be restored.
    package func delete(_ post: Post) throws {
        switch post {
        case .question(let id):
            let question = try act.view.questions.find(id)
            try requireOwn(question.author.id)
            guard question.deletedAt == nil else { return }
            try takeAway(post)
        case .reply(let id):
            guard let reply = try act.view.questions.replyEvenDeleted(id) else { throw Refusal.notFound }
            try requireOwn(reply.author.id)
            guard reply.deletedAt == nil else { return }
            try takeAway(post)
            try keepSolutionAside(id, of: reply.question)
            try releaseSolution(id, of: reply.question)
        }
        try act.record(.deleted, post.subject)
    }

    /// Takes a post out of every list, page and search; its text is kept aside.
    func takeAway(_ post: Post) throws {
        switch post {
        case .question(let id):
            let question = try act.view.questions.find(id)
            try act.execute("update question set deleted_at = \(act.now) where id = \(id)")
            try countOpen(-1, unless: !question.isOpen, of: question.kind)
            // Its replies are out of reach with it.
            try QuestionSchema.search.remove(
                PostNumber.rows(of: id, in: try act.community), in: act.transaction)
            try Vocabulary(transaction: act.transaction).remove(id, in: try act.community)
        case .reply(let id):
            guard let reply = try act.view.questions.replyEvenDeleted(id) else { throw Refusal.notFound }
            try act.execute("update reply set deleted_at = \(act.now) where id = \(id)")
            try QuestionSchema.search.remove(
                PostNumber(reply.question, reply.number, in: try act.community).row, in: act.transaction)
            try recountReplies(of: reply.question)
            try recountUseful(id, of: reply.question)
            try climbAgain(reply.question)
        }
    }

    /// Puts a deleted text back: its author for a day, a facilitator after.
    package func restore(_ post: Post) throws {
        guard try act.view.safety.hiddenAt(.post(post)) == nil else {
            throw Refusal("Ce message a été signalé : l’animation le relit.", kind: .notAllowed)
        }
        let author: Member.ID
        switch post {
        case .question(let id):
            let question = try act.view.questions.find(id)
            guard let deletedAt = question.deletedAt else { return }
            guard question.mergedInto == nil else {
                throw Refusal("Cet échange fait partie d’un autre maintenant.", kind: .conflict)
            }
            author = question.author.id
            try requireRestorable(author, deletedAt)
        case .reply(let id):
            guard let reply = try act.view.questions.replyEvenDeleted(id) else { throw Refusal.notFound }
            guard let deletedAt = reply.deletedAt else { return }
            author = reply.author.id
            try requireRestorable(author, deletedAt)
        }
        try bringBack(post)
        try act.record(.restored, post.subject, author == act.actor.member ? [:] : Verb.facilitating)
    }

    /// Puts a post that was taken away back where it was.
    func bringBack(_ post: Post) throws {
        switch post {
        case .question(let id):
            let question = try act.view.questions.find(id)
            try act.execute("update question set deleted_at = null where id = \(id)")
            try countOpen(+1, unless: question.resolvedAt != nil || question.closedAt != nil, of: question.kind)
            try index(id, title: question.title, body: question.body + "\n" + (question.tried ?? ""))
            let replies = try act.transaction.all(
                "select number, body from reply where question_id = \(id) and deleted_at is null"
            ) { row in (number: try row[0] as Int, body: try row[1] as String) }
            for reply in replies { try index(reply.number, of: id, body: reply.body) }
            try climbAgain(id)
        case .reply(let id):
            guard let reply = try act.view.questions.replyEvenDeleted(id) else { throw Refusal.notFound }
            try act.execute("update reply set deleted_at = null where id = \(id)")
            try recountReplies(of: reply.question)
            try recountUseful(id, of: reply.question)
            try takeSolutionUpAgain(id, of: reply)
            if try act.view.questions.find(reply.question).deletedAt == nil {
                try index(reply.number, of: reply.question, body: reply.body)
            }
        }
    }

    private func requireOwn(_ author: Member.ID) throws(Refusal) {
        guard author == act.actor.member else {
            throw Refusal("Seul l’auteur d’un texte peut le retirer.", kind: .notAllowed)
        }
    }

    private func requireRestorable(_ author: Member.ID, _ deletedAt: Instant) throws(Refusal) {
        let isInTime = author == act.actor.member && act.now - deletedAt <= Self.undoTime
        guard isInTime || act.actor.isFacilitator else {
            throw Refusal("Le délai d’un jour est passé. L’animation peut encore rétablir ce texte.", kind: .notAllowed)
        }
    }

    /// Counts the replies that are there, and finds anew the first of somebody else: the promise's clock.
    func recountReplies(of id: Question.ID) throws {
        try act.execute(
            """
            update question set
              reply_count = (select count(*) from reply r where r.question_id = \(id) and r.deleted_at is null),
              answered_at = (
                select min(r.replied_at) from reply r
                where r.question_id = \(id) and r.deleted_at is null and r.author_id <> question.author_id
                  -- Whoever asked the same thing elsewhere, and was joined to it, does not answer by asking.
                  and not exists (select 1 from moved_reply v join question o on o.id = v.question_id
                    where v.reply_id = r.id and o.merged_into_id = question.id and o.author_id = r.author_id))
            where id = \(id)
            """)
        try markWhatChanged(in: id)
    }

    /// A solution that is taken away leaves its question waiting.
    func releaseSolution(_ reply: Reply.ID, of id: Question.ID) throws {
        let released = try act.execute(
            """
            update question set retained_id = null, retained_author_id = null, thanks = null, resolved_at = null
            where id = \(id) and retained_id = \(reply)
            """)
        guard released == 1 else { return }
        try markWhatChanged(in: id)
        try countOpen(+1, unless: try !act.view.questions.find(id).isOpen)
        try climbAgain(id)
    }

    /// The choice of the asker and their thanks wait for the reply to come back.
    private func keepSolutionAside(_ reply: Reply.ID, of id: Question.ID) throws {
        try act.execute(
            """
            insert into solution_aside (reply_id, thanks, resolved_at)
            select retained_id, thanks, resolved_at from question
            where id = \(id) and retained_id = \(reply) and resolved_at is not null
            on conflict (reply_id) do update set thanks = excluded.thanks, resolved_at = excluded.resolved_at
            """)
    }

    /// A reply that comes back is the solution again, unless the asker chose otherwise meanwhile.
    private func takeSolutionUpAgain(_ id: Reply.ID, of reply: Reply) throws {
        let aside = try act.transaction.first(
            "delete from solution_aside where reply_id = \(id) returning thanks, resolved_at"
        ) { row in (thanks: try row[0] as String?, at: try row[1] as Instant) }
        guard let aside, try act.view.questions.find(reply.question).isOpen else { return }
        try act.execute(
            """
            update question set retained_id = \(id), retained_author_id = \(reply.author.id), thanks = \(aside.thanks),
              resolved_at = \(aside.at)
            where id = \(reply.question)
            """)
        try markWhatChanged(in: reply.question)
        try countOpen(-1)
        try planFollowUps(of: reply.question)
    }
}
