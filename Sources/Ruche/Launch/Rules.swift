import Persistence

/// One of the rules that a group adopts by consent (step 4). Who holds a function is none: that turns by itself.
package enum Rule: Hashable, Sendable, CaseIterable {
    case field(StepField), promise, zone, territory, ownDays, anonymity

    package static let allCases =
        [
            StepField.rhythmFirst, .rhythmTime, .rhythmWeeks, .rhythmMinutes, .mode, .rhythmPlace, .augustSilence,
            .yearEndSilence, .quorum, .agendaRule,
        ].map(Rule.field) + [.promise, .zone, .territory, .ownDays, .anonymity]

    fileprivate var name: String {
        switch self {
        case .field(let field): field.rawValue
        case .promise: "promise"
        case .zone: "zone"
        case .territory: "territory"
        case .ownDays: "own days"
        case .anonymity: "anonymity"
        }
    }
}

extension PreparationQueries {
    private func rules(_ values: [StepField: String]) throws -> [Rule: String] {
        let community = try view.communities.current()
        let takesAnonymous = try view.questions.allowsAnonymity()
        return Dictionary(
            uniqueKeysWithValues: Rule.allCases.map { rule in
                switch rule {
                case .field(let field): (rule, values[field] ?? "")
                case .promise: (rule, "\(community.promise.amount) \(community.promise.unit.rawValue)")
                case .zone: (rule, community.zone)
                case .territory: (rule, community.territory)
                case .ownDays: (rule, community.ownDays.text)
                case .anonymity: (rule, takesAnonymous ? "yes" : "")
                }
            })
    }

    /// The rules that are no longer those that the group adopted last; nil when it has adopted none.
    func rulesChanged(_ values: [StepField: String]) throws -> [Rule]? {
        guard let decision = try view.decisions.lastAdopted(.rules) else { return nil }
        var adopted: [String: String] = [:]
        try view.transaction.each("select rule, value from proposed_rule where decision_id = \(decision)") { row in
            adopted[try row[0]] = try row[1]
        }
        let now = try rules(values)
        return Rule.allCases.filter { (adopted[$0.name] ?? "") != now[$0] }
    }

    /// The rules that the rest of Ruche follows, as they are kept.
    package func followedRules() throws -> RulesDraft {
        let community = try view.communities.current()
        var rules = RulesDraft(promise: community.promise, zone: community.zone, territory: community.territory)
        (rules.closedDays, rules.workedDays) = (community.ownDays.closedLines, community.ownDays.workedLines)
        rules.refusesAnonymous = try !view.questions.allowsAnonymity()
        return rules
    }

    fileprivate func rulesNow() throws -> [Rule: String] {
        var values: [StepField: String] = [:]
        try view.transaction.each("select field, value from step_value where community_id = \(try view.community)") {
            row in
            if let field = StepField(rawValue: try row[0]) { values[field] = try row[1] }
        }
        return try rules(values)
    }
}

extension PreparationActs {
    /// Keeps the rules as members read them when they are asked to adopt them.
    func noteRules(for decision: Decision.ID) throws {
        try act.execute("delete from proposed_rule where decision_id = \(decision)")
        for (rule, value) in try act.view.preparation.rulesNow() where !value.isEmpty {
            try act.execute(
                "insert into proposed_rule (decision_id, rule, value) values (\(decision), \(rule.name), \(value))")
        }
    }
}
