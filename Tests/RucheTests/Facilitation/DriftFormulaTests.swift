import Calendaring
import Persistence
import Testing

@testable import Ruche

/// The vectors of DOMAIN §9.
@Suite("The formula of a drift gauge")
struct DriftFormulaTests {
    private func share(_ figure: DriftFigure) -> Double? { figure.value.map { ($0 * 1_000).rounded() / 10 } }

    @Test("N2a and N2b: the first author, the first three")
    func authors() {
        #expect(share(.firstAuthor(of: [41, 3, 2, 2, 1, 1])) == 82)
        #expect(share(.firstThree(of: [41, 3, 2, 2, 1, 1], members: 12)) == 92)
        #expect(share(.firstAuthor(of: [8, 7, 6, 6, 5, 4, 4, 3, 3, 2])) == 16.7)
        #expect(share(.firstThree(of: [8, 7, 6, 6, 5, 4, 4, 3, 3, 2], members: 10)) == 43.8)
        #expect(DriftFigure.firstThree(of: [8, 7, 6], members: 9).missing == .fewWriters)
        #expect(DriftFigure.firstAuthor(of: []).missing == .nothing)
    }

    @Test("N2c: six announcements, twelve threads of which five without reply")
    func oneWay() { #expect(share(.oneWay(announcements: 6, threads: 12, withoutReply: 5)) == 61.1) }

    @Test("N1a: nine of fourteen without a link; under five, nothing is said")
    func unlinked() {
        #expect(share(.unlinked(9, ofAdded: 14)) == 64.3)
        #expect(DriftFigure.unlinked(4, ofAdded: 4).missing == .fewAdded)
        #expect(share(.unlinked(4, ofAdded: 5)) == 80)
    }

    @Test("N1b: documents among what is read, from a hundred pages on")
    func views() {
        #expect(share(.documentViews(75, exchanges: 25)) == 75)
        #expect(DriftFigure.documentViews(75, exchanges: 24).missing == .fewViews)
    }

    @Test("N3a: thirty-four of forty-eight without an act; N3b: eighteen announcements beside ten contributions")
    func subscribers() {
        #expect(share(.silent(34, ofMembers: 48)) == 70.8)
        #expect(share(.announced(18, besides: 10)) == 64.3)
    }

    @Test("N4: pages seen from outside for an act, edits of the public page")
    func website() {
        #expect(DriftFigure.outsideViews(120, acts: 10).value == 12)
        #expect(share(.publicEdits(3, besides: 7)) == 30)
    }

    @Test(
        "has its thresholds, the limit included",
        arguments: [
            (DriftPart.n1a, 0.2999, DriftState.ok), (.n1a, 0.30, .watch), (.n1a, 0.50, .drift), (.n1b, 0.59, .ok),
            (.n1b, 0.60, .watch), (.n1b, 0.75, .drift), (.n2a, 0.40, .watch), (.n2a, 0.60, .drift),
            (.n2b, 0.60, .watch), (.n2b, 0.80, .drift), (.n2c, 0.20, .watch), (.n2c, 0.40, .drift),
            (.n2d, 0.40, .ok), (.n2d, 0.39, .watch), (.n2d, 0.25, .watch), (.n2d, 0.24, .drift),
            (.n3a, 0.50, .watch), (.n3a, 0.70, .drift), (.n3b, 0.25, .watch), (.n3b, 0.50, .drift),
            (.n4a, 4.9, .ok), (.n4a, 5, .watch), (.n4a, 10, .drift), (.n4b, 0.15, .watch), (.n4b, 0.30, .drift),
        ])
    func thresholds(part: DriftPart, value: Double, level: DriftState) {
        #expect(part.threshold.level(of: value) == level)
    }

    /// The states that a course of Mondays goes through.
    private func course(_ part: DriftPart, _ values: [Double?]) -> [DriftState] {
        var before: (state: DriftState, value: Double?)?
        return values.map { value in
            let state = part.threshold.state(after: before, value: value)
            before = (state, value)
            return state
        }
    }

    @Test("enters a state on the second Monday in a row, and leaves it after two, five points inside")
    func states() {
        #expect(course(.n2a, [0.82, 0.82, 0.82]) == [.ok, .drift, .drift])
        #expect(course(.n2a, [0.30, 0.45, 0.30, 0.45, 0.45]) == [.ok, .ok, .ok, .ok, .watch])
        #expect(course(.n2a, [0.65, 0.45, 0.65, 0.65]) == [.ok, .watch, .watch, .drift], "each threshold twice")
        // 0.56 is inside of 0.60, but not by five points; 0.55 is.
        #expect(course(.n2a, [0.7, 0.7, 0.56, 0.56, 0.55, 0.55]) == [.ok, .drift, .drift, .drift, .drift, .watch])
        #expect(course(.n2a, [0.7, 0.7, 0.2, 0.2]) == [.ok, .drift, .drift, .ok])
        #expect(course(.n2a, [0.45, 0.45, 0.36, 0.36, 0.35, 0.35]) == [.ok, .watch, .watch, .watch, .watch, .ok])
    }

    @Test("counts downwards where drifting is going under, and one page for N4a")
    func floors() {
        #expect(course(.n2d, [0.2, 0.2, 0.29, 0.30, 0.30]) == [.ok, .drift, .drift, .drift, .watch])
        #expect(course(.n4a, [12, 12, 9.5, 9, 9]) == [.ok, .drift, .drift, .drift, .watch])
    }

    @Test("says nothing on a Monday without enough data, and begins anew after it")
    func gaps() {
        #expect(course(.n2a, [0.7, 0.7, nil, 0.7, 0.7]) == [.ok, .drift, .unknown, .ok, .drift])
    }
}

/// Communities told as facts.
@Suite("The four gauges of a community")
struct DriftFiguresTests {
    private static let sunday = CivilDate("2026-11-01") ?? CivilDate(dayNumber: 0)

