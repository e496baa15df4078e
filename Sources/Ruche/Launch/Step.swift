import Persistence

/// The seven steps of preparing a community (DOMAIN §4.2): always open, in any order, none blocks another.
package enum Step: Int, Bindable, Sendable, CaseIterable {
    case group = 1, needs, members, meetings, resources, tools, evaluation

    package enum State: Sendable, Equatable { case toCome, begun, underWay, done }

    /// About how long it takes, in minutes.
    package var minutes: Int {
        switch self {
        case .group: 10
        case .needs: 8
        case .members: 8
        case .meetings: 5
        case .resources: 4
        case .tools: 3
        case .evaluation: 5
        }
    }

    package var fields: [StepField] { StepField.allCases.filter { $0.step == self } }
}

/// What is typed on the page of a step: one row each, so that a step can gain a question without a migration.
package enum StepField: String, Bindable, Sendable, CaseIterable {
    case sponsorName = "sponsor name", sponsorTitle = "sponsor title", supportLetter = "support letter"
    case hoursPerMember = "hours per member", domain, practice, group, risks, lifetime, dpo, hosting
    case survey, interviews, unanswered, baseline
    case invitation, hosts, charterMonths = "charter months", joinOpen = "join open", joinQuestions = "join questions"
    case rhythmFirst = "rhythm first", rhythmTime = "rhythm time", rhythmWeeks = "rhythm weeks"
    case rhythmMinutes = "rhythm minutes", mode, rhythmPlace = "rhythm place"
    case augustSilence = "august silence", yearEndSilence = "year end silence", silence
    case quorum, agendaRule = "agenda rule", functions
    case hoursPromised = "hours promised", budget, people, training
    case network, mail, phone, migration, declaration
    case pulse, evaluators

    package enum Kind: Sendable, Equatable { case line, text, number, hours, mode, date, time, flag, address }

    package var step: Step {
        switch self {
        case .sponsorName, .sponsorTitle, .supportLetter, .hoursPerMember, .domain, .practice, .group, .risks,
            .lifetime,
            .dpo, .hosting:
            .group
        case .survey, .interviews, .unanswered, .baseline: .needs
        case .invitation, .hosts, .charterMonths, .joinOpen, .joinQuestions: .members
        case .rhythmMinutes, .rhythmWeeks, .rhythmFirst, .rhythmTime, .rhythmPlace, .augustSilence, .yearEndSilence,
            .mode,
            .quorum, .agendaRule, .functions, .silence:
            .meetings
        case .hoursPromised, .budget, .people, .training: .resources
        case .network, .mail, .phone, .migration, .declaration: .tools
        case .pulse, .evaluators: .evaluation
        }
    }

    package var kind: Kind {
        switch self {
        case .charterMonths, .rhythmMinutes, .rhythmWeeks: .number
        case .hoursPerMember, .hoursPromised: .hours
        case .sponsorName, .sponsorTitle, .lifetime, .dpo, .hosting, .quorum, .hosts, .pulse, .rhythmPlace:
            .line
        case .mode: .mode
        case .rhythmFirst: .date
        case .rhythmTime: .time
        case .augustSilence, .yearEndSilence, .joinOpen: .flag
        case .declaration: .address
        default: .text
        }
    }
}

extension StepField {
    /// The minutes of a number of hours as it is typed: "2", "1,5", "1 h 30", "45 min".
    package static func minutes(_ typed: String) -> Int? {
        TypedDuration.minutes(typed, bare: .hours).map { Int($0.rounded()) }
    }
}

/// An answer to one of the twenty questions that tell whether a group is ready to begin.
package enum Readiness: String, Bindable, Sendable, CaseIterable { case yes, partly, no }
