import Markup
import Ruche

struct CorrectionForm {
    let post: PostOnFile
    let rereading: Rereading
    var draft: CorrectionDraft
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil
}

extension CorrectionDraft {
    init(_ form: Form) {
        self.init()
        (title, body, tried) = (form["titre"], form["texte"], form["essaye"])
        (constraints, neededBy, atOurs) = (form["contraintes"], form["pour-quand"], form["chez-moi"])
        isConfirmed = form.has("confirme")
    }
}

/// One's own hidden post, to be corrected, or erased for good.
func correctionPage(_ form: CorrectionForm, _ ui: Screen) -> HTML {
    let (draft, refusal) = (form.draft, form.refusal)
    let isQuestion = form.post.number == 0
    return page(
        Page(
            ui("Corriger mon message"), at: .questions,
            """
            \(crumbs([(ui("L’échange"), .reply(form.post.question, form.post.number))], ui))
            \(pageHead(ui("Corriger mon message"), lede: ui("Il est masqué : vous seul·e le voyez, avec l’animation. Le texte d’avant ne sera gardé nulle part.")))
            <div class="narrow stack stack--xl">
              \(if: !form.rereading.word.isEmpty, "<p class=\"note\">\(icon(.info))\(ui("« %@ »", form.rereading.word))</p>")
              <form class="stack stack--l" method="post" action="\(ui.path(.correct(form.post.post)))">
                \(ui.formToken)
                \(some: form.wall, { guardWall($0, ui) })
                \(refusalNote(refusal, fields: ["titre", "texte", "essaye", "contraintes", "pour-quand", "chez-moi"], ui))
                \(if: isQuestion, Field(name: "titre", label: ui("Votre question, en une phrase"), refusal: refusal).textarea(draft.title, rows: 2, style: "textarea input--title", ui))
                \(Field(name: "texte", label: isQuestion ? ui("La situation") : ui("Votre réponse"), refusal: refusal).textarea(draft.body, rows: 10, style: "textarea textarea--tall", ui))
                \(if: isQuestion, """
                    \(Field(name: "essaye", label: ui("Ce que vous avez déjà essayé"), isOptional: true, refusal: refusal).textarea(draft.tried, rows: 2, ui))
                    \(Field(name: "contraintes", label: ui("Contraintes"), isOptional: true, refusal: refusal).input(draft.constraints, maxLength: 300, ui))
                    \(Field(name: "pour-quand", label: ui("Utile avant"), isOptional: true, refusal: refusal).input(draft.neededBy, maxLength: 300, ui))
                    """, else: Field(name: "chez-moi", label: ui("Chez moi"), isOptional: true, refusal: refusal).input(draft.atOurs, maxLength: 300, ui))
                <div class="btn-row"><button class="btn btn--primary">\(ui("Garder ce texte"))</button></div>
              </form>
              <section aria-labelledby="effacer"><h2 class="small-head" id="effacer">\(ui("Ou l’effacer pour de bon"))</h2>
                <p class="mt-2">\(ui("Texte, historique, fichiers, courriels : rien ne le rendra."))</p>
                <form class="stack mt-3" method="post" action="\(ui.path(.correct(form.post.post)))">\(ui.formToken)<input type="hidden" name="effacer" value="1"><div class="btn-row"><button class="btn btn--danger">\(ui("Effacer mon message"))</button></div></form></section>
            </div>
            """), ui)
}
