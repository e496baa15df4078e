/// Attributes whose value is an address, so that its scheme is checked.
@usableFromInline let addressAttributes: [StaticString] = ["href", "src", "action", "poster", "cite"]

/// Whether a browser that follows `address` runs no code: relative, http, https, mailto or tel.
///
/// Anything else is refused: javascript:, data:, vbscript:, or a scheme hidden by blanks or controls.
package func isSafeAddress(_ address: String) -> Bool {
    var scheme: [UInt8] = []
    for byte in address.utf8 {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true  // comes first: no scheme
        case UInt8(ascii: ":"): return safeSchemes.contains { $0.utf8.elementsEqual(scheme) }
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
        case 0x00...0x20, UInt8(ascii: "&"), 0x7F: return false  // browsers drop tabs, new lines and leading controls
        default: scheme.append(byte)
        }
    }
    return true
}

private let safeSchemes = ["http", "https", "mailto", "tel"]

/// Whether `address` is a path of this very server. `//host` and `/\host` are other hosts to a browser.
func isOwnAddress(_ address: String) -> Bool {
    let bytes = address.utf8
    guard bytes.first == UInt8(ascii: "/"), isSafeAddress(address) else { return false }
    let second = bytes.dropFirst().first
    return second != UInt8(ascii: "/") && second != UInt8(ascii: "\\") && bytes.allSatisfy { $0 > Byte.space }
}

/// The bytes that give HTML its shape.
@usableFromInline enum Byte {
    @usableFromInline static let tab: UInt8 = 0x09
    @usableFromInline static let newLine: UInt8 = 0x0A
    @usableFromInline static let space: UInt8 = 0x20
    @usableFromInline static let quote: UInt8 = 0x22
    @usableFromInline static let ampersand: UInt8 = 0x26
    @usableFromInline static let apostrophe: UInt8 = 0x27
    @usableFromInline static let less: UInt8 = 0x3C
    @usableFromInline static let equal: UInt8 = 0x3D
    @usableFromInline static let greater: UInt8 = 0x3E
}
