import Measures
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

    package init(id: ID, kind: Kind, text: String, options: [String]) {
        (self.id, self.kind, self.text, self.options) = (id, kind, text, options)
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

/// What came back for a question. What stands on fewer than five people is counted and not shown (DOMAIN §10.0).
package struct SurveyResult: Sendable, Equatable {
    package let question: SurveyQuestion
    /// How many chose each answer; nil where it would point at people, by itself or by what is left of the whole.
    package var counts: [Int?] = []
    /// The words of open questions, in an order that says nothing of who wrote when.
    package var words: [String] = []
    package var answered = 0
    /// The answer most often given, where five at least gave it and no other was given as often: its rank is told even
    /// where its count would tell the others'.
    package var leading: Int?

    /// Of a scale: its answers, those next to each other taken together until five people stand behind each group.
    package var groups: [Group] = []
    /// Of a scale: the mean, from 1 to 5.
    package var mean: Double?
    /// Of a scale: the share of 4 and 5; nil when fewer than five stand on one of its sides.
    package var favourable: Double?

    package struct Group: Sendable, Equatable {
        /// From 1 to 5.
        package let answers: ClosedRange<Int>
        package let count: Int

        package init(_ answers: ClosedRange<Int>, _ count: Int) { (self.answers, self.count) = (answers, count) }
    }

    package var isTold: Bool { answered >= smallestShownCell }

    package init(question: SurveyQuestion) { self.question = question }
}

extension SurveyResult {
    /// - Parameter counts: how many gave each answer of a closed question.
    package mutating func tell(_ counts: [Int]) {
        answered = counts.reduce(0, +)
        guard isTold else {
            self.counts = counts.map { _ in nil }
            return
        }
        self.counts = hidingSmallCells(counts)
        let most = counts.max() ?? 0
        if most >= smallestShownCell, counts.count(where: { $0 == most }) == 1 {
            leading = counts.firstIndex(of: most)
        }
        guard question.kind == .scale else { return }
        groups = Self.grouped(counts)
        mean = Double(zip(1..., counts).reduce(0) { $0 + $1.0 * $1.1 }) / Double(answered)
        let sides = [counts.prefix(3).reduce(0, +), counts.dropFirst(3).reduce(0, +)]
        if let favourable = hidingSmallCells(sides)[1] { self.favourable = Double(favourable) / Double(answered) }
    }

    /// From 1 upwards, a group ends as soon as it counts five; what is left over joins the last one.
    private static func grouped(_ counts: [Int]) -> [Group] {
        var groups: [Group] = []
        var (start, sum) = (1, 0)
        for (answer, count) in zip(1..., counts) {
            sum += count
            guard sum >= smallestShownCell,
                counts[answer...].reduce(0, +) >= smallestShownCell || answer == counts.count
            else { continue }
            groups.append(Group(start...answer, sum))
            (start, sum) = (answer + 1, 0)
        }
        return groups
    }
}
