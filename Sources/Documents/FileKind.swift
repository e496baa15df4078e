/// What a file that a member attaches is, told by its content and never by its name.
package enum FileKind: String, CaseIterable, Sendable {
    case pdf
    /// Word, Excel and PowerPoint since 2007.
    case docx, xlsx, pptx
    /// LibreOffice's text, workbook and slides.
    case odt, ods, odp
    /// Text, CSV or Markdown in UTF-8: nothing in the bytes tells them apart.
    case text
    /// The same as Windows writes it in Western Europe (Windows-1252, which holds the letters of Latin-1).
    case westernText
    case jpeg, png, gif, webp, heic

    /// The largest file that is taken in.
    package static let bytesAtMost = 25 << 20

    /// Recognises the kind of a file.
    /// - Throws: `RefusedFile`, which says why it is not taken in.
    package static func of(_ bytes: [UInt8]) async throws -> FileKind {
        guard bytes.count <= bytesAtMost else { throw RefusedFile.tooLarge }
        return try await onWorkingThread { try FileContent(bytes: bytes).kind() }
    }

    /// How a browser is told what it receives; with `X-Content-Type-Options: nosniff`, it believes it.
    package var mimeType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        case .text: "text/plain; charset=utf-8"
        case .westernText: "text/plain; charset=windows-1252"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .heic: "image/heic"
        }
    }

    /// The endings that a name of this kind may have, the usual one first.
    package var extensions: [String] {
        switch self {
        case .text, .westernText: ["txt", "csv", "md"]
        case .jpeg: ["jpg", "jpeg"]
        default: [rawValue]
        }
    }

    /// Whether `Picture` makes it anew before it is kept.
    package var isPicture: Bool {
        switch self {
        case .jpeg, .png, .gif, .webp, .heic: true
        case .pdf, .docx, .xlsx, .pptx, .odt, .ods, .odp, .text, .westernText: false
        }
    }

    /// The name under which a file of this kind leaves: the member's own, with an ending that tells the truth.
    ///
    /// Folders, control characters and signs that systems refuse are taken out; a name is 100 characters at most.
    package func name(from given: String) -> String {
        let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let allowed = last.unicodeScalars.filter { !$0.isUnsafeInName }
        var stem = String(String.UnicodeScalarView(allowed)).trimmed
        var ending = extensions[0]
        if let dot = stem.lastIndex(of: ".") {
            let own = stem[stem.index(after: dot)...].lowercased()
            if extensions.contains(own) { ending = own }
            if own.count <= 5 { stem = String(stem[..<dot]).trimmed }
        }
        return "\(stem.isEmpty ? "document" : String(stem.prefix(100 - 6))).\(ending)"
    }
}

extension Unicode.Scalar {
    /// Control and format characters (among which those that turn the sense of reading), and signs of file systems.
    fileprivate var isUnsafeInName: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: "\"*:<>?|;".unicodeScalars.contains(self)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let isKept: (Character) -> Bool = { !$0.isWhitespace && $0 != "." }
        guard let first = firstIndex(where: isKept), let last = lastIndex(where: isKept) else { return "" }
        return String(self[first...last])
    }
}
