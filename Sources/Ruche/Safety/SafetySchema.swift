import Persistence

enum SafetySchema {
    static let migrations = [
        Migration(
            "flags",
            // A hidden post is also a deleted one (`deleted_at`), so that every reader leaves it out; this says why.
            "alter table question add column hidden_at \(.instant)",
            "alter table reply add column hidden_at \(.instant)",
            """
            create table rereading (
              id                  \(.id),
              community_id        \(.integer) not null references community (id) on delete cascade,
              object              text not null,
              question_id         \(.integer) not null references question (id) on delete cascade,
              reply_id            \(.integer) references reply (id) on delete cascade,
              opened_at           \(.instant) not null,
              correction_asked_at \(.instant),
              corrected_at        \(.instant),
              decided_at          \(.instant),
              decided_by          \(.integer) references member (id) on delete set null,
              outcome             text check (outcome in ('put back', 'corrected', 'removed', 'purged')),
              word                text not null default '',
              check ((decided_at is null) = (outcome is null))
            ) \(.strict)
            """,
            "create unique index rereading_waiting on rereading (object) where decided_at is null",
            "create index rereading_by_community on rereading (community_id, opened_at) where decided_at is null",
            "create index rereading_by_question on rereading (question_id)",
            "create index rereading_by_reply on rereading (reply_id) where reply_id is not null",
            "create index rereading_by_decider on rereading (decided_by) where decided_by is not null",
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
            "create index flag_by_member on flag (member_id)"
        ),
        Migration(
            "nameless posts",
            "alter table question add column is_nameless \(.integer) not null default 0",
            "alter table reply add column is_nameless \(.integer) not null default 0"
        ),
        Migration(
            "incidents",
            """
            create table incident (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              object       text not null,
              question_id  \(.integer) not null references question (id) on delete cascade,
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
            "create index incident_by_community on incident (community_id, purged_at)",
            "create index incident_by_question on incident (question_id)",
            "create index incident_by_purger on incident (purged_by) where purged_by is not null"
        ),
        Migration(
            "review queue",
            """
            create table confirmation (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              member_id    \(.integer) not null references member (id) on delete cascade,
              confirmed_at \(.instant) not null,
              kinds        text not null,
              seen_at      \(.instant),
              seen_by      \(.integer) references member (id) on delete set null
            ) \(.strict)
            """,
            """
            insert into confirmation (community_id, member_id, confirmed_at, kinds)
            select community_id, member_id, at, coalesce(\(.json("details", "kinds")), '') from journal
            where verb = 'confirmed not a patient' and community_id is not null and member_id is not null
            """,
            "create index confirmation_waiting on confirmation (community_id, confirmed_at) where seen_at is null",
            "create index confirmation_by_member on confirmation (member_id)",
            "create index confirmation_by_reader on confirmation (seen_by) where seen_by is not null",
            """
            create table queue_taking (
              item         text not null primary key,
              community_id \(.integer) not null references community (id) on delete cascade,
              member_id    \(.integer) not null references member (id) on delete cascade,
              taken_at     \(.instant) not null
            ) \(.strict)
            """,
            "create index queue_taking_by_community on queue_taking (community_id)",
            "create index queue_taking_by_member on queue_taking (member_id)"
        ),
    ]
}
