import Calendaring
import Persistence

extension Demo {
    /// What exchanges may be tied to.
    struct Prepared: Sendable {
        var needs: [String: Need.ID] = [:]
        var objectives: [String: Objective.ID] = [:]
    }

    private var prepared: DemoPreparation { content.preparation }
    private static let before = -DemoCalendar.days

    /// The seven steps, the needs, the objectives, the meetings and the decisions, each at its date.
    func prepare(_ cast: Cast) async throws -> Prepared {
        let topics = prepared.topics
        let community = cast.community
        try await act(by: cast.actor("helene"), at: calendar.at(day: Self.before - 5, hour: 10)) { act in
            for topic in topics {
                try act.execute(
                    """
                    insert into topic (community_id, name, description) values (\(community), \(topic.name), \(topic.description))
                    """)
            }
        }
        var kept = Prepared()
        kept.needs = try await needs(cast)
        try await steps(cast, kept)
        try await charter(cast)
        kept.objectives = try await objectives(cast, kept)
        try await meetings(cast)
        try await decisions(cast)
        try await launch(cast)
        return kept
    }

    private func needs(_ cast: Cast) async throws -> [String: Need.ID] {
        var known: [String: Need.ID] = [:]
        for (rank, need) in prepared.needs.enumerated() {
            let at = calendar.at(day: Self.before - 12 + rank, hour: 11)
            let draft = NeedDraft(statement: need.statement, reach: need.reach, baseline: need.t0)
            known[need.key] = try await act(by: cast.actor(need.owner ?? "nadia"), at: at) { try $0.needs.raise(draft) }
        }
        try await vote(cast, known)
        for need in prepared.needs {
            guard let id = known[need.key] else { continue }
            let owner = need.owner.flatMap { cast.actor($0).member }
            try await act(by: cast.actor("helene"), at: calendar.at(day: Self.before - 2, hour: 15)) { act in
                if need.state == "retained" { try act.needs.retain(id, owner: owner) }
                if need.state == "set_aside" { try act.needs.setAside(id, because: need.reason ?? "") }
            }
        }
        return known
    }

    /// The dots of each need, given by the members who were there, eight each at most.
    private func vote(_ cast: Cast, _ needs: [String: Need.ID]) async throws {
        let at = calendar.at(day: Self.before - 3, hour: 20)
        let voters = cast.people.filter { (cast.joined[$0.key] ?? calendar.now) < at }
        var left = prepared.needs.compactMap { need in needs[need.key].map { (id: $0, dots: need.votes) } }
        for voter in voters {
            var dots: [Need.ID: Int] = [:]
            for place in left.indices where dots.values.reduce(0, +) < Need.dotsEach {
                let given = min(left[place].dots, 3, Need.dotsEach - dots.values.reduce(0, +))
                if given > 0 { dots[left[place].id] = given }
                left[place].dots -= given
            }
            left = Array(left.dropFirst()) + left.prefix(1)
            let chosen = dots
            if !chosen.isEmpty { try await act(by: cast.actor(voter.key), at: at) { try $0.needs.vote(chosen) } }
        }
    }

    private func objectives(_ cast: Cast, _ kept: Prepared) async throws -> [String: Objective.ID] {
        var known: [String: Objective.ID] = [:]
        for objective in prepared.objectives {
            var draft = ObjectiveDraft()
            (draft.title, draft.practice, draft.forWhom) = (objective.title, objective.practice, objective.forWhom)
            (draft.measure, draft.baseline) = (objective.measure, objective.t0)
            draft.dueAt = calendar.at(day: objective.target + 1, hour: 0)
            (draft.owner, draft.need) = (cast.actor(objective.owner).member, kept.needs[objective.need])
            draft.cells = objective.cells.map(\.label).joined(separator: "\n")
            let start = calendar.at(day: objective.start, hour: 14)
            let owner = cast.actor(objective.owner)
            let id = try await act(by: owner, at: start) { [draft] in try $0.objectives.draft(draft) }
            known[objective.key] = id
            try await adopt(
                DecisionDraft(
                    sentence: "Nous adoptons l’objectif : \(objective.title).", about: .objective, object: id.rawValue),
                by: owner, on: objective.start, cast)
            try await advance(objective, id, owner)
            if objective.key == "reevaluer-chutes" { try await measure(id, from: objective.start, owner) }
        }
        return known
    }

