import Calendaring
import Persistence

/// Looks for what is due in a community, each kind by its own trigger (DOMAIN §8), in a bounded number of queries. What
/// was put off, or done and at rest, is left out.
struct GestureFinder {
    let view: View
    let community: Community
    let clock: PromiseClock

    /// More than a desk can ever show, and few enough to be read each time.
    static let atMost = 12

    init(_ view: View) throws {
        self.view = view
        community = try view.communities.current()
        clock = PromiseClock(community)
    }

    var zone: Zone { clock.hours.zone }
    var today: CivilDate { zone.date(at: view.now.milliseconds) }
    var isWorkingDay: Bool { clock.hours.isWorkingDay(today) }

    func find(_ kinds: Set<Gesture.Kind>) throws -> [Gesture] {
        try Gesture.Kind.allCases.filter(kinds.contains).flatMap(find)
    }

    private func find(_ kind: Gesture.Kind) throws -> [Gesture] {
        switch kind {
        case .findSomebody: try unanswered()
        case .askIfHelped: try withoutUsefulMark()
        case .welcome: try newcomers()
        case .firstExchange: try withoutAct()
        case .fixMeeting: try meetings()
        case .readRequest: try requests()
        case .readAgain: try rereadings()
        case .otherVoices: try oneVoice()
        case .openExchange: try needs() + objectives()
        case .reread: try resources()
        case .turnFunction: try functions()
        case .lookAtDrift: try drifts()
        case .thank: try thanks()
        case .prepareYear: try year()
        }
    }

    /// Neither put off nor done lately.
    /// - Parameter object: as the gesture names it, in SQL.
    func isFree(_ kind: Gesture.Kind, _ object: SQL) -> SQL {
        let lately: SQL = kind.rest.map { "and d.done_at > \(view.now - $0)" } ?? ""
        return """
            not exists (select 1 from gesture_pause p where p.community_id = \(community.id) and p.object = \(object)
              and p.kind = \(kind) and (p.until is null or p.until > \(view.now)))
            and not exists (select 1 from gesture_done d where d.community_id = \(community.id) and d.object = \(object)
              and d.kind = \(kind) \(lately))
            """
    }

    private func isFreeNow(_ kind: Gesture.Kind, _ object: String) throws -> Bool {
        let given: SQL = "\(object)"
        return try view.transaction.value("select case when \(isFree(kind, given)) then 1 else 0 end", as: Int.self)
            == 1
    }

    /// Questions that wait and were asked here: those of an imported past were promised nothing.
    ///
    /// The kind is written so that SQLite takes the index of what is open, and not that of all questions.
    static let waitingQuestion: SQL = """
        q.deleted_at is null and q.resolved_at is null and q.closed_at is null and q.batch_id is null
        and (q.kind || '') = 'question'
        """

    /// Those of them whose author has not said that something helped.
    static let unsolvedQuestion: SQL = "\(waitingQuestion) and q.useful_at is null"

    /// Whether the member `m`, who does not facilitate, can be written to.
    private var isReachable: SQL {
        """
        m.left_at is null and m.is_pending = 0 and m.person_id is not null and m.role = 'member'
        and not \(.isPaused(at: view.now))
        """
    }
}

// Exchanges
extension GestureFinder {
    /// G1: without a human reply at the end of the promise. Once a question is to be spoken of at a meeting, it waits there.
    private func unanswered() throws -> [Gesture] {
        try view.transaction.all(
            """
            select q.id, q.title, \(Author.columns(of: "q")), q.asked_at from question q \(QuestionOnList.author)
            where q.community_id = \(community.id) and \(Self.unsolvedQuestion) and q.answered_at is null
              and q.agenda_at is null
              and not exists (select 1 from solicitation s where s.question_id = q.id and s.asked_by is not null
                and s.asked_at > \(view.now - .days(2)))
              and \(isFree(.findSomebody, "'question/' || q.id"))
            order by q.last_activity_at limit \(Self.atMost)
            """
        ) { row -> Gesture? in
            let id = try row[0] as Question.ID
            let due = clock.due(1, after: try row[6])
            guard due <= view.now else { return nil }
            return Gesture(
                .findSomebody, ["question/\(id)"], since: due,
                .findSomebody(
                    id, title: try row[1], asker: try Author(row, from: 2), askedAt: try row[6],
                    promise: community.promise, knowers: []))
        }.compactMap { $0 }
    }

