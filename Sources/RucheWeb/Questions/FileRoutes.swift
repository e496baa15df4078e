import Documents
import NIOCore
import Ruche

/// The files of posts: joining them while one writes, seeing them, taking them off.
enum FileRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/fichiers/:id", for: .guest, countsAs: .document) { request in
            let id = try request.id(Attachment.self)
            let file = try await request.view { try $0.questions.attachment(id) }
            return try answer(file, request)
        }

        routes.get("c/:community/fichiers/:id/texte", for: .guest, countsAs: .document) { request in
            let id = try request.id(Attachment.self)
            let (file, question, text) = try await request.view { try $0.questions.text(of: id) }
            return .page(textOfFilePage(file, of: question, text, request.ui))
        }

        routes.post("c/:community/fichiers/:id/retirer", for: .guest) { request in
            let id = try request.id(Attachment.self)
            let (post, unused) = try await request.act { try $0.questions.detach(id) }
            for hash in unused { try request.site.files.remove(hash) }
            return .seeOther(post.editing, flash: .removed)
        }

        // What a script sends: the field of files comes back, with what lies in it now.
        routes.post("c/:community/fichiers/joints", for: .guest, takesFile: true) { request in
            .page(filesField(try await request.basket(), nil, request.ui))
        }

        routes.get("c/:community/fichiers/joints/:id", for: .guest) { request in
            let id = try request.id(Upload.self)
            guard let basket = Secret(shown: request.query[Basket.field]) else { throw Refusal.notFound }
            let file = try await request.view { try $0.questions.upload(id, in: basket) }
            guard file.kind.isPicture else { throw Refusal.notFound }
            return .picture(ByteBuffer(bytes: try request.site.files.read(file.hash)), type: file.kind.mimeType)
        }
    }

    /// A picture is seen, anything else is fetched.
    static func answer(_ file: Attachment, _ request: WebRequest) throws -> Answer {
        let bytes = ByteBuffer(bytes: try request.site.files.read(file.hash))
        guard let kind = file.kind else {
            return .file(bytes, name: file.name, type: "application/octet-stream")
        }
        return kind.isPicture
            ? .picture(bytes, type: kind.mimeType) : .file(bytes, name: file.name, type: kind.mimeType)
    }
}

extension Post {
    /// The page to change it.
    var editing: Link {
        switch self {
        case .question(let id): .editQuestion(id)
        case .reply(let id): .editReply(id)
        }
    }
}
