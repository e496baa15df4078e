/// The key of a row of one table: `Reply.ID` cannot be passed where `Member.ID` is asked.
///
/// A room declares `typealias ID = Identifier<Reply>` inside the type that the row describes.
package struct Identifier<Subject>: RawRepresentable, Bindable, Hashable, Sendable, Comparable, CustomStringConvertible
{
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }
    package init(_ rawValue: Int64) { self.rawValue = rawValue }

    /// An identifier as it stands in an address: digits only, positive.
    package init?(_ text: some StringProtocol) {
        guard let number = Int64(text), number > 0, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return nil
        }
        rawValue = number
    }

    package var description: String { String(rawValue) }

    // Written out: what Swift derives for a raw value goes through its protocol at each comparison.
    package static func == (left: Identifier, right: Identifier) -> Bool { left.rawValue == right.rawValue }
    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    package static func < (left: Identifier, right: Identifier) -> Bool { left.rawValue < right.rawValue }
}

/// What a row describes: `tx.all(Question.self, "select id, title from question …")`.
package protocol RowDecodable {
    init(_ row: borrowing Row) throws
}

extension Transaction {
    package func all<T: RowDecodable>(_ type: T.Type, _ sql: SQL) throws -> [T] { try all(sql) { try T($0) } }
    package func first<T: RowDecodable>(_ type: T.Type, _ sql: SQL) throws -> T? { try first(sql) { try T($0) } }
    /// The first column of every row: a list of identifiers, of words.
    package func column<T: Bindable>(_ sql: SQL, as type: T.Type = T.self) throws -> [T] { try all(sql) { try $0[0] } }
}
