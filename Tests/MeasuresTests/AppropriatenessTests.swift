import Measures
import Testing

@Suite("An appropriateness verdict")
struct AppropriatenessTests {
    /// A line of the table of DOMAIN §11.1.
    struct Line: CustomTestStringConvertible {
        let name: String
        let values: [Int]
        let median, p30, p70, ipr, ipras: Double
        let iprasDisagrees: Bool
        let classic: ClassicRule.Agreement
        let outside: Int
        let iprasClass, classicClass: Region

        var testDescription: String { name }
    }

    static let lines = [
        Line(
            name: "R1", values: [4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9], median: 7, p30: 7, p70: 8, ipr: 1,
            ipras: 6.10, iprasDisagrees: false, classic: .agreement, outside: 3, iprasClass: .appropriate,
            classicClass: .appropriate
        ),
        Line(
            name: "R2", values: [7, 7, 8, 8, 8, 9, 9, 9, 9], median: 8, p30: 8, p70: 9, ipr: 1, ipras: 7.60,
            iprasDisagrees: false, classic: .agreement, outside: 0, iprasClass: .appropriate,
            classicClass: .appropriate
        ),
        Line(
            name: "R3", values: [1, 1, 1, 2, 5, 8, 8, 9, 9], median: 5, p30: 1, p70: 8, ipr: 7, ipras: 3.10,
            iprasDisagrees: true, classic: .disagreement, outside: 8, iprasClass: .uncertain,
            classicClass: .uncertain
        ),
        Line(
            name: "R4", values: [1, 2, 3, 6, 7, 7, 8, 9, 9], median: 7, p30: 3, p70: 8, ipr: 5, ipras: 3.10,
            iprasDisagrees: true, classic: .disagreement, outside: 4, iprasClass: .uncertain,
            classicClass: .uncertain
        ),
        Line(
            name: "R5", values: [1, 1, 1, 1, 1, 1, 6, 6, 6], median: 1, p30: 1, p70: 6, ipr: 5, ipras: 4.60,
            iprasDisagrees: true, classic: .neither, outside: 3, iprasClass: .uncertain,
            classicClass: .inappropriate
        ),
        Line(
            name: "R6", values: [6, 6, 6, 6, 6, 7, 7, 8, 8, 9], median: 6.5, p30: 6, p70: 7.7, ipr: 1.7, ipras: 5.125,
            iprasDisagrees: false, classic: .neither, outside: 5, iprasClass: .appropriate,
            classicClass: .appropriate
        ),
        Line(
            name: "R7", values: [3, 3, 3, 3, 4, 4, 4, 5], median: 3.5, p30: 3, p70: 4, ipr: 1, ipras: 4.60,
            iprasDisagrees: false, classic: .neither, outside: 4, iprasClass: .uncertain, classicClass: .uncertain
        ),
    ]

    @Test("follows the published table", arguments: lines)
    func table(line: Line) throws {
        let ratings = try panel(line.values)
        let (classic, ipras) = try (#require(ClassicRule(ratings)), #require(IPRASRule(ratings)))
        #expect(ratings.median == line.median)
        #expect(close(ipras.p30, line.p30))
        #expect(close(ipras.p70, line.p70))
        #expect(close(ipras.ipr, line.ipr))
        #expect(close(ipras.ipras, line.ipras))
        #expect(ipras.isDisagreement == line.iprasDisagrees)
        #expect(classic.agreement == line.classic)
        #expect(classic.outside == line.outside)
        #expect(ratings.iprasClass() == line.iprasClass)
        #expect(ratings.classicClass == line.classicClass)
    }

    @Test("changes with the type of percentile, as R4 shows")
    func typeSeven() throws {
        let rule = try #require(try IPRASRule(panel(Self.lines[3].values), percentiles: .seven))
        #expect(close(rule.p30, 4.2))
        #expect(close(rule.p70, 7.6))
        #expect(close(rule.ipr, 3.4))
        #expect(close(rule.ipras, 3.70))
        #expect(!rule.isDisagreement)
    }

    @Test("differs by type of percentile in 3,238 of the 24,310 sets of nine, by rule in 3,220")
    func allSetsOfNine() {
        var (sets, byType, byRule) = (0, 0, 0)
        Self.forEachSet(of: 9) { values in
            guard let ratings = Ratings(values), let classic = ClassicRule(ratings), let six = IPRASRule(ratings),
                let seven = IPRASRule(ratings, percentiles: .seven)
            else { return }
            sets += 1
            if six.isDisagreement != seven.isDisagreement { byType += 1 }
            if six.isDisagreement != (classic.agreement == .disagreement) { byRule += 1 }
        }
        #expect([sets, byType, byRule] == [24_310, 3_238, 3_220])
    }

    @Test(
        "lets a third of the panel less one lie outside",
        arguments: [
            (panel: 8...10, k: 3), (11...13, 4), (14...16, 5), (17...19, 6), (20...22, 7), (23...25, 8),
        ])
    func thirds(panel: ClosedRange<Int>, k: Int) {
        let rules = panel.compactMap { Ratings(Array(repeating: 8, count: $0)).flatMap(ClassicRule.init) }
        #expect(rules.map(\.k) == panel.map { _ in k })
        #expect(rules.map(\.allowedOutside) == panel.map { _ in k - 1 })
    }

    @Test("of nobody is unknown")
    func nobody() throws {
        let ratings = try panel([])
        #expect(ClassicRule(ratings) == nil)
        #expect(IPRASRule(ratings) == nil)
        #expect([ratings.classicClass, ratings.iprasClass(), ratings.medianRegion] == [nil, nil, nil])
        #expect([ratings.median, ratings.meanDeviation, ratings.percentile(30)] == [nil, nil, nil])
    }

    @Test("of one person is that person's", arguments: [(1, Region.inappropriate), (4, .uncertain), (9, .appropriate)])
    func one(value: Int, region: Region) throws {
        let ratings = try panel([value])
        #expect(ClassicRule(ratings)?.agreement == .agreement)
        #expect([ratings.classicClass, ratings.iprasClass()] == [region, region])
    }

    @Test("is not given on ratings outside 1 to 9", arguments: [0, 10, -1])
    func outside(value: Int) {
        #expect(Ratings([5, value]) == nil)
    }

    @Test("does not depend on the order of ratings", arguments: UInt64(1)...20)
    func order(seed: UInt64) {
        var chance = Seeded(seed: seed)
        let values = (0..<Int.random(in: 0...25, using: &chance)).map { _ in Int.random(in: 1...9, using: &chance) }
        #expect(Ratings(values.shuffled(using: &chance)) == Ratings(values))
    }

    @Test(
        "makes an appropriate statement necessary by a second rating",
        arguments: [
            ([7, 8, 8, 9, 9, 9, 8, 7, 7], true), ([1, 2, 3, 6, 7, 7, 8, 9, 9], false),
            ([4, 5, 5, 6, 6, 6, 7, 7, 7], false),
        ])
    func necessity(values: [Int], expected: Bool) throws {
        #expect(try panel(values).isNecessary() == expected)
    }

    /// Calls `body` with each set of `count` ratings, lowest first.
    static func forEachSet(of count: Int, from start: [Int] = [], _ body: ([Int]) -> Void) {
        if start.count == count { return body(start) }
        for value in (start.last ?? 1)...9 { forEachSet(of: count, from: start + [value], body) }
    }
}
