/// One XML part of an office document.
struct OfficePart {
    let name: String
    let content: [UInt8]

    /// What stands where a name was: a program wants something there.
    static let nobody = "Auteur"

    /// - Throws: `DocumentFault.damaged`.
    func withoutAuthors() throws -> [UInt8] {
        // Data of forms and of the place where the document was kept, which names people without a fixed shape.
        if name.hasPrefix("customXml/item"), !name.hasPrefix("customXml/itemProps") { return Array("<item/>".utf8) }
        switch try root() {
        case "coreProperties": return Array(try coreProperties().utf8)
        case "document-meta": return Array(try openDocumentMeta().utf8)
        case "Properties":
            let kind = name.contains("custom") ? "custom-properties" : "extended-properties"
            return Array(Self.noProperties(kind).utf8)
        default: return try withNamesReplaced()
        }
    }

    private func root() throws -> String? {
        var pieces = try XMLPieces(content)
        while let piece = try pieces.next() {
            if case .opening(let tag) = piece { return tag.name }
        }
        return nil
    }

    /// The title as written, still escaped; nil when there is none.
    private func title() throws -> String? {
        var pieces = try XMLPieces(content)
        var isTitle = false
        while let piece = try pieces.next() {
            switch piece {
            case .opening(let tag): isTitle = tag.name == "title" && !tag.isEmpty
            case .text(let range) where isTitle: return XMLText.written(XMLText.read(content[range]))
            case .verbatim(let range) where isTitle:
                return XMLText.written(String(decoding: content[range], as: UTF8.self))
            case .closing: isTitle = false
            case .text, .verbatim, .aside: break
            }
        }
        return nil
    }

    /// ECMA-376, part 2, § 11.
    private func coreProperties() throws -> String {
        let title = try title().map { "<dc:title>\($0)</dc:title>" } ?? ""
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties \
            xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/">\(title)</cp:coreProperties>
            """
    }

    /// OpenDocument 1.3, part 3, § 3.1.2.
    private func openDocumentMeta() throws -> String {
        let title = try title().map { "<dc:title>\($0)</dc:title>" } ?? ""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">\
            <office:meta>\(title)</office:meta></office:document-meta>
            """
    }

    private static func noProperties(_ kind: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/\(kind)"/>
        """
    }

    /// A copy, byte for byte but for the names of people and the places on their machines.
    private func withNamesReplaced() throws -> [UInt8] {
        var pieces = try XMLPieces(content)
        var written: [UInt8] = []
        var copied = 0
        while let piece = try pieces.next() {
            guard case .opening(let tag) = piece else { continue }
            for attribute in tag.attributes(in: content) {
                guard let replacement = replacement(of: attribute, in: tag) else { continue }
                written += content[copied..<attribute.value.lowerBound]
                written += replacement.utf8
                copied = attribute.value.upperBound
            }
            if namesSomeone(tag.name), !tag.isEmpty {
                written += content[copied..<tag.range.upperBound]
                written += Self.nobody.utf8
                copied = try startOfEnd(of: tag.name, in: &pieces)
            }
        }
        return written + content[copied...]
    }

    private func replacement(of attribute: XMLTag.Attribute, in tag: XMLTag) -> String? {
        switch (tag.name, attribute.name) {
        // Comments, tracked changes, people of Word; who last had a workbook open.
        case (_, "author"), (_, "userId"), (_, "userName"): Self.nobody
        case (_, "initials"): "A"
        // People of Excel and PowerPoint.
        case ("person", "displayName"), ("author", "name"), ("cmAuthor", "name"): Self.nobody
        // Folders of the author's machine, and the database of a mailing.
        case ("absPath", "url"), ("connectString", "val"), ("query", "val"): ""
        case (_, "Target"), (_, "href"):
            content[attribute.value].starts(with: "file:".utf8) ? "file:///" : nil
        default: nil
        }
    }

    /// Comments of Excel; comments, changes and fields of OpenDocument.
    private func namesSomeone(_ element: String) -> Bool {
        switch element {
        case "author", "creator", "initial-creator", "creator-initials", "author-name", "author-initials", "printed-by":
            true
        default: element.hasPrefix("sender-")
        }
    }

    /// Where the tag that closes an element begins; what it holds is passed over.
    private func startOfEnd(of name: String, in pieces: inout XMLPieces) throws -> Int {
        var depth = 1
        while depth > 0 {
            let start = pieces.position
            switch try pieces.next() {
            case .opening(let tag) where tag.name == name && !tag.isEmpty: depth += 1
            case .closing(let other) where other == name:
                depth -= 1
                if depth == 0 { return start }
            case nil: throw DocumentFault.damaged
            default: break
            }
        }
        return pieces.position
    }
}
