import Persistence

/// Somebody else, or oneself on another device, changed the text in the meantime: both texts are shown, none is lost.
package struct EditConflict: Error, Sendable, Equatable {
    /// What is kept now.
    package let title: String
    package let body: String
    /// To be sent back with the text that settles it.
    package let version: Int
    package let at: Instant

    package init(title: String, body: String, version: Int, at: Instant) {
        (self.title, self.body, self.version, self.at) = (title, body, version, at)
    }
}

/// One state of a text, as its history shows it.
package struct PostVersion: Sendable, Equatable {
    package let version: Int
    package let title: String
    package let body: String
    package let writtenAt: Instant

    init(version: Int, title: String, body: String, writtenAt: Instant) {
        (self.version, self.title, self.body, self.writtenAt) = (version, title, body, writtenAt)
    }
}

extension Duration {
    /// Changes within five minutes of the last one, that nobody has answered, make no version (FEATURES QU9).
    static let editingGrace = Duration.minutes(5)
}

extension QuestionQueries {
    /// Every state of a question's or a reply's text, the oldest first, the present one last.
    package func history(of post: Post) throws -> (question: Question, versions: [PostVersion]) {
        let (question, title, body, version, editedAt) = try current(post)
        var versions = try view.transaction.all(
            """
            select version, title, body, written_at from post_version
            where object = \(post.subject) order by version
            """
        ) { row in PostVersion(version: try row[0], title: try row[1], body: try row[2], writtenAt: try row[3]) }
        versions.append(PostVersion(version: version, title: title, body: body, writtenAt: editedAt))
        return (question, versions)
    }

    /// What an edit starts from.
    package func current(_ post: Post) throws
        -> (question: Question, title: String, body: String, version: Int, writtenAt: Instant)
    {
        switch post {
        case .question(let id):
            let question = try find(id)
            guard question.deletedAt == nil else { throw Refusal.notFound }
            return (question, question.title, question.body, question.version, question.editedAt ?? question.askedAt)
        case .reply(let id):
            let reply = try reply(id)
            return (try find(reply.question), "", reply.body, reply.version, reply.editedAt ?? reply.repliedAt)
        }
    }
}

/// A text that a member wrote in an exchange.
package enum Post: Sendable, Hashable {
    case question(Question.ID)
    case reply(Reply.ID)

    var subject: Subject {
        switch self {
        case .question(let id): .question(id)
        case .reply(let id): .reply(id)
        }
    }
}

extension QuestionQueries {
    /// Whether the reader wrote it.
    package func isOwn(_ post: Post) throws -> Bool {
        switch post {
        case .question(let id): try find(id).author.id == view.actor.member
        case .reply(let id): try reply(id).author.id == view.actor.member
        }
    }
}

extension QuestionActs {
    /// Changes one's own text. The state before is kept, for all to compare.
    /// - Parameters:
    ///   - version: the one that the writer had before them.
    ///   - hasSeenBoth: they were shown that it had changed, and keep theirs: the other one stays in the history.
    ///   - completion: for a question, what may follow its sentence: context, what was tried, topics, objective.
    /// - Throws: `EditConflict` when the text has changed since; a refusal when it is somebody else's.
    package func edit(
        _ post: Post, title: String, body: String, from version: Int, hasSeenBoth: Bool = false,
        completing completion: QuestionDraft? = nil, basket: String = "", isConfirmed: Bool = false
    ) throws {
        let now = try act.view.questions.current(post)
        let author = try author(of: post, now.question)
        guard author == act.actor.member else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        guard now.version == version else {
            throw EditConflict(title: now.title, body: now.body, version: now.version, at: now.writtenAt)
        }
        let (title, body) = try checked(post, title, body)
        let isSameText = title == now.title && body == now.body
        let files = try act.view.questions.texts(in: basket)
        if isSameText, completion == nil, basket.isEmpty { return }
        try act.guardPatients(in: completion?.texts ?? [title, body], files: files, isConfirmed: isConfirmed)
        try attach(basket, to: post, of: now.question)
        if let completion, case .question(let id) = post { try complete(id, with: completion) }
        let isNewVersion = try !isSameText && (hasSeenBoth || !isInGrace(post, now.question, writtenAt: now.writtenAt))
        if isNewVersion {
            try act.execute(
                """
                insert into post_version (object, version, title, body, written_at)
                values (\(post.subject), \(now.version), \(now.title), \(now.body), \(now.writtenAt))
                """)
        }
        try write(post, title: title, body: body, question: now.question, isNewVersion: isNewVersion)
        try act.record(.edited, post.subject, within: .question(now.question.id))
    }

