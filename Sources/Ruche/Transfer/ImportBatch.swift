import Persistence

/// One import of a list's past: what came in by it can be undone together (FEATURES I5).
package struct ImportBatch: Sendable, RowDecodable, Equatable {
    package typealias ID = Identifier<ImportBatch>

    package let id: ID
    package let file: String
    package let startedAt: Instant
    package let endedAt: Instant?
    package let messages: Int
    package let imported: Int
    package let duplicates: Int
    package let refused: Int
    package let threads: Int
    package let people: Int
    package let attachments: Int
    package let first: Instant?
    package let last: Instant?

    static let columns: SQL = """
        id, file, started_at, ended_at, messages, imported, duplicates, refused, threads, people, attachments, first_at,
        last_at
        """

    package init(_ row: borrowing Row) throws {
        (id, file, startedAt, endedAt) = (try row[0], try row[1], try row[2], try row[3])
        (messages, imported, duplicates, refused) = (try row[4], try row[5], try row[6], try row[7])
        (threads, people, attachments) = (try row[8], try row[9], try row[10])
        (first, last) = (try row[11], try row[12])
    }
}

/// What became of every message of a file: messages = imported + duplicates + refused.
package struct ImportReport: Sendable, Equatable {
    package var batch: ImportBatch.ID?
    package var messages = 0
    package var imported = 0
    package var duplicates = 0
    package var refused: [RefusedMessage] = []
    package var threads = 0
    package var people = 0
    package var attachments = 0
    package var first: Instant?
    package var last: Instant?
    /// Messages whose date was wrong or missing, and was taken from their neighbours.
    package var mendedDates = 0
    /// Messages in which the guard of patients would have stopped a post.
    package var guarded = 0
    package var seconds = 0.0

    package struct RefusedMessage: Sendable, Equatable {
        /// From 1, in the file.
        package let position: Int
        package let id: String?
        package let why: String
    }

    package init() {}
}

enum TransferSchema {
    static let migrations = [
        Migration(
            "imports",
            """
            create table import_batch (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              file         text not null,
              fingerprint  text not null,
              started_at   \(.instant) not null,
              ended_at     \(.instant),
              messages     \(.integer) not null default 0,
              imported     \(.integer) not null default 0,
              duplicates   \(.integer) not null default 0,
              refused      \(.integer) not null default 0,
              threads      \(.integer) not null default 0,
              people       \(.integer) not null default 0,
              attachments  \(.integer) not null default 0,
              first_at     \(.instant),
              last_at      \(.instant)
            ) \(.strict)
            """,
            "create index import_batch_by_community on import_batch (community_id)",
            """
            create table import_refusal (
              batch_id \(.integer) not null references import_batch (id) on delete cascade,
              position \(.integer) not null,
              message  text,
              why      text not null,
              primary key (batch_id, position)
            ) \(.strict)
            """,
            """
            create table import_message (
              community_id \(.integer) not null references community (id) on delete cascade,
              source_id    text not null,
              batch_id     \(.integer) not null references import_batch (id) on delete cascade,
              root_id      text not null,
              question_id  \(.integer) not null references question (id) on delete cascade,
              reply_id     \(.integer) references reply (id) on delete cascade,
              subject_key  text not null,
              sent_at      \(.instant) not null,
              raw_from     text not null,
              raw_date     text,
              raw_subject  text not null,
              primary key (community_id, source_id)
            ) \(.strict)
            """,
            "create index import_message_by_batch on import_message (batch_id)",
            "create index import_message_by_question on import_message (question_id)",
            "create index import_message_by_reply on import_message (reply_id) where reply_id is not null"
        )
    ]
}
