import Persistence
import Testing

@testable import Ruche

@Suite("The day of a desk")
struct DeskDayTests {
    private func gesture(_ kind: Gesture.Kind, _ object: String, days: Int) -> Gesture {
        Gesture(kind, [object], since: StillClock.monday - .days(days), .readRequest(name: ""))
    }

    private func objects(_ day: DeskDay) -> [String] { day.slots.map(\.object) }

    @Test("takes three at most: G10, then G1, then the most overdue")
    func order() {
        let candidates = [
            gesture(.askIfHelped, "question/1", days: 40), gesture(.thank, "reply/1", days: 3),
            gesture(.findSomebody, "question/2", days: 1), gesture(.fixMeeting, "community/1", days: 90),
            gesture(.readAgain, "rereading/1", days: 0),
        ]
        let change = DeskDay().choosing(among: candidates, isWorkingDay: true)
        #expect(change.added.map(\.object) == ["rereading/1", "question/2", "community/1"])
    }

    @Test(
        "keeps its places: what was done or put off makes no fourth appear",
        arguments: [DeskDay.Slot.State.done, .postponed])
    func places(_ state: DeskDay.Slot.State) {
        let day = DeskDay(slots: [
            .init(1, .thank, "reply/1", state), .init(2, .askIfHelped, "question/1", state),
            .init(3, .thank, "reply/2"),
        ])
        let candidates = [gesture(.thank, "reply/2", days: 1), gesture(.findSomebody, "question/9", days: 9)]
        #expect(day.choosing(among: candidates, isWorkingDay: true).isEmpty)
    }

    @Test("fills a free place when something comes due later")
    func later() {
        let day = DeskDay(slots: [.init(1, .thank, "reply/1", .done)])
        let change = day.choosing(among: [gesture(.findSomebody, "question/9", days: 0)], isWorkingDay: true)
        #expect(change.added == [.init(2, .findSomebody, "question/9")])
    }

    @Test("gives a place to what may concern a patient, never to a fourth")
    func patient() {
        let day = DeskDay(slots: [
            .init(1, .findSomebody, "question/1"), .init(2, .thank, "reply/1"), .init(3, .thank, "reply/2", .done),
        ])
        let flag = gesture(.readAgain, "rereading/1", days: 0)
        let due = [gesture(.findSomebody, "question/1", days: 3), gesture(.thank, "reply/1", days: 1)]
        let change = day.choosing(among: due + [flag], isWorkingDay: true)
        #expect(change.removed == [2] && change.added == [.init(2, .readAgain, "rereading/1")])
        #expect(day.applying(change).slots.count == 3)
        let full = DeskDay(slots: (1...3).map { .init($0, .thank, "reply/\($0)", .done) })
        #expect(full.choosing(among: [flag], isWorkingDay: true).isEmpty)
    }

    @Test("gives the place of what was settled elsewhere to what still waits, on working days")
    func settledElsewhere() {
        let day = DeskDay(slots: [
            .init(1, .findSomebody, "question/1"), .init(2, .thank, "reply/1"), .init(3, .thank, "reply/2", .done),
        ])
        let due = [gesture(.thank, "reply/1", days: 1), gesture(.askIfHelped, "question/4", days: 2)]
        let change = day.choosing(among: due, isWorkingDay: true)
        #expect(change.removed == [1] && change.added == [.init(1, .askIfHelped, "question/4")])
        #expect(day.choosing(among: due, isWorkingDay: false).isEmpty)
    }

    @Test("keeps the place of a first exchange that its manager is not shown")
    func shownToOthers() {
        let day = DeskDay(slots: [.init(1, .firstExchange, "member/4")])
        #expect(day.choosing(among: [], isWorkingDay: true).isEmpty)
    }

    private func patient(_ object: String, days: Int = 0) -> Gesture {
        Gesture(
            .readAgain, [object], since: StillClock.monday - .days(days),
            .readAgain(.init(1), [.patient], isHidden: true))
    }

    @Test("puts what may concern a patient before an older flag of another kind")
    func patientFirst() {
        let candidates = [gesture(.readAgain, "rereading/1", days: 2), patient("rereading/2")]
        #expect(candidates.sorted(by: Gesture.isBefore).map(\.object) == ["rereading/2", "rereading/1"])
    }

    @Test("gives a patient's flag the place of what is due no more, then of a flag of another kind")
    func stalePlaces() {
        let others = (1...3).map { gesture(.readAgain, "rereading/\($0)", days: 1) }
        let day = DeskDay(slots: (1...3).map { .init($0, .readAgain, "rereading/\($0)") })
        let change = day.choosing(among: others + [patient("rereading/9")], isWorkingDay: true)
        #expect(change.removed == [3] && change.added == [.init(3, .readAgain, "rereading/9")])
        let oneLess = [others[0], others[2], patient("rereading/9")]
        #expect(day.choosing(among: oneLess, isWorkingDay: true).removed == [2])
        #expect(day.choosing(among: others + [gesture(.readAgain, "rereading/9", days: 0)], isWorkingDay: true).isEmpty)
    }

    @Test("has nothing but G10 on a day of rest")
    func rest() {
        let candidates = [gesture(.findSomebody, "question/1", days: 3), gesture(.readAgain, "rereading/1", days: 0)]
        #expect(DeskDay().choosing(among: candidates, isWorkingDay: false).added.map(\.kind) == [.readAgain])
    }

    @Test("knows a gesture of several by those who are left")
    func several() {
        let slot = DeskDay.Slot(1, .welcome, "member/5 member/9")
        #expect(slot.holds(gesture(.welcome, "member/9", days: 1)))
        #expect(
            !slot.holds(gesture(.welcome, "member/59", days: 1))
                && !slot.holds(gesture(.firstExchange, "member/9", days: 1)))
    }

    @Test(
        "puts off for two working days, then a week, then for good",
        arguments: [
            (times: 1, from: Instant.paris(2026, 11, 6, 17), until: Instant.paris(2026, 11, 10, 0)),
            (times: 1, from: .paris(2026, 11, 10, 9), until: .paris(2026, 11, 13, 0)),  // 11 November is a holiday
            (times: 2, from: .paris(2026, 11, 6, 17), until: .paris(2026, 11, 13, 0)),
            (times: 3, from: .paris(2026, 11, 6, 17), until: nil),
        ] as [(times: Int, from: Instant, until: Instant?)])
    func postponing(times: Int, from: Instant, until: Instant?) {
        let clock = PromiseClock(.standard, hours: .of(.paris, territory: .metropole))
        #expect(Postponement.end(times, from: from, on: clock) == until)
    }
}
