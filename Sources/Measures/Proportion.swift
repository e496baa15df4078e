/// k of n, with the interval in which the true share lies 95 times in 100 (Wilson, DOMAIN §10.0).
package struct Proportion: Hashable, Sendable {
    /// How many have the property, 0 to `n`.
    package let k: Int
    /// How many were looked at.
    package let n: Int

    /// - Precondition: 0 ≤ k ≤ n.
    package init(_ k: Int, of n: Int) {
        precondition(0 <= k && k <= n, "A proportion counts some of its own cases.")
        self.k = k
        self.n = n
    }

    /// From 0 to 1; `nil` of nothing.
    package var share: Double? { n == 0 ? nil : Double(k) / Double(n) }

    /// The Wilson interval at 95 %, from 0 to 1, worded "entre a et b %"; `nil` of nothing.
    package var interval: ClosedRange<Double>? {
        guard let share else { return nil }
        let (count, z) = (Double(n), 1.959964)
        let centre = share + z * z / (2 * count)
        let reach = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        let scale = 1 + z * z / count
        // At the ends, the bound is exact in theory and must not miss it by a rounding error.
        let low = k == 0 ? 0 : max(0, (centre - reach) / scale)
        let high = k == n ? 1 : min(1, (centre + reach) / scale)
        return low...high
    }

    /// The lower bound of `interval`.
    package var low: Double? { interval?.lowerBound }

    /// The upper bound of `interval`.
    package var high: Double? { interval?.upperBound }
}

extension Proportion {
    /// How many members active before are active still (VI9, DOMAIN §10.2).
    package static func retention<Member: Hashable>(of before: Set<Member>, in now: Set<Member>) -> Proportion {
        Proportion(before.intersection(now).count, of: before.count)
    }
}
