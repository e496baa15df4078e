import Persistence

enum AnnouncementSchema {
    static let migrations = [
        Migration(
            "announcements",
            """
            create table announcement (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id),
              title        text not null check (title <> ''),
              body         text not null,
              html         text not null,
              renderer     \(.integer) not null,
              sent_at      \(.instant) not null,
              shown_until  \(.instant) not null,
              version      \(.integer) not null default 1,
              edited_at    \(.instant),
              withdrawn_at \(.instant),
              -- The discussion that its first reply opened.
              question_id  \(.integer) references question (id) on delete set null
            ) \(.strict)
            """,
            "create index announcement_by_community on announcement (community_id, sent_at)",
            "create index announcement_shown on announcement (community_id, shown_until) where withdrawn_at is null",
            "create index announcement_by_author on announcement (author_id)",
            "create index announcement_by_question on announcement (question_id) where question_id is not null"
        )
    ]
}
