import Foundation
import Persistence

/// Everything that a community wrote together, for its members to take along: no address of anybody, nothing private.
package struct CommunityExport: Sendable, JSONDocument {
    package let name: String
    package let domain: String
    package let exportedAt: Date
    package let launchedAt: Date?
    package let closedAt: Date?
    package let farewell: String
    package var charter: String?
    package var members: [Member] = []
    package var needs: [Need] = []
    package var objectives: [Objective] = []
    package var decisions: [Decision] = []
    package var meetings: [Meeting] = []
    package var announcements: [Announcement] = []
    package var surveys: [Survey] = []
    package var questions: [Question] = []

    package struct Member: Sendable, Encodable {
        package let name: String
        package let profession: String?
        package let establishment: String?
        package let joinedAt: Date
        package let leftAt: Date?
    }

    package struct Need: Sendable, Encodable {
        package let id: Int64
        package let statement: String
        package let reach: String
        package let baseline: String
        package let remeasured: String?
        package let isRetained: Bool
        package let setAsideBecause: String?
        package let owner: String?
        package var measures: [Measure] = []

        package struct Measure: Sendable, Encodable {
            package let months: Int
            package let words: String
            package let measuredAt: Date
        }
    }

    package struct Objective: Sendable, Encodable {
        package let id: Int64
        package let title: String
        package let practice: String
        package let forWhom: String
        package let measure: String
        package let baseline: String
        /// The end of the day by which it was to be reached.
        package let dueAt: Date?
        package let owner: String?
        package let adoptedAt: Date?
        package let midReview: String?
        package let closedAt: Date?
        package let outcome: String?
        package let closing: String?
        package let need: Int64?
        package var cells: [Cell] = []
        package var series: [Point] = []

        package struct Cell: Sendable, Encodable {
            package let label: String
            package let isOn: Bool
        }

        package struct Point: Sendable, Encodable {
            package let day: String
            /// Empty when the figure is of all.
            package let team: String
            package let numerator: Int
            package let denominator: Int
        }
    }

    /// What was asked, and what may be told of what came back.
    package struct Survey: Sendable, Encodable {
        package let title: String
        package let round: String
        package let openedAt: Date?
        package let closedAt: Date?
        package let sheets: Int
        package let returnWords: String
        package let questions: [Question]

        package struct Question: Sendable, Encodable {
            package let text: String
            package let kind: String
            package let options: [String]
            /// Nil where it would point at people.
            package let counts: [Int?]
            package let mean: Double?
            package let words: [String]
        }
    }

    package struct Decision: Sendable, Encodable {
        package let sentence: String
        package let outcome: String?
        package let openedAt: Date
        package let concludedAt: Date?
    }

    package struct Meeting: Sendable, Encodable {
        package let title: String
        package let startsAt: Date
        package let minutes: Int
        package let place: String
        package let agenda: String
        package let isCancelled: Bool
    }

    package struct Announcement: Sendable, Encodable {
        package let title: String
        package let body: String
        package let author: String
        package let sentAt: Date
    }

    package struct Question: Sendable, Encodable {
        package let id: Int64
        package let title: String
        package let body: String
        package let author: String
        package let askedAt: Date
        package let isResolved: Bool
        package let need: Int64?
        package let objective: Int64?
        package var files: [File] = []
        package var replies: [Reply] = []
    }

    /// A file of a post, where it stands in the archive.
    package struct File: Sendable, Encodable {
        package let name: String
        package let path: String
        package let size: Int
        /// Under which it is stored.
        package let hash: String

        private enum CodingKeys: String, CodingKey { case name, path, size }
    }

    package struct Reply: Sendable, Encodable {
        package let number: Int
        package let body: String
        package let author: String
        package let repliedAt: Date
        package let isRetained: Bool
        /// How many members found it useful.
        package let useful: Int
        package var files: [File] = []
    }

    /// Every file of every post.
    package var files: [File] { questions.flatMap { $0.files + $0.replies.flatMap(\.files) } }
}

