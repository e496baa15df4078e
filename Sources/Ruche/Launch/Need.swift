import Persistence

/// What members lack in their practice: raised by one, voted by all, retained, and followed to its effects.
package struct Need: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Need>

    package let id: ID
    package let statement: String
    /// How many people it concerns, in words.
    package let reach: String
    /// *Situation de départ*: how things stand, before anything is done.
    package let baseline: String
    package let author: Author
    package let raisedAt: Instant
    package let owner: LinkedObject?
    package let retainedAt: Instant?
    package let setAsideAt: Instant?
    package let reason: String?
    /// How things stand now, measured again with the same instrument.
    package let remeasured: String?
    package let remeasuredAt: Instant?
    package let version: Int
    package let dots: Int
    /// Those born of it that were not given up.
    package let objectives: Int
    /// Exchanges about it, and about its objectives.
    package let questions: Int
    /// Linked objectives that were closed reached or in part: what counts as an effect today.
    package let effects: Int

    static let columns: SQL = """
        n.id, n.statement, n.reach, n.baseline, \(Author.columns), n.raised_at, n.owner_id, o.name, n.retained_at,
        n.set_aside_at, n.reason, n.remeasured, n.remeasured_at, n.version,
        (select coalesce(sum(v.dots), 0) from need_vote v where v.need_id = n.id),
        (select count(*) from objective b where b.need_id = n.id and (b.outcome is null or b.outcome <> 'dropped')),
        (select count(*) from question q where q.need_id = n.id and q.deleted_at is null)
          + (select count(*) from objective b join question q on q.objective_id = b.id
             where b.need_id = n.id and q.deleted_at is null and (q.need_id is null or q.need_id <> n.id)),
        (select count(*) from objective b where b.need_id = n.id and b.outcome in ('reached', 'partial'))
        """

    package init(_ row: borrowing Row) throws {
        (id, statement, reach, baseline) = (try row[0], try row[1], try row[2], try row[3])
        author = try Author(row, from: 4)
        raisedAt = try row[8]
        owner = LinkedObject(id: try row[9], title: try row[10])
        (retainedAt, setAsideAt, reason) = (try row[11], try row[12], try row[13])
        (remeasured, remeasuredAt, version) = (try row[14], try row[15], try row[16])
        (dots, objectives, questions, effects) = (try row[17], try row[18], try row[19], try row[20])
    }

    package enum State: Sendable, Equatable { case raised, setAside, retained, worked, covered, remeasured }

    /// *raised → retained → worked (≥ 1 exchange) → covered (≥ 1 effect) → re-measured* (DOMAIN §5.2).
    package var state: State {
        if setAsideAt != nil { return .setAside }
        guard retainedAt != nil else { return .raised }
        if remeasuredAt != nil { return .remeasured }
        if questions > 0, effects > 0 { return .covered }
        return questions > 0 ? .worked : .retained
    }

    /// The months after which it may be measured again by now: not before they have passed.
    package func measurable(at now: Instant) -> [Int] {
        setAsideAt != nil
            ? [] : Self.measures.filter { months in remeasureDue(after: months).map { $0 <= now } ?? false }
    }

    package static let measures = [6, 12]

    /// When it is to be measured again, so many months after it was retained; nil before.
    package func remeasureDue(after months: Int) -> Instant? { retainedAt.map { $0 + .days(months * 365 / 12) } }

    /// Each member has eight dots, as many on one need as they like (FEATURES LA2).
    package static let dotsEach = 8
}

/// How things stand so many months after a need was retained, measured as at the start.
package struct NeedMeasure: Sendable, Equatable {
    package let months: Int
    package let words: String
    package let at: Instant
}

package struct NeedDraft: GuardedDraft, Sendable, Equatable {
    package var statement = ""
    package var reach = ""
    package var baseline = ""
    /// The writer has read what the guard found, and says that it is not a patient.
    package var isConfirmed = false

    package init(statement: String = "", reach: String = "", baseline: String = "") {
        (self.statement, self.reach, self.baseline) = (statement, reach, baseline)
    }

    package static var written: [WritableKeyPath<NeedDraft, String>] { [\.statement, \.reach, \.baseline] }

    func checked() throws(Refusal) -> NeedDraft {
        guard let statement = try statement.line(limit: 300, field: "besoin") else {
            throw Refusal("Dites ce qui manque, en une phrase.", field: "besoin")
        }
        return NeedDraft(
            statement: statement, reach: try reach.line(field: "portee") ?? "",
            baseline: try baseline.line(limit: 1_000, field: "depart") ?? "")
    }
}
