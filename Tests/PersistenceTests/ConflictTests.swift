import Synchronization
import Testing

@testable import Persistence

@Suite("Two writers")
struct ConflictTests {
    @Test("of the same row: the second is told of a conflict, in the same word", arguments: Place.available)
    func sameRow(_ place: Place) async throws {
        try await withDatabase(place) { database in
            try await database.write { try $0.run("insert into post (community, title, at) values (1, 'a', 0)") }
            let (first, second) = (try place.connection(to: database), try place.connection(to: database))
            if place == .sqlite { try second.script("pragma busy_timeout = 20") }
            try first.begin(.write)
            let kind = await failure {
                try second.begin(.write)
                try second.run("select at from post") { _ in }
                try first.run("update post set at = 1") { _ in }
                try first.commit()
                try second.run("update post set at = 2") { _ in }
            }
            #expect(kind == .conflict)
            second.rollback()
            first.rollback()
        }
    }

    @Test("that never agree: forty tries, then the conflict is told", arguments: Place.available)
    func tries(_ place: Place) async throws {
        try await withDatabase(place) { database in
            let tries = Atomic(0)
            let kind = await failure {
                try await database.write { transaction in
                    tries.add(1, ordering: .relaxed)
                    try transaction.run("insert into post (community, title, at) values (1, 'a', 0)")
                    throw DatabaseError(.conflict, "somebody was faster")
                }
            }
            #expect(kind == .conflict)
            #expect(tries.load(ordering: .relaxed) == 40)
            let posts = try await count("post", in: database)
            #expect(posts == 0)
        }
    }

    @Test("of what one deletes and the other needs: a foreign key, in the same word", arguments: Place.available)
    func restricted(_ place: Place) async throws {
        try await withDatabase(place) { database in
            try await database.write {
                try $0.script(
                    """
                    create table label (id \(.id))\(.strict);
                    create table labelled (label \(.integer) not null references label (id) on delete restrict)\(.strict);
                    insert into label (id) values (1);
                    insert into labelled (label) values (1)
                    """)
            }
            let kind = await failure { try await database.write { try $0.run("delete from label") } }
            #expect(kind == .foreignKey)
        }
    }
}

extension Place {
    /// One connection of the test's own, beside those of the database.
    fileprivate func connection(to database: Database) throws -> any Connection {
        switch self {
        case .sqlite: try SQLiteConnection(path: try #require(Database.path(of: database.address)), isReader: false)
        case .postgres: try PostgresConnection(conninfo: database.address)
        }
    }
}
