import Calendaring
import Persistence

// A membership that pauses, ends and begins again, always by the member alone (DOMAIN §5.4).

/// Why somebody left, when they want to say it (SA8). Counted, never shown with a name.
package enum LeavingReason: String, Sendable, CaseIterable {
    case changedPost = "changed post"
    case noTime = "no time"
    case notUseful = "not useful"
    case other
}

extension SQL {
    /// Whether the member `m` takes a pause at `now`: nothing is sent to them, their seat stays.
    static func isPaused(at now: Instant) -> SQL {
        "(m.paused_until is not null and m.paused_until > \(now) and coalesce(m.paused_at, 0) <= \(now))"
    }
}

extension MemberActs {
    /// The longest pause: past it, leaving and coming back is truer.
    package static let longestPauseInDays = 366

    /// Stops all mail from a day until the morning of another; what the member sees stays open to them.
    /// - Parameters:
    ///   - from: as a browser writes a date; at once when empty.
    ///   - until: as a browser writes a date.
    package func pause(from start: String = "", until typed: String) throws {
        let id = try act.member
        let zone = Zone(try act.view.communities.current().zone) ?? .paris
        let today = zone.date(at: act.now.milliseconds)
        guard let day = CivilDate(typed), day > today else {
            throw Refusal("Choisissez le jour de votre retour, à partir de demain.", field: "retour-le")
        }
        guard day - today <= Self.longestPauseInDays else {
            throw Refusal(
                "Une pause dure un an au plus. Au-delà, quittez la communauté : vous pourrez revenir.",
                field: "retour-le")
        }
        let first = start.isEmpty ? today : CivilDate(start)
        guard let first, first >= today, first < day else {
            throw Refusal("Choisissez un jour entre aujourd’hui et votre retour.", field: "a-partir-du")
        }
        let from = first == today ? act.now : Instant(milliseconds: zone.start(of: first))
        let until = Instant(milliseconds: zone.start(of: day))
        try act.execute("update member set paused_at = \(from), paused_until = \(until) where id = \(id)")
        try act.record(.paused, .member(id), ["until": day.description])
    }

    /// Ends a pause before its day.
    package func resume() throws {
        let id = try act.member
        let resumed = try act.execute(
            "update member set paused_until = \(act.now) where id = \(id) and paused_until > \(act.now)")
        if resumed == 1 { try act.record(.resumed, .member(id)) }
    }

    /// Leaves the community: one click. What was written stays, with its author's name.
    package func leave(because reason: LeavingReason? = nil) throws {
        let id = try act.member
        if act.actor.isFacilitator, try act.view.members.facilitators().count == 1 {
            guard try act.view.communities.isSalon(act.community) else {
                throw Refusal("Vous êtes seul ou seule à l’animation. Confiez-la à quelqu’un avant de partir.")
            }
            try handOverSalon()
        }
        try act.execute("update member set left_at = \(act.now) where id = \(id)")
        try act.execute("update mandate set ended_at = \(act.now) where member_id = \(id) and ended_at is null")
        try recount(try act.community)
        try act.record(.left, .member(id), reason.map { ["reason": $0.rawValue] } ?? [:])
    }

    /// Comes back to a community that one has left, with one's card; facilitation is entrusted anew.
    /// - Returns: its address.
    package func comeBack(to slug: String) throws -> String {
        guard let person = act.actor.person, let community = try act.view.communities.find(slug) else {
            throw Refusal.notFound
        }
        let known = try act.transaction.first(
            """
            select id, name, role, guest_of from member
            where community_id = \(community.id) and person_id = \(person) and left_at is not null
            """
        ) { row -> (name: String, role: Role, guestOf: Question.ID?) in (try row[1], try row[2], try row[3]) }
        guard let known else { throw Refusal.notFound }
        try enter(
            community.id, person: person, as: MemberDraft(name: known.name),
            role: known.role == .facilitator ? .member : known.role, guestOf: known.guestOf)
        return community.slug
    }
}

extension CommunityQueries {
    /// Those that a person has left, the last first, and may come back to.
    package func left(by person: Person.ID) throws -> [CommunityCard] {
        try view.transaction.all(
            """
            select \(CommunityCard.columns) from member m join community c on c.id = m.community_id
            where m.person_id = \(person) and m.left_at is not null and c.opened_at is not null
            order by m.left_at desc, c.id
            """
        ) { try CommunityCard($0, from: 0) }
    }
}
