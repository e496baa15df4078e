import Calendaring
import Persistence

/// Between which rows of the index the posts of each month stand. Rows follow the exchanges and not the days, since an old
/// exchange gets new replies and an imported past comes late: a span may hold posts of other months, it misses none.
struct PostSpans {
    let transaction: Transaction
    let community: Community.ID

    static let migration = Migration(
        "spans of months",
        """
        create table post_span (
          community_id \(.integer) not null references community (id) on delete cascade,
          -- As 202611.
          month        \(.integer) not null,
          first_row    \(.integer) not null,
          last_row     \(.integer) not null,
          primary key (community_id, month)
        ) \(.strict)
        """,
        SQL(sqlite: filling(sqliteMonth), postgres: filling(postgresMonth)))

    private static let sqliteMonth = "cast(strftime('%Y%m', at / 1000, 'unixepoch') as integer)"
    private static let postgresMonth = "cast(to_char(to_timestamp(at / 1000) at time zone 'UTC', 'YYYYMM') as bigint)"

    private static func filling(_ month: String) -> String {
        """
        insert into post_span (community_id, month, first_row, last_row)
        select community_id, month, (community_id << 46) | (first << 16), (community_id << 46) | (last << 16) | 65535
        from (
          select community_id, \(month) as month, min(question_id) / \(block) * \(block) as first,
            max(question_id) / \(block) * \(block) + \(block - 1) as last
          from (select community_id, id as question_id, asked_at as at from question
            union all select community_id, question_id, replied_at from reply) p
          group by 1, 2) s
        """
    }

    /// Exchanges are taken by so many, so that few posts widen a span: those who write at once don't wait for each other.
    private static let block: Int64 = 256

    /// Widens the span of the month in which a post was written.
    func note(_ row: Int64, at: Instant) throws {
        let question = PostNumber(row: row).question.rawValue / Self.block * Self.block
        let first = PostNumber(Question.ID(question), 0, in: community).row
        let last = PostNumber(Question.ID(question + Self.block - 1), .max, in: community).row
        try transaction.run(
            """
            insert into post_span (community_id, month, first_row, last_row)
            values (\(community), \(Self.month(of: at)), \(first), \(last))
            on conflict (community_id, month) do update
            set first_row = case when excluded.first_row < post_span.first_row then excluded.first_row
                            else post_span.first_row end,
                last_row = case when excluded.last_row > post_span.last_row then excluded.last_row
                           else post_span.last_row end
            where excluded.first_row < post_span.first_row or excluded.last_row > post_span.last_row
            """)
    }

    /// The rows among which every post of a period stands; nil when there is none.
    /// - Parameter start: nil for since ever.
    func rows(from start: Instant?, to end: Instant) throws -> ClosedRange<Int64>? {
        let found = try transaction.first(
            """
            select min(first_row), max(last_row) from post_span
            where community_id = \(community) and month >= \(start.map(Self.month) ?? 0)
              and month <= \(Self.month(of: end))
            """
        ) { row -> ClosedRange<Int64>? in
            guard let first = try row[0] as Int64?, let last = try row[1] as Int64? else { return nil }
            return first...last
        }
        return found ?? nil
    }

    private static func month(of at: Instant) -> Int {
        let day = Zone.utc.date(at: at.milliseconds)
        return day.year * 100 + day.month
    }
}
