/// One step of the schema. Forward only; each runs once, in its own transaction, in the order of the list.
package struct Migration: Sendable {
    package let name: String
    let statements: [SQL]

    package init(_ name: String, _ statements: SQL...) { (self.name, self.statements) = (name, statements) }
    package init(_ name: String, _ statements: [SQL]) { (self.name, self.statements) = (name, statements) }
}

package enum MigrationError: Error, Equatable, CustomStringConvertible {
    /// The database was written by a newer program, which knows this migration and we do not.
    case newerSchema(String)

    package var description: String {
        switch self {
        case .newerSchema(let name):
            "The database was written by a newer version of Ruche (it knows “\(name)”): start that version, or restore a backup."
        }
    }
}

extension Database {
    /// Brings the schema up to date, one step after the other. On an embedded database that already holds data, a copy
    /// named `PATH.before-STEP` is made first.
    /// - Throws: `MigrationError.newerSchema` when the database knows a step that the list does not.
    package func migrate(_ migrations: [Migration]) async throws {
        try await write {
            try $0.script("create table if not exists migration (name text primary key, position \(.integer) not null)")
        }
        let done = try await read { try $0.column("select name from migration order by position", as: String.self) }
        if let unknown = done.first(where: { name in !migrations.contains { $0.name == name } }) {
            throw MigrationError.newerSchema(unknown)
        }
        let waiting = migrations.enumerated().filter { !done.contains($0.element.name) }
        if let first = waiting.first, !done.isEmpty, let path = Self.path(of: address) {
            try await backup(to: "\(path).before-\(first.element.name.replacing(" ", with: "-"))")
        }
        for (position, migration) in waiting {
            try await write { transaction in
                for statement in migration.statements { try transaction.script(statement) }
                try transaction.run(
                    "insert into migration (name, position) values (\(migration.name), \(position))")
            }
        }
    }
}
