import Persistence
import Wording

extension View {
    package var invitations: InvitationQueries { InvitationQueries(view: self) }
}

extension Act {
    package var invitations: InvitationActs { InvitationActs(act: self) }
}

package struct InvitationDraft: Sendable, Equatable {
    package var email: String
    package var role: Role
    package var words: String
    package var guestOf: Question.ID?
    /// In which the letter is written.
    package var language = Language.french

    package init(email: String = "", role: Role = .member, words: String = "", guestOf: Question.ID? = nil) {
        (self.email, self.role, self.words, self.guestOf) = (email, role, words, guestOf)
    }
}

/// Invited, page opened, member, charter, first act (DOMAIN §4.2, step 3).
package struct InvitationFunnel: Sendable, Equatable {
    package var sent = 0
    package var opened = 0
    package var accepted = 0
    package var declined = 0
    /// Who has accepted a charter since, and has not taken it back.
    package var charter = 0
    /// Who has asked, answered, voted or marked something useful since.
    package var active = 0
}

package struct InvitationQueries {
    let view: View

    /// The invitations of the community, the newest first.
    package func all(limit: Int = 200) throws -> [Invitation] {
        try view.transaction.all(
            Invitation.self,
            """
            select \(Invitation.columns) from invitation i join member m on m.id = i.invited_by
            where i.community_id = \(try view.community) order by i.sent_at desc, i.id desc limit \(limit)
            """)
    }

    /// The title of the one exchange that an invitation opens.
    package func exchange(of invitation: Invitation) throws -> String? {
        guard invitation.role == .guest, let question = invitation.guestOf else { return nil }
        return try view.transaction.value(
            "select title from question where id = \(question) and deleted_at is null", as: String.self)
    }

    /// From the invitation to the first act: how many went how far.
    package func funnel() throws -> InvitationFunnel {
        try view.transaction.first(
            """
            select count(*), sum(case when i.opened_at is not null then 1 else 0 end),
              sum(case when i.accepted_at is not null then 1 else 0 end),
              sum(case when i.declined_at is not null and i.accepted_at is null then 1 else 0 end),
              sum(case when i.member_id is not null and exists (
                select 1 from charter_acceptance a where a.member_id = i.member_id and a.revoked_at is null)
                then 1 else 0 end),
              sum(case when i.member_id is not null and exists (
                select 1 from journal j where j.community_id = i.community_id and j.member_id = i.member_id
                  and j.verb in \(list: Verb.acts)) then 1 else 0 end)
            from invitation i where i.community_id = \(try view.community) and i.withdrawn_at is null
            """
        ) { row in
            InvitationFunnel(
                sent: try row[0], opened: try row[1] ?? 0, accepted: try row[2] ?? 0, declined: try row[3] ?? 0,
                charter: try row[4] ?? 0, active: try row[5] ?? 0)
        } ?? InvitationFunnel()
    }

    /// The invitation that this secret opens, with its community. Nil when there is none.
    package func shown(_ secret: Secret) throws -> (invitation: Invitation, community: Community)? {
        let found = try view.transaction.first(
            Invitation.self,
            """
            select \(Invitation.columns) from invitation i join member m on m.id = i.invited_by
            where i.hash = \(secret.hash)
            """)
        guard let found, let community = try view.communities.find(found.community) else { return nil }
        return (found, community)
    }
}

