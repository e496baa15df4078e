/// A picture made of lines, boxes, discs and words, as SVG inside the page (DESIGN §8).
///
/// Geometry stands in attributes, colour and weight in classes of the style sheet: no inline style. Lengths are in
/// units of the `viewBox` and printed with one decimal at most, in the same way on every machine and in every language.
package struct Drawing: ~Copyable {
    /// What the picture is to somebody who does not see it.
    package enum Role: Sendable {
        /// An image that `label` tells in words, with the figures that matter.
        case image(label: String)
        /// Nothing that the text beside it does not say.
        case decoration
    }

    /// A place in the picture: `x` to the right, `y` downwards.
    package struct Point: Equatable, Sendable {
        package var x: Double
        package var y: Double

        package init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    private let width: Double
    private let height: Double
    private let role: Role
    private var marks = HTML.Writer()

    package init(width: Double, height: Double, _ role: Role) {
        self.width = width
        self.height = height
        self.role = role
    }

    /// A straight line, shown by the stroke of its class.
    package mutating func line(from start: Point, to end: Point, class names: StaticString) {
        var path = Path()
        path.move(to: start)
        path.line(to: end)
        self.path(path, class: names)
    }

    /// Any outline; `strokeWidth` only where it carries meaning.
    package mutating func path(_ path: Path, class names: StaticString, strokeWidth: Double? = nil) {
        guard !path.data.isEmpty else { return }
        let width = strokeWidth.map(Self.short)
        marks.append("<path\(class: names)\(attribute: "stroke-width", width) d=\"\(path.data)\"/>")
    }

    /// A box; `title` is what a mouse resting on it reads.
    package mutating func rect(
        at corner: Point,
        width: Double,
        height: Double,
        radius: Double = 0,
        class names: StaticString,
        title: String? = nil
    ) {
        let (x, y) = (Self.short(corner.x), Self.short(corner.y))
        let (width, height) = (Self.short(width), Self.short(height))
        let radius = radius > 0 ? Self.short(radius) : nil
        let end: HTML = if let title { "><title>\(title)</title></rect>" } else { "/>" }
        marks.append(
            """
            <rect\(class: names) x="\(x)" y="\(y)" width="\(width)" height="\(height)"\(attribute: "rx", radius)\(end)
            """
        )
    }

    /// A disc; `title` is what a mouse resting on it reads.
    package mutating func circle(at center: Point, radius: Double, class names: StaticString, title: String? = nil) {
        let (x, y, radius) = (Self.short(center.x), Self.short(center.y), Self.short(radius))
        let end: HTML = if let title { "><title>\(title)</title></circle>" } else { "/>" }
        marks.append("<circle\(class: names) cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"\(end)")
    }

    /// Words; the class `t-mid` or `t-end` says what `place` is to them.
    package mutating func text(_ words: String, at place: Point, class names: StaticString? = nil) {
        let (x, y) = (Self.short(place.x), Self.short(place.y))
        marks.append("<text\(attribute: "class", names?.description) x=\"\(x)\" y=\"\(y)\">\(words)</text>")
    }

    /// Ends the picture.
    package consuming func html(class names: StaticString? = nil) -> HTML {
        let box = "0 0 \(Self.short(width)) \(Self.short(height))"
        let names = names?.description
        let marks = HTML(stringInterpolation: marks)
        return switch role {
        case .image(let label):
            "<svg\(attribute: "class", names) viewBox=\"\(box)\" role=\"img\" aria-label=\"\(label)\">\(marks)</svg>"
        case .decoration:
            """
            <svg\(attribute: "class", names) viewBox="\(box)" aria-hidden="true" focusable="false">\(marks)</svg>
            """
        }
    }

    /// A length in as few characters as it takes: `12`, `12.5`, `-0.3`. What is not finite is drawn at 0.
    package static func short(_ length: Double) -> String {
        guard length.isFinite else { return "0" }
        let tenths = Int((min(max(length, -1e9), 1e9) * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        let sign = tenths < 0 ? "-" : ""
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }
}

extension Drawing {
    /// The outline of a shape, as the `d` of an SVG path, with absolute places.
    package struct Path: Sendable {
        package private(set) var data = ""

        package init() {}

        /// A line through `points`; nothing for less than two.
        package init(through points: [Point]) {
            guard points.count > 1 else { return }
            for point in points { data.isEmpty ? move(to: point) : line(to: point) }
        }

        /// A closed shape with its corners at `points`.
        package init(polygon points: [Point]) {
            self.init(through: points)
            close()
        }

        package mutating func move(to point: Point) { add("M", point) }
        package mutating func line(to point: Point) { add("L", point) }

        /// A curve that leaves toward `control` and arrives from it.
        package mutating func curve(to point: Point, control: Point) {
            add("Q", control)
            add(" ", point)
        }

        /// A curve of two controls, that leaves toward the first and arrives from the second.
        package mutating func curve(to point: Point, first: Point, second: Point) {
            add("C", first)
            add(" ", second)
            add(" ", point)
        }

        package mutating func close() { data += "Z" }

        private mutating func add(_ command: String, _ point: Point) {
            data += command
            data += Drawing.short(point.x)
            data += " "
            data += Drawing.short(point.y)
        }
    }
}
