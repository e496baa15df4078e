import Persistence

/// A question whose author nobody can find again (DOMAIN §6.2): neither other members, nor facilitators, nor whoever
/// runs the server. It belongs to an alias, and to whoever shows the secret of its page; what ties the alias to a person
/// is nowhere.
package struct AnonymousPage: Sendable, Equatable {
    package let question: Question.ID
    package let alias: Member.ID
    package let community: Community.ID
    package let slug: String
}

extension QuestionQueries {
    /// Whether the community takes anonymous questions: it does unless it said otherwise.
    package func allowsAnonymity() throws -> Bool {
        try view.transaction.value(
            "select takes_anonymous from community where id = \(try view.community)", as: Bool.self) ?? false
    }

    /// What a secret opens; nil for any other.
    package func anonymousPage(by secret: Secret) throws -> AnonymousPage? {
        try view.transaction.first(
            """
            select a.question_id, a.member_id, c.id, c.slug from alias a join member m on m.id = a.member_id
            join community c on c.id = m.community_id where a.hash = \(secret.hash)
            """
        ) { row in
            AnonymousPage(question: try row[0], alias: try row[1], community: try row[2], slug: try row[3])
        }
    }

    /// Whether somebody of the community is an alias, of whom there is nothing to say.
    package func isAlias(_ id: Member.ID) throws -> Bool {
        try view.transaction.value("select member_id from alias where member_id = \(id)", as: Member.ID.self) != nil
    }
}

extension AnonymousPage {
    /// The same snapshot, for the alias.
    package func standing(in view: View) -> View {
        View(view.transaction, by: Actor(community: community, member: alias, role: .guest), at: view.now)
    }

    /// The same transaction, for the alias: the journal knows the hour, not the minute, unless others have written
    /// since.
    package func standing(in act: Act) throws -> Act {
        let last = try act.transaction.value(
            "select last_activity_at from question where id = \(question)", as: Instant.self)
        return Act(
            act.transaction, by: Actor(community: community, member: alias),
            at: max(act.now.hour, last ?? act.now.hour), through: act.channel, hidesMoment: true)
    }
}

extension Instant {
    /// The beginning of its hour.
    var hour: Instant { Instant(milliseconds: milliseconds - milliseconds % 3_600_000) }
}

extension QuestionActs {
    /// Publishes a question under an alias. Whoever acts must be a member; nothing that is kept tells who.
    /// - Parameters:
    ///   - form: a secret of the form that was filled, from which that of the page follows: sent twice by a slow network,
    ///     it leads twice to the same page. It is kept nowhere, and nobody else's form has it.
    ///   - fresh: opens the page when the form has no secret, or has served already.
    /// - Returns: what opens the page from which its author goes on; only its hash is kept.
    /// - Throws: as `ask`.
    package func askAnonymously(_ draft: QuestionDraft, from form: Secret? = nil, secret fresh: Secret) throws -> Secret
    {
        _ = try act.member
        guard try act.view.questions.allowsAnonymity() else {
            throw Refusal("Cette communauté ne prend plus de question sans nom.", kind: .conflict)
        }
        // What was begun under the author's name must not stay beside what is published without it.
        try eraseDraft(at: .question)
        let own = form?.another(for: "anonymous page")
        if let own, try isThere(draft, at: own) { return own }
        let isTaken = try own.map { try act.view.questions.anonymousPage(by: $0) != nil } ?? true
        let secret = isTaken ? fresh : own ?? fresh
        let (community, hour) = (try act.community, act.now.hour)
        let alias: Member.ID = try act.insert(
            """
            insert into member (community_id, name, sort_name, role, joined_at, is_pending)
            values (\(community), \(try nextAlias()), 'anonyme', 'guest', \(hour), 1) returning id
            """)
        let author = Act(
            act.transaction, by: Actor(community: community, member: alias), at: hour, through: act.channel,
            hidesMoment: true)
        var nameless = draft
        nameless.isAnonymous = true
        let question = try author.questions.ask(nameless)
        try act.execute("update member set guest_of = \(question) where id = \(alias)")
        try act.execute(
            "insert into alias (member_id, question_id, hash) values (\(alias), \(question), \(secret.hash))")
        return secret
    }

    /// "Membre anonyme B": another in each exchange, so that two questions of one person are those of two.
    private func nextAlias() throws -> String {
        let count = try act.transaction.value(
            """
            select count(*) from alias a join member m on m.id = a.member_id where m.community_id = \(try act.community)
            """, as: Int.self)
        var (letters, number) = ("", (count ?? 0) + 1)
        while number > 0 {
            number -= 1
            letters = String(UnicodeScalar(UInt8(65 + number % 26))) + letters
            number /= 26
        }
        return "Membre anonyme \(letters)"
    }

    /// Whether the form was received already, with these words and all its files.
    private func isThere(_ draft: QuestionDraft, at secret: Secret) throws -> Bool {
        guard let page = try act.view.questions.anonymousPage(by: secret), page.community == act.actor.community,
            try !act.view.questions.hasFilesWaiting(in: draft.basket)
        else { return false }
        let checked = try CheckedQuestion(draft, topicsOf: act.view)
        return try act.transaction.value(
            "select id from question where id = \(page.question) and title = \(checked.title) and body = \(checked.body)",
            as: Question.ID.self) != nil
    }
}
