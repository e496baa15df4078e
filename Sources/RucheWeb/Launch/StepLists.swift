import Calendaring
import Markup
import Ruche

/// The lists of a step: a line is added or taken away at a time, by plain forms.
func stepLists(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    switch model.step {
    case .needs: channels(model, form, ui)
    case .members: "\(some: model.recruiting, { recruitingSection($0, ui) })\(targets(model, form, ui))"
    case .resources: "\(resources(model, form, ui))\(timeSection(model, form, ui))"
    case .evaluation: "\(plan(model, form, ui))\(pulseSection(model, ui))"
    case .meetings: calendarSection(model, ui)
    case .tools: checksSection(model, ui)
    case .group: ""
    }
}

private func section(
    _ title: String, id: String, isEmpty: Bool, _ empty: String, _ lines: HTML, _ form: HTML, _ ui: Screen,
    before: HTML = "", isFolded: Bool = false
) -> HTML {
    let rows: HTML = "<ul class=\"rows mt-3\">\(lines)</ul>"
    let list: HTML =
        isFolded ? "<details class=\"more mt-3\"><summary>\(ui("Changer ces lignes"))</summary>\(rows)</details>" : rows
    return """
        <section aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>\(before)\(if: isEmpty, "<p class=\"muted mt-3\">\(empty)</p>", else: list)\(if: ui.isPreparing, "<details class=\"more mt-4\" open><summary>\(ui("Ajouter une ligne"))</summary>\(form)</details>")</section>
        """
}

private func removeButton(_ list: PreparationActs.List, _ id: Int64, _ name: String, _ ui: Screen) -> HTML {
    guard ui.isPreparing else { return "" }
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
        ui("La composition, voulue et réelle"), id: "profils", isEmpty: model.preparation.targets.isEmpty,
        ui("Métier, lieu, territoire : qui doit être là pour que les échanges servent."),
        "\(each: model.preparation.targets, { targetRow($0, form, ui) })",
        addForm(
            .targets,
            """
            <div class="grid-2">\(Field(name: "metier", label: ui("Métier"), refusal: form.refusal).select(form.lines["metier"], trades, ui))\(Field(name: "lieu", label: ui("Lieu")).select(form.lines["lieu"], settings, ui))</div><div class="grid-2">\(Field(name: "territoire", label: ui("Territoire"), isOptional: true, refusal: form.refusal).input(form.lines["territoire"], ui))\(Field(name: "combien", label: ui("Combien de personnes"), refusal: form.refusal).input(form.lines["combien"], type: "number", ui))</div>
            """, ui), ui, before: composition(model.preparation, ui), isFolded: true)
}

/// Everything that recruits, each line with its page.
private func recruitingSection(_ recruiting: Recruiting, _ ui: Screen) -> HTML {
    func row(_ label: String, _ value: String, _ link: Link?, _ action: String) -> HTML {
        "<li class=\"spread\"><div><p><strong>\(label)</strong></p><p class=\"meta\">\(value)</p></div>\(some: link, { "<a class=\"btn btn--quiet\" href=\"\(ui.path($0))\">\(action)<span class=\"vh\"> : \(label)</span></a>" })</li>"
    }
    let charter = recruiting.charter
    let charterWords =
        charter == nil
        ? ui("Pas encore écrite.")
        : charter?.adoptedAt == nil
            ? ui("Écrite, pas encore adoptée.")
            : ui(
                "Adoptée ; %d membre ne l’a pas encore acceptée.", "Adoptée ; %d membres ne l’ont pas encore acceptée.",
                recruiting.silent)
    return """
        <section aria-labelledby="recruter"><h2 id="recruter">\(ui("Où en est le recrutement"))</h2><ul class="rows mt-3">
          \(row(ui("Invitations"), recruiting.funnel.sent == 0 ? ui("Aucune encore.") : ui.words(of: recruiting.funnel), ui.isFacilitator ? .invitations : nil, ui("Inviter")))
          \(if: ui.isFacilitator, row(ui("Listes et liens"), ui("%d lien ouvert", "%d liens ouverts", recruiting.openLinks), .memberImports, ui("Importer une liste")))
          \(if: ui.isFacilitator, row(ui("Demandes à rejoindre"), ui("%d attend une réponse", "%d attendent une réponse", recruiting.waiting), .joinRequests, ui("Répondre")))
          \(row(ui("La charte"), charterWords, .charter, ui("Ouvrir")))
          \(row(ui("L’accueil"), recruiting.hosts.isEmpty ? ui("Personne n’accueille encore : l’animation s’en charge.") : recruiting.hosts.map(\.name).joined(separator: ", "), .roles, ui("Voir")))
        </ul></section>
        """
}

