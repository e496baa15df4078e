import Persistence

/// What would move if one subject became another.
package struct TopicMerge: Sendable, Equatable {
    package let from: TopicOnPage
    package let into: TopicOnPage
    /// Cards that name it.
    package let cards: Int
    package let followers: Int
}

extension TopicQueries {
    /// - Throws: a refusal when they are one, or one of them is not here.
    package func merging(_ from: Topic.ID, into: Topic.ID) throws -> TopicMerge {
        guard from != into else { throw Refusal("Choisissez un autre sujet que celui-ci.", field: "avec") }
        let (from, into) = (try find(from), try find(into))
        let names = Set(([from.topic.name] + from.otherNames).map { fold($0) })
        let followers = try view.transaction.value(
            "select count(*) from topic_follow where topic_id = \(from.topic.id) and level <> 'mute'", as: Int.self)
        return TopicMerge(
            from: from, into: into, cards: try cards(naming: names).count, followers: followers ?? 0)
    }

    /// The members whose card names one of these subjects, what others don't see of it too: for acts and counts alone.
    fileprivate func cards(naming names: Set<String>) throws -> Set<Member.ID> {
        var found: Set<Member.ID> = []
        let community = try view.community
        func note(_ member: Member.ID, _ words: String) {
            if Topic.parted(words).contains(where: { names.contains(fold($0)) }) { found.insert(member) }
        }
        try view.transaction.each(
            """
            select id, can_help_on || ',' || wants_to_learn from member
            where community_id = \(community) and (can_help_on <> '' or wants_to_learn <> '')
            """
        ) { row in note(try row[0], try row[1]) }
        try view.transaction.each(
            """
            select f.member_id, f.value from private_field f join member m on m.id = f.member_id
            where m.community_id = \(community) and f.field in \(list: Self.cardFields)
            """
        ) { row in note(try row[0], try row[1]) }
        return found
    }

    fileprivate static let cardFields = [CardField.canHelpOn, .wantsToLearn]
}

extension TopicActs {
    /// A facilitator makes two subjects one: exchanges, cards, follows and names go to `into`; the old address leads there.
    package func merge(_ from: Topic.ID, into: Topic.ID) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let merge = try act.view.topics.merging(from, into: into)
        try moveExchanges(from, to: into)
        try act.execute(
            """
            insert into topic_follow (topic_id, member_id, level, chosen_at)
            select \(into), member_id, level, chosen_at from topic_follow where topic_id = \(from)
            on conflict (topic_id, member_id) do nothing
            """)
        try act.execute("delete from topic_follow where topic_id = \(from)")
        try act.execute("update topic_name set topic_id = \(into) where topic_id = \(from)")
        try add(merge.from.topic.name, to: into)
        try act.execute(
            "update topic set merged_into = \(into), description = '' where id = \(from) or merged_into = \(from)")
        if merge.into.description.isEmpty {
            try act.execute("update topic set description = \(merge.from.description) where id = \(into)")
        }
        try renameOnCards([merge.from.topic.name] + merge.from.otherNames, to: merge.into.topic.name)
        try act.record(
            .mergedTopics, .topic(into), ["from": merge.from.topic.name, "to": merge.into.topic.name])
    }

    /// With the marks by which the search finds them.
    private func moveExchanges(_ from: Topic.ID, to into: Topic.ID) throws {
        let moved = try act.transaction.column(
            "select question_id from question_topic where topic_id = \(from)", as: Question.ID.self)
        try act.execute(
            """
            insert into question_topic (question_id, topic_id)
            select question_id, \(into) from question_topic where topic_id = \(from)
            on conflict (question_id, topic_id) do nothing
            """)
        try act.execute("delete from question_topic where topic_id = \(from)")
        for question in moved { try act.questions.markAgain(question) }
    }

    /// Cards name a subject as the community does.
    func renameOnCards(_ names: [String], to name: String) throws {
        let renamed = Dictionary(names.map { (fold($0), name) }) { first, _ in first }
        for member in try act.view.topics.cards(naming: Set(renamed.keys)).sorted() {
            try renameOnCard(of: member, renamed)
        }
    }

    private func renameOnCard(of member: Member.ID, _ names: [String: String]) throws {
        let card = try act.transaction.first("select can_help_on, wants_to_learn from member where id = \(member)") {
            row in (help: try row[0] as String, learn: try row[1] as String)
        }
        if let card {
            // The words of the card are sought in the card itself until its owner writes it again.
            try act.execute(
                """
                update member set can_help_on = \(Topic.renamed(card.help, names) ?? card.help),
                  wants_to_learn = \(Topic.renamed(card.learn, names) ?? card.learn), search_text = ''
                where id = \(member)
                """)
        }
        let hidden = try act.transaction.all(
            """
            select field, value from private_field
            where member_id = \(member) and field in \(list: TopicQueries.cardFields)
            """
        ) { row in (field: try row[0] as String, value: try row[1] as String) }
        for (field, value) in hidden {
            guard let after = Topic.renamed(value, names) else { continue }
            try act.execute(
                "update private_field set value = \(after) where member_id = \(member) and field = \(field)")
        }
    }
}
