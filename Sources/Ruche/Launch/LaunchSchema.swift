import Persistence

enum LaunchSchema {
    static let migrations = [
        Migration(
            "needs and objectives",
            """
            create table need (
              id            \(.id),
              community_id  \(.integer) not null references community (id) on delete cascade,
              author_id     \(.integer) not null references member (id),
              statement     text not null check (statement <> ''),
              reach         text not null default '',
              baseline      text not null default '',
              raised_at     \(.instant) not null,
              owner_id      \(.integer) references member (id) on delete set null,
              retained_at   \(.instant),
              set_aside_at  \(.instant),
              reason        text,
              remeasured    text,
              remeasured_at \(.instant),
              version       \(.integer) not null default 1
            ) \(.strict)
            """,
            "create index need_by_community on need (community_id)",
            "create index need_by_author on need (author_id)",
            "create index need_by_owner on need (owner_id) where owner_id is not null",
            """
            create table need_vote (
              need_id   \(.integer) not null references need (id) on delete cascade,
              member_id \(.integer) not null references member (id) on delete cascade,
              dots      \(.integer) not null check (dots between 1 and 8),
              voted_at  \(.instant) not null,
              primary key (need_id, member_id)
            ) \(.strict)
            """,
            "create index need_vote_by_member on need_vote (member_id)",
            """
            create table objective (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id),
              title        text not null check (title <> ''),
              practice     text not null default '',
              for_whom     text not null default '',
              measure      text not null default '',
              baseline     text not null default '',
              due_at       \(.instant),
              owner_id     \(.integer) references member (id) on delete set null,
              need_id      \(.integer) references need (id) on delete set null,
              created_at   \(.instant) not null,
              adopted_at   \(.instant),
              closed_at    \(.instant),
              outcome      text check (outcome in ('reached', 'partial', 'dropped')),
              closing      text,
              version      \(.integer) not null default 1,
              check ((closed_at is null) = (outcome is null) and (closed_at is null) = (closing is null))
            ) \(.strict)
            """,
            "create index objective_by_community on objective (community_id)",
            "create index objective_by_author on objective (author_id)",
            "create index objective_by_owner on objective (owner_id) where owner_id is not null",
            "create index objective_by_need on objective (need_id) where need_id is not null",
            """
            create table objective_cell (
              id           \(.id),
              objective_id \(.integer) not null references objective (id) on delete cascade,
              label        text not null check (label <> ''),
              is_on        \(.integer) not null default 0,
              unique (objective_id, label)
            ) \(.strict)
            """
        ),
        Migration(
            "objective series",
            """
            create table objective_point (
              id           \(.id),
              objective_id \(.integer) not null references objective (id) on delete cascade,
              day          text not null,
              team         text not null default '',
              numerator    \(.integer) not null check (numerator >= 0),
              denominator  \(.integer) not null check (denominator >= numerator and denominator > 0),
              noted_by     \(.integer) references member (id) on delete set null,
              noted_at     \(.instant) not null,
              unique (objective_id, day, team)
            ) \(.strict)
            """,
            "create index objective_point_by_author on objective_point (noted_by) where noted_by is not null"
        ),
        Migration(
            "mid-term reviews", "alter table objective add column mid_review text",
            "alter table objective add column mid_reviewed_at \(.instant)"
        ),
    ]
}
