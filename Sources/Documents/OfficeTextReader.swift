/// Reads the text of one XML part of an office document.
struct OfficeTextReader {
    let kind: FileKind
    let content: [UInt8]
    /// What was read of the parts before, then of this one.
    private(set) var text: String

    /// How many elements that hold text are open: what stands outside of them is layout.
    private var depth = 0
    /// How many were open around a comment of OpenDocument, in which the names of people are no text.
    private var depthAround = 0
    private var cellIsNumberOfString = false

    init(kind: FileKind, content: [UInt8], text: String) {
        (self.kind, self.content, self.text) = (kind, content, text)
    }

    /// - Parameter limit: in bytes of UTF-8; reading stops soon after it.
    /// - Throws: `DocumentFault.damaged`.
    mutating func read(upTo limit: Int) throws -> String {
        var pieces = try XMLPieces(content)
        while text.utf8.count < limit, let piece = try pieces.next() {
            switch piece {
            case .opening(let tag):
                open(tag)
                if tag.isEmpty { close(tag.name) }
            case .closing(let name): close(name)
            case .text(let range): add(XMLText.read(content[range]))
            case .verbatim(let range): add(String(decoding: content[range], as: UTF8.self))
            case .aside: break
            }
        }
        return text
    }

    private mutating func open(_ tag: XMLTag) {
        switch tag.name {
        case "c": cellIsNumberOfString = isNumberOfString(tag)
        case "annotation":
            (depthAround, depth) = (depth, 0)
            text += "\n"
        case "br", "cr", "line-break": text += "\n"
        case "tab": text += "\t"
        case "s": text += spaces(tag)
        default: if holdsText(tag.name) { depth += 1 }
        }
    }

    private mutating func close(_ name: String) {
        if holdsText(name) { depth = max(0, depth - 1) }
        switch name {
        case "p", "h", "row", "table-row", "si", "comment", "threadedComment", "text": text += "\n"
        case "c":
            cellIsNumberOfString = false
            text += "\t"
        case "annotation": (depth, depthAround) = (depthAround, 0)
        default: break
        }
    }

    private mutating func add(_ words: String) {
        if depth > 0, !cellIsNumberOfString { text += words }
    }

    private func holdsText(_ element: String) -> Bool {
        switch kind {
        case .odt, .ods, .odp: element == "p" || element == "h"
        default: element == "t" || element == "delText" || element == "text" || element == "v"
        }
    }

    /// OpenDocument counts spaces that stand together; the count comes from outside, so it is bounded.
    private func spaces(_ tag: XMLTag) -> String {
        let count = tag.attributes(in: content).first { $0.name == "c" }
            .flatMap { Int(String(decoding: content[$0.value], as: UTF8.self)) }
        return String(repeating: " ", count: min(max(count ?? 1, 1), 100))
    }

    /// In a workbook, the value of a cell of text is its place among the strings, which are read apart.
    private func isNumberOfString(_ cell: XMLTag) -> Bool {
        cell.attributes(in: content).contains { $0.name == "t" && content[$0.value].elementsEqual("s".utf8) }
    }
}
