import Foundation

/// The text in the XML of an office document.
struct OfficeText {
    let kind: FileKind

    /// How much XML of one document is read.
    private static let bytesAtMost = 60 << 20
    /// A character takes four bytes of UTF-8 at most.
    private static let bytesOfTextAtMost = 4 * DocumentText.charactersAtMost

    /// - Throws: `DocumentFault`.
    func text(of bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(bytes: bytes)
        let parts = archive.entries.filter { rank(of: $0.name) != nil }.sorted(by: comesFirst)
        guard !parts.isEmpty else { throw DocumentFault.damaged }
        var text = ""
        var left = Self.bytesAtMost
        for part in parts where text.utf8.count < Self.bytesOfTextAtMost {
            let content = try archive.content(of: part, atMost: left)
            left -= content.count
            var reader = OfficeTextReader(kind: kind, content: content, text: text)
            text = try reader.read(upTo: Self.bytesOfTextAtMost)
        }
        return text
    }

    /// Where a part stands in the text; nil when it holds none.
    private func rank(of name: String) -> Int? {
        guard name.hasSuffix(".xml") else { return nil }
        return Self.parts[kind]?.firstIndex { name.hasPrefix($0) }
    }

    private static let parts: [FileKind: [String]] = [
        .docx: [
            "word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments",
            "word/diagrams/data",
        ],
        .pptx: ["ppt/slides/slide", "ppt/notesSlides/notesSlide", "ppt/comments/", "ppt/diagrams/data"],
        .xlsx: [
            "xl/sharedStrings", "xl/worksheets/sheet", "xl/comments", "xl/threadedComments/", "xl/drawings/drawing",
        ],
        .odt: ["content.xml", "styles.xml"], .ods: ["content.xml", "styles.xml"], .odp: ["content.xml", "styles.xml"],
    ]

    /// By kind of part, then by number: the tenth slide after the ninth.
    private func comesFirst(_ one: ZipArchive.Entry, _ other: ZipArchive.Entry) -> Bool {
        let (first, second) = (rank(of: one.name) ?? .max, rank(of: other.name) ?? .max)
        if first != second { return first < second }
        return one.name.compare(other.name, options: .numeric) == .orderedAscending
    }
}
