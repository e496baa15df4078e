import Persistence
import Testing

@testable import Ruche

extension TestRuche {
    /// A community that has lived for a year, with a meeting ahead: nothing is due by itself.
    static func settled(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .nadia) { act in
            let year = Duration.days(365).milliseconds
            try act.execute("update member set joined_at = joined_at - \(year)")
            try act.execute("delete from welcome")
            var meeting = MeetingDraft()
            (meeting.title, meeting.date, meeting.time) = ("Rencontre", "2027-10-05", "14:00")
            _ = try act.meetings.schedule(meeting)
        }
        return ruche
    }

    /// The day as somebody who facilitates opens it; its places are given.
    func desk(as somebody: Cast = .nadia) async throws -> Desk {
        let desk = try await view(as: somebody) { try $0.desk.today() }
        if desk.isUnsettled { try await act(as: somebody) { try $0.desk.settle() } }
        return try await view(as: somebody) { try $0.desk.today() }
    }

    func kinds(as somebody: Cast = .nadia) async throws -> [Gesture.Kind] {
        try await desk(as: somebody).gestures.map(\.kind)
    }

    /// Claire facilitates too.
    func withTwoFacilitators() async throws -> TestRuche {
        let claire = try member(.claire)
        try await act(as: .nadia) { try $0.members.change(claire, to: .facilitator) }
        return facilitating(.claire)
    }
}
