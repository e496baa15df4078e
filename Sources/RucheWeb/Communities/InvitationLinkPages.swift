import Markup
import Ruche

struct InvitationLinkForm {
    var draft = InvitationLinkDraft()
    var refusal: Refusal? = nil
}

/// The links for several people: those there are, and the making of one.
func invitationLinks(_ links: [InvitationLink], _ form: InvitationLinkForm, address: String, _ ui: Screen) -> HTML {
    let landings = InvitationLink.Landing.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }
    return """
        <section aria-labelledby="liens"><h2 id="liens">\(ui("Un lien pour plusieurs personnes"))</h2>
        <p class="muted mt-2">\(ui("Pour une affiche, une réunion de service, un courriel d’équipe. Chacun donne son adresse et reçoit sa propre invitation."))</p>
        \(if: !links.isEmpty, "<ul class=\"rows mt-3\">\(each: links, { linkRow($0, address: address, ui) })</ul>")
        <details class="more mt-4"\(flag: "open", form.refusal != nil)><summary>\(ui("Créer un lien"))</summary>
        <form class="stack mt-3" method="post" action="\(ui.path(.invitationLinks))">\(ui.formToken)
          <div class="grid-2">\(Field(name: "places", label: ui("Nombre de personnes"), refusal: form.refusal).input(String(form.draft.places), type: "number", ui))\(Field(name: "jours", label: ui("Ouvert pendant (jours)"), refusal: form.refusal).input(String(form.draft.days), type: "number", ui))</div>
          <div class="grid-2">\(Field(name: "domaine-courriel", label: ui("Réservé aux adresses en"), hint: ui("Par exemple : hopital.fr. Laissé vide, toutes les adresses conviennent."), isOptional: true, refusal: form.refusal).input(form.draft.domain, maxLength: 100, ui))\(Field(name: "arrivee", label: ui("Page d’arrivée")).select(form.draft.leadsTo.rawValue, landings, ui))</div>
          <div class="btn-row"><button class="btn">\(icon(.link))\(ui("Créer le lien"))</button></div>
        </form></details></section>
        """
}

private func linkRow(_ link: InvitationLink, address: String, _ ui: Screen) -> HTML {
    let state = link.state(at: ui.now)
    let word =
        switch state {
        case .open: ui("ouvert jusqu’au %@", ui.words.day(link.expiresAt.milliseconds))
        case .full: ui("complet")
        case .expired: ui("expiré")
        case .closed: ui("fermé")
        }
    let facts = [
        word, ui("%d place prise sur %@", "%d places prises sur %@", link.used, ui.words.number(link.places)),
        link.domain.isEmpty ? nil : ui("adresses en @%@", link.domain),
    ].compactMap { $0 }
    return """
        <li class="spread"><div>\(if: state == .open, "<p><code class=\"wrap\">\(address + ui.path(.joinByLink(link.token)))</code></p>")<p class="meta">\(facts.joined(separator: ", "))</p></div>\(if: state == .open, actButton(ui("Fermer"), .closeInvitationLink(link.id), ui, style: .quiet))</li>
        """
}

struct LinkJoiningForm {
    let link: InvitationLink
    let community: Community
    var email = ""
    var draft = MemberDraft()
    var refusal: Refusal? = nil
    var isSent = false
}