/// Wanted against actual, cell by cell, with the places that were freed; then whom no cell asked for.
private func composition(_ preparation: Preparation, _ ui: Screen) -> HTML {
    if preparation.targets.isEmpty { return "" }
    let title = ui("La composition, voulue et réelle")
    func free(_ target: Preparation.Target) -> String {
        if target.free == 0 { return "–" }
        return target.freed == 0
            ? ui.words.number(target.free)
            : ui(
                "%d, dont %@ libérée(s) par un départ", "%d, dont %@ libérées par un départ", target.free,
                ui.words.number(target.freed))
    }
    return """
        <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", title, ui("Tableau")))"><table class="table table--stack"><thead><tr><th scope="col">\(ui("Métier"))</th><th scope="col">\(ui("Lieu"))</th><th scope="col">\(ui("Territoire"))</th><th scope="col" class="num">\(ui("Voulus"))</th><th scope="col" class="num">\(ui("Présents"))</th><th scope="col" class="num">\(ui("Places libres"))</th></tr></thead><tbody>\(each: preparation.targets, { target in
            "<tr><th scope=\"row\">\(target.profession.map { ui.name(of: $0) } ?? ui("Tous"))</th><td data-label=\"\(ui("Lieu"))\">\(target.setting.map { ui.name(of: $0) } ?? ui("tous"))</td><td data-label=\"\(ui("Territoire"))\">\(target.territory.isEmpty ? ui("tous") : target.territory)</td><td class=\"num\" data-label=\"\(ui("Voulus"))\">\(ui.words.number(target.wanted))</td><td class=\"num\" data-label=\"\(ui("Présents"))\">\(ui.words.number(target.actual))</td><td class=\"num\" data-label=\"\(ui("Places libres"))\">\(free(target))</td></tr>"
        })</tbody></table></div>
        \(if: !preparation.others.isEmpty, "<p class=\"meta mt-3\">\(ui("Aussi présents : %@.", preparation.others.prefix(8).map { ui.words(of: $0) }.joined(separator: " · ")))</p>")
        """
}

private func targetRow(_ target: Preparation.Target, _ form: StepForm, _ ui: Screen) -> HTML {
    let parts = [
        target.profession.map { ui.name(of: $0) }, target.setting.map { ui.name(of: $0) }, target.territory.line(),
    ]
    let name = parts.compactMap { $0 }.joined(separator: ", ")
    return """
        <li class="stack stack--s"><div class="spread"><div><p>\(name)</p><p class="meta">\(ui("%d personne présente sur %@ voulues", "%d personnes présentes sur %@ voulues", target.actual, ui.words.number(target.wanted)))\(if: !target.waiver.isEmpty, " · \(target.waiver)")</p></div>\(removeButton(.targets, target.id, name, ui))</div>
        \(if: ui.isPreparing && !target.isMet, waiverForm(target, name, form, ui))
        \(if: ui.isPreparing && !target.waiver.isEmpty, "<form method=\"post\" action=\"\(ui.path(.waive(target.id)))\">\(ui.formToken)<button class=\"btn btn--quiet\" name=\"reprendre\" value=\"1\">\(ui("Le chercher de nouveau"))<span class=\"vh\"> : \(name)</span></button></form>")</li>
        """
}

