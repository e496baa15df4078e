import Persistence

extension Question {
    /// What an exchange is (DOMAIN §5.1). The first message of each is kept as a question is; what is particular to
    /// questions (the promise, a solution, what became of it) is asked of none of the others.
    package enum Kind: String, Codable, Bindable, Sendable, CaseIterable {
        case question
        case idea
        /// An issue that members share.
        case discussion
        /// *Retour d’expérience*: what happened, what helped, what hindered, the lesson.
        case experience
        case information
        /// A situation of care, looked over by a second member before anybody reads it.
        case clinicalCase = "case"

        /// Whether it is written and read as its author leaves it, at once.
        package var isPublishedAtOnce: Bool { self != .clinicalCase }
    }
}

/// What came of an exchange other than a question, said by its author or a facilitator.
package struct Outcome: Sendable, Equatable {
    package enum Form: String, Bindable, Sendable, CaseIterable {
        case objective, question
        /// It was talked over, and rests.
        case rested
    }

    package let form: Form
    /// The objective or the question that it became.
    package let link: LinkedObject?
    package let word: String
    package let at: Instant
}

/// What an exchange may be said to have become.
package struct OutcomeTarget: Sendable, Equatable {
    package let form: Outcome.Form
    package let object: LinkedObject

    /// "objective/5": an objective and a question may bear the same number.
    package var name: String { "\(form.rawValue)/\(object.id)" }
}

extension QuestionActs {
    /// Says what became of an idea, a discussion, an experience or a piece of information.
    /// - Parameter target: the objective or question that it became, by its name: "objective/5", "question/12".
    package func becomes(
        _ form: Outcome.Form, target: String, word: String, for id: Question.ID
    ) throws {
        let exchange = try act.view.questions.find(id)
        guard exchange.deletedAt == nil, exchange.kind != .question else { throw Refusal.notFound }
        guard exchange.author.id == act.actor.member || act.actor.isFacilitator else {
            throw Refusal("C’est à son auteur, ou à l’animation, de dire ce que c’est devenu.", kind: .notAllowed)
        }
        guard let word = try word.line(limit: 500, field: "mot") else {
            throw Refusal("Dites en une phrase ce que c’est devenu.", field: "mot")
        }
        try act.guardPatients(in: [word], isConfirmed: false)
        let link = try linked(form, target)
        try act.execute(
            """
            update question set became = \(form), became_id = \(link), became_word = \(word), became_at = \(act.now)
            where id = \(id)
            """)
        let byOther = exchange.author.id == act.actor.member ? [:] : Verb.facilitating
        try act.record(
            .saidWhatItBecame, .question(id), byOther.merging(["form": form.rawValue]) { first, _ in first })
    }

    private func linked(_ form: Outcome.Form, _ target: String) throws -> Int64? {
        if form == .rested { return nil }
        // An objective and a question may bear the same number: the kind is part of the name.
        let parts = target.split(separator: "/")
        var found: Int64?
        if parts.count == 2, parts[0] == form.rawValue, let id = Int64(parts[1]) {
            let community = try act.community
            let sql: SQL =
                form == .objective
                ? "select id from objective where id = \(id) and community_id = \(community)"
                : "select id from question where id = \(id) and community_id = \(community) and deleted_at is null"
            found = try act.transaction.value(sql, as: Int64.self)
        }
        guard let found else {
            throw Refusal("Choisissez l’objectif ou la question que c’est devenu.", field: "devenu")
        }
        return found
    }
}

extension QuestionQueries {
    /// The objectives and the last questions, as an exchange may have become one of them.
    package func outcomeTargets(except id: Question.ID) throws -> [OutcomeTarget] {
        try linkableObjectives().map { OutcomeTarget(form: .objective, object: $0) }
            + latest(20, except: id).map { OutcomeTarget(form: .question, object: $0) }
    }

    /// What came of an exchange; nil while nobody said it.
    package func outcome(of id: Question.ID) throws -> Outcome? {
        try view.transaction.first(
            """
            select q.became, q.became_id, q.became_word, q.became_at,
              case q.became when 'objective' then o.title when 'question' then t.title end
            from question q left join objective o on o.id = q.became_id
            left join question t on t.id = q.became_id and t.community_id = q.community_id and t.deleted_at is null
            where q.id = \(id) and q.became is not null
            """
        ) { row in
            Outcome(
                form: try row[0], link: LinkedObject(id: try row[1], title: try row[4]), word: try row[2],
                at: try row[3])
        }
    }
}
