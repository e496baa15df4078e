import Persistence

enum FacilitationSchema {
    static let migrations = [
        Migration(
            "facilitation desk",
            """
            create table desk_slot (
              community_id \(.integer) not null references community (id) on delete cascade,
              day          text not null,
              place        \(.integer) not null check (place between 1 and 3),
              kind         text not null,
              object       text not null,
              state        text not null default 'proposed' check (state in ('proposed', 'done', 'postponed')),
              member_id    \(.integer) references member (id) on delete set null,
              handled_at   \(.instant),
              primary key (community_id, day, place)
            ) \(.strict)
            """,
            "create index desk_slot_by_member on desk_slot (member_id) where member_id is not null",
            """
            create table gesture_pause (
              community_id \(.integer) not null references community (id) on delete cascade,
              object       text not null,
              kind         text not null,
              times        \(.integer) not null,
              -- Null: not proposed any more.
              until        \(.instant),
              primary key (community_id, object, kind)
            ) \(.strict)
            """,
            """
            create table gesture_mute (
              member_id \(.integer) not null references member (id) on delete cascade,
              kind      text not null,
              muted_at  \(.instant) not null,
              primary key (member_id, kind)
            ) \(.strict)
            """,
            """
            create table gesture_done (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              kind         text not null,
              object       text not null,
              -- Whom it concerns, who reads what is noted of it.
              about_id     \(.integer) references member (id) on delete cascade,
              -- They wrote the post without their name: nobody reads it here.
              is_nameless  \(.integer) not null default 0,
              question_id  \(.integer) references question (id) on delete set null,
              done_by      \(.integer) references member (id) on delete set null,
              done_at      \(.instant) not null,
              is_letter    \(.integer) not null,
              note         text not null default ''
            ) \(.strict)
            """,
            "create index gesture_done_by_object on gesture_done (community_id, object, kind, done_at)",
            "create index gesture_done_by_date on gesture_done (community_id, done_at, id)",
            "create index gesture_done_by_member on gesture_done (done_by) where done_by is not null",
            "create index gesture_done_by_question on gesture_done (question_id) where question_id is not null",
            "create index gesture_done_about on gesture_done (about_id) where about_id is not null",
            """
            create table message_template (
              community_id \(.integer) not null references community (id) on delete cascade,
              kind         text not null,
              text         text not null check (text <> ''),
              written_by   \(.integer) references member (id) on delete set null,
              written_at   \(.instant) not null,
              primary key (community_id, kind)
            ) \(.strict)
            """,
            "create index message_template_by_member on message_template (written_by) where written_by is not null",
            // Somebody who manages another at work does not see what is said of their silence.
            """
            create table hierarchy (
              manager_id  \(.integer) not null references member (id) on delete cascade,
              member_id   \(.integer) not null references member (id) on delete cascade,
              declared_by \(.integer) references member (id) on delete set null,
              declared_at \(.instant) not null,
              primary key (manager_id, member_id)
            ) \(.strict)
            """,
            "create index hierarchy_by_member on hierarchy (member_id)",
            "create index hierarchy_by_declarer on hierarchy (declared_by) where declared_by is not null",
            """
            create table quiet_refusal (
              member_id  \(.integer) primary key references member (id) on delete cascade,
              refused_at \(.instant) not null
            ) \(.strict)
            """,
            // The four marks, found once a day.
            """
            create table desk_balance (
              community_id \(.integer) primary key references community (id) on delete cascade,
              day          text not null,
              balance      text not null
            ) \(.strict)
            """,
            // What the desk reads each time it is opened.
            """
            create index question_open on question (community_id, last_activity_at)
            where deleted_at is null and resolved_at is null and closed_at is null and batch_id is null
            """,
            """
            create index question_unsolved on question (community_id, last_activity_at)
            where deleted_at is null and resolved_at is null and closed_at is null and batch_id is null
              and useful_at is null
            """,
            "create index useful_mark_by_date on useful_mark (marked_at)"
        )
    ]
}
