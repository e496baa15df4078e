import CMark

/// A text parsed by cmark-gfm: CommonMark with GitHub's tables, strikethrough, bare addresses and task lists, and
/// footnotes. Owns the tree, which only its walker reads.
final class MarkdownDocument {
    /// What stands at a place of the tree, by the name that cmark gives to its node.
    enum Element: String {
        case document, list, item, paragraph, heading, text, code, strong, link, image, table, strikethrough
        case blockQuote = "block_quote"
        case codeBlock = "code_block"
        case htmlBlock = "html_block"
        case thematicBreak = "thematic_break"
        case softBreak = "softbreak"
        case lineBreak = "linebreak"
        case htmlInline = "html_inline"
        case emphasis = "emph"
        case footnote, footnoteReference
        case tableHeader = "table_header"
        case tableRow = "table_row"
        case tableCell = "table_cell"
        case task = "tasklist"
    }

    private let root: OpaquePointer
    /// "~5 mg" strikes nothing: two signs do.
    private static let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

    /// - Returns: `nil` when memory lacks.
    init?(_ text: String) {
        _ = registeredExtensions
        guard let parser = cmark_parser_new(Self.options) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        var text = MarkdownFigures.kept(in: text)
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = cmark_parser_finish(parser) else { return nil }
        self.root = root
    }

    deinit { cmark_node_free(root) }

    /// Visits the tree in the order of reading, without recursion: a hostile depth costs no stack.
    /// A leaf is entered and never left. `visit` returns false to pass over what is inside a node.
    func walk(_ visit: (_ node: MarkdownNode, _ entering: Bool) -> Bool) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(iterator) else { return }
            let node = MarkdownNode(pointer: pointer)
            if !visit(node, event == CMARK_EVENT_ENTER), event == CMARK_EVENT_ENTER, node.firstChild != nil {
                cmark_iter_reset(iterator, pointer, CMARK_EVENT_EXIT)
                _ = visit(node, false)
            }
        }
    }
}

/// A place of the tree; valid as long as its document lives.
struct MarkdownNode {
    let pointer: OpaquePointer

    /// `nil` for what this program does not draw.
    var element: MarkdownDocument.Element? {
        switch cmark_node_get_type(pointer) {  // 0.29.0.gfm.6 has no name for footnotes
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        default: MarkdownDocument.Element(rawValue: text(cmark_node_get_type_string))
        }
    }
    var literal: String { text(cmark_node_get_literal) }
    var address: String { text(cmark_node_get_url) }
    var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }
    var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }
    var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
    var previous: MarkdownNode? { cmark_node_previous(pointer).map(MarkdownNode.init) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    var isChecked: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

    /// Whether the column that this cell stands in is flush right, as figures are.
    var isFlushRight: Bool {
        guard let table = parent?.parent, let alignments = cmark_gfm_extensions_get_table_alignments(table.pointer)
        else { return false }
        let columns = Int(cmark_gfm_extensions_get_table_columns(table.pointer))
        var column = 0
        var cell = self
        while let before = cell.previous {
            column += 1
            cell = before
        }
        return column < columns && alignments[column] == UInt8(ascii: "r")
    }

    private func text(_ read: (OpaquePointer?) -> UnsafePointer<CChar>?) -> String {
        read(pointer).map { String(cString: $0) } ?? ""
    }
}

private let registeredExtensions: Void = cmark_gfm_core_extensions_ensure_registered()
