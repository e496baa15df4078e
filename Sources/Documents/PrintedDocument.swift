import Foundation

/// A page made into an accessible PDF (PDF/UA: tagged, with its language and its title) by WeasyPrint, within limits of
/// time, memory and size.
package enum PrintedDocument {
    /// The program is not there, or could not make it.
    package struct NotMade: Error {}

    package static let secondsAtMost = 30
    private static let limits = ProgramLimits(
        seconds: secondsAtMost, memoryInBytes: 1_500 << 20, outputInBytes: 20 << 20)

    /// - Parameters:
    ///   - html: a whole page, for which nothing is fetched.
    ///   - style: its style sheet.
    /// - Throws: `NotMade`.
    package static func pdf(of html: String, style: String) async throws -> [UInt8] {
        let made = try await limits.made(
            "out.pdf", from: ["in.html": Data(html.utf8), "style.css": Data(style.utf8)],
            by: [
                "weasyprint", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "--stylesheet", "style.css",
                "in.html", "out.pdf",
            ])
        guard let made, made.starts(with: Array("%PDF-".utf8)) else { throw NotMade() }
        return [UInt8](made)
    }
}
