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

    func isFreeNow(_ kind: Gesture.Kind, _ object: String) throws -> Bool {
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
    var isReachable: SQL { isReachable(in: [.member]) }

    /// Whether the member `m` can be written to about what they wrote, guests too.
    private var isReachableAuthor: SQL { isReachable(in: [.member, .guest]) }

    private func isReachable(in roles: [Role]) -> SQL {
        """
        m.left_at is null and m.is_pending = 0 and m.person_id is not null and m.role in \(list: roles)
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
              and \(isReachableAuthor) and \(isFree(.askIfHelped, "'question/' || q.id"))
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

    /// Exchanges whose voices are counted, the last active first.
    private static let looked = 200

    /// G11: six replies or more, half of them or more by one person who did not ask; of a question that waits, or of any
    /// other exchange of the last quarter.
    private func oneVoice() throws -> [Gesture] {
        try view.transaction.all(
            """
            select * from (
            select q.id, q.title, q.last_activity_at, q.reply_count,
              (select count(*) from reply r where r.question_id = q.id and r.deleted_at is null
                and r.author_id <> q.author_id group by r.author_id order by count(*) desc limit 1) as most
            from question q
            where q.community_id = \(community.id) and q.reply_count >= 6
              and q.id in (
                select q.id from question q where q.community_id = \(community.id) and \(Self.waitingQuestion)
                union all
                select q.id from question q where q.community_id = \(community.id) and q.deleted_at is null
                  and q.last_activity_at > \(view.now - .days(91)) and q.kind <> 'question' and q.closed_at is null
                  and q.resolved_at is null and q.batch_id is null)
              and \(isFree(.otherVoices, "'question/' || q.id"))
            order by q.last_activity_at desc limit \(Self.looked)) q
            where q.most * 2 >= q.reply_count order by q.last_activity_at desc, q.id limit \(Self.atMost)
            """
        ) { row in
            let (id, replies, most): (Question.ID, Int, Int) = (try row[0], try row[3], try row[4])
            return Gesture(
                .otherVoices, ["question/\(id)"], since: try row[2],
                .otherVoices(id, title: try row[1], replies: replies, share: Double(most) / Double(replies)))
        }
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
              and q.deleted_at is null and r.is_nameless = 0 and \(isReachableAuthor)
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
