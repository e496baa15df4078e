import Persistence

/// What accounts and invitations keep beside their first tables.
enum AccountLifeSchema {
    static let migrations = [
        Migration(
            "earlier names",
            // The names that a card bore before: looked for when their owner leaves no trace, and theirs to take away.
            """
            create table earlier_name (
              member_id \(.integer) not null references member (id) on delete cascade,
              name      text not null,
              until     \(.instant) not null,
              primary key (member_id, name)
            ) \(.strict)
            """
        ),
        Migration(
            "languages of those who come",
            "alter table invitation add column language text not null default 'fr'",
            "alter table join_request add column language text not null default 'fr'"
        ),
        // Once its cards are prepared, a list has no line left to keep.
        Migration(
            "lists without lines",
            """
            update member_import set list = '{"headings":[],"rows":[]}', reading = '{"columns":[],"reason":"","takesRoles":false}'
            where prepared_at is not null
            """
        ),
        // Words of professions are looked for too: empty, they are sought in the card itself.
        Migration("trades among the words of cards", "update member set search_text = ''"),
        Migration(
            "inactive accounts",
            "alter table person add column inactive_warned_at \(.instant)",
            "alter table person add column inactive_told_at \(.instant)"
        ),
    ]
}
