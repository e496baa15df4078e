import Ruche

/// What the community does not want to become: four gauges, for all its members.
enum DriftRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/veille", for: .member) { request in
            .page(driftPage(try await request.view { try DriftOnPage($0) }, request.ui))
        }

        routes.post("c/:community/veille/documents/:id/lien", for: .member) { request in
            guard let document = Int64(request.parameter("id")) else { throw Refusal.notFound }
            guard let question = Question.ID(request.form["echange"]) else {
                var model = try await request.view { try DriftOnPage($0) }
                model.refused = (document, Refusal("Choisissez l’échange où ce document sert.", field: "echange"))
                return .page(driftPage(model, request.ui), status: .unprocessableContent)
            }
            try await request.act { try $0.drift.link(document: document, to: question) }
            return .seeOther(.drift, flash: .kept)
        }
    }
}

extension Link {
    static let drift = Link.inside("/veille")
    static func linkDocument(_ id: Int64) -> Link { .inside("/veille/documents/\(id)/lien") }
    /// The form to ask, begun with a title.
    static func ask(_ title: String) -> Link { .inside("/questions/nouvelle?titre=\(title.percentEncoded)") }
}
