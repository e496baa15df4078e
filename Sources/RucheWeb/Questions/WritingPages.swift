import Markup
import Ruche

/// The page to ask: empty, begun, refused or stopped by the guard, it is the same.
func askPage(_ form: QuestionForm, _ ui: Screen) -> HTML {
    let draft = form.draft
    return page(
        Page(
            ui("Poser une question"), at: .questions,
            """
            \(crumbs([(ui("Échanges"), .questions)], ui))
            \(pageHead(ui("Poser une question"), lede: ui("Une situation, ce que vous avez essayé, ce qui vous bloque. Le reste viendra des autres.")))
            <div class="cols">
              <form class="stack stack--l" method="post" enctype="multipart/form-data" action="\(ui.path(.inside("/questions")))" data-draft="\(ui.path(.draft))" data-place="\(Draft.Place.question.text)" data-similar="\(ui.path(.similar))">
                \(ui.formToken)\(enterButton)
                \(some: form.wall, { guardWall($0, ui) })
                \(some: form.called, { manyCalled($0, ui) })
                \(refusalNote(form.refusal, fields: ["titre", "texte", "essaye", "sujets", "objectif", "contraintes", "pour-quand", Basket.files], ui))
                \(alreadyAsked(form, ui))
                \(some: form.declarationLink, { "\(declareCard($0, ui))<input type=\"hidden\" name=\"declarer-vu\" value=\"1\">" })
                \(Field(name: "titre", label: ui("Votre question, en une phrase"), hint: ui("C’est la seule chose nécessaire. Tout le reste peut venir après."), refusal: form.refusal).textarea(draft.title, rows: 2, style: "textarea input--title", ui))
                \(some: form.preview, { previewOf($0, hint: form.hint, ui) })
                \(Field(name: "texte", label: ui("La situation"), hint: ui("Sans rien qui identifie un patient ou un collègue."), isOptional: true, refusal: form.refusal).editor(draft.body, rows: 8, style: "textarea textarea--tall", ui))
                \(filesField(form.basket, form.refusal, ui))
                \(whatMayFollow(draft, form.place, form.refusal, ui))
                \(namelessChoice(draft.isNameless, ui))
                \(anonymityChoice(form, ui))
                <div class="btn-row"><button class="btn btn--primary btn--lg">\(ui("Vérifier et publier"))</button><button class="btn" name="apercu" value="1">\(ui("Aperçu"))</button><button class="btn" name="brouillon" value="1">\(ui("Garder le brouillon"))</button><span class="meta" role="status" data-saved>\(some: form.savedAt, { "\(ui("Enregistré %@", ui.relative($0)))" })</span></div>
              </form>
              <aside class="stack stack--l" aria-label="\(ui("Avant de publier"))">
                <section class="card" aria-labelledby="deja" data-similar-list hidden><h2 class="small-head" id="deja">\(ui("Déjà posé ici ?"))</h2><div></div></section>
                <section aria-labelledby="lira"><h2 class="small-head mb-3" id="lira">\(ui("Qui vous lira"))</h2><p class="muted">\(ui("%d membre de la communauté, et personne d’autre.", "%d membres de la communauté, et personne d’autre.", form.place.members))</p><p class="meta mt-2">\(ui("Promesse de la communauté : une première réponse en %@.", ui.name(of: form.place.community.promise)))</p></section>
                \(if: form.savedAt != nil, """
                    <form method="post" action="\(ui.path(.discardDraft))">\(ui.formToken)<input type="hidden" name="place" value="question"><button class="btn btn--quiet">\(ui("Jeter ce brouillon"))</button></form>
                    """)
              </aside>
            </div>
            """), ui)
}

/// All that a question may say beside its sentence, at once or later.
private func whatMayFollow(_ draft: QuestionDraft, _ place: AskPlace, _ refusal: Refusal?, _ ui: Screen) -> HTML {
    """
    \(Field(name: "essaye", label: ui("Ce que vous avez déjà essayé"), isOptional: true, refusal: refusal).textarea(draft.tried, rows: 2, ui))
    \(soughtChoices(draft, ui))
    \(contextFields(draft, refusal, ui))
    \(linkFields(draft, place, refusal, ui))
    <input type="hidden" name="besoin" value="\(draft.need)">
    """
}

