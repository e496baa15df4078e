import Persistence

enum AccountSchema {
    static let migrations = [
        Migration(
            "accounts",
            """
            create table person (
              id               \(.id),
              email            text not null unique,
              name             text not null,
              language         text not null default 'fr' check (language in ('fr', 'en')),
              theme            text not null default 'auto' check (theme in ('light', 'dark', 'auto')),
              is_administrator \(.integer) not null default 0,
              created_at       \(.instant) not null
            ) \(.strict)
            """,
            """
            create table sign_in_link (
              hash       \(.blob) primary key,
              person_id  \(.integer) not null references person (id) on delete cascade,
              created_at \(.instant) not null,
              expires_at \(.instant) not null,
              used_at    \(.instant),
              leads_to   text
            ) \(.strict)
            """,
            "create index sign_in_link_by_person on sign_in_link (person_id)",
            """
            create table session (
              id            \(.id),
              hash          \(.blob) not null unique,
              person_id     \(.integer) not null references person (id) on delete cascade,
              device        text not null,
              is_own_device \(.integer) not null,
              started_at    \(.instant) not null,
              last_used_at  \(.instant) not null,
              ends_at       \(.instant) not null
            ) \(.strict)
            """,
            "create index session_by_person on session (person_id)"
        ),
        Migration(
            "passwords",
            """
            create table password (
              person_id \(.integer) primary key references person (id) on delete cascade,
              hash      text not null,
              chosen_at \(.instant) not null
            ) \(.strict)
            """
        ),
        Migration("zones of people", "alter table person add column zone text"),
        Migration(
            "changes of address",
            """
            create table address_change (
              person_id    \(.integer) primary key references person (id) on delete cascade,
              email        text not null,
              old_hash     \(.blob) not null unique,
              new_hash     \(.blob) not null unique,
              asked_at     \(.instant) not null,
              expires_at   \(.instant) not null,
              old_said_at  \(.instant),
              new_said_at  \(.instant)
            ) \(.strict)
            """
        ),
        Migration(
            "keyboard shortcuts", "alter table person add column uses_shortcuts \(.integer) not null default 1"
        ),
    ]
}
