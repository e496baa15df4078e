import Markup
import Ruche

/// Retained needs with their state, then those to vote on, then those set aside.
func needsPage(_ list: NeedList, _ form: NeedForm, _ ui: Screen) -> HTML {
    let retained = list.needs.filter { $0.retainedAt != nil && $0.setAsideAt == nil }
    let raised = list.needs.filter { $0.retainedAt == nil && $0.setAsideAt == nil }
    let aside = list.needs.filter { $0.setAsideAt != nil }
    return page(
        Page(
            ui("Besoins"), at: .objectives,
            """
            \(crumbs([(ui("Objectifs"), .objectives)], ui))
            \(pageHead(ui("Besoins"), lede: ui("Ce qui manque dans la pratique. On en retient peu, et on suit chacun jusqu’à ses effets."), actions: "<a class=\"btn\" href=\"\(ui.path(.surveys))\">\(icon(.survey))\(ui("Enquêtes"))</a>"))
            <div class="cols"><div class="stack stack--xl">
              \(if: list.needs.isEmpty, emptyState(ui("Aucun besoin dit pour l’instant"), ui("Qu’est-ce qui vous a manqué la dernière fois ? Le premier besoin ouvre la voie aux autres."), id: "vide"))
              \(if: !retained.isEmpty, "<section aria-labelledby=\"retenus\"><h2 id=\"retenus\">\(ui("Retenus"))</h2><ul class=\"rows mt-3\">\(each: retained, { needRow($0, ui) })</ul></section>")
              \(if: !raised.isEmpty, voteForm(raised, list, form, ui))
              \(if: !aside.isEmpty, "<details class=\"more\"><summary>\(ui("Mis de côté (%d)", aside.count))</summary><ul class=\"rows mt-3\">\(each: aside, { needRow($0, ui) })</ul></details>")
            </div>
            <aside class="stack stack--l" aria-label="\(ui("Dire un besoin"))"><section class="card" aria-labelledby="dire"><h2 class="small-head" id="dire">\(ui("Dire un besoin"))</h2>
              <form class="stack mt-3" method="post" action="\(ui.path(.needs))">\(ui.formToken)\(some: form.wall, { guardWall($0, at: "besoin", ui) })\(needFields(form, ui))<div class="btn-row"><button class="btn btn--primary">\(ui("Ajouter ce besoin"))</button></div></form></section></aside></div>
            """), ui)
}

private func needFields(_ form: NeedForm, _ ui: Screen) -> HTML {
    """
    \(Field(name: "besoin", label: ui("Ce qui manque, en une phrase"), refusal: form.refusal).textarea(form.draft.statement, rows: 2, ui))
    \(Field(name: "portee", label: ui("Qui cela concerne"), isOptional: true, refusal: form.refusal).input(form.draft.reach, maxLength: 300, ui))
    \(Field(name: "depart", label: ui("Où l’on en est (T0)"), hint: ui("Un chiffre simple, que l’on saura remesurer."), isOptional: true, refusal: form.refusal).textarea(form.draft.baseline, rows: 2, ui))
    """
}

/// Of another's need: where things stand, beside words that do not change.
private func startField(_ need: Need, _ form: NeedForm, _ ui: Screen) -> HTML {
    """
    <input type="hidden" name="besoin" value="\(need.statement)"><input type="hidden" name="portee" value="\(need.reach)">
    \(some: form.refusal.flatMap { $0.field == "besoin" ? $0 : nil }, { refusalNote($0, fields: [], ui) })
    <blockquote class="prose"><p>\(need.statement)</p></blockquote>
    \(Field(name: "depart", label: ui("Où l’on en est (T0)"), hint: ui("Un chiffre simple, que l’on saura remesurer."), isOptional: true, refusal: form.refusal).textarea(form.draft.baseline, rows: 2, ui))
    """
}

private func needRow(_ need: Need, _ ui: Screen) -> HTML {
    """
    <li class="ask"><h3 class="ask__title"><a href="\(ui.path(.need(need.id)))">\(need.statement)</a></h3><p class="meta">\(ui.name(of: need.state))\(some: need.owner, { ", \(ui("suivi par %@", $0.title))" })\(if: need.dots > 0, ", \(ui("%d point", "%d points", need.dots))")\(if: need.questions > 0, ", \(ui("%d échange", "%d échanges", need.questions))")\(if: need.effects > 0, ", \(ui("%d effet", "%d effets", need.effects))")\(some: need.reason, { " · \($0)" })</p></li>
    """
}

extension Screen {
    func name(of state: Need.State) -> String {
        switch state {
        case .raised: self("proposé")
        case .setAside: self("mis de côté")
        case .retained: self("retenu, sans échange encore")
        case .worked: self("travaillé")
        case .covered: self("couvert")
        case .remeasured: self("remesuré")
        }
    }
}

