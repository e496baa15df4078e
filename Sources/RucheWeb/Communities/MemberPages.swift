import Calendaring
import Markup
import Ruche

/// The directory: cards by name. Nobody is ranked.
func membersPage(_ list: [MemberProfile], _ filter: DirectoryFilter, isFirst: Bool, hasMore: Bool, _ ui: Screen) -> HTML
{
    let next = hasMore ? list.last : nil
    return page(
        Page(
            ui("Membres"), at: .members,
            """
            \(pageHead(ui("Membres"), lede: ui("Qui est là, et sur quoi chacun se propose d’aider."), actions: "<a class=\"btn btn--quiet\" href=\"\(ui.path(.roles))\">\(ui("Rôles et fonctions"))</a>\(if: ui.isFacilitator, "<a class=\"btn btn--primary\" href=\"\(ui.path(.invitations))\">\(icon(.mail))\(ui("Inviter"))</a>")"))
            \(directorySearch(filter, found: list.count, ui))
            \(if: list.isEmpty, emptyState(ui("Personne ne correspond"), ui("Essayez un mot plus court, ou un seul critère."), id: "vide", "<a class=\"btn\" href=\"\(ui.path(.members))\">\(ui("Voir tous les membres"))</a>"), else: "<ul class=\"rows mt-4\">\(each: list, { memberRow($0, ui) })</ul>")
            <nav class="pager mt-5" aria-label="\(ui("Pages de membres"))"><span class="btn-row">\(if: !isFirst, "<a class=\"btn\" href=\"\(ui.path(.members))\">\(ui("Revenir au début"))</a>")\(some: next, { last in
                "<a class=\"btn\" href=\"\(ui.path(.members))?apres=\(last.member.id.rawValue)&amp;apres-nom=\(piece: last.member.name)\">\(ui("Suite"))\(icon(.right))</a>"
            })</span></nav>
            """), ui)
}

/// Whom one looks for: by profession, by place, by words.
private func directorySearch(_ filter: DirectoryFilter, found: Int, _ ui: Screen) -> HTML {
    let settings =
        [(value: "", label: ui("Tous les lieux"))]
        + Question.Setting.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }
    let trades =
        [(value: "", label: ui("Tous les métiers"))] + Profession.all.map { (value: $0.code, label: ui.name(of: $0)) }
    return """
        <details class="more"\(flag: "open", !filter.isEmpty)><summary>\(ui("Chercher quelqu’un"))</summary>
        <form class="stack mt-3" method="get" action="\(ui.path(.members))" role="search" aria-label="\(ui("Chercher quelqu’un"))">
          \(Field(name: "mots", label: ui("Un nom, un métier, un sujet, un établissement")).input(filter.words, type: "search", maxLength: 100, ui))
          <div class="grid-2">\(Field(name: "specialite", label: ui("Spécialité")).input(filter.speciality, maxLength: 100, ui))\(Field(name: "territoire", label: ui("Territoire")).input(filter.territory, maxLength: 100, ui))</div>
          <div class="grid-2">\(Field(name: "metier", label: ui("Métier")).select(filter.profession?.code ?? "", trades, ui))\(Field(name: "lieu", label: ui("Lieu")).select(filter.setting?.rawValue ?? "", settings, ui))</div>
          <label class="choice"><input type="checkbox" name="disponible" value="1"\(flag: "checked", filter.isAvailable)><span class="choice__text">\(ui("Seulement qui veut bien être sollicité"))</span></label>
          <div class="btn-row"><button class="btn">\(icon(.search))\(ui("Chercher"))</button>\(if: !filter.isEmpty, "<a class=\"btn btn--quiet\" href=\"\(ui.path(.members))\">\(ui("Voir tous les membres"))</a>")</div>
        </form></details>\(if: !filter.isEmpty && found > 0, "<p class=\"meta mt-3\" role=\"status\">\(found < MemberQueries.foundAtMost ? ui("%d personne trouvée.", "%d personnes trouvées.", found) : ui("Les %d premières personnes. Ajoutez un critère pour voir les autres.", found))</p>")
        """
}

extension DirectoryFilter {
    init(_ query: Form) {
        self.init()
        profession = Profession(code: query["metier"])
        setting = Question.Setting(rawValue: query["lieu"])
        words = String(query["mots"].prefix(100))
        (speciality, territory) = (String(query["specialite"].prefix(100)), String(query["territoire"].prefix(100)))
        isAvailable = query.has("disponible")
    }
}

