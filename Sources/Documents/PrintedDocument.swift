import Foundation
import Subprocess

/// A page made into an accessible PDF (PDF/UA: tagged, with its language and its title) by WeasyPrint, within limits of
/// time, memory and size.
package enum PrintedDocument {
    /// The program is not there, or could not make it.
    package struct NotMade: Error {}

    package static let secondsAtMost = 30
    private static let memoryInBytes = 1_500 << 20
    private static let sizeInBytes = 20 << 20

    /// - Parameters:
    ///   - html: a whole page, for which nothing is fetched.
    ///   - style: its style sheet.
    /// - Throws: `NotMade`.
    package static func pdf(of html: String, style: String) async throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "print-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (page, file) = (folder.appending(path: "in.html"), folder.appending(path: "out.pdf"))
        let sheet = folder.appending(path: "style.css")
        try Data(html.utf8).write(to: page)
        try Data(style.utf8).write(to: sheet)
        let result = try await run(
            .name("prlimit"),
            arguments: [
                "--as=\(memoryInBytes)", "--fsize=\(sizeInBytes)", "--cpu=\(secondsAtMost)", "timeout",
                "--kill-after=2", "\(secondsAtMost)", "weasyprint", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1",
                "--stylesheet", sheet.path, page.path, file.path,
            ], output: .discarded, error: .discarded)
        guard result.terminationStatus.isSuccess, let bytes = try? Data(contentsOf: file),
            bytes.starts(with: Array("%PDF-".utf8))
        else { throw NotMade() }
        return [UInt8](bytes)
    }
}
