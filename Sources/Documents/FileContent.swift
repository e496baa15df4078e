import Foundation

/// The bytes of a file, asked what they are.
struct FileContent: Sendable {
    let bytes: [UInt8]

    /// - Throws: `RefusedFile`.
    func kind() throws -> FileKind {
        guard !bytes.isEmpty else { throw RefusedFile.empty }
        // The 128 bytes before this mark are free: they may imitate any other kind, so it is looked for first.
        if has("DICM", at: 128) { throw RefusedFile.dicom }
        if let picture = try picture { return picture }
        if has("%PDF-") { return try pdf }
        if has([0x50, 0x4B, 0x03, 0x04]) { return try OfficeFile(bytes: bytes).kind() }
        guard isPlain else { throw lockedOrOldOffice ?? RefusedMarks.binary.reason(for: self) ?? .unknown }
        if let reason = RefusedMarks.plain.reason(for: self) { throw reason }
        return try text
    }

    /// Whether no control character stands in it but those of lines, tabs and pages.
    private var isPlain: Bool { bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) } }

    func has(_ mark: [UInt8], at offset: Int = 0) -> Bool {
        bytes.count >= offset + mark.count && bytes[offset..<offset + mark.count].elementsEqual(mark)
    }

    private func has(_ mark: String, at offset: Int = 0) -> Bool { has(Array(mark.utf8), at: offset) }
}

// What each kind begins with (the formats' own specifications, and the WHATWG's "MIME Sniffing").
extension FileContent {
    private var picture: FileKind? {
        get throws {
            if has([0xFF, 0xD8, 0xFF]) { return .jpeg }
            if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
            if has("GIF87a") || has("GIF89a") { return .gif }
            if has("RIFF"), has("WEBP", at: 8) { return .webp }
            guard has("ftyp", at: 4), bytes.count >= 12 else { return nil }
            let brand = String(decoding: bytes[8..<12], as: UTF8.self)
            switch brand {
            case "heic", "heix", "heim", "heis", "mif1": return .heic
            case "avif", "avis", "msf1", "hevc": throw RefusedFile.otherPicture
            case "M4A ", "M4B ": throw RefusedFile.sound
            default: throw RefusedFile.film
            }
        }
    }

    /// A PDF that a password or a right locks names its `/Encrypt` dictionary beside its last table of contents.
    private var pdf: FileKind {
        get throws {
            let content = Data(bytes)
            let name = Data("/Encrypt".utf8)
            var from = content.startIndex
            while let found = content.range(of: name, in: from..<content.endIndex) {
                let next = content[found.upperBound...].first { $0 > 0x20 }
                if let next, next == UInt8(ascii: "<") || (0x30...0x39).contains(next) { throw RefusedFile.locked }
                from = found.upperBound
            }
            return .pdf
        }
    }

    private var lockedOrOldOffice: RefusedFile? {
        guard has([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
        // A document of Office with a password lies in a container of Office 97, under this name in UTF-16.
        let locked = Data("EncryptedPackage".utf8.flatMap { [$0, 0] })
        return Data(bytes).range(of: locked) == nil ? .oldOffice : .locked
    }

    /// Text that no browser would take for a page.
    private var text: FileKind {
        get throws {
            if looksLikePage { throw RefusedFile.page }
            if let utf8 = String(validating: bytes, as: UTF8.self) {
                // The control characters of Latin-1, which UTF-8 writes in two bytes.
                guard !utf8.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else {
                    throw RefusedFile.unknown
                }
                return .text
            }
            guard bytes.allSatisfy({ !Self.unusedInWindows1252.contains($0) }) else { throw RefusedFile.unknown }
            return .westernText
        }
    }

    private static let unusedInWindows1252: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]

    /// Whether it begins as a page does, or holds what makes one act.
    private var looksLikePage: Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let head = String(decoding: bytes[start...].prefix(4_096), as: UTF8.self).lowercased()
        let opening = head.drop(while: \.isWhitespace)
        return Self.openings.contains { opening.hasPrefix($0) } || Self.actions.contains { head.contains($0) }
    }

    private static let openings = [
        "<!doctype", "<?xml", "<?php", "<%", "<html", "<head", "<body", "<svg", "<title", "<style", "<iframe", "<table",
        "<div", "<font", "<br>", "<p>", "<h1", "<a ", "<b>", "<!--", "mime-version:",
    ]
    private static let actions = ["<script", "<svg", "<?php", "javascript:", "<iframe", "<html"]
}
