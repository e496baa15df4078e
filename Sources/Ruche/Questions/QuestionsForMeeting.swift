import Persistence

/// What the next meeting speaks of: the questions that nobody could answer in time, and those that are still open when
/// all that was to be asked of their authors has been.
package struct QuestionsForMeeting: Sendable {
    package var onAgenda: [LinkedObject] = []
    package var stillOpen: [LinkedObject] = []
    /// Cases that were checked, and that their author or a facilitator wants to present.
    package var cases: [LinkedObject] = []

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
        found.cases = try view.transaction.all(
            """
            select q.id, q.title from question q
            where q.community_id = \(try view.community) and q.kind = 'case' and q.deleted_at is null
              and q.resolved_at is null and q.closed_at is null and q.agenda_at is not null
            order by q.agenda_at, q.id limit \(QuestionsForMeeting.atMost)
            """
        ) { row in LinkedObject(id: try row[0], title: try row[1]) }.compactMap { $0 }
        return found
    }
}

extension QuestionActs {
    /// A case that was checked is presented at the next meeting, or is not after all: by its author, or a facilitator.
    /// It can be read and answered meanwhile (DOMAIN §5.1).
    package func schedule(_ id: Question.ID, _ isScheduled: Bool) throws {
        let question = try act.view.questions.find(id)
        guard question.author.id == act.actor.member || act.actor.isFacilitator else {
            throw Refusal("Seuls son auteur et l’animation peuvent prévoir de présenter un cas.", kind: .notAllowed)
        }
        guard question.kind == .clinicalCase, question.isOpen, question.deletedAt == nil else {
            throw Refusal("Ce cas n’attend plus d’avis.", kind: .conflict)
        }
        if (question.agendaAt != nil) == isScheduled { return }
        try act.execute("update question set agenda_at = \(isScheduled ? act.now : nil) where id = \(id)")
        try act.record(isScheduled ? .putOnAgenda : .tookOffAgenda, .question(id))
    }
}
