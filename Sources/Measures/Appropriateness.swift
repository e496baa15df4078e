/// How far a panel agrees, by the classic rule of the RAND/UCLA method (`ram`, DOMAIN §11.1): counted in thirds of the
/// panel, so that it stands for 8 to 25 people.
package struct ClassicRule: Equatable, Sendable {
    package enum Agreement: String, Sendable { case agreement, disagreement, neither }

    /// A third of the panel, ⌊(n + 1) ÷ 3⌋: as many at each end make a disagreement. At least 1, so that one person
    /// does not disagree alone.
    package let k: Int
    /// Ratings outside the three points of the median.
    package let outside: Int
    package let agreement: Agreement

    /// - Returns: `nil` without any rating.
    package init?(_ ratings: Ratings) {
        guard let region = ratings.medianRegion else { return nil }
        k = max(1, (ratings.n + 1) / 3)
        outside = ratings.n - ratings.count(in: region)
        if outside <= k - 1 {
            agreement = .agreement
        } else if ratings.count(in: .inappropriate) >= k, ratings.count(in: .appropriate) >= k {
            agreement = .disagreement
        } else {
            agreement = .neither
        }
    }

    /// How many ratings outside the three points of the median still make an agreement.
    package var allowedOutside: Int { k - 1 }
}

/// How far a panel of any size disagrees, by the spread between its percentiles 30 and 70 (`ipras`, DOMAIN §11.1).
///
/// The further from the middle of the scale, the more spread is allowed: `IPRAS = 2.35 + 1.5·|5 − CP|`, CP being the
/// middle of P30 and P70.
package struct IPRASRule: Equatable, Sendable {
    package let p30: Double
    package let p70: Double

    /// - Returns: `nil` without any rating.
    package init?(_ ratings: Ratings, percentiles type: PercentileType = .six) {
        guard let p30 = ratings.percentile(30, type: type), let p70 = ratings.percentile(70, type: type) else {
            return nil
        }
        (self.p30, self.p70) = (p30, p70)
    }

    /// The spread found.
    package var ipr: Double { p70 - p30 }

    /// The spread allowed.
    package var ipras: Double { 2.35 + 1.5 * abs(5 - (p30 + p70) / 2) }

    package var isDisagreement: Bool { ipr > ipras + tolerance }
}

extension Ratings {
    /// The class by the classic rule: uncertain when the panel disagrees, else that of the median.
    package var classicClass: Region? {
        ClassicRule(self)?.agreement == .disagreement ? .uncertain : medianRegion
    }

    /// The class by the IPRAS rule: uncertain when the panel disagrees, else that of the median.
    package func iprasClass(percentiles type: PercentileType = .six) -> Region? {
        IPRASRule(self, percentiles: type)?.isDisagreement == true ? .uncertain : medianRegion
    }

    /// Whether a second rating, of how wrong it would be to leave out an appropriate statement, makes it necessary: a
    /// median in 7-9 without disagreement, by the rule chosen before the first round.
    package func isNecessary(byIPRAS: Bool = false) -> Bool {
        (byIPRAS ? iprasClass() : classicClass) == .appropriate
    }
}
