import Foundation
import Subprocess

/// What another program may take while it makes a file.
struct ProgramLimits {
    let seconds: Int
    let memoryInBytes: Int
    let outputInBytes: Int

    /// Runs a program in a folder of its own, which nobody else may read and which is gone afterwards.
    /// - Returns: the file that it made; nil when it failed, went past a limit or made none.
    /// - Throws: when the folder cannot be written or the program cannot be started.
    func made(_ output: String, from inputs: [String: Data], by command: [String]) async throws -> Data? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ruche-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // What cannot be removed is left to the system, which empties this place.
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, content) in inputs { try content.write(to: folder.appending(path: name)) }
        let limits = [
            "--as=\(memoryInBytes)", "--fsize=\(outputInBytes)", "--cpu=\(seconds)", "timeout", "--kill-after=2",
            "\(seconds)",
        ]
        let result = try await run(
            .name("prlimit"), arguments: Arguments(limits + command), workingDirectory: .init(folder.path),
            output: .discarded, error: .discarded)
        guard result.terminationStatus.isSuccess else { return nil }
        return try? Data(contentsOf: folder.appending(path: output))  // it may have made none
    }
}
