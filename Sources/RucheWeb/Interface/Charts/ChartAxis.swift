import Markup

/// The upright scale of a chart, from zero, with a few round marks.
package struct ChartAxis: Sendable {
    /// A mark, with its value as it is read.
    package struct Tick: Equatable, Sendable {
        package let value: Double
        package let text: String
    }

    package let ticks: [Tick]

    /// Marks from zero to the first round value at or above `top`.
    ///
    /// Steps are 1, 2, 3, 5, 10, 12, 20, 24, 50… so that hours fall on half-days and days.
    /// - Parameter text: how a value is read, in the language of the reader.
    package init(upTo top: Double, text: (Double) -> String) {
        let step = Self.step(for: top)
        let count = top > 0 ? Int((top / step).rounded(.up)) : 1
        ticks = (0...count).map { Tick(value: Double($0) * step, text: text(Double($0) * step)) }
    }

    /// The highest value on the axis; never zero.
    var top: Double { ticks.last?.value ?? 1 }

    /// The smallest round step that reaches `top` in four steps at most, and in three if it can.
    private static func step(for top: Double) -> Double {
        guard top.isFinite, top > 0 else { return 1 }
        var scale = 1.0
        while scale * 3 * 50 < top { scale *= 10 }
        while scale * 3 * 0.1 >= top { scale /= 10 }
        for step in [0.1, 0.2, 0.3, 0.5, 1, 2, 3, 4, 5, 8, 10, 12, 20, 24, 30, 48] where step * scale * 3 >= top {
            return step * scale
        }
        return 50 * scale
    }
}

/// Where values of an axis stand in a picture.
struct Plot {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let axis: ChartAxis

    func y(_ value: Double) -> Double {
        bottom - min(max(value / axis.top, 0), 1) * (bottom - top)
    }

    /// The place of point `index` of `count`, spread from left to right; in the middle when alone.
    func x(_ index: Int, of count: Int) -> Double {
        count > 1 ? left + (right - left) * Double(index) / Double(count - 1) : (left + right) / 2
    }

    func drawScale(in drawing: inout Drawing) {
        for tick in axis.ticks {
            drawing.line(from: .init(left, y(tick.value)), to: .init(right, y(tick.value)), class: "axis")
            drawing.text(tick.text, at: .init(left - 7, y(tick.value) + 4), class: "t-end")
        }
    }

    /// Names some of the points below the scale: the first, the last, and as many between as are legible.
    func drawNames(_ names: [String], in drawing: inout Drawing) {
        let widest = names.map(estimatedWidth).max() ?? 0
        let room = max(66, widest + 12)
        let each = max(1, Int((room * Double(names.count - 1) / max(right - left, 1)).rounded(.up)))
        let last = names.count - 1
        for (index, name) in names.enumerated() {
            let isCrowded = index != last && x(last, of: names.count) - x(index, of: names.count) < widest + 8
            guard index == last || index.isMultiple(of: each) && !isCrowded else { continue }
            drawing.text(name, at: .init(x(index, of: names.count), bottom + 20), class: "t-mid")
        }
    }
}
