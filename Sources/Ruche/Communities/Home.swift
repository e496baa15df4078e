import Persistence

/// The three lists of the home page: what I can do for others, what happened since I came, what is next.
package struct Home: Sendable {
    package let canHelp: [HelpWanted]
    package let news: [News]
    /// Since when the news are; nil on a first visit.
    package let since: Instant?
    package let newcomers: [MemberProfile]
    /// The reader's drafts, so that nothing begun is forgotten.
    package let drafts: [Draft]
    package let awaited: [Awaited]
}

/// Something that only the reader can do, and that somebody waits for.
package enum Awaited: Sendable, Equatable {
    /// A colleague asks for their help, or the promise does.
    case solicitation(Solicitation)
    /// Somebody wrote to them in private.
    case privateTalk(PrivateTalk)
    /// An objective that they look after: half of its time has passed, or all of it.
    case objective(Objective.ID, title: String, isOverdue: Bool)
    /// Their own question.
    case ownQuestion(Question.ID, title: String, Wish)

    package enum Wish: Sendable, Equatable {
        /// Somebody asked them something back.
        case precision
        /// Nobody answered: reword, ask everybody, or the next meeting.
        case choice
        /// There are replies; did one help?
        case usefulness
        /// Something helped a while ago: what became of it?
        case whatBecame
    }
}

/// A question that the reader may answer, with why it is shown to them.
package struct HelpWanted: Sendable {
    package let question: QuestionOnList
    package let reason: Reason

    package enum Reason: Sendable, Equatable {
        /// The reader said they can help on this.
        case topic(String)
        /// The same kind of place as the reader's.
        case setting(Question.Setting)
        /// Nobody has answered yet.
        case unanswered
    }
}

/// Something that happened since the last visit.
package struct News: Sendable {
    package let at: Instant
    package let question: Question.ID
    package let title: String
    package let number: Int
    package let who: String
    package let kind: Kind

    package enum Kind: Sendable, Equatable {
        /// A reply to the reader's own question.
        case repliedToYou
        /// The reader's reply was retained, with the words of thanks.
        case retainedYours(thanks: String?)
        /// Somebody found the reader's reply useful.
        case foundYoursUseful
        /// A reply calls the reader by name.
        case calledYou
        /// A reply in an exchange where the reader wrote.
        case repliedWhereYouWrote
        /// A new exchange, perhaps on a subject that the reader follows.
        case asked(Question.Kind, topic: String?)
    }
}

extension Awaited.Wish {
    /// What a question in this state wants of its author; nothing while it is for the others to act.
    fileprivate init?(
        isChoiceAsked: Bool, isAnswered: Bool, hasHelped: Bool, isQuiet: Bool, clarifications: Int,
        lettersWithoutAnswer: Int
    ) {
        if lettersWithoutAnswer > 0 {
            self = .whatBecame
        } else if isChoiceAsked, !isAnswered {
            self = .choice
        } else if clarifications > 0 {
            self = .precision
        } else if isAnswered, !hasHelped, isQuiet {
            self = .usefulness
        } else {
            return nil
        }
    }
}

