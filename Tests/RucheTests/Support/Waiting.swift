import Calendaring
import Persistence

@testable import Ruche

extension TestRuche {
    /// Lets working time pass, half a day at a time; what falls due is done.
    func pass(workingDays: Int) async throws {
        let hours = WorkingHours(zone: .paris)
        try await deliver()
        for _ in 0..<workingDays * 2 {
            clock.set(
                to: Instant(milliseconds: hours.deadline(from: clock.now.milliseconds, workingDays: 0.5)))
            try await deliver()
        }
    }

    /// Somebody writes on their card what they can help on.
    func says(_ somebody: Cast, canHelpOn subjects: String) async throws {
        try await act(as: somebody) { act in
            var card = MemberDraft(try act.view.members.profile(act.member))
            card.canHelpOn = subjects
            try act.members.change(card)
        }
    }
}

extension Secret {
    /// A new one, for a link that a test follows.
    static var invented: Secret {
        var random = SystemRandomNumberGenerator()
        return Secret(&random)
    }
}

extension Instant {
    /// What clocks show in Paris.
    static func paris(_ year: Int, _ month: Int, _ day: Int, _ hour: Int) -> Instant {
        guard let date = CivilDate(year, month, day), let time = CivilTime(hour, 0) else {
            preconditionFailure("no such day or hour")
        }
        return Instant(milliseconds: Zone.paris.instant(of: date, at: time))
    }
}
