import Calendaring
import Persistence
import Ruche

/// The path of the seven steps, with what the aside counts.
struct PathOnPage: Sendable {
    let community: Community
    let preparation: Preparation
    let stage: Stage
    let confirmed: (stage: Stage, at: Instant)?
    let sentences: [Marker: String]

    init(_ view: View) throws {
        community = try view.communities.current()
        preparation = try view.preparation.current()
        stage = try view.life.proposedStage()
        confirmed = try view.life.confirmedStage()
        sentences = try view.preparation.launchSentences()
    }
}

struct LaunchForm {
    var sentences: [Marker: String] = [:]
    var refusal: Refusal? = nil

    /// Every sentence that is missing is said at once, not one a try.
    func refusal(of marker: Marker) -> Refusal? {
        guard let refusal, refusal.field != marker.rawValue, sentences[marker] == nil else { return refusal }
        return Refusal("Dites en une phrase pourquoi vous commencez sans.", field: marker.rawValue)
    }
}

/// The page of one step, and what it leads to elsewhere.
struct StepOnPage: Sendable {
    let step: Step
    let community: Community
    let takesAnonymous: Bool
    let preparation: Preparation
    let needs: [Need]
    let members: [MemberProfile]
    let rulesDecision: Decision?
    let calendar: MeetingCalendar?
    /// How the recruiting goes, on the page of step 3.
    let recruiting: Recruiting?
    /// The computers that members checked.
    let checks: [SelfCheck]
    let tried: [FirstAct: Int]
    /// Whoever reads, who may take the step in charge.
    let reader: Author?
    /// The days of the pulse in the year to come.
    let pulse: [CivilDate]

    init(_ step: Step, _ view: View) throws {
        self.step = step
        community = try view.communities.current()
        takesAnonymous = step == .meetings ? try view.questions.allowsAnonymity() : true
        preparation = try view.preparation.current()
        needs = step == .needs || step == .resources ? try view.needs.all() : []
        members = step == .group ? try view.members.directory(limit: 200) : []
        recruiting = step == .members ? try Recruiting(view) : nil
        tried = step == .tools ? try view.preparation.tried() : [:]
        checks = step == .tools ? try view.selfChecks.all() : []
        reader = try view.actor.member.map { Author(try view.members.profile($0).member) }
        pulse = step == .evaluation ? try view.preparation.pulseDays() : []
        calendar = step == .meetings ? try view.preparation.calendar(preparation) : nil
        rulesDecision = step == .meetings ? try view.decisions.last(about: .rules) : nil
    }
}

extension StepOnPage {
    /// Who may take the step in charge: the core group, those who do, and the reader.
    var people: [Author] {
        var people: [Author] = []
        let known = preparation.core + (preparation.followUps[step]?.owners ?? []) + [reader].compactMap { $0 }
        for person in known where !people.contains(where: { $0.id == person.id }) { people.append(person) }
        return people
    }
}

/// Invitations, requests, charter, hosts: the recruiting at a glance.
struct Recruiting: Sendable {
    let funnel: InvitationFunnel
    /// Requests to join that nobody has answered.
    let waiting: Int
    let openLinks: Int
    let charter: Charter?
    let silent: Int
    let hosts: [Author]

    init(_ view: View) throws {
        funnel = try view.invitations.funnel()
        waiting = try view.joinRequests.waiting()
        openLinks = try view.invitations.links().count { $0.state(at: view.now) == .open }
        charter = try view.charters.current()
        silent = charter?.adoptedAt == nil ? 0 : try view.charters.silent().count
        hosts = try view.mandates.current().filter { $0.function == .host }.map(\.member.author)
    }
}

/// What is typed on the page of a step.
struct StepForm: Sendable {
    var values: [StepField: String]
    var readiness: [Int: Readiness] = [:]
    var core: [Member.ID]? = nil
    var rules: RulesDraft? = nil
    var followUp = StepFollowUpDraft()
    var version: Int
    var refusal: Refusal? = nil
    var isConflict = false
    /// What somebody else kept otherwise in between.
    var differences: [StepDifference] = []
    /// What was typed in the small form of a list.
    var lines = Form()

    /// As it is kept.
    init(_ model: StepOnPage) {
        let preparation = model.preparation
        values = preparation.values
        readiness = preparation.readiness
        core = preparation.core.map(\.id)
        rules = RulesDraft(
            promise: model.community.promise, zone: model.community.zone, territory: model.community.territory)
        rules?.closedDays = model.community.ownDays.closedLines
        rules?.workedDays = model.community.ownDays.workedLines
        rules?.refusesAnonymous = !model.takesAnonymous
        if let kept = preparation.followUps[model.step] {
            followUp = StepFollowUpDraft(
                owners: kept.owners.map(\.id), evidence: kept.evidence, dueOn: kept.dueOn, note: kept.note)
        }
        version = preparation.versions[model.step] ?? 0
    }

    /// As it was typed.
    init(_ step: Step, _ form: Form) {
        values = Dictionary(uniqueKeysWithValues: step.fields.map { ($0, form[$0.rawValue]) })
        version = Int(form["version"]) ?? 0
        followUp = StepFollowUpDraft(
            owners: form.all("suivi-qui").compactMap { Member.ID($0) }, evidence: form["suivi-preuves"],
            dueOn: form["suivi-date"], note: form["suivi-note"])
        guard step == .group || step == .meetings else { return }
        if step == .group {
            for number in 1...PreparationActs.readinessQuestions {
                readiness[number] = Readiness(rawValue: form["pret-\(number)"])
            }
            core = form.all("noyau").compactMap { Member.ID($0) }
        } else {
            rules = RulesDraft(
                promise: Promise(
                    unit: .init(rawValue: form["unite"]) ?? .workingDays, amount: Int(form["promesse"]) ?? 0),
                zone: form["fuseau"], territory: form["territoire"])
            rules?.closedDays = form["fermetures"]
            rules?.workedDays = form["travailles"]
            rules?.refusesAnonymous = form.has("sans-anonyme")
        }
    }
}
