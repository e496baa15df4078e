/// How a day of a month is written.
extension Reading {
    /// A day of a month found at a token.
    struct Day {
        /// Index of its first and last tokens.
        let first: Int
        let last: Int
        let year: Int?
        /// Written 12/05 without year, which may as well be a score or a fraction.
        let isBareFraction: Bool
    }

    /// The day that begins with this token, a weekday or a number.
    func day(at index: Int) -> Day? {
        var place = index
        if self[place].traits.contains(.weekday) {
            place += 1
            if self[place].isWord(["le"]) { place += 1 }
        } else if self[index - 1].traits.contains(.weekday) {
            return nil
        }
        return numericDay(at: place, from: index) ?? dayInWords(at: place, from: index)
    }

    private func dayInWords(at index: Int, from first: Int) -> Day? {
        var place = index
        if self[place].shape == .word {
            guard let (value, end) = numeral(at: place),
                (1...31).contains(value), value > 1 || self[place].word == "premier"
            else { return nil }
            place = end + 1
        } else {
            guard self[place].shape == .number, (1...31).contains(self[place].value), self[place].length <= 2,
                !isGluedToNumber(place)
            else { return nil }
            place += 1
            if self[place].isWord(["er"]) { place += 1 }
        }
        // "du 12 au 13 mai", "le 12 ou 13 mai", "les 12, 13 mai".
        if self[place].isWord(["au", "et", "ou"]) || self[place].is(",")
            || self[place].is("-") && self[place + 1].shape == .number
        {
            guard self[place + 1].shape == .number, (1...31).contains(self[place + 1].value),
                self[place + 1].length <= 2
            else { return nil }
            place += 2
        }
        if self[place].is("-"), isGlued(place) { place += 1 }
        // "le 12 de mars", "le 12 du mois de mars".
        if self[first - 1].word == "le" {
            while place < first + 5, self[place].isWord(["de", "du", "mois"]) { place += 1 }
        }
        guard self[place].traits.contains(.month) else { return nil }
        var last = place
        if self[place + 1].is("."), isGlued(place + 1), self[place].isWord(Self.shortMonths) { last += 1 }
        var yearPlace = last + 1
        if self[yearPlace].is("-"), isGlued(yearPlace) { yearPlace += 1 }
        if let year = year(at: yearPlace) {
            return Day(first: first, last: yearPlace, year: year, isBareFraction: false)
        }
        if self[last + 1].word == "mille" || self[last + 1].word == "deux" && self[last + 2].word == "mille" {
            return Day(first: first, last: endOfSpelledYear(last + 1), year: nil, isBareFraction: false)
        }
        // "le premier janvier quarante et un".
        if self[index].shape == .word, let (value, end) = numeral(at: last + 1), value > 19,
            !self[end + 1].isWord(["ans", "h", "heures"])
        {
            return Day(first: first, last: end, year: 1900 + value, isBareFraction: false)
        }
        return Day(first: first, last: last, year: nil, isBareFraction: false)
    }

    /// The last word of "mille neuf cent trente-huit".
    func endOfSpelledYear(_ start: Int) -> Int {
        var last = start
        var place = start
        while place < start + 12 {
            if self[place].word == "mille" || self[place].traits.contains(.numeral) {
                last = place
            } else if !(self[place].is("-") || self[place].word == "et" && self[place + 1].traits.contains(.numeral)) {
                break
            }
            place += 1
        }
        return last
    }

    private static let shortMonths: Set<String> = ["janv", "fevr", "fev", "avr", "juil", "sept", "oct", "nov", "dec"]

