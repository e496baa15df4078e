import Markup
import Ruche

import struct Persistence.Instant

func objectivesPage(_ list: ObjectiveList, _ ui: Screen) -> HTML {
    let open = list.objectives.filter { $0.outcome == nil }
    let closed = list.objectives.filter { $0.outcome != nil }
    let orphanNeeds = list.needs.filter { $0.retainedAt != nil && $0.setAsideAt == nil && $0.objectives == 0 }
    let silent = open.filter { $0.adoptedAt != nil && $0.questions == 0 }
    return page(
        Page(
            ui("Objectifs"), at: .objectives,
            """
            \(pageHead(ui("Nos objectifs"), lede: ui("Ce que nous voulons changer dans la pratique, pour qui, et comment on le saura."), actions: "<a class=\"btn btn--primary\" href=\"\(ui.path(.newObjective))\">\(icon(.plus))\(ui("Proposer un objectif"))</a>"))
            <div class="cols"><div class="stack stack--xl">
              \(if: list.objectives.isEmpty, emptyState(ui("Aucun objectif pour l’instant"), ui("Partez d’un besoin retenu : quelle pratique voulez-vous voir changer, et pour qui ?"), id: "vide"))
              \(if: !open.isEmpty, "<section aria-labelledby=\"encours\"><h2 id=\"encours\">\(ui("En cours"))</h2><ul class=\"rows mt-3\">\(each: open, { objectiveRow($0, ui) })</ul></section>")
              \(if: !closed.isEmpty, "<section aria-labelledby=\"clos\"><h2 id=\"clos\">\(ui("Clos"))</h2><ul class=\"rows mt-3\">\(each: closed, { objectiveRow($0, ui) })</ul></section>")
            </div><aside class="stack stack--l" aria-label="\(ui("Besoins"))">
              <p><a class="btn" href="\(ui.path(.needs))">\(icon(.list))\(ui("Les besoins, et le vote"))</a></p>
              \(if: !orphanNeeds.isEmpty, "<section aria-labelledby=\"orphelins\"><h2 class=\"small-head mb-3\" id=\"orphelins\">\(ui("Besoins sans objectif"))</h2><ul class=\"rows rows--tight rows--open\">\(each: orphanNeeds, { "<li><a class=\"link\" href=\"\(ui.path(.need($0.id)))\">\($0.statement)</a></li>" })</ul></section>")
              \(if: !silent.isEmpty, "<section aria-labelledby=\"muets\"><h2 class=\"small-head mb-3\" id=\"muets\">\(ui("Objectifs sans échange"))</h2><ul class=\"rows rows--tight rows--open\">\(each: silent, { "<li><a class=\"link\" href=\"\(ui.path(.objective($0.id)))\">\($0.title)</a></li>" })</ul></section>")
            </aside></div>
            """), ui)
}

func objectiveRow(_ objective: Objective, _ ui: Screen) -> HTML {
    let on = objective.cells.count(where: \.isOn)
    return """
        <li class="goal"><p><a href="\(ui.path(.objective(objective.id)))">\(objective.title)</a></p>\(cells(on, of: objective.cells.count))<p class="meta">\(ui.name(of: objective.state(at: ui.now)))\(if: !objective.cells.isEmpty, ", \(ui("%d équipe sur %@", "%d équipes sur %@", on, String(objective.cells.count)))")\(some: objective.dueAt, { ", \(ui("pour le %@", ui.day($0)))" })</p>\(some: objective.closing, { "<p class=\"said\">\($0)</p>" })</li>
        """
}

extension Screen {
    func name(of state: Objective.State) -> String {
        switch state {
        case .draft: self("proposé, pas encore adopté")
        case .underWay: self("en cours")
        case .midReviewed: self("revu à mi-chemin")
        case .overdue: self("sa date est passée")
        case .closed(let outcome): name(of: outcome)
        }
    }

    func name(of outcome: Objective.Outcome) -> String {
        switch outcome {
        case .reached: self("atteint")
        case .partial: self("atteint en partie")
        case .dropped: self("abandonné")
        }
    }

    func question(of criterion: Criterion) -> String {
        switch criterion {
        case .practice: self("La pratique visée est dite")
        case .forWhom: self("On sait pour qui")
        case .measure: self("Une mesure, avec sa situation de départ")
        case .date: self("Une date, dans les dix-huit mois")
        case .owner: self("Quelqu’un le suit")
        }
    }

