import Persistence

enum SearchSchema {
    static let migrations = [
        Migration("marks of posts", QuestionSchema.search.migration(adding: PostMarks.expression)),
        Vocabulary.migration, SynonymSchema.migration,
    ]
}
