import Foundation

/// A PDF without its authors, by qpdf: its objects are read as JSON, those that name somebody are changed, and the file
/// is written anew with what can still be reached, so that no earlier version stays behind.
enum PDFAuthors {
    static let secondsAtMost = 30
    private static let limits = ProgramLimits(
        seconds: secondsAtMost, memoryInBytes: 800 << 20, outputInBytes: 40 << 20)

    /// - Throws: `DocumentFault`; another error when qpdf cannot be started.
    static func removed(from bytes: [UInt8]) async throws -> [UInt8] {
        try await limits.inFolder(with: ["in.pdf": Data(bytes)]) { folder in
            guard try await limits.succeeds(reading, in: folder) else {
                throw try await limits.succeeds(["qpdf", "--requires-password", "in.pdf"], in: folder)
                    ? DocumentFault.locked : .damaged
            }
            try await onWorkingThread { try PDFObjects(folder: folder).writeChanges() }
            guard try await limits.succeeds(writing, in: folder),
                let cleaned = try? Data(contentsOf: folder.appending(path: "out.pdf"))  // it may have made none
            else { throw DocumentFault.damaged }
            return [UInt8](cleaned)
        }
    }

    /// Objects as JSON; each stream, as it is compressed, in a file of its own.
    private static let reading = [
        "qpdf", "--warning-exit-0", "--json-output", "--decode-level=none", "--json-stream-data=file",
        "--json-stream-prefix=stream", "in.pdf", "objects.json",
    ]
    private static let writing = [
        "qpdf", "--warning-exit-0", "--update-from-json=changes.json", "--object-streams=generate", "in.pdf", "out.pdf",
    ]
}

/// The objects of a PDF, in qpdf's JSON (version 2).
private struct PDFObjects {
    let folder: URL

    /// Reads `objects.json` (a line about the file, then its objects by name: `obj:12 0 R`, `trailer`), writes
    /// `changes.json`.
    /// - Throws: `DocumentFault`.
    func writeChanges() throws {
        let text = [UInt8](try Data(contentsOf: folder.appending(path: "objects.json")))
        guard case .array(let parts)? = try JSONValue(reading: text)["qpdf"], parts.count == 2,
            let objects = parts[1].fields
        else { throw DocumentFault.damaged }
        let information = objects["trailer"]?["value"]?["/Info"]?.string.map { "obj:\($0)" }
        var changes: [String: JSONValue] = [:]
        for (name, object) in objects where name != "trailer" {
            let changed =
                name == information ? object.keepingTitleAlone : try withoutPicturesMetadata(try object.withoutPeople())
            if changed != object { changes[name] = changed }
        }
        let file = JSONValue.object(["qpdf": .array([parts[0], .object(changes)])])
        try Data(file.written).write(to: folder.appending(path: "changes.json"))
    }

    /// A JPEG lies in a PDF as the camera made it.
    private func withoutPicturesMetadata(_ object: JSONValue) throws -> JSONValue {
        guard case .object(var stream)? = object["stream"], case .object(var facts)? = stream["dict"],
            facts["/Filter"]?.isFilter("/DCTDecode") == true, let name = stream["datafile"]?.string
        else { return object }
        let picture = [UInt8](try Data(contentsOf: folder.appending(path: name)))
        guard let cleaned = try PictureMetadata.removed(from: picture), cleaned != picture else { return object }
        try Data(cleaned).write(to: folder.appending(path: "\(name)-clean"))
        facts["/Length"] = nil
        stream = ["dict": .object(facts), "datafile": .string("\(name)-clean")]
        return .object(["stream": .object(stream)])
    }
}

extension JSONValue {
    /// The dictionary of information with its title alone.
    fileprivate var keepingTitleAlone: JSONValue {
        let title = self["value"]?["/Title"].map { ["/Title": $0] } ?? [:]
        return .object(["value": .object(title)])
    }

    /// Without XMP, data of programs and names beside comments, at any depth.
    /// - Throws: `DocumentFault.signed` or `holdsFiles`.
    fileprivate func withoutPeople() throws -> JSONValue {
        switch self {
        case .array(let values): return .array(try values.map { try $0.withoutPeople() })
        case .object(var fields):
            if fields["/ByteRange"] != nil || fields["/Type"]?.string == "/Sig" { throw DocumentFault.signed }
            if fields["/EF"] != nil || fields["/Type"]?.string == "/EmbeddedFile" { throw DocumentFault.holdsFiles }
            for key in ["/Metadata", "/PieceInfo", "/LastModified"] { fields[key] = nil }
            // In a comment, `/T` is who wrote it; in a field of a form, its name.
            if let kind = fields["/Subtype"]?.string, Self.comments.contains(kind) {
                for key in ["/T", "/CreationDate", "/M"] { fields[key] = nil }
            }
            return .object(try fields.mapValues { try $0.withoutPeople() })
        case .string, .number, .bool, .null: return self
        }
    }

    /// Annotations that a person writes (ISO 32000-2, § 12.5.6.2).
    private static let comments: Set = [
        "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
        "/Squiggly", "/StrikeOut", "/Caret", "/Stamp", "/Ink", "/Popup", "/FileAttachment", "/Redact", "/Sound",
    ]

    /// Whether it names this filter alone.
    fileprivate func isFilter(_ name: String) -> Bool { self == .string(name) || self == .array([.string(name)]) }
}
