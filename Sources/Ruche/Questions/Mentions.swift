import Persistence

/// Whom a text calls: "@Claire Besnard", "@Claire" where she is the only one, "@membres" for all, "@animation" for who
/// facilitates, "@secrétariat" or another function for who holds it.
enum Mentions {
    /// Above so many, the writer confirms that they mean it (FEATURES QU4).
    static let withoutAsking = 10
}

/// More people would be called than one does without thinking.
package struct ManyCalled: Error, Sendable, Equatable {
    package let count: Int

    /// For a form that has no place to confirm.
    package func refusal(field: String? = nil) -> Refusal {
        Refusal("Ce texte appelle %@ personnes par un courriel : dix au plus, ici.", String(count), field: field)
    }
}

extension QuestionQueries {
    /// The members that a text calls by name, by role or by function. What it quotes of others calls nobody again.
    func called(in text: String) throws -> Set<Member.ID> {
        guard text.contains("@") else { return [] }
        let own = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix(">") }
        let folded = fold(own.joined(separator: "\n"))
        // "@Paul Sarrazinet" is somebody else than the only Paul.
        let firstNames = Set(
            own.flatMap { $0.matches(of: /@(\p{L}[\p{L}\-]*)(\s+\p{Lu})?/) }.filter { $0.2 == nil }.map {
                fold(String($0.1))
            })
        let members = try view.transaction.all(
            """
            select m.id, m.name, m.role from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.role in \(list: [Role.member, .facilitator])
            """
        ) { row in (id: try row[0] as Member.ID, name: fold(try row[1] as String), role: try row[2] as Role) }
        func isCalled(_ names: String...) -> Bool { names.contains { Self.calls($0, in: folded) } }
        let (all, facilitators) = (isCalled("membres", "members"), isCalled("animation", "facilitators"))
        let byFirstName = Dictionary(grouping: members) { $0.name.prefix { $0 != " " } }
        let functions = Function.open.filter { $0.callNames.contains { Self.calls($0, in: folded) } }
        let holders = functions.isEmpty ? [] : try self.holders(of: functions)
        return Set(
            members.filter {
                all || (facilitators && $0.role == .facilitator) || holders.contains($0.id)
                    || isCalled($0.name)
            }.map(\.id)
                + byFirstName.compactMap { first, called in
                    called.count == 1 && firstNames.contains(String(first)) && isCalled(String(first))
                        ? called[0].id : nil
                })
    }

    private func holders(of functions: [Function]) throws -> Set<Member.ID> {
        Set(
            try view.transaction.column(
                """
                select member_id from mandate
                where community_id = \(try view.community) and ended_at is null and function in \(list: functions)
                """, as: Member.ID.self))
    }

    /// Whether "@name" stands in a text: neither in an address ("contact@animation.fr") nor as the beginning of a
    /// longer word.
    static func calls(_ name: String, in text: String) -> Bool {
        var rest = text[...]
        while let at = rest.firstRange(of: "@" + name) {
            let before = at.lowerBound == text.startIndex ? nil : text[text.index(before: at.lowerBound)]
            if before.map({ !isPartOfAddress($0) }) ?? true, endsWord(text[at.upperBound...]) { return true }
            rest = rest[at.upperBound...]
        }
        return false
    }

    private static func isPartOfAddress(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "._-+%/@".contains(character)
    }

    private static func endsWord(_ rest: Substring) -> Bool {
        guard let next = rest.first else { return true }
        if next.isLetter || next.isNumber { return false }
        let second = rest.dropFirst().first
        return !("._-@".contains(next) && second.map { $0.isLetter || $0.isNumber } ?? false)
    }
}

extension Function {
    /// What calls who holds it, without accents; facilitation is a role, called by its own word.
    fileprivate var callNames: [String] {
        switch self {
        case .facilitation: []
        case .secretary: ["secretariat", "secretaire"]
        case .timekeeper: ["garde du temps", "gardien du temps", "gardienne du temps"]
        case .rapporteur: ["rapport", "rapporteur", "rapporteuse", "rapporteure"]
        case .host: ["accueil"]
        case .technicalReferent: ["reference technique", "referent technique", "referente technique"]
        case .evaluator: ["evaluation"]
        case .librarian: ["documentation", "documentaliste"]
        }
    }
}
