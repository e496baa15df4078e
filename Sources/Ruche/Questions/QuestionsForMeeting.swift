import Persistence

/// What the next meeting speaks of: the questions that nobody could answer in time, and those that are still open when
/// all that was to be asked of their authors has been.
package struct QuestionsForMeeting: Sendable {
    package var onAgenda: [LinkedObject] = []
    package var stillOpen: [LinkedObject] = []

    package init() {}

    /// As many as a meeting can go through; the others are in the list of open questions.
    static let atMost = 20
    /// Those that were active last are looked at.
    fileprivate static let candidates = 60
}

extension QuestionQueries {
    package func forMeeting(at meeting: Instant) throws -> QuestionsForMeeting {
        let waiting: SQL = """
            q.community_id = \(try view.community) and q.kind = 'question' and q.deleted_at is null
            and q.resolved_at is null and q.closed_at is null
            """
        var found = QuestionsForMeeting()
        found.onAgenda = try view.transaction.all(
            """
            select q.id, q.title from question q where \(waiting) and q.answered_at is null and q.agenda_at is not null
            order by q.agenda_at, q.id limit \(QuestionsForMeeting.atMost)
            """
        ) { row in LinkedObject(id: try row[0], title: try row[1]) }.compactMap { $0 }
        let clock = PromiseClock(try view.communities.current())
        found.stillOpen = try view.transaction.all(
            """
            select q.id, q.title, \(WaitingFacts.columns) from question q
            where \(waiting) and q.answered_at is not null and q.last_activity_at <= \(view.now - NextStep.patience)
            order by q.last_activity_at desc, q.id desc limit \(QuestionsForMeeting.candidates)
            """
        ) { row -> LinkedObject? in
            let next = NextStep(of: try WaitingFacts(row, from: 2), on: clock, meeting: meeting, now: view.now)
            return next.kind == .roundUp ? LinkedObject(id: try row[0], title: try row[1]) : nil
        }.compactMap { $0 }.prefix(QuestionsForMeeting.atMost).map { $0 }
        return found
    }
}