private func memberRow(_ profile: MemberProfile, _ ui: Screen) -> HTML {
    """
    <li class="stack stack--s">\(person(profile.member.author, ui))\(if: profile.member.role == .facilitator, "<p class=\"meta\">\(ui("à l’animation"))</p>")\(if: !profile.canHelpOn.isEmpty, "<p>\(ui("Peut aider sur : %@", profile.canHelpOn))</p>")\(if: profile.isPaused(at: ui.now), "<p class=\"meta\">\(ui("en pause"))</p>")\(if: !profile.isListed, "<p class=\"meta\">\(ui("hors de l’annuaire, à sa demande"))</p>")\(if: profile.member.isPending, "<p class=\"meta\">\(ui("Auteur d’une archive importée, sans compte"))</p>")</li>
    """
}

extension Member {
    var author: Author { Author(self) }
}

struct MemberOnPage: Sendable {
    let profile: MemberProfile
    let shared: [SharedPost]
    let thanks: [WordOfThanks]
    /// Whether the reader may write to them in private.
    let isReachable: Bool
    /// The reader facilitates, and said that they manage them at work.
    let isManaged: Bool
    /// Why a role changes, as it was typed and refused.
    var reason = ""
    var refusal: Refusal? = nil
    /// The reader's own year; nil on everybody else's page.
    let balance: Reciprocity?

    init(_ id: Member.ID, _ view: View) throws {
        isManaged = view.actor.isFacilitator ? try view.desk.managed().contains { $0.id == id } : false
        profile = try view.members.profile(id)
        shared = try view.members.shared(by: id, limit: 6)
        thanks = try view.members.thanks(to: id, limit: 3)
        isReachable =
            view.actor.role != .guest && view.actor.role != .observer && view.actor.member != nil
            ? try view.privateTalks.isReachable(id) : false
        balance = try view.actor.member == id && view.actor.role != .observer ? view.reciprocity.own() : nil
    }
}

/// What a member can help on and would like to learn, what they shared, the words that came back.
func memberPage(_ model: MemberOnPage, _ ui: Screen) -> HTML {
    let (profile, member) = (model.profile, model.profile.member)
    let isOwn = member.id == ui.member?.id
    let writing = "\(ui.path(.newPrivateTalk))?a=\(member.id)"
    let facts = [trade(member.author, ui), profile.speciality, profile.territory].compactMap { $0 }
    let lede = facts.isEmpty ? "" : facts.joined(separator: ", ") + "."
    return page(
        Page(
            member.name, at: .members,
            """
            \(crumbs([(ui("Membres"), .members)], ui))
            <div class="page-head"><div class="page-head__text person person--top">\(avatar(member.name, tone: member.id.rawValue, isLarge: true))<div><h1>\(member.name)</h1><p class="lede">\([lede, ui("Membre depuis %@.", ui.words.month(ui.words.zone.date(at: profile.joinedAt.milliseconds)))].filter { !$0.isEmpty }.joined(separator: " "))</p>\(if: profile.isPaused(at: ui.now), "<p class=\"meta mt-2\">\(ui("en pause"))</p>")</div></div>\(if: isOwn, "<div class=\"btn-row\"><a class=\"btn\" href=\"\(ui.path(.ownCard))\">\(icon(.edit))\(ui("Modifier votre carte"))</a></div>")\(if: !isOwn && model.isReachable, "<div class=\"btn-row\"><a class=\"btn\" href=\"\(writing)\">\(icon(.mail))\(ui("Écrire un mot"))</a></div>")</div>
            <div class="cols"><div class="stack stack--xl">
              \(if: member.isPending, "<p class=\"note\">\(icon(.info))\(ui("Ce profil vient d’une archive importée. Cette personne n’a pas de compte ici et ne reçoit rien."))</p>")
              \(if: !profile.canHelpOn.isEmpty || !profile.wantsToLearn.isEmpty, "<div class=\"grid-2\">\(topics(ui("Je peux aider sur"), id: "aide", profile.canHelpOn, ui))\(topics(ui("J’aimerais apprendre"), id: "appr", profile.wantsToLearn, ui))</div>")
              \(some: model.balance, { reciprocitySection($0, ui) })
              \(sharedList(model, isOwn: isOwn, ui))
            </div>
            <aside class="stack stack--l" aria-label="\(ui("Contact et disponibilité"))">
              \(if: !member.isPending, "<section class=\"card\" aria-labelledby=\"dispo\"><h2 class=\"small-head\" id=\"dispo\">\(isOwn ? ui("Ma disponibilité") : ui("Sa disponibilité"))</h2><p class=\"mt-2\">\(isOwn ? ui("On peut me solliciter") : ui("On peut solliciter %@", member.name.firstWord)) : \(ui.words(ofAsks: profile.asksPerMonth).lowercasedFirst)</p></section>")
              \(if: !model.thanks.isEmpty, "<section aria-labelledby=\"merci\"><h2 class=\"small-head mb-3\" id=\"merci\">\(ui("Mots reçus"))</h2>\(each: model.thanks, { thanksFigure($0, ui) })</section>")
              \(if: ui.isFacilitator && !isOwn && !member.isPending, "\(roleForm(model, ui))\(hierarchyCard(model, ui))")
            </aside></div>
            """), ui)
}

