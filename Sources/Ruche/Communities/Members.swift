import Persistence

extension View {
    package var members: MemberQueries { MemberQueries(view: self) }
}

extension Act {
    package var members: MemberActs { MemberActs(act: self) }
}

/// What a member says of themselves when they join, and may change later.
package struct MemberDraft: Sendable, Equatable, Codable {
    package var name: String
    package var profession: String
    package var establishment: String
    package var setting: String
    package var canHelpOn: String
    package var wantsToLearn: String
    package var speciality = ""
    package var territory = ""
    /// Whether the directory shows them: theirs to say.
    package var isListed = true

    package init(
        name: String = "", profession: String = "", establishment: String = "", setting: String = "",
        canHelpOn: String = "", wantsToLearn: String = ""
    ) {
        (self.name, self.profession, self.establishment) = (name, profession, establishment)
        (self.setting, self.canHelpOn, self.wantsToLearn) = (setting, canHelpOn, wantsToLearn)
    }

    /// Trimmed, with a name; nothing else is compulsory.
    package func checked() throws(Refusal) -> MemberDraft {
        var card = self
        card.name = name.trimmingWhitespace()
        guard !card.name.isEmpty else {
            throw Refusal("Écrivez votre prénom et votre nom, comme vos collègues vous connaissent.", field: "nom")
        }
        guard card.name.count <= 80 else { throw Refusal("Un nom tient en 80 caractères.", field: "nom") }
        guard profession.isEmpty || Profession(code: profession) != nil else {
            throw Refusal("Choisissez un métier de la liste.", field: "metier")
        }
        card.establishment = try establishment.line(limit: 120, field: "etablissement") ?? ""
        card.speciality = try speciality.line(limit: 120, field: "specialite") ?? ""
        card.territory = try territory.line(limit: 120, field: "territoire") ?? ""
        card.canHelpOn = try canHelpOn.line(field: "aider") ?? ""
        card.wantsToLearn = try wantsToLearn.line(field: "apprendre") ?? ""
        return card
    }
}

/// One line of the directory, one page of a member.
package struct MemberProfile: Sendable, RowDecodable {
    package private(set) var member: Member
    package private(set) var setting: String?
    package private(set) var canHelpOn: String
    package private(set) var wantsToLearn: String
    package let joinedAt: Instant
    /// The end of the last pause, past or to come.
    package let pausedUntil: Instant?
    /// When it begins, or began.
    package let pausedAt: Instant?
    package private(set) var speciality: String?
    package private(set) var territory: String?
    package let isListed: Bool
    /// How often in thirty days they may be asked for help.
    package let asksPerMonth: Int

    static let columns: SQL = """
        \(Member.columns), m.setting, m.can_help_on, m.wants_to_learn, m.joined_at, m.paused_until, m.speciality,
        m.territory, m.is_listed, m.asks_per_month, m.paused_at
        """

    package init(_ row: borrowing Row) throws {
        member = try Member(row)
        (setting, canHelpOn, wantsToLearn) = (try row[6], try row[7], try row[8])
        joinedAt = try row[9]
        (pausedUntil, speciality, territory, isListed) = (try row[10], try row[11], try row[12], try row[13])
        (asksPerMonth, pausedAt) = (try row[14], try row[15])
    }

    /// The same member, whose card says this.
    func saying(_ card: MemberDraft) -> MemberProfile {
        var profile = self
        profile.member = member.saying(profession: card.profession, establishment: card.establishment)
        (profile.canHelpOn, profile.wantsToLearn) = (card.canHelpOn, card.wantsToLearn)
        profile.setting = card.setting.isEmpty ? nil : card.setting
        profile.speciality = card.speciality.isEmpty ? nil : card.speciality
        profile.territory = card.territory.isEmpty ? nil : card.territory
        return profile
    }
}

extension MemberProfile {
    package func isPaused(at now: Instant) -> Bool {
        guard let pausedUntil, pausedUntil > now else { return false }
        return pausedAt.map { $0 <= now } ?? true
    }
}

