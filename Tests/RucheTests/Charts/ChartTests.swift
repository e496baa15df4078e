import Markup
import RucheWeb
import Testing

@Suite("A chart")
struct ChartTests {
    @Test("stands between its finding and its figures, escaped")
    func frame() {
        let bands = BandChart(bands: [.init("Noyau", 3), .init("En pause", 1), .init("Absents", 0)])
        let title = "On attend 9 h &amp; moins"
        let square = "<svg viewBox=\"0 0 14 14\" aria-hidden=\"true\" focusable=\"false\"><rect class="
        let end = "x=\"0\" y=\"0\" width=\"14\" height=\"14\" rx=\"3\"/></svg>"
        #expect(
            bandChart(bands, in: .sample()).markup == """
                <figure class="chart" aria-labelledby="attente-t">
                  <h3 class="chart__title" id="attente-t">\(title)</h3>
                  <svg viewBox="0 0 400 34" role="img" aria-label="De 31 à 9 heures, &quot;promesse&quot; tenue">\
                <rect class="h4" x="0" y="0" width="298" height="34" rx="3"/>\
                <text class="t-mid t-on" x="149" y="22">3</text>\
                <rect class="h3" x="300" y="0" width="98" height="34" rx="3"/>\
                <text class="t-mid t-on" x="349" y="22">1</text>\
                </svg>
                  <ul class="legend"><li>\(square)"h4" \(end)Noyau</li><li>\(square)"h3" \(end)En pause</li>\
                <li>\(square)"h2" \(end)Absents</li></ul><p class="meta">12 questions &lt;sur 3 mois&gt;</p>
                  <details class="more"><summary>Voir les chiffres<span class="vh"> : \(title)</span></summary>\
                <div class="table-wrap" tabindex="0" role="region" aria-label="Tableau : \(title)">\
                <table class="table">\
                <caption>Heures</caption><thead><tr><th scope="col">Mois</th><th scope="col" class="num">Médiane</th>\
                </tr></thead><tbody><tr><th scope="row">déc.</th><td class="num">31</td></tr>\
                <tr><th scope="row">nov.</th><td class="num">9</td></tr></tbody></table></div></details>
                </figure>
                """
        )
    }

    @Test("with too little to show explains itself and shows no figure")
    func tooFew() {
        let frame = ChartFrame.sample()
        let charts = [
            lineChart(nil, in: frame), lineChart(.sample([nil, 3, nil]), in: frame),
            barChart(.init(bars: []), in: frame),
            bandChart(.init(bands: [.init("Noyau", 0)]), in: frame), networkChart(.ring(of: 4), in: frame),
            likertChart(.init(items: [.init("Utile", [0, 0, 0, 0, 0], favourable: "–")]), in: frame),
            dumbbellChart(.init(pairs: [], beforeText: "Avant", nowText: "Maintenant"), in: frame),
            heatmap(nil, in: frame), runChart(nil, in: frame),
        ].map(\.markup)
        #expect(charts.allSatisfy { $0.contains("<p>Il faut cinq réponses.</p>") && !$0.contains("<table") })
        #expect(sparkline([3]).isEmpty)
    }

    @Test("breaks its line where nothing is known and prints the last value")
    func gap() {
        let html = lineChart(.sample([31, 24, nil, 12, 9]), in: .sample()).markup
        #expect(html.occurrences(of: "<path class=\"c-line\"") == 2)
        #expect(
            html.contains("<circle class=\"c-dot\" cx=\"354\" cy=\"134\" r=\"5\"/><text class=\"t-strong\" x=\"363\""))
        #expect(html.contains("<path class=\"c-target\" d=\"M34 67.3L354 67.3\"/>"))
    }

    @Test(
        "has an axis from zero to a round value",
        arguments: [
            (31.0, ["0", "12", "24", "36"]), (0, ["0", "1"]), (1, ["0", "0.5", "1"]), (7, ["0", "3", "6", "9"]),
            (60, ["0", "20", "40", "60"]), (74, ["0", "30", "60", "90"]), (.nan, ["0", "1"]),
        ]
    )
    func axis(top: Double, texts: [String]) {
        #expect(ChartAxis(upTo: top, text: Drawing.short).ticks.map(\.text) == texts)
    }

    @Test("writes long names above their bars, short ones beside")
    func names() {
        let short = barChart(.init(bars: [.init("Chutes", 0.5, "50 %")], full: 1, highlight: 0), in: .sample()).markup
        #expect(short.contains("<text x=\"0\" y=\"20\">Chutes</text>"))
        #expect(short.contains("<rect class=\"c-bar c-bar--honey\" x=\"100\" y=\"6\" width=\"123\""))
        let name = "Réévaluer toute chute dans les vingt-quatre heures qui suivent"
        let long = barChart(.init(bars: [.init(name, 1, "5 sur 7", target: 2)]), in: .sample()).markup
        #expect(long.contains("<text x=\"0\" y=\"13\">Réévaluer toute chute dans"))
    }

    @Test(
        "of days tells none from few, and few from many",
        arguments: [(0, 0), (1, 1), (2, 1), (3, 2), (5, 3), (8, 4), (9, 4)]
    )
    func steps(count: Int, step: Int) {
        #expect(Heatmap.step(of: count, greatest: 8) == step)
    }

    @Test("of days shows at most 26 weeks, and marks meetings in words")
    func weeks() {
        let words = Heatmap.Words(
            days: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
            less: "Moins",
            more: "Plus",
            level: "niveau",
            meeting: "Rencontre",
            holiday: "Jour férié"
        )
        var weeks = (0..<30).map { _ in (0..<7).map { Heatmap.Day(step: $0 % 5) } }
        weeks[29][1] = Heatmap.Day(step: 4, mark: .meeting, title: "Rencontre du 24")
        let html = heatmap(.init(weeks: weeks, months: [.init(week: 0, "juin")], words: words), in: .sample()).markup
        #expect(html.occurrences(of: "width=\"12.4\"") == 26 * 7 + 1)
        #expect(html.contains("<title>Rencontre du 24</title>") && html.contains("</svg>Rencontre</li>"))
        #expect(!html.contains("Jour férié"))
    }

    @Test("never holds an inline style, and keeps one identifier")
    func policy() {
        let pairs = [DumbbellChart.Pair("Chute", before: 2, now: 9, difference: "+7")]
        let items = [LikertChart.Item("Utile", [1, 0, 2, 3, 4], favourable: "70 %")]
        let points = (0..<8).map { RunChart.Point("m\($0)", Double($0 * 10)) }
        let axis = ChartAxis(upTo: 70, text: Drawing.short)
        let charts = [
            lineChart(.sample([1, 2]), in: .sample()), networkChart(.ring(of: 9, isolates: 200), in: .sample()),
            dumbbellChart(.init(pairs: pairs, beforeText: "Avant", nowText: "Maintenant"), in: .sample()),
            likertChart(.init(items: items), in: .sample()),
            runChart(.init(points: points, axis: axis, median: 35, medianText: "médiane"), in: .sample()),
        ].map(\.markup)
        #expect(charts.allSatisfy { !$0.contains("style=") && $0.occurrences(of: " id=\"") == 1 })
    }
}

