import Markup

/// A whole cut in bands, darkest first.
package struct BandChart: Sendable {
    package struct Band: Sendable {
        package var name: String
        package var count: Int

        package init(_ name: String, _ count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// At most five, in order.
    package var bands: [Band]

    package init(bands: [Band]) { self.bands = bands }
}

/// Draws `chart`, or explains itself when the whole is empty.
package func bandChart(_ chart: BandChart?, in frame: ChartFrame) -> HTML {
    let bands = chart?.bands.prefix(5) ?? []
    let total = bands.reduce(0) { $0 + max($1.count, 0) }
    guard total > 0 else { return frame.figure(nil) }
    var drawing = Drawing(width: 400, height: 34, .image(label: frame.label))
    var start = 0.0
    for (band, names) in zip(bands, bandClasses) where band.count > 0 {
        let width = 400 * Double(band.count) / Double(total)
        drawing.rect(at: .init(start, 0), width: max(width - 2, 1), height: 34, radius: 3, class: names.fill)
        let text = String(band.count)
        if estimatedWidth(of: text) + 6 < width {
            drawing.text(text, at: .init(start + (width - 2) / 2, 22), class: names.text)
        }
        start += width
    }
    return frame.figure(drawing.html(), legend: zip(bands, bandClasses).map { LegendEntry($0.name, square: $1.fill) })
}

/// The fill of each band, and the text that is legible on it.
private let bandClasses: [(fill: StaticString, text: StaticString)] = [
    ("h4", "t-mid t-on"), ("h3", "t-mid t-on"), ("h2", "t-mid t-strong"), ("h1", "t-mid t-strong"),
    ("h0", "t-mid t-strong"),
]
