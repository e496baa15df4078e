/// How alike several people rank the same things: Kendall's W, with the correction for ties (DOMAIN §11.2).
package struct RankAgreement: Equatable, Sendable {
    /// From 0, no agreement, to 1, the same order for all; `nil` when nothing is ranked apart.
    package let w: Double?
    /// Sum of the squared distances of the sums of ranks to their mean.
    package let s: Double

    /// - Parameter rows: for each person, a rank or score of each thing, in the same order of things; equal ones share
    ///   the mean of the ranks that they take.
    /// - Returns: `nil` when the rows are not equally long.
    package init?(_ rows: [[Double]]) {
        let things = rows.first?.count ?? 0
        guard rows.allSatisfy({ $0.count == things }) else { return nil }
        let ranks = rows.map(Self.midranks)
        let sums = (0..<things).map { thing in ranks.reduce(0) { $0 + $1[thing] } }
        let mean = sums.mean ?? 0
        s = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }

        let (m, n) = (Double(rows.count), Double(things))
        let ties = rows.reduce(0) { $0 + Self.ties($1) }
        let greatest = m * m * (n * n * n - n) - m * ties
        w = greatest > tolerance ? 12 * s / greatest : nil
    }

    private static func midranks(_ row: [Double]) -> [Double] {
        let sorted = row.sorted()
        var ranks: [Double: Double] = [:]
        var taken = 0
        while taken < sorted.count {
            let value = sorted[taken]
            let equal = sorted[taken...].prefix { $0 == value }.count
            ranks[value] = Double(taken) + Double(equal + 1) / 2
            taken += equal
        }
        return row.map { ranks[$0] ?? 0 }
    }

    /// `Σ(t³ − t)` over the groups of t equal values of one person.
    private static func ties(_ row: [Double]) -> Double {
        Dictionary(grouping: row) { $0 }.values.reduce(0) {
            let t = Double($1.count)
            return $0 + t * t * t - t
        }
    }
}
