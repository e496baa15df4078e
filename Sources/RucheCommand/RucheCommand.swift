import ArgumentParser
import Foundation
import Ruche

@main
struct RucheCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ruche",
        abstract: "A self-hosted place for communities of practice.",
        discussion: """
            Settings are given by the environment or by options of the same name: RUCHE_DATABASE (sqlite:PATH or
            postgres://…), RUCHE_DATA (folder of files), RUCHE_LISTEN, RUCHE_URL, RUCHE_SMTP, RUCHE_SENDER,
            RUCHE_SECRET, RUCHE_DEMO, RUCHE_TRUST_PROXY.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, DemoCommand.self, Migrate.self, RoutesTable.self, User.self, CommunityCommand.self,
            Import.self, Evaluate.self, MeasuresCommand.self, Verdicts.self, GuardCommand.self, Backup.self,
            Purge.self, SearchBytes.self,
        ])
}

/// A sentence for standard error; the exit status is 1.
struct Failed: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
