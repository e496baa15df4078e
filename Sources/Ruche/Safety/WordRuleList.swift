import Measures
import Persistence

/// Rules of words as a spreadsheet keeps them: `type;mot;par;raison`, a heading, a rule a line.
package struct WordRuleList: Sendable {
    /// Those that may be kept.
    package private(set) var rules: [CheckedWordRule] = []
    /// What is wrong, and in which line of the file.
    package private(set) var problems: [Problem] = []

    package struct Problem: Sendable, Equatable {
        package let line: Int
        package let refusal: Refusal
    }

    package static let columns = ["type", "mot", "par", "raison"]
    /// Of text: eight thousand rules fill half of it.
    package static let bytesAtMost = 4_000_000

    /// - Throws: a refusal of the whole, near `fichier`.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        guard bytes.count <= Self.bytesAtMost else {
            throw Refusal("Ce fichier est trop lourd : 2 000 règles de chaque type au plus.", field: "fichier")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(
                "Ce fichier n’est pas en UTF-8. Dans le tableur, enregistrez-le comme « CSV UTF-8 ».", field: "fichier")
        }
        try self.init(text)
    }

    private init(_ text: String) throws(Refusal) {
        let rows: [SeparatedText.Row]
        do { rows = try SeparatedText.rows(of: text) } catch {
            throw Refusal("Un guillemet ouvert à la ligne %@ n’est pas refermé.", String(error.line), field: "fichier")
        }
        guard let heading = rows.first?.cells.map({ fold($0) }), let kind = heading.firstIndex(of: "type"),
            let word = heading.firstIndex(of: "mot")
        else {
            throw Refusal("La première ligne nomme les colonnes : type;mot;par;raison.", field: "fichier")
        }
        let (instead, reason) = (heading.firstIndex(of: "par"), heading.firstIndex(of: "raison"))
        var lines: [String: Int] = [:]
        for row in rows.dropFirst() {
            func cell(_ column: Int?) -> String {
                guard let column, row.cells.indices.contains(column) else { return "" }
                return Self.plain(row.cells[column])
            }
            do throws(Refusal) {
                let rule = try CheckedWordRule(
                    WordRuleDraft(kind: cell(kind), words: cell(word), instead: cell(instead), reason: cell(reason)))
                let key = "\(rule.kind.rawValue) \(rule.key)"
                if let first = lines[key] {
                    throw Refusal("La même règle est déjà à la ligne %@.", String(first), field: "mot")
                }
                lines[key] = row.line
                rules.append(rule)
            } catch {
                problems.append(Problem(line: row.line, refusal: error))
            }
        }
        guard !rules.isEmpty || !problems.isEmpty else {
            throw Refusal("Ce fichier ne contient aucune règle sous sa première ligne.", field: "fichier")
        }
    }

    /// Our own lists put an apostrophe before what a spreadsheet would run as a formula.
    private static func plain(_ cell: String) -> String {
        guard cell.hasPrefix("'"), let next = cell.dropFirst().first, "=+-@".contains(next) else { return cell }
        return String(cell.dropFirst())
    }
}
