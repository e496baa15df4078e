import Calendaring
import Persistence

/// What filters ask of a post, as the index and the tables are asked for it.
struct SearchScope {
    /// Of each of these lists, a post must have one mark.
    var marks: [[String]] = []
    var conditions: [SQL] = []
    var needsQuestion = false
    var isInTitle = false
    /// Between which rows of the index a period stands.
    var rows: ClosedRange<Int64>?

    /// The exchange and the place in it of the row `p`.
    private static let thread: SQL = "((p.rowid >> 16) & 1073741823)"
    private static let number: SQL = "(p.rowid & 65535)"
    // SQLite is told to read the narrow index: it takes a question's row by its number otherwise, with all its text.
    private static let states = SQL(sqlite: "indexed by question_states", postgres: "")
    private static let times = SQL(sqlite: "indexed by reply_times", postgres: "")
    private static let longPeriod = Duration.days(120)

    func query(_ words: [SearchIndex.Word]) -> SearchIndex.Query {
        var query = SearchIndex.Query(words)
        (query.marks, query.isInTitle) = (marks, isInTitle && !words.isEmpty)
        if query.isEmpty { query.marks = [[PostMarks.any]] }
        guard !conditions.isEmpty else { return query }
        query.condition = conditions.joined(" and ")
        if needsQuestion {
            // A cross join keeps SQLite from reading the exchanges first.
            query.joined = "cross join question q \(Self.states)"
            query.condition = "q.id = \(Self.thread) and \(conditions.joined(" and "))"
        }
        return query
    }

    mutating func require(_ statuses: [SoughtStatus]) {
        if statuses.isEmpty { return }
        let states = statuses.compactMap { PostMarks.State(rawValue: $0.rawValue) }
        if states.count == statuses.count { return marks.append(states.map(\.mark)) }
        if statuses == [.unanswered] { marks.append([PostMarks.unanswered]) }
        needsQuestion = true
        let any: [SQL] = statuses.map { status in
            switch status {
            case .waiting: "(q.kind = 'question' and q.resolved_at is null and q.closed_at is null)"
            case .unanswered:
                """
                (q.kind = 'question' and q.answered_at is null and q.resolved_at is null and q.closed_at is null
                  and \(Self.number) = 0)
                """
            case .answered: "q.answered_at is not null"
            case .useful: "q.useful_at is not null"
            case .resolved: "q.resolved_at is not null"
            case .applied: "q.applied_at is not null"
            case .closed: "q.closed_at is not null"
            }
        }
        conditions.append("(\(any.joined(" or ")))")
    }

    mutating func require(_ places: [SoughtPlace]) {
        var any: [SQL] = []
        for place in places {
            switch place {
            case .everywhere: continue
            case .title:
                isInTitle = true
                any.append("\(Self.number) = 0")
            case .opening: any.append("\(Self.number) = 0")
            case .replies: any.append("\(Self.number) > 0")
            case .solution:
                needsQuestion = true
                any.append(
                    """
                    (q.retained_id is not null and \(Self.number) > 0 and \(Self.number) = (
                      select r.number from reply r where r.id = q.retained_id))
                    """)
            }
        }
        // In a title or elsewhere is everywhere.
        if isInTitle, any.count > 1 { isInTitle = false }
        if !any.isEmpty { conditions.append("(\(any.joined(" or ")))") }
    }

    /// When the post was written. A case says only its month: it is found by any day of it.
    /// - Parameters:
    ///   - first: the first day; nil for since ever.
    ///   - late: the first day that is too late; nil for until `now`.
    mutating func require(
        from first: CivilDate?, before late: CivilDate?, in zone: Zone, now: Instant, _ spans: PostSpans
    ) throws {
        if first == nil, late == nil { return }
        func start(_ day: CivilDate) -> Instant { Instant(milliseconds: zone.start(of: day)) }
        let written: SQL = """
            (case when \(Self.number) = 0 then (select w.asked_at from question w \(Self.states) where w.id = \(Self.thread))
             else (select w.replied_at from reply w \(Self.times)
               where w.question_id = \(Self.thread) and w.number = \(Self.number)) end)
            """
        let isCase: SQL = "(select w.kind from question w \(Self.states) where w.id = \(Self.thread)) = 'case'"
        let monthEnd = late.map { start($0.adding(days: -1).firstOfMonth.adding(months: 1)) }
        let monthStart = first.map { start($0.firstOfMonth) }
        let end = monthEnd ?? now
        rows = try spans.rows(from: monthStart, to: end)
        if rows == nil {
            marks.append([PostMarks.never])
        } else if let monthStart, end - monthStart < Self.longPeriod {
            // Of a long time, nearly all that stands between its rows is inside, and to look at each costs less than the
            // long lists of its months.
            marks.append(PostMarks.period(from: monthStart, to: end))
        }
        if let first, let monthStart {
            conditions.append("(\(written) >= \(start(first)) or (\(written) >= \(monthStart) and \(isCase)))")
        }
        if let late, let monthEnd {
            conditions.append("(\(written) < \(start(late)) or (\(written) < \(monthEnd) and \(isCase)))")
        }
    }
}

