import Persistence

// Subjects: one vocabulary for a community's exchanges and cards. A subject has other names, which lead to it.

/// How much somebody wants to hear of the exchanges on a subject.
package enum TopicLevel: String, Bindable, Sendable, CaseIterable {
    /// Each new exchange and its replies.
    case all
    /// Each new exchange.
    case first
    /// As of any other.
    case normal
    /// Nothing, unless one is called by name.
    case mute
}

/// A subject as its page and the list of subjects show it.
package struct TopicOnPage: Sendable, Equatable {
    package let topic: Topic
    package let description: String
    package let exchanges: Int
    /// The reader's.
    package let level: TopicLevel
    package var otherNames: [String] = []

    /// The longest description, in characters.
    package static let descriptionLimit = 500
    static let namesLimit = 20
}

extension Topic {
    /// Of topics `t`: neither merged into another, nor one that only a hidden question has.
    static let told: SQL = """
        t.merged_into is null
          and (exists (select 1 from question_topic k join question q on q.id = k.question_id
              where k.topic_id = t.id and q.deleted_at is null)
            or not exists (select 1 from question_topic k join question q on q.id = k.question_id
              where k.topic_id = t.id and q.hidden_at is not null))
        """

    /// "chutes, Nuit" → ["chutes", "Nuit"]
    static func parted(_ text: String) -> [String] {
        text.split { ",;\n".contains($0) }.map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    }

    /// The subjects of a card with each of these names, as they are looked up, under its new one; nil when none is there.
    static func renamed(_ text: String, _ names: [String: String]) -> String? {
        let before = parted(text)
        guard before.contains(where: { names[fold($0)] != nil }) else { return nil }
        var after: [String] = []
        for name in before.map({ names[fold($0)] ?? $0 }) where !after.contains(where: { fold($0) == fold(name) }) {
            after.append(name)
        }
        return after.joined(separator: ", ")
    }
}

extension View {
    package var topics: TopicQueries { TopicQueries(view: self) }
}

extension Act {
    package var topics: TopicActs { TopicActs(act: self) }
}

package struct TopicQueries {
    let view: View

    /// The subjects of the community, by name.
    package func all() throws -> [TopicOnPage] { try list("\(Topic.told)") }

    /// The subject `id` of this community; of another, or one that is not told, it does not exist.
    package func find(_ id: Topic.ID) throws -> TopicOnPage {
        guard let found = try list("t.id = \(id) and \(Topic.told)").first else { throw Refusal.notFound }
        return found
    }

    private func list(_ condition: SQL) throws -> [TopicOnPage] {
        let community = try view.community
        let topics = try view.transaction.all(
            """
            select t.id, t.name, t.description,
              (select count(*) from question_topic k where k.topic_id = t.id)
                - (select count(*) from question d join question_topic k on k.question_id = d.id and k.topic_id = t.id
                   where d.community_id = t.community_id and d.deleted_at is not null),
              coalesce(f.level, 'normal')
            from topic t left join topic_follow f on f.topic_id = t.id and f.member_id = \(view.actor.member)
            where t.community_id = \(community) and \(condition)
            """
        ) { row in
            TopicOnPage(topic: try Topic(row), description: try row[2], exchanges: try row[3], level: try row[4])
        }
        var names: [Topic.ID: [String]] = [:]
        try view.transaction.each(
            "select topic_id, name from topic_name where community_id = \(community) order by key"
        ) { row in names[try row[0], default: []].append(try row[1]) }
        return topics.sorted { fold($0.topic.name) < fold($1.topic.name) }.map { topic in
            var topic = topic
            topic.otherNames = names[topic.topic.id] ?? []
            return topic
        }
    }

    /// Where the page of a subject went that was merged into another.
    package func successor(of id: Topic.ID) throws -> Topic.ID? {
        try view.transaction.value(
            "select merged_into from topic where id = \(id) and community_id = \(try view.community)",
            as: Topic.ID?.self
        ) ?? nil
    }

    /// What each name leads to, its own or another, as it is looked up.
    func vocabulary() throws -> [String: Topic.ID] {
        let community = try view.community
        var known: [String: Topic.ID] = [:]
        try view.transaction.each(
            "select name, id from topic where community_id = \(community) and merged_into is null"
        ) { row in known[fold(try row[0])] = try row[1] }
        try view.transaction.each("select key, topic_id from topic_name where community_id = \(community)") { row in
            known[try row[0]] = try row[1]
        }
        return known
    }

    /// The name of the subject that each other name leads to.
    func otherNames() throws -> [String: Topic] {
        var names: [String: Topic] = [:]
        try view.transaction.each(
            """
            select t.id, t.name, n.key from topic_name n join topic t on t.id = n.topic_id
            where n.community_id = \(try view.community)
            """
        ) { row in names[try row[2]] = try Topic(row) }
        return names
    }

    /// A card with its subjects under the names that the community gave them.
    func named(_ card: MemberDraft) throws -> MemberDraft {
        if card.canHelpOn.isEmpty, card.wantsToLearn.isEmpty { return card }
        let names = try otherNames().mapValues(\.name)
        var card = card
        card.canHelpOn = Topic.renamed(card.canHelpOn, names) ?? card.canHelpOn
        card.wantsToLearn = Topic.renamed(card.wantsToLearn, names) ?? card.wantsToLearn
        return card
    }
}

