import Persistence

enum RulesSchema {
    static let migrations = [
        // A rhythm ends on a day: occasions before it are those that it wanted.
        Migration(
            "past rhythms",
            """
            create table past_rhythm (
              community_id \(.integer) not null references community (id) on delete cascade,
              until_day    text not null,
              first_day    text not null,
              weeks        \(.integer) not null,
              territory    text not null,
              silences     text not null,
              primary key (community_id, until_day)
            ) \(.strict)
            """
        ),
        // What members read when they were asked. Rules adopted before this was kept are taken to be those of today.
        Migration(
            "rules as proposed",
            """
            create table proposed_rule (
              decision_id \(.integer) not null references decision (id) on delete cascade,
              rule        text not null,
              value       text not null,
              primary key (decision_id, rule)
            ) \(.strict)
            """,
            """
            insert into proposed_rule (decision_id, rule, value)
            select d.id, v.field, v.value from decision d join step_value v on v.community_id = d.community_id
            where d.about = 'rules' and v.field in ('rhythm first', 'rhythm time', 'rhythm weeks', 'rhythm minutes', 'mode',
              'rhythm place', 'august silence', 'year end silence', 'quorum', 'agenda rule')
            """,
            """
            insert into proposed_rule (decision_id, rule, value)
            select d.id, 'promise', cast(c.promise_amount as text) || ' ' || c.promise_unit
            from decision d join community c on c.id = d.community_id where d.about = 'rules'
            """,
            """
            insert into proposed_rule (decision_id, rule, value)
            select d.id, 'zone', c.zone from decision d join community c on c.id = d.community_id where d.about = 'rules'
            """,
            """
            insert into proposed_rule (decision_id, rule, value)
            select d.id, 'territory', c.territory from decision d join community c on c.id = d.community_id
            where d.about = 'rules'
            """,
            """
            insert into proposed_rule (decision_id, rule, value)
            select d.id, 'anonymity', case when c.takes_anonymous = 1 then 'yes' else '' end
            from decision d join community c on c.id = d.community_id where d.about = 'rules'
            """
        ),
        Migration("days of a community", "alter table community add column own_days text not null default ''"),
        // The day of a T0, with or without a figure: "aucun encore, le 26 novembre".
        Migration(
            "day of a start", "alter table planned_indicator add column baseline_on text not null default ''"
        ),
        Migration(
            "support letters", "alter table step_file add column is_letter \(.integer) not null default 0",
            "update step_file set is_letter = 1 where number = 1 and lower(name) like '%lettre%'"
        ),
        Migration("live replies of a check", "alter table self_check add column live \(.integer)"),
        // Names that came with an imported past wait for their person: they are no members yet.
        Migration(
            "members with an account",
            """
            update community set member_count = (
              select count(*) from member m where m.community_id = community.id and m.left_at is null
                and m.is_pending = 0 and m.role in ('facilitator', 'member'))
            """
        ),
    ]
}
