import Persistence

/// What became of it: asked to the author 14 and 60 days after the first solution, answered in one click (DOMAIN §6.5).
package struct FollowUp: Sendable, Equatable {
    /// 1 or 2.
    package let number: Int
    package let askedAt: Instant
    package let outcome: Outcome?
    package let sentence: String?
    package let answeredAt: Instant?

    package enum Outcome: String, Bindable, Sendable, CaseIterable {
        case notYet = "not yet", tried, adopted, notForUs = "not for us"

        /// Something was done at the bedside.
        package var isApplied: Bool { self == .tried || self == .adopted }
        /// Nothing is asked afterwards.
        var isLast: Bool { self == .adopted || self == .notForUs }
    }

    /// Two in all: silence afterwards is *sans nouvelle*.
    static let days = [14, 60]
    package static let lettersAtMost = days.count
    /// A case is asked about once, a month after it was advised on.
    static let daysOfCase = [30]

    /// At nine of the first working day from the 14th and the 60th on.
    static func dates(
        since solvedAt: Instant, of kind: Question.Kind = .question, on clock: PromiseClock
    ) -> [Instant] {
        (kind == .clinicalCase ? daysOfCase : days).map { clock.morning(from: solvedAt + .days($0)) }
    }
}

extension FollowUp: RowDecodable {
    static let columns: SQL = "f.number, f.asked_at, f.outcome, f.sentence, f.answered_at"

    package init(_ row: borrowing Row) throws {
        (number, askedAt, outcome) = (try row[0], try row[1], try row[2])
        (sentence, answeredAt) = (try row[3], try row[4])
    }
}

/// The page of a letter's link: the question, and what was said of it.
package struct FollowUpSheet: Sendable {
    package let question: Question.ID
    package let title: String
    package let community: String
    package let slug: String
    package let followUp: FollowUp
}

extension QuestionQueries {
    /// What its author said of a question, the first time first.
    package func followUps(of id: Question.ID) throws -> [FollowUp] {
        try view.transaction.all(
            FollowUp.self, "select \(FollowUp.columns) from follow_up f where f.question_id = \(id) order by f.number")
    }

    /// What a letter's link leads to; nil when the question or its author is not there any more.
    package func followUp(by secret: Secret) throws -> FollowUpSheet? {
        try view.transaction.first(
            """
            select \(FollowUp.columns), q.id, q.title, c.name, c.slug from follow_up f
            join question q on q.id = f.question_id join community c on c.id = q.community_id
            join member m on m.id = q.author_id
            where f.hash = \(secret.hash) and q.deleted_at is null and m.left_at is null
            """
        ) { row in
            FollowUpSheet(
                question: try row[5], title: try row[6], community: try row[7], slug: try row[8],
                followUp: try FollowUp(row))
        }
    }
}

extension QuestionActs {
    /// Puts both letters in the queue of work, once for each day that may count as that of the solution: a mark that is
    /// taken back and given again is another day.
    func planFollowUps(of id: Question.ID) throws {
        let question = try act.view.questions.find(id)
        guard question.kind == .question || question.kind == .clinicalCase, let solvedAt = question.solvedAt else {
            return
        }
        let clock = PromiseClock(try act.view.communities.current())
        for (index, date) in FollowUp.dates(since: solvedAt, of: question.kind, on: clock).enumerated()
        where date > act.now {
            try act.jobs.add(.followUp, key: "follow-up/\(id)/\(index + 1)/\(solvedAt.milliseconds)", at: date)
        }
    }

    /// The job: nothing when the question was taken away or waits again, when another day counts as that of the solution,
    /// or when its author said all there is to say.
    func askWhatBecame(_ job: Job, makeSecret: () -> Secret) throws {
        let parts = job.key.split(separator: "/")
        guard parts.count >= 3, let id = Question.ID(parts[1]), let number = Int(parts[2]) else { return }
        let question = try act.view.questions.find(id)
        guard question.deletedAt == nil, let solvedAt = question.solvedAt else { return }
        guard parts.count == 3 || parts[3] == solvedAt.milliseconds.description else { return }
        let said = try act.view.questions.followUps(of: id).compactMap(\.outcome)
        guard !said.contains(where: \.isLast) else { return }
        let secret = makeSecret()
        let added = try act.execute(
            """
            insert into follow_up (question_id, number, hash, asked_at) values (\(id), \(number), \(secret.hash), \(act.now))
            on conflict (question_id, number) do nothing
            """)
        guard added == 1 else { return }
        let community = try act.view.communities.current()
        try act.mails.tell(
            question.author.id, about: id, .whatBecame(exchange(question, in: community), link: secret.text),
            key: "follow-up/\(id)/\(number)", atOnce: true)
        try act.record(.askedWhatBecame, .question(id), ["number": String(number)])
    }

    /// Its author says what was done and what came of it, from the page of the question. Before any letter, it stands
    /// as the answer to the first.
    package func tellWhatBecame(of id: Question.ID, _ outcome: FollowUp.Outcome, sentence: String) throws {
        let question = try askersOwn(id)
        guard question.solvedAt != nil else {
            throw Refusal("Dites d’abord quelle réponse vous a servi.")
        }
        let number = max(1, try act.view.questions.followUps(of: id).map(\.number).max() ?? 1)
        try keep(outcome, sentence: sentence, of: id, number)
    }

    /// The same from the letter, without signing in.
    package func tellWhatBecame(by secret: Secret, _ outcome: FollowUp.Outcome, sentence: String) throws {
        let found = try act.transaction.first(
            """
            select q.id, f.number, q.community_id, m.id, m.person_id from follow_up f
            join question q on q.id = f.question_id join member m on m.id = q.author_id
            where f.hash = \(secret.hash) and q.deleted_at is null and m.left_at is null
            """
        ) { row in
            (
                question: try row[0] as Question.ID, number: try row[1] as Int, community: try row[2] as Community.ID,
                member: try row[3] as Member.ID, person: try row[4] as Person.ID?
            )
        }
        guard let found else { throw Refusal.notFound }
        let author = act.standing(in: found.community, as: found.member, found.person)
        try author.questions.keep(outcome, sentence: sentence, of: found.question, found.number)
    }

    private func keep(_ outcome: FollowUp.Outcome, sentence: String, of id: Question.ID, _ number: Int) throws {
        try act.view.communities.current().mustBeOpen()
        let sentence = try sentence.line(limit: 500, field: "phrase")
        try act.guardPatients(in: [sentence ?? ""], isConfirmed: false)
        try act.execute(
            """
            insert into follow_up (question_id, number, asked_at, outcome, sentence, answered_at)
            values (\(id), \(number), \(act.now), \(outcome), \(sentence), \(act.now))
            on conflict (question_id, number) do update
            set outcome = excluded.outcome, sentence = excluded.sentence, answered_at = excluded.answered_at
            """)
        try findApplied(id)
        try act.record(.toldWhatBecame, .question(id), ["outcome": outcome.rawValue])
    }

    /// The first day on which something was applied; said otherwise later, or solved anew, it is found again.
    func findApplied(_ id: Question.ID) throws {
        try act.execute(
            """
            update question set applied_at = (
              select min(f.answered_at) from follow_up f
              where f.question_id = \(id) and f.outcome in \(list: FollowUp.Outcome.allCases.filter(\.isApplied)))
            where id = \(id)
            """)
        try markWhatChanged(in: id)
    }
}

extension Question {
    /// The earlier of the first useful reply and of *resolved*.
    package var solvedAt: Instant? { [usefulAt, resolvedAt].compactMap { $0 }.min() }
}
