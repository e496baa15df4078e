import ArgumentParser
import Calendaring
import Configuration
import Foundation
import Logging
import Persistence
import Ruche
import RucheWeb
import Wording

import protocol Ruche.Clock

/// The wall clock: the one place where Ruche asks what time it is.
struct WallClock: Clock {
    var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
}

/// What every command needs to know, from options or from the environment, by the same names.
struct Settings: ParsableArguments {
    @Option(help: "sqlite:PATH or postgres://… (RUCHE_DATABASE)")
    var database: String?

    @Option(help: "The folder of files (RUCHE_DATA)")
    var data: String?

    private var environment: ConfigReader { ConfigReader(provider: EnvironmentVariablesProvider()) }

    /// `RUCHE_NAME`, if it is set and not empty.
    func value(_ name: String) -> String? {
        environment.string(forKey: ConfigKey(["ruche", name])).flatMap { $0.isEmpty ? nil : $0 }
    }

    var databaseAddress: String { database ?? value("database") ?? "sqlite:ruche.sqlite" }
    var files: String { data ?? value("data") ?? "ruche-files" }
    var url: String { (value("url") ?? "http://localhost:8080").trimmingSuffix("/") }
    var isDemonstration: Bool { value("demo") == "1" }

    /// The address that letters come from.
    var sender: String { value("sender") ?? "ruche@\(URL(string: url)?.host() ?? "localhost")" }

    /// What the legal pages say of who runs the service.
    func `operator`() throws -> Operator {
        let audit = try value("accessibility_audit").map { text in
            guard let audit = AccessibilityAudit(text) else {
                throw Failed("RUCHE_ACCESSIBILITY_AUDIT is not a day and a percentage (2026-05-12 62).")
            }
            return audit
        }
        let declaredOn = try value("accessibility_date").map { text in
            guard let day = CivilDate(text) else {
                throw Failed("RUCHE_ACCESSIBILITY_DATE is not a day (2026-05-12).")
            }
            return day
        }
        return Operator(
            name: value("operator"), contact: value("contact") ?? sender,
            dataOfficer: value("data_officer"), scheme: value("accessibility_scheme"),
            audit: audit, declaredOn: declaredOn)
    }

    /// The database, up to date.
    func open() async throws -> Instance {
        let database: Database
        do {
            if let path = Database.path(of: databaseAddress) {
                let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            database = try Database(databaseAddress)
        } catch let error as DatabaseError {
            throw Failed("The database \(databaseAddress) cannot be opened: \(error.message)")
        }
        let instance = Instance(database, clock: WallClock())
        try await database.migrate(Instance.schema)
        return instance
    }

    func logger() -> Logger {
        var logger = Logger(label: "ruche")
        logger.logLevel = value("log").flatMap { Logger.Level(rawValue: $0) } ?? .notice
        return logger
    }
}

extension String {
    func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
