import Calendaring
import Persistence

/// What the search index knows of a post besides its words: who signed it, the kind, the subjects and the states of its
/// exchange, when it was written. A post that shows only a profession has no mark of its author: no filter can find who it is.
struct PostMarks {
    let author: Member.ID?
    let kind: Question.Kind
    let topics: [Topic.ID]
    let at: Instant
    /// It begins an exchange in which nobody else has written yet.
    let isUnanswered: Bool
    /// What its exchange came to.
    let states: [State]

    /// What few exchanges come to, and late: looked for by a mark, it costs what those few cost.
    enum State: String, CaseIterable {
        case useful, resolved, applied, closed
        var mark: String { SearchIndex.mark("w\(rawValue)") }
    }

    var all: [String] {
        [Self.any, author.map(Self.author), Self.month(of: at), Self.year(of: at)].compactMap { $0 }
            + (kind == .question ? [] : [Self.kind(kind)]) + topics.map(Self.topic)
            + (isUnanswered ? [Self.unanswered] : []) + states.map(\.mark)
    }

    /// Every post has it.
    static let any = SearchIndex.mark("p")
    /// No post has it.
    static let never = SearchIndex.mark("never")
    /// Few have it, and the table is asked besides: one too many does no harm.
    static let unanswered = SearchIndex.mark("u")
    static func author(_ id: Member.ID) -> String { SearchIndex.mark("a\(id)") }
    static func topic(_ id: Topic.ID) -> String { SearchIndex.mark("s\(id)") }
    /// None for questions, which are nearly all.
    static func kind(_ kind: Question.Kind) -> String { SearchIndex.mark("k\(kind.rawValue)") }

    // In universal time: a period's edges are looked at exactly besides.
    static func month(_ day: CivilDate) -> String { SearchIndex.mark("m\(day.year * 100 + day.month)") }
    static func year(_ year: Int) -> String { SearchIndex.mark("y\(year)") }
    private static func day(of at: Instant) -> CivilDate { Zone.utc.date(at: at.milliseconds) }
    private static func month(of at: Instant) -> String { month(day(of: at)) }
    private static func year(of at: Instant) -> String { year(day(of: at).year) }

    /// The marks of which a post between two instants has one.
    static func period(from start: Instant, to end: Instant) -> [String] {
        let (first, last) = (day(of: start), day(of: end))
        guard first <= last else { return [never] }
        let months = (last.year - first.year) * 12 + last.month - first.month
        if months <= 12 { return (0...months).map { month(first.firstOfMonth.adding(months: $0)) } }
        return (first.year...last.year).map { year($0) }
    }

    /// The same marks for the row `p` of an index that has none yet.
    static let expression = (
        sqlite: """
        (select 'ζp ' || (case when \(nameless) = 0 then 'ζa' || \(author) || ' ' else '' end)
          || 'ζm' || strftime('%Y%m', \(at) / 1000, 'unixepoch') || ' ζy' || strftime('%Y', \(at) / 1000, 'unixepoch')
          || (case when q.kind <> 'question' then ' ζk' || q.kind else '' end)
          || (case when r.id is null and q.answered_at is null then ' ζu' else '' end)
          || coalesce((select group_concat(' ζs' || k.topic_id, '') from question_topic k where k.question_id = q.id), '')
        \(tables))
        """,
        postgres: """
        (select 'ζp ' || (case when \(nameless) = 0 then 'ζa' || \(author) || ' ' else '' end)
          || 'ζm' || to_char(to_timestamp(\(at) / 1000) at time zone 'UTC', 'YYYYMM')
          || ' ζy' || to_char(to_timestamp(\(at) / 1000) at time zone 'UTC', 'YYYY')
          || (case when q.kind <> 'question' then ' ζk' || q.kind else '' end)
          || (case when r.id is null and q.answered_at is null then ' ζu' else '' end)
          || coalesce((select string_agg(' ζs' || k.topic_id, '') from question_topic k where k.question_id = q.id), '')
        \(tables))
        """
    )

