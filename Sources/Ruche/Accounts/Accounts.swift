import Calendaring
import Persistence
import Wording

extension View {
    package var accounts: AccountQueries { AccountQueries(view: self) }
}

extension Act {
    package var accounts: AccountActs { AccountActs(act: self) }
}

package struct AccountQueries {
    let view: View

    package func find(_ email: EmailAddress) throws -> Person? {
        try view.transaction.first(Person.self, "select \(Person.columns) from person where email = \(email)")
    }

    package func find(_ id: Person.ID) throws -> Person? {
        try view.transaction.first(Person.self, "select \(Person.columns) from person where id = \(id)")
    }

    /// The account of a member; nil for a pending profile, which has none.
    package func of(_ member: Member.ID) throws -> Person? {
        try view.transaction.first(
            Person.self,
            "select \(Person.columns) from person where id = (select person_id from member where id = \(member))")
    }

    /// The sessions of a person that are still open, the last used first.
    package func sessions(of person: Person.ID) throws -> [Session] {
        try view.transaction.all(
            Session.self,
            """
            select id, device, is_own_device, started_at, last_used_at from session
            where person_id = \(person) and ends_at > \(view.now) order by last_used_at desc, id desc
            """)
    }

    /// Who shows this secret, and what they are in the community of the address: one query for each page.
    package func visitor(_ secret: Secret, in slug: String?) throws -> Visitor? {
        try view.transaction.first(
            """
            select p.id, p.email, p.name, p.language, p.theme, p.is_administrator,
                   s.id, s.last_used_at,
                   (select count(*) from member c where c.person_id = p.id and c.left_at is null),
                   p.zone, \(MemberCard.columns), \(CommunityCard.columns),
                   p.uses_shortcuts
            from session s join person p on p.id = s.person_id
            left join community c on c.slug = \(slug ?? "")
            left join member m on m.person_id = p.id and m.community_id = c.id and m.left_at is null
            where s.hash = \(secret.hash) and s.ends_at > \(view.now)
            """
        ) { row in
            let person = try Person(row)
            let member: MemberCard? = try (row[10] as Member.ID?) == nil ? nil : MemberCard(row, from: 10)
            let community: CommunityCard? =
                try (row[10 + MemberCard.width] as Community.ID?) == nil
                ? nil : CommunityCard(row, from: 10 + MemberCard.width)
            let isInside =
                member != nil && (community?.isOpen == true || member?.role == .facilitator)
                && (community?.isReadable(by: member?.role ?? .guest, at: view.now) ?? true)
            return Visitor(
                person: person, session: try row[6],
                actor: Actor(
                    person: person.id, community: isInside ? community?.id : nil, member: isInside ? member?.id : nil,
                    role: isInside ? member?.role : nil, isAdministrator: person.isAdministrator),
                member: isInside ? member : nil, community: isInside ? community : nil,
                communities: try row[8], usedAt: try row[7], zone: try row[9],
                usesShortcuts: try row[10 + MemberCard.width + CommunityCard.width])
        }
    }
}

package struct AccountActs {
    let act: Act

    /// Creates an account, or finds the one of this address.
    package func create(
        _ email: EmailAddress, name: String, isAdministrator: Bool = false, language: Language = .french
    ) throws -> Person.ID {
        if let known = try act.view.accounts.find(email) {
            if isAdministrator, !known.isAdministrator {
                try act.execute("update person set is_administrator = 1 where id = \(known.id)")
                try act.record(.madeAdministrator, .person(known.id))
            }
            return known.id
        }
        let id: Person.ID = try act.insert(
            """
            insert into person (email, name, is_administrator, created_at, language)
            values (\(email), \(name), \(isAdministrator), \(act.now), \(language)) returning id
            """)
        try act.record(.createdAccount, .person(id), isAdministrator ? ["administrator": "yes"] : [:])
        return id
    }

    /// Gives one's account another name. The one before is kept with each card, as another name of its owner.
    package func rename(_ typed: String) throws {
        guard let person = act.actor.person else { throw Refusal.forbidden }
        guard let name = try typed.line(limit: 80, field: "nom") else {
            throw Refusal("Écrivez votre prénom et votre nom.", field: "nom")
        }
        try act.execute(
            """
            insert into earlier_name (member_id, name, until)
            select m.id, p.name, \(act.now) from member m join person p on p.id = m.person_id
            where p.id = \(person) and p.name <> \(name)
            on conflict (member_id, name) do nothing
            """)
        try act.execute("update person set name = \(name) where id = \(person)")
        try act.recordFor(person, .changedProfile, [:])
    }

    package func choose(language: Language) throws {
        try act.execute("update person set language = \(language) where id = \(act.actor.person)")
    }

    /// - Parameter zone: one of those offered; nil for the clock of each community.
    package func choose(zone: String?) throws {
        guard zone.map(Zone.offered.contains) ?? true else { throw Refusal.notFound }
        try act.execute("update person set zone = \(zone) where id = \(act.actor.person)")
    }

    /// Whether single keys do something on pages.
    package func choose(shortcuts isOn: Bool) throws {
        try act.execute("update person set uses_shortcuts = \(isOn) where id = \(act.actor.person)")
    }

    package func choose(theme: Theme) throws {
        try act.execute("update person set theme = \(theme) where id = \(act.actor.person)")
    }
}

extension AccountQueries {
    /// On the demonstration: somebody who plays a role, and the community where they do.
    package func demonstrationPerson(_ role: String) throws -> (person: Person.ID, slug: String?)? {
        if role == "administrator" {
            return try view.transaction.value(
                "select id from person where is_administrator = 1 order by id limit 1", as: Person.ID.self
            ).map { ($0, nil) }
        }
        guard let role = Role(rawValue: role) else { return nil }
        return try view.transaction.first(
            """
            select m.person_id, c.slug from member m join community c on c.id = m.community_id
            where m.role = \(role) and m.left_at is null and m.person_id is not null and c.opened_at is not null
            order by c.member_count desc, m.id limit 1
            """
        ) { row in (try row[0], try row[1]) }
    }
}
