import Calendaring
import Markup
import Measures
import Ruche

/// Who answers whom, nobody named; a profession of fewer than five members stands with the others.
func networkFigure(_ model: EvaluationOnPage, _ ui: Screen) -> HTML {
    let network = model.evaluation.network
    let shapes = NetworkChart.Group.allCases
    func group(_ index: Int) -> NetworkChart.Group { shapes[min(index, shapes.count - 1)] }
    var names = network.professions.map { Profession(code: $0).map { ui.name(of: $0) } ?? $0 }
    names.append(ui("autres métiers"))
    let shown = names.indices.filter { $0 < network.professions.count || network.hasOthers }
    let linked = network.members.count - network.isolates
    let bothWays = network.links.count(where: \.isBothWays)
    // Few members would be recognised by their place.
    let chart =
        linked < 5 || network.members.count < 8
        ? nil
        : NetworkChart(
            members: network.members.map(group),
            links: network.links.map { .init($0.one, $0.other, isBothWays: $0.isBothWays) },
            groups: shown.map { (group($0), names[$0]) }, isolatesText: ui("Pas encore de lien"), seed: 7)
    return networkChart(
        chart,
        in: ChartFrame(
            id: "reseau",
            // A title and a label count people too.
            title: chart == nil
                ? ui("Qui répond à qui")
                : ui(
                    "%d lien entre membres, %@ sans lien encore", "%d liens entre membres, %@ sans lien encore",
                    network.links.count, String(network.isolates)),
            label: chart == nil
                ? ui("Qui répond à qui")
                : ui(
                    "Réseau des réponses entre %d membres : %d liens, dont %d dans les deux sens ; %d membres sans lien.",
                    network.members.count, network.links.count, bothWays, network.isolates),
            meta: ui("Personne n’est nommé ici. Le trait chaud : l’échange va dans les deux sens. 13 semaines.")
                + (linked > NetworkChart.mostMembers
                    ? " "
                        + ui("Les %d membres aux plus nombreux interlocuteurs sont dessinés.", NetworkChart.mostMembers)
                    : ""),
            table: networkTable(network, names, ui), words: ui.chartWords,
            tooFew: ui("Il faut cinq membres en lien pour dessiner un réseau où personne n’est reconnaissable.")))
}

/// Replies from a profession to another; cells under five are hidden.
private func networkTable(_ network: Network, _ names: [String], _ ui: Screen) -> ChartTable {
    let rows = names.indices.filter { $0 < network.replies.count }
    return ChartTable(
        caption: ui("Réponses d’un métier à un autre ; moins de 5 : caché"),
        headers: [ui("De")] + rows.map { names[$0] },
        rows: rows.map { from in
            [names[from]]
                + rows.map { network.replies[from][$0] < 5 ? "–" : ui.words.number(network.replies[from][$0]) }
        })
}

