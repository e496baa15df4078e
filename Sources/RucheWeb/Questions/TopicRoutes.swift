import Ruche

/// Subjects: reading them, following them, keeping the vocabulary in order.
enum TopicRoutes {
    /// Of the exchanges of a subject, its page shows the last ones.
    private static let shown = 8

    static func add(to routes: inout Routes) {
        routes.get("c/:community/sujets", for: .member) { request in
            .page(topicsPage(try await request.view { try $0.topics.all() }, request.ui))
        }

        routes.get("c/:community/sujets/:id", for: .member) { request in
            let id = try request.id(Topic.self)
            if let other = try await request.view({ try $0.topics.successor(of: id) }) {
                return .seeOther(.topic(other))
            }
            let model = try await request.view { view in
                TopicView(
                    topic: try view.topics.find(id),
                    latest: try view.questions.page(.topic(id), limit: Self.shown).questions)
            }
            return .page(topicPage(model, request.ui))
        }

        routes.post("c/:community/sujets/:id/suivre", for: .member) { request in
            let id = try request.id(Topic.self)
            guard let level = TopicLevel(rawValue: request.form["niveau"]) else { throw Refusal.notFound }
            try await request.act { try $0.topics.follow(id, level) }
            return .seeOther(.topic(id), flash: .kept)
        }

        describing(&routes)
        merging(&routes)
    }

    private static func describing(_ routes: inout Routes) {
        routes.get("c/:community/sujets/:id/modifier", for: .facilitator) { request in
            let id = try request.id(Topic.self)
            return .page(topicFormPage(TopicForm(try await request.view { try $0.topics.find(id) }), request.ui))
        }

        routes.post("c/:community/sujets/:id", for: .facilitator) { request in
            let id = try request.id(Topic.self)
            var form = TopicForm(try await request.view { try $0.topics.find(id) })
            (form.description, form.names) = (request.form["description"], request.form["noms"])
            do {
                let (description, names) = (form.description, form.names)
                try await request.act { try $0.topics.describe(id, description, otherNames: names) }
                return .seeOther(.topic(id), flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                form.refusal = refusal
            } catch let wall as GuardWall {
                form.refusal = wall.refusal(field: "description")
            }
            return .page(topicFormPage(form, request.ui), status: .unprocessableContent)
        }
    }

    private static func merging(_ routes: inout Routes) {
        @Sendable func form(_ id: Topic.ID, into other: Topic.ID?, _ view: View) throws -> TopicMergeForm {
            let topics = try view.topics.all()
            var form = TopicMergeForm(topic: try view.topics.find(id), others: topics.filter { $0.topic.id != id })
            do {
                form.merge = try other.map { try view.topics.merging(id, into: $0) }
            } catch let refusal as Refusal where refusal.kind == .invalid {
                form.refusal = refusal
            }
            return form
        }

        routes.get("c/:community/sujets/:id/reunir", for: .facilitator) { request in
            let (id, other) = (try request.id(Topic.self), Topic.ID(request.query["avec"]))
            return .page(topicMergePage(try await request.view { try form(id, into: other, $0) }, request.ui))
        }

        routes.post("c/:community/sujets/:id/reunir", for: .facilitator) { request in
            let id = try request.id(Topic.self)
            guard let other = Topic.ID(request.form["avec"]) else { return .seeOther(.mergeTopic(id)) }
            try await request.act { try $0.topics.merge(id, into: other) }
            return .seeOther(.topic(other), flash: .kept)
        }
    }
}

extension Link {
    static let topics = Link.inside("/sujets")
    static func topic(_ id: Topic.ID) -> Link { .inside("/sujets/\(id)") }
    static func editTopic(_ id: Topic.ID) -> Link { .inside("/sujets/\(id)/modifier") }
    static func followTopic(_ id: Topic.ID) -> Link { .inside("/sujets/\(id)/suivre") }
    static func mergeTopic(_ id: Topic.ID) -> Link { .inside("/sujets/\(id)/reunir") }
}
