import Persistence

/// What a reader of a domain would ask: is it one thing that people share in their work? Said beside it, never against it.
package enum DomainRemark: Sendable, Equatable {
    /// "Douleur": a title. What is done about it is not said.
    case title
    /// Several sentences, or a long one: a programme.
    case programme
    /// "Diffuser les bonnes pratiques": a channel, a directory, a site: what a community is not.
    case notACommunity(String)
}

package enum DomainCheck {
    private static let longest = 180
    private static let fewestWords = 5
    private static let elsewhere = [
        "diffuser", "diffusion", "bonnes pratiques", "informer les membres", "informer les professionnels",
        "informer les equipes", "informer les soignants", "informer nos", "information des professionnels", "annuaire",
        "repertoire",
        "site web", "newsletter", "lettre d'information", "abonnes", "best practices", "disseminate", "directory",
    ]

    package static func remarks(_ domain: String) -> [DomainRemark] {
        let text = domain.trimmingWhitespace()
        if text.isEmpty { return [] }
        var remarks: [DomainRemark] = []
        let words = text.split { !$0.isLetter && !$0.isNumber }
        if words.count < fewestWords { remarks.append(.title) }
        let sentences = text.split { ".!?\n".contains($0) }.filter { !$0.allSatisfy(\.isWhitespace) }
        if text.count > longest || sentences.count > 1 { remarks.append(.programme) }
        let folded = fold(text.replacing("’", with: "'"))
        if let found = elsewhere.first(where: folded.contains) { remarks.append(.notACommunity(found)) }
        return remarks
    }
}

/// What twenty answers say of a group (step 1), in our own bands: yes counts one, partly a half.
package struct ReadinessResult: Sendable, Equatable {
    package enum Band: Sendable { case small, almost, ready }

    package let yes: Int
    package let partly: Int
    package let answered: Int
    /// The numbers of the questions answered no, in order: what to begin with.
    package let missing: [Int]

    package init?(_ answers: [Int: Readiness]) {
        guard !answers.isEmpty else { return nil }
        yes = answers.values.count { $0 == .yes }
        partly = answers.values.count { $0 == .partly }
        answered = answers.count
        missing = answers.filter { $0.value == .no }.map(\.key).sorted()
    }

    /// Out of twenty.
    package var score: Double { Double(yes) + Double(partly) / 2 }

    /// All twenty have their answer: a few say nothing of a group.
    package var isWhole: Bool { answered >= PreparationActs.readinessQuestions }

    package var band: Band { score >= 15 ? .ready : score >= 10 ? .almost : .small }
}
