/// Reads rows of cells from a text as spreadsheets write it: `;`, `,` or tab between cells, quotes around texts that
/// hold one of them, a quote doubled inside.
package enum SeparatedText {
    package struct Row: Equatable, Sendable {
        /// The line of the text in which the row begins, from 1.
        package let line: Int
        /// Without the spaces around them.
        package let cells: [String]
    }

    /// A quoted text, begun in this line, that never ends.
    package struct UnclosedQuote: Error {
        package let line: Int
    }

    /// The rows that hold something.
    package static func rows(of text: String) throws(UnclosedQuote) -> [Row] {
        var reader = Reader(separator: separator(of: text))
        for character in text where character != "\u{FEFF}" { reader.read(character) }
        return try reader.end()
    }

    /// The separator that the first row with any holds most of, quoted texts aside; `;` when there is none.
    private static func separator(of text: String) -> Character {
        let candidates: [Character] = [";", "\t", ","]
        var counts: [Character: Int] = [:]
        // A quote opens a text at the start of a cell, or doubled after the one that seemed to close it.
        var (isQuoted, mayOpen) = (false, true)
        for character in text where character != "\u{FEFF}" {
            let isQuote = character == "\"" && (isQuoted || mayOpen)
            let endsCell = !isQuoted && (candidates.contains(character) || character.isNewline)
            if isQuote {
                isQuoted.toggle()
            } else if endsCell, !character.isNewline {
                counts[character, default: 0] += 1
            } else if endsCell, !counts.isEmpty {
                break
            }
            mayOpen = isQuote || endsCell || mayOpen && character.isWhitespace
        }
        let most = counts.values.max() ?? 0
        return candidates.first { counts[$0, default: 0] == most } ?? ";"
    }
}

private struct Reader {
    private enum Place { case cell, quoted, afterQuote }

    let separator: Character
    private var place = Place.cell
    private var cell = ""
    private var cells: [String] = []
    private var rows: [SeparatedText.Row] = []
    private var line = 1
    private var rowLine = 1
    private var quoteLine = 1

    init(separator: Character) { self.separator = separator }

    mutating func read(_ character: Character) {
        if place == .quoted {
            if character == "\"" { place = .afterQuote } else { cell.append(character) }
        } else if character == "\"", place == .afterQuote {
            cell.append(character)
            place = .quoted
        } else if character == "\"", trimmed(cell).isEmpty {
            (cell, place, quoteLine) = ("", .quoted, line)
        } else if character == separator {
            endCell()
        } else if character.isNewline {
            endRow()
        } else {
            cell.append(character)
        }
        if character.isNewline {
            line += 1
            if place != .quoted { rowLine = line }
        }
    }

    mutating func end() throws(SeparatedText.UnclosedQuote) -> [SeparatedText.Row] {
        if place == .quoted { throw SeparatedText.UnclosedQuote(line: quoteLine) }
        endRow()
        return rows
    }

    private mutating func endCell() {
        cells.append(trimmed(cell))
        (cell, place) = ("", .cell)
    }

    private mutating func endRow() {
        endCell()
        if cells.contains(where: { !$0.isEmpty }) { rows.append(SeparatedText.Row(line: rowLine, cells: cells)) }
        cells = []
    }
}

private func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
}
