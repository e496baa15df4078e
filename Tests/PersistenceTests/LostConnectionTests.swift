import Testing

@testable import Persistence

/// PostgreSQL goes away and comes back: a restart, a network that is cut.
@Suite("A lost connection", .enabled(if: Place.available.contains(.postgres)))
struct LostConnectionTests {
    @Test("within a transaction: the error says so, nothing is written, the next one works")
    func withinATransaction() async throws {
        try await withDatabase(.postgres) { database in
            let kind = await failure {
                try await database.write { transaction in
                    try transaction.run("insert into post (community, title, at) values (1, 'a', 0)")
                    try transaction.run("select pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(kind == .connection)
            let posts = try await count("post", in: database)
            #expect(posts == 0)
            try await database.write { try $0.run("insert into post (community, title, at) values (1, 'a', 0)") }
            let kept = try await count("post", in: database)
            #expect(kept == 1)
        }
    }

    @Test("while idle: nobody notices")
    func whileIdle() async throws {
        try await withDatabase(.postgres) { database in
            let backends = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...4 {
                    group.addTask {
                        try await database.read { try $0.value("select pg_backend_pid() from pg_sleep(0.2)") ?? 0 }
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            let other = try Database(database.address, readers: 1)
            for backend in backends {
                // Waits until the backend is gone.
                try await other.write { try $0.run("select pg_terminate_backend(cast(\(backend) as integer), 5000)") }
            }
            try await other.close()
            for _ in 1...4 {
                let read = try await count("post", in: database)
                #expect(read == 0)
            }
        }
    }
}
