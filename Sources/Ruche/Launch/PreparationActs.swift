import Calendaring
import Persistence

/// Two people prepared the same step at once: what is kept now, beside what was just typed.
package struct StepConflict: Error, Sendable {
    package let preparation: Preparation
}

package struct PreparationActs {
    let act: Act

    package static let readinessQuestions = 20

    /// Keeps what was typed on the page of a step.
    /// - Parameter version: the one that the writer had before them.
    /// - Throws: `StepConflict` when somebody else kept something in between.
    package func keep(
        _ step: Step, _ values: [StepField: String], readiness: [Int: Readiness] = [:], core: [Member.ID]? = nil,
        rules: RulesDraft? = nil, followUp: StepFollowUpDraft? = nil, from version: Int
    ) throws {
        let now = try act.view.preparation.current()
        guard (now.versions[step] ?? 0) == version else { throw StepConflict(preparation: now) }
        let community = try act.community
        let rhythm = try act.view.preparation.rhythm(now)
        for (field, value) in values where field.step == step {
            let text = try checked(field, value)
            try act.execute(
                """
                insert into step_value (community_id, field, value) values (\(community), \(field), \(text))
                on conflict (community_id, field) do update set value = excluded.value
                """)
            if field == .domain { try act.execute("update community set domain = \(text) where id = \(community)") }
        }
        for (number, answer) in readiness where (1...Self.readinessQuestions).contains(number) {
            try act.execute(
                """
                insert into readiness (community_id, number, answer) values (\(community), \(number), \(answer))
                on conflict (community_id, number) do update set answer = excluded.answer
                """)
        }
        if let core { try keep(core: core, in: community) }
        if let rules { try keep(rules, in: community) }
        if step == .meetings { try end(rhythm) }
        try touch(step)
        if let followUp { try keep(followUp, of: step) }
        try act.record(.preparedStep, .step(step.rawValue))
    }

    private func checked(_ field: StepField, _ value: String) throws -> String {
        let text = value.trimmingWhitespace()
        switch field.kind {
        case .number:
            guard text.isEmpty || Int(text).map({ (0...10_000).contains($0) }) == true else {
                throw Refusal("Écrivez un nombre, sans unité.", field: field.rawValue)
            }
            guard field != .rhythmWeeks || (0...52).contains(Int(text) ?? 0) else {
                throw Refusal(
                    "Une rencontre revient au moins une fois par an : de 1 à 52 semaines.", field: field.rawValue)
            }
        case .hours:
            guard text.isEmpty || StepField.minutes(text).map({ (0...600_000).contains($0) }) == true else {
                throw Refusal("Écrivez des heures, par exemple 2, 1,5 ou 1 h 30.", field: field.rawValue)
            }
        case .mode:
            guard text.isEmpty || Meeting.Mode(rawValue: text) != nil else {
                throw Refusal("Choisissez dans la liste.", field: field.rawValue)
            }
        case .date:
            guard text.isEmpty || CivilDate(text) != nil else {
                throw Refusal("Choisissez un jour.", field: field.rawValue)
            }
        case .time:
            guard text.isEmpty || CivilTime(text) != nil else {
                throw Refusal("Choisissez une heure.", field: field.rawValue)
            }
        case .flag: return text.isEmpty ? "" : "yes"
        case .address:
            guard text.isEmpty || SecureAddress.isOne(text) else {
                throw Refusal("Donnez une adresse complète, qui commence par https://", field: field.rawValue)
            }
        case .line, .text:
            guard text.count <= 4_000 else {
                throw Refusal("Ce texte dépasse 4 000 caractères. Gardez l’essentiel.", field: field.rawValue)
            }
        }
        return text
    }

    private func keep(core: [Member.ID], in community: Community.ID) throws {
        try act.execute("delete from core_member where community_id = \(community)")
        for member in Set(core).sorted() {
            guard try !act.view.members.profile(member).member.isPending else { throw Refusal.notFound }
            try act.execute("insert into core_member (community_id, member_id) values (\(community), \(member))")
        }
    }

    /// The rules that the rest of Ruche follows: the promise, the clock, the holidays. The journal keeps the promise that
    /// ends, so that figures of past days know theirs.
    private func keep(_ rules: RulesDraft, in community: Community.ID) throws {
        guard (1...240).contains(rules.promise.amount) else {
            throw Refusal("Promettez de 1 à 240 heures ou jours.", field: "promesse")
        }
        guard Zone(rules.zone) != nil else { throw Refusal("Choisissez dans la liste.", field: "fuseau") }
        guard Territory(rawValue: rules.territory) != nil else {
            throw Refusal("Choisissez dans la liste.", field: "territoire")
        }
        let ownDays = try OwnDays(closed: rules.closedDays, worked: rules.workedDays)
        let before = try act.view.communities.current().promise
        if before != rules.promise {
            try act.record(
                .changedSettings, .community(community),
                ["promise_unit": before.unit.rawValue, "promise_amount": String(before.amount)])
        }
        try act.execute(
            """
            update community set promise_unit = \(rules.promise.unit), promise_amount = \(rules.promise.amount),
              zone = \(rules.zone), territory = \(rules.territory), own_days = \(ownDays.text) where id = \(community)
            """)
        let isChanged = try act.execute(
            """
            update community set takes_anonymous = \(!rules.refusesAnonymous)
            where id = \(community) and takes_anonymous <> \(!rules.refusesAnonymous)
            """)
        if isChanged == 1 {
            try act.record(
                .changedSettings, .community(community), ["anonymous": rules.refusesAnonymous ? "no" : "yes"])
        }
    }

    private func touch(_ step: Step) throws {
        try act.execute(
            """
            insert into step (community_id, number, version) values (\(try act.community), \(step), 1)
            on conflict (community_id, number) do update set version = step.version + 1
            """)
    }

    /// *Considérer l’étape comme faite*, with a sentence; without one, takes it back.
    package func consider(_ step: Step, _ sentence: String?) throws {
        try touch(step)
        guard let sentence else {
            try act.execute(
                """
                update step set considered = null, considered_at = null
                where community_id = \(try act.community) and number = \(step)
                """)
            return try act.record(.preparedStep, .step(step.rawValue), ["considered": "no"])
        }
        guard let words = try sentence.line(limit: 500, field: "phrase") else {
            throw Refusal("Une phrase suffit : ce qui est fait, ou ce que vous laissez de côté.", field: "phrase")
        }
        try act.execute(
            """
            update step set considered = \(words), considered_at = \(act.now)
            where community_id = \(try act.community) and number = \(step)
            """)
        try act.record(.completedStep, .step(step.rawValue))
    }
}

package struct RulesDraft: Sendable, Equatable {
    package var promise: Promise
    package var zone: String
    package var territory: String
    /// As typed: days without work besides the holidays, and holidays with (`OwnDays`).
    package var closedDays = ""
    package var workedDays = ""
    /// The group takes no question without a name; those that are there stay, and stay nameless.
    package var refusesAnonymous = false

    package init(promise: Promise, zone: String, territory: String) {
        (self.promise, self.zone, self.territory) = (promise, zone, territory)
    }
}
