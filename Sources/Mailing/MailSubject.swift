/// The subject of a list's message: what it is about, apart from what programs put around it.
package struct MailSubject: Sendable, Equatable {
    /// As received, decoded, on one line.
    package let raw: String
    /// Without list names and reply marks, repeated as often as they may be (FEATURES §19.5). Empty for "Re:".
    package let cleaned: String
    /// The list names that were removed, without brackets, each once: "[douleur] Re: [douleur] …" → ["douleur"].
    package let prefixes: [String]
    /// Begins like an answer: "Re:", "RE :", "Réf :", "AW:"…
    package let isReply: Bool
    /// Begins like a forward: "TR :", "Fwd:"…
    package let isForward: Bool

    /// What two messages of one exchange have in common; empty when there is nothing to compare: "Re:", "(no subject)".
    package var key: String {
        let key = cleaned.lowercased()
        return absentSubjects.contains(key.filter { $0.isLetter || $0 == " " }) ? "" : key
    }

    package init(_ subject: String) {
        raw = oneLine(subject)
        var rest = Substring(raw)
        var prefixes: [String] = []
        var (isReply, isForward) = (false, false)
        while true {
            rest = rest.drop(while: \.isWhitespace)
            if rest.first == "[", let end = rest.firstIndex(of: "]") {
                let prefix = trimmed(rest[rest.index(after: rest.startIndex)..<end])
                if !prefix.isEmpty, !prefixes.contains(prefix) { prefixes.append(prefix) }
                rest = rest[rest.index(after: end)...]
            } else if let (mark, after) = Self.mark(rest) {
                if forwardMarks.contains(mark) { isForward = true } else { isReply = true }
                rest = after
            } else {
                break
            }
        }
        cleaned = trimmed(rest)
        (self.prefixes, self.isReply, self.isForward) = (prefixes, isReply, isForward)
    }

    /// "RE : suite", "Re[2]: suite", "Fwd: suite" → the mark in lower case, and "suite".
    private static func mark(_ text: Substring) -> (String, Substring)? {
        guard let colon = text.prefix(12).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        var word = text[..<colon]
        while let last = word.last, last.isWhitespace || last.isNumber || "[]()^".contains(last) {
            word = word.dropLast()
        }
        let mark = word.lowercased()
        guard replyMarks.contains(mark) || forwardMarks.contains(mark) else { return nil }
        return (mark, text[text.index(after: colon)...])
    }
}

/// At most what one line of mail may hold. Several spaces, tabs and folds are one space, and so is the no-break space
/// before a French colon.
private func oneLine(_ subject: String) -> String {
    String(subject.prefix(998).split(whereSeparator: \.isWhitespace).joined(separator: " "))
}

private let replyMarks: Set<String> = [
    "re", "ré", "réf", "ref", "rép", "rep", "réponse", "aw", "r", "sv", "vs", "antw", "odp", "res", "rif", "回复", "答复",
]
private let forwardMarks: Set<String> = [
    "tr", "fwd", "fw", "wg", "enc", "rv", "doorst", "vl", "vb", "transféré", "转发",
]

/// What programs write when nobody wrote a subject.
private let absentSubjects: Set<String> = [
    "no subject", "aucun objet", "sans objet", "pas dobjet", "sans sujet", "aucun sujet", "none", "kein betreff",
]
