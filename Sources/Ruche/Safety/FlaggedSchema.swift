import Persistence

enum FlaggedSchema {
    static let migrations = [
        Migration(
            "all that may be flagged",
            // Why an announcement that is withdrawn is; a word in private has no other sign.
            "alter table announcement add column hidden_at \(.instant)",
            "alter table private_word add column hidden_at \(.instant)",
            // A table that others point at is made anew with them: dropped first, it would take them along.
            "alter table flag rename to flag_of_post",
            "alter table rereading rename to rereading_of_post",
            """
            create table rereading (
              id                  \(.id),
              community_id        \(.integer) not null references community (id) on delete cascade,
              object              text not null,
              question_id         \(.integer) references question (id) on delete cascade,
              reply_id            \(.integer) references reply (id) on delete cascade,
              announcement_id     \(.integer) references announcement (id) on delete cascade,
              word_id             \(.integer) references private_word (id) on delete cascade,
              opened_at           \(.instant) not null,
              correction_asked_at \(.instant),
              corrected_at        \(.instant),
              decided_at          \(.instant),
              decided_by          \(.integer) references member (id) on delete set null,
              outcome             text check (outcome in ('put back', 'corrected', 'removed', 'purged')),
              word                text not null default '',
              check ((decided_at is null) = (outcome is null)),
              check (coalesce(question_id, announcement_id, word_id) is not null)
            ) \(.strict)
            """,
            """
            insert into rereading (id, community_id, object, question_id, reply_id, opened_at, correction_asked_at,
              corrected_at, decided_at, decided_by, outcome, word)
            select id, community_id, object, question_id, reply_id, opened_at, correction_asked_at,
              corrected_at, decided_at, decided_by, outcome, word from rereading_of_post
            """,
            """
            create table flag (
              rereading_id \(.integer) not null references rereading (id) on delete cascade,
              member_id    \(.integer) not null references member (id) on delete cascade,
              reason       text not null check (reason in ('patient', 'misplaced', 'hurtful', 'other')),
              words        text not null default '',
              flagged_at   \(.instant) not null,
              primary key (rereading_id, member_id)
            ) \(.strict)
            """,
            """
            insert into flag (rereading_id, member_id, reason, words, flagged_at)
            select rereading_id, member_id, reason, words, flagged_at from flag_of_post
            """,
            "drop table flag_of_post",
            "drop table rereading_of_post",
            "create unique index rereading_waiting on rereading (object) where decided_at is null",
            "create index rereading_by_community on rereading (community_id, opened_at) where decided_at is null",
            "create index rereading_by_question on rereading (question_id) where question_id is not null",
            "create index rereading_by_reply on rereading (reply_id) where reply_id is not null",
            "create index rereading_by_announcement on rereading (announcement_id) where announcement_id is not null",
            "create index rereading_by_word on rereading (word_id) where word_id is not null",
            "create index rereading_by_decider on rereading (decided_by) where decided_by is not null",
            "create index flag_by_member on flag (member_id)",
            "alter table incident rename to incident_of_post",
            """
            create table incident (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              object       text not null,
              question_id  \(.integer) references question (id) on delete cascade,
              detected_at  \(.instant) not null,
              hidden_at    \(.instant) not null,
              purged_at    \(.instant) not null,
              purged_by    \(.integer) references member (id) on delete set null,
              -- What the search looks for, as numbers and not as text; forgotten once it has looked.
              traces       text,
              proof        text,
              proved_at    \(.instant)
            ) \(.strict)
            """,
            """
            insert into incident (id, community_id, object, question_id, detected_at, hidden_at, purged_at, purged_by,
              traces, proof, proved_at)
            select id, community_id, object, question_id, detected_at, hidden_at, purged_at, purged_by,
              traces, proof, proved_at from incident_of_post
            """,
            "drop table incident_of_post",
            "create index incident_by_community on incident (community_id, purged_at)",
            "create index incident_by_question on incident (question_id) where question_id is not null",
            "create index incident_by_purger on incident (purged_by) where purged_by is not null",
            countOn("rereading"), countOn("incident")
        )
    ]

    /// Rows that were copied with their numbers leave the next one to be said, on PostgreSQL.
    private static func countOn(_ table: String) -> SQL {
        SQL(
            sqlite: "select 1",
            postgres:
                "select setval(pg_get_serial_sequence('\(table)', 'id'), coalesce((select max(id) from \(table)), 0) + 1, false)"
        )
    }
}
