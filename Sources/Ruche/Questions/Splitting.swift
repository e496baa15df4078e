import Persistence

/// What a facilitator makes of some replies of an exchange.
package struct SplitDraft: Sendable, Equatable {
    package var replies: [Reply.ID] = []
    package var title = ""
    package var kind: Question.Kind?
    package var reason = ""

    package init() {}
}

extension QuestionQueries {
    /// An exchange whose replies may be taken apart, with those that may leave it.
    package func splittable(_ id: Question.ID) throws -> (
        question: Question, replies: [Reply], someStay: Bool
    ) {
        guard view.actor.isFacilitator else { throw Refusal.forbidden }
        let question = try find(id)
        guard question.deletedAt == nil, question.kind != .clinicalCase else {
            throw Refusal("Cet échange ne se sépare pas.", kind: .conflict)
        }
        guard
            try view.transaction.value("select role from member where id = \(question.author.id)", as: Role.self)
                != .guest
        else {
            throw Refusal(
                "La personne qui a ouvert cet échange ne lit que cette page : les réponses y restent avec elle.",
                kind: .conflict)
        }
        let staying = try staying(in: question)
        return (
            question, try replies(of: id, after: 0).filter { !staying.contains($0.id) }, !staying.isEmpty
        )
    }

    /// The replies that may not go to another exchange: who can only read this one could not follow them there, and what
    /// helped whoever asked is theirs to judge.
    private func staying(in question: Question) throws -> Set<Reply.ID> {
        Set(
            try view.transaction.column(
                """
                select r.id from reply r join member m on m.id = r.author_id
                where r.question_id = \(question.id) and (m.role = 'guest' or r.id = \(question.retained)
                  or \(question.kind == .question) = 1 and exists (
                    select 1 from useful_mark u where u.reply_id = r.id and u.voice in ('asker', 'on_behalf')))
                """, as: Reply.ID.self))
    }
}

extension QuestionActs {
    /// Makes an exchange of its own of some replies. Its author is whoever wrote the first of them; its title is the
    /// facilitator's, and its author may change it. The replies keep their words, their dates and their numbers.
    package func split(_ id: Question.ID, _ draft: SplitDraft) throws -> Question.ID {
        let (question, movable, _) = try act.view.questions.splittable(id)
        try mustNotBeReread(id)
        let replies = movable.filter { draft.replies.contains($0.id) }
        guard let first = replies.first else {
            throw Refusal("Cochez au moins une réponse.", field: "reponses")
        }
        guard replies.count == Set(draft.replies).count else {
            throw Refusal("Une de ces réponses ne peut plus partir d’ici. Relisez votre choix.", field: "reponses")
        }
        let title = try checkedTitle(draft.title)
        guard let kind = draft.kind, kind != .clinicalCase else {
            throw Refusal("Choisissez la forme du nouvel échange.", field: "forme")
        }
        if kind == .experience { try mustNameNobody([title] + replies.map(\.body)) }
        let reason = try saidReason(draft.reason)
        let new = try begin(kind, title, with: replies, first)
        let reshaping = try note(.split, from: id, into: new, because: reason)
        for reply in replies {
            try carry(reply, to: PostPlace(new, reply.number), under: reshaping)
            try revoice(reply.id, asker: first.author.id)
        }
        try followToo(from: question, to: new, author: first.author.id)
        try settleAfterSplit(question, new, replies)
        try act.record(.splitThread, .question(new), within: .question(id), ["word": reason])
        try tellSplit(question, new, replies, because: reason, key: "split/\(reshaping)")
        return new
    }

    /// A title that the rules allow, as a printed line.
    func checkedTitle(_ text: String) throws -> String {
        var draft = QuestionDraft()
        (draft.kind, draft.title) = (.discussion, text)
        let title = try CheckedQuestion(draft, topicsOf: act.view).title
        do {
            try act.guardWords([RuledText(field: "titre", text: title)], isConfirmed: false)
        } catch let wall as GuardWall {
            throw wall.refusal(field: "titre")
        }
        return title
    }

    /// Whoever arranges what others wrote says why.
    func saidReason(_ text: String) throws -> String {
        guard let reason = try text.line(field: "raison") else {
            throw Refusal("Dites pourquoi, en une phrase : les personnes concernées la liront.", field: "raison")
        }
        do {
            try act.guardPatients(in: [reason], isConfirmed: false)
        } catch let wall as GuardWall {
            throw wall.refusal(field: "raison")
        }
        return reason
    }

    private func begin(_ kind: Question.Kind, _ title: String, with replies: [Reply], _ first: Reply) throws
        -> Question.ID
    {
        let began = replies.map(\.repliedAt).min() ?? first.repliedAt
        let new: Question.ID = try act.insert(
            """
            insert into question (community_id, author_id, kind, title, body, html, renderer, asked_at, last_activity_at,
                asker_wrote_at, waiting_since, last_number)
            values (\(try act.community), \(first.author.id), \(kind), \(title), '', '', \(Rendering.version), \(began),
                \(act.now), \(began), \(act.now), \(replies.map(\.number).max() ?? 0))
            returning id
            """)
        try act.safety.sign(.question(new), isNameless: first.author.isNameless)
        return new
    }

    private func settleAfterSplit(_ old: Question, _ new: Question.ID, _ replies: [Reply]) throws {
        try setTopics(try act.view.questions.topics(of: old.id).map(\.name), of: new)
        let title = try act.view.questions.find(new).title
        try index(new, title: title, body: "")
        for id in [old.id, new] { try recount(id) }
        for reply in replies { try recountUseful(reply.id, of: new) }
        if let left = replies.first { try recountUseful(left.id, of: old.id) }
        try climbAgain(old.id)
        let question = try act.view.questions.find(new)
        guard question.kind == .question else { return }
        try countOpen(+1)
        if question.answeredAt == nil { try beginRound(of: new, 0) }
    }

    /// Whoever heard of the one exchange hears of the other, and has read in it what they had read.
    private func followToo(from old: Question, to new: Question.ID, author: Member.ID) throws {
        try act.execute(
            """
            insert into follow (member_id, question_id, level)
            select member_id, \(new), level from follow where question_id = \(old.id) and member_id <> \(author)
            """)
        if old.author.id != author {
            try act.execute(
                """
                insert into follow (member_id, question_id, level) values (\(old.author.id), \(new), 'all')
                on conflict (member_id, question_id) do nothing
                """)
        }
        try act.execute(
            """
            insert into read_position (member_id, question_id, number)
            select member_id, \(new), number from read_position where question_id = \(old.id)
            """)
    }

    private func tellSplit(
        _ old: Question, _ new: Question.ID, _ replies: [Reply], because reason: String, key: String
    ) throws {
        let (community, mover) = (try act.view.communities.current(), try ownName())
        let letter = Letter.threadSplit(
            exchange(try act.view.questions.find(new), in: community), from: old.title, mover: mover, reason: reason)
        for member in Set(replies.map(\.author.id) + [old.author.id]).sorted() where member != act.actor.member {
            try act.mails.tell(member, about: new, letter, key: "\(key)/\(member)", atOnce: true)
        }
    }

    func ownName() throws -> String {
        try act.transaction.value("select name from member where id = \(try act.member)", as: String.self) ?? ""
    }
}