/// One topic a line; each leads to who else names it.
private func topics(_ title: String, id: String, _ words: String, _ ui: Screen) -> HTML {
    let list = words.split(separator: ",").map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    return """
        <section aria-labelledby="\(id)"><h2 id="\(id)" class="mb-3">\(title)</h2>\(if: list.isEmpty, "<p class=\"muted\">\(ui("Rien encore."))</p>", else: "<ul class=\"rows rows--tight\">\(each: list, { "<li><a href=\"\(ui.path(.members))?mots=\(piece: $0)\">\($0.capitalizedFirst)</a></li>" })</ul>")</section>
        """
}

private func sharedList(_ model: MemberOnPage, isOwn: Bool, _ ui: Screen) -> HTML {
    if model.shared.isEmpty { return "" }
    return """
        <section aria-labelledby="partage"><div class="section__head"><h2 id="partage">\(isOwn ? ui("Ce que j’ai partagé") : ui("Ce que %@ a partagé", model.profile.member.name.firstWord))</h2><a href="\(ui.path(.questionList(.author(model.profile.member.id))))">\(isOwn ? ui("Toutes mes questions") : ui("Toutes ses questions"))</a></div>
        <ul class="rows rows--tight">\(each: model.shared, { post in
            let link = post.number == 0 ? Link.question(post.question) : .reply(post.question, post.number)
            let kind = post.number == 0 ? ui("question, %d réponse", "question, %d réponses", post.replies) : post.isRetained ? ui("solution retenue") : ui("réponse")
            return "<li class=\"feed\">\(icon(post.number == 0 ? .ask : post.isRetained ? .done : .reply))<div><a href=\"\(ui.path(link))\">\(post.title)</a>, \(kind) <span class=\"meta\">\(ui.date(post.at).capitalizedFirst)</span></div></li>"
        })</ul></section>
        """
}

private func thanksFigure(_ thanks: WordOfThanks, _ ui: Screen) -> HTML {
    """
    <figure class="verbatim mb-3"><p>\(thanks.words)</p><figcaption>\(thanks.from), <a href="\(ui.path(.question(thanks.question)))">\(ui.date(thanks.at))</a></figcaption></figure>
    """
}

/// Of an alias there is nothing to say but why.
func aliasPage(_ ui: Screen) -> HTML {
    page(
        Page(
            ui("Membre anonyme"), at: .members,
            """
            \(crumbs([(ui("Membres"), .members)], ui))
            \(pageHead(ui("Membre anonyme"), lede: ui("Quelqu’un de la communauté a posé une question sans son nom. Rien ne permet de savoir qui, et rien ne le permettra plus tard.")))
            """), ui)
}