    /// Adds the marks of states to the posts of the exchanges that came to one.
    static let statesMigration: SQL = {
        let marks = State.allCases.map { "case when q.\($0.rawValue)_at is null then '' else ' \($0.mark)' end" }
        let some = State.allCases.map { "q.\($0.rawValue)_at is not null" }.joined(separator: " or ")
        let rows = """
            select (q.community_id << 46) | (q.id << 16) | n.number from question q
            join (select id as question_id, 0 as number from question union all select question_id, number from reply) n
              on n.question_id = q.id
            where \(some)
            """
        return SQL(
            stringLiteral: """
                update post_search set marks = marks || (
                  select \(marks.joined(separator: " || ")) from question q where q.id = ((post_search.rowid >> 16) & 1073741823))
                where rowid in (\(rows))
                """)
    }()

    private static let nameless = "coalesce(r.is_nameless, q.is_nameless)"
    private static let author = "coalesce(r.author_id, q.author_id)"
    private static let at = "coalesce(r.replied_at, q.asked_at)"
    private static let tables = """
        from question q left join reply r on r.question_id = q.id and r.number = (p.rowid & 65535)
        where q.id = ((p.rowid >> 16) & 1073741823)
        """
}

extension QuestionActs {
    /// Puts a post in the search index, with what the index is to know of it.
    /// - Parameter number: 0 for the question itself.
    func putInIndex(
        _ number: Int, of question: Question.ID, title: String = "", body: String, with french: FrenchText
    ) throws {
        let community = try act.community
        let row = PostNumber(question, number, in: community).row
        let known = try known(number, of: question)
        try QuestionSchema.search.put(
            row, title: title, body: body, marks: known?.all ?? [], in: act.transaction, with: french)
        if let known { try PostSpans(transaction: act.transaction, community: community).note(row, at: known.at) }
    }

    /// What the index is to know of a post, read from its row.
    private func known(_ number: Int, of question: Question.ID) throws -> PostMarks? {
        let topics = try act.transaction.column(
            "select topic_id from question_topic where question_id = \(question) order by topic_id", as: Topic.ID.self)
        let states: SQL = "q.useful_at, q.resolved_at, q.applied_at, q.closed_at"
        let post: SQL =
            number == 0
            ? """
            select q.author_id, q.is_nameless, q.kind, q.asked_at, case when q.answered_at is null then 1 else 0 end,
              \(states)
            from question q where q.id = \(question)
            """
            : """
            select r.author_id, r.is_nameless, q.kind, r.replied_at, 0, \(states)
            from reply r join question q on q.id = r.question_id
            where r.question_id = \(question) and r.number = \(number)
            """
        return try act.transaction.first(post) { row in
            PostMarks(
                author: try row[1] as Bool ? nil : try row[0] as Member.ID, kind: try row[2], topics: topics,
                at: try row[3], isUnanswered: try row[4],
                states: try zip(5..., PostMarks.State.allCases).filter { try row[$0.0] as Instant? != nil }.map(\.1))
        }
    }

    /// Gives an exchange the marks that it should have after an act: its first message, which somebody answered, or all
    /// its posts when it came to another state.
    func markWhatChanged(in question: Question.ID) throws {
        let community = try act.transaction.value(
            "select community_id from question where id = \(question)", as: Community.ID.self)
        guard let community else { return }
        let opening = PostNumber(question, 0, in: community).row
        guard let written = try QuestionSchema.search.marks(of: opening, in: act.transaction),
            let known = try known(0, of: question), written != Set(known.all)
        else { return }
        let states = PostMarks.State.allCases.filter { written.contains($0.mark) }
        if states == known.states {
            try QuestionSchema.search.mark(opening, known.all, in: act.transaction)
        } else {
            try markAgain(question)
        }
    }

    /// Gives the posts of an exchange the marks that they should have: its subjects changed, or a signature.
    func markAgain(_ question: Question.ID) throws {
        let rows = try QuestionSchema.search.rows(
            within: PostNumber.rows(of: question, in: try act.community), in: act.transaction)
        for row in rows {
            let known = try known(PostNumber(row: row).number, of: question)
            try QuestionSchema.search.mark(row, known?.all ?? [], in: act.transaction)
        }
    }
}
