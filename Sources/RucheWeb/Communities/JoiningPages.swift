import Markup
import Ruche

struct CommunityOnList: Sendable {
    let card: CommunityCard
    let role: Role
}

/// The communities of the person, whatever their number.
func communitiesPage(_ list: [CommunityOnList], left: [CommunityCard], _ ui: Screen) -> HTML {
    let create: HTML =
        "<a class=\"btn btn--primary\" href=\"\(ui.path(.newCommunity))\">\(icon(.plus))\(ui("Créer une communauté"))</a>"
    return page(
        Page(
            ui("Vos communautés"),
            """
            \(pageHead(ui("Vos communautés"), lede: ui("Des pairs d’un même champ qui apprennent les uns des autres, dans la durée."), actions: list.isEmpty ? "" : create))
            \(if: list.isEmpty, emptyState(ui("Aucune communauté pour l’instant"), ui("Une invitation vous y mènera. Ou bien créez la vôtre : on peut commencer à deux."), id: "vide", create), else: """
                <ul class="rows">\(each: list, { communityRow($0, ui) })</ul>
                """)
            \(if: !left.isEmpty, """
                <section class="mt-6" aria-labelledby="quittees"><h2 id="quittees">\(ui("Celles que vous avez quittées"))</h2><ul class="rows mt-3">\(each: left, { "<li class=\"spread\"><p>\($0.name)</p>\(actButton(ui("Revenir"), .comeBack($0.slug), ui))</li>" })</ul></section>
                """)
            """), ui)
}

private func communityRow(_ community: CommunityOnList, _ ui: Screen) -> HTML {
    """
    <li class="ask"><h2 class="ask__title"><a href="\(ui.path(.community(community.card.slug)))">\(community.card.name)</a></h2><p class="meta">\(ui("%d membre", "%d membres", community.card.members)), \(ui.name(of: community.role))\(if: !community.card.isOpen, ", \(ui("pas encore ouverte"))")\(if: community.card.closedAt != nil, ", \(ui("close"))")\(if: community.card.isOpen && !community.card.isLaunched, ", \(ui("en préparation"))")</p></li>
    """
}

extension Screen {
    func name(of role: Role) -> String {
        switch role {
        case .facilitator: self("à l’animation")
        case .member: self("membre")
        case .guest: self("invité d’un échange")
        case .observer: self("marraine ou parrain")
        }
    }
}

extension Screen {
    /// What an invitation makes of somebody, where that is not simply a member.
    func meaning(of role: Role, exchange: String?) -> String? {
        switch role {
        case .member: nil
        case .guest:
            exchange.map { self("L’invitation ouvre un seul échange : « %@ ».", $0) }
                ?? self("L’invitation ouvre un seul échange.")
        case .facilitator: self("Vous feriez partie de l’animation, qui prend soin des échanges.")
        case .observer: self("Comme marraine ou parrain, vous verriez l’évaluation d’ensemble, pas les échanges.")
        }
    }
}

struct CommunityForm {
    var draft = CommunityDraft()
    var refusal: Refusal? = nil
}

func newCommunityPage(_ form: CommunityForm, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Créer une communauté"),
            """
            \(pageHead(ui("Créer une communauté"), lede: ui("Un nom suffit pour commencer. Les sept étapes de la mise en place viennent ensuite, dans l’ordre qui vous convient.")))
            <form class="stack stack--l narrow" method="post" action="\(ui.path(.newCommunity))">
              \(ui.formToken)
              \(Field(name: "nom", label: ui("Le nom de la communauté"), hint: ui("Par exemple : Douleur la nuit en EHPAD."), refusal: form.refusal).input(form.draft.name, maxLength: 80, ui))
              \(Field(name: "domaine", label: ui("Son domaine, en une phrase"), hint: ui("Ce que ses membres partagent dans leur pratique."), isOptional: true, refusal: form.refusal).textarea(form.draft.domain, rows: 2, ui))
              \(Field(name: "adresse", label: ui("Son adresse"), hint: ui("Lettres sans accent et tirets. Laissée vide, elle est tirée du nom."), isOptional: true, refusal: form.refusal).input(form.draft.slug, maxLength: 40, ui))
              <div class="grid-2">\(Field(name: "prenom-nom", label: ui("Votre prénom et votre nom"), hint: ui("Comme les membres vous verront."), isOptional: true, refusal: form.refusal).input(form.draft.facilitator, autocomplete: "name", maxLength: 80, ui))\(Field(name: "metier", label: ui("Votre métier"), isOptional: true, refusal: form.refusal).select(form.draft.profession, professions(ui), ui))</div>
              <div class="btn-row"><button class="btn btn--primary">\(ui("Créer la communauté"))</button><a class="btn btn--quiet" href="/">\(ui("Renoncer"))</a></div>
            </form>
            """), ui)
}

func professions(_ ui: Screen) -> [(value: String, label: String)] {
    [(value: "", label: ui("Non précisé"))]
        + Profession.choices(in: ui.language).map { (value: $0.stored, label: $0.title) }
}

struct JoiningForm {
    let invitation: Invitation
    let community: Community
    /// In force in the community, to be accepted in passing.
    let charter: Charter?
    var acceptsCharter = false
    /// The title of the one exchange that a guest is invited to.
    var exchange: String? = nil
    var draft = MemberDraft()
    var refusal: Refusal? = nil

