import Persistence

/// A letter about to be written from the desk: to whom, about what, and the words to begin with.
package struct Message: Sendable, Equatable {
    package let kind: MessageKind
    /// The gesture that it does, if it is one.
    package let gesture: Gesture.Kind?
    /// As the gesture or the line names it.
    package let object: String
    package let recipients: [Author]
    /// One of them is chosen, instead of writing to all.
    package let isChoice: Bool
    /// Why each may know, where help is asked for.
    package var reasons: [Member.ID: SolicitationReason] = [:]
    package var title = ""
    package var question: Question.ID?
    /// Whose question it is.
    package var asker: Author?
    package var number: Int?
    /// The function that is to turn, instead of a title.
    package var function: Function?
}

package struct MessageDraft: Sendable, Equatable {
    package var kind: String
    package var object: String
    package var recipient = ""
    package var words = ""
    package var isConfirmed = false

    package init(kind: String, object: String) { (self.kind, self.object) = (kind, object) }
}

extension DeskQueries {
    /// What a gesture, or a line of those who are quieter than usual, gives to write.
    /// - Parameters:
    ///   - kind: "G2", or a message as its form names it: "news".
    ///   - object: "question/12"; several newcomers with a space between.
    package func message(_ kind: String, _ object: String) throws -> Message {
        guard view.actor.isFacilitator else { throw Refusal.forbidden }
        if let gesture = Gesture.Kind(rawValue: kind), gesture.message != nil {
            guard let found = try proposed(gesture, object), let message = try message(found) else {
                throw try whyNoMore(gesture, object)
            }
            return message
        }
        switch MessageKind(rawValue: kind) {
        case .news: return try news(object)
        case .takeUp: return try takingUp(object)
        default: throw Refusal.notFound
        }
    }

    private static let gone = Refusal("Ce geste n’est plus à faire : la situation a changé.", kind: .conflict)

    private func message(_ gesture: Gesture) throws -> Message? {
        let (kind, object) = (gesture.kind, gesture.object)
        switch gesture.reason {
        case .findSomebody(let id, let title, _, _, _, _), .otherVoices(let id, let title, _, _):
            let knowers = try GestureFinder(view).knowers(of: id, limit: 8)
            var message = Message(
                kind: .solicit, gesture: kind, object: object, recipients: knowers.map(\.member), isChoice: true)
            (message.title, message.question, message.asker) = (title, id, try view.questions.find(id).author)
            message.reasons = Dictionary(knowers.map { ($0.member.id, $0.reason) }) { first, _ in first }
            return message
        case .askIfHelped(let id, let title, let asker, _, _):
            var message = Message(
                kind: .askIfHelped, gesture: kind, object: object, recipients: [asker], isChoice: false)
            (message.title, message.question) = (title, id)
            return message
        case .welcome(let newcomers, _):
            return Message(kind: .welcome, gesture: kind, object: object, recipients: newcomers, isChoice: false)
        case .firstExchange(let member, _, let exchange):
            var message = Message(
                kind: exchange == nil ? .firstQuestion : .firstExchange, gesture: kind, object: object,
                recipients: [member], isChoice: false)
            (message.title, message.question) = (exchange?.title ?? "", exchange.map { Question.ID($0.id) })
            return message
        case .reread(let title, _):
            let owner = try resourceOwner(object)
            var message = Message(
                kind: .reread, gesture: kind, object: object,
                recipients: try owner.map { [$0] } ?? readers(), isChoice: owner == nil)
            message.title = title
            return message
        case .turnFunction(let function, let holder, _, _):
            guard function != .facilitation else { return nil }
            let turns = try view.mandates.whoseTurn(limit: 6).filter { $0.id != holder.id }
            var message = Message(kind: .turnFunction, gesture: kind, object: object, recipients: turns, isChoice: true)
            message.function = function
            return message
        case .thank(let id, let number, let title, let author, _):
            var message = Message(kind: .thank, gesture: kind, object: object, recipients: [author], isChoice: false)
            (message.title, message.question, message.number) = (title, id, number)
            return message
        case .fixMeeting, .readRequest, .readAgain, .openExchange, .lookAtDrift, .prepareYear: return nil
        }
    }

