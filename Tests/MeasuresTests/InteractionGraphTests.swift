import Measures
import Testing

@Suite("The interaction graph")
struct InteractionGraphTests {
    typealias Graph = InteractionGraph<String>

    static func graph(_ members: String, _ arrows: (String, String, Int)...) -> Graph {
        Graph(
            members: members.map(String.init),
            edges: arrows.map { Graph.Edge(from: $0.0, to: $0.1, weight: $0.2) }
        )
    }

    @Test("follows the published example")
    func published() {
        let figures = Self.graph(
            "ABCDEF", ("A", "B", 2), ("B", "A", 1), ("C", "A", 1), ("D", "A", 3), ("A", "D", 1), ("E", "A", 1)
        ).figures()
        #expect([figures.members, figures.edges, figures.weight] == [6, 6, 9])
        #expect([figures.twoWayMembers, figures.activeMembers, figures.isolates] == [3, 5, 1])
        #expect([figures.coreK, figures.coreMembers] == [1, 5])
        #expect(close(figures.density, 0.2))
        #expect(close(figures.reciprocity, 2 / 3))
        #expect(close(figures.rho, 7 / 12))
        #expect(close(figures.weightedReciprocity, 4 / 9))
        #expect(close(figures.twoWayShareOfActive, 3 / 5))
        #expect(close(figures.isolatesShare, 1 / 6))
        #expect(close(figures.degreeBelow2Share, 5 / 6))
        #expect(figures.medianPartnersOfActive == 1)
        #expect(close(figures.inDegreeCentralisation, 0.72))
    }

    @Test("of nobody knows nothing")
    func nobody() {
        let figures = Self.graph("").figures()
        #expect([figures.members, figures.edges, figures.coreK, figures.coreMembers] == [0, 0, 0, 0])
        #expect(
            [figures.density, figures.reciprocity, figures.isolatesShare, figures.medianPartnersOfActive]
                == [nil, nil, nil, nil]
        )
    }

    @Test("of one member has no density nor centralisation")
    func alone() {
        let figures = Self.graph("A").figures()
        #expect([figures.density, figures.rho, figures.inDegreeCentralisation] == [nil, nil, nil])
        #expect([figures.isolatesShare, figures.degreeBelow2Share] == [1, 1])
        #expect([figures.coreK, figures.coreMembers] == [0, 1])
    }

    @Test("in which all answer all is wholly returned, and ρ is unknown")
    func complete() {
        let figures = Self.graph("AB", ("A", "B", 4), ("B", "A", 4)).figures()
        #expect([figures.density, figures.reciprocity, figures.rho] == [1, 1, nil])
        #expect([figures.weightedReciprocity, figures.inDegreeCentralisation] == [1, 0])
    }

    @Test("adds up repeated arrows, and leaves out arrows to oneself or to strangers")
    func arrows() {
        let figures = Self.graph(
            "AB", ("A", "B", 1), ("A", "B", 2), ("A", "A", 5), ("A", "Z", 5), ("Z", "A", 5), ("B", "A", 0)
        ).figures()
        #expect([figures.edges, figures.weight, figures.activeMembers] == [1, 3, 2])
        #expect(figures.reciprocity == 0)
    }

    @Test("counts among the active those who acted and met nobody")
    func active() {
        let graph = Self.graph("ABC", ("A", "B", 1))
        let figures = graph.figures(active: ["A", "B", "C", "Z"])
        #expect(figures.activeMembers == 3)
        #expect(figures.medianPartnersOfActive == 1)
        #expect(graph.figures(active: []).twoWayShareOfActive == nil)
    }

    @Test("finds the largest core behind its tails")
    func core() {
        let core = Self.graph(
            "ABCDEF", ("A", "B", 1), ("B", "C", 1), ("C", "A", 1), ("C", "D", 1), ("D", "E", 1)
        ).largestCore
        #expect(core.k == 2)
        #expect(core.members == ["A", "B", "C"])
    }

    @Test("has a centralisation of 1 for a star")
    func star() {
        let figures = Self.graph("ABCD", ("B", "A", 1), ("C", "A", 1), ("D", "A", 1)).figures()
        #expect(figures.inDegreeCentralisation == 1)
    }

    @Test("keeps its figures when members are permuted", arguments: UInt64(1)...20)
    func permuted(seed: UInt64) {
        var chance = Seeded(seed: seed)
        let (members, edges) = Self.random(&chance)
        let renamed = Dictionary(uniqueKeysWithValues: zip(members, members.shuffled(using: &chance)))
        let other = InteractionGraph(
            members: members.reversed(),
            edges: edges.shuffled(using: &chance).map {
                .init(from: renamed[$0.from] ?? $0.from, to: renamed[$0.to] ?? $0.to, weight: $0.weight)
            }
        )
        #expect(other.figures() == InteractionGraph(members: members, edges: edges).figures())
    }

    @Test("keeps its reciprocity when all arrows turn round", arguments: UInt64(1)...20)
    func reversed(seed: UInt64) {
        var chance = Seeded(seed: seed)
        let (members, edges) = Self.random(&chance)
        let turned = edges.map { InteractionGraph<Int>.Edge(from: $0.to, to: $0.from, weight: $0.weight) }
        let figures = InteractionGraph(members: members, edges: edges).figures()
        #expect(InteractionGraph(members: members, edges: turned).figures().reciprocity == figures.reciprocity)
    }

    @Test("has a reciprocity of 1 exactly when each arrow has its opposite", arguments: UInt64(1)...40)
    func symmetric(seed: UInt64) {
        var chance = Seeded(seed: seed)
        var (members, edges) = Self.random(&chance)
        edges.append(.init(from: 0, to: 1))
        if seed.isMultiple(of: 2) { edges += edges.map { .init(from: $0.to, to: $0.from) } }
        let arrows = Set(edges.filter { $0.from != $0.to }.map { [$0.from, $0.to] })
        let isSymmetric = arrows.allSatisfy { arrows.contains($0.reversed()) }
        #expect((InteractionGraph(members: members, edges: edges).figures().reciprocity == 1) == isSymmetric)
        #expect(isSymmetric || !seed.isMultiple(of: 2))
    }

    static func random(_ chance: inout Seeded) -> (members: [Int], edges: [InteractionGraph<Int>.Edge]) {
        let count = Int.random(in: 2...15, using: &chance)
        let edges = (0..<Int.random(in: 0...40, using: &chance)).map { _ in
            InteractionGraph<Int>.Edge(
                from: .random(in: 0..<count, using: &chance), to: .random(in: 0..<count, using: &chance),
                weight: .random(in: 1...4, using: &chance)
            )
        }
        return (Array(0..<count), edges)
    }
}
