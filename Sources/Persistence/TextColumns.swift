/// A column of the program's own tables, by its names in the schema.
package struct TextColumn: Sendable, Hashable {
    package let table: String
    package let column: String

    package var tableName: SQL { SQL(stringLiteral: table) }
    package var columnName: SQL { SQL(stringLiteral: column) }
}

extension Transaction {
    /// Every column that holds text, of every table but those of search indexes: where a name may stand.
    package func textColumns() throws -> [TextColumn] {
        try all(
            SQL(
                sqlite: """
                    select t.name, c.name from sqlite_master t join pragma_table_info(t.name) c
                    where t.type = 'table' and lower(c.type) = 'text' and t.name not like '%\\_search%' escape '\\'
                    order by t.name, c.cid
                    """,
                postgres: """
                    select table_name::text, column_name::text from information_schema.columns
                    where table_schema = current_schema() and data_type = 'text' and is_generated = 'NEVER'
                      and table_name not like '%\\_search%'
                    order by table_name, ordinal_position
                    """)
        ) { row in TextColumn(table: try row[0], column: try row[1]) }
    }
}
