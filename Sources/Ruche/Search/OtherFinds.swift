import Calendaring
import Persistence

/// Something that is no exchange and holds the words: a person, an objective, a need, a meeting, a decision, a document,
/// an announcement.
package struct OtherFind: Sendable, Equatable {
    package let kind: SoughtKind
    package let id: Int64
    package let title: Excerpt
    package let excerpt: Excerpt
}

extension SearchQueries {
    /// The newest of a kind that are looked through.
    private static let lookedThrough = 300
    /// Shown of each kind beside exchanges; all of them when the kind is asked for.
    package static let othersShown = 50

    /// What else the community keeps, by kind. A filter that only exchanges have leaves none; days and authors are those
    /// of a need, a meeting, a decision or an announcement too, once their kind is asked for.
    func others(_ request: SearchRequest, _ sought: Sought, _ french: FrenchText) throws -> [OtherFind] {
        let wanted = request.kinds.filter { $0.exchange == nil }
        let isDated = request.before != nil || request.after != nil
        guard !request.isAboutExchangesAlone, !sought.words.isEmpty || !wanted.isEmpty,
            !wanted.isEmpty || (request.authors.isEmpty && !isDated)
        else { return [] }
        let authors = Set(try request.authors.flatMap { try people(named: $0).map(\.id) })
        let zone = Zone(try view.communities.current().zone) ?? .paris
        func start(_ day: CivilDate?) -> Instant? { day.map { Instant(milliseconds: zone.start(of: $0)) } }
        let (first, late) = (start(request.after), start(request.before))
        func isAsked(_ candidate: Candidate) -> Bool {
            if !request.authors.isEmpty, candidate.author.map({ !authors.contains($0) }) ?? true { return false }
            if !isDated { return true }
            guard let at = candidate.at else { return false }
            return (first.map { at >= $0 } ?? true) && (late.map { at < $0 } ?? true)
        }
        let kinds = SoughtKind.allCases.filter { $0.exchange == nil }
        // Each is counted, whatever kinds are asked for.
        return try kinds.flatMap { kind -> [OtherFind] in
            if sought.words.isEmpty, !wanted.contains(kind) { return [] }
            return try candidates(kind, sought).lazy
                .filter { isAsked($0) && sought.isIn($0.title + " " + $0.text, french) }
                .prefix(Self.othersShown).map { candidate in
                    OtherFind(
                        kind: kind, id: candidate.id,
                        title: Excerpt(whole: candidate.title, marking: sought, with: french),
                        excerpt: Excerpt(of: candidate.text, around: sought, with: french))
                }
        }
    }

    private struct Candidate {
        let id: Int64
        let title: String
        let text: String
        var author: Member.ID? = nil
        /// When it was written; of a meeting, when it takes place.
        var at: Instant? = nil
    }

    private func candidates(_ kind: SoughtKind, _ sought: Sought) throws -> [Candidate] {
        let (community, limit) = (try view.community, Self.lookedThrough)
        let query: SQL
        switch kind {
        case .member:
            return try view.members.shown(sought.mayStandOnCard).map {
                Candidate(id: $0.member.id.rawValue, title: $0.member.name, text: $0.said)
            }
        case .objective:
            query = """
                select id, title, practice, author_id, created_at from objective where community_id = \(community) order by id desc limit \(limit)
                """
        case .need:
            query = """
                select id, statement, baseline, author_id, raised_at from need where community_id = \(community) order by id desc limit \(limit)
                """
        case .meeting:
            query = """
                select id, title, agenda, author_id, starts_at from meeting where community_id = \(community) and cancelled_at is null
                order by starts_at desc, id desc limit \(limit)
                """
        case .decision:
            query = """
                select id, sentence, why, author_id, opened_at from decision where community_id = \(community) order by id desc limit \(limit)
                """
        case .resource:
            query = """
                select id, title, licence, author_id, null from resource where community_id = \(community) order by id desc limit \(limit)
                """
        case .announcement:
            query = """
                select id, title, body, author_id, sent_at from announcement where community_id = \(community) and withdrawn_at is null
                order by sent_at desc, id desc limit \(limit)
                """
        default: return []
        }
        return try view.transaction.all(query) { row in
            Candidate(
                id: try row[0], title: try row[1], text: try row[2], author: try row[3], at: try row[4] as Instant?)
        }
    }
}

extension Sought {
    /// Whether the card of the member `m` may hold every word: enough to read few of them. A stem keeps the beginning of
    /// its word but for two letters.
    fileprivate var mayStandOnCard: SQL {
        let each: [SQL] = words.map { word in
            let ways: [SQL] = word.ways.map { way in
                way.stems.map { stem in
                    "m.search_text like \("%\(stem.count > 4 ? String(stem.dropLast(2)) : stem)%")" as SQL
                }.joined(" and ")
            }
            return "(\(ways.joined(" or ")))"
        }
        return each.isEmpty ? "1 = 1" : "m.search_text = '' or (\(each.joined(" and ")))"
    }

    /// Whether a text that is not in the index holds every word.
    func isIn(_ text: String, _ french: FrenchText) -> Bool {
        let asked = words.flatMap { $0.ways.flatMap(\.stems) }
        let hasPhrase = words.contains {
            $0.ways.contains { if case .phrase(let side) = $0 { side.count > 1 } else { false } }
        }
        let stems = french.words(text, near: hasPhrase ? nil : asked).map(\.stem)
        func holds(_ way: SearchIndex.Way) -> Bool {
            switch way {
            case .all(let wanted): wanted.allSatisfy { want in stems.contains { $0.isSought(as: want) } }
            case .phrase(let wanted):
                wanted.count == 1
                    ? stems.contains(wanted[0]) : stems.indices.contains { stems[$0...].starts(with: wanted) }
            }
        }
        return words.allSatisfy { $0.ways.contains(where: holds) }
    }
}

extension String {
    /// Whether this stem of a text is, or begins with, one that is looked for.
    func isSought(as stem: String) -> Bool {
        stem.count < SearchIndex.leastBeginning ? self == stem : hasPrefix(stem)
    }
}

extension MemberProfile {
    /// What a card says, on one line.
    fileprivate var said: String {
        [canHelpOn, speciality, member.establishment, territory].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: ", ")
    }
}
