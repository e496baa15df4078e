import Persistence

/// All that a community has prepared, as the pages of the steps show it.
package struct Preparation: Sendable {
    package var values: [StepField: String] = [:]
    package var readiness: [Int: Readiness] = [:]
    package var core: [Author] = []
    package var channels: [Channel] = []
    package var targets: [Target] = []
    /// Members whom no target asked for, by profession and place.
    package var others: [Others] = []
    package var resources: [Resource] = []
    package var plan: [PlannedIndicator] = []
    package var considered: [Step: Considered] = [:]
    package var versions: [Step: Int] = [:]
    package var followUps: [Step: StepFollowUp] = [:]
    package var files: [StepFile] = []
    package var time = FacilitationTime()
    package var facts = Facts()

    /// What is counted elsewhere in the community.
    package struct Facts: Sendable {
        package var needs = 0
        package var retainedWithOwner = 0
        package var baselines = 0
        package var voters = 0
        package var members = 0
        package var professions = 0
        package var establishments = 0
        package var facilitators = 0
        /// Who greets newcomers.
        package var hosts = 0
        package var invitationsSent = 0
        package var invitationsAccepted = 0
        package var comingMeetings = 0
        package var hasCharter = false
        package var charterIsAdopted = false
        /// What changed in the rules since the group adopted them; nil when it has adopted none.
        package var rulesChanged: [Rule]?
        /// Members who tried the five gestures once.
        package var tried = 0
        package init() {}
    }

    /// A way in which people already speak, and what it lacks.
    package struct Channel: Sendable, Equatable {
        package let id: Int64
        package let name: String
        package let lacks: String
    }

    /// Whom the group wants: so many of a profession, in a kind of place.
    package struct Target: Sendable, Equatable {
        package let id: Int64
        package let profession: Profession?
        package let setting: Question.Setting?
        package let territory: String
        package let wanted: Int
        package let actual: Int
        /// Who held such a place and left within the half year.
        package let left: Int
        /// Why it is enough all the same.
        package let waiver: String

        package var isMet: Bool { actual >= wanted || !waiver.isEmpty }
        /// Places to be taken, those that were freed among them.
        package var free: Int { max(0, wanted - actual) }
        package var freed: Int { min(free, left) }
    }

    package struct Others: Sendable, Equatable {
        package let profession: Profession?
        package let setting: Question.Setting?
        package let count: Int
    }

    package struct Resource: Sendable, Equatable {
        package let id: Int64
        package let title: String
        package let address: String
        package let licence: String
        package let reviewOn: String
        package let need: LinkedObject?
    }

    /// *Considérée comme faite*: somebody said so, in a sentence.
    package struct Considered: Sendable, Equatable {
        package let sentence: String
        package let at: Instant
    }

    package subscript(_ field: StepField) -> String { values[field] ?? "" }
    package func number(_ field: StepField) -> Int { Int(self[field]) ?? 0 }
    /// A number of hours, in minutes: "1,5" and "1 h 30" are 90.
    package func minutes(_ field: StepField) -> Int { StepField.minutes(self[field]) ?? 0 }
}

/// A line of the evaluation plan: what will be looked at, from where, towards what.
package struct PlannedIndicator: Sendable, Equatable {
    package let id: Int64
    /// "EF1"… (DOMAIN §10)
    package let indicator: String
    package let definition: String
    package let source: String
    /// T0 and target, in the indicator's unit: hours, or a share from 0 to 1.
    package let baseline: Double?
    package let target: Double?
    package let reader: String
    package let dueOn: String
    /// The day of T0; with no figure, the day on which there was none yet. Empty when nobody has looked.
    package let baselineOn: String

    package var hasStart: Bool { baseline != nil || !baselineOn.isEmpty }
}

/// One thing that a step asks, and whether it is there. `isNeeded` marks what makes the step done.
package struct StepCheck: Sendable, Equatable {
    package enum Name: Sendable, Equatable {
        case sponsor, time, domain, core, letter
        case needOwned, baseline, votes, channels
        case members, targets, charter, invitations, hosts
        case rules, meetings, rhythm
        case hours, hoursGiven, linked, resources
        case tried, migration
        case dimensions, planBaseline, pulse
    }
    package enum Progress: Sendable, Equatable { case done, part, todo }

    package let name: Name
    package let progress: Progress
    package let isNeeded: Bool

    init(_ name: Name, _ progress: Progress, isNeeded: Bool = false) {
        (self.name, self.progress, self.isNeeded) = (name, progress, isNeeded)
    }

    init(_ name: Name, _ isDone: Bool, isNeeded: Bool = false) {
        self.init(name, isDone ? .done : .todo, isNeeded: isNeeded)
    }
}

extension Preparation {
    package static let coreAtLeast = 3
    package static let membersAtLeast = 8
    package static let meetingsAtLeast = 2
    package static let triedAtLeast = 0.8

