import Persistence

/// How much of an exchange somebody wants to hear.
package enum FollowLevel: String, Bindable, Sendable, CaseIterable {
    /// Each reply, by mail at one's tempo, and on the home page.
    case all
    /// One's own questions and what calls one by name.
    case normal
    /// Nothing.
    case mute
}

/// The reader's level, and why it is so.
package struct Follow: Sendable, Equatable {
    package let level: FollowLevel
    package let reason: Reason

    package enum Reason: Sendable, Equatable {
        case chosen, asked, metToo, wrote, member
        /// The level of a subject that it is on.
        case topic(String)
    }
}

extension QuestionQueries {
    package func follow(of thread: QuestionThread) throws -> Follow {
        let reader = view.actor.member
        var chosen: FollowLevel?
        var topics: [(level: TopicLevel, name: String)] = []
        try view.transaction.each(
            """
            select level, null from follow where member_id = \(reader) and question_id = \(thread.question.id)
            union all
            select f.level, t.name from topic_follow f join topic t on t.id = f.topic_id
            where f.member_id = \(reader) and f.topic_id in \(list: thread.topics.map(\.id))
            """
        ) { row in
            if let topic = try row[1] as String? { topics.append((try row[0], topic)) } else { chosen = try row[0] }
        }
        if let chosen {
            let isMeToo = chosen == .all && thread.meToo.contains { $0.author.id == reader }
            return Follow(level: chosen, reason: isMeToo ? .metToo : .chosen)
        }
        if thread.question.author.id == reader { return Follow(level: .all, reason: .asked) }
        for level in [TopicLevel.all, .mute] {
            if let topic = topics.first(where: { $0.level == level }), let level = FollowLevel(level) {
                return Follow(level: level, reason: .topic(topic.name))
            }
        }
        let wrote = thread.replies.contains { $0.author.id == reader && $0.deletedAt == nil }
        return Follow(level: .normal, reason: wrote ? .wrote : .member)
    }
}

extension QuestionActs {
    /// Chooses how much of an exchange one hears.
    package func follow(_ id: Question.ID, _ level: FollowLevel) throws {
        _ = try act.view.questions.find(id)
        try setFollow(id, level)
        try act.record(.followed, .question(id), ["level": level.rawValue])
    }

    func setFollow(_ id: Question.ID, _ level: FollowLevel) throws {
        try act.execute(
            """
            insert into follow (member_id, question_id, level) values (\(try act.member), \(id), \(level))
            on conflict (member_id, question_id) do update set level = excluded.level
            """)
    }

    /// Keeps whom a post calls, for their home page; nobody who wants to hear nothing of the exchange.
    private func noteCalled(_ called: Set<Member.ID>, in id: Question.ID, _ number: Int) throws {
        if called.isEmpty { return }
        let mute = try act.transaction.column(
            "select member_id from follow where question_id = \(id) and level = 'mute'", as: Member.ID.self)
        for member in called.subtracting(mute) {
            try act.execute(
                """
                insert into calling (question_id, number, member_id, called_at)
                values (\(id), \(number), \(member), \(act.now)) on conflict (question_id, number, member_id) do nothing
                """)
        }
    }

    /// Tells of a reply those who follow, the asker first, whom it answers and those it calls; nobody twice, and not its
    /// own author.
    /// - Parameter answered: the author of the reply that it answers.
    func tellFollowers(
        of question: Question, reply: Reply.ID, called: Set<Member.ID>, answered: Member.ID? = nil
    ) throws {
        let author = try act.member
        var levels = try levelsOfTopics(of: question.id).compactMapValues { FollowLevel($0) }
        levels[question.author.id] = .all
        try act.transaction.each("select member_id, level from follow where question_id = \(question.id)") { row in
            levels[try row[0]] = try row[1]
        }
        let community = try act.view.communities.current()
        // As they signed it.
        let name = try act.view.questions.reply(reply).author.name
        for (member, level) in levels.sorted(by: { $0.key < $1.key })
        where member != author && level == .all && !called.contains(member) {
            let letter: Letter =
                member == question.author.id
                ? .replied(
                    community: community.name, slug: community.slug, question: question.id.rawValue,
                    title: question.title, author: name)
                : .repliedElsewhere(exchange(question, in: community), author: name)
            try act.mails.tell(member, about: question.id, letter, key: "replied/\(reply)/\(member)")
        }
        if let answered, answered != author, levels[answered] != .all, levels[answered] != .mute,
            !called.contains(answered)
        {
            try act.mails.tell(
                answered, about: question.id, .answeredYou(exchange(question, in: community), author: name),
                key: "replied/\(reply)/\(answered)")
        }
        try tell(called, in: question, by: .reply(reply))
    }

    /// A letter to each of those whom a post calls, once for each post, but to who muted the exchange.
    func tell(_ called: Set<Member.ID>, in question: Question, by post: Post) throws {
        if called.isEmpty { return }
        let author = try act.member
        let muted = Set(
            try act.transaction.column(
                "select member_id from follow where question_id = \(question.id) and level = \(FollowLevel.mute)",
                as: Member.ID.self))
        let community = try act.view.communities.current()
        let name: String
        let (key, number): (String, Int)
        switch post {
        case .question(let id): (name, key, number) = (question.author.name, "question/\(id)", 0)
        case .reply(let id):
            let reply = try act.view.questions.reply(id)
            (name, key, number) = (reply.author.name, "\(id)", reply.number)
        }
        try noteCalled(called.subtracting([author]), in: question.id, number)
        for member in called.sorted() where member != author && !muted.contains(member) {
            try act.mails.tell(
                member, about: question.id, .called(exchange(question, in: community), author: name),
                key: "called/\(key)/\(member)", atOnce: true)
        }
    }
}

extension FollowLevel {
    /// What the level of a subject makes of its exchanges, once begun; nil: nothing.
    fileprivate init?(_ level: TopicLevel) {
        switch level {
        case .all: self = .all
        case .mute: self = .mute
        case .first, .normal: return nil
        }
    }
}

extension QuestionActs {
    /// What members chose for the subjects of an exchange. Of several, the one that tells most holds.
    private func levelsOfTopics(of id: Question.ID) throws -> [Member.ID: TopicLevel] {
        var levels: [Member.ID: TopicLevel] = [:]
        try act.transaction.each(
            """
            select f.member_id, f.level from question_topic k join topic_follow f on f.topic_id = k.topic_id
            where k.question_id = \(id)
            """
        ) { row in
            let (member, level): (Member.ID, TopicLevel) = (try row[0], try row[1])
            let order: [TopicLevel] = [.all, .first, .mute]
            levels[member] = order.first { $0 == level || $0 == levels[member] }
        }
        return levels
    }

    /// Tells of a new exchange those who follow one of its subjects, but to whom it calls already.
    func tellFollowersOfTopics(of question: Question, called: Set<Member.ID>) throws {
        let author = try act.member
        let followers = try levelsOfTopics(of: question.id).filter { member, level in
            level != .mute && member != author && !called.contains(member)
        }
        if followers.isEmpty { return }
        let community = try act.view.communities.current()
        let topics = try act.view.questions.topics(of: question.id).map(\.name).joined(separator: ", ")
        for member in followers.keys.sorted() {
            try act.mails.tell(
                member, about: question.id,
                .newOnTopic(exchange(question, in: community), author: question.author.name, topics: topics),
                key: "topic/\(question.id)/\(member)")
        }
    }
}
