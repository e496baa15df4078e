/// The ratings of one statement by a panel, from 1 to 9: 1-3 inappropriate, 4-6 uncertain, 7-9 appropriate
/// (DOMAIN §11.1). Their order tells nothing. Those who did not rate are not among them.
package struct Ratings: Equatable, Sendable {
    /// Lowest first.
    package let values: [Int]

    /// - Returns: `nil` when a rating is not from 1 to 9.
    package init?(_ values: some Sequence<Int>) {
        let sorted = values.sorted()
        guard sorted.allSatisfy((1...9).contains) else { return nil }
        self.values = sorted
    }

    package var n: Int { values.count }

    /// How many rated 1, 2, … 9.
    package var distribution: [Int] { (1...9).map { count(in: $0...$0) } }

    /// How many rated within `range`.
    package func count(in range: ClosedRange<Int>) -> Int { values.count(where: range.contains) }

    package func count(in region: Region) -> Int { count(in: region.range) }

    package var median: Double? { numbers.median }

    package func percentile(_ percent: Int, type: PercentileType = .six) -> Double? {
        numbers.percentile(percent, type: type)
    }

    /// Mean distance to the median (MADM).
    package var meanDeviation: Double? {
        guard let median else { return nil }
        return numbers.map { abs($0 - median) }.mean
    }

    /// Where the median lies; those of 3.5 and 6.5 belong to the higher region. `nil` without any rating.
    package var medianRegion: Region? {
        guard let median else { return nil }
        return median >= 6.5 ? .appropriate : median >= 3.5 ? .uncertain : .inappropriate
    }

    private var numbers: [Double] { values.map(Double.init) }
}

/// A third of the scale, and the class of a statement.
package enum Region: String, CaseIterable, Sendable {
    case inappropriate, uncertain, appropriate

    package var range: ClosedRange<Int> {
        switch self {
        case .inappropriate: 1...3
        case .uncertain: 4...6
        case .appropriate: 7...9
        }
    }
}
