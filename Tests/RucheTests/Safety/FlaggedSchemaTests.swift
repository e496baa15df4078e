import Foundation
import Persistence
import Testing

@testable import Ruche

@Suite("What was flagged before announcements could be")
struct FlaggedSchemaTests {
    @Test("is found again, with its flags and its erasings", arguments: TestEngine.available)
    func kept(_ engine: TestEngine) async throws {
        let database = try Database(try await engine.address())
        let step = try #require(Instance.schema.firstIndex { $0.name == "all that may be flagged" })
        try await database.migrate(Array(Instance.schema[..<step]))
        let instance = Instance(database, clock: StillClock())
        let actor = try await Self.settle(instance)
        try await database.migrate(Instance.schema)
        let (waiting, incidents) = try await instance.view(by: actor) { view in
            (try view.safety.waiting(), try view.safety.incidents())
        }
        let rereading = try #require(waiting.first)
        #expect(rereading.id.rawValue == 7 && rereading.place == .thread(Question.ID(1), number: 0))
        #expect(rereading.flags.map(\.reason) == [.hurtful])
        #expect(incidents.map(\.id.rawValue) == [3])
        let next = try await instance.act(by: actor, through: .web) { act in
            try act.safety.open(try act.view.safety.text(.question(Question.ID(2))))
        }
        #expect(next.rawValue > 7, "numbers go on")
    }

    /// Two questions, one flagged, one erased: as the program of that time wrote them.
    private static func settle(_ instance: Instance) async throws -> Actor {
        let actor = try await instance.act(through: .command) { act in
            let person: Person.ID = try act.insert(
                "insert into person (email, name, created_at) values ('nadia@example.org', 'Nadia', 0) returning id")
            let community: Community.ID = try act.insert(
                "insert into community (slug, name, created_at) values ('nuit', 'Nuit', 0) returning id")
            let member: Member.ID = try act.insert(
                """
                insert into member (community_id, person_id, name, sort_name, role, joined_at)
                values (\(community), \(person), 'Nadia', 'nadia', 'facilitator', 0) returning id
                """)
            return Actor(person: person, community: community, member: member, role: .facilitator)
        }
        try await instance.act(by: actor, through: .web) { act in
            for title in ["Comment faites-vous la nuit ?", "Qui appeler ?"] {
                try act.execute(
                    """
                    insert into question (community_id, author_id, title, body, html, renderer, asked_at,
                      last_activity_at, asker_wrote_at)
                    values (\(try act.community), \(try act.member), \(title), '', '', 1, 0, 0, 0)
                    """)
            }
            try act.execute(
                """
                insert into rereading (id, community_id, object, question_id, opened_at)
                values (7, \(try act.community), 'question/1', 1, 0)
                """)
            try act.execute(
                """
                insert into flag (rereading_id, member_id, reason, flagged_at)
                values (7, \(try act.member), 'hurtful', 0)
                """)
            try act.execute(
                """
                insert into incident (id, community_id, object, question_id, detected_at, hidden_at, purged_at)
                values (3, \(try act.community), 'question/2', 2, 0, 0, 0)
                """)
        }
        return actor
    }
}
