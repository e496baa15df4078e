import Persistence

extension View {
    package var objectives: ObjectiveQueries { ObjectiveQueries(view: self) }
}

extension Act {
    package var objectives: ObjectiveActs { ObjectiveActs(act: self) }
}

package struct ObjectiveQueries {
    let view: View

    /// The objectives of the community with their cells: those under way first, then drafts, then the closed ones.
    package func all() throws -> [Objective] {
        try withCells(
            view.transaction.all(
                Objective.self,
                """
                select \(Objective.columns) from objective b
                left join member o on o.id = b.owner_id left join need n on n.id = b.need_id
                where b.community_id = \(try view.community)
                order by case when b.closed_at is not null then 2 when b.adopted_at is null then 1 else 0 end,
                  case when b.due_at is null then 1 else 0 end, b.due_at, b.id
                """))
    }

    package func find(_ id: Objective.ID) throws -> Objective {
        let found = try view.transaction.first(
            Objective.self,
            """
            select \(Objective.columns) from objective b
            left join member o on o.id = b.owner_id left join need n on n.id = b.need_id
            where b.id = \(id) and b.community_id = \(try view.community)
            """)
        guard let found, var whole = try withCells([found]).first else { throw Refusal.notFound }
        whole.adopted = try adopted(whole)
        return whole
    }

    /// The words and the date of its consent; nil while they are still its own.
    private func adopted(_ now: Objective) throws -> Objective.Adopted? {
        let then = try view.transaction.first(
            """
            select title, practice, for_whom, measure, baseline, due_at from adopted_wording where objective_id = \(now.id)
            """
        ) { row in
            Objective.Adopted(
                title: try row[0], practice: try row[1], forWhom: try row[2], measure: try row[3],
                baseline: try row[4], dueAt: try row[5])
        }
        let present = Objective.Adopted(
            title: now.title, practice: now.practice, forWhom: now.forWhom, measure: now.measure,
            baseline: now.baseline, dueAt: now.dueAt)
        return then == present ? nil : then
    }

    /// What the reader looks after and that now asks for a word: half of its time has passed, or all of it.
    package func awaiting(_ member: Member.ID) throws -> [Objective] { try awaiting("b.owner_id = \(member)") }

    /// The same, of the whole community.
    package func awaiting() throws -> [Objective] { try awaiting("b.community_id = \(try view.community)") }

    private func awaiting(_ condition: SQL) throws -> [Objective] {
        let adopted = try view.transaction.all(
            Objective.self,
            """
            select \(Objective.columns) from objective b
            left join member o on o.id = b.owner_id left join need n on n.id = b.need_id
            where \(condition) and b.adopted_at is not null and b.closed_at is null and b.due_at is not null
            order by b.due_at, b.id
            """)
        return adopted.filter { objective in
            if objective.state(at: view.now) == .overdue { return true }
            return objective.midReviewedAt == nil && objective.midReviewAt.map { $0 <= view.now } == true
        }
    }

    private func withCells(_ objectives: [Objective]) throws -> [Objective] {
        if objectives.isEmpty { return [] }
        var cells: [Objective.ID: [Objective.Cell]] = [:]
        try view.transaction.each(
            """
            select objective_id, id, label, is_on from objective_cell
            where objective_id in \(list: objectives.map(\.id)) order by id
            """
        ) { row in cells[try row[0], default: []].append(.init(id: try row[1], label: try row[2], isOn: try row[3])) }
        return objectives.map { objective in
            var objective = objective
            objective.cells = cells[objective.id] ?? []
            return objective
        }
    }

    /// Objectives of a need: what was decided about it.
    package func of(_ need: Need.ID) throws -> [Objective] { try all().filter { $0.need?.id == need.rawValue } }

    /// Objectives whose date had come by an instant, or that were closed before it (EF5).
    package func due(at moment: Instant) throws -> [ObjectiveFact] {
        try view.transaction.all(
            """
            select id, title, outcome, closing, closed_at from objective
            where community_id = \(try view.community) and adopted_at < \(moment)
              and (due_at < \(moment) or closed_at < \(moment)) order by id
            """
        ) { row in
            let isClosed = try (row[4] as Instant?).map { $0 < moment } ?? false
            let outcome: Objective.Outcome? = isClosed ? try row[2] : nil
            return ObjectiveFact(
                id: try row[0], title: try row[1], score: outcome?.score, sentence: isClosed ? try row[3] : nil)
        }
    }
}

