import Calendaring
import Markup
import Ruche

/// Four questions, each with its figures and its charts; what can't be known yet says so.
func evaluationPage(_ model: EvaluationOnPage, _ ui: Screen, typed: String? = nil, _ refusal: Refusal? = nil) -> HTML {
    let evaluation = model.evaluation
    return page(
        Page(
            ui("Évaluation"), at: .evaluation,
            """
            \(pageHead(ui("Où en est notre communauté"), eyebrow: ui("Évaluation, 13 semaines jusqu’au %@", ui.words.date(evaluation.day)), lede: ui.findings(model), actions: "<a class=\"btn btn--quiet\" href=\"\(ui.path(.evaluationTable(evaluation.day)))\">\(icon(.download))\(ui("Données (CSV)"))</a>"))
            <form class="btn-row mb-5" action="\(ui.path(.evaluation))"><label class="label" for="au">\(ui("Voir au"))</label><input class="input input--short" id="au" name="au" type="date" value="\(typed ?? evaluation.day.description)"\(attribute: "aria-describedby", refusal == nil ? nil : "au-e")><button class="btn">\(ui("Voir"))</button>\(some: refusal, { "<span class=\"error\" id=\"au-e\" role=\"alert\">\(icon(.alert))\($0(ui.words))</span>" })</form>
            \(if: model.isToday, "<p class=\"meta mb-4\">\(ui("La journée n’est pas finie : ces chiffres peuvent encore changer."))</p>")
            <section class="grid-4" aria-label="\(ui("En bref"))">
              \(headFigure(.ef3, "efficacite", ui("Efficacité"), ui("résolues en 30 jours"), evaluation.resolvedCurve, model, ui))
              \(headFigure(.vi1, "vitalite", ui("Vitalité"), ui("de membres actifs"), evaluation.activeCurve, model, ui))
              \(headFigure(.sa7, "satisfaction", ui("Satisfaction"), ui("de réponses utiles"), evaluation.usefulCurve, model, ui))
              \(headFigure(.va2, "valeur", ui("Valeur ajoutée"), ui("changements de pratique"), [], model, ui))
            </section>
            \(if: ui.isMember, "<p class=\"mt-4\"><a class=\"link\" href=\"\(ui.path(.drift))\">\(ui("Ce que nous ne voulons pas devenir : quatre jauges, chaque lundi"))</a></p>")
            <div class="stack stack--xl mt-7">
              \(chosen(model, ui))
              \(dimension("efficacite", ui("Efficacité"), ui("Est-ce que l’on résout les problèmes que l’on s’était donnés ?"), [firstReplyChart(model, ui), objectivesChart(model, ui)], .effectiveness, model, ui))
              \(dimension("vitalite", ui("Vitalité"), ui("Est-ce que l’on échange vraiment, et pas seulement quelques-uns ?"), [networkFigure(model, ui), bandsFigure(model, ui), rhythmFigure(model, ui)], .vitality, model, ui))
              \(dimension("satisfaction", ui("Satisfaction"), ui("Est-ce que les membres s’y retrouvent ?"), [], .satisfaction, model, ui))
              \(dimension("valeur", ui("Valeur ajoutée"), ui("Est-ce que cela change quelque chose au travail ?"), [], .addedValue, model, ui))
            </div>
            """), ui)
}

