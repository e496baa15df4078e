import ArgumentParser
import Foundation

struct GuardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guard", abstract: "What would identify a patient in a text.")
    @Argument(help: "A file, or - for standard input.") var file: String
    @Flag(help: "One JSON document.") var json = false
    @Flag(help: "One JSON object with a text per line, one answer per line.") var lines = false

    func run() async throws {
        let data = try read(file)
        if lines { return write(GuardOutput.lines(for: data)) }
        let text = String(decoding: data, as: UTF8.self)
        write(GuardOutput.document(for: text))
    }
}
