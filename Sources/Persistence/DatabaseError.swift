/// What went wrong, in the same words for both engines.
package struct DatabaseError: Error, Sendable, CustomStringConvertible {
    package enum Kind: Sendable, Equatable {
        /// `columns` as "table.column", when the engine tells them.
        case unique(columns: [String]), foreignKey, notNull, check
        /// Another transaction was in the way; `write` has already tried again.
        case conflict
        /// The engine cannot be reached, or the connection was lost. Nothing was committed, or it is not known.
        case connection
        case readOnly, full, corrupt
        /// The task that waited was cancelled, or the statement took longer than the server allows.
        case interrupted
        /// A mistake in the program: syntax, a missing table, a column of another type.
        case programming
        case other
    }
    package let kind: Kind
    package let message: String
    package var sql: String?

    package init(_ kind: Kind, _ message: String, sql: String? = nil) {
        (self.kind, self.message, self.sql) = (kind, message, sql)
    }
    package var description: String { "\(kind): \(message)" + (sql.map { " in: \($0)" } ?? "") }
}