/// The plan made before the launch comes first: what the group chose to look at, from where, towards what.
private func chosen(_ model: EvaluationOnPage, _ ui: Screen) -> HTML {
    let lines = Indicator.ID.allCases.compactMap { id in model.plan[id.rawValue].map { (id, $0) } }
    if lines.isEmpty { return "" }
    let title = ui("Ce que nous avons choisi de regarder")
    return """
        <section aria-labelledby="choisis"><h2 id="choisis">\(title)</h2>
        <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", title, ui("Tableau")))"><table class="table table--stack"><thead><tr><th scope="col">\(ui("Indicateur"))</th><th scope="col" class="num">\(ui("Aujourd’hui"))</th><th scope="col" class="num">T0</th><th scope="col" class="num">\(ui("Cible"))</th><th scope="col">\(ui("Pour qui"))</th><th scope="col">\(ui("Pour le"))</th></tr></thead><tbody>\(each: lines, { id, line in
            """
            <tr><th scope="row"><a href="\(ui.path(.indicator(id, model.evaluation.day)))">\(ui.words.text(id.name))</a>\(if: !line.definition.isEmpty, "<br><span class=\"meta\">\(line.definition)</span>")</th><td class="num" data-label="\(ui("Aujourd’hui"))">\(model[id].map { ui.value(of: $0) } ?? "–")</td><td class="num" data-label="T0">\(ui.start(of: line))</td><td class="num" data-label="\(ui("Cible"))">\(line.target.map { ui.figure($0, id.unit) } ?? "–")</td><td data-label="\(ui("Pour qui"))">\(line.reader.isEmpty ? "–" : line.reader)</td><td data-label="\(ui("Pour le"))">\(CivilDate(line.dueOn).map { ui.words.day($0) } ?? "–")</td></tr>
            """
        })</tbody></table></div></section>
        """
}

private func headFigure(
    _ id: Indicator.ID, _ anchor: String, _ name: String, _ unit: String, _ curve: [CurvePoint],
    _ model: EvaluationOnPage,
    _ ui: Screen
) -> HTML {
    let indicator = model[id]
    let values = curve.compactMap(\.value)
    return """
        <div class="measure"><div><p class="measure__name"><a href="#\(piece: anchor)">\(name)</a></p><p class="measure__value">\(indicator.map { ui.value(of: $0) } ?? "–") <small>\(unit)</small></p><p class="meta">\(indicator.map { ui.context(of: $0, model.plan[id.rawValue]) } ?? "")</p></div>\(if: values.count > 1, sparkline(values))</div>
        """
}

/// Two columns; the first chart stands alone in its own when two others are beside it.
private func chartGrid(_ charts: [HTML]) -> HTML {
    let cards: [HTML] = charts.map { "<div class=\"card\">\($0)</div>" }
    guard cards.count == 3 else { return "<div class=\"grid-2 mt-3\">\(each: cards, { $0 })</div>" }
    return "<div class=\"grid-2 mt-3\">\(cards[0])<div class=\"stack\">\(cards[1])\(cards[2])</div></div>"
}

private func dimension(
    _ anchor: String, _ title: String, _ question: String, _ charts: [HTML], _ dimension: Indicator.Dimension,
    _ model: EvaluationOnPage, _ ui: Screen
) -> HTML {
    let indicators = Indicator.ID.allCases.filter { $0.dimension == dimension }.compactMap { model[$0] }
    let known = indicators.filter { $0.value != nil }
    let unknown = indicators.filter { $0.value == nil }
    return """
        <section aria-labelledby="\(anchor)">
          <div class="section__head"><div class="dim"><h2 id="\(anchor)">\(title)</h2><p class="muted">\(question)</p></div></div>
          \(if: !charts.isEmpty, chartGrid(charts))
          \(if: !known.isEmpty, indicatorTable(known, dimension, title, model, ui))
          \(if: !unknown.isEmpty, """
            <details class="more mt-4"\(flag: "open", known.isEmpty)><summary>\(ui("Ce que l’on ne sait pas encore (%d)", unknown.count))</summary><ul class="rows rows--tight mt-3">\(each: unknown, { "<li><a class=\"link\" href=\"\(ui.path(.indicator($0.id, model.evaluation.day)))\">\(ui.words.text($0.id.name))</a><p class=\"meta\">\(ui.note($0))</p></li>" })</ul></details>
            """)
        </section>
        """
}

