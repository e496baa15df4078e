import Measures
import Testing

@Suite("The concentration of contributions")
struct ConcentrationTests {
    @Test(
        "goes from equal shares to one who does it all",
        arguments: [
            (counts: [10, 5, 3, 1, 1, 0], gini: 0.533_333_333_3, corrected: 0.64, top3: 0.9),
            ([4, 4, 4, 4], 0, 0, 0.75), ([0, 0, 0, 8], 0.75, 1, 1), ([0, 0, 0], nil, nil, nil), ([], nil, nil, nil),
            ([7], 0, nil, 1), ([0, 3], 0.5, 1, 1),
        ] as [(counts: [Int], gini: Double?, corrected: Double?, top3: Double?)])
    func gini(counts: [Int], gini: Double?, corrected: Double?, top3: Double?) {
        let found = Concentration(counts)
        #expect(found.n == counts.count)
        #expect(close(found.gini, gini))
        #expect(close(found.giniCorrected, corrected))
        #expect(close(found.top3Share, top3))
    }
}
