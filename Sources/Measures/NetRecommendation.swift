/// *Taux de recommandation net* (SA3, DOMAIN §10.3): who would recommend the community, less who would not.
package struct NetRecommendation: Equatable, Sendable {
    package let n: Int
    /// Answers 9 and 10.
    package let promoters: Int
    /// Answers 0 to 6.
    package let detractors: Int

    /// - Parameter scores: answers on a scale from 0 to 10.
    package init(_ scores: some Collection<Int>) {
        n = scores.count
        promoters = scores.count { $0 >= 9 }
        detractors = scores.count { $0 <= 6 }
    }

    /// From −100 to 100, rounded half away from zero; `nil` without any answer.
    package var net: Int? {
        guard n > 0 else { return nil }
        return Int((Double(100 * (promoters - detractors)) / Double(n)).rounded(.toNearestOrAwayFromZero))
    }
}
