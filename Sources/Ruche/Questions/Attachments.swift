import Documents
import Persistence

/// A file sent with a post.
package struct Attachment: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Attachment>

    package let id: ID
    /// 0 for the question's, else the number of the reply.
    package let number: Int
    package let name: String
    package let sizeInBytes: Int
    package let hash: String
    /// What it is, when Ruche looked at it and cleaned it; nil for a file of an imported message.
    package let kind: FileKind?
    /// What a picture shows, for who does not see it.
    package let description: String
    /// Whether its words can be read here.
    package let hasText: Bool

    static let columns: SQL =
        "a.id, a.number, a.name, a.size, a.hash, a.kind, a.description, case when a.text <> '' then 1 else 0 end"

    /// `select \(Attachment.columns) from attachment a`
    package init(_ row: borrowing Row) throws {
        (id, number, name) = (try row[0], try row[1], try row[2])
        (sizeInBytes, hash) = (try row[3], try row[4])
        kind = (try row[5] as String?).flatMap(FileKind.init(rawValue:))
        (description, hasText) = (try row[6], try row[7])
    }

    /// So many in one post.
    package static let limit = 10
    package static let descriptionLimit = 300
}

/// A file joined to what is still being written. It lies in a basket whose secret only the form has: nothing ties it to
/// a person, so that a question without a name may carry one too (DOMAIN §6.2).
package struct Upload: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Upload>

    package let id: ID
    package let name: String
    package let kind: FileKind
    package let sizeInBytes: Int
    package let hash: String
    package let description: String

    /// `select id, name, kind, size, hash, description from upload`
    package init(_ row: borrowing Row) throws {
        guard let kind = FileKind(rawValue: try row[2]) else { throw Refusal.notFound }
        (id, name, self.kind) = (try row[0], try row[1], kind)
        (sizeInBytes, hash, description) = (try row[3], try row[4], try row[5])
    }

    /// One that was never published is kept so long.
    static let lifetime = Duration.days(7)
}

enum AttachmentSchema {
    static let migrations = [
        Migration(
            "files of posts",
            """
            create table upload (
              id          \(.id),
              -- The hash of a secret that only a form has; of whom, nothing is kept.
              basket      \(.blob) not null,
              name        text not null,
              kind        text not null,
              size        \(.integer) not null,
              hash        text not null,
              description text not null default '',
              text        text not null default '',
              uploaded_at \(.instant) not null
            ) \(.strict)
            """,
            "create index upload_by_basket on upload (basket)",
            "create index upload_by_hash on upload (hash)",
            "alter table attachment add column kind text",
            "alter table attachment add column description text not null default ''",
            "alter table attachment add column text text not null default ''",
            "create index attachment_by_hash on attachment (hash)"
        )
    ]
}

extension QuestionQueries {
    /// The files of a thread, in the order in which they came.
    func attachments(of id: Question.ID) throws -> [Attachment] {
        try view.transaction.all(
            Attachment.self,
            "select \(Attachment.columns) from attachment a where a.question_id = \(id) order by a.id")
    }

    /// The files of one post.
    package func files(of post: Post) throws -> [Attachment] {
        switch post {
        case .question(let id): return try attachments(of: id).filter { $0.number == 0 }
        case .reply(let id):
            let reply = try reply(id)
            return try attachments(of: reply.question).filter { $0.number == reply.number }
        }
    }

    /// A file of this community, for who may read its post.
    package func attachment(_ id: Attachment.ID) throws -> Attachment {
        let found = try view.transaction.first(
            """
            select \(Attachment.columns), a.question_id from attachment a
            join question q on q.id = a.question_id
            left join reply r on r.question_id = a.question_id and r.number = a.number
            where a.id = \(id) and q.community_id = \(try view.community)
              and (case when a.number = 0 then q.hidden_at else r.hidden_at end is null
                or \(view.actor.isFacilitator) = 1)
              and q.deleted_at is null and r.deleted_at is null
            """
        ) { row in (file: try Attachment(row), question: try row[8] as Question.ID) }
        guard let found else { throw Refusal.notFound }
        _ = try find(found.question)
        return found.file
    }

