import Calendaring
import Persistence

extension PreparationActs {
    /// Half a year: the first time that the figures of thirteen weeks mean something.
    private static let daysToRead = 182

    /// Adds to the evaluation plan what a beginner would forget: nine indicators at most, two or three for each dimension
    /// but one for satisfaction, from the objectives and the promise of the community. What is planned already stays.
    /// - Parameter definitions: in the reader's words, by indicator.
    /// - Returns: how many were added.
    @discardableResult
    package func proposePlan(_ definitions: [Indicator.ID: String], source: String) throws -> Int {
        let preparation = try act.view.preparation.current()
        let known = Set(preparation.plan.map(\.indicator))
        let zone = Zone(try act.view.communities.current().zone) ?? .paris
        let due = zone.date(at: act.now.milliseconds).adding(days: Self.daysToRead)
        let figures = try act.view.evaluations.evaluation(on: act.view.evaluations.today())
        var added = 0
        for proposal in try proposals() where !known.contains(proposal.id.rawValue) {
            try act.execute(
                """
                insert into planned_indicator
                  (community_id, indicator, definition, source, baseline, target, reader, due_on)
                values (\(try act.community), \(proposal.id.rawValue), \(definitions[proposal.id] ?? ""), \(source),
                    \(figures.indicator(proposal.id).value), \(proposal.target), \(preparation[.sponsorName]),
                    \(due.description))
                """)
            added += 1
        }
        try act.record(.preparedStep, .step(Step.evaluation.rawValue), ["proposed": String(added)])
        return added
    }

    /// What is proposed, and the target in the indicator's unit: the thresholds of DOMAIN §4.1 and §10 where it has one.
    private func proposals() throws -> [(id: Indicator.ID, target: Double?)] {
        let promise = try act.view.communities.current().promise
        let hours = Double(promise.amount) * (promise.unit == .workingDays ? 10 : 1)
        let hasObjectives = try !act.view.objectives.all().isEmpty
        let hasNeeds = try !act.view.needs.all().isEmpty
        return [(.ef1, hours), (.ef3, 0.6)] + (hasObjectives ? [(.ef5, 0.7)] : [(.ef2, nil)])
            + [(.vi1, 0.3), (.vi9, 0.5), (.sa7, 0.5)] + (hasNeeds ? [(.ef6, 0.5)] : []) + [(.va2, nil), (.va5, nil)]
    }
}

extension PreparationQueries {
    /// The pulse comes round every thirteen weeks (DOMAIN §5.4).
    private static let pulseEveryDays = 91

    /// The days of the pulse in the year to come, from the launch, or from today before it.
    package func pulseDays() throws -> [CivilDate] {
        let community = try view.communities.current()
        let zone = Zone(community.zone) ?? .paris
        let today = zone.date(at: view.now.milliseconds)
        let start = community.launchedAt.map { zone.date(at: $0.milliseconds) } ?? today
        let first = max(1, (today - start + Self.pulseEveryDays - 1) / Self.pulseEveryDays)
        return (first..<first + 4).map { start.adding(days: $0 * Self.pulseEveryDays) }
    }
}
