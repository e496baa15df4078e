import Persistence

extension SafetyActs {
    /// Shows a facilitator the text of a post that is hidden: an act, since it is read for the group.
    package func read(_ id: Rereading.ID) throws -> PostOnFile {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let rereading = try act.view.safety.find(id)
        let post = try act.view.safety.post(rereading.post)
        try act.record(.readHiddenPost, rereading.post.subject, within: .question(rereading.question))
        return post
    }

    /// Answers the flags of a post. Its author and those who flagged it are told, and the act stands in the log.
    /// - Parameters:
    ///   - word: why, for all to read; may be empty when the post is erased.
    ///   - salt: chance, for the search that follows an erasing.
    /// - Returns: the incident, when it was erased.
    @discardableResult
    package func decide(_ id: Rereading.ID, _ verdict: Verdict, word: String, salt: UInt64) throws -> Incident.ID? {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let rereading = try act.view.safety.find(id)
        try rereading.allow(verdict, by: try act.member)
        let word = try word.line(limit: 500, field: "mot") ?? ""
        guard verdict == .purge || !word.isEmpty else {
            throw Refusal("Dites pourquoi, en une phrase : l’auteur et les autres la liront.", field: "mot")
        }
        try act.guardPatients(in: [word], isConfirmed: false)
        let post = try act.view.safety.post(rereading.post)
        switch verdict {
        case .putBack: try putBack(rereading, post, word)
        case .askCorrection: try askCorrection(of: rereading, post, word)
        case .remove: try remove(rereading, post, word)
        case .purge:
            let incident = try purge(post, salt: salt)
            try conclude(rereading, .purged, word, verb: .purgedPost)
            return incident
        }
        return nil
    }

    private func putBack(_ rereading: Rereading, _ post: PostOnFile, _ word: String) throws {
        try show(post)
        try conclude(rereading, .putBack, word, verb: .putBackPost)
        try tellFlaggers(of: rereading.id, post, .putBack, word: word)
        // Whose post was never hidden has nothing to know.
        guard post.hiddenAt != nil else { return }
        try tellAuthor(of: post, .putBack, word: word, key: "reread/\(rereading.id)/\(act.now.milliseconds)")
    }

    private func askCorrection(of rereading: Rereading, _ post: PostOnFile, _ word: String) throws {
        _ = try hide(post)
        try act.execute(
            "update rereading set correction_asked_at = \(act.now), word = \(word) where id = \(rereading.id)")
        try act.record(
            .askedCorrection, rereading.post.subject, within: .question(rereading.question), ["word": word])
        try act.desk.settled(.readAgain, "rereading/\(rereading.id)", by: act.member)
        try tellAuthor(
            of: post, .correctionAsked, word: word, key: "correction/\(rereading.id)/\(act.now.milliseconds)")
    }

    private func remove(_ rereading: Rereading, _ post: PostOnFile, _ word: String) throws {
        _ = try hide(post)
        if case .reply(let id) = post.post { try act.questions.releaseSolution(id, of: post.question) }
        try conclude(rereading, .removed, word, verb: .removedPost)
        try tell(rereading, post, .removed, .removed, word)
    }

    private func conclude(_ rereading: Rereading, _ outcome: Rereading.Outcome, _ word: String, verb: Verb) throws {
        try end(rereading, outcome, word, by: try act.member)
        try act.record(
            verb, rereading.post.subject, within: .question(rereading.question), word.isEmpty ? [:] : ["word": word])
    }

    /// - Parameter member: nil when its author's own correction ended it.
    func end(_ rereading: Rereading, _ outcome: Rereading.Outcome, _ word: String, by member: Member.ID?) throws {
        try act.execute(
            """
            update rereading set decided_at = \(act.now), decided_by = \(member), outcome = \(outcome), word = \(word)
            where id = \(rereading.id)
            """)
        // What was said of a patient to explain a flag is kept no longer than the question it asked.
        try act.execute("update flag set words = '' where rereading_id = \(rereading.id) and reason = 'patient'")
        try act.execute("delete from queue_taking where item = \(QueueItem.Key.rereading(rereading.id).text)")
        try act.desk.settled(.readAgain, "rereading/\(rereading.id)", by: act.actor.isFacilitator ? member : nil)
    }

    private func tell(
        _ rereading: Rereading, _ post: PostOnFile, _ outcome: Rereading.Outcome, _ news: RereadingNews, _ word: String
    ) throws {
        try tellFlaggers(of: rereading.id, post, outcome, word: word)
        guard post.author.id != act.actor.member else { return }
        try tellAuthor(of: post, news, word: word, key: "reread/\(rereading.id)/\(act.now.milliseconds)")
    }
}