/// Shown once before publishing: perhaps the answer is already here.
private func alreadyAsked(_ form: QuestionForm, _ ui: Screen) -> HTML {
    guard let similar = form.similar, !similar.isEmpty else {
        return "<input type=\"hidden\" name=\"vu\" value=\"1\"\(flag: "disabled", !form.hasSeenSimilar)>"
    }
    return """
        <div class="note" role="alert" tabindex="-1" id="alerte">\(icon(.info))<div><h2 class="small-head">\(ui("Déjà posé ici ?"))</h2><p>\(ui("Ces questions ressemblent à la vôtre. Si la réponse n’y est pas, publiez : votre situation est sans doute différente."))</p>\(similarList(similar, ui))<input type="hidden" name="vu" value="1"><div class="btn-row mt-3"><button class="btn btn--primary">\(ui("Publier ma question"))</button></div></div></div>
        """
}

private func soughtChoices(_ draft: QuestionDraft, _ ui: Screen) -> HTML {
    func choice(_ sought: Question.Sought, _ label: String, _ detail: String) -> HTML {
        choiceCard(
            "checkbox", name: "attente", value: sought.rawValue, isOn: draft.sought.contains(sought.rawValue), label,
            detail)
    }
    return """
        <fieldset><legend class="label">\(ui("Vous cherchez plutôt…")) <span class="field__opt">(\(ui("facultatif")))</span></legend><div class="choices choices--4 mt-2">
          \(choice(.experience, ui("Une expérience vécue"), ui("Ce que quelqu’un a essayé")))
          \(choice(.others, ui("Comment font les autres"), ui("L’habitude de chaque lieu")))
          \(choice(.source, ui("Une source"), ui("Étude, recommandation")))
          \(choice(.tool, ui("Un outil"), ui("Grille, trame, affiche")))</div></fieldset>
        """
}

func contextFields(_ draft: QuestionDraft, _ refusal: Refusal?, _ ui: Screen) -> HTML {
    let settings = [("", ui("Non précisé"))] + Question.Setting.allCases.map { ($0.rawValue, ui.name(of: $0)) }
    let moments = [("", ui("Non précisé"))] + Question.Moment.allCases.map { ($0.rawValue, ui.name(of: $0)) }
    return """
        <details class="more"\(flag: "open", !(draft.setting + draft.moment + draft.constraints + draft.neededBy).isEmpty || draft.isUrgent || ["contraintes", "pour-quand"].contains(refusal?.field))><summary>\(ui("Préciser le contexte"))</summary><div class="stack mt-4">
          <div class="grid-2">\(Field(name: "lieu", label: ui("Où"), isOptional: true).select(draft.setting, settings.map { (value: $0.0, label: $0.1) }, ui))\(Field(name: "moment", label: ui("Quand"), isOptional: true).select(draft.moment, moments.map { (value: $0.0, label: $0.1) }, ui))</div>
          \(Field(name: "contraintes", label: ui("Contraintes"), hint: ui("Effectif, matériel, distance…"), isOptional: true, refusal: refusal).input(draft.constraints, maxLength: 300, ui))
          \(Field(name: "pour-quand", label: ui("Utile avant"), hint: ui("Par exemple : avant la prochaine réunion de service."), isOptional: true, refusal: refusal).input(draft.neededBy, maxLength: 300, ui))
          <label class="choice"><input type="checkbox" name="urgent" value="1"\(flag: "checked", draft.isUrgent)><span class="choice__text">\(ui("C’est urgent"))</span></label>
        </div></details>
        """
}

func linkFields(_ draft: QuestionDraft, _ place: AskPlace, _ refusal: Refusal?, _ ui: Screen) -> HTML {
    let objectives =
        [(value: "", label: ui("Aucun"))] + place.objectives.map { (value: String($0.id), label: $0.title) }
    let hint =
        place.topics.isEmpty
        ? ui("Trois au plus, séparés par une virgule.")
        : ui(
            "Trois au plus, séparés par une virgule. Par exemple : %@.",
            place.topics.prefix(4).map(\.name).joined(separator: ", "))
    return """
        <div class="grid-2">\(Field(name: "sujets", label: ui("Sujets"), hint: hint, isOptional: true, refusal: refusal).input(draft.topics, ui))\(Field(name: "objectif", label: ui("Objectif lié"), isOptional: true, refusal: refusal).select(draft.objective, objectives, ui))</div>
        """
}

