/// What an interaction graph says of a community (VI5-VI8, DOMAIN §10.2). Shares go from 0 to 1 and are `nil` when
/// they would be a share of nothing.
package struct GraphFigures: Equatable, Sendable {
    /// N.
    package let members: Int
    /// m, distinct arrows.
    package let edges: Int
    /// T, the sum of the weights.
    package let weight: Int
    /// Arrows whose opposite exists too.
    package let returnedEdges: Int
    /// Over the arrows, the sum of the lesser weight of the two ways.
    package let returnedWeight: Int
    /// Members who gave *and* received.
    package let twoWayMembers: Int
    package let activeMembers: Int
    /// Members who exchanged with nobody.
    package let isolates: Int
    /// Members who exchanged with one other or nobody.
    package let degreeBelow2: Int
    /// Median number of partners of the active members (VI6); `nil` when nobody is active.
    package let medianPartnersOfActive: Double?
    /// Over the members, the sum of what misses them to the greatest number of givers.
    let inDegreeGap: Int
    /// The greatest k of which a k-core exists (VI8).
    package let coreK: Int
    /// How many it holds.
    package let coreMembers: Int

    /// Arrows of all that could be, m ÷ N(N − 1) (VI6).
    package var density: Double? { quotient(edges, members * (members - 1)) }

    /// Arrows that have an opposite, of all arrows: r.
    package var reciprocity: Double? { quotient(returnedEdges, edges) }

    /// Reciprocity beyond that of a random graph as dense, `ρ = (r − a) ÷ (1 − a)`; `nil` when all arrows exist.
    package var rho: Double? {
        guard let reciprocity, let density, density < 1 else { return nil }
        return (reciprocity - density) / (1 - density)
    }

    /// The share of the weight that was given back.
    package var weightedReciprocity: Double? { quotient(returnedWeight, weight) }

    /// Members who gave and received, of the active ones (VI5).
    package var twoWayShareOfActive: Double? { quotient(twoWayMembers, activeMembers) }

    /// Members who exchanged with nobody, of all (VI7).
    package var isolatesShare: Double? { quotient(isolates, members) }

    /// Members with fewer than two partners, of all (VI7).
    package var degreeBelow2Share: Double? { quotient(degreeBelow2, members) }

    /// How much all speak to one, `Σ(max − d) ÷ (N − 1)²`: 0 when all receive from as many, 1 for a star.
    package var inDegreeCentralisation: Double? { quotient(inDegreeGap, (members - 1) * (members - 1)) }

    private func quotient(_ part: Int, _ whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