    /// The words of a file, to be read without opening it.
    package func text(of id: Attachment.ID) throws -> (file: Attachment, question: Question, text: String) {
        let file = try attachment(id)
        let found = try view.transaction.first("select text, question_id from attachment where id = \(id)") { row in
            (text: try row[0] as String, question: try row[1] as Question.ID)
        }
        guard let found, !found.text.isEmpty else { throw Refusal.notFound }
        return (file, try find(found.question), found.text)
    }

    /// What lies in a basket, in the order in which it came.
    package func uploads(in basket: Secret) throws -> [Upload] {
        try view.transaction.all(
            Upload.self,
            "select id, name, kind, size, hash, description from upload where basket = \(basket.hash) order by id")
    }

    /// Whether files wait in a basket: the same words with them are another message, and once it is published none wait.
    func hasFilesWaiting(in basket: String) throws -> Bool {
        guard let secret = Secret(shown: basket) else { return false }
        return try view.transaction.value(
            "select 1 from upload where basket = \(secret.hash) limit 1", as: Int.self) != nil
    }

    /// A file of a basket, to show it while one writes.
    package func upload(_ id: Upload.ID, in basket: Secret) throws -> Upload {
        guard let found = try uploads(in: basket).first(where: { $0.id == id }) else { throw Refusal.notFound }
        return found
    }

    /// The words of a basket's files, by name, for the guard of patients; none of a picture, whose name speaks too.
    package func texts(in basket: String) throws -> [(name: String, text: String)] {
        guard let secret = Secret(shown: basket) else { return [] }
        return try view.transaction.all(
            "select name, text from upload where basket = \(secret.hash) order by id"
        ) { row in (name: try row[0], text: try row[1]) }
    }
}

extension QuestionActs {
    /// Puts a file in a basket; its bytes are in the store already. Nothing is published by it.
    package func keep(_ file: CleanFile, hash: String, in basket: Secret) throws {
        let count = try act.view.questions.uploads(in: basket).count
        guard count < Attachment.limit else {
            throw Refusal(
                "Dix fichiers au plus par message. Retirez-en un, ou écrivez un second message.", field: "fichiers")
        }
        // The hour is enough to know when to let go of it.
        try act.execute(
            """
            insert into upload (basket, name, kind, size, hash, text, uploaded_at)
            values (\(basket.hash), \(file.name), \(file.kind.rawValue), \(file.bytes.count), \(hash), \(file.text),
                \(act.now.hour))
            """)
    }

    /// Says what the pictures of a basket show.
    package func describe(_ descriptions: [Upload.ID: String], in basket: Secret) throws {
        for (id, text) in descriptions {
            let line = String(text.trimmingWhitespace().prefix(Attachment.descriptionLimit))
            try act.execute(
                """
                update upload set description = \(line)
                where id = \(id) and basket = \(basket.hash) and description <> \(line)
                """)
        }
    }

    /// - Returns: the hashes of files that nothing uses any more.
    package func takeOut(_ id: Upload.ID, of basket: Secret) throws -> [String] {
        let hashes = try act.transaction.column(
            "delete from upload where id = \(id) and basket = \(basket.hash) returning hash", as: String.self)
        return try act.unused(hashes)
    }

    /// The files of a basket become those of a post.
    /// - Parameter isNameless: what they are called might tell who published them.
    /// - Throws: a refusal when a picture is not described.
    /// Gives a neutral name to the files of a basket whose own may tell who a patient is.
    package func giveNeutralNames(in basket: String) throws {
        guard let secret = Secret(shown: basket) else { return }
        let uploads = try act.view.questions.uploads(in: secret)
        for (place, upload) in uploads.enumerated() where try act.view.mayTell(byName: upload.name) {
            try act.execute(
                """
                update upload set name = \(upload.kind.name(from: "document-\(place + 1)")) where id = \(upload.id)
                """)
        }
    }

