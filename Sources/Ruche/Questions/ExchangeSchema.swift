import Persistence

enum ExchangeSchema {
    static let migrations = [
        Migration(
            "what exchanges remember",
            // Whom a reply calls by name, for their home page.
            """
            create table calling (
              question_id \(.integer) not null references question (id) on delete cascade,
              number      \(.integer) not null,
              member_id   \(.integer) not null references member (id) on delete cascade,
              called_at   \(.instant) not null,
              primary key (question_id, number, member_id)
            ) \(.strict)
            """,
            "create index calling_by_member on calling (member_id, called_at)",
            // A solution that its author took away: it is the solution again if they bring it back.
            """
            create table solution_aside (
              reply_id    \(.integer) primary key references reply (id) on delete cascade,
              thanks      text,
              resolved_at \(.instant) not null
            ) \(.strict)
            """,
            // The secret of the letter that asks where a question happens: one a question.
            """
            create table context_asking (
              question_id \(.integer) primary key references question (id) on delete cascade,
              hash        \(.blob) not null unique,
              asked_at    \(.instant) not null
            ) \(.strict)
            """
        )
    ]
}
