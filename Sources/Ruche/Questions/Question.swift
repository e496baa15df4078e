import Persistence

/// Somebody asks their peers something, from a situation of practice.
///
/// Useful, resolved and closed are dates kept side by side, not one state (DOMAIN §6.5).
package struct Question: Sendable, Equatable {
    package typealias ID = Identifier<Question>

    package let id: ID
    package let kind: Kind
    package let title: String
    package let body: String
    package let html: String
    package let author: Author
    package let askedAt: Instant
    package let context: Context
    package let tried: String?
    package let sought: [Sought]
    package let neededBy: String?
    package let isUrgent: Bool
    package let objective: LinkedObject?
    package let need: LinkedObject?
    package let version: Int
    package let editedAt: Instant?
    package let deletedAt: Instant?
    package let answeredAt: Instant?
    package let usefulAt: Instant?
    package let resolvedAt: Instant?
    package let closedAt: Instant?
    package let closingWord: String?
    package let retained: Reply.ID?
    package let thanks: String?
    package let lastActivityAt: Instant
    package let askerWroteAt: Instant
    /// The beginning of the round of the promise's ladder, and its number, from 0.
    package let waitingSince: Instant
    package let round: Int
    /// Nobody answered in time, and its author was asked what to do.
    package let choiceAskedAt: Instant?
    package let agendaAt: Instant?
    /// Its author tried or adopted what was answered.
    package let appliedAt: Instant?
    /// The number of its last reply; no other will bear it.
    package let lastNumber: Int
    /// Replies left it for another exchange, or came to it.
    package let isReshaped: Bool
    /// The exchange that it is a part of by now.
    package let mergedInto: Question.ID?

    /// Where and when it happens: a first reply is worth more when it fits the place.
    package struct Context: Sendable, Equatable {
        package var setting: Setting?
        package var moment: Moment?
        package var constraints: String?

        package init(setting: Setting? = nil, moment: Moment? = nil, constraints: String? = nil) {
            (self.setting, self.moment, self.constraints) = (setting, moment, constraints)
        }
        package var isEmpty: Bool { setting == nil && moment == nil && (constraints ?? "").isEmpty }
    }

    package enum Setting: String, Bindable, Sendable, CaseIterable {
        case hospital = "hopital", nursingHome = "ehpad", homeHospital = "had", pharmacy = "officine"
        case practice = "cabinet", centre, other = "autre"
    }

    package enum Moment: String, Bindable, Sendable, CaseIterable {
        case day = "jour", night = "nuit", weekend = "week-end"
    }

    /// What the asker hopes for (DOMAIN §6.1).
    package enum Sought: String, Bindable, Sendable, CaseIterable {
        case experience, others = "how_others", source, tool
    }

    /// Whether it still waits for what would end it: a question for a solution, a case for advice.
    package var isOpen: Bool {
        (kind == .question || kind == .clinicalCase) && resolvedAt == nil && closedAt == nil && deletedAt == nil
    }
    /// Elapsed time to what ended it, or nil while it waits.
    package var timeToSolution: Duration? { (resolvedAt ?? usefulAt).map { $0 - askedAt } }
}

/// What another object is called, where a page leads to it.
package struct LinkedObject: Sendable, Equatable {
    package let id: Int64
    package let title: String

    package init?(id: Int64?, title: String?) {
        guard let id, let title else { return nil }
        (self.id, self.title) = (id, title)
    }
}

package struct Topic: Sendable, Equatable, Hashable, RowDecodable {
    package typealias ID = Identifier<Topic>

    package let id: ID
    package let name: String

    /// `select t.id, t.name from topic t`
    package init(_ row: borrowing Row) throws { (id, name) = (try row[0], try row[1]) }

    /// At most three for a question: a subject that fits everything finds nothing.
    package static let limit = 3
    /// The longest, in characters.
    static let length = 60
}

extension [Topic] {
    /// As a dictionary has them: "étudiants" among the e.
    func sortedByName() -> [Topic] {
        map { (key: fold($0.name), topic: $0) }.sorted { $0.key < $1.key }.map(\.topic)
    }
}

/// A question as lists show it.
package struct QuestionOnList: Sendable, Equatable, RowDecodable {
    package let id: Question.ID
    package let kind: Question.Kind
    package let title: String
    package let author: Author
    package let askedAt: Instant
    package let lastActivityAt: Instant
    package let replies: Int
    package let answeredAt: Instant?
    package let usefulAt: Instant?
    package let resolvedAt: Instant?
    package let closedAt: Instant?
    package let appliedAt: Instant?
    package let became: Outcome.Form?
    package let setting: Question.Setting?
    package let moment: Question.Moment?
    package var topics: [Topic] = []

    /// Joins their author `m` to questions `q`. The plus keeps SQLite from beginning with the members, and so from
    /// reading all that they ever asked.
    static let author: SQL = "join member m on m.id = +q.author_id"

    static let columns: SQL = """
        q.id, q.title, \(Author.columns(of: "q")), q.asked_at, q.last_activity_at, q.reply_count, q.answered_at,
        q.useful_at, q.resolved_at, q.closed_at, q.setting, q.moment, q.kind, q.applied_at, q.became
        """

    static let width = 18

    package init(_ row: borrowing Row) throws {
        (id, title) = (try row[0], try row[1])
        author = try Author(row, from: 2)
        (askedAt, lastActivityAt, replies) = (try row[6], try row[7], try row[8])
        (answeredAt, usefulAt, resolvedAt, closedAt) = (try row[9], try row[10], try row[11], try row[12])
        (setting, moment) = (try row[13], try row[14])
        (kind, appliedAt, became) = (try row[15], try row[16], try row[17])
    }

    package var timeToSolution: Duration? { (resolvedAt ?? usefulAt).map { $0 - askedAt } }
}
