import Ruche
import Wording

/// The short template of a kind of exchange: one part is the text itself; several stand under their headings.
struct Template: Sendable {
    let parts: [(name: String, label: String, hint: String)]

    init(_ kind: Question.Kind, _ ui: Screen) {
        let parts = ui.parts(of: kind)
        self.parts = parts.isEmpty ? [("texte", ui.textLabel(of: kind), "")] : parts
    }

    /// The template of a text that is kept, in the language of its headings; a text that was not written from one, such
    /// as that of an exchange that changed its form, is one part.
    init(of kept: String, _ kind: Question.Kind, _ ui: Screen) {
        let templates = [ui.language] + Language.allCases.filter { $0 != ui.language }
        let found = templates.map { Template(kind, ui.inLanguage($0)) }.first { $0.filled(from: kept) != nil }
        self.init(parts: found?.parts ?? [("texte", ui.textLabel(of: kind), "")])
    }

    private init(parts: [(name: String, label: String, hint: String)]) { self.parts = parts }

    func body(of filled: [String: String]) -> String {
        let filled = parts.compactMap { part in
            filled[part.name].flatMap { text in
                text.contains { !$0.isWhitespace } ? (label: part.label, text: text) : nil
            }
        }
        if parts.count <= 1 { return filled.first?.text ?? "" }
        return filled.map { "**\($0.label)**\n\n\($0.text)" }.joined(separator: "\n\n")
    }

    func body(of form: Form) -> String {
        body(of: Dictionary(parts.map { ($0.name, form[$0.name]) }) { first, _ in first })
    }

    /// The parts of a text, by name; nil when it was not written from this template.
    func filled(from body: String) -> [String: String]? {
        guard parts.count > 1 else { return [parts.first?.name ?? "texte": body] }
        var found: [String: [Substring]] = [:]
        var part: String?
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
            if let heading = parts.first(where: { "**\($0.label)**" == line }) {
                guard found[heading.name] == nil else { return nil }
                (part, found[heading.name]) = (heading.name, [])
            } else if let part {
                found[part]?.append(line)
            } else if line.contains(where: { !$0.isWhitespace }) {
                return nil
            }
        }
        return found.mapValues { $0.joined(separator: "\n").trimmingNewLines() }
    }
}

extension String {
    fileprivate func trimmingNewLines() -> String {
        let start = drop { $0 == "\n" }
        return String(start.prefix(start.count - start.reversed().prefix { $0 == "\n" }.count))
    }
}
