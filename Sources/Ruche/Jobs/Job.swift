import Persistence

/// Work to be done later, by any node, once. Its key is natural ("mail/12", "follow-up/42/14"): putting the same work
/// in the queue twice is the same as once.
package struct Job: Sendable, RowDecodable, Equatable {
    package typealias ID = Identifier<Job>

    package let id: ID
    package let kind: Kind
    package let key: String
    package let attempts: Int

    package enum Kind: String, Bindable, Sendable, CaseIterable {
        case mail, digest, dataCopy = "data copy", housekeeping, proof, ladder, followUp = "follow-up", bookmark,
            context, drift, vocabulary, forgetting, rendering
    }

    /// `returning id, kind, key, attempts`
    package init(_ row: borrowing Row) throws {
        (id, kind, key, attempts) = (try row[0], try row[1], try row[2], try row[3])
    }
}

enum JobSchema {
    static let migrations = [
        Migration(
            "jobs",
            """
            create table job (
              id           \(.id),
              kind         text not null,
              key          text not null unique,
              run_at       \(.instant) not null,
              leased_until \(.instant),
              attempts     \(.integer) not null default 0,
              done_at      \(.instant),
              last_error   text
            ) \(.strict)
            """,
            "create index job_waiting on job (run_at) where done_at is null"
        )
    ]
}