extension String {
    fileprivate var firstWord: String { split(separator: " ").first.map(String.init) ?? self }
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

private func roleForm(_ model: MemberOnPage, _ ui: Screen) -> HTML {
    let roles: [Role] = [.member, .facilitator, .observer]
    let profile = model.profile
    return """
        <section class="card" aria-labelledby="role-t"><h2 class="small-head" id="role-t">\(ui("Rôle dans la communauté"))</h2>
        <form class="stack mt-3" method="post" action="\(ui.path(.memberRole(profile.member.id)))">\(ui.formToken)\(Field(name: "role", label: ui("Rôle"), hint: ui("Chaque changement est noté dans le journal.")).select(profile.member.role.rawValue, roles.map { (value: $0.rawValue, label: ui.name(of: $0)) }, ui))\(Field(name: "raison", label: ui("Pourquoi"), hint: profile.member.role == .facilitator ? ui("La personne le lira, et le journal des actes aussi.") : ui("Nécessaire si la personne ne lit plus les échanges : elle le lira, et le journal des actes aussi."), isOptional: profile.member.role != .facilitator, refusal: model.refusal).input(model.reason, maxLength: 500, ui))<div class="btn-row"><button class="btn">\(ui("Changer le rôle"))</button></div></form></section>
        """
}

/// Whoever manages a member at work reads nothing of their silence, once they have said so.
private func hierarchyCard(_ model: MemberOnPage, _ ui: Screen) -> HTML {
    """
    <section class="card" aria-labelledby="hier"><h2 class="small-head" id="hier">\(ui("Au travail"))</h2><p class="muted mt-2">\(model.isManaged ? ui("Vous avez dit l’encadrer : vous ne verrez rien de son silence.") : ui("Si vous encadrez cette personne, dites-le : vous ne verrez rien de son silence."))</p><div class="mt-3">\(managerButton(of: model.profile.member.id, holds: model.isManaged, ui))</div></section>
    """
}

/// One's own card, and one's place in the community: who sees it, how one is asked and written to, pause, leave.
struct OwnCardForm: Sendable {
    let profile: MemberProfile
    var own: OwnCard
    var pausedFrom = ""
    var pausedUntil = ""
    var refusal: Refusal? = nil
}

func ownCardPage(_ form: OwnCardForm, _ ui: Screen) -> HTML {
    let (draft, refusal) = (form.own.card, form.refusal)
    let settings =
        [(value: "", label: ui("Non précisé"))]
        + Question.Setting.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }
    return page(
        Page(
            ui("Votre carte de membre"), at: .members,
            """
            \(pageHead(ui("Votre carte de membre"), lede: ui("Rien n’est obligatoire que votre nom. Pour chaque ligne, vous dites qui la voit.")))
            <div class="cols"><form class="stack stack--l" method="post" action="\(ui.path(.ownCard))" data-lasting>
              \(ui.formToken)
              \(Field(name: "nom", label: ui("Votre prénom et votre nom"), refusal: refusal).input(draft.name, autocomplete: "name", maxLength: 80, ui))
              <div class="grid-2">\(Field(name: "metier", label: ui("Votre métier"), isOptional: true, refusal: refusal).select(draft.profession, professions(ui), ui))\(Field(name: "lieu", label: ui("Où vous exercez"), isOptional: true).select(draft.setting, settings, ui))</div>
              \(Field(name: "specialite", label: ui("Votre spécialité"), isOptional: true, refusal: refusal).input(draft.speciality, maxLength: 120, ui))
              <div class="grid-2">\(Field(name: "etablissement", label: ui("Votre établissement"), isOptional: true, refusal: refusal).input(draft.establishment, autocomplete: "organization", maxLength: 120, ui))\(Field(name: "territoire", label: ui("Votre territoire"), hint: ui("Département, GHT ou vallée."), isOptional: true, refusal: refusal).input(draft.territory, maxLength: 120, ui))</div>
              \(Field(name: "aider", label: ui("Je peux aider sur"), hint: ui("Quelques mots, séparés par une virgule. L’accueil vous montrera d’abord ces questions."), isOptional: true, refusal: refusal).input(draft.canHelpOn, maxLength: 300, ui))
              \(Field(name: "apprendre", label: ui("J’aimerais apprendre"), isOptional: true, refusal: refusal).input(draft.wantsToLearn, maxLength: 300, ui))
              <div class="grid-2">\(Field(name: "sollicitations", label: ui("On peut me solliciter")).select(String(form.own.asksPerMonth), OwnCard.asksOffered.map { (value: String($0), label: ui.words(ofAsks: $0)) }, ui))\(Field(name: "courriels", label: ui("Les courriels des échanges")).select(form.own.tempo.rawValue, MailTempo.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }, ui))</div>
              \(digestMoment(form.own.digest, ui))
              \(audienceChoices(form.own, ui))
              \(numbers(form.own, refusal, ui))
              <label class="choice"><input type="checkbox" name="hors-annuaire" value="1"\(flag: "checked", !draft.isListed)><span class="choice__text">\(ui("Ne pas figurer dans l’annuaire"))<small>\(ui("Vos messages restent à votre nom ; seule l’animation vous y voit encore."))</small></span></label>
              <div class="btn-row"><button class="btn btn--primary">\(ui("Garder ma carte"))</button></div>
            </form>
            <aside class="stack stack--l" aria-label="\(ui("Votre place"))">\(pauseCard(form, ui))\(if: ui.isMember, "<section class=\"card\" aria-labelledby=\"vu\"><h2 class=\"small-head\" id=\"vu\">\(ui("Ce que l’animation lit de vous"))</h2><p class=\"mt-2\">\(ui("Ce que dirait de vous la liste des plus silencieux, et les notes à votre sujet."))</p><p class=\"mt-2\"><a class=\"link\" href=\"\(ui.path(.ownSilence))\">\(ui("Le lire"))</a></p></section>")\(leavingCard(ui))</aside></div>
            """), ui)
}