    /// "mardi 8 décembre" of the day that ends at this instant.
    func day(_ end: Instant) -> String { words.date(words.zone.date(at: end.milliseconds - 1)) }
}

func objectivePage(_ model: ObjectiveOnPage, _ refusal: Refusal?, _ typed: Form, _ ui: Screen) -> HTML {
    let objective = model.objective
    let canFollow = ui.isFacilitator || objective.owner?.id == ui.member?.id.rawValue
    let facts: [(String, String)] = [
        (ui("Pratique visée"), objective.practice), (ui("Pour qui"), objective.forWhom),
        (ui("Mesure"), objective.measure),
        (ui("Situation de départ"), objective.baseline),
    ].filter { !$0.1.isEmpty }
    return page(
        Page(
            objective.title, at: .objectives,
            """
            \(crumbs([(ui("Objectifs"), .objectives)], ui))
            \(pageHead(objective.title, eyebrow: ui("Objectif, %@", ui.name(of: objective.state(at: ui.now))), lede: objective.dueAt.map { ui("Pour le %@.", ui.day($0)) }))
            <div class="cols"><div class="stack stack--xl">
              \(some: objective.closing, { "<figure class=\"verbatim\"><p>\($0)</p><figcaption>\(ui("Clos %@ : %@", objective.closedAt.map { ui.relative($0) } ?? "", objective.outcome.map { ui.name(of: $0) } ?? ""))</figcaption></figure>" })
              \(some: objective.midReview, { "<figure class=\"verbatim\"><p>\($0)</p><figcaption>\(ui("À mi-chemin, %@", objective.midReviewedAt.map { ui.relative($0) } ?? ""))</figcaption></figure>" })
              <section aria-labelledby="quoi"><h2 id="quoi">\(ui("Ce qu’il vise"))</h2>\(each: facts, { "<p class=\"mt-3\"><strong>\($0.0)</strong><br>\($0.1)</p>" })\(some: objective.need, { "<p class=\"mt-3\">\(ui("Né du besoin")) <a href=\"\(ui.path(.need(.init($0.id))))\">\($0.title)</a></p>" })\(some: objective.adopted, { adoptedWording($0, of: objective, ui) })</section>
              \(if: !objective.cells.isEmpty, cellsSection(objective, canFollow: canFollow && objective.outcome == nil, ui))
              \(seriesSection(model, canFollow: canFollow && objective.outcome == nil, refusal, typed, ui))
              <section aria-labelledby="echanges"><h2 id="echanges">\(ui("Échanges"))</h2>\(if: model.questions.isEmpty, "<p class=\"muted mt-3\">\(ui("Aucun encore."))</p>", else: similarList(model.questions, ui))<p class="mt-3"><a class="link" href="\(ui.path(.ask))?objectif=\(objective.id.rawValue)">\(ui("Ouvrir un échange sur cet objectif"))</a></p></section>
            </div><aside class="stack stack--l" aria-label="\(ui("Suivre cet objectif"))">
              <section class="card" aria-labelledby="criteres"><h2 class="small-head" id="criteres">\(ui("Un objectif qui tient"))</h2><ul class="check mt-2">\(each: Criterion.allCases, { criterion in
                let isMet = objective.meets(criterion)
                return "<li>\(icon(isMet ? .done : .todo, class: "icon"))<span><span class=\"vh\">\(isMet ? ui("Fait :") : ui("À faire :")) </span>\(ui.question(of: criterion))</span><span></span></li>"
              })</ul>\(midReviewLine(objective, ui))\(some: objective.owner, { "<p class=\"meta\">\(ui("Suivi par %@.", $0.title))</p>" })</section>
              \(if: objective.outcome == nil, wording(objective, ui))
              \(if: objective.outcome == nil, adoption(model, ui))
              \(if: objective.outcome == nil, "<p><a class=\"btn\" href=\"\(ui.path(.editObjective(objective.id)))\">\(icon(.edit))\(ui("Modifier"))</a></p>")
              \(if: canFollow && objective.adoptedAt != nil && objective.outcome == nil, midReviewForm(objective, refusal, typed, ui))
              \(if: canFollow && objective.adoptedAt != nil && objective.outcome == nil, closingForm(objective, refusal.flatMap { seriesFields.union(["mi-chemin", "renoncer"]).contains($0.field ?? "") ? nil : $0 }, typed, ui))
              \(if: (canFollow || objective.author == ui.member?.id) && objective.adoptedAt == nil && objective.outcome == nil, givingUpForm(model, refusal, typed, ui))
            </aside></div>
            """), ui)
}

