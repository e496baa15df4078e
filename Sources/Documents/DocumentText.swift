import Foundation

/// The text of a document, for the search of those who may read it and for the patient guard (DOMAIN §13).
///
/// All that a reader could bring to light is in it: notes, comments, headers, hidden slides, and what was deleted with
/// changes tracked.
package enum DocumentText {
    /// The longest text that is kept of a document; the rest is left out.
    package static let charactersAtMost = 500_000
    package static let secondsAtMost = 20

    private static let limits = ProgramLimits(
        seconds: secondsAtMost, memoryInBytes: 800 << 20, outputInBytes: 30 << 20)

    /// Reads the text of a document, without control characters but line feeds and tabs. A picture has none, nor does a
    /// PDF that was only scanned.
    /// - Parameter kind: as `FileKind` recognised it.
    /// - Throws: `DocumentFault`; another error when a program cannot be started.
    package static func text(of bytes: [UInt8], _ kind: FileKind) async throws -> String {
        let text: String
        switch kind {
        case .pdf: text = try await pdfText(bytes)
        case .docx, .xlsx, .pptx, .odt, .ods, .odp:
            text = try await onWorkingThread { try OfficeText(kind: kind).text(of: bytes) }
        case .text: text = String(decoding: bytes, as: UTF8.self)
        case .westernText:
            guard let read = String(bytes: bytes, encoding: .windowsCP1252) else { throw DocumentFault.damaged }
            text = read
        case .jpeg, .png, .gif, .webp, .heic: return ""
        }
        return try await onWorkingThread { tidied(text) }
    }

    /// By Poppler's `pdftotext`.
    private static func pdfText(_ bytes: [UInt8]) async throws -> String {
        let text = try await limits.made(
            "out.txt", from: ["in.pdf": Data(bytes)], by: ["pdftotext", "-enc", "UTF-8", "in.pdf", "out.txt"])
        guard let text else { throw DocumentFault.damaged }
        return String(decoding: text, as: UTF8.self)
    }

    private static func tidied(_ text: String) -> String {
        var tidy = String.UnicodeScalarView()
        var count = 0
        var last: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars where scalar != "\r" && scalar != "\u{FEFF}" {
            let isBreak = scalar == "\u{0C}" || scalar == "\u{0B}"
            let kept: Unicode.Scalar = isBreak ? "\n" : scalar
            guard kept == "\n" || kept == "\t" || kept.properties.generalCategory != .control else { continue }
            if kept == "\n", last == "\n" { continue }
            tidy.append(kept)
            last = kept
            count += 1
            if count == charactersAtMost { break }
        }
        return String(tidy)
    }
}
