/// Writes a Markdown tree as HTML, sign by sign: whatever cmark answers, nothing is written unescaped.
struct MarkdownWriter {
    /// Quotes, lists and emphasis nested deeper than anyone writes are shown without their marks.
    private static let deepest = 16

    private var page = HTML.Writer()
    private let notes: String
    private var depth = 0
    private var note = 0
    private var referredNotes: Set<Int> = []
    /// The levels, as written, of the headings that the next one may stand under.
    private var outline: [Int] = []
    /// For each link that is open, whether it was written: one with an unsafe address leaves its words alone.
    private var openLinks: [Bool] = []

    init(notes: String) { self.notes = notes }

    var html: HTML { HTML(stringInterpolation: page) }

    /// - Returns: false when the node is written whole.
    mutating func enter(_ node: MarkdownNode) -> Bool {
        let literal = node.literal
        switch node.element {
        case .document, nil: break
        case .paragraph: if !isInTightList(node) { page.append("<p>") }
        case .heading: page.append(openHeading(node))
        case .thematicBreak: page.append("<hr>\n")
        case .codeBlock: page.append("<pre tabindex=\"0\"><code>\(literal)</code></pre>\n")
        case .htmlBlock: page.append("<p>\(join: literal.split(separator: "\n"), "<br>\n", { "\($0)" })</p>\n")
        case .text, .htmlInline: page.append("\(literal)")
        case .code: page.append("<code>\(literal)</code>")
        case .softBreak, .lineBreak: page.append("<br>\n")
        case .blockQuote: open("<blockquote>\n")
        case .list: open(listStart(node))
        case .item: if depth <= Self.deepest { page.append("<li>") }
        case .task: openTask(node)
        case .emphasis: open("<em>")
        case .strong: open("<strong>")
        case .strikethrough: open("<del>")
        case .link: openLink(to: node.address)
        case .image: return enterImage(node)
        case .table, .tableHeader, .tableRow, .tableCell: enterTable(node)
        case .footnote: openNote()
        case .footnoteReference: refer(to: literal)
        }
        return true
    }

    /// - Returns: true, as nothing is left to pass over.
    mutating func leave(_ node: MarkdownNode) -> Bool {
        switch node.element {
        case .document: if note > 0 { page.append("</ol>\n</section>\n") }
        case .paragraph: page.append(isInTightList(node) ? (node.next == nil ? "" : "\n") : "</p>\n")
        case .heading: page.append(closeHeading)
        case .blockQuote: close("</blockquote>\n")
        case .list: close(node.isOrdered ? "</ol>\n" : "</ul>\n")
        case .item, .task: if depth <= Self.deepest { page.append("</li>\n") }
        case .emphasis: close("</em>")
        case .strong: close("</strong>")
        case .strikethrough: close("</del>")
        case .link, .image: closeLink()
        case .table, .tableHeader, .tableRow, .tableCell: leaveTable(node)
        case .footnote: closeNote()
        case nil, .thematicBreak, .codeBlock, .htmlBlock, .text, .htmlInline, .code, .softBreak, .lineBreak,
            .footnoteReference:
            break
        }
        return true
    }

    private mutating func open(_ tag: HTML) {
        depth += 1
        if depth <= Self.deepest { page.append(tag) }
    }

    private mutating func close(_ tag: HTML) {
        if depth <= Self.deepest { page.append(tag) }
        depth -= 1
    }

    private func isInTightList(_ paragraph: MarkdownNode) -> Bool {
        depth <= Self.deepest && paragraph.parent?.parent?.isTight == true
    }

    /// People choose a level by its look: whatever they wrote, the page's outline begins at `h3` and skips no level.
    private mutating func openHeading(_ node: MarkdownNode) -> HTML {
        while let last = outline.last, last >= node.headingLevel { outline.removeLast() }
        outline.append(node.headingLevel)
        return switch outline.count {
        case 1: "<h3>"
        case 2: "<h4>"
        case 3: "<h5>"
        default: "<h6>"
        }
    }