@Suite("The network of exchanges")
struct NetworkChartTests {
    @Test("is the same picture for the same seed, another for another")
    func deterministic() {
        let first = networkChart(.ring(of: 40), in: .sample()).markup
        #expect(first == networkChart(.ring(of: 40), in: .sample()).markup)
        #expect(first != networkChart(.ring(of: 40, seed: 8), in: .sample()).markup)
    }

    @Test("draws each member once, in a shape, and those without a link in a row below")
    func members() {
        let html = networkChart(.ring(of: 30, isolates: 5), in: .sample()).markup
        let picture = String(html.split(separator: "<ul").first ?? "")
        #expect(picture.occurrences(of: "class=\"node node--inf\"") == 20)
        #expect(picture.occurrences(of: "class=\"node node--pha\"") == 10)
        #expect(picture.occurrences(of: "class=\"node node--iso\"") == 5)
        #expect(html.occurrences(of: "class=\"edge edge--2\"") == 1 && html.contains("cy=\"286\""))
    }

    @Test("ignores links to nobody and to oneself")
    func wrongLinks() {
        var chart = NetworkChart.ring(of: 8)
        chart.links += [.init(-1, 2, isBothWays: true), .init(3, 99, isBothWays: true), .init(4, 4, isBothWays: false)]
        #expect(networkChart(chart, in: .sample()).markup == networkChart(.ring(of: 8), in: .sample()).markup)
    }

    @Test("stays in its frame and within reach of an old workstation", arguments: [5, 60, 499, 3_000])
    func bounds(count: Int) {
        let html = networkChart(.ring(of: count), in: .sample()).markup
        #expect(html.utf8.count < 120_000)
        let places = html.split(separator: "cx=\"").dropFirst().compactMap { Double($0.prefix { $0 != "\"" }) }
        #expect(!places.isEmpty && places.allSatisfy { (0...400).contains($0) })
    }

    #if !DEBUG
        @Test("is laid out in time for a page", arguments: [(60, 50), (500, 400)])
        func time(count: Int, milliseconds: Int) {
            let chart = NetworkChart.ring(of: count)
            let best = (0..<3).map { _ in ContinuousClock().measure { _ = networkChart(chart, in: .sample()) } }.min()
            #expect((best ?? .zero) < .milliseconds(milliseconds))
        }
    #endif
}
