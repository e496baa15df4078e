import Persistence

extension SafetyActs {
    /// What stands in the place of an erased text; no page shows it.
    private static let tombstone = "Message effacé"

    /// Erases a post: its texts, their history, drafts and letters that quote it, its files. What stays is the place
    /// that it had. A job then looks for what may be left, and writes what it found on the incident.
    /// - Parameter salt: chance.
    func purge(_ post: PostOnFile, salt: UInt64) throws -> Incident.ID {
        let texts = try everyText(of: post)
        for quote in try act.view.safety.quoting(post) {
            try hide(quote, asQuoting: post, flaggedBy: act.actor.member)
        }
        let detectedAt =
            try act.transaction.value(
                """
                select min(g.flagged_at) from flag g join rereading f on f.id = g.rereading_id
                where f.object = \(post.post.subject) and g.reason = 'patient'
                """, as: Instant.self) ?? act.now
        _ = try hide(post)
        if case .reply(let id) = post.post { try act.questions.releaseSolution(id, of: post.question) }
        let files = try eraseFiles(of: post)
        try erase(post)
        try forget(Passages(texts), of: post)
        let incident: Incident.ID = try act.insert(
            """
            insert into incident (community_id, object, question_id, detected_at, hidden_at, purged_at, purged_by, traces)
            values (\(try act.community), \(post.post.subject), \(post.question), \(detectedAt),
                \(post.hiddenAt ?? act.now), \(act.now), \(act.actor.member),
                \(try JSONText.encode(TextTraces(of: texts, files: files, salt: salt))))
            returning id
            """)
        try act.jobs.add(.proof, key: Job.key(ofProof: incident))
        return incident
    }

    /// As it is and as it was, with what only a question has.
    private func everyText(of post: PostOnFile) throws -> [String] {
        var texts = [post.title, post.body] + post.others
        try act.transaction.each(
            "select title, body, details, reason from post_version where object = \(post.post.subject)"
        ) { row in
            texts += [try row[0], try row[1], try row[3]]
            let details: String = try row[2]
            if !details.isEmpty { texts += (try JSONText.decode(details) as PostDetails).texts }
        }
        if case .question(let id) = post.post {
            texts += try act.view.questions.topics(of: id).map(\.name)
            try act.transaction.each("select closing_word, thanks from question where id = \(id)") { row in
                texts += [try row[0] as String?, try row[1] as String?].compactMap { $0 }
            }
        }
        texts += try act.transaction.column(
            "select name from attachment where question_id = \(post.question) and number = \(post.number)")
        try act.transaction.each(
            "select description, text from attachment where question_id = \(post.question) and number = \(post.number)"
        ) { row in texts += [try row[0], try row[1]] }
        return texts
    }

    /// - Returns: the hashes of the files that no other post shows.
    private func eraseFiles(of post: PostOnFile) throws -> [String] {
        let hashes = try act.transaction.column(
            "select hash from attachment where question_id = \(post.question) and number = \(post.number)",
            as: String.self)
        try act.execute("delete from attachment where question_id = \(post.question) and number = \(post.number)")
        return try act.unused(hashes)
    }

    private func erase(_ post: PostOnFile) throws {
        try act.execute("delete from post_version where object = \(post.post.subject)")
        try act.execute("delete from evidence where question_id = \(post.question) and number = \(post.number)")
        switch post.post {
        case .question(let id):
            // What a second member has not read yet.
            try act.execute("delete from proposed_case where question_id = \(id)")
            // What its author said that it became.
            try act.execute("update follow_up set sentence = null where question_id = \(id)")
            try act.execute("update question set became_word = '' where id = \(id) and became is not null")
            try act.execute(
                """
                update question set title = \(Self.tombstone), body = '', html = '', constraints = null, tried = null,
                  needed_by = null, closing_word = null, thanks = null
                where id = \(id)
                """)
            try act.execute("delete from neighbour where question_id = \(id) or other_id = \(id)")
            let topics = try act.view.questions.topics(of: id).map(\.id)
            try act.execute("delete from question_topic where question_id = \(id)")
            // A subject that only this question had goes with it.
            try act.execute(
                """
                delete from topic where id in \(list: topics)
                  and not exists (select 1 from question_topic k where k.topic_id = topic.id)
                """)
        case .reply(let id):
            try act.execute(
                "update reply set body = \(Self.tombstone), html = '', at_ours = null where id = \(id)")
        }
    }