extension View {
    /// - Throws: a refusal for a member, as long as the community goes on: everything at once is for its end.
    package func communityExport() throws -> CommunityExport {
        let community = try communities.current()
        guard try actor.isFacilitator || community.closedAt != nil || life.isClosing() else {
            throw Refusal("Tout emporter s’ouvre aux membres quand la communauté se clôt.", kind: .conflict)
        }
        var export = CommunityExport(
            name: community.name, domain: community.domain, exportedAt: now.date,
            launchedAt: community.launchedAt?.date, closedAt: community.closedAt?.date, farewell: try life.farewell())
        export.charter = try charters.inForce(in: community.id)?.text
        let id = community.id
        export.members = try transaction.all(
            """
            select name, profession, establishment, joined_at, left_at from member
            where community_id = \(id) and role in ('facilitator', 'member') order by sort_name, id
            """
        ) { row in
            .init(
                name: try row[0], profession: try row[1], establishment: try row[2],
                joinedAt: (try row[3] as Instant).date, leftAt: (try row[4] as Instant?)?.date)
        }
        export.needs = try exportedNeeds(id)
        export.objectives = try exportedObjectives(id)
        export.surveys = try exportedSurveys()
        export.decisions = try transaction.all(
            "select sentence, outcome, opened_at, concluded_at from decision where community_id = \(id) order by id"
        ) { row in
            .init(
                sentence: try row[0], outcome: try row[1], openedAt: (try row[2] as Instant).date,
                concludedAt: (try row[3] as Instant?)?.date)
        }
        export.meetings = try transaction.all(
            """
            select title, starts_at, minutes, place, agenda, case when cancelled_at is null then 0 else 1 end
            from meeting where community_id = \(id) order by starts_at, id
            """
        ) { row in
            .init(
                title: try row[0], startsAt: (try row[1] as Instant).date, minutes: try row[2], place: try row[3],
                agenda: try row[4], isCancelled: try row[5])
        }
        export.announcements = try transaction.all(
            """
            select a.title, a.body, m.name, a.sent_at from announcement a join member m on m.id = a.author_id
            where a.community_id = \(id) and a.withdrawn_at is null order by a.sent_at, a.id
            """
        ) { row in
            .init(title: try row[0], body: try row[1], author: try row[2], sentAt: (try row[3] as Instant).date)
        }
        export.questions = try exportedQuestions(id)
        return export
    }

    private func exportedNeeds(_ community: Community.ID) throws -> [CommunityExport.Need] {
        var measures: [Int64: [CommunityExport.Need.Measure]] = [:]
        try transaction.each(
            """
            select s.need_id, s.months, s.words, s.measured_at from need_measure s join need n on n.id = s.need_id
            where n.community_id = \(community) order by s.need_id, s.months
            """
        ) { row in
            measures[try row[0], default: []].append(
                .init(months: try row[1], words: try row[2], measuredAt: (try row[3] as Instant).date))
        }
        return try transaction.all(
            """
            select n.id, n.statement, n.reach, n.baseline, case when n.retained_at is null then 0 else 1 end, n.reason, o.name, n.remeasured
            from need n left join member o on o.id = n.owner_id where n.community_id = \(community) order by n.id
            """
        ) { row in
            let id: Int64 = try row[0]
            return .init(
                id: id, statement: try row[1], reach: try row[2], baseline: try row[3], remeasured: try row[7],
                isRetained: try row[4], setAsideBecause: try row[5], owner: try row[6], measures: measures[id] ?? [])
        }
    }

    private func exportedObjectives(_ community: Community.ID) throws -> [CommunityExport.Objective] {
        var cells: [Int64: [CommunityExport.Objective.Cell]] = [:]
        var series: [Int64: [CommunityExport.Objective.Point]] = [:]
        try transaction.each(
            """
            select c.objective_id, c.label, c.is_on from objective_cell c join objective b on b.id = c.objective_id
            where b.community_id = \(community) order by c.id
            """
        ) { row in cells[try row[0], default: []].append(.init(label: try row[1], isOn: try row[2])) }
        try transaction.each(
            """
            select p.objective_id, p.day, p.team, p.numerator, p.denominator
            from objective_point p join objective b on b.id = p.objective_id
            where b.community_id = \(community) order by p.day, p.team
            """
        ) { row in
            series[try row[0], default: []].append(
                .init(day: try row[1], team: try row[2], numerator: try row[3], denominator: try row[4]))
        }
        return try transaction.all(
            """
            select b.id, b.title, b.practice, b.for_whom, b.measure, b.baseline, b.due_at, o.name, b.adopted_at, b.mid_review,
              b.closed_at, b.outcome, b.closing, b.need_id
            from objective b left join member o on o.id = b.owner_id where b.community_id = \(community) order by b.id
            """
        ) { row in
            let id: Int64 = try row[0]
            return .init(
                id: id, title: try row[1], practice: try row[2], forWhom: try row[3], measure: try row[4],
                baseline: try row[5], dueAt: (try row[6] as Instant?)?.date, owner: try row[7],
                adoptedAt: (try row[8] as Instant?)?.date, midReview: try row[9],
                closedAt: (try row[10] as Instant?)?.date, outcome: try row[11], closing: try row[12],
                need: try row[13], cells: cells[id] ?? [], series: series[id] ?? [])
        }
    }