/// When a digest leaves: its hour, and its day when it is not of each day.
private func digestMoment(_ moment: DigestMoment, _ ui: Screen) -> HTML {
    let hours = DigestMoment.minutesOffered.map { minute in
        (value: String(minute), label: ui.words.time(DigestMoment(minute: minute, day: .monday).time))
    }
    let days = Weekday.allCases.map { (value: String($0.rawValue), label: ui.words.weekday($0)) }
    return """
        <div class="grid-2">\(Field(name: "resume-heure", label: ui("Le résumé part à")).select(String(moment.minute), hours, ui))\(Field(name: "resume-jour", label: ui("Celui de la semaine, le"), hint: ui("Celui du mois part le premier de ces jours.")).select(String(moment.day.rawValue), days, ui))</div>
        """
}

/// Field by field, who sees it. Closed while all members see all.
private func audienceChoices(_ own: OwnCard, _ ui: Screen) -> HTML {
    let audiences = Audience.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }
    return """
        <details class="more"\(flag: "open", !own.audiences.isEmpty)><summary>\(ui("Qui voit quoi"))</summary>
        <p class="hint mt-2">\(ui("Ce que vous cachez aux membres ne paraît ni sur votre carte, ni à côté de vos messages. Votre nom se voit toujours."))</p>
        <div class="grid-2 mt-3">\(each: CardField.allCases, { field in
            Field(name: "vu-\(field.fieldName)", label: ui.name(of: field)).select(own.audiences[field, default: .members].rawValue, audiences, ui)
        })</div></details>
        """
}

/// Numbers of a profession: for one's own certificates. A wrong key is said, and blocks nothing.
private func numbers(_ own: OwnCard, _ refusal: Refusal?, _ ui: Screen) -> HTML {
    let wrong = ui("Ce numéro est gardé, mais sa clé ne correspond pas : vérifiez-le.")
    let rppsHint =
        own.rpps.isEmpty || HealthIdentifier.isRPPS(own.rpps) ? ui("Onze chiffres.") : wrong
    let finessHint =
        own.finess.isEmpty || HealthIdentifier.isFINESS(own.finess) ? ui("Neuf signes, 2A ou 2B en Corse.") : wrong
    return """
        <details class="more"\(flag: "open", !own.rpps.isEmpty || !own.finess.isEmpty)><summary>\(ui("Numéros RPPS et FINESS"))</summary>
        <p class="hint mt-2">\(ui("Pour vos attestations. Vous seul·e les voyez."))</p>
        <div class="grid-2 mt-3">\(Field(name: "rpps", label: ui("Votre numéro RPPS"), hint: rppsHint, isOptional: true, refusal: refusal).input(own.rpps, maxLength: 20, ui))\(Field(name: "finess", label: ui("FINESS de votre établissement"), hint: finessHint, isOptional: true, refusal: refusal).input(own.finess, maxLength: 20, ui))</div></details>
        """
}

extension Screen {
    func name(of audience: Audience) -> String {
        switch audience {
        case .members: self("Tous les membres")
        case .facilitators: self("L’animation et moi")
        case .owner: self("Moi seulement")
        }
    }

