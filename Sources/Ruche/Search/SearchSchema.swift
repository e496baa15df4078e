import Persistence

enum SearchSchema {
    static let migrations = [
        Migration("marks of posts", QuestionSchema.search.migration(adding: PostMarks.expression)),
        Vocabulary.migration, SynonymSchema.migration,
        Migration(
            "useful replies of an exchange",
            """
            create index reply_useful on reply (question_id, author_id, replied_at, is_nameless)
            where useful_count > 0 and deleted_at is null
            """),
    ]

    /// After every room that gives an exchange a state.
    static let laterMigrations = [
        Migration(
            "states and times beside the index",
            """
            create index question_states on question
              (id, kind, answered_at, useful_at, resolved_at, applied_at, closed_at, retained_id, asked_at)
            """,
            "create index reply_times on reply (question_id, number, replied_at)"),
        PostSpans.migration,
    ]

    static let latestMigrations = [
        Migration("states as marks", PostMarks.statesMigration)
    ]
}
