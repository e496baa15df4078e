import Foundation

/// An office document without its authors: its properties written anew, the names beside comments and changes replaced,
/// its pictures without metadata, and the documents inside it treated the same way.
struct OfficeAuthors {
    /// How many documents this one lies in.
    var depth = 0

    /// A chart in a presentation holds a workbook; nothing deeper has a use.
    private static let depthAtMost = 2
    /// How much of a document is unpacked to be rewritten.
    private static let bytesAtMost = 200 << 20

    /// - Throws: `DocumentFault`.
    func removed(from bytes: [UInt8]) throws -> [UInt8] {
        guard depth <= Self.depthAtMost else { throw DocumentFault.holdsFiles }
        let archive = try ZipArchive(bytes: bytes)
        guard !archive.entries.contains(where: isSignature) else { throw DocumentFault.signed }
        var writer = ZipWriter()
        var left = Self.bytesAtMost
        for entry in archive.entries {
            if isLargeAndNameless(entry.name) || entry.name.hasSuffix("/") {
                writer.copy(entry, of: archive)
                continue
            }
            let content = try archive.content(of: entry, atMost: left)
            left -= content.count
            let cleaned = try cleaned(content, named: entry.name)
            if cleaned == content { writer.copy(entry, of: archive) } else { try writer.add(entry.name, cleaned) }
        }
        return writer.finished()
    }

    private func isSignature(_ entry: ZipArchive.Entry) -> Bool {
        entry.name.hasPrefix("_xmlsignatures/") || entry.name == "META-INF/documentsignatures.xml"
    }

    /// The cells of a workbook: most of its bytes, and their schema has no place for an author.
    private func isLargeAndNameless(_ name: String) -> Bool {
        name.hasPrefix("xl/worksheets/sheet") && name.hasSuffix(".xml") || name == "xl/sharedStrings.xml"
    }

    private func cleaned(_ content: [UInt8], named name: String) throws -> [UInt8] {
        if ["xml", "rels", "psmdcp", "rdf", "vml"].contains(name.split(separator: ".").last ?? "") {
            return try OfficePart(name: name, content: content).withoutAuthors()
        }
        let file = FileContent(bytes: content)
        if file.has([0x50, 0x4B, 0x03, 0x04]) { return try OfficeAuthors(depth: depth + 1).removed(from: content) }
        // An object of Office 97, or a PDF: each with an author of its own.
        if file.has([0xD0, 0xCF, 0x11, 0xE0]) || file.has(Array("%PDF-".utf8)) { throw DocumentFault.holdsFiles }
        return try PictureMetadata.removed(from: content) ?? content
    }
}
