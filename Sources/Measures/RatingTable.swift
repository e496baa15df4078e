/// A table of ratings as spreadsheets write it: one row per statement, its name first, then one rating per person.
package struct RatingTable: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package let statement: String
        package let ratings: Ratings
        /// People who did not rate it.
        package let missing: Int

        package init(statement: String, ratings: Ratings, missing: Int) {
            self.statement = statement
            self.ratings = ratings
            self.missing = missing
        }
    }

    /// Why a table can't be read.
    package enum Fault: Error, Equatable, Sendable {
        /// No row holds a rating.
        case empty
        /// A quoted text, begun in this line, has no end.
        case unclosedQuote(line: Int)
        /// This cell (line and column of the table, from 1) is not a whole number from 1 to 9.
        case notARating(line: Int, column: Int, text: String)
    }

    package let rows: [Row]

    /// - Parameter text: cells separated by `;`, `,` or tab, whichever its first line holds most of; texts may be
    ///   quoted. A first row of names of people is passed over, empty rows too; an empty cell is a missing rating.
    package init(_ text: String) throws(Fault) {
        let records: [SeparatedText.Row]
        do { records = try SeparatedText.rows(of: text) } catch { throw .unclosedQuote(line: error.line) }
        // Spreadsheets pad their rows: a person is a column that holds something.
        let people = records.compactMap { $0.cells.lastIndex { !$0.isEmpty } }.max() ?? 0
        var rows: [Row] = []
        for (index, record) in records.enumerated() {
            if index == 0, Self.isHeader(record.cells) { continue }
            rows.append(try Self.row(record, people: people))
        }
        guard rows.contains(where: { $0.ratings.n > 0 }) else { throw .empty }
        self.rows = rows
    }

    private static func row(_ record: SeparatedText.Row, people: Int) throws(Fault) -> Row {
        var values: [Int] = []
        for (index, cell) in record.cells.enumerated().dropFirst() where !cell.isEmpty {
            guard let value = rating(cell) else {
                throw .notARating(line: record.line, column: index + 1, text: cell)
            }
            values.append(value)
        }
        guard let ratings = Ratings(values) else { throw .empty }
        return Row(statement: record.cells.first ?? "", ratings: ratings, missing: people - values.count)
    }

    private static func rating(_ cell: String) -> Int? {
        Int(cell).flatMap { (1...9).contains($0) ? $0 : nil }
    }

    /// Names of people, or their numbers 1, 2, 3… under a word for the statements.
    private static func isHeader(_ cells: [String]) -> Bool {
        let people = cells.dropFirst().filter { !$0.isEmpty }
        guard !people.isEmpty else { return false }
        if people.allSatisfy({ Int($0) == nil }) { return true }
        let titles: Set = ["", "énoncé", "enonce", "proposition", "item", "id", "n°", "no", "statement"]
        return titles.contains(cells.first?.lowercased() ?? "")
            && people.enumerated().allSatisfy { Int($0.element) == $0.offset + 1 }
    }
}
