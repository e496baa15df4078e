import Persistence

/// Somebody in a community: a person with an account, or the pending profile of an author whose past was imported,
/// who has no account and receives nothing.
package struct Member: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Member>

    package let id: ID
    package let name: String
    package let role: Role
    package fileprivate(set) var profession: Profession?
    package fileprivate(set) var establishment: String?
    package let isPending: Bool

    /// `select id, name, role, profession, establishment, is_pending from member`
    package init(_ row: borrowing Row) throws {
        (id, name, role) = (try row[0], try row[1], try row[2])
        profession = Profession(code: try row[3])
        (establishment, isPending) = (try row[4], try row[5])
    }

    static let columns: SQL = "m.id, m.name, m.role, m.profession, m.establishment, m.is_pending"
}

extension Member {
    func saying(profession: String, establishment: String) -> Member {
        var member = self
        member.profession = Profession(code: profession)
        member.establishment = establishment.isEmpty ? nil : establishment
        return member
    }
}

/// What a person may do in a community (DOMAIN §3).
package enum Role: String, Bindable, Sendable, CaseIterable {
    /// Takes care of the exchanges, never decides alone.
    case facilitator
    case member
    /// Invited to one exchange: reads it and replies there.
    case guest
    /// A sponsor: aggregates only.
    case observer
}

/// What every page says of the reader.
package struct MemberCard: Sendable, Equatable {
    package let id: Member.ID
    package let name: String
    package let role: Role
    package let lastVisitAt: Instant?
    /// The one exchange that a guest is invited to.
    package let guestOf: Question.ID?
    /// Of the few who prepare the community with its facilitators.
    package let isCore: Bool
    /// How much waits to be read again by the facilitators; 0 for the others.
    package let toReread: Int

    static let columns: SQL = """
        m.id, m.name, m.role, m.last_visit_at, m.guest_of,
        (select count(*) from core_member k where k.member_id = m.id), \(.toReread)
        """
    static let width = 7

    init(_ row: borrowing Row, from start: Int) throws {
        (id, name, role) = (try row[start], try row[start + 1], try row[start + 2])
        (lastVisitAt, guestOf) = (try row[start + 3], try row[start + 4])
        // Left out of a join, there is no member and no count.
        isCore = try (row[start + 5] as Int?) ?? 0 > 0
        toReread = try (row[start + 6] as Int?) ?? 0
    }
}

/// What stands beside each post.
package struct Author: Sendable, Equatable {
    package let id: Member.ID
    package let name: String
    package let profession: Profession?
    package let establishment: String?

    package init(_ member: Member) {
        (id, name, profession) = (member.id, member.name, member.profession)
        establishment = member.establishment
    }

    static let columns: SQL = "m.id, m.name, m.profession, m.establishment"

    init(_ row: borrowing Row, from start: Int) throws {
        (id, name) = (try row[start], try row[start + 1])
        profession = Profession(code: try row[start + 2])
        establishment = try row[start + 3]
    }
}

// An author may show only their profession and the kind of place where they work, in a post of their choice. For the
// rules the post stays theirs; no page, letter or export gives their name.
extension Author {
    /// What stands in the place of a name that is not shown.
    package static let unnamed = "Un membre"

    package var isNameless: Bool { name == Self.unnamed }

    /// The name under which the member `m` signs a post.
    /// - Parameter post: its table or alias, written in the program.
    static func name(of post: SQL) -> SQL { "case when \(post).is_nameless = 1 then \(unnamed) else m.name end" }

    /// As `columns`, for the author of a post; of who is not named, the establishment is the kind of place.
    static func columns(of post: SQL) -> SQL {
        """
        m.id, \(name(of: post)), m.profession,
        case when \(post).is_nameless = 1 then m.setting else m.establishment end
        """
    }

    /// Where a nameless author works, in kind.
    package var setting: Question.Setting? {
        isNameless ? establishment.flatMap { Question.Setting(rawValue: $0) } : nil
    }
}
