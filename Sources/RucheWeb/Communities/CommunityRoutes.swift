import Calendaring
import Ruche
import Wording

enum CommunityRoutes {
    static func add(to routes: inout Routes) {
        start(&routes)
        joining(&routes)
        home(&routes)
        members(&routes)
        invitations(&routes)
        InvitationLinkRoutes.add(to: &routes)
        JoinRequestRoutes.add(to: &routes)
        RoleRoutes.add(to: &routes)
        MemberImportRoutes.add(to: &routes)
    }

    private static func start(_ routes: inout Routes) {
        routes.get("", for: .account) { request in
            guard let person = request.visitor?.person.id else { throw Refusal.notFound }
            let list = try await request.view { view in
                (
                    own: try view.communities.of(person).map { CommunityOnList(card: $0.community, role: $0.role) },
                    left: try view.communities.left(by: person)
                )
            }
            return .page(communitiesPage(list.own, left: list.left, request.ui))
        }

        routes.post("communautes/:slug/revenir", for: .account) { request in
            let slug = request.parameter("slug")
            let back = try await request.act { try $0.members.comeBack(to: slug) }
            return .with(cookies: [request.site.cookies.saying(.cameBack)], .redirect("/c/\(back)"))
        }

        routes.get("communautes/nouvelle", for: .account) { request in
            .page(newCommunityPage(CommunityForm(), request.ui))
        }

        routes.post("communautes/nouvelle", for: .account) { request in
            var form = CommunityForm()
            form.draft = CommunityDraft(
                name: request.form["nom"], slug: request.form["adresse"], domain: request.form["domaine"],
                facilitator: request.form["prenom-nom"], profession: request.form["metier"])
            do {
                let draft = form.draft
                let slug = try await request.act { act in
                    let id = try act.communities.create(draft)
                    return try act.view.communities.find(id)?.slug ?? ""
                }
                return .with(
                    cookies: [request.site.cookies.saying(.communityCreated)], .redirect("/c/\(slug)/mise-en-place"))
            } catch let refusal as Refusal where refusal.field != nil {
                form.refusal = refusal
                return .page(newCommunityPage(form, request.ui), status: refusal.status)
            }
        }
    }

    private static func joining(_ routes: inout Routes) {
        routes.get("invitation/:secret", for: .visitor) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            let form = try await joiningForm(secret, request)
            // A person followed the link: programs that read mails do not say so.
            if request.headers[.secFetchUser] == "?1", form.invitation.openedAt == nil {
                try await request.act { try $0.invitations.noteOpened(secret) }
            }
            return .page(joiningPage(secret, form, request.ui))
        }

