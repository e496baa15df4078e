import Foundation

/// A document of Office or LibreOffice: a ZIP archive of XML.
struct OfficeFile {
    let bytes: [UInt8]

    /// - Throws: `RefusedFile`.
    func kind() throws -> FileKind {
        let archive: ZipArchive
        do { archive = try ZipArchive(bytes: bytes) } catch { throw RefusedFile.damaged }
        if archive.entries.contains(where: \.isLocked) { throw RefusedFile.locked }
        if let types = archive.entry("[Content_Types].xml") { return try microsoft(archive, types) }
        if let type = archive.entry("mimetype") { return try openDocument(archive, type) }
        throw archive.entries.contains { Self.programNames.contains($0.name) } ? RefusedFile.program : .archive
    }

    private static let programNames: Set = ["META-INF/MANIFEST.MF", "AndroidManifest.xml", "classes.dex"]

    /// The kind as the table of contents says it (ECMA-376, part 2, § 10.1.2).
    private func microsoft(_ archive: ZipArchive, _ types: ZipArchive.Entry) throws -> FileKind {
        let table = try string(archive, types)
        let bringsPrograms = archive.entries.contains { entry in
            let name = entry.name.lowercased()
            return Self.macroNames.contains { name.contains($0) }
        }
        if bringsPrograms || table.contains("macroEnabled") || table.contains("vbaProject") { throw RefusedFile.macros }
        let kinds: [(String, FileKind)] = [
            ("wordprocessingml.document.main+xml", .docx), ("spreadsheetml.sheet.main+xml", .xlsx),
            ("presentationml.presentation.main+xml", .pptx),
        ]
        guard let kind = kinds.first(where: { table.contains($0.0) })?.1 else { throw RefusedFile.unknown }
        return kind
    }

    private static let macroNames = ["vbaproject.bin", "vbadata.xml", "/activex/", "/macrosheets/", "/dialogsheets/"]

    /// The kind as the first entry says it (OpenDocument 1.3, part 2, § 3.3).
    private func openDocument(_ archive: ZipArchive, _ type: ZipArchive.Entry) throws -> FileKind {
        let mimeType = try string(archive, type)
        guard let kind = [FileKind.odt, .ods, .odp].first(where: { $0.mimeType == mimeType }) else {
            throw RefusedFile.archive
        }
        // An empty library of macros is two tables of contents.
        let bringsPrograms = archive.entries.contains { entry in
            (entry.name.hasPrefix("Basic/") || entry.name.hasPrefix("Scripts/")) && !entry.name.hasSuffix("/")
                && !["script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml"].contains { name in
                    entry.name.hasSuffix("/\(name)")
                }
        }
        if bringsPrograms { throw RefusedFile.macros }
        if let manifest = archive.entry("META-INF/manifest.xml"),
            try string(archive, manifest).contains("encryption-data")
        {
            throw RefusedFile.locked
        }
        return kind
    }

    /// A table of contents is small: past a megabyte, it is a trap.
    private func string(_ archive: ZipArchive, _ entry: ZipArchive.Entry) throws -> String {
        do {
            return String(decoding: try archive.content(of: entry, atMost: 1 << 20), as: UTF8.self)
        } catch {
            throw RefusedFile.damaged
        }
    }
}