    /// Those who know a question best and may be asked, said with the gesture.
    func naming(_ gesture: Gesture) throws -> Gesture {
        guard case .findSomebody(let id, let title, let asker, let askedAt, let promise, _) = gesture.reason else {
            return gesture
        }
        var gesture = gesture
        gesture.reason = .findSomebody(
            id, title: title, asker: asker, askedAt: askedAt, promise: promise, knowers: try knowers(of: id, limit: 2))
        return gesture
    }

    /// Who may be asked to answer: neither asked already nor writing there.
    func knowers(of id: Question.ID, limit: Int) throws -> [Gesture.Suggested] {
        let asked = Set(
            try view.transaction.column(
                """
                select member_id from solicitation where question_id = \(id)
                union select author_id from reply where question_id = \(id) and deleted_at is null
                """, as: Member.ID.self))
        let known = try view.questions.whoKnows(try view.questions.find(id), isShown: true).filter {
            $0.isAvailable && !asked.contains($0.member) && $0.member != view.actor.member
        }.prefix(limit)
        guard !known.isEmpty else { return [] }
        let authors = try view.transaction.all(
            "select \(Author.columns) from member m where m.id in \(list: known.map(\.member))"
        ) { try Author($0, from: 0) }
        return known.compactMap { knower in
            authors.first { $0.id == knower.member }.map {
                Gesture.Suggested(member: $0, reason: knower.reason, asked: knower.availability.asked)
            }
        }
    }

    private static let patience = Duration.days(7)

    /// G2: replies, and a week without a word on whether one helped.
    private func withoutUsefulMark() throws -> [Gesture] {
        try view.transaction.all(
            """
            select q.id, q.title, \(Author.columns(of: "q")), q.reply_count,
              (select max(r.replied_at) from reply r where r.question_id = q.id and r.deleted_at is null)
            from question q \(QuestionOnList.author)
            where q.community_id = \(community.id) and \(Self.unsolvedQuestion) and q.answered_at is not null
              and q.reply_count > 0 and q.last_activity_at <= \(view.now - Self.patience)
              and not exists (select 1 from reply r where r.question_id = q.id and r.deleted_at is null
                and r.useful_count > 0)
              and \(isReachable) and \(isFree(.askIfHelped, "'question/' || q.id"))
            order by q.last_activity_at limit \(Self.atMost)
            """
        ) { row -> Gesture? in
            guard let last = try row[7] as Instant? else { return nil }
            let id = try row[0] as Question.ID
            return Gesture(
                .askIfHelped, ["question/\(id)"], since: last + Self.patience,
                .askIfHelped(
                    id, title: try row[1], asker: try Author(row, from: 2), replies: try row[6], lastAt: last))
        }.compactMap { $0 }
    }

    /// G11: six replies or more, half of them or more by one person who did not ask; of a question that waits, or of any
    /// other exchange of the last quarter.
    private func oneVoice() throws -> [Gesture] {
        try view.transaction.all(
            """
            select q.id, q.title, q.last_activity_at, q.reply_count,
              (select count(*) from reply r where r.question_id = q.id and r.deleted_at is null
                and r.author_id <> q.author_id group by r.author_id order by count(*) desc limit 1)
            from question q
            where q.community_id = \(community.id) and q.reply_count >= 6
              and q.id in (
                select q.id from question q where q.community_id = \(community.id) and \(Self.waitingQuestion)
                union all
                select q.id from question q where q.community_id = \(community.id) and q.deleted_at is null
                  and q.last_activity_at > \(view.now - .days(91)) and q.kind <> 'question' and q.closed_at is null
                  and q.resolved_at is null and q.batch_id is null)
              and \(isFree(.otherVoices, "'question/' || q.id"))
            order by q.last_activity_at desc limit \(Self.atMost)
            """
        ) { row -> Gesture? in
            let (id, replies, most): (Question.ID, Int, Int) = (try row[0], try row[3], try row[4] as Int? ?? 0)
            guard most * 2 >= replies else { return nil }
            return Gesture(
                .otherVoices, ["question/\(id)"], since: try row[2],
                .otherVoices(id, title: try row[1], replies: replies, share: Double(most) / Double(replies)))
        }.compactMap { $0 }
    }

    /// Of the whole server: enough for a week of it.
    private static let lastMarks = 500

