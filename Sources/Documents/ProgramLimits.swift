import Foundation
import Subprocess

/// What another program may take while it makes a file.
struct ProgramLimits {
    /// Of processor. Waiting for its turn on a busy machine, a program may take four times as long.
    let seconds: Int
    let memoryInBytes: Int
    let outputInBytes: Int

    /// Runs a program in a folder of its own, which nobody else may read and which is gone afterwards.
    /// - Returns: the file that it made; nil when it failed, went past a limit or made none.
    /// - Throws: when the folder cannot be written or the program cannot be started.
    func made(_ output: String, from inputs: [String: Data], by command: [String]) async throws -> Data? {
        try await inFolder(with: inputs) { folder in
            guard try await succeeds(command, in: folder) else { return nil }
            return try? Data(contentsOf: folder.appending(path: output))  // it may have made none
        }
    }

    /// Lends a folder that nobody else may read and that is gone afterwards, for programs that work one after another.
    func inFolder<Result>(with inputs: [String: Data], _ work: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ruche-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // What cannot be removed is left to the system, which empties this place.
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, content) in inputs { try content.write(to: folder.appending(path: name)) }
        return try await work(folder)
    }

    /// Runs a program in `folder`, without keeping what it prints.
    /// - Returns: whether it ended well, within the limits.
    /// - Throws: when the program cannot be started.
    func succeeds(_ command: [String], in folder: URL) async throws -> Bool {
        let result = try await run(
            .name("prlimit"), arguments: limited(command), workingDirectory: .init(folder.path),
            output: .discarded, error: .discarded)
        return result.terminationStatus.isSuccess
    }

    /// Runs a program in `folder` for the few lines that it prints.
    /// - Returns: what it printed; nil when it failed or went past a limit.
    /// - Throws: when the program cannot be started, or prints more than 64 KB.
    func printed(by command: [String], in folder: URL) async throws -> String? {
        let result = try await run(
            .name("prlimit"), arguments: limited(command), workingDirectory: .init(folder.path),
            output: .string(limit: 64 << 10), error: .discarded)
        return result.terminationStatus.isSuccess ? result.standardOutput : nil
    }

    /// Runs a program that reads a text and prints another.
    /// - Throws: when it cannot be started, fails, or prints more than a file of it may hold.
    func answer(of command: [String], to input: String) async throws -> String {
        let result = try await run(
            .name("prlimit"), arguments: limited(command), input: .string(input),
            output: .string(limit: outputInBytes), error: .string(limit: 64 << 10))
        guard result.terminationStatus.isSuccess else {
            throw OwnProgramFault(
                "\(command.joined(separator: " ")): \(result.terminationStatus) \(result.standardError)")
        }
        return result.standardOutput
    }

    private func limited(_ command: [String]) -> Arguments {
        let limits = [
            "--as=\(memoryInBytes)", "--fsize=\(outputInBytes)", "--cpu=\(seconds)", "timeout", "--kill-after=2",
            "\(seconds * 4)",
        ]
        return Arguments(limits + command)
    }
}
