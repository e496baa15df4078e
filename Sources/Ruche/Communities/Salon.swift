import Persistence

// The salon: the one community of a server whose members are those who facilitate its communities (FEATURES FA5). It is
// an ordinary community, with its exchanges and its meetings; only the way in differs.

enum SalonSchema {
    static let migrations = [
        Migration(
            "salon",
            "alter table community add column is_salon \(.integer) not null default 0",
            "create unique index community_salon on community (is_salon) where is_salon = 1"
        )
    ]
}

/// What the desk says of the salon.
package struct Salon: Sendable, Equatable {
    /// Its address; nil while nobody has opened it.
    package let slug: String?
    package let members: Int
    /// The reader is one of its members.
    package let isIn: Bool
    /// The desk is its own.
    package let isHere: Bool
}

extension CommunityQueries {
    package func salon() throws -> Salon {
        let found = try view.transaction.first(
            """
            select c.id, c.slug, c.member_count, (
              select count(*) from member m
              where m.community_id = c.id and m.person_id = \(view.actor.person) and m.left_at is null)
            from community c where c.is_salon = 1
            """
        ) { row in
            Salon(
                slug: try row[1], members: try row[2], isIn: try row[3] as Int > 0,
                isHere: try row[0] as Community.ID == view.actor.community)
        }
        return found ?? Salon(slug: nil, members: 0, isIn: false, isHere: false)
    }

    func isSalon(_ id: Community.ID) throws -> Bool {
        try view.transaction.value("select is_salon from community where id = \(id)", as: Bool.self) == true
    }

    /// Whether a person facilitates a community that goes on, the salon left aside.
    func facilitates(_ person: Person.ID) throws -> Bool {
        try view.transaction.value(
            """
            select 1 from member m join community c on c.id = m.community_id
            where m.person_id = \(person) and m.role = 'facilitator' and m.left_at is null and c.closed_at is null
              and c.is_salon = 0 limit 1
            """, as: Int.self) != nil
    }
}

extension CommunityActs {
    /// Whoever facilitates here comes into the salon with the name and the trade of their card; the first to come opens
    /// it and looks after it.
    /// - Returns: its address.
    package func joinSalon() throws -> String {
        guard act.actor.isFacilitator, let person = act.actor.person else { throw Refusal.forbidden }
        let salon = try act.transaction.first("select id, slug from community where is_salon = 1") { row in
            (id: try row[0] as Community.ID, slug: try row[1] as String)
        }
        let (id, slug) = try salon ?? openSalon()
        let profile = try act.view.members.profile(try act.member)
        let card = MemberDraft(
            name: profile.member.name, profession: profile.member.profession?.stored ?? "",
            establishment: profile.member.establishment ?? "")
        let isLookedAfter = try act.transaction.value(
            "select 1 from member where community_id = \(id) and role = 'facilitator' and left_at is null limit 1",
            as: Int.self)
        try act.members.enter(id, person: person, as: card, role: isLookedAfter == nil ? .facilitator : .member)
        return slug
    }

    private func openSalon() throws -> (Community.ID, String) {
        var slug = "salon-animation"
        while try act.view.communities.find(slug) != nil { slug += "-2" }
        let id = try create(
            Slug(typed: slug), name: "Salon de l’animation",
            domain: "Entre personnes qui animent une communauté de ce serveur.", isOpen: true)
        // Nothing to prepare: those who come already know how.
        try act.execute("update community set is_salon = 1, launched_at = \(act.now) where id = \(id)")
        return (id, slug)
    }
}

extension MemberActs {
    /// The salon is for those who facilitate. When the last mandate of one of them ends, they may stay until they leave.
    func mustFitSalon(_ community: Community.ID, _ person: Person.ID, isThere: Bool) throws {
        if isThere { return }
        guard try act.view.communities.isSalon(community) else { return }
        guard try act.view.communities.facilitates(person) else {
            throw Refusal("Le salon est ouvert aux personnes qui animent une communauté de ce serveur.")
        }
    }

    /// Nobody is invited to the salon, nor shown it: whoever facilitates enters from their desk.
    func mustNotBeSalon() throws {
        guard try act.view.communities.isSalon(act.community) else { return }
        throw Refusal("Le salon n’a pas d’invités : chaque personne qui anime y entre depuis sa page d’animation.")
    }

    /// Nobody is kept in the salon by having opened it: another member looks after it, the longest there; or nobody,
    /// until somebody comes.
    func handOverSalon() throws {
        let next = try act.transaction.value(
            """
            select id from member where community_id = \(try act.community) and left_at is null and role = 'member'
            order by joined_at, id limit 1
            """, as: Member.ID.self)
        if let next { try change(next, to: .facilitator, because: "La personne qui tenait le salon l’a quitté.") }
    }
}