extension CommunityQueries {
    package func home() throws -> Home {
        let member = try view.member
        let reader = try view.transaction.first(
            """
            select visit_began_at, last_visit_at,
              coalesce(nullif(can_help_on, ''), (select value from private_field f
                where f.member_id = member.id and f.field = \(CardField.canHelpOn)), ''),
              coalesce(setting, (select value from private_field f
                where f.member_id = member.id and f.field = \(CardField.setting))),
              all_read_at,
              case when exists (select 1 from topic_follow f where f.member_id = member.id) then 1 else 0 end
            from member where id = \(member)
            """
        ) { row in
            (
                began: try row[0] as Instant?, last: try row[1] as Instant?, help: try row[2] as String,
                setting: try row[3] as String?, allRead: try row[4] as Instant?, hasTopics: try row[5] as Bool
            )
        }
        guard let reader else { throw Refusal.notFound }
        // Within a visit the lists stay: they count from the end of the visit before.
        let isNewVisit = reader.last.map { view.now - $0 >= .hours(1) } ?? true
        let since = isNewVisit ? reader.last : reader.began
        let unread = [since ?? view.now - .days(14), reader.allRead].compactMap { $0 }.max() ?? view.now
        return Home(
            canHelp: try helpWanted(member, helpsOn: reader.help, setting: reader.setting),
            news: try news(for: member, since: unread, hasTopics: reader.hasTopics), since: since,
            newcomers: try view.members.newcomers(limit: 3).filter { $0.member.id != member },
            drafts: try view.questions.drafts(),
            awaited: try view.questions.solicitations().map(Awaited.solicitation)
                + view.privateTalks.unread().prefix(3).map(Awaited.privateTalk)
                + view.objectives.awaiting(member).prefix(2).map {
                    Awaited.objective($0.id, title: $0.title, isOverdue: $0.state(at: view.now) == .overdue)
                } + awaited(from: member))
    }

    private static let awaitedAtMost = 4

    /// What the reader's own questions want of them, those that changed last first.
    private func awaited(from member: Member.ID) throws -> [Awaited] {
        let questions = try view.transaction.all(
            """
            select q.id, q.title, q.choice_asked_at, q.answered_at, coalesce(q.useful_at, q.resolved_at), q.last_activity_at,
              case when q.answered_at is null or q.useful_at is not null then 0 else (
                select count(*) from reply r where r.question_id = q.id and r.kind = 'clarification'
                  and r.deleted_at is null and r.author_id <> q.author_id and r.replied_at > q.asker_wrote_at) end,
              (select count(*) from follow_up f where f.question_id = q.id and f.answered_at is null)
            from question q
            where q.author_id = \(member) and q.community_id = \(try view.community) and q.deleted_at is null
              and q.closed_at is null and q.kind in ('question', 'case')
            order by q.last_activity_at desc, q.id desc limit 12
            """
        ) { row in
            (
                id: try row[0] as Question.ID, title: try row[1] as String,
                wish: Awaited.Wish(
                    isChoiceAsked: try row[2] as Instant? != nil, isAnswered: try row[3] as Instant? != nil,
                    hasHelped: try row[4] as Instant? != nil, isQuiet: view.now - (try row[5] as Instant) > .days(7),
                    clarifications: try row[6], lettersWithoutAnswer: try row[7])
            )
        }
        return questions.compactMap { question in
            question.wish.map { .ownQuestion(question.id, title: question.title, $0) }
        }.prefix(Self.awaitedAtMost).map { $0 }
    }

    private static let candidates = 32
    private static let shown = 3

    /// Waiting questions of others, those on the reader's topics first, then of the same setting, then without reply.
    private func helpWanted(_ member: Member.ID, helpsOn: String, setting: String?) throws -> [HelpWanted] {
        // Many are weighed by the little that ranks them; the three that are shown are read whole.
        let waiting = try view.transaction.all(
            """
            select q.id, q.setting, q.answered_at from question q
            where q.community_id = \(try view.community) and q.kind = 'question' and q.deleted_at is null
              and q.resolved_at is null and q.closed_at is null and q.useful_at is null and q.author_id <> \(member)
            order by q.last_activity_at desc, q.id desc limit \(Self.candidates)
            """
        ) { row in
            (id: try row[0] as Question.ID, setting: try row[1] as String?, isAnswered: try row[2] as Instant? != nil)
        }
        if waiting.isEmpty { return [] }
        let topics = try topics(of: waiting.map(\.id), among: helpsOn)
        let ranked = waiting.compactMap { question -> (rank: Int, id: Question.ID, reason: HelpWanted.Reason)? in
            if let topic = topics[question.id] { return (0, question.id, .topic(topic)) }
            if let place = question.setting, place == setting, let place = Question.Setting(rawValue: place) {
                return (question.isAnswered ? 3 : 1, question.id, .setting(place))
            }
            return question.isAnswered ? nil : (2, question.id, .unanswered)
        }
        // The order of activity holds within a rank: a stable sort. What the reader answered already is passed over.
        let sorted = ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
        var chosen: [(rank: Int, id: Question.ID, reason: HelpWanted.Reason)] = []
        for start in stride(from: 0, to: sorted.count, by: 8) where chosen.count < Self.shown {
            let some = sorted[start..<min(start + 8, sorted.count)]
            let answered = try answered(by: member, among: some.map(\.id))
            chosen += some.filter { !answered.contains($0.id) }.prefix(Self.shown - chosen.count)
        }
        let whole = try view.questions.listed(chosen.map(\.id))
        return chosen.compactMap { wanted in
            whole.first { $0.id == wanted.id }.map { HelpWanted(question: $0, reason: wanted.reason) }
        }
    }

