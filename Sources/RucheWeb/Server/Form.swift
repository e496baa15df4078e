import NIOCore
import Ruche

/// The fields of a form, as they were typed.
package struct Form: Sendable {
    private var values: [String: [String]] = [:]
    /// The files sent with it, by field.
    package private(set) var files: [String: [File]] = [:]

    package struct File: Sendable {
        package let name: String
        package let type: String
        package let bytes: ByteBuffer
    }

    package init() {}

    /// `a=1&b=deux+mots`. What is ill-formed is read as it stands; nothing is lost.
    package init(urlEncoded body: some Sequence<UInt8>) {
        for pair in Array(body).split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first, !name.isEmpty else { continue }
            values[Self.decoded(name), default: []].append(Self.decoded(halves.count > 1 ? halves[1] : []))
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): out.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                if let high = rest.first.flatMap(digit), let low = rest.dropFirst().first.flatMap(digit) {
                    out.append(high << 4 | low)
                    rest = rest.dropFirst(2)
                } else {
                    out.append(byte)
                }
            default: out.append(byte)
            }
        }
        // PostgreSQL has no zero byte in its texts; a browser's new lines are CR LF.
        return String(decoding: out.filter { $0 != 0 && $0 != 0x0D }, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// The first value of a field; empty when it is absent.
    package subscript(_ name: String) -> String { values[name]?.first ?? "" }
    package func all(_ name: String) -> [String] { values[name] ?? [] }
    package func has(_ name: String) -> Bool { values[name] != nil }

    /// Every field with a name that `isWanted` takes, several values on as many lines: for a draft.
    package func fields(_ isWanted: (String) -> Bool) -> [String: String] {
        values.filter { isWanted($0.key) }.mapValues { $0.joined(separator: "\n") }
    }

    /// Every field as it was sent, to be sent again.
    var pairs: [(name: String, value: String)] {
        values.sorted { $0.key < $1.key }.flatMap { name, values in values.map { (name, $0) } }
    }

    mutating func set(_ value: String, for name: String) { values[name] = [value] }
    mutating func add(_ value: String, for name: String) { values[name, default: []].append(value) }
    mutating func add(_ file: File, for name: String) { files[name, default: []].append(file) }
}
