/// One connection of one engine, used by one thread at a time. Everything here blocks: it runs on a database thread.
protocol Connection: AnyObject {
    var engine: Engine { get }
    /// Runs one statement, with its rows if it has any. The number of rows written, for those that write.
    @discardableResult func run(_ sql: SQL, _ row: (borrowing Row) throws -> Void) throws -> Int
    /// Runs several statements without values (migrations).
    func script(_ sql: SQL) throws
    func begin(_ mode: TransactionMode) throws
    func commit() throws
    func rollback()
    /// False after a loss: the pool opens another.
    var isAlive: Bool { get }
    /// What stops the running statement, from any thread.
    var interrupter: any Interrupter { get }
}

/// Stops the statement that a connection is running; without effect when it runs none.
protocol Interrupter: Sendable {
    func interrupt()
}

enum TransactionMode { case read, write }

/// The two databases that Ruche runs on.
package enum Engine: String, Sendable { case sqlite, postgres }

extension SQL {
    /// The text for one engine: its part of what differs, and `?` as `$1`, `$2`… for PostgreSQL. Done once per prepared text.
    func text(for engine: Engine) -> String {
        var out: [UInt8] = []
        var number = 0
        var part: UInt8 = 0  // 1: inside SQLite's part, 2: inside PostgreSQL's
        var quote: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 1, 2: part = byte
            case 3: part = 0
            case _ where part != 0 && (part == 1) != (engine == .sqlite): break
            case 0x3F where quote == 0 && engine == .postgres:
                number += 1
                out += Array("$\(number)".utf8)
            default:
                if quote == 0, byte == 0x27 || byte == 0x22 { quote = byte } else if byte == quote { quote = 0 }
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
