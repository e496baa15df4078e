import Mailing
import Testing

private let day: Int64 = 86_400_000

private func entry(
    _ id: String, _ references: [String] = [], subject: String = "", reply: Bool = false, day number: Int64? = 0
)
    -> ThreadBuilder.Entry
{
    ThreadBuilder.Entry(
        id: id, references: references, subjectKey: subject, isReply: reply, sentAt: number.map { $0 * day })
}

@Suite("Threads")
struct ThreadBuilderTests {
    @Test("The nearest known reference is the parent")
    func references() {
        let places = ThreadBuilder().places(of: [
            entry("a"), entry("b", ["a"], reply: true, day: 1), entry("c", ["gone", "b", "a"], reply: true, day: 2),
        ])
        #expect(
            places == [
                "a": .init(root: "a", parent: nil, link: .opening),
                "b": .init(root: "a", parent: "a", link: .reference),
                "c": .init(root: "a", parent: "b", link: .reference),
            ])
    }

    @Test("The subject brings back an answer within 30 days of the last message, not later")
    func subject() {
        let places = ThreadBuilder().places(of: [
            entry("a", subject: "plaies"), entry("b", ["gone"], subject: "plaies", reply: true, day: 30),
            entry("c", subject: "plaies", day: 60), entry("d", subject: "plaies", reply: true, day: 91),
        ])
        #expect(places["b"] == .init(root: "a", parent: "a", link: .subject))
        #expect(places["c"] == .init(root: "a", parent: "b", link: .subject))
        #expect(places["d"] == .init(root: "d", parent: nil, link: .orphan))
    }

    @Test("Without subject or date nothing is brought back")
    func nothingInCommon() {
        let places = ThreadBuilder().places(of: [
            entry("a"), entry("b"), entry("c", subject: "x", day: nil), entry("d", subject: "x"),
        ])
        #expect(places.values.allSatisfy { $0.parent == nil })
    }

    @Test("A circle of references leaves its earliest message as the root")
    func circle() {
        let places = ThreadBuilder().places(of: [
            entry("a", ["c"], day: 1), entry("b", ["a"], day: 2), entry("c", ["b"], day: 3), entry("d", ["d"], day: 4),
        ])
        #expect(places["a"] == .init(root: "a", parent: nil, link: .opening))
        #expect(["b", "c"].map { places[$0]?.root } == ["a", "a"])
        #expect(places["d"]?.parent == nil)
    }

    @Test("What an earlier import placed keeps its thread, and receives the answers")
    func incremental() {
        let known: [ThreadBuilder.Known] = [
            .init(id: "a", root: "r", subjectKey: "plaies", sentAt: 0),
            .init(id: "r", root: "r", subjectKey: "x", sentAt: nil),
        ]
        let places = ThreadBuilder(known: known).places(of: [
            entry("a", subject: "autre"), entry("b", ["a"], day: 1), entry("c", ["b"], day: 2),
            entry("d", subject: "plaies", reply: true, day: 3),
        ])
        #expect(places["a"] == nil)
        #expect(places["b"] == .init(root: "r", parent: "a", link: .reference))
        #expect(places["c"] == .init(root: "r", parent: "b", link: .reference))
        #expect(places["d"] == .init(root: "r", parent: "a", link: .subject))
    }

    @Test("The order of the file changes nothing, and threads are trees", arguments: 0..<200)
    func anyOrder(_ seed: Int) {
        var random = SmallRandom(seed: UInt64(seed))
        let count = 2 + random.below(30)
        var entries = (0..<count).map { index in
            entry(
                "m\(index)", (0..<random.below(3)).map { _ in "m\(random.below(count + 3))" },
                subject: ["", "x", "y"][random.below(3)], reply: random.below(2) == 0,
                day: random.below(9) == 0 ? nil : Int64(random.below(60)),
            )
        }
        entries.append(entry("m0", ["m1"], subject: "double", day: 3))
        let places = ThreadBuilder().places(of: entries)
        for _ in 0..<3 {
            entries.shuffle(using: &random)
            #expect(ThreadBuilder().places(of: entries) == places, "seed \(seed)")
        }
        #expect(places.count == count)
        for (id, place) in places {
            var step = id
            var steps = 0
            while let parent = places[step]?.parent, steps <= count { (step, steps) = (parent, steps + 1) }
            #expect(steps <= count && step == place.root, "seed \(seed): \(id)")
        }
    }

    @Test("A chain of 200,000 answers is placed at once", .timeLimit(.minutes(10)))
    func longChain() {
        let chain = (0..<200_000).map { entry("m\($0)", $0 == 0 ? [] : ["m\($0 - 1)"], day: Int64($0)) }
        #expect(ThreadBuilder().places(of: chain).values.allSatisfy { $0.root == "m0" })
    }
}
