import Calendaring
import Persistence
import Wording

/// A link that several people may use, for a poster or a team's mailing: with an end, a number of places and, if wanted,
/// one mail domain. Whoever uses it proves their address: the link only asks for a personal invitation.
package struct InvitationLink: Sendable, RowDecodable {
    package typealias ID = Identifier<InvitationLink>

    package let id: ID
    /// As it stands in the address: a facilitator may copy it again.
    package let token: String
    package let domain: String
    package let places: Int
    package let used: Int
    package let expiresAt: Instant
    package let closedAt: Instant?
    package let author: String
    package let leadsTo: Landing
    package let community: Community.ID

    /// The page on which a newcomer arrives.
    package enum Landing: String, Bindable, Sendable, CaseIterable { case home, charter, questions, meetings }

    static let columns: SQL = """
        l.id, l.token, l.domain, l.places, l.used, l.expires_at, l.closed_at, m.name, l.leads_to, l.community_id
        """

    package init(_ row: borrowing Row) throws {
        (id, token, domain, places, used) = (try row[0], try row[1], try row[2], try row[3], try row[4])
        (expiresAt, closedAt, author, leadsTo) = (try row[5], try row[6], try row[7], try row[8])
        community = try row[9]
    }

    package enum State: Sendable, Equatable { case open, full, expired, closed }

    package func state(at now: Instant) -> State {
        if closedAt != nil { return .closed }
        if expiresAt <= now { return .expired }
        return used >= places ? .full : .open
    }
}

package struct InvitationLinkDraft: Sendable, Equatable {
    package var days = 30
    package var places = 20
    package var domain = ""
    package var leadsTo = InvitationLink.Landing.home

    package init() {}
}

extension InvitationQueries {
    /// The links of the community that still open something, then the others, the newest first.
    package func links() throws -> [InvitationLink] {
        try view.transaction.all(
            InvitationLink.self,
            """
            select \(InvitationLink.columns) from invitation_link l join member m on m.id = l.author_id
            where l.community_id = \(try view.community)
            order by case when l.closed_at is null and l.expires_at > \(view.now) then 0 else 1 end, l.id desc limit 50
            """)
    }

    /// The link of an address, with its community; nil when there is none.
    package func link(_ secret: Secret) throws -> (link: InvitationLink, community: Community)? {
        let found = try view.transaction.first(
            InvitationLink.self,
            """
            select \(InvitationLink.columns) from invitation_link l join member m on m.id = l.author_id
            where l.token = \(secret.text)
            """)
        guard let found, let community = try view.communities.find(found.community) else { return nil }
        return (found, community)
    }
}

extension InvitationActs {
    package func createLink(_ draft: InvitationLinkDraft, secret: Secret) throws -> InvitationLink.ID {
        try act.members.mustNotBeSalon()
        guard (1...180).contains(draft.days) else {
            throw Refusal("Un lien vaut de 1 à 180 jours.", field: "jours")
        }
        guard (1...500).contains(draft.places) else {
            throw Refusal("Un lien sert à 1 personne au moins, à 500 au plus.", field: "places")
        }
        let id: InvitationLink.ID = try act.insert(
            """
            insert into invitation_link (community_id, author_id, token, domain, places, created_at, expires_at, leads_to)
            values (\(try act.community), \(try act.member), \(secret.text), \(try Self.domain(draft.domain)),
                \(draft.places), \(act.now), \(act.now + .days(draft.days)), \(draft.leadsTo))
            returning id
            """)
        try act.record(.openedInvitationLink, .invitationLink(id))
        return id
    }

    /// "@CH-Montrieux.fr" → "ch-montrieux.fr"
    private static func domain(_ typed: String) throws -> String {
        let text = typed.trimmingWhitespace().lowercased()
        let domain = text.hasPrefix("@") ? String(text.dropFirst()) : text
        guard !domain.isEmpty else { return "" }
        guard (try? EmailAddress(typed: "x@\(domain)")) != nil else {
            throw Refusal(
                "Écrivez ce qui suit l’arobase des adresses, par exemple hopital.fr.", field: "domaine-courriel")
        }
        return domain
    }

    package func closeLink(_ id: InvitationLink.ID) throws {
        let closed = try act.execute(
            """
            update invitation_link set closed_at = \(act.now)
            where id = \(id) and community_id = \(try act.community) and closed_at is null
            """)
        guard closed == 1 else { throw Refusal.notFound }
        try act.record(.closedInvitationLink, .invitationLink(id))
    }

