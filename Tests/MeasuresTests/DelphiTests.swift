import Measures
import Testing

@Suite("A Delphi round")
struct DelphiTests {
    @Test("follows the published example")
    func published() throws {
        let ratings = try panel([8, 7, 9, 7, 8, 6, 7, 9, 8, 5, 7, 3])
        #expect([ratings.count(in: .appropriate), ratings.count(in: .inappropriate)] == [9, 1])
        #expect(ratings.median == 7)
        #expect([ratings.percentile(25), ratings.percentile(75)] == [6.25, 8])
        #expect(ratings.interquartileRange == 1.75)
        #expect(close(ratings.meanDeviation, 7 / 6))
        #expect(ratings.delphi7015() == .kept)
        #expect([ratings.agree(atLeast: 75), ratings.agree(atLeast: 80)] == [true, false])
        #expect(ratings.isConsensusByQuartiles == false)
    }

    @Test(
        "keeps, leaves out or goes on",
        arguments: [
            (agree: 7, middle: 2, against: 1, later: Ratings.Selection.kept, first: Ratings.Selection.kept),
            (7, 1, 2, .undecided, .undecided), (6, 3, 1, .undecided, .kept), (1, 2, 7, .leftOut, .leftOut),
            (1, 3, 6, .undecided, .leftOut), (17, 0, 3, .undecided, .undecided), (18, 0, 2, .kept, .kept),
            (0, 5, 0, .undecided, .undecided),
        ])
    func selection(agree: Int, middle: Int, against: Int, later: Ratings.Selection, first: Ratings.Selection) throws {
        let ratings = try Self.ratings(agree, middle, against)
        #expect(ratings.delphi7015() == later)
        #expect(ratings.delphi7015(isFirstRound: true) == first)
    }

    @Test(
        "names the strength of an agreement",
        arguments: [
            (agree: 79, strength: nil), (80, .consensus), (89, .consensus), (90, .veryStrong), (99, .veryStrong),
            (100, .unanimous),
        ] as [(agree: Int, strength: Ratings.Strength?)])
    func strength(agree: Int, strength: Ratings.Strength?) throws {
        #expect(try Self.ratings(agree, 100 - agree, 0).strength == strength)
    }

    @Test(
        "agrees by its quartiles around a median in 7-9",
        arguments: [
            ([7, 7, 8, 8, 8], true), ([4, 4, 5, 5, 5], false), ([6, 7, 8, 9, 9], false), ([7], true),
        ])
    func quartiles(values: [Int], expected: Bool) throws {
        #expect(try panel(values).isConsensusByQuartiles == expected)
    }

    @Test("without any rating says nothing")
    func empty() throws {
        let ratings = try panel([])
        #expect(ratings.delphi7015() == nil)
        #expect(ratings.strength == nil)
        #expect([ratings.agree(atLeast: 75), ratings.isConsensusByQuartiles] == [nil, nil])
        #expect(Stability(from: ratings, to: ratings) == nil)
    }

    static func ratings(_ agree: Int, _ middle: Int, _ against: Int) throws -> Ratings {
        let parts = [(8, agree), (5, middle), (2, against)]
        return try panel(parts.flatMap { Array(repeating: $0.0, count: $0.1) })
    }
}

@Suite("Stability between rounds")
struct StabilityTests {
    @Test("follows the published histograms")
    func published() throws {
        let stability = try Self.stability([0, 0, 1, 0, 2, 2, 4, 2, 1], [0, 0, 1, 0, 1, 1, 4, 3, 2])
        #expect(close(stability.changed, 1 / 6))
        #expect(!stability.isStable)
    }

    @Test("asks for fewer than fifteen in a hundred", arguments: [(3, false), (2, true), (0, true)])
    func limit(moved: Int, isStable: Bool) throws {
        let stability = try Self.stability([20, 0, 0, 0, 0, 0, 0, 0, 0], [20 - moved, moved, 0, 0, 0, 0, 0, 0, 0])
        #expect(close(stability.changed, Double(moved) / 20))
        #expect(stability.isStable == isStable)
    }

    @Test("compares shares when someone dropped out")
    func dropOut() throws {
        let stability = try Self.stability([0, 0, 0, 0, 0, 0, 4, 4, 0], [0, 0, 0, 0, 0, 0, 2, 2, 0])
        #expect(stability == Stability(from: try panel([7, 8]), to: try panel([8, 7])))
    }

    static func stability(_ first: [Int], _ second: [Int]) throws -> Stability {
        let rounds = try [first, second].map { histogram in
            try panel(zip(1..., histogram).flatMap { Array(repeating: $0.0, count: $0.1) })
        }
        return try #require(Stability(from: rounds[0], to: rounds[1]))
    }
}

@Suite("Opinions for and against")
struct OpinionTests {
    @Test("give the threshold of majorities")
    func apmo() {
        let items = [(8, 1), (3, 6), (5, 4)].map { Opinions(agree: $0.0, disagree: $0.1, of: 10) }
        #expect(close(Opinions.majorityThreshold(items), 14 / 30))
        #expect(Opinions.majorityThreshold([]) == nil)
    }

    @Test(
        "keep a statement with more than half for and fewer than a fifth against",
        arguments: [
            (agree: 6, disagree: 1, of: 10, isKept: true), (5, 0, 10, false), (6, 2, 10, false), (0, 0, 0, false),
        ])
    func grade(agree: Int, disagree: Int, all: Int, isKept: Bool) {
        #expect(Opinions(agree: agree, disagree: disagree, of: all).isKept == isKept)
    }
}

@Suite("Agreement on a ranking")
struct RankAgreementTests {
    @Test(
        "is Kendall's W",
        arguments: [
            (rows: [[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4]], w: 7 / 9, s: 35),
            ([[1, 2, 3], [1, 2, 3]], 1, 8), ([[1, 2, 3], [3, 2, 1]], 0, 0), ([[1, 1, 1], [2, 2, 2]], nil, 0),
            ([], nil, 0), ([[1], [1]], nil, 0), ([[1, 2, 2, 4], [1, 2.5, 2.5, 4]], 1, 18),
            ([[1, 1, 2], [1, 2, 2]], 0.75, 4.5),
        ] as [(rows: [[Double]], w: Double?, s: Double)])
    func kendall(rows: [[Double]], w: Double?, s: Double) throws {
        let agreement = try #require(RankAgreement(rows))
        #expect(close(agreement.w, w))
        #expect(close(agreement.s, s))
    }

    @Test("needs a rank of each thing from each person")
    func ragged() {
        #expect(RankAgreement([[1, 2], [1]]) == nil)
    }
}
