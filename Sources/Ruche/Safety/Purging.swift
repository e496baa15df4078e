import Persistence

extension SafetyActs {
    /// What stands in the place of an erased text; no page shows it.
    private static let tombstone = "Message effacé"

    /// Erases a text: its words, their history, drafts and letters that quote it, its files. What stays is the place
    /// that it had. A job then looks for what may be left, and writes what it found on the incident.
    /// - Parameter salt: chance.
    func purge(_ text: TextOnFile, salt: UInt64) throws -> Incident.ID {
        let words = try everyText(of: text)
        let telling = Passages(telling: words, titles: try everyTitle(of: text))
        for quote in try act.view.safety.quoting(text) {
            try hide(quote, asQuoting: text, flaggedBy: act.actor.member)
        }
        let detectedAt =
            try act.transaction.value(
                """
                select min(g.flagged_at) from flag g join rereading f on f.id = g.rereading_id
                where f.object = \(text.object.subject) and g.reason = 'patient'
                """, as: Instant.self) ?? act.now
        _ = try hide(text)
        try releaseSolution(text)
        let files = try eraseFiles(of: text, telling)
        try erase(text)
        try forget(telling, of: text)
        let incident: Incident.ID = try act.insert(
            """
            insert into incident (community_id, object, question_id, detected_at, hidden_at, purged_at, purged_by, traces)
            values (\(try act.community), \(text.object.subject), \(text.place.question), \(detectedAt),
                \(text.hiddenAt ?? act.now), \(act.now), \(act.actor.member),
                \(try JSONText.encode(TextTraces(of: words, files: files, salt: salt))))
            returning id
            """)
        try act.jobs.add(.proof, key: Job.key(ofProof: incident))
        return incident
    }

    func everyTitle(of text: TextOnFile) throws -> [String] {
        try [text.title]
            + act.transaction.column(
                "select title from post_version where object = \(text.object.subject)", as: String.self)
    }

    /// As it is and as it was, with what only a question has.
    private func everyText(of text: TextOnFile) throws -> [String] {
        var texts = text.texts
        try act.transaction.each(
            "select title, body, details, reason from post_version where object = \(text.object.subject)"
        ) { row in
            texts += [try row[0], try row[1], try row[3]]
            let details: String = try row[2]
            if !details.isEmpty { texts += (try JSONText.decode(details) as PostDetails).texts }
        }
        if case .post(.question(let id)) = text.object {
            texts += try act.view.questions.topics(of: id).map(\.name)
            try act.transaction.each("select closing_word, thanks from question where id = \(id)") { row in
                texts += [try row[0] as String?, try row[1] as String?].compactMap { $0 }
            }
        }
        guard case .thread(let question, let number) = text.place else { return texts }
        try act.transaction.each(
            "select name, description, text from attachment where question_id = \(question) and number = \(number)"
        ) { row in texts += [try row[0], try row[1], try row[2]] }
        return texts
    }

    /// With those that were joined to a form which was refused, and sent again.
    /// - Returns: the hashes of the files that no other post shows.
    private func eraseFiles(of text: TextOnFile, _ telling: Passages) throws -> [String] {
        guard case .thread(let question, let number) = text.place else { return [] }
        let hashes = try act.transaction.column(
            "select hash from attachment where question_id = \(question) and number = \(number)", as: String.self)
        try act.execute("delete from attachment where question_id = \(question) and number = \(number)")
        try act.execute("delete from evidence where question_id = \(question) and number = \(number)")
        let joined = try act.transaction.column(
            """
            delete from upload where hash in \(list: hashes) or \(telling.stand(in: "name || ' ' || description || ' ' || text"))
            returning hash
            """, as: String.self)
        return try act.unused(hashes + joined)
    }

    private func erase(_ text: TextOnFile) throws {
        try act.execute("delete from post_version where object = \(text.object.subject)")
        switch text.object {
        case .post(.question(let id)): try erase(id)
        case .post(.reply(let id)):
            try act.execute(
                "update reply set body = \(Self.tombstone), html = '', at_ours = null where id = \(id)")
        case .announcement(let id):
            try act.execute(
                "update announcement set title = \(Self.tombstone), body = '', html = '' where id = \(id)")
        case .word(let id): try act.execute("update private_word set body = '', html = '' where id = \(id)")
        }
    }

    private func erase(_ question: Question.ID) throws {
        // What a second member has not read yet.
        try act.execute("delete from proposed_case where question_id = \(question)")
        // What others proposed of it, or noted for themselves.
        for table in ["title_proposal", "merge_proposal", "pin"] as [SQL] {
            try act.execute("delete from \(table) where question_id = \(question)")
        }
        try act.execute("update bookmark set name = '' where question_id = \(question)")
        // What its author said that it became.
        try act.execute("update follow_up set sentence = null where question_id = \(question)")
        try act.execute("update question set became_word = '' where id = \(question) and became is not null")
        try act.execute(
            """
            update question set title = \(Self.tombstone), body = '', html = '', constraints = null, tried = null,
              needed_by = null, closing_word = null, thanks = null
            where id = \(question)
            """)
        try act.execute("delete from neighbour where question_id = \(question) or other_id = \(question)")
        let topics = try act.view.questions.topics(of: question).map(\.id)
        try act.execute("delete from question_topic where question_id = \(question)")
        // A subject that only this question had goes with it.
        try act.execute(
            """
            delete from topic where id in \(list: topics)
              and not exists (select 1 from question_topic k where k.topic_id = topic.id)
            """)
    }

