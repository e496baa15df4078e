import Persistence

/// *Ce qui attend*: what is open, since when, and what comes next.
package struct WaitingItem: Sendable, Equatable {
    package let kind: Kind
    package let since: Instant
    package let next: NextStep?

    package enum Kind: Sendable, Equatable {
        case question(Question.ID, title: String, replies: Int, isLate: Bool)
        case rereading(Rereading.ID, isAboutPatient: Bool, [PostFlag.Reason])
        case confirmation
        case joinRequest(name: String)
        case proposedCase(ProposedCase.ID)
        /// A proposal whose time to answer is over.
        case decision(Decision.ID, sentence: String)
        /// A retained need whose situation is to be measured again, so many months after.
        case need(Need.ID, statement: String, months: Int)
        /// One that was adopted: half of its time has passed, or all of it.
        case objective(Objective.ID, title: String, isOverdue: Bool)
        /// The yearly vote may open, and the steps are read again.
        case yearlyReview
    }

    /// What may concern a patient, then questions past their promise.
    fileprivate var rank: Int {
        switch kind {
        case .rereading(_, let isAboutPatient, _): isAboutPatient ? 0 : 2
        case .question(_, _, _, let isLate): isLate ? 1 : 2
        case .confirmation, .joinRequest, .proposedCase, .decision, .need, .objective, .yearlyReview: 2
        }
    }
}

package struct WaitingList: Sendable {
    package var items: [WaitingItem] = []
    /// Open questions, shown or not.
    package var questions = 0
    package static let questionsAtMost = 12
}

extension DeskQueries {
    package func waiting() throws -> WaitingList {
        var list = WaitingList()
        list.items = try questions() + others()
        list.items.sort { ($0.rank, $0.since) < ($1.rank, $1.since) }
        list.questions =
            try view.transaction.value(
                "select open_question_count from community where id = \(try view.community)") ?? 0
        return list
    }

    /// The last active first, so that old ones of an imported past don't stand before those that one can still answer.
    private func questions() throws -> [WaitingItem] {
        let clock = PromiseClock(try view.communities.current())
        let meeting = try view.meetings.next()?.startsAt
        return try view.transaction.all(
            """
            select q.id, q.title, q.reply_count, \(WaitingFacts.columns) from question q
            where q.community_id = \(try view.community) and \(GestureFinder.waitingQuestion)
            order by q.last_activity_at desc limit \(WaitingList.questionsAtMost)
            """
        ) { row in
            let facts = try WaitingFacts(row, from: 3)
            let isLate = facts.answeredAt == nil && clock.due(1, after: facts.askedAt) <= view.now
            return WaitingItem(
                kind: .question(try row[0], title: try row[1], replies: try row[2], isLate: isLate),
                since: facts.askedAt, next: NextStep(of: facts, on: clock, meeting: meeting, now: view.now))
        }
    }

    private func others() throws -> [WaitingItem] {
        var items = try view.safety.queue().prefix(8).map { item in
            switch item.kind {
            case .rereading(let rereading):
                var reasons: [PostFlag.Reason] = []
                for flag in rereading.flags where !reasons.contains(flag.reason) { reasons.append(flag.reason) }
                return WaitingItem(
                    kind: .rereading(rereading.id, isAboutPatient: rereading.isAboutPatient, reasons),
                    since: item.since, next: nil)
            case .confirmation: return WaitingItem(kind: .confirmation, since: item.since, next: nil)
            case .joinRequest(let name):
                return WaitingItem(kind: .joinRequest(name: name), since: item.since, next: nil)
            }
        }
        let cases = try view.transaction.all(
            """
            select id, proposed_at from proposed_case
            where community_id = \(try view.community) and is_sent_back = 0 order by proposed_at limit 5
            """
        ) { row in (id: try row[0] as ProposedCase.ID, at: try row[1] as Instant) }
        items += cases.map { WaitingItem(kind: .proposedCase($0.id), since: $0.at, next: nil) }
        items += try view.transaction.all(
            """
            select id, sentence, closes_at from decision
            where community_id = \(try view.community) and concluded_at is null and closes_at <= \(view.now)
            order by closes_at limit 5
            """
        ) { row in
            WaitingItem(kind: .decision(try row[0], sentence: try row[1]), since: try row[2], next: nil)
        }
        return try items + needs() + objectives() + yearlyReview()
    }

    /// The last measure that is due of each, whatever became of the one before.
    private func needs() throws -> [WaitingItem] {
        var items: [WaitingItem] = []
        for need in try view.preparation.needsToMeasure().prefix(5) {
            items.append(
                WaitingItem(
                    kind: .need(need.id, statement: need.statement, months: need.months), since: need.due, next: nil))
        }
        return items
    }

    private func objectives() throws -> [WaitingItem] {
        try view.objectives.awaiting().prefix(5).compactMap { objective in
            let isOverdue = objective.state(at: view.now) == .overdue
            let since = isOverdue ? objective.dueAt : objective.midReviewAt
            return since.map {
                WaitingItem(
                    kind: .objective(objective.id, title: objective.title, isOverdue: isOverdue), since: $0, next: nil)
            }
        }
    }

    private func yearlyReview() throws -> [WaitingItem] {
        guard try view.communities.current().closedAt == nil, let due = try view.life.nextReviewAt(),
            due - .days(30) <= view.now, try view.life.reviews().first?.isOpen != true
        else { return [] }
        return [WaitingItem(kind: .yearlyReview, since: due - .days(30), next: nil)]
    }
}
