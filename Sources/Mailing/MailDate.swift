/// Reads the dates that mail programs have written for forty years, in milliseconds since 1970 UTC.
package enum MailDate {
    /// The instant told by a `Date:` or `Received:` value, or by the end of a `From ` line.
    ///
    /// The order of the words is free ("Tue, 1 Mar 2005 01:47:31 +0100", "Tue Mar  1 01:47:31 2005",
    /// "2005-03-01T01:47:31Z"); months are English or French; a missing or absurd zone is UTC.
    /// - Returns: `nil` unless day, month, year and time are all there and exist in the calendar.
    package static func milliseconds(of text: some StringProtocol) -> Int64? {
        var reading = Reading()
        for token in withoutComments(text).split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            reading.take(token)
        }
        return reading.milliseconds
    }

    /// Whether a word may stand in a date: with a digit, or a month, a day of the week, a zone in capitals.
    static func isWord(_ word: Substring) -> Bool {
        if word.utf8.contains(where: { (0x30...0x39).contains($0) }) { return true }
        let isCapital = word.utf8.count <= 5 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        return isCapital || months[word.prefix(3).lowercased()] != nil
            || word.utf8.count <= 4 && word.first?.isUppercase == true
    }

    /// "Tue, 1 Mar 2005 (a comment)": the zone's name in brackets adds nothing to its number.
    private static func withoutComments(_ text: some StringProtocol) -> Substring {
        guard text.utf8.contains(UInt8(ascii: "(")) else { return Substring(text) }
        var depth = 0
        var kept: [UInt8] = []
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if depth == 0 { kept.append(byte) }
            if byte == UInt8(ascii: ")"), depth > 0 { depth -= 1 }
        }
        return Substring(String(decoding: kept, as: UTF8.self))
    }

    /// Days from 1 January 1970 to a date of the Gregorian calendar, or `nil` when the date does not exist.
    static func days(year: Int, month: Int, day: Int) -> Int? {
        guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        guard (1...length).contains(day) else { return nil }
        let shiftedYear = month > 2 ? year : year - 1
        let shiftedMonth = month > 2 ? month - 3 : month + 9
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// What was understood so far of a date, word by word.
private struct Reading {
    var year: Int?
    var month: Int?
    var day: Int?
    var secondsOfDay: Int?
    var zoneInMinutes: Int?

    var milliseconds: Int64? {
        guard let year, let month, let day, let secondsOfDay,
            let days = MailDate.days(year: year, month: month, day: day)
        else { return nil }
        return Int64(days * 86_400 + secondsOfDay - (zoneInMinutes ?? 0) * 60) * 1000
    }

    mutating func take(_ token: Substring) {
        if token.utf8.contains(UInt8(ascii: ":")) {
            takeTime(token)
        } else if let sign = token.lastIndex(where: { $0 == "+" || $0 == "-" }),
            secondsOfDay != nil, let zone = Self.zone(token[sign...])
        {
            zoneInMinutes = zone
        } else if token.utf8.contains(UInt8(ascii: "-")) {
            takeDashed(token)
        } else if let number = Int(token) {
            takeNumber(number, digits: token.utf8.count)
        } else if let zone = namedZones[token.uppercased()] {
            if secondsOfDay != nil, zoneInMinutes == nil { zoneInMinutes = zone }
        } else if token.lowercased() == "pm" || token.lowercased() == "am", let seconds = secondsOfDay {
            let hours = seconds / 3600 % 12 + (token.lowercased() == "pm" ? 12 : 0)
            secondsOfDay = hours * 3600 + seconds % 3600
        } else if month == nil {
            month = Self.month(token)
        }
    }

    private mutating func takeNumber(_ number: Int, digits: Int) {
        if digits == 4 {
            if year == nil { year = number }
        } else if digits <= 2, day == nil, number >= 1 {
            day = number
        } else if year == nil, digits == 2 {
            year = number + (number < 70 ? 2000 : 1900)
        } else if year == nil, digits == 3 {
            year = number + 1900  // "105" for 2005: programs that took the C library's year as it is
        }
    }

    /// "10:20", "10:20:30", "10:20:30.5+0200", and "2005-03-01T10:20:30Z".
    private mutating func takeTime(_ token: Substring) {
        var clock = token
        if let mark = token.firstIndex(of: "T"), mark != token.startIndex {
            takeDashed(token[..<mark])
            clock = token[token.index(after: mark)...]
        }
        if clock.last == "Z" { clock = clock.dropLast() }
        if let sign = clock.firstIndex(where: { $0 == "+" || $0 == "-" }) {
            zoneInMinutes = Self.zone(clock[sign...]) ?? zoneInMinutes
            clock = clock[..<sign]
        }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0.prefix { $0 != "." }) }
        guard secondsOfDay == nil, parts.count == 2 || parts.count == 3, let hours = parts[0], let minutes = parts[1],
            let seconds = parts.count == 3 ? parts[2] : 0,
            (0...23).contains(hours), (0...59).contains(minutes), (0...60).contains(seconds)
        else { return }
        secondsOfDay = hours * 3600 + minutes * 60 + min(seconds, 59)
    }

    /// "01-Mar-2005" and "2005-03-01".
    private mutating func takeDashed(_ token: Substring) {
        let parts = token.split(separator: "-")
        guard parts.count == 3, let first = Int(parts[0]), let last = Int(parts[2]) else { return }
        let isYearFirst = parts[0].utf8.count == 4
        year = isYearFirst ? first : last < 70 ? last + 2000 : last < 100 ? last + 1900 : last
        month = Int(parts[1]) ?? Self.month(parts[1])
        day = isYearFirst ? last : first
    }

    /// "+0130", "-5:00" and "+2" in minutes; `nil` beyond 14 hours, which no country keeps.
    private static func zone(_ token: Substring) -> Int? {
        let digits = token.dropFirst().filter { $0 != ":" }
        guard let number = Int(digits), number >= 0, (1...4).contains(digits.utf8.count) else { return nil }
        let minutes = digits.utf8.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
        guard minutes <= 14 * 60 else { return nil }
        return token.first == "-" ? -minutes : minutes
    }

    private static func month(_ token: Substring) -> Int? {
        let word = token.lowercased()
        if let english = months[String(word.prefix(3))], word != "mardi" { return english }
        return frenchMonths.first { word.hasPrefix($0.key) }?.value
    }
}

private let months = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
]
private let frenchMonths = [
    "fév": 2, "fev": 2, "avr": 4, "mai": 5, "juin": 6, "juil": 7, "aoû": 8, "aou": 8, "déc": 12,
]
private let namedZones = [
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MET": 60, "MEZ": 60,
    "CEST": 120, "MEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
]