    func attach(_ basket: String, to question: Question.ID, number: Int, isNameless: Bool) throws {
        guard let secret = Secret(shown: basket) else { return }
        let uploads = try act.view.questions.uploads(in: secret)
        guard !uploads.contains(where: { $0.kind.isPicture && $0.description.isEmpty }) else {
            throw Refusal("Dites en une phrase ce que montre chaque image, pour qui ne la voit pas.", field: "fichiers")
        }
        let there =
            try act.transaction.value(
                "select count(*) from attachment where question_id = \(question) and number = \(number)", as: Int.self)
            ?? 0
        guard there + uploads.count <= Attachment.limit else {
            throw Refusal(
                "Dix fichiers au plus par message. Retirez-en un, ou écrivez un second message.", field: "fichiers")
        }
        for (place, upload) in uploads.enumerated() {
            let name = isNameless ? upload.kind.name(from: "document-\(there + place + 1)") : upload.name
            try act.execute(
                """
                insert into attachment (question_id, number, name, type, size, hash, kind, description, text)
                select \(question), \(number), \(name), \(upload.kind.mimeType), size, hash, kind, description, text
                from upload where id = \(upload.id)
                """)
        }
        try act.execute("delete from upload where basket = \(secret.hash)")
        if isNameless, !uploads.isEmpty { try forgetErased() }
    }

    /// Takes a file off one's own post.
    /// - Returns: its post, and the hash of the file when nothing else uses it.
    package func detach(_ id: Attachment.ID) throws -> (post: Post, unused: [String]) {
        let file = try act.view.questions.attachment(id)
        let place = try act.transaction.first(
            """
            select a.question_id, r.id from attachment a
            left join reply r on r.question_id = a.question_id and r.number = a.number where a.id = \(id)
            """
        ) { row in (question: try row[0] as Question.ID, reply: try row[1] as Reply.ID?) }
        guard let place else { throw Refusal.notFound }
        let post: Post = place.reply.map { .reply($0) } ?? .question(place.question)
        guard try act.view.questions.isOwn(post) else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        try act.execute("delete from attachment where id = \(id)")
        try reindex(post)
        try act.record(.detachedFile, post.subject, within: .question(place.question))
        return (post, try act.unused([file.hash]))
    }

    /// Whether a post is signed by a profession, or by nobody.
    func isNameless(_ post: Post) throws -> Bool {
        try act.transaction.value("select is_nameless from \(post.table) where id = \(post.row)") ?? false
            || act.view.questions.isAlias(try act.member)
    }

    /// The words of a post's files, found with its own.
    func textOfFiles(_ question: Question.ID, number: Int) throws -> String {
        let texts = try act.transaction.column(
            "select text from attachment where question_id = \(question) and number = \(number) and text <> '' order by id",
            as: String.self)
        return texts.isEmpty ? "" : "\n" + texts.joined(separator: "\n")
    }

    /// Puts a post in the search index again, as it is now.
    private func reindex(_ post: Post) throws {
        switch post {
        case .question(let id):
            let question = try act.view.questions.find(id)
            try index(id, title: question.title, body: question.body + "\n" + (question.tried ?? ""))
        case .reply(let id):
            let reply = try act.view.questions.reply(id)
            try index(reply.number, of: reply.question, body: reply.body)
        }
    }
}

extension Act {
    func unused(_ hashes: [String]) throws -> [String] { try view.unused(hashes) }
}

extension View {
    /// Of these files, by the hashes of their bytes, those that nothing shows any more.
    package func unused(_ hashes: [String]) throws -> [String] {
        try Set(hashes).sorted().filter { hash in
            let uses = try transaction.value(
                """
                select (select count(*) from attachment where hash = \(hash))
                  + (select count(*) from upload where hash = \(hash))
                  + (select count(*) from step_file where hash = \(hash))
                """, as: Int.self)
            return uses ?? 0 == 0
        }
    }
}

extension Instance {
    /// Lets go of the files that were joined to a text which was never published.
    package func sweepUploads(in files: FileStore) async throws {
        let unused = try await act(through: .worker) { act in
            let hashes = try act.transaction.column(
                "delete from upload where uploaded_at < \(act.now - Upload.lifetime) returning hash", as: String.self)
            return try act.unused(hashes)
        }
        for hash in unused { try files.remove(hash) }
    }
}
