/// SQLite (one writer, several readers) or PostgreSQL, behind the same two methods.
///
/// A closure runs on a database thread, inside one transaction; it must do nothing else than query, since it may run
/// again after a conflict. `Transaction` is not `Sendable`: the compiler keeps it inside. When the task that waits is
/// cancelled, the running statement is interrupted and the transaction undone.
///
///     let titles = try await database.read { transaction in
///         try transaction.column("select title from question where community_id = \(community)", as: String.self)
///     }
package final class Database: Sendable {
    package let engine: Engine
    let address: String
    private let readers: ConnectionPool
    let writers: ConnectionPool

    /// What a task may prefer to run on, when most of its work is to read.
    package var threads: DatabaseThreads { readers.threads }

    /// How often a write that met a conflict runs again: enough for a whole ward that answers one question at once.
    private static let tries = 40
    /// The longest pause between two tries, in milliseconds.
    private static let longestPause = 64

    /// Opens the database; the first connection is made at once, so that a wrong address is told at start.
    /// - Parameter address: `sqlite:PATH`, or `postgres://…` (any connection string of libpq).
    package init(_ address: String, readers count: Int = 4) throws {
        self.address = address
        if let path = Self.path(of: address) {
            engine = .sqlite
            writers = ConnectionPool(count: 1) { try SQLiteConnection(path: path, isReader: false) }
            try writers.openOne()  // sets WAL before a reader comes
            readers = ConnectionPool(count: count) { try SQLiteConnection(path: path, isReader: true) }
        } else {
            engine = .postgres
            writers = ConnectionPool(count: count) { try PostgresConnection(conninfo: address) }
            try writers.openOne()
            readers = writers
        }
    }

    /// The file of an embedded database; nil for PostgreSQL.
    package static func path(of address: String) -> String? {
        address.hasPrefix("sqlite:") ? String(address.dropFirst("sqlite:".count)) : nil
    }

    /// One snapshot, read-only.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await readers.with { try Self.attempt($0, $1, .read, body) }
    }

    /// Serializable on both engines: SQLite has one writer, PostgreSQL finds conflicts and the closure runs again.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        var pause = 2
        for _ in 1..<Self.tries {
            do {
                return try await writers.with { try Self.attempt($0, $1, .write, body) }
            } catch let error as DatabaseError where error.kind == .conflict {
                try await Task.sleep(for: .milliseconds(Int.random(in: 1...pause)))
                pause = min(pause * 2, Self.longestPause)
            }
        }
        return try await writers.with { try Self.attempt($0, $1, .write, body) }
    }

    private static func attempt<T>(
        _ connection: any Connection, _ job: RunningJob, _ mode: TransactionMode, _ body: (Transaction) throws -> T
    ) throws -> T {
        try connection.begin(mode)
        do {
            let value = try body(Transaction(connection, of: job))
            try job.confirm()
            try connection.commit()
            return value
        } catch {
            connection.rollback()
            throw error
        }
    }

    /// Copies an embedded database into a new file while it is in use; the copy is one consistent moment.
    /// - Throws: `.programming` for PostgreSQL, whose own tools (`pg_dump`) make its backups.
    package func backup(to path: String) async throws {
        guard let source = Self.path(of: address) else {
            throw DatabaseError(.programming, "use pg_dump to back up a PostgreSQL database")
        }
        try await readers.with { _, _ in try SQLiteConnection.copy(from: source, to: path) }
    }

    /// Waits for the running transactions, then closes. Call it once, at the end of the program.
    package func close() async throws {
        try await readers.close()
        if engine == .sqlite { try await writers.close() }
    }
}

/// What a closure of `read` or `write` may do.
package struct Transaction {
    private let connection: any Connection
    private let job: RunningJob

    init(_ connection: any Connection, of job: RunningJob) { (self.connection, self.job) = (connection, job) }

    package var engine: Engine { connection.engine }

    package func all<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> [T] {
        var rows: [T] = []
        try run(sql) { rows.append(try decode($0)) }
        return rows
    }

    package func first<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> T? {
        var found: T?
        try run(sql) { if found == nil { found = try decode($0) } }
        return found
    }

    /// One column of one row: a count, a `returning id`. Nil when there is no row, or when the column is null.
    package func value<T: Bindable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        try first(sql) { try $0[0] as T? } ?? nil
    }

    package func each(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws { try run(sql, body) }

    /// Runs a statement that writes; gives the number of rows written.
    @discardableResult
    package func run(_ sql: SQL) throws -> Int { try run(sql) { _ in } }

    package func script(_ sql: SQL) throws {
        try job.confirm()
        try connection.script(sql)
    }

    @discardableResult
    private func run(_ sql: SQL, _ row: (borrowing Row) throws -> Void) throws -> Int {
        try job.confirm()
        return try connection.run(sql, row)
    }
}
