import Foundation
import Testing

@testable import Persistence

/// The same tests on the two engines. PostgreSQL's address comes from RUCHE_TEST_POSTGRES; each test gets its own schema.
enum Place: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres
    var testDescription: String { rawValue }
    static let available = allCases.filter { $0 == .sqlite || postgresAddress != nil }
    private static let postgresAddress = ProcessInfo.processInfo.environment["RUCHE_TEST_POSTGRES"]

    func open() async throws -> Database {
        let name = "t" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        switch self {
        case .sqlite: return try Database("sqlite:\(NSTemporaryDirectory())/\(name).db")
        case .postgres:
            let base = try #require(Self.postgresAddress)
            let setup = try Database(base, readers: 1)
            try await setup.write { try $0.script("create schema \(SQL(stringLiteral: name))") }
            try await setup.close()
            return try Database("\(base) options='-c search_path=\(name)'")
        }
    }
}

let index = SearchIndex("post_search")
let schema = [
    Migration(
        "communities",
        """
        create table community (id \(.id), slug text not null unique)\(.strict);
        create table post (
            id \(.id), community \(.integer) not null references community (id) on delete cascade,
            title text not null check (title <> ''), at \(.instant) not null, score \(.real), picture \(.blob), details text,
            unique (community, title)
        )\(.strict);
        create index post_community on post (community, at)
        """),
    Migration("search", index.migration),
    Migration("marks", index.migration(adding: (sqlite: "''", postgres: "''"))),
]

enum State: String, Bindable { case open, closed }
struct PostID: RawRepresentable, Bindable, Hashable { let rawValue: Int64 }

func withDatabase(_ place: Place, _ body: (Database) async throws -> Void) async throws {
    let database = try await place.open()
    try await database.migrate(schema)
    try await database.write { try $0.run("insert into community (id, slug) values (1, \("douleur"))") }
    do { try await body(database) } catch { try await database.close(); throw error }
    try await database.close()
}
func failure<T>(_ body: () async throws -> T) async -> DatabaseError.Kind? {
    do { _ = try await body(); return nil } catch { return (error as? DatabaseError)?.kind }
}

func count(_ table: SQL, in database: Database) async throws -> Int? {
    try await database.read { try $0.value("select count(*) from \(table)") }
}

@Suite struct DatabaseTests {
    @Test(arguments: Place.available) func everyTypeComesBackAsItWent(_ place: Place) async throws {
        try await withDatabase(place) { database in
            let picture: [UInt8] = [0, 255, 10, 0x27, 0]
            let id: Int64? = try await database.write {
                try $0.value(
                    """
                    insert into post (community, title, at, score, picture, details)
                    values (1, \("L'été & l'\"hôpital\" ? $1 ; 😀"), \(Instant(milliseconds: 1_764_000_000_123)), \(0.1 + 0.2), \(picture), \(nil as String?))
                    returning id
                    """)
            }
            let row = try await database.read {
                try $0.first("select id, title, at, score, picture, details from post where id = \(id)") {
                    (
                        id: try $0["id"] as PostID, title: try $0[1] as String, at: try $0[2] as Instant,
                        score: try $0[3] as Double?,
                        picture: try $0["picture"] as [UInt8], details: try $0[5] as String?
                    )
                }
            }
            #expect(row?.id.rawValue == id)
            #expect(row?.title == "L'été & l'\"hôpital\" ? $1 ; 😀")
            #expect(row?.at.milliseconds == 1_764_000_000_123)
            #expect(row?.score == 0.1 + 0.2)
            #expect(row?.picture == picture)
            #expect(row?.details == nil)
        }
    }

    @Test(arguments: Place.available) func interpolationNeverBecomesSQL(_ place: Place) async throws {
        try await withDatabase(place) { database in
            let wicked = "x'); drop table post; --"
            try await database.write { try $0.run("insert into post (community, title, at) values (1, \(wicked), 0)") }
            let found: Int? = try await database.read {
                try $0.value("select count(*) from post where title = \(wicked)")
            }
            #expect(found == 1)
        }
    }

