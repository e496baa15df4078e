import Persistence

/// What comes next for a question that waits, and when: no question ends in silence (DOMAIN §6.4).
package struct NextStep: Sendable, Equatable {
    package let kind: Kind
    package let at: Instant

    package init(_ kind: Kind, at: Instant) { (self.kind, self.at) = (kind, at) }

    package enum Kind: Sendable, Equatable {
        /// The community's promise of a first reply.
        case firstReply
        /// The promise has passed: the facilitators look for somebody, until its author is given the choice.
        case search
        /// Its author says what to do: reword, ask everybody, or bring it to a meeting, as happens by itself at `at`.
        case choice
        /// It is on the agenda of a meeting.
        case meeting
        /// Somebody asked its author something back.
        case precision
        /// Its author is asked whether a reply helped.
        case usefulness
        /// A facilitator may say for its author that a reply helped.
        case onBehalf
        /// Its author is asked what became of it.
        case followUp
        /// All was asked: the next meeting goes through what is still open.
        case roundUp
        /// The same as the two that need a meeting, where none is planned: the facilitators are told to fix one.
        case fixingMeeting
    }
}

/// Where a question stands, as far as its next step needs to know.
package struct WaitingFacts: Sendable, Equatable {
    package var askedAt: Instant
    /// The beginning of the round: when it was asked, or when its author chose to reword or to ask everybody.
    package var waitingSince: Instant
    package var answeredAt: Instant?
    package var lastActivityAt: Instant
    /// When its author last wrote there.
    package var askerWroteAt: Instant
    /// The last question back, if its author has not written since.
    package var clarificationAt: Instant?
    /// The earlier of useful and resolved.
    package var solvedAt: Instant?
    package var choiceAskedAt: Instant?
    package var agendaAt: Instant?
    /// The last of the two times that its author was asked what became of it, or said it; 0 before the first.
    package var followUps = 0
    /// Its author said all there is to say of it.
    package var isOver = false

    package init(askedAt: Instant) {
        (self.askedAt, waitingSince, lastActivityAt, askerWroteAt) = (askedAt, askedAt, askedAt, askedAt)
    }
}

extension WaitingFacts {
    /// Of an open question `q`.
    static let columns: SQL = """
        q.asked_at, coalesce(q.waiting_since, q.asked_at), q.answered_at, q.last_activity_at, q.asker_wrote_at,
        (select max(r.replied_at) from reply r where r.question_id = q.id and r.kind = 'clarification'
          and r.deleted_at is null and r.author_id <> q.author_id and r.replied_at > q.asker_wrote_at),
        q.useful_at, q.choice_asked_at, q.agenda_at,
        (select coalesce(max(f.number), 0) from follow_up f where f.question_id = q.id),
        (select count(*) from follow_up f where f.question_id = q.id
          and f.outcome in \(list: FollowUp.Outcome.allCases.filter(\.isLast)))
        """

    /// - Parameter from: the place of the first of `columns`.
    init(_ row: borrowing Row, from first: Int) throws {
        self.init(askedAt: try row[first])
        (waitingSince, answeredAt, lastActivityAt) = (try row[first + 1], try row[first + 2], try row[first + 3])
        (askerWroteAt, clarificationAt, solvedAt) = (try row[first + 4], try row[first + 5], try row[first + 6])
        (choiceAskedAt, agendaAt, followUps) = (try row[first + 7], try row[first + 8], try row[first + 9])
        let last: Int = try row[first + 10]
        isOver = last > 0
    }
}

extension NextStep {
    /// After a last reply without a word from the asker, and after a question back.
    static let patience = Duration.days(7)

    /// The next step of an open question.
    /// - Parameter meeting: the next one of the community.
    package init(of question: WaitingFacts, on clock: PromiseClock, meeting: Instant?, now: Instant) {
        guard question.answeredAt != nil else {
            self = Self.unanswered(question, on: clock, meeting: meeting, now: now)
            return
        }
        let mayBeSaidForThem = question.askerWroteAt + Reply.silenceBeforeOnBehalf
        if let solvedAt = question.solvedAt {
            let letters = FollowUp.dates(since: solvedAt, on: clock).enumerated()
            let later = letters.first { $0.offset >= question.followUps && $0.element > now && !question.isOver }
            self = later.map { .init(.followUp, at: $0.element) } ?? .at(meeting, .roundUp, on: clock, now: now)
        } else if let asked = question.clarificationAt, asked + Self.patience > now {
            self.init(.precision, at: clock.morning(from: asked + Self.patience))
        } else if question.lastActivityAt + Self.patience > now {
            self.init(.usefulness, at: clock.morning(from: question.lastActivityAt + Self.patience))
        } else if mayBeSaidForThem > now {
            self.init(.onBehalf, at: mayBeSaidForThem)
        } else {
            self = .at(meeting, .roundUp, on: clock, now: now)
        }
    }

    private static func unanswered(
        _ question: WaitingFacts, on clock: PromiseClock, meeting: Instant?, now: Instant
    ) -> NextStep {
        if question.agendaAt != nil { return .at(meeting, .meeting, on: clock, now: now) }
        if let asked = question.choiceAskedAt {
            return .init(.choice, at: max(now, clock.workingDays(Ladder.daysToChoose, after: asked)))
        }
        let promised = clock.due(1, after: question.askedAt)
        if promised > now { return .init(.firstReply, at: promised) }
        return .init(.search, at: max(now, Ladder.time(of: .choice, since: question.waitingSince, on: clock)))
    }

    private static func at(_ meeting: Instant?, _ kind: Kind, on clock: PromiseClock, now: Instant) -> NextStep {
        meeting.map { .init(kind, at: $0) } ?? .init(.fixingMeeting, at: clock.morning(from: now))
    }
}
