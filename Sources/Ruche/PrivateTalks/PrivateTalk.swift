import Persistence

/// A word in private between one member and one to eight others, and what they answer (FEATURES QU20): the link between
/// peers that needs no audience. Nobody else reads it, whatever their role, and it counts for no figure.
package struct PrivateTalk: Sendable, Equatable {
    package typealias ID = Identifier<PrivateTalk>

    package let id: ID
    /// All of its members but the reader, by name.
    package let others: [Author]
    /// The beginning of the last word; empty once its author took it back.
    package let lastWords: String
    /// The last word was flagged, and is read by nobody meanwhile.
    package let isLastHidden: Bool
    package let lastAuthor: Author
    package let lastAt: Instant
    package let unread: Int

    /// Members that a word may be written to.
    package static let othersAtMost = 8
    package static let wordLimit = 10_000
    /// Silent for so long, a talk is let go of.
    static let lifetime = Duration.days(365)
}

package struct PrivateWord: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<PrivateWord>

    package let id: ID
    package let author: Author
    package let writtenAt: Instant
    /// Empty once its author took it back, or while it is hidden.
    package let html: String
    /// It was flagged, and is read by nobody meanwhile.
    package let isHidden: Bool

    static let columns: SQL = """
        w.id, w.written_at, case when w.hidden_at is null then w.html else '' end,
        case when w.hidden_at is null then 0 else 1 end, \(Author.columns)
        """

    /// `select \(PrivateWord.columns) from private_word w join member m on m.id = w.author_id`
    package init(_ row: borrowing Row) throws {
        (id, writtenAt, html, isHidden) = (try row[0], try row[1], try row[2], try row[3])
        author = try Author(row, from: 4)
    }
}

enum PrivateTalkSchema {
    static let migrations = [
        Migration(
            "private talks",
            """
            create table private_talk (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              last_at      \(.instant) not null
            ) \(.strict)
            """,
            "create index private_talk_by_community on private_talk (community_id, last_at)",
            """
            create table private_talk_member (
              talk_id   \(.integer) not null references private_talk (id) on delete cascade,
              member_id \(.integer) not null references member (id) on delete cascade,
              -- The last word that they had before them.
              read_word \(.integer) not null default 0,
              primary key (talk_id, member_id)
            ) \(.strict)
            """,
            "create index private_talk_by_member on private_talk_member (member_id)",
            """
            create table private_word (
              id         \(.id),
              talk_id    \(.integer) not null references private_talk (id) on delete cascade,
              author_id  \(.integer) not null references member (id) on delete cascade,
              body       text not null,
              html       text not null,
              written_at \(.instant) not null
            ) \(.strict)
            """,
            "create index private_word_by_talk on private_word (talk_id, id)",
            "create index private_word_by_author on private_word (author_id, written_at)"
        )
    ]
}
