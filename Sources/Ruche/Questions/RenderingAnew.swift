import Persistence

/// Texts whose HTML was made by an older `markdown` are made anew, some hundred at a time, where it may differ.
enum RenderingSchema {
    static let migrations = [
        Migration(
            "texts of doses made anew",
            anew("question"), anew("reply"), anew("announcement"))
    ]

    private static func anew(_ table: String) -> SQL {
        let (table, key) = (SQL(stringLiteral: table), "rendering/\(table)/0")
        return """
            insert into job (kind, key, run_at)
            select 'rendering', '\(SQL(stringLiteral: key))', 0 where exists (select 1 from \(table))
            """
    }
}

extension QuestionActs {
    private static let madeAtOnce = 300

    /// The job of one table, from one row on: "rendering/reply/1200".
    func renderAnew(_ job: Job) throws {
        let parts = job.key.split(separator: "/").map(String.init)
        guard parts.count == 3, ["question", "reply", "announcement"].contains(parts[1]), let last = Int64(parts[2])
        else { return }
        let table = SQL(stringLiteral: parts[1])
        let texts = try act.transaction.all(
            """
            select id, body from \(table)
            where id > \(last) and renderer < \(Rendering.version)
              and (body like '%*%' or body like '%~%' or body like '%+ %' or body like '%--%' or body like '%==%')
            order by id limit \(Self.madeAtOnce)
            """
        ) { row in (id: try row[0] as Int64, body: try row[1] as String) }
        for text in texts {
            try act.execute(
                """
                update \(table) set html = \(Rendering.html(text.body)), renderer = \(Rendering.version)
                where id = \(text.id)
                """)
        }
        if texts.count == Self.madeAtOnce, let last = texts.last {
            try act.jobs.add(.rendering, key: "rendering/\(parts[1])/\(last.id)")
        }
    }
}