    private var closeHeading: HTML {
        switch outline.count {
        case 1: "</h3>\n"
        case 2: "</h4>\n"
        case 3: "</h5>\n"
        default: "</h6>\n"
        }
    }

    private func listStart(_ list: MarkdownNode) -> HTML {
        guard list.isOrdered else { return "<ul>\n" }
        return list.listStart == 1 ? "<ol>\n" : "<ol start=\"\(list.listStart)\">\n"
    }

    /// A sign and not a control: nobody may tick it, and it reads the same in a letter.
    private mutating func openTask(_ item: MarkdownNode) {
        if depth <= Self.deepest { page.append("<li class=\"task\">") }
        page.append(item.isChecked ? "☑ " : "☐ ")
    }
}

/// Links and pictures.
extension MarkdownWriter {
    private mutating func openLink(to address: String) {
        let isOpen = openLinks.last != true && !address.isEmpty && isSafeAddress(address)
        openLinks.append(isOpen)
        if isOpen { page.append("<a href=\"\(address)\" rel=\"nofollow noopener\">") }
    }

    private mutating func closeLink() {
        if openLinks.popLast() == true { page.append("</a>") }
    }

    private mutating func enterImage(_ image: MarkdownNode) -> Bool {
        let address = image.address
        guard isOwnAddress(address) else {
            openLink(to: address)
            if image.firstChild == nil { page.append("\(address)") }
            return true
        }
        openLinks.append(false)
        page.append("<img src=\"\(address)\" alt=\"\(words(in: image))\" loading=\"lazy\">")
        return false
    }

    /// The text of a picture's description, without its marks.
    private func words(in image: MarkdownNode) -> String {
        var words = ""
        var place = image.firstChild
        while var node = place {
            words += node.literal
            place = node.firstChild ?? node.next
            while place == nil, let parent = node.parent, parent.pointer != image.pointer {
                place = parent.next
                node = parent
            }
        }
        return words
    }
}

/// Tables, scrolling in their own frame on a narrow screen.
extension MarkdownWriter {
    private mutating func enterTable(_ node: MarkdownNode) {
        switch node.element {
        case .table: page.append("<div class=\"table-wrap\" tabindex=\"0\"><table class=\"table\">\n")
        case .tableHeader: page.append("<thead>\n<tr>")
        case .tableRow:
            if node.previous?.element == .tableHeader { page.append("<tbody>\n") }
            page.append("<tr>")
        default:
            let names = node.isFlushRight ? "num" : nil
            if node.parent?.element == .tableHeader {
                page.append("<th scope=\"col\"\(attribute: "class", names)>")
            } else {
                page.append("<td\(attribute: "class", names)>")
            }
        }
    }

    private mutating func leaveTable(_ node: MarkdownNode) {
        switch node.element {
        case .table: page.append("</table></div>\n")
        case .tableHeader: page.append("</tr>\n</thead>\n")
        case .tableRow: page.append(node.next == nil ? "</tr>\n</tbody>\n" : "</tr>\n")
        default: page.append(node.parent?.element == .tableHeader ? "</th>" : "</td>")
        }
    }
}

/// Footnotes, gathered by cmark at the end of the document in the order in which they are called.
extension MarkdownWriter {
    private mutating func refer(to literal: String) {
        guard let number = Int(literal) else {
            page.append("[^\(literal)]")
            return
        }
        let back = referredNotes.insert(number).inserted ? "\(notes)-\(number)-r" : nil
        let link: HTML = "<a href=\"#\(piece: notes)-\(number)\"\(attribute: "id", back)>\(number)</a>"
        page.append("<sup>\(link)</sup>")
    }

    private mutating func openNote() {
        if note == 0 { page.append("<section class=\"footnotes\">\n<ol>\n") }
        note += 1
        page.append("<li id=\"\(notes)-\(note)\">")
    }

    private mutating func closeNote() {
        page.append("<a href=\"#\(piece: notes)-\(note)-r\">↩</a></li>\n")
    }
}
