import Calendaring
import Markup
import Ruche

/// The lists of a step: a line is added or taken away at a time, by plain forms.
func stepLists(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    switch model.step {
    case .needs: channels(model, form, ui)
    case .members: targets(model, form, ui)
    case .resources: resources(model, form, ui)
    case .evaluation: plan(model, form, ui)
    case .meetings: calendarSection(model, ui)
    case .group, .tools: ""
    }
}

private func section(
    _ title: String, id: String, isEmpty: Bool, _ empty: String, _ lines: HTML, _ form: HTML, _ ui: Screen
) -> HTML {
    """
    <section aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>\(if: isEmpty, "<p class=\"muted mt-3\">\(empty)</p>", else: "<ul class=\"rows mt-3\">\(lines)</ul>")\(if: ui.isFacilitator, "<details class=\"more mt-4\" open><summary>\(ui("Ajouter une ligne"))</summary>\(form)</details>")</section>
    """
}

private func removeButton(_ list: PreparationActs.List, _ id: Int64, _ name: String, _ ui: Screen) -> HTML {
    guard ui.isFacilitator else { return "" }
    return """
        <form method="post" action="\(ui.path(.removeLine(list, id)))">\(ui.formToken)<button class="btn btn--quiet">\(ui("Retirer"))<span class="vh"> \(name)</span></button></form>
        """
}

private func addForm(_ list: PreparationActs.List, _ fields: HTML, _ ui: Screen) -> HTML {
    """
    <form class="stack mt-3" method="post" action="\(ui.path(.list(list)))">\(ui.formToken)\(fields)<div class="btn-row"><button class="btn">\(icon(.plus))\(ui("Ajouter"))</button></div></form>
    """
}

private func channels(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    section(
        ui("Les canaux d’aujourd’hui"), id: "canaux", isEmpty: model.preparation.channels.isEmpty,
        ui("Comment les gens se parlent déjà : listes, messageries, réunions, téléphone."),
        "\(each: model.preparation.channels, { "<li class=\"spread\"><div><p>\($0.name)</p>\(if: !$0.lacks.isEmpty, "<p class=\"meta\">\(ui("Ce qui lui manque : %@", $0.lacks))</p>")</div>\(removeButton(.channels, $0.id, $0.name, ui))</li>" })",
        addForm(
            .channels,
            """
            <div class="grid-2">\(Field(name: "canal", label: ui("Canal"), refusal: form.refusal).input(form.lines["canal"], ui))\(Field(name: "manque", label: ui("Ce qui lui manque"), isOptional: true, refusal: form.refusal).input(form.lines["manque"], ui))</div>
            """, ui), ui)
}

private func targets(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let settings =
        [(value: "", label: ui("Tous les lieux"))]
        + Question.Setting.allCases.map { (value: $0.rawValue, label: ui.name(of: $0)) }
    let trades =
        [(value: "", label: ui("Tous les métiers"))] + Profession.all.map { (value: $0.code, label: ui.name(of: $0)) }
    return section(
        ui("Les profils voulus"), id: "profils", isEmpty: model.preparation.targets.isEmpty,
        ui("Métier, lieu, territoire : qui doit être là pour que les échanges servent."),
        "\(each: model.preparation.targets, { targetRow($0, ui) })",
        addForm(
            .targets,
            """
            <div class="grid-2">\(Field(name: "metier", label: ui("Métier"), refusal: form.refusal).select(form.lines["metier"], trades, ui))\(Field(name: "lieu", label: ui("Lieu")).select(form.lines["lieu"], settings, ui))</div><div class="grid-2">\(Field(name: "territoire", label: ui("Territoire"), isOptional: true, refusal: form.refusal).input(form.lines["territoire"], ui))\(Field(name: "combien", label: ui("Combien de personnes"), refusal: form.refusal).input(form.lines["combien"], type: "number", ui))</div>
            """, ui), ui)
}

private func targetRow(_ target: Preparation.Target, _ ui: Screen) -> HTML {
    let parts = [
        target.profession.map { ui.name(of: $0) }, target.setting.map { ui.name(of: $0) }, target.territory.line(),
    ]
    let name = parts.compactMap { $0 }.joined(separator: ", ")
    return """
        <li class="stack stack--s"><div class="spread"><div><p>\(name)</p><p class="meta">\(ui("%d personne présente sur %@ voulues", "%d personnes présentes sur %@ voulues", target.actual, ui.words.number(target.wanted)))\(if: !target.waiver.isEmpty, " · \(target.waiver)")</p></div>\(removeButton(.targets, target.id, name, ui))</div>
        \(if: ui.isFacilitator && !target.isMet, """
            <form class="btn-row" method="post" action="\(ui.path(.waive(target.id)))">\(ui.formToken)<label class="vh" for="renonce-\(target.id)">\(ui("Pourquoi c’est assez : %@", name))</label><input class="input" id="renonce-\(target.id)" name="phrase" placeholder="\(ui("Pourquoi c’est assez"))"><button class="btn">\(ui("Laisser de côté"))</button></form>
            """)</li>
        """
}

