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
    /// VI9, newcomers who contributed within thirty days.
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
    /// - closed: the farewell was said; transformation: the yearly vote is open, or chose to adapt.
    /// - potential: steps running; coalescing: launched, and not yet what follows; maturing: 26 weeks, VI1 ≥ 30 %, a
    ///   meeting in thirteen weeks; momentum: maturing for 26 weeks, and a practice put in force; dormant: 56 days
    ///   without an act.
    package static func proposed(_ facts: StageFacts, at now: Instant) -> Stage {
        if facts.closedAt != nil { return .closed }
        guard let launchedAt = facts.launchedAt else { return .potential }
        if facts.isAdapting { return .transformation }
        if let last = facts.lastActAt, now - last >= .days(56) { return .dormant }
        guard now - launchedAt >= .days(26 * 7), (facts.active ?? 0) >= 0.3, facts.meetingsHeld >= 1 else {
            return .coalescing
        }
        return facts.wasMaturing && facts.hasNewPractice ? .momentum : .maturing
    }
}

extension LifeQueries {
    /// The stage that the rule proposes now.
    package func proposedStage() throws -> Stage {
        let community = try view.communities.current()
        guard community.launchedAt != nil, community.closedAt == nil else {
            return community.closedAt == nil ? .potential : .closed
        }
        let evaluation = try view.evaluations.evaluation(on: try view.evaluations.lastClosedDay())
        var facts = StageFacts(
            launchedAt: community.launchedAt, active: evaluation.indicator(.vi1).value,
            newcomers: evaluation.indicator(.vi9).value,
            meetingsHeld: try view.meetings.held(from: view.now - .days(91), to: view.now),
            lastActAt: try view.transaction.value(
                """
                select max(at) from journal where community_id = \(community.id) and verb in \(list: Verb.acts)
                """))
        let review = try reviews().first
        facts.isAdapting =
            review.map { $0.isOpen || $0.outcome == .adapt && view.now - $0.openedAt < .days(365) } ?? false
        return Stage.proposed(facts, at: view.now)
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