    /// Those that were returned: of the others nobody has read anything.
    private func exportedSurveys() throws -> [CommunityExport.Survey] {
        try surveys.all().filter { $0.state == .closed }.reversed().map { survey in
            .init(
                title: survey.title, round: survey.round.rawValue, openedAt: survey.openedAt?.date,
                closedAt: survey.closedAt?.date, sheets: survey.sheets, returnWords: survey.returnWords,
                questions: try surveys.results(of: survey).map { result in
                    .init(
                        text: result.question.text, kind: result.question.kind.rawValue,
                        options: result.question.options, counts: result.counts, mean: result.mean,
                        words: result.words)
                })
        }
    }

    /// The files of posts that anybody may read, by question and number of post.
    private func exportedFiles(_ community: Community.ID) throws -> [Int64: [Int: [CommunityExport.File]]] {
        var files: [Int64: [Int: [CommunityExport.File]]] = [:]
        try transaction.each(
            """
            select a.question_id, a.number, a.id, a.name, a.size, a.hash
            from attachment a join question q on q.id = a.question_id
            left join reply r on r.question_id = a.question_id and r.number = a.number
            where q.community_id = \(community) and q.deleted_at is null and q.hidden_at is null
              and r.deleted_at is null and r.hidden_at is null
            order by a.id
            """
        ) { row in
            let (number, name): (Int64, String) = (try row[2], try row[3])
            let plain = String(name.map { "/\\:".contains($0) || $0.isNewline ? "-" : $0 })
            files[try row[0], default: [:]][try row[1], default: []].append(
                .init(name: name, path: "fichiers/\(number)-\(plain)", size: try row[4], hash: try row[5]))
        }
        return files
    }

    private func exportedQuestions(_ community: Community.ID) throws -> [CommunityExport.Question] {
        let files = try exportedFiles(community)
        var replies: [Int64: [CommunityExport.Reply]] = [:]
        try transaction.each(
            """
            select r.question_id, r.number, r.body, \(Author.name(of: "r")), r.replied_at,
              case when q.retained_id = r.id then 1 else 0 end, r.useful_count
            from reply r join question q on q.id = r.question_id join member m on m.id = r.author_id
            where q.community_id = \(community) and q.deleted_at is null and r.deleted_at is null
            order by r.question_id, r.number
            """
        ) { row in
            let (question, number): (Int64, Int) = (try row[0], try row[1])
            replies[question, default: []].append(
                .init(
                    number: number, body: try row[2], author: try row[3], repliedAt: (try row[4] as Instant).date,
                    isRetained: try row[5], useful: try row[6], files: files[question]?[number] ?? []))
        }
        return try transaction.all(
            """
            select q.id, q.title, q.body, \(Author.name(of: "q")), q.asked_at, case when q.resolved_at is null then 0 else 1 end,
              q.need_id, q.objective_id
            from question q join member m on m.id = q.author_id
            where q.community_id = \(community) and q.deleted_at is null order by q.id
            """
        ) { row in
            let id: Int64 = try row[0]
            return .init(
                id: id, title: try row[1], body: try row[2], author: try row[3],
                askedAt: (try row[4] as Instant).date, isResolved: try row[5], need: try row[6], objective: try row[7],
                files: files[id]?[0] ?? [], replies: replies[id] ?? [])
        }
    }
}
