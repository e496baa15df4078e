import Persistence
import Synchronization

extension View {
    package var wordRules: WordRuleQueries { WordRuleQueries(view: self) }
}

extension Act {
    package var wordRules: WordRuleActs { WordRuleActs(act: self) }
}

package struct WordRuleQueries {
    let view: View

    /// One page of the rules, by their words.
    package static let pageLength = 100

    private static let columns: SQL = "id, kind, words, instead, reason"

    private static func rule(_ row: borrowing Row) throws -> WordRule {
        WordRule(
            id: try row[0],
            rule: try CheckedWordRule(kind: try row[1], words: try row[2], instead: try row[3], reason: try row[4]))
    }

    /// - Parameters:
    ///   - kind: nil for all.
    ///   - words: how their words begin; empty for all.
    package func page(_ number: Int, of kind: WordRule.Kind?, beginning words: String) throws -> [WordRule] {
        let key = WordReader.words(in: words).map(\.folded).joined(separator: " ")
        let ofKind: SQL = kind.map { "and kind = \($0)" } ?? ""
        let begun: SQL = key.isEmpty ? "" : "and key like \(key + "%")"
        return try view.transaction.all(
            """
            select \(Self.columns) from word_rule where community_id = \(try view.community) \(ofKind) \(begun)
            order by key, kind limit \(Self.pageLength + 1) offset \(number * Self.pageLength)
            """, Self.rule)
    }

    package func all() throws -> [CheckedWordRule] {
        try view.transaction.all(
            "select \(Self.columns) from word_rule where community_id = \(try view.community) order by kind, key",
            Self.rule
        ).map(\.rule)
    }

    /// How many there are of each kind.
    package func counts() throws -> [WordRule.Kind: Int] {
        var counts: [WordRule.Kind: Int] = [:]
        try view.transaction.each(
            "select kind, count(*) from word_rule where community_id = \(try view.community) group by kind"
        ) { row in counts[try row[0]] = try row[1] }
        return counts
    }

    /// The community's rules, ready to be looked for; nil when it has none. They are read again once they have changed.
    package func book() throws -> WordRuleBook? {
        let stamp = try view.transaction.value(
            "select stamp from word_rule_list where community_id = \(try view.community)", as: Int64.self)
        guard let stamp else { return nil }
        if let known = KnownBooks.books.withLock({ $0[stamp] }) { return known }
        let book = WordRuleBook(try all())
        KnownBooks.books.withLock { books in
            if books.count >= KnownBooks.limit { books.removeAll() }
            books[stamp] = book
        }
        return book
    }

    /// A text as it would be published, with what the rules change in it.
    package func replaced(_ text: String) throws -> (text: String, changes: [WordMatch]) {
        try book()?.replaced(text) ?? (text, [])
    }

    /// What each rule would do to a text, in its order.
    package func matches(in text: String) throws -> [WordMatch] { try book()?.matches(in: text) ?? [] }
}

/// Books by their stamp: a community has one, until its rules change.
private enum KnownBooks {
    static let limit = 32
    static let books = Mutex<[Int64: WordRuleBook]>([:])
}

package struct WordRuleActs {
    let act: Act

    /// Adds a rule, or says anew what becomes of words that have one of this kind already.
    /// - Parameter stamp: chance.
    package func add(_ draft: WordRuleDraft, stamp: Int64) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let rule = try CheckedWordRule(draft)
        try put([rule])
        try mustBeWhole(field: "mot")
        try changed(
            stamp, ["kind": rule.kind.rawValue, "rule": rule.words, "word": rule.reason].filter { !$0.value.isEmpty })
    }

    package func remove(_ id: WordRule.ID, stamp: Int64) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let removed = try act.transaction.first(
            """
            delete from word_rule where id = \(id) and community_id = \(try act.community) returning kind, words
            """
        ) { row in (kind: try row[0] as WordRule.Kind, words: try row[1] as String) }
        guard let removed else { throw Refusal.notFound }
        try changed(stamp, ["kind": removed.kind.rawValue, "rule": removed.words, "removed": "yes"])
    }

    /// Takes in a whole list.
    /// - Parameter isWhole: the rules that are not in it go.
    package func take(_ list: WordRuleList, isWhole: Bool, stamp: Int64) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        guard list.problems.isEmpty else {
            throw Refusal("Rien n’est importé : corrigez les lignes indiquées.", field: "fichier")
        }
        if isWhole { try act.execute("delete from word_rule where community_id = \(try act.community)") }
        try put(list.rules)
        try mustBeWhole(field: "fichier")
        var details = ["rules": String(list.rules.count)]
        if isWhole { details["whole"] = "yes" }
        try changed(stamp, details)
    }

    private func put(_ rules: [CheckedWordRule]) throws {
        let community = try act.community
        for rule in rules {
            try act.execute(
                """
                insert into word_rule (community_id, kind, words, key, instead, reason)
                values (\(community), \(rule.kind), \(rule.words), \(rule.key), \(rule.instead), \(rule.reason))
                on conflict (community_id, kind, key) do update
                set words = excluded.words, instead = excluded.instead, reason = excluded.reason
                """)
        }
    }

    /// What stands after a change; refused, nothing of it stays.
    private func mustBeWhole(field: String) throws {
        if try act.view.wordRules.counts().values.contains(where: { $0 > WordRule.limit }) {
            throw Refusal("2 000 règles d’un même type au plus : retirez-en d’abord.", field: field)
        }
        if let rule = WordRuleBook(try act.view.wordRules.all()).neverDone() {
            throw Refusal(
                "« %@ » donnerait « %@ », qu’une règle changerait ou bloquerait à son tour.", rule.words, rule.instead,
                field: field)
        }
    }

    private func changed(_ stamp: Int64, _ details: [String: String]) throws {
        let community = try act.community
        try act.execute("delete from word_rule_list where community_id = \(community)")
        if try !act.view.wordRules.counts().isEmpty {
            try act.execute("insert into word_rule_list (community_id, stamp) values (\(community), \(stamp))")
        }
        try act.record(.changedWordRules, .community(community), details)
    }
}
