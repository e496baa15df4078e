import ArgumentParser
import Foundation
import Persistence
import Ruche

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fills an empty database with the demonstration.")

    @OptionGroup var settings: Settings
    @Option(help: "The same seed gives the same demonstration.") var seed: UInt64 = 1
    @Option(help: "The day on which the demonstration stands, as 2026-11-24T12:00:00Z; now by default.") var now:
        String?

    func run() async throws {
        let instance = try await settings.open()
        let moment = try moment()
        let demo = try Demo(instance.database, seed: seed, now: moment)
        let progress = Progress("demonstration")
        do {
            try await demo.fill { progress.show($0) }
        } catch is Demo.NotEmpty {
            throw Failed("The database holds people already: a demonstration begins in an empty one.")
        }
        try await instance.database.close()
        progress.end("The demonstration is ready.")
    }

    private func moment() throws -> Instant {
        guard let now else { return WallClock().now }
        guard let date = ISO8601DateFormatter().date(from: now) else {
            throw ValidationError("\(now) is not a moment such as 2026-11-24T12:00:00Z")
        }
        return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1_000))
    }
}
