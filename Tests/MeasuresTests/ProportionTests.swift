import Measures
import Testing

@Suite("A proportion")
struct ProportionTests {
    @Test(
        "lies in its Wilson interval",
        arguments: [
            (k: 3, n: 5, low: 0.231, high: 0.882), (18, 24, 0.551, 0.880), (31, 40, 0.625, 0.877), (0, 10, 0, 0.278),
            (10, 10, 0.722, 1), (1, 1, 0.207, 1),
        ])
    func wilson(k: Int, n: Int, low: Double, high: Double) {
        let proportion = Proportion(k, of: n)
        #expect(close(proportion.low, low, within: 5e-4))
        #expect(close(proportion.high, high, within: 5e-4))
        #expect(proportion.share == Double(k) / Double(n))
    }

    @Test("of nothing is unknown")
    func nothing() {
        let proportion = Proportion(0, of: 0)
        #expect([proportion.share, proportion.low, proportion.high] == [nil, nil, nil])
    }

    @Test("ends exactly where it can't go further")
    func ends() {
        #expect((1...500).allSatisfy { Proportion(0, of: $0).low == 0 && Proportion($0, of: $0).high == 1 })
    }

    @Test("of members who stay counts those active in both windows")
    func retention() {
        #expect(Proportion.retention(of: ["Claire", "Yannick", "Inès"], in: ["Inès", "Paul"]) == Proportion(1, of: 3))
    }
}

@Suite("A published table")
struct SmallCellTests {
    @Test(
        "hides small cells, and what would tell them by subtraction",
        arguments: [
            (counts: [12, 7, 5], shown: [12, 7, 5]), ([12, 7, 3], [12, nil, nil]), ([12, 4, 3], [12, nil, nil]),
            ([12, 9, 2, 1], [12, nil, nil, nil]), ([3], [nil]), ([], []), ([8, 0], [nil, nil]),
        ] as [(counts: [Int], shown: [Int?])])
    func hiding(counts: [Int], shown: [Int?]) {
        #expect(hidingSmallCells(counts) == shown)
    }
}
