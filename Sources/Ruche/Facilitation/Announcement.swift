import Calendaring
import Persistence

/// What the facilitators tell everybody, shown until a day (DOMAIN §5.1). It informs: neither a contribution nor an act,
/// and too many of them make a community a network of diffusion (N2, N3).
package struct Announcement: Sendable, Equatable {
    package typealias ID = Identifier<Announcement>

    package let id: ID
    package let title: String
    package let body: String
    package let html: String
    package let author: Author
    package let sentAt: Instant
    /// The first instant at which it is shown no more.
    package let shownUntil: Instant
    package let version: Int
    package let editedAt: Instant?
    package let withdrawnAt: Instant?
    /// Since when it is being read again; it is then withdrawn too.
    package let hiddenAt: Instant?
    /// The discussion that the first reply opened, while it is there.
    package let discussion: LinkedObject?

    package func isShown(at now: Instant) -> Bool { withdrawnAt == nil && now < shownUntil }

    /// The last day on which it is shown, on the community's calendar.
    package func lastDay(in zone: Zone) -> CivilDate { zone.date(at: shownUntil.milliseconds - 1) }

    static let columns: SQL = """
        a.id, a.title, a.body, a.html, \(Author.columns), a.sent_at, a.shown_until, a.version, a.edited_at,
        a.withdrawn_at, a.hidden_at, q.id, q.title
        """

    static let joined: SQL = """
        announcement a join member m on m.id = a.author_id
        left join question q on q.id = a.question_id and q.deleted_at is null
        """
}

extension Announcement: RowDecodable {
    package init(_ row: borrowing Row) throws {
        (id, title, body, html) = (try row[0], try row[1], try row[2], try row[3])
        author = try Author(row, from: 4)
        (sentAt, shownUntil, version) = (try row[8], try row[9], try row[10])
        (editedAt, withdrawnAt, hiddenAt) = (try row[11], try row[12], try row[13])
        discussion = LinkedObject(id: try row[14], title: try row[15])
    }
}

/// An announcement while it is written, as typed.
package struct AnnouncementDraft: RuledDraft, Sendable, Equatable {
    package var title = ""
    package var body = ""
    /// The last day on which it is shown: "2026-12-08".
    package var until = ""
    /// The writer has read what the guard found, and says that it is not a patient.
    package var isConfirmed = false

    package init() {}

    package static let titleLimit = 140
    package static let bodyLimit = 2_000
    /// Shown so long unless its writer says otherwise, and at most.
    package static let (usualDays, mostDays) = (14, 92)

    package static var written: [WritableKeyPath<AnnouncementDraft, String>] { [\.title, \.body] }
    package static var fields: [String] { ["titre", "texte"] }
}

/// What the page to write one says before it is published (DOMAIN §9, N3).
package struct AnnouncementWeight: Sendable, Equatable {
    /// Announcements of the last thirteen weeks, this one included.
    package let rank: Int
    /// Announcements ÷ (announcements + contributions of those who do not facilitate), with this one.
    package let share: Double
    /// When the next one may leave, if it is not now.
    package let allowedFrom: Instant?
}

/// One announcement a week, for the whole community (DOMAIN §3).
extension Announcement {
    package static let interval = Duration.days(7)
    /// Its author's or another facilitator's time to take a withdrawal back.
    package static let undoTime = Duration.days(1)
}
