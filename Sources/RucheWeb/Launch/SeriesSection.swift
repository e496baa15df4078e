import Calendaring
import Markup
import Measures
import Persistence
import Ruche

let seriesFields: Set<String> = ["jour", "equipe", "combien", "sur", "lignes"]

/// The measure of an objective in time: one picture for all, one for each team that has enough, the figures, the form.
func seriesSection(_ model: ObjectiveOnPage, canFollow: Bool, _ refusal: Refusal?, _ typed: Form, _ ui: Screen) -> HTML
{
    let (series, objective) = (model.series, model.objective)
    if series.points.isEmpty, !canFollow { return "" }
    let teams = series.teams.filter { series.rates(of: $0).count >= 5 }
    return """
        <section aria-labelledby="serie"><h2 id="serie">\(ui("La mesure, dans le temps"))</h2>
        \(if: series.points.isEmpty, "<p class=\"muted mt-3\">\(ui("Quand la mesure est un taux, notez-le à chaque date : combien, sur combien. La première date est la situation de départ."))</p>", else: "<div class=\"mt-3\">\(chart(series.rates(), team: nil, objective, ui))</div>")
        \(if: series.isUneven, "<p class=\"hint mt-2\">\(ui("Les équipes ne sont pas les mêmes à chaque date : une part de l’écart peut venir de là. Lisez aussi chaque équipe, ou notez une mesure d’ensemble."))</p>")
        \(if: series.teams.count > 1 && !teams.isEmpty, "<details class=\"more mt-3\"><summary>\(ui("Par équipe"))</summary><div class=\"stack stack--l mt-3\">\(each: teams, { chart(series.rates(of: $0), team: $0, objective, ui) })</div></details>")
        \(if: !series.points.isEmpty, pointsList(model, canFollow: canFollow, ui))
        \(if: canFollow, pointForm(model, refusal, typed, ui))</section>
        """
}

private func chart(
    _ rates: [(day: CivilDate, numerator: Int, denominator: Int)], team: String?, _ objective: Objective, _ ui: Screen
) -> HTML {
    let values = rates.map { Double($0.numerator) / Double($0.denominator) }
    let (median, shifts) = (values.median ?? 0, values.shifts)
    let (first, last) = (ui.words.percent(values.first ?? 0), ui.words.percent(values.last ?? 0))
    let title =
        team.map { ui("%@ : %@ au départ, %@ à la dernière mesure", $0, first, last) }
        ?? ui("%@ au départ, %@ à la dernière mesure", first, last)
    let days = rates.map { ui.words.shortDay($0.day) }
    let axis = ChartAxis(upTo: max(values.max() ?? 0, 0.1)) { ui.words.percent($0) }
    let chart = RunChart(
        points: zip(days, values).enumerated().map { .init($1.0, $1.1, isSignal: shifts.contains($0)) }, axis: axis,
        median: median, medianText: ui("médiane %@", ui.words.percent(median)),
        target: values.first.map { (value: $0, text: ui("départ %@", ui.words.percent($0))) },
        signalText: shifts.isEmpty ? nil : ui("six mesures de suite du même côté de la médiane"))
    let table = ChartTable(
        caption: title, headers: [ui("Jour"), ui("Combien"), ui("Sur"), ui("Taux")],
        rows: rates.enumerated().map { index, rate in
            [
                ui.words.shortDay(rate.day), ui.words.number(rate.numerator), ui.words.number(rate.denominator),
                ui.words.percent(values[index]),
            ]
        })
    let frame = ChartFrame(
        id: "serie-\(team.map { fold($0).filter { $0.isLetter || $0.isNumber } } ?? "tous")", title: title,
        label: ui("%@. Médiane %@, %d mesures.", title, ui.words.percent(median), rates.count),
        meta: ui(
            "%d mesures. Une suite de six du même côté s’explique mal par le hasard ; elle ne dit pas ce qui l’a produite.",
            rates.count),
        table: table, words: ui.chartWords,
        tooFew: ui("Il faut cinq mesures pour dessiner une médiane ; il y en a %d.", rates.count))
    return runChart(chart, in: frame)
}

private func pointsList(_ model: ObjectiveOnPage, canFollow: Bool, _ ui: Screen) -> HTML {
    """
    <details class="more mt-3"><summary>\(ui("Toutes les mesures"))</summary><ul class="rows rows--tight mt-2">\(each: model.series.points.reversed(), { point in
        """
        <li class="spread"><span>\(ui.words.shortDay(point.day))\(if: !point.team.isEmpty, ", \(point.team)") : \(ui("%@ sur %@", ui.words.number(point.numerator), ui.words.number(point.denominator)))</span>\(if: canFollow, "<form method=\"post\" action=\"\(ui.path(.removePoint(point.id, of: model.objective.id)))\">\(ui.formToken)<button class=\"btn btn--quiet\">\(ui("Retirer"))<span class=\"vh\"> : \(ui.words.shortDay(point.day)) \(point.team)</span></button></form>")</li>
        """
    })</ul></details>
    """
}

private func pointForm(_ model: ObjectiveOnPage, _ refusal: Refusal?, _ typed: Form, _ ui: Screen) -> HTML {
    let own = refusal.flatMap { seriesFields.contains($0.field ?? "") ? $0 : nil }
    let point = model.point
    return """
        <details class="more mt-3"\(flag: "open", own != nil)><summary>\(ui("Noter une mesure"))</summary>
        <form class="stack mt-3" method="post" action="\(ui.path(.series(of: model.objective.id)))">\(ui.formToken)
          <div class="grid-2">\(Field(name: "jour", label: ui("Jour"), refusal: own).input(point.day, type: "date", ui))\(Field(name: "equipe", label: ui("Équipe ou établissement"), hint: ui("Vide : la mesure est de tous."), isOptional: true, refusal: own).input(point.team, maxLength: 80, ui))</div>
          <div class="grid-2">\(Field(name: "combien", label: ui("Combien"), refusal: own).input(point.numerator, type: "number", ui))\(Field(name: "sur", label: ui("Sur combien"), refusal: own).input(point.denominator, type: "number", ui))</div>
          <details class="more"\(flag: "open", own?.field == "lignes")><summary>\(ui("Ou coller plusieurs lignes"))</summary><div class="mt-3">\(Field(name: "lignes", label: ui("Les mesures"), hint: ui("Une par ligne : jour ; équipe ; combien ; sur combien. Sans équipe, ou avec « Total », c’est la mesure d’ensemble : elle remplace la somme des équipes de ce jour-là."), isOptional: true, refusal: own).textarea(typed["lignes"], rows: 6, ui))</div></details>
          <div class="btn-row"><button class="btn">\(ui("Garder la mesure"))</button></div>
        </form></details>
        """
}

extension Link {
    static func series(of id: Objective.ID) -> Link { .inside("/objectifs/\(id)/serie") }
    static func removePoint(_ point: Int64, of id: Objective.ID) -> Link {
        .inside("/objectifs/\(id)/serie/\(point)/retirer")
    }
}
