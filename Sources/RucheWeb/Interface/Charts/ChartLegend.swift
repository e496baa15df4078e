import Markup

/// What a shape or a colour stands for, below a chart that cannot be labelled directly.
struct LegendEntry {
    let sign: HTML?
    let words: String
    /// Said, not shown: the sign is enough to the eye.
    let isHidden: Bool

    /// A plain word at one end of a scale.
    init(_ words: String) {
        (sign, self.words, isHidden) = (nil, words, false)
    }

    /// - Parameter draw: draws the sign in a box of 14 units.
    init(_ words: String, isHidden: Bool = false, draw: (inout Drawing) -> Void) {
        var drawing = Drawing(width: 14, height: 14, .decoration)
        draw(&drawing)
        sign = drawing.html()
        self.words = words
        self.isHidden = isHidden
    }

    /// A square of the colour of a bar.
    init(_ words: String, square names: StaticString, isHidden: Bool = false) {
        self.init(words, isHidden: isHidden) {
            $0.rect(at: .init(0, 0), width: 14, height: 14, radius: 3, class: names)
        }
    }
}

func legendList(_ entries: [LegendEntry]) -> HTML {
    guard !entries.isEmpty else { return "" }
    return "<ul class=\"legend\">\(each: entries, item)</ul>"
}

private func item(_ entry: LegendEntry) -> HTML {
    let words: HTML = if entry.isHidden { "<span class=\"vh\">\(entry.words)</span>" } else { "\(entry.words)" }
    return "<li>\(some: entry.sign, { $0 })\(words)</li>"
}

/// Five steps from pale to dark (DESIGN §8.7).
let stepClasses: [StaticString] = ["h0", "h1", "h2", "h3", "h4"]

/// The room that `words` take on a line of a chart, in units, at 14 units high: an estimate for Latin letters.
func estimatedWidth(of words: String) -> Double {
    words.reduce(0) { width, sign in
        switch sign {
        case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "’", "'", " ", "\u{202F}", "\u{A0}", "(", ")":
            width + 4.2
        case "m", "w", "M", "W", "%", "…": width + 12
        case _ where sign.isUppercase: width + 9.4
        default: width + 8
        }
    }
}

/// `words`, cut to fit in `width` units; the table always has them whole.
func fitted(_ words: String, in width: Double) -> String {
    guard estimatedWidth(of: words) > width else { return words }
    var kept = words
    while !kept.isEmpty, estimatedWidth(of: kept + "…") > width { kept.removeLast() }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
}
