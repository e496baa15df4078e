/// The width within which two computed figures are one: a product of fractions that should give one half may miss it
/// by a rounding error (DOMAIN §10.0).
let tolerance = 1e-9

/// How a percentile that falls between two values is placed. Stored with each result, since it changes verdicts:
/// of the 24,310 distinct sets of nine ratings, 3,238 (DOMAIN §11.1).
package enum PercentileType: Int, Sendable {
    /// At position `(n + 1)p`: the one Ruche uses everywhere.
    case six = 6
    /// At position `(n − 1)p + 1`: the default of many spreadsheets, only to compare with.
    case seven = 7
}

extension Collection<Double> {
    /// The value below which `percent` % of the values lie, interpolated between two of them; `nil` when there is none.
    /// - Parameter percent: 0 to 100, beyond which it is the smallest or greatest value.
    package func percentile(_ percent: Int, type: PercentileType = .six) -> Double? {
        let sorted = sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        // In hundredths, so that a whole position is met exactly.
        let position =
            switch type {
            case .six: (count + 1) * percent
            case .seven: (count - 1) * percent + 100
            }
        if position <= 100 { return first }
        if position >= count * 100 { return last }
        let (index, hundredths) = (position / 100 - 1, position % 100)
        let (below, above) = (sorted[index], sorted[index + 1])
        return below + (above - below) * Double(hundredths) / 100
    }

    /// The middle value, or the mean of the two in the middle; `nil` when there is none.
    package var median: Double? { percentile(50) }

    /// The sum of the values by their number; `nil` when there is none.
    package var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