package struct MemberQueries {
    let view: View

    /// The directory, by name: a page of at most `limit` after the one named.
    package func directory(after last: (name: String, id: Member.ID)? = nil, limit: Int = 60) throws -> [MemberProfile]
    {
        try view.transaction.all(
            MemberProfile.self,
            """
            select \(MemberProfile.columns) from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.role in ('facilitator', 'member') and \(try isShown)
              and (m.sort_name, m.id) > (\(fold(last?.name ?? "")), \(last?.id ?? .init(0)))
            order by m.sort_name, m.id limit \(limit)
            """)
    }

    /// Whether the owner of an address belongs to a community today.
    func isHere(_ email: EmailAddress, in community: Community.ID) throws -> Bool {
        try view.transaction.value(
            """
            select m.id from member m join person p on p.id = m.person_id
            where m.community_id = \(community) and p.email = \(email) and m.left_at is null
            """, as: Member.ID.self) != nil
    }

    package func profile(_ id: Member.ID) throws -> MemberProfile {
        let found = try view.transaction.first(
            MemberProfile.self,
            """
            select \(MemberProfile.columns) from member m
            where m.id = \(id) and m.community_id = \(try view.community) and m.left_at is null
            """)
        guard let found else { throw Refusal.notFound }
        return try completed(found)
    }

    /// Everybody who takes part now and has an account: neither those who pause, nor guests, nor pending profiles.
    package func reachable() throws -> [Member.ID] {
        try view.transaction.column(
            """
            select m.id from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.role in \(list: [Role.member, .facilitator]) and not \(.isPaused(at: view.now))
            order by m.id
            """)
    }

    /// - Parameter isReachable: leaves out those who pause, to whom nothing is sent.
    package func facilitators(reachable isReachable: Bool = false) throws -> [Member] {
        try view.transaction.all(
            Member.self,
            """
            select \(Member.columns) from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.role = 'facilitator'
              \(isReachable ? "and not \(.isPaused(at: view.now))" : "")
            order by m.sort_name, m.id
            """)
    }

    /// Who joined in the last thirty days, the newest first: to be greeted on the home page.
    package func newcomers(limit: Int) throws -> [MemberProfile] {
        try view.transaction.all(
            MemberProfile.self,
            """
            select \(MemberProfile.columns) from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.role in ('facilitator', 'member') and m.joined_at > \(view.now - .days(30)) and \(try isShown)
            order by m.joined_at desc, m.id desc limit \(limit)
            """)
    }
}

