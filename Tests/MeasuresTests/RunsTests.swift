import Measures
import Testing

@Suite("A run around the median")
struct RunsTests {
    @Test(
        "is six points or more on one side, those on the median aside",
        arguments: [
            (values: [1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9], shifts: Set(0...11)),
            ([1, 9, 1, 9, 1, 9, 1, 9], []),
            ([1, 1, 1, 1, 1, 9, 9, 9, 9, 9], []),
            // The median, 5, stands in the middle of a run and does not break it.
            ([1, 1, 1, 5, 1, 1, 1, 9, 8, 9, 8, 9, 8], [0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
            ([], []), ([3], []),
        ] as [(values: [Double], shifts: Set<Int>)])
    func shifts(values: [Double], shifts: Set<Int>) { #expect(values.shifts == shifts) }
}