/// What the group agreed to, where it says something else today: the consent was about these words.
private func adoptedWording(_ then: Objective.Adopted, of now: Objective, _ ui: Screen) -> HTML {
    let said: [(String, String, String)] = [
        (ui("L’objectif"), then.title, now.title), (ui("Pratique visée"), then.practice, now.practice),
        (ui("Pour qui"), then.forWhom, now.forWhom), (ui("Mesure"), then.measure, now.measure),
        (ui("Situation de départ"), then.baseline, now.baseline),
        (ui("Pour quand"), then.dueAt.map { ui.day($0) } ?? "", now.dueAt.map { ui.day($0) } ?? ""),
    ].filter { $0.1 != $0.2 }
    return """
        <section class="card mt-4" aria-labelledby="adopte"><h3 class="small-head" id="adopte">\(ui("Ce que le groupe avait adopté"))</h3><p class="meta mt-2">\(ui("Changé depuis le %@ ; le groupe a donné son accord sur ces mots-ci.", now.adoptedAt.map { ui.date($0) } ?? ""))</p><dl class="sheet__list mt-2">\(each: said, { "<div class=\"sheet__line\"><dt>\($0.0)</dt><dd>\($0.1.isEmpty ? ui("rien n’était dit") : $0.1)</dd></div>" })</dl></section>
        """
}

private func cellsSection(_ objective: Objective, canFollow: Bool, _ ui: Screen) -> HTML {
    let on = objective.cells.count(where: \.isOn)
    return """
        <section aria-labelledby="equipes"><h2 id="equipes">\(ui("Où il avance"))</h2><div class="goal mt-3">\(cells(on, of: objective.cells.count))<p class="meta">\(ui("%d équipe sur %@", "%d équipes sur %@", on, String(objective.cells.count)))</p></div>
        <ul class="rows rows--tight">\(each: objective.cells, { cell in
            """
            <li class="spread"><span>\(cell.label)\(if: cell.isOn, " <span class=\"status status--solved\">\(icon(.check))\(ui("le fait"))</span>")</span>\(if: canFollow, "<form method=\"post\" action=\"\(ui.path(.cell(cell.id, of: objective.id)))\">\(ui.formToken)<button class=\"btn btn--quiet\" name=\"etat\" value=\"\(cell.isOn ? "non" : "oui")\">\(cell.isOn ? ui("Ne le fait plus") : ui("Le fait"))<span class=\"vh\"> : \(cell.label)</span></button></form>")</li>
            """
        })</ul></section>
        """
}

private func midReviewLine(_ objective: Objective, _ ui: Screen) -> HTML {
    guard let moment = objective.midReviewAt, objective.midReviewedAt == nil else { return "" }
    let sentence =
        moment <= ui.now
        ? ui("Mi-chemin passé le %@ : faites le point.", ui.date(moment))
        : ui("Point à mi-chemin : %@.", ui.date(moment))
    return "<p class=\"meta mt-2\">\(sentence)</p>"
}

/// Half way: where it stands, and what changes. Open once its day has come.
private func midReviewForm(_ objective: Objective, _ refusal: Refusal?, _ typed: Form, _ ui: Screen) -> HTML {
    let isDue = objective.midReviewedAt == nil && objective.midReviewAt.map { $0 <= ui.now } == true
    return """
        <details class="more"\(flag: "open", isDue || refusal?.field == "mi-chemin")><summary>\(ui("Faire le point à mi-chemin"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.midReview(objective.id)))">\(ui.formToken)\(Field(name: "mi-chemin", label: ui("Où il en est, et ce que l’on change"), refusal: refusal).textarea(typed["mi-chemin"].isEmpty ? objective.midReview ?? "" : typed["mi-chemin"], rows: 3, ui))<div class="btn-row"><button class="btn">\(ui("Garder ce point"))</button></div></form></details>
        """
}

/// What a reader would stumble on, and a sentence made of what is already said.
private func wording(_ objective: Objective, _ ui: Screen) -> HTML {
    let remarks = ObjectiveWording.remarks(objective)
    if remarks.isEmpty, Criterion.allCases.allSatisfy(objective.meets) { return "" }
    let better = ui.betterWording(of: objective)
    if remarks.isEmpty, better == nil || better == objective.title { return "" }
    return """
        <section class="card" aria-labelledby="formulation"><h2 class="small-head" id="formulation">\(ui("Mieux le dire"))</h2>
        \(if: !remarks.isEmpty, "<ul class=\"stack stack--s mt-2\">\(each: remarks, { "<li>\(ui.sentence(of: $0))</li>" })</ul>")
        \(some: better, { """
            <p class="mt-3"><em>\(ui("« %@ »", $0))</em></p>
            <p class="mt-2"><a class="link" href="\(ui.path(.editObjective(objective.id)))?phrase=\(piece: $0)">\(ui("Reprendre cette phrase"))</a></p>
            """ })</section>
        """
}

