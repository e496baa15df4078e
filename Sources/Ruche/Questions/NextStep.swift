import Persistence

/// What comes next for a question that waits, and when: no question ends in silence (DOMAIN §6.4).
package struct NextStep: Sendable, Equatable {
    package let kind: Kind
    /// Nil for a meeting that has no date yet.
    package let at: Instant?

    package init(_ kind: Kind, at: Instant?) { (self.kind, self.at) = (kind, at) }

    package enum Kind: Sendable, Equatable {
        /// The community's promise of a first reply.
        case firstReply
        /// The promise has passed: the facilitators look for somebody, until its author is given the choice.
        case search
        /// Its author says what to do: reword, ask everybody, or bring it to a meeting, as happens by itself at `at`.
        case choice
        /// It is spoken of at a meeting.
        case meeting
        /// Somebody asked its author something back.
        case precision
        /// Its author is asked whether a reply helped.
        case usefulness
        /// Its author is asked what became of it.
        case followUp
    }
}

/// Where a question stands, as far as its next step needs to know.
package struct WaitingFacts: Sendable, Equatable {
    package var askedAt: Instant
    /// The beginning of the round: when it was asked, or when its author chose to reword or to ask everybody.
    package var waitingSince: Instant
    package var answeredAt: Instant?
    package var lastActivityAt: Instant
    /// The last question back, if its author has not written since.
    package var clarificationAt: Instant?
    /// The earlier of useful and resolved.
    package var solvedAt: Instant?
    package var choiceAskedAt: Instant?
    package var agendaAt: Instant?

    package init(askedAt: Instant) {
        (self.askedAt, waitingSince, lastActivityAt) = (askedAt, askedAt, askedAt)
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
        if let solvedAt = question.solvedAt {
            let later = FollowUp.dates(since: solvedAt, on: clock).first { $0 > now }
            self = later.map { .init(.followUp, at: $0) } ?? .init(.meeting, at: meeting)
        } else if let asked = question.clarificationAt, asked + Self.patience > now {
            self.init(.precision, at: clock.morning(from: asked + Self.patience))
        } else if question.lastActivityAt + Self.patience > now {
            self.init(.usefulness, at: clock.morning(from: question.lastActivityAt + Self.patience))
        } else {
            self.init(.meeting, at: meeting)
        }
    }

    private static func unanswered(
        _ question: WaitingFacts, on clock: PromiseClock, meeting: Instant?, now: Instant
    ) -> NextStep {
        if question.agendaAt != nil { return .init(.meeting, at: meeting) }
        if let asked = question.choiceAskedAt {
            return .init(.choice, at: max(now, clock.workingDays(Ladder.daysToChoose, after: asked)))
        }
        let promised = clock.due(1, after: question.askedAt)
        if promised > now { return .init(.firstReply, at: promised) }
        return .init(.search, at: max(now, clock.sending(Ladder.Rung.choice.share, after: question.waitingSince)))
    }
}