    func name(of field: CardField) -> String {
        switch field {
        case .profession: self("Votre métier")
        case .speciality: self("Votre spécialité")
        case .setting: self("Où vous exercez")
        case .establishment: self("Votre établissement")
        case .territory: self("Votre territoire")
        case .canHelpOn: self("Je peux aider sur")
        case .wantsToLearn: self("J’aimerais apprendre")
        }
    }

    func name(of tempo: MailTempo) -> String {
        switch tempo {
        case .each: self("Un par réponse")
        case .daily: self("Un résumé par jour")
        case .weekly: self("Un résumé par semaine")
        case .monthly: self("Un résumé par mois")
        case .none: self("Aucun")
        }
    }

    func words(ofAsks count: Int) -> String {
        count == 0 ? self("Pas en ce moment") : self("Une fois par mois au plus", "%d fois par mois au plus", count)
    }
}

private func pauseCard(_ form: OwnCardForm, _ ui: Screen) -> HTML {
    let content: HTML
    if let until = form.profile.pausedUntil, until > ui.now {
        let coming = form.profile.pausedAt.flatMap { $0 > ui.now ? $0 : nil }
        content = """
            <p class="mt-2">\(coming.map { ui("Votre pause commence le %@ et finit le %@.", ui.date($0), ui.date(until)) } ?? ui("Vous êtes en pause jusqu’au %@. Aucun courriel ne part, votre place vous attend.", ui.date(until)))</p><div class="mt-3">\(actButton(coming == nil ? ui("Reprendre maintenant") : ui("Renoncer à cette pause"), .resume, ui))</div>
            """
    } else {
        content = """
            <p class="mt-2">\(ui("Congé, stage, trop de travail : les courriels s’arrêtent, votre place reste."))</p>
            <form class="stack stack--s mt-3" method="post" action="\(ui.path(.pause))">\(ui.formToken)\(Field(name: "a-partir-du", label: ui("À partir du"), hint: ui("Laissé vide : dès maintenant."), isOptional: true, refusal: form.refusal).input(form.pausedFrom, type: "date", ui))\(Field(name: "retour-le", label: ui("De retour le"), refusal: form.refusal).input(form.pausedUntil, type: "date", ui))<button class="btn btn--block">\(ui("Faire une pause"))</button></form>
            """
    }
    return """
        <section class="card" aria-labelledby="pause"><h2 class="small-head" id="pause">\(ui("Faire une pause"))</h2>\(content)</section>
        """
}

private func leavingCard(_ ui: Screen) -> HTML {
    """
    <section class="card" aria-labelledby="partir"><h2 class="small-head" id="partir">\(ui("Quitter la communauté"))</h2><p class="mt-2">\(ui("En un clic. Ce que vous avez écrit reste, à votre nom, et vous pourrez revenir."))</p>
    <form class="stack stack--s mt-3" method="post" action="\(ui.path(.leave))" data-lasting>\(ui.formToken)
      <details class="more"><summary>\(ui("Dire pourquoi, si vous voulez"))</summary><fieldset class="mt-2"><legend class="vh">\(ui("Pourquoi"))</legend>\(each: LeavingReason.allCases, { "<label class=\"choice\"><input type=\"radio\" name=\"raison\" value=\"\($0.rawValue)\"><span class=\"choice__text\">\(ui.name(of: $0))</span></label>" })</fieldset><p class="hint mt-2">\(ui("Les raisons sont comptées ensemble, sans nom."))</p></details>
      <button class="btn btn--danger">\(ui("Quitter la communauté"))</button></form></section>
    """
}

extension Screen {
    func name(of reason: LeavingReason) -> String {
        switch reason {
        case .changedPost: self("J’ai changé de poste")
        case .noTime: self("Je n’ai pas le temps")
        case .notUseful: self("Cela ne me sert pas")
        case .other: self("Autre chose")
        }
    }
}

struct InvitationForm {
    var draft = InvitationDraft()
    var refusal: Refusal? = nil
}

struct InvitationsOnPage: Sendable {
    let invitations: [Invitation]
    let links: [InvitationLink]
    let funnel: InvitationFunnel
    /// The server's, for links to be copied.
    let address: String
    let questions: [QuestionOnList]
    /// Requests to join that nobody has answered.
    let waiting: Int
}

