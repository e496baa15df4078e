import Markup
import Ruche

import struct Persistence.Instant

struct PasswordForm: Sendable {
    let email: EmailAddress
    let chosenAt: Instant?
    let isFresh: Bool
    var refusal: Refusal? = nil
}

func passwordPage(_ form: PasswordForm, _ ui: Screen) -> HTML {
    let title = form.chosenAt == nil ? ui("Choisir un mot de passe") : ui("Changer de mot de passe")
    return page(
        Page(
            title,
            """
            \(crumbs([(ui("Votre compte"), .account)], ui))
            \(pageHead(title, lede: ui("Facultatif : le lien reçu par courriel marche toujours.")))
            <div class="narrow stack stack--l">
            \(if: !form.isFresh, identityCheck(form.email, hasPassword: form.chosenAt != nil, backTo: .ownPassword, ui), else: """
                <form class="stack" method="post" action="\(ui.path(.ownPassword))">\(ui.formToken)
                  <input type="hidden" name="courriel" value="\(form.email.rawValue)" autocomplete="username">
                  \(refusalNote(form.refusal, fields: ["nouveau"], ui))
                  \(Field(name: "nouveau", label: ui("Nouveau mot de passe"), hint: ui("Douze caractères au moins. Quatre mots qui n’ont rien à voir entre eux se retiennent bien : pas besoin de chiffres ni de signes."), refusal: form.refusal).input("", type: "password", autocomplete: "new-password", maxLength: 400, ui))
                  <p class="hint">\(ui("Vos autres sessions se terminent, et un courriel vous le confirme."))</p>
                  <div class="btn-row"><button class="btn btn--primary">\(title)</button></div>
                </form>
                \(if: form.chosenAt != nil, """
                    <section aria-labelledby="sans"><h2 class="small-head" id="sans">\(ui("Ne plus en avoir"))</h2><p class="mt-2">\(ui("Vous entrerez par lien."))</p><div class="mt-3">\(actButton(ui("Oublier mon mot de passe"), .forgetPassword, ui))</div></section>
                    """)
                """)
            </div>
            """), ui)
}

/// Before what would let somebody else in for good: show once more who one is, then come back.
func identityCheck(_ email: EmailAddress, hasPassword: Bool, backTo link: Link, _ ui: Screen) -> HTML {
    """
    <section class="card stack" aria-labelledby="verif"><h2 class="small-head" id="verif">\(ui("Montrez d’abord que c’est vous"))</h2>
      <p>\(ui("Cette session est ouverte depuis plus d’un quart d’heure, et un écran reste souvent ouvert dans un service."))</p>
      <form class="stack" method="post" action="\(ui.path(.signIn))">\(ui.formToken)<input type="hidden" name="courriel" value="\(email.rawValue)"><input type="hidden" name="suite" value="\(ui.path(link))"><button class="btn btn--primary">\(icon(.mail))\(ui("Recevoir un lien, puis revenir ici"))</button></form>
      \(if: hasPassword, """
        <form class="stack" method="post" action="\(ui.path(.passwordSignIn))">\(ui.formToken)<input type="hidden" name="courriel" value="\(email.rawValue)" autocomplete="username"><input type="hidden" name="suite" value="\(ui.path(link))">\(Field(name: "mot-de-passe", label: ui("Ou votre mot de passe actuel")).input("", type: "password", autocomplete: "current-password", maxLength: 400, ui))<div class="btn-row"><button class="btn">\(ui("Continuer"))</button></div></form>
        """)
    </section>
    """
}
