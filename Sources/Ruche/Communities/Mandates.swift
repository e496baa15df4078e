import Calendaring
import Persistence

extension View {
    package var mandates: MandateQueries { MandateQueries(view: self) }
}

extension Act {
    package var mandates: MandateActs { MandateActs(act: self) }
}

/// What somebody does for the group for a time. Functions, not ranks: none gives a right over the others' words
/// (DOMAIN §3).
package enum Function: String, Bindable, Sendable, CaseIterable {
    case facilitation, secretary, timekeeper, rapporteur, host
    case technicalReferent = "technical referent"
    case evaluator, librarian

    /// Whether several may hold it at once.
    package var isShared: Bool { self == .facilitation || self == .host }
    /// Facilitation is entrusted by those who have it; anybody may take any of the others.
    package static let open = allCases.filter { $0 != .facilitation }
}

/// A member holds a function until a day.
package struct Mandate: Sendable, RowDecodable {
    package typealias ID = Identifier<Mandate>

    package let id: ID
    package let member: Member
    package let function: Function
    package let beganAt: Instant
    package let endsAt: Instant

    static let columns: SQL = "\(Member.columns), d.id, d.function, d.began_at, d.ends_at"

    package init(_ row: borrowing Row) throws {
        member = try Member(row)
        (id, function, beganAt, endsAt) = (try row[6], try row[7], try row[8], try row[9])
    }
}

package struct MandateQueries {
    let view: View

    /// Who holds what now, facilitation first. A mandate past its day stands until it is renewed or given back.
    package func current() throws -> [Mandate] {
        let all = try view.transaction.all(
            Mandate.self,
            """
            select \(Mandate.columns) from mandate d join member m on m.id = d.member_id
            where d.community_id = \(try view.community) and d.ended_at is null and m.left_at is null
            order by m.sort_name, m.id
            """)
        return Function.allCases.flatMap { function in all.filter { $0.function == function } }
    }

    /// Whose turn it might be: members who have held the fewest functions, the longest here first. A function turns
    /// (DOMAIN §3); nobody is told to take one.
    package func whoseTurn(limit: Int = 3) throws -> [Author] {
        try view.transaction.all(
            """
            select \(Author.columns) from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.role in ('facilitator', 'member') and not \(.isPaused(at: view.now))
              and not exists (select 1 from mandate d where d.member_id = m.id and d.ended_at is null)
            order by (select count(*) from mandate d where d.member_id = m.id), m.joined_at, m.id limit \(limit)
            """
        ) { try Author($0, from: 0) }
    }

    func find(_ id: Mandate.ID) throws -> Mandate {
        guard let found = try current().first(where: { $0.id == id }) else { throw Refusal.notFound }
        return found
    }
}

