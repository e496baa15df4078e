import Persistence

extension View {
    package var search: SearchQueries { SearchQueries(view: self) }
}

/// What a search found: threads, the best first.
package struct SearchResults: Sendable {
    package let question: String
    /// Stems asked for: what pages mark in the texts.
    package let stems: [String]
    package let hits: [Hit]
    /// Threads found; at most `SearchQueries.ranked`.
    package let count: Int
    /// More matched than are ranked: the newest were kept.
    package let isCut: Bool

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
}

package struct SearchQueries {
    let view: View

    /// Past this many, the newest are ranked and the page says so (FEATURES SE4).
    package static let ranked = 1_000
    package static let pageLength = 10
    /// Words that fewer posts hold are also looked for as the beginning of longer ones: "hémovig".
    private static let rare = 30

    /// Threads whose title, body or replies hold every word, in French: stems, accents, elisions and ligatures do not
    /// matter. Those that hold them in the title come first, then the newest.
    /// - Parameter page: from 0.
    package func posts(_ text: String, page: Int = 0) throws -> SearchResults {
        let french = FrenchText()
        let stems = Array(Set(french.stems(String(text.prefix(200))))).sorted()
        let range = PostNumber.rows(in: try view.community)
        var form = SearchIndex.Form.whole
        var rows = try self.rows(stems, .every, form, within: range)
        if rows.count < Self.rare {
            form = .beginning
            rows = try self.rows(stems, .every, form, within: range)
        }
        guard let oldest = rows.last else {
            return SearchResults(question: text, stems: stems, hits: [], count: 0, isCut: false)
        }
        let titled = Set(
            try self.rows(stems, .everyInTitle, form, within: oldest...range.upperBound)
                .map { PostNumber(row: $0).question })
        // Rows come newest first, and of one thread the last reply first: the lowest number is kept.
        var best: [Question.ID: Int] = [:]
        var order: [Question.ID] = []
        for row in rows.prefix(Self.ranked) {
            let post = PostNumber(row: row)
            if best.updateValue(post.number, forKey: post.question) == nil { order.append(post.question) }
        }
        let threads = order.filter { titled.contains($0) } + order.filter { !titled.contains($0) }
        let shown = Array(threads.dropFirst(page * Self.pageLength).prefix(Self.pageLength))
        return SearchResults(
            question: text, stems: stems, hits: try hits(shown, best, stems, french), count: threads.count,
            isCut: rows.count > Self.ranked)
    }

    private func rows(
        _ stems: [String], _ match: SearchIndex.Match, _ form: SearchIndex.Form, within range: ClosedRange<Int64>
    ) throws -> [Int64] {
        try QuestionSchema.search.rows(
            stems, match, form, within: range, limit: Self.ranked + 1, in: view.transaction)
    }

    private func hits(
        _ threads: [Question.ID], _ numbers: [Question.ID: Int], _ stems: [String], _ french: FrenchText
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
        return threads.compactMap { id in
            guard let question = found[id], let number = numbers[id] else { return nil }
            let reply = replies[id]
            return SearchResults.Hit(
                question: question, number: reply == nil ? 0 : number, author: reply?.author ?? question.author,
                writtenAt: reply?.repliedAt ?? question.askedAt, knowledge: reply?.knowledge,
                excerpt: Excerpt(of: reply?.body ?? bodies[id] ?? "", around: stems, with: french),
                title: Excerpt(whole: question.title, marking: stems, with: french))
        }
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
}
