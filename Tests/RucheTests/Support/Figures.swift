import Persistence
import Ruche

extension TestRuche {
    /// One figure straight from the database.
    func value<T: Bindable & Sendable>(_ sql: SQL, as type: T.Type = T.self) async throws -> T? {
        try await instance.database.read { try $0.value(sql, as: T.self) }
    }

    /// Changes something behind the rules: what only time or another room would do.
    func alter(_ sql: SQL) async throws { try await instance.database.write { try $0.run(sql) } }

    /// What a page noted of its reader, written at once.
    func writeComings() async { await site.comings.write() }
}

/// The columns kept beside the tables so that pages need not count.
struct KeptFigures: Sendable, Equatable {
    var openQuestions = 0
    var questions: [String] = []
    var replies: [String] = []

    /// As the columns say.
    static func kept(in transaction: Transaction) throws -> KeptFigures {
        KeptFigures(
            openQuestions: try transaction.value("select sum(open_question_count) from community") ?? 0,
            questions: try transaction.all(
                "select id, reply_count, answered_at, useful_at from question order by id", Self.line),
            replies: try transaction.column("select id || ' ' || useful_count from reply order by id"))
    }

    /// As the tables count.
    static func counted(in transaction: Transaction) throws -> KeptFigures {
        KeptFigures(
            openQuestions: try transaction.value(
                """
                select count(*) from question where deleted_at is null and resolved_at is null and closed_at is null
                """) ?? 0,
            questions: try transaction.all(
                """
                select q.id,
                  (select count(*) from reply r where r.question_id = q.id and r.deleted_at is null),
                  (select min(r.replied_at) from reply r
                   where r.question_id = q.id and r.deleted_at is null and r.author_id <> q.author_id),
                  (select min(u.marked_at) from useful_mark u join reply r on r.id = u.reply_id
                   where r.question_id = q.id and r.deleted_at is null and u.voice <> 'peer')
                from question q order by q.id
                """, Self.line),
            replies: try transaction.column(
                """
                select r.id || ' ' || (select count(distinct u.member_id) from useful_mark u where u.reply_id = r.id)
                from reply r order by r.id
                """))
    }

    private static func line(_ row: borrowing Row) throws -> String {
        let (answered, useful) = (try row[2] as Instant?, try row[3] as Instant?)
        func text(_ instant: Instant?) -> String { instant.map { String($0.milliseconds) } ?? "-" }
        return "\(try row[0] as Int) \(try row[1] as Int) \(text(answered)) \(text(useful))"
    }
}

extension TestRuche {
    var keptFigures: KeptFigures {
        get async throws { try await instance.database.read { try KeptFigures.kept(in: $0) } }
    }

    var countedFigures: KeptFigures {
        get async throws { try await instance.database.read { try KeptFigures.counted(in: $0) } }
    }
}

extension TestRuche {
    /// Every column of text, of every table and of the search index, that holds these words.
    func textColumns(holding words: String) async throws -> [String] {
        try await instance.database.read { transaction in
            try transaction.everyTextColumn().filter { column in
                try transaction.value(
                    """
                    select count(*) from \(column.tableName)
                    where cast(\(column.columnName) as text) like \("%\(words)%")
                    """) ?? 0 > 0
            }.map { "\($0.table).\($0.column)" }
        }
    }
}

extension TestRuche {
    /// Every text of every table but the sessions', whose hours move by themselves.
    func everything() async throws -> [String] {
        try await instance.database.read { transaction in
            try transaction.everyTextColumn().filter { $0.table != "session" }.flatMap { column in
                try transaction.column(
                    "select coalesce(cast(\(column.columnName) as text), '-') from \(column.tableName) order by 1",
                    as: String.self
                ).map { "\(column.table).\(column.column): \($0)" }
            }
        }
    }
}
