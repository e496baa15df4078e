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
}
