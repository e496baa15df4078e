import Ruche

enum JoinRequestRoutes {
    static func add(to routes: inout Routes) {
        asking(&routes)
        byMail(&routes)
        inside(&routes)
    }

    private static func asking(_ routes: inout Routes) {
        routes.get("demander/:slug", for: .visitor) { request in
            var form = try await door(request)
            form.isSent = request.query.has("envoye")
            form.draft.name = request.visitor?.person.name ?? ""
            form.draft.email = request.visitor?.person.email.rawValue ?? ""
            return .page(askToJoinPage(form, request.ui))
        }

        routes.post("demander/:slug", for: .visitor) { request in
            try request.slowDown("sign-in/\(request.address)", .signInPerAddress)
            var form = try await door(request)
            form.draft = JoinRequestDraft(request.form)
            let (slug, draft, language) = (form.door.community.slug, form.draft, request.ui.language)
            do {
                try await request.act { act in
                    try act.joinRequests.ask(slug, draft, in: language, makeSecret: request.newSecret)
                }
                return .redirect(request.ui.path(.askToJoin(slug)) + "?envoye=1")
            } catch let refusal as Refusal where refusal.kind != .notFound {
                form.refusal = refusal
                return .page(askToJoinPage(form, request.ui), status: refusal.status)
            }
        }
    }

    private static func door(_ request: WebRequest) async throws -> JoinRequestForm {
        let slug = request.parameter("slug")
        guard let door = try await request.view({ try $0.joinRequests.door(slug) }) else { throw Refusal.notFound }
        return JoinRequestForm(door: door)
    }

    private static func byMail(_ routes: inout Routes) {
        routes.get("demande/:secret", for: .visitor) { request in
            let (key, opened) = try await self.opened(request)
            return .page(
                decideRequestPage(opened.request, opened.community, at: .decideRequest(key.text), request.ui))
        }

        routes.post("demande/:secret", for: .visitor) { request in
            try request.slowDown("sign-in/\(request.address)", .signInPerAddress)
            let (key, before) = try await opened(request)
            guard let outcome = JoinRequest.Outcome(rawValue: request.form["reponse"]) else { throw Refusal.notFound }
            let (words, secret) = (request.form["mot"], request.newSecret())
            do {
                try await request.act { try $0.joinRequests.decide(by: key, outcome, words: words, secret: secret) }
            } catch let refusal as Refusal where refusal.kind != .notFound {
                return .page(
                    decideRequestPage(
                        before.request, before.community, at: .decideRequest(key.text), words: words, refusal: refusal,
                        request.ui), status: refusal.status)
            }
            let (_, after) = try await opened(request)
            return .page(decideRequestPage(after.request, after.community, at: .decideRequest(key.text), request.ui))
        }
    }

    private static func opened(_ request: WebRequest) async throws -> (
        Secret, (request: JoinRequest, community: Community)
    ) {
        guard let key = Secret(shown: request.parameter("secret")),
            let opened = try await request.view({ try $0.joinRequests.opened(by: key) })
        else { throw Refusal.notFound }
        return (key, (opened.request, opened.community))
    }

    private static func inside(_ routes: inout Routes) {
        routes.get("c/:community/demandes", for: .facilitator) { request in
            let (requests, address) = try await model(request)
            return .page(joinRequestsPage(requests, address: address, nil, request.ui))
        }

        routes.post("c/:community/demandes/:id", for: .facilitator) { request in
            let id = try request.id(JoinRequest.self)
            guard let outcome = JoinRequest.Outcome(rawValue: request.form["reponse"]) else { throw Refusal.notFound }
            let (words, secret) = (request.form["mot"], request.newSecret())
            do {
                try await request.act { try $0.joinRequests.decide(id, outcome, words: words, secret: secret) }
                return .seeOther(.joinRequests, flash: outcome == .accepted ? .requestAccepted : .requestDeclined)
            } catch let refusal as Refusal where refusal.kind != .notFound {
                let (requests, address) = try await model(request)
                return .page(
                    joinRequestsPage(requests, address: address, (id, words, refusal), request.ui),
                    status: refusal.status)
            }
        }
    }

    /// The requests, and the address of the page where they are made, when it is open.
    private static func model(_ request: WebRequest) async throws -> ([JoinRequest], String?) {
        let url = request.site.settings.url
        return try await request.view { view in
            let slug = try view.communities.current().slug
            let isOpen = try view.joinRequests.door(slug) != nil
            return (try view.joinRequests.all(), isOpen ? url + Link.askToJoin(slug).path(in: nil) : nil)
        }
    }
}

extension JoinRequestDraft {
    init(_ form: Form) {
        self.init()
        (email, name, profession) = (form["courriel"], form["nom"], form["metier"])
        answers = (1...JoinRequest.questionsAtMost).map { form["reponse-\($0)"] }
    }
}
