import CSQLite

final class SQLiteConnection: Connection {
    private let handle: OpaquePointer
    private var statements: [String: Statement] = [:]

    private struct Statement { let pointer: OpaquePointer, names = ColumnNames() }

    /// Once, before the first connection; later it would be refused, to no harm.
    private static let isPrepared = ruche_sqlite_prepare() == SQLITE_OK

    init(path: String, isReader: Bool) throws {
        _ = Self.isPrepared
        var opened: OpaquePointer?
        // NOMUTEX: a connection is never used by two threads at once.
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw DatabaseError(.connection, "cannot open \(path): \(String(cString: sqlite3_errstr(code)))")
        }
        handle = opened
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 5_000)
        guard ruche_harden(handle) == SQLITE_OK else { throw error() }
        // Mapped memory counts as the program's own: pages come from the system's cache instead.
        try script(
            """
            pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma recursive_triggers = on;
            pragma temp_store = memory; pragma mmap_size = 0; pragma cache_size = -4000; pragma secure_delete = on;
            """)
        if isReader { try script("pragma query_only = on") }
    }
    deinit {
        for statement in statements.values { sqlite3_finalize(statement.pointer) }
        sqlite3_close_v2(handle)
    }

    var engine: Engine { .sqlite }
    var isAlive: Bool { true }

    var interrupter: any Interrupter { SQLiteInterrupter(handle: handle) }

    /// Copies a database that may be in use, page by page, into a new file (SQLite's online backup).
    static func copy(from source: String, to target: String) throws {
        let from = try SQLiteConnection(path: source, isReader: true)
        let to = try SQLiteConnection(path: target, isReader: false)
        // Without a moment of its own, the copy would begin anew at each write that comes between two steps.
        try from.begin(.read)
        try from.run("select count(*) from sqlite_master") { _ in }
        guard let backup = sqlite3_backup_init(to.handle, "main", from.handle, "main") else { throw to.error() }
        var code: Int32
        repeat {
            code = sqlite3_backup_step(backup, 1_000)
            if code == SQLITE_BUSY || code == SQLITE_LOCKED { sqlite3_sleep(10) }
        } while code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED
        let result = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, result == SQLITE_OK else { throw to.error() }
    }

    @discardableResult func run(_ sql: SQL, _ row: (borrowing Row) throws -> Void) throws -> Int {
        let statement = try prepare(sql)
        let pointer = statement.pointer
        defer { sqlite3_reset(pointer) }
        let before = sqlite3_total_changes64(handle)
        for (index, value) in sql.values.enumerated() { try bind(value, to: pointer, at: Int32(index + 1)) }
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW: try row(Row(cursor: .sqlite(pointer, names: statement.names)))
            case SQLITE_DONE:
                return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
            default: throw error(sql.text)
            }
        }
    }

    func script(_ sql: SQL) throws {
        guard sqlite3_exec(handle, sql.text(for: .sqlite), nil, nil, nil) == SQLITE_OK else { throw error(sql.text) }
    }
    func begin(_ mode: TransactionMode) throws { try run(mode == .read ? "begin" : "begin immediate") { _ in } }
    func commit() throws { try run("commit") { _ in } }
    func rollback() { if sqlite3_get_autocommit(handle) == 0 { _ = try? run("rollback") { _ in } } }

    private func prepare(_ sql: SQL) throws -> Statement {
        if let statement = statements[sql.text] { return statement }
        var pointer: OpaquePointer?
        let code = sqlite3_prepare_v3(
            handle, sql.text(for: .sqlite), -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw error(sql.text) }
        guard sqlite3_bind_parameter_count(pointer) == sql.values.count else {
            sqlite3_finalize(pointer)
            throw DatabaseError(.programming, "as many ? as values are needed", sql: sql.text)
        }
        if statements.count >= 500 { forgetStatements() }
        let statement = Statement(pointer: pointer)
        statements[sql.text] = statement
        return statement
    }
    private func forgetStatements() {
        for (text, statement) in statements where sqlite3_stmt_busy(statement.pointer) == 0 {
            sqlite3_finalize(statement.pointer)
            statements[text] = nil
        }
    }
    private func bind(_ value: Value, to pointer: OpaquePointer, at index: Int32) throws {
        let code: Int32 =
            switch value {
            case .integer(let integer): sqlite3_bind_int64(pointer, index, integer)
            case .real(let real): sqlite3_bind_double(pointer, index, real)
            case .null: sqlite3_bind_null(pointer, index)
            case .blob(let bytes):
                bytes.withUnsafeBytes { ruche_bind_blob(pointer, index, $0.baseAddress, Int32($0.count)) }
            case .text(var text):
                text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        ruche_bind_text(pointer, index, $0.baseAddress, Int32($0.count))
                    }
                }
            }
        guard code == SQLITE_OK else { throw error() }
    }

    private func error(_ text: String? = nil) -> DatabaseError {
        let message = String(cString: sqlite3_errmsg(handle))
        let code = sqlite3_extended_errcode(handle)
        let kind: DatabaseError.Kind =
            switch code {
            case 2067, 1555, 2579:
                .unique(
                    columns: message.split(separator: ": ", maxSplits: 1).last.map {
                        $0.split(separator: ",").map { String($0.drop { $0 == " " }) }
                    } ?? [])
            case 787: .foreignKey
            case 1811 where message.hasPrefix("FOREIGN KEY"): .foreignKey  // "on delete restrict" is a trigger within
            case 1299: .notNull
            case 275: .check
            default:
                switch code & 0xFF {
                case SQLITE_BUSY, SQLITE_LOCKED: .conflict
                case SQLITE_INTERRUPT: .interrupted
                case SQLITE_READONLY: .readOnly
                case SQLITE_FULL: .full
                case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
                case SQLITE_CANTOPEN, SQLITE_IOERR: .connection
                case SQLITE_ERROR, SQLITE_RANGE, SQLITE_MISUSE, SQLITE_CONSTRAINT: .programming
                default: .other
                }
            }
        return DatabaseError(kind, message, sql: text)
    }
}

/// SQLite allows its interruption from any thread while the connection is open: a job that runs keeps it open.
private struct SQLiteInterrupter: Interrupter, @unchecked Sendable {
    let handle: OpaquePointer
    func interrupt() { sqlite3_interrupt(handle) }
}