extension Screen {
    func sentence(of remark: WordingRemark) -> String {
        switch remark {
        case .vague(let verb):
            self("« %@ » : on ne saura pas le jour où c’est fait. Dites ce que quelqu’un fera.", verb)
        case .broadcast(let verb):
            self("« %@ » : c’est une diffusion. Qu’est-ce que cela change au travail de qui la reçoit ?", verb)
        case .means(let verb): self("« %@ » : c’est un moyen. Dites la pratique qui change grâce à lui.", verb)
        case .double: self("Deux choses en une : elles ne seront pas atteintes le même jour. Faites-en deux objectifs.")
        case .noNumber: self("Pas de chiffre dans la mesure ni dans le départ : on ne pourra pas comparer.")
        }
    }

    /// By when, for whom, which practice, how one will know: what is missing stands in brackets, to be filled. As much of
    /// it as an objective can hold; nil when not even the practice fits.
    func betterWording(of objective: Objective) -> String? {
        let date = objective.dueAt.map { words.day(words.zone.date(at: $0.milliseconds - 1)) } ?? self("[date]")
        let whom = objective.forWhom.isEmpty ? self("[qui]") : objective.forWhom.withinSentence
        let practice = objective.practice.isEmpty ? self("[fait quoi]") : objective.practice.withinSentence
        let measure = objective.measure.isEmpty ? self("[mesure]") : objective.measure.withinSentence
        let start = objective.baseline.isEmpty ? self("[aujourd’hui]") : objective.baseline.withinSentence
        let sentences = [
            self(
                "D’ici le %@, pour %@ : %@. On le saura par : %@ (départ : %@).", date, whom, practice, measure, start),
            self("D’ici le %@, pour %@ : %@ (mesure : %@).", date, whom, practice, measure),
            self("D’ici le %@, pour %@ : %@.", date, whom, practice),
            self("D’ici le %@ : %@.", date, practice),
        ]
        return sentences.first { $0.count <= Objective.longestTitle }
    }
}

extension String {
    /// As it reads after a colon: without the point that ends it, nor the capital that began it. A word that goes on in
    /// capitals is an acronym.
    fileprivate var withinSentence: String {
        let text = hasSuffix(".") ? String(dropLast()) : self
        guard let first = text.first, first.isUppercase, text.dropFirst().first?.isLowercase ?? true else {
            return text
        }
        return first.lowercased() + text.dropFirst()
    }
}

/// What makes it the group's.
private func adoption(_ model: ObjectiveOnPage, _ ui: Screen) -> HTML {
    let objective = model.objective
    if let decision = model.decision {
        return
            "<p><a class=\"link\" href=\"\(ui.path(.decision(decision.id)))\">\(decision.isOpen ? ui("Soumis à l’accord des membres") : ui("La décision qui l’a adopté"))</a></p>"
    }
    if objective.adoptedAt != nil { return "" }
    guard objective.meets(.practice) else {
        return
            "<p class=\"note\">\(icon(.info))<span>\(ui("Dites quelle pratique il veut changer : c’est la seule condition pour le proposer aux membres."))</span></p>"
    }
    return """
        <p><a class="btn btn--primary" href="\(ui.path(.newDecision))?sur=objective&amp;objet=\(objective.id.rawValue)&amp;phrase=\(piece: ui("Nous adoptons l’objectif : %@.", objective.title))">\(ui("Le proposer à l’accord des membres"))</a></p>
        """
}

private func closingForm(_ objective: Objective, _ refusal: Refusal?, _ typed: Form, _ ui: Screen) -> HTML {
    """
    <details class="more"\(flag: "open", refusal != nil)><summary>\(ui("Clore cet objectif"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.closeObjective(objective.id)))">\(ui.formToken)\(refusalNote(refusal, fields: ["phrase"], ui))
    <fieldset><legend class="label">\(ui("Qu’en est-il, honnêtement ?"))</legend><div class="choices mt-2">\(each: Objective.Outcome.allCases, { choiceCard("radio", name: "issue", value: $0.rawValue, isOn: typed["issue"] == $0.rawValue, ui.name(of: $0).capitalizedFirst) })</div></fieldset>
    \(Field(name: "phrase", label: ui("Ce qui a changé, ou pourquoi pas"), refusal: refusal).textarea(typed["phrase"], rows: 3, ui))<div class="btn-row"><button class="btn btn--primary">\(ui("Clore"))</button></div></form></details>
    """
}

