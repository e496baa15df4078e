import Calendaring
import Persistence

/// What an evaluation is computed from, and nothing else: plain facts, as the tables tell them, in order of time.
///
/// They reach past the day that is evaluated: each figure looks at a period and takes what had happened by its end, so
/// that a later event changes nothing.
package struct EvaluationFacts: Sendable {
    package var place: Place
    package var members: [MemberFact]
    /// Posts that are there (deleted ones are not), earliest first: exchanges of every kind, and the questions of them.
    package let threads: [QuestionFact]
    package let questions: [QuestionFact]
    package let replies: [ReplyFact]
    /// Acts that are not posts: votes, useful marks, *moi aussi*, resources.
    package let otherActs: [OtherAct]
    package var objectives: [ObjectiveFact] = []
    package var needs = NeedFacts()
    /// The reasons that people gave when they left.
    package var leaving: [LeavingFact] = []
    /// How replies called useful would have been found without the community.
    package var withoutUs: [WithoutUsFact] = []

    package init(
        place: Place, members: [MemberFact] = [], questions threads: [QuestionFact] = [], replies: [ReplyFact] = [],
        otherActs: [OtherAct] = []
    ) {
        (self.place, self.members) = (place, members)
        self.threads = threads.sorted { $0.at < $1.at }
        questions = self.threads.filter { $0.kind == .question }
        self.replies = replies.sorted { $0.at < $1.at }
        self.otherActs = otherActs.sorted { $0.at < $1.at }
    }

    /// The community's clock.
    package struct Place: Sendable {
        package var zone: Zone
        package var territory: Territory
        package var promise: Promise
        package var createdAt: Instant
        package var ownDays = OwnDays()

        package init(
            zone: Zone = .paris, territory: Territory = .metropole, promise: Promise = .standard, createdAt: Instant
        ) {
            (self.zone, self.territory, self.promise, self.createdAt) = (zone, territory, promise, createdAt)
        }
    }

    /// How far back the posts of an evaluation reach: a year of months, the thirteen weeks of the first one, and the
    /// year in which an imported author stays a member.
    static let reach = 800
}

/// Something that happened at a moment.
package protocol Dated { var at: Instant { get } }

/// Somebody in the community. Others name them by their place in `EvaluationFacts.members`.
package struct MemberFact: Sendable {
    package var id: Member.ID
    package var role: Role
    /// Earlier roles: each with the moment at which it ended, in order.
    package var formerRoles: [(until: Instant, role: Role)] = []
    /// Without its feminine or masculine form.
    package var profession: String?
    package var joinedAt: Instant
    package var leftAt: Instant?
    /// The times between leaving and coming back.
    package var absences: [(from: Instant, until: Instant)] = []
    package var pausedAt: Instant?
    package var pausedUntil: Instant?
    /// The author of an imported past, without account.
    package var isPending = false

    package init(
        _ id: Member.ID, role: Role = .member, profession: String? = nil, joinedAt: Instant, leftAt: Instant? = nil,
        pausedAt: Instant? = nil, isPending: Bool = false
    ) {
        (self.id, self.role, self.profession) = (id, role, profession)
        (self.joinedAt, self.leftAt, self.pausedAt, self.isPending) = (joinedAt, leftAt, pausedAt, isPending)
    }

    func isAway(at moment: Instant) -> Bool {
        leftAt.isBefore(moment) || absences.contains { $0.from < moment && moment <= $0.until }
    }

    func isPaused(at moment: Instant) -> Bool {
        pausedAt.isBefore(moment) && (pausedUntil.map { $0 >= moment } ?? true)
    }

    /// Each moment at which they left.
    var departures: [Instant] { absences.map(\.from) + (leftAt.map { [$0] } ?? []) }

    func role(at moment: Instant) -> Role { formerRoles.first { moment <= $0.until }?.role ?? role }
}

