import Foundation
import Measures

/// What `ruche verdicts` says of a table of ratings: one statement a line, by the rule that was fixed before the first
/// round (ARCHITECTURE §7, DOMAIN §11).
struct VerdictTable {
    /// Why a table can't be read, in a sentence.
    struct Fault: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    let rows: [RatingTable.Row]
    let method: ConsensusMethod

    /// - Parameter csv: as `RatingTable` reads it, in UTF-8, or else in the Windows charset of western Europe.
    init(_ csv: Data, method: ConsensusMethod) throws(Fault) {
        // A workbook or a text of two bytes a character holds zeros; a table of ratings never does.
        guard !csv.contains(0),
            let text = String(data: csv, encoding: .utf8) ?? String(data: csv, encoding: .windowsCP1252)
        else {
            throw Fault(description: "Ce fichier n’est pas un texte : enregistrez le tableau en CSV.")
        }
        do {
            rows = try RatingTable(text).rows
        } catch {
            throw Fault(error)
        }
        self.method = method
    }

    /// One JSON document: the method, its percentiles, and each statement in the order of the table.
    var json: Data {
        let statements = rows.map { row in
            let verdict = row.ratings.verdict(by: method)
            let classic = method == .ram ? ClassicRule(row.ratings) : nil
            return JSONOutput.object([
                "statement": .text(row.statement), "n": .whole(row.ratings.n), "missing": .whole(row.missing),
                "median": .number(row.ratings.median), "class": .text(verdict?.outcome),
                "agreement": .text(verdict?.agreement),
                "distribution": .list(row.ratings.distribution.map(JSONOutput.whole)),
                "outside": .whole(classic?.outside), "allowed_outside": .whole(classic?.allowedOutside),
            ])
        }
        return JSONOutput.object([
            "method": .text(method.rawValue), "percentile_type": .whole(PercentileType.six.rawValue),
            "statements": .list(statements),
        ]).data
    }

    /// A table for people, with what the rule allows where it counts ratings.
    var text: String {
        let head = ["proposition", "n", "médiane", "classe", "accord"]
        let table =
            [head]
            + rows.map { row in
                let verdict = row.ratings.verdict(by: method)
                return [
                    row.statement.split(whereSeparator: \.isNewline).joined(separator: " "), String(row.ratings.n),
                    row.ratings.median.map(Self.number) ?? "–", verdict.map { Self.french($0.outcome) } ?? "–",
                    verdict.map { Self.french($0.agreement) + distance(of: row.ratings) } ?? "–",
                ]
            }
        let widths = head.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        return table.map { cells in
            zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
                .joined(separator: "  ")
                .trimmingCharacters(in: .whitespaces) + "\n"
        }.joined()
    }

    /// How far the ratings are from the rule (DOMAIN §11.5).
    private func distance(of ratings: Ratings) -> String {
        guard method == .ram, let rule = ClassicRule(ratings), let region = ratings.medianRegion else { return "" }
        let (range, allowed) = (region.range, rule.allowedOutside)
        return " (\(rule.outside) hors de \(range.lowerBound)-\(range.upperBound), la règle en admet \(allowed))"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value).replacing(".", with: ",")
    }

    private static func french(_ word: String) -> String {
        switch word {
        case "appropriate": "approprié"
        case "uncertain": "incertain"
        case "inappropriate": "inapproprié"
        case "in": "retenu"
        case "out": "écarté"
        case "none": "non tranché"
        case "agreement": "accord"
        case "disagreement": "désaccord"
        case "neither": "ni accord ni désaccord"
        case "no disagreement": "pas de désaccord"
        case "consensus": "consensus"
        case "very strong": "très fort"
        case "unanimous": "unanime"
        case "strong": "accord fort"
        case "relative": "accord relatif"
        case "indecision": "indécision"
        case "no consensus": "absence de consensus"
        default: word
        }
    }
}

extension VerdictTable.Fault {
    init(_ fault: RatingTable.Fault) {
        description =
            switch fault {
            case .empty: "Ce tableau ne contient aucune cotation."
            case .unclosedQuote(let line): "Ligne \(line) : un guillemet ouvert n’est jamais fermé."
            case .notARating(let line, let column, let text):
                "Ligne \(line), colonne \(column) : « \(text) » n’est pas une cotation de 1 à 9."
            }
    }
}
