import Persistence

enum LifeSchema {
    static let migrations = [
        Migration(
            "quorum of reviews",
            "alter table review add column quorum \(.integer)",
            "alter table review add column revoked_at \(.instant)"
        ),
        // The journal knew the moment of each sheet; the order of the rows, in which they had come.
        Migration(
            "sheets without moment",
            "delete from journal where verb = 'answered survey'",
            "alter table survey_answer rename to survey_answer_by_arrival",
            """
            create table survey_answer (
              question_id \(.integer) not null references survey_question (id) on delete cascade,
              sheet       text not null,
              survey_id   \(.integer) not null references survey (id) on delete cascade,
              choice      \(.integer),
              words       text not null default '',
              primary key (question_id, sheet)
            ) \(SQL(sqlite: "strict, without rowid", postgres: ""))
            """,
            """
            insert into survey_answer (question_id, sheet, survey_id, choice, words)
            select question_id, sheet, survey_id, choice, words from survey_answer_by_arrival order by sheet, question_id
            """,
            "drop table survey_answer_by_arrival",
            "create index survey_answer_by_sheet on survey_answer (survey_id, sheet)"
        ),
        // What the group agreed to, beside what it became. Of older objectives, the words of today are the best known.
        Migration(
            "adopted wordings",
            """
            create table adopted_wording (
              objective_id \(.integer) primary key references objective (id) on delete cascade,
              title        text not null,
              practice     text not null,
              for_whom     text not null,
              measure      text not null,
              baseline     text not null,
              due_at       \(.instant)
            ) \(.strict)
            """,
            """
            insert into adopted_wording (objective_id, title, practice, for_whom, measure, baseline, due_at)
            select id, title, practice, for_whom, measure, baseline, due_at from objective where adopted_at is not null
            """
        ),
    ]
}
