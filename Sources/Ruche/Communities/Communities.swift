import Persistence

extension View {
    package var communities: CommunityQueries { CommunityQueries(view: self) }
}

extension Act {
    package var communities: CommunityActs { CommunityActs(act: self) }
}

package struct CommunityQueries {
    let view: View

    /// The community of the address.
    package func current() throws -> Community {
        let id = try view.community
        guard let community = try find(id) else { throw Refusal.notFound }
        return community
    }

    package func find(_ id: Community.ID) throws -> Community? {
        try view.transaction.first(
            Community.self, "select \(Community.columns) from community where id = \(id)")
    }

    package func find(_ slug: String) throws -> Community? {
        try view.transaction.first(
            Community.self, "select \(Community.columns) from community where slug = \(slug)")
    }

    package func all() throws -> [Community] {
        try view.transaction.all(Community.self, "select \(Community.columns) from community order by slug")
    }

    /// The communities that a person belongs to, with their role there.
    package func of(_ person: Person.ID) throws -> [(community: CommunityCard, role: Role)] {
        try view.transaction.all(
            """
            select \(CommunityCard.columns), m.role from member m join community c on c.id = m.community_id
            where m.person_id = \(person) and m.left_at is null and (c.opened_at is not null or m.role = 'facilitator')
            order by c.name, c.id
            """
        ) { row in (try CommunityCard(row, from: 0), try row[CommunityCard.width]) }
    }
}

package struct CommunityDraft: Sendable, Equatable {
    package var name = ""
    package var slug = ""
    package var domain = ""
    /// How its first facilitator is named there, and their profession.
    package var facilitator = ""
    package var profession = ""

    package init(
        name: String = "", slug: String = "", domain: String = "", facilitator: String = "", profession: String = ""
    ) {
        (self.name, self.slug, self.domain) = (name, slug, domain)
        (self.facilitator, self.profession) = (facilitator, profession)
    }
}

package struct CommunityActs {
    let act: Act

    /// Creates a community; whoever does so is its first facilitator. It opens at once, for its members alone.
    package func create(_ draft: CommunityDraft) throws -> Community.ID {
        guard let person = act.actor.person else { throw Refusal.forbidden }
        let name = draft.name.trimmingWhitespace()
        guard !name.isEmpty else { throw Refusal("Donnez un nom à la communauté.", field: "nom") }
        guard name.count <= 80 else { throw Refusal("Un nom tient en 80 caractères.", field: "nom") }
        let slug = try Slug(typed: draft.slug.isEmpty ? Slug.proposed(for: name) : draft.slug)
        guard try act.view.communities.find(slug.text) == nil else {
            throw Refusal("Cette adresse est déjà prise. Choisissez-en une autre.", field: "adresse", kind: .conflict)
        }
        guard let account = try act.view.accounts.find(person) else { throw Refusal.forbidden }
        let domain = try draft.domain.line(limit: 500, field: "domaine") ?? ""
        let id = try create(slug, name: name, domain: domain, isOpen: true)
        let card = MemberDraft(
            name: draft.facilitator.isEmpty ? account.name : draft.facilitator, profession: draft.profession)
        try act.members.enter(id, person: person, as: card.checked(), role: .facilitator)
        return id
    }

    /// The community alone: an import's, or the operator's; `isOpen` false keeps it to its facilitators.
    package func create(_ slug: Slug, name: String, domain: String, isOpen: Bool) throws -> Community.ID {
        let id: Community.ID = try act.insert(
            """
            insert into community (slug, name, domain, created_at, opened_at)
            values (\(slug.text), \(name), \(domain), \(act.now), \(isOpen ? act.now : nil)) returning id
            """)
        try act.record(.createdCommunity, .community(id))
        return id
    }

    /// Opens an imported community to its members: the explicit act that ends its private time.
    package func open() throws {
        let id = try act.community
        let opened = try act.execute(
            "update community set opened_at = \(act.now) where id = \(id) and opened_at is null")
        if opened == 1 { try act.record(.opened, .community(id)) }
    }
}
