import Foundation
import Ruche
import Testing

@testable import Persistence

/// The engines on which a test runs: SQLite always, PostgreSQL when `RUCHE_TEST_POSTGRES` gives its address.
enum TestEngine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    static let available = allCases.filter { $0 == .sqlite || postgresAddress != nil }
    fileprivate static let postgresAddress = ProcessInfo.processInfo.environment["RUCHE_TEST_POSTGRES"]

    var testDescription: String { rawValue }

    /// The address of an empty database of its own.
    func address() async throws -> String {
        let name = Self.newName()
        if self == .postgres { try await Templates.shared.run("create database \(name)") }
        return try address(of: name)
    }

    /// A database of its own that has the schema of today and nothing in it.
    func databaseWithSchema() async throws -> TestDatabase {
        let (name, template) = (Self.newName(), try await Templates.shared.name(for: self))
        await Room.shared.enter()
        let database = TestDatabase(engine: self, name: name, address: try address(of: name))
        switch self {
        case .sqlite:
            try FileManager.default.copyItem(atPath: Self.path(of: template), toPath: Self.path(of: name))
        case .postgres:
            // Copying files is several times faster than writing the copy to the log as well, when nothing is synced.
            try await Templates.shared.run("create database \(name) template \(template) strategy file_copy")
        }
        return database
    }

    fileprivate func remove(_ name: String) async throws {
        switch self {
        case .sqlite:
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: Self.path(of: name) + end) }
        case .postgres:
            try await Templates.shared.run("drop database \(name) with (force)")
        }
    }

    /// A database of its own for each test, and not a schema: to clean one up does not read those of all the others.
    private func address(of name: String) throws -> String {
        switch self {
        case .sqlite: "sqlite:\(Self.path(of: name))"
        case .postgres: try #require(Self.postgresAddress).replacing("dbname=postgres", with: "dbname=\(name)")
        }
    }

    fileprivate func makeTemplate() async throws -> String {
        let name = Self.newName()
        if self == .postgres { try await Templates.shared.run("create database \(name)") }
        let database = try Database(try address(of: name), readers: 1)
        try await database.migrate(Instance.schema)
        try await database.close()
        return name
    }

    private static func newName() -> String { "t" + UUID().uuidString.lowercased().replacing("-", with: "") }
    private static func path(of name: String) -> String { "\(NSTemporaryDirectory())/\(name).sqlite" }
}

/// The database of one test. It goes when nobody holds it any more.
final class TestDatabase: Sendable {
    let address: String
    private let engine: TestEngine
    private let name: String

    fileprivate init(engine: TestEngine, name: String, address: String) {
        (self.engine, self.name, self.address) = (engine, name, address)
    }

    deinit {
        Task { [engine, name] in
            try? await engine.remove(name)
            await Room.shared.leave()
        }
    }
}

/// All tests begin at once; their databases don't: thousands would fill a disk, or the memory that stands for one.
/// Few tests have two, so that they never wait for one another.
private actor Room {
    static let shared = Room()

    private var places = 64
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}

/// Databases with the schema of today: made once, copied for each test.
private actor Templates {
    static let shared = Templates()

    private var names: [TestEngine: Task<String, any Error>] = [:]
    /// The server, always by the same connection: when the tests are over, no new one must be under way.
    private var server: Database?
    private var last: Task<Void, any Error>?

    /// Runs a statement outside of any transaction, as PostgreSQL wants it of those that make and drop databases. One
    /// after the other: hundreds at once would each wait longer than a statement may.
    func run(_ statement: String) async throws {
        let before = last
        let server = try server ?? Database(#require(TestEngine.postgresAddress), readers: 1)
        self.server = server
        let turn = Task {
            _ = await before?.result
            try await server.writers.with { connection, _ in try connection.script(SQL(stringLiteral: statement)) }
        }
        last = turn
        try await turn.value
    }

    func name(for engine: TestEngine) async throws -> String {
        if let making = names[engine] { return try await making.value }
        let making = Task { try await engine.makeTemplate() }
        names[engine] = making
        return try await making.value
    }
}
