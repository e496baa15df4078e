/// A member's name, as folded words.
struct MemberName: Sendable {
    private let words: [String]
    private let familyWords: Set<String>

    init(_ name: String) {
        let tokens = Reading(name).tokens.filter { $0.shape == .word }
        words = tokens.map(\.word)
        let family = tokens.enumerated().filter { $0.offset > 0 || $0.element.isAllCapitals || tokens.count == 1 }
        familyWords = Set(family.map(\.element.word))
    }

    /// Whether "Josette B." is the member.
    func isNamed(by first: String, initial: String) -> Bool {
        words.contains(first) && familyWords.contains { $0 != first && $0.hasPrefix(initial) }
    }

    /// Whether these words, after a title, denote the member: all are theirs, one at least of the family name.
    func isNamed(by candidate: [String]) -> Bool {
        !familyWords.isDisjoint(with: candidate) && candidate.allSatisfy(words.contains)
    }
}
