import Markup

/// Where each thing stood before and where it stands now, on one scale.
package struct DumbbellChart: Sendable {
    package struct Pair: Sendable {
        package var name: String
        package var before: Double
        package var now: Double
        /// The difference as it is read: "+1,4".
        package var difference: String

        package init(_ name: String, before: Double, now: Double, difference: String) {
            self.name = name
            self.before = before
            self.now = now
            self.difference = difference
        }
    }

    package var pairs: [Pair]
    /// From the least to the most that can be answered.
    package var scale: ClosedRange<Double>
    /// The words of the legend: "Avant", "Maintenant".
    package var beforeText: String
    package var nowText: String

    package init(pairs: [Pair], scale: ClosedRange<Double> = 1...5, beforeText: String, nowText: String) {
        self.pairs = pairs
        self.scale = scale
        self.beforeText = beforeText
        self.nowText = nowText
    }
}

/// Draws `chart`, or explains itself when there is no pair.
package func dumbbellChart(_ chart: DumbbellChart?, in frame: ChartFrame) -> HTML {
    guard let chart, !chart.pairs.isEmpty else { return frame.figure(nil) }
    let height = Double(chart.pairs.count) * 44 - 8
    var drawing = Drawing(width: 400, height: height, .image(label: frame.label))
    for (index, pair) in chart.pairs.enumerated() {
        let top = Double(index) * 44
        let (before, now) = (chart.place(of: pair.before, at: top + 28), chart.place(of: pair.now, at: top + 28))
        drawing.text(fitted(pair.name, in: 396), at: .init(0, top + 13))
        drawing.line(from: .init(6, top + 28), to: .init(336, top + 28), class: "axis")
        drawing.line(from: before, to: now, class: "c-line")
        drawing.circle(at: before, radius: 6, class: "c-dot c-dot--empty")
        drawing.circle(at: now, radius: 7, class: "c-dot")
        drawing.text(pair.difference, at: .init(350, top + 33), class: "t-strong")
    }
    let legend = [
        LegendEntry(chart.beforeText) { $0.circle(at: .init(7, 7), radius: 5, class: "c-dot c-dot--empty") },
        LegendEntry(chart.nowText) { $0.circle(at: .init(7, 7), radius: 6, class: "c-dot") },
    ]
    return frame.figure(drawing.html(), legend: legend)
}

extension DumbbellChart {
    fileprivate func place(of value: Double, at height: Double) -> Drawing.Point {
        let length = scale.upperBound - scale.lowerBound
        let share = length > 0 ? (value - scale.lowerBound) / length : 0.5
        return Drawing.Point(6 + min(max(share, 0), 1) * 330, height)
    }
}
