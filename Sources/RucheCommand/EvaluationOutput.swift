import ArgumentParser
import Calendaring
import Foundation
import Measures
import Persistence
import Ruche
import Wording

struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Every indicator of a community, on a day.")

    @OptionGroup var settings: Settings
    @ArgumentParser.Argument var slug: String
    @Option(help: "The day, as 2026-11-22; yesterday by default, today on a community's first day.") var at: String = ""
    @Flag(help: "One JSON document.") var json = false

    func run() async throws {
        let instance = try await settings.open()
        let (slug, at) = (slug, at)
        let evaluation = try await instance.view { view in
            guard let community = try view.communities.find(slug) else {
                throw Failed("There is no community \(slug).")
            }
            let inside = View(view.transaction, by: Actor(community: community.id), at: view.now)
            return try refused { try inside.evaluations.evaluation(on: inside.evaluations.day(at)) }
        }
        if json {
            write(EvaluationOutput.document(evaluation, of: slug).data)
        } else {
            print(
                EvaluationOutput.table(
                    evaluation, Interface(now: instance.clock.now.milliseconds, words: try Words.bundled())))
        }
    }
}

/// The contract of `ruche evaluate --json` (ARCHITECTURE §7).
enum EvaluationOutput {
    static func document(_ evaluation: Evaluation, of slug: String) -> JSONOutput {
        .object([
            "community": .text(slug), "at": .text(evaluation.day.description), "members": .whole(evaluation.members),
            "indicators": .list(evaluation.indicators.map { indicator($0) }),
        ])
    }

    private static func indicator(_ indicator: Indicator) -> JSONOutput {
        var object: [String: JSONOutput] = [
            "id": .text(indicator.id.rawValue), "value": .number(indicator.value),
            "without_facilitators": .number(indicator.withoutFacilitators), "unit": .text(indicator.unit.rawValue),
            "n": .whole(indicator.n), "low": .number(indicator.low), "high": .number(indicator.high),
            "window": .object([
                "from": .text(instant(indicator.period.from)), "to": .text(instant(indicator.period.to)),
            ]),
            "method": .text(indicator.id.method.rawValue), "note": .text(indicator.note?.sentence),
        ]
        for detail in indicator.details {
            object[detail.name] =
                switch detail.value {
                case .number(let number): .number(number)
                case .count(let count): .whole(count)
                case .word(let word): .text(word)
                case .counts(let counts):
                    .object(Dictionary(counts.map { ($0.name, .whole($0.count)) }) { first, _ in first })
                }
        }
        return .object(object)
    }

    private static func instant(_ instant: Instant) -> String {
        ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000))
    }

    /// For a person at a terminal.
    static func table(_ evaluation: Evaluation, _ ui: Interface) -> String {
        evaluation.indicators.map { indicator in
            let value =
                indicator.value.map { value in
                    switch indicator.unit {
                    case .hours: ui.duration(hours: value)
                    case .share: ui.percent(value, decimals: 1)
                    case .number: ui.number(value, decimals: 3)
                    }
                } ?? "–"
            let note = indicator.note.map { "  \(ui.text($0.sentence))" } ?? ""
            return "\(indicator.id.rawValue)\t\(ui.text(indicator.id.name))\t\(value)\tn = \(indicator.n)\(note)"
        }.joined(separator: "\n")
    }
}
