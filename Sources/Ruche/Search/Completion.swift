import Persistence
import Wording

/// What the text in the search box may go on with. None of it is needed: every filter stands in the form too.
package struct Completion: Sendable, Equatable {
    package let form: Form
    package let label: String

    package enum Form: Sendable, Equatable {
        /// The whole text of the box, once chosen.
        case text(String)
        /// Leads to an exchange.
        case exchange(Question.ID)
        /// Leads to a card.
        case member(Member.ID)
    }
}

extension SearchQueries {
    /// Of each sort, at most.
    private static let offered = 5
    private static let meantWords = 8
    /// A shorter beginning would offer everything.
    private static let leastLetters = 2

    /// What may follow a text that is being typed: values of the filter at its end; else filters, subjects, people and
    /// titles. Only what the reader could find.
    package func completions(of text: String, in language: Language = .french) throws -> [Completion] {
        let text = String(text.prefix(SearchRequest.limit))
        let (before, last) = Self.parted(text)
        if last.isEmpty { return [] }
        if let colon = last.firstIndex(of: ":"), let filter = SearchFilter(typed: String(last[..<colon])) {
            let typed = last[last.index(after: colon)...].filter { !"\"«»“”".contains($0) }
            return try values(of: filter, beginningWith: String(typed).trimmingWhitespace(), language).map {
                Completion(form: .text(before + SearchRequest.written(filter, $0, in: language) + " "), label: $0)
            }
        }
        let folded = fold(last)
        guard folded.count >= Self.leastLetters else { return [] }
        return filters(beginningWith: folded, before, language)
            + (try subjects(beginningWith: folded, before, language))
            + (try members(beginningWith: folded).prefix(3).map {
                Completion(form: .member($0.member.id), label: $0.member.name)
            }) + (try titles(of: text))
    }

    /// What stands before the last word, and that word; a space between quotes parts nothing.
    private static func parted(_ text: String) -> (before: String, last: String) {
        var (start, isQuoted) = (text.startIndex, false)
        for index in text.indices {
            if "\"«»“”".contains(text[index]) { isQuoted.toggle() }
            if text[index].isWhitespace, !isQuoted { start = text.index(after: index) }
        }
        return (String(text[..<start]), String(text[start...]))
    }

    private func filters(beginningWith folded: String, _ before: String, _ language: Language) -> [Completion] {
        SearchFilter.allCases.filter { fold($0.name(in: language)).hasPrefix(folded) }.map { filter in
            let typed = filter.name(in: language) + (filter == .unanswered ? " " : ":")
            return Completion(form: .text(before + typed), label: typed.trimmingWhitespace())
        }
    }

    private func subjects(beginningWith folded: String, _ before: String, _ language: Language) throws -> [Completion] {
        try topics(beginningWith: folded).prefix(3).map { topic in
            let filter = SearchRequest.written(.topic, topic.name, in: language)
            return Completion(form: .text(before + filter + " "), label: filter)
        }
    }

    /// By their own name or another.
    private func topics(beginningWith folded: String) throws -> [Topic] {
        let meant = Set(
            try view.topics.otherNames().filter { Self.hasWord($0.key, beginningWith: folded) }.values.map(\.id))
        return try topicsInUse().filter {
            meant.contains($0.id) || Self.hasWord(fold($0.name), beginningWith: folded)
        }
    }

    private func values(of filter: SearchFilter, beginningWith typed: String, _ language: Language) throws -> [String] {
        let folded = fold(typed)
        func begins(_ choices: [String]) -> [String] { choices.filter { fold($0).hasPrefix(folded) } }
        switch filter {
        case .author: return try members(beginningWith: folded).prefix(Self.offered).map(\.member.name)
        case .topic:
            return try topics(beginningWith: folded).prefix(Self.offered).map(\.name)
        case .kind: return begins(SoughtKind.allCases.map { $0.written(in: language) })
        case .status: return begins(SoughtStatus.allCases.map { $0.written(in: language) })
        case .place: return begins(SoughtPlace.allCases.map { $0.written(in: language) })
        case .before, .after, .unanswered: return []
        }
    }

    /// Of the directory alone: who does not want to stand there is not offered.
    private func members(beginningWith folded: String) throws -> [MemberProfile] {
        let words = folded.split(separator: " ").map(String.init)
        return try view.members.shown().filter { profile in
            let name = fold(profile.member.name)
            return words.allSatisfy { Self.hasWord(name, beginningWith: $0) }
        }
    }

    private static func hasWord(_ folded: String, beginningWith beginning: String) -> Bool {
        beginning.isEmpty || folded.hasPrefix(beginning)
            || folded.split { !($0.isLetter || $0.isNumber) }.contains { $0.hasPrefix(beginning) }
    }

    private func titles(of text: String) throws -> [Completion] {
        let (french, typed) = (FrenchText(), SearchRequest(text).words)
        guard let last = french.words(typed).last else { return [] }
        // The word that is being typed is not whole: those of titles that begin so stand for it.
        let meant = try Vocabulary(transaction: view.transaction).words(
            beginningWith: String(typed[last.range]), in: try view.community, limit: Self.meantWords)
        if meant.isEmpty { return [] }
        let before = french.stems(String(typed[..<last.range.lowerBound])).filter(SearchIndex.mayBeTyped)
        var query = SearchIndex.Query(Set(before).sorted().map { SearchIndex.Word($0) })
        query.words.append(SearchIndex.Word(Set(meant.flatMap { french.stems($0) }).sorted().map { .phrase([$0]) }))
        query.isInTitle = true
        let rows = try QuestionSchema.search.rows(
            query, .whole, within: PostNumber.rows(in: try view.community), limit: Self.offered,
            in: view.transaction)
        let ids = rows.map { PostNumber(row: $0).question }
        if ids.isEmpty { return [] }
        var titles: [Question.ID: String] = [:]
        try view.transaction.each(
            "select id, title from question where id in \(list: ids) and deleted_at is null"
        ) { row in titles[try row[0]] = try row[1] as String }
        return ids.compactMap { id in titles[id].map { Completion(form: .exchange(id), label: $0) } }
    }
}
