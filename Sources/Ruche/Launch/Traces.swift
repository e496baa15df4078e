import Persistence

/// From a need to what became of it, and back (DOMAIN M1).
package struct NeedTrace: Sendable {
    package let need: Need
    package let objectives: [Objective]
    package let questions: [QuestionOnList]
    package let resources: [Preparation.Resource]
}

extension NeedQueries {
    /// Everything that was done about a need: its own questions, and those of its objectives.
    package func trace(_ id: Need.ID) throws -> NeedTrace {
        let need = try find(id)
        let questions = try view.transaction.all(
            QuestionOnList.self,
            """
            select \(QuestionOnList.columns) from question q \(QuestionOnList.author)
            where q.community_id = \(try view.community) and q.deleted_at is null
              and (q.need_id = \(id) or q.objective_id in (select b.id from objective b where b.need_id = \(id)))
            order by q.asked_at desc, q.id desc limit 100
            """)
        return NeedTrace(
            need: need, objectives: try view.objectives.of(id), questions: try view.questions.withTopics(questions),
            resources: try view.preparation.current().resources.filter { $0.need?.id == id.rawValue })
    }
}

/// A need whose situation is to be measured again, so many months after it was retained.
package struct NeedToMeasure: Sendable, Equatable {
    package let id: Need.ID
    package let statement: String
    package let months: Int
    package let due: Instant
}

extension PreparationQueries {
    /// At T+6 or T+12, whatever became of the measure before; the longest due first.
    package func needsToMeasure() throws -> [NeedToMeasure] {
        let measured = try view.transaction.all(
            """
            select m.need_id, m.months from need_measure m join need n on n.id = m.need_id
            where n.community_id = \(try view.community)
            """
        ) { row in (need: try row[0] as Need.ID, months: try row[1] as Int) }
        var found: [NeedToMeasure] = []
        for need in try view.needs.all() where need.setAsideAt == nil {
            for months in [12, 6] {
                guard let due = need.remeasureDue(after: months), due <= view.now else { continue }
                if !measured.contains(where: { $0.need == need.id && $0.months == months }) {
                    found.append(NeedToMeasure(id: need.id, statement: need.statement, months: months, due: due))
                }
                break
            }
        }
        return found.sorted { $0.due < $1.due }
    }
}

extension QuestionQueries {
    /// The way back from a question: its objective, and the need from which that came.
    package func origin(of question: Question) throws -> (objective: LinkedObject?, need: LinkedObject?) {
        guard let objective = question.objective, question.need == nil else {
            return (question.objective, question.need)
        }
        let need = try view.transaction.first(
            "select n.id, n.statement from objective b join need n on n.id = b.need_id where b.id = \(objective.id)"
        ) { row in LinkedObject(id: try row[0], title: try row[1]) }
        return (objective, need ?? nil)
    }
}