/// Eight dots each, as many on one need as one likes; nobody sees another's.
private func voteForm(_ raised: [Need], _ list: NeedList, _ form: NeedForm, _ ui: Screen) -> HTML {
    let dots = form.dots ?? list.ownDots
    return """
        <section aria-labelledby="voter"><h2 id="voter">\(ui("À départager"))</h2><p class="muted mt-2">\(ui("Vous avez huit points à répartir. Chacun voit le total, personne ne voit vos points."))</p>
        <form class="stack mt-3" method="post" action="\(ui.path(.needVote))">\(ui.formToken)\(refusalNote(form.refusal, fields: ["besoin"], ui))
        <ul class="rows">\(each: raised, { need in
            """
            <li class="spread"><div><h3 class="ask__title"><a href="\(ui.path(.need(need.id)))">\(need.statement)</a></h3><p class="meta">\(ui("%d point", "%d points", need.dots))\(if: !need.reach.isEmpty, ", \(need.reach)")</p></div><div class="field"><label class="vh" for="points-\(need.id.rawValue)">\(ui("Vos points pour : %@", need.statement))</label><input class="input" id="points-\(need.id.rawValue)" name="points-\(need.id.rawValue)" type="number" min="0" max="8" value="\(dots[need.id] ?? 0)"></div></li>
            """
        })</ul>
        <div class="btn-row"><button class="btn btn--primary">\(ui("Garder mes points"))</button></div></form></section>
        """
}

/// From a need, all that was done about it.
func needPage(_ model: NeedOnPage, _ form: NeedForm, _ ui: Screen) -> HTML {
    let trace = model.trace
    let need = trace.need
    return page(
        Page(
            need.statement, at: .objectives,
            """
            \(crumbs([(ui("Objectifs"), .objectives), (ui("Besoins"), .needs)], ui))
            \(pageHead(need.statement, eyebrow: ui("Besoin, %@", ui.name(of: need.state)), lede: need.reach.line()))
            <div class="cols"><div class="stack stack--xl">
              <section aria-labelledby="depart"><h2 id="depart">\(ui("Situation de départ"))</h2><p class="mt-3">\(need.baseline.isEmpty ? ui("Pas encore notée : c’est elle qui dira si quelque chose a changé.") : need.baseline)</p>\(measureList(model, ui))<p class="meta mt-2">\(ui("Proposé par %@, %@.", need.author.name, ui.relative(need.raisedAt)))</p></section>
              <section aria-labelledby="objectifs"><h2 id="objectifs">\(ui("Objectifs qui en sont nés"))</h2>\(if: trace.objectives.isEmpty, "<p class=\"muted mt-3\">\(ui("Aucun encore."))</p>", else: "<ul class=\"rows mt-3\">\(each: trace.objectives, { objectiveRow($0, ui) })</ul>")<p class="mt-3"><a class="link" href="\(ui.path(.newObjective))?besoin=\(need.id.rawValue)">\(ui("Proposer un objectif pour ce besoin"))</a></p></section>
              <section aria-labelledby="echanges"><h2 id="echanges">\(ui("Échanges"))</h2>\(if: trace.questions.isEmpty, "<p class=\"muted mt-3\">\(ui("Aucun encore."))</p>", else: similarList(trace.questions, ui))<p class="mt-3"><a class="link" href="\(ui.path(.ask))?besoin=\(need.id.rawValue)">\(ui("Ouvrir un échange sur ce besoin"))</a></p></section>
              \(if: !trace.resources.isEmpty, "<section aria-labelledby=\"documents\"><h2 id=\"documents\">\(ui("Documents"))</h2><ul class=\"rows mt-3\">\(each: trace.resources, { "<li>\($0.title)</li>" })</ul></section>")
              <section aria-labelledby="effets"><h2 id="effets">\(ui("Effets"))</h2>\(effects(trace, ui))</section>
            </div>
            <aside class="stack stack--l" aria-label="\(ui("Suivre ce besoin"))">
              \(if: need.author.id == ui.member?.id || need.baseline.isEmpty, "<p><a class=\"btn\" href=\"\(ui.path(.editNeed(need.id)))\">\(icon(.edit))\(ui("Compléter ce besoin"))</a></p>")
              \(if: ui.isFacilitator, facilitatorForms(model, form, ui))
              \(if: ui.isFacilitator || need.owner?.id == ui.member?.id.rawValue, remeasureForm(model, form, ui))
            </aside></div>
            """), ui)
}

private func effects(_ trace: NeedTrace, _ ui: Screen) -> HTML {
    let closed = trace.objectives.filter { $0.outcome == .reached || $0.outcome == .partial }
    if closed.isEmpty {
        return
            "<p class=\"muted mt-3\">\(ui("Aucun encore : un effet est un objectif atteint, ou atteint en partie."))</p>"
    }
    return
        "<ul class=\"rows mt-3\">\(each: closed, { "<li><p>\($0.title)</p><p class=\"said\">\($0.closing ?? "")</p></li>" })</ul>"
}

