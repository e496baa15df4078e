import Measures
import Testing

@Suite("A percentile")
struct PercentileTests {
    @Test(
        "stands at (n + 1)p, or where asked at (n − 1)p + 1",
        arguments: [
            (percent: 30, type: PercentileType.six, expected: 3.0), (70, .six, 8), (30, .seven, 4.2), (70, .seven, 7.6),
            (0, .six, 1), (100, .six, 9), (5, .six, 1), (95, .six, 9), (0, .seven, 1), (100, .seven, 9),
        ])
    func position(percent: Int, type: PercentileType, expected: Double) {
        let values = [1, 2, 3, 6, 7, 7, 8, 9, 9].map(Double.init)
        #expect(close(values.percentile(percent, type: type), expected))
    }

    @Test("of nothing is unknown, of one value is that value")
    func few() {
        #expect([[].percentile(30), [].median, [].mean] == [nil, nil, nil])
        #expect([[4].percentile(30), [4].percentile(70, type: .seven), [4].median, [4].mean] == [4, 4, 4, 4])
    }

    @Test(
        "in the middle is the median",
        arguments: [
            (values: [3, 1, 2], expected: 2), ([4, 1, 3, 2], 2.5), ([5, 5, 5, 1], 5),
        ] as [(values: [Double], expected: Double)])
    func median(values: [Double], expected: Double) {
        #expect(values.median == expected)
        #expect(values.percentile(50, type: .seven) == expected)
    }
}
