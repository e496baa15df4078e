import Calendaring
import Persistence

/// The lists of the steps: a line is added or taken away at a time, by plain forms.
extension PreparationActs {
    package func addChannel(_ name: String, lacks: String) throws {
        guard let name = try name.line(field: "canal") else {
            throw Refusal("Nommez le canal : courriel, réunion, messagerie…", field: "canal")
        }
        try act.execute(
            """
            insert into channel (community_id, name, lacks) values (\(try act.community), \(name), \(try lacks.line(field: "manque") ?? ""))
            """)
        try act.record(.preparedStep, .step(Step.needs.rawValue))
    }

    package func addTarget(profession: String, setting: String, territory: String, wanted: Int) throws {
        guard (1...1_000).contains(wanted) else {
            throw Refusal("Combien de personnes ? Un nombre à partir de 1.", field: "combien")
        }
        let known = Profession(code: profession)
        let place = Question.Setting(rawValue: setting)
        let territory = try territory.line(field: "territoire") ?? ""
        guard known != nil || place != nil || !territory.isEmpty else {
            throw Refusal("Choisissez au moins un métier, un lieu ou un territoire.", field: "metier")
        }
        try act.execute(
            """
            insert into target (community_id, profession, setting, territory, wanted)
            values (\(try act.community), \(known?.code), \(place), \(territory), \(wanted))
            """)
        try act.record(.preparedStep, .step(Step.members.rawValue))
    }

    /// Writes why a target that is not met is enough all the same; nil takes it back.
    package func waive(_ target: Int64, _ sentence: String?) throws {
        let words = try sentence?.line(field: "assez")
        guard sentence == nil || words != nil else {
            throw Refusal("Dites en une phrase pourquoi c’est assez.", field: "assez")
        }
        let changed = try act.execute(
            """
            update target set waiver = \(words ?? "") where id = \(target) and community_id = \(try act.community)
            """)
        guard changed == 1 else { throw Refusal.notFound }
        try act.record(.preparedStep, .step(Step.members.rawValue))
    }

    package func addResource(title: String, address: String, licence: String, reviewOn: String, need: Need.ID?) throws {
        guard let title = try title.line(field: "titre") else {
            throw Refusal("Donnez un titre à ce document.", field: "titre")
        }
        let address = address.trimmingWhitespace()
        guard address.isEmpty || address.hasPrefix("https://") || address.hasPrefix("http://") else {
            throw Refusal("Un lien commence par https://.", field: "lien")
        }
        guard reviewOn.isEmpty || CivilDate(reviewOn) != nil else {
            throw Refusal("Choisissez un jour.", field: "relecture")
        }
        if let need { _ = try act.view.needs.find(need) }
        let id = try act.transaction.value(
            """
            insert into resource (community_id, author_id, title, address, licence, review_on, need_id)
            values (\(try act.community), \(try act.member), \(title), \(address), \(try licence.line(field: "licence") ?? ""), \(reviewOn),
                \(need)) returning id
            """, as: Int64.self)
        try act.record(.addedResource, .resource(id ?? 0))
    }

    /// Adds a line to the evaluation plan; one that is there is changed where it stands.
    package func plan(_ draft: PlanDraft) throws {
        guard let id = Indicator.ID(rawValue: draft.indicator) else {
            throw Refusal("Choisissez un indicateur.", field: "indicateur")
        }
        guard try !act.view.preparation.plan().contains(where: { $0.indicator == draft.indicator }) else {
            throw Refusal("Cet indicateur est déjà dans le plan : changez sa ligne.", field: "indicateur")
        }
        let line = try checked(draft, of: id, before: nil)
        try act.execute(
            """
            insert into planned_indicator
              (community_id, indicator, definition, source, baseline, target, reader, due_on, baseline_on)
            values (\(try act.community), \(draft.indicator), \(line.definition), \(line.source), \(line.baseline),
                \(line.target), \(line.reader), \(line.dueOn), \(line.baselineOn))
            """)
        try act.record(.preparedStep, .step(Step.evaluation.rawValue), ["indicator": draft.indicator])
    }

    package func changePlan(_ id: Int64, _ draft: PlanDraft) throws {
        guard let before = try act.view.preparation.plan().first(where: { $0.id == id }),
            let indicator = Indicator.ID(rawValue: before.indicator)
        else { throw Refusal.notFound }
        let line = try checked(draft, of: indicator, before: before)
        try act.execute(
            """
            update planned_indicator set definition = \(line.definition), source = \(line.source),
              baseline = \(line.baseline), target = \(line.target), reader = \(line.reader), due_on = \(line.dueOn),
              baseline_on = \(line.baselineOn)
            where id = \(id)
            """)
        try act.record(.preparedStep, .step(Step.evaluation.rawValue), ["indicator": before.indicator])
    }

