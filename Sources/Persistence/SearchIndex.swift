/// A full-text table, the same on both engines. Texts go in and questions come in as stems (`FrenchText`).
///
/// Each row has a *scope*, a word that says who may find it (a community). The scope is part of the index query
/// itself, before any limit: what a reader may not see can neither be counted nor crowd out what they may.
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
                    create virtual table \(name) using fts5(scope, title, body, tokenize = 'unicode61', prefix = '2 3')
                    """,
                postgres: """
                    create table \(name) (rowid bigint primary key, scope text not null, title text not null,
                        body text not null, words tsvector not null generated always as (
                            setweight(to_tsvector('simple', scope), 'C') || setweight(to_tsvector('simple', title), 'A')
                            || setweight(to_tsvector('simple', body), 'B')) stored);
                    create index \(name)_words on \(name) using gin (words)
                    """
            )
        ]
    }

    /// Puts a row in the index, in place of the one it had.
    package func put(
        _ row: Int64, scope: String, title: String, body: String, in transaction: Transaction, with text: FrenchText
    ) throws {
        try remove(row, in: transaction)
        try transaction.run(
            """
            insert into \(table) (rowid, scope, title, body)
            values (\(row), \(scope), \(text.indexed(title)), \(text.indexed(body)))
            """)
    }

    package func remove(_ row: Int64, in transaction: Transaction) throws {
        try transaction.run("delete from \(table) where rowid = \(row)")
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

    /// The rows that hold the words, the newest first, at most `limit`; none when nothing is asked.
    package func rows(
        _ stems: [String], _ match: Match = .every, scope: String, limit: Int, in transaction: Transaction
    ) throws -> [Int64] {
        if stems.isEmpty { return [] }
        switch transaction.engine {
        case .sqlite:
            return try transaction.column(
                """
                select rowid from \(table) where \(table) match \(sqliteQuestion(stems, match, scope))
                order by rowid desc limit \(limit)
                """)
        case .postgres:
            return try transaction.column(
                """
                select rowid from \(table) where words @@ to_tsquery('simple', \(postgresQuestion(stems, match, scope)))
                order by rowid desc limit \(limit)
                """)
        }
    }

    /// The titles, as stems between spaces, of the rows that hold any of the words in theirs; the newest first.
    package func titles(
        _ stems: [String], scope: String, limit: Int, in transaction: Transaction
    ) throws -> [(row: Int64, stems: String)] {
        if stems.isEmpty { return [] }
        let condition: SQL =
            switch transaction.engine {
            case .sqlite: "\(table) match \(sqliteQuestion(stems, .someInTitle, scope))"
            case .postgres: "words @@ to_tsquery('simple', \(postgresQuestion(stems, .someInTitle, scope)))"
            }
        return try transaction.all(
            "select rowid, title from \(table) where \(condition) order by rowid desc limit \(limit)"
        ) { row in (try row[0], try row[1]) }
    }

    // Stems are lower-case letters and digits, so nothing that a person typed can be an operator.

    private func sqliteQuestion(_ stems: [String], _ match: Match, _ scope: String) -> String {
        let words =
            switch match {
            case .every: "{title body} : (\(stems.map { "\"\($0)\" *" }.joined(separator: " AND ")))"
            case .everyInTitle: "title : (\(stems.map { "\"\($0)\" *" }.joined(separator: " AND ")))"
            case .someInTitle: "title : (\(stems.map { "\"\($0)\"" }.joined(separator: " OR ")))"
            }
        return "scope : \"\(scope)\" AND \(words)"
    }

    private func postgresQuestion(_ stems: [String], _ match: Match, _ scope: String) -> String {
        let words =
            switch match {
            case .every: stems.map { "'\($0)':*AB" }.joined(separator: " & ")
            case .everyInTitle: stems.map { "'\($0)':*A" }.joined(separator: " & ")
            case .someInTitle: stems.map { "'\($0)':A" }.joined(separator: " | ")
            }
        return "'\(scope)':C & (\(words))"
    }
}
