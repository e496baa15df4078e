import ArgumentParser
import Foundation
import Measures

struct GuardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guard", abstract: "What would identify a patient in a text.")
    @Argument(help: "A file, or - for standard input.") var file: String
    @Flag(help: "One JSON document.") var json = false
    @Flag(help: "One JSON object with a text per line, one answer per line.") var lines = false

    func run() async throws {
        let data = try read(file)
        if lines {
            let (output, refused) = GuardOutput.lines(for: data)
            write(output)
            if refused > 0 { throw Failed("\(refused) of the lines are no JSON object with a text.") }
            return
        }
        let text = String(decoding: data, as: UTF8.self)
        write(GuardOutput.document(for: text))
    }
}

struct MeasuresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measures", abstract: "The formulas of the evaluation, on cases that you bring (JSON).")
    @Argument(help: "A file, or - for standard input.") var file: String

    func run() async throws { write(try MeasureCases.results(of: read(file))) }
}

struct Verdicts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Consensus verdicts of a table of ratings (CSV).")
    @Argument(help: "A file, or - for standard input.") var file: String
    @Option(help: "ram, ipras, delphi-70-15, delphi-75, delphi-80, has") var method: String
    @Flag(help: "One JSON document.") var json = false

    func run() async throws {
        guard let method = ConsensusMethod(rawValue: method) else {
            throw ValidationError("\(method) is no method known here")
        }
        let table = try VerdictTable(read(file), method: method)
        if json { write(table.json) } else { print(table.text) }
    }
}
