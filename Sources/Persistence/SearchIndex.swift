/// A full-text table, the same on both engines. Texts go in and questions come in as stems (`FrenchText`).
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
                            setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'B')
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
        try transaction.run(
            """
            insert into \(table) (rowid, title, body)
            values (\(row), \(text.indexed(title)), \(text.indexed(body)))
            """)
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
        /// All of them, each as it stands or as the beginning of a longer word.
        case every
        /// Any of them, in the title: for what resembles.
        case someInTitle
        /// All of them, in the title.
        case everyInTitle
    }

    /// The rows of a range that hold the words, the newest first, at most `limit`; none when nothing is asked.
    package func rows(
        _ stems: [String], _ match: Match = .every, within range: ClosedRange<Int64>, limit: Int,
        in transaction: Transaction
    ) throws -> [Int64] {
        if stems.isEmpty { return [] }
        return try transaction.column(
            """
            select rowid from \(table) where \(condition(stems, match, transaction.engine))
              and rowid between \(range.lowerBound) and \(range.upperBound)
            order by rowid desc limit \(limit)
            """)
    }

    /// The titles, as stems between spaces, of the rows that hold any of the words in theirs; the newest first.
    package func titles(
        _ stems: [String], within range: ClosedRange<Int64>, limit: Int, in transaction: Transaction
    ) throws -> [(row: Int64, stems: String)] {
        if stems.isEmpty { return [] }
        return try transaction.all(
            """
            select rowid, title from \(table) where \(condition(stems, .someInTitle, transaction.engine))
              and rowid between \(range.lowerBound) and \(range.upperBound)
            order by rowid desc limit \(limit)
            """
        ) { row in (try row[0], try row[1]) }
    }

    private func condition(_ stems: [String], _ match: Match, _ engine: Engine) -> SQL {
        switch engine {
        case .sqlite: "\(table) match \(sqliteQuestion(stems, match))"
        case .postgres: "words @@ to_tsquery('simple', \(postgresQuestion(stems, match)))"
        }
    }

    // Stems are lower-case letters and digits, so nothing that a person typed can be an operator.

    private func sqliteQuestion(_ stems: [String], _ match: Match) -> String {
        switch match {
        case .every: stems.map { "\"\($0)\" *" }.joined(separator: " AND ")
        case .everyInTitle: "title : (\(stems.map { "\"\($0)\" *" }.joined(separator: " AND ")))"
        case .someInTitle: "title : (\(stems.map { "\"\($0)\"" }.joined(separator: " OR ")))"
        }
    }

    private func postgresQuestion(_ stems: [String], _ match: Match) -> String {
        switch match {
        case .every: stems.map { "'\($0)':*" }.joined(separator: " & ")
        case .everyInTitle: stems.map { "'\($0)':*A" }.joined(separator: " & ")
        case .someInTitle: stems.map { "'\($0)':A" }.joined(separator: " | ")
        }
    }
}