        routes.post("invitation/:secret", for: .visitor) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            try request.slowDown("sign-in/\(request.address)", .signInPerAddress)
            var form = try await joiningForm(secret, request)
            let listed = form.draft
            form.draft = MemberDraft(request.form)
            // What the page does not ask is kept from the list that they were invited from.
            (form.draft.speciality, form.draft.territory) = (listed.speciality, listed.territory)
            form.draft.setting = listed.setting
            form.acceptsCharter = request.form.has("charte")
            let charter = Int64(request.form["charte"])
            let (draft, session, device) = (form.draft, request.newSecret(), request.device)
            let (isOwn, language) = (request.form.has("mon-appareil"), request.ui.language)
            do {
                let (community, landing, isNewAccount) = try await request.act { act in
                    try act.invitations.accept(
                        secret, as: draft, charter: charter, in: language, session: session, device: device,
                        isOwnDevice: isOwn)
                }
                let cookies = request.site.cookies
                return .with(
                    cookies: (isNewAccount ? [cookies.opening(session, isOwnDevice: isOwn)] : [])
                        + [cookies.saying(.joined)], .redirect(Link.landing(landing).path(in: community.slug)))
            } catch is InvitationActs.NeedsSignIn {
                let back = "/invitation/\(secret.text)".percentEncoded
                return .with(
                    cookies: [request.site.cookies.saying(.signInToJoin)], .redirect("/connexion?suite=\(back)"))
            } catch let refusal as Refusal {
                form.refusal = refusal
                return .page(joiningPage(secret, form, request.ui), status: refusal.status)
            }
        }

        routes.post("invitation/:secret/decliner", for: .visitor) { request in
            guard let secret = Secret(shown: request.parameter("secret")) else { throw Refusal.notFound }
            try await request.act { try $0.invitations.decline(secret) }
            return .page(declinedPage(request.ui))
        }
    }

    private static func joiningForm(_ secret: Secret, _ request: WebRequest) async throws -> JoiningForm {
        let form: JoiningForm? = try await request.view { view in
            guard let (invitation, community) = try view.invitations.shown(secret) else { return nil }
            let charter = try view.charters.inForce(in: community.id)
            var form = JoiningForm(invitation: invitation, community: community, charter: charter)
            if let card = try view.invitations.card(of: invitation.id) { form.draft = card }
            form.exchange = try view.invitations.exchange(of: invitation)
            return form
        }
        guard let form else { throw Refusal.notFound }
        return form
    }

    private static func home(_ routes: inout Routes) {
        routes.get("c/:community", for: .inside) { request in
            if request.visitor?.community?.closedAt != nil, request.ui.isMember { return .seeOther(.life) }
            switch request.visitor?.member?.role {
            case .observer: return .seeOther(.inside("/evaluation"))
            case .guest:
                guard let question = request.visitor?.member?.guestOf else { throw Refusal.notFound }
                return .seeOther(.question(question))
            case .member, .facilitator, nil:
                let model = try await request.view { try HomeOnPage($0) }
                return .page(homePage(model, request.ui))
            }
        }

        routes.post("c/:community/bonjour", for: .member) { request in
            let words = request.form["bonjour"]
            var refused: Refusal
            do {
                try await request.act { try $0.welcomes.sayHello(words) }
                return .seeOther(.home, flash: .saidHello)
            } catch let refusal as Refusal where refusal.field != nil {
                refused = refusal
            } catch let wall as GuardWall {
                refused = wall.refusal(field: "bonjour")
            }
            var model = try await request.view { try HomeOnPage($0) }
            (model.hello, model.refusal) = (words, refused)
            return .page(homePage(model, request.ui), status: refused.status)
        }

        routes.post("c/:community/bonjour/ranger", for: .member) { request in
            try await request.act { try $0.welcomes.putAway() }
            return .seeOther(.home)
        }

        routes.post("c/:community/ouvrir", for: .facilitator) { request in
            try await request.act { try $0.communities.open() }
            return .seeOther(.home, flash: .communityOpened)
        }
    }

    private static func members(_ routes: inout Routes) {
        routes.get("c/:community/membres", for: .member) { request in
            let after =
                request.query.has("apres-nom")
                ? (name: request.query["apres-nom"], id: Member.ID(request.query["apres"]) ?? Member.ID(0)) : nil
            let filter = DirectoryFilter(request.query)
            let (list, hasMore) = try await request.view { view in
                try filter.isEmpty ? view.members.listed(after: after) : (view.members.found(filter), false)
            }
            return .page(membersPage(list, filter, isFirst: after == nil, hasMore: hasMore, request.ui))
        }

        routes.get("c/:community/membres/moi", for: .inside) { request in
            .page(ownCardPage(try await ownCardForm(request), request.ui))
        }

        routes.post("c/:community/membres/moi", for: .inside, isLasting: true) { request in
            let own = OwnCard(request.form)
            func again(_ refusal: Refusal) async throws -> Answer {
                var form = try await ownCardForm(request)
                (form.own, form.refusal) = (own, refusal)
                return .page(ownCardPage(form, request.ui), status: refusal.status)
            }
            do {
                try await request.act { try $0.members.change(own) }
                return .seeOther(.ownCard, flash: .profileKept)
            } catch let refusal as Refusal where refusal.field != nil {
                return try await again(refusal)
            } catch let wall as GuardWall {
                return try await again(wall.refusal(field: "aider"))
            }
        }

        routes.post("c/:community/membres/quitter", for: .inside, isLasting: true) { request in
            let reason = LeavingReason(rawValue: request.form["raison"])
            try await request.act { try $0.members.leave(because: reason) }
            return .seeOther(.start, flash: .left)
        }

        routes.post("c/:community/membres/pause", for: .inside) { request in
            let (from, until) = (request.form["a-partir-du"], request.form["retour-le"])
            do {
                try await request.act { try $0.members.pause(from: from, until: until) }
                return .seeOther(.ownCard, flash: .paused)
            } catch let refusal as Refusal where refusal.field != nil {
                var form = try await ownCardForm(request)
                (form.pausedFrom, form.pausedUntil, form.refusal) = (from, until, refusal)
                return .page(ownCardPage(form, request.ui), status: refusal.status)
            }
        }

        routes.post("c/:community/membres/reprendre", for: .inside) { request in
            try await request.act { try $0.members.resume() }
            return .seeOther(.ownCard, flash: .resumed)
        }

        routes.get("c/:community/membres/:id", for: .member) { request in
            let id = try request.id(Member.self)
            if try await request.view({ try $0.questions.isAlias(id) }) { return .page(aliasPage(request.ui)) }
            return .page(memberPage(try await request.view { try MemberOnPage(id, $0) }, request.ui))
        }

        routes.post("c/:community/membres/:id/role", for: .facilitator) { request in
            let id = try request.id(Member.self)
            guard let role = Role(rawValue: request.form["role"]), role != .guest else { throw Refusal.notFound }
            let reason = request.form["raison"]
            do {
                try await request.act { try $0.members.change(id, to: role, because: reason) }
                return .seeOther(.member(id), flash: .roleChanged)
            } catch let refusal as Refusal where refusal.field == "raison" {
                var model = try await request.view { try MemberOnPage(id, $0) }
                (model.reason, model.refusal) = (reason, refusal)
                return .page(memberPage(model, request.ui), status: refusal.status)
            }
        }
    }

    private static func ownCardForm(_ request: WebRequest) async throws -> OwnCardForm {
        try await request.view { view in
            guard let id = view.actor.member else { throw Refusal.notFound }
            return OwnCardForm(profile: try view.members.profile(id), own: try view.members.ownCard())
        }
    }

    private static func invitations(_ routes: inout Routes) {
        routes.get("c/:community/invitations", for: .facilitator) { request in
            var form = InvitationForm()
            form.draft.guestOf = Question.ID(request.query["echange"])
            if form.draft.guestOf != nil { form.draft.role = .guest }
            return .page(invitationsPage(try await invitationsModel(request), form, request.ui))
        }

        routes.post("c/:community/invitations", for: .facilitator) { request in
            var form = InvitationForm()
            form.draft = InvitationDraft(
                email: request.form["courriel"], role: Role(rawValue: request.form["role"]) ?? .member,
                words: request.form["mot"], guestOf: Question.ID(request.form["echange"]))
            form.draft.language = Language(rawValue: request.form["langue"]) ?? .french
            let (draft, secret) = (form.draft, request.newSecret())
            do {
                try await request.act { _ = try $0.invitations.invite(draft, secret: secret) }
                return .seeOther(.invitations, flash: .invited)
            } catch let refusal as Refusal where refusal.field != nil {
                form.refusal = refusal
                return .page(
                    invitationsPage(try await invitationsModel(request), form, request.ui), status: refusal.status)
            }
        }

        routes.post("c/:community/invitations/relancer", for: .facilitator) { request in
            try await request.act { try $0.invitations.remindAll(makeSecret: request.newSecret) }
            return .seeOther(.invitations, flash: .invitationReminded)
        }

        routes.post("c/:community/invitations/:id/relancer", for: .facilitator) { request in
            let (id, secret) = (try request.id(Invitation.self), request.newSecret())
            try await request.act { try $0.invitations.remind(id, secret: secret) }
            return .seeOther(.invitations, flash: .invitationReminded)
        }

        routes.post("c/:community/invitations/:id/retirer", for: .facilitator) { request in
            let id = try request.id(Invitation.self)
            try await request.act { try $0.invitations.withdraw(id) }
            return .seeOther(.invitations, flash: .invitationWithdrawn)
        }
    }

    static func invitationsModel(_ request: WebRequest) async throws -> InvitationsOnPage {
        try await request.view { view in
            InvitationsOnPage(
                invitations: try view.invitations.all(), links: try view.invitations.links(),
                funnel: try view.invitations.funnel(),
                address: request.site.settings.url,
                questions: try view.questions.page(.waiting, limit: 20).questions,
                waiting: try view.joinRequests.waiting())
        }
    }
}