/// A proposal that goes no further, as long as nobody has agreed to it.
private func givingUpForm(_ model: ObjectiveOnPage, _ refusal: Refusal?, _ typed: Form, _ ui: Screen) -> HTML {
    if model.decision?.isOpen == true { return "" }
    return """
        <details class="more"\(flag: "open", refusal?.field == "renoncer")><summary>\(ui("Renoncer à cet objectif"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.giveUpObjective(model.objective.id)))">\(ui.formToken)\(Field(name: "renoncer", label: ui("Pourquoi l’on n’y va pas"), hint: ui("La proposition reste lisible, avec cette phrase."), refusal: refusal).textarea(typed["renoncer"], rows: 2, ui))<div class="btn-row"><button class="btn">\(ui("Renoncer"))</button></div></form></details>
        """
}

func objectiveFormPage(_ objective: Objective?, _ form: ObjectiveForm, _ place: ObjectivePlace, _ ui: Screen) -> HTML {
    let members =
        [(value: "", label: ui("Personne encore"))]
        + place.members.map { (value: $0.member.id.description, label: $0.member.name) }
    let needs = [(value: "", label: ui("Aucun"))] + place.needs.map { (value: $0.id.description, label: $0.statement) }
    let title = objective == nil ? ui("Proposer un objectif") : ui("Modifier l’objectif")
    return page(
        Page(
            title, at: .objectives,
            """
            \(crumbs([(ui("Objectifs"), .objectives)], ui))
            \(pageHead(title, lede: objective?.adoptedAt == nil ? ui("Une seule condition : dire la pratique visée. Le reste peut venir, et se discuter.") : ui("Le groupe l’a adopté : ce que vous changez se lira à côté de ce qu’il avait dit.")))
            \(refusalNote(form.refusal, fields: ["date", "objectif", "pratique", "pour-qui", "mesure", "depart"], ui))
            \(some: form.conflict, { conflictNote($0, hasHistory: false, ui) })
            <form class="stack stack--l narrow" method="post" action="\(ui.path(objective.map { .editObjective($0.id) } ?? .objectives))">
              \(ui.formToken)<input type="hidden" name="version" value="\(form.version)">\(some: form.wall, { guardWall($0, at: "objectif", ui) })
              \(Field(name: "objectif", label: ui("L’objectif, en une phrase"), refusal: form.refusal).textarea(form.title, rows: 2, style: "textarea input--title", ui))
              \(Field(name: "pratique", label: ui("La pratique visée"), hint: ui("Ce que quelqu’un fera autrement au travail."), isOptional: true, refusal: form.refusal).textarea(form.practice, rows: 2, ui))
              \(Field(name: "pour-qui", label: ui("Pour qui"), isOptional: true, refusal: form.refusal).input(form.forWhom, ui))
              <div class="grid-2">\(Field(name: "mesure", label: ui("Comment on le saura"), isOptional: true, refusal: form.refusal).textarea(form.measure, rows: 2, ui))\(Field(name: "depart", label: ui("Où l’on en est (T0)"), isOptional: true, refusal: form.refusal).textarea(form.baseline, rows: 2, ui))</div>
              <div class="grid-2">\(Field(name: "date", label: ui("Pour quand"), hint: ui("Dans les dix-huit mois."), isOptional: true, refusal: form.refusal).input(form.date, type: "date", ui))\(Field(name: "suivi", label: ui("Suivi par")).select(form.owner, members, ui))</div>
              \(Field(name: "besoin", label: ui("Besoin d’où il vient")).select(form.need, needs, ui))
              \(Field(name: "equipes", label: ui("Équipes ou étapes"), hint: ui("Une par ligne : une alvéole chacune."), isOptional: true).textarea(form.cells, rows: 4, ui))
              <div class="btn-row"><button class="btn btn--primary">\(ui("Garder l’objectif"))</button><a class="btn btn--quiet" href="\(ui.path(objective.map { .objective($0.id) } ?? .objectives))">\(ui("Renoncer"))</a></div>
            </form>
            """), ui)
}
