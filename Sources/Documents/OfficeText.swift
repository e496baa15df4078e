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
            try add(content, to: &text)
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

    private func add(_ content: [UInt8], to text: inout String) throws {
        var pieces = try XMLPieces(content)
        // How many elements that hold text are open: what stands outside of them is layout.
        var depth = 0
        var cellIsNumberOfString = false
        while let piece = try pieces.next(), text.utf8.count < Self.bytesOfTextAtMost {
            switch piece {
            case .opening(let tag):
                if tag.name == "c" { cellIsNumberOfString = isNumberOfString(tag, in: content) }
                if holdsText(tag.name), !tag.isEmpty { depth += 1 }
                text += spaces(for: tag, in: content)
                if tag.isEmpty { text += Self.ends[tag.name] ?? "" }
            case .closing(let name):
                if holdsText(name) { depth = max(0, depth - 1) }
                text += Self.ends[name] ?? ""
                if name == "c" { cellIsNumberOfString = false }
            case .text(let range):
                if depth > 0, !cellIsNumberOfString { text += XMLText.read(content[range]) }
            case .verbatim(let range):
                if depth > 0 { text += String(decoding: content[range], as: UTF8.self) }
            case .aside: break
            }
        }
    }

    private func holdsText(_ element: String) -> Bool {
        switch kind {
        case .odt, .ods, .odp: element == "p" || element == "h"
        default: element == "t" || element == "delText" || element == "text" || element == "v"
        }
    }

    /// What stands after an element: a paragraph or a row ends a line, a cell ends with a tab.
    private static let ends = [
        "p": "\n", "h": "\n", "row": "\n", "table-row": "\n", "si": "\n", "comment": "\n", "threadedComment": "\n",
        "text": "\n", "c": "\t",
    ]

    private func spaces(for tag: XMLTag, in content: [UInt8]) -> String {
        switch tag.name {
        case "br", "cr", "line-break": return "\n"
        case "tab": return "\t"
        // OpenDocument counts spaces that stand together; the count comes from outside, so it is bounded.
        case "s":
            let count = tag.attributes(in: content).first { $0.name == "c" }
                .flatMap { Int(String(decoding: content[$0.value], as: UTF8.self)) }
            return String(repeating: " ", count: min(max(count ?? 1, 1), 100))
        default: return ""
        }
    }

    /// In a workbook, the value of a cell of text is its place among the strings, which are read apart.
    private func isNumberOfString(_ cell: XMLTag, in content: [UInt8]) -> Bool {
        cell.attributes(in: content).contains { $0.name == "t" && content[$0.value].elementsEqual("s".utf8) }
    }
}
