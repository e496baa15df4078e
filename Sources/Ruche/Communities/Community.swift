import Persistence

/// A community of practice: peers of one field, in the long run.
package struct Community: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Community>

    package let id: ID
    package let slug: String
    package let name: String
    /// In one sentence: what its members share.
    package let domain: String
    /// The zone of its clock, an IANA name.
    package let zone: String
    /// Holidays differ overseas and in Alsace-Moselle (DOMAIN §6.3).
    package let territory: String
    package let createdAt: Instant
    /// Nil while a past life was imported and nobody has opened it yet: only its facilitators see it.
    package let openedAt: Instant?
    package let launchedAt: Instant?
    package let promise: Promise
    /// The farewell was said: what is there is read, nothing is added.
    package let closedAt: Instant?
    package let ownDays: OwnDays

    /// `select \(columns) from community`
    package init(_ row: borrowing Row) throws {
        (id, slug, name, domain) = (try row[0], try row[1], try row[2], try row[3])
        (zone, territory) = (try row[4], try row[5])
        (createdAt, openedAt, launchedAt) = (try row[6], try row[7], try row[8])
        promise = Promise(unit: try row[9], amount: try row[10])
        closedAt = try row[11]
        ownDays = OwnDays(kept: try row[12])
    }

    static let columns: SQL = """
        id, slug, name, domain, zone, territory, created_at, opened_at, launched_at, promise_unit, promise_amount,
        closed_at, own_days
        """
}

extension Community {
    /// - Throws: a refusal once the farewell was said.
    package func mustBeOpen() throws(Refusal) {
        if closedAt != nil { throw Self.isClosed }
    }

    package static let isClosed = Refusal("Cette communauté est close : on y lit, on n’y écrit plus.", kind: .conflict)
}

/// How soon a question gets its first human reply (DOMAIN §6.3): in working days of ten working hours, or in elapsed
/// hours. The label always says which.
package struct Promise: Sendable, Equatable {
    package enum Unit: String, Bindable, Sendable { case workingDays = "working days", hours }
    package let unit: Unit
    package let amount: Int

    package init(unit: Unit, amount: Int) { (self.unit, self.amount) = (unit, amount) }
    package static let standard = Promise(unit: .workingDays, amount: 2)
}

/// What every page says of the community.
package struct CommunityCard: Sendable, Equatable {
    package let id: Community.ID
    package let slug: String
    package let name: String
    package let zone: String
    package let isOpen: Bool
    package let isLaunched: Bool
    package let members: Int
    package let openQuestions: Int
    package let closedAt: Instant?

    static let columns: SQL = """
        c.id, c.slug, c.name, c.zone, c.opened_at, c.launched_at, c.member_count, c.open_question_count, c.closed_at
        """
    static let width = 9

    /// From `columns`, the first of which is at `start`.
    init(_ row: borrowing Row, from start: Int) throws {
        (id, slug, name, zone) = (try row[start], try row[start + 1], try row[start + 2], try row[start + 3])
        isOpen = try (row[start + 4] as Instant?) != nil
        isLaunched = try (row[start + 5] as Instant?) != nil
        (members, openQuestions) = (try row[start + 6], try row[start + 7])
        closedAt = try row[start + 8]
    }

    /// A closed community is read for a year by those who were there (DOMAIN §4.1); then its facilitators keep it.
    package func isReadable(by role: Role, at now: Instant) -> Bool {
        closedAt.map { now - $0 < Closing.readingTime || role == .facilitator } ?? true
    }
}

/// A name in addresses: lower-case letters without accents, digits and dashes, 3 to 40.
package struct Slug: Sendable, Equatable {
    package let text: String

    package init(typed text: String) throws(Refusal) {
        let isWellFormed = text.utf8.allSatisfy {
            ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
        }
        guard isWellFormed, (3...40).contains(text.utf8.count), text.first != "-", text.last != "-" else {
            throw Refusal("L’adresse se compose de 3 à 40 lettres sans accent, chiffres ou tirets.", field: "adresse")
        }
        self.text = text
    }

    /// What the name of a community gives: "Douleur & nuit" → "douleur-nuit".
    package static func proposed(for name: String) -> String {
        let words = fold(name).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        var slug = ""
        for word in words where slug.count + word.count < 40 { slug += (slug.isEmpty ? "" : "-") + word }
        return slug.count < 3 ? "communaute" : slug
    }
}
