import Measures
import Testing

@Suite("Waiting times")
struct KaplanMeierTests {
    /// Replies after 1 to 30 hours, and two questions still open (DOMAIN §10.5).
    static let published =
        [1, 3, 5, 8, 20, 30].map { Wait(hours: $0, isOver: true) }
        + [10, 72].map { Wait(hours: $0, isOver: false) }

    @Test("follow the published example")
    func published() {
        let times = KaplanMeier(Self.published)
        let expected: [(Double, Double)] = [(1, 7 / 8), (3, 3 / 4), (5, 5 / 8), (8, 1 / 2), (20, 1 / 3), (30, 1 / 6)]
        #expect(times.steps.map(\.hours) == expected.map(\.0))
        #expect(zip(times.steps, expected).allSatisfy { close($0.waiting, $1.1) })
        #expect([times.n, times.answered] == [8, 6])
        #expect(times.median == 8)
        #expect(times.p90 == nil)
        #expect(close(times.share(within: 24), 2 / 3))
    }

    @Test("without anything to count are unknown")
    func empty() {
        let times = KaplanMeier([])
        #expect(times.steps == [])
        #expect([times.median, times.p90, times.share(within: 24)] == [nil, nil, nil])
    }

    @Test("that all go on reach no median")
    func censored() {
        let times = KaplanMeier([1, 2, 3].map { Wait(hours: $0, isOver: false) })
        #expect([times.median, times.p90, times.share(within: 24)] == [nil, nil, 0])
    }

    @Test("of a single wait are that wait")
    func single() {
        let times = KaplanMeier([Wait(hours: 4, isOver: true)])
        #expect([times.median, times.p90] == [4, 4])
        #expect([times.share(within: 3.9), times.share(within: 4)] == [0, 1])
    }

    @Test("count one still open at the time of an answer as at risk then")
    func tie() {
        let times = KaplanMeier([Wait(hours: 2, isOver: false), Wait(hours: 2, isOver: true)])
        #expect(times.steps == [.init(hours: 2, waiting: 0.5)])
        #expect(times.median == 2)
    }

    @Test("below zero, as clocks that disagree give, count as zero")
    func negative() {
        #expect(Wait(hours: -3, isOver: true) == Wait(hours: 0, isOver: true))
    }

    @Test("reach nine tenths exactly, whatever the roundings on the way", arguments: [10, 30, 100, 970, 1000])
    func exactness(n: Int) {
        let times = KaplanMeier((1...n).map { Wait(hours: Double($0), isOver: true) })
        #expect(times.median == Double((n + 1) / 2))
        #expect(times.p90 == Double((9 * n + 9) / 10))
    }

    @Test("do not depend on the order of arrival", arguments: UInt64(1)...20)
    func order(seed: UInt64) {
        var chance = Seeded(seed: seed)
        let waits = (0..<Int.random(in: 1...40, using: &chance)).map { _ in
            Wait(hours: Double(Int.random(in: 0...50, using: &chance)), isOver: .random(using: &chance))
        }
        #expect(KaplanMeier(waits.shuffled(using: &chance)) == KaplanMeier(waits))
    }

    @Test("that are all over, odd in number, have the plain median", arguments: UInt64(1)...20)
    func plainMedian(seed: UInt64) {
        var chance = Seeded(seed: seed)
        let hours = (0...(2 * Int.random(in: 0...30, using: &chance))).map { _ in
            Double(Int.random(in: 0...60, using: &chance))
        }
        #expect(KaplanMeier(hours.map { Wait(hours: $0, isOver: true) }).median == hours.median)
    }
}
