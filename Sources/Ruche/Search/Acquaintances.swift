import Persistence

/// Somebody who has met a problem: they say so on their card, or wrote in exchanges about it under their name.
package struct Acquaintance: Sendable {
    package let profile: MemberProfile
    /// What of their card speaks of it.
    package let subjects: [String]
    /// Their last exchanges about it: how they know. Never counted.
    package let exchanges: [Exchange]

    package struct Exchange: Sendable, Equatable {
        package let question: Question.ID
        /// 0 for the question itself, else their reply's place.
        package let number: Int
        package let title: String
    }

    /// What they say of themselves comes before what they wrote; both come first.
    fileprivate var rank: Int { subjects.isEmpty ? 2 : exchanges.isEmpty ? 1 : 0 }
}

/// "Qui a déjà rencontré ce problème ?"
package struct AcquaintanceRequest: Sendable, Equatable {
    package var words = ""
    package var topic: Topic.ID?
    /// Any of its forms.
    package var profession: Profession?
    package var territory = ""
    /// The question from which somebody comes, to be asked for it.
    package var question: Question.ID?

    package init() {}

    package var isEmpty: Bool { !namesProblem && profession == nil && territory.trimmingWhitespace().isEmpty }
    /// Whether a problem is named; otherwise whoever has the trade, or is of the place, is shown.
    package var namesProblem: Bool { !words.trimmingWhitespace().isEmpty || topic != nil }
}

extension SearchQueries {
    /// How many posts are looked at, the newest first, and how many people are shown.
    private static let postsRead = 300
    package static let acquaintancesShown = 40
    /// Enough to see how somebody knows.
    private static let exchangesShown = 3

    /// The members who have met a problem. Only those whom the directory shows, by what their card shows and by what they
    /// signed: a post without a name tells nothing of its author. First who says so, then by name.
    package func acquaintances(_ request: AcquaintanceRequest) throws -> [Acquaintance] {
        if request.isEmpty { return [] }
        let french = FrenchText()
        let sought = try sought(request.words, isExact: false, french)
        let topic = try request.topic.flatMap { id in try topicsInUse().first { $0.id == id } }
        let people = try view.members.shown().filter { request.finds($0) && $0.member.id != view.actor.member }
        let wrote = try exchanges(sought, topic, by: Set(people.map(\.member.id)))
        guard request.namesProblem else {
            return people.prefix(Self.acquaintancesShown).map {
                Acquaintance(profile: $0, subjects: $0.subjects, exchanges: [])
            }
        }
        let topicStems = topic.map { french.stems($0.name) } ?? []
        let found = people.map { profile in
            Acquaintance(
                profile: profile, subjects: sought.subjects(of: profile, topicStems, french),
                exchanges: wrote[profile.member.id] ?? [])
        }.filter { !$0.subjects.isEmpty || !$0.exchanges.isEmpty }
        // Names come in order already, and sorting by rank keeps it.
        let ranked = (0...2).flatMap { rank in found.filter { $0.rank == rank } }
        return Array(ranked.prefix(Self.acquaintancesShown))
    }

    /// The last exchanges of each of these members that hold the words and have the subject.
    private func exchanges(_ sought: Sought, _ topic: Topic?, by people: Set<Member.ID>) throws
        -> [Member.ID: [Acquaintance.Exchange]]
    {
        if people.isEmpty || (sought.words.isEmpty && topic == nil) { return [:] }
        var query = SearchIndex.Query(sought.words)
        if let topic { query.marks.append([PostMarks.topic(topic.id)]) }
        let rows = try newest(query, within: PostNumber.rows(in: try view.community)).rows
        let posts = rows.prefix(Self.postsRead).map { PostNumber(row: $0) }
        if posts.isEmpty { return [:] }
        var authors: [PostNumber: Member.ID] = [:]
        var titles: [Question.ID: String] = [:]
        let threads = Array(Set(posts.map(\.question))).sorted()
        let community = try view.community
        try view.transaction.each(
            """
            select id, title, author_id, is_nameless from question where id in \(list: threads) and deleted_at is null
            """
        ) { row in
            let id: Question.ID = try row[0]
            titles[id] = try row[1] as String
            if try !(row[3] as Bool) { authors[PostNumber(id, 0, in: community)] = try row[2] as Member.ID }
        }
        try view.transaction.each(
            """
            select question_id, number, author_id from reply
            where question_id in \(list: threads) and deleted_at is null and is_nameless = 0
            """
        ) { row in authors[PostNumber(try row[0], try row[1], in: community)] = try row[2] as Member.ID }
        var found: [Member.ID: [Acquaintance.Exchange]] = [:]
        for post in posts {
            guard let author = authors[post], people.contains(author), let title = titles[post.question] else {
                continue
            }
            let known = found[author] ?? []
            guard known.count < Self.exchangesShown, !known.contains(where: { $0.question == post.question }) else {
                continue
            }
            found[author] = known + [.init(question: post.question, number: post.number, title: title)]
        }
        return found
    }
}

extension AcquaintanceRequest {
    fileprivate func finds(_ profile: MemberProfile) -> Bool {
        if let profession, profile.member.profession?.code != profession.code { return false }
        let wanted = fold(territory).split(separator: " ")
        let here = fold(profile.territory ?? "")
        return wanted.allSatisfy { here.contains($0) }
    }
}

extension MemberProfile {
    /// What a card offers to help on, subject by subject.
    fileprivate var subjects: [String] {
        [canHelpOn, speciality ?? ""].flatMap { $0.split { ",;\n".contains($0) } }
            .map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    }
}

extension Sought {
    /// The subjects of a card that speak of what is sought, or of a topic.
    fileprivate func subjects(of profile: MemberProfile, _ topic: [String], _ french: FrenchText) -> [String] {
        let typed = stems + phrases.flatMap { $0 }
        return profile.subjects.filter { subject in
            if !words.isEmpty, isIn(subject, french) { return true }
            let stems = french.stems(subject)
            guard !stems.isEmpty else { return false }
            // "chutes" on a card answers "Chute sous anticoagulant".
            if !typed.isEmpty, stems.allSatisfy({ typed.contains($0) }) { return true }
            return !topic.isEmpty && (topic.allSatisfy(stems.contains) || stems.allSatisfy(topic.contains))
        }
    }
}
