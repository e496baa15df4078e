import Persistence

/// A text that told who a patient is, and was erased: when it was seen, hidden and erased, by whom, and the proof that
/// nothing of it is left (DOMAIN §13).
package struct Incident: Sendable, Equatable {
    package typealias ID = Identifier<Incident>

    package let id: ID
    /// Nil for a word in private.
    package let place: FlaggedPlace?
    package let detectedAt: Instant
    package let hiddenAt: Instant
    package let purgedAt: Instant
    /// Nil when the server's operator erased it.
    package let purger: String?
    /// Nil while it is looked for.
    package let proof: PurgeProof?
    package let provedAt: Instant?
}

/// What was searched after an erasing, and what was found.
package struct PurgeProof: Codable, Sendable, Equatable {
    /// Traces looked for: pieces of the text, its long words, their stems.
    package var traces = 0
    /// Bytes read in the database, its journal of writes and the files; 0 on PostgreSQL, which is searched by its tables.
    package var bytes: Int64 = 0
    /// Columns of text read, those of the search index too.
    package var columns = 0
    /// Where words of the text still stand: what others quoted, which stays theirs to change.
    package var quotes: [Quote] = []
    /// Files, with the number of traces, where bytes are left.
    package var leftovers: [Leftover] = []
    /// Copies of the database beside it, which the operator lets go.
    package var copies: [String] = []

    package init() {}

    package struct Quote: Codable, Sendable, Equatable, Hashable {
        /// "reply.body"
        package let column: String
        /// The question or the reply, where it is one.
        package let row: Int64?
        /// The thread of that post.
        package var question: Int64? = nil
    }

    package struct Leftover: Codable, Sendable, Equatable {
        package let file: String
        package let traces: Int
    }

    /// Not a byte was found.
    package var isClean: Bool { quotes.isEmpty && leftovers.isEmpty }
}

extension SafetyQueries {
    package func incident(_ id: Incident.ID) throws -> Incident {
        let found = try view.transaction.first(
            """
            select i.id, i.object, i.detected_at, i.hidden_at, i.purged_at, m.name, i.proof, i.proved_at,
              i.question_id
            from incident i left join member m on m.id = i.purged_by
            where i.id = \(id) and i.community_id = \(try view.community)
            """
        ) { row in
            Incident(
                id: try row[0], place: Self.place(of: try row[1], in: try row[8]), detectedAt: try row[2],
                hiddenAt: try row[3],
                purgedAt: try row[4], purger: try row[5],
                proof: try (row[6] as String?).map { try JSONText.decode($0) }, provedAt: try row[7])
        }
        guard let found else { throw Refusal.notFound }
        return found
    }

    private static func place(of subject: Subject, in question: Question.ID?) -> FlaggedPlace? {
        if case .announcement(let id) = subject { return .announcement(id) }
        return question.map { .thread($0, number: 0) }
    }

    /// The incidents of the community, the last first.
    package func incidents() throws -> [Incident] {
        try view.transaction.column(
            "select id from incident where community_id = \(try view.community) order by purged_at desc, id desc limit 50",
            as: Incident.ID.self
        ).map(incident)
    }
}
