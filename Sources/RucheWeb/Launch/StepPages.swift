import Calendaring
import Markup
import Ruche

/// The path of the seven steps: in any order, nothing blocked.
func pathPage(_ model: PathOnPage, _ form: LaunchForm, _ ui: Screen) -> HTML {
    let preparation = model.preparation
    let now = Step.allCases.first { preparation.state($0) != .done }
    return page(
        Page(
            ui("Mise en place"), at: .launch,
            """
            \(pageHead(ui("Mettre la communauté en place"), eyebrow: model.community.name, lede: ui("Sept étapes, dans l’ordre qui vous convient. Rien n’est bloqué : on peut avancer, revenir, sauter et compléter plus tard."), actions: "<a class=\"btn\" href=\"\(ui.path(.dossier))\">\(icon(.print))\(ui("Dossier de création"))</a>"))
            <div class="cols">
              <ol class="path">\(each: Step.allCases, { pathStep($0, preparation, isNow: $0 == now, ui) })</ol>
              <aside class="stack stack--l" aria-label="\(ui("Repères"))">
                \(markersCard(model, form, ui))
                <section aria-labelledby="conseil"><h2 class="small-head mb-3" id="conseil">\(ui("Un mot d’expérience"))</h2><figure class="verbatim"><p>\(ui("Douze personnes et trois vraies questions suffisent pour ouvrir. C’est peu, et c’est ce qui prend."))</p><figcaption>\(ui("Le conseil de Ruche"))</figcaption></figure></section>
                <section aria-labelledby="pas"><h2 class="small-head mb-3" id="pas">\(ui("Ce que ce n’est pas"))</h2><p class="muted">\(ui("Ni un répertoire de bonnes pratiques, ni un réseau de diffusion, ni une liste d’abonnés, ni un site web. Si la communauté dérive vers l’un d’eux, l’évaluation vous le dira."))</p></section>
                <section aria-labelledby="suite"><h2 class="small-head mb-3" id="suite">\(ui("Aussi"))</h2><ul class="stack stack--s"><li><a class="link" href="\(ui.path(.needs))">\(ui("Besoins"))</a></li><li><a class="link" href="\(ui.path(.objectives))">\(ui("Objectifs"))</a></li><li><a class="link" href="\(ui.path(.decisions))">\(ui("Décisions"))</a></li><li><a class="link" href="\(ui.path(.charter))">\(ui("Charte"))</a></li><li><a class="link" href="\(ui.path(.help))#loin">\(ui("Pour aller plus loin"))</a></li></ul></section>
              </aside>
            </div>
            """), ui)
}

private func pathStep(_ step: Step, _ preparation: Preparation, isNow: Bool, _ ui: Screen) -> HTML {
    let state = preparation.state(step)
    let style =
        switch state {
        case .done: "is-done"
        case _ where isNow: "is-now"
        case .toCome: ""
        case .begun, .underWay: "is-part"
        }
    let status =
        switch state {
        case .done: "status status--solved"
        case .underWay: "status status--waiting"
        case .begun, .toCome: "status"
        }
    return """
        <li class="\(style)"\(attribute: "aria-current", isNow ? "step" : nil)>
          <svg class="path__mark" viewBox="0 0 44 44" aria-hidden="true" focusable="false"><polygon points="22,2 39.3,12 39.3,32 22,42 4.7,32 4.7,12"/>\(if: state == .done, "<path d=\"m15 22.5 5 5 9-10\"/>", else: "<text x=\"22\" y=\"27\">\(step.rawValue)</text>")</svg>
          <div class="path__body"><h2 class="path__title"><a href="\(ui.path(.step(step)))">\(ui.title(of: step))</a><span class="\(status)">\(ui.name(of: state))</span></h2><p class="muted">\(preparation.considered[step]?.sentence ?? ui.sentence(of: step))</p><p class="meta">\(ui.present(step, preparation) ?? ui("Environ %d minutes", step.minutes))\(some: followUpLine(preparation.followUps[step], ui), { " · \($0)" })</p>
          \(if: isNow, """
            <div class="card mt-4">\(checkList(step, preparation, isOnPath: true, ui))
              <div class="btn-row mt-3"><a class="btn btn--primary" href="\(ui.path(.step(step)))">\(ui.isPreparing ? ui("Continuer cette étape") : ui("Lire cette étape"))</a>\(if: ui.isPreparing, "<a class=\"btn btn--quiet\" href=\"\(ui.path(.step(step)))#faite\">\(ui("Considérer l’étape comme faite"))</a>")</div>
            </div>
            """)</div>
        </li>
        """
}

/// "Nadia Benhaddou, pour le 12 décembre"; nil when nobody has taken it in charge.
private func followUpLine(_ followUp: StepFollowUp?, _ ui: Screen) -> String? {
    guard let followUp, !followUp.owners.isEmpty else { return nil }
    let names = followUp.owners.map(\.name).joined(separator: ", ")
    return CivilDate(followUp.dueOn).map { ui("%@, pour le %@", names, ui.words.day($0)) } ?? names
}

