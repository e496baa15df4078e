/// Reads a PO file line by line.
struct PortableObjectReader {
    private enum Field: Equatable { case id, plural, translation(Int) }

    /// An entry of which some lines are still to come.
    private struct Draft {
        var line = 0
        var id: String?
        var plural: String?
        var translations: [Int: String] = [:]
        var comments: [String] = []
        var references: [String] = []
        var isFuzzy = false
        var field: Field?
    }

    private var draft = Draft()
    private var entries: [PortableObject.Entry] = []
    private var lines: [String: Int] = [:]

    mutating func read(_ line: Substring, number: Int) throws(CatalogueFault) {
        let text = line.trimmed
        if text.isEmpty {
            try close(before: number)
        } else if text.hasPrefix("#") {
            if draft.id != nil { try close(before: number) }
            readComment(text.dropFirst())
        } else if text.hasPrefix("\"") {
            guard let field = draft.field else { throw CatalogueFault(line: number, "a text without msgid or msgstr") }
            try append(literal(text, number), to: field)
        } else {
            try readKeyword(text, number)
        }
    }

    mutating func finish() throws(CatalogueFault) -> [PortableObject.Entry] {
        try close(before: draft.line + 1)
        return entries
    }

    private mutating func readComment(_ text: Substring) {
        switch text.first {
        case "~", "|", ".": break
        case ":": draft.references += text.dropFirst().split(separator: " ").map(String.init)
        case ",": if text.contains("fuzzy") { draft.isFuzzy = true }
        default: draft.comments.append(String(text.trimmed))
        }
    }

    private mutating func readKeyword(_ text: Substring, _ number: Int) throws(CatalogueFault) {
        guard let space = text.firstIndex(of: " ") else {
            throw CatalogueFault(line: number, "neither a comment, a keyword nor a text")
        }
        let (keyword, value) = (text[..<space], text[space...].trimmed)
        switch keyword {
        case "msgid":
            if draft.id != nil { try close(before: number) }
            draft.line = number
            draft.field = .id
            draft.id = try literal(value, number)
        case "msgid_plural":
            guard draft.id != nil, draft.plural == nil, draft.translations.isEmpty else {
                throw CatalogueFault(line: number, "msgid_plural does not follow a msgid")
            }
            draft.field = .plural
            draft.plural = try literal(value, number)
        case "msgctxt": throw CatalogueFault(line: number, "msgctxt is not used here: word the source otherwise")
        default:
            let form = try form(keyword, number)
            guard draft.translations[form] == nil else {
                throw CatalogueFault(line: number, "\(keyword) is said twice")
            }
            draft.field = .translation(form)
            draft.translations[form] = try literal(value, number)
        }
    }

    /// Which plural form `msgstr` or `msgstr[n]` gives.
    private func form(_ keyword: Substring, _ number: Int) throws(CatalogueFault) -> Int {
        guard keyword.hasPrefix("msgstr") else {
            throw CatalogueFault(line: number, "unknown keyword \(keyword)")
        }
        guard draft.id != nil else { throw CatalogueFault(line: number, "msgstr without a msgid before it") }
        let index = keyword.dropFirst("msgstr".count)
        if index.isEmpty {
            guard draft.plural == nil else {
                throw CatalogueFault(line: number, "msgstr without [n], although there is a msgid_plural")
            }
            return 0
        }
        guard index.first == "[", index.last == "]", let form = Int(index.dropFirst().dropLast()), form >= 0 else {
            throw CatalogueFault(line: number, "unknown keyword \(keyword)")
        }
        guard draft.plural != nil else {
            throw CatalogueFault(line: number, "msgstr[\(form)] without a msgid_plural")
        }
        return form
    }

    private mutating func append(_ text: String, to field: Field) {
        switch field {
        case .id: draft.id?.append(text)
        case .plural: draft.plural?.append(text)
        case .translation(let form): draft.translations[form]?.append(text)
        }
    }

    private mutating func close(before number: Int) throws(CatalogueFault) {
        guard let id = draft.id else {
            if draft.isFuzzy || !draft.references.isEmpty { draft = Draft() }
            return
        }
        guard !draft.translations.isEmpty else {
            throw CatalogueFault(line: draft.line, "msgid without a msgstr after it")
        }
        let forms = draft.translations.keys.sorted()
        guard forms == Array(forms.indices) else {
            throw CatalogueFault(line: draft.line, "msgstr[n] are not numbered 0, 1…")
        }
        if let first = lines.updateValue(draft.line, forKey: id) {
            throw CatalogueFault(line: draft.line, "the same msgid as in line \(first)")
        }
        entries.append(
            PortableObject.Entry(
                line: draft.line, id: id, plural: draft.plural,
                translations: forms.compactMap { draft.translations[$0] }, comments: draft.comments,
                references: draft.references, isFuzzy: draft.isFuzzy
            )
        )
        draft = Draft()
    }

    /// The text between two quotation marks, its escapes undone.
    private func literal(_ source: Substring, _ number: Int) throws(CatalogueFault) -> String {
        guard source.first == "\"" else { throw CatalogueFault(line: number, "a text in quotation marks is missing") }
        var (result, rest) = ("", source.dropFirst())
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                guard rest.isEmpty else { throw CatalogueFault(line: number, "something after the quotation marks") }
                return result
            case "\\":
                let escaped = rest.popFirst()
                switch escaped {
                case "n": result.append("\n")
                case "t": result.append("\t")
                case "r": result.append("\r")
                case "\"", "\\": result.append(escaped ?? "\\")
                default:
                    throw CatalogueFault(line: number, "unknown escape \\\(escaped.map(String.init) ?? "")")
                }
            default: result.append(character)
            }
        }
        throw CatalogueFault(line: number, "the closing quotation mark is missing")
    }
}

extension Substring {
    /// Without the blanks around it.
    var trimmed: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return start.prefix(0) }
        return start[...last]
    }
}
