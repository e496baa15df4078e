import Measures
import Testing

@Suite("Net recommendation")
struct NetRecommendationTests {
    @Test(
        "is promoters less detractors, rounded half away from zero",
        arguments: [
            (scores: [10, 9, 9, 8, 8, 7, 6, 10, 5, 9], net: 30), ([], nil), ([9], 100), ([6], -100), ([7, 8], 0),
            ([10] + Array(repeating: 8, count: 7), 13), ([0] + Array(repeating: 8, count: 7), -13),
            ([9, 7, 7], 33), ([9, 9, 7], 67),
        ] as [(scores: [Int], net: Int?)])
    func net(scores: [Int], net: Int?) {
        #expect(NetRecommendation(scores).net == net)
    }

    @Test("counts those it is made of")
    func counts() {
        let found = NetRecommendation([10, 9, 9, 8, 8, 7, 6, 10, 5, 9])
        #expect([found.n, found.promoters, found.detractors] == [10, 5, 2])
    }
}

@Suite("A paired change")
struct PairedChangeTests {
    @Test(
        "is measured on the differences",
        arguments: [
            (
                before: [2, 3, 2, 4, 3], now: [4, 3, 3, 5, 4], mean: 1, improved: 0.8, sd: 0.5.squareRoot(),
                dz: 2.0.squareRoot()
            ),
            ([], [], nil, nil, nil, nil), ([3], [5], 2, 1, nil, nil), ([1, 2, 3], [2, 3, 4], 1, 1, 0, nil),
            ([0.1, 0.2], [0.4, 0.5], 0.3, 1, 0, nil), ([4, 4], [4, 2], -1, 0, 2.0.squareRoot(), -0.5.squareRoot()),
        ] as [(before: [Double], now: [Double], mean: Double?, improved: Double?, sd: Double?, dz: Double?)])
    func change(before: [Double], now: [Double], mean: Double?, improved: Double?, sd: Double?, dz: Double?) {
        let change = PairedChange(zip(before, now).map { (before: $0, now: $1) })
        #expect(change.n == before.count)
        #expect(close(change.mean, mean))
        #expect(close(change.improved, improved))
        #expect(close(change.sd, sd))
        #expect(close(change.dz, dz))
    }
}
