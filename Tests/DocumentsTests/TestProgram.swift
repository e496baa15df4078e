import Foundation
import Subprocess

/// Runs a program in a folder of its own.
/// - Returns: the file that it made.
func made(_ output: String, from inputs: [String: [UInt8]] = [:], by command: [String]) async throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ruche-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, content) in inputs { try Data(content).write(to: folder.appending(path: name)) }
    let result = try await run(
        .name(command[0]), arguments: Arguments(Array(command.dropFirst())), workingDirectory: .init(folder.path),
        output: .discarded, error: .string(limit: 64 << 10))
    struct Failed: Error { let command: [String], reason: String? }
    guard result.terminationStatus.isSuccess else { throw Failed(command: command, reason: result.standardError) }
    return [UInt8](try Data(contentsOf: folder.appending(path: output)))
}
