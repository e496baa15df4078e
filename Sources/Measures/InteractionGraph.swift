/// Who answered, commented or co-tested what whom wrote (DOMAIN §10.0): an arrow from a to b, weighed by how often.
package struct InteractionGraph<Member: Hashable & Sendable>: Sendable {
    /// An arrow: `from` answered `to`, `weight` times.
    package struct Edge: Sendable {
        package let from: Member
        package let to: Member
        package let weight: Int

        package init(from: Member, to: Member, weight: Int = 1) {
            self.from = from
            self.to = to
            self.weight = weight
        }
    }

    /// Members, those who spoke with nobody included.
    package let members: Set<Member>
    /// How often each answered each other.
    private let given: [Member: [Member: Int]]
    private let received: [Member: Set<Member>]
    private let partners: [Member: Set<Member>]

    /// - Parameter edges: the same arrow may come several times, its weights add up. An arrow to oneself, from or to
    ///   someone who is not in `members`, or of a weight below 1 does not count.
    package init(members: some Sequence<Member>, edges: some Sequence<Edge>) {
        let members = Set(members)
        var given: [Member: [Member: Int]] = [:]
        var received: [Member: Set<Member>] = [:]
        var partners: [Member: Set<Member>] = [:]
        for edge in edges where edge.from != edge.to && edge.weight > 0 {
            guard members.contains(edge.from), members.contains(edge.to) else { continue }
            given[edge.from, default: [:]][edge.to, default: 0] += edge.weight
            received[edge.to, default: []].insert(edge.from)
            partners[edge.from, default: []].insert(edge.to)
            partners[edge.to, default: []].insert(edge.from)
        }
        (self.members, self.given, self.received, self.partners) = (members, given, received, partners)
    }

    /// With how many others a member exchanged, whatever the direction.
    package func degree(of member: Member) -> Int { partners[member]?.count ?? 0 }

    /// The figures of DOMAIN §10.2, VI5 to VI8.
    /// - Parameter active: members with an act in the thirteen weeks; without it, those with an arrow.
    package func figures(active: Set<Member>? = nil) -> GraphFigures {
        let active = active?.intersection(members) ?? Set(partners.keys)
        let degrees = members.map(degree)
        let inDegrees = members.map { received[$0]?.count ?? 0 }
        let greatest = inDegrees.max() ?? 0
        let core = largestCore
        return GraphFigures(
            members: members.count,
            edges: sum { _, _ in 1 },
            weight: sum { there, _ in there },
            returnedEdges: sum { _, back in back > 0 ? 1 : 0 },
            returnedWeight: sum { there, back in min(there, back) },
            twoWayMembers: members.count { given[$0] != nil && received[$0] != nil },
            activeMembers: active.count,
            isolates: degrees.count { $0 == 0 },
            degreeBelow2: degrees.count { $0 < 2 },
            medianPartnersOfActive: active.map { Double(degree(of: $0)) }.median,
            inDegreeGap: inDegrees.reduce(0) { $0 + greatest - $1 },
            coreK: core.k,
            coreMembers: core.members.count
        )
    }

    /// The members who each have k partners among themselves, for the greatest k that leaves any. Without an arrow, k
    /// is 0 and it is everyone.
    package var largestCore: (k: Int, members: Set<Member>) {
        var (k, core) = (0, members)
        while true {
            let next = peeled(core, below: k + 1)
            if next.isEmpty { return (k, core) }
            (k, core) = (k + 1, next)
        }
    }

    /// What is left when those with fewer than `k` partners leave, then those whom their leaving brings below it.
    private func peeled(_ start: Set<Member>, below k: Int) -> Set<Member> {
        var left = start
        var degrees = Dictionary(uniqueKeysWithValues: start.map { ($0, partners[$0, default: []].count(in: start)) })
        var leaving = start.filter { degrees[$0, default: 0] < k }
        while let member = leaving.popFirst() {
            left.remove(member)
            for partner in partners[member, default: []] where left.contains(partner) {
                degrees[partner, default: 0] -= 1
                if degrees[partner, default: 0] < k { leaving.insert(partner) }
            }
        }
        return left
    }

    /// Adds up over the arrows what `value` makes of the weight there and the weight back.
    private func sum(_ value: (_ there: Int, _ back: Int) -> Int) -> Int {
        given.reduce(0) { total, giver in
            giver.value.reduce(total) { $0 + value($1.value, given[$1.key]?[giver.key] ?? 0) }
        }
    }
}

extension Set {
    fileprivate func count(in other: Set) -> Int { count { other.contains($0) } }
}
