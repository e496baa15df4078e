/// A text typed by a member, as safe HTML (CommonMark with tables, task lists, strikethrough, footnotes).
///
/// - Headings start at `h3`, since a post never holds the title of a page.
/// - A new line stays a new line, as people who write mails expect.
/// - Signs that stand with figures are what they are: "2*5 mg" multiplies, "+ 5 mg" adds, a line under another makes no
///   heading (`MarkdownFigures`).
/// - Raw HTML is shown as it was typed, never obeyed; a picture of another host becomes a link to it, so that
///   reading a post tells nobody that it was read; links pass no rank and open no door back.
/// - `notes` prefixes the identifiers of footnotes and must differ between the posts of a page: letters, digits and
///   hyphens only.
///
/// The time it takes is bounded: past `longestMarkdown`, or crowded with signs that no person writes, a text is shown
/// as plain paragraphs, whole.
package func markdown(_ text: String, notes: String = "note") -> HTML {
    guard isReasonable(text), let document = MarkdownDocument(text) else { return plainParagraphs(text) }
    var writer = MarkdownWriter(notes: notes)
    document.walk { node, entering in entering ? writer.enter(node) : writer.leave(node) }
    return writer.html
}

/// The version of what `markdown` makes of a text: a stored rendering of another version is to be made again.
package let markdownVersion = 2

/// The longest text that is read as Markdown, in bytes of UTF-8: about twenty-five printed pages.
package let longestMarkdown = 65_536

/// The words of a text without their marks, a paragraph a line, for search and for letters.
package func markdownText(_ text: String) -> String {
    guard isReasonable(text), let document = MarkdownDocument(text) else { return text }
    var writer = MarkdownTextWriter()
    document.walk { node, entering in
        entering ? writer.enter(node) : writer.leave(node)
        return true
    }
    return writer.text
}

/// The first words of a text in one line of at most `limit` characters, for lists and mails, cut between words and
/// then followed by an ellipsis.
package func excerpt(_ markdown: String, _ limit: Int) -> String {
    guard limit > 0 else { return "" }
    // Marks take room too: eight times the limit is enough of any text that a person wrote.
    let start = String(markdown.prefix(limit * 8 + 400))
    let line = markdownText(start).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > limit || start.utf8.count < markdown.utf8.count else { return line }
    let room = line.prefix(limit - 1)
    let cutsWord = line.dropFirst(limit - 1).first.map { !$0.isWhitespace } ?? false
    let words = cutsWord ? room.lastIndex(where: \.isWhitespace).map { room[..<$0] } ?? room : room
    let end = words.lastIndex { !$0.isWhitespace && !",;:–".contains($0) }
    return (end.map { words[...$0] } ?? words) + "…"
}

/// Whether cmark reads `text` in a time that grows as its length: measured on 0.29.0.gfm.6, lines of thousands of
/// `@` or `|` cost the square of their length.
private func isReasonable(_ text: String) -> Bool {
    guard text.utf8.count <= longestMarkdown else { return false }
    var crowd = 0
    for byte in text.utf8 {
        switch byte {
        case Byte.newLine: crowd = 0
        case UInt8(ascii: "@"), UInt8(ascii: "|"):
            crowd += 1
            if crowd > 256 { return false }
        default: break
        }
    }
    return true
}

private func plainParagraphs(_ text: String) -> HTML {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
    return "\(each: paragraphs, { "<p>\(join: $0, "<br>\n", { "\($0)" })</p>\n" })"
}
