import Foundation
import Persistence

extension Act {
    /// Appends the act to the journal, in its own transaction. Every act does it once.
    /// - Parameters:
    ///   - within: what the object belongs to (the question of a reply).
    ///   - details: small facts that a reader of the journal needs; never the text of a post.
    package func record(
        _ verb: Verb, _ object: Subject, within: Subject? = nil, _ details: [String: String] = [:]
    ) throws {
        let json = details.isEmpty ? nil : try Self.json(details)
        try execute(
            """
            insert into journal (at, community_id, person_id, member_id, channel, verb, object, within, details)
            values (\(now), \(actor.community), \(actor.person), \(actor.member), \(channel), \(verb), \(object),
                \(within), \(json))
            """)
        if let member = actor.member, let first = FirstAct(verb) { try note(first, by: member) }
    }

    private static func json(_ details: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(details), as: UTF8.self)
    }
}

/// One line of the journal.
package struct JournalEntry: Sendable, RowDecodable, Equatable {
    package let at: Instant
    package let member: Member.ID?
    package let channel: Channel
    package let verb: Verb
    package let object: Subject
    package let within: Subject?

    /// `select at, member_id, channel, verb, object, within from journal …`
    package init(_ row: borrowing Row) throws {
        (at, member, channel) = (try row[0], try row[1], try row[2])
        (verb, object, within) = (try row[3], try row[4], try row[5])
    }
}

enum JournalSchema {
    static let migrations = [
        Migration(
            "journal",
            """
            create table journal (
              id           \(.id),
              at           \(.instant) not null,
              community_id \(.integer) references community (id) on delete cascade,
              person_id    \(.integer) references person (id) on delete set null,
              member_id    \(.integer) references member (id) on delete cascade,
              channel      text not null,
              verb         text not null,
              object       text not null,
              within       text,
              details      text
            ) \(.strict)
            """,
            "create index journal_by_community on journal (community_id, at)",
            "create index journal_by_member on journal (member_id, at)",
            "create index journal_by_person on journal (person_id)",
            "create index journal_by_object on journal (object)"
        )
    ]
}
