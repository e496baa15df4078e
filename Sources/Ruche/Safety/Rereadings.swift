import Persistence

extension View {
    package var safety: SafetyQueries { SafetyQueries(view: self) }
}

extension Act {
    package var safety: SafetyActs { SafetyActs(act: self) }
}

package struct SafetyActs {
    let act: Act
}

package struct SafetyQueries {
    let view: View

    private static let columns: SQL = """
        f.id, f.object, f.question_id, coalesce(r.number, 0), w.talk_id, \(Author.columns(of: "p")), f.opened_at,
        case when f.reply_id is null then coalesce(q.hidden_at, a.hidden_at, w.hidden_at) else r.hidden_at end,
        f.correction_asked_at, f.corrected_at, f.decided_at, d.name, f.outcome, f.word
        """
    private static let tables: SQL = """
        rereading f left join question q on q.id = f.question_id left join reply r on r.id = f.reply_id
        left join announcement a on a.id = f.announcement_id left join private_word w on w.id = f.word_id
        join member m on m.id = coalesce(r.author_id, q.author_id, a.author_id, w.author_id)
        join (select 0 as is_nameless union all select 1) p on p.is_nameless = coalesce(r.is_nameless, q.is_nameless, 0)
        left join member d on d.id = f.decided_by
        """

    private static func rereading(_ row: borrowing Row) throws -> Rereading {
        let object = try object(row[1])
        return Rereading(
            id: try row[0], object: object, place: try place(of: object, row), author: try Author(row, from: 5),
            openedAt: try row[9], isHidden: try (row[10] as Instant?) != nil, correctionAskedAt: try row[11],
            correctedAt: try row[12], decidedAt: try row[13], decider: try row[14], outcome: try row[15],
            word: try row[16])
    }

    private static func place(of object: Flagged, _ row: borrowing Row) throws -> FlaggedPlace {
        switch object {
        case .post: .thread(try row[2], number: try row[3])
        case .announcement(let id): .announcement(id)
        case .word: .talk(try row[4])
        }
    }

    private static func object(_ subject: Subject) throws -> Flagged {
        guard let object = Flagged(subject) else {
            throw DatabaseError(.programming, "\(subject.text) is not flagged")
        }
        return object
    }

    /// The rereading `id` of this community, with its flags.
    package func find(_ id: Rereading.ID) throws -> Rereading {
        let found = try view.transaction.first(
            """
            select \(Self.columns) from \(Self.tables)
            where f.id = \(id) and f.community_id = \(try view.community)
            """, Self.rereading)
        guard var found else { throw Refusal.notFound }
        found.flags = try flags(of: [id])[id] ?? []
        return found
    }

    /// Those that wait, the oldest first: who hides and who decides is seen by the others.
    package func waiting() throws -> [Rereading] {
        let found = try view.transaction.all(
            """
            select \(Self.columns) from \(Self.tables)
            where f.community_id = \(try view.community) and f.decided_at is null order by f.opened_at, f.id
            """, Self.rereading)
        let flags = try flags(of: found.map(\.id))
        return found.map { rereading in
            var rereading = rereading
            rereading.flags = flags[rereading.id] ?? []
            return rereading
        }
    }

    /// How many were flagged for a patient's sake; those that their author is asked to correct wait for nobody else.
    func patientFlagsThatWait() throws -> Int {
        try view.transaction.value(
            """
            select count(*) from rereading f
            where f.community_id = \(try view.community) and f.decided_at is null
              and (f.correction_asked_at is null or f.corrected_at is not null)
              and exists (select 1 from flag g where g.rereading_id = f.id and g.reason = 'patient')
            """) ?? 0
    }

    private func flags(of ids: [Rereading.ID]) throws -> [Rereading.ID: [PostFlag]] {
        if ids.isEmpty { return [:] }
        var flags: [Rereading.ID: [PostFlag]] = [:]
        try view.transaction.each(
            """
            select rereading_id, reason, words, flagged_at from flag
            where rereading_id in \(list: ids) order by flagged_at, member_id
            """
        ) { row in
            flags[try row[0], default: []].append(
                PostFlag(reason: try row[1], words: try row[2], flaggedAt: try row[3]))
        }
        return flags
    }

    /// The one of a text that nobody has answered yet.
    func open(for object: Flagged) throws -> Rereading? {
        try view.transaction.value(
            "select id from rereading where object = \(object.subject) and decided_at is null", as: Rereading.ID.self
        ).map(find)
    }

    /// The posts of a thread that are shown without their text, because somebody flagged them.
    package func hidden(in question: Question.ID) throws -> [HiddenText] {
        try hidden(
            among: """
                select 'question/' || id as object from question where id = \(question) and hidden_at is not null
                union all
                select 'reply/' || id from reply where question_id = \(question) and hidden_at is not null
                """)
    }

    /// An announcement of this community that somebody flagged, and that nobody reads meanwhile, with its author.
    package func hidden(_ id: Announcement.ID) throws -> (text: HiddenText, author: Author)? {
        let objects: SQL = """
            select 'announcement/' || id as object from announcement
            where id = \(id) and community_id = \(try view.community) and hidden_at is not null
            """
        return try hidden(among: objects).first.map { ($0, try text($0.object).author) }
    }

    /// The same of words in private; who reads them takes part in their talk.
    package func hidden(among words: [PrivateWord]) throws -> [HiddenText] {
        let ids = words.filter(\.isHidden).map(\.id)
        if ids.isEmpty { return [] }
        return try hidden(
            among: "select 'private word/' || id as object from private_word where id in \(list: ids)")
    }

    private func hidden(among objects: SQL) throws -> [HiddenText] {
        try view.transaction.all(
            """
            select p.object, f.id, f.outcome, coalesce(f.word, ''), f.correction_asked_at, f.corrected_at,
              (select count(*) from flag g where g.rereading_id = f.id and g.member_id = \(view.actor.member))
            from (\(objects)) p
            left join rereading f on f.id = (select max(id) from rereading last where last.object = p.object)
            """
        ) { row in
            HiddenText(
                object: try Self.object(row[0]), rereading: try row[1], outcome: try row[2], word: try row[3],
                isCorrectionAsked: try (row[4] as Instant?) != nil, isCorrected: try (row[5] as Instant?) != nil,
                isFlaggedByReader: try (row[6] as Int?) ?? 0 > 0)
        }
    }

    /// The reader's own flag on a text, the last one, and what became of it.
    package func ownFlag(on object: Flagged) throws -> OwnFlag? {
        try view.transaction.first(
            """
            select g.reason, g.flagged_at, f.outcome, f.word, f.decided_at
            from rereading f join flag g on g.rereading_id = f.id
            where f.object = \(object.subject) and g.member_id = \(view.actor.member) order by f.id desc limit 1
            """
        ) { row in
            OwnFlag(
                reason: try row[0], flaggedAt: try row[1], outcome: try row[2], word: try row[3], decidedAt: try row[4])
        }
    }
}

/// What somebody who flagged a text may know of it.
package struct OwnFlag: Sendable, Equatable {
    package let reason: PostFlag.Reason
    package let flaggedAt: Instant
    package let outcome: Rereading.Outcome?
    package let word: String
    package let decidedAt: Instant?
}
