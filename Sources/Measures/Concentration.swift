/// How unequally the contributions fall on the members, those without any included (VI4, DOMAIN §10.2).
package struct Concentration: Equatable, Sendable {
    /// Members counted.
    package let n: Int
    /// From 0, all contribute alike, to (n − 1) ÷ n, one does it all; `nil` when nobody contributed.
    package let gini: Double?
    /// The same brought to 0…1 whatever n, so that communities of unequal size compare; `nil` also for one member.
    package let giniCorrected: Double?
    /// What the three greatest contributors did of the whole, 0 to 1; `nil` when nobody contributed.
    package let top3Share: Double?

    /// - Parameter counts: contributions of each member, 0 or more.
    package init(_ counts: some Sequence<Int>) {
        let sorted = counts.map(Double.init).sorted()
        let (n, sum) = (Double(sorted.count), sorted.reduce(0, +))
        self.n = sorted.count
        guard sum > 0 else {
            (gini, giniCorrected, top3Share) = (nil, nil, nil)
            return
        }
        let weighed = zip(1..., sorted).reduce(0) { $0 + (2 * Double($1.0) - n - 1) * $1.1 }
        let gini = weighed / (n * sum)
        self.gini = gini
        giniCorrected = n > 1 ? gini * n / (n - 1) : nil
        top3Share = sorted.suffix(3).reduce(0, +) / sum
    }
}