    /// G18: a reply was called useful this week, and nobody thanked its author. Who signs without a name is left alone.
    private func thanks() throws -> [Gesture] {
        let found = try view.transaction.all(
            """
            select r.id, q.id, r.number, q.title, \(Author.columns), count(distinct u.member_id), min(u.marked_at)
            from (
              select reply_id, member_id, marked_at from useful_mark where marked_at > \(view.now - .days(7))
              order by marked_at desc limit \(Self.lastMarks)) u
            join reply r on r.id = u.reply_id join question q on q.id = r.question_id join member m on m.id = r.author_id
            where +r.community_id = \(community.id) and r.deleted_at is null
              and q.deleted_at is null and r.is_nameless = 0 and \(isReachable)
              and (q.retained_id is null or q.retained_id <> r.id or coalesce(q.thanks, '') = '')
              and not exists (select 1 from reaction x where x.question_id = q.id and x.number = r.number
                and x.kind = 'thanks')
              and \(isFree(.thank, "'reply/' || r.id"))
            group by r.id, q.id, r.number, q.title, \(Author.columns)
            order by min(u.marked_at), r.id limit \(Self.atMost)
            """
        ) { row in
            let id = try row[0] as Reply.ID
            return Gesture(
                .thank, ["reply/\(id)"], since: try row[9],
                .thank(
                    try row[1], number: try row[2], title: try row[3], author: try Author(row, from: 4),
                    readers: try row[8]))
        }
        // One letter to one person.
        var thanked: Set<Member.ID> = []
        return found.filter {
            guard case .thank(_, _, _, let author, _) = $0.reason else { return false }
            return thanked.insert(author.id).inserted
        }
    }
}

// People
extension GestureFinder {
    /// G3: came two to seven days ago, and nobody greeted them. Together they make one gesture.
    private func newcomers() throws -> [Gesture] {
        let found = try view.transaction.all(
            """
            select \(Author.columns), m.joined_at from member m
            where m.community_id = \(community.id) and \(isReachable)
              and m.joined_at >= \(view.now - .days(7)) and m.joined_at <= \(view.now - .days(2))
              and not exists (select 1 from question q join reply r on r.question_id = q.id
                where q.author_id = m.id and r.author_id <> m.id and r.deleted_at is null)
              and \(isFree(.welcome, "'member/' || m.id"))
            order by m.joined_at, m.id limit \(Self.atMost)
            """
        ) { row in (author: try Author(row, from: 0), at: try row[4] as Instant) }
        guard let first = found.first else { return [] }
        return [
            Gesture(
                .welcome, found.map { "member/\($0.author.id)" }, since: first.at + .days(2),
                .welcome(found.map(\.author), firstAt: first.at))
        ]
    }

    /// How long after the twenty-first day a first exchange is still proposed.
    private static let lateStart = Duration.days(30)

    /// G4: three weeks here and nothing written, voted or called useful.
    private func withoutAct() throws -> [Gesture] {
        let found = try view.transaction.all(
            """
            select \(Author.columns), m.can_help_on, m.wants_to_learn, m.joined_at from member m
            where m.community_id = \(community.id) and \(isReachable)
              and m.joined_at <= \(view.now - .days(21)) and m.joined_at > \(view.now - .days(21) - Self.lateStart)
              and not exists (select 1 from journal j where j.member_id = m.id and j.verb in \(list: Verb.acts))
              and not exists (select 1 from hierarchy h where h.member_id = m.id and h.manager_id = \(view.actor.member))
              and \(isFree(.firstExchange, "'member/' || m.id"))
            order by m.joined_at, m.id limit 3
            """
        ) { row in
            (
                author: try Author(row, from: 0), card: [try row[4] as String, try row[5] as String],
                at: try row[6] as Instant
            )
        }
        if found.isEmpty { return [] }
        let open = try openExchanges()
        return found.map { member in
            let match = Self.match(member.card, among: open)
            return Gesture(
                .firstExchange, ["member/\(member.author.id)"], since: member.at + .days(21),
                .firstExchange(
                    member.author, topic: match?.topic ?? Self.subjects(member.card).first, exchange: match?.exchange))
        }
    }

    private typealias OpenExchange = (id: Int64, title: String, topics: Set<String>)

    /// The questions that wait, the last active first, with their topics.
    private func openExchanges() throws -> [OpenExchange] {
        var found: [OpenExchange] = []
        try view.transaction.each(
            """
            select q.id, q.title, t.name from (
              select q.id, q.title, q.last_activity_at from question q
              where q.community_id = \(community.id) and \(Self.waitingQuestion)
              order by q.last_activity_at desc limit 40) q
            left join question_topic k on k.question_id = q.id left join topic t on t.id = k.topic_id
            order by q.last_activity_at desc, q.id
            """
        ) { row in
            let id = try row[0] as Int64
            if found.last?.id != id { found.append((id, try row[1], [])) }
            if let topic = try row[2] as String? { found[found.count - 1].topics.insert(fold(topic)) }
        }
        return found
    }