    /// Somebody typed their address on the page of a link: they get a personal invitation, which proves the address; or,
    /// when they are a member already, a link to sign in. Both look the same from outside.
    /// - Parameter language: of the page, for the letter.
    package func ask(by link: Secret, for typed: String, in language: Language = .french, secret: Secret) throws {
        let (link, community) = try usable(link)
        let email = try EmailAddress(typed: typed)
        guard link.domain.isEmpty || email.rawValue.hasSuffix("@" + link.domain) else {
            throw Refusal("Ce lien est réservé aux adresses en @%@.", link.domain, field: "courriel")
        }
        if try act.view.members.isHere(email, in: community.id) {
            return try act.accounts.requestLink(for: email, leadingTo: "/c/\(community.slug)", secret: secret)
        }
        if let waiting = try waiting(for: email, in: community.id) {
            return try sendAgain(waiting, of: community, in: language, secret: secret)
        }
        let inviter = try act.transaction.value(
            "select author_id from invitation_link where id = \(link.id)", as: Member.ID.self)
        let id: Invitation.ID = try act.insert(
            """
            insert into invitation (community_id, hash, email, role, words, invited_by, sent_at, expires_at, link_id,
                language)
            values (\(community.id), \(secret.hash), \(email), \(Role.member), '', \(inviter), \(act.now),
                \(act.now + Invitation.lifetime), \(link.id), \(language))
            returning id
            """)
        try act.mails.send(
            .invitation(
                link: secret.text, community: community.name, domain: community.domain, inviter: link.author, words: "",
                days: 30), to: email, name: email.rawValue, language: language.rawValue, key: "invitation/\(id)")
        try act.record(.invited, .invitation(id), ["link": link.id.description])
    }

    /// The invitation of an address that is still good.
    private func waiting(for email: EmailAddress, in community: Community.ID) throws -> Invitation? {
        try act.transaction.first(
            Invitation.self,
            """
            select \(Invitation.columns) from invitation i join member m on m.id = i.invited_by
            where i.community_id = \(community) and i.email = \(email) and i.accepted_at is null
              and i.withdrawn_at is null and i.expires_at > \(act.now)
            order by i.id desc limit 1
            """)
    }

    /// How many letters a day an address gets because somebody typed it, whoever that was.
    static let lettersADay = 3

    /// The same invitation, with what it says, by a new link: the newest one counts.
    private func sendAgain(
        _ invitation: Invitation, of community: Community, in language: Language, secret: Secret
    ) throws {
        let letters =
            try act.transaction.value(
                """
                select count(*) from mail where key like \("invitation/\(invitation.id)%") and recipient = \(invitation.email)
                  and created_at > \(act.now - .days(1))
                """, as: Int.self) ?? 0
        if letters >= Self.lettersADay { return }
        try act.execute(
            """
            update invitation set hash = \(secret.hash), expires_at = \(act.now + Invitation.lifetime),
              declined_at = null
            where id = \(invitation.id)
            """)
        try act.mails.send(
            .invitation(
                link: secret.text, community: community.name, domain: community.domain, inviter: invitation.inviter,
                words: invitation.words, days: 30, role: invitation.role.rawValue,
                exchange: try act.view.invitations.exchange(of: invitation)),
            to: invitation.email, name: invitation.email.rawValue, language: language.rawValue,
            key: "invitation/\(invitation.id)/again/\(act.now.milliseconds)")
    }

    /// Somebody who is signed in uses the link: their address is proved already.
    /// - Returns: where they arrive.
    package func join(by link: Secret, as draft: MemberDraft) throws -> (
        community: Community, landing: InvitationLink.Landing
    ) {
        guard let person = act.actor.person, let account = try act.view.accounts.find(person) else {
            throw Refusal.forbidden
        }
        let (link, community) = try usable(link)
        guard link.domain.isEmpty || account.email.rawValue.hasSuffix("@" + link.domain) else {
            throw Refusal("Ce lien est réservé aux adresses en @%@.", link.domain, field: "nom")
        }
        let isMember = try act.view.communities.of(person).contains { $0.community.id == community.id }
        if !isMember {
            try take(link.id)
            try act.members.enter(community.id, person: person, as: draft.checked(), role: .member)
        }
        return (community, link.leadsTo)
    }

    /// One place of a link: refused when the last one has just gone.
    func take(_ link: InvitationLink.ID) throws {
        let taken = try act.execute(
            "update invitation_link set used = used + 1 where id = \(link) and used < places")
        guard taken == 1 else {
            throw Refusal(
                "Toutes les places de ce lien sont prises. Demandez une invitation à l’animation.", kind: .conflict)
        }
    }

    private func usable(_ secret: Secret) throws -> (InvitationLink, Community) {
        guard let (link, community) = try act.view.invitations.link(secret) else { throw Refusal.notFound }
        try community.mustBeOpen()
        switch link.state(at: act.now) {
        case .open: return (link, community)
        case .full:
            throw Refusal(
                "Toutes les places de ce lien sont prises. Demandez une invitation à l’animation.", kind: .conflict)
        case .expired, .closed:
            throw Refusal("Ce lien n’est plus ouvert. Demandez une invitation à l’animation.", kind: .conflict)
        }
    }
}

enum InvitationLinkSchema {
    static let migrations = [
        Migration(
            "invitation links",
            """
            create table invitation_link (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id),
              token        text not null unique,
              domain       text not null default '',
              places       \(.integer) not null check (places > 0),
              used         \(.integer) not null default 0 check (used <= places),
              created_at   \(.instant) not null,
              expires_at   \(.instant) not null,
              closed_at    \(.instant),
              leads_to     text not null
            ) \(.strict)
            """,
            "create index invitation_link_by_community on invitation_link (community_id)",
            "create index invitation_link_by_author on invitation_link (author_id)",
            "alter table invitation add column link_id \(.integer) references invitation_link (id) on delete set null",
            "create index invitation_by_link on invitation (link_id) where link_id is not null"
        )
    ]
}
