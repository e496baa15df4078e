import Foundation
import Subprocess

/// This program, run once more for work that the process which serves must not do itself.
package enum OwnProgram {
    /// Hours of a slow machine for a very large database; what it prints is short.
    private static let limits = ProgramLimits(seconds: 3_600, memoryInBytes: 8 << 30, outputInBytes: 1 << 20)

    /// Runs one of its commands.
    /// - Parameter input: what it reads, never written to a file.
    /// - Returns: what it printed.
    /// - Throws: when it cannot be started, or fails: nobody may take its silence for an answer.
    package static func answer(of command: String, to input: String) async throws -> String {
        try await limits.answer(of: [try path(), command], to: input)
    }

    /// The file that runs, also after another has taken its name; beside it, for a test or a tool that is not it.
    private static func path() throws -> String {
        let name = "ruche"
        let link = "/proc/self/exe"
        // There is none on macOS.
        if let running = try? FileManager.default.destinationOfSymbolicLink(atPath: link),
            [name, name + " (deleted)"].contains(URL(fileURLWithPath: running).lastPathComponent)
        {
            return "/proc/\(ProcessInfo.processInfo.processIdentifier)/exe"
        }
        let own = Bundle.main.executableURL?.resolvingSymlinksInPath()
        let beside = own?.deletingLastPathComponent().appending(path: name)
        guard let beside, FileManager.default.isExecutableFile(atPath: beside.path) else {
            throw OwnProgramFault("the program \(name) is not beside \(own?.path ?? "nothing")")
        }
        return beside.path
    }
}

/// What kept it from doing its work, for whoever reads the log.
struct OwnProgramFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
