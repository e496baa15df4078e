import Calendaring
import Foundation
import Persistence

extension View {
    package var evaluations: EvaluationQueries { EvaluationQueries(view: self) }
    /// - Parameter memory: keeps what took long.
    package func evaluations(with memory: EvaluationMemory) -> EvaluationQueries {
        EvaluationQueries(view: self, memory: memory)
    }
}

/// Reads the facts of an evaluation: one query for each kind of fact, whatever their number.
package struct EvaluationQueries {
    let view: View
    var memory: EvaluationMemory? = nil

    /// The community as it was on the evening of `day`.
    package func evaluation(on day: CivilDate) throws -> Evaluation { Evaluation(try facts(upTo: day), on: day) }

    /// Today in the community's zone: its figures may still change.
    package func today() throws -> CivilDate {
        let zone = Zone(try view.communities.current().zone) ?? .paris
        return zone.date(at: view.now.milliseconds)
    }

    /// Yesterday in the community's zone: the last day that is over.
    package func lastClosedDay() throws -> CivilDate { try today().adding(days: -1) }

    /// The day that was asked for, as typed. When none was: the last that is over, or today on a community's first day.
    /// - Throws: a refusal for what is no day, or for a day to come.
    package func day(_ typed: String) throws -> CivilDate {
        let today = try today()
        if typed.isEmpty {
            let community = try view.communities.current()
            let first = (Zone(community.zone) ?? .paris).date(at: community.createdAt.milliseconds)
            return first == today ? today : try lastClosedDay()
        }
        guard let day = CivilDate(typed) else { throw Refusal("Écrivez une date, comme 2026-11-22.", field: "au") }
        guard day <= today else {
            throw Refusal("Ce jour n’est pas encore venu. Choisissez un jour jusqu’à aujourd’hui.", field: "au")
        }
        guard day.year >= 1980 else { throw Refusal("Il n’y avait pas encore d’échange à cette date.", field: "au") }
        return day
    }

    private func facts(upTo day: CivilDate) throws -> EvaluationFacts {
        var facts = try exchangeFacts(upTo: day, reach: EvaluationFacts.reach)
        let period = Period(day.adding(days: -EvaluationFacts.reach), day, in: facts.place.zone)
        facts.objectives = try view.objectives.due(at: period.to)
        facts.needs = try view.needs.counts(at: period.to)
        facts.leaving = try leaving(during: period)
        facts.withoutUs = try withoutUs(during: period)
        return facts
    }

    /// Who was there and what was written, over `reach` days before `day` and on it.
    func exchangeFacts(upTo day: CivilDate, reach: Int) throws -> EvaluationFacts {
        let community = try view.communities.current()
        let zone = Zone(community.zone) ?? .paris
        let period = Period(day.adding(days: -reach), day, in: zone)
        var place = EvaluationFacts.Place(
            zone: zone, territory: Territory(rawValue: community.territory) ?? .metropole,
            promise: try promise(at: period.to) ?? community.promise, createdAt: community.createdAt)
        place.ownDays = community.ownDays
        let members = try members()
        let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.id, $0) })
        return EvaluationFacts(
            place: place, members: members, questions: try questions(of: places, during: period),
            replies: try replies(of: places, during: period), otherActs: try otherActs(of: places, during: period))
    }

    /// The promise of that moment, when it was changed since; nil when it is the one of today.
    private func promise(at moment: Instant) throws -> Promise? {
        let details = try view.transaction.value(
            """
            select details from journal
            where community_id = \(try view.community) and verb = \(Verb.changedSettings) and at >= \(moment)
              and details like '%promise_unit%'
            order by at, id limit 1
            """, as: String.self)
        guard let known = try details.map(Self.dictionary),
            let unit = known["promise_unit"].flatMap(Promise.Unit.init(rawValue:)),
            let amount = known["promise_amount"].flatMap(Int.init)
        else { return nil }
        return Promise(unit: unit, amount: amount)
    }

    private static func dictionary(_ json: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    }

    private func members() throws -> [MemberFact] {
        var members = try view.transaction.all(
            """
            select id, role, profession, joined_at, left_at, paused_at, is_pending, paused_until from member
            where community_id = \(try view.community) order by id
            """
        ) { row in
            var member = MemberFact(
                try row[0], role: try row[1], profession: Profession(code: try row[2])?.code, joinedAt: try row[3],
                leftAt: try row[4], pausedAt: try row[5], isPending: try row[6])
            member.pausedUntil = try row[7]
            return member
        }
        let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.id, $0) })
        for (member, change) in try roleChanges() {
            if let place = places[member] { members[place].formerRoles.append(change) }
        }
        for (member, absence) in try absences() {
            if let place = places[member] { members[place].absences.append(absence) }
        }
        return members
    }

    /// Roles as they were: so that who facilitates today does not change the figures of last year.
    private func roleChanges() throws -> [(Member.ID, (until: Instant, role: Role))] {
        try view.transaction.all(
            """
            select object, at, details from journal
            where community_id = \(try view.community) and verb = \(Verb.changedRole) order by at, id
            """
        ) { row -> (Member.ID, (until: Instant, role: Role))? in
            guard case .member(let id) = try row[0] as Subject, let details = try row[2] as String? else { return nil }
            let known = try Self.dictionary(details)
            return try known["from"].flatMap(Role.init(rawValue:)).map { (id, (until: try row[1], role: $0)) }
        }.compactMap { $0 }
    }

    /// Who left and came back was away in between.
    private func absences() throws -> [(Member.ID, (from: Instant, until: Instant))] {
        var leaving: [Member.ID: Instant] = [:]
        var absences: [(Member.ID, (from: Instant, until: Instant))] = []
        try view.transaction.each(
            """
            select member_id, at, verb from journal
            where community_id = \(try view.community) and verb in \(list: [Verb.left, Verb.joined])
              and member_id is not null
            order by at, id
            """
        ) { row in
            let (member, at): (Member.ID, Instant) = (try row[0], try row[1])
            if try row[2] == Verb.left {
                leaving[member] = at
            } else if let from = leaving.removeValue(forKey: member) {
                absences.append((member, (from: from, until: at)))
            }
        }
        return absences
    }

    private func leaving(during period: Period) throws -> [LeavingFact] {
        try view.transaction.all(
            """
            select at, details from journal
            where community_id = \(try view.community) and verb = \(Verb.left) and at >= \(period.from)
              and at < \(period.to) and details is not null
            order by at
            """
        ) { row in
            let reason = try Self.dictionary(try row[1])["reason"].flatMap(LeavingReason.init(rawValue:))
            return LeavingFact(at: try row[0], reason: reason ?? .other)
        }
    }

    private func questions(of places: [Member.ID: Int], during period: Period) throws -> [QuestionFact] {
        let marks = try firstMarks(during: period)
        let told = try firstOutcomes(during: period)
        var questions: [QuestionFact] = []
        try view.transaction.each(
            """
            select id, author_id, asked_at, answered_at, useful_at, resolved_at, applied_at, kind from question
            where community_id = \(try view.community) and asked_at >= \(period.from) and asked_at < \(period.to)
              and deleted_at is null
            order by asked_at
            """
        ) { row in
            let id: Question.ID = try row[0]
            guard let author = places[try row[1]] else { return }
            var fact = QuestionFact(
                id, by: author, at: try row[2], answeredAt: try row[3], usefulAt: try row[4], resolvedAt: try row[5],
                firstMarkAt: marks[id], appliedAt: try row[6], toldAt: told[id])
            fact.kind = try row[7]
            questions.append(fact)
        }
        return questions
    }

    /// When each question's author first said what became of it.
    private func firstOutcomes(during period: Period) throws -> [Question.ID: Instant] {
        var told: [Question.ID: Instant] = [:]
        try view.transaction.each(
            """
            select f.question_id, min(f.answered_at) from follow_up f join question q on q.id = f.question_id
            where q.community_id = \(try view.community) and q.asked_at >= \(period.from) and q.asked_at < \(period.to)
              and f.answered_at is not null
            group by f.question_id
            """
        ) { row in told[try row[0]] = try row[1] }
        return told
    }

    private func withoutUs(during period: Period) throws -> [WithoutUsFact] {
        try view.transaction.all(
            """
            select w.said_at, w.answer from without_us w join member m on m.id = w.member_id
            where m.community_id = \(try view.community) and w.said_at >= \(period.from) and w.said_at < \(period.to)
            order by w.said_at
            """
        ) { row in WithoutUsFact(at: try row[0], answer: try row[1]) }
    }

    private func firstMarks(during period: Period) throws -> [Question.ID: Instant] {
        var marks: [Question.ID: Instant] = [:]
        try view.transaction.each(
            """
            select r.question_id, min(u.marked_at) from reply r join useful_mark u on u.reply_id = r.id
            where r.community_id = \(try view.community) and r.replied_at >= \(period.from)
              and r.replied_at < \(period.to) and r.deleted_at is null and r.useful_count > 0
            group by r.question_id
            """
        ) { row in marks[try row[0]] = try row[1] }
        return marks
    }

    private func replies(of places: [Member.ID: Int], during period: Period) throws -> [ReplyFact] {
        var replies: [ReplyFact] = []
        try view.transaction.each(
            """
            select r.question_id, r.author_id, r.replied_at,
              case when r.answers_id is null then q.author_id when a.deleted_at is null then a.author_id end
            from reply r join question q on q.id = r.question_id left join reply a on a.id = r.answers_id
            where r.community_id = \(try view.community) and r.replied_at >= \(period.from)
              and r.replied_at < \(period.to) and r.deleted_at is null and q.deleted_at is null
            order by r.replied_at
            """
        ) { row in
            guard let author = places[try row[1]] else { return }
            let answered: Member.ID? = try row[3]
            replies.append(
                ReplyFact(to: try row[0], by: author, at: try row[2], answering: answered.flatMap { places[$0] }))
        }
        return replies
    }

    /// Posts, useful marks and *moi aussi* are counted where they stand, since a journal can't tell which were taken
    /// away; the journal has the rest.
    private static let otherVerbs = Verb.acts.filter {
        ![.asked, .beganExchange, .replied, .markedUseful, .metToo].contains($0)
    }

    private func otherActs(of places: [Member.ID: Int], during period: Period) throws -> [OtherAct] {
        var acts: [OtherAct] = []
        try view.transaction.each(
            """
            select member_id, at, verb from journal
            where community_id = \(try view.community) and at >= \(period.from) and at < \(period.to)
              and verb in \(list: Self.otherVerbs) and member_id is not null
            order by at
            """
        ) { row in
            guard let member = places[try row[0]] else { return }
            acts.append(OtherAct(by: member, at: try row[1], isContribution: (try row[2] as Verb).isContribution))
        }
        try view.transaction.each(
            """
            select u.member_id, u.marked_at from useful_mark u join member m on m.id = u.member_id
            where m.community_id = \(try view.community) and u.marked_at >= \(period.from) and u.marked_at < \(period.to)
            union all
            select t.member_id, t.said_at from me_too t join member m on m.id = t.member_id
            where m.community_id = \(try view.community) and t.said_at >= \(period.from) and t.said_at < \(period.to)
            """
        ) { row in
            guard let member = places[try row[0]] else { return }
            acts.append(OtherAct(by: member, at: try row[1]))
        }
        return acts
    }
}
