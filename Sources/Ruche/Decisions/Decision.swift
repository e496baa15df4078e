import Measures
import Persistence

/// A proposal that the group adopts by consent: not that all prefer it, but that nobody has a reasoned objection
/// (DOMAIN §11.4).
package struct Decision: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Decision>

    package let id: ID
    package let sentence: String
    package let why: String
    package let about: About
    /// The objective or the version of the charter that it is about.
    package let object: Int64?
    package let author: Author
    package let openedAt: Instant
    package let closesAt: Instant
    package let quorum: Int
    package let reviewAt: Instant
    /// 1, or 2 after the one rewording that an objection opens.
    package let round: Int
    package let concludedAt: Instant?
    package let outcome: Outcome?

    /// What is adopted.
    package enum About: String, Bindable, Sendable, CaseIterable { case free, objective, rules, charter, stage }

    package enum Outcome: String, Bindable, Sendable {
        case adopted
        case noQuorum = "no quorum"
        /// Reworded once, and still objected to.
        case objected
        /// Blocked: a meeting talks about it.
        case toMeeting = "to meeting"
    }

    static let columns: SQL = """
        d.id, d.sentence, d.why, d.about, d.object_id, \(Author.columns), d.opened_at, d.closes_at, d.quorum, d.review_at,
        d.round, d.concluded_at, d.outcome
        """

    package init(_ row: borrowing Row) throws {
        (id, sentence, why, about, object) = (try row[0], try row[1], try row[2], try row[3], try row[4])
        author = try Author(row, from: 5)
        (openedAt, closesAt, quorum, reviewAt) = (try row[9], try row[10], try row[11], try row[12])
        (round, concludedAt, outcome) = (try row[13], try row[14], try row[15])
    }

    package var isOpen: Bool { concludedAt == nil }
}

/// What a member answers. The last two need a reason.
package typealias Stance = ConsentVoice

extension ConsentVoice: Bindable {
    package var needsReason: Bool { self == .object || self == .block }
}

package struct Answer: Sendable, Equatable {
    package let author: Author
    package let stance: Stance
    package let reason: String
}

extension Decision {
    /// Half of the members rounded up, twelve at most: what a group can ask of busy people.
    package static func usualQuorum(members: Int) -> Int { max(1, min(12, (members + 1) / 2)) }
}