    /// Falls looked at again within a day, of the last thirty of each ward: 19 of 60 at the start, as the objective says.
    private func measure(_ id: Objective.ID, from start: Int, _ owner: Actor) async throws {
        let figures = [(9, 10), (11, 12), (10, 14), (15, 14), (18, 16), (19, 20), (22, 21)]
        let apart = max(1, (-start - 6) / (figures.count - 1))
        for (rank, figure) in figures.enumerated() {
            let moment = calendar.at(day: start + rank * apart, hour: 15)
            let day = calendar.zone.date(at: moment.milliseconds).description
            try await act(by: owner, at: moment) { act in
                for (team, numerator) in [("Médecine A", figure.0), ("Médecine B", figure.1)] {
                    var draft = SeriesDraft()
                    (draft.day, draft.team) = (day, team)
                    (draft.numerator, draft.denominator) = (String(numerator), "30")
                    try act.objectives.note(draft, of: id)
                }
            }
        }
    }

    private func advance(_ objective: DemoPreparation.Objective, _ id: Objective.ID, _ owner: Actor) async throws {
        let span = min(objective.target, -1) - objective.start
        let done = objective.cells.filter(\.on).map(\.label)
        for (rank, label) in done.enumerated() {
            let day = objective.start + 12 + span * (rank + 1) / (done.count + 2)
            try await act(by: owner, at: calendar.at(day: day, hour: 16)) { act in
                guard let cell = try act.view.objectives.find(id).cells.first(where: { $0.label == label }) else {
                    return
                }
                try act.objectives.set(cell.id, of: id, to: true)
            }
        }
        guard let outcome = objective.score.flatMap(Objective.Outcome.init(rawValue:)), let sentence = objective.closing
        else { return }
        try await act(by: owner, at: calendar.at(day: min(objective.target, -1), hour: 17)) {
            try $0.objectives.close(id, as: outcome, sentence: sentence)
        }
    }

    /// A proposal that a dozen members agree to, then concluded ten days later.
    private func adopt(_ draft: DecisionDraft, by author: Actor, on day: Int, _ cast: Cast) async throws {
        let morning = calendar.at(day: day, hour: 0)
        var draft = draft
        draft.quorum = Decision.usualQuorum(members: cast.joined.values.count { $0 < morning })
        let id = try await act(by: author, at: calendar.at(day: day, hour: 15)) { [draft] in
            try $0.decisions.propose(draft)
        }
        let end = calendar.at(day: day + 11, hour: 9)
        let present = cast.people.filter {
            (cast.joined[$0.key] ?? calendar.now) < morning && $0.activity > 1
        }
        for (rank, person) in present.prefix(13).enumerated() {
            let stance: Stance = rank == 7 ? .abstain : .agree
            try await act(by: cast.actor(person.key), at: calendar.at(day: day + 1 + rank / 2, hour: 12 + rank % 6)) {
                try $0.decisions.answer(id, stance, reason: "")
            }
        }
        guard end < calendar.now else { return }
        try await act(by: author, at: end) { try $0.decisions.conclude(id) }
    }

