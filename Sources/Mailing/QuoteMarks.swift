/// How mail programs announce a quotation or a signature, in the languages met in lists of French professionals.
enum QuoteMarks {
    /// "> quoted", "| quoted", "JD> quoted"; a line of a table, which has several bars, is not.
    static func isQuoted(_ line: Substring) -> Bool {
        let bytes = line.utf8
        var index = bytes.startIndex
        while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index = bytes.index(after: index) }
        guard index < bytes.endIndex else { return false }
        if bytes[index] == UInt8(ascii: ">") { return true }
        guard bytes[index] == UInt8(ascii: "|") else { return false }
        return !bytes[bytes.index(after: index)...].contains(UInt8(ascii: "|"))
    }

    /// The number of lines, from `index`, that announce a quotation: "Le … a écrit :", even broken over several lines,
    /// "-----Message d'origine-----", "De : / Envoyé : / À : / Objet :". `nil` when they announce nothing.
    static func introduction(at index: Int, in lines: [Substring]) -> Int? {
        guard mayIntroduce(lines[index].utf8) else { return nil }
        if let length = separatorLength(at: index, in: lines) { return length }
        return attributionLength(at: index, in: lines)
    }

    /// Whether the introduction at `index` is enough, without ">" after it, to say that all the rest is quoted:
    /// a separator is, and an attribution that tells a date.
    static func isStrong(at index: Int, in lines: [Substring]) -> Bool {
        if separatorLength(at: index, in: lines) != nil { return true }
        let line = withoutDashes(lines[index])
        return isDated(line) || isAddressed(line) && (endsAttribution(line) || tellsTime(line))
    }

    /// A first look at the bytes, since nearly every line of an archive is only a line: an introduction begins with
    /// a hyphen or the like, holds a colon, begins with a digit, or begins like "Le 3 mars" and "On Tue".
    private static func mayIntroduce(_ bytes: Substring.UTF8View) -> Bool {
        guard let first = bytes.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
        return "-_*=".utf8.contains(first) || (0x30...0x39).contains(first) || bytes.contains(UInt8(ascii: ":"))
            || startsAttribution(bytes)
    }

    /// The number of lines of a signature that begins at `index`; `nil` when none does.
    static func signatureLength(at index: Int, in lines: [Substring]) -> Int? {
        let line = TextLines.trimmed(lines[index])
        guard let first = line.utf8.first else { return nil }
        if line == "--" || line == "__" || isRule(line) && isFooter(lines[(index + 1)...].prefix(3)) {
            let length = signedLines(from: index, in: lines)
            let words = lines[index...].prefix(length).filter { !TextLines.isBlank($0) }
            return words.count <= longestSignature ? length : nil
        }
        if line.hasPrefix("-------------- next part"), isScrubbed(lines[(index + 1)...].prefix(1)) {
            return lines[index...].prefix { !TextLines.isBlank($0) && !isQuoted($0) }.count
        }
        guard line.utf8.count <= 120, QuoteWords.deviceInitials.contains(first | 0x20) else { return nil }
        let lower = line.lowercased()
        return QuoteWords.deviceSignatures.contains { lower.hasPrefix($0) } ? 1 : nil
    }

    /// A signature ends where a quotation begins. Not looked for farther than a signature may go.
    private static func signedLines(from index: Int, in lines: [Substring]) -> Int {
        let limit = min(lines.count, index + 3 * longestSignature)
        var end = index + 1
        while end < limit, !isQuoted(lines[end]), introduction(at: end, in: lines) == nil { end += 1 }
        while end > index + 1, end < lines.count, TextLines.isBlank(lines[end - 1]) { end -= 1 }
        return end - index
    }

    private static func isFooter(_ lines: ArraySlice<Substring>) -> Bool {
        lines.contains { line in
            let lower = line.lowercased()
            return QuoteWords.footerWords.contains { lower.contains($0) }
        }
    }

    private static func isScrubbed(_ lines: ArraySlice<Substring>) -> Bool {
        lines.contains {
            $0.contains("attachment was scrubbed") || $0.contains("was scrubbed") || $0.contains("nettoyée")
        }
    }

    // A line of hyphens with words, or a block of headers, with the line of underscores before it.
    private static func separatorLength(at index: Int, in lines: [Substring]) -> Int? {
        let line = TextLines.trimmed(lines[index])
        guard let first = line.utf8.first else { return nil }
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "_")
            || "*=".utf8.contains(first) && (isRule(line) || line.hasPrefix("*--"))
        {
            let words = line.utf8.count < 120 ? line.drop { "-_*= ".contains($0) }.lowercased() : ""
            let isNamed = !words.isEmpty && QuoteWords.originalMessages.contains { words.hasPrefix($0) }
            guard isNamed || isRule(line) else { return headerBlockLength(at: index, in: lines) }
            let next = lines[(index + 1)...].prefix(3).firstIndex { !TextLines.isBlank($0) }
            if let next, let block = headerBlockLength(at: next, in: lines) { return next + block - index }
            return isNamed ? 1 : nil
        }
        let lower = line.lowercased()
        if QuoteWords.forwardedMessages.contains(where: { lower.hasPrefix($0) }), line.hasSuffix(":") { return 1 }
        return headerBlockLength(at: index, in: lines)
    }

    /// "De : …", "Envoyé : …", "À : …", "Objet : …": three labels at least, of which an author
    /// and a subject or a date.
    private static func headerBlockLength(at index: Int, in lines: [Substring]) -> Int? {
        guard label(lines[index]) != nil else { return nil }
        var kinds: Set<QuoteWords.Label> = []
        var count = 0
        var end = index
        var cursor = index
        while cursor < lines.count, cursor - index < 16 {
            if let kind = label(lines[cursor]) {
                kinds.insert(kind)
                count += 1
                end = cursor + 1
            } else if TextLines.isBlank(lines[cursor]) {
                let next = cursor + 1
                guard next < lines.count, label(lines[next]) != nil else { break }
            } else if cursor - end >= 2 {
                break
            }
            cursor += 1
        }
        let isComplete =
            kinds.contains(.author) && kinds.count >= 2 && (kinds.contains(.subject) || kinds.contains(.date))
        return isComplete && count >= 3 ? end - index : nil
    }

    private static func label(_ line: Substring) -> QuoteWords.Label? {
        let start = line.drop { $0 == " " || $0 == "*" || $0 == "\t" || $0 == "\u{A0}" }
        guard let colon = start.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let word = trimmed(start[..<colon].filter { $0 != "*" }).lowercased()
        return QuoteWords.labels[word]
    }

    /// Tries one line, then up to five: programs break the attribution where they break any line.
    private static func attributionLength(at index: Int, in lines: [Substring]) -> Int? {
        let first = withoutDashes(lines[index])
        guard first.utf8.count < 400 else { return nil }
        if isAddressed(first), tellsTime(first), first.hasSuffix(">:") || first.hasSuffix(">") && isYearFirst(first) {
            return 1
        }
        if isYearFirst(first), first.contains(" GMT") || first.hasSuffix(">") && isAddressed(first) { return 1 }
        if endsAttribution(first), isDated(first) || first.utf8.count < 160 { return 1 }
        guard isDated(first) else { return nil }
        var joined = String(first)
        for length in 2...9 where index + length <= lines.count {
            let line = withoutDashes(lines[index + length - 1])
            joined += " " + line
            if joined.utf8.count > 500 { return nil }
            if isQuoted(lines[index + length - 1]), !line.hasSuffix(":") { return nil }
            if endsAttribution(line) || line.hasSuffix(":") && endsAttribution(joined[...]) { return length }
        }
        return nil
    }

    private static func endsAttribution(_ line: Substring) -> Bool {
        guard let last = line.last, last == ":" || last == "：" || line.hasSuffix("wrote") || line.hasSuffix(":*")
        else { return false }
        let words = TextLines.trimmed(line.dropLast(last == ":" || last == "：" ? 1 : 0)).lowercased()
        if QuoteWords.attributionVerbs.contains(where: { words.hasSuffix($0) }) { return true }
        return isDated(line) && QuoteWords.attributionVerbs.contains { words.contains(" \($0) ") }
    }

    private static func startsAttribution(_ line: Substring.UTF8View) -> Bool {
        let start = line.drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = start.first, QuoteWords.attributionInitials.contains(first | 0x20) else { return false }
        return QuoteWords.attributionStarts.contains { mark in
            start.count > mark.count
                && zip(start, mark).allSatisfy { $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1 }
        }
    }

    /// "Le 3 mars 2015", "On Tue, 10:20": begins like an attribution and tells a year or an hour,
    /// which "On page 12 she wrote:" does not.
    private static func isDated(_ line: Substring) -> Bool {
        if startsAttribution(line.utf8) { return tellsTime(line) || tellsYear(line) }
        return isYearFirst(line) && (line.contains(" GMT") || isAddressed(line))
    }

    /// "2016-03-03 17:21 GMT+01:00 Claire Martin:", "2013/7/20 Claire Martin <claire@chu.example>"
    private static func isYearFirst(_ line: Substring) -> Bool {
        let start = line.utf8.prefix(5)
        return start.count == 5 && start.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
            && (start.last == UInt8(ascii: "-") || start.last == UInt8(ascii: "/"))
    }

    /// Names somebody by an address: "<claire@chu.example>".
    private static func isAddressed(_ line: Substring) -> Bool {
        line.utf8.contains(UInt8(ascii: "@")) || line.utf8.contains(UInt8(ascii: "<")) && line.contains(" at ")
    }

    /// Has a year such as "2015", or a date such as "3/03/15".
    private static func tellsYear(_ line: Substring) -> Bool {
        line.split { !$0.isNumber && $0 != "/" }.contains { word in
            word.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20")) || word.split(separator: "/").count == 3
        }
    }

    /// Has an hour such as "17:21".
    private static func tellsTime(_ line: Substring) -> Bool {
        let bytes = Array(line.utf8)
        return bytes.indices.dropFirst().dropLast().contains { index in
            bytes[index] == UInt8(ascii: ":") && (0x30...0x39).contains(bytes[index - 1])
                && (0x30...0x39).contains(bytes[index + 1])
        }
    }

    /// Zoho puts hyphens around its attribution: "---- On Wed, … wrote ----".
    private static func withoutDashes(_ line: Substring) -> Substring {
        var line = TextLines.trimmed(line)
        guard line.utf8.first == UInt8(ascii: "-"), line.utf8.last == UInt8(ascii: "-") else { return line }
        while line.last == "-" { line = line.dropLast() }
        return TextLines.trimmed(line.drop { $0 == "-" })
    }

    /// A line of underscores, hyphens, equal signs or asterisks only.
    private static func isRule(_ line: Substring) -> Bool {
        guard let first = line.utf8.first, "_-=*".utf8.contains(first), line.utf8.count >= 4 else { return false }
        return line.utf8.allSatisfy { $0 == first }
    }

    /// In lines. What follows a rule and is longer is no signature: somebody drew a line in their text.
    private static let longestSignature = 20
}
