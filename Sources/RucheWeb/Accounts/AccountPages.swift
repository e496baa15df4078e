import Calendaring
import Markup
import Ruche

import struct Persistence.Instant

struct SignInForm {
    var email = ""
    var leadsTo: String
    /// Which of its two doors was tried.
    var isByPassword = false
    var refusal: Refusal? = nil

    init(leadsTo: String) { self.leadsTo = leadsTo }
}

func signInPage(_ form: SignInForm, _ ui: Screen) -> HTML {
    barePage(
        ui("Se connecter"),
        """
        <div class="sign">
          <div class="stack stack--l">
            <h1>\(ui("Entre pairs, on trouve plus vite."))</h1>
            <p class="lede">\(ui("Des professionnels de santé se posent leurs vraies questions, essaient, et racontent ce qui a marché."))</p>
            <p class="meta only-wide">\(ui("Réservé aux membres invités. Aucun élément sur les patients, jamais."))</p>
            \(if: ui.isDemonstration, demonstrationDoor(ui))
          </div>
          <div class="card stack">
            <h2>\(ui("Se connecter"))</h2>
            <form class="stack" method="post" action="\(ui.path(.signIn))">
              \(ui.formToken)<input type="hidden" name="suite" value="\(form.leadsTo)">
              \(if: !form.isByPassword, refusalNote(form.refusal, fields: ["courriel"], ui))
              \(Field(name: "courriel", label: ui("Votre adresse de courriel"), hint: ui("Celle qui a reçu l’invitation."), refusal: form.isByPassword ? nil : form.refusal).input(form.isByPassword ? "" : form.email, type: "email", autocomplete: "username", maxLength: 254, ui))
              <button class="btn btn--primary btn--lg btn--block">\(icon(.mail))\(ui("Recevoir un lien de connexion"))</button>
              <p class="hint">\(ui("Valable 15 minutes. Rien à retenir."))</p>
            </form>
            <details class="more"\(flag: "open", form.isByPassword)><summary>\(ui("Utiliser un mot de passe"))</summary>\(passwordForm(form, ui))</details>
            <hr class="mt-0">
            <p class="hint">\(ui("Pas encore membre ? L’invitation d’une communauté, ou son lien, mène à une page où il suffit d’un nom."))</p>
          </div>
        </div>
        """, ui)
}

private func passwordForm(_ form: SignInForm, _ ui: Screen) -> HTML {
    let refusal = form.isByPassword ? form.refusal : nil
    return """
        <form class="stack mt-3" method="post" action="\(ui.path(.passwordSignIn))">
          \(ui.formToken)<input type="hidden" name="suite" value="\(form.leadsTo)">
          \(refusalNote(refusal, fields: ["courriel", "mot-de-passe"], ui))
          \(Field(name: "courriel-mdp", label: ui("Adresse de courriel"), refusal: refusal, formName: "courriel").input(form.isByPassword ? form.email : "", type: "email", autocomplete: "username", maxLength: 254, ui))
          \(Field(name: "mot-de-passe", label: ui("Mot de passe"), refusal: refusal).input("", type: "password", autocomplete: "current-password", maxLength: 400, ui))
          \(ownDeviceChoice(ui))
          <div class="btn-row"><button class="btn">\(ui("Se connecter"))</button></div>
          <p class="hint">\(ui("Oublié ? Recevez un lien de connexion, ci-dessus : il vous laissera en choisir un autre."))</p>
        </form>
        """
}

func ownDeviceChoice(_ ui: Screen) -> HTML {
    """
    <label class="choice"><input type="checkbox" name="mon-appareil" value="1"><span class="choice__text">\(ui("C’est mon appareil"))<small>\(ui("La session reste ouverte trois mois. Sinon elle se ferme après une heure sans rien faire."))</small></span></label>
    """
}

/// On the demonstration alone: one click for each role.
private func demonstrationDoor(_ ui: Screen) -> HTML {
    let roles = [
        ("facilitator", ui("Animatrice")), ("member", ui("Membre")), ("guest", ui("Invité d’un échange")),
        ("observer", ui("Marraine de la communauté")), ("administrator", ui("Administratrice du serveur")),
    ]
    return """
        <section class="well stack" aria-labelledby="demo"><h2 class="small-head" id="demo">\(ui("Démonstration : entrer comme…"))</h2>
        <div class="btn-row">\(each: roles, { role, label in
            "<form method=\"post\" action=\"\(ui.path(.signInDemo))\">\(ui.formToken)<input type=\"hidden\" name=\"role\" value=\"\(role)\"><button class=\"btn\">\(label)</button></form>"
        })</div><p class="meta">\(ui("Les personnes et les lieux sont inventés. Les courriels ne partent pas : ils se lisent sur la page")) <a href="\(ui.path(.mailbox))">\(ui("Courriels envoyés"))</a>.</p></section>
        """
}

