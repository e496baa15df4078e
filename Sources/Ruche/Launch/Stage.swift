import Persistence

/// Where a community is in its life (DOMAIN §4.1). Proposed by rule, confirmed by consent; nothing is locked.
package enum Stage: String, Sendable, CaseIterable { case potential, coalescing, maturing, momentum, dormant }

/// What the rule looks at.
package struct StageFacts: Sendable, Equatable {
    package var launchedAt: Instant?
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
    /// - potential: steps running; coalescing: launched, and not yet what follows; maturing: 26 weeks, VI1 ≥ 30 %, a
    ///   meeting in thirteen weeks; momentum: maturing for 26 weeks, and a practice put in force; dormant: 56 days
    ///   without an act.
    package static func proposed(_ facts: StageFacts, at now: Instant) -> Stage {
        guard let launchedAt = facts.launchedAt else { return .potential }
        if let last = facts.lastActAt, now - last >= .days(56) { return .dormant }
        guard now - launchedAt >= .days(26 * 7), (facts.active ?? 0) >= 0.3, facts.meetingsHeld >= 1 else {
            return .coalescing
        }
        return facts.wasMaturing && facts.hasNewPractice ? .momentum : .maturing
    }
}

extension PreparationQueries {
    /// The stage that the rule proposes now.
    package func stage() throws -> Stage {
        let community = try view.communities.current()
        guard community.launchedAt != nil else { return .potential }
        let evaluation = try view.evaluations.evaluation(on: try view.evaluations.lastClosedDay())
        let facts = StageFacts(
            launchedAt: community.launchedAt, active: evaluation.indicator(.vi1).value, newcomers: nil,
            meetingsHeld: try view.meetings.held(from: view.now - .days(91), to: view.now),
            lastActAt: try view.transaction.value(
                """
                select max(at) from journal where community_id = \(community.id) and verb in \(list: Verb.acts)
                """))
        return Stage.proposed(facts, at: view.now)
    }
}