    @Test(arguments: Place.available) func errorsHaveTheSameNames(_ place: Place) async throws {
        try await withDatabase(place) { database in
            try await database.write { try $0.run("insert into post (community, title, at) values (1, 'a', 0)") }
            let unique = await failure {
                try await database.write { try $0.run("insert into post (community, title, at) values (1, \("a"), 0)") }
            }
            #expect(unique == .unique(columns: ["post.community", "post.title"]))
            let foreign = await failure {
                try await database.write { try $0.run("insert into post (community, title, at) values (99, 'b', 0)") }
            }
            #expect(foreign == .foreignKey)
            let check = await failure {
                try await database.write { try $0.run("insert into post (community, title, at) values (1, '', 0)") }
            }
            #expect(check == .check)
            let null = await failure {
                try await database.write {
                    try $0.run("insert into post (community, title, at) values (1, \(nil as String?), 0)")
                }
            }
            #expect(null == .notNull)
            let syntax = await failure { _ = try await database.read { try $0.all("selec 1") { try $0[0] as Int } } }
            #expect(syntax == .programming)
            let readOnly = await failure { _ = try await database.read { try $0.run("delete from post") } }
            #expect(readOnly == .readOnly)
            let mismatch = await failure {
                _ = try await database.read { try $0.all("select title from post") { try $0[0] as Int } }
            }
            #expect(mismatch == .programming)
        }
    }