private func resources(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let needs = [(value: "", label: ui("Aucun"))] + model.needs.map { (value: $0.id.description, label: $0.statement) }
    let orphans = model.preparation.resources.count { $0.need == nil }
    return """
        \(if: orphans > 0, "<p class=\"note note--honey\">\(icon(.info))<span>\(ui("%d document ne répond encore à aucun besoin.", "%d documents ne répondent encore à aucun besoin.", orphans))</span></p>")
        \(section(
            ui("Les documents"), id: "documents", isEmpty: model.preparation.resources.isEmpty,
            ui("Peu, choisis, et chacun rattaché à un besoin."),
            "\(each: model.preparation.resources, { resourceRow($0, ui) })",
            addForm(
                .resources,
                """
                \(Field(name: "titre", label: ui("Titre"), refusal: form.refusal).input(form.lines["titre"], ui))<div class="grid-2">\(Field(name: "lien", label: ui("Lien"), isOptional: true, refusal: form.refusal).input(form.lines["lien"], type: "url", ui))\(Field(name: "besoin", label: ui("Besoin")).select(form.lines["besoin"], needs, ui))</div><div class="grid-2">\(Field(name: "licence", label: ui("Licence"), isOptional: true, refusal: form.refusal).input(form.lines["licence"], ui))\(Field(name: "relecture", label: ui("À relire le"), isOptional: true, refusal: form.refusal).input(form.lines["relecture"], type: "date", ui))</div>
                """, ui), ui))
        """
}

private func resourceRow(_ resource: Preparation.Resource, _ ui: Screen) -> HTML {
    """
    <li class="spread"><div><p>\(if: resource.address.isEmpty, "\(resource.title)", else: "<a href=\"\(resource.address)\" rel=\"nofollow noopener\">\(resource.title)</a>")</p><p class="meta">\(some: resource.need, { "\(ui("Répond à :")) <a href=\"\(ui.path(.need(.init($0.id))))\">\($0.title)</a>" }, else: "\(ui("Rattaché à aucun besoin"))")\(if: !resource.licence.isEmpty, " · \(resource.licence)")\(some: CivilDate(resource.reviewOn), { " · \(ui("à relire le %@", ui.words.day($0)))" })</p></div>\(removeButton(.resources, resource.id, resource.title, ui))</li>
    """
}

private func plan(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let ids = Indicator.ID.allCases.map { (value: $0.rawValue, label: "\($0.rawValue) · \(ui.words.text($0.name))") }
    return section(
        ui("Le plan d’évaluation"), id: "plan", isEmpty: model.preparation.plan.isEmpty,
        ui(
            "Huit indicateurs suffisent, un au moins pour chaque dimension : efficacité, vitalité, satisfaction, valeur ajoutée."
        ),
        "\(each: model.preparation.plan, { planRow($0, ui) })",
        addForm(
            .plan,
            """
            \(Field(name: "indicateur", label: ui("Indicateur"), refusal: form.refusal).select(form.lines["indicateur"], ids, ui))
            \(Field(name: "definition", label: ui("Ce que cela veut dire chez nous"), isOptional: true, refusal: form.refusal).input(form.lines["definition"], ui))
            <div class="grid-2">\(Field(name: "depart", label: ui("Situation de départ (T0)"), hint: ui("En heures, ou en pour cent."), isOptional: true, refusal: form.refusal).input(form.lines["depart"], ui))\(Field(name: "cible", label: ui("Cible"), hint: ui("Dans la même unité."), isOptional: true, refusal: form.refusal).input(form.lines["cible"], ui))</div>
            <div class="grid-2">\(Field(name: "source", label: ui("Source"), isOptional: true, refusal: form.refusal).input(form.lines["source"], ui))\(Field(name: "lecteur", label: ui("Pour qui"), isOptional: true, refusal: form.refusal).input(form.lines["lecteur"], ui))</div>
            \(Field(name: "pour-le", label: ui("Pour le"), isOptional: true, refusal: form.refusal).input(form.lines["pour-le"], type: "date", ui))
            """, ui), ui)
}

private func planRow(_ line: PlannedIndicator, _ ui: Screen) -> HTML {
    let id = Indicator.ID(rawValue: line.indicator)
    func figure(_ value: Double?) -> String { value.map { ui.figure($0, id?.unit ?? .number) } ?? "–" }
    let name = id.map { ui.words.text($0.name) } ?? line.indicator
    return """
        <li class="spread"><div><p>\(line.indicator) · \(name)</p><p class="meta">\(ui("Départ : %@. Cible : %@.", figure(line.baseline), figure(line.target)))\(if: !line.source.isEmpty, " \(line.source).")\(if: !line.reader.isEmpty, " \(ui("Pour : %@.", line.reader))")\(some: CivilDate(line.dueOn), { " \(ui("Pour le %@.", ui.words.day($0)))" })</p></div>\(removeButton(.plan, line.id, name, ui))</li>
        """
}

extension Screen {
    /// "9 h", "62 %", "0,53"
    func figure(_ value: Double, _ unit: Indicator.Unit) -> String {
        switch unit {
        case .hours: words.duration(hours: value)
        case .share: words.percent(value)
        case .number: words.number(value, decimals: value == value.rounded() ? 0 : 2)
        }
    }
}
