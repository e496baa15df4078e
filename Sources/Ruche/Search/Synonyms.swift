import Persistence

/// Names of one thing, any of which finds the others: "AVK, antivitamine K".
package struct Synonyms: Sendable, Equatable {
    /// One list of names a thing, in the order of the text.
    package let groups: [[String]]

    /// The longest text, and the longest name.
    package static let limit = 20_000
    static let termLimit = 80

    /// One thing a line; its names between commas, semicolons or equals signs. A line that begins with # is a remark.
    /// - Throws: a refusal that quotes the line.
    package init(_ text: String) throws(Refusal) {
        guard text.count <= Self.limit else {
            throw Refusal("Cette liste dépasse 20 000 caractères.", field: "synonymes")
        }
        var groups: [[String]] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let line = String(line).trimmingWhitespace()
            if line.isEmpty || line.hasPrefix("#") { continue }
            let names = line.split { ",;=".contains($0) }.map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
            guard names.count > 1 else {
                throw Refusal(
                    "« %@ » est seul sur sa ligne : ajoutez son autre nom après une virgule.",
                    String(line.prefix(60)), field: "synonymes")
            }
            guard names.allSatisfy({ $0.count <= Self.termLimit }) else {
                throw Refusal("Un nom tient en 80 caractères : « %@ ».", String(line.prefix(60)), field: "synonymes")
            }
            groups.append(names)
        }
        self.groups = groups
    }

    /// As a person writes them.
    package var text: String { groups.map { $0.joined(separator: ", ") }.joined(separator: "\n") }
}

/// How a name is looked up. Capitals alone are an acronym, found by its letters: "IDE" is no "idée".
enum SynonymKey {
    static func of(_ name: String, _ french: FrenchText) -> String? {
        let letters = name.filter(\.isLetter)
        if name.count >= 2, !name.contains(where: \.isWhitespace), letters.count(where: \.isUppercase) >= 2 {
            return acronym(name)
        }
        let stems = french.stems(name)
        return stems.isEmpty ? nil : phrase(stems)
    }

    static func acronym(_ word: String) -> String { "=" + fold(word) }
    static func phrase(_ stems: some Sequence<String>) -> String { stems.joined(separator: " ") }
    /// The longest name that is recognised, in words.
    static let longest = 5
}

/// The list that a community has until it writes its own, ready to be looked up.
private struct ReadySynonyms: Sendable {
    let groups: [[String]]
    let byKey: [String: [Int]]

    init(_ groups: [[String]]) {
        let french = FrenchText()
        var byKey: [String: [Int]] = [:]
        for (number, names) in groups.enumerated() {
            for key in Set(names.compactMap { SynonymKey.of($0, french) }) { byKey[key, default: []].append(number) }
        }
        (self.groups, self.byKey) = (groups, byKey)
    }

    // A mistake in our own list is met by the first test.
    static let starting = ReadySynonyms((try? Synonyms(startingSynonyms).groups) ?? [])
}

extension Synonyms {
    /// The list that Ruche comes with.
    package static let starting = startingSynonyms
}

enum SynonymSchema {
    static let migration = Migration(
        "synonyms",
        // Only of communities that changed theirs: the others have the list that Ruche comes with.
        """
        create table synonym_list (
          community_id \(.integer) primary key references community (id) on delete cascade,
          text         text not null,
          version      \(.integer) not null,
          written_at   \(.instant) not null
        ) \(.strict)
        """,
        """
        create table synonym (
          community_id \(.integer) not null references community (id) on delete cascade,
          thing        \(.integer) not null,
          position     \(.integer) not null,
          name         text not null,
          key          text not null,
          primary key (community_id, thing, position)
        ) \(.strict)
        """,
        "create index synonym_by_key on synonym (community_id, key)"
    )
}

/// A community's list as its page shows it.
package struct SynonymList: Sendable, Equatable {
    package var text: String
    /// 0 while it is the one that Ruche comes with.
    package let version: Int
    package let writtenAt: Instant?
}

extension SearchQueries {
    package func synonyms() throws -> SynonymList {
        let own = try view.transaction.first(
            "select text, version, written_at from synonym_list where community_id = \(try view.community)"
        ) { row in SynonymList(text: try row[0], version: try row[1], writtenAt: try row[2]) }
        return own ?? SynonymList(text: Synonyms.starting, version: 0, writtenAt: nil)
    }

    /// What is typed, with the other names of what it names.
    /// What stands between quotes is looked for side by side.
    func sought(_ text: String, isExact: Bool, _ french: FrenchText) throws -> Sought {
        let pieces = text.prefix(200).split(separator: "\"", omittingEmptySubsequences: false)
        let outside = pieces.indices.filter { $0.isMultiple(of: 2) }.map { String(pieces[$0]) }
        var sought = try sought(outside: outside.joined(separator: " "), isExact: isExact, french)
        for index in pieces.indices where !index.isMultiple(of: 2) {
            sought = sought.and(sideBySide: french.stems(String(pieces[index])).filter(SearchIndex.mayBeTyped))
        }
        return sought
    }

