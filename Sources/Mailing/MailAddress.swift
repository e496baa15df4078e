/// Addresses as archives print them.
package enum MailAddress {
    /// "claire@chu.example" or "claire at chu.example" → "claire@chu.example"; `nil` when it is no address.
    package static func unmasked(_ text: some StringProtocol) -> String? {
        var words = Substring(text).split(whereSeparator: \.isWhitespace).map(String.init)
        if words.count == 3, ["at", "(at)", "[at]", "chez"].contains(words[1].lowercased()) {
            words = ["\(words[0])@\(words[2])"]
        }
        guard words.count == 1, let word = words.first, isAddress(word) else { return nil }
        return word
    }

    /// Something on both sides of one "@", and no character that ends an address in running text.
    static func isAddress(_ word: String) -> Bool {
        guard let mark = word.utf8.lastIndex(of: UInt8(ascii: "@")) else { return false }
        let domain = word[word.utf8.index(after: mark)...]
        return mark != word.startIndex && !domain.isEmpty && domain != "xxx" && !domain.hasPrefix(".")
            && !word.utf8.contains { $0 <= 0x20 || "<>()[],;:\"".utf8.contains($0) }
    }
}
