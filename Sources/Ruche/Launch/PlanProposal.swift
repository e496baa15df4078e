import Calendaring
import Persistence

extension PreparationActs {
    /// Half a year: the first time that the figures of thirteen weeks mean something.
    private static let daysToRead = 182

    /// Adds to the evaluation plan what a beginner would forget: nine indicators at most, two or three for each dimension
    /// but one for satisfaction and one for the value, from the objectives and the promise of the community; only what
    /// Ruche can count. What is planned already stays.
    /// - Parameter definitions: in the reader's words, by indicator.
    /// - Returns: how many were added.
    @discardableResult
    package func proposePlan(_ definitions: [Indicator.ID: String], source: String) throws -> Int {
        let preparation = try act.view.preparation.current()
        let known = Set(preparation.plan.map(\.indicator))
        let zone = Zone(try act.view.communities.current().zone) ?? .paris
        let today = zone.date(at: act.now.milliseconds)
        let figures = try act.view.evaluations.evaluation(on: act.view.evaluations.today())
        var added = 0
        for proposal in try proposals(zone) where !known.contains(proposal.id.rawValue) {
            let figure = figures.indicator(proposal.id)
            try act.execute(
                """
                insert into planned_indicator
                  (community_id, indicator, definition, source, baseline, target, reader, due_on, baseline_on)
                values (\(try act.community), \(proposal.id.rawValue), \(definitions[proposal.id] ?? ""), \(source),
                    \(figure.isTooSmall ? nil : figure.value), \(proposal.target), \(preparation[.sponsorName]),
                    \((proposal.due ?? today.adding(days: Self.daysToRead)).description), \(today.description))
                """)
            added += 1
        }
        try act.record(.preparedStep, .step(Step.evaluation.rawValue), ["proposed": String(added)])
        return added
    }

    private struct Proposal {
        let id: Indicator.ID
        var target: Double? = nil
        var due: CivilDate? = nil
    }

    /// What is proposed, with the target in the indicator's unit: the thresholds of DOMAIN §4.1 and §10 where it has one.
    /// The first reply is counted in elapsed hours: a working day is a day of twenty-four there. The objectives are looked
    /// at on the day of the first that is due.
    private func proposals(_ zone: Zone) throws -> [Proposal] {
        let promise = try act.view.communities.current().promise
        let hours = Double(promise.amount) * (promise.unit == .workingDays ? 24 : 1)
        let objectives = try act.view.objectives.all().filter { $0.closedAt == nil }
        let due = objectives.compactMap(\.dueAt).filter { $0 > act.now }.min().map {
            zone.date(at: $0.milliseconds - 1)
        }
        var proposals: [Proposal] = [
            Proposal(id: .ef1, target: hours), Proposal(id: .ef3, target: 0.6),
            objectives.isEmpty ? Proposal(id: .ef2) : Proposal(id: .ef5, target: 0.7, due: due),
        ]
        if try !act.view.needs.all().isEmpty { proposals.append(Proposal(id: .ef6, target: 0.5)) }
        proposals += [
            Proposal(id: .vi1, target: 0.3), Proposal(id: .vi9, target: 0.5), Proposal(id: .sa7, target: 0.5),
            Proposal(id: .ef9), Proposal(id: .va3),
        ]
        return proposals
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
