import Markup
import Ruche

/// Four marks, each with its course over thirteen weeks and its figures in a table: what is looked at, not judged.
func balanceCard(_ balance: Balance, _ ui: Screen) -> HTML {
    let title = ui("L’équilibre, en quatre repères")
    return """
        <section class="card" aria-labelledby="equil"><h2 class="small-head" id="equil">\(title)</h2>
        <p class="meta mb-3">\(ui("Sur treize semaines, jusqu’à hier."))</p>
        \(mark(ui("Échanges lancés par les membres"), balance.byMembers, ui.remark(onMembers: balance.byMembers), ui))
        \(mark(ui("Échanges à trois voix ou plus"), balance.ofSeveral, nil, ui))
        \(mark(ui("Messages sans aucune réponse"), balance.oneWay, balance.oneWay.isRising ? ui("En hausse : gare au réseau de diffusion.") : nil, ui))
        \(newcomersMark(balance.newcomers, ui))
        <details class="more mt-3"><summary>\(ui("Semaine par semaine"))</summary><div class="table-wrap mt-2" tabindex="0" role="region" aria-label="\(ui("%@ : %@", title, ui("Tableau")))"><table class="table"><caption>\(ui("De la plus ancienne à la dernière semaine ; la troisième colonne s’arrête quatorze jours avant aujourd’hui, la quatrième trente."))</caption><thead><tr><th scope="col">\(ui("Semaine"))</th><th scope="col" class="num">\(ui("Par les membres"))</th><th scope="col" class="num">\(ui("Trois voix"))</th><th scope="col" class="num">\(ui("Sans réponse"))</th><th scope="col" class="num">\(ui("Arrivées"))</th></tr></thead><tbody>\(each: Array(balance.byMembers.weeks.indices), { week in
            "<tr><th scope=\"row\">\(week + 1)</th>\(each: [balance.byMembers, balance.ofSeveral, balance.oneWay, balance.newcomers], { "<td class=\"num\">\(ui.fraction($0.weeks[week]))</td>" })</tr>"
        })</tbody></table></div></details></section>
        """
}

private func mark(_ name: String, _ course: Balance.Course, _ remark: String?, _ ui: Screen) -> HTML {
    """
    <div class="measure"><div><p class="measure__name">\(name)</p><p class="measure__value">\(course.share.map { ui.words.percent($0) } ?? "–")</p></div>\(sparkline(course.weeks.compactMap(\.share)))<p class="meta">\(course.total == 0 ? ui("Rien encore sur cette période.") : ui("%d sur %@", "%d sur %@", course.count, ui.words.number(course.total)))\(some: remark, { ". \($0)" })</p></div>
    """
}

/// So few that a share would say nothing: "5 sur 8".
private func newcomersMark(_ course: Balance.Course, _ ui: Screen) -> HTML {
    """
    <div class="measure"><div><p class="measure__name">\(ui("Arrivées avec un premier échange en 30 jours"))</p><p class="measure__value">\(course.total == 0 ? "–" : ui.words.number(course.count)) \(if: course.total > 0, "<small>\(ui("sur %@", ui.words.number(course.total)))</small>")</p></div>\(sparkline(course.weeks.compactMap(\.share)))</div>
    """
}

extension Screen {
    fileprivate func remark(onMembers course: Balance.Course) -> String? {
        guard course.total >= 5, let share = course.share else { return nil }
        return share >= 0.5
            ? self("La communauté ne dépend pas de l’animation.")
            : self("L’animation lance la plupart des échanges : laissez venir.")
    }

    fileprivate func fraction(_ week: Balance.Course.Count) -> String {
        week.total == 0 ? "–" : "\(words.number(week.count))/\(words.number(week.total))"
    }
}