package struct QuestionFact: Sendable, Dated {
    package var id: Question.ID
    /// Their place in the list of members.
    package var author: Int
    package var at: Instant
    /// The first reply of another member.
    package var answeredAt: Instant?
    /// The first useful mark of the asker, or on their behalf.
    package var usefulAt: Instant?
    package var resolvedAt: Instant?
    /// The first useful mark in whoever's voice.
    package var firstMarkAt: Instant?
    /// Its author first said that something was tried or adopted.
    package var appliedAt: Instant?
    /// Its author first said what became of it, whatever it was.
    package var toldAt: Instant?
    package var kind = Question.Kind.question

    package init(
        _ id: Question.ID, by author: Int, at: Instant, answeredAt: Instant? = nil, usefulAt: Instant? = nil,
        resolvedAt: Instant? = nil, firstMarkAt: Instant? = nil, appliedAt: Instant? = nil, toldAt: Instant? = nil
    ) {
        (self.id, self.author, self.at, self.answeredAt) = (id, author, at, answeredAt)
        (self.usefulAt, self.resolvedAt, self.firstMarkAt) = (usefulAt, resolvedAt, firstMarkAt)
        (self.appliedAt, self.toldAt) = (appliedAt, toldAt)
    }

    /// When the asker had what they needed: what stops the clock of EF2.
    var solvedAt: Instant? { [usefulAt, resolvedAt].compactMap { $0 }.min() }
}

package struct ReplyFact: Sendable, Dated {
    package var question: Question.ID
    package var author: Int
    package var at: Instant
    /// Who wrote what it answers: the question, or a reply.
    package var answered: Int?

    package init(to question: Question.ID, by author: Int, at: Instant, answering answered: Int?) {
        (self.question, self.author, self.at, self.answered) = (question, author, at, answered)
    }
}

package struct OtherAct: Sendable, Dated {
    package var member: Int
    package var at: Instant
    package var isContribution: Bool

    package init(by member: Int, at: Instant, isContribution: Bool = false) {
        (self.member, self.at, self.isContribution) = (member, at, isContribution)
    }
}

/// An objective whose date has come, or that was closed before it.
package struct ObjectiveFact: Sendable, Equatable {
    package var id: Int64
    package var title: String
    /// 1 reached, 0.5 in part, 0 dropped; `nil` while nobody has closed it, which adds nothing.
    package var score: Double?
    /// What was said in closing it.
    package var sentence: String?

    package init(id: Int64, title: String, score: Double?, sentence: String? = nil) {
        (self.id, self.title, self.score, self.sentence) = (id, title, score, sentence)
    }
}

/// Somebody left, and said why.
package struct LeavingFact: Sendable, Equatable, Dated {
    package let at: Instant
    package let reason: LeavingReason

    package init(at: Instant, reason: LeavingReason) { (self.at, self.reason) = (at, reason) }
}

/// Somebody said how they would have found, without the community, a reply that they call useful.
package struct WithoutUsFact: Sendable, Equatable, Dated {
    package let at: Instant
    package let answer: WithoutUs

    package init(at: Instant, answer: WithoutUs) { (self.at, self.answer) = (at, answer) }
}

/// Needs retained, and those of them with an exchange and an effect.
package struct NeedFacts: Sendable, Equatable {
    package var retained = 0
    package var covered = 0

    package init(retained: Int = 0, covered: Int = 0) { (self.retained, self.covered) = (retained, covered) }
}

extension Array where Element: Dated {
    /// What happened in a period: found by halving, since they are in order.
    func during(_ period: Period) -> ArraySlice<Element> {
        let start = firstIndex(from: period.from)
        return self[start..<Swift.max(start, firstIndex(from: period.to))]
    }

    /// The place of the first that happened at `instant` or later.
    func firstIndex(from instant: Instant) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].at < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Instant? {
    /// Whether it had happened by the end of the period.
    func isBefore(_ end: Instant) -> Bool { map { $0 < end } ?? false }
}
