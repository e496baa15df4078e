import Persistence

/// What a member may ask to be read again: a post of an exchange, an announcement, a word in private.
package enum Flagged: Sendable, Hashable {
    case post(Post)
    case announcement(Announcement.ID)
    case word(PrivateWord.ID)

    package static func question(_ id: Question.ID) -> Flagged { .post(.question(id)) }
    package static func reply(_ id: Reply.ID) -> Flagged { .post(.reply(id)) }

    var subject: Subject {
        switch self {
        case .post(let post): post.subject
        case .announcement(let id): .announcement(id)
        case .word(let id): .privateWord(id)
        }
    }

    package init?(_ subject: Subject) {
        switch subject {
        case .question(let id): self = .question(id)
        case .reply(let id): self = .reply(id)
        case .announcement(let id): self = .announcement(id)
        case .privateWord(let id): self = .word(id)
        default: return nil
        }
    }

    var table: SQL {
        switch self {
        case .post(let post): post.table
        case .announcement: "announcement"
        case .word: "private_word"
        }
    }

    var row: Int64 {
        switch self {
        case .post(let post): post.row
        case .announcement(let id): id.rawValue
        case .word(let id): id.rawValue
        }
    }
}

extension Post {
    package init?(_ subject: Subject) {
        guard case .post(let post)? = Flagged(subject) else { return nil }
        self = post
    }

    var table: SQL {
        switch self {
        case .question: "question"
        case .reply: "reply"
        }
    }

    var row: Int64 {
        switch self {
        case .question(let id): id.rawValue
        case .reply(let id): id.rawValue
        }
    }
}

/// Where a flagged text stands.
package enum FlaggedPlace: Sendable, Equatable {
    /// - Parameter number: 0 for the question itself.
    case thread(Question.ID, number: Int)
    case announcement(Announcement.ID)
    /// Open to the people of the talk, and to no facilitator who is not one of them.
    case talk(PrivateTalk.ID)

    /// The exchange that it belongs to.
    package var question: Question.ID? {
        if case .thread(let id, _) = self { id } else { nil }
    }

    /// After the community's address.
    var path: String {
        switch self {
        case .thread(let id, 0): "questions/\(id)"
        case .thread(let id, let number): "questions/\(id)#r\(number)"
        case .announcement(let id): "annonces/\(id)"
        case .talk(let id): "mots/\(id)"
        }
    }
}

/// A text as it is kept, whether others see it or not.
package struct TextOnFile: Sendable, Equatable {
    package let object: Flagged
    package let place: FlaggedPlace
    package let author: Author
    package let title: String
    package let body: String
    package let html: String
    /// Its smaller texts: what was tried, the context.
    package var others: [String] = []
    /// Since when others do not see it: deleted by its author, withdrawn, or hidden.
    package let goneAt: Instant?
    package let hiddenAt: Instant?

    package var isGone: Bool { goneAt != nil }
    var texts: [String] { [title, body] + others }
}

extension SafetyQueries {
    /// A text that the reader may flag: to a guest, those of the exchange they are invited to; of words in private, those
    /// of their own talks.
    package func readable(_ object: Flagged) throws -> TextOnFile {
        let text = try text(object)
        if case .talk(let talk) = text.place { _ = try view.privateTalks.talk(talk) }
        return text
    }

    /// A text of this community, whoever may read it.
    func text(_ object: Flagged) throws -> TextOnFile {
        switch object {
        case .post(.question(let id)):
            let question = try view.questions.find(id)
            return TextOnFile(
                object: object, place: .thread(id, number: 0), author: question.author, title: question.title,
                body: question.body, html: question.html,
                others: [question.tried, question.context.constraints, question.neededBy].compactMap { $0 },
                goneAt: question.deletedAt, hiddenAt: try hiddenAt(object))
        case .post(.reply(let id)):
            guard let reply = try view.questions.replyEvenDeleted(id) else { throw Refusal.notFound }
            return TextOnFile(
                object: object, place: .thread(reply.question, number: reply.number), author: reply.author, title: "",
                body: reply.body, html: reply.html, others: [reply.atOurs].compactMap { $0 },
                goneAt: reply.deletedAt, hiddenAt: try hiddenAt(object))
        case .announcement(let id):
            let announcement = try view.announcements.onFile(id)
            return TextOnFile(
                object: object, place: .announcement(id), author: announcement.author, title: announcement.title,
                body: announcement.body, html: announcement.html, goneAt: announcement.withdrawnAt,
                hiddenAt: announcement.hiddenAt)
        case .word(let id): return try word(id)
        }
    }

    private func word(_ id: PrivateWord.ID) throws -> TextOnFile {
        let found = try view.transaction.first(
            """
            select w.talk_id, w.body, w.html, w.written_at, w.hidden_at, \(Author.columns)
            from private_word w join private_talk t on t.id = w.talk_id join member m on m.id = w.author_id
            where w.id = \(id) and t.community_id = \(try view.community)
            """
        ) { row in
            let (body, hiddenAt): (String, Instant?) = (try row[1], try row[4])
            // Its author took it back: nothing is left of it.
            let takenBackAt: Instant? = body.isEmpty ? try row[3] : nil
            return TextOnFile(
                object: .word(id), place: .talk(try row[0]), author: try Author(row, from: 5), title: "", body: body,
                html: try row[2], goneAt: hiddenAt ?? takenBackAt, hiddenAt: hiddenAt)
        }
        guard let found else { throw Refusal.notFound }
        return found
    }

    package func hiddenAt(_ object: Flagged) throws -> Instant? {
        try view.transaction.value("select hidden_at from \(object.table) where id = \(object.row)")
    }
}

extension SafetyActs {
    /// Appends what is done about a text to the journal.
    func record(_ verb: Verb, _ text: TextOnFile, _ details: [String: String] = [:]) throws {
        try act.record(verb, text.object.subject, within: text.place.question.map { .question($0) }, details)
    }
}