    private func attach(_ basket: String, to post: Post, of question: Question) throws {
        switch post {
        case .question(let id):
            try attach(basket, to: id, number: 0, isNameless: isNameless(post))
        case .reply(let id):
            let reply = try act.view.questions.reply(id)
            try attach(basket, to: question.id, number: reply.number, isNameless: isNameless(post))
        }
    }

    /// Where it happens and what is hoped for, said afterwards in two taps; what was said already stays.
    package func giveContext(_ id: Question.ID, setting: Question.Setting?, sought: Question.Sought?) throws {
        let question = try act.view.questions.find(id)
        guard question.author.id == act.actor.member else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        if let setting { try act.execute("update question set setting = \(setting) where id = \(id)") }
        if let sought, question.sought.isEmpty {
            try act.execute("update question set sought = \(sought.rawValue) where id = \(id)")
        }
        try act.record(.gaveContext, .question(id))
    }

    /// Everything of a question but its text.
    private func complete(_ id: Question.ID, with draft: QuestionDraft) throws {
        let checked = try CheckedQuestion(draft, topicsOf: act.view)
        try act.execute(
            """
            update question set setting = \(checked.context.setting), moment = \(checked.context.moment),
              constraints = \(checked.context.constraints), tried = \(checked.tried), sought = \(checked.sought),
              needed_by = \(checked.neededBy), is_urgent = \(draft.isUrgent), objective_id = \(checked.objective),
              need_id = \(checked.need)
            where id = \(id)
            """)
        try setTopics(checked.topics, of: id)
        try markAgain(id)
    }

    private func checked(_ post: Post, _ title: String, _ body: String) throws(Refusal) -> (String, String) {
        switch post {
        case .question:
            let title = title.trimmingWhitespace().split(whereSeparator: \.isNewline).joined(separator: " ")
            guard !title.isEmpty else { throw Refusal("Écrivez votre question en une phrase.", field: "titre") }
            guard title.count <= QuestionDraft.titleLimit else {
                throw Refusal(
                    "Cette phrase dépasse 200 caractères. Gardez l’essentiel, et mettez la suite dans la situation.",
                    field: "titre")
            }
            return (title, String(body.trimmingWhitespace().prefix(QuestionDraft.bodyLimit)))
        case .reply: return ("", try Self.checkedBody(body))
        }
    }

    private func author(of post: Post, _ question: Question) throws -> Member.ID {
        switch post {
        case .question: question.author.id
        case .reply(let id): try act.view.questions.reply(id).author.id
        }
    }

    /// A change so soon that nobody has answered is the same text being finished. The version still moves, since it
    /// tells two writers apart.
    private func isInGrace(_ post: Post, _ question: Question, writtenAt: Instant) throws -> Bool {
        guard act.now - writtenAt < .editingGrace else { return false }
        let answeredSince = try act.transaction.value(
            "select id from reply where question_id = \(question.id) and replied_at > \(writtenAt) limit 1",
            as: Reply.ID.self)
        return answeredSince == nil
    }

    private func write(_ post: Post, title: String, body: String, question: Question, isNewVersion: Bool) throws {
        switch post {
        case .question(let id):
            try act.execute(
                """
                update question set title = \(title), body = \(body), html = \(Rendering.html(body)),
                  renderer = \(Rendering.version), version = version + 1,
                  edited_at = case when \(isNewVersion) = 1 then \(act.now) else edited_at end,
                  asker_wrote_at = \(act.now)
                where id = \(id)
                """)
            let tried = try act.transaction.value("select tried from question where id = \(id)", as: String.self)
            try index(id, title: title, body: [body, tried ?? ""].joined(separator: "\n"))
        case .reply(let id):
            let number = try act.view.questions.reply(id).number
            try act.execute(
                """
                update reply set body = \(body), html = \(Rendering.html(body)), renderer = \(Rendering.version),
                  version = version + 1, edited_at = case when \(isNewVersion) = 1 then \(act.now) else edited_at end
                where id = \(id)
                """)
            if question.deletedAt == nil { try index(number, of: question.id, body: body) }
        }
    }
}
