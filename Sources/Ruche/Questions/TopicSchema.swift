import Persistence

enum TopicSchema {
    static let migrations = [
        Migration(
            "subjects as pages",
            // Kept for its old address: the subject that it was merged into.
            "alter table topic add column merged_into \(.integer) references topic (id) on delete cascade",
            "create index topic_by_target on topic (merged_into) where merged_into is not null",
            """
            create table topic_name (
              community_id \(.integer) not null references community (id) on delete cascade,
              -- As it is looked up: without capitals or accents.
              key          text not null,
              topic_id     \(.integer) not null references topic (id) on delete cascade,
              name         text not null check (name <> ''),
              primary key (community_id, key)
            ) \(.strict)
            """,
            "create index topic_name_by_topic on topic_name (topic_id)",
            """
            create table topic_follow (
              topic_id  \(.integer) not null references topic (id) on delete cascade,
              member_id \(.integer) not null references member (id) on delete cascade,
              level     text not null check (level in ('all', 'first', 'mute')),
              chosen_at \(.instant) not null,
              primary key (topic_id, member_id)
            ) \(.strict)
            """,
            "create index topic_follow_by_member on topic_follow (member_id)",
            // Few: taken from the count of a subject's exchanges, which an index alone gives.
            "create index question_taken_away on question (community_id, id) where deleted_at is not null"
        )
    ]
}