    /// Takes passages out of all that Ruche itself made of a text: drafts, letters, copies, words said about it. What
    /// other members wrote is theirs: the proof tells where they quote it.
    func forget(_ passages: Passages, of text: TextOnFile) throws {
        try act.execute("delete from draft where \(passages.stand(in: "fields"))")
        try act.execute("delete from digest_line where \(passages.stand(in: "letter"))")
        try act.execute("delete from data_copy where json is not null and (\(passages.stand(in: "json")))")
        let letter: SQL = "letter || coalesce(subject, '') || coalesce(text, '')"
        try act.execute("delete from mail where state = 'queued' and (\(passages.stand(in: letter)))")
        // One that is on its way is emptied when it has left.
        try act.execute(
            """
            update mail set letter = '', subject = null, text = null
            where state not in ('queued', 'sending') and (\(passages.stand(in: letter)))
            """)
        try act.execute(
            """
            update flag set words = '' where words <> '' and (\(passages.stand(in: "words"))
              or rereading_id in (select id from rereading where object = \(text.object.subject)))
            """)
        try act.execute("delete from proposed_case where \(passages.stand(in: "draft"))")
        try act.execute("update bookmark set name = '' where name <> '' and (\(passages.stand(in: "name")))")
        try act.execute(
            """
            update rereading set word = '' where object = \(text.object.subject) and word <> ''
              and (\(passages.stand(in: "word")))
            """)
        try forgetInLog(passages, of: text)
        if let question = text.place.question { try forget(passages, saidAbout: question) }
    }

    /// The log says who did what, and keeps it; of the lines about this text and its exchange, the words that repeat it
    /// go. What a line says elsewhere is nobody's to wipe by writing it again.
    private func forgetInLog(_ passages: Passages, of text: TextOnFile) throws {
        let about = [text.object.subject, text.place.question.map { Subject.question($0) }].compactMap { $0 }
        let lines = try act.transaction.all(
            """
            select id, details from journal
            where community_id = \(try act.community) and (object in \(list: about) or within in \(list: about))
              and details is not null and (\(passages.stand(in: "details")))
            """
        ) { row in (id: try row[0] as Int64, details: try JSONText.decode(try row[1]) as [String: String]) }
        for line in lines {
            let kept = line.details.filter { detail in !passages.pieces.contains { detail.value.contains($0) } }
            let details = kept.isEmpty ? nil : try JSONText.encode(kept)
            try act.execute("update journal set details = \(details) where id = \(line.id)")
        }
    }

    private func forget(_ passages: Passages, saidAbout question: Question.ID) throws {
        // A synthesis is drawn from the posts and has no author to ask: it goes, with its history.
        let synthesis = "synthesis/\(question)"
        let drawn = try act.execute(
            "delete from synthesis where question_id = \(question) and (\(passages.stand(in: "body")))")
        if drawn > 0 { try act.execute("delete from post_version where object = \(synthesis)") }
        try act.execute(
            "delete from post_version where object = \(synthesis) and (\(passages.stand(in: "body")))")
        try act.execute(
            """
            update solicitation set reason = \(try JSONText.encode(SolicitationReason.setting))
            where question_id = \(question) and (\(passages.stand(in: "reason")))
            """)
    }
}

extension Act {
    /// Erases a text by its name, for whoever runs the server: "question/42", "reply/7", "announcement/3", "word/5".
    /// - Parameter salt: chance.
    package func purge(_ object: String, salt: UInt64) throws -> (community: Community.ID, incident: Incident.ID) {
        guard let object = Flagged(named: object) else {
            throw Refusal("Nommez un texte : question/42, reply/7, announcement/3 ou word/5.")
        }
        guard let community = try transaction.value(object.community, as: Community.ID.self) else {
            throw Refusal("Ce message n’existe pas.", kind: .notFound)
        }
        let inside = Act(transaction, by: Actor(community: community), at: now, through: channel)
        return (community, try inside.safety.purge(object, salt: salt))
    }
}

extension SafetyActs {
    fileprivate func purge(_ object: Flagged, salt: UInt64) throws -> Incident.ID {
        let known = try act.transaction.value(
            "select id from incident where object = \(object.subject) limit 1", as: Incident.ID.self)
        guard known == nil else { throw Refusal("Ce message est déjà effacé.", kind: .conflict) }
        let text = try act.view.safety.text(object)
        let rereading = try act.view.safety.open(for: object) ?? act.view.safety.find(open(text))
        let incident = try purge(text, salt: salt)
        try end(rereading, .purged, "", by: nil)
        try record(.purgedPost, text)
        return incident
    }
}

extension Flagged {
    /// "question/42", "reply/7", "announcement/3", "word/5"; nil for any other text.
    init?(named text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        func id<T>(_ kind: (Identifier<T>) -> Flagged) -> Flagged? { Identifier<T>(parts[1]).map(kind) }
        let found: Flagged? =
            switch parts[0] {
            case "question": id(Flagged.question)
            case "reply": id(Flagged.reply)
            case "announcement": id(Flagged.announcement)
            case "word": id(Flagged.word)
            default: nil
            }
        guard let found else { return nil }
        self = found
    }

    /// Asks for the community that it belongs to.
    fileprivate var community: SQL {
        switch self {
        case .post, .announcement: "select community_id from \(table) where id = \(row)"
        case .word:
            """
            select t.community_id from private_word w join private_talk t on t.id = w.talk_id where w.id = \(row)
            """
        }
    }
}
