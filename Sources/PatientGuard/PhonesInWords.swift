/// Phone numbers as they are said: "zéro six douze trente-quatre cinquante-six soixante-dix-huit".
extension Reading {
    /// Q9: a zero and at least four more numerals.
    func spelledPhone(at index: Int) -> Passage? {
        guard self[index].word == "zero", !self[index - 1].isWord(["virgule", "point", "de"]) else { return nil }
        var place = index + 1
        var last = index
        var groups = 0
        while place < index + 24 {
            if self[place].traits.contains(.numeral) || self[place].word == "zero" {
                last = place
                groups += 1
            } else if !(self[place].is("-") || self[place].is(",") || self[place].word == "et") {
                break
            }
            place += 1
        }
        guard groups >= 5 else { return nil }
        return passage(.contact, self[index].start, self[last].end, "")
    }
}
