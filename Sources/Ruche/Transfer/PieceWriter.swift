import Mailing
import Persistence

/// Writes one piece of an archive: its messages are read again, their files kept, and all the rest goes in one transaction.
struct PieceWriter: Sendable {
    let instance: Instance
    let community: Community.ID
    let batch: ImportBatch.ID
    let files: FileStore
    let path: String
    let shared: SharedAddresses

    /// A message ready to be written.
    struct Ready: Sendable {
        let message: ImportPlan.Message
        let text: ImportedText
        let rawDate: String?
        let attachments: [(name: String, type: String, size: Int, hash: String)]
        var at: Instant { Instant(milliseconds: message.envelope.sentAt) }
    }

    static let attachmentLimit = 25 << 20

    /// - Returns: how many files were kept.
    func write(_ piece: [ImportPlan.Message]) async throws -> Int {
        let ready = try piece.map(read)
        try await instance.act(through: .imported) { act in
            var session = Session(writer: self, act: act)
            for message in ready { try session.write(message) }
            try session.close()
        }
        return ready.reduce(0) { $0 + $1.attachments.count }
    }

    private func read(_ message: ImportPlan.Message) throws -> Ready {
        var reader = try MboxReader(
            path: path, offset: message.envelope.offset, position: message.envelope.position - 1)
        guard let raw = try reader.next() else {
            throw FileFailure(path: path, message: "it changed while it was read")
        }
        let whole = try ListMessage(raw)
        let attachments = try whole.attachments.filter { $0.bytes.count <= Self.attachmentLimit }.map { file in
            (
                name: maskAddresses(file.name ?? "fichier"), type: file.type, size: file.bytes.count,
                hash: try files.keep(file.bytes)
            )
        }
        return Ready(
            message: message, text: ImportedText(whole.text, isForward: whole.subject.isForward),
            rawDate: whole.rawDate,
            attachments: attachments)
    }

    /// The writing of one piece: authors and threads already met are not looked for again.
    private struct Session {
        let writer: PieceWriter
        let act: Act
        let french = FrenchText()
        var members: [String: Member.ID] = [:]
        var threads: [String: Question.ID] = [:]
        var touched: Set<Question.ID> = []

        mutating func write(_ ready: Ready) throws {
            let message = ready.message
            let author = try member(message.envelope.author, at: ready.at)
            let own = Act(
                act.transaction, by: Actor(community: writer.community, member: author), at: ready.at,
                through: .imported)
            if message.isRoot {
                let question = try ask(ready, author, own)
                threads[message.root] = question
                try note(ready, question, nil)
                try attach(ready, to: question, number: 0)
            } else {
                let question = try thread(message.root)
                let (reply, number) = try answer(ready, question, author, own)
                try note(ready, question, reply)
                try attach(ready, to: question, number: number)
            }
        }

        /// The pending profile of an author: no account, no mail, never merged by name (FEATURES I7).
        private mutating func member(_ author: MailAuthor, at: Instant) throws -> Member.ID {
            let key = author.key(writer.shared)
            let until = at + .days(365)
            if let known = members[key] {
                try act.execute(
                    """
                    update member set joined_at = case when joined_at < \(at) then joined_at else \(at) end,
                      counts_until = case when counts_until > \(until) then counts_until else \(until) end
                    where id = \(known)
                    """)
                return known
            }
            let id: Member.ID = try act.insert(
                """
                insert into member (community_id, name, sort_name, role, joined_at, is_pending, counts_until, imported_as,
                    batch_id)
                values (\(writer.community), \(author.shownName), \(fold(author.shownName)), 'member', \(at), 1, \(until),
                    \(key), \(writer.batch))
                on conflict (community_id, imported_as) do update
                set joined_at = case when member.joined_at < excluded.joined_at then member.joined_at else excluded.joined_at end,
                    counts_until = case when member.counts_until > excluded.counts_until then member.counts_until
                                   else excluded.counts_until end
                returning id
                """)
            members[key] = id
            return id
        }

