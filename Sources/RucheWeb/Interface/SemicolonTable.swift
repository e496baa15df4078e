/// Rows for a spreadsheet as French ones open them: semicolons, a mark that says UTF-8.
func semicolonTable(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ";") + "\r\n" }.joined()
}

private func cell(_ text: String) -> String {
    // A spreadsheet takes what begins so for a formula, and runs it.
    let text = text.first.map { "=+-@\t".contains($0) } == true ? "'" + text : text
    let needsQuotes = text.contains { $0 == ";" || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
}
