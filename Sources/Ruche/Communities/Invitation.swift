import Persistence
import Wording

/// A personal invitation to a community, mailed by one of its facilitators.
package struct Invitation: Sendable, RowDecodable {
    package typealias ID = Identifier<Invitation>

    /// Thirty days (DOMAIN §5.4).
    package static let lifetime = Duration.days(30)

    package let id: ID
    package let email: EmailAddress
    package let role: Role
    package let words: String
    package let inviter: String
    package let sentAt: Instant
    package let expiresAt: Instant
    package let openedAt: Instant?
    package let acceptedAt: Instant?
    package let declinedAt: Instant?
    package let withdrawnAt: Instant?
    package let community: Community.ID
    package let guestOf: Question.ID?
    /// Its one reminder.
    package let remindedAt: Instant?
    package let inviterID: Member.ID
    /// In which its letter is written.
    package let language: Language
    /// The link that it was asked by.
    package let link: InvitationLink.ID?

    static let columns: SQL = """
        i.id, i.email, i.role, i.words, m.name, i.sent_at, i.expires_at, i.opened_at, i.accepted_at, i.declined_at,
        i.withdrawn_at, i.community_id, i.guest_of, i.link_id,
        i.reminded_at, i.invited_by, i.language
        """

    package init(_ row: borrowing Row) throws {
        (id, email, role, words, inviter) = (try row[0], try row[1], try row[2], try row[3], try row[4])
        (sentAt, expiresAt, openedAt) = (try row[5], try row[6], try row[7])
        (acceptedAt, declinedAt, withdrawnAt) = (try row[8], try row[9], try row[10])
        (community, guestOf, link) = (try row[11], try row[12], try row[13])
        (remindedAt, inviterID, language) = (try row[14], try row[15], try row[16])
    }

    /// A silence of a week, then one reminder, by the person who invited (nobody likes to be chased by a stranger).
    package static let silence = Duration.days(7)

    package func mayBeReminded(by member: Member.ID?, at now: Instant) -> Bool {
        [.sent, .opened].contains(state(at: now)) && remindedAt == nil && inviterID == member
            && now - sentAt >= Self.silence
    }

    package enum State: Sendable, Equatable { case sent, opened, accepted, declined, withdrawn, expired }

    package func state(at now: Instant) -> State {
        if acceptedAt != nil { return .accepted }
        if withdrawnAt != nil { return .withdrawn }
        if declinedAt != nil { return .declined }
        if expiresAt <= now { return .expired }
        return openedAt == nil ? .sent : .opened
    }
}
