import Ruche

enum InvitationLinkRoutes {
    static func add(to routes: inout Routes) {
        routes.post("c/:community/invitations/liens", for: .facilitator) { request in
            var form = InvitationLinkForm()
            form.draft.days = Int(request.form["jours"]) ?? 0
            form.draft.places = Int(request.form["places"]) ?? 0
            form.draft.domain = request.form["domaine-courriel"]
            form.draft.leadsTo = .init(rawValue: request.form["arrivee"]) ?? .home
            let (draft, secret) = (form.draft, request.newSecret())
            do {
                try await request.act { _ = try $0.invitations.createLink(draft, secret: secret) }
                return .seeOther(.invitations, flash: .linkCreated)
            } catch let refusal as Refusal where refusal.field != nil {
                form.refusal = refusal
                let model = try await CommunityRoutes.invitationsModel(request)
                return .page(invitationsPage(model, InvitationForm(), links: form, request.ui), status: refusal.status)
            }
        }

        routes.post("c/:community/invitations/liens/:id/fermer", for: .facilitator) { request in
            let id = try request.id(InvitationLink.self)
            try await request.act { try $0.invitations.closeLink(id) }
            return .seeOther(.invitations, flash: .linkClosed)
        }

        routes.get("rejoindre/:secret", for: .visitor) { request in
            var (secret, form) = try await opened(request)
            form.isSent = request.query.has("envoye")
            form.draft.name = request.visitor?.person.name ?? ""
            return .page(linkJoiningPage(secret, form, request.ui))
        }

        routes.post("rejoindre/:secret", for: .visitor) { request in
            try request.slowDown("sign-in/\(request.address)", .signInPerAddress)
            var (secret, form) = try await opened(request)
            form.email = request.form["courriel"]
            form.draft = MemberDraft(request.form)
            do {
                guard request.visitor == nil else { return try await join(secret, form, request) }
                let (email, language, own) = (form.email, request.ui.language, request.newSecret())
                try await request.act { [secret] in
                    try $0.invitations.ask(by: secret, for: email, in: language, secret: own)
                }
                return .redirect(request.ui.path(.joinByLink(secret.text)) + "?envoye=1")
            } catch let refusal as Refusal where refusal.kind != .notFound {
                form.refusal = refusal
                return .page(linkJoiningPage(secret, form, request.ui), status: refusal.status)
            }
        }
    }

    private static func join(_ secret: Secret, _ form: LinkJoiningForm, _ request: WebRequest) async throws -> Answer {
        let draft = form.draft
        let (community, landing) = try await request.act { try $0.invitations.join(by: secret, as: draft) }
        return .with(
            cookies: [request.site.cookies.saying(.joined)], .redirect(Link.landing(landing).path(in: community.slug)))
    }

    private static func opened(_ request: WebRequest) async throws -> (Secret, LinkJoiningForm) {
        guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
        guard let shown = try await request.view({ try $0.invitations.link(secret) }) else { throw Refusal.notFound }
        return (secret, LinkJoiningForm(link: shown.link, community: shown.community))
    }
}
