import Persistence

/// What the group wants to change in practice, and by when.
package struct Objective: Sendable, Equatable, RowDecodable {
    package typealias ID = Identifier<Objective>

    package let id: ID
    package let title: String
    /// The practice aimed at: without it an objective is no more than a wish.
    package let practice: String
    package let forWhom: String
    package let measure: String
    package let baseline: String
    /// The end of the day by which it is to be reached.
    package let dueAt: Instant?
    package let createdAt: Instant
    package let adoptedAt: Instant?
    package let closedAt: Instant?
    package let outcome: Outcome?
    package let closing: String?
    /// Who proposed it.
    package let author: Member.ID
    package let owner: LinkedObject?
    package let need: LinkedObject?
    package let version: Int
    package let questions: Int
    /// What was said half way, and when.
    package let midReview: String?
    package let midReviewedAt: Instant?
    package var cells: [Cell] = []
    /// As the group agreed to it, where what is said now differs.
    package var adopted: Adopted?

    package enum Outcome: String, Bindable, Sendable, CaseIterable {
        case reached, partial, dropped

        /// 1, 0.5, 0 (DOMAIN §4.3).
        package var score: Double {
            switch self {
            case .reached: 1
            case .partial: 0.5
            case .dropped: 0
            }
        }
    }

    /// What an objective said on the day the group agreed to it.
    package struct Adopted: Sendable, Equatable {
        package let title: String
        package let practice: String
        package let forWhom: String
        package let measure: String
        package let baseline: String
        package let dueAt: Instant?
    }

    /// One team, place or step, and whether it does what the objective aims at.
    package struct Cell: Sendable, Equatable {
        package let id: Int64
        package let label: String
        package let isOn: Bool
    }

    static let columns: SQL = """
        b.id, b.title, b.practice, b.for_whom, b.measure, b.baseline, b.due_at, b.created_at, b.adopted_at, b.closed_at,
        b.outcome, b.closing, b.owner_id, o.name, b.need_id, n.statement, b.version,
        (select count(*) from question q where q.objective_id = b.id and q.deleted_at is null),
        b.mid_review, b.mid_reviewed_at, b.author_id
        """

    package init(_ row: borrowing Row) throws {
        (id, title, practice, forWhom) = (try row[0], try row[1], try row[2], try row[3])
        (measure, baseline, dueAt, createdAt) = (try row[4], try row[5], try row[6], try row[7])
        (adoptedAt, closedAt, outcome, closing) = (try row[8], try row[9], try row[10], try row[11])
        owner = LinkedObject(id: try row[12], title: try row[13])
        need = LinkedObject(id: try row[14], title: try row[15])
        (version, questions) = (try row[16], try row[17])
        (midReview, midReviewedAt, author) = (try row[18], try row[19], try row[20])
    }

    package enum State: Sendable, Equatable { case draft, underWay, midReviewed, overdue, closed(Outcome) }

    package func state(at now: Instant) -> State {
        if let outcome { return .closed(outcome) }
        guard adoptedAt != nil else { return .draft }
        if dueAt.map({ $0 < now }) == true { return .overdue }
        return midReviewedAt == nil ? .underWay : .midReviewed
    }

    /// Half way between its adoption and its date: time for a review.
    package var midReviewAt: Instant? {
        guard let adoptedAt, let dueAt, dueAt > adoptedAt else { return nil }
        return adoptedAt + .milliseconds((dueAt - adoptedAt).milliseconds / 2)
    }
}

/// The five questions asked of an objective (DOMAIN §4.3). Shown met or not; only the first one holds it back.
package enum Criterion: Sendable, CaseIterable { case practice, forWhom, measure, date, owner }

extension Objective {
    package static let farthest = Duration.days(550)
    package static let longestTitle = 200

    package func meets(_ criterion: Criterion) -> Bool {
        switch criterion {
        case .practice: !practice.isEmpty
        case .forWhom: !forWhom.isEmpty
        case .measure: !measure.isEmpty && !baseline.isEmpty
        case .date: dueAt.map { $0 - createdAt <= Self.farthest } == true
        case .owner: owner != nil
        }
    }
}

package struct ObjectiveDraft: GuardedDraft, Sendable, Equatable {
    package var title = ""
    package var practice = ""
    package var forWhom = ""
    package var measure = ""
    package var baseline = ""
    /// The instant that ends the day chosen, in the community's zone; nil when none was.
    package var dueAt: Instant?
    package var owner: Member.ID?
    package var need: Need.ID?
    /// One label a line.
    package var cells = ""
    /// The writer has read what the guard found, and says that it is not a patient.
    package var isConfirmed = false

    package init() {}

    package static var written: [WritableKeyPath<ObjectiveDraft, String>] {
        [\.title, \.practice, \.forWhom, \.measure, \.baseline, \.cells]
    }

    func checked() throws(Refusal) -> ObjectiveDraft {
        var draft = self
        guard let title = try title.line(limit: Objective.longestTitle, field: "objectif") else {
            throw Refusal("Dites l’objectif en une phrase.", field: "objectif")
        }
        draft.title = title
        draft.practice = try practice.line(limit: 500, field: "pratique") ?? ""
        draft.forWhom = try forWhom.line(field: "pour-qui") ?? ""
        draft.measure = try measure.line(limit: 500, field: "mesure") ?? ""
        draft.baseline = try baseline.line(limit: 500, field: "depart") ?? ""
        return draft
    }

    var labels: [String] {
        var known: Set<String> = []
        let lines = cells.split(whereSeparator: \.isNewline).compactMap { String($0).line(limit: 80) }
        return Array(lines.filter { known.insert($0).inserted }.prefix(40))
    }
}
