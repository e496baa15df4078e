/// A full-text table, the same on both engines. Texts go in and questions come in as stems (`FrenchText`).
///
/// Words of a title stand twice in the index: among the others, and with a mark, so that titles are found without
/// reading the rows that hold the word elsewhere. What else is known of a row (who wrote it, of what subject) stands
/// beside its words as marks that nobody can type, so that a filter costs what a word does.
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

    /// Adds the marks of rows to a table that was made without.
    /// - Parameter marks: an expression that gives those of the row `p`.
    package func migration(adding marks: (sqlite: String, postgres: String)) -> [SQL] {
        [
            SQL(
                sqlite: """
                    create virtual table \(name)_marked using fts5(
                      title, body, marks, tokenize = 'unicode61', prefix = '3');
                    insert into \(name)_marked (rowid, title, body, marks)
                    select p.rowid, p.title, p.body, coalesce(\(marks.sqlite), '') from \(name) p order by p.rowid;
                    drop table \(name);
                    alter table \(name)_marked rename to \(name)
                    """,
                postgres: """
                    alter table \(name) add column marks text not null default '';
                    update \(name) p set marks = coalesce(\(marks.postgres), '');
                    alter table \(name) drop column words;
                    alter table \(name) add column words tsvector not null generated always as (
                        to_tsvector('simple', title || ' ' || body || ' ' || marks)
                    ) stored;
                    create index \(name)_words on \(name) using gin (words)
                    """)
        ]
    }

    /// Puts a row in the index, in place of the one it had.
    /// - Parameter marks: made by `mark`.
    package func put(
        _ row: Int64, title: String, body: String, marks: [String] = [], in transaction: Transaction,
        with text: FrenchText
    ) throws {
        try remove(row, in: transaction)
        let titleStems = text.stems(title)
        let marked = titleStems.map { Self.titleMark + $0 }.joined(separator: " ")
        let all = (titleStems + text.stems(body)).joined(separator: " ")
        try transaction.run(
            """
            insert into \(table) (rowid, title, body, marks)
            values (\(row), \(marked), \(all), \(marks.joined(separator: " ")))
            """)
    }

    /// Gives a row other marks; its words stay.
    package func mark(_ row: Int64, _ marks: [String], in transaction: Transaction) throws {
        try transaction.run(
            "update \(table) set marks = \(marks.joined(separator: " ")) where rowid = \(row)")
    }

    /// The marks of a row; nil when it is not in the index.
    package func marks(of row: Int64, in transaction: Transaction) throws -> Set<String>? {
        let written = try transaction.value("select marks from \(table) where rowid = \(row)", as: String.self)
        return written.map { Set($0.split(separator: " ").map(String.init)) }
    }

    package func remove(_ row: Int64, in transaction: Transaction) throws {
        try transaction.run("delete from \(table) where rowid = \(row)")
    }

    package func remove(_ rows: ClosedRange<Int64>, in transaction: Transaction) throws {
        try transaction.run(
            "delete from \(table) where rowid between \(rows.lowerBound) and \(rows.upperBound)")
    }

    /// The rows of a range that are in the index.
    package func rows(within range: ClosedRange<Int64>, in transaction: Transaction) throws -> [Int64] {
        try transaction.column(
            "select rowid from \(table) where rowid between \(range.lowerBound) and \(range.upperBound)")
    }

    /// A mark: something that is known of a row, named by letters and digits. No text of a person holds one.
    package static func mark(_ name: String) -> String { "\(markLetter)\(name)" }

    /// A word that is looked for, in each of the ways of saying it.
    package struct Word: Sendable, Hashable {
        package let ways: [Way]
        package init(_ ways: [Way]) { self.ways = ways }
        package init(_ stem: String) { ways = [.all([stem])] }
    }

    package enum Way: Sendable, Hashable {
        /// All of these stems, wherever they stand.
        case all([String])
        /// These stems side by side, whole.
        case phrase([String])

        package var stems: [String] {
            switch self {
            case .all(let stems), .phrase(let stems): stems
            }
        }
    }

    /// Which rows are looked for.
    package struct Query: Sendable {
        package var words: [Word] = []
        /// Whether the words are to stand in the title.
        package var isInTitle = false
        /// Of each of these lists, a row must have one mark.
        package var marks: [[String]] = []
        /// What else must be true of the row `p`, with the tables that say it: " cross join question q".
        package var joined: SQL = ""
        package var condition: SQL?

        package init(_ words: [Word] = []) { self.words = words }
        package var isEmpty: Bool { words.isEmpty && marks.isEmpty }
        /// Whether a row must hold several things at once: then many may be looked at for each that is found.
        package var isJoint: Bool { words.count + marks.count + (condition == nil ? 0 : 1) > 1 }
    }

    /// A shorter stem begins too many other words: "IDE" is no beginning of "identité".
    package static let leastBeginning = 4

    /// How a stem stands in a row.
    package enum Form: Sendable {
        /// As it is: quick, however many rows hold it.
        case whole
        /// As it is, or as the beginning of a longer one: both engines read every row that holds one of these.
        case beginning
    }

    /// The rows of a range that are asked for, the newest first, at most `limit`; none when nothing is asked.
    package func rows(
        _ query: Query, _ form: Form = .whole, within range: ClosedRange<Int64>, limit: Int, in transaction: Transaction
    ) throws -> [Int64] {
        if query.isEmpty { return [] }
        let also: SQL = query.condition.map { "and \($0)" } ?? ""
        return try transaction.column(
            """
            select p.rowid from \(table) p \(query.joined)
            where \(condition(text(query, form, transaction.engine))) \(also)
              and \(Self.number) between \(range.lowerBound) and \(range.upperBound)
            order by \(Self.number) desc limit \(limit)
            """)
    }

    /// The titles, as stems between spaces, of the rows that hold any of the words in theirs; the newest first.
    package func titles(
        _ stems: [String], within range: ClosedRange<Int64>, limit: Int, in transaction: Transaction
    ) throws -> [(row: Int64, stems: String)] {
        if stems.isEmpty { return [] }
        var query = Query([Word(stems.map { .all([$0]) })])
        query.isInTitle = true
        return try transaction.all(
            """
            select p.rowid, p.title from \(table) p where \(condition(text(query, .whole, transaction.engine)))
              and \(Self.number) between \(range.lowerBound) and \(range.upperBound)
            order by \(Self.number) desc limit \(limit)
            """
        ) { row in (try row[0], (try row[1] as String).replacing(Self.titleMark, with: "")) }
    }

    /// The row's number. On PostgreSQL, written so that the index of words is the one that is read: by the index of numbers
    /// it would look at the words of each row, which took a hundred times longer in a community of 60,000 posts.
    private static let number = SQL(sqlite: "p.rowid", postgres: "(p.rowid + 0)")

    /// Letters that no French stem begins with.
    private static let titleMark = "τ"
    private static let markLetter = "ζ"

    /// Whether a stem may be asked for by a person: not if it could pass for a mark.
    package static func mayBeTyped(_ stem: String) -> Bool { !stem.hasPrefix(markLetter) && !stem.hasPrefix(titleMark) }

    private func condition(_ text: String) -> SQL {
        let typed: SQL = "\(text)"
        return SQL(sqlite: "p.\(name) match ", postgres: "p.words @@ to_tsquery('simple', ") + typed
            + SQL(sqlite: "", postgres: ")")
    }

    /// The question in the language of the engine. Stems are lower-case letters and digits, so nothing that a person
    /// typed can be an operator.
    private func text(_ query: Query, _ form: Form, _ engine: Engine) -> String {
        let (and, or) = engine == .sqlite ? (" AND ", " OR ") : (" & ", " | ")
        func one(_ stem: String, _ form: Form) -> String {
            let stem = (query.isInTitle ? Self.titleMark : "") + stem
            return switch engine {
            case .sqlite: form == .whole ? "\"\(stem)\"" : "\"\(stem)\" *"
            case .postgres: form == .whole ? "'\(stem)'" : "'\(stem)':*"
            }
        }
        func said(_ way: Way) -> String {
            switch way {
            case .all(let stems):
                let said = stems.map { one($0, $0.count < Self.leastBeginning ? .whole : form) }
                return "(" + said.joined(separator: and) + ")"
            case .phrase(let stems):
                let side = stems.map { (query.isInTitle ? Self.titleMark : "") + $0 }
                switch engine {
                case .sqlite: return "\"\(side.joined(separator: " "))\""
                case .postgres: return "(" + side.map { "'\($0)'" }.joined(separator: " <-> ") + ")"
                }
            }
        }
        let words = query.words.map { "(" + $0.ways.map(said).joined(separator: or) + ")" }
        let marks = query.marks.map { marks in
            "(" + marks.map { engine == .sqlite ? "\"\($0)\"" : "'\($0)'" }.joined(separator: or) + ")"
        }
        return (words + marks).joined(separator: and)
    }
}
