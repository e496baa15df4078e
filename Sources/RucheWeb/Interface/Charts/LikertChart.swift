import Markup

/// Answers from 1 to 5 to several statements, the favourable ones to the right.
package struct LikertChart: Sendable {
    package struct Item: Sendable {
        package var statement: String
        /// How many answered 1, 2, 3, 4 and 5.
        package var counts: [Int]
        /// The share of 4 and 5 as it is read.
        package var favourable: String

        package init(_ statement: String, _ counts: [Int], favourable: String) {
            self.statement = statement
            self.counts = counts
            self.favourable = favourable
        }
    }

    package var items: [Item]

    package init(items: [Item]) { self.items = items }
}

/// Draws `chart`, or explains itself when nobody answered.
///
/// The five steps are explained by the meta line ("à droite, part des réponses 4 et 5") and by the table.
package func likertChart(_ chart: LikertChart?, in frame: ChartFrame) -> HTML {
    guard let chart, chart.items.contains(where: { $0.counts.contains { $0 > 0 } }) else { return frame.figure(nil) }
    let height = Double(chart.items.count) * 56 - 8
    var drawing = Drawing(width: 400, height: height, .image(label: frame.label))
    for (index, item) in chart.items.enumerated() {
        let top = Double(index) * 56
        drawing.text(fitted(item.statement, in: 380), at: .init(0, top + 13), class: "t-strong")
        let total = item.counts.reduce(0) { $0 + max($1, 0) }
        var start = 0.0
        for (count, names) in zip(item.counts, likertClasses) where count > 0 {
            let width = 360 * Double(count) / Double(total)
            let corner = Drawing.Point(start, top + 22)
            drawing.rect(at: corner, width: max(width - 1.5, 1), height: 20, radius: 2, class: names)
            start += width
        }
        drawing.text(item.favourable, at: .init(400, top + 37), class: "t-strong t-end")
    }
    return frame.figure(drawing.html())
}

private let likertClasses: [StaticString] = [
    "c-bar c-bar--honey", "c-bar c-bar--honey leaf--soft", "h0", "h3", "h4",
]
