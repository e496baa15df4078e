/// Writes the words of a Markdown tree, a paragraph, item or row a line.
struct MarkdownTextWriter {
    private(set) var text = ""

    mutating func enter(_ node: MarkdownNode) {
        switch node.element {
        case .text, .code, .htmlInline: text += node.literal
        case .codeBlock, .htmlBlock:
            text += node.literal
            endLine()
        case .softBreak, .lineBreak: text += "\n"
        case .tableCell: if node.previous != nil { text += " " }
        default: break
        }
    }

    mutating func leave(_ node: MarkdownNode) {
        switch node.element {
        case .paragraph, .heading, .item, .task, .tableHeader, .tableRow: endLine()
        case .document: if text.hasSuffix("\n") { text.removeLast() }
        default: break
        }
    }

    private mutating func endLine() {
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    }
}
