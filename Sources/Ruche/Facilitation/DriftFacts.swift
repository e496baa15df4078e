import Calendaring
import Persistence

/// What the gauges need beside the facts of an evaluation.
package struct DriftFacts: Sendable {
    package var launchedAt: Instant?
    package var announcements: [Instant] = []
    package var documents: [DocumentFact] = []
    package var views: [ViewFact] = []
    /// When each member did their first act ever, by their place in the facts.
    package var firstActs: [Instant?] = []
    /// Views and edits of a page open to all; nil while the community shows none.
    package var publicPage: PublicPage?

    package init(launchedAt: Instant?) { self.launchedAt = launchedAt }

    /// A document or a practice, with what first led to it: a need, an exchange.
    package struct DocumentFact: Sendable {
        package var addedAt: Instant
        package var linkedAt: Instant?

        package init(addedAt: Instant, linkedAt: Instant? = nil) { (self.addedAt, self.linkedAt) = (addedAt, linkedAt) }
    }

    /// Pages of a kind read on a day, by nobody in particular.
    package struct ViewFact: Sendable {
        package var day: CivilDate
        package var kind: PageKind
        package var count: Int

        package init(_ day: CivilDate, _ kind: PageKind, _ count: Int) {
            (self.day, self.kind, self.count) = (day, kind, count)
        }
    }

    package struct PublicPage: Sendable {
        package var edits: [Instant] = []

        package init(edits: [Instant] = []) { self.edits = edits }
    }
}

/// What a page is, for the daily counters: never whose.
package enum PageKind: String, Bindable, Sendable, CaseIterable { case document, practice, exchange, outside }

/// The figures of the four gauges on one day: a pure function of facts (DOMAIN §9).
package struct DriftFigures: Sendable {
    private let facts: EvaluationFacts
    private let drift: DriftFacts
    private let period: Period
    private let membership: Membership
    private let zone: Zone

    /// N and the sum of contributions and announcements under which nothing is said.
    package static let (fewestMembers, fewestMessages) = (8, 10)
    /// Days after the launch before which nothing is said.
    package static let youth = 91

    /// - Parameter day: a closed day, in the community's zone: the Sunday before the computation.
    package init(_ facts: EvaluationFacts, _ drift: DriftFacts, on day: CivilDate) {
        (self.facts, self.drift) = (facts, drift)
        zone = facts.place.zone
        period = Period(endingOn: day, in: zone)
        membership = Membership(facts, over: period)
    }

    /// Every part, in its order.
    package var all: [DriftFigure] {
        if let missing { return DriftPart.allCases.map { DriftFigure($0, missing: missing) } }
        let contributions = contributions
        let written = contributions.reduce(0, +)
        let announced = announcements(during: period)
        return [
            unlinked, views, .firstAuthor(of: contributions),
            .firstThree(of: contributions, members: membership.all.count), oneWay, answeredByTwo, silent,
            .announced(announced, besides: othersContributions), outsideViews, publicEdits(besides: written),
        ]
    }

    /// What keeps every gauge from saying anything.
    private var missing: DriftFigure.Missing? {
        guard let launchedAt = drift.launchedAt, launchedAt < period.to else { return .notLaunched }
        if period.last - zone.date(at: launchedAt.milliseconds) < Self.youth { return .young }
        if membership.all.count < Self.fewestMembers { return .fewMembers }
        if contributions.reduce(0, +) + announcements(during: period) < Self.fewestMessages { return .quiet }
        return nil
    }

    /// How much each author contributed, whoever they are: nobody's name goes further than here.
    private var contributions: [Int] { counted { _ in true } }
    private var othersContributions: Int {
        counted { facts.members[$0].role(at: period.to) != .facilitator }.reduce(0, +)
    }

    private func counted(where counts: (Int) -> Bool) -> [Int] {
        var written = [Int](repeating: 0, count: facts.members.count)
        for thread in facts.threads.during(period) { written[thread.author] += 1 }
        for reply in facts.replies.during(period) { written[reply.author] += 1 }
        for act in facts.otherActs.during(period) where act.isContribution { written[act.member] += 1 }
        return written.indices.filter(counts).map { written[$0] }
    }

    private func announcements(during period: Period) -> Int { drift.announcements.count { period.contains($0) } }

    private var unlinked: DriftFigure {
        let added = drift.documents.filter { period.contains($0.addedAt) }
        return .unlinked(added.count { !$0.linkedAt.isBefore(period.to) }, ofAdded: added.count)
    }

    private func views(of kinds: Set<PageKind>) -> Int {
        drift.views.filter { kinds.contains($0.kind) && $0.day >= period.first && $0.day <= period.last }
            .reduce(0) { $0 + $1.count }
    }

    private var views: DriftFigure {
        .documentViews(views(of: [.document, .practice]), exchanges: views(of: [.exchange]))
    }

    /// Begun between t − 91 d and t − 14 d, so that each had a fortnight to be answered.
    private var oneWay: DriftFigure {
        let begun = Period(period.last.adding(days: -91), period.last.adding(days: -14), in: zone)
        let threads = facts.threads.during(begun)
        let repliers = repliers(of: threads)
        return .oneWay(
            announcements: announcements(during: begun), threads: threads.count,
            withoutReply: threads.count { repliers[$0.id, default: []].isEmpty })
    }

    private var answeredByTwo: DriftFigure {
        let threads = facts.threads.during(period)
        let repliers = repliers(of: threads)
        return .answeredByTwo(threads.count { repliers[$0.id, default: []].count >= 2 }, ofThreads: threads.count)
    }

    /// Who answered each thread by the last day, its author left out.
    private func repliers(of threads: ArraySlice<QuestionFact>) -> [Question.ID: Set<Int>] {
        guard let first = threads.first else { return [:] }
        let authors = Dictionary(uniqueKeysWithValues: threads.map { ($0.id, $0.author) })
        var repliers: [Question.ID: Set<Int>] = [:]
        for reply in facts.replies[facts.replies.firstIndex(from: first.at)...] where reply.at < period.to {
            guard let author = authors[reply.question], author != reply.author else { continue }
            repliers[reply.question, default: []].insert(reply.author)
        }
        return repliers
    }

    private var silent: DriftFigure {
        let settled = membership.places { _ in true }.filter {
            period.last - zone.date(at: facts.members[$0].joinedAt.milliseconds) >= 28
        }
        let silent = settled.filter { place in
            let first = drift.firstActs.indices.contains(place) ? drift.firstActs[place] : nil
            return !first.isBefore(period.to)
        }
        return .silent(silent.count, ofMembers: settled.count)
    }

    private var outsideViews: DriftFigure {
        if drift.publicPage == nil { return DriftFigure(.n4a, missing: .noPublicPage) }
        let acts = membership.all.reduce(0) { $0 + $1.weeklyActs.reduce(0, +) }
        return .outsideViews(views(of: [.outside]), acts: acts)
    }

    private func publicEdits(besides contributions: Int) -> DriftFigure {
        guard let page = drift.publicPage else { return DriftFigure(.n4b, missing: .noPublicPage) }
        return .publicEdits(page.edits.count { period.contains($0) }, besides: contributions)
    }
}
