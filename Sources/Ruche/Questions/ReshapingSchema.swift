import Persistence

enum ReshapingSchema {
    static let migrations = [
        Migration(
            "exchanges split and joined",
            // An exchange that others were taken from or came to: its page looks for the traces only then.
            "alter table question add column is_reshaped \(.integer) not null default 0",
            // The exchange that this one is a part of by now; nothing of its words is left here.
            "alter table question add column merged_into_id \(.integer) references question (id) on delete set null",
            "create index question_by_merger on question (merged_into_id) where merged_into_id is not null",
            """
            create table reshaping (
              id        \(.id),
              kind      text not null check (kind in ('split', 'merge')),
              from_id   \(.integer) not null references question (id) on delete cascade,
              into_id   \(.integer) not null references question (id) on delete cascade,
              mover_id  \(.integer) references member (id) on delete set null,
              reason    text not null,
              made_at   \(.instant) not null
            ) \(.strict)
            """,
            "create index reshaping_by_origin on reshaping (from_id)",
            "create index reshaping_by_target on reshaping (into_id)",
            "create index reshaping_by_mover on reshaping (mover_id) where mover_id is not null",
            // Where a reply stood before: its former address leads on.
            """
            create table moved_reply (
              question_id  \(.integer) not null references question (id) on delete cascade,
              number       \(.integer) not null,
              reply_id     \(.integer) not null references reply (id) on delete cascade,
              reshaping_id \(.integer) not null references reshaping (id) on delete cascade,
              primary key (question_id, number)
            ) \(.strict)
            """,
            "create index moved_reply_by_reply on moved_reply (reply_id)",
            "create index moved_reply_by_reshaping on moved_reply (reshaping_id)",
            """
            create table merge_proposal (
              question_id \(.integer) primary key references question (id) on delete cascade,
              into_id     \(.integer) not null references question (id) on delete cascade,
              proposer_id \(.integer) references member (id) on delete set null,
              reason      text not null,
              proposed_at \(.instant) not null,
              declined_at \(.instant)
            ) \(.strict)
            """,
            "create index merge_proposal_by_target on merge_proposal (into_id)",
            "create index merge_proposal_by_proposer on merge_proposal (proposer_id) where proposer_id is not null"
        ),
        Migration(
            "pinned exchanges",
            """
            create table pin (
              question_id  \(.integer) primary key references question (id) on delete cascade,
              community_id \(.integer) not null references community (id) on delete cascade,
              pinned_by    \(.integer) references member (id) on delete set null,
              reason       text not null,
              until        text not null,
              pinned_at    \(.instant) not null,
              check (reason <> '' or until <> '')
            ) \(.strict)
            """,
            "create index pin_by_community on pin (community_id)",
            "create index pin_by_pinner on pin (pinned_by) where pinned_by is not null",
            // For oneself alone.
            """
            create table unpinned (
              member_id   \(.integer) not null references member (id) on delete cascade,
              question_id \(.integer) not null references pin (question_id) on delete cascade,
              primary key (question_id, member_id)
            ) \(.strict)
            """,
            "create index unpinned_by_member on unpinned (member_id)"
        ),
        Migration(
            "unread again",
            // When its reader said that they had not read it after all.
            "alter table read_position add column unread_at \(.instant)",
            // What happened before it is read, and what it was before, for whoever changes their mind.
            "alter table member add column all_read_at \(.instant)",
            "alter table member add column all_read_before \(.instant)"
        ),
        Migration(
            "proposed titles",
            """
            create table title_proposal (
              question_id \(.integer) primary key references question (id) on delete cascade,
              title       text not null check (title <> ''),
              proposer_id \(.integer) references member (id) on delete set null,
              reason      text not null,
              proposed_at \(.instant) not null
            ) \(.strict)
            """,
            "create index title_proposal_by_proposer on title_proposal (proposer_id) where proposer_id is not null"
        ),
    ]
}
