// What a deleted text may leave in the files of a database, and how it is made to leave nothing.

extension Database {
    /// The file of an embedded database; nil for PostgreSQL.
    package var file: String? { Self.path(of: address) }

    /// Brings what was deleted out of the files: empties the journal of writes of an embedded database into it, where
    /// `secure_delete` has left zeros; has PostgreSQL take dead rows away.
    /// - Parameter rewriting: writes an embedded database anew, without its free pages: it needs as much space again.
    package func settle(rewriting: Bool = false) async throws {
        let engine = engine
        try await writers.with { connection, _ in
            switch engine {
            case .sqlite:
                if rewriting { try connection.script("vacuum") }
                try Self.truncateJournal(connection)
            case .postgres:
                // A large table takes longer than any page may.
                try connection.script("set statement_timeout = 0")
                defer { try? connection.script("set statement_timeout = '30s'") }  // a lost connection is replaced
                try connection.script("vacuum")
            }
        }
    }

    /// Brings out of the files what was just deleted from a few small tables, as `settle` does of all.
    package func forget(in tables: [StaticString]) async throws {
        let engine = engine
        try await writers.with { connection, _ in
            switch engine {
            case .sqlite: try Self.truncateJournal(connection)
            case .postgres:
                for table in tables { try connection.script(SQL(stringLiteral: "vacuum \(table)")) }
            }
        }
    }

    /// A reader that is in the middle of a page holds it back: asked again, a few times.
    private static func truncateJournal(_ connection: any Connection) throws {
        for _ in 1...20 {
            var isBusy = false
            try connection.run("pragma wal_checkpoint(truncate)") { row in isBusy = try row[0] as Int != 0 }
            if !isBusy { return }
        }
        throw DatabaseError(.conflict, "somebody still reads: the journal of writes cannot be emptied now")
    }
}

extension Transaction {
    /// Merges each search index into one piece, without the words of deleted rows.
    package func mergeSearchIndexes() throws {
        let names = try column(
            SQL(
                sqlite: "select name from sqlite_master where sql like 'create virtual table%using fts5%'",
                postgres:
                    "select indexname::text from pg_indexes where schemaname = current_schema() and indexdef like '%USING gin%'"
            ),
            as: String.self)
        for name in names {
            switch engine {
            case .sqlite: try run(SQL(stringLiteral: "insert into \(name) (\(name)) values ('optimize')"))
            case .postgres: _ = try value(SQL(stringLiteral: "select gin_clean_pending_list('\(name)')"), as: Int.self)
            }
        }
    }

    /// Every column where a text may stand, those of the search indexes too.
    package func everyTextColumn() throws -> [TextColumn] {
        let indexed = try all(
            SQL(
                sqlite: """
                    select t.name, c.name from sqlite_master t join pragma_table_info(t.name) c
                    where t.type = 'table' and t.name like '%\\_search\\_content' escape '\\' and c.name <> 'id'
                    """,
                postgres: """
                    select table_name::text, column_name::text from information_schema.columns
                    where table_schema = current_schema() and data_type in ('text', 'tsvector')
                      and table_name like '%\\_search%'
                    """)
        ) { row in TextColumn(table: try row[0], column: try row[1]) }
        return try textColumns() + indexed
    }

    /// Each text of a column, with the number of its row in the tables of posts; a part at a time, however many.
    package func eachText(of column: TextColumn, _ body: (Int64?, String) throws -> Void) throws {
        let row: SQL = ["question", "reply"].contains(column.table) ? "id" : "cast(null as \(.integer))"
        let select: SQL = """
            select \(row), cast(\(column.columnName) as text) from \(column.tableName)
            where \(column.columnName) is not null
            """
        guard engine == .postgres else {
            return try each(select) { try body(try $0[0], try $0[1]) }
        }
        try run("declare texts no scroll cursor for \(select)")
        defer { _ = try? run("close texts") }  // the end of a transaction that failed closes it too
        while true {
            var count = 0
            try each("fetch 500 from texts") { row in
                count += 1
                try body(try row[0], try row[1])
            }
            if count == 0 { return }
        }
    }
}
