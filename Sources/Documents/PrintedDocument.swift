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

    /// How many pages a document made here has; nil where they are packed away.
    package static func pages(in pdf: [UInt8]) -> Int? {
        let mark = Array("/Type /Page".utf8)
        var (count, rest) = (0, pdf[...])
        while let found = rest.firstRange(of: mark) {
            rest = rest[found.upperBound...]
            // The tree of pages is "/Pages".
            if rest.first != UInt8(ascii: "s") { count += 1 }
        }
        return count == 0 ? nil : count
    }
}
