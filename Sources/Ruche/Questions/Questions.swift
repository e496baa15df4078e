import Persistence

extension View {
    package var questions: QuestionQueries { QuestionQueries(view: self) }
}

extension Act {
    package var questions: QuestionActs { QuestionActs(act: self) }
}

package struct QuestionActs {
    let act: Act
}

package struct QuestionQueries {
    let view: View

    /// Which questions a list holds.
    package enum Filter: Sendable, Equatable {
        case all, waiting, unanswered, mine, applied
        case kind(Question.Kind)
        case topic(Topic.ID), objective(Int64), need(Int64), author(Member.ID)
    }

    /// The last line of the page before, to go on from there.
    package struct Mark: Sendable, Equatable {
        package let at: Instant
        package let id: Question.ID
        package init(at: Instant, id: Question.ID) { (self.at, self.id) = (at, id) }
    }

    package static let pageLength = 20

    /// A page of questions, the last active first, and where the next page begins.
    package func page(_ filter: Filter = .all, after mark: Mark? = nil, limit: Int = pageLength) throws
        -> (questions: [QuestionOnList], next: Mark?)
    {
        let after: SQL = mark.map { "and (q.last_activity_at, q.id) < (\($0.at), \($0.id))" } ?? ""
        var found = try view.transaction.all(
            QuestionOnList.self,
            """
            select \(QuestionOnList.columns) from question q \(QuestionOnList.author)
            where q.community_id = \(try view.community) and q.deleted_at is null \(try condition(filter)) \(after)
            order by q.last_activity_at desc, q.id desc limit \(limit + 1)
            """)
        var next: Mark?
        if found.count > limit {
            found.removeLast()
            next = found.last.map { Mark(at: $0.lastActivityAt, id: $0.id) }
        }
        return (try withTopics(found), next)
    }

    private func condition(_ filter: Filter) throws -> SQL {
        switch filter {
        case .all: ""
        case .waiting: "and q.kind = 'question' and q.resolved_at is null and q.closed_at is null"
        case .unanswered:
            "and q.kind = 'question' and q.resolved_at is null and q.closed_at is null and q.answered_at is null"
        case .applied: "and q.applied_at is not null"
        case .kind(let kind): "and q.kind = \(kind)"
        case .mine: "and q.author_id = \(try view.member)"
        case .topic(let topic):
            "and exists (select 1 from question_topic t where t.question_id = q.id and t.topic_id = \(topic))"
        case .objective(let id): "and q.objective_id = \(id)"
        case .need(let id): "and q.need_id = \(id)"
        case .author(let id): "and q.author_id = \(id) and (q.is_nameless = 0 or q.author_id = \(view.actor.member))"
        }
    }

    /// These questions as a list shows them, without their topics, in no order.
    func listed(_ ids: [Question.ID]) throws -> [QuestionOnList] {
        if ids.isEmpty { return [] }
        return try view.transaction.all(
            QuestionOnList.self,
            """
            select \(QuestionOnList.columns) from question q \(QuestionOnList.author) where q.id in \(list: ids)
            """)
    }

    /// Puts their topics on the questions of a page: one query for all.
    func withTopics(_ questions: [QuestionOnList]) throws -> [QuestionOnList] {
        if questions.isEmpty { return [] }
        var topics: [Question.ID: [Topic]] = [:]
        try view.transaction.each(
            """
            select t.id, t.name, qt.question_id from question_topic qt join topic t on t.id = qt.topic_id
            where qt.question_id in \(list: questions.map(\.id)) order by t.name
            """
        ) { row in topics[try row[2], default: []].append(try Topic(row)) }
        return questions.map { question in
            var question = question
            question.topics = topics[question.id] ?? []
            return question
        }
    }

    /// The last questions, as something else may become them.
    package func latest(_ limit: Int, except id: Question.ID) throws -> [LinkedObject] {
        try view.transaction.all(
            """
            select id, title from question
            where community_id = \(try view.community) and kind = 'question' and deleted_at is null and id <> \(id)
            order by last_activity_at desc, id desc limit \(limit)
            """
        ) { row in LinkedObject(id: try row[0], title: try row[1]) }.compactMap { $0 }
    }

    /// The topics of the community, by name. One that only a hidden question has is not told.
    package func topics() throws -> [Topic] {
        try view.transaction.all(
            Topic.self,
            """
            select t.id, t.name from topic t
            where t.community_id = \(try view.community) and \(Topic.told)
            """
        ).sortedByName()
    }

    package func exists(_ id: Question.ID) throws -> Bool {
        try view.transaction.value(
            "select id from question where id = \(id) and community_id = \(try view.community)", as: Question.ID.self
        ) != nil
    }

    /// The question `id` of this community; of another community, it does not exist. A guest sees only their own.
    package func find(_ id: Question.ID) throws -> Question {
        let found = try view.transaction.first(
            """
            select q.id, q.title, q.body, q.html, \(Author.columns(of: "q")), q.asked_at, q.setting, q.moment, q.constraints, q.tried,
                   q.sought, q.needed_by, q.is_urgent, o.id, o.title, n.id, n.statement, q.version, q.edited_at,
                   q.deleted_at, q.answered_at, q.useful_at, q.resolved_at, q.closed_at, q.closing_word, q.retained_id,
                   q.thanks, q.last_activity_at, q.asker_wrote_at, coalesce(q.waiting_since, q.asked_at), q.round,
                   q.choice_asked_at, q.agenda_at, q.applied_at, q.kind, q.is_reshaped, q.merged_into_id,
                   q.last_number
            from question q \(QuestionOnList.author)
            left join objective o on o.id = q.objective_id left join need n on n.id = q.need_id
            where q.id = \(id) and q.community_id = \(try view.community)
            """
        ) { row in
            Question(
                id: try row[0], kind: try row[37], title: try row[1], body: try row[2], html: try row[3],
                author: try Author(row, from: 4),
                askedAt: try row[8],
                context: .init(setting: try row[9], moment: try row[10], constraints: try row[11]),
                tried: try row[12],
                sought: (try row[13] as String).split(separator: " ").compactMap {
                    Question.Sought(rawValue: String($0))
                },
                neededBy: try row[14], isUrgent: try row[15],
                objective: LinkedObject(id: try row[16], title: try row[17]),
                need: LinkedObject(id: try row[18], title: try row[19]), version: try row[20], editedAt: try row[21],
                deletedAt: try row[22], answeredAt: try row[23], usefulAt: try row[24], resolvedAt: try row[25],
                closedAt: try row[26], closingWord: try row[27], retained: try row[28], thanks: try row[29],
                lastActivityAt: try row[30], askerWroteAt: try row[31], waitingSince: try row[32], round: try row[33],
                choiceAskedAt: try row[34], agendaAt: try row[35], appliedAt: try row[36],
                lastNumber: try row[40], isReshaped: try row[38],
                mergedInto: try row[39])
        }
        guard let found else { throw Refusal.notFound }
        try requireInvited(to: id)
        return found
    }

    /// The next step of a question that waits, and when; nil when it does not wait.
    package func nextStep(of thread: QuestionThread) throws -> NextStep? {
        let question = thread.question
        guard question.isOpen, question.kind == .question else { return nil }
        var facts = WaitingFacts(askedAt: question.askedAt)
        (facts.waitingSince, facts.answeredAt) = (question.waitingSince, question.answeredAt)
        (facts.lastActivityAt, facts.solvedAt) = (question.lastActivityAt, question.solvedAt)
        (facts.choiceAskedAt, facts.agendaAt) = (question.choiceAskedAt, question.agendaAt)
        facts.askerWroteAt = question.askerWroteAt
        if question.solvedAt != nil {
            let told = try followUps(of: question.id)
            (facts.followUps, facts.isOver) = (
                told.map(\.number).max() ?? 0, told.contains { $0.outcome?.isLast == true }
            )
        }
        facts.clarificationAt = thread.replies.filter {
            $0.kind == .clarification && $0.deletedAt == nil && $0.author.id != question.author.id
                && $0.repliedAt > question.askerWroteAt
        }.map(\.repliedAt).max()
        return NextStep(
            of: facts, on: PromiseClock(try view.communities.current()), meeting: try view.meetings.next()?.startsAt,
            now: view.now)
    }

    /// A guest is invited to one exchange, and sees no other.
    private func requireInvited(to id: Question.ID) throws {
        guard view.actor.role == .guest else { return }
        let invited = try view.transaction.value(
            "select guest_of from member where id = \(view.actor.member)", as: Question.ID.self)
        guard invited == id else { throw Refusal.notFound }
    }
}