private func facilitatorForms(_ model: NeedOnPage, _ form: NeedForm, _ ui: Screen) -> HTML {
    let need = model.trace.need
    let members =
        [(value: "", label: ui("Personne encore"))]
        + model.members.map { (value: $0.member.id.description, label: $0.member.name) }
    return """
        <section class="card" aria-labelledby="retenir"><h2 class="small-head" id="retenir">\(need.retainedAt == nil ? ui("Retenir ce besoin") : ui("Qui le suit"))</h2><form class="stack mt-3" method="post" action="\(ui.path(.retainNeed(need.id)))">\(ui.formToken)\(Field(name: "suivi", label: ui("Suivi par")).select(need.owner.map { String($0.id) } ?? "", members, ui))<div class="btn-row"><button class="btn">\(need.retainedAt == nil ? ui("Retenir") : ui("Garder"))</button></div></form></section>
        \(if: need.setAsideAt == nil, """
            <details class="more"\(flag: "open", form.refusal?.field == "raison")><summary>\(ui("Mettre de côté"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.setNeedAside(need.id)))">\(ui.formToken)\(Field(name: "raison", label: ui("Pourquoi"), refusal: form.refusal).input(form.lines["raison"], maxLength: 300, ui))<div class="btn-row"><button class="btn">\(ui("Mettre de côté"))</button></div></form></details>
            """)
        """
}

/// T0, T+6, T+12, one under the other; what is due says since when.
private func measureList(_ model: NeedOnPage, _ ui: Screen) -> HTML {
    let need = model.trace.need
    if need.retainedAt == nil { return "" }
    return """
        <dl class="sheet__list mt-3">\(each: [6, 12], { months in
            let measure = model.measures.first { $0.months == months }
            let coming = need.remeasureDue(after: months).flatMap { $0 > ui.now ? $0 : nil }
            let waiting = coming.map { ui("À partir du %@.", ui.date($0)) } ?? ui("À remesurer, de la même façon.")
            return "<div class=\"sheet__line\"><dt>\(ui("Après %d mois", months))</dt><dd>\(some: measure, { "\($0.words)<br><span class=\"meta\">\(ui.date($0.at))</span>" }, else: "<span class=\"muted\">\(waiting)</span>")</dd></div>"
        })</dl>
        """
}

private func remeasureForm(_ model: NeedOnPage, _ form: NeedForm, _ ui: Screen) -> HTML {
    let ready = model.trace.need.measurable(at: ui.now)
    if ready.isEmpty { return refusalNote(form.refusal, fields: ["raison", "mesure"], ui) }
    let need = model.trace.need
    let months = ready.map { (value: String($0), label: ui("Après %d mois", $0)) }
    let next = ready.first { month in !model.measures.contains { $0.months == month } } ?? ready.last ?? 6
    return """
        <details class="more"\(flag: "open", ["mois", "mesure"].contains(form.refusal?.field))><summary>\(ui("Remesurer, de la même façon"))</summary><form class="stack mt-3" method="post" action="\(ui.path(.remeasureNeed(need.id)))">\(ui.formToken)\(Field(name: "mois", label: ui("Quand"), refusal: form.refusal).select(form.lines["mois"].isEmpty ? String(next) : form.lines["mois"], months, ui))\(Field(name: "mesure", label: ui("Où l’on en est aujourd’hui"), refusal: form.refusal).textarea(form.lines["mesure"], rows: 3, ui))<div class="btn-row"><button class="btn">\(ui("Garder"))</button></div></form></details>
        """
}

func editNeedPage(_ need: Need, _ form: NeedForm, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Compléter ce besoin"), at: .objectives,
            """
            \(crumbs([(ui("Besoins"), .needs), (need.statement, .need(need.id))], ui))
            \(pageHead(ui("Compléter ce besoin"), lede: need.author.id == ui.member?.id ? nil : ui("Ses mots restent ceux de %@. Dites où l’on en est, ici ou chez vous : c’est à cela que l’on comparera.", need.author.name)))
            \(some: form.conflict, { conflictNote($0, hasHistory: false, ui) })
            <form class="stack stack--l narrow" method="post" action="\(ui.path(.editNeed(need.id)))">\(ui.formToken)<input type="hidden" name="version" value="\(form.version)">\(some: form.wall, { guardWall($0, at: "besoin", ui) })\(if: need.author.id == ui.member?.id, needFields(form, ui), else: startField(need, form, ui))<div class="btn-row"><button class="btn btn--primary">\(ui("Garder"))</button><a class="btn btn--quiet" href="\(ui.path(.need(need.id)))">\(ui("Renoncer"))</a></div></form>
            """), ui)
}
