import Persistence

/// Where a community is in its life (DOMAIN §4.1). Proposed by rule, confirmed by consent; nothing is locked.
package enum Stage: String, Bindable, Sendable, CaseIterable {
    case potential, coalescing, maturing, momentum, transformation, dormant, closed
}

extension Stage {
    /// As a decision names what it is about.
    package var number: Int64 { Int64(Self.allCases.firstIndex(of: self) ?? 0) }

    package init?(number: Int64) {
        guard Self.allCases.indices.contains(Int(number)) else { return nil }
        self = Self.allCases[Int(number)]
    }
}

/// What the rule looks at.
package struct StageFacts: Sendable, Equatable {
    package var launchedAt: Instant?
    package var closedAt: Instant?
    /// The yearly vote is open, or chose to adapt within the year.
    package var isAdapting = false
    /// VI1, the share of members active in thirteen weeks.
    package var active: Double?
    /// VI9, newcomers who contributed within thirty days; nil where nobody has just come.
    package var newcomers: Double?
    package var meetingsHeld: Int
    package var lastActAt: Instant?
    /// A practice or a production put in force in the thirteen weeks: none can be yet.
    package var hasNewPractice = false
    /// Active enough for half a year.
    package var wasMaturing = false

    package init(launchedAt: Instant?, active: Double?, newcomers: Double?, meetingsHeld: Int, lastActAt: Instant?) {
        (self.launchedAt, self.active, self.newcomers) = (launchedAt, active, newcomers)
        (self.meetingsHeld, self.lastActAt) = (meetingsHeld, lastActAt)
    }
}

extension Stage {
    /// Without an act for so long, a community sleeps; its facilitators hear of it before.
    package static let silence = Duration.days(56)
    package static let warning = Duration.days(42)

    /// - closed: the farewell was said; transformation: the yearly vote is open, or chose to adapt.
    /// - potential: steps running; coalescing: launched, and not yet what follows; maturing: 26 weeks, VI1 ≥ 30 %, half
    ///   of the newcomers welcomed into the exchanges (VI9), a meeting in thirteen weeks; momentum: maturing for 26 weeks,
    ///   and a practice put in force; dormant: 56 days without an act, those since the launch where there never was one.
    package static func proposed(_ facts: StageFacts, at now: Instant) -> Stage {
        if facts.closedAt != nil { return .closed }
        guard let launchedAt = facts.launchedAt else { return .potential }
        if facts.isAdapting { return .transformation }
        if now - max(facts.lastActAt ?? launchedAt, launchedAt) >= silence { return .dormant }
        guard Lack.of(facts, launchedAt, at: now).isEmpty else { return .coalescing }
        return facts.wasMaturing && facts.hasNewPractice ? .momentum : .maturing
    }
}

/// What a launched community has not yet, to be proposed as mature.
package enum Lack: Sendable, Equatable {
    case time
    case activity
    case newcomers
    case meeting

    static func of(_ facts: StageFacts, _ launchedAt: Instant, at now: Instant) -> [Lack] {
        var lacks: [Lack] = []
        if now - launchedAt < .days(26 * 7) { lacks.append(.time) }
        if facts.active ?? 0 < 0.3 { lacks.append(.activity) }
        if let newcomers = facts.newcomers, newcomers < 0.5 { lacks.append(.newcomers) }
        if facts.meetingsHeld < 1 { lacks.append(.meeting) }
        return lacks
    }
}

extension LifeQueries {
    /// The stage that the rule proposes now.
    package func proposedStage() throws -> Stage { try proposal().stage }

    /// The stage that the rule proposes now; where it is the first after the launch, what the next one lacks.
    package func proposal() throws -> (stage: Stage, lacks: [Lack]) {
        let community = try view.communities.current()
        guard let launchedAt = community.launchedAt, community.closedAt == nil else {
            return (community.closedAt == nil ? .potential : .closed, [])
        }
        let evaluation = try view.evaluations.evaluation(on: try view.evaluations.lastClosedDay())
        let welcome = evaluation.indicator(.vi9).shownDetails.first { $0.name == "newcomers_contributing_share" }
        var facts = StageFacts(
            launchedAt: launchedAt, active: evaluation.indicator(.vi1).value,
            // A share that stands on fewer than five people is shown nowhere: it decides nothing here either.
            newcomers: welcome.flatMap { evaluation.indicator(.vi9).detail($0.name) },
            meetingsHeld: try view.meetings.held(from: view.now - .days(91), to: view.now),
            lastActAt: try lastActAt())
        let review = try reviews().first
        facts.isAdapting =
            review.map { $0.isOpen || $0.outcome == .adapt && view.now - $0.openedAt < .days(365) } ?? false
        let stage = Stage.proposed(facts, at: view.now)
        return (stage, stage == .coalescing ? Lack.of(facts, launchedAt, at: view.now) : [])
    }

    /// When somebody last took part.
    package func lastActAt() throws -> Instant? {
        try view.transaction.value(
            "select max(at) from journal where community_id = \(try view.community) and verb in \(list: Verb.acts)")
    }

    /// For how long nobody has taken part, once that is worth a word and before the community sleeps; nil otherwise.
    package func silence() throws -> Duration? {
        let community = try view.communities.current()
        guard let launchedAt = community.launchedAt, community.closedAt == nil else { return nil }
        let silence = view.now - max(try lastActAt() ?? launchedAt, launchedAt)
        return silence >= Stage.warning && silence < Stage.silence ? silence : nil
    }

    /// The stage that the group confirmed last, and when.
    package func confirmedStage() throws -> (stage: Stage, at: Instant)? {
        try view.transaction.first(
            "select stage, stage_at from community where id = \(try view.community) and stage is not null"
        ) { row in (try row[0], try row[1]) }
    }
}

extension LifeActs {
    /// The group agreed on where it stands.
    func confirm(_ stage: Stage) throws {
        try act.execute(
            "update community set stage = \(stage), stage_at = \(act.now) where id = \(try act.community)")
        try act.record(.confirmedStage, .community(try act.community), ["stage": stage.rawValue])
    }
}