    private func numericDay(at index: Int, from first: Int) -> Day? {
        let head = self[index]
        guard head.shape == .number, !isGluedToNumber(index) else { return nil }
        if head.length == 8 { return compactDay(at: index, from: first) }
        if head.length == 1, let spread = spreadDay(at: index, from: first) { return spread }
        if head.value == 1, self[index + 1].word == "er", isGlued(index + 1) {
            return firstOfMonth(at: index, from: first)
        }
        let mark = self[index + 1]
        guard mark.is("/") || mark.is(".") || mark.is("-") || mark.is("|"), self[index + 2].shape == .number else {
            return nil
        }
        let middle = self[index + 2]
        let hasThird =
            self[index + 3].is(Unicode.Scalar(UInt8(truncatingIfNeeded: mark.value)))
            && self[index + 4].shape == .number && isGlued(index + 3) == isGlued(index + 1)
        if hasThird {
            let tail = self[index + 4]
            if isGlued(index + 5), self[index + 5].is("/") || self[index + 5].is("-") { return nil }
            if head.length == 4, isYear(head.value), isDayAndMonth(tail, middle) {
                return Day(first: first, last: index + 4, year: head.value, isBareFraction: false)
            }
            guard isDayAndMonth(head, middle), let year = year(at: index + 4) else { return nil }
            // With spaces around, only a whole year tells a date from a list of figures.
            guard isGlued(index + 1) && isGlued(index + 2) && isGlued(index + 4) || year > 99 else { return nil }
            return Day(first: first, last: index + 4, year: year, isBareFraction: false)
        }
        guard mark.is("/") || mark.is("."), isGlued(index + 1), isGlued(index + 2), isDayAndMonth(head, middle) else {
            return nil
        }
        // "le 14.11 vers 3 h": with a full stop, only an hour makes a day of it.
        if mark.is(".") {
            guard middle.length == 2, self[index - 1].isWord(["le", "du", "au"]),
                endOfHour(after: index + 2) > index + 2
            else { return nil }
        }
        if isGlued(index + 3), self[index + 3].is("/") || self[index + 3].shape == .word { return nil }
        return Day(first: first, last: index + 2, year: nil, isBareFraction: true)
    }

    /// "1 2 0 3 1 9 3 8", as a form with one box a digit is copied.
    private func spreadDay(at index: Int, from first: Int) -> Day? {
        guard !(self[index - 1].shape == .number && self[index - 1].length == 1) else { return nil }
        var value = 0
        for place in index..<index + 8 {
            guard self[place].shape == .number, self[place].length == 1 else { return nil }
            value = value * 10 + self[place].value
        }
        guard !(self[index + 8].shape == .number && self[index + 8].length == 1),
            (1...31).contains(value / 1_000_000), (1...12).contains(value / 10_000 % 100), isYear(value % 10_000)
        else { return nil }
        return Day(first: first, last: index + 7, year: value % 10_000, isBareFraction: false)
    }

    /// "1er/02/1944".
    private func firstOfMonth(at index: Int, from first: Int) -> Day? {
        guard self[index + 2].is("/"), isGlued(index + 2), (1...12).contains(self[index + 3].value),
            self[index + 3].shape == .number, self[index + 4].is("/"), let year = year(at: index + 5)
        else { return nil }
        return Day(first: first, last: index + 5, year: year, isBareFraction: false)
    }

    /// "12031938", not the number of an article or of a lot.
    private func compactDay(at index: Int, from first: Int) -> Day? {
        let value = self[index].value
        guard (1...31).contains(value / 1_000_000), (1...12).contains(value / 10_000 % 100), isYear(value % 10_000),
            self[index].length == 8, !follows(index, within: 3, Self.references)
        else { return nil }
        return Day(first: first, last: index, year: value % 10_000, isBareFraction: false)
    }

    private static let references: Set<String> = [
        "pmid", "doi", "lot", "ref", "reference", "code", "article", "numero", "rpps", "adeli", "finess", "commande",
        "facture", "serie", "marche", "devis", "isbn", "issn", "cip", "ucd", "tel", "telephone",
    ]

    private func isDayAndMonth(_ day: Token, _ month: Token) -> Bool {
        (1...31).contains(day.value) && (1...12).contains(month.value) && day.length <= 2 && month.length <= 2
    }

    private func year(at index: Int) -> Int? {
        let token = self[index]
        guard token.shape == .number else { return nil }
        if token.length == 4, isYear(token.value) { return token.value }
        // After a month in letters, "12 mars 38"; but not "12 mars 10 h" nor "12 mars 38 ans".
        guard token.length == 2, !self[index + 1].isWord(["h", "heures", "ans", "mg", "mn"]),
            !isGlued(index + 1)
                || self[index + 1].shape == .mark, !(self[index + 1].is(":") && isGlued(index + 1))
        else { return nil }
        return token.value
    }

    func isYear(_ value: Int) -> Bool { (1850...2199).contains(value) }

    /// Whether the token is a piece of a longer figure: 3.12, 1/12/05, v2.
    func isGluedToNumber(_ index: Int) -> Bool {
        guard isGlued(index) else { return false }
        let before = self[index - 1]
        if before.shape == .word { return before.length <= 2 || before.isAllCapitals }
        return isGlued(index - 1) && self[index - 2].shape == .number && !before.is("(") && !before.is("=")
    }
}