package struct ObjectiveActs {
    let act: Act

    /// Any member drafts an objective; it becomes the group's by consent.
    package func draft(_ draft: ObjectiveDraft) throws -> Objective.ID {
        let checked = try draft.checked()
        try check(checked, dueBefore: nil)
        let author = try act.member
        let id: Objective.ID = try act.insert(
            """
            insert into objective (community_id, author_id, title, practice, for_whom, measure, baseline, due_at, owner_id,
                need_id, created_at)
            values (\(try act.community), \(author), \(checked.title), \(checked.practice), \(checked.forWhom),
                \(checked.measure), \(checked.baseline), \(checked.dueAt), \(checked.owner), \(checked.need), \(act.now))
            returning id
            """)
        try setCells(checked.labels, of: id)
        try act.record(.draftedObjective, .objective(id))
        return id
    }

    package func change(_ id: Objective.ID, _ draft: ObjectiveDraft, from version: Int) throws {
        let now = try act.view.objectives.find(id)
        guard now.version == version else {
            let text = [now.practice, now.forWhom, now.measure, now.baseline].filter { !$0.isEmpty }
            throw EditConflict(
                title: now.title, body: text.joined(separator: "\n"), version: now.version, at: now.createdAt)
        }
        guard now.closedAt == nil else { throw Refusal("Cet objectif est clos.", kind: .conflict) }
        if now.adoptedAt != nil { _ = try lookedAfter(id) }
        let checked = try draft.checked()
        try check(checked, dueBefore: now.dueAt)
        try act.execute(
            """
            update objective set title = \(checked.title), practice = \(checked.practice), for_whom = \(checked.forWhom),
              measure = \(checked.measure), baseline = \(checked.baseline), due_at = \(checked.dueAt),
              owner_id = \(checked.owner), need_id = \(checked.need), version = version + 1
            where id = \(id)
            """)
        try setCells(checked.labels, of: id)
        try act.record(.changedObjective, .objective(id))
    }

    /// - Parameter dueBefore: the date that it had; one that stays is not asked to lie ahead.
    private func check(_ draft: ObjectiveDraft, dueBefore: Instant?) throws {
        try act.guardPatients(in: draft.texts, isConfirmed: draft.isConfirmed)
        if let owner = draft.owner { _ = try act.view.members.profile(owner) }
        if let need = draft.need { _ = try act.view.needs.find(need) }
        guard draft.dueAt != dueBefore else { return }
        if let due = draft.dueAt, due < act.now {
            throw Refusal("Cette date est passée. Choisissez un jour à partir de demain.", field: "date")
        }
        if let due = draft.dueAt, due - act.now > Objective.farthest {
            throw Refusal("Un objectif tient en dix-huit mois. Choisissez une date plus proche.", field: "date")
        }
    }

    /// Keeps the state of the cells that stay.
    private func setCells(_ labels: [String], of id: Objective.ID) throws {
        let known = try act.view.objectives.find(id).cells
        for cell in known where !labels.contains(cell.label) {
            try act.execute("delete from objective_cell where id = \(cell.id)")
        }
        for label in labels where !known.contains(where: { $0.label == label }) {
            try act.execute("insert into objective_cell (objective_id, label) values (\(id), \(label))")
        }
    }

    /// A team does it, or does not any more.
    package func set(_ cell: Int64, of id: Objective.ID, to isOn: Bool) throws {
        let objective = try underWay(id)
        guard objective.cells.contains(where: { $0.id == cell }) else { throw Refusal.notFound }
        try act.execute("update objective_cell set is_on = \(isOn) where id = \(cell)")
        try act.record(.changedObjective, .objective(id), ["cell": String(cell), "on": String(isOn)])
    }

    /// The consent about it was adopted: it is the group's, and what it says now is kept as the group read it.
    func adopt(_ id: Objective.ID) throws {
        let adopted = try act.execute(
            """
            update objective set adopted_at = \(act.now) where id = \(id) and adopted_at is null and closed_at is null
            """)
        guard adopted == 1 else { return }
        try act.execute(
            """
            insert into adopted_wording (objective_id, title, practice, for_whom, measure, baseline, due_at)
            select id, title, practice, for_whom, measure, baseline, due_at from objective where id = \(id)
            """)
    }

    /// None closes without a sentence (DOMAIN M55).
    package func close(_ id: Objective.ID, as outcome: Objective.Outcome?, sentence: String) throws {
        let objective = try lookedAfter(id)
        guard objective.adoptedAt != nil else { throw Refusal("Un objectif se clôt une fois adopté.", kind: .conflict) }
        guard objective.closedAt == nil else { throw Refusal("Cet objectif est clos.", kind: .conflict) }
        guard let outcome else { throw Refusal("Dites s’il est atteint, en partie, ou abandonné.", field: "issue") }
        guard let sentence = try sentence.line(limit: 500, field: "phrase") else {
            throw Refusal("Une phrase honnête suffit : ce qui a changé, ou pourquoi pas.", field: "phrase")
        }
        try act.guardPatients(in: [sentence], isConfirmed: false)
        try act.execute(
            "update objective set closed_at = \(act.now), outcome = \(outcome), closing = \(sentence) where id = \(id)")
        try act.record(.closedObjective, .objective(id), ["outcome": outcome.rawValue])
    }

    /// A proposal that goes no further: by who made it, who looks after it or a facilitator, in a sentence. What was
    /// exchanged about it stays.
    package func giveUp(_ id: Objective.ID, because reason: String) throws {
        let objective = try act.view.objectives.find(id)
        if objective.author != act.actor.member { _ = try lookedAfter(id) }
        guard objective.adoptedAt == nil, objective.closedAt == nil else {
            throw Refusal("Un objectif adopté se clôt : dites ce qu’il en est.", kind: .conflict)
        }
        guard try act.view.decisions.last(about: .objective, object: id.rawValue)?.isOpen != true else {
            throw Refusal("Les membres en décident en ce moment : attendez la fin du vote.", field: "renoncer")
        }
        guard let reason = try reason.line(limit: 500, field: "renoncer") else {
            throw Refusal("Une phrase suffit : pourquoi l’on n’y va pas.", field: "renoncer")
        }
        try act.guardPatients(in: [reason], isConfirmed: false)
        try act.execute(
            """
            update objective set closed_at = \(act.now), outcome = 'dropped', closing = \(reason) where id = \(id)
            """)
        try act.record(.closedObjective, .objective(id), ["outcome": Objective.Outcome.dropped.rawValue])
    }

    /// By its owner, or by a facilitator.
    func lookedAfter(_ id: Objective.ID) throws -> Objective {
        let objective = try act.view.objectives.find(id)
        guard act.actor.isFacilitator || objective.owner?.id == act.actor.member?.rawValue else {
            throw Refusal("C’est à la personne qui suit l’objectif, ou à l’animation, de le dire.", kind: .notAllowed)
        }
        return objective
    }

    /// The same for what is noted while it lasts: a closed one does not move any more.
    func underWay(_ id: Objective.ID) throws -> Objective {
        let objective = try lookedAfter(id)
        guard objective.closedAt == nil else { throw Refusal("Cet objectif est clos.", kind: .conflict) }
        return objective
    }
}