package struct TopicActs {
    let act: Act

    /// Chooses how much of a subject one hears.
    package func follow(_ id: Topic.ID, _ level: TopicLevel) throws {
        _ = try act.view.topics.find(id)
        let member = try act.member
        if level == .normal {
            try act.execute("delete from topic_follow where topic_id = \(id) and member_id = \(member)")
        } else {
            try act.execute(
                """
                insert into topic_follow (topic_id, member_id, level, chosen_at)
                values (\(id), \(member), \(level), \(act.now))
                on conflict (topic_id, member_id) do update set level = excluded.level, chosen_at = excluded.chosen_at
                """)
        }
        try act.record(.followedTopic, .topic(id), ["level": level.rawValue])
    }

    /// A facilitator says what a subject is about, and what else it is called.
    /// - Parameter names: between commas, or one a line.
    package func describe(_ id: Topic.ID, _ description: String, otherNames names: String) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let before = try act.view.topics.find(id)
        let text = try description.line(limit: TopicOnPage.descriptionLimit, field: "description") ?? ""
        let others = try checked(names, of: before.topic)
        if text == before.description, others == before.otherNames { return }
        try act.guardPatients(in: [text] + others, isConfirmed: false)
        try act.execute("update topic set description = \(text) where id = \(id)")
        try act.execute("delete from topic_name where topic_id = \(id)")
        for name in others { try add(name, to: id) }
        try renameOnCards(others, to: before.topic.name)
        try act.record(.changedTopic, .topic(id))
    }

    func add(_ name: String, to id: Topic.ID) throws {
        try act.execute(
            """
            insert into topic_name (community_id, key, topic_id, name)
            values (\(try act.community), \(fold(name)), \(id), \(name))
            on conflict (community_id, key) do update set topic_id = excluded.topic_id, name = excluded.name
            """)
    }

    /// - Throws: a refusal that quotes the name of another subject.
    private func checked(_ text: String, of topic: Topic) throws -> [String] {
        let known = try act.view.topics.vocabulary()
        var names: [String: String] = [:]
        for name in Topic.parted(text) where fold(name) != fold(topic.name) {
            guard name.count <= Topic.length else {
                throw Refusal("Un sujet tient en 60 caractères. Séparez-les par une virgule.", field: "noms")
            }
            if let other = known[fold(name)], other != topic.id {
                throw Refusal(
                    "« %@ » mène déjà à un autre sujet. Pour n’en faire qu’un, réunissez-les.", name, field: "noms")
            }
            // As subjects are written; an acronym keeps its capitals.
            names[fold(name)] = name.count(where: \.isUppercase) > 1 ? name : name.lowercased()
        }
        guard names.count <= TopicOnPage.namesLimit else {
            throw Refusal("Vingt autres noms au plus. Gardez ceux que l’on écrit vraiment.", field: "noms")
        }
        return names.sorted { $0.key < $1.key }.map(\.value)
    }
}