/// - Parameter isOnPath: on the page of the step itself, its own forms are the action.
private func checkList(_ step: Step, _ preparation: Preparation, isOnPath: Bool = false, _ ui: Screen) -> HTML {
    "<ul class=\"check\">\(each: preparation.checks(step), { checkLine($0.progress, ui.sentence(of: $0.name, preparation), action: ui.action(of: $0, preparation, isOnPath: isOnPath), ui) })</ul>"
}

private func checkLine(
    _ progress: StepCheck.Progress, _ sentence: String, action: CheckAction? = nil, _ ui: Screen
) -> HTML {
    let (symbol, style, word): (Icon, StaticString, String) =
        switch progress {
        case .done: (.done, "icon icon--done", ui("Fait :"))
        case .part: (.half, "icon icon--part", ui("En partie :"))
        case .todo: (.todo, "icon icon--todo", ui("À faire :"))
        }
    return
        "<li>\(icon(symbol, class: style))<span><span class=\"vh\">\(word) </span>\(sentence)</span>\(some: action, { "<a href=\"\(ui.path($0.link))\">\($0.label)<span class=\"vh\"> : \(sentence)</span></a>" }, else: "<span></span>")</li>"
}

/// The seven markers, none compulsory; and the launch, which asks a sentence for each one missing.
private func markersCard(_ model: PathOnPage, _ form: LaunchForm, _ ui: Screen) -> HTML {
    let preparation = model.preparation
    let met = Marker.allCases.count { preparation.isMet($0) }
    let missing = Marker.allCases.filter { !preparation.isMet($0) }
    if let launchedAt = model.community.launchedAt {
        return """
            <section class="card" aria-labelledby="pret"><h2 class="small-head" id="pret">\(ui("Lancée"))</h2>
            <p class="muted">\(ui("La communauté est lancée depuis le %@.", ui.date(launchedAt)))</p>
            <p class="mt-2">\(some: model.confirmed, { "\(ui("Étape de vie : %@, confirmée par le groupe le %@.", ui.name(of: $0.stage), ui.date($0.at)))" }, else: "\(ui("Étape de vie : aucune n’est confirmée. Les chiffres proposent : %@.", ui.name(of: model.stage)))")</p><p class="mt-2"><a class="link" href="\(ui.path(.life))">\(ui("Vie de la communauté"))</a></p>
            \(if: !model.sentences.isEmpty, """
                <details class="more mt-3"><summary>\(ui("Ce qui manquait ce jour-là"))</summary><ul class="stack stack--s mt-2">\(each: Marker.allCases.filter { model.sentences[$0] != nil }, { "<li><strong>\(ui.name(of: $0))</strong> : \(model.sentences[$0] ?? "")</li>" })</ul></details>
                """)</section>
            """
    }
    return """
        <section class="card" aria-labelledby="pret"><h2 class="small-head" id="pret">\(ui("Prête à lancer ?"))</h2>
        <p class="muted">\(ui("%d repère sur sept est réuni. Rien n’oblige à tous les cocher.", "%d repères sur sept sont réunis. Rien n’oblige à tous les cocher.", met))</p>
        <ul class="check mt-2">\(each: Marker.allCases, { checkLine(preparation.isMet($0) ? .done : .todo, ui.name(of: $0), ui) })</ul>
        <p class="meta mt-2">\(ui("Étape de vie : %@.", ui.name(of: model.stage)))</p>
        \(if: ui.isFacilitator, """
            <details class="more mt-3"\(flag: "open", form.refusal != nil)><summary>\(ui("Lancer la communauté"))</summary>
            <form class="stack mt-3" method="post" action="\(ui.path(.launchNow))">\(ui.formToken)
              \(if: !missing.isEmpty, "<p class=\"hint\">\(ui("Pour chaque repère qui manque, une phrase : pourquoi vous commencez sans."))</p>")
              \(each: missing, { Field(name: $0.fieldName, label: ui.name(of: $0), refusal: form.refusal(of: $0), formName: $0.rawValue).input(form.sentences[$0] ?? "", maxLength: 500, ui) })
              <div class="btn-row"><button class="btn btn--primary">\(ui("Lancer la communauté"))</button></div>
            </form></details>
            """)</section>
        """
}

