import PatientGuard
import Persistence

/// A text, with the field of its form.
package struct RuledText: Sendable, Equatable {
    package let field: String
    package let text: String

    package init(field: String, text: String) { (self.field, self.text) = (field, text) }
}

/// Something that the group will read, while it is written: the community's rules of words are about it.
package protocol RuledDraft: GuardedDraft {
    /// The field of each text, in their order.
    static var fields: [String] { get }
}

/// What a writer has put in place of what was found.
package enum Replacing: Sendable {
    /// What the rules of words change, and what may tell who a patient is.
    case all
    /// What the rules of words change.
    case words
}

extension RuledDraft {
    package var ruled: [RuledText] { zip(Self.fields, texts).map { RuledText(field: $0, text: $1) } }

    /// With what is proposed in place of what was found.
    package func replaced(in view: View, _ replacing: Replacing = .all) throws -> Self {
        var draft = self
        for (path, text) in zip(Self.written, try view.replaced(texts, replacing)) { draft[keyPath: path] = text }
        return draft
    }
}

extension View {
    package func replaced(_ texts: [String], _ replacing: Replacing) throws -> [String] {
        let book = try wordRules.book()
        let found = replacing == .all ? try passages(in: texts) : texts.map { _ in [] }
        return zip(texts, found).map { text, found in
            let text = PatientGuard().replaced(text, found)
            return book?.replaced(text).text ?? text
        }
    }
}

extension Act {
    /// Stops texts that a rule of the community blocks or changes, and those that may tell who a patient is. No rule
    /// changes a word that its writer has not seen changed.
    /// - Parameter others: texts that no rule is about.
    /// - Throws: a refusal near the field of a blocked word; `GuardWall`.
    func guardWords(
        _ ruled: [RuledText], others: [String] = [], files: [(name: String, text: String)] = [],
        ignoring kinds: Set<Passage.Kind> = [], isConfirmed: Bool
    ) throws {
        let changes = try view.wordRules.changes(in: ruled)
        do {
            try guardPatients(
                in: ruled.map(\.text) + others, files: files, ignoring: kinds, isConfirmed: isConfirmed)
        } catch var wall as GuardWall {
            wall.changes = changes
            throw wall
        }
        try mustBeSeen(changes)
    }

    /// The same, of texts that the guard reads elsewhere.
    func followWordRules(_ ruled: [RuledText]) throws { try mustBeSeen(view.wordRules.changes(in: ruled)) }

    private func mustBeSeen(_ changes: [WordMatch]) throws(GuardWall) {
        if changes.isEmpty { return }
        var wall = GuardWall(passages: [])
        wall.changes = changes
        throw wall
    }
}

extension WordRuleQueries {
    /// What the rules change, each once.
    /// - Throws: a refusal near the field of a word that they block.
    func changes(in ruled: [RuledText]) throws -> [WordMatch] {
        guard let book = try book() else { return [] }
        var changes: [WordMatch] = []
        for ruled in ruled where !ruled.text.isEmpty {
            let matches = book.matches(in: ruled.text)
            if let blocked = matches.first(where: { $0.rule.kind == .block }) {
                throw Refusal(
                    "« %@ » est bloqué par une règle de la communauté : %@", blocked.text, blocked.rule.reason,
                    field: ruled.field)
            }
            for change in book.replaced(ruled.text, matches).changes
            where !changes.contains(where: { $0.text == change.text }) {
                changes.append(change)
            }
        }
        return changes
    }

    /// The subjects that the words tell, in their order.
    /// - Parameter before: what these texts said already.
    func subjects(in texts: [String], except before: [String] = []) throws -> [String] {
        guard let book = try book() else { return [] }
        func subjects(_ texts: [String]) -> [String] {
            texts.flatMap { book.matches(in: $0) }.filter { $0.rule.kind == .tag }.map(\.rule.instead)
        }
        let known = Set(subjects(before))
        var found: [String] = []
        for subject in subjects(texts) where !known.contains(subject) && !found.contains(subject) {
            found.append(subject)
        }
        return found
    }
}
