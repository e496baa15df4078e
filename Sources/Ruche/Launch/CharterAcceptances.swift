import Calendaring
import Persistence

// Each member's own word about the charter: given, renewed, withdrawn, always by themselves (DOMAIN §5.4).

/// Where somebody stands with the charter in force.
package enum CharterStanding: Sendable, Equatable {
    /// They have never been asked, or have not answered.
    case asked
    case accepted(at: Instant, until: Instant)
    /// They accepted an earlier version, or too long ago.
    case lapsed
    case revoked

    package var isAccepted: Bool { if case .accepted = self { true } else { false } }

    /// - Parameter months: how long a word holds.
    init(_ acceptances: [CharterAcceptance], of charter: Charter, months: Int, in zone: Zone, at now: Instant) {
        guard let last = acceptances.max(by: { ($0.acceptedAt, $0.charter) < ($1.acceptedAt, $1.charter) }) else {
            self = .asked; return
        }
        if last.revokedAt != nil { self = .revoked; return }
        let end = zone.date(at: last.acceptedAt.milliseconds).adding(months: months)
        let until = Instant(milliseconds: zone.start(of: end))
        self = last.charter == charter.id && until > now ? .accepted(at: last.acceptedAt, until: until) : .lapsed
    }
}

struct CharterAcceptance: Sendable {
    let charter: Int64
    let member: Member.ID
    let acceptedAt: Instant
    let revokedAt: Instant?
}

/// A member whose word is missing, and why.
package struct CharterSilence: Sendable {
    package let member: Member
    package let standing: CharterStanding
}

extension CharterQueries {
    /// How many months a word holds when the third step says nothing: the charter is renewed every year (DOMAIN §4.1).
    package static let standardMonths = 12

    private func months() throws -> Int {
        let typed = try view.transaction.value(
            """
            select value from step_value
            where community_id = \(try view.community) and field = \(StepField.charterMonths)
            """, as: String.self)
        return typed.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? Self.standardMonths
    }

    /// The reader's own standing; nil while no charter is in force.
    package func standing() throws -> CharterStanding? {
        let member = try view.member
        guard let charter = try inForce(in: try view.community) else { return nil }
        let own = try acceptances("a.member_id = \(member)")
        return CharterStanding(own, of: charter, months: try months(), in: try zone(), at: view.now)
    }

    /// Who has not accepted the charter in force: for the facilitators, who remind them.
    package func silent() throws -> [CharterSilence] {
        let community = try view.community
        guard let charter = try inForce(in: community) else { return [] }
        let members = try view.transaction.all(
            Member.self,
            """
            select \(Member.columns) from member m
            where m.community_id = \(community) and m.left_at is null and m.is_pending = 0
              and m.role in ('facilitator', 'member')
            order by m.sort_name, m.id
            """)
        let (months, zone) = (try months(), try zone())
        let all = Dictionary(grouping: try acceptances("m.community_id = \(community)"), by: \.member)
        return members.compactMap { member in
            let standing = CharterStanding(
                all[member.id] ?? [], of: charter, months: months, in: zone, at: view.now)
            return standing.isAccepted ? nil : CharterSilence(member: member, standing: standing)
        }
    }

    private func zone() throws -> Zone { Zone(try view.communities.current().zone) ?? .paris }

    private func acceptances(_ condition: SQL) throws -> [CharterAcceptance] {
        try view.transaction.all(
            """
            select a.charter_id, a.member_id, a.accepted_at, a.revoked_at
            from charter_acceptance a join member m on m.id = a.member_id where \(condition)
            """
        ) { row in
            CharterAcceptance(charter: try row[0], member: try row[1], acceptedAt: try row[2], revokedAt: try row[3])
        }
    }
}

extension CharterActs {
    /// Gives one's word, or renews it.
    /// - Parameter charter: the version that was read; another one may have been adopted since.
    package func accept(_ charter: Int64) throws {
        guard let current = try act.view.charters.inForce(in: try act.community), current.id == charter else {
            throw Refusal(
                "Une autre version a été adoptée entre-temps. Relisez-la avant de l’accepter.", kind: .conflict)
        }
        let member = try act.member
        try act.execute(
            """
            insert into charter_acceptance (charter_id, member_id, accepted_at)
            values (\(charter), \(member), \(act.now))
            on conflict (charter_id, member_id) do update set accepted_at = excluded.accepted_at, revoked_at = null
            """)
        try act.record(.acceptedCharter, .member(member), ["version": String(current.version)])
    }

    /// Takes one's word back. What follows, a pause or leaving, is the member's to choose.
    package func revoke() throws {
        let member = try act.member
        let revoked = try act.execute(
            """
            update charter_acceptance set revoked_at = \(act.now) where member_id = \(member) and revoked_at is null
            """)
        if revoked > 0 { try act.record(.revokedCharter, .member(member)) }
    }

    /// Writes to those whose word is missing, at most once a month each, and never to whoever took theirs back or pauses.
    /// - Returns: how many letters leave.
    @discardableResult
    package func remind() throws -> Int {
        let community = try act.view.communities.current()
        let month = (Zone(community.zone) ?? .paris).date(at: act.now.milliseconds)
        var sent = 0
        for silence in try act.view.charters.silent() where silence.standing != .revoked {
            guard !(try act.view.members.profile(silence.member.id)).isPaused(at: act.now),
                let person = try act.view.accounts.of(silence.member.id)
            else { continue }
            let isNew = try act.mails.send(
                .charter(community: community.name, slug: community.slug), to: person,
                key: "charter/\(silence.member.id)/\(month.year)-\(month.month)")
            if isNew { sent += 1 }
        }
        guard sent > 0 else {
            throw Refusal("Personne à relancer : chacun l’a été ce mois-ci, a retiré son accord, ou fait une pause.")
        }
        try act.record(.remindedCharter, .step(Step.members.rawValue), ["letters": String(sent)])
        return sent
    }
}

enum CharterAcceptanceSchema {
    static let migrations = [
        Migration(
            "charter acceptances",
            """
            create table charter_acceptance (
              charter_id  \(.integer) not null references charter (id) on delete cascade,
              member_id   \(.integer) not null references member (id) on delete cascade,
              accepted_at \(.instant) not null,
              revoked_at  \(.instant),
              primary key (charter_id, member_id)
            ) \(.strict)
            """,
            "create index charter_acceptance_by_member on charter_acceptance (member_id)"
        )
    ]
}
