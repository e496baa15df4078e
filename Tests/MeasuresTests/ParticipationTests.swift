import Measures
import Testing

@Suite("Participation")
struct ParticipationTests {
    /// A member with one act in each of the first `weeks`.
    static func member(
        weeks: Int = 0, contributions: Int = 0, isPaused: Bool = false, hasSignedIn: Bool = false,
        receivesMail: Bool = false
    ) -> Participation {
        Participation(
            weeklyActs: (0..<13).map { $0 < weeks ? 1 : 0 }, contributions: contributions, isPaused: isPaused,
            hasSignedIn: hasSignedIn, receivesMail: receivesMail
        )
    }

    @Test(
        "places each member in one band",
        arguments: [
            (member(weeks: 7, contributions: 3), Band.coreGroup), (member(weeks: 6, contributions: 9), .active),
            (member(weeks: 13, contributions: 2), .active), (member(weeks: 1, contributions: 2), .active),
            (member(weeks: 13, contributions: 1), .occasional), (member(weeks: 1), .occasional),
            (member(hasSignedIn: true), .peripheral), (member(receivesMail: true), .peripheral), (member(), .asleep),
            (member(weeks: 13, contributions: 20, isPaused: true), .paused), (member(isPaused: true), .paused),
        ])
    func bands(member: Participation, band: Band) {
        #expect(member.band == band)
    }

    @Test("of a community sums up its members")
    func vitality() {
        let vitality = Vitality([
            Self.member(weeks: 7, contributions: 5), Self.member(weeks: 2, contributions: 1), Self.member(weeks: 1),
            Self.member(receivesMail: true), Self.member(weeks: 3, contributions: 2, isPaused: true),
        ])
        #expect(vitality.active == Proportion(4, of: 5))
        #expect(vitality.contributing == Proportion(3, of: 5))
        #expect(close(vitality.regularity, 2.5 / 13))
        #expect(vitality.concentration == Concentration([5, 1, 0, 0, 2]))
        #expect(
            vitality.bands == [
                .coreGroup: 1, .active: 0, .occasional: 2, .peripheral: 1, .asleep: 0, .paused: 1,
            ])
    }

    @Test("of nobody is unknown")
    func nobody() {
        let vitality = Vitality([])
        #expect([vitality.active.share, vitality.regularity, vitality.concentration.gini] == [nil, nil, nil])
        #expect(vitality.bands.values.allSatisfy { $0 == 0 })
    }

    @Test("does not depend on the order of members", arguments: UInt64(1)...20)
    func order(seed: UInt64) {
        var chance = Seeded(seed: seed)
        let members = Self.community(&chance)
        #expect(Vitality(members.shuffled(using: &chance)) == Vitality(members))
    }

    @Test("falls, and its concentration rises, with a member who does nothing", arguments: UInt64(1)...20)
    func silentMember(seed: UInt64) throws {
        var chance = Seeded(seed: seed)
        let members = Self.community(&chance) + [Self.member(weeks: 1, contributions: 1)]
        let (before, after) = (Vitality(members), Vitality(members + [Self.member()]))
        #expect(try #require(after.active.share) < #require(before.active.share))
        #expect(try #require(after.concentration.gini) > #require(before.concentration.gini))
    }

    static func community(_ chance: inout Seeded) -> [Participation] {
        (0..<Int.random(in: 0...30, using: &chance)).map { _ in
            let weeks = Int.random(in: 0...13, using: &chance)
            return member(
                weeks: weeks, contributions: weeks == 0 ? 0 : .random(in: 0...12, using: &chance),
                isPaused: .random(using: &chance), hasSignedIn: .random(using: &chance)
            )
        }
    }
}
