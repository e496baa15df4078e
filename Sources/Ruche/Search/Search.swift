import Calendaring
import Persistence

extension View {
    package var search: SearchQueries { SearchQueries(view: self) }
    /// - Parameter memory: keeps long lists for the next page of them.
    package func search(with memory: SearchMemory) -> SearchQueries { SearchQueries(view: self, memory: memory) }
}

/// What a search found: exchanges, the best first, then what else the community keeps.
package struct SearchResults: Sendable {
    package let request: SearchRequest
    /// What pages mark in the texts.
    package let sought: Sought
    package var hits: [Hit] = []
    /// Exchanges found; at most `SearchQueries.ranked`.
    package var count = 0
    /// More matched than are ranked: the newest were kept.
    package var isCut = false
    /// Enough was found among the newest exchanges: the older ones were not looked through.
    package var isOfTheNewest = false
    /// How many of each kind there would be without a filter of kind.
    package var counts: [SoughtKind: Int] = [:]
    /// People, objectives, needs, meetings, decisions.
    package var others: [OtherFind] = []
    /// What was not understood, and who or what nobody here is called.
    package var remarks: [Refusal] = []
    /// The names that an author's filter was taken for.
    package var authors: [String] = []
    /// The subjects that were asked for and that there are.
    package var topics: [String] = []
    /// Filters that were left aside, since nobody or nothing here is called so.
    package var ignored = 0
    /// Where nothing holds all the words: the one of them that finds most.
    package var wider: String?
    /// The words that were looked for in place of those typed, when these are nowhere and a title has some near to them.
    package var corrected: String?
    /// In the reader's other communities, when they are looked through too.
    package var elsewhere: [FoundElsewhere] = []

    package struct Hit: Sendable {
        package let question: QuestionOnList
        /// The post whose words are shown: the question's own text, or a reply.
        package let number: Int
        package let author: Author
        package let writtenAt: Instant
        package let knowledge: Reply.Knowledge?
        /// A piece of the text around the first word found, with what to mark in it.
        package let excerpt: Excerpt
        package let title: Excerpt
    }

    package var filterCount: Int { request.filterCount - ignored }

    package var isEmpty: Bool { hits.isEmpty && others.isEmpty && elsewhere.allSatisfy { $0.count == 0 } }
}

/// What was found in another community of the reader: its first exchanges.
package struct FoundElsewhere: Sendable {
    package let slug: String
    package let name: String
    package let count: Int
    package let isCut: Bool
    package let isOfTheNewest: Bool
    package let hits: [SearchResults.Hit]
}

