/// A full-text table, the same on both engines. Texts go in and questions come in as stems (`FrenchText`).
///
/// Words of a title stand twice in the index: among the others, and with a mark, so that titles are found without
/// reading the rows that hold the word elsewhere.
///
/// The rows of one community are a range of numbers. The range is part of the index query itself, before any limit:
/// what a reader may not see can neither be counted nor crowd out what they may.
package struct SearchIndex: Sendable {
    let table: SQL
    let name: String

    /// - Parameter name: written in the program, never typed by a person.
    package init(_ name: StaticString) {
        self.name = name.description
        table = SQL(stringLiteral: name.description)
    }

    package var migration: [SQL] {
        [
            SQL(
                sqlite: """
                    create virtual table \(name) using fts5(title, body, tokenize = 'unicode61', prefix = '2 3')
                    """,
                postgres: """
                    create table \(name) (rowid bigint primary key, title text not null, body text not null,
                        words tsvector not null generated always as (
                            to_tsvector('simple', title || ' ' || body)
                        ) stored);
                    create index \(name)_words on \(name) using gin (words)
                    """
            )
        ]
    }

    /// Puts a row in the index, in place of the one it had.
    package func put(
        _ row: Int64, title: String, body: String, in transaction: Transaction, with text: FrenchText
    ) throws {
        try remove(row, in: transaction)
        let titleStems = text.stems(title)
        let marked = titleStems.map { Self.mark + $0 }.joined(separator: " ")
        let all = (titleStems + text.stems(body)).joined(separator: " ")
        try transaction.run("insert into \(table) (rowid, title, body) values (\(row), \(marked), \(all))")
    }

    package func remove(_ row: Int64, in transaction: Transaction) throws {
        try transaction.run("delete from \(table) where rowid = \(row)")
    }

    package func remove(_ rows: ClosedRange<Int64>, in transaction: Transaction) throws {
        try transaction.run(
            "delete from \(table) where rowid between \(rows.lowerBound) and \(rows.upperBound)")
    }

    /// Which words a row must hold.
    package enum Match: Sendable {
        /// All of them.
        case every
        /// Any of them, in the title: for what resembles.
        case someInTitle
        /// All of them, in the title.
        case everyInTitle
    }

    /// How a stem stands in a row.
    package enum Form: Sendable {
        /// As it is: quick, however many rows hold it.
        case whole
        /// As it is, or as the beginning of a longer one: both engines read every row that holds one of these.
        case beginning
    }

    /// The rows of a range that hold the words, the newest first, at most `limit`; none when nothing is asked.
    package func rows(
        _ stems: [String], _ match: Match = .every, _ form: Form = .whole, within range: ClosedRange<Int64>, limit: Int,
        in transaction: Transaction
    ) throws -> [Int64] {
        if stems.isEmpty { return [] }
        return try transaction.column(
            """
            select rowid from \(table) where \(condition(stems, match, form, transaction.engine))
              and \(Self.number) between \(range.lowerBound) and \(range.upperBound)
            order by \(Self.number) desc limit \(limit)
            """)
    }

    /// The titles, as stems between spaces, of the rows that hold any of the words in theirs; the newest first.
    package func titles(
        _ stems: [String], within range: ClosedRange<Int64>, limit: Int, in transaction: Transaction
    ) throws -> [(row: Int64, stems: String)] {
        if stems.isEmpty { return [] }
        return try transaction.all(
            """
            select rowid, title from \(table) where \(condition(stems, .someInTitle, .whole, transaction.engine))
              and \(Self.number) between \(range.lowerBound) and \(range.upperBound)
            order by \(Self.number) desc limit \(limit)
            """
        ) { row in (try row[0], (try row[1] as String).replacing(Self.mark, with: "")) }
    }

    /// The row's number. On PostgreSQL, written so that the index of words is the one that is read: by the index of numbers
    /// it would look at the words of each row, which took a hundred times longer in a community of 60,000 posts.
    private static let number = SQL(sqlite: "rowid", postgres: "(rowid + 0)")

    /// A letter that no French stem begins with.
    private static let mark = "τ"

    /// Stems are lower-case letters and digits, so nothing that a person typed can be an operator.
    private func condition(_ stems: [String], _ match: Match, _ form: Form, _ engine: Engine) -> SQL {
        let words = match == .every ? stems : stems.map { Self.mark + $0 }
        let isAny = match == .someInTitle
        switch engine {
        case .sqlite:
            let question = words.map { form == .whole ? "\"\($0)\"" : "\"\($0)\" *" }
            return "\(table) match \(question.joined(separator: isAny ? " OR " : " AND "))"
        case .postgres:
            let question = words.map { form == .whole ? "'\($0)'" : "'\($0)':*" }
            return "words @@ to_tsquery('simple', \(question.joined(separator: isAny ? " | " : " & ")))"
        }
    }
}
