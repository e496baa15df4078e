import Calendaring
import Markup
import Ruche

/// The median delay of the first reply, month after month, with the promise: a working day stands for the 24 hours that
/// pass between two of them, the least that a promise in working days asks.
func firstReplyChart(_ model: EvaluationOnPage, _ ui: Screen) -> HTML {
    let curve = model.evaluation.firstReplyCurve
    let known = curve.compactMap(\.value)
    let promise = model.evaluation.promise
    let promisedHours = Double(promise.unit == .hours ? promise.amount : promise.amount * 24)
    let questions = model[.ef1]?.n ?? 0
    let within = questions < 5 ? nil : model[.ef1]?.detail("share_within_promise")
    var chart: LineChart?
    if let last = known.last, known.count > 1 {
        chart = LineChart(
            points: curve.map { .init(ui.words.monthShort($0.day.month), $0.value) },
            axis: ChartAxis(upTo: max(known.max() ?? 1, promisedHours)) {
                ui.words.number(Int($0))
            },
            levels: [LineChart.Level(promisedHours, ui("promesse : %@", ui.name(of: promise)))],
            lastText: ui.words.duration(hours: last))
    }
    let title =
        known.last.map { now in
            if let before = curve.first?.value, before > now * 1.2 {
                return ui(
                    "On obtient une première réponse en %@, contre %@ il y a un an", ui.words.duration(hours: now),
                    ui.words.duration(hours: before))
            }
            return ui("On obtient une première réponse en %@", ui.words.duration(hours: now))
        } ?? ui("Pas assez de recul pour le délai de réponse")
    var meta = ui(
        "Médiane qui tient compte des questions encore ouvertes. %d question sur 13 semaines.",
        "Médiane qui tient compte des questions encore ouvertes. %d questions sur 13 semaines.", questions)
    if let within { meta += " " + ui("%@ dans la promesse de %@.", ui.words.percent(within), ui.name(of: promise)) }
    return lineChart(
        chart,
        in: ChartFrame(
            id: "delai", title: title,
            label: ui(
                "Courbe du délai médian de première réponse. %@.",
                zip(curve, curve.map { ui.delay($0.value) }).map { "\(ui.words.month($0.day)) \($1)" }.joined(
                    separator: ", ")),
            meta: meta,
            table: ChartTable(
                caption: ui("Délai de première réponse, 13 semaines jusqu’à la fin de chaque mois"),
                headers: [ui("Mois"), ui("Médiane"), ui("Neuf sur dix"), ui("Questions")],
                rows: curve.map {
                    [ui.words.month($0.day), ui.delay($0.value), ui.delay($0.p90), ui.words.number($0.n)]
                }),
            words: ui.chartWords, tooFew: ui("Il faut cinq questions sur treize semaines pour une médiane.")))
}

extension Screen {
    func delay(_ hours: Double?) -> String { hours.map { words.duration(hours: $0) } ?? self("non atteint") }
}

/// Where each adopted objective stands, by its cells; a reached one in honey.
func objectivesChart(_ model: EvaluationOnPage, _ ui: Screen) -> HTML {
    func share(_ objective: Objective) -> Double {
        if let outcome = objective.outcome { return outcome.score }
        return objective.cells.isEmpty
            ? 0 : Double(objective.cells.count(where: \.isOn)) / Double(objective.cells.count)
    }
    let objectives = Array(model.objectives.prefix(8))
    let advancing = objectives.count { $0.outcome == nil && share($0) > 0 }
    let reached = objectives.count { $0.outcome == .reached }
    let bars = objectives.map { BarChart.Bar(short($0.title), share($0), ui.words.percent(share($0))) }
    return barChart(
        bars.isEmpty ? nil : BarChart(bars: bars, full: 1, highlight: objectives.firstIndex { $0.outcome == .reached }),
        in: ChartFrame(
            id: "objectifs",
            title: objectives.isEmpty
                ? ui("Aucun objectif adopté à cette date")
                : ui(
                    "%d objectif avance sur %@, %@", "%d objectifs avancent sur %@, %@", advancing,
                    String(objectives.count), ui("%d est atteint", "%d sont atteints", reached)),
            label: ui("Barres horizontales. %@.", bars.map { "\($0.name) \($0.text)" }.joined(separator: ", ")),
            meta: ui(
                "Part des équipes ou des étapes de chaque objectif ; un objectif clos vaut ce que sa phrase en dit."),
            table: ChartTable(
                caption: ui("Avancement des objectifs"), headers: [ui("Objectif"), ui("Avancement"), ui("État")],
                rows: objectives.map { [$0.title, ui.words.percent(share($0)), ui.name(of: $0.state(at: ui.now))] }),
            words: ui.chartWords,
            tooFew: ui.member?.role == .observer
                ? ui("Le détail des objectifs se lit dans la communauté ; leur score est dans le tableau.")
                : ui("Un objectif adopté par consentement apparaîtra ici.")))
}

/// The first words of a title, for the start of a bar.
private func short(_ title: String) -> String {
    guard title.count > 24 else { return title }
    var text = ""
    for word in title.split(separator: " ") where text.count + word.count < 22 {
        text += (text.isEmpty ? "" : " ") + word
    }
    return text + "…"
}
