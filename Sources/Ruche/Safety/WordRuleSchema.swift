import Persistence

enum WordRuleSchema {
    static let migrations = [
        Migration(
            "word rules",
            """
            create table word_rule (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              -- No rule holds a text yet; SQLite cannot widen a check afterwards.
              kind         text not null check (kind in ('block', 'hold', 'replace', 'tag')),
              words        text not null,
              -- The words without accents or capitals.
              key          text not null,
              instead      text not null,
              reason       text not null,
              unique (community_id, kind, key)
            ) \(.strict)
            """,
            // Only of communities that have rules: another number after each change, by chance, so that what is kept of
            // them in memory can never be that of another database.
            """
            create table word_rule_list (
              community_id \(.integer) primary key references community (id) on delete cascade,
              stamp        \(.integer) not null
            ) \(.strict)
            """
        )
    ]
}