    private func checked(
        _ draft: PlanDraft, of id: Indicator.ID, before: PlannedIndicator?
    ) throws -> PlannedIndicator {
        let zone = Zone(try act.view.communities.current().zone) ?? .paris
        let today = zone.date(at: act.now.milliseconds)
        let isDay = draft.dueOn.isEmpty || CivilDate(draft.dueOn).map { $0 >= today } == true
        guard isDay || draft.dueOn == before?.dueOn else {
            throw Refusal("Choisissez un jour, aujourd’hui ou après.", field: "pour-le")
        }
        let baseline = try PlanDraft.figure(draft.baseline, of: id, field: "depart", instead: before?.baseline)
        var on = baseline == nil && !draft.hasNoFigure ? "" : today.description
        if let before, before.hasStart, before.baseline == baseline, !on.isEmpty { on = before.baselineOn }
        return PlannedIndicator(
            id: before?.id ?? 0, indicator: id.rawValue,
            definition: try draft.definition.line(limit: 500, field: "definition") ?? "",
            source: try draft.source.line(limit: 200, field: "source") ?? "", baseline: baseline,
            target: try PlanDraft.figure(draft.target, of: id, field: "cible", instead: before?.target),
            reader: try draft.reader.line(limit: 200, field: "lecteur") ?? "", dueOn: draft.dueOn, baselineOn: on)
    }

    /// The lists, by the word of their address.
    package enum List: String, Sendable, CaseIterable {
        case channels = "canaux", targets = "profils", resources = "documents", plan = "indicateurs"

        fileprivate var table: SQL {
            switch self {
            case .channels: "channel"
            case .targets: "target"
            case .resources: "resource"
            case .plan: "planned_indicator"
            }
        }

        package var step: Step {
            switch self {
            case .channels: .needs
            case .targets: .members
            case .resources: .resources
            case .plan: .evaluation
            }
        }
    }

    package func remove(_ id: Int64, from list: List) throws {
        let removed = try act.execute(
            "delete from \(list.table) where id = \(id) and community_id = \(try act.community)")
        guard removed == 1 else { throw Refusal.notFound }
        try act.record(.preparedStep, .step(list.step.rawValue), ["removed": String(id)])
    }
}

/// A line of the evaluation plan as it is typed.
package struct PlanDraft: Sendable, Equatable {
    package var indicator = ""
    package var definition = ""
    package var source = ""
    /// T0 and target, in the indicator's unit: hours, a percentage, or a number.
    package var baseline = ""
    /// Nothing could be counted at the start: said, with its day.
    package var hasNoFigure = false
    package var target = ""
    package var reader = ""
    /// A day, as a browser writes it.
    package var dueOn = ""

    package init(_ indicator: String = "") { self.indicator = indicator }

    /// - Parameter before: what was kept; the rounded text that a form shows of it stands for it.
    static func figure(
        _ typed: String, of id: Indicator.ID, field: String, instead before: Double?
    ) throws(Refusal) -> Double? {
        guard let number = try figure(typed, of: id, field: field) else { return nil }
        if let before, abs(before - number) < (id.unit == .share ? 0.000_1 : 0.01) { return before }
        return number
    }

    /// "9 jours", "1 h 30" and "216" for hours; "30" or "30 %" for a share, never above one.
    private static func figure(_ typed: String, of id: Indicator.ID, field: String) throws(Refusal) -> Double? {
        let text = typed.trimmingWhitespace()
        if text.isEmpty { return nil }
        switch id.unit {
        case .hours:
            guard let minutes = TypedDuration.minutes(text, bare: .hours, withDays: true), minutes <= 60 * 100_000
            else {
                throw Refusal("Écrivez une durée, par exemple 20 h ou 2 jours.", field: field)
            }
            return minutes / 60
        case .share:
            let isMarked = text.hasSuffix("%")
            guard let number = TypedDuration.decimal(isMarked ? String(text.dropLast()) : text), number <= 100,
                isMarked || number == 0 || number >= 1
            else { throw Refusal("Écrivez un pourcentage de 0 à 100, par exemple 30.", field: field) }
            return number / 100
        case .number:
            // The net rate of recommendation alone goes below nothing.
            let isNegative = id == .sa3 && (text.hasPrefix("-") || text.hasPrefix("−"))
            guard let number = TypedDuration.decimal(isNegative ? String(text.dropFirst()) : text), number < 1_000_000
            else { throw Refusal("Écrivez un nombre.", field: field) }
            return isNegative ? -number : number
        }
    }
}
