import Mailing
import Markup

/// The text of a message as a post: what the author wrote, what they quoted folded, addresses masked everywhere.
struct ImportedText {
    /// Everything, as text: what an edit or an export would start from.
    let body: String
    let html: String
    /// The author's own words: what is searched.
    let own: String

    init(_ text: String, isForward: Bool) {
        let quoted = QuotedText(maskAddresses(String(text.prefix(Self.limit))), isForward: isForward)
        var html: HTML = ""
        for segment in quoted.segments {
            switch segment {
            case .own(let text):
                html = "\(html)\(Self.paragraphs(text))"
            case .quoted(let text), .signature(let text):
                // The sign says nothing in any language: stored HTML can't be translated.
                html = """
                    \(html)<details class="more"><summary>[…]</summary><blockquote class="prose--kept">\(text)</blockquote></details>
                    """
            }
        }
        let own = quoted.visible.trimmingWhitespace()
        self.own = own
        body = own.isEmpty ? "…" : maskAddresses(String(text.prefix(Self.limit))).trimmingWhitespace()
        self.html = html.markup
    }

    private static let limit = 200_000

    /// Plain text keeps its lines and its indentation: code and tables are common in lists.
    private static func paragraphs(_ text: String) -> HTML {
        let trimmed = text.trimmingWhitespace()
        return trimmed.isEmpty ? "" : "<div class=\"prose--kept\">\(trimmed)</div>"
    }
}