package struct InvitationActs {
    let act: Act

    /// How many letters leave at once: a mail server that has never heard of Ruche takes fright at more.
    package static let batch = 50

    /// Mails a personal invitation.
    /// - Parameter isOfList: one of many, which the log tells together.
    package func invite(_ draft: InvitationDraft, secret: Secret, isOfList: Bool = false) throws -> Invitation.ID {
        let email = try EmailAddress(typed: draft.email)
        try act.members.mustNotBeSalon()
        let community = try act.view.communities.current()
        guard try !act.view.members.isHere(email, in: community.id) else {
            throw Refusal("Cette personne est déjà dans la communauté.", field: "courriel", kind: .conflict)
        }
        if draft.role == .guest {
            guard let question = draft.guestOf, try act.view.questions.exists(question) else {
                throw Refusal("Choisissez l’échange auquel vous invitez cette personne.", field: "echange")
            }
        }
        let words = try draft.words.line(limit: 2_000, field: "mot") ?? ""
        try act.guardLetter(words, field: "mot")
        // One that waits is replaced: the newest link is the one that counts.
        try act.execute(
            """
            update invitation set withdrawn_at = \(act.now)
            where community_id = \(community.id) and email = \(email) and accepted_at is null and withdrawn_at is null
            """)
        let inviter = try act.member
        let id: Invitation.ID = try act.insert(
            """
            insert into invitation (community_id, hash, email, role, words, guest_of, invited_by, sent_at, expires_at, language)
            values (\(community.id), \(secret.hash), \(email), \(draft.role), \(words),
                \(draft.role == .guest ? draft.guestOf : nil), \(inviter), \(act.now), \(act.now + Invitation.lifetime),
                \(draft.language))
            returning id
            """)
        let inviterName = try act.view.members.profile(inviter).member.name
        try act.mails.send(
            .invitation(
                link: secret.text, community: community.name, domain: community.domain, inviter: inviterName,
                words: words, days: 30, role: draft.role.rawValue,
                exchange: try draft.guestOf.flatMap { question in
                    draft.role == .guest
                        ? try act.transaction.value(
                            "select title from question where id = \(question)", as: String.self)
                        : nil
                }),
            to: email, name: email.rawValue, language: draft.language.rawValue, key: "invitation/\(id)")
        try act.record(
            .invited, .invitation(id),
            ["role": draft.role.rawValue].merging(isOfList ? ["list": "yes"] : [:]) { $1 })
        return id
    }

    /// Writes once more to somebody who has not answered: with a new link, since the first is known to them alone.
    package func remind(_ id: Invitation.ID, secret: Secret) throws {
        try remind(id, secret: secret, among: [:])
    }

    /// Once more to everybody who has not answered the one who acts, fifty at most.
    package func remindAll(makeSecret: () -> Secret) throws {
        let silent = try act.view.invitations.all(limit: 1_000).filter {
            $0.mayBeReminded(by: act.actor.member, at: act.now)
        }
        var count = 0
        for invitation in silent.prefix(Self.batch)
        where try !act.view.members.isHere(invitation.email, in: act.community) {
            try remind(invitation.id, secret: makeSecret(), among: ["list": "yes"])
            count += 1
        }
        guard count > 0 else {
            throw Refusal("Personne n’est à relancer : une seule fois, après sept jours de silence.", kind: .conflict)
        }
        try act.record(.invited, .community(try act.community), ["reminders": String(count)])
    }

    private func remind(_ id: Invitation.ID, secret: Secret, among many: [String: String]) throws {
        let community = try act.view.communities.current()
        let found = try act.transaction.first(
            Invitation.self,
            """
            select \(Invitation.columns) from invitation i join member m on m.id = i.invited_by
            where i.id = \(id) and i.community_id = \(community.id)
            """)
        guard let invitation = found else { throw Refusal.notFound }
        guard try !act.view.members.isHere(invitation.email, in: community.id) else {
            throw Refusal("Cette personne est déjà dans la communauté.", kind: .conflict)
        }
        guard invitation.mayBeReminded(by: act.actor.member, at: act.now) else {
            throw Refusal(
                "On relance une seule fois, après sept jours de silence, et la personne qui a invité s’en charge.",
                kind: .conflict)
        }
        try act.execute(
            """
            update invitation set hash = \(secret.hash), reminded_at = \(act.now),
              expires_at = \(act.now + Invitation.lifetime)
            where id = \(id)
            """)
        try act.mails.send(
            .invitation(
                link: secret.text, community: community.name, domain: community.domain, inviter: invitation.inviter,
                words: invitation.words, days: 30, role: invitation.role.rawValue,
                exchange: try act.view.invitations.exchange(of: invitation)),
            to: invitation.email, name: invitation.email.rawValue, language: invitation.language.rawValue,
            key: "invitation/\(id)/reminder")
        try act.record(.invited, .invitation(id), ["reminder": "yes"].merging(many) { $1 })
    }

    package func withdraw(_ id: Invitation.ID) throws {
        let withdrawn = try act.execute(
            """
            update invitation set withdrawn_at = \(act.now)
            where id = \(id) and community_id = \(try act.community) and accepted_at is null and withdrawn_at is null
            """)
        guard withdrawn == 1 else { throw Refusal.notFound }
        try act.record(.withdrewInvitation, .invitation(id))
    }

    /// The address has an account, and its owner is not the one who is here: a link that was forwarded opens no account.
    package struct NeedsSignIn: Error {
        package init() {}
    }

    /// The person pressed the button of the page: becomes a member, with an account if they had none, signed in.
    /// - Parameter language: of the page: an account that begins here keeps it.
    /// - Returns: the community, the page on which to arrive, and whether `session` was opened.
    /// - Throws: `NeedsSignIn`.
    package func accept(
        _ secret: Secret, as draft: MemberDraft, charter: Int64? = nil, in language: Language = .french,
        session: Secret?, device: String, isOwnDevice: Bool
    ) throws -> (community: Community, landing: InvitationLink.Landing, isNewAccount: Bool) {
        guard let (invitation, community) = try act.view.invitations.shown(secret) else { throw Refusal.notFound }
        switch invitation.state(at: act.now) {
        case .sent, .opened, .declined: break
        case .accepted:
            throw Refusal("Cette invitation a déjà servi. Connectez-vous avec votre adresse.", kind: .conflict)
        case .withdrawn:
            throw Refusal("Cette invitation a été retirée. Demandez-en une autre à la personne qui vous a écrit.")
        case .expired:
            throw Refusal("Cette invitation a plus de 30 jours. Demandez-en une autre à la personne qui vous a écrit.")
        }
        try community.mustBeOpen()
        let known = try act.view.accounts.find(invitation.email)
        if let known, known.id != act.actor.person { throw NeedsSignIn() }
        let card = try draft.checked()
        if let link = invitation.link { try take(link) }
        let person = try act.accounts.create(invitation.email, name: card.name, language: language)
        let member = try act.members.enter(
            community.id, person: person, as: card, role: invitation.role, guestOf: invitation.guestOf)
        try act.execute(
            """
            update invitation set accepted_at = \(act.now), opened_at = coalesce(opened_at, \(act.now)),
                member_id = \(member), declined_at = null, withdrawn_at = null
            where id = \(invitation.id)
            """)
        // From here on the card is its owner's: what a list said of them is done with.
        try act.execute("update prepared_invitation set card = '' where invitation_id = \(invitation.id)")
        // The link came by mail, and was followed.
        try act.note(.mail, by: member)
        if let charter { try accept(charter, of: community.id, as: member, person, role: invitation.role) }
        if known == nil, let session {
            try act.accounts.open(session, for: person, device: device, isOwnDevice: isOwnDevice)
        }
        if let account = try act.view.accounts.find(person) {
            try act.mails.send(
                .welcome(
                    community: community.name, slug: community.slug,
                    host: try act.transaction.value(
                        "select h.name from welcome w join member h on h.id = w.host_id where w.member_id = \(member)")),
                to: account, key: "welcome/\(member)")
        }
        let landing = try invitation.link.flatMap { link in
            try act.transaction.value(
                "select leads_to from invitation_link where id = \(link)", as: InvitationLink.Landing.self)
        }
        return (community, landing ?? .home, known == nil)
    }

    /// The newcomer ticked the charter that was on the page. Another one in force since: they are asked later.
    private func accept(
        _ charter: Int64, of community: Community.ID, as member: Member.ID, _ person: Person.ID, role: Role
    ) throws {
        guard role == .member || role == .facilitator else { return }
        guard try act.view.charters.inForce(in: community)?.id == charter else { return }
        let newcomer = Actor(person: person, community: community, member: member, role: role)
        try Act(act.transaction, by: newcomer, at: act.now, through: act.channel).charters.accept(charter)
    }

    /// Somebody opened the page of their invitation.
    package func noteOpened(_ secret: Secret) throws {
        let opened = try act.transaction.first(
            """
            update invitation set opened_at = \(act.now)
            where hash = \(secret.hash) and opened_at is null and accepted_at is null and withdrawn_at is null
            returning id, community_id
            """
        ) { row -> (id: Invitation.ID, community: Community.ID) in (try row[0], try row[1]) }
        guard let opened else { return }
        let outside = Act(
            act.transaction, by: Actor(community: opened.community), at: act.now, through: act.channel)
        try outside.record(.openedInvitation, .invitation(opened.id))
    }

    package func decline(_ secret: Secret) throws {
        try act.execute(
            """
            update invitation set declined_at = \(act.now)
            where hash = \(secret.hash) and accepted_at is null and withdrawn_at is null
            """)
    }
}
