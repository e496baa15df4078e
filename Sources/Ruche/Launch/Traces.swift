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
