import Foundation
import Persistence
import Ruche
import Testing

@Suite("The demonstration")
struct DemoTests {
    /// All that its tables hold of exchanges, preparation and people, line by line.
    private func content(seed: UInt64) async throws -> [String] {
        let database = try Database(await TestEngine.sqlite.address())
        try await database.migrate(Instance.schema)
        let now = Instant(milliseconds: 1_795_600_800_000)
        try await Demo(database, seed: seed, now: now).fill()
        let lines = try await database.read { transaction in
            try [
                "select name || coalesce(profession, '') || joined_at from member order by id",
                "select title || body || asked_at || reply_count || coalesce(resolved_at, 0) from question order by id",
                "select question_id || body || replied_at || useful_count from reply order by id",
                "select statement || coalesce(retained_at, 0) from need order by id",
                "select verb || at || coalesce(object, '') from journal order by id",
            ].flatMap { try transaction.column(SQL(stringLiteral: $0), as: String.self) }
        }
        try await database.close()
        return lines
    }

    @Test(
        "has four communities that drift, each named by its own gauge",
        arguments: [
            ("hygiene-en-ville", Gauge.directory), ("bon-usage-antibiotiques", .broadcast),
            ("medicaments-au-domicile", .mailingList), ("plaies-et-pansements", .website),
        ])
    func drifting(slug: String, gauge: Gauge) async throws {
        let database = try await Self.filled.value
        let drifting = try await database.read { transaction in
            let now = Instant(milliseconds: 1_795_600_800_000)
            let all = View(transaction, by: .nobody, at: now)
            let community = try #require(try all.communities.find(slug))
            let inside = View(transaction, by: Actor(community: community.id), at: now)
            return try inside.drift.drifting().map(\.gauge)
        }
        #expect(drifting == [gauge])
    }

    @Test("says of each figure that it shows how it was counted")
    func methods() async throws {
        let unexplained = try await Self.filled.value.read { transaction in
            let now = Instant(milliseconds: 1_795_600_800_000)
            let community = try #require(try View(transaction, by: .nobody, at: now).communities.find("securite-val-ouvre"))
            let evaluations = View(transaction, by: Actor(community: community.id), at: now).evaluations
            let known = try evaluations.evaluation(on: evaluations.lastClosedDay()).indicators.filter { $0.value != nil }
            #expect(known.count > 15)
            return known.map(\.id).filter { $0.method == .none }
        }
        #expect(unexplained.isEmpty)
    }

    @Test("tells what became of what helped")
    func applied() async throws {
        let told = try await Self.filled.value.read { transaction in
            try transaction.column("select distinct outcome from follow_up where outcome is not null", as: String.self)
        }
        #expect(Set(told) == ["not yet", "tried", "adopted", "not for us"])
    }

    @Test(
        "has each state of its exchanges in the index of words", arguments: ["useful", "resolved", "applied", "closed"])
    func marks(state: String) async throws {
        let differing = try await Self.filled.value.read { transaction in
            try transaction.column(
                SQL(
                    stringLiteral: """
                        select p.rowid from post_search p join question q on q.id = ((p.rowid >> 16) & 1073741823)
                        where (q.\(state)_at is not null) <> ((' ' || p.marks || ' ') like '% ζw\(state) %')
                        """), as: Int64.self)
        }
        #expect(differing.isEmpty)
    }

    /// One demonstration, to be read.
    private static let filled = Task {
        let database = try Database(await TestEngine.sqlite.address())
        try await database.migrate(Instance.schema)
        try await Demo(database, seed: 7, now: Instant(milliseconds: 1_795_600_800_000)).fill()
        return database
    }

    @Test("is the same for the same seed and moment, and another for another seed")
    func deterministic() async throws {
        let first = try await content(seed: 7)
        #expect(first.count > 1_000)
        #expect(try await content(seed: 7) == first)
        #expect(try await content(seed: 8) != first)
    }
}