    /// Nil when they have left, are away, or are who asks: somebody else is then chosen.
    private func resourceOwner(_ object: String) throws -> Author? {
        guard let id = Int64(object.dropFirst("resource/".count)) else { return nil }
        return try view.transaction.first(
            """
            select \(Author.columns) from resource s join member m on m.id = s.author_id
            where s.id = \(id) and m.left_at is null and m.is_pending = 0 and m.person_id is not null
              and not \(.isPaused(at: view.now)) and m.id <> \(try view.member)
            """
        ) { try Author($0, from: 0) }
    }

    /// Who may be asked to read something again: by name.
    private func readers() throws -> [Author] {
        try view.transaction.all(
            """
            select \(Author.columns) from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.person_id is not null and m.role in \(list: [Role.member, .facilitator])
              and not \(.isPaused(at: view.now)) and m.id <> \(try view.member)
            order by m.name, m.id limit 60
            """
        ) { try Author($0, from: 0) }
    }

    /// To somebody of the list of those who are quieter, and to nobody else.
    private func news(_ object: String) throws -> Message {
        guard let id = Member.ID(object.dropFirst("member/".count)),
            let quiet = try quieter().shown.first(where: { $0.member.id == id })
        else { throw Self.gone }
        return Message(kind: .news, gesture: nil, object: object, recipients: [quiet.member], isChoice: false)
    }

    private func takingUp(_ object: String) throws -> Message {
        guard let id = Question.ID(object.dropFirst("question/".count)),
            let quiet = try quieter().shown.first(where: { $0.question?.id == id.rawValue })
        else { throw Self.gone }
        var message = Message(kind: .takeUp, gesture: nil, object: object, recipients: [quiet.member], isChoice: false)
        (message.title, message.question) = (quiet.question?.title ?? "", id)
        return message
    }
}

extension DeskActs {
    /// Sends what was written, in the name of who writes; one letter to each.
    /// - Parameters:
    ///   - title: of what it is about, as the page shows it, where it has no words of its own.
    ///   - secret: for the link of a request for help.
    /// - Throws: a refusal beside its field; `GuardWall` when the words may tell who a patient is.
    /// - Returns: the names of those who will read it.
    @discardableResult
    package func send(_ draft: MessageDraft, title: String = "", secret: Secret) throws -> [String] {
        let message = try act.view.desk.message(draft.kind, draft.object)
        let words = draft.words.trimmingWhitespace()
        guard !words.isEmpty else { throw Refusal("Écrivez votre mot.", field: "mot") }
        guard words.count <= MessageKind.lengthAtMost else {
            throw Refusal("Ce texte dépasse 2 000 caractères. Gardez l’essentiel.", field: "mot")
        }
        let recipients = try recipients(of: message, chosen: draft.recipient)
        try act.guardPatients(in: [words], isConfirmed: draft.isConfirmed)
        let what = message.gesture?.rawValue ?? message.kind.rawValue
        if message.kind == .solicit, let question = message.question {
            try act.questions.invite(recipients[0].id, toAnswer: question, words: words, secret: secret)
        } else {
            let from = try act.view.members.profile(try act.member).member.name
            for reader in recipients { try write(message, to: reader, from: from, words, title: title) }
        }
        for (place, object) in message.object.split(separator: " ").enumerated() {
            // Of a request for help nobody knows to whom it went, so that declining it stays unseen.
            let about = message.kind == .solicit ? nil : recipients[min(place, recipients.count - 1)]
            try keep(what, String(object), about: about, exchange: message.question, isLetter: true)
        }
        if let kind = message.gesture, let gesture = try slotGesture(kind, message.object) {
            try handle(gesture, .done)
        }
        return message.kind == .solicit ? [recipients[0].name] : recipients.map(\.name)
    }

    /// What the day's place is found by, now that the gesture itself is done.
    private func slotGesture(_ kind: Gesture.Kind, _ object: String) throws -> Gesture? {
        Gesture(
            kind, object.split(separator: " ").map(String.init), since: act.now, .readRequest(name: ""))
    }

    private func recipients(of message: Message, chosen: String) throws -> [Author] {
        guard message.isChoice else { return message.recipients }
        guard let id = Member.ID(chosen), let reader = message.recipients.first(where: { $0.id == id }) else {
            throw Refusal("Choisissez à qui écrire.", field: "a-qui")
        }
        return [reader]
    }

