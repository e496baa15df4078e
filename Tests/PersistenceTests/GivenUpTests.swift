import Synchronization
import Testing

@testable import Persistence

/// A page that nobody waits for any more must not keep a database thread.
@Suite("Work that is given up")
struct GivenUpTests {
    /// Runs for minutes, unless it is stopped.
    private static let endless = SQL(
        sqlite: "with recursive n (i) as (select 1 union all select i + 1 from n) select i from n",
        postgres: "select 1 from pg_sleep(600)")

    @Test("is stopped within its statement", .timeLimit(.minutes(10)), arguments: Place.available)
    func withinAStatement(_ place: Place) async throws {
        try await withDatabase(place) { database in
            let isRunning = Atomic(false)
            let work = Task {
                await failure {
                    try await database.write { transaction in
                        try transaction.run("insert into post (community, title, at) values (1, 'a', 0)")
                        // PostgreSQL gives no row before the last: its own list of statements says that it runs.
                        try transaction.each(Self.endless) { _ in isRunning.store(true, ordering: .relaxed) }
                    }
                }
            }
            while try await !(place == .sqlite ? isRunning.load(ordering: .relaxed) : isAsleep(database)) {
                try await Task.sleep(for: .milliseconds(5))
            }
            work.cancel()
            #expect(await work.value == .interrupted)
            let posts = try await count("post", in: database)
            #expect(posts == 0)
        }
    }

    /// Whether PostgreSQL runs the long statement in the schema of this test.
    private func isAsleep(_ database: Database) async throws -> Bool {
        try await database.read {
            try $0.value(
                """
                select count(*) from pg_stat_activity a join pg_locks l on l.pid = a.pid
                where l.relation = 'post'::regclass and a.wait_event = 'PgSleep'
                """) ?? 0 > 0
        }
    }

    @Test("is stopped between two statements", .timeLimit(.minutes(10)), arguments: Place.available)
    func betweenStatements(_ place: Place) async throws {
        try await withDatabase(place) { database in
            let hasBegun = Atomic(false)
            let isCancelled = Atomic(false)
            let work = Task {
                await failure {
                    try await database.write { transaction in
                        try transaction.run("insert into post (community, title, at) values (1, 'a', 0)")
                        hasBegun.store(true, ordering: .relaxed)
                        while !isCancelled.load(ordering: .relaxed) {}
                        try transaction.run("insert into post (community, title, at) values (1, 'b', 0)")
                    }
                }
            }
            while !hasBegun.load(ordering: .relaxed) { try await Task.sleep(for: .milliseconds(5)) }
            work.cancel()
            isCancelled.store(true, ordering: .relaxed)
            #expect(await work.value == .interrupted)
            let posts = try await count("post", in: database)
            #expect(posts == 0)
        }
    }

    @Test("is stopped when it is late", .timeLimit(.minutes(10)), arguments: Place.available)
    func late(_ place: Place) async throws {
        try await withDatabase(place) { database in
            let kind = await Deadline.within(.milliseconds(10)) {
                await failure { try await database.read { try $0.each(Self.endless) { _ in } } }
            }
            #expect(kind == .interrupted)
            let posts = try await count("post", in: database)
            #expect(posts == 0)
        }
    }

    @Test("is not begun when it was given up while it waited for a connection")
    func beforeItsConnection() async {
        struct Nobody: Interrupter { func interrupt() {} }
        let job = RunningJob()
        job.cancel()
        #expect(await failure { try job.begin(Nobody()) } == .interrupted)
    }

    @Test("is stopped as well on the database's own threads", .timeLimit(.minutes(10)), arguments: Place.available)
    func onItsThreads(_ place: Place) async throws {
        try await withDatabase(place) { database in
            let isRunning = Atomic(false)
            let work = Task(executorPreference: database.threads) {
                await failure {
                    try await database.read {
                        try $0.run("select count(*) from post")
                        try $0.each(Self.endless) { _ in isRunning.store(true, ordering: .relaxed) }
                    }
                }
            }
            while try await !(place == .sqlite ? isRunning.load(ordering: .relaxed) : isAsleep(database)) {
                try await Task.sleep(for: .milliseconds(5))
            }
            work.cancel()
            #expect(await work.value == .interrupted)
            let posts = try await count("post", in: database)
            #expect(posts == 0)
        }
    }

    @Test("leaves its connection good for the next", arguments: Place.available)
    func next(_ place: Place) async throws {
        try await withDatabase(place) { database in
            for number in 1...50 {
                let work = Task {
                    try await database.read { try $0.column("select title from post", as: String.self) }
                }
                if number.isMultiple(of: 2) { work.cancel() }
                _ = await work.result
                let communities = try await count("community", in: database)
                #expect(communities == 1)
            }
        }
    }
}