    /// A moment so many days before the Sunday evaluated.
    private static func ago(_ days: Int) -> Instant {
        Instant(milliseconds: Zone.paris.start(of: sunday.adding(days: -days))) + .hours(10)
    }

    /// `members` of a year, the first of whom facilitates; each writes as many questions as told.
    private static func facts(
        members: Int = 12, questions: [Int] = [], repliers: Int = 2, launchedAt: Instant? = ago(200)
    ) -> (EvaluationFacts, DriftFacts) {
        let people = (0..<members).map {
            MemberFact(Member.ID(Int64($0 + 1)), role: $0 == 0 ? .facilitator : .member, joinedAt: ago(365))
        }
        var threads: [QuestionFact] = []
        var replies: [ReplyFact] = []
        for (author, count) in questions.enumerated() {
            for number in 0..<count {
                let id = Question.ID(Int64(author * 1_000 + number + 1))
                threads.append(QuestionFact(id, by: author, at: ago(20 + number % 60)))
                for replier in 0..<repliers {
                    replies.append(
                        ReplyFact(
                            to: id, by: (author + replier + 1) % members, at: ago(10), answering: author))
                }
            }
        }
        var drift = DriftFacts(launchedAt: launchedAt)
        drift.firstActs = people.indices.map { questions.indices.contains($0) && questions[$0] > 0 ? ago(80) : nil }
        return (
            EvaluationFacts(
                place: .init(createdAt: ago(400)), members: people, questions: threads, replies: replies), drift
        )
    }

    private static func figure(_ part: DriftPart, _ facts: (EvaluationFacts, DriftFacts)) -> DriftFigure? {
        DriftFigures(facts.0, facts.1, on: sunday).all.first { $0.part == part }
    }

    @Test("are every part once, in order")
    func order() {
        let figures = DriftFigures(Self.facts(questions: [5, 5]).0, Self.facts().1, on: Self.sunday).all
        #expect(figures.map(\.part) == DriftPart.allCases)
    }

