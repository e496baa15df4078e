/// What a panel says by a table inspired by the *consensus formalisé* of the HAS (`has`, DOMAIN §11.3). It was not
/// checked against the method and claims no conformity to it.
package struct FormalConsensus: Equatable, Sendable {
    package enum Agreement: String, Sendable {
        case strong, relative, indecision
        case none = "no consensus"
    }

    package let region: Region
    package let agreement: Agreement

    /// - Parameter excludable: how many ratings may lie outside the range asked for; the median counts them still.
    /// - Returns: `nil` without any rating.
    package init?(_ ratings: Ratings, excludable: Int = 0) {
        guard let median = ratings.median else { return nil }
        func all(in range: ClosedRange<Int>) -> Bool { ratings.n - ratings.count(in: range) <= excludable }

        // The first line that fits decides: their order matters.
        (region, agreement) =
            if median >= 7, all(in: 7...9) {
                (.appropriate, .strong)
            } else if median >= 7, all(in: 5...9) {
                (.appropriate, .relative)
            } else if median <= 3, all(in: 1...3) {
                (.inappropriate, .strong)
            } else if median <= 3.5, all(in: 1...5) {
                (.inappropriate, .relative)
            } else if (4...6.5).contains(median) {
                (.uncertain, .indecision)
            } else {
                (.uncertain, .none)
            }
    }

    /// As "appropriate/strong" or "uncertain/no consensus".
    package var text: String { "\(region.rawValue)/\(agreement.rawValue)" }
}
