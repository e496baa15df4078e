import Persistence

extension View {
    package var imports: ImportQueries { ImportQueries(view: self) }
}

extension Act {
    package var imports: ImportActs { ImportActs(act: self) }
}

package struct ImportQueries {
    let view: View

    /// The imports of the community, the last first.
    package func all() throws -> [ImportBatch] {
        try view.transaction.all(
            ImportBatch.self,
            "select \(ImportBatch.columns) from import_batch where community_id = \(try view.community) order by id desc"
        )
    }

    package func refusals(of batch: ImportBatch.ID) throws -> [ImportReport.RefusedMessage] {
        try view.transaction.all(
            "select position, message, why from import_refusal where batch_id = \(batch) order by position limit 500"
        ) { .init(position: try $0[0], id: try $0[1], why: try $0[2]) }
    }
}

/// What an undo took away.
package struct UndoneImport: Sendable, Equatable {
    package var questions = 0
    package var replies = 0
    package var people = 0
    /// Files that nothing else uses: to be removed by whoever has the store.
    package var orphanFiles: [String] = []
}

package struct ImportActs {
    let act: Act

    /// Takes away everything that a batch brought, and nothing else.
    /// - Throws: a refusal when somebody has since replied in its threads, unless `force`.
    package func undo(_ batch: ImportBatch.ID, force: Bool = false) throws -> UndoneImport {
        let found = try act.transaction.value(
            "select community_id from import_batch where id = \(batch)", as: Community.ID.self)
        guard let community = found else { throw Refusal("Cet import n’existe pas.", kind: .notFound) }
        let since =
            try act.transaction.value(
                """
                select count(*) from reply r join question q on q.id = r.question_id
                where q.batch_id = \(batch) and (r.batch_id is null or r.batch_id <> \(batch))
                """, as: Int.self) ?? 0
        guard since == 0 || force else {
            throw Refusal(
                "Depuis l’import, %@ réponses ont été écrites dans ses échanges : elles partiraient avec lui.",
                String(since), kind: .conflict)
        }
        var undone = UndoneImport()
        let hashes = try act.transaction.column(
            """
            select distinct a.hash from attachment a join question q on q.id = a.question_id
            left join reply r on r.question_id = q.id and r.number = a.number where coalesce(r.batch_id, q.batch_id) = \(batch)
            """, as: String.self)
        let posts = try act.transaction.all(
            """
            select q.id, r.number, r.id from question q join reply r on r.question_id = q.id
            where q.batch_id = \(batch) or r.batch_id = \(batch)
            """
        ) { row in (question: try row[0] as Question.ID, number: try row[1] as Int, reply: try row[2] as Reply.ID) }
        let questions = try act.transaction.column(
            "select id from question where batch_id = \(batch)", as: Question.ID.self)
        for post in posts {
            try QuestionSchema.search.remove(
                PostNumber(post.question, post.number, in: community).row, in: act.transaction)
            try act.execute("delete from journal where object = \(Subject.reply(post.reply))")
            try act.execute("delete from post_version where object = \(Subject.reply(post.reply))")
        }
        for question in questions {
            try QuestionSchema.search.remove(PostNumber.rows(of: question, in: community), in: act.transaction)
            try Vocabulary(transaction: act.transaction).remove(question, in: community)
            try act.execute("delete from journal where object = \(Subject.question(question))")
            try act.execute("delete from post_version where object = \(Subject.question(question))")
            try act.execute("delete from draft where place = \(Draft.Place.reply(question).text)")
        }
        let elsewhere = Set(posts.map(\.question)).subtracting(questions)
        try act.execute(
            "delete from attachment where exists (select 1 from reply r where r.question_id = attachment.question_id and r.number = attachment.number and r.batch_id = \(batch))"
        )
        undone.replies = posts.count
        try act.execute("delete from reply where batch_id = \(batch)")
        undone.questions = try act.execute("delete from question where batch_id = \(batch)")
        for question in elsewhere.sorted() { try act.questions.recountReplies(of: question) }
        undone.people = try act.execute(
            """
            delete from member where batch_id = \(batch) and person_id is null
              and not exists (select 1 from question q where q.author_id = member.id)
              and not exists (select 1 from reply r where r.author_id = member.id)
            """)
        try act.execute("delete from import_batch where id = \(batch)")
        undone.orphanFiles = try act.unused(hashes)
        let inside = Act(act.transaction, by: Actor(community: community), at: act.now, through: act.channel)
        try inside.members.recount(community)
        try act.execute(
            """
            update community set open_question_count = (
              select count(*) from question where community_id = \(community) and deleted_at is null
                and resolved_at is null and closed_at is null)
            where id = \(community)
            """)
        try inside.record(.undidImport, .batch(batch.rawValue), ["questions": String(undone.questions)])
        return undone
    }
}
