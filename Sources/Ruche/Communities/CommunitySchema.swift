import Persistence

enum CommunitySchema {
    static let migrations = [
        Migration(
            "communities",
            """
            create table community (
              id                  \(.id),
              slug                text not null unique,
              name                text not null check (name <> ''),
              domain              text not null default '',
              zone                text not null default 'Europe/Paris',
              territory           text not null default 'metropole',
              promise_unit        text not null default 'working days' check (promise_unit in ('working days', 'hours')),
              promise_amount      \(.integer) not null default 2 check (promise_amount between 1 and 1000),
              created_at          \(.instant) not null,
              opened_at           \(.instant),
              launched_at         \(.instant),
              member_count        \(.integer) not null default 0,
              open_question_count \(.integer) not null default 0
            ) \(.strict)
            """,
            """
            create table member (
              id            \(.id),
              community_id  \(.integer) not null references community (id) on delete cascade,
              person_id     \(.integer) references person (id) on delete set null,
              name          text not null check (name <> ''),
              sort_name     text not null,
              role          text not null check (role in ('facilitator', 'member', 'guest', 'observer')),
              profession    text,
              speciality    text,
              setting       text,
              establishment text,
              territory     text,
              can_help_on   text not null default '',
              wants_to_learn text not null default '',
              joined_at     \(.instant) not null,
              left_at       \(.instant),
              paused_at     \(.instant),
              paused_until  \(.instant),
              is_pending    \(.integer) not null default 0,
              counts_until  \(.instant),
              last_visit_at \(.instant),
              visit_began_at \(.instant),
              guest_of      \(.integer),
              imported_as   text,
              batch_id      \(.integer),
              unique (community_id, person_id)
            ) \(.strict)
            """,
            "create index member_by_person on member (person_id)",
            "create index member_by_community on member (community_id, sort_name)",
            "create unique index member_by_import on member (community_id, imported_as)",
            """
            create table invitation (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              hash         \(.blob) not null unique,
              email        text not null,
              role         text not null,
              words        text not null default '',
              guest_of     \(.integer),
              invited_by   \(.integer) not null references member (id) on delete cascade,
              sent_at      \(.instant) not null,
              expires_at   \(.instant) not null,
              opened_at    \(.instant),
              accepted_at  \(.instant),
              declined_at  \(.instant),
              withdrawn_at \(.instant),
              reminded_at  \(.instant),
              member_id    \(.integer) references member (id) on delete set null
            ) \(.strict)
            """,
            "create index invitation_by_community on invitation (community_id, sent_at)",
            "create index invitation_by_inviter on invitation (invited_by)",
            "create index invitation_by_member on invitation (member_id)"
        ),
        Migration(
            "directory", "alter table member add column is_listed \(.integer) not null default 1"
        ),
        Migration(
            "life of communities",
            "alter table community add column stage text",
            "alter table community add column stage_at \(.instant)",
            "alter table community add column closed_at \(.instant)",
            "alter table community add column farewell text not null default ''"
        ),
        Migration(
            "first acts",
            "alter table member add column first_acts \(.integer) not null default 0"
        ),
        // Empty until the card is written again: then the words are sought in the card itself.
        Migration("words of cards", "alter table member add column search_text text not null default ''"),
        Migration(
            "own cards",
            "alter table member add column asks_per_month \(.integer) not null default 2",
            "alter table member add column mail_tempo text not null default 'each'",
            """
            create table private_field (
              member_id \(.integer) not null references member (id) on delete cascade,
              field     text not null,
              value     text not null,
              audience  text not null check (audience in ('facilitators', 'owner')),
              primary key (member_id, field)
            ) \(.strict)
            """
        ),
        Migration(
            "newcomers by date",
            "create index member_by_joining on member (community_id, joined_at, id) where left_at is null and is_pending = 0"
        ),
    ]
}
