import Persistence

/// Whom a reader looks for in the directory. What is empty looks for everybody.
package struct DirectoryFilter: Sendable, Equatable {
    /// Any of its forms.
    package var profession: Profession?
    package var setting: Question.Setting?
    /// Found within a name, what they can help on, a speciality, an establishment or a territory, whatever its accents.
    package var words = ""
    /// Found within the speciality, and within the territory.
    package var speciality = ""
    package var territory = ""
    /// Only those who may be asked for help, and do not pause.
    package var isAvailable = false

    package init() {}

    package var isEmpty: Bool {
        profession == nil && setting == nil && !isAvailable
            && [words, speciality, territory].allSatisfy { $0.trimmingWhitespace().isEmpty }
    }

    fileprivate func finds(_ profile: MemberProfile) -> Bool {
        let text = MemberDraft(profile).searchText
        func holds(_ field: String?, _ wanted: String) -> Bool {
            let words = fold(wanted).split(separator: " ")
            return words.isEmpty || words.allSatisfy { fold(field ?? "").contains($0) }
        }
        return folded.allSatisfy { text.contains($0) } && holds(profile.speciality, speciality)
            && holds(profile.territory, territory)
    }

    /// The words, as they are compared.
    fileprivate var folded: [String] { fold(words).split(separator: " ").map(String.init) }
}

extension MemberDraft {
    /// What the directory looks in: kept beside the card, without accents or capitals.
    var searchText: String {
        fold(
            ([name, canHelpOn, speciality, establishment, territory] + (Profession(code: profession)?.words ?? []))
                .filter { !$0.isEmpty }.joined(separator: " "))
    }
}

extension MemberQueries {
    package static let foundAtMost = 60

    /// The first members whom the filter finds and who want to be found, by name. Facilitators, who look after everybody, and the
    /// reader themselves see the others too.
    package func found(_ filter: DirectoryFilter) throws -> [MemberProfile] {
        let trade: SQL =
            filter.profession.map {
                "and m.profession in \(list: [$0.code, $0.code + "f", $0.code + "m"])"
            } ?? ""
        let place: SQL = filter.setting.map { "and m.setting = \($0)" } ?? ""
        let available: SQL = filter.isAvailable ? "and m.asks_per_month > 0 and not \(.isPaused(at: view.now))" : ""
        let words: SQL = filter.folded.map { "and m.search_text like \("%\($0)%")" as SQL }.joined(" ")
        let wanted: SQL = "\(trade) \(place) \(available) and ((m.search_text <> '' \(words)) or m.search_text = '')"
        // What the database finds is nearly all wanted: few more are read than shown, however many it would find.
        var (found, last): ([MemberProfile], MemberProfile?) = ([], nil)
        while found.count < Self.foundAtMost {
            let next = try shown(after: last.map { ($0.member.name, $0.member.id) }, wanted, limit: Self.foundAtMost)
            found += next.filter(filter.finds)
            last = next.last
            if next.count < Self.foundAtMost { break }
        }
        return Array(found.prefix(Self.foundAtMost))
    }

    package static let pageLength = 40

    /// The directory without a filter: a page after the one named, and whether others follow.
    package func listed(after last: (name: String, id: Member.ID)?) throws -> (members: [MemberProfile], hasMore: Bool)
    {
        let found = try shown(after: last, limit: Self.pageLength + 1)
        return (Array(found.prefix(Self.pageLength)), found.count > Self.pageLength)
    }

    /// A page of those whom the directory shows to the reader, guests and names of the past left out.
    /// - Parameter condition: what else must be true of the member `m`.
    private func shown(after last: (name: String, id: Member.ID)?, _ condition: SQL = "", limit: Int) throws
        -> [MemberProfile]
    {
        try view.transaction.all(
            MemberProfile.self,
            """
            select \(MemberProfile.columns) from member m
            where m.community_id = \(try view.community) and m.left_at is null
              and m.role in ('facilitator', 'member') and \(try isShown) \(condition)
              and (m.sort_name, m.id) > (\(fold(last?.name ?? "")), \(last?.id ?? .init(0)))
            order by m.sort_name, m.id limit \(limit)
            """)
    }

    /// Everybody whom the directory shows to the reader, by name.
    /// - Parameter condition: what else must be true of the member `m`.
    func shown(_ condition: SQL = "1 = 1") throws -> [MemberProfile] {
        try view.transaction.all(
            MemberProfile.self,
            """
            select \(MemberProfile.columns) from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.role in ('facilitator', 'member') and \(try isShown) and (\(condition))
            order by m.sort_name, m.id
            """)
    }

    /// Whether the member `m` wants to be found; facilitators and the member themselves see them all the same.
    var isShown: SQL {
        get throws { view.actor.isFacilitator ? "1 = 1" : "(m.is_listed = 1 or m.id = \(view.actor.member))" }
    }
}

extension MemberActs {
    /// Writes what the directory looks in, for the cards that don't have it: those of before, those that an erasing
    /// touched. Until then they are found too, but each search reads them one by one.
    func readCards() throws {
        let cards = try act.transaction.all(
            MemberProfile.self,
            "select \(MemberProfile.columns) from member m where m.search_text = '' and m.left_at is null and m.name <> ''"
        )
        for card in cards {
            try act.execute(
                "update member set search_text = \(MemberDraft(card).searchText) where id = \(card.member.id)")
        }
    }
}
