import Persistence

extension View {
    package var charters: CharterQueries { CharterQueries(view: self) }
}

extension Act {
    package var charters: CharterActs { CharterActs(act: self) }
}

/// What members promise each other. Each version is kept; the one adopted last is in force.
package struct Charter: Sendable, Equatable, RowDecodable {
    package let id: Int64
    package let version: Int
    package let text: String
    package let html: String
    package let writtenAt: Instant
    package let adoptedAt: Instant?

    /// `select id, version, text, html, written_at, adopted_at from charter`
    package init(_ row: borrowing Row) throws {
        (id, version, text, html) = (try row[0], try row[1], try row[2], try row[3])
        (writtenAt, adoptedAt) = (try row[4], try row[5])
    }
}

package struct CharterQueries {
    let view: View

    /// Every version, the last written first.
    package func all() throws -> [Charter] {
        try view.transaction.all(
            Charter.self,
            """
            select id, version, text, html, written_at, adopted_at from charter
            where community_id = \(try view.community) order by version desc
            """)
    }

    /// The one that a community has adopted last; nil before the first consent.
    package func inForce(in community: Community.ID) throws -> Charter? {
        try view.transaction.first(
            Charter.self,
            """
            select id, version, text, html, written_at, adopted_at from charter
            where community_id = \(community) and adopted_at is not null order by version desc limit 1
            """)
    }

    package func exists(_ id: Int64) throws -> Bool {
        try view.transaction.value(
            "select id from charter where id = \(id) and community_id = \(try view.community)", as: Int64.self) != nil
    }

    /// The one in force; else the last proposed.
    package func current() throws -> Charter? {
        let all = try all()
        return all.first { $0.adoptedAt != nil } ?? all.first
    }
}

package struct CharterActs {
    let act: Act

    /// A facilitator writes a new version, which the group then adopts.
    package func write(_ text: String, from version: Int) throws {
        let text = text.trimmingWhitespace()
        guard !text.isEmpty else { throw Refusal("Écrivez la charte, même courte.", field: "texte") }
        guard text.count <= 20_000 else { throw Refusal("Ce texte dépasse 20 000 caractères.", field: "texte") }
        let last = try act.view.charters.all().first
        guard (last?.version ?? 0) == version else {
            throw EditConflict(
                title: "", body: last?.text ?? "", version: last?.version ?? 0, at: last?.writtenAt ?? act.now)
        }
        if last?.text == text { return }
        try act.execute(
            """
            insert into charter (community_id, version, text, html, author_id, written_at)
            values (\(try act.community), \(version + 1), \(text), \(Rendering.html(text)), \(try act.member), \(act.now))
            """)
        try act.record(.preparedStep, .step(3), ["charter": String(version + 1)])
    }

    /// The consent about this version was adopted.
    func adopt(_ id: Int64) throws {
        try act.execute(
            "update charter set adopted_at = \(act.now) where id = \(id) and community_id = \(try act.community)")
    }
}
