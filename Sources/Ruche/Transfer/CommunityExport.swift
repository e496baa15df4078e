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
        package let baseline: String
        package let remeasured: String?
        package let isRetained: Bool
        package let setAsideBecause: String?
    }

    package struct Objective: Sendable, Encodable {
        package let id: Int64
        package let title: String
        package let measure: String
        package let baseline: String
        package let outcome: String?
        package let closing: String?
        package let need: Int64?
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
        package var replies: [Reply] = []
    }

    package struct Reply: Sendable, Encodable {
        package let number: Int
        package let body: String
        package let author: String
        package let repliedAt: Date
        package let isRetained: Bool
        /// How many members found it useful.
        package let useful: Int
    }
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
        export.needs = try transaction.all(
            """
            select id, statement, baseline, remeasured, case when retained_at is null then 0 else 1 end, reason from need
            where community_id = \(id) order by id
            """
        ) { row in
            .init(
                id: try row[0], statement: try row[1], baseline: try row[2], remeasured: try row[3],
                isRetained: try row[4], setAsideBecause: try row[5])
        }
        export.objectives = try transaction.all(
            """
            select id, title, measure, baseline, outcome, closing, need_id from objective
            where community_id = \(id) order by id
            """
        ) { row in
            .init(
                id: try row[0], title: try row[1], measure: try row[2], baseline: try row[3], outcome: try row[4],
                closing: try row[5], need: try row[6])
        }
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

    private func exportedQuestions(_ community: Community.ID) throws -> [CommunityExport.Question] {
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
            replies[try row[0], default: []].append(
                .init(
                    number: try row[1], body: try row[2], author: try row[3], repliedAt: (try row[4] as Instant).date,
                    isRetained: try row[5], useful: try row[6]))
        }
        return try transaction.all(
            """
            select q.id, q.title, q.body, \(Author.name(of: "q")), q.asked_at, case when q.resolved_at is null then 0 else 1 end
            from question q join member m on m.id = q.author_id
            where q.community_id = \(community) and q.deleted_at is null order by q.id
            """
        ) { row in
            let id: Int64 = try row[0]
            return .init(
                id: id, title: try row[1], body: try row[2], author: try row[3],
                askedAt: (try row[4] as Instant).date, isResolved: try row[5], replies: replies[id] ?? [])
        }
    }
}
