import Markup
import RucheWeb

extension ChartFrame {
    /// The frame of a chart on waiting times, whose texts hold signs that must be escaped.
    static func sample(id: String = "attente") -> ChartFrame {
        ChartFrame(
            id: id,
            title: "On attend 9 h & moins",
            label: "De 31 à 9 heures, \"promesse\" tenue",
            meta: "12 questions <sur 3 mois>",
            table: ChartTable(
                caption: "Heures", headers: ["Mois", "Médiane"], rows: [["déc.", "31"], ["nov.", "9"]]),
            words: ChartWords(figures: "Voir les chiffres", table: "Tableau", colon: " : "),
            tooFew: "Il faut cinq réponses."
        )
    }
}

extension LineChart {
    static func sample(_ values: [Double?]) -> LineChart {
        LineChart(
            points: values.enumerated().map { Point("m\($0)", $1) },
            axis: ChartAxis(upTo: 31) { "\(Int($0))" },
            levels: [Level(24, "promesse : 24 h")],
            lastText: "9 h"
        )
    }
}

extension NetworkChart {
    /// `count` members in a ring, each linked to the next, and `isolates` without a link.
    static func ring(of count: Int, isolates: Int = 0, seed: UInt64 = 7) -> NetworkChart {
        NetworkChart(
            members: (0..<count + isolates).map { $0.isMultiple(of: 3) ? .square : .disc },
            links: (0..<count).map { Link($0, ($0 + 1) % count, isBothWays: $0.isMultiple(of: 4)) },
            groups: [(.disc, "Infirmières"), (.square, "Pharmacie")],
            isolatesText: "Pas encore de lien",
            seed: seed
        )
    }
}

extension String {
    func occurrences(of word: String) -> Int { split(separator: word, omittingEmptySubsequences: false).count - 1 }
}