/// What the link opens: for somebody signed in, a name and a profession; for anybody else, an address to be proved.
func linkJoiningPage(_ secret: Secret, _ form: LinkJoiningForm, _ ui: Screen) -> HTML {
    let (link, community) = (form.link, form.community)
    let card: HTML
    if form.isSent {
        card = """
            <h2>\(ui("Regardez vos courriels"))</h2><p>\(ui("Si cette adresse convient, une invitation vient de partir. Elle mène à une page où il suffit d’un nom et d’un métier."))</p><p class="meta">\(ui("Rien reçu après cinq minutes ? Regardez dans les indésirables, puis recommencez."))</p>
            """
    } else if community.closedAt != nil {
        card = """
            <h2>\(ui("Ce lien n’est plus ouvert"))</h2><p>\(ui("La communauté est close."))</p>
            """
    } else if link.state(at: ui.now) != .open {
        card = """
            <h2>\(ui("Ce lien n’est plus ouvert"))</h2><p>\(ui("Demandez une invitation à la personne qui vous l’a donné."))</p>
            """
    } else if ui.visitor != nil {
        card = """
            <h2>\(ui("Rejoindre"))</h2>
            <form class="stack" method="post" action="\(ui.path(.joinByLink(secret.text)))">\(ui.formToken)\(refusalNote(form.refusal, fields: ["nom", "metier"], ui))
              \(Field(name: "nom", label: ui("Votre prénom et votre nom"), refusal: form.refusal).input(form.draft.name, autocomplete: "name", maxLength: 80, ui))
              \(Field(name: "metier", label: ui("Votre métier"), isOptional: true, refusal: form.refusal).select(form.draft.profession, professions(ui), ui))
              \(dataNotice(ui))<button class="btn btn--primary btn--lg btn--block">\(ui("Rejoindre la communauté"))</button></form>
            """
    } else {
        card = """
            <h2>\(ui("Recevoir mon invitation"))</h2>
            <form class="stack" method="post" action="\(ui.path(.joinByLink(secret.text)))">\(ui.formToken)\(refusalNote(form.refusal, fields: ["courriel"], ui))
              \(Field(name: "courriel", label: ui("Votre adresse de courriel"), hint: link.domain.isEmpty ? nil : ui("Ce lien est réservé aux adresses en @%@.", link.domain), refusal: form.refusal).input(form.email, type: "email", autocomplete: "email", maxLength: 254, ui))
              \(dataNotice(ui))<button class="btn btn--primary btn--lg btn--block">\(ui("Recevoir mon invitation"))</button></form>
            """
    }
    return barePage(
        ui("Invitation"),
        """
        <div class="sign">
          <div class="stack stack--l"><p class="eyebrow">\(ui("%@ vous invite", link.author))</p><h1>\(community.name)</h1>
            \(if: !community.domain.isEmpty, "<p class=\"lede\">\(community.domain)</p>")
            <p class="meta">\(ui("On y pose ses vraies questions, on raconte ce qui a marché. Aucun élément sur les patients, jamais. On peut partir en un clic."))</p></div>
          <div class="card stack">\(card)</div>
        </div>
        """, ui)
}

extension Screen {
    func name(of landing: InvitationLink.Landing) -> String {
        switch landing {
        case .home: self("L’accueil")
        case .charter: self("La charte")
        case .questions: self("Les questions")
        case .meetings: self("Les rencontres")
        }
    }
}

extension Link {
    static func landing(_ landing: InvitationLink.Landing) -> Link {
        switch landing {
        case .home: .home
        case .charter: .charter
        case .questions: .questions
        case .meetings: .meetings
        }
    }
}

extension Link {
    static let invitationLinks = Link.inside("/invitations/liens")
    static func closeInvitationLink(_ id: InvitationLink.ID) -> Link { .inside("/invitations/liens/\(id)/fermer") }
}

extension Screen {
    /// "12 envoyées, 10 ouvertes, 9 acceptées, 8 personnes ont accepté la charte, 7 ont fait un premier geste."
    func words(of funnel: InvitationFunnel) -> String {
        [
            self("%d envoyée", "%d envoyées", funnel.sent), self("%d ouverte", "%d ouvertes", funnel.opened),
            self("%d acceptée", "%d acceptées", funnel.accepted),
            funnel.declined > 0 ? self("%d déclinée", "%d déclinées", funnel.declined) : nil,
            self("%d personne a accepté la charte", "%d personnes ont accepté la charte", funnel.charter),
            self("%d personne a fait un premier geste", "%d personnes ont fait un premier geste", funnel.active),
        ].compactMap { $0 }.joined(separator: ", ") + "."
    }
}

extension Link {
    static let remindInvitations = Link.inside("/invitations/relancer")
    static func remindInvitation(_ id: Invitation.ID) -> Link { .inside("/invitations/\(id)/relancer") }
}
