import Persistence

enum PreparationSchema {
    static let migrations = [
        Migration(
            "preparation",
            """
            create table step_value (
              community_id \(.integer) not null references community (id) on delete cascade,
              field        text not null,
              value        text not null,
              primary key (community_id, field)
            ) \(.strict)
            """,
            """
            create table step (
              community_id  \(.integer) not null references community (id) on delete cascade,
              number        \(.integer) not null check (number between 1 and 7),
              version       \(.integer) not null default 0,
              considered    text,
              considered_at \(.instant),
              primary key (community_id, number)
            ) \(.strict)
            """,
            """
            create table readiness (
              community_id \(.integer) not null references community (id) on delete cascade,
              number       \(.integer) not null check (number between 1 and 20),
              answer       text not null check (answer in ('yes', 'partly', 'no')),
              primary key (community_id, number)
            ) \(.strict)
            """,
            """
            create table core_member (
              community_id \(.integer) not null references community (id) on delete cascade,
              member_id    \(.integer) not null references member (id) on delete cascade,
              primary key (community_id, member_id)
            ) \(.strict)
            """,
            "create index core_member_by_member on core_member (member_id)",
            """
            create table channel (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              name         text not null check (name <> ''),
              lacks        text not null default ''
            ) \(.strict)
            """,
            "create index channel_by_community on channel (community_id)",
            """
            create table target (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              profession   text,
              setting      text,
              territory    text not null default '',
              wanted       \(.integer) not null check (wanted between 1 and 1000),
              waiver       text not null default ''
            ) \(.strict)
            """,
            "create index target_by_community on target (community_id)",
            """
            create table resource (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id),
              title        text not null check (title <> ''),
              address      text not null default '',
              licence      text not null default '',
              review_on    text not null default '',
              need_id      \(.integer) references need (id) on delete set null
            ) \(.strict)
            """,
            "create index resource_by_community on resource (community_id)",
            "create index resource_by_author on resource (author_id)",
            "create index resource_by_need on resource (need_id) where need_id is not null",
            """
            create table planned_indicator (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              indicator    text not null,
              definition   text not null default '',
              source       text not null default '',
              baseline     \(.real),
              target       \(.real),
              reader       text not null default '',
              due_on       text not null default '',
              unique (community_id, indicator)
            ) \(.strict)
            """,
            """
            create table launch_sentence (
              community_id \(.integer) not null references community (id) on delete cascade,
              marker       text not null,
              sentence     text not null check (sentence <> ''),
              primary key (community_id, marker)
            ) \(.strict)
            """,
            """
            create table charter (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              version      \(.integer) not null,
              text         text not null check (text <> ''),
              html         text not null,
              author_id    \(.integer) not null references member (id),
              written_at   \(.instant) not null,
              adopted_at   \(.instant),
              unique (community_id, version)
            ) \(.strict)
            """,
            "create index charter_by_author on charter (author_id)"
        ),
        Migration(
            "step follow-up",
            "alter table step add column evidence text not null default ''",
            "alter table step add column due_on text not null default ''",
            "alter table step add column note text not null default ''",
            """
            create table step_owner (
              community_id \(.integer) not null references community (id) on delete cascade,
              number       \(.integer) not null check (number between 1 and 7),
              member_id    \(.integer) not null references member (id) on delete cascade,
              primary key (community_id, number, member_id)
            ) \(.strict)
            """,
            "create index step_owner_by_member on step_owner (member_id)",
            """
            create table step_file (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              number       \(.integer) not null check (number between 1 and 7),
              name         text not null check (name <> ''),
              type         text not null,
              size         \(.integer) not null,
              hash         text not null,
              added_at     \(.instant) not null
            ) \(.strict)
            """,
            "create index step_file_by_community on step_file (community_id)",
            """
            create table facilitation_time (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              member_id    \(.integer) not null references member (id) on delete cascade,
              day          text not null,
              minutes      \(.integer) not null check (minutes between 1 and 1440),
              what         text not null default ''
            ) \(.strict)
            """,
            "create index facilitation_time_by_day on facilitation_time (community_id, day)",
            "create index facilitation_time_by_member on facilitation_time (member_id)"
        ),
    ]
}
