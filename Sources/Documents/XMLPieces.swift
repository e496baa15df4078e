/// The XML of an office document in its pieces, in the order in which they stand, each with its place: what is not
/// changed can be copied byte for byte.
///
/// Only what such documents hold is read. Entities of their own, which would swell, are damage, and so is any other
/// encoding than UTF-8.
struct XMLPieces {
    enum Piece {
        case opening(XMLTag)
        /// The local name of the element that ends.
        case closing(String)
        /// Text between tags, as written: see `XMLText`.
        case text(Range<Int>)
        /// Text without entities.
        case verbatim(Range<Int>)
        /// A comment, an instruction or the name of a document type.
        case aside
    }

    let bytes: [UInt8]
    private(set) var position = 0

    /// - Throws: `DocumentFault.damaged` where the text says that it is not UTF-8.
    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let start = String(decoding: bytes[position...].prefix(200), as: UTF8.self).lowercased()
        if start.hasPrefix("<?xml"), let end = start.range(of: "?>"), let name = start.range(of: "encoding") {
            let isDeclared = name.lowerBound < end.lowerBound
            guard !isDeclared || start[name.upperBound..<end.lowerBound].contains("utf-8") else {
                throw DocumentFault.damaged
            }
        }
    }

    /// The next piece; nil at the end.
    /// - Throws: `DocumentFault.damaged`.
    mutating func next() throws -> Piece? {
        guard position < bytes.count else { return nil }
        guard bytes[position] == UInt8(ascii: "<") else { return text() }
        if has("<!--") { return try aside(until: "-->") }
        if has("<?") { return try aside(until: "?>") }
        if has("<![CDATA[") {
            let start = position + 9
            let end = try place(of: "]]>", from: start)
            position = end + 3
            return .verbatim(start..<end)
        }
        if has("<!") { return try typeDeclaration() }
        return try tag()
    }

    private mutating func text() -> Piece {
        let start = position
        position = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        return .text(start..<position)
    }

    private mutating func aside(until mark: String) throws -> Piece {
        position = try place(of: mark, from: position + 2) + mark.utf8.count
        return .aside
    }

    /// The name of a document type, as old manifests of OpenOffice have it; it may declare nothing in place.
    private mutating func typeDeclaration() throws -> Piece {
        let start = position
        let declaration = try aside(until: ">")
        guard !bytes[start..<position].contains(UInt8(ascii: "[")) else { throw DocumentFault.damaged }
        return declaration
    }

    private mutating func tag() throws -> Piece {
        let start = position
        var end = start + 1
        var quote: UInt8?
        // A value between quotes may hold the sign that ends a tag.
        while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
            let byte = bytes[end]
            if byte == quote { quote = nil } else if quote == nil, byte == 0x22 || byte == 0x27 { quote = byte }
            end += 1
        }
        guard end < bytes.count else { throw DocumentFault.damaged }
        position = end + 1
        if bytes[start + 1] == UInt8(ascii: "/") {
            return .closing(XMLTag.localName(of: bytes[start + 2..<end]))
        }
        return .opening(XMLTag(bytes, start..<end + 1))
    }

    private func has(_ mark: StaticString) -> Bool {
        let length = mark.utf8CodeUnitCount
        guard position + length <= bytes.count else { return false }
        return mark.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + length]) }
    }

    private func place(of mark: String, from start: Int) throws -> Int {
        let mark = Array(mark.utf8)
        var place = start
        while place + mark.count <= bytes.count {
            if bytes[place] == mark[0], bytes[place..<place + mark.count].elementsEqual(mark) { return place }
            place += 1
        }
        throw DocumentFault.damaged
    }
}

/// A tag that opens an element.
///
/// Names are local: which prefix stands for a namespace is up to the program that wrote the document.
struct XMLTag {
    struct Attribute {
        let name: String
        /// Where the value stands, between its quotes.
        let value: Range<Int>
    }

    let name: String
    /// From `<` to `>`.
    let range: Range<Int>
    /// Whether the element ends where it begins.
    let isEmpty: Bool

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.range = range
        name = Self.localName(of: bytes[range.lowerBound + 1..<range.upperBound - 1])
        isEmpty = range.count > 2 && bytes[range.upperBound - 2] == UInt8(ascii: "/")
    }

    /// The name without its prefix, up to a space or the end of the tag.
    static func localName(of tag: ArraySlice<UInt8>) -> String {
        let whole = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") }
        let local = whole.lastIndex(of: UInt8(ascii: ":")).map { whole[($0 + 1)...] } ?? whole
        return String(decoding: local, as: UTF8.self)
    }

    /// The attributes, in their order.
    func attributes(in bytes: [UInt8]) -> [Attribute] {
        var found: [Attribute] = []
        var rest = bytes[range].dropFirst().drop { $0 > 0x20 }
        while true {
            rest = rest.drop { $0 <= 0x20 }
            guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { return found }
            let name = Self.localName(of: rest[..<equals])
            let value = rest[(equals + 1)...].drop { $0 <= 0x20 }
            guard let quote = value.first, quote == 0x22 || quote == 0x27,
                let end = value.dropFirst().firstIndex(of: quote)
            else { return found }
            found.append(Attribute(name: name, value: value.startIndex + 1..<end))
            rest = rest[(end + 1)...]
        }
    }
}

/// Text as XML writes it.
enum XMLText {
    /// The text with its five entities and its numbered characters read.
    static func read(_ written: ArraySlice<UInt8>) -> String {
        let text = String(decoding: written, as: UTF8.self)
        guard text.contains("&") else { return text }
        let pieces = text.split(separator: "&", omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(into: String(pieces[0])) { read, piece in
            guard let end = piece.firstIndex(of: ";"), let character = character(piece[..<end]) else {
                read += "&\(piece)"
                return
            }
            read.append(character)
            read += piece[piece.index(after: end)...]
        }
    }

    static func written(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static func character(_ name: Substring) -> Character? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let number = name.dropFirst()
            let value = number.hasPrefix("x") ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
            return value.flatMap(Unicode.Scalar.init).map(Character.init)
        }
    }
}
