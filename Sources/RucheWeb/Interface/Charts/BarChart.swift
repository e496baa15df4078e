import Markup

/// Horizontal bars, one for each thing compared, from zero.
package struct BarChart: Sendable {
    package struct Bar: Sendable {
        package var name: String
        package var value: Double
        /// The value as it is read, printed at the end of the bar.
        package var text: String
        /// What the group aims at, as a dotted mark across the bar.
        package var target: Double?

        package init(_ name: String, _ value: Double, _ text: String, target: Double? = nil) {
            self.name = name
            self.value = value
            self.text = text
            self.target = target
        }
    }

    package var bars: [Bar]
    /// What a full bar stands for: 1 for shares; when `nil`, the greatest value.
    package var full: Double?
    /// The one bar that the title speaks of, in honey.
    package var highlight: Int?

    package init(bars: [Bar], full: Double? = nil, highlight: Int? = nil) {
        self.bars = bars
        self.full = full
        self.highlight = highlight
    }
}

/// Draws `chart`, or explains itself when there is no bar.
package func barChart(_ chart: BarChart?, in frame: ChartFrame) -> HTML {
    guard let chart, !chart.bars.isEmpty else { return frame.figure(nil) }
    let layout = BarLayout(chart)
    let height = Double(chart.bars.count) * layout.pitch + (layout.isStacked ? -8 : 2)
    var drawing = Drawing(width: 400, height: height, .image(label: frame.label))
    for (index, bar) in chart.bars.enumerated() {
        let top = Double(index) * layout.pitch + (layout.isStacked ? 22 : 6)
        let corner = Drawing.Point(layout.start, top)
        if layout.isStacked {
            drawing.text(fitted(bar.name, in: 400), at: .init(0, top - 9))
        } else {
            drawing.text(bar.name, at: .init(0, top + 14))
        }
        drawing.rect(at: corner, width: layout.width, height: 20, radius: 3, class: "c-bar c-bar--mute")
        let names: StaticString = index == chart.highlight ? "c-bar c-bar--honey" : "c-bar"
        let length = layout.length(of: bar.value)
        if length > 0 { drawing.rect(at: corner, width: length, height: 20, radius: min(3, length), class: names) }
        if let target = bar.target.map(layout.length) {
            let x = layout.start + target
            drawing.line(from: .init(x, top - 3), to: .init(x, top + 23), class: "c-target")
        }
        drawing.text(bar.text, at: .init(layout.end + 8, top + 15), class: "t-strong")
    }
    return frame.figure(drawing.html())
}

/// Names beside the bars while they are short, above them otherwise.
private struct BarLayout {
    let isStacked: Bool
    let start: Double
    let end: Double
    let full: Double

    init(_ chart: BarChart) {
        let widest = chart.bars.map { estimatedWidth(of: $0.name) }.max() ?? 0
        let widestText = chart.bars.map { estimatedWidth(of: $0.text) * 1.06 }.max() ?? 0
        isStacked = widest > 176
        start = isStacked ? 0 : max(100, widest + 10)
        end = max(start + 80, min(346, 392 - widestText))
        let greatest = chart.full ?? chart.bars.map(\.value).max() ?? 1
        full = greatest > 0 ? greatest : 1
    }

    var pitch: Double { isStacked ? 56 : 34 }
    var width: Double { end - start }

    func length(of value: Double) -> Double { min(max(value / full, 0), 1) * width }
}
