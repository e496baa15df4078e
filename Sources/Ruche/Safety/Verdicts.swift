import Persistence

extension SafetyActs {
    /// Shows a facilitator a text that was flagged, and nothing around it: an act, since it is read for the group.
    package func read(_ id: Rereading.ID) throws -> TextOnFile {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let text = try act.view.safety.text(act.view.safety.find(id).object)
        try record(.readHiddenPost, text)
        return text
    }

    /// Answers the flags of a text. Its author and those who flagged it are told, and the act stands in the log.
    /// - Parameters:
    ///   - word: why, for all to read; may be empty when the text is erased.
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
        let text = try act.view.safety.text(rereading.object)
        switch verdict {
        case .putBack: try putBack(rereading, text, word)
        case .askCorrection: try askCorrection(of: rereading, text, word)
        case .remove: try remove(rereading, text, word)
        case .purge:
            let incident = try purge(text, salt: salt)
            try conclude(rereading, text, .purged, word, verb: .purgedPost)
            return incident
        }
        return nil
    }

    private func putBack(_ rereading: Rereading, _ text: TextOnFile, _ word: String) throws {
        try show(text)
        try conclude(rereading, text, .putBack, word, verb: .putBackPost)
        try tellFlaggers(of: rereading.id, text, .putBack, word: word)
        // Whose text was never hidden has nothing to know.
        guard text.hiddenAt != nil else { return }
        try tellAuthor(of: text, .putBack, word: word, key: "reread/\(rereading.id)/\(act.now.milliseconds)")
    }

    private func askCorrection(of rereading: Rereading, _ text: TextOnFile, _ word: String) throws {
        _ = try hide(text)
        try act.execute(
            "update rereading set correction_asked_at = \(act.now), word = \(word) where id = \(rereading.id)")
        try record(.askedCorrection, text, ["word": word])
        try act.desk.settled(.readAgain, "rereading/\(rereading.id)", by: act.member)
        try tellAuthor(
            of: text, .correctionAsked, word: word, key: "correction/\(rereading.id)/\(act.now.milliseconds)")
    }

    private func remove(_ rereading: Rereading, _ text: TextOnFile, _ word: String) throws {
        _ = try hide(text)
        try releaseSolution(text)
        try conclude(rereading, text, .removed, word, verb: .removedPost)
        try tell(rereading, text, .removed, .removed, word)
    }

    /// A reply that is taken away is no solution any more.
    func releaseSolution(_ text: TextOnFile) throws {
        guard case .post(.reply(let id)) = text.object, let question = text.place.question else { return }
        try act.questions.releaseSolution(id, of: question)
    }

    private func conclude(
        _ rereading: Rereading, _ text: TextOnFile, _ outcome: Rereading.Outcome, _ word: String, verb: Verb
    ) throws {
        try end(rereading, outcome, word, by: try act.member)
        try record(verb, text, word.isEmpty ? [:] : ["word": word])
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
        _ rereading: Rereading, _ text: TextOnFile, _ outcome: Rereading.Outcome, _ news: RereadingNews, _ word: String
    ) throws {
        try tellFlaggers(of: rereading.id, text, outcome, word: word)
        guard text.author.id != act.actor.member else { return }
        try tellAuthor(of: text, news, word: word, key: "reread/\(rereading.id)/\(act.now.milliseconds)")
    }
}