    private func steps(_ cast: Cast, _ kept: Prepared) async throws {
        let steps = prepared.steps
        func keep(
            _ step: Step, _ values: [StepField: String], day: Int, readiness: [Int: Readiness] = [:],
            core: [Member.ID]? = nil
        ) async throws {
            try await act(by: cast.actor("helene"), at: calendar.at(day: day, hour: 14)) {
                try $0.preparation.keep(step, values, readiness: readiness, core: core, from: 0)
            }
        }
        let group = steps.group
        let answers = Dictionary(
            uniqueKeysWithValues: group.readiness.prefix(20).enumerated().map {
                ($0 + 1, Readiness(rawValue: $1.answer) ?? .partly)
            })
        try await keep(
            .group,
            [
                .sponsorName: group.sponsor_name, .sponsorTitle: group.sponsor_title,
                .supportLetter: group.support_letter,
                .hoursPerMember: String(group.hours_per_month_per_member), .domain: group.domain,
                .practice: group.practice_description, .group: group.community_description,
                .risks: group.risks.map { "\($0.risk) \($0.answer)" }.joined(separator: "\n"),
                .lifetime: group.lifetime,
                .dpo: group.dpo, .hosting: group.hosting,
            ], day: Self.before - 18, readiness: answers, core: group.core_group.compactMap { cast.actor($0).member })
        try await keep(
            .needs,
            [
                .survey: steps.needs.survey.sentence, .interviews: steps.needs.interviews,
                .unanswered: steps.needs.unanswered_questions.joined(separator: "\n"),
            ], day: Self.before - 14)
        try await keep(
            .members,
            [
                .invitation: steps.members.invitation,
                .hosts: steps.members.hosts.compactMap { key in cast.people.first { $0.key == key }?.name }.joined(
                    separator: ", "),
            ], day: Self.before - 10)
        let meetings = steps.meetings
        try await keep(
            .meetings,
            [
                .rhythmMinutes: String(meetings.rhythm_minutes), .rhythmWeeks: String(meetings.rhythm_weeks),
                .rhythmFirst: calendar.zone.date(at: calendar.at(day: prepared.meetings[0].day, hour: 14).milliseconds)
                    .description,
                .rhythmTime: "14:00", .augustSilence: "yes", .yearEndSilence: "yes",
                .mode: Meeting.Mode.hybrid.rawValue, .quorum: meetings.quorum, .agendaRule: meetings.agenda_rule,
                .functions: meetings.functions.map { "\($0.name) : \(holder($0.holder, cast))" }.joined(
                    separator: "\n"),
                .silence: meetings.silence,
            ], day: Self.before - 8)
        let resources = steps.resources
        try await keep(
            .resources,
            [
                .hoursPromised: String(resources.facilitation_hours_promised_per_month),
                .budget: resources.budget, .training: resources.training,
            ], day: Self.before - 7)
        try await keep(
            .tools,
            [
                .network: steps.tools.checked.map { "\($0.name) : \($0.note ?? "cela marche.")" }.joined(
                    separator: "\n"),
                .migration: steps.tools.migration,
                .declaration: "https://signalement.social-sante.gouv.fr",
            ], day: Self.before - 6)
        let evaluators = steps.evaluation.evaluators.compactMap { key in cast.people.first { $0.key == key }?.name }
        try await keep(
            .evaluation,
            [
                .pulse: steps.evaluation.pulse,
                .evaluators: (evaluators + [steps.evaluation.outside_evaluator]).joined(separator: "\n"),
            ], day: Self.before - 5)
        try await lists(cast, kept)
        try await time(cast)
    }

    private func holder(_ holder: String, _ cast: Cast) -> String {
        cast.people.first { $0.key == holder }?.name ?? holder
    }

    private func lists(_ cast: Cast, _ kept: Prepared) async throws {
        let steps = prepared.steps
        try await act(by: cast.actor("helene"), at: calendar.at(day: Self.before - 4, hour: 10)) { [calendar] act in
            for channel in steps.needs.channels { try act.preparation.addChannel(channel.name, lacks: channel.lacks) }
            for cell in steps.members.cells {
                try act.preparation.addTarget(
                    profession: cell.profession, setting: cell.setting, territory: "", wanted: cell.wanted)
                guard let waiver = cell.waived else { continue }
                let last = try act.transaction.value("select max(id) from target", as: Int64.self)
                if let last { try act.preparation.waive(last, waiver) }
            }
            for document in steps.resources.documents {
                try act.preparation.addResource(
                    title: document.title, address: "", licence: document.licence,
                    reviewOn: CivilDate(dayNumber: calendar.today + document.review_offset).description,
                    need: document.need.flatMap { kept.needs[$0] })
            }
            for line in steps.evaluation.plan {
                var draft = PlanDraft(line.id)
                (draft.definition, draft.source) = ("\(line.t0_text). \(line.target_text).", line.source)
                draft.baseline = line.t0.map { String($0) } ?? ""
                draft.hasNoFigure = line.t0 == nil
                (draft.target, draft.reader) = (line.target.map { String($0) } ?? "", line.reader)
                draft.dueOn = CivilDate(dayNumber: calendar.today + line.date_offset).description
                try act.preparation.plan(draft)
            }
        }
    }

