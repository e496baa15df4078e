/// A word made comparable: lower case, accents and ligatures undone.
struct Folded {
    let plain: String
    /// Whether an acute accent stood on the last e: "né" and "curé" are not "ne" and "cure".
    let endsWithAcute: Bool
    let isCapitalised: Bool
    let isAllCapitals: Bool

    init(_ letters: ArraySlice<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count + 2)
        var capitals = 0
        var lowers = 0
        var acute = false
        var startsWithCapital = false
        for scalar in letters {
            let value = scalar.value
            if value < 0x80 {
                let isUpper = value >= 0x41 && value <= 0x5A
                if bytes.isEmpty { startsWithCapital = isUpper }
                if isUpper { capitals += 1 } else { lowers += 1 }
                bytes.append(UInt8(isUpper ? value + 0x20 : value))
                acute = false
            } else if value == 0x301 {
                acute = bytes.last == UInt8(ascii: "e")
            } else if !isIgnored(scalar), !isCombining(scalar) {
                let isUpper = isUpperCase(scalar)
                if bytes.isEmpty { startsWithCapital = isUpper }
                if isUpper { capitals += 1 } else { lowers += 1 }
                acute = value == 0xC9 || value == 0xE9
                appendPlain(scalar, to: &bytes)
            }
        }
        plain = String(decoding: bytes, as: UTF8.self)
        endsWithAcute = acute
        isCapitalised = startsWithCapital
        isAllCapitals = capitals > 0 && lowers == 0
    }
}

private func appendPlain(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let letter: StaticString
    switch scalar.value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: letter = "a"
    case 0xC6, 0xE6: letter = "ae"
    case 0xC7, 0xE7, 0x106...0x10D: letter = "c"
    case 0x10E...0x111: letter = "d"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: letter = "e"
    case 0x11C...0x123: letter = "g"
    case 0x124...0x127: letter = "h"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: letter = "i"
    case 0x139...0x142: letter = "l"
    case 0xD1, 0xF1, 0x143...0x148: letter = "n"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: letter = "o"
    case 0x152, 0x153: letter = "oe"
    case 0x154...0x159: letter = "r"
    case 0xDF, 0x15A...0x161, 0x218, 0x219: letter = "s"
    case 0x162...0x167, 0x21A, 0x21B: letter = "t"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: letter = "u"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: letter = "y"
    case 0x179...0x17E: letter = "z"
    default:
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        return
    }
    letter.withUTF8Buffer { bytes.append(contentsOf: $0) }
}

func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0: false
    case 0xD7, 0xF7: false
    case 0xC0...0x24F: true
    case 0x2000...0x2BFF, 0x3000...0x303F: false
    default: scalar.properties.isAlphabetic && scalar.properties.numericType == nil && !isCombining(scalar)
    }
}

func isUpperCase(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: true
    case 0..<0x100: false
    default: scalar.properties.isUppercase
    }
}

func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
}

func isCombining(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

/// Scalars that no reader sees, and that must not hide a name or a number: soft hyphen, zero-width ones.
func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
}