    init(invitation: Invitation, community: Community, charter: Charter?) {
        (self.invitation, self.community, self.charter) = (invitation, community, charter)
    }
}

/// One page from the invitation to being a member, with a name and a profession.
func joiningPage(_ secret: Secret, _ form: JoiningForm, _ ui: Screen) -> HTML {
    let (invitation, community) = (form.invitation, form.community)
    if community.closedAt != nil {
        return barePage(
            ui("Invitation"),
            deadInvitation(ui("La communauté est close"), ui("On n’y entre plus. Merci de votre intérêt."), ui), ui)
    }
    let content: HTML
    switch invitation.state(at: ui.now) {
    case .accepted:
        content = deadInvitation(
            ui("Cette invitation a déjà servi"), ui("Connectez-vous avec l’adresse qui l’a reçue."), ui)
    case .withdrawn:
        content = deadInvitation(
            ui("Cette invitation a été retirée"), ui("Demandez-en une autre à la personne qui vous a écrit."), ui)
    case .expired:
        content = deadInvitation(
            ui("Cette invitation a plus de 30 jours"), ui("Demandez-en une autre à la personne qui vous a écrit."), ui)
    case .sent, .opened, .declined:
        content = """
            <div class="sign">
              <div class="stack stack--l"><p class="eyebrow">\(ui("%@ vous invite", invitation.inviter))</p><h1>\(community.name)</h1>
                \(if: !community.domain.isEmpty, "<p class=\"lede\">\(community.domain)</p>")
                \(some: ui.meaning(of: invitation.role, exchange: form.exchange), { "<p>\($0)</p>" })
                \(if: !invitation.words.isEmpty, "<blockquote class=\"verbatim\"><p>\(invitation.words)</p><p class=\"meta\">\(invitation.inviter)</p></blockquote>")
                <p class="meta">\(ui("On y pose ses vraies questions, on raconte ce qui a marché. Aucun élément sur les patients, jamais. On peut partir en un clic."))</p></div>
              <div class="card stack"><h2>\(ui("Rejoindre"))</h2>
                <form class="stack" method="post" action="\(ui.path(.invitation(secret.text)))">
                  \(ui.formToken)\(refusalNote(form.refusal, fields: ["nom", "metier"], ui))
                  \(Field(name: "nom", label: ui("Votre prénom et votre nom"), refusal: form.refusal).input(form.draft.name, autocomplete: "name", maxLength: 80, ui))
                  \(Field(name: "metier", label: ui("Votre métier"), isOptional: true, refusal: form.refusal).select(form.draft.profession, professions(ui), ui))
                  \(Field(name: "etablissement", label: ui("Votre établissement"), isOptional: true, refusal: form.refusal).input(form.draft.establishment, autocomplete: "organization", maxLength: 120, ui))
                  \(Field(name: "aider", label: ui("Je peux aider sur"), hint: ui("Quelques mots, séparés par une virgule."), isOptional: true, refusal: form.refusal).input(form.draft.canHelpOn, maxLength: 300, ui))
                  \(some: invitation.role == .member || invitation.role == .facilitator ? form.charter : nil, { charterChoice($0, isOn: form.acceptsCharter, ui) })
                  <label class="choice"><input type="checkbox" name="mon-appareil" value="1"><span class="choice__text">\(ui("C’est mon appareil"))<small>\(ui("La session reste ouverte trois mois. Sinon elle se ferme après une heure sans rien faire."))</small></span></label>
                  \(dataNotice(ui))
                  <button class="btn btn--primary btn--lg btn--block">\(ui("Rejoindre la communauté"))</button>
                </form>
                <form method="post" action="\(ui.path(.declineInvitation(secret.text)))">\(ui.formToken)<button class="btn btn--quiet">\(ui("Décliner, sans avoir à dire pourquoi"))</button></form>
              </div>
            </div>
            """
    }
    return barePage(ui("Invitation"), content, ui)
}

/// The charter may be read and accepted on the same page; without the tick it is asked later.
func charterChoice(_ charter: Charter, isOn: Bool, _ ui: Screen) -> HTML {
    """
    <details class="more"><summary>\(ui("Lire la charte de la communauté"))</summary><div class="prose mt-2">\(HTML(trusting: charter.html))</div></details>
    <label class="choice"><input type="checkbox" name="charte" value="\(charter.id)"\(flag: "checked", isOn)><span class="choice__text">\(ui("J’accepte la charte"))<small>\(ui("Vous pourrez aussi le faire plus tard, ou revenir dessus."))</small></span></label>
    """
}

private func deadInvitation(_ title: String, _ sentence: String, _ ui: Screen) -> HTML {
    """
    <div class="narrow stack stack--l"><h1>\(title)</h1><p class="lede">\(sentence)</p><div class="btn-row"><a class="btn btn--primary" href="\(ui.path(.signIn))">\(ui("Se connecter"))</a></div></div>
    """
}

func declinedPage(_ ui: Screen) -> HTML {
    barePage(
        ui("Invitation déclinée"),
        "<div class=\"narrow stack stack--l\"><h1>\(ui("C’est noté"))</h1><p class=\"lede\">\(ui("Vous ne recevrez rien d’autre. Le lien reste valable si vous changez d’avis."))</p></div>",
        ui)
}
