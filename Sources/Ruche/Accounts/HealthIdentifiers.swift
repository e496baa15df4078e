/// The keys of French health identifiers: checked to warn of a slip of the finger, never to block (DOMAIN §12.1).
package enum HealthIdentifier {
    /// RPPS, of a professional: 11 digits, the last by Luhn.
    package static func isRPPS(_ text: some StringProtocol) -> Bool {
        let digits = String(text).filter { !$0.isWhitespace }
        return digits.count == 11 && luhn(digits)
    }

    /// FINESS, of an establishment: 9 characters by Luhn; in Corsica the department's A counts as 1 and its B as 2.
    package static func isFINESS(_ text: some StringProtocol) -> Bool {
        var characters = Array(String(text).filter { !$0.isWhitespace }.uppercased())
        guard characters.count == 9 else { return false }
        if characters[0] == "2", characters[1] == "A" || characters[1] == "B" {
            characters[1] = characters[1] == "A" ? "1" : "2"
        }
        return luhn(String(characters))
    }

    /// From the right, every second digit doubled, nines cast out: the sum ends in 0.
    private static func luhn(_ text: some StringProtocol) -> Bool {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        let sum = text.utf8.reversed().enumerated().reduce(0) { sum, entry in
            let digit = Int(entry.element) - 0x30
            guard entry.offset % 2 == 1 else { return sum + digit }
            return sum + (digit > 4 ? digit * 2 - 9 : digit * 2)
        }
        return sum % 10 == 0
    }
}
