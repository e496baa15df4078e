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

    /// Writes why a target that is not met is enough all the same.
    package func waive(_ target: Int64, _ sentence: String) throws {
        let changed = try act.execute(
            """
            update target set waiver = \(try sentence.line(field: "phrase") ?? "") where id = \(target) and community_id = \(try act.community)
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

    /// - Parameters:
    ///   - baseline, target: as typed: hours, or a percentage for a share.
    package func plan(
        _ indicator: String, definition: String, source: String, baseline: String, target: String, reader: String,
        dueOn: String
    ) throws {
        guard let id = Indicator.ID(rawValue: indicator) else {
            throw Refusal("Choisissez un indicateur.", field: "indicateur")
        }
        guard dueOn.isEmpty || CivilDate(dueOn) != nil else { throw Refusal("Choisissez un jour.", field: "pour-le") }
        let (from, to) = (
            try Self.figure(baseline, of: id, field: "depart"), try Self.figure(target, of: id, field: "cible")
        )
        try act.execute(
            """
            insert into planned_indicator (community_id, indicator, definition, source, baseline, target, reader, due_on)
            values (\(try act.community), \(indicator), \(try definition.line(limit: 500, field: "definition") ?? ""), \(try source.line(field: "source") ?? ""),
                \(from), \(to), \(try reader.line(field: "lecteur") ?? ""), \(dueOn))
            on conflict (community_id, indicator) do update set definition = excluded.definition, source = excluded.source,
                baseline = excluded.baseline, target = excluded.target, reader = excluded.reader, due_on = excluded.due_on
            """)
        try act.record(.preparedStep, .step(Step.evaluation.rawValue), ["indicator": indicator])
    }

    private static func figure(_ text: String, of id: Indicator.ID, field: String) throws -> Double? {
        let text = text.trimmingWhitespace().replacing(",", with: ".").replacing("%", with: "").trimmingWhitespace()
        if text.isEmpty { return nil }
        guard let number = Double(text), number.isFinite, abs(number) < 1_000_000 else {
            throw Refusal("Écrivez un nombre.", field: field)
        }
        return id.unit == .share ? number / 100 : number
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