    private func write(_ message: Message, to reader: Author, from: String, _ words: String, title: String) throws {
        let account = try act.transaction.first(
            Person.self,
            """
            select p.id, p.email, p.name, p.language, p.theme, p.is_administrator
            from member m join person p on p.id = m.person_id
            where m.id = \(reader.id) and m.left_at is null and not \(.isPaused(at: act.now))
            """)
        guard let account, let writer = try act.view.accounts.of(try act.member) else {
            throw Refusal(
                "Cette personne ne peut pas être jointe en ce moment : elle est en pause, ou partie.", kind: .conflict)
        }
        let community = try act.view.communities.current()
        let name = try act.transaction.value("select name from member where id = \(reader.id)", as: String.self)
        let letter = HandwrittenLetter(
            message.kind, community: community.name, slug: community.slug, to: name ?? account.name, from: from,
            replyTo: writer.email.rawValue, words: words, title: message.title.isEmpty ? title : message.title,
            question: message.question?.rawValue, number: message.number)
        // Pressed twice, it leaves once.
        let day = try GestureFinder(act.view).today
        try act.mails.send(
            .handwritten(letter), to: account,
            key: "by hand/\(message.kind.rawValue)/\(message.object)/\(reader.id)/\(day)")
        let subject: Subject =
            message.kind.isPrivate || !reader.isNameless
            ? .member(reader.id)
            : message.question.map { .question($0) } ?? .community(community.id)
        try act.record(
            .wroteByHand, subject, within: message.kind.isPrivate ? nil : message.question.map { .question($0) },
            ["kind": message.kind.rawValue])
    }
}

/// A community's own words for a kind of letter.
package struct MessageTemplate: Sendable, Equatable {
    package let kind: MessageKind
    /// Nil: Ruche's own.
    package let text: String?
    package let writer: String?
    package let writtenAt: Instant?
}

extension DeskQueries {
    package func templates() throws -> [MessageTemplate] {
        var own: [MessageKind: MessageTemplate] = [:]
        try view.transaction.each(
            """
            select t.kind, t.text, m.name, t.written_at from message_template t left join member m on m.id = t.written_by
            where t.community_id = \(try view.community)
            """
        ) { row in
            guard let kind = MessageKind(rawValue: try row[0]) else { return }
            own[kind] = MessageTemplate(kind: kind, text: try row[1], writer: try row[2], writtenAt: try row[3])
        }
        return MessageKind.allCases.map {
            own[$0] ?? MessageTemplate(kind: $0, text: nil, writer: nil, writtenAt: nil)
        }
    }

    /// The community's own words; nil where Ruche's are used.
    package func template(of kind: MessageKind) throws -> String? {
        try view.transaction.value(
            "select text from message_template where community_id = \(try view.community) and kind = \(kind)")
    }
}

extension DeskActs {
    /// Gives a kind of letter the community's own words; empty, or Ruche's own, gives them back to Ruche.
    package func keepTemplate(_ kind: MessageKind, _ text: String, standard: String) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let text = text.trimmingWhitespace()
        guard text.count <= MessageKind.lengthAtMost else {
            throw Refusal("Ce texte dépasse 2 000 caractères. Gardez l’essentiel.", field: "texte")
        }
        try act.guardPatients(in: [text], isConfirmed: false)
        let community = try act.community
        if text.isEmpty || text == standard {
            try act.execute("delete from message_template where community_id = \(community) and kind = \(kind)")
        } else {
            try act.execute(
                """
                insert into message_template (community_id, kind, text, written_by, written_at)
                values (\(community), \(kind), \(text), \(try act.member), \(act.now))
                on conflict (community_id, kind) do update
                set text = excluded.text, written_by = excluded.written_by, written_at = excluded.written_at
                """)
        }
        try act.record(.changedTemplate, .community(community), ["kind": kind.rawValue])
    }
}

extension String {
    /// A template with what it is about put in.
    package func filled(title: String, community: String) -> String {
        replacing("{titre}", with: title).replacing("{communaute}", with: community)
            .replacing("{communauté}", with: community)
    }
}