        private func ask(_ ready: Ready, _ author: Member.ID, _ own: Act) throws -> Question.ID {
            let text = ready.text
            let title = title(of: ready)
            let id: Question.ID = try act.insert(
                """
                insert into question (community_id, author_id, title, body, html, renderer, asked_at, last_activity_at,
                    asker_wrote_at, batch_id)
                values (\(writer.community), \(author), \(title), \(text.body), \(text.html), \(Rendering.version), \(ready.at),
                    \(ready.at), \(ready.at), \(writer.batch))
                returning id
                """)
            try own.questions.putInIndex(0, of: id, title: title, body: text.own, with: french)
            try Vocabulary(transaction: act.transaction).put(title, of: id, in: writer.community, with: french)
            try own.questions.tieNeighbours(of: id, title: title)
            try own.record(.asked, .question(id))
            return id
        }

        /// The subject; else the first line of the text; else a sign.
        private func title(of ready: Ready) -> String {
            let subject = maskAddresses(ready.message.envelope.subject.cleaned).line(limit: QuestionDraft.titleLimit)
            let first = ready.text.own.split(whereSeparator: \.isNewline).first.map(String.init)
            return subject ?? first?.line(limit: QuestionDraft.titleLimit) ?? "…"
        }

        private mutating func answer(_ ready: Ready, _ question: Question.ID, _ author: Member.ID, _ own: Act) throws
            -> (Reply.ID, Int)
        {
            let number =
                try act.transaction.value(
                    "update question set last_number = last_number + 1 where id = \(question) returning last_number",
                    as: Int.self) ?? 1
            let answered = try ready.message.parent.flatMap { parent in
                try act.transaction.value(
                    """
                    select reply_id from import_message
                    where community_id = \(writer.community) and source_id = \(parent) and question_id = \(question)
                    """, as: Reply.ID.self)
            }
            let id: Reply.ID = try act.insert(
                """
                insert into reply (question_id, community_id, author_id, number, answers_id, replied_at, kind, body, html,
                    renderer, batch_id)
                values (\(question), \(writer.community), \(author), \(number), \(answered), \(ready.at), 'answer',
                    \(ready.text.body), \(ready.text.html), \(Rendering.version), \(writer.batch))
                returning id
                """)
            try own.questions.putInIndex(number, of: question, body: ready.text.own, with: french)
            try own.record(.replied, .reply(id), within: .question(question))
            touched.insert(question)
            return (id, number)
        }

        /// A thread that an earlier piece or an earlier file began.
        private mutating func thread(_ root: String) throws -> Question.ID {
            if let known = threads[root] { return known }
            let found = try act.transaction.value(
                """
                select question_id from import_message where community_id = \(writer.community) and source_id = \(root)
                """, as: Question.ID.self)
            guard let found else { throw DatabaseError(.programming, "a reply comes before its thread: \(root)") }
            threads[root] = found
            return found
        }

        /// Where it came from, kept as it was written (FEATURES I6).
        private func note(_ ready: Ready, _ question: Question.ID, _ reply: Reply.ID?) throws {
            let envelope = ready.message.envelope
            let from = [envelope.author.name, envelope.author.address].compactMap { $0 }.joined(separator: " ")
            try act.execute(
                """
                insert into import_message (community_id, source_id, batch_id, root_id, question_id, reply_id, subject_key,
                    sent_at, raw_from, raw_date, raw_subject)
                values (\(writer.community), \(envelope.id), \(writer.batch), \(ready.message.root), \(question), \(reply),
                    \(envelope.subject.key), \(ready.at), \(from), \(ready.rawDate), \(envelope.subject.raw))
                """)
        }

        private func attach(_ ready: Ready, to question: Question.ID, number: Int) throws {
            for file in ready.attachments {
                try act.execute(
                    """
                    insert into attachment (question_id, number, name, type, size, hash)
                    values (\(question), \(number), \(file.name), \(file.type), \(file.size), \(file.hash))
                    """)
            }
        }

        /// The counts and dates that the threads' replies change.
        func close() throws {
            for question in touched.sorted() {
                try act.questions.recountReplies(of: question)
                try act.execute(
                    """
                    update question set
                      last_activity_at = (select max(r.replied_at) from reply r where r.question_id = \(question)),
                      asker_wrote_at = coalesce((select max(r.replied_at) from reply r
                        where r.question_id = \(question) and r.author_id = question.author_id), asked_at)
                    where id = \(question)
                    """)
                // A reply dated before its question: a clock was wrong. The question's date holds.
                try act.execute(
                    "update question set last_activity_at = asked_at where id = \(question) and last_activity_at < asked_at"
                )
            }
        }
    }
}
