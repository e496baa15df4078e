import HTTPTypes
import Ruche

extension HTTPField.Name {
    /// What a browser that comes back to a stream of events had last (HTML, "Server-sent events").
    fileprivate static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .ifMatch
}

/// Replies that arrive while one reads.
enum LiveRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/questions/:id/direct", for: .guest) { request in
            let id = try request.id(Question.self)
            // What a browser that comes back had last, or what its page showed.
            let seen = request.headers[.lastEventID].flatMap { Int($0) } ?? Int(request.query["vu"]) ?? 0
            try await request.view { view in
                guard try view.questions.find(id).deletedAt == nil else { throw Refusal.notFound }
            }
            let live = request.site.live
            guard let community = request.visitor?.community,
                let reading = live.enter(
                    id, in: (community.id, request.parameter("community")), request.ui.words.language)
            else { return .noContent }
            live.begin(reading, from: try await request.view { try Live.Snapshot($0, of: id, after: seen) })
            return .stream(reading.events)
        }
    }
}