    private func answered(by member: Member.ID, among questions: [Question.ID]) throws -> Set<Question.ID> {
        Set(
            try view.transaction.column(
                """
                select distinct question_id from reply
                where author_id = \(member) and deleted_at is null and question_id in \(list: questions)
                """, as: Question.ID.self))
    }

    /// The first topic of each question that the reader can help on.
    private func topics(of questions: [Question.ID], among helpsOn: String) throws -> [Question.ID: String] {
        let subjects = Set(helpsOn.split { ",;\n".contains($0) }.map { fold(String($0).trimmingWhitespace()) })
        guard !subjects.isEmpty, !questions.isEmpty else { return [:] }
        // The vocabulary is short, and most of it is not the reader's.
        let vocabulary = try view.transaction.all(
            Topic.self, "select t.id, t.name from topic t where t.community_id = \(try view.community)")
        let names = Dictionary(
            uniqueKeysWithValues: vocabulary.filter { subjects.contains(fold($0.name)) }.map { ($0.id, $0.name) })
        if names.isEmpty { return [:] }
        var known: [Question.ID: String] = [:]
        try view.transaction.each(
            "select question_id, topic_id from question_topic where question_id in \(list: questions)"
        ) { row in
            let question: Question.ID = try row[0]
            guard let name = names[try row[1]] else { return }
            known[question] = min(known[question] ?? name, name)
        }
        return known
    }

    private static let newsShown = 6

    /// How many of the exchanges where the reader wrote last are looked at.
    private static let followed = 40