func linkSentPage(_ ui: Screen) -> HTML {
    barePage(
        ui("Courriel envoyé"),
        """
        <div class="narrow stack stack--l"><h1>\(ui("Regardez vos courriels"))</h1>
        <p class="lede">\(ui("Si cette adresse a un compte, un lien de connexion vient d’y partir. Il est valable 15 minutes et sert une fois, sur cet appareil ou sur un autre."))</p>
        <p class="muted">\(ui("Rien reçu après cinq minutes ? Regardez dans les indésirables, ou vérifiez que c’est bien l’adresse qui a reçu l’invitation."))</p>
        <div class="btn-row"><a class="btn" href="\(ui.path(.signIn))">\(ui("Essayer une autre adresse"))</a>\(if: ui.isDemonstration, "<a class=\"btn\" href=\"\(ui.path(.mailbox))\">\(icon(.mail))\(ui("Courriels envoyés"))</a>")</div></div>
        """, ui)
}

/// What a link opens: one button. Opened by a scanner, it signs nobody in.
func linkPage(_ secret: Secret, _ state: SignInLink.State, _ refusal: Refusal?, _ ui: Screen) -> HTML {
    let content: HTML
    switch state {
    case .valid where refusal == nil:
        content = """
            <h1>\(ui("Bienvenue"))</h1><p class="lede">\(ui("Encore un geste, et vous y êtes."))</p>
            <form class="stack" method="post" action="\(ui.path(.signInLink(secret.text)))">\(ui.formToken)
              <button class="btn btn--primary btn--lg">\(ui("Entrer dans Ruche"))</button>
              \(ownDeviceChoice(ui))
            </form>
            """
    case .used: content = deadLink(ui("Ce lien a déjà servi"), ui)
    case .expired, .valid: content = deadLink(ui("Ce lien a plus de 15 minutes"), ui)
    case .unknown: content = deadLink(ui("Ce lien n’est pas reconnu"), ui)
    }
    return barePage(ui("Se connecter"), "<div class=\"narrow stack stack--l\">\(content)</div>", ui)
}

private func deadLink(_ title: String, _ ui: Screen) -> HTML {
    """
    <h1>\(title)</h1><p class="lede">\(ui("Recevez-en un nouveau, votre page vous attend."))</p>
    <div class="btn-row"><a class="btn btn--primary" href="\(ui.path(.signIn))">\(ui("Recevoir un nouveau lien"))</a></div>
    """
}

/// What the page of the account shows beside the person.
struct AccountOnPage: Sendable {
    let sessions: [Session]
    let passwordChosenAt: Instant?
    let change: AddressChange?
    /// The name as it was typed and refused.
    var name: String? = nil
    var refusal: Refusal? = nil

    init(_ view: View, _ person: Person.ID) throws {
        sessions = try view.accounts.sessions(of: person)
        passwordChosenAt = try view.accounts.passwordChosenAt(by: person)
        change = try view.accounts.addressChange(of: person)
    }
}

