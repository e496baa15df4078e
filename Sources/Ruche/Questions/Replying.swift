import Markup
import Persistence

package struct ReplyDraft: Sendable, Equatable {
    package var body = ""
    package var atOurs = ""
    package var knowledge = ""
    /// A question back: the asker is awaited.
    package var isClarification = false
    /// Signed by a profession and a kind of place, without a name.
    package var isNameless = false
    package var isConfirmed = false

    package init() {}
}

extension QuestionActs {
    /// Answers a question, or asks its author something back. A reply to a closed question opens it again.
    package func reply(to id: Question.ID, _ draft: ReplyDraft) throws -> Reply.ID {
        let question = try act.view.questions.find(id)
        guard question.deletedAt == nil else { throw Refusal.notFound }
        let body = try Self.checkedBody(draft.body)
        try act.guardPatients(in: [draft.body, draft.atOurs], isConfirmed: draft.isConfirmed)
        let author = try act.member
        let kind: Reply.Kind = draft.isClarification ? .clarification : .answer
        let twin = try act.transaction.value(
            """
            select id from reply where author_id = \(author) and question_id = \(id) and body = \(body)
              and deleted_at is null and replied_at > \(act.now - .twiceSent)
            """, as: Reply.ID.self)
        if let twin {
            try discardDraft(at: .reply(id))
            return twin
        }
        let number = try nextNumber(in: id)
        let reply: Reply.ID = try act.insert(
            """
            insert into reply (question_id, community_id, author_id, number, replied_at, kind, knowledge, at_ours, body,
                html, renderer)
            values (\(id), \(try act.community), \(author), \(number), \(act.now), \(kind),
                \(Reply.Knowledge(rawValue: draft.knowledge)), \(try draft.atOurs.line(field: "chez-moi")), \(body), \(Rendering.html(body)),
                \(Rendering.version))
            returning id
            """)
        try act.safety.sign(.reply(reply), isNameless: draft.isNameless)
        let isAsker = question.author.id == author
        try act.execute(
            """
            update question set
              last_activity_at = \(act.now), reply_count = reply_count + 1,
              answered_at = case when \(isAsker) = 1 then answered_at else coalesce(answered_at, \(act.now)) end,
              asker_wrote_at = case when \(isAsker) = 1 then \(act.now) else asker_wrote_at end,
              closed_at = null, closing_word = null
            where id = \(id)
            """)
        if question.closedAt != nil { try countOpen(+1, unless: question.resolvedAt != nil) }
        try index(number, of: id, body: body)
        try discardDraft(at: .reply(id))
        try act.record(.replied, .reply(reply), within: .question(id), ["kind": kind.rawValue])
        if !isAsker { try tellAsker(of: question, reply: reply) }
        return reply
    }

    static func checkedBody(_ text: String) throws(Refusal) -> String {
        let body = text.trimmingWhitespace()
        guard !body.isEmpty else { throw Refusal("Écrivez votre réponse, même partielle.", field: "texte") }
        guard body.count <= QuestionDraft.bodyLimit else {
            throw Refusal("Ce texte dépasse 20 000 caractères. Coupez-le en deux messages.", field: "texte")
        }
        return body
    }

    private func nextNumber(in id: Question.ID) throws -> Int {
        try act.transaction.value(
            "update question set last_number = last_number + 1 where id = \(id) returning last_number") ?? 1
    }

    /// The asker is told of each reply by mail; pending profiles receive nothing.
    private func tellAsker(of question: Question, reply: Reply.ID) throws {
        let community = try act.view.communities.current()
        let author = try act.view.questions.reply(reply).author.name
        try act.mails.tell(
            question.author.id, about: question.id,
            .replied(
                community: community.name, slug: community.slug, question: question.id.rawValue, title: question.title,
                author: author), key: "replied/\(reply)")
    }

    /// Keeps the count of waiting questions that every page shows.
    func countOpen(_ change: Int, unless isAlready: Bool = false) throws {
        if isAlready { return }
        try act.execute(
            """
            update community set open_question_count = open_question_count + \(change)
            where id = \(try act.community)
            """)
    }
}