package struct SearchQueries {
    let view: View
    var memory: SearchMemory? = nil

    /// How many exchanges are looked through first when several things must come together; then four times as many, and
    /// so on, until enough posts are found. In a community of a million posts all of them are ten times as many.
    var lookedAtFirst: Int64 = 20_000
    var enough = 50

    /// Past this many, the newest are ranked and the page says so (FEATURES SE4).
    package static let ranked = 1_000
    package static let pageLength = 10
    /// Words that fewer posts hold are also looked for as the beginning of longer ones: "hémovig".
    private static let rare = 30
    private static let shownElsewhere = 3

    package func posts(_ text: String, page: Int = 0) throws -> SearchResults {
        try posts(SearchRequest(text), page: page)
    }

    /// What the community holds of every word and every filter, in French: stems, accents, elisions and ligatures do not
    /// matter. Exchanges that hold the words in their title come first, then the newest.
    /// - Parameter page: from 0.
    package func posts(_ request: SearchRequest, page: Int = 0) throws -> SearchResults {
        let french = FrenchText()
        let request = try request.joining { filter, name in
            switch filter {
            case .author: try !people(named: name).isEmpty
            case .topic:
                try topicsInUse().contains { fold($0.name) == fold(name) }
                    || view.topics.otherNames()[fold(name)] != nil
            default: false
            }
        }
        var asIs = try results(request, request.words, page, french)
        guard asIs.isEmpty else { return asIs }
        if !request.isExact, let meant = try corrected(request.words, french) {
            var corrected = try results(request, meant, page, french)
            corrected.corrected = meant
            if !corrected.isEmpty { return corrected }
        }
        asIs.wider = try wider(request.words, french)
        return asIs
    }

    /// Of several words that nothing holds together, the one that most posts hold.
    private func wider(_ words: String, _ french: FrenchText) throws -> String? {
        let range = PostNumber.rows(in: try view.community)
        var best: (word: String, count: Int)?
        let words = words.split(separator: " ").map(String.init)
        guard words.count > 1 else { return nil }
        for word in words.prefix(12) {
            let stems = french.stems(word).filter(SearchIndex.mayBeTyped)
            // "de" finds nearly all there is.
            if stems.isEmpty || word.count < 3 { continue }
            let count = try QuestionSchema.search.rows(
                SearchIndex.Query(stems.map { SearchIndex.Word($0) }), within: range, limit: Self.rare,
                in: view.transaction
            ).count
            // Of two that find as much, the longer says more.
            if count > 0, (best.map { (count, word.count) > ($0.count, $0.word.count) } ?? true) {
                best = (word, count)
            }
        }
        return best?.word
    }

    private func results(_ request: SearchRequest, _ words: String, _ page: Int, _ french: FrenchText) throws
        -> SearchResults
    {
        let sought = try sought(words, isExact: request.isExact, french)
        var results = SearchResults(request: request, sought: sought, remarks: request.remarks)
        // What holds no word, as a lone letter, asks for nothing.
        if request.isEmpty || (sought.words.isEmpty && !request.hasFilters) { return results }
        let scope = try scope(request, &results)
        // All that was asked is unknown here: everything is no answer to it.
        if sought.words.isEmpty, results.ignored > 0, results.filterCount == 0 { return results }
        try findExchanges(sought, scope, page, french, &results)
        if page == 0 {
            results.others = try others(request, sought, french)
            for other in results.others { results.counts[other.kind, default: 0] += 1 }
            if request.isEverywhere { results.elsewhere = try elsewhere(request, sought, french) }
        }
        return results
    }

    private func findExchanges(
        _ sought: Sought, _ scope: SearchScope, _ page: Int, _ french: FrenchText, _ results: inout SearchResults
    ) throws {
        guard let found = try remembered(sought, scope, results.request) else { return }
        results.counts = found.counts
        let kinds = Set(results.request.kinds.compactMap(\.exchange))
        let wanted =
            results.request.kinds.isEmpty
            ? found.threads : found.threads.filter { kinds.contains(found.kinds[$0] ?? .question) }
        (results.count, results.isCut, results.isOfTheNewest) = (wanted.count, found.isCut, found.isOfTheNewest)
        let shown = Array(wanted.dropFirst(page * Self.pageLength).prefix(Self.pageLength))
        let numbers = Dictionary(uniqueKeysWithValues: shown.map { ($0, found.best[$0] ?? 0) })
        results.hits = try hits(shown, numbers, sought, french)
    }

    /// What was found a moment ago for the same words and filters, or what is found now.
    private func remembered(_ sought: Sought, _ scope: SearchScope, _ request: SearchRequest) throws -> FoundThreads? {
        guard let memory else { return try found(sought, scope, isWhole: request.isWhole) }
        let key = SearchMemory.Key(
            community: try view.community, words: sought.words, marks: scope.marks,
            filters: request.rewritten(words: "", without: [.kind, .author, .topic]), isWhole: request.isWhole)
        let last = try view.transaction.value(
            "select id from journal where community_id = \(key.community) order by at desc, id desc limit 1",
            as: Int64.self)
        if let known = memory.found(key, after: last, at: view.now) { return known }
        let found = try found(sought, scope, isWhole: request.isWhole)
        if let found { memory.keep(found, key, after: last, at: view.now) }
        return found
    }

    private func found(_ sought: Sought, _ scope: SearchScope, isWhole: Bool) throws -> FoundThreads? {
        let here = PostNumber.rows(in: try view.community)
        let all = scope.rows?.clamped(to: here) ?? here
        var form = SearchIndex.Form.whole
        let query = scope.query(sought.words)
        var (rows, range) = isWhole ? (try self.rows(query, form, within: all), all) : try newest(query, within: all)
        if rows.count < Self.rare, try areRare(sought.words, within: range, query) {
            form = .beginning
            rows = try self.rows(query, form, within: range)
        }
        guard let oldest = rows.last else { return nil }
        // Few are not questions: they are looked for by their mark, and so none is crowded out.
        var odd = query
        odd.marks.append(Question.Kind.allCases.filter { $0 != .question }.map(PostMarks.kind))
        let oddRows = try self.rows(odd, form, within: range)
        let found = oddRows.isEmpty ? rows : Array(Set(rows + oddRows)).sorted(by: >)
        var titled: Set<Question.ID> = []
        if !sought.words.isEmpty {
            var inTitle = SearchIndex.Query(sought.words)
            inTitle.isInTitle = true
            titled = Set(
                try self.rows(inTitle, form, within: min(oldest, found.last ?? oldest)...range.upperBound)
                    .map { PostNumber(row: $0).question })
        }
        // Rows come newest first, and of one thread the last reply first: the lowest number is kept.
        var best: [Question.ID: Int] = [:]
        var order: [Question.ID] = []
        for row in found.prefix(Self.ranked + oddRows.count) {
            let post = PostNumber(row: row)
            if best.updateValue(post.number, forKey: post.question) == nil { order.append(post.question) }
        }
        let threads =
            titled.isEmpty ? order : order.filter { titled.contains($0) } + order.filter { !titled.contains($0) }
        return FoundThreads(
            threads: threads, best: best, kinds: try kinds(of: Set(oddRows.map { PostNumber(row: $0).question })),
            isCut: rows.count > Self.ranked, isOfTheNewest: rows.count <= Self.ranked && range != all)
    }

    /// The newest posts that hold all of a query, enough of them or all, and the range that was looked through for them.
    func newest(
        _ query: SearchIndex.Query, within range: ClosedRange<Int64>
    ) throws -> (rows: [Int64], range: ClosedRange<Int64>) {
        guard query.isJoint else { return (try rows(query, .whole, within: range), range) }
        let last = try view.transaction.value("select max(id) from question", as: Question.ID?.self) ?? nil
        let newest = PostNumber(last ?? Question.ID(0), .max, in: try view.community).row
        var (found, above, width): ([Int64], Int64, Int64) = ([], range.upperBound, lookedAtFirst)
        while true {
            let lowest = PostNumber.row(width, exchangesBefore: min(above, newest))
            let slice = max(range.lowerBound, lowest)...above
            found += try rows(query, .whole, within: slice)
            if slice.lowerBound == range.lowerBound { return (found, range) }
            if found.count >= enough { return (found, slice.lowerBound...range.upperBound) }
            (above, width) = (slice.lowerBound - 1, width * 4)
        }
    }

    /// Whether few posts hold these words, whatever filters ask besides.
    private func areRare(
        _ words: [SearchIndex.Word], within range: ClosedRange<Int64>, _ query: SearchIndex.Query
    ) throws -> Bool {
        if words.isEmpty { return false }
        if query.marks.isEmpty, query.condition == nil { return true }
        var alone = SearchIndex.Query(words)
        alone.isInTitle = query.isInTitle
        return try QuestionSchema.search.rows(alone, within: range, limit: Self.rare, in: view.transaction).count
            < Self.rare
    }

    private func kinds(of threads: Set<Question.ID>) throws -> [Question.ID: Question.Kind] {
        if threads.isEmpty { return [:] }
        var kinds: [Question.ID: Question.Kind] = [:]
        try view.transaction.each("select id, kind from question where id in \(list: threads.sorted())") { row in
            kinds[try row[0]] = try row[1] as Question.Kind
        }
        return kinds
    }

    private func rows(
        _ query: SearchIndex.Query, _ form: SearchIndex.Form, within range: ClosedRange<Int64>
    ) throws -> [Int64] {
        try QuestionSchema.search.rows(query, form, within: range, limit: Self.ranked + 1, in: view.transaction)
    }

    private func hits(
        _ threads: [Question.ID], _ numbers: [Question.ID: Int], _ sought: Sought, _ french: FrenchText
    ) throws -> [SearchResults.Hit] {
        if threads.isEmpty { return [] }
        var bodies: [Question.ID: String] = [:]
        let questions = try view.transaction.all(
            """
            select \(QuestionOnList.columns), q.body, q.tried from question q \(QuestionOnList.author)
            where q.id in \(list: threads) and q.deleted_at is null
            """
        ) { row in
            let question = try QuestionOnList(row)
            bodies[question.id] = [
                try row[QuestionOnList.width] as String, try row[QuestionOnList.width + 1] as String? ?? "",
            ].joined(separator: " ")
            return question
        }
        let found = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, $0) })
        let replies = try replies(numbers.filter { $0.value > 0 && found[$0.key] != nil })
        let files = try textsOfFiles(numbers.filter { found[$0.key] != nil })
        return threads.compactMap { id in
            guard let question = found[id], let number = numbers[id] else { return nil }
            let reply = replies[id]
            return SearchResults.Hit(
                question: question, number: reply == nil ? 0 : number, author: reply?.author ?? question.author,
                writtenAt: reply?.repliedAt ?? question.askedAt, knowledge: reply?.knowledge,
                excerpt: Excerpt(
                    of: reply?.body ?? bodies[id] ?? "", else: files[id] ?? [], around: sought, with: french),
                title: Excerpt(whole: question.title, marking: sought, with: french))
        }
    }

    /// The words of the files of these posts, as they came.
    private func textsOfFiles(_ wanted: [Question.ID: Int]) throws -> [Question.ID: [String]] {
        if wanted.isEmpty { return [:] }
        var texts: [Question.ID: [String]] = [:]
        try view.transaction.each(
            """
            select question_id, number, name, substr(text, 1, 20000) from attachment
            where question_id in \(list: Array(wanted.keys)) and text <> '' order by id
            """
        ) { row in
            let question: Question.ID = try row[0]
            guard wanted[question] == (try row[1] as Int) else { return }
            texts[question, default: []].append("\(try row[2] as String) : \(try row[3] as String)")
        }
        return texts
    }

    private func replies(_ wanted: [Question.ID: Int]) throws -> [Question.ID: Reply] {
        if wanted.isEmpty { return [:] }
        let found = try view.transaction.all(
            Reply.self,
            """
            select \(Reply.columns) from reply r join member m on m.id = r.author_id
            where r.question_id in \(list: Array(wanted.keys)) and r.number in \(list: Array(Set(wanted.values)))
              and r.deleted_at is null
            """)
        return Dictionary(found.filter { wanted[$0.question] == $0.number }.map { ($0.question, $0) }) { first, _ in
            first
        }
    }

    /// The first exchanges of each other community to which the reader belongs as a member: nothing of it is found by
    /// who may not read it.
    private func elsewhere(_ request: SearchRequest, _ sought: Sought, _ french: FrenchText) throws -> [FoundElsewhere]
    {
        guard let person = view.actor.person else { return [] }
        let places = try view.transaction.all(
            """
            select m.id, m.role, \(CommunityCard.columns) from member m join community c on c.id = m.community_id
            where m.person_id = \(person) and m.left_at is null and m.role in \(list: [Role.member, .facilitator])
              and (c.opened_at is not null or m.role = 'facilitator') and c.id <> \(try view.community)
            order by c.name, c.id
            """
        ) { row in
            (member: try row[0] as Member.ID, role: try row[1] as Role, community: try CommunityCard(row, from: 2))
        }
        return try places.filter { $0.community.isReadable(by: $0.role, at: view.now) }.map { place in
            let actor = Actor(
                person: person, community: place.community.id, member: place.member, role: place.role)
            let there = SearchQueries(view: View(view.transaction, by: actor, at: view.now))
            var results = SearchResults(request: request, sought: sought)
            let scope = try there.scope(request, &results)
            // A name or a subject that is not known there finds nothing there.
            if results.remarks.isEmpty { try there.findExchanges(sought, scope, 0, french, &results) }
            return FoundElsewhere(
                slug: place.community.slug, name: place.community.name, count: results.count, isCut: results.isCut,
                isOfTheNewest: results.isOfTheNewest,
                hits: Array(results.hits.prefix(Self.shownElsewhere)))
        }
    }
}

/// The words that are looked for, as the index takes them and as pages mark them.
package struct Sought: Sendable, Equatable {
    package let words: [SearchIndex.Word]
    /// Whatever begins with one of these is marked.
    package let stems: [String]
    /// And these stems side by side.
    package let phrases: [[String]]
    /// Other names of what was typed, looked for too.
    package let others: [String]

    package init(words: [SearchIndex.Word], stems: [String], phrases: [[String]] = [], others: [String] = []) {
        (self.words, self.stems, self.phrases, self.others) = (words, stems, phrases, others)
    }
}
