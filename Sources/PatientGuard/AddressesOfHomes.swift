/// Addresses told by a label: "domicile : 7 r. Pasteur", "adresse : lot. les Pins n° 12".
extension Reading {
    /// Q9: what follows the label, up to the end of the line or the next mark that closes it.
    func labelledAddress(at index: Int) -> Passage? {
        let colon = self[index + 1].isWord(["patient", "patiente", "fille", "fils"]) ? index + 2 : index + 1
        guard self[colon].is(":"), !self[colon + 1].startsLine, !isAboutThing(index) else { return nil }
        var end = colon
        var tellsPlace = false
        while end < colon + 12 {
            let token = self[end + 1]
            guard token.shape != .nothing, !token.startsLine, !endsSentence(end + 1) || self[end].length < 4,
                !token.is(";"), !token.is("|")
            else { break }
            // Web, mail and offices have addresses of their own.
            if token.is("@") || token.isWord(Self.otherAddresses) || token.traits.contains(.institution) { return nil }
            if token.traits.contains(.street) || token.isWord(["r", "lot", "bp", "cs", "res", "apt", "quartier"]) {
                tellsPlace = true
            }
            end += 1
        }
        guard tellsPlace, end > colon + 1 else { return nil }
        return passage(.contact, self[colon + 1].start, self[end].end, "")
    }

    private static let otherAddresses: Set<String> = [
        "www", "http", "https", "mail", "com", "ip", "salle", "siege", "ifsi", "ars", "secretariat", "magasin", "hotel",
    ]
}