    /// What a card names, in its order.
    private static func subjects(_ card: [String]) -> [String] {
        card.flatMap { $0.split { ",;\n".contains($0) } }.map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    }

    private static func match(_ card: [String], among open: [OpenExchange])
        -> (topic: String, exchange: LinkedObject?)?
    {
        for subject in subjects(card) {
            let folded = fold(subject)
            let found = open.first { exchange in
                exchange.topics.contains(folded) || (folded.count >= 4 && fold(exchange.title).contains(folded))
            }
            if let found { return (subject, LinkedObject(id: found.id, title: found.title)) }
        }
        return nil
    }

    /// What a newcomer's card answers to, for the letter.
    func firstExchange(for member: Member.ID) throws -> LinkedObject? {
        let profile = try view.members.profile(member)
        return Self.match([profile.canHelpOn, profile.wantsToLearn], among: try openExchanges())?.exchange
    }

    /// G9: a request to join that has waited for a day.
    private func requests() throws -> [Gesture] {
        try view.transaction.all(
            """
            select j.id, j.name, j.asked_at from join_request j
            where j.community_id = \(community.id) and j.decided_at is null and j.asked_at <= \(view.now - .hours(24))
              and \(isFree(.readRequest, "'request/' || j.id"))
            order by j.asked_at limit \(Self.atMost)
            """
        ) { row in
            Gesture(
                .readRequest, ["request/\(try row[0] as JoinRequest.ID)"], since: (try row[2] as Instant) + .hours(24),
                .readRequest(name: try row[1]))
        }
    }

    /// G16: a function held for more than six months, a term of facilitation that ends within sixty days.
    private func functions() throws -> [Gesture] {
        try view.transaction.all(
            """
            select d.id, d.function, d.began_at, d.ends_at, \(Author.columns) from mandate d
            join member m on m.id = d.member_id
            where d.community_id = \(community.id) and d.ended_at is null and m.left_at is null
              and (d.function = 'facilitation' and d.ends_at <= \(view.now + .days(60))
                or d.function <> 'facilitation' and d.began_at < \(sixMonthsAgo))
              and \(isFree(.turnFunction, "'mandate/' || d.id"))
            order by d.began_at limit \(Self.atMost)
            """
        ) { row in
            let (function, began, ends): (Function, Instant, Instant) = (try row[1], try row[2], try row[3])
            return Gesture(
                .turnFunction, ["mandate/\(try row[0] as Mandate.ID)"],
                since: function == .facilitation ? ends - .days(60) : sixMonths(after: began),
                .turnFunction(function, holder: try Author(row, from: 4), beganAt: began, endsAt: ends))
        }
    }

    private var sixMonthsAgo: Instant { Instant(milliseconds: zone.start(of: today.adding(months: -6))) }

    private func sixMonths(after start: Instant) -> Instant {
        Instant(milliseconds: zone.start(of: zone.date(at: start.milliseconds).adding(months: 6)))
    }
}

// The care of the place
extension GestureFinder {
    /// Two working hours, after which a flag that is not about a patient waits too long.
    private static let workingDaysOfFlag = 0.2

    /// G10: what may concern a patient at once, other flags after two working hours. While an author corrects their
    /// post, nothing waits for the facilitators.
    private func rereadings() throws -> [Gesture] {
        let waiting = try view.safety.waiting().filter { $0.correctionAskedAt == nil || $0.correctedAt != nil }
        return try waiting.filter { rereading in
            try
                (rereading.isAboutPatient
                || clock.workingDays(Self.workingDaysOfFlag, after: rereading.openedAt) <= view.now)
                && isFreeNow(.readAgain, "rereading/\(rereading.id)")
        }.map { rereading in
            var reasons: [PostFlag.Reason] = []
            for flag in rereading.flags where !reasons.contains(flag.reason) { reasons.append(flag.reason) }
            return Gesture(
                .readAgain, ["rereading/\(rereading.id)"], since: rereading.openedAt,
                .readAgain(rereading.id, reasons, isHidden: rereading.isHidden))
        }
    }

