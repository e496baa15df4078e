import Markup
import Ruche

struct CorrectionForm {
    let text: TextOnFile
    let rereading: Rereading
    var draft: CorrectionDraft
    /// Names of joined files that go with the correction.
    var files: [String] = []
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

/// One's own hidden text, to be corrected, or erased for good.
func correctionPage(_ form: CorrectionForm, _ ui: Screen) -> HTML {
    let (text, refusal) = (form.text, form.refusal)
    return page(
        Page(
            ui("Corriger mon message"), at: .init(of: text.place),
            """
            \(crumbs([(ui.name(of: text.place), .place(text.place))], ui))
            \(pageHead(ui("Corriger mon message"), lede: ui("Il est masqué : vous seul·e le voyez, avec l’animation. Le texte d’avant ne sera gardé nulle part.")))
            <div class="narrow stack stack--xl">
              \(if: !form.rereading.word.isEmpty, "<p class=\"note\">\(icon(.info))\(ui("« %@ »", form.rereading.word))</p>")
              <form class="stack stack--l" method="post" action="\(ui.path(.correct(text.object)))">
                \(ui.formToken)
                \(some: form.wall, { guardWall($0, ui) })
                \(refusalNote(refusal, fields: ["titre", "texte", "essaye", "contraintes", "pour-quand", "chez-moi"], ui))
                \(correctionFields(of: text.object, form.draft, refusal, ui))
                \(if: !form.files.isEmpty, "<p class=\"note note--clay\">\(icon(.shield))<span>\(ui("Ce qui est joint permet peut-être de reconnaître un patient, et part avec votre correction : %@.", ui.words.list(form.files)))</span></p>")
                <div class="btn-row"><button class="btn btn--primary">\(ui("Garder ce texte"))</button></div>
              </form>
              <section aria-labelledby="effacer"><h2 class="small-head" id="effacer">\(ui("Ou l’effacer pour de bon"))</h2>
                <p class="mt-2">\(ui("Texte, historique, fichiers, courriels : rien ne le rendra."))</p>
                <form class="stack mt-3" method="post" action="\(ui.path(.correct(text.object)))">\(ui.formToken)<input type="hidden" name="effacer" value="1"><div class="btn-row"><button class="btn btn--danger">\(ui("Effacer mon message"))</button></div></form></section>
            </div>
            """), ui)
}

/// The fields that this sort of text has.
private func correctionFields(
    of object: Flagged, _ draft: CorrectionDraft, _ refusal: Refusal?, _ ui: Screen
) -> HTML {
    func title(_ label: String) -> HTML {
        Field(name: "titre", label: label, refusal: refusal)
            .textarea(draft.title, rows: 2, style: "textarea input--title", ui)
    }
    func body(_ label: String, isOptional: Bool = false) -> HTML {
        Field(name: "texte", label: label, isOptional: isOptional, refusal: refusal)
            .textarea(draft.body, rows: 10, style: "textarea textarea--tall", ui)
    }
    func line(_ name: String, _ label: String, _ text: String) -> HTML {
        Field(name: name, label: label, isOptional: true, refusal: refusal).input(text, maxLength: 300, ui)
    }
    switch object {
    case .post(.question):
        let tried = Field(
            name: "essaye", label: ui("Ce que vous avez déjà essayé"), isOptional: true, refusal: refusal)
        return """
            \(title(ui("Votre question, en une phrase")))\(body(ui("La situation")))\(tried.textarea(draft.tried, rows: 2, ui))
            \(line("contraintes", ui("Contraintes"), draft.constraints))\(line("pour-quand", ui("Utile avant"), draft.neededBy))
            """
    case .post(.reply):
        return "\(body(ui("Votre réponse")))\(line("chez-moi", ui("Chez moi"), draft.atOurs))"
    case .announcement:
        return """
            \(title(ui("L’annonce, en une phrase")))\(body(ui("Ce qu’il faut savoir de plus"), isOptional: true))
            """
    case .word: return body(ui("Votre mot"))
    }
}