func invitationsPage(
    _ model: InvitationsOnPage, _ form: InvitationForm, links: InvitationLinkForm = InvitationLinkForm(), _ ui: Screen
) -> HTML {
    let roles: [Role] = [.member, .facilitator, .guest, .observer]
    let questions =
        [(value: "", label: ui("Aucun"))] + model.questions.map { (value: $0.id.description, label: $0.title) }
    return page(
        Page(
            ui("Invitations"), at: .facilitation,
            """
            \(pageHead(ui("Inviter des personnes"), lede: ui("Une invitation personnelle, avec un mot de vous, vaut mieux qu’une annonce."), actions: "<a class=\"btn\" href=\"\(ui.path(.memberImports))\">\(icon(.users))\(ui("Inviter d’après une liste"))</a><a class=\"btn\" href=\"\(ui.path(.joinRequests))\">\(model.waiting == 0 ? ui("Demandes à rejoindre") : ui("%d demande à rejoindre", "%d demandes à rejoindre", model.waiting))</a>"))
            <div class="stack stack--xl narrow">
              <form class="stack" method="post" action="\(ui.path(.invitations))">
                \(ui.formToken)
                \(Field(name: "courriel", label: ui("Adresse de courriel"), refusal: form.refusal).input(form.draft.email, type: "email", maxLength: 254, ui))
                \(Field(name: "mot", label: ui("Un mot de vous"), hint: ui("Pourquoi cette personne, et ce qu’elle pourrait y trouver."), isOptional: true, refusal: form.refusal).textarea(form.draft.words, rows: 3, ui))
                \(Field(name: "role", label: ui("Comme")).select(form.draft.role.rawValue, roles.map { (value: $0.rawValue, label: ui.name(of: $0)) }, ui))
                \(Field(name: "echange", label: ui("Échange, pour une personne invitée à un seul"), isOptional: true, refusal: form.refusal).select(form.draft.guestOf?.description ?? "", questions, ui))
                \(Field(name: "langue", label: ui("Langue de la lettre")).select(form.draft.language.rawValue, [(value: "fr", label: "Français"), (value: "en", label: "English")], ui))
                <div class="btn-row"><button class="btn btn--primary">\(icon(.send))\(ui("Envoyer l’invitation"))</button></div>
              </form>
              \(invitationLinks(model.links, links, address: model.address, ui))
              <section aria-labelledby="envoyees"><h2 id="envoyees">\(ui("Invitations envoyées"))</h2>
              \(if: model.funnel.sent > 0, "<p class=\"mt-2\">\(ui.words(of: model.funnel))</p>")
              \(if: silent(model, ui) > 1, "<div class=\"mt-3\">\(actButton(ui("Relancer %d invitation sans réponse", "Relancer les %d invitations sans réponse", silent(model, ui)), .remindInvitations, ui))</div>")
              \(if: model.invitations.isEmpty, "<p class=\"muted mt-3\">\(ui("Aucune encore. La première mènera à une page où il suffit d’un nom et d’un métier."))</p>", else: "<ul class=\"rows mt-3\">\(each: model.invitations, { invitationRow($0, ui) })</ul>")</section>
            </div>
            """), ui)
}

/// How many the reader may remind at once.
private func silent(_ model: InvitationsOnPage, _ ui: Screen) -> Int {
    model.invitations.count { $0.mayBeReminded(by: ui.member?.id, at: ui.now) }
}

private func invitationRow(_ invitation: Invitation, _ ui: Screen) -> HTML {
    let state = invitation.state(at: ui.now)
    let word =
        switch state {
        case .sent: ui("envoyée %@", ui.relative(invitation.sentAt))
        case .opened: ui("ouverte")
        case .accepted: ui("acceptée")
        case .declined: ui("déclinée")
        case .withdrawn: ui("retirée")
        case .expired: ui("expirée")
        }
    return """
        <li class="spread"><div><p>\(invitation.email.rawValue.isEmpty ? ui("adresse oubliée") : invitation.email.rawValue)</p><p class="meta">\(word), \(ui.name(of: invitation.role))\(some: invitation.remindedAt, { ", \(ui("relancée %@", ui.relative($0)))" })</p></div><div class="btn-row">\(if: invitation.mayBeReminded(by: ui.member?.id, at: ui.now), actButton(ui("Relancer, une seule fois"), .remindInvitation(invitation.id), ui))\(if: state == .sent || state == .opened, actButton(ui("Retirer"), .withdrawInvitation(invitation.id), ui, style: .quiet))</div></li>
        """
}
