import Foundation

/// A document without the people behind it: who wrote it, last changed it or commented it, for which company, with
/// which program. Its title, its text and its layout stay.
///
/// An author who signed the text itself stays signed: only what a program wrote unasked is taken out.
package enum DocumentAuthors {
    package static let secondsAtMost = PDFAuthors.secondsAtMost

    /// Rewrites a document without its authors. A text has none and comes back as it is.
    /// - Parameter kind: as `FileKind` recognised it.
    /// - Throws: `DocumentFault` when it cannot be cleaned, and then must not be kept; another error when a program
    ///   cannot be started.
    /// - Precondition: not a picture, which `Picture` makes anew.
    package static func removed(from bytes: [UInt8], _ kind: FileKind) async throws -> [UInt8] {
        switch kind {
        case .pdf: return try await PDFAuthors.removed(from: bytes)
        case .docx, .xlsx, .pptx, .odt, .ods, .odp:
            return try await onWorkingThread { try OfficeAuthors().removed(from: bytes) }
        case .text, .westernText: return bytes
        case .jpeg, .png, .gif, .webp, .heic: preconditionFailure("A picture is made anew by Picture.")
        }
    }
}