    /// What facilitating took, noted each week of the months past.
    private func time(_ cast: Cast) async throws {
        for given in prepared.steps.resources.facilitation_hours_given {
            for week in 0..<4 {
                let day = calendar.today + given.month * 30 - 7 * week
                try await act(by: cast.actor(week % 2 == 0 ? "helene" : "nadia"), at: calendar.now) {
                    try $0.preparation.noteTime(
                        "\(given.hours * 15) min", on: CivilDate(dayNumber: day).description,
                        what: week == 0 ? "préparer la rencontre" : "relances, remerciements")
                }
            }
        }
    }

    private func charter(_ cast: Cast) async throws {
        let text = prepared.charter
        let author = cast.actor("nadia")
        let day = Self.before - 15
        let id = try await act(by: author, at: calendar.at(day: day, hour: 9)) { act in
            try act.charters.write(text, from: 0)
            return try act.view.charters.current()?.id
        }
        try await adopt(
            DecisionDraft(sentence: "Nous adoptons cette charte.", about: .charter, object: id), by: author, on: day,
            cast)
    }

    private func meetings(_ cast: Cast) async throws {
        for meeting in prepared.meetings {
            var draft = MeetingDraft()
            (draft.title, draft.place, draft.agenda) = (meeting.title, meeting.place, meeting.agenda)
            let starts = calendar.at(day: meeting.day, hour: meeting.hour, minute: meeting.minute)
            let moment = calendar.zone.moment(at: starts.milliseconds)
            (draft.date, draft.time) = (moment.date.description, moment.time.description)
            draft.minutes = meeting.minutes
            draft.mode = meeting.mode == "onsite" ? .onSite : meeting.mode == "remote" ? .remote : .hybrid
            let fixed = min(starts - .days(30), calendar.now - .days(3))
            try await act(by: cast.actor("nadia"), at: fixed) { [draft] in _ = try $0.meetings.schedule(draft) }
        }
    }

    private func decisions(_ cast: Cast) async throws {
        for (rank, decision) in prepared.decisions.enumerated() {
            let draft = DecisionDraft(sentence: decision.sentence, about: rank == 0 ? .rules : .free)
            try await adopt(draft, by: cast.actor("helene"), on: decision.day, cast)
        }
        // One that is still open, so that there is something to answer.
        let open = DecisionDraft(
            sentence: "La rencontre de janvier porte sur les relèves du week-end.",
            why: "Trois questions de novembre en parlent, et les équipes de week-end n’étaient pas là en octobre.")
        let id = try await act(by: cast.actor("fatou"), at: calendar.at(day: -2, hour: 13)) {
            try $0.decisions.propose(open)
        }
        for key in ["bertrand", "lucie", "mehdi", "ines"] {
            try await act(by: cast.actor(key), at: calendar.at(day: -1, hour: 19)) {
                try $0.decisions.answer(id, .agree, reason: "")
            }
        }
    }

    private func launch(_ cast: Cast) async throws {
        // Each missing marker has its sentence; the file gives them in its own words.
        let said = prepared.launch.markers.compactMap(\.sentence).joined(separator: " ")
        let sentences = Dictionary(uniqueKeysWithValues: Marker.allCases.map { ($0, said) })
        try await act(by: cast.actor("helene"), at: calendar.at(day: prepared.launch.day, hour: 12)) {
            try $0.preparation.launch(sentences)
        }
    }
}
