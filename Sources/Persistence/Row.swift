import CPostgres
import CSQLite

/// The current row of a result: valid only inside the closure that receives it, which is why it cannot be copied.
/// Columns are read straight from the engine's memory, by position (fastest) or by name.
package struct Row: ~Copyable {
    let cursor: Cursor

    package subscript<T: Bindable>(position: Int) -> T {
        get throws { try T(Column(cursor: cursor, position: Int32(position))) }
    }
    package subscript<T: Bindable>(name: String) -> T {
        get throws {
            guard let position = cursor.position(of: name) else {
                throw DatabaseError(.programming, "no column named \(name)")
            }
            return try T(Column(cursor: cursor, position: position))
        }
    }
}

/// Where a row comes from. Both engines answer with bytes that live until the next row.
enum Cursor {
    case sqlite(OpaquePointer, names: ColumnNames)
    case postgres(OpaquePointer, row: Int32)

    func position(of name: String) -> Int32? {
        switch self {
        case .sqlite(let statement, let names): return names.position(of: name, in: statement)
        case .postgres(let result, _):
            let position = PQfnumber(result, name)
            return position < 0 ? nil : position
        }
    }
}

/// Positions by name of one prepared SQLite statement, found once.
final class ColumnNames {
    private var positions: [String: Int32]?
    func position(of name: String, in statement: OpaquePointer) -> Int32? {
        if let positions { return positions[name] }
        var found: [String: Int32] = [:]
        for index in 0..<sqlite3_column_count(statement) {
            found[String(cString: sqlite3_column_name(statement, index))] = index
        }
        positions = found
        return found[name]
    }
}

/// One column of the current row, not yet decoded.
package struct Column {
    let cursor: Cursor
    let position: Int32

    package var isNull: Bool {
        switch cursor {
        case .sqlite(let statement, _): sqlite3_column_type(statement, position) == SQLITE_NULL
        case .postgres(let result, let row): PQgetisnull(result, row, position) == 1
        }
    }

    package func integer() throws -> Int64 {
        switch cursor {
        case .sqlite(let statement, _):
            guard sqlite3_column_type(statement, position) == SQLITE_INTEGER else { throw mismatch("integer") }
            return sqlite3_column_int64(statement, position)
        case .postgres(let result, let row):
            let bytes = try bytes(result, row)
            guard let value = decimal(bytes) ?? Int64(String(decoding: bytes, as: UTF8.self)) else {
                throw mismatch("integer")
            }
            return value
        }
    }
    package func real() throws -> Double {
        switch cursor {
        case .sqlite(let statement, _):
            let type = sqlite3_column_type(statement, position)
            guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else { throw mismatch("real") }
            return sqlite3_column_double(statement, position)
        case .postgres(let result, let row):
            guard let value = Double(String(decoding: try bytes(result, row), as: UTF8.self)) else {
                throw mismatch("real")
            }
            return value
        }
    }
    package func text() throws -> String {
        switch cursor {
        case .sqlite(let statement, _):
            guard sqlite3_column_type(statement, position) == SQLITE_TEXT else { throw mismatch("text") }
            let start = sqlite3_column_text(statement, position)
            return String(
                decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, position))),
                as: UTF8.self)
        case .postgres(let result, let row): return String(decoding: try bytes(result, row), as: UTF8.self)
        }
    }
    package func blob() throws -> [UInt8] {
        switch cursor {
        case .sqlite(let statement, _):
            guard sqlite3_column_type(statement, position) == SQLITE_BLOB else { throw mismatch("blob") }
            let start = sqlite3_column_blob(statement, position)
            return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, position))))
        case .postgres(let result, let row):  // "\x" and hexadecimal digits
            let digits = try bytes(result, row).dropFirst(2)
            var out: [UInt8] = []
            out.reserveCapacity(digits.count / 2)
            var high: UInt8?
            for digit in digits {
                let four = digit < 0x3A ? digit - 0x30 : digit - 0x57
                if let above = high { out.append(above << 4 | four); high = nil } else { high = four }
            }
            return out
        }
    }

    private func bytes(_ result: OpaquePointer, _ row: Int32) throws -> UnsafeRawBufferPointer {
        if PQgetisnull(result, row, position) == 1 { throw mismatch("a value") }
        return UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, position), count: Int(PQgetlength(result, row, position)))
    }
    private func decimal(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        guard bytes.count < 19, !bytes.isEmpty else { return nil }
        var value: Int64 = 0
        let isNegative = bytes[0] == 0x2D
        for byte in isNegative ? bytes.dropFirst() : bytes[...] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value &* 10 &+ Int64(byte &- 0x30)
        }
        return isNegative ? -value : value
    }
    func mismatch(_ wanted: String) -> DatabaseError {
        DatabaseError(
            .programming, "column \(position): \(isNull ? "null" : "another type") where \(wanted) was expected")
    }
}
