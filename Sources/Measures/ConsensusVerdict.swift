/// The rule, fixed before the first round, that decides a statement (DOMAIN §11). Its name is the one of the command
/// line and of exports.
package enum ConsensusMethod: String, CaseIterable, Sendable {
    case ram, ipras
    case delphi7015 = "delphi-70-15"
    case delphi75 = "delphi-75"
    case delphi80 = "delphi-80"
    case has
}

/// What one rule says of the ratings of one statement.
package struct ConsensusVerdict: Equatable, Sendable {
    /// "appropriate", "uncertain" or "inappropriate"; for the Delphi rules "in", "out" or "none".
    package let outcome: String
    /// How far the panel agrees, in the words of the rule: "agreement", "disagreement", "neither"; "no disagreement";
    /// "consensus", "very strong", "unanimous"; "strong", "relative", "indecision"; "no consensus".
    package let agreement: String

    package init(outcome: String, agreement: String) {
        self.outcome = outcome
        self.agreement = agreement
    }
}

extension Ratings {
    /// What `method` says; `nil` without any rating.
    /// - Parameter excludable: ratings that may lie outside, for `has` only.
    package func verdict(by method: ConsensusMethod, excludable: Int = 0) -> ConsensusVerdict? {
        switch method {
        case .ram:
            verdict(classicClass?.rawValue, ClassicRule(self)?.agreement.rawValue)
        case .ipras:
            verdict(
                iprasClass()?.rawValue,
                IPRASRule(self).map { $0.isDisagreement ? "disagreement" : "no disagreement" }
            )
        case .delphi7015:
            verdict(
                delphi7015()?.rawValue,
                delphi7015().map { $0 == .undecided ? "no consensus" : "consensus" }
            )
        case .delphi75:
            verdict(
                agree(atLeast: 75).map { $0 ? "in" : "none" },
                agree(atLeast: 75).map { $0 ? "consensus" : "no consensus" }
            )
        case .delphi80:
            verdict(
                agree(atLeast: 80).map { $0 ? "in" : "none" },
                agree(atLeast: 80).map { _ in strength?.rawValue ?? "no consensus" }
            )
        case .has:
            FormalConsensus(self, excludable: excludable).map {
                ConsensusVerdict(outcome: $0.region.rawValue, agreement: $0.agreement.rawValue)
            }
        }
    }

    private func verdict(_ outcome: String?, _ agreement: String?) -> ConsensusVerdict? {
        guard let outcome, let agreement else { return nil }
        return ConsensusVerdict(outcome: outcome, agreement: agreement)
    }
}
