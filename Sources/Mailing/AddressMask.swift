/// Hides the addresses of a text that others will read: "claire@chu.example" → "claire@…".
///
/// The form of public archives, "claire at chu.example", is hidden between brackets, where a sentence attributes
/// a quotation, and when its first part cannot be a word of a sentence ("see it at chu.example" is left as it is).
package func maskAddresses(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while index < bytes.count {
        let separator = separatorLength(bytes, at: index)
        guard separator > 0 else {
            index += 1
            continue
        }
        let local = startOfLocal(bytes, before: index, notBefore: copied)..<index
        let domain = (index + separator)..<endOfDomain(bytes, from: index + separator)
        if !local.isEmpty, !domain.isEmpty, separator == 1 || isMasked(bytes, local, domain) {
            result += bytes[copied..<index] + Array("@…".utf8)
            copied = domain.upperBound
            index = copied
        } else {
            index += separator
        }
    }
    return copied == 0 ? text : String(decoding: result + bytes[copied...], as: UTF8.self)
}

/// The length of "@", " at ", " (at) " or " [at] " at `index`; 0 when none is there.
private func separatorLength(_ bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "@"): return 1
    case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: "["):
        guard index + 3 < bytes.count, "aA([".utf8.contains(bytes[index + 1]) else { return 0 }
        let here = bytes[index...].prefix(6)
        return separators.first { mark in
            here.count >= mark.count && zip(here, mark).allSatisfy { $0 == $1 || isLetter($0) && $0 | 0x20 == $1 }
        }?.count ?? 0
    default: return 0
    }
}

/// Whether "x at y" is an address and no sentence.
private func isMasked(_ bytes: [UInt8], _ local: Range<Int>, _ domain: Range<Int>) -> Bool {
    let words = bytes[domain]
    guard let dot = words.lastIndex(of: UInt8(ascii: ".")), domain.upperBound - dot > 2,
        bytes[(dot + 1)..<domain.upperBound].allSatisfy(isLetter)
    else { return false }
    let separator = bytes[local.upperBound..<domain.lowerBound]
    if separator.contains(where: { "()[]".utf8.contains($0) }) { return true }
    if bytes[local].contains(where: { "._+-0123456789".utf8.contains($0) }) { return true }
    let before = local.lowerBound > 0 ? bytes[local.lowerBound - 1] : 0x20
    let after = domain.upperBound < bytes.count ? bytes[domain.upperBound] : 0x20
    if "<(:\"[".utf8.contains(before) || ">)]\"".utf8.contains(after) { return true }
    let near = bytes[max(0, local.lowerBound - 200)..<local.lowerBound]
    let next = bytes[domain.upperBound...].prefix(200)
    let lineStart = near.lastIndex(of: 0x0A).map { $0 + 1 } ?? near.startIndex
    return isAttributing(bytes[lineStart..<(next.firstIndex(of: 0x0A) ?? next.endIndex)])
}

/// "From: claire at chu.example", "claire at chu.example wrote:".
private func isAttributing(_ bytes: ArraySlice<UInt8>) -> Bool {
    let line = String(decoding: bytes, as: UTF8.self)
    let start = line.drop { " >|*\t".contains($0) }
    return attributingStarts.contains { start.hasPrefix($0) } || attributingEnds.contains { line.contains($0) }
}

private func startOfLocal(_ bytes: [UInt8], before index: Int, notBefore limit: Int) -> Int {
    var start = index
    while start > limit, isLocal(bytes[start - 1]) { start -= 1 }
    return start
}

/// The end of a host name: letters, digits, dots and hyphens, not ending with a dot, which ends the sentence.
private func endOfDomain(_ bytes: [UInt8], from index: Int) -> Int {
    var end = index
    while end < bytes.count, isAlphanumeric(bytes[end]) || end > index && ".-".utf8.contains(bytes[end]) { end += 1 }
    while end > index, ".-".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
}

private func isLocal(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "._%+-='&~".utf8.contains(byte) }

private func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
}

private let separators = [" (at) ", " [at] ", "(at)", "[at]", " at "].map { Array($0.utf8) }
private let attributingStarts = [
    "From:", "De :", "De:", "To:", "À :", "A :", "À:", "Cc:", "Cc :", "Reply-To:", "Mail:",
]
private let attributingEnds = ["wrote:", "writes:", "said:", "crit :", "crit:", "wrote", "schrieb"]
