import Foundation
import Synchronization
import Testing

@testable import Persistence

@Suite("An embedded database")
struct DurabilityTests {
    private struct Promises: Equatable, Sendable {
        var journal: String?
        var synchronous: Int?
        var foreignKeys: Int?
        var queryOnly: Int?

        init(journal: String?, synchronous: Int?, foreignKeys: Int?, queryOnly: Int?) {
            (self.journal, self.synchronous) = (journal, synchronous)
            (self.foreignKeys, self.queryOnly) = (foreignKeys, queryOnly)
        }

        init(readBackIn transaction: Transaction) throws {
            journal = try transaction.value("pragma journal_mode")
            synchronous = try transaction.value("pragma synchronous")
            foreignKeys = try transaction.value("pragma foreign_keys")
            queryOnly = try transaction.value("pragma query_only")
        }
    }

    @Test("keeps its promises on each connection: log ahead, full synchronisation, foreign keys")
    func promises() async throws {
        try await withDatabase(.sqlite) { database in
            let full = Promises(journal: "wal", synchronous: 2, foreignKeys: 1, queryOnly: 0)
            #expect(try await database.write { try Promises(readBackIn: $0) } == full)
            let meeting = Meeting(of: 4)
            let found = try await withThrowingTaskGroup(of: Promises.self) { group in
                for _ in 1...4 {
                    // Each waits for the other three, so that no two have the same connection.
                    group.addTask {
                        try await database.read {
                            meeting.wait()
                            return try Promises(readBackIn: $0)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let reading = Promises(journal: "wal", synchronous: 2, foreignKeys: 1, queryOnly: 1)
            #expect(found == Array(repeating: reading, count: 4))
        }
    }

    /// Threads that go on together.
    private final class Meeting: Sendable {
        private let expected: Int
        private let present = Atomic(0)

        init(of expected: Int) { self.expected = expected }

        func wait() {
            present.add(1, ordering: .relaxed)
            while present.load(ordering: .relaxed) < expected { usleep(200) }
        }
    }

    /// A thousand coins go from one post to another, one transaction each; the file is large enough to be copied in steps.
    @Test("is copied whole and at one moment while it is written without a pause", .timeLimit(.minutes(10)))
    func backup() async throws {
        try await withDatabase(.sqlite) { database in
            try await database.write { transaction in
                let picture = [UInt8](repeating: 7, count: 1 << 20)
                for number in 1...24 {
                    try transaction.run(
                        """
                        insert into post (community, title, at, picture)
                        values (1, \("purse \(number)"), \(number == 1 ? 1_000_000 : 0), \(picture))
                        """)
                }
            }
            let writer = Task {
                while !Task.isCancelled {
                    try await database.write { transaction in
                        try transaction.run("update post set at = at - 1 where title = 'purse 1'")
                        try transaction.run("update post set at = at + 1 where title = 'purse 24'")
                    }
                }
            }
            var copies: [Copy] = []
            for _ in 1...3 { copies.append(try await Copy(of: database)) }
            writer.cancel()
            _ = await writer.result
            #expect(copies == Array(repeating: Copy(integrity: "ok", coins: 1_000_000), count: 3))
        }
    }

    /// What is read in a copy.
    private struct Copy: Equatable {
        let integrity: String?
        let coins: Int?

        init(integrity: String?, coins: Int?) { (self.integrity, self.coins) = (integrity, coins) }

        init(of database: Database) async throws {
            let path = "\(NSTemporaryDirectory())/\(UUID().uuidString).db"
            try await database.backup(to: path)
            let copy = try Database("sqlite:\(path)", readers: 1)
            integrity = try await copy.read { try $0.value("pragma integrity_check") }
            coins = try await copy.read { try $0.value("select sum(at) from post") }
            try await copy.close()
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
        }
    }
}