    /// Takes passages out of all that Ruche itself made of a post: drafts, letters, copies, words said about it. What
    /// other members wrote is theirs: the proof tells where they quote it.
    func forget(_ passages: Passages, of post: PostOnFile) throws {
        try act.execute("delete from draft where \(passages.stand(in: "fields"))")
        try act.execute("delete from digest_line where \(passages.stand(in: "letter"))")
        try act.execute("delete from data_copy where json is not null and (\(passages.stand(in: "json")))")
        try act.execute("delete from mail where state = 'queued' and (\(passages.stand(in: "letter")))")
        try act.execute(
            """
            update mail set letter = '', subject = null, text = null
            where \(passages.stand(in: "letter || coalesce(subject, '') || coalesce(text, '')"))
            """)
        try act.execute(
            """
            update flag set words = '' where words <> '' and (\(passages.stand(in: "words"))
              or rereading_id in (select id from rereading where object = \(post.post.subject)))
            """)
        // A synthesis is drawn from the post and has no author to ask: it goes, with its history.
        let synthesis = "synthesis/\(post.question)"
        let drawn = try act.execute(
            "delete from synthesis where question_id = \(post.question) and (\(passages.stand(in: "body")))")
        if drawn > 0 { try act.execute("delete from post_version where object = \(synthesis)") }
        try act.execute(
            "delete from post_version where object = \(synthesis) and (\(passages.stand(in: "body")))")
        try act.execute("delete from proposed_case where \(passages.stand(in: "draft"))")
        try act.execute("update bookmark set name = '' where name <> '' and (\(passages.stand(in: "name")))")
        try act.execute(
            """
            update solicitation set reason = \(try JSONText.encode(SolicitationReason.setting))
            where question_id = \(post.question) and (\(passages.stand(in: "reason")))
            """)
        try act.execute("update rereading set word = '' where word <> '' and (\(passages.stand(in: "word")))")
        try act.execute(
            "update journal set details = null where details is not null and (\(passages.stand(in: "details")))")
    }
}

extension Act {
    /// Erases a post by its name, for whoever runs the server: "question/42", "reply/7".
    /// - Parameter salt: chance.
    package func purge(_ object: String, salt: UInt64) throws -> (community: Community.ID, incident: Incident.ID) {
        guard let post = Post(named: object) else {
            throw Refusal("Nommez un message : question/42, ou reply/7.")
        }
        guard
            let community = try transaction.value(
                "select community_id from \(post.table) where id = \(post.row)", as: Community.ID.self)
        else { throw Refusal("Ce message n’existe pas.", kind: .notFound) }
        let inside = Act(transaction, by: Actor(community: community), at: now, through: channel)
        return (community, try inside.safety.purge(post, salt: salt))
    }
}

extension SafetyActs {
    fileprivate func purge(_ post: Post, salt: UInt64) throws -> Incident.ID {
        let known = try act.transaction.value(
            "select id from incident where object = \(post.subject) limit 1", as: Incident.ID.self)
        guard known == nil else { throw Refusal("Ce message est déjà effacé.", kind: .conflict) }
        let onFile = try act.view.safety.post(post)
        let rereading = try act.view.safety.open(for: post) ?? act.view.safety.find(open(onFile))
        let incident = try purge(onFile, salt: salt)
        try end(rereading, .purged, "", by: nil)
        try act.record(.purgedPost, post.subject, within: .question(onFile.question))
        return incident
    }
}

extension Post {
    /// "question/42", "reply/7"; nil for any other text.
    init?(named text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "question":
            guard let id = Question.ID(parts[1]) else { return nil }
            self = .question(id)
        case "reply":
            guard let id = Reply.ID(parts[1]) else { return nil }
            self = .reply(id)
        default: return nil
        }
    }
}
