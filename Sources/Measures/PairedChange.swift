/// What changed between *avant* and *maintenant*, asked of the same people (VA1, VA7, DOMAIN §10.4).
package struct PairedChange: Equatable, Sendable {
    /// Pairs.
    package let n: Int
    /// Mean of the differences; `nil` without any pair.
    package let mean: Double?
    /// Share of the pairs that rose, 0 to 1; `nil` without any pair.
    package let improved: Double?
    /// Standard deviation of the differences, over n − 1; `nil` below two pairs.
    package let sd: Double?

    /// - Parameter pairs: of each person, the value before and the value now.
    package init(_ pairs: some Sequence<(before: Double, now: Double)>) {
        let differences = pairs.map { $0.now - $0.before }
        let mean = differences.mean
        n = differences.count
        self.mean = mean
        improved = Proportion(differences.count { $0 > tolerance }, of: differences.count).share
        guard let mean, differences.count > 1 else {
            sd = nil
            return
        }
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        sd = (squares / Double(differences.count - 1)).squareRoot()
    }

    /// The mean in standard deviations, `mean ÷ sd`; `nil` when all changed by the same amount.
    package var dz: Double? {
        guard let mean, let sd, sd > tolerance else { return nil }
        return mean / sd
    }
}
