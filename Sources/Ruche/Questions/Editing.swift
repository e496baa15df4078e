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
    /// What it said beside its text; nil when that was not kept.
    package var details: PostDetails? = nil
    /// Why it was written so, in the words of its writer.
    package var reason = ""
    /// Who wrote it, where several may.
    package var author: String? = nil

    init(
        version: Int, title: String, body: String, writtenAt: Instant, details: PostDetails? = nil, reason: String = ""
    ) {
        (self.version, self.title, self.body, self.writtenAt) = (version, title, body, writtenAt)
        (self.details, self.reason) = (details, reason)
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
        var reason = ""
        var versions = try view.transaction.all(
            """
            select version, title, body, written_at, details, reason from post_version
            where object = \(post.subject) order by version
            """
        ) { row in
            // A row says why it was left; that is why the next one was written.
            let before = reason
            reason = try row[5]
            let details: String = try row[4]
            return PostVersion(
                version: try row[0], title: try row[1], body: try row[2], writtenAt: try row[3],
                details: details.isEmpty ? nil : try JSONText.decode(details), reason: before)
        }
        versions.append(
            PostVersion(
                version: version, title: title, body: body, writtenAt: editedAt, details: try details(of: post),
                reason: reason))
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

    /// The same, as a form shows it.
    package func edit(of post: Post) throws -> Edit {
        switch post {
        case .question(let id): Edit(try find(id), topics: try topics(of: id))
        case .reply(let id): Edit(try reply(id))
        }
    }

    func details(of post: Post) throws -> PostDetails {
        switch post {
        case .question(let id): PostDetails(try find(id), topics: try topics(of: id))
        case .reply(let id): PostDetails(try reply(id))
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
    /// - Returns: for a case, what a second member has to read first.
    /// - Throws: `EditConflict` when the text has changed since; a refusal when it is somebody else's.
    @discardableResult
    package func edit(_ post: Post, _ edit: Edit, from version: Int, hasSeenBoth: Bool = false) throws
        -> ProposedCase.ID?
    {
        let now = try act.view.questions.current(post)
        guard try author(of: post, now.question) == act.actor.member else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        guard now.version == version else {
            throw EditConflict(title: now.title, body: now.body, version: now.version, at: now.writtenAt)
        }
        var edit = edit
        edit.question.kind = now.question.kind
        let changed = try ChangedPost(edit, of: post, in: act.view)
        let files = try act.view.questions.texts(in: edit.basket)
        let isSame = try changed.isSame(as: now.title, now.body, act.view.questions.details(of: post))
        if isSame, edit.basket.isEmpty { return nil }
        try act.guardWords(edit.ruled(of: post), files: files, isConfirmed: edit.isConfirmed)
        if case .question(let id) = post, now.question.kind == .clinicalCase {
            return isSame ? nil : try proposeChange(of: id, to: edit.question)
        }
        if case .question = post, now.question.kind == .experience { try mustNameNobody(edit.texts(of: post)) }
        let before = try act.view.questions.called(in: changed.callingBefore)
        let called = try act.view.questions.called(in: changed.calling).subtracting(before)
            .subtracting([try act.member])
        guard called.count <= Mentions.withoutAsking || edit.callsMany else { throw ManyCalled(count: called.count) }
        try attach(edit.basket, to: post, of: now.question)
        // What its author took off before stays off: only words that were not there tell a subject.
        let subjects = try act.view.wordRules.subjects(
            in: edit.texts(of: post), except: act.view.questions.edit(of: post).texts(of: post))
        try keep(changed, reason: try edit.reason.line(field: "pourquoi") ?? "", isApart: hasSeenBoth)
        try addTopics(subjects, to: now.question.id)
        try tell(called, in: try act.view.questions.find(now.question.id), by: post)
        return nil
    }

    /// The same, where its words alone change.
    @discardableResult
    package func edit(
        _ post: Post, title: String, body: String, from version: Int, hasSeenBoth: Bool = false,
        isConfirmed: Bool = false, callsMany: Bool = false
    ) throws -> ProposedCase.ID? {
        var edit = try act.view.questions.edit(of: post)
        (edit.question.title, edit.question.body, edit.reply.body) = (title, body, body)
        (edit.isConfirmed, edit.callsMany) = (isConfirmed, callsMany)
        return try self.edit(post, edit, from: version, hasSeenBoth: hasSeenBoth)
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
        guard question.kind == .question, question.deletedAt == nil else { throw Refusal.notFound }
        guard question.author.id == act.actor.member else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        // Whoever answered did so on another context: they can see which.
        let isNews = setting != nil && setting != question.context.setting || sought != nil && question.sought.isEmpty
        if isNews, question.answeredAt != nil {
            try keepVersion(of: .question(id), reason: "")
            try act.execute("update question set version = version + 1, edited_at = \(act.now) where id = \(id)")
        }
        if let setting { try act.execute("update question set setting = \(setting) where id = \(id)") }
        if let sought, question.sought.isEmpty {
            try act.execute("update question set sought = \(sought.rawValue) where id = \(id)")
        }
        try act.record(.gaveContext, .question(id))
    }

    /// Puts the new text in the place of the old one, which stays in the history.
    /// - Parameter isApart: it is a state of its own, however soon it comes.
    func keep(_ changed: ChangedPost, reason: String, isApart: Bool) throws {
        let post = changed.post
        let now = try act.view.questions.current(post)
        let isSame = try changed.isSame(as: now.title, now.body, act.view.questions.details(of: post))
        let isNewVersion =
            try !isSame
            && (isApart || !reason.isEmpty || !isInGrace(now.question, writtenAt: now.writtenAt))
        if isNewVersion { try keepVersion(of: post, reason: reason) }
        try write(changed, in: now.question, isNewVersion: isNewVersion)
        try act.record(.edited, post.subject, within: .question(now.question.id))
    }

    func keepVersion(of post: Post, reason: String) throws {
        let now = try act.view.questions.current(post)
        let details = try JSONText.encode(try act.view.questions.details(of: post))
        try act.execute(
            """
            insert into post_version (object, version, title, body, written_at, details, reason)
            values (\(post.subject), \(now.version), \(now.title), \(now.body), \(now.writtenAt), \(details), \(reason))
            """)
    }

    private func author(of post: Post, _ question: Question) throws -> Member.ID {
        switch post {
        case .question: question.author.id
        case .reply(let id): try act.view.questions.reply(id).author.id
        }
    }

    /// A change so soon that nobody has answered is the same text being finished. The version still moves, since it
    /// tells two writers apart.
    private func isInGrace(_ question: Question, writtenAt: Instant) throws -> Bool {
        guard act.now - writtenAt < .editingGrace else { return false }
        let answeredSince = try act.transaction.value(
            "select id from reply where question_id = \(question.id) and replied_at > \(writtenAt) limit 1",
            as: Reply.ID.self)
        return answeredSince == nil
    }

    private func write(_ changed: ChangedPost, in question: Question, isNewVersion: Bool) throws {
        switch changed {
        case .question(let id, let text, let isUrgent, _):
            try act.execute(
                """
                update question set title = \(text.title), body = \(text.body), html = \(Rendering.html(text.body)),
                  renderer = \(Rendering.version), version = version + 1,
                  edited_at = case when \(isNewVersion) = 1 then \(act.now) else edited_at end,
                  asker_wrote_at = \(act.now), setting = \(text.context.setting), moment = \(text.context.moment),
                  constraints = \(text.context.constraints), tried = \(text.tried), sought = \(text.sought),
                  needed_by = \(text.neededBy), is_urgent = \(isUrgent), objective_id = \(text.objective),
                  need_id = \(text.need)
                where id = \(id)
                """)
            try setTopics(text.topics, of: id)
            try markAgain(id)
            try index(id, title: text.title, body: text.searchable)
        case .reply(let id, let text, _):
            let number = try act.view.questions.reply(id).number
            try act.execute(
                """
                update reply set body = \(text.body), html = \(Rendering.html(text.body)), renderer = \(Rendering.version),
                  at_ours = \(text.atOurs), knowledge = \(text.knowledge),
                  version = version + 1, edited_at = case when \(isNewVersion) = 1 then \(act.now) else edited_at end
                where id = \(id)
                """)
            if question.deletedAt == nil { try index(number, of: question.id, body: text.body) }
        }
    }
}
