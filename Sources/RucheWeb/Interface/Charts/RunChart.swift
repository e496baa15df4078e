import Markup

/// A measure of practice point by point around its median, as quality teams draw it (run chart), with the changes
/// that were tried.
package struct RunChart: Sendable {
    package struct Point: Sendable {
        package var name: String
        package var value: Double
        /// Part of a run that chance hardly explains, by the rule that the meta line names.
        package var isSignal: Bool

        package init(_ name: String, _ value: Double, isSignal: Bool = false) {
            self.name = name
            self.value = value
            self.isSignal = isSignal
        }
    }

    /// What was changed, just before the point of that index.
    package struct Event: Sendable {
        package var before: Int
        package var text: String

        package init(before: Int, _ text: String) {
            self.before = before
            self.text = text
        }
    }

    package var points: [Point]
    package var axis: ChartAxis
    package var median: Double
    /// "médiane 62 %"
    package var medianText: String
    package var target: (value: Double, text: String)?
    package var events: [Event]
    /// The words of the legend for a signal; `nil` leaves it out.
    package var signalText: String?

    package init(
        points: [Point],
        axis: ChartAxis,
        median: Double,
        medianText: String,
        target: (value: Double, text: String)? = nil,
        events: [Event] = [],
        signalText: String? = nil
    ) {
        self.points = points
        self.axis = axis
        self.median = median
        self.medianText = medianText
        self.target = target
        self.events = events
        self.signalText = signalText
    }
}

/// Draws `chart`, or explains itself under five points: a median of fewer says nothing.
package func runChart(_ chart: RunChart?, in frame: ChartFrame) -> HTML {
    guard let chart, chart.points.count >= 5 else { return frame.figure(nil) }
    let widestTick = chart.axis.ticks.map { estimatedWidth(of: $0.text) }.max() ?? 0
    let plot = Plot(left: max(34, widestTick + 12), right: 384, top: 30, bottom: 174, axis: chart.axis)
    var drawing = Drawing(width: 400, height: 200, .image(label: frame.label))
    plot.drawScale(in: &drawing)
    plot.drawNames(chart.points.map(\.name), in: &drawing)
    drawEvents(of: chart, in: plot, &drawing)
    let places = chart.points.enumerated().map { index, point in
        Drawing.Point(plot.x(index, of: chart.points.count), plot.y(point.value))
    }
    drawLevels(of: chart, along: places, in: plot, &drawing)
    drawing.path(.init(through: places), class: "c-line")
    for (point, place) in zip(chart.points, places) {
        drawing.circle(at: place, radius: 5, class: point.isSignal ? "c-dot c-dot--honey" : "c-dot")
    }
    let legend = chart.signalText.map { text in
        [LegendEntry(text) { $0.circle(at: .init(7, 7), radius: 6, class: "c-dot c-dot--honey") }]
    }
    return frame.figure(drawing.html(), legend: legend ?? [])
}

private func drawLevels(
    of chart: RunChart,
    along line: [Drawing.Point],
    in plot: Plot,
    _ drawing: inout Drawing
) {
    var labels = LevelLabels(lines: [line], plot: plot)
    func draw(_ value: Double, _ text: String, _ names: StaticString, _ drawing: inout Drawing) {
        let y = plot.y(value)
        drawing.line(from: .init(plot.left, y), to: .init(plot.right, y), class: names)
        labels.write(text, at: y, in: &drawing)
    }
    draw(chart.median, chart.medianText, "axis axis--strong", &drawing)
    if let target = chart.target { draw(target.value, target.text, "c-target", &drawing) }
}

private func drawEvents(of chart: RunChart, in plot: Plot, _ drawing: inout Drawing) {
    for event in chart.events where chart.points.indices.contains(event.before) {
        let step = (plot.right - plot.left) / Double(chart.points.count - 1)
        let x = max(plot.left, plot.x(event.before, of: chart.points.count) - step / 2)
        drawing.line(from: .init(x, 20), to: .init(x, plot.bottom), class: "axis axis--strong")
        let start = min(x, 400 - estimatedWidth(of: event.text))
        drawing.text(event.text, at: .init(max(0, start), 14))
    }
}