/// Changing one's own text; when it changed in the meantime, both texts stand side by side.
func editPage(_ form: EditForm, _ ui: Screen) -> HTML {
    let isExchange = form.place != nil
    let isCase = isExchange && form.question.kind == .clinicalCase
    let lede =
        isCase
        ? ui("Quelqu’un d’autre relira ce changement. D’ici là, le texte déjà relu reste affiché.")
        : ui("Le texte d’avant reste dans l’historique, que chacun peut lire.")
    return page(
        Page(
            ui("Modifier"), at: .questions,
            """
            \(crumbs(to: form.question, ui))
            \(pageHead(isExchange ? ui.editingTitle(of: form.question.kind) : ui("Modifier votre réponse"), lede: lede))
            \(some: form.conflict, { conflictNote($0, ui) })
            <form class="stack stack--l narrow" method="post" enctype="multipart/form-data" action="\(ui.path(form.post.editing))">
              \(ui.formToken)\(enterButton)<input type="hidden" name="version" value="\(form.version)">\(if: form.hasSeenBoth, "<input type=\"hidden\" name=\"vu-les-deux\" value=\"1\">")
              \(some: form.wall, { guardWall($0, at: firstText(of: form, ui), ui) })
              \(some: form.called, { manyCalled($0, ui) })
              \(isExchange ? exchangeFields(form, ui) : replyFields(form, ui))
              \(Field(name: "pourquoi", label: ui("Pourquoi ce changement"), hint: ui("Une ligne, que l’on lira dans l’historique."), isOptional: true, refusal: form.refusal).input(form.edit.reason, maxLength: 300, ui))
              <div class="btn-row"><button class="btn btn--primary">\(isCase ? ui("Envoyer à la relecture") : ui("Garder ce texte"))</button><button class="btn" name="apercu" value="1">\(ui("Aperçu"))</button><a class="btn btn--quiet" href="\(ui.path(.question(form.question.id)))">\(ui("Renoncer"))</a></div>
            </form>
            \(if: !form.files.isEmpty, """
                <section class="narrow mt-6" aria-labelledby="deja-joints"><h2 class="small-head" id="deja-joints">\(ui("Fichiers déjà joints"))</h2>
                <ul class="files__list mt-3">\(each: form.files, { file in
                    "<li class=\"files__item\">\(icon(.file))<p class=\"files__what\">\(file.name)</p>\(actButton(ui("Retirer %@", file.name), .detachFile(file.id), ui, style: .quiet))</li>"
                })</ul></section>
                """)
            """), ui)
}

/// The name of the first field that takes more than a line.
private func firstText(of form: EditForm, _ ui: Screen) -> String {
    guard case .question = form.post else { return "texte" }
    return Template(of: form.edit.question.body, form.question.kind, ui).parts.first?.name ?? "texte"
}

/// The sentence of a question or another exchange, the parts of its template, and what may follow.
private func exchangeFields(_ form: EditForm, _ ui: Screen) -> HTML {
    let (kind, draft, refusal) = (form.question.kind, form.edit.question, form.refusal)
    let template = Template(of: draft.body, kind, ui)
    let parts = template.filled(from: draft.body) ?? [:]
    let known = Set(["titre", "essaye", "sujets", "objectif", "contraintes", "pour-quand", "pourquoi", Basket.files])
        .union(template.parts.map(\.name))
    return """
        \(refusalNote(refusal, fields: known, ui))
        \(Field(name: "titre", label: ui.titleLabel(of: kind), refusal: refusal).textarea(draft.title, rows: 2, style: "textarea input--title", ui))
        \(some: form.preview, { previewOf($0, ui) })
        \(each: template.parts, { part in Field(name: part.name, label: part.label, hint: part.hint.isEmpty ? nil : part.hint, isOptional: kind != .question, refusal: refusal).editor(parts[part.name] ?? "", rows: template.parts.count > 1 ? 4 : 10, ui) })
        \(if: form.takesFiles, filesField(form.basket, refusal, ui))
        \(if: kind == .clinicalCase, caseContext(draft, refusal, ui))
        \(some: form.place, { place in
            form.showsContext && kind != .clinicalCase
                ? whatMayFollow(draft, place, refusal, ui)
                : "\(linkFields(draft, place, refusal, ui))<input type=\"hidden\" name=\"besoin\" value=\"\(draft.need)\">"
        })
        """
}

