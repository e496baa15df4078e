import Markup
import Persistence

package struct ReplyDraft: RuledDraft, Sendable, Equatable {
    package var body = ""
    package var atOurs = ""
    package var knowledge = ""
    /// A question back: the asker is awaited.
    package var isClarification = false
    /// The reply that it answers; none: the question.
    package var answered = ""
    package var source = EvidenceDraft()
    /// The writer knows that they call many.
    package var callsMany = false
    /// Signed by a profession and a kind of place, without a name.
    package var isNameless = false
    /// The secret of the files joined to it; none: empty.
    package var basket = ""
    package var isConfirmed = false

    package init() {}

    package static var written: [WritableKeyPath<ReplyDraft, String>] { [\.body, \.atOurs] }
    package static var fields: [String] { ["texte", "chez-moi"] }
}

extension QuestionActs {
    /// Answers a question, or asks its author something back. A reply to a closed question opens it again.
    package func reply(to id: Question.ID, _ draft: ReplyDraft) throws -> Reply.ID {
        let question = try act.view.questions.find(id)
        guard question.deletedAt == nil else { throw Refusal.notFound }
        let body = try Self.checkedBody(draft.body)
        try act.guardWords(
            draft.ruled, files: try act.view.questions.texts(in: draft.basket), isConfirmed: draft.isConfirmed)
        let called = try act.view.questions.called(in: body).subtracting([try act.member])
        guard called.count <= Mentions.withoutAsking || draft.callsMany else { throw ManyCalled(count: called.count) }
        let answered = try Reply.ID(draft.answered).flatMap { try act.view.questions.replyEvenDeleted($0) }
        let author = try act.member
        let kind: Reply.Kind = draft.isClarification ? .clarification : .answer
        let twin = try act.transaction.value(
            """
            select id from reply where author_id = \(author) and question_id = \(id) and body = \(body)
              and deleted_at is null and replied_at > \(act.now - .twiceSent)
            """, as: Reply.ID.self)
        if let twin, try !act.view.questions.hasFilesWaiting(in: draft.basket) {
            if !draft.source.isEmpty { try keepMissing(draft.source, of: twin) }
            try discardDraft(at: .reply(id))
            return twin
        }
        let number = try nextNumber(in: id)
        let reply: Reply.ID = try act.insert(
            """
            insert into reply (question_id, community_id, author_id, number, answers_id, replied_at, kind, knowledge,
                at_ours, body, html, renderer)
            values (\(id), \(try act.community), \(author), \(number),
                \(answered?.question == id ? answered?.id : nil), \(act.now), \(kind),
                \(Reply.Knowledge(rawValue: draft.knowledge)), \(try draft.atOurs.line(field: "chez-moi")), \(body), \(Rendering.html(body)),
                \(Rendering.version))
            returning id
            """)
        try act.safety.sign(.reply(reply), isNameless: draft.isNameless)
        try attach(
            draft.basket, to: id, number: number,
            isNameless: try draft.isNameless || act.view.questions.isAlias(author))
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
        if question.closedAt != nil { try countOpen(+1, unless: question.resolvedAt != nil, of: question.kind) }
        try index(number, of: id, body: body)
        try addTopics(act.view.wordRules.subjects(in: draft.texts), to: id)
        if (question.answeredAt == nil && !isAsker) || question.closedAt != nil { try markWhatChanged(in: id) }
        if question.closedAt != nil { try climbAgain(id) }
        if !draft.source.isEmpty { try keep(draft.source, for: id, number: number) }
        try discardDraft(at: .reply(id))
        try act.record(.replied, .reply(reply), within: .question(id), ["kind": kind.rawValue])
        try tellFollowers(
            of: question, reply: reply, called: called,
            answered: answered?.question == id && answered?.deletedAt == nil ? answered?.author.id : nil)
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

    func nextNumber(in id: Question.ID) throws -> Int {
        try act.transaction.value(
            "update question set last_number = last_number + 1 where id = \(id) returning last_number") ?? 1
    }

    /// Keeps the count of waiting questions that every page shows.
    func countOpen(_ change: Int, unless isAlready: Bool = false, of kind: Question.Kind = .question) throws {
        if isAlready || kind != .question { return }
        try act.execute(
            """
            update community set open_question_count = open_question_count + \(change)
            where id = \(try act.community)
            """)
    }
}