package struct MemberActs {
    let act: Act

    /// Makes a person a member. Somebody who had left comes back to what they wrote, with their first date of joining;
    /// what a card leaves empty stays as it was. Nobody loses the facilitation by accepting an invitation.
    @discardableResult
    package func enter(
        _ community: Community.ID, person: Person.ID, as card: MemberDraft, role: Role, guestOf: Question.ID? = nil
    ) throws -> Member.ID {
        let known = try place(of: person, in: community)
        try mustFitSalon(community, person, isThere: known?.isThere == true)
        let role = known?.role == .facilitator && known?.isThere == true ? .facilitator : role
        try keepName("community_id = \(community) and person_id = \(person)", before: card.name)
        let id: Member.ID = try act.insert(
            """
            insert into member (community_id, person_id, name, sort_name, role, profession, establishment, setting,
                can_help_on, wants_to_learn, speciality, territory, joined_at, guest_of, search_text)
            values (\(community), \(person), \(card.name), \(fold(card.name)), \(role),
                \(card.profession.isEmpty ? nil : card.profession),
                \(card.establishment.isEmpty ? nil : card.establishment), \(card.setting.isEmpty ? nil : card.setting),
                \(card.canHelpOn), \(card.wantsToLearn), \(card.speciality.isEmpty ? nil : card.speciality),
                \(card.territory.isEmpty ? nil : card.territory), \(act.now), \(guestOf), \(card.searchText))
            on conflict (community_id, person_id) do update
            set left_at = null, role = excluded.role, name = excluded.name, sort_name = excluded.sort_name,
                profession = coalesce(excluded.profession, member.profession),
                establishment = coalesce(excluded.establishment, member.establishment),
                setting = coalesce(excluded.setting, member.setting),
                speciality = coalesce(excluded.speciality, member.speciality),
                territory = coalesce(excluded.territory, member.territory),
                can_help_on = case when excluded.can_help_on = '' then member.can_help_on else excluded.can_help_on end,
                wants_to_learn = case when excluded.wants_to_learn = '' then member.wants_to_learn
                                 else excluded.wants_to_learn end,
                guest_of = excluded.guest_of, search_text = ''
            returning id
            """)
        try recount(community)
        let actor = Actor(person: person, community: community, member: id, role: role)
        let own = Act(act.transaction, by: actor, at: act.now, through: act.channel)
        try own.mandates.follow(id, from: known?.isThere == true ? known?.role : nil, to: role)
        if known?.isThere != true {
            try own.record(.joined, .member(id))
            try settle(person, id, role, in: community)
        }
        if let before = known?.role, before != role {
            try own.record(.changedRole, .member(id), ["from": before.rawValue, "to": role.rawValue])
        }
        return id
    }

    /// A name that gives way to another one is kept apart: texts of others may hold it.
    private func keepName(_ place: SQL, before name: String) throws {
        try act.execute(
            """
            insert into earlier_name (member_id, name, until)
            select id, name, \(act.now) from member where \(place) and name <> \(name)
            on conflict (member_id, name) do nothing
            """)
    }

    /// What follows from coming in: a host for a new member, and no request left to decide.
    private func settle(_ person: Person.ID, _ id: Member.ID, _ role: Role, in community: Community.ID) throws {
        // The invitations that others had sent have no more to open, and count no more.
        try act.execute(
            """
            update invitation set withdrawn_at = \(act.now)
            where community_id = \(community) and accepted_at is null and withdrawn_at is null
              and email = (select email from person where id = \(person))
            """)
        try act.execute(
            """
            update join_request set decided_at = \(act.now), outcome = 'accepted'
            where community_id = \(community) and decided_at is null
              and email = (select email from person where id = \(person))
            """)
        guard role == .member, let community = try act.view.communities.find(community) else { return }
        try act.welcomes.begin(id, of: community)
    }

    /// What a person is or was in a community.
    private func place(of person: Person.ID, in community: Community.ID) throws -> (role: Role, isThere: Bool)? {
        try act.transaction.first(
            "select role, left_at from member where community_id = \(community) and person_id = \(person)"
        ) { row in (try row[0], try (row[1] as Instant?) == nil) }
    }

    /// Changes one's own card.
    package func change(_ draft: MemberDraft) throws {
        let card = try draft.checked()
        try act.guardPatients(in: [card.canHelpOn, card.wantsToLearn], ignoring: [.civilName], isConfirmed: false)
        for (text, field) in [
            (card.speciality, "specialite"), (card.establishment, "etablissement"), (card.territory, "territoire"),
        ] {
            try act.guardLine(text, field: field, ignoring: [.civilName, .date, .namedPlace, .contact])
        }
        let id = try act.member
        try keepName("id = \(id)", before: card.name)
        try act.execute(
            """
            update member set name = \(card.name), sort_name = \(fold(card.name)), search_text = \(card.searchText),
                profession = \(card.profession.isEmpty ? nil : card.profession),
                establishment = \(card.establishment.isEmpty ? nil : card.establishment),
                setting = \(card.setting.isEmpty ? nil : card.setting),
                speciality = \(card.speciality.isEmpty ? nil : card.speciality),
                territory = \(card.territory.isEmpty ? nil : card.territory), is_listed = \(card.isListed),
                can_help_on = \(card.canHelpOn), wants_to_learn = \(card.wantsToLearn)
            where id = \(id)
            """)
        try act.record(.changedProfile, .member(id))
    }

    /// Gives a member another role. A community keeps at least one facilitator.
    /// - Parameter reason: read by the person, by letter, and by all in the log; whoever takes facilitation, or a place
    ///   among the members, from somebody else owes one.
    package func change(_ id: Member.ID, to role: Role, because typed: String = "") throws {
        let profile = try act.view.members.profile(id)
        if profile.member.role == role { return }
        guard !profile.member.isPending else {
            throw Refusal("Cette personne n’a pas encore de compte : invitez-la d’abord.")
        }
        if profile.member.role == .facilitator, try act.view.members.facilitators().count == 1 {
            throw Refusal("Il faut au moins une personne à l’animation. Confiez-la d’abord à quelqu’un d’autre.")
        }
        let reason = try typed.line(limit: 500, field: "raison") ?? ""
        let isOthers = act.actor.member != nil && act.actor.member != id
        let isTaken = profile.member.role == .facilitator || (profile.member.role == .member && role != .facilitator)
        if isOthers, isTaken, reason.isEmpty {
            throw Refusal(
                "Dites pourquoi, sur sa carte de membre : la personne le lira, et le journal des actes aussi.",
                field: "raison")
        }
        try act.guardLine(reason, field: "raison")
        try act.execute("update member set role = \(role) where id = \(id)")
        try act.mandates.follow(id, from: profile.member.role, to: role)
        try recount(try act.community)
        var details = ["from": profile.member.role.rawValue, "to": role.rawValue]
        if !reason.isEmpty { details["word"] = reason }
        try act.record(.changedRole, .member(id), details)
        guard isOthers, isTaken, let person = try act.view.accounts.of(id),
            let own = act.actor.member
        else { return }
        let community = try act.view.communities.current()
        try act.mails.send(
            .roleEnded(
                community: community.name, slug: community.slug, by: try act.view.members.profile(own).member.name,
                role: profile.member.role == .facilitator ? nil : role.rawValue, words: reason), to: person,
            key: "role/\(id)/\(act.now.milliseconds)")
    }

    /// Notes that the member is here. A visit begins after an hour without a page; "since your last visit" counts from
    /// the end of the one before. Written at most every five minutes.
    package func noteVisit() throws {
        let id = try act.member
        try act.execute(
            """
            update member set
              visit_began_at = case when last_visit_at is null or last_visit_at < \(act.now - .hours(1))
                               then last_visit_at else visit_began_at end,
              last_visit_at = \(act.now), first_acts = first_acts | \(FirstAct.read.bit)
            where id = \(id) and (last_visit_at is null or last_visit_at < \(act.now - .minutes(5)))
            """)
    }

    /// A name of an imported past is nobody whom one could ask: it does not count.
    func recount(_ community: Community.ID) throws {
        try act.execute(
            """
            update community set member_count = (
              select count(*) from member where community_id = \(community) and left_at is null and is_pending = 0
                and role in ('facilitator', 'member'))
            where id = \(community)
            """)
    }
}