private func replyFields(_ form: EditForm, _ ui: Screen) -> HTML {
    let draft = form.edit.reply
    return """
        \(refusalNote(form.refusal, fields: ["texte", "chez-moi", "pourquoi", Basket.files], ui))
        \(some: form.preview, { previewOf($0, ui) })
        \(Field(name: "texte", label: ui("Votre réponse"), refusal: form.refusal).editor(draft.body, rows: 10, style: "textarea textarea--tall", ui))
        \(Field(name: "chez-moi", label: ui("Chez moi"), hint: ui("En une ligne : de nuit, 30 lits, EHPAD…"), isOptional: true, refusal: form.refusal).input(draft.atOurs, maxLength: 300, ui))
        \(knowledgeChoices(draft.knowledge, canBeNone: true, ui))
        \(filesField(form.basket, form.refusal, ui))
        """
}

/// Where what is shared comes from.
func knowledgeChoices(_ chosen: String, canBeNone: Bool = false, _ ui: Screen) -> HTML {
    """
    <fieldset><legend class="label">\(ui("D’où vient ce que vous partagez ?")) <span class="field__opt">(\(ui("facultatif")))</span></legend>
      <div class="choices choices--3 mt-2">
        \(choiceCard("radio", name: "savoir", value: "experiential", isOn: chosen == "experiential", ui("De mon expérience"), ui("Vécu, essayé, observé")))
        \(choiceCard("radio", name: "savoir", value: "technical", isOn: chosen == "technical", ui("D’un savoir-faire"), ui("Outil, procédure, geste")))
        \(choiceCard("radio", name: "savoir", value: "scientific", isOn: chosen == "scientific", ui("D’une publication"), ui("Étude, recommandation")))
      </div>\(if: canBeNone, "<label class=\"choice mt-2\"><input type=\"radio\" name=\"savoir\" value=\"\"\(flag: "checked", chosen.isEmpty)><span class=\"choice__text\">\(ui("Sans le dire"))</span></label>")</fieldset>
    """
}

/// What was tried and where, in a case.
func caseContext(_ draft: QuestionDraft, _ refusal: Refusal?, _ ui: Screen) -> HTML {
    """
    \(Field(name: "essaye", label: ui("Ce qui a été tenté"), isOptional: true, refusal: refusal).textarea(draft.tried, rows: 3, ui))
    \(contextFields(draft, refusal, ui))
    """
}

/// Two texts of the same thing: the one that is kept now; the one just typed is in the form below.
func conflictNote(_ conflict: EditConflict, hasHistory: Bool = true, _ ui: Screen) -> HTML {
    """
    <div class="note note--honey" role="alert" tabindex="-1" id="alerte">\(icon(.alert))<div><h2 class="small-head">\(ui("Ce texte a changé pendant que vous écriviez. Voici les deux."))</h2>
      \(if: hasHistory, "<p>\(ui("Gardé %@ :", ui.relative(conflict.at)))</p>")
      \(if: !conflict.title.isEmpty, "<p class=\"said mt-2\">\(conflict.title)</p>")
      <div class="prose prose--kept mt-2">\(conflict.body)</div>
      <p class="mt-2">\(hasHistory ? ui("Le vôtre est ci-dessous. En le gardant, il prendra sa place ; l’autre restera dans l’historique.") : ui("Le vôtre est ci-dessous. En le gardant, il prendra sa place : reprenez de l’autre ce qui doit rester."))</p></div></div>
    """
}