extension MemberDraft {
    init(_ form: Form) {
        self.init(
            name: form["nom"], profession: form["metier"], establishment: form["etablissement"], setting: form["lieu"],
            canHelpOn: form["aider"], wantsToLearn: form["apprendre"])
        (speciality, territory) = (form["specialite"], form["territoire"])
        isListed = !form.has("hors-annuaire")
    }
}

extension OwnCard {
    init(_ form: Form) {
        self.init(card: MemberDraft(form))
        for field in CardField.allCases {
            let audience = Audience(rawValue: form["vu-\(field.fieldName)"]) ?? .members
            if audience != .members { audiences[field] = audience }
        }
        asksPerMonth = Int(form["sollicitations"]) ?? asksPerMonth
        tempo = MailTempo(rawValue: form["courriels"]) ?? tempo
        digest = DigestMoment(
            minute: Int(form["resume-heure"]) ?? digest.minute,
            day: Int(form["resume-jour"]).flatMap { Weekday(rawValue: $0) } ?? digest.day)
        (rpps, finess) = (form["rpps"], form["finess"])
    }
}

extension CardField {
    /// The name of its field on the form.
    var fieldName: String {
        switch self {
        case .profession: "metier"
        case .speciality: "specialite"
        case .setting: "lieu"
        case .establishment: "etablissement"
        case .territory: "territoire"
        case .canHelpOn: "aider"
        case .wantsToLearn: "apprendre"
        }
    }
}
