import Measures
import Testing

/// Whether two figures are one but for rounding, or both unknown.
func close(_ found: Double?, _ expected: Double?, within distance: Double = 1e-9) -> Bool {
    guard let found, let expected else { return (found == nil) == (expected == nil) }
    return abs(found - expected) <= distance
}

/// The ratings of a panel; a test that names one outside 1 to 9 fails.
func panel(_ values: [Int]) throws -> Ratings { try #require(Ratings(values)) }
