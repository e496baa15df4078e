/// Whether a French social security number (NIR) of 15 characters, body and key, has the right shape and key
/// (DOMAIN §12.1). Spaces, dots and dashes are ignored; a body of 13 without its key is not valid.
package func isValidNIR(_ text: String) -> Bool {
    guard let number = SocialSecurityNumber(compact(text)), let key = number.key else { return false }
    return key == number.expectedKey
}

/// Whether a number of at least two digits, separators aside, has a right key: its Luhn sum is a multiple of ten.
package func isValidLuhn(_ text: String) -> Bool {
    guard let digits = digits(compact(text)), digits.count >= 2 else { return false }
    return luhnSum(digits) % 10 == 0
}

/// Whether a FINESS number (9 characters) has a right key. Corsica's letters count as A = 1 and B = 2.
package func isValidFINESS(_ text: String) -> Bool {
    var characters = Array(compact(text).utf8)
    guard characters.count == 9, let letter = characters.dropFirst().first else { return false }
    if let corsica = corsicanDigit(letter) {
        guard characters.first == UInt8(ascii: "2") else { return false }
        characters[1] = corsica
    }
    guard let digits = digits(String(decoding: characters, as: UTF8.self)) else { return false }
    let department = digits.prefix(2).reduce(0) { $0 * 10 + $1 }
    return (1...98).contains(department) && luhnSum(digits) % 10 == 0
}

/// Whether an RPPS number has its 11 digits and a right key.
package func isValidRPPS(_ text: String) -> Bool { isValidLuhn(text, length: 11) }

/// Whether a SIREN number has its 9 digits and a right key.
package func isValidSIREN(_ text: String) -> Bool { isValidLuhn(text, length: 9) }

/// Whether a SIRET number has its 14 digits and a right key. The offices of La Poste (SIREN 356000000) may instead
/// have a sum of digits that is a multiple of five.
package func isValidSIRET(_ text: String) -> Bool {
    guard let digits = digits(compact(text)), digits.count == 14 else { return false }
    if luhnSum(digits) % 10 == 0 { return true }
    return digits.starts(with: [3, 5, 6, 0, 0, 0, 0, 0, 0]) && digits.reduce(0, +) % 5 == 0
}

/// A NIR cut into its fields: sex, year, month, department, commune, order, and the key when it was given.
struct SocialSecurityNumber {
    /// The 13 characters of the body, Corsica's 2A and 2B read as 19 and 18, as the key asks.
    let body: Int
    let key: Int?

    /// - Parameter text: 13 or 15 characters without separators.
    /// - Returns: `nil` when it can't be a NIR: wrong length, sex, month or department.
    init?(_ text: String) {
        var characters = Array(text.utf8)
        guard characters.count == 13 || characters.count == 15 else { return nil }
        switch characters[6] {
        case UInt8(ascii: "A"), UInt8(ascii: "a"): characters[6] = UInt8(ascii: "9")
        case UInt8(ascii: "B"), UInt8(ascii: "b"): characters[6] = UInt8(ascii: "8")
        default: break
        }
        let isCorsican = characters[6] != Array(text.utf8)[6]
        if isCorsican {
            guard characters[5] == UInt8(ascii: "2") else { return nil }
            characters[5] = UInt8(ascii: "1")
        }
        guard let digits = digits(String(decoding: characters, as: UTF8.self)) else { return nil }
        let month = digits[3] * 10 + digits[4]
        let department = digits[5] * 10 + digits[6]
        guard [1, 2, 3, 4, 7, 8].contains(digits[0]), department >= 1,
            (1...12).contains(month) || (20...42).contains(month) || (50...99).contains(month)
        else { return nil }
        body = digits.prefix(13).reduce(0) { $0 * 10 + $1 }
        key = digits.count == 15 ? digits[13] * 10 + digits[14] : nil
    }

    var expectedKey: Int { 97 - body % 97 }
}

private func isValidLuhn(_ text: String, length: Int) -> Bool {
    guard let digits = digits(compact(text)), digits.count == length else { return false }
    return luhnSum(digits) % 10 == 0
}

/// Every second digit from the right is doubled, less nine above nine.
private func luhnSum(_ digits: [Int]) -> Int {
    digits.reversed().enumerated().reduce(0) { sum, digit in
        guard !digit.offset.isMultiple(of: 2) else { return sum + digit.element }
        let double = digit.element * 2
        return sum + (double > 9 ? double - 9 : double)
    }
}

private func digits(_ text: String) -> [Int]? {
    var digits: [Int] = []
    for byte in text.utf8 {
        guard (0x30...0x39).contains(byte) else { return nil }
        digits.append(Int(byte) - 0x30)
    }
    return digits
}

private func corsicanDigit(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): UInt8(ascii: "1")
    case UInt8(ascii: "B"), UInt8(ascii: "b"): UInt8(ascii: "2")
    default: nil
    }
}

/// The text without the separators that people put into long numbers.
private func compact(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isSeparator($0) }))
}

/// Space (also no-break and narrow), dot or dash: what may stand between the digits of a number.
func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{A0}", "\u{202F}", "\u{2009}", ".", "-", "\u{2010}", "\u{2011}", "\u{2013}": true
    default: false
    }
}