    private func news(for member: Member.ID, since: Instant, hasTopics: Bool) throws -> [News] {
        let community = try view.community
        let ofTopics: SQL = """
            union
            select question_id from (
              select k.question_id from topic_follow f join question_topic k on k.topic_id = f.topic_id
              where f.member_id = \(member) and f.level = 'all' order by k.question_id desc limit \(Self.followed)) told
            """
        // One line an exchange, its last reply: whoever reads it finds the others above.
        let replies = try view.transaction.all(
            """
            select r.replied_at, q.id, q.title, r.number, \(Author.name(of: "r")), q.author_id
            from (
              select id from question where author_id = \(member) and last_activity_at > \(since)
              union
              select question_id from (
                select question_id from reply where author_id = \(member) and deleted_at is null
                order by replied_at desc limit \(Self.followed)) written
              union
              select question_id from follow where member_id = \(member) and level = 'all'
              \(hasTopics ? ofTopics : "")
            ) mine
            join question q on q.id = mine.id
            join reply r on r.question_id = q.id and r.number = (
              select max(number) from reply last where last.question_id = q.id and last.deleted_at is null)
            join member m on m.id = r.author_id
            where q.deleted_at is null and q.last_activity_at > \(since) and r.replied_at > \(since)
              and r.author_id <> \(member)
              and q.community_id = \(community) and not exists (
                select 1 from follow f where f.question_id = q.id and f.member_id = \(member) and f.level = 'mute')
            order by r.replied_at desc limit \(Self.newsShown)
            """
        ) { row in
            News(
                at: try row[0], question: try row[1], title: try row[2], number: try row[3], who: try row[4],
                kind: try row[5] == member ? .repliedToYou : .repliedWhereYouWrote)
        }
        let called = try view.transaction.all(
            """
            select c.called_at, q.id, q.title, c.number,
              case when c.number = 0 then \(Author.name(of: "q")) else \(Author.name(of: "r")) end
            from calling c join question q on q.id = c.question_id
            left join reply r on r.question_id = c.question_id and r.number = c.number and r.deleted_at is null
            join member m on m.id = coalesce(r.author_id, q.author_id)
            where c.member_id = \(member) and c.called_at > \(since) and q.deleted_at is null
              and (c.number = 0 or r.id is not null)
            order by c.called_at desc limit \(Self.newsShown)
            """
        ) { row in
            News(
                at: try row[0], question: try row[1], title: try row[2], number: try row[3], who: try row[4],
                kind: .calledYou)
        }
        let others = replies.filter { reply in
            !called.contains { $0.question == reply.question && $0.number == reply.number }
        }
        let retained = try view.transaction.all(
            """
            select q.resolved_at, q.id, q.title, r.number, \(Author.name(of: "q")), q.thanks
            from question q join reply r on r.id = q.retained_id \(QuestionOnList.author)
            where q.retained_author_id = \(member) and q.resolved_at > \(since) and q.deleted_at is null
              and q.author_id <> \(member)
            order by q.resolved_at desc limit \(Self.newsShown)
            """
        ) { row in
            News(
                at: try row[0], question: try row[1], title: try row[2], number: try row[3], who: try row[4],
                kind: .retainedYours(thanks: try row[5]))
        }
        let useful = try view.transaction.all(
            """
            select u.marked_at, r.question_id, q.title, r.number, m.name
            from useful_mark u join reply r on r.id = u.reply_id join question q on q.id = r.question_id
            join member m on m.id = u.member_id
            where u.author_id = \(member) and u.marked_at > \(since) and r.deleted_at is null and q.deleted_at is null
              and (q.retained_id is null or q.retained_id <> r.id or u.voice = 'peer')
            order by u.marked_at desc limit \(Self.newsShown)
            """
        ) { row in
            News(
                at: try row[0], question: try row[1], title: try row[2], number: try row[3], who: try row[4],
                kind: .foundYoursUseful)
        }
        let followedTopic: SQL = """
            (select min(t.name) from question_topic k join topic_follow f on f.topic_id = k.topic_id
             join topic t on t.id = f.topic_id
             where k.question_id = q.id and f.member_id = \(member) and f.level <> 'mute')
            """
        let isNotMuted: SQL = """
            and (not exists (select 1 from question_topic k join topic_follow f on f.topic_id = k.topic_id
                where k.question_id = q.id and f.member_id = \(member) and f.level = 'mute')
              or \(followedTopic) is not null)
            """
        let asked = try view.transaction.all(
            """
            select q.asked_at, q.id, q.title, 0, \(Author.name(of: "q")), q.kind, \(hasTopics ? followedTopic : "null")
            from question q \(QuestionOnList.author)
            where q.community_id = \(community) and q.asked_at > \(since) and q.deleted_at is null
              and q.author_id <> \(member) \(hasTopics ? isNotMuted : "")
            order by q.asked_at desc limit \(Self.newsShown)
            """
        ) { row in
            News(
                at: try row[0], question: try row[1], title: try row[2], number: try row[3], who: try row[4],
                kind: .asked(try row[5], topic: try row[6]))
        }
        return (retained + called + others + useful + asked).sorted { $0.at > $1.at }.prefix(Self.newsShown).map { $0 }
    }
}
