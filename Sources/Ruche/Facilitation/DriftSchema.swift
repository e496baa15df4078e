import Persistence

enum DriftSchema {
    static let migrations = [
        Migration(
            "drift gauges",
            // Pages read in a day, by kind, and nobody's.
            """
            create table page_view (
              community_id \(.integer) not null references community (id) on delete cascade,
              day          text not null,
              kind         text not null check (kind in ('document', 'practice', 'exchange', 'outside')),
              count        \(.integer) not null check (count > 0),
              primary key (community_id, day, kind)
            ) \(.strict)
            """,
            """
            create table drift_reading (
              community_id \(.integer) not null references community (id) on delete cascade,
              monday       text not null,
              part         text not null,
              numerator    \(.integer) not null,
              denominator  \(.integer) not null,
              value        \(.real),
              state        text not null check (state in ('unknown', 'ok', 'watch', 'drift')),
              -- The Monday on which it came to this state.
              since        text not null,
              missing      text,
              check ((value is null) = (missing is not null)),
              primary key (community_id, monday, part)
            ) \(.strict)
            """,
            """
            create table resource_use (
              resource_id \(.integer) not null references resource (id) on delete cascade,
              question_id \(.integer) not null references question (id) on delete cascade,
              linked_at   \(.instant) not null,
              -- Nobody: an exchange was seen to give its address.
              linked_by   \(.integer) references member (id) on delete set null,
              primary key (resource_id, question_id)
            ) \(.strict)
            """,
            "create index resource_use_by_question on resource_use (question_id)",
            "create index resource_use_by_member on resource_use (linked_by) where linked_by is not null"
        )
    ]
}
