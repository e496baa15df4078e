import Measures
import Testing

@Suite("A consensus inspired by the HAS")
struct FormalConsensusTests {
    @Test(
        "follows the table, in its order",
        arguments: [
            (values: [7, 7, 8, 8, 8, 9, 9, 9, 9], excludable: 0, text: "appropriate/strong"),
            ([5, 7, 7, 8, 8, 8, 8, 9, 9], 0, "appropriate/relative"),
            ([5, 7, 7, 8, 8, 8, 8, 9, 9], 1, "appropriate/strong"),
            ([3, 7, 7, 8, 8, 8, 9, 9, 9], 0, "uncertain/no consensus"),
            ([3, 7, 7, 8, 8, 8, 9, 9, 9], 1, "appropriate/strong"),
            ([4, 5, 5, 5, 6, 6, 6, 7, 8], 0, "uncertain/indecision"),
            ([1, 1, 2, 2, 2, 3, 3, 3, 3], 0, "inappropriate/strong"),
            ([1, 2, 2, 3, 3, 3, 4, 4, 5], 0, "inappropriate/relative"),
            ([2, 2, 3, 3, 4, 4, 5, 5], 0, "inappropriate/relative"),
            ([5, 5, 6, 6, 7, 7, 8, 8], 0, "uncertain/indecision"),
            ([5], 0, "uncertain/indecision"), ([2, 2, 3, 4, 4, 6], 0, "uncertain/no consensus"),
        ])
    func table(values: [Int], excludable: Int, text: String) throws {
        let consensus = try #require(try FormalConsensus(panel(values), excludable: excludable))
        #expect(consensus.text == text)
    }

    @Test(
        "parts from the RAND/UCLA class on the same ratings",
        arguments: [
            ([3, 7, 7, 8, 8, 8, 9, 9, 9], Region.appropriate), ([2, 2, 3, 3, 4, 4, 5, 5], .uncertain),
            ([5, 5, 6, 6, 7, 7, 8, 8], .appropriate),
        ])
    func otherRule(values: [Int], region: Region) throws {
        #expect(try panel(values).classicClass == region)
    }

    @Test("of nobody is unknown")
    func nobody() throws {
        #expect(FormalConsensus(try panel([])) == nil)
    }
}

@Suite("A decision by consent")
struct ConsentTallyTests {
    @Test(
        "closes with one outcome",
        arguments: [
            (voices: [.agree, .agree, .agree], quorum: 3, isReworded: false, outcome: .adopted),
            ([.agree, .abstain, .abstain], 3, false, .adopted), ([.agree, .agree], 3, false, .noQuorum),
            ([.agree, .agree, .object], 3, false, .reword), ([.agree, .agree, .object], 3, true, .objected),
            ([.agree, .object, .block], 3, false, .meet), ([.block], 3, true, .meet), ([.object], 3, false, .reword),
            ([], 3, false, .noQuorum), ([], 0, false, .noQuorum), ([.agree], 0, true, .adopted),
        ] as [(voices: [ConsentVoice], quorum: Int, isReworded: Bool, outcome: ConsentTally.Outcome)])
    func outcome(voices: [ConsentVoice], quorum: Int, isReworded: Bool, outcome: ConsentTally.Outcome) {
        #expect(ConsentTally(voices).outcome(quorum: quorum, isReworded: isReworded) == outcome)
    }

    @Test("counts each kind of voice")
    func counts() {
        let tally = ConsentTally([.agree, .block, .agree, .abstain, .object, .agree])
        #expect([tally.agree, tally.abstain, tally.object, tally.block, tally.n] == [3, 1, 1, 1, 6])
    }
}
