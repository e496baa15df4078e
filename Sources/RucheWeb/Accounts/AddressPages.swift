import Markup
import Ruche

struct AddressForm: Sendable {
    let email: EmailAddress
    let hasPassword: Bool
    let isFresh: Bool
    var typed = ""
    var refusal: Refusal? = nil
}

func addressPage(_ form: AddressForm, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Changer d’adresse"),
            """
            \(crumbs([(ui("Votre compte"), .account)], ui))
            \(pageHead(ui("Changer d’adresse"), lede: ui("Aujourd’hui : %@. Un courriel part à l’ancienne adresse et un à la nouvelle ; l’adresse change quand vous avez accepté dans les deux.", form.email.rawValue)))
            <div class="narrow stack stack--l">
            \(if: !form.isFresh, identityCheck(form.email, hasPassword: form.hasPassword, backTo: .ownAddress, ui), else: """
                <form class="stack" method="post" action="\(ui.path(.ownAddress))">\(ui.formToken)
                  \(refusalNote(form.refusal, fields: ["courriel"], ui))
                  \(Field(name: "courriel", label: ui("Nouvelle adresse de courriel"), refusal: form.refusal).input(form.typed, type: "email", autocomplete: "email", maxLength: 254, ui))
                  <div class="btn-row"><button class="btn btn--primary">\(ui("Demander l’accord des deux adresses"))</button></div>
                </form>
                """)
            <p class="hint">\(ui("Vous n’avez plus accès à l’ancienne boîte ? La personne qui tient le serveur peut changer l’adresse, après avoir vérifié que c’est bien vous."))</p>
            </div>
            """), ui)
}

func confirmAddressPage(_ secret: Secret, _ change: AddressChange?, isOldMailbox: Bool, _ ui: Screen) -> HTML {
    guard let change else {
        return barePage(
            ui("Changement d’adresse"),
            "<div class=\"narrow stack stack--l\"><h1>\(ui("Ce lien ne sert plus"))</h1><p class=\"lede\">\(ui("Le changement a été fait, abandonné, ou a attendu plus d’un jour. Votre compte dit où il en est."))</p><div class=\"btn-row\"><a class=\"btn btn--primary\" href=\"\(ui.path(.account))\">\(ui("Votre compte"))</a></div></div>",
            ui)
    }
    let sentence =
        isOldMailbox
        ? ui("Votre compte passera de cette adresse à %@.", change.to.masked)
        : ui("Votre compte passera de %@ à cette adresse.", change.from.masked)
    return barePage(
        ui("Changement d’adresse"),
        """
        <div class="narrow stack stack--l"><h1>\(ui("Changement d’adresse"))</h1><p class="lede">\(sentence)</p>
        <div class="btn-row">\(actButton(ui("J’accepte"), .confirmAddress(secret.text), ui, style: .primary))\(actButton(ui("Ce n’est pas moi : tout arrêter"), .refuseAddress(secret.text), ui))</div></div>
        """, ui)
}

func addressConfirmedPage(isDone: Bool, _ ui: Screen) -> HTML {
    barePage(
        ui("Changement d’adresse"),
        """
        <div class="narrow stack stack--l"><h1>\(isDone ? ui("Votre adresse est changée") : ui("C’est noté"))</h1><p class="lede">\(isDone ? ui("Connectez-vous avec la nouvelle. Les sessions ouvertes sont terminées.") : ui("Il reste à accepter dans le courriel reçu à l’autre adresse."))</p>\(if: isDone, "<div class=\"btn-row\"><a class=\"btn btn--primary\" href=\"\(ui.path(.signIn))\">\(ui("Se connecter"))</a></div>")</div>
        """, ui)
}

func addressRefusedPage(_ ui: Screen) -> HTML {
    barePage(
        ui("Changement d’adresse"),
        """
        <div class="narrow stack stack--l"><h1>\(ui("Rien n’est changé"))</h1><p class="lede">\(ui("Si quelqu’un d’autre a demandé ce changement, terminez les sessions que vous ne reconnaissez pas."))</p><div class="btn-row"><a class="btn btn--primary" href="\(ui.path(.account))">\(ui("Voir mes sessions"))</a></div></div>
        """, ui)
}