/// Why a profile that is not there is left aside.
private func waiverForm(_ target: Preparation.Target, _ name: String, _ form: StepForm, _ ui: Screen) -> HTML {
    let isTyped = form.lines["ligne"] == target.id.description
    let id = "renonce-\(target.id)"
    let error = isTyped && form.refusal?.field == "assez" ? form.refusal : nil
    return """
        <form class="field\(if: error != nil, " field--error")" method="post" action="\(ui.path(.waive(target.id)))">\(ui.formToken)<input type="hidden" name="ligne" value="\(target.id)"><label class="vh" for="\(id)">\(ui("Pourquoi c’est assez : %@", name))</label>\(some: error, { "<span class=\"error\" id=\"\(id)-e\">\(icon(.alert))\($0(ui.words))</span>" })<div class="btn-row"><input class="input" id="\(id)" name="phrase" value="\(isTyped ? form.lines["phrase"] : "")" placeholder="\(ui("Pourquoi c’est assez"))"\(attribute: "aria-describedby", error.map { _ in "\(id)-e" })\(attribute: "aria-invalid", error.map { _ in "true" })><button class="btn">\(ui("Laisser de côté"))</button></div></form>
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
    let (review, today) = (CivilDate(resource.reviewOn), ui.words.zone.date(at: ui.words.now))
    return """
        <li class="spread" id="document-\(resource.id.description)"><div><p>\(if: resource.address.isEmpty, "\(resource.title)", else: "<a href=\"\(resource.address)\" rel=\"nofollow noopener\">\(resource.title)</a>")</p><p class="meta">\(some: resource.need, { "\(ui("Répond à :")) <a href=\"\(ui.path(.need(.init($0.id))))\">\($0.title)</a>" }, else: "\(ui("N’est rattaché à aucun besoin"))")\(if: !resource.licence.isEmpty, " · \(resource.licence)")\(some: review, { $0 > today ? " · \(ui("à relire le %@", ui.words.day($0)))" : " · <span class=\"status status--waiting\">\(ui("à relire depuis le %@", ui.words.day($0)))</span>" })</p></div>\(removeButton(.resources, resource.id, resource.title, ui))</li>
        """
}

private func plan(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let known = Set(model.preparation.plan.map(\.indicator))
    let isNew = form.lines["ligne"].isEmpty
    let typed = isNew ? form.lines["indicateur"] : ""
    let ids = Indicator.ID.allCases.filter { !known.contains($0.rawValue) || $0.rawValue == typed }
        .map { (value: $0.rawValue, label: "\($0.rawValue) · \(ui.words.text($0.name))") }
    return section(
        ui("Le plan d’évaluation"), id: "plan", isEmpty: model.preparation.plan.isEmpty,
        ui(
            "Huit indicateurs suffisent, un au moins pour chaque dimension : efficacité, vitalité, satisfaction, valeur ajoutée."
        ),
        "\(each: model.preparation.plan, { planRow($0, form, ui) })",
        addForm(
            .plan,
            """
            \(Field(name: "indicateur", label: ui("Indicateur"), refusal: isNew ? form.refusal : nil).select(typed, ids, ui))
            \(planFields("", isNew ? PlanDraft(form.lines) : PlanDraft(), unit: nil, isNew ? form.refusal : nil, ui))
            """, ui), ui, before: proposal(model, ui))
}

/// What a line of the plan says, in a form of its own.
private func planFields(
    _ prefix: String, _ draft: PlanDraft, unit: Indicator.Unit?, _ refusal: Refusal?, _ ui: Screen
) -> HTML {
    func field(_ name: String, _ label: String, hint: String? = nil) -> Field {
        Field(name: prefix + name, label: label, hint: hint, isOptional: true, refusal: refusal, formName: name)
    }
    let hint =
        switch unit {
        case .hours: ui("Une durée : 20 h, ou 2 jours.")
        case .share: ui("Un pourcentage, de 0 à 100.")
        case .number: ui("Un nombre.")
        case nil: ui("Une durée, un pourcentage ou un nombre, selon l’indicateur.")
        }
    return """
        \(field("definition", ui("Ce que cela veut dire chez nous")).input(draft.definition, maxLength: 500, ui))
        <div class="grid-2">\(field("depart", ui("Situation de départ (T0)"), hint: hint).input(draft.baseline, ui))\(field("cible", ui("Cible"), hint: ui("Dans la même unité.")).input(draft.target, ui))</div>
        <label class="choice"><input type="checkbox" name="sans-chiffre" value="1"\(flag: "checked", draft.hasNoFigure)><span class="choice__text">\(ui("Aucun chiffre encore : c’est le départ"))</span></label>
        <div class="grid-2">\(field("source", ui("Source")).input(draft.source, maxLength: 200, ui))\(field("lecteur", ui("Pour qui")).input(draft.reader, maxLength: 200, ui))</div>
        \(field("pour-le", ui("Pour le")).input(draft.dueOn, type: "date", ui))
        """
}

/// For who would not know where to begin: about eight lines, from the objectives, each to be changed or taken away.
private func proposal(_ model: StepOnPage, _ ui: Screen) -> HTML {
    let dimensions = Set(model.preparation.plan.compactMap { Indicator.ID(rawValue: $0.indicator)?.dimension })
    guard ui.isPreparing, dimensions.count < 4 else { return "" }
    return """
        <div class="note mt-3">\(icon(.chart))<div><p>\(ui("Ruche peut proposer environ huit lignes, d’après vos objectifs et votre promesse : au moins une par dimension. Ce qui se compte déjà devient la situation de départ ; le reste le dit : « aucun encore », avec la date. Vous changez ou retirez ensuite chaque ligne."))</p><div class="mt-3">\(actButton(ui("Proposer un plan"), .proposePlan, ui))</div></div></div>
        """
}

/// When the three questions of the pulse come round.
private func pulseSection(_ model: StepOnPage, _ ui: Screen) -> HTML {
    if model.pulse.isEmpty { return "" }
    return """
        <section aria-labelledby="barometre"><h2 id="barometre">\(ui("Le calendrier du baromètre"))</h2><p class="muted mt-2">\(ui("Toutes les treize semaines, trois questions."))</p><ul class="rows rows--tight mt-3">\(each: model.pulse, { "<li>\(ui.words.date($0).capitalizedFirst)</li>" })</ul></section>
        """
}

/// What facilitating takes, noted in two taps, beside what was promised.
private func timeSection(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let (time, promised) = (model.preparation.time, model.preparation.minutes(.hoursPromised))
    return """
        <section aria-labelledby="temps"><h2 id="temps">\(ui("Le temps d’animation"))</h2>
        \(if: time.months.isEmpty, "<p class=\"muted mt-3\">\(ui("Rien n’est encore noté. Ce temps est rarement payé : le montrer, c’est pouvoir le défendre."))</p>", else: """
            <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", ui("Le temps d’animation"), ui("Tableau")))"><table class="table"><thead><tr><th scope="col">\(ui("Mois"))</th><th scope="col" class="num">\(ui("Donné"))</th><th scope="col" class="num">\(ui("Promis"))</th></tr></thead><tbody>\(each: time.months, { month in
                "<tr><th scope=\"row\">\(ui.monthName(month.month))</th><td class=\"num\">\(ui.length(minutes: month.minutes))</td><td class=\"num\">\(if: promised > 0, "\(ui.length(minutes: promised))", else: "–")</td></tr>"
            })</tbody></table></div>
            <details class="more mt-3"><summary>\(ui("Les dernières notes"))</summary><ul class="rows rows--tight mt-2">\(each: time.latest, { timeRow($0, model.reader, ui) })</ul></details>
            """)
        \(if: ui.isPreparing, """
            <form class="stack mt-4" method="post" action="\(ui.path(.noteTime))">\(ui.formToken)<div class="grid-2">\(Field(name: "duree", label: ui("Durée"), hint: ui("Par exemple 45 min, ou 1 h 30."), refusal: form.refusal).input(form.lines["duree"], ui))\(Field(name: "jour", label: ui("Jour"), hint: ui("Laissé vide : aujourd’hui."), isOptional: true, refusal: form.refusal).input(form.lines["jour"], type: "date", ui))</div>\(Field(name: "quoi", label: ui("À quoi"), isOptional: true, refusal: form.refusal).input(form.lines["quoi"], ui))<div class="btn-row"><button class="btn">\(icon(.plus))\(ui("Noter ce temps"))</button></div></form>
            """)</section>
        """
}

/// A time is taken back by whoever noted it.
private func timeRow(_ line: FacilitationTime.Line, _ reader: Author?, _ ui: Screen) -> HTML {
    let time = ui.length(minutes: line.minutes)
    let isOwn = ui.isPreparing && line.who.id == reader?.id
    return """
        <li class="spread"><p>\(line.who.name), \(time)\(if: !line.what.isEmpty, " : \(line.what)") <span class="meta">\(some: CivilDate(line.day), { "\(ui.words.date($0))" })</span></p>\(if: isOwn, "<form method=\"post\" action=\"\(ui.path(.takeBackTime(line.id)))\">\(ui.formToken)<button class=\"btn btn--quiet\">\(ui("Retirer"))<span class=\"vh\"> : \(time)</span></button></form>")</li>
        """
}

/// What members found on their own computers, and which gestures the group has tried.
private func checksSection(_ model: StepOnPage, _ ui: Screen) -> HTML {
    let facts = model.preparation.facts
    return """
        <section aria-labelledby="gestes"><h2 id="gestes">\(ui("Les cinq gestes"))</h2><ul class="rows rows--tight mt-3">\(each: FirstAct.allCases, { act in
            "<li class=\"spread\"><span>\(ui.name(of: act))</span><span class=\"meta\">\(ui("%d membre sur %@", "%d membres sur %@", model.tried[act] ?? 0, ui.words.number(facts.members)))</span></li>"
        })</ul></section>
        <section aria-labelledby="postes"><h2 id="postes">\(ui("Les postes vérifiés"))</h2>
        \(if: model.checks.isEmpty, "<p class=\"muted mt-3\">\(ui("Aucun encore. Chaque membre ouvre la page de vérification depuis son poste de travail ; le résultat va au référent technique."))</p>", else: "<ul class=\"rows mt-3\">\(each: model.checks, { checkedRow($0, ui) })</ul>")
        <p class="mt-3"><a class="btn" href="\(ui.path(.selfCheck))">\(ui("Vérifier mon poste"))</a></p></section>
        """
}

private func checkedRow(_ check: SelfCheck, _ ui: Screen) -> HTML {
    """
    <li><p>\(check.member.name) <span class="\(if: check.findings.isWell, "status status--solved", else: "status status--waiting")">\(check.findings.isWell ? ui("tout va bien") : ui("à revoir"))</span></p><p class="meta">\(ui.findings(of: check).joined(separator: " · "))</p></li>
    """
}

private func planRow(_ line: PlannedIndicator, _ form: StepForm, _ ui: Screen) -> HTML {
    let id = Indicator.ID(rawValue: line.indicator)
    let name = id.map { ui.words.text($0.name) } ?? line.indicator
    let target = line.target.map { ui.figure($0, id?.unit ?? .number) } ?? "–"
    let isTyped = form.lines["ligne"] == line.id.description
    let draft = isTyped ? PlanDraft(form.lines) : PlanDraft(line)
    let fields: HTML = planFields("ligne-\(line.id)-", draft, unit: id?.unit, isTyped ? form.refusal : nil, ui)
    return """
        <li class="stack stack--s"><div class="spread"><div><p>\(line.indicator) · \(name)</p>\(if: !line.definition.isEmpty, "<p>\(line.definition)</p>")<p class="meta">\(ui("Départ : %@. Cible : %@.", ui.start(of: line), target))\(if: !line.source.isEmpty, " \(ui("Source : %@.", line.source))")\(if: !line.reader.isEmpty, " \(ui("Pour : %@.", line.reader))")\(some: CivilDate(line.dueOn), { " \(ui("Pour le %@.", ui.words.day($0)))" })</p></div>\(removeButton(.plan, line.id, name, ui))</div>
        \(if: ui.isPreparing, """
            <details class="more"\(flag: "open", isTyped)><summary>\(ui("Changer"))<span class="vh"> : \(name)</span></summary><form class="stack mt-3" method="post" action="\(ui.path(.changePlan(line.id)))">\(ui.formToken)<input type="hidden" name="ligne" value="\(line.id)">\(fields)<div class="btn-row"><button class="btn">\(ui("Garder cette ligne"))</button></div></form></details>
            """)</li>
        """
}

extension PlanDraft {
    /// As it was typed.
    init(_ form: Form) {
        self.init(form["indicateur"])
        (definition, source, reader, dueOn) = (form["definition"], form["source"], form["lecteur"], form["pour-le"])
        (baseline, target, hasNoFigure) = (form["depart"], form["cible"], form.has("sans-chiffre"))
    }

    /// As it is kept, in the words that a form takes back.
    init(_ line: PlannedIndicator) {
        self.init(line.indicator)
        func typed(_ value: Double?) -> String {
            guard let value else { return "" }
            let number = Indicator.ID(rawValue: line.indicator)?.unit == .share ? value * 100 : value
            let rounded = (number * 100).rounded() / 100
            let text = rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
            let isSmallShare = Indicator.ID(rawValue: line.indicator)?.unit == .share && rounded > 0 && rounded < 1
            return text.replacing(".", with: ",") + (isSmallShare ? " %" : "")
        }
        (definition, source, reader, dueOn) = (line.definition, line.source, line.reader, line.dueOn)
        (baseline, target) = (typed(line.baseline), typed(line.target))
        hasNoFigure = line.baseline == nil && line.hasStart
    }
}

/// The papers of a step: the letter once signed, the results of a survey.
func stepFiles(_ model: StepOnPage, _ form: StepForm, _ ui: Screen) -> HTML {
    let files = model.preparation.files.filter { $0.step == model.step }
    if files.isEmpty, !ui.isPreparing { return "" }
    let title = model.step == .group ? ui("La lettre de soutien signée, et les autres pièces") : ui("Les pièces")
    return """
        <section aria-labelledby="pieces"><h2 id="pieces">\(title)</h2>
        \(if: !files.isEmpty, """
            <ul class="rows rows--tight mt-3">\(each: files, { file in
            "<li class=\"spread\"><p><a href=\"\(ui.path(.stepFile(file.id)))\" download>\(file.name)</a> <span class=\"meta\">\(if: file.isLetter, "\(ui("lettre de soutien")), ")\(ui.size(file.size)), \(ui.relative(file.addedAt))</span></p>\(if: ui.isPreparing, actButton(ui("Retirer"), .removeStepFile(file.id), ui, style: .quiet))</li>"
            })</ul>
            """)
        \(if: ui.isPreparing, """
            <form class="stack mt-3" method="post" action="\(ui.path(.attach(model.step)))" enctype="multipart/form-data">\(ui.formToken)<div class="field\(if: form.refusal?.field == "piece", " field--error")"><label class="field__label" for="piece">\(ui("Joindre une pièce"))</label><span class="hint" id="piece-h">\(ui("PDF ou photo, 10 Mo au plus. Aucun élément sur un patient."))</span>\(if: form.refusal?.field == "piece", "<span class=\"error\" id=\"piece-e\">\(icon(.alert))\(form.refusal?(ui.words) ?? "")</span>")<input class="input" id="piece" name="piece" type="file" accept=".pdf,.jpg,.jpeg,.png" aria-describedby="piece-h"></div>\(if: model.step == .group, "<label class=\"choice\"><input type=\"checkbox\" name=\"lettre\" value=\"1\"><span class=\"choice__text\">\(ui("C’est la lettre de soutien, signée"))</span></label>")<div class="btn-row"><button class="btn">\(icon(.file))\(ui("Joindre"))</button></div></form>
            """)</section>
        """
}

extension Screen {
    /// "2 sages-femmes, clinique"
    func words(of others: Preparation.Others) -> String {
        let trade = others.profession.map { name(of: $0) } ?? self("métier non précisé")
        return [words.number(others.count) + " " + trade, others.setting.map { name(of: $0) }].compactMap { $0 }
            .joined(separator: ", ")
    }

    /// "Novembre 2026"
    func monthName(_ month: String) -> String {
        guard let first = CivilDate(month + "-01") else { return month }
        return words.month(first).capitalizedFirst
    }

    /// What a check found, in a few words each.
    func findings(of check: SelfCheck) -> [String] {
        let findings = check.findings
        return [
            findings.browser.replacing("?", with: self("navigateur inconnu")),
            findings.isOld ? self("navigateur trop ancien") : nil,
            findings.hasScript ? nil : self("sans script"),
            findings.isClockRight ? nil : self("horloge : %d s d’écart", findings.clockInSeconds ?? 0),
            findings.reachesServer == false ? self("envois bloqués") : nil,
            findings.hearsLive == false ? self("réponses en direct bloquées") : nil,
            check.mailReceivedAt == nil ? self("courriel pas encore confirmé") : self("courriel reçu"),
            findings.words.isEmpty ? nil : self("« %@ »", findings.words), relative(check.checkedAt),
        ].compactMap { $0 }
    }
}

extension Screen {
    /// T0: the figure, or that there was none yet, with its day.
    func start(of line: PlannedIndicator) -> String {
        if let value = line.baseline { return figure(value, Indicator.ID(rawValue: line.indicator)?.unit ?? .number) }
        return CivilDate(line.baselineOn).map { self("aucun encore, le %@", fullDay($0)) } ?? "–"
    }

    /// "9 h", "62 %", "0,53"
    func figure(_ value: Double, _ unit: Indicator.Unit) -> String {
        switch unit {
        case .hours: words.duration(hours: value)
        case .share: words.percent(value)
        case .number: words.number(value, decimals: value == value.rounded() ? 0 : 2)
        }
    }
}
