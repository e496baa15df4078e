import Persistence

/// What a reader of an objective would stumble on: said beside it, never held against it.
package enum WordingRemark: Sendable, Equatable {
    /// "Améliorer", "sensibiliser": nobody can tell the day it is done.
    case vague(String)
    /// "Diffuser", "informer": a broadcast, not a practice.
    case broadcast(String)
    /// "Rédiger un protocole", "organiser une formation": a means; what changes at the bedside is not said.
    case means(String)
    /// Two things in one: they will not be reached on one day.
    case double
    /// A measure without a number, or a start that has none: nothing to compare.
    case noNumber
}

/// Whether an objective says what somebody will do otherwise: by its words alone, in French or in English.
package struct ObjectiveWording: Sendable {
    private static let vague: Set<String> = [
        "ameliorer", "optimiser", "sensibiliser", "favoriser", "promouvoir", "renforcer", "developper", "reflechir",
        "harmoniser", "valoriser", "encourager", "accompagner", "contribuer", "soutenir", "improve", "optimise",
        "optimize", "enhance", "promote", "strengthen", "raise", "foster", "encourage", "support", "develop",
    ]
    private static let broadcast: Set<String> = [
        "diffuser", "informer", "communiquer", "partager", "publier", "transmettre", "disseminate", "inform", "share",
        "communicate", "publish", "broadcast",
    ]
    private static let means: Set<String> = [
        "rediger", "creer", "organiser", "mettre", "elaborer", "former", "produire", "write", "create", "organise",
        "organize", "set", "draft", "train", "produce",
    ]

    package static func remarks(_ objective: Objective) -> [WordingRemark] {
        var remarks: [WordingRemark] = []
        let words = fold(objective.title).split { !$0.isLetter }.map(String.init)
        if let verb = words.first {
            let typed = objective.title.split { !$0.isLetter }.first.map(String.init) ?? verb
            if vague.contains(verb) { remarks.append(.vague(typed)) }
            if broadcast.contains(verb) { remarks.append(.broadcast(typed)) }
            if means.contains(verb), objective.practice.isEmpty { remarks.append(.means(typed)) }
        }
        // A second infinitive after "et": two objectives.
        let verbs = vague.union(broadcast).union(means)
        for (index, word) in words.enumerated().dropFirst() where word == "et" || word == "and" {
            guard index + 1 < words.count else { continue }
            let next = words[index + 1]
            if verbs.contains(next) || next.count > 4 && (next.hasSuffix("er") || next.hasSuffix("ir")) {
                remarks.append(.double)
                break
            }
        }
        let measured = objective.measure + objective.baseline
        if !measured.isEmpty, !measured.contains(where: \.isNumber) { remarks.append(.noNumber) }
        return remarks
    }
}

extension ObjectiveActs {
    /// Half way, somebody says where it stands and what changes for the second half.
    package func reviewHalfWay(_ id: Objective.ID, _ words: String) throws {
        let objective = try lookedAfter(id)
        guard objective.adoptedAt != nil, objective.closedAt == nil else {
            throw Refusal("On fait le point d’un objectif adopté, tant qu’il n’est pas clos.", kind: .conflict)
        }
        guard let words = try words.line(limit: 500, field: "mi-chemin") else {
            throw Refusal("Dites où il en est, et ce que vous changez.", field: "mi-chemin")
        }
        try act.guardPatients(in: [words], isConfirmed: false)
        try act.execute(
            "update objective set mid_review = \(words), mid_reviewed_at = \(act.now) where id = \(id)")
        try act.record(.reviewedObjective, .objective(id))
    }
}
