import Persistence

/// Whom a text calls: "@Claire Besnard", "@animation" for who facilitates, "@membres" for all.
struct Mentions: Sendable, Equatable {
    var members: Set<Member.ID> = []

    /// Above so many, the writer confirms that they mean it (FEATURES QU4).
    static let withoutAsking = 10
}

/// More people would be called than one does without thinking.
package struct ManyCalled: Error, Sendable, Equatable {
    package let count: Int
}

extension QuestionQueries {
    /// The members that a text calls by name or by role.
    func called(in text: String) throws -> Set<Member.ID> {
        guard text.contains("@") else { return [] }
        let folded = fold(text)
        let members = try view.transaction.all(
            """
            select m.id, m.name, m.role from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.role in \(list: [Role.member, .facilitator])
            """
        ) { row in (id: try row[0] as Member.ID, name: fold(try row[1] as String), role: try row[2] as Role) }
        let (all, facilitators) = (Self.calls("membres", in: folded), Self.calls("animation", in: folded))
        return Set(
            members.filter {
                all || (facilitators && $0.role == .facilitator) || Self.calls($0.name, in: folded)
            }.map(\.id))
    }

    /// Whether "@name" stands in a text, not as the beginning of a longer word.
    private static func calls(_ name: String, in text: String) -> Bool {
        var rest = text[...]
        while let at = rest.firstRange(of: "@" + name) {
            let next = rest[at.upperBound...].first
            if next.map({ !$0.isLetter && !$0.isNumber }) ?? true { return true }
            rest = rest[at.upperBound...]
        }
        return false
    }
}
