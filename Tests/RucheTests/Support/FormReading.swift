/// What a reader finds on a page: sentences, and the fields of its forms as they are filled.
extension TestBrowser.Page {
    /// Whether the page shows a sentence, whatever its kinds of spaces.
    func says(_ sentence: String) -> Bool { Self.plain(text).contains(Self.plain(sentence)) }

    /// What the text area, the input or the list of this name holds; nil when the page has none.
    func value(of name: String) -> String? {
        for piece in text.components(after: "<textarea ") where piece.head.contains("name=\"\(name)\"") {
            let typed = piece.rest.prefix(upTo: "</textarea>")
            return Self.unescaped(typed.hasPrefix("\n") ? typed.dropFirst() : typed)
        }
        for piece in text.components(after: "<select ") where piece.head.contains("name=\"\(name)\"") {
            let options = String(piece.rest.prefix(upTo: "</select>")).components(after: "<option ")
            return options.first { $0.head.hasSuffix(" selected") }.map { Self.attribute("value", of: $0.head) } ?? ""
        }
        for piece in text.components(after: "<input ") where piece.head.contains("name=\"\(name)\"") {
            return Self.attribute("value", of: piece.head)
        }
        return nil
    }

    /// The values of a name's boxes or buttons that are checked.
    func checked(_ name: String) -> [String] {
        text.components(after: "<input ")
            .filter { $0.head.contains("name=\"\(name)\"") && $0.head.hasSuffix(" checked") }
            .map { Self.attribute("value", of: $0.head) }
    }

    /// The sentence beside a field that was refused.
    func refusal(of field: String) -> String? {
        text.components(after: "<span class=\"error\" id=\"\(field)-e\"").first
            .map { Self.plain(Self.withoutTags($0.rest.prefix(upTo: "</span>"))) }
    }

    private static func attribute(_ name: String, of tag: Substring) -> String {
        unescaped((" " + tag).components(after: " \(name)=\"", until: "\"").first?.head ?? "")
    }

    private static func withoutTags(_ text: Substring) -> String {
        text.split(separator: "<", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset == 0 ? $0.element : $0.element.drop { $0 != ">" }.dropFirst() }.joined()
    }

    static func plain(_ text: String) -> String {
        unescaped(text[...].replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " "))
    }

    static func unescaped(_ text: Substring) -> String {
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}

extension String {
    /// Each part that follows `start`: what stands before `end`, and everything after it.
    fileprivate func components(after start: String, until end: String = ">") -> [(head: Substring, rest: Substring)] {
        ranges(of: start).map { found in
            let tail = self[found.upperBound...]
            guard let close = tail.firstRange(of: end) else { return (tail, "") }
            return (tail[..<close.lowerBound], tail[close.upperBound...])
        }
    }
}

extension Substring {
    fileprivate func prefix(upTo end: String) -> Substring {
        firstRange(of: end).map { self[..<$0.lowerBound] } ?? self
    }
}