    @Test(arguments: Place.available) func anErrorUndoesTheWholeTransaction(_ place: Place) async throws {
        struct Refusal: Error {}
        try await withDatabase(place) { database in
            await #expect(throws: Refusal.self) {
                try await database.write { tx in
                    try tx.run("insert into post (community, title, at) values (1, 'a', 0)")
                    throw Refusal()
                }
            }
            let count: Int? = try await database.read { try $0.value("select count(*) from post") }
            #expect(count == 0)
        }
    }

    @Test(arguments: Place.available) func upsertReturningJSONAndLists(_ place: Place) async throws {
        try await withDatabase(place) { database in
            for score in [1.5, 2.5] {
                let id: Int64? = try await database.write {
                    try $0.value(
                        """
                        insert into post (community, title, at, score, details) values (1, 'a', 0, \(score), \(#"{"who":{"name":"Zoé"},"n":3}"#))
                        on conflict (community, title) do update set score = excluded.score returning id
                        """)
                }
                #expect(id == 1 || id != nil)
            }
            let written = try await database.write {
                try $0.run("update post set at = at + \(5) where id in \(list: [1, 2, 3] as [Int64])")
            }
            #expect(written == 1)
            let none = try await database.write {
                try $0.run("update post set at = 0 where id in \(list: [] as [Int64])")
            }
            #expect(none == 0)
            let row = try await database.read {
                try $0.first(
                    "select score, at, \(.json("details", "who.name")), cast(\(.json("details", "n")) as \(.integer)) from post where \(.json("details", "who.name")) = \("Zoé")"
                ) {
                    (try $0[0] as Double, try $0[1] as Int, try $0[2] as String, try $0[3] as Int)
                }
            }
            #expect(row?.0 == 2.5)
            #expect(row?.1 == 5)
            #expect(row?.2 == "Zoé")
            #expect(row?.3 == 3)
        }
    }

    @Test(arguments: Place.available) func fragmentsCompose(_ place: Place) async throws {
        try await withDatabase(place) { database in
            try await database.write { tx in
                for n in 1...20 { try tx.run("insert into post (community, title, at) values (1, \("t\(n)"), \(n))") }
            }
            let conditions: [SQL] = ["community = \(1)", "at > \(5)", "title <> \("t7")"]
            let titles = try await database.read {
                try $0.all("select title from post where \(conditions.joined(" and ")) order by at limit \(3)") {
                    try $0[0] as String
                }
            }
            #expect(titles == ["t6", "t8", "t9"])
        }
    }

    /// Two hundred tasks add one to the same row: none is lost.
    @Test(arguments: Place.available) func concurrentWritesAreSerializable(_ place: Place) async throws {
        try await withDatabase(place) { database in
            try await database.write { try $0.run("insert into post (community, title, at) values (1, 'a', 0)") }
            try await withThrowingTaskGroup { group in
                for _ in 0..<200 {
                    group.addTask {
                        _ = try await database.write { tx in
                            let at: Int = try tx.value("select at from post where title = 'a'")!
                            try tx.run("update post set at = \(at + 1) where title = 'a'")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let at: Int? = try await database.read { try $0.value("select at from post where title = 'a'") }
            #expect(at == 200)
        }
    }

    @Test(arguments: Place.available) func manyReadersAndAWriterNeverFreeze(_ place: Place) async throws {
        try await withDatabase(place) { database in
            try await withThrowingTaskGroup { group in
                for n in 0..<400 {
                    group.addTask {
                        _ = try await database.read { try $0.all("select title from post") { try $0[0] as String } }
                    }
                    if n % 10 == 0 {
                        group.addTask {
                            _ = try await database.write {
                                try $0.run("insert into post (community, title, at) values (1, \("n\(n)"), 0)")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: Place.available) func migrationsRunOnceAndANewerSchemaIsRefused(_ place: Place) async throws {
        try await withDatabase(place) { database in
            try await database.migrate(schema)
            await #expect(throws: MigrationError.newerSchema("search")) { try await database.migrate([schema[0]]) }
            // A migration that fails leaves nothing behind.
            let wrong = Migration("wrong", "create table half (id \(.id))\(.strict)", "create table post (id \(.id))")
            let kind = await failure { try await database.migrate(schema + [wrong]) }
            #expect(kind == .programming)
            let half = await failure {
                _ = try await database.read { try $0.all("select id from half") { try $0[0] as Int } }
            }
            #expect(half == .programming)
        }
    }

    @Test(
        arguments: Place.available,
        [
            ("hémovigilance", [1, 5]), ("hemovigilance", [1, 5]), ("infirmières", [2, 3, 4]), ("infirmier", [2, 3, 4]),
            ("INFIRMIERES", [2, 3, 4]),
            ("infirmiere", [2, 3, 4]), ("cheval", [6]), ("oeuvre", [6]), ("cœur", [6]), ("infirm nuit", [2]),
            ("l'infirmier", [2, 3, 4]), ("' OR 1=1 --", []), ("\" AND *:& (", []),
        ] as [(String, [Int])])
    func frenchSearchFindsTheSameOnBoth(_ place: Place, _ asked: (question: String, found: [Int])) async throws {
        try await withDatabase(place) { database in
            try await database.write { tx in
                let french = FrenchText()
                let texts = [
                    "Procédure d'hémovigilance", "Une infirmière de nuit", "Planning de l'infirmier",
                    "Les infirmières du service", "Hemovigilance sans accent", "Les chevaux, œuvre du cœur",
                ]
                for (n, text) in texts.enumerated() {
                    try index.put(Int64(n + 1), title: text, body: "", in: tx, with: french)
                    try index.put(Int64(n + 101), title: text, body: "", in: tx, with: french)
                }
            }
            let found = try await database.read { tx in
                try index.rows(
                    SearchIndex.Query(FrenchText().stems(asked.question).map { SearchIndex.Word($0) }), .beginning,
                    within: 1...100, limit: 20, in: tx
                ).map(Int.init)
            }
            #expect(found.sorted() == asked.found)
        }
    }
}

@Test(
    "Words near a stem are those that all words hold",
    arguments: [
        "Les infirmières de l’hôpital et l'infirmier de nuit, d’hémovigilance en hémodialyse",
        "Un cœur, des cœurs, le coeur ; œdème et oedème", "Ay, ays, yeux, e\u{301}té, ÉTÉ, As, as, a, 12, 123",
        "Chevaux cheval chevalet, appelle appeler, naïf naïve, çà et là",
    ])
func wordsNearAStem(_ text: String) {
    let french = FrenchText()
    let all = french.words(text)
    for stem in all.map(\.stem) {
        for length in 1...stem.count {
            let beginning = String(stem.prefix(length))
            let near = french.words(text, near: [beginning]).filter { $0.stem.hasPrefix(beginning) }
            #expect(near == all.filter { $0.stem.hasPrefix(beginning) })
        }
    }
}

@Test func textOfEachEngine() {
    let sql: SQL = "select '?', \(1) from t where a = \("x") \(.skipLocked)"
    #expect(sql.text(for: .sqlite) == "select '?', ? from t where a = ? ")
    #expect(sql.text(for: .postgres) == "select '?', $1 from t where a = $2 for update skip locked")
}
