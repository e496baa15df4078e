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

    @Test("is the same for the same seed and moment, and another for another seed")
    func deterministic() async throws {
        let first = try await content(seed: 7)
        #expect(first.count > 1_000)
        #expect(try await content(seed: 7) == first)
        #expect(try await content(seed: 8) != first)
    }
}
