import Markup

/// A measure over time, with what was promised or what was the case at the start.
package struct LineChart: Sendable {
    /// A period and its value; `nil` where nothing is known, which breaks the line.
    package struct Point: Sendable {
        package var name: String
        package var value: Double?

        package init(_ name: String, _ value: Double?) {
            self.name = name
            self.value = value
        }
    }

    /// A line across: a promise or target, dotted, or the situation at the start, plain.
    package struct Level: Sendable {
        package enum Kind: Sendable { case target, start }

        package var value: Double
        package var text: String
        package var kind: Kind

        package init(_ value: Double, _ text: String, _ kind: Kind = .target) {
            self.value = value
            self.text = text
            self.kind = kind
        }
    }

    /// A second line for comparison, as "without the facilitators"; one value for each point.
    package struct Companion: Sendable {
        package var values: [Double?]
        package var text: String
        /// What the first line is, for the legend.
        package var other: String

        package init(_ values: [Double?], _ text: String, other: String) {
            self.values = values
            self.text = text
            self.other = other
        }
    }

    package var points: [Point]
    package var axis: ChartAxis
    package var levels: [Level]
    package var companion: Companion?
    /// The last known value as it is read, printed at the end of the line.
    package var lastText: String

    package init(
        points: [Point],
        axis: ChartAxis,
        levels: [Level] = [],
        companion: Companion? = nil,
        lastText: String
    ) {
        self.points = points
        self.axis = axis
        self.levels = levels
        self.companion = companion
        self.lastText = lastText
    }
}

/// Draws `line`, or explains itself when fewer than two values are known.
package func lineChart(_ line: LineChart?, in frame: ChartFrame) -> HTML {
    guard let line, line.points.count(where: { $0.value != nil }) > 1 else { return frame.figure(nil) }
    let widestTick = line.axis.ticks.map { estimatedWidth(of: $0.text) }.max() ?? 0
    let plot = Plot(
        left: max(34, widestTick + 12),
        right: min(354, 388 - estimatedWidth(of: line.lastText) * 1.06),
        top: 14,
        bottom: 174,
        axis: line.axis
    )
    var drawing = Drawing(width: 400, height: 200, .image(label: frame.label))
    plot.drawScale(in: &drawing)
    plot.drawNames(line.points.map(\.name), in: &drawing)
    let main = places(of: line.points.map(\.value), in: plot)
    let companions = places(of: line.companion?.values ?? [], in: plot)
    var labels = LevelLabels(lines: [main.compactMap(\.self), companions.compactMap(\.self)], plot: plot)
    for level in line.levels { draw(level, with: &labels, in: plot, &drawing) }
    for stretch in stretches(companions) { drawing.path(.init(through: stretch), class: "c-line c-line--2") }
    drawLine(main, lastText: line.lastText, &drawing)
    return frame.figure(drawing.html(), legend: line.companion.map(legend) ?? [])
}

private func places(of values: [Double?], in plot: Plot) -> [Drawing.Point?] {
    values.enumerated().map { index, value in
        value.map { .init(plot.x(index, of: values.count), plot.y($0)) }
    }
}

/// The points that follow each other without a gap.
private func stretches(_ places: [Drawing.Point?]) -> [[Drawing.Point]] {
    places.split { $0 == nil }.map { $0.compactMap(\.self) }
}

private func drawLine(_ places: [Drawing.Point?], lastText: String, _ drawing: inout Drawing) {
    let stretches = stretches(places)
    for stretch in stretches { drawing.path(.init(through: stretch), class: "c-line") }
    guard let last = stretches.last?.last else { return }
    for alone in stretches where alone.count == 1 && alone.first != last {
        for place in alone { drawing.circle(at: place, radius: 4, class: "c-dot") }
    }
    drawing.circle(at: last, radius: 5, class: "c-dot")
    drawing.text(lastText, at: .init(last.x + 9, last.y + 5), class: "t-strong")
}

private func draw(_ level: LineChart.Level, with labels: inout LevelLabels, in plot: Plot, _ drawing: inout Drawing) {
    let y = plot.y(level.value)
    let names: StaticString = level.kind == .target ? "c-target" : "axis axis--strong"
    drawing.line(from: .init(plot.left, y), to: .init(plot.right, y), class: names)
    labels.write(level.text, at: y, in: &drawing)
}

private func legend(_ companion: LineChart.Companion) -> [LegendEntry] {
    [(companion.other, "c-line"), (companion.text, "c-line c-line--2")].map { (words: String, names: StaticString) in
        LegendEntry(words) { $0.line(from: .init(0, 7), to: .init(14, 7), class: names) }
    }
}
