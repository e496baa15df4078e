import Markup
import Ruche

/// What a figure means, of how many, over which days, how; and the list behind it.
func indicatorPage(_ model: IndicatorOnPage, _ ui: Screen) -> HTML {
    let indicator = model.indicator
    let id = indicator.id
    let facts: [(String, String)] = [
        (ui("Définition"), ui.words.text(id.definition)),
        (ui("Période"), ui("Du %@ au %@", ui.words.date(indicator.period.first), ui.words.date(indicator.period.last))),
        (ui("Effectif"), ui("n = %d", indicator.n)),
        (ui("Méthode"), ui.words.text(id.method.sentence)),
    ]
    let plan = model.plan
    return page(
        Page(
            ui.words.text(id.name), at: .evaluation,
            """
            \(crumbs([(ui("Évaluation"), .evaluation(model.day))], ui))
            \(pageHead(ui.words.text(id.name), eyebrow: id.rawValue, lede: ui.lede(of: indicator), actions: "<a class=\"btn btn--quiet\" href=\"\(ui.path(.indicatorTable(id, model.day)))\">\(icon(.download))\(ui("Données (CSV)"))</a>"))
            <div class="narrow stack stack--l">
              \(each: facts, { "<section><h2 class=\"small-head\">\($0.0)</h2><p class=\"mt-2\">\($0.1)</p></section>" })
              \(some: indicator.shownWithoutFacilitators, { "<section><h2 class=\"small-head\">\(ui("Sans l’animation"))</h2><p class=\"mt-2\">\(ui.figure($0, indicator.unit))</p></section>" })
              \(some: plan, { "<section><h2 class=\"small-head\">\(ui("Le plan"))</h2><p class=\"mt-2\">\(ui("Situation de départ : %@.", ui.start(of: $0))) \(ui("Cible : %@.", $0.target.map { ui.figure($0, indicator.unit) } ?? "–")) \($0.definition)</p></section>" })
              \(if: !indicator.shownDetails.isEmpty && !indicator.isTooSmall, detailsTable(indicator, ui))
              \(if: !model.questions.isEmpty, "<section><h2>\(ui("Les questions qui attendent"))</h2>\(similarList(model.questions, ui))</section>")
              \(if: !model.objectives.isEmpty, "<section><h2>\(ui("Les phrases de clôture"))</h2><ul class=\"rows mt-3\">\(each: model.objectives, { "<li><p><a href=\"\(ui.path(.objective($0.id)))\">\($0.title)</a> · \($0.outcome.map { ui.name(of: $0) } ?? "")</p><p class=\"said\">\($0.closing ?? "")</p></li>" })</ul></section>")
            </div>
            """), ui)
}

extension Screen {
    /// The value with its interval, or why there is none.
    fileprivate func lede(of indicator: Indicator) -> String {
        if indicator.value == nil { return note(indicator) }
        return interval(of: indicator).map { self("%@, %@.", value(of: indicator), $0) }
            ?? self("%@.", value(of: indicator))
    }
}

private func detailsTable(_ indicator: Indicator, _ ui: Screen) -> HTML {
    """
    <details class="more"><summary>\(ui("Tous les chiffres, par leur nom dans les données"))</summary><div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("Tableau"))"><table class="table"><thead><tr><th scope="col">\(ui("Nom"))</th><th scope="col" class="num">\(ui("Valeur"))</th></tr></thead><tbody>\(each: EvaluationTable.details(indicator), { "<tr><th scope=\"row\">\($0.0)</th><td class=\"num\">\($0.1)</td></tr>" })</tbody></table></div></details>
    """
}

/// The figures as tables for other programs: one line for each, no name, nothing under five.
enum EvaluationTable {
    static func all(_ model: EvaluationOnPage, _ ui: Screen) -> String {
        let head = [
            "id", "name", "value", "without_facilitators", "unit", "n", "low", "high", "from", "to", "method",
            "baseline", "target", "note",
        ]
        let rows = Indicator.ID.allCases.compactMap { model[$0] }.map { row($0, model.plan[$0.id.rawValue], ui) }
        return csv([head] + rows)
    }

    static func one(_ model: IndicatorOnPage, _ ui: Screen) -> String {
        csv(
            [
                ["name", "value"], ["value", text(model.indicator.isTooSmall ? nil : model.indicator.value)],
                ["n", String(model.indicator.n)],
            ]
                + (model.indicator.isTooSmall ? [] : details(model.indicator).map { [$0.0, $0.1] }))
    }

    static func details(_ indicator: Indicator) -> [(String, String)] {
        indicator.shownDetails.flatMap { detail -> [(String, String)] in
            switch detail.value {
            case .number(let number): [(detail.name, text(number))]
            case .count(let count): [(detail.name, String(count))]
            case .word(let word): [(detail.name, word)]
            case .counts(let counts):
                counts.map { ("\(detail.name).\($0.name)", (1..<5).contains($0.count) ? "" : String($0.count)) }
            }
        }
    }

    private static func row(_ indicator: Indicator, _ plan: PlannedIndicator?, _ ui: Screen) -> [String] {
        let hidden = indicator.isTooSmall
        return [
            indicator.id.rawValue, ui.words.text(indicator.id.name), hidden ? "" : text(indicator.value),
            text(indicator.shownWithoutFacilitators), indicator.unit.rawValue, String(indicator.n),
            hidden ? "" : text(indicator.low), hidden ? "" : text(indicator.high), indicator.period.first.description,
            indicator.period.last.description, indicator.id.method.rawValue, text(plan?.baseline), text(plan?.target),
            hidden ? ui("moins de 5") : ui.note(indicator),
        ]
    }

    private static func text(_ number: Double?) -> String { number.map { String($0) } ?? "" }

    /// RFC 4180; a cell that a spreadsheet would run as a formula is made a text.
    static func csv(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+@\t".contains($0) } == true || (text.first == "-" && Double(text) == nil)
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
