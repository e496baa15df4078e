import Measures
import Persistence
import Wording

// Valeur ajoutée (DOMAIN §10.4): what would not have been without the community.
extension Evaluation {
    /// Fewer answers would tell who gave them.
    private static let leastAnswers = 5

    /// VA3: of those who called a reply useful in W and said it, for how many the answer would have taken longer or not
    /// been found.
    var foundFaster: Indicator {
        let answers = facts.withoutUs.during(period).map(\.answer)
        guard answers.count >= Self.leastAnswers else {
            var indicator = Indicator(.va3, over: period)
            indicator.note = .init(
                word(
                    "Il faut 5 réponses à la question posée à qui trouve une réponse utile : « sans la communauté ? »."
                ))
            return indicator
        }
        return share(
            .va3, answers.count { $0 == .longer || $0 == .notFound }, of: answers.count, over: period,
            unless: .init(word("Pas encore de quoi le calculer.")),
            WithoutUs.allCases.map { answer in
                .init(answer.rawValue.replacing(" ", with: "_"), count: answers.count { $0 == answer })
            })
    }
}