package struct MandateActs {
    let act: Act

    /// A term of facilitation, renewable (DOMAIN §3).
    package static let facilitationMonths = 12
    /// How long the one who hands over stays beside the one who begins.
    package static let overlapInDays = 30
    package static let longestInDays = 366

    /// Takes a function until a day, or entrusts it to somebody: the latter is for facilitators.
    /// - Parameter until: as a browser writes a date.
    package func take(_ function: Function, for other: Member.ID? = nil, until typed: String) throws {
        let own = try act.member
        let holder = other ?? own
        guard holder == own || act.actor.isFacilitator, function != .facilitation else { throw Refusal.forbidden }
        let profile = try act.view.members.profile(holder)
        guard profile.member.role == .member || profile.member.role == .facilitator, !profile.member.isPending else {
            throw Refusal("Choisissez un membre de la communauté.", field: "membre")
        }
        let today = try zone().date(at: act.now.milliseconds)
        guard let day = CivilDate(typed), day > today, day - today <= Self.longestInDays else {
            throw Refusal("Choisissez un jour, dans l’année qui vient.", field: "jusqu-au")
        }
        let held = try act.view.mandates.current().filter { $0.function == function }
        if held.contains(where: { $0.member.id == holder }) {
            throw Refusal("Cette personne tient déjà cette fonction.", field: "fonction")
        }
        if let holder = held.first, !function.isShared {
            guard act.actor.isFacilitator else {
                throw Refusal(
                    "%@ tient cette fonction. Demandez-lui, ou à l’animation, de la libérer.", holder.member.name,
                    field: "fonction")
            }
            throw Refusal(
                "%@ tient cette fonction. Elle se libère en un clic, ci-dessus.", holder.member.name, field: "fonction")
        }
        try begin(function, holder, until: Instant(milliseconds: try zone().start(of: day)))
        try act.record(.tookFunction, .member(holder), ["function": function.rawValue, "until": day.description])
    }

    /// Gives a function back: its holder, or a facilitator. Giving facilitation back makes a member again.
    package func end(_ id: Mandate.ID) throws {
        let mandate = try act.view.mandates.find(id)
        guard act.actor.isFacilitator || mandate.member.id == act.actor.member else {
            throw Refusal(
                "C’est à la personne qui tient la fonction, ou à l’animation, de la libérer.", kind: .notAllowed)
        }
        if mandate.function == .facilitation { return try act.members.change(mandate.member.id, to: .member) }
        try act.execute("update mandate set ended_at = \(act.now) where id = \(id)")
        try act.record(.endedFunction, .member(mandate.member.id), ["function": mandate.function.rawValue])
    }

    /// One more term of facilitation, from today.
    package func renew(_ id: Mandate.ID) throws {
        let mandate = try act.view.mandates.find(id)
        guard mandate.function == .facilitation else { throw Refusal.notFound }
        let end = try term()
        try act.execute("update mandate set ends_at = \(end) where id = \(id)")
        try act.record(.renewedTerm, .member(mandate.member.id))
    }

    /// Hands facilitation over: the other begins today, one's own term ends in thirty days.
    /// - Parameter words: what the one who begins should know; mailed to them.
    package func handOver(to other: Member.ID, words: String) throws {
        let own = try act.member
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let profile = try act.view.members.profile(other)
        guard profile.member.role == .member, !profile.member.isPending, other != own else {
            throw Refusal("Choisissez un membre qui n’anime pas encore.", field: "a-qui")
        }
        guard !profile.isPaused(at: act.now) else {
            throw Refusal(
                "%@ est en pause. Attendez son retour, ou passez la main à quelqu’un d’autre.",
                profile.member.name, field: "a-qui")
        }
        let words = try words.line(limit: 2_000, field: "mot") ?? ""
        try act.guardLetter(words, field: "mot")
        try act.members.change(other, to: .facilitator)
        try act.execute(
            """
            update mandate set ends_at = \(act.now + .days(Self.overlapInDays))
            where member_id = \(own) and function = \(Function.facilitation) and ended_at is null
            """)
        let community = try act.view.communities.current()
        if let person = try act.view.accounts.of(other) {
            try act.mails.send(
                .handedOver(
                    community: community.name, slug: community.slug,
                    from: try act.view.members.profile(own).member.name, words: words),
                to: person, key: "handover/\(other)/\(act.now.milliseconds)")
        }
        try act.record(.handedOver, .member(other))
    }

    /// A role has changed: facilitation begins or ends with it. A sponsor or a guest holds no function.
    func follow(_ member: Member.ID, from before: Role?, to role: Role) throws {
        if role == .observer || role == .guest {
            try act.execute("update mandate set ended_at = \(act.now) where member_id = \(member) and ended_at is null")
        } else if before == .facilitator, role != .facilitator {
            try act.execute(
                """
                update mandate set ended_at = \(act.now)
                where member_id = \(member) and function = \(Function.facilitation) and ended_at is null
                """)
        } else if role == .facilitator, before != .facilitator {
            try begin(.facilitation, member, until: try term())
        }
    }

    private func begin(_ function: Function, _ member: Member.ID, until end: Instant) throws {
        try act.execute(
            """
            insert into mandate (community_id, member_id, function, began_at, ends_at)
            select community_id, id, \(function), \(act.now), \(end) from member where id = \(member)
            """)
    }

    private func term() throws -> Instant {
        let zone = try zone()
        let end = zone.date(at: act.now.milliseconds).adding(months: Self.facilitationMonths)
        return Instant(milliseconds: zone.start(of: end))
    }

    /// The founder of a community acts from outside of it.
    private func zone() throws -> Zone {
        guard act.actor.community != nil else { return .paris }
        return Zone(try act.view.communities.current().zone) ?? .paris
    }
}

enum MandateSchema {
    static let migrations = [
        Migration(
            "mandates",
            """
            create table mandate (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              member_id    \(.integer) not null references member (id) on delete cascade,
              function     text not null,
              began_at     \(.instant) not null,
              ends_at      \(.instant) not null,
              ended_at     \(.instant)
            ) \(.strict)
            """,
            "create index mandate_by_community on mandate (community_id) where ended_at is null",
            "create index mandate_by_member on mandate (member_id)",
            // Whoever facilitates already has a term of a year from the day they joined.
            """
            insert into mandate (community_id, member_id, function, began_at, ends_at)
            select community_id, id, 'facilitation', joined_at, joined_at + 31536000000 from member
            where role = 'facilitator' and left_at is null
            """
        )
    ]
}
