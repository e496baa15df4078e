import Markup

/// What surrounds the picture of every chart (DESIGN §8): the finding, how to read it aloud, its table.
///
/// All its texts come in the language of the reader, with their numbers and spaces already as they are read.
package struct ChartFrame: Sendable {
    /// Level of the title among those of the page.
    package enum Level: Sendable { case second, third }

    /// Prefix of the identifiers, unique in the page.
    package var id: String
    /// The finding, in a full sentence.
    package var title: String
    package var level: Level
    /// The same picture told to somebody who does not see it, with the figures that matter.
    package var label: String
    /// Number of cases, period and method, in one line.
    package var meta: String?
    package var table: ChartTable
    package var words: ChartWords
    /// What stands instead of the picture when there is too little to show: what is missing, and when there will be
    /// enough.
    package var tooFew: String

    package init(
        id: String,
        title: String,
        level: Level = .third,
        label: String,
        meta: String? = nil,
        table: ChartTable,
        words: ChartWords,
        tooFew: String
    ) {
        self.id = id
        self.title = title
        self.level = level
        self.label = label
        self.meta = meta
        self.table = table
        self.words = words
        self.tooFew = tooFew
    }
}

/// The figures of a chart; the first column names the rows, the others hold figures.
package struct ChartTable: Equatable, Sendable {
    package var caption: String
    package var headers: [String]
    package var rows: [[String]]

    package init(caption: String, headers: [String], rows: [[String]]) {
        self.caption = caption
        self.headers = headers
        self.rows = rows
    }
}

/// The words that all charts of a page share, in the language of the reader.
package struct ChartWords: Sendable {
    /// Opens the table: "Voir les chiffres".
    package var figures: String
    /// Names the table to a screen reader: "Tableau".
    package var table: String
    /// Between a word and what it introduces: " : " in French, ": " in English.
    package var colon: String

    package init(figures: String, table: String, colon: String) {
        self.figures = figures
        self.table = table
        self.colon = colon
    }
}

extension ChartFrame {
    /// The whole figure around `picture`, or its explanation when there is none.
    func figure(_ picture: HTML?, legend: [LegendEntry] = [], isWide: Bool = false) -> HTML {
        guard let picture else { return explanation }
        return """
            <figure class="chart\(if: isWide, " chart--wide")" aria-labelledby="\(id)-t">
              \(heading)
              \(picture)
              \(legendList(legend))\(some: meta, { "<p class=\"meta\">\($0)</p>" })
              \(details)
            </figure>
            """
    }

    /// The chart that cannot be drawn yet: a title, what is missing, no figure.
    private var explanation: HTML {
        var art = Drawing(width: 132, height: 88, .decoration)
        art.line(from: .init(10, 78), to: .init(122, 78), class: "art-line")
        art.path(hexagon(at: .init(46, 38), radius: 16), class: "art-fill")
        art.path(hexagon(at: .init(78, 50), radius: 16), class: "art-fir")
        art.path(hexagon(at: .init(110, 42), radius: 12), class: "art-line")
        return """
            <div class="chart">
              \(heading)
              <div class="empty">\(art.html())<p>\(tooFew)</p></div>
              \(some: meta, { "<p class=\"meta\">\($0)</p>" })
            </div>
            """
    }

    private var heading: HTML {
        switch level {
        case .second: "<h2 class=\"chart__title\" id=\"\(id)-t\">\(title)</h2>"
        case .third: "<h3 class=\"chart__title\" id=\"\(id)-t\">\(title)</h3>"
        }
    }

    private var details: HTML {
        let name = "\(words.table)\(words.colon)\(title)"
        return """
            <details class="more"><summary>\(words.figures)<span class="vh">\(words.colon)\(title)</span></summary>\
            <div class="table-wrap" tabindex="0" role="region" aria-label="\(name)">\(tableHTML)</div></details>
            """
    }

    private var tableHTML: HTML {
        """
        <table class="table"><caption>\(table.caption)</caption><thead><tr>\
        \(each: table.headers.prefix(1), { "<th scope=\"col\">\($0)</th>" })\
        \(each: table.headers.dropFirst(), { "<th scope=\"col\" class=\"num\">\($0)</th>" })\
        </tr></thead><tbody>\(each: table.rows, row)</tbody></table>
        """
    }

    private func row(_ cells: [String]) -> HTML {
        """
        <tr>\(each: cells.prefix(1), { "<th scope=\"row\">\($0)</th>" })\
        \(each: cells.dropFirst(), { "<td class=\"num\">\($0)</td>" })</tr>
        """
    }
}
