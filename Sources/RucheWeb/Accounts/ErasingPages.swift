import Markup
import Ruche

struct ErasingForm: Sendable {
    let email: EmailAddress
    let hasPassword: Bool
    let isFresh: Bool
    var texts = OwnTexts.keep
    var refusal: Refusal? = nil
}

/// The last page of an account: what goes, what stays, and a box to tick.
func erasingPage(_ form: ErasingForm, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Effacer mon compte"),
            """
            \(crumbs([(ui("Votre compte"), .account), (ui("Vos données"), .ownData)], ui))
            \(pageHead(ui("Effacer mon compte"), lede: ui("Votre nom entier et votre adresse disparaissent partout : cartes, messages, journal, et jusque dans les textes des autres, même précédés de « Madame » ou de « Docteur ». Un prénom seul, qui peut être celui d’une autre personne, y reste. Les échanges restent lisibles.")))
            <div class="narrow stack stack--l">
            \(if: !form.isFresh, identityCheck(form.email, hasPassword: form.hasPassword, backTo: .erase, ui), else: erasingForm(form, ui))
            <p class="hint">\(ui("Pour vous arrêter un temps, une pause suffit. Pour quitter une communauté sans effacer ce que vous y avez écrit, passez par votre carte de membre."))</p>
            </div>
            """), ui)
}

private func erasingForm(_ form: ErasingForm, _ ui: Screen) -> HTML {
    """
    <form class="stack stack--l" method="post" action="\(ui.path(.erase))">\(ui.formToken)
      \(refusalNote(form.refusal, fields: ["compris"], ui))
      <fieldset class="choices"><legend class="field__label">\(ui("Ce que vous avez écrit"))</legend>
        \(choiceCard("radio", name: "textes", value: OwnTexts.keep.rawValue, isOn: form.texts == .keep, ui("Le laisser, sans mon nom"), ui("Vos questions et vos réponses servent encore, signées « Anonyme ».")))
        \(choiceCard("radio", name: "textes", value: OwnTexts.remove.rawValue, isOn: form.texts == .remove, ui("Le retirer aussi"), ui("Questions, réponses, sources, fichiers, mots de bienvenue : une phrase dit qu’un texte était là. Les réponses des autres restent, et ce qui est au groupe : besoins, objectifs, rencontres, décisions, ressources, synthèses.")))
      </fieldset>
      <div class="field\(if: form.refusal?.field == "compris", " field--error")">
        <label class="choice"><input type="checkbox" name="compris" value="1"\(attribute: "aria-describedby", form.refusal?.field == "compris" ? "compris-e" : nil)><span class="choice__text">\(ui("J’ai compris : cela ne se défait pas"))<small>\(ui("Vous recevez un reçu par courriel, puis Ruche oublie votre adresse."))</small></span></label>
        \(if: form.refusal?.field == "compris", "<span class=\"error\" id=\"compris-e\">\(icon(.alert))\(form.refusal?(ui.words) ?? "")</span>")
      </div>
      <div class="btn-row"><button class="btn btn--danger">\(ui("Effacer mon compte"))</button><a class="btn btn--quiet" href="\(ui.path(.account))">\(ui("Renoncer"))</a></div>
    </form>
    """
}

func erasedPage(_ receipt: ErasureReceipt, _ ui: Screen) -> HTML {
    barePage(
        ui("Votre compte est effacé"),
        """
        <div class="narrow stack stack--l"><h1>\(ui("Votre compte est effacé"))</h1>
        <p class="lede">\(ui("Reçu %@", receipt.number)). \(ui("Il part aussi par courriel, pour la dernière fois."))</p>
        <ul class="rows">\(each: receipt.communities, { "<li>\($0)</li>" })</ul>
        <p>\(ui("%d texte reste, sans votre nom.", "%d textes restent, sans votre nom.", receipt.keptTexts)) \(ui("%d texte est retiré.", "%d textes sont retirés.", receipt.removedTexts)) \(ui("Votre nom est retiré de %d texte d’autres personnes.", "Votre nom est retiré de %d textes d’autres personnes.", receipt.quotes))</p></div>
        """, ui)
}
