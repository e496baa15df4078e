/// Ages as notes shorten them, in French or in English: "76a", "F 76 a", "46 y/o", "92-year-old", "bb de 5 sem".
extension Reading {
    /// "76a", "F 76 a": years in one letter, after a word for a patient.
    func ageInShort(_ value: Int, from index: Int, unit: Int) -> Passage? {
        guard self[unit].word == "a", !isAt(unit), (1...119).contains(value), self[index].shape == .number else {
            return nil
        }
        let next = self[unit + 1]
        guard next.shape != .word || next.startsLine || isGlued(unit) else { return nil }
        let isAfterMark =
            ",.(-–•".unicodeScalars.contains(where: self[index - 1].is)
            && (!isGlued(index) || self[index - 1].is("("))
        let before = isAfterMark || self[index - 1].word == "de" ? index - 2 : index - 1
        let isBetweenMarks = (startsSentence(index) || self[index - 1].is(",")) && next.is(",")
        guard
            isBearer(before) || self[before].isWord(["f", "h"]) || self[before].traits.contains(.title)
                || self[index - 1].is(",") && isAboutOnePatient(index) && value >= 15
                || isGlued(unit) && value >= 15 && (startsSentence(index) || isAfterMark)
                || isBetweenMarks && value >= 15
        else { return nil }
        return passage(.age, self[index].start, self[unit].end, shortAge(value, at: index), age: value)
    }

    /// "a 46 y/o woman", "83 yo", "92-year-old", "75 yrs".
    func ageInEnglish(_ value: Int, from index: Int, unit: Int) -> Passage? {
        guard (1...119).contains(value), self[index].shape == .number else { return nil }
        var last = self[unit].is("-") ? unit + 1 : unit
        guard self[last].isWord(["y", "yo", "yr", "yrs", "year", "years"]) else { return nil }
        if self[last].word == "y" {
            guard self[last + 1].is("/"), self[last + 2].word == "o" else { return nil }
            last += 2
        } else if self[last].word != "yo" {
            let old = self[last + 1].is("-") ? last + 2 : last + 1
            guard self[old].isWord(["old", "o"]) || self[last].word.hasPrefix("yr") else { return nil }
            if self[old].isWord(["old", "o"]) { last = old }
        }
        return passage(.age, self[index].start, self[last].end, shortAge(value, at: index), age: value)
    }

    /// A band of five years, or words where it would say too much, apart from what the figure was glued to.
    private func shortAge(_ value: Int, at index: Int) -> String {
        let space = isGlued(index) && self[index - 1].shape == .word ? " " : ""
        return space
            + (value >= 90 || value < 18 ? band(of: value, at: index) : "environ \(max(20, value / 5 * 5)) ans")
    }
}
