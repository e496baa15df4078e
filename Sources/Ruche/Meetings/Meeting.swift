import Calendaring
import Persistence

/// A dated meeting: a day and an hour on the community's clock, which a change of law may move but a member may rely on.
package struct Meeting: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Meeting>

    package let id: ID
    package let title: String
    package let zone: String
    /// "2026-12-08T14:00", on the clock of `zone`.
    package let wallTime: String
    package let startsAt: Instant
    package let minutes: Int
    package let mode: Mode
    package let place: String
    package let link: String
    package let agenda: String
    package let cancelledAt: Instant?
    package let reason: String?
    package let version: Int
    /// Fixed by the rules of the community, not by hand.
    package let isFromCalendar: Bool

    package enum Mode: String, Bindable, Sendable, CaseIterable { case onSite = "on site", remote, hybrid }

    static let columns: SQL = """
        t.id, t.title, t.zone, t.wall_time, t.starts_at, t.minutes, t.mode, t.place, t.link, t.agenda, t.cancelled_at,
        t.reason, t.version, t.is_from_calendar
        """

    package init(_ row: borrowing Row) throws {
        (id, title, zone, wallTime) = (try row[0], try row[1], try row[2], try row[3])
        (startsAt, minutes, mode, place) = (try row[4], try row[5], try row[6], try row[7])
        (link, agenda, cancelledAt, reason) = (try row[8], try row[9], try row[10], try row[11])
        (version, isFromCalendar) = (try row[12], try row[13])
    }

    /// On the clock of its zone.
    package var day: CivilDate? { CivilDate(String(wallTime.prefix(10))) }
    package var endsAt: Instant { startsAt + .minutes(minutes) }
}

package struct MeetingDraft: Sendable, Equatable {
    package var title = ""
    /// "2026-12-08" and "14:00", as browsers write them.
    package var date = ""
    package var time = ""
    package var minutes = 90
    package var mode = Meeting.Mode.hybrid
    package var place = ""
    package var link = ""
    package var agenda = ""
    package var isFromCalendar = false

    package init() {}

    package init(_ meeting: Meeting) {
        (title, place, link, agenda) = (meeting.title, meeting.place, meeting.link, meeting.agenda)
        (minutes, mode) = (meeting.minutes, meeting.mode)
        let halves = meeting.wallTime.split(separator: "T")
        date = halves.first.map(String.init) ?? ""
        time = halves.last.map(String.init) ?? ""
    }
}
