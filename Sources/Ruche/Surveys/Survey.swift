import Persistence

/// A light questionnaire sent by a link: anonymous, without an account, its results returned to who answered. The same
/// instrument is asked again six and twelve months later.
package struct Survey: Sendable, Equatable {
    package typealias ID = Identifier<Survey>

    package let id: ID
    package let title: String
    package let intro: String
    /// In the address of its public page; nil while it is being written.
    package let token: String?
    package let round: Round
    /// The first of the surveys that ask the same things.
    package let root: ID
    package let createdAt: Instant
    package let openedAt: Instant?
    package let closedAt: Instant?
    /// What the core group answers to those who took the time; published with the results.
    package let returnWords: String
    package let version: Int
    package let sheets: Int

    /// When the same instrument is asked.
    package enum Round: String, Bindable, Sendable, CaseIterable {
        case start = "T0", sixMonths = "T+6", twelveMonths = "T+12", later = "T+"

        package var next: Round {
            switch self {
            case .start: .sixMonths
            case .sixMonths: .twelveMonths
            case .twelveMonths, .later: .later
            }
        }
    }

    package enum State: Sendable, Equatable { case draft, open, closed }

    package var state: State { closedAt != nil ? .closed : openedAt != nil ? .open : .draft }

    /// Six months after it opened, the same things may be asked again.
    static let pause = Duration.days(182)

    /// From when the same things may be asked again; nil while it has not opened.
    package var askableAgainAt: Instant? { openedAt.map { $0 + Self.pause } }
}

package struct SurveyQuestion: Sendable, Equatable {
    package typealias ID = Identifier<SurveyQuestion>

    package let id: ID
    package let kind: Kind
    package let text: String
    /// What one chooses from; empty for other kinds.
    package let options: [String]

    package enum Kind: String, Bindable, Sendable, CaseIterable {
        case open
        case choice
        /// From 1, not at all, to 5, quite.
        case scale
    }

    /// How many answers a closed question can have.
    package var answers: Int { kind == .scale ? 5 : options.count }
}

package struct SurveyQuestionDraft: Sendable, Equatable {
    package var kind: SurveyQuestion.Kind
    package var text: String
    /// One a line.
    package var options: String

    package init(_ kind: SurveyQuestion.Kind, _ text: String, options: String = "") {
        (self.kind, self.text, self.options) = (kind, text, options)
    }
}

/// What came back for a question. Fewer than five sheets are counted and not shown (DOMAIN §10.0).
package struct SurveyResult: Sendable, Equatable {
    package let question: SurveyQuestion
    /// How many chose each answer; nil where it would point at people.
    package var counts: [Int?] = []
    /// The words of open questions, in an order that says nothing of who wrote when.
    package var words: [String] = []
    package var answered = 0

    /// Of a scale: the share of 4 and 5; nil when fewer than five stand on one of its sides.
    package var favourable: Double?
}