    package func checks(_ step: Step) -> [StepCheck] {
        switch step {
        case .group:
            [
                StepCheck(.sponsor, !self[.sponsorName].isEmpty, isNeeded: true),
                StepCheck(.time, minutes(.hoursPerMember) > 0, isNeeded: true),
                StepCheck(.domain, !self[.domain].isEmpty, isNeeded: true),
                StepCheck(.core, core.isEmpty ? .todo : core.count < Self.coreAtLeast ? .part : .done),
                StepCheck(
                    .letter,
                    files.contains(where: \.isLetter) ? .done : self[.supportLetter].isEmpty ? .todo : .part),
            ]
        case .needs:
            [
                StepCheck(
                    .needOwned, facts.retainedWithOwner > 0 ? .done : facts.needs > 0 ? .part : .todo, isNeeded: true),
                StepCheck(.baseline, facts.baselines > 0 || !self[.baseline].isEmpty, isNeeded: true),
                StepCheck(.votes, facts.voters > 0), StepCheck(.channels, !channels.isEmpty),
            ]
        case .members:
            [
                StepCheck(
                    .members, facts.members >= Self.membersAtLeast ? .done : facts.members > 1 ? .part : .todo,
                    isNeeded: true),
                StepCheck(
                    .targets, targets.isEmpty ? .todo : targets.allSatisfy(\.isMet) ? .done : .part, isNeeded: true),
                StepCheck(.charter, facts.charterIsAdopted ? .done : facts.hasCharter ? .part : .todo),
                StepCheck(.invitations, facts.invitationsSent > 0),
                StepCheck(.hosts, facts.hosts > 0 ? .done : self[.hosts].isEmpty ? .todo : .part),
            ]
        case .meetings:
            [
                StepCheck(
                    .rules, facts.rulesChanged.map { $0.isEmpty ? .done : .part } ?? .todo, isNeeded: true),
                StepCheck(
                    .meetings,
                    facts.comingMeetings >= Self.meetingsAtLeast ? .done : facts.comingMeetings > 0 ? .part : .todo,
                    isNeeded: true),
                StepCheck(
                    .rhythm, number(.rhythmWeeks) == 0 ? .todo : self[.rhythmFirst].isEmpty ? .part : .done),
            ]
        case .resources:
            [
                StepCheck(.hours, minutes(.hoursPromised) > 0, isNeeded: true),
                StepCheck(.hoursGiven, !time.months.isEmpty),
                StepCheck(
                    .linked, resources.allSatisfy { $0.need != nil } ? .done : .part, isNeeded: true),
                StepCheck(.resources, !resources.isEmpty),
            ]
        case .tools:
            [
                StepCheck(
                    .tried,
                    Double(facts.tried) >= Self.triedAtLeast * Double(max(facts.members, 1))
                        ? .done : facts.tried > 0 ? .part : .todo, isNeeded: true),
                StepCheck(.migration, !self[.migration].isEmpty),
            ]
        case .evaluation:
            [
                StepCheck(
                    .dimensions, dimensionsPlanned == 4 ? .done : dimensionsPlanned > 0 ? .part : .todo, isNeeded: true),
                StepCheck(.planBaseline, plan.contains(where: \.hasStart), isNeeded: true),
                StepCheck(.pulse, !self[.pulse].isEmpty),
            ]
        }
    }

    private var dimensionsPlanned: Int {
        Set(plan.compactMap { Indicator.ID(rawValue: $0.indicator)?.dimension }).count
    }

    /// Fait when what it needs is there, or when somebody considered it so; en cours past half of its checks.
    package func state(_ step: Step) -> Step.State {
        if considered[step] != nil { return .done }
        let checks = checks(step)
        if checks.filter(\.isNeeded).allSatisfy({ $0.progress == .done }) { return .done }
        // Every document of an empty list is linked: that is not a beginning.
        let begun = checks.count { $0.progress != .todo && !($0.name == .linked && resources.isEmpty) }
        let hasTyped = step.fields.contains { !self[$0].isEmpty }
        if begun * 2 >= checks.count { return .underWay }
        return begun > 0 || hasTyped ? .begun : .toCome
    }

    /// The seven markers of a launch (DOMAIN §4.2): none compulsory, each missing one needs a sentence.
    package func isMet(_ marker: Marker) -> Bool {
        switch marker {
        case .sponsor: !self[.sponsorName].isEmpty
        case .time: minutes(.hoursPerMember) > 0
        case .needs: facts.needs > 0
        case .charter: facts.hasCharter
        case .twoMeetings: facts.comingMeetings >= Self.meetingsAtLeast
        case .secondFacilitator: facts.facilitators >= 2
        case .plan: dimensionsPlanned == 4
        }
    }
}

package enum Marker: String, Bindable, Sendable, CaseIterable {
    case sponsor, time, needs, charter, twoMeetings = "two meetings", secondFacilitator = "second facilitator", plan
}