    @Test("say nothing of a community that is young, small or quiet")
    func missing() {
        let young = Self.facts(questions: [12, 3], launchedAt: Self.ago(90))
        #expect(Self.figure(.n2a, young)?.missing == .young)
        #expect(Self.figure(.n2a, Self.facts(questions: [12], launchedAt: Self.ago(91)))?.missing == nil)
        #expect(Self.figure(.n2a, Self.facts(questions: [12], launchedAt: nil))?.missing == .notLaunched)
        #expect(Self.figure(.n2a, Self.facts(members: 7, questions: [12, 3]))?.missing == .fewMembers)
        #expect(Self.figure(.n2a, Self.facts(questions: [3], repliers: 2))?.missing == .quiet, "nine")
        #expect(Self.figure(.n2b, Self.facts(members: 9, questions: [12, 3]))?.missing == .fewWriters)
    }

    @Test("count what has no reply between a fortnight and thirteen weeks ago")
    func oneWay() {
        var (facts, drift) = Self.facts(questions: [0, 12], repliers: 1)
        drift.announcements = [Self.ago(91), Self.ago(60), Self.ago(14), Self.ago(13), Self.ago(92)]
        #expect(Self.figure(.n2c, (facts, drift)).map { [$0.k, $0.n] } == [3, 15])
        (facts, drift) = Self.facts(questions: [0, 12], repliers: 0)
        #expect(Self.figure(.n2c, (facts, drift)).map { [$0.k, $0.n] } == [12, 12])
        #expect(Self.figure(.n2d, (facts, drift)).map { [$0.k, $0.n] } == [0, 12])
    }

    @Test("leave the facilitators out of what announcements are beside of")
    func announcements() {
        let (facts, known) = Self.facts(questions: [20, 10], repliers: 0)
        var drift = known
        drift.announcements = (0..<18).map { Self.ago(1 + $0) }
        #expect(Self.figure(.n3b, (facts, drift)).map { [$0.k, $0.n] } == [18, 28])
    }

    @Test("name whoever never did anything among those of four weeks")
    func silent() {
        let (facts, drift) = Self.facts(questions: [6, 5, 0, 0], repliers: 0)
        #expect(Self.figure(.n3a, (facts, drift)).map { [$0.k, $0.n] } == [10, 12])
    }

    @Test("of a public page are known only where there is one")
    func website() {
        var (facts, drift) = Self.facts(questions: [0, 10], repliers: 0)
        #expect(Self.figure(.n4a, (facts, drift))?.missing == .noPublicPage)
        drift.publicPage = .init(edits: (0..<5).map { Self.ago($0 + 1) })
        drift.views = [.init(Self.sunday, .outside, 120), .init(Self.sunday.adding(days: -91), .outside, 1_000)]
        #expect(Self.figure(.n4a, (facts, drift))?.value == 12, "for one act of a member")
        #expect(Self.figure(.n4b, (facts, drift)).map { [$0.k, $0.n] } == [5, 15])
        facts.members[1].role = .facilitator
        #expect(Self.figure(.n3b, (facts, drift)).map { [$0.k, $0.n] } == [0, 0])
    }

    @Test("link a document by its need or by an exchange, at the time of the day evaluated")
    func documents() {
        let (facts, known) = Self.facts(questions: [0, 12])
        var drift = known
        drift.documents =
            (0..<9).map { _ in .init(addedAt: Self.ago(30)) }
            + (0..<4).map { _ in .init(addedAt: Self.ago(30), linkedAt: Self.ago(30)) }
            + [.init(addedAt: Self.ago(30), linkedAt: Self.ago(-3)), .init(addedAt: Self.ago(120))]
        #expect(Self.figure(.n1a, (facts, drift)).map { [$0.k, $0.n] } == [10, 14])
    }
}
