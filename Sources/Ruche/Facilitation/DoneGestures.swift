import Persistence

/// What was done from the desk: by whom, when, with the free note that a facilitator may add. Whom a note concerns reads
/// it too.
package struct DoneGesture: Sendable, Equatable {
    package typealias ID = Identifier<DoneGesture>

    package let id: ID
    /// A gesture, or what was written from elsewhere on the desk.
    package let what: What
    /// The exchange that it was about, if members still see it.
    package let exchange: LinkedObject?
    /// Whom it was about, unless they signed without their name.
    package let about: Author?
    package let who: String?
    package let at: Instant
    package let isLetter: Bool
    package let note: String
    /// Whether the reader did it: the note of a gesture is theirs alone.
    package let isOwn: Bool

    package enum What: Sendable, Equatable {
        case gesture(Gesture.Kind)
        case message(MessageKind)

        init?(_ text: String) {
            if let kind = Gesture.Kind(rawValue: text) {
                self = .gesture(kind)
            } else if let kind = MessageKind(rawValue: text) {
                self = .message(kind)
            } else {
                return nil
            }
        }
    }
}

extension DeskQueries {
    package static let pageOfJournal = 40

    /// The journal of facilitation, the last first: for those who facilitate, and handed over with the desk.
    package func journal(before last: DoneGesture.ID? = nil) throws -> [DoneGesture] {
        let earlier: SQL =
            last.map { "and (d.done_at, d.id) < (select done_at, id from gesture_done where id = \($0))" } ?? ""
        // Of the silence of those whom the reader manages at work, nothing.
        let kinds = [MessageKind.news.rawValue, MessageKind.takeUp.rawValue, Gesture.Kind.firstExchange.rawValue]
        return try lines(
            """
            d.community_id = \(try view.community) \(earlier)
            and not (d.kind in \(list: kinds) and exists (
              select 1 from hierarchy h where h.member_id = d.about_id and h.manager_id = \(try view.member)))
            """, limit: Self.pageOfJournal)
    }

    /// What facilitators noted of the reader.
    package func notesAboutMe() throws -> [DoneGesture] {
        try lines("d.about_id = \(try view.member) and d.note <> ''", limit: Self.pageOfJournal)
    }

    private func lines(_ condition: SQL, limit: Int) throws -> [DoneGesture] {
        try view.transaction.all(
            """
            select d.id, d.kind, q.id, q.title, \(Author.columns), w.name, d.done_at, d.is_letter, d.note, d.is_nameless,
              d.done_by
            from gesture_done d left join member m on m.id = d.about_id left join member w on w.id = d.done_by
            left join question q on q.id = d.question_id and q.deleted_at is null
            where \(condition) order by d.done_at desc, d.id desc limit \(limit)
            """
        ) { row -> DoneGesture? in
            guard let what = DoneGesture.What(try row[1]) else { return nil }
            let isNamed = try (row[4] as Member.ID?) != nil && row[12] as Int == 0
            return DoneGesture(
                id: try row[0], what: what, exchange: LinkedObject(id: try row[2], title: try row[3]),
                about: isNamed ? try Author(row, from: 4) : nil, who: try row[8], at: try row[9],
                isLetter: try row[10], note: try row[11], isOwn: try row[13] == view.actor.member)
        }.compactMap { $0 }
    }
}

extension DeskActs {
    /// Adds a note to something that one did, or changes it. Whom it concerns reads it on their page, with the name of
    /// who did it: nobody writes in the name of another.
    package func note(_ id: DoneGesture.ID, _ words: String) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let words = try words.line(limit: 500, field: "note") ?? ""
        try act.guardPatients(in: [words], isConfirmed: false)
        let (community, member) = (try act.community, try act.member)
        let changed = try act.execute(
            """
            update gesture_done set note = \(words)
            where id = \(id) and community_id = \(community) and done_by = \(member)
            """)
        guard changed == 1 else {
            throw Refusal("Une note est de qui a fait le geste : notez les vôtres.", field: "note", kind: .notAllowed)
        }
        try act.record(.notedGesture, .community(try act.community))
    }
}
