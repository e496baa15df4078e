import Calendaring
import Persistence

/// The care of the place: what is to be read again, meetings, needs, objectives, drift.
extension GestureFinder {
    /// Two working hours, after which a flag that is not about a patient waits too long.
    private static let workingDaysOfFlag = 0.2

    /// G10: what may concern a patient at once, other flags after two working hours. While an author corrects their
    /// post, nothing waits for the facilitators.
    func rereadings() throws -> [Gesture] {
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
    func meetings() throws -> [Gesture] {
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
    func needs() throws -> [Gesture] {
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
    func objectives() throws -> [Gesture] {
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
    func resources() throws -> [Gesture] {
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
    func drifts() throws -> [Gesture] {
        try view.drift.drifting().compactMap { reading -> Gesture? in
            guard let since = reading.worst?.since else { return nil }
            let object = "gauge/\(reading.gauge.rawValue)/\(since)"
            guard try isFreeNow(.lookAtDrift, object) else { return nil }
            return Gesture(
                .lookAtDrift, [object], since: Instant(milliseconds: zone.start(of: since)), .lookAtDrift(reading))
        }
    }

    /// G19: the vote of the year within a fortnight, or past.
    func year() throws -> [Gesture] {
        guard community.launchedAt != nil, let due = try view.life.nextReviewAt(), due - .days(14) <= view.now,
            try view.life.reviews().first?.isOpen != true, try isFreeNow(.prepareYear, "community/\(community.id)")
        else { return [] }
        return [Gesture(.prepareYear, ["community/\(community.id)"], since: due - .days(14), .prepareYear(due: due))]
    }
}
