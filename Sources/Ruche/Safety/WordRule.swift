import PatientGuard
import Persistence

/// What a community's facilitators decided about a word: it is refused, gives way to another, or tells the subject.
package struct WordRule: Sendable, Equatable {
    package typealias ID = Identifier<WordRule>

    package let id: ID
    package let rule: CheckedWordRule

    package var kind: Kind { rule.kind }
    package var words: String { rule.words }
    package var instead: String { rule.instead }
    package var reason: String { rule.reason }

    package enum Kind: String, Bindable, Sendable, CaseIterable {
        case block, replace, tag

        /// As a list names it.
        package var name: String {
            switch self {
            case .block: "bloquer"
            case .replace: "remplacer"
            case .tag: "étiqueter"
            }
        }

        package init?(typed: String) {
            let folded = fold(typed.trimmingWhitespace())
            guard let kind = Self.allCases.first(where: { fold($0.name) == folded }) else { return nil }
            self = kind
        }
    }

    /// Of one kind, in one community.
    package static let limit = 2_000
}

/// A rule as it is typed, or as a line of a list says it.
package struct WordRuleDraft: Sendable, Equatable {
    package var kind = ""
    package var words = ""
    /// What is written instead; the subject that it tells.
    package var instead = ""
    package var reason = ""

    package init() {}

    package init(kind: String, words: String, instead: String = "", reason: String = "") {
        (self.kind, self.words, self.instead, self.reason) = (kind, words, instead, reason)
    }
}

/// A rule that may be kept.
package struct CheckedWordRule: Sendable, Equatable {
    package let kind: WordRule.Kind
    package let words: String
    package let instead: String
    package let reason: String
    let pattern: WordPattern

    /// As it is found again: there is one of each kind for the same words.
    var key: String { pattern.key }

    static let (longestWords, longestReason, mostWords, shortestBeginning) = (80, 200, 5, 3)

    /// - Throws: a refusal near its field: `type`, `mot`, `par` or `raison`.
    package init(_ draft: WordRuleDraft) throws(Refusal) {
        guard let kind = WordRule.Kind(typed: draft.kind) else {
            throw Refusal("Dites ce que fait la règle : bloquer, remplacer ou étiqueter.", field: "type")
        }
        let words = try draft.words.line(limit: Self.longestWords, field: "mot") ?? ""
        let instead = try draft.instead.line(limit: Self.longestWords, field: "par") ?? ""
        let reason = try draft.reason.line(limit: Self.longestReason, field: "raison") ?? ""
        try self.init(kind: kind, words: words, instead: kind == .block ? "" : instead, reason: reason)
        try Self.mustTell(kind, instead, reason)
        // A rule is read by all, as any other text.
        guard !PatientGuard.isWall(PatientGuard().passages(in: [words, instead, reason].joined(separator: ". "))) else {
            throw Refusal(
                "Cette règle permet peut-être de reconnaître un patient : tous les membres la liraient.", field: "mot")
        }
    }

    /// What is kept, or will be.
    init(kind: WordRule.Kind, words: String, instead: String, reason: String) throws(Refusal) {
        pattern = try WordPattern(words)
        (self.kind, self.words, self.reason) = (kind, words, reason)
        self.instead = kind == .tag ? instead.lowercased() : instead
    }

    private static func mustTell(_ kind: WordRule.Kind, _ instead: String, _ reason: String) throws(Refusal) {
        switch kind {
        case .block where reason.isEmpty:
            throw Refusal("Dites pourquoi, en une phrase : qui écrit ce mot la lira.", field: "raison")
        case .replace where instead.isEmpty: throw Refusal("Dites par quoi ce mot est remplacé.", field: "par")
        case .tag where instead.isEmpty: throw Refusal("Dites quel sujet ce mot indique.", field: "par")
        case .tag where instead.count > Topic.length || instead.contains(where: { ",;\n".contains($0) }):
            throw Refusal("Un mot indique un seul sujet, de 60 caractères au plus.", field: "par")
        default: return
        }
    }
}

/// The words that a rule looks for: whole ones, side by side, the last of which may be a beginning.
struct WordPattern: Sendable, Equatable {
    /// Without accents or capitals.
    let words: [String]
    /// The last word is the beginning of those that it finds.
    let isOpen: Bool

    var key: String { words.joined(separator: " ") + (isOpen ? "*" : "") }

    /// - Parameter text: "contention", "tomber de haut", "suicid*".
    init(_ text: String) throws(Refusal) {
        isOpen = text.hasSuffix("*")
        let core = isOpen ? String(text.dropLast()) : text
        words = WordReader.words(in: core).map(\.folded)
        guard let last = words.last else { throw Refusal("Écrivez un mot, ou quelques-uns côte à côte.", field: "mot") }
        guard !core.contains("*"), words.count <= CheckedWordRule.mostWords else {
            throw Refusal("Cinq mots au plus, et une étoile seulement à la fin.", field: "mot")
        }
        guard !isOpen || last.count >= CheckedWordRule.shortestBeginning else {
            throw Refusal("Donnez au moins trois lettres avant l’étoile.", field: "mot")
        }
    }
}