    /// G7: no meeting ahead, or fewer than two where the rules of the community draw a rhythm.
    private func meetings() throws -> [Gesture] {
        guard let opened = community.openedAt else { return [] }
        let facts = try view.transaction.first(
            """
            select (select count(*) from meeting t where t.community_id = \(community.id) and t.cancelled_at is null
                and t.starts_at > \(view.now)),
              (select max(t.starts_at) from meeting t where t.community_id = \(community.id) and t.cancelled_at is null
                and t.starts_at <= \(view.now)),
              (select value from step_value where community_id = \(community.id) and field = \(StepField.rhythmWeeks))
            """
        ) { row in (ahead: try row[0] as Int, last: try row[1] as Instant?, weeks: try row[2] as String?) }
        guard let facts else { return [] }
        let wanted = facts.weeks.flatMap { Int($0) }.map { $0 > 0 } == true ? 2 : 1
        guard facts.ahead < wanted, try isFreeNow(.fixMeeting, "community/\(community.id)") else { return [] }
        return [
            Gesture(
                .fixMeeting, ["community/\(community.id)"], since: facts.last ?? opened,
                .fixMeeting(ahead: facts.ahead, wanted: wanted, lastAt: facts.last))
        ]
    }

    private static let withoutExchange = Duration.days(30)

    /// G12: a need retained a month ago, without an exchange.
    private func needs() throws -> [Gesture] {
        try view.transaction.all(
            """
            select n.id, n.statement, n.retained_at from need n
            where n.community_id = \(community.id) and n.retained_at <= \(view.now - Self.withoutExchange)
              and n.set_aside_at is null
              and not exists (select 1 from question q where q.need_id = n.id and q.deleted_at is null)
              and not exists (select 1 from objective b join question q on q.objective_id = b.id
                where b.need_id = n.id and q.deleted_at is null)
              and \(isFree(.openExchange, "'need/' || n.id"))
            order by n.retained_at limit \(Self.atMost)
            """
        ) { row in
            let id = try row[0] as Int64
            return Gesture(
                .openExchange, ["need/\(id)"], since: (try row[2] as Instant) + Self.withoutExchange,
                .openExchange(.need, id: id, title: try row[1]))
        }
    }

    /// G12: the same for an objective that was adopted.
    private func objectives() throws -> [Gesture] {
        try view.transaction.all(
            """
            select b.id, b.title, b.adopted_at from objective b
            where b.community_id = \(community.id) and b.adopted_at <= \(view.now - Self.withoutExchange)
              and b.closed_at is null
              and not exists (select 1 from question q where q.objective_id = b.id and q.deleted_at is null)
              and \(isFree(.openExchange, "'objective/' || b.id"))
            order by b.adopted_at limit \(Self.atMost)
            """
        ) { row in
            let id = try row[0] as Int64
            return Gesture(
                .openExchange, ["objective/\(id)"], since: (try row[2] as Instant) + Self.withoutExchange,
                .openExchange(.objective, id: id, title: try row[1]))
        }
    }

    /// G13: a document a fortnight past the day on which it was to be read again, whoever looks: the places of the day
    /// are shared. One whose owner has left needs a reader most.
    private func resources() throws -> [Gesture] {
        let late = today.adding(days: -14)
        return try view.transaction.all(
            """
            select s.id, s.title, s.review_on from resource s
            where s.community_id = \(community.id) and s.review_on <> '' and s.review_on <= \(late.description)
              and \(isFree(.reread, "'resource/' || s.id"))
            order by s.review_on, s.id limit \(Self.atMost)
            """
        ) { row -> Gesture? in
            guard let day = CivilDate(try row[2] as String) else { return nil }
            return Gesture(
                .reread, ["resource/\(try row[0] as Int64)"],
                since: Instant(milliseconds: zone.start(of: day.adding(days: 14))),
                .reread(title: try row[1], reviewOn: day))
        }.compactMap { $0 }
    }

    /// G17: a gauge has entered *dérive*; looked at once, it is not proposed again until it enters anew.
    private func drifts() throws -> [Gesture] {
        try view.drift.drifting().compactMap { reading -> Gesture? in
            guard let since = reading.worst?.since else { return nil }
            let object = "gauge/\(reading.gauge.rawValue)/\(since)"
            guard try isFreeNow(.lookAtDrift, object) else { return nil }
            return Gesture(
                .lookAtDrift, [object], since: Instant(milliseconds: zone.start(of: since)), .lookAtDrift(reading))
        }
    }

    /// G19: the vote of the year within a fortnight, or past.
    private func year() throws -> [Gesture] {
        guard community.launchedAt != nil, let due = try view.life.nextReviewAt(), due - .days(14) <= view.now,
            try view.life.reviews().first?.isOpen != true, try isFreeNow(.prepareYear, "community/\(community.id)")
        else { return [] }
        return [Gesture(.prepareYear, ["community/\(community.id)"], since: due - .days(14), .prepareYear(due: due))]
    }
}