extension SearchQueries {
    /// At most this many people or subjects are meant by one name.
    private static let meant = 8

    /// What the filters ask. A name that nobody has, or a subject that is none, is told and asks nothing.
    func scope(_ request: SearchRequest, _ results: inout SearchResults) throws -> SearchScope {
        var scope = SearchScope()
        try requireAuthors(request.authors, &scope, &results)
        try requireTopics(request.topics, &scope, &results)
        scope.require(request.statuses)
        scope.require(request.places)
        if request.after != nil || request.before != nil {
            let zone = Zone(try view.communities.current().zone) ?? .paris
            let spans = PostSpans(transaction: view.transaction, community: try view.community)
            try scope.require(from: request.after, before: request.before, in: zone, now: view.now, spans)
        }
        return scope
    }

    private func requireAuthors(_ names: [String], _ scope: inout SearchScope, _ results: inout SearchResults) throws {
        if names.isEmpty { return }
        var people: [(id: Member.ID, name: String)] = []
        for name in names {
            let named = try self.people(named: name)
            if named.isEmpty {
                results.ignored += 1
                results.remarks.append(
                    Refusal("Personne ne signe « %@ » ici : ce filtre est laissé de côté.", name, field: "q"))
            }
            people += named
        }
        guard !people.isEmpty else { return }
        results.authors = people.map(\.name)
        scope.marks.append(people.map { PostMarks.author($0.id) })
    }

    private func requireTopics(_ names: [String], _ scope: inout SearchScope, _ results: inout SearchResults) throws {
        if names.isEmpty { return }
        let known = try topicsInUse()
        let others = try view.topics.otherNames()
        var topics: [Topic] = []
        for name in names {
            let folded = fold(name)
            let same = known.filter { fold($0.name) == folded || $0.id == others[folded]?.id }
            let near = same.isEmpty ? known.filter { fold($0.name).contains(folded) } : same
            if near.isEmpty {
                results.ignored += 1
                results.remarks.append(
                    Refusal("Aucun sujet « %@ » ici : ce filtre est laissé de côté.", name, field: "q"))
            }
            topics += near.prefix(Self.meant)
        }
        results.topics = topics.map(\.name)
        if !topics.isEmpty { scope.marks.append(topics.map { PostMarks.topic($0.id) }) }
    }

    /// The subjects of exchanges that can be read: one that only a hidden exchange has is not told.
    package func topicsInUse() throws -> [Topic] {
        try view.transaction.all(
            Topic.self,
            """
            select t.id, t.name from topic t
            where t.community_id = \(try view.community) and exists (
              select 1 from question_topic k join question q on q.id = k.question_id
              where k.topic_id = t.id and q.deleted_at is null)
            """
        ).sortedByName()
    }

    /// What the form offers.
    package func topicsOffered() throws -> [String] { try topicsInUse().map(\.name) }

    /// Whoever is called so, or signs here with a name of which each word begins so. Of who is not in the directory, the whole name is
    /// needed; an alias is nobody.
    func people(named typed: String) throws -> [(id: Member.ID, name: String)] {
        let folded = fold(typed)
        if ["moi", "me"].contains(folded) {
            let member = try view.member
            return [(member, try view.members.profile(member).member.name)]
        }
        let words = folded.split { !($0.isLetter || $0.isNumber) }
        guard let longest = words.max(by: { $0.count < $1.count }) else { return [] }
        let found = try view.transaction.all(
            """
            select m.id, m.name, m.sort_name, m.is_listed from member m
            where m.community_id = \(try view.community) and m.sort_name like \("%\(longest)%")
              and m.role in \(list: [Role.member, .facilitator, .guest])
              and not exists (select 1 from alias a where a.member_id = m.id)
            order by m.sort_name, m.id
            """
        ) { row in
            (
                id: try row[0] as Member.ID, name: try row[1] as String, sortName: try row[2] as String,
                isListed: try row[3] as Bool
            )
        }
        let meant = found.filter { member in
            if !member.isListed, !view.actor.isFacilitator, member.id != view.actor.member {
                return member.sortName == folded
            }
            let parts = member.sortName.split { !($0.isLetter || $0.isNumber) }
            return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
        }
        let exact = meant.filter { $0.sortName == folded }
        return (exact.isEmpty ? meant : exact).prefix(Self.meant).map { ($0.id, $0.name) }
    }
}