/// How members take part: following without writing is taking part.
func bandsFigure(_ model: EvaluationOnPage, _ ui: Screen) -> HTML {
    let counts = model[.vi8]?.counts("bands") ?? []
    func count(_ band: Band) -> Int { counts.first { $0.name == band.publicName }?.count ?? 0 }
    let members = model.evaluation.members
    // Under five a band could be recognised: it stands with its neighbour in the picture.
    let named: [(String, Int)] = [
        (ui("Noyau"), count(.coreGroup)), (ui("Actifs"), count(.active)), (ui("Occasionnels"), count(.occasional)),
        (ui("En périphérie"), count(.peripheral) + count(.asleep)), (ui("En pause"), count(.paused)),
    ]
    let merged = merging(named)
    let active = model[.vi1]?.k ?? 0
    let following = count(.peripheral)
    let isKnown = members >= 8
    return bandChart(
        isKnown ? BandChart(bands: merged.map { .init($0.0, $0.1) }) : nil,
        in: ChartFrame(
            id: "bandes",
            title: isKnown
                ? ui(
                    "%d membre sur %@ a participé, %@ suivent sans écrire",
                    "%d membres sur %@ ont participé, %@ suivent sans écrire", active, String(members),
                    String(following))
                : ui("Participation des membres, 13 semaines"),
            label: isKnown
                ? ui("Membres par participation. %@.", merged.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
                : ui("Participation des membres, 13 semaines"),
            meta: ui("Suivre sans écrire est une participation à part entière."),
            table: ChartTable(
                caption: ui("Participation des membres, 13 semaines"), headers: [ui("Participation"), ui("Membres")],
                rows: isKnown ? merged.map { [$0.0, ui.words.number($0.1)] } : []),
            words: ui.chartWords,
            tooFew: ui("Il faut huit membres pour parler de participation sans montrer quelqu’un.")))
}

/// Neighbouring bands are put together while one of them has one to four members.
private func merging(_ bands: [(String, Int)]) -> [(String, Int)] {
    var bands = bands.filter { $0.1 > 0 }
    while let small = bands.firstIndex(where: { $0.1 < 5 }), bands.count > 1 {
        let other = small == bands.count - 1 ? small - 1 : small + 1
        let (first, second) = (min(small, other), max(small, other))
        bands[first] = ("\(bands[first].0), \(bands[second].0.lowercased())", bands[first].1 + bands[second].1)
        bands.remove(at: second)
    }
    return bands
}

/// Twenty-six weeks of acts, day by day.
func rhythmFigure(_ model: EvaluationOnPage, _ ui: Screen) -> HTML {
    let rhythm = model.evaluation.rhythm
    let greatest = rhythm.counts.max() ?? 0
    let holidays = Dictionary(model.evaluation.holidays.map { ($0.date, $0.holiday) }) { first, _ in first }
    let days = rhythm.counts.indices.map { index in
        let holiday = holidays[rhythm.date(index)]
        return Heatmap.Day(
            step: Heatmap.step(of: rhythm.counts[index], greatest: greatest), mark: holiday == nil ? nil : .holiday,
            title: holiday.map { ui.words.name(of: $0) })
    }
    let weeks = stride(from: 0, to: days.count, by: 7).map { Array(days[$0..<min($0 + 7, days.count)]) }
    var months: [Heatmap.Month] = []
    for week in weeks.indices {
        let date = rhythm.date(week * 7)
        let isNew = week == 0 || rhythm.date((week - 1) * 7).month != date.month
        if isNew, week - (months.last?.week ?? -4) >= 3 {
            months.append(.init(week: week, ui.words.monthShort(date.month)))
        }
    }
    let weekdays = Weekday.allCases.sorted { $0.rawValue < $1.rawValue }
    let totals = zip(weekdays, rhythm.weekdays)
    let busiest = totals.max { $0.1 < $1.1 }?.0
    return heatmap(
        rhythm.total < 5
            ? nil
            : Heatmap(
                weeks: weeks, months: months,
                words: .init(
                    days: weekdays.map { ui.words.weekdayShort($0) }, less: ui("Moins"), more: ui("Plus"),
                    level: ui("niveau"),
                    meeting: ui("Rencontre"), holiday: ui("Jour férié"))),
        in: ChartFrame(
            id: "rythme",
            title: busiest.map { ui("Le %@ est le jour des échanges", ui.words.weekday($0)) }
                ?? ui("Le rythme des échanges"),
            label: ui(
                "Actes par jour de la semaine sur 26 semaines. %@.",
                totals.map { "\(ui.words.weekday($0.0)) \($0.1)" }.joined(separator: ", ")),
            meta: ui("Questions, réponses, votes, marques utiles. Les lectures ne sont pas comptées."),
            table: ChartTable(
                caption: ui("Actes par mois"), headers: [ui("Mois"), ui("Actes"), ui("Dont week-end")],
                rows: rhythm.months.map {
                    [ui.words.month($0.first), ui.words.number($0.total), ui.words.number($0.weekend)]
                }),
            words: ui.chartWords, tooFew: ui("Il faut quelques échanges pour voir un rythme.")))
}
