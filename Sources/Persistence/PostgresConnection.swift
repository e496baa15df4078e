import CPostgres
import Foundation

/// libpq, blocking, one prepared statement per text.
final class PostgresConnection: Connection {
    private let handle: OpaquePointer
    private var statements: [String: String] = [:]
    let interrupter: any Interrupter

    init(conninfo: String) throws {
        guard let opened = PQconnectdb(conninfo) else { throw DatabaseError(.connection, "no memory") }
        guard PQstatus(opened) == CONNECTION_OK else {
            defer { PQfinish(opened) }
            throw DatabaseError(.connection, String(cString: PQerrorMessage(opened)))
        }
        handle = opened
        interrupter = PostgresInterrupter(of: opened)
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try script(
            """
            set client_encoding = 'UTF8'; set lc_messages = 'C'; set synchronous_commit = on;
            set statement_timeout = '30s'; set idle_in_transaction_session_timeout = '60s'
            """)
    }
    deinit { PQfinish(handle) }

    var engine: Engine { .postgres }
    /// Reads what has come, without waiting: a server that stops says why, then closes, while nothing runs.
    var isAlive: Bool {
        PQconsumeInput(handle) == 1 && PQconsumeInput(handle) == 1 && PQstatus(handle) == CONNECTION_OK
    }

    @discardableResult func run(_ sql: SQL, _ row: (borrowing Row) throws -> Void) throws -> Int {
        let name = try prepare(sql)
        let result = try execute(name, sql)
        defer { PQclear(result) }
        for index in 0..<PQntuples(result) { try row(Row(cursor: .postgres(result, row: index))) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func script(_ sql: SQL) throws {
        let result = PQexec(handle, sql.text(for: .postgres))
        defer { PQclear(result) }
        _ = try check(result, sql)
    }
    func begin(_ mode: TransactionMode) throws {
        try command(
            mode == .read ? "begin isolation level repeatable read read only" : "begin isolation level serializable")
    }
    func commit() throws {
        // A transaction that failed answers "ROLLBACK" to commit, with success: never reached, since `run` throws first.
        try command("commit")
    }
    func rollback() { if PQtransactionStatus(handle) != PQTRANS_IDLE { try? command("rollback") } }

    private func command(_ text: StaticString) throws {
        let result = PQexec(handle, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self))
        defer { PQclear(result) }
        _ = try check(result, SQL(stringLiteral: text.description))
    }

    private func prepare(_ sql: SQL) throws -> String {
        if let name = statements[sql.text] { return name }
        if statements.count >= 500 {
            statements = [:]
            try script("deallocate all")
        }
        let name = "s\(statements.count)"
        let types = sql.values.map(\.kind.oid)
        let result = PQprepare(handle, name, sql.text(for: .postgres), Int32(types.count), types)
        defer { PQclear(result) }
        _ = try check(result, sql)
        statements[sql.text] = name
        return name
    }

    /// Numbers and texts travel as text, blobs as bytes.
    private func execute(_ name: String, _ sql: SQL) throws -> OpaquePointer {
        let count = sql.values.count
        if count == 0 { return try check(PQexecPrepared(handle, name, 0, nil, nil, nil, 0), sql) }
        var bytes: [UInt8] = []  // all the values, each ended by a zero
        var starts: [Int] = [], lengths: [Int32] = [], formats: [Int32] = []
        for value in sql.values {
            let start = bytes.count
            switch value {
            case .integer(let integer): bytes += String(integer).utf8
            case .real(let real): bytes += "\(real)".utf8
            case .text(let text):
                // PostgreSQL has no zero byte in its texts, and libpq would cut there without a word.
                guard !text.utf8.contains(0) else {
                    throw DatabaseError(.programming, "a text with a zero byte", sql: sql.text)
                }
                bytes += text.utf8
            case .blob(let blob): bytes += blob
            case .null: break
            }
            if case .null = value { starts.append(-1) } else { starts.append(start) }
            lengths.append(Int32(bytes.count - start))
            if case .blob = value { formats.append(1) } else { formats.append(0) }
            bytes.append(0)
        }
        return try bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = starts.map { start in start < 0 ? nil : base.map { UnsafePointer($0 + start) } }
            return try check(PQexecPrepared(handle, name, Int32(count), pointers, lengths, formats, 0), sql)
        }
    }

    private func check(_ result: OpaquePointer?, _ sql: SQL) throws -> OpaquePointer {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: if let result { return result }
        default: break
        }
        throw error(result, sql)
    }

    private func error(_ result: OpaquePointer?, _ sql: SQL? = nil) -> DatabaseError {
        func field(_ code: UInt8) -> String? {
            PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
        }
        let message = field(UInt8(ascii: "M")) ?? String(cString: PQerrorMessage(handle))
        let state = field(UInt8(ascii: "C")) ?? "08000"
        let kind: DatabaseError.Kind =
            switch state {
            case "23505":
                .unique(
                    columns: Self.columns(
                        ofDetail: field(UInt8(ascii: "D")) ?? "", table: field(UInt8(ascii: "t")) ?? ""))
            case "23503", "23001": .foreignKey
            case "23502": .notNull
            case "23514": .check
            case "40001", "40P01", "55P03": .conflict
            case "25006": .readOnly
            case "57P01", "57P02", "57P03", "57P05": .connection
            case "57014": .interrupted
            case "53100": .full
            default:
                switch state.prefix(2) {
                case "08": .connection
                case "42", "22", "26": .programming
                default: .other
                }
            }
        return DatabaseError(kind, message, sql: sql?.text)
    }
    /// "Key (community, email)=(1, a@b) already exists." → as SQLite says it: "member.community", "member.email".
    private static func columns(ofDetail detail: String, table: String) -> [String] {
        guard let open = detail.firstIndex(of: "("), let close = detail.range(of: ")=(")?.lowerBound else { return [] }
        return detail[detail.index(after: open)..<close].split(separator: ",").map {
            "\(table).\($0.drop { $0 == " " })"
        }
    }
}

extension Value.Kind {
    fileprivate var oid: Oid {
        switch self {
        case .integer: 20
        case .real: 701
        case .text: 25
        case .blob: 17
        }
    }
}

/// libpq's cancel object may be used from any thread; it is freed with its connection's interrupter.
private final class PostgresInterrupter: Interrupter, @unchecked Sendable {
    private let cancel: OpaquePointer?
    init(of connection: OpaquePointer) { cancel = PQgetCancel(connection) }
    deinit { PQfreeCancel(cancel) }
    func interrupt() {
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(cancel, &message, Int32(message.count))
    }
}
