import Persistence

/// A browser in which somebody is signed in.
package struct Session: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Session>

    package let id: ID
    /// What the browser says it is, in words: "Firefox sur Windows".
    package let device: String
    package let isOwnDevice: Bool
    package let startedAt: Instant
    package let lastUsedAt: Instant

    /// `select id, device, is_own_device, started_at, last_used_at from session`
    package init(_ row: borrowing Row) throws {
        (id, device, isOwnDevice) = (try row[0], try row[1], try row[2])
        (startedAt, lastUsedAt) = (try row[3], try row[4])
    }

    /// How long a session lasts (FEATURES AC8): a shared workstation is assumed, 12 hours and 60 minutes without use;
    /// on one's own device 90 days, counted from the last use.
    static func end(isOwnDevice: Bool, startedAt: Instant, lastUsedAt: Instant) -> Instant {
        isOwnDevice ? lastUsedAt + .days(90) : min(startedAt + .hours(12), lastUsedAt + .hours(1))
    }

    /// The last use is written at most this often, so that reading a page seldom writes.
    static let useIsNotedEvery = Duration.minutes(5)
}

/// Who a request comes from, as its session says.
package struct Visitor: Sendable, Equatable {
    package let person: Person
    package let session: Session.ID
    package let actor: Actor
    /// What the person is in the community of the address, if anything.
    package let member: MemberCard?
    package let community: CommunityCard?
    package let communities: Int
    let usedAt: Instant
    /// The clock that the person wants everywhere; nil for that of each community.
    package let zone: String?
    /// Whether single keys do something on pages.
    package let usesShortcuts: Bool

    package func needsToBeNoted(at now: Instant) -> Bool { now - usedAt >= Session.useIsNotedEvery }
}