/// Every known figure of a dimension; where DOMAIN asks both, with and without the facilitators.
private func indicatorTable(
    _ indicators: [Indicator], _ dimension: Indicator.Dimension, _ title: String, _ model: EvaluationOnPage,
    _ ui: Screen
) -> HTML {
    let hasBoth = dimension == .vitality
    let caption = ui("Les indicateurs, chacun avec sa définition")
    return """
        <div class="table-wrap mt-4" tabindex="0" role="region" aria-label="\(ui("%@ : %@", title, caption))"><table class="table table--stack"><caption>\(caption)</caption><thead><tr><th scope="col">\(ui("Indicateur"))</th><th scope="col" class="num">\(ui("Valeur"))</th>\(if: hasBoth, "<th scope=\"col\" class=\"num\">\(ui("Sans l’animation"))</th>")<th scope="col" class="num">\(ui("Intervalle"))</th><th scope="col" class="num">n</th><th scope="col" class="num">T0</th><th scope="col" class="num">\(ui("Cible"))</th></tr></thead><tbody>\(each: indicators, { indicator in
            let plan = model.plan[indicator.id.rawValue]
            return """
                <tr><th scope="row"><a href="\(ui.path(.indicator(indicator.id, model.evaluation.day)))">\(ui.words.text(indicator.id.name))</a></th><td class="num" data-label="\(ui("Valeur"))">\(ui.value(of: indicator))</td>\(if: hasBoth, "<td class=\"num\" data-label=\"\(ui("Sans l’animation"))\">\(indicator.shownWithoutFacilitators.map { ui.figure($0, indicator.unit) } ?? "–")</td>")<td class="num" data-label="\(ui("Intervalle"))">\(ui.interval(of: indicator) ?? "–")</td><td class="num" data-label="n">\(ui.words.number(indicator.n))</td><td class="num" data-label="T0">\(plan?.baseline.map { ui.figure($0, indicator.unit) } ?? "–")</td><td class="num" data-label="\(ui("Cible"))">\(plan?.target.map { ui.figure($0, indicator.unit) } ?? "–")</td></tr>
                """
        })</tbody></table></div>
        """
}

extension Screen {
    /// The value as it is read; hidden under five.
    func value(of indicator: Indicator) -> String {
        if indicator.isTooSmall { return self("moins de 5") }
        guard let value = indicator.value else { return "–" }
        return figure(value, indicator.unit)
    }

    /// "entre 63 et 88 %"
    func interval(of indicator: Indicator) -> String? {
        guard !indicator.isTooSmall, let low = indicator.low, let high = indicator.high else { return nil }
        return self("entre %@ et %@", words.percent(low), words.percent(high))
    }

    func note(_ indicator: Indicator) -> String {
        guard let note = indicator.note else { return "" }
        let sentence = words.text(note.sentence)
        return note.knownFrom.map { "\(sentence) \(self("Connu à partir du %@.", words.date($0)))" } ?? sentence
    }

    /// n, the situation at the start and the target, in one line.
    func context(of indicator: Indicator, _ plan: PlannedIndicator?) -> String {
        if indicator.value == nil { return note(indicator) }
        var parts: [String] = []
        if let baseline = plan?.baseline {
            parts.append(self("Situation de départ : %@.", figure(baseline, indicator.unit)))
        }
        if let target = plan?.target { parts.append(self("Cible : %@.", figure(target, indicator.unit))) }
        if parts.isEmpty, let interval = interval(of: indicator) {
            parts.append(self("%@, sur %d.", interval, indicator.n))
        }
        return parts.joined(separator: " ")
    }

    /// One or two sentences that the figures allow, no more.
    func findings(_ model: EvaluationOnPage) -> String {
        let evaluation = model.evaluation
        let curve = evaluation.firstReplyCurve
        var sentences: [String] = []
        if let now = curve.last?.value {
            if let before = curve.first(where: { $0.value != nil })?.value, curve.first?.value != nil,
                before > now * 1.2
            {
                sentences.append(
                    self(
                        "Une question reçoit sa première réponse en %@, contre %@ un an plus tôt.",
                        words.duration(hours: now), words.duration(hours: before)))
            } else {
                sentences.append(self("Une question reçoit sa première réponse en %@.", words.duration(hours: now)))
            }
        }
        if let active = model[.vi1], active.value != nil, !active.isTooSmall, let k = active.k {
            sentences.append(
                self("%d membre sur %@ a participé.", "%d membres sur %@ ont participé.", k, words.number(active.n)))
        }
        if sentences.isEmpty {
            return self("Il faut encore quelques semaines d’échanges pour dire quelque chose de juste.")
        }
        return sentences.joined(separator: " ")
    }

    var chartWords: ChartWords {
        ChartWords(
            figures: self("Voir les chiffres"), table: self("Tableau"),
            colon: self.language == .french ? "\u{00A0}: " : ": ")
    }
}