func accountPage(_ visitor: Visitor, _ model: AccountOnPage, _ ui: Screen) -> HTML {
    let sessions = model.sessions
    return page(
        Page(
            ui("Votre compte"),
            """
            \(pageHead(ui("Votre compte"), lede: ui("%@, %@.", visitor.person.name, visitor.person.email.rawValue)))
            <div class="narrow stack stack--l">
              \(some: model.change, { changeNote($0, ui) })
              <section aria-labelledby="entrer"><h2 id="entrer">\(ui("Entrer"))</h2>
              <dl class="sheet__list mt-2">
                <div class="sheet__line"><dt>\(ui("Nom"))</dt><dd>\(visitor.person.name)<form class="stack stack--s mt-2" method="post" action="\(ui.path(.ownName))">\(ui.formToken)\(Field(name: "nom", label: ui("Le nom de votre compte"), hint: ui("Celui que disent les courriels. Chaque carte de membre garde le sien."), refusal: model.refusal).input(model.name ?? visitor.person.name, autocomplete: "name", maxLength: 80, ui))<div class="btn-row"><button class="btn">\(ui("Changer de nom"))</button></div></form></dd></div>
                <div class="sheet__line"><dt>\(ui("Adresse de courriel"))</dt><dd>\(visitor.person.email.rawValue)<br><a class="link" href="\(ui.path(.ownAddress))">\(ui("Changer d’adresse"))</a></dd></div>
                <div class="sheet__line"><dt>\(ui("Mot de passe"))</dt><dd>\(some: model.passwordChosenAt, { "\(ui("Choisi le %@", ui.date($0)))" }, else: "\(ui("Aucun : vous entrez par un lien reçu par courriel, et c’est très bien."))")<br><a class="link" href="\(ui.path(.ownPassword))">\(model.passwordChosenAt == nil ? ui("Choisir un mot de passe") : ui("Changer de mot de passe"))</a></dd></div>
              </dl></section>
              <section aria-labelledby="sessions"><h2 id="sessions">\(ui("Sessions ouvertes"))</h2>
              <p class="muted mt-2">\(ui("Chaque appareil où vous êtes connecté. Terminez celles que vous ne reconnaissez pas."))</p>
              <ul class="rows mt-3">\(each: sessions, { sessionRow($0, isThis: $0.id == visitor.session, ui) })</ul>
              \(if: sessions.count > 1, "<div class=\"mt-3\">\(actButton(ui("Terminer toutes les autres"), .otherSessions, ui))</div>")
              </section>
              <section aria-labelledby="donnees"><h2 id="donnees">\(ui("Vos données"))</h2><p class="muted mt-2">\(ui("Ce que vous avez dit de vous, écrit et fait, à lire ou à emporter."))</p><p class="mt-2"><a class="link" href="\(ui.path(.ownData))">\(ui("Les emporter ou les effacer"))</a></p></section>
              <section aria-labelledby="langue"><h2 id="langue">\(ui("Langue et apparence"))</h2><p class="muted mt-2">\(ui("Elles se choisissent au bas de chaque page, et vous suivent d’un appareil à l’autre. Vos courriels sont dans la même langue."))</p><p class="mt-2"><a class="link" href="\(ui.path(.shortcuts))">\(ui("Raccourcis clavier"))</a></p>
              <form class="stack mt-3" method="post" action="\(ui.path(.zone))">\(ui.formToken)\(Field(name: "fuseau", label: ui("L’heure affichée"), hint: ui("Une rencontre garde aussi l’heure de son lieu.")).select(visitor.zone ?? "", zones(ui), ui))<div class="btn-row"><button class="btn">\(ui("Garder"))</button></div></form></section>
            </div>
            """), ui)
}

private func zones(_ ui: Screen) -> [(value: String, label: String)] {
    [(value: "", label: ui("Celle de chaque communauté"))]
        + Zone.offered.map { (value: $0, label: ui.words.name(ofZone: $0)) }
}

private func changeNote(_ change: AddressChange, _ ui: Screen) -> HTML {
    let waiting = [
        change.oldSaidAt == nil ? change.from.rawValue : nil, change.newSaidAt == nil ? change.to.rawValue : nil,
    ].compactMap { $0 }
    return """
        <div class="note">\(icon(.mail))<div><p>\(ui("Votre compte passera à l’adresse %@ quand vous aurez accepté dans les courriels reçus par : %@.", change.to.rawValue, waiting.joined(separator: ", ")))</p><div class="mt-2">\(actButton(ui("Abandonner ce changement"), .dropAddress, ui, style: .quiet))</div></div></div>
        """
}

private func sessionRow(_ session: Session, isThis: Bool, _ ui: Screen) -> HTML {
    """
    <li class="spread"><div><p>\(session.device)\(if: isThis, " <span class=\"status status--solved\">\(ui("cette session"))</span>")</p><p class="meta">\(ui("Ouverte %@, utilisée %@", ui.relative(session.startedAt), ui.relative(session.lastUsedAt)))\(if: session.isOwnDevice, ", \(ui("votre appareil"))")</p></div>\(actButton(isThis ? ui("Se déconnecter") : ui("Terminer"), .session(session.id), ui))</li>
    """
}