/// One step: what is typed, kept and shown; its lists; and the end of it.
func stepPage(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let step = model.step
    let preparation = model.preparation
    let canWrite = ui.isPreparing
    return page(
        Page(
            ui.title(of: step), at: .launch,
            """
            \(crumbs([(ui("Mise en place"), .launch)], ui))
            \(pageHead(ui.title(of: step), eyebrow: ui("Étape %d sur 7, environ %d minutes", step.rawValue, step.minutes), lede: ui.sentence(of: step)))
            <div class="cols">
              <div class="stack stack--xl">
                \(if: canWrite, stepForm(model, form, ui), else: stepReading(model, ui))
                \(stepLists(model, form, ui))
                \(stepFiles(model, form, ui))
              </div>
              <aside class="stack stack--l" aria-label="\(ui("Où en est l’étape"))">
                <section class="card" aria-labelledby="etat"><h2 class="small-head" id="etat">\(ui.name(of: preparation.state(step)))</h2>\(checkList(step, preparation, ui))
                \(if: canWrite, considerForm(model, form, ui))</section>
                <section aria-labelledby="reussi"><h2 class="small-head mb-3" id="reussi">\(ui("À quoi ressemble une étape réussie"))</h2><p class="muted">\(ui.goodLooksLike(step).words)</p><p class="meta mt-2">\(ui.goodLooksLike(step).source)</p></section>
                \(neighbours(of: step, ui))
              </aside>
            </div>
            """), ui)
}

private func considerForm(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    if let considered = model.preparation.considered[model.step] {
        return """
            <p class="mt-3">\(ui("Considérée comme faite %@ :", ui.relative(considered.at))) \(ui("« %@ »", considered.sentence))</p>
            <form class="mt-2" method="post" action="\(ui.path(.considerDone(model.step)))">\(ui.formToken)<button class="btn btn--quiet" name="reprendre" value="1">\(ui("La reprendre"))</button></form>
            """
    }
    return """
        <form class="stack stack--s mt-4" id="faite" method="post" action="\(ui.path(.considerDone(model.step)))">\(ui.formToken)\(Field(name: "phrase", label: ui("Considérer l’étape comme faite"), hint: ui("En une phrase : ce qui est fait, ou laissé de côté."), refusal: form.refusal).textarea(form.lines["phrase"], rows: 2, ui))<button class="btn btn--block">\(ui("Considérer l’étape comme faite"))</button></form>
        """
}

private func neighbours(of step: Step, _ ui: Screen) -> HTML {
    let links: [(Link, String)] =
        switch step {
        case .group:
            [(.supportLetter, ui("La lettre de soutien, à imprimer")), (.dossier, ui("Le dossier de création"))]
        case .needs:
            [
                (.surveys, ui("L’enquête, envoyée par un lien")), (.needs, ui("Les besoins, et le vote")),
                (.objectives, ui("Les objectifs")),
            ]
        case .members:
            (ui.isFacilitator ? [(.invitations, ui("Inviter des personnes"))] : [])
                + [(.members, ui("Les membres")), (.charter, ui("La charte"))]
        case .meetings: [(.meetings, ui("Les rencontres")), (.decisions, ui("Les décisions"))]
        case .resources: [(.needs, ui("Les besoins"))]
        case .tools:
            [
                (.selfCheck, ui("Vérifier son poste")), (.quickStart, ui("La fiche pour commencer, à imprimer")),
                (.ask, ui("Poser une première question")),
            ]
        case .evaluation: [(.inside("/evaluation"), ui("L’évaluation"))]
        }
    if links.isEmpty { return "" }
    return """
        <section aria-labelledby="ailleurs"><h2 class="small-head mb-3" id="ailleurs">\(ui("Pour cette étape"))</h2><ul class="stack stack--s">\(each: links, { "<li><a class=\"link\" href=\"\(ui.path($0.0))\">\($0.1)</a></li>" })</ul></section>
        """
}

/// What others read of a step.
private func stepReading(_ model: StepOnPage, _ ui: Screen) -> HTML {
    let filled = model.step.fields.filter { !model.preparation[$0].isEmpty }
    let followUp = model.preparation.followUps[model.step] ?? StepFollowUp()
    if filled.isEmpty, followUp == StepFollowUp() {
        return "<p class=\"muted\">\(ui("L’animation n’a encore rien noté ici."))</p>"
    }
    return """
        <div class="stack stack--l">\(each: filled, { field in
            "<section><h2 class=\"small-head\">\(ui.label(of: field))</h2><p class=\"mt-2 prose--kept\">\(ui.shown(field, model.preparation[field]))</p></section>"
        })\(followUpReading(followUp, ui))</div>
        """
}

private func followUpReading(_ followUp: StepFollowUp, _ ui: Screen) -> HTML {
    let lines: [(String, String)] = [
        (ui("Qui s’en occupe"), followUp.owners.map(\.name).joined(separator: ", ")),
        (ui("Pour le"), ui.shown(day: followUp.dueOn)),
        (ui("Ce qui montre que c’est fait"), followUp.evidence), (ui("Note"), followUp.note),
    ]
    return
        "\(each: lines.filter { !$0.1.isEmpty }, { "<section><h2 class=\"small-head\">\($0.0)</h2><p class=\"mt-2 prose--kept\">\($0.1)</p></section>" })"
}

extension Marker {
    /// As an identifier of the page, which holds no space.
    fileprivate var fieldName: String { rawValue.replacing(" ", with: "-") }
}
