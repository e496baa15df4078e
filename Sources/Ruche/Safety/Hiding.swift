import Persistence

extension SafetyActs {
    /// Takes a text out of every list, page, search and letter that has not left; it stays as it is.
    /// - Returns: whether it was there.
    func hide(_ text: TextOnFile) throws -> Bool {
        guard text.hiddenAt == nil else { return false }
        let object = text.object
        try act.execute("update \(object.table) set hidden_at = \(act.now) where id = \(object.row)")
        if !text.isGone { try takeAway(object) }
        try act.mails.withdraw(lettersAbout: object)
        return true
    }

    /// Puts a hidden text back where it was; what had been taken away before stays away.
    func show(_ text: TextOnFile) throws {
        guard let hiddenAt = text.hiddenAt else { return }
        try act.execute("update \(text.object.table) set hidden_at = null where id = \(text.object.row)")
        if text.goneAt == hiddenAt { try bringBack(text.object) }
    }

    private func takeAway(_ object: Flagged) throws {
        switch object {
        case .post(let post): try act.questions.takeAway(post)
        case .announcement(let id):
            try act.execute("update announcement set withdrawn_at = \(act.now) where id = \(id)")
        case .word: break
        }
    }

    private func bringBack(_ object: Flagged) throws {
        switch object {
        case .post(let post): try act.questions.bringBack(post)
        case .announcement(let id): try act.execute("update announcement set withdrawn_at = null where id = \(id)")
        case .word: break
        }
    }
}

extension MailActs {
    /// Letters about a text that have not left: nobody is led to it, nor told its title.
    func withdraw(lettersAbout object: Flagged) throws {
        switch object {
        case .post(.reply(let id)):
            let keys = ["replied/\(id)", "retained/\(id)"]
            try act.execute("delete from mail where state = 'queued' and key in \(list: keys)")
            try act.execute("delete from digest_line where key in \(list: keys)")
        case .post(.question(let id)): try withdraw(lettersAbout: id)
        case .announcement(let id):
            try act.execute("delete from mail where state = 'queued' and key like \("announced/\(id)/%")")
        case .word(let id):
            try act.execute("delete from mail where state = 'queued' and key like \("private word/\(id)/%")")
        }
    }

    private func withdraw(lettersAbout question: Question.ID) throws {
        try act.execute("delete from digest_line where question_id = \(question)")
        let waiting = try act.transaction.column(
            """
            select id from mail where state = 'queued'
              and (letter like \("%\"question\":\(question),%") or letter like \("%\"question\":\(question)}%"))
            """, as: QueuedMail.ID.self)
        for mail in waiting { try withdraw(mail, about: question) }
        try withdraw(lettersNaming: question)
    }

    /// Letters about another exchange that name this one by its title: it was a part of it, or was to join it.
    private func withdraw(lettersNaming question: Question.ID) throws {
        let found = try act.transaction.first(
            """
            select q.title, c.slug from question q join community c on c.id = q.community_id where q.id = \(question)
            """
        ) { row in (title: try row[0] as String, slug: try row[1] as String) }
        guard let found else { return }
        let find = SQL(sqlite: "instr", postgres: "strpos")
        let waiting = try act.transaction.all(
            QueuedMail.self,
            """
            select \(QueuedMail.columns) from mail
            where state = 'queued' and \(find)(letter, \(try JSONText.encode(found.title))) > 0
            """)
        for mail in waiting where mail.letter.names(found.title, in: found.slug) {
            try act.execute("delete from mail where id = \(mail.id)")
        }
    }

    /// A letter of several exchanges leaves without this one.
    private func withdraw(_ mail: QueuedMail.ID, about question: Question.ID) throws {
        guard case .digest(let community, let slug, let letters, let tempo)? = try act.view.mails.find(mail)?.letter
        else {
            try act.execute("delete from mail where id = \(mail)")
            return
        }
        let others = try letters.filter { try !$0.isAbout(question) }
        guard !others.isEmpty else {
            try act.execute("delete from mail where id = \(mail)")
            return
        }
        let letter = Letter.digest(community: community, slug: slug, letters: others, tempo: tempo)
        try act.execute("update mail set letter = \(try JSONText.encode(letter)) where id = \(mail)")
    }
}
