import Markup
import Testing

@Suite("A drawing")
struct DrawingTests {
    @Test(
        "writes a length in as few characters as it takes",
        arguments: [
            (0, "0"), (-0.04, "0"), (12, "12"), (12.04, "12"), (12.05, "12.1"), (-0.3, "-0.3"), (-12.55, "-12.6"),
            (1_234.5, "1234.5"), (.nan, "0"), (.infinity, "0"), (1e300, "1000000000"), (0.96, "1"),
        ]
    )
    func lengths(length: Double, text: String) {
        #expect(Drawing.short(length) == text)
    }

    @Test("says what it shows, and shows it in order")
    func image() {
        var drawing = Drawing(width: 400, height: 34.5, .image(label: "5 > 3"))
        drawing.rect(at: .init(0, 1), width: 10, height: 4, radius: 3, class: "h4", title: "5 <b>")
        drawing.circle(at: .init(1.25, 2), radius: 5, class: "c-dot")
        drawing.text("l’été & co", at: .init(2, 3), class: "t-mid")
        drawing.line(from: .init(0, 0), to: .init(4, 0), class: "axis")
        drawing.path(.init(polygon: [.init(0, 0), .init(1, 0), .init(1, 1)]), class: "node", strokeWidth: 2.2)
        drawing.path(.init(through: [.init(0, 0)]), class: "node")
        #expect(
            drawing.html().markup == """
                <svg viewBox="0 0 400 34.5" role="img" aria-label="5 &gt; 3">\
                <rect class="h4" x="0" y="1" width="10" height="4" rx="3"><title>5 &lt;b&gt;</title></rect>\
                <circle class="c-dot" cx="1.3" cy="2" r="5"/>\
                <text class="t-mid" x="2" y="3">l’été &amp; co</text>\
                <path class="axis" d="M0 0L4 0"/>\
                <path class="node" stroke-width="2.2" d="M0 0L1 0L1 1Z"/></svg>
                """
        )
    }

    @Test("that only decorates is hidden from a screen reader")
    func decoration() {
        let drawing = Drawing(width: 14, height: 14, .decoration)
        #expect(
            drawing.html(class: "spark").markup
                == "<svg class=\"spark\" viewBox=\"0 0 14 14\" aria-hidden=\"true\" focusable=\"false\"></svg>"
        )
    }
}
