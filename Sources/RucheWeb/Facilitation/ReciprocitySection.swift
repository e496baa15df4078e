import Calendaring
import Foundation
import Markup
import Ruche

/// A year of exchanges as a branch, on one's own page and nowhere else: what one brought above, what one got below.
func reciprocitySection(_ balance: Reciprocity, _ ui: Screen) -> HTML {
    let isFull = balance.months.contains { max($0.given, $0.received) > Branch.mostLeaves }
    return """
        <section class="card" aria-labelledby="recip">
          <div class="section__head"><h2 id="recip">\(ui("Un an d’échanges"))</h2><span class="status">\(icon(.lock))\(ui("Visible de vous seul·e"))</span></div>
          <figure class="chart chart--wide">
            <p class="said">\(ui.sentence(of: balance))</p>
            \(Branch(balance).html(label: ui("Une branche sur douze mois : au-dessus, %d feuilles pour ce que vous avez apporté ; au-dessous, %@ pour ce que vous avez reçu. Le tableau donne chaque mois.", balance.given, ui.words.number(balance.received)), months: balance.months.map { ui.words.monthShort($0.first.month) }))
            <ul class="legend"><li><svg viewBox="0 0 14 14" aria-hidden="true" focusable="false"><path class="leaf--given" d="M7 13C1 9 3 3 8 1c4 4 3 9-1 12z"/></svg>\(ui("Ce que vous avez apporté"))</li><li><svg viewBox="0 0 14 14" aria-hidden="true" focusable="false"><path class="leaf--got" d="M7 1C1 5 3 11 8 13c4-4 3-9-1-12z"/></svg>\(ui("Ce que vous avez reçu"))</li></ul>
            <p class="meta">\(ui("Aucun score, aucun classement. Les mois sans feuille sont des mois comme les autres."))\(if: isFull, " \(ui("La branche porte cinq feuilles par mois au plus."))")</p>
            <details class="more"><summary>\(ui("Voir les chiffres"))</summary><p class="hint mt-2">\(ui("Apporté : vos réponses que d’autres ont trouvées utiles, et celles que l’on vous avait demandées. Reçu : les réponses qui vous ont servi. Venir, voter ou dire « moi aussi », c’est participer : ce n’est pas compté ici."))</p><div class="table-wrap mt-2" tabindex="0" role="region" aria-label="\(ui("Tableau des échanges par mois"))"><table class="table"><caption>\(ui("Échanges par mois"))</caption><thead><tr><th scope="col">\(ui("Mois"))</th><th scope="col" class="num">\(ui("Apporté"))</th><th scope="col" class="num">\(ui("Reçu"))</th></tr></thead><tbody>\(each: balance.months, { "<tr><th scope=\"row\">\(ui.words.month($0.first))</th><td class=\"num\">\(ui.words.number($0.given))</td><td class=\"num\">\(ui.words.number($0.received))</td></tr>" })</tbody></table></div></details>
          </figure>
        </section>
        """
}

extension Screen {
    fileprivate func sentence(of balance: Reciprocity) -> String {
        if balance.given + balance.received == 0 {
            return self("Rien encore en douze mois. Une question, ou un mot à celle d’un autre, et la branche pousse.")
        }
        var sentences: [String] = []
        if balance.given > 0 {
            sentences.append(self("Vous avez aidé une fois.", "Vous avez aidé %d fois.", balance.given))
        }
        if balance.received > 0 {
            sentences.append(self("On vous a aidé une fois.", "On vous a aidé %d fois.", balance.received))
        }
        let people = self("Une personne", "%d personnes différentes", balance.people)
        if balance.establishments > 1 {
            sentences.append(self("%@, de %@ établissements.", people, words.number(balance.establishments)))
        } else if balance.people > 1 {
            sentences.append(self("%@.", people))
        }
        return sentences.joined(separator: " ")
    }
}

/// The picture: a stem, a place a month, leaves that fan out from it.
private struct Branch {
    /// A month never looks like a bush: the table says the rest.
    static let mostLeaves = 5
    private let months: [Reciprocity.Month]

    init(_ balance: Reciprocity) { months = balance.months }

    func html(label: String, months names: [String]) -> HTML {
        var drawing = Drawing(width: 560, height: 196, .image(label: label))
        var stem = Drawing.Path()
        stem.move(to: .init(10, 96))
        stem.curve(to: .init(550, 80), first: .init(185, 74), second: .init(370, 104))
        drawing.path(stem, class: "stem")
        for (place, month) in months.enumerated() {
            let base = base(of: place)
            fan(month.given, length: 52, isUp: true, at: base, in: &drawing)
            fan(month.received, length: 46, isUp: false, at: base, in: &drawing)
            let isNamed = place % 3 == 0 || place == months.count - 1
            if isNamed, names.indices.contains(place) {
                drawing.text(names[place], at: .init(base.x, 192), class: "t-mid")
            }
        }
        return drawing.html()
    }

    /// On the stem, which rises and falls a little.
    private func base(of place: Int) -> Drawing.Point {
        let x = 32 + 496 * Double(place) / Double(max(1, months.count - 1))
        let t = (x - 10) / 540
        let u = 1 - t
        return .init(x, 96 * u * u * u + 222 * u * u * t + 312 * u * t * t + 80 * t * t * t)
    }

    private func fan(_ count: Int, length: Double, isUp: Bool, at base: Drawing.Point, in drawing: inout Drawing) {
        let leaves = min(count, Self.mostLeaves)
        let apart = leaves > 3 ? 19.0 : 27.0
        for leaf in 0..<leaves {
            let degrees = (leaves == 1 ? 10 : 2) + (Double(leaf) - Double(leaves - 1) / 2) * apart
            let angle = degrees * .pi / 180
            let along = Drawing.Point(sin(angle), isUp ? -cos(angle) : cos(angle))
            draw(from: base, along: along, length: length, isUp: isUp, in: &drawing)
        }
    }

    private func draw(
        from base: Drawing.Point, along: Drawing.Point, length: Double, isUp: Bool, in drawing: inout Drawing
    ) {
        func place(_ far: Double, _ aside: Double) -> Drawing.Point {
            .init(base.x + along.x * far * length - along.y * aside, base.y + along.y * far * length + along.x * aside)
        }
        var leaf = Drawing.Path()
        leaf.move(to: base)
        leaf.curve(to: place(1, 0), first: place(0.32, -8.5), second: place(0.74, -6))
        leaf.curve(to: base, first: place(0.66, 8.5), second: place(0.26, 6))
        leaf.close()
        drawing.path(leaf, class: isUp ? "leaf leaf--given" : "leaf leaf--got")
        var rib = Drawing.Path()
        rib.move(to: base)
        rib.curve(to: place(0.86, 0), control: place(0.5, -1.5))
        drawing.path(rib, class: "leaf__rib")
    }
}
