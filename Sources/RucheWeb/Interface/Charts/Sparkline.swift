import Markup

/// The course of a measure beside its value, hidden from screen readers since the value stands beside it.
///
/// From the least value at the bottom to the greatest at the top: it shows a course, not a size. Nothing under two
/// values.
/// - Parameter span: the least difference that fills the height, in the unit of the values: less than it is no agitation.
package func sparkline(_ values: [Double], span: Double = 0) -> HTML {
    guard values.count > 1, let least = values.min(), let greatest = values.max() else { return "" }
    let (middle, room) = ((least + greatest) / 2, max(greatest - least, span))
    let places = values.enumerated().map { index, value in
        let height = room > 0 ? 0.5 + (value - middle) / room : 0.5
        return Drawing.Point(2 + 92 * Double(index) / Double(values.count - 1), 28 - 24 * height)
    }
    var drawing = Drawing(width: 96, height: 32, .decoration)
    drawing.path(.init(through: places), class: "c-line")
    if let last = places.last { drawing.circle(at: last, radius: 4, class: "c-dot") }
    return drawing.html(class: "spark")
}