    private func sought(outside typed: String, isExact: Bool, _ french: FrenchText) throws -> Sought {
        let words = french.words(typed).filter { SearchIndex.mayBeTyped($0.stem) }
        if isExact || words.isEmpty { return Sought(words.map(\.stem)) }
        let keys = words.indices.flatMap { start in
            [SynonymKey.acronym(String(typed[words[start].range]))]
                + (1...SynonymKey.longest).compactMap { length in
                    start + length > words.count
                        ? nil : SynonymKey.phrase(words[start..<(start + length)].map(\.stem))
                }
        }
        let known = try named(Array(Set(keys)).sorted())
        if known.isEmpty { return Sought(words.map(\.stem)) }
        return Sought(words.map { (typed: String(typed[$0.range]), stem: $0.stem) }, known, french)
    }

    /// The names of the things that have one of these keys, by key.
    private func named(_ keys: [String]) throws -> [String: [[String]]] {
        let community = try view.community
        let isOwn =
            try view.transaction.value(
                "select version from synonym_list where community_id = \(community)", as: Int.self) != nil
        var found: [String: [[String]]] = [:]
        guard isOwn else {
            let ready = ReadySynonyms.starting
            for key in keys { if let things = ready.byKey[key] { found[key] = things.map { ready.groups[$0] } } }
            return found
        }
        var names: [String: [Int: [String]]] = [:]
        try view.transaction.each(
            """
            select k.key, k.thing, s.name from synonym k
            join synonym s on s.community_id = k.community_id and s.thing = k.thing
            where k.community_id = \(community) and k.key in \(list: keys) order by k.thing, s.position
            """
        ) { row in names[try row[0], default: [:]][try row[1], default: []].append(try row[2]) }
        return names.mapValues { things in things.sorted { $0.key < $1.key }.map(\.value) }
    }
}

extension Sought {
    fileprivate func and(sideBySide stems: [String]) -> Sought {
        if stems.isEmpty { return self }
        return Sought(
            words: words + [SearchIndex.Word([.phrase(stems)])], stems: self.stems, phrases: phrases + [stems],
            others: others)
    }

    init(_ stems: [String]) {
        let stems = Array(Set(stems)).sorted()
        self.init(words: stems.map { SearchIndex.Word($0) }, stems: stems)
    }

    /// Each word, or each run of words that names a thing, with the thing's other names; the longest run first.
    fileprivate init(_ typed: [(typed: String, stem: String)], _ known: [String: [[String]]], _ french: FrenchText) {
        var words: [SearchIndex.Word] = []
        var (phrases, others): ([[String]], [String]) = ([], [])
        var at = 0
        while at < typed.count {
            var taken = 1
            var ways: [SearchIndex.Way] = [.all([typed[at].stem])]
            for length in stride(from: min(SynonymKey.longest, typed.count - at), through: 1, by: -1) {
                let run = typed[at..<(at + length)]
                var keys = [SynonymKey.phrase(run.map(\.stem))]
                if length == 1 { keys.append(SynonymKey.acronym(run[at].typed)) }
                let names = keys.flatMap { known[$0] ?? [] }.flatMap { $0 }.filter { name in
                    SynonymKey.of(name, french).map { !keys.contains($0) } ?? false
                }
                if names.isEmpty { continue }
                taken = length
                ways = [.all(run.map(\.stem))]
                for name in names where !others.contains(name) {
                    others.append(name)
                    let stems = french.stems(name)
                    if !phrases.contains(stems) { phrases.append(stems) }
                    if !ways.contains(.phrase(stems)) { ways.append(.phrase(stems)) }
                }
                break
            }
            let word = SearchIndex.Word(ways)
            if !words.contains(word) { words.append(word) }
            at += taken
        }
        self.init(
            words: words, stems: Array(Set(typed.map(\.stem))).sorted(), phrases: phrases, others: others)
    }
}

extension Act {
    package var search: SearchActs { SearchActs(act: self) }
}

package struct SearchActs {
    let act: Act

    /// A facilitator writes the community's list.
    /// - Throws: `EditConflict` when it has changed since `version`; a refusal that quotes a line.
    package func writeSynonyms(_ text: String, from version: Int) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let synonyms = try Synonyms(text)
        let now = try act.view.search.synonyms()
        guard now.version == version else {
            throw EditConflict(
                title: "", body: now.text, version: now.version, at: now.writtenAt ?? act.now)
        }
        let community = try act.community
        if text.trimmingWhitespace() == now.text.trimmingWhitespace() { return }
        try act.execute(
            """
            insert into synonym_list (community_id, text, version, written_at)
            values (\(community), \(text.trimmingWhitespace()), \(version + 1), \(act.now))
            on conflict (community_id) do update
            set text = excluded.text, version = excluded.version, written_at = excluded.written_at
            """)
        try act.execute("delete from synonym where community_id = \(community)")
        let french = FrenchText()
        for (thing, names) in synonyms.groups.enumerated() {
            for (position, name) in names.enumerated() {
                guard let key = SynonymKey.of(name, french) else { continue }
                try act.execute(
                    """
                    insert into synonym (community_id, thing, position, name, key)
                    values (\(community), \(thing), \(position), \(name), \(key))
                    """)
            }
        }
        try act.record(.changedSynonyms, .community(community))
    }

    /// Back to the list that Ruche comes with.
    package func resetSynonyms() throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let community = try act.community
        try act.execute("delete from synonym where community_id = \(community)")
        if try act.execute("delete from synonym_list where community_id = \(community)") == 1 {
            try act.record(.changedSynonyms, .community(community))
        }
    }
}
