import Measures
import Persistence

/// Who answers whom by profession, nobody named: a profession of fewer than five members stands with the others.
package struct Network: Sendable, Equatable {
    /// The professions shown by themselves, most numerous first: codes without form.
    package var professions: [String] = []
    /// For each member its profession's place, or `professions.count` for *autres métiers*.
    package var members: [Int] = []
    package var links: [Link] = []
    /// How many replies each group gave to each other; the last one is *autres métiers*.
    package var replies: [[Int]] = []
    /// Members without a link.
    package var isolates = 0

    package struct Link: Sendable, Equatable {
        package let one: Int
        package let other: Int
        package let isBothWays: Bool
    }

    package var groups: Int { professions.count + 1 }
    package var hasOthers: Bool { members.contains(professions.count) }

    /// Four by themselves at most: a shape each, and one for the others.
    static let mostProfessions = 4
}

extension Evaluation {
    package var network: Network {
        let places = membership.places { _ in true }
        var network = Network(professions: professions(of: places))
        let groups = Dictionary(uniqueKeysWithValues: network.professions.enumerated().map { ($1, $0) })
        network.members = places.map {
            facts.members[$0].profession.flatMap { groups[$0] } ?? network.professions.count
        }
        network.replies = .init(repeating: .init(repeating: 0, count: network.groups), count: network.groups)
        var number = [Int?](repeating: nil, count: facts.members.count)
        for (index, place) in places.enumerated() { number[place] = index }
        var pairs: [Pair: Ways] = [:]
        for reply in facts.replies.during(period) {
            guard let answered = reply.answered, answered != reply.author else { continue }
            guard let from = number[reply.author], let to = number[answered] else { continue }
            network.replies[network.members[from]][network.members[to]] += 1
            pairs[Pair(min(from, to), max(from, to)), default: Ways()].note(isUpwards: from < to)
        }
        network.links = pairs.sorted { $0.key < $1.key }.map {
            .init(one: $0.key.one, other: $0.key.other, isBothWays: $0.value.isUpwards && $0.value.isDownwards)
        }
        network.isolates = places.count - Set(network.links.flatMap { [$0.one, $0.other] }).count
        return network
    }

    /// The most numerous professions, so many that the others together are nobody or five at least.
    private func professions(of places: [Int]) -> [String] {
        var counts: [String: Int] = [:]
        for place in places { if let code = facts.members[place].profession { counts[code, default: 0] += 1 } }
        var shown = counts.filter { $0.value >= smallestShownCell }
            .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
            .prefix(Network.mostProfessions).map(\.key)
        func others() -> Int { places.count - shown.reduce(0) { $0 + (counts[$1] ?? 0) } }
        while (1..<smallestShownCell).contains(others()), !shown.isEmpty { shown.removeLast() }
        return shown
    }

    private struct Pair: Hashable, Comparable {
        let one: Int
        let other: Int

        init(_ one: Int, _ other: Int) { (self.one, self.other) = (one, other) }
        static func < (left: Pair, right: Pair) -> Bool { (left.one, left.other) < (right.one, right.other) }
    }

    private struct Ways {
        var isUpwards = false
        var isDownwards = false

        mutating func note(isUpwards: Bool) {
            if isUpwards { self.isUpwards = true } else { isDownwards = true }
        }
    }
}
