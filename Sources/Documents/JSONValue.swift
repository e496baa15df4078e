/// Any JSON, whose numbers stay as they were written: what is not changed is written again the same.
enum JSONValue: Equatable, Sendable {
    case string(String)
    case number(String)
    case bool(Bool)
    case array([JSONValue])
    case object([String: JSONValue])
    case null

    /// Reads a whole text (RFC 8259).
    /// - Throws: `DocumentFault.damaged`, also where arrays and objects lie more than 600 deep in one another.
    init(reading text: [UInt8]) throws {
        var reader = JSONReader(text: text)
        self = try reader.value(depth: 0)
        guard reader.isAtEnd else { throw DocumentFault.damaged }
    }

    /// Its text, in one line.
    var written: [UInt8] {
        var text: [UInt8] = []
        write(to: &text)
        return text
    }

    var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    var fields: [String: JSONValue]? {
        if case .object(let fields) = self { fields } else { nil }
    }

    subscript(field: String) -> JSONValue? { fields?[field] }

    private func write(to text: inout [UInt8]) {
        switch self {
        case .string(let string): Self.write(string, to: &text)
        case .number(let number): text += number.utf8
        case .bool(let bool): text += (bool ? "true" : "false").utf8
        case .null: text += "null".utf8
        case .array(let values):
            Self.write(values, between: "[]", to: &text) { $0.write(to: &$1) }
        case .object(let fields):
            Self.write(fields, between: "{}", to: &text) { field, text in
                Self.write(field.key, to: &text)
                text.append(UInt8(ascii: ":"))
                field.value.write(to: &text)
            }
        }
    }

    private static func write<Items: Collection>(
        _ items: Items, between brackets: StaticString, to text: inout [UInt8],
        _ write: (Items.Element, inout [UInt8]) -> Void
    ) {
        let brackets = Array("\(brackets)".utf8)
        text.append(brackets[0])
        var isFirst = true
        for item in items {
            if !isFirst { text.append(UInt8(ascii: ",")) }
            isFirst = false
            write(item, &text)
        }
        text.append(brackets[1])
    }

    private static func write(_ string: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                text += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}

private struct JSONReader {
    private static let depthAtMost = 600

    let text: [UInt8]
    private var position = 0

    init(text: [UInt8]) { self.text = text }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return position == text.count
        }
    }

    mutating func value(depth: Int) throws -> JSONValue {
        guard depth <= Self.depthAtMost else { throw DocumentFault.damaged }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return .object(try object(depth))
        case UInt8(ascii: "["): return .array(try array(depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private var next: UInt8? { position < text.count ? text[position] : nil }

    private mutating func skipSpace() {
        while let next, next <= 0x20 { position += 1 }
    }

    /// Whether this sign comes next, after spaces; it is then passed.
    private mutating func pass(_ sign: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    private mutating func object(_ depth: Int) throws -> [String: JSONValue] {
        position += 1
        var fields: [String: JSONValue] = [:]
        if pass("}") { return fields }
        repeat {
            skipSpace()
            let name = try string()
            guard pass(":") else { throw DocumentFault.damaged }
            fields[name] = try value(depth: depth + 1)
        } while pass(",")
        guard pass("}") else { throw DocumentFault.damaged }
        return fields
    }

    private mutating func array(_ depth: Int) throws -> [JSONValue] {
        position += 1
        var values: [JSONValue] = []
        if pass("]") { return values }
        repeat { values.append(try value(depth: depth + 1)) } while pass(",")
        guard pass("]") else { throw DocumentFault.damaged }
        return values
    }

    private mutating func string() throws -> String {
        guard next == UInt8(ascii: "\"") else { throw DocumentFault.damaged }
        position += 1
        var bytes: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            position += 1
            if byte == UInt8(ascii: "\\") { bytes += try escaped() } else { bytes.append(byte) }
        }
        guard next != nil, let string = String(validating: bytes, as: UTF8.self) else { throw DocumentFault.damaged }
        position += 1
        return string
    }

    private mutating func escaped() throws -> [UInt8] {
        guard let sign = next else { throw DocumentFault.damaged }
        position += 1
        switch sign {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"): return try character()
        default: return [sign]
        }
    }

    /// A character by its number, in one or two halves of UTF-16.
    private mutating func character() throws -> [UInt8] {
        var halves = [try half()]
        if UTF16.isLeadSurrogate(halves[0]), text[position...].starts(with: Array("\\u".utf8)) {
            position += 2
            halves.append(try half())
        }
        return Array(String(decoding: halves, as: UTF16.self).utf8)
    }

    private mutating func half() throws -> UInt16 {
        let digits = text[position...].prefix(4)
        guard digits.count == 4, let half = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw DocumentFault.damaged
        }
        position += 4
        return half
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
        guard text[position...].starts(with: Array(word.utf8)) else { throw DocumentFault.damaged }
        position += word.utf8.count
        return value
    }

    private mutating func number() throws -> JSONValue {
        let digits = text[position...].prefix { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        guard !digits.isEmpty else { throw DocumentFault.damaged }
        position += digits.count
        return .number(String(decoding: digits, as: UTF8.self))
    }
}
