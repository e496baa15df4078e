import Persistence

enum LaunchSchema {
    static let migrations = [
        Migration(
            "needs and objectives",
            """
            create table need (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id),
              statement    text not null check (statement <> '')
            ) \(.strict)
            """,
            """
            create table objective (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id),
              title        text not null check (title <> '')
            ) \(.strict)
            """
        )
    ]
}
