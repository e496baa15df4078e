/// What people who write of doses mean by signs that CommonMark takes for its own: without this, "2*5 mg matin et 3*5 mg
/// soir" would be shown as "25 mg matin et 35 mg soir".
enum MarkdownFigures {
    /// The text with a backslash before a star between two letters or figures of which one is a figure, and before a plus
    /// or an equals sign that begins a line; a line of hyphens is parted from the one above. Code stays as it is.
    static func kept(in text: String) -> String {
        guard text.utf8.contains(where: { "*+=-".utf8.contains($0) }) else { return text }
        var fence: Substring?
        var isAfterText = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let start = line.drop { $0 == " " }
            if let mark = fence {
                if start.hasPrefix(mark) { fence = nil }
                isAfterText = false
                return String(line)
            }
            if start.hasPrefix("```") || start.hasPrefix("~~~") {
                fence = start.prefix(3)
                isAfterText = false
                return String(line)
            }
            let isCode = !isAfterText && line.prefix(4).allSatisfy { $0 == " " } && line.count > 4
            let bare = start.filter { !$0.isWhitespace }
            let isRule = !bare.isEmpty && (bare.allSatisfy { $0 == "-" } || bare.allSatisfy { $0 == "=" })
            defer { isAfterText = !bare.isEmpty && !isRule }
            if isCode { return String(line) }
            if isRule { return isAfterText ? (bare.first == "=" ? "\\" : "\n") + line : String(line) }
            let signed =
                start.first == "+" && start.dropFirst().first == " "
                ? line[..<start.startIndex] + "\\" + start : line
            return signed.utf8.contains(UInt8(ascii: "*")) ? starsKept(in: signed) : String(signed)
        }.joined(separator: "\n")
    }

    private static func starsKept(in line: Substring) -> String {
        let characters = Array(line)
        var (kept, isCode, index) = ("", false, 0)
        while index < characters.count {
            let end = characters[index...].firstIndex { $0 != "*" } ?? characters.endIndex
            guard end > index, !isCode else {
                if characters[index] == "`" { isCode.toggle() }
                kept.append(characters[index])
                index += 1
                continue
            }
            let sides = [index > 0 ? characters[index - 1] : " ", end < characters.count ? characters[end] : " "]
            let isBetween = sides.allSatisfy { $0.isLetter || $0.isNumber } && sides.contains { $0.isNumber }
            kept += String(repeating: isBetween ? "\\*" : "*", count: end - index)
            index = end
        }
        return kept
    }
}
