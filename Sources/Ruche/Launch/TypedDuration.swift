/// Durations and numbers as busy people type them: "45", "1,5", "1 h 30", "9 jours". Anything else is none.
enum TypedDuration {
    enum Unit { case minutes, hours }

    /// - Parameters:
    ///   - bare: what a number without a unit counts.
    ///   - withDays: whether days of twenty-four hours are understood, as figures are shown.
    static func minutes(_ typed: String, bare: Unit, withDays: Bool = false) -> Double? {
        let text = compact(typed)
        let digits = text.prefix { isDigit($0) || $0 == "." }
        guard let number = decimal(digits) else { return nil }
        switch text.dropFirst(digits.count) {
        case "":
            if bare == .hours { return number * 60 }
            return number == number.rounded() ? number : nil
        case "min", "mn", "minute", "minutes": return number
        case "h", "heure", "heures", "hour", "hours": return number * 60
        case "j", "jour", "jours", "day", "days": return withDays ? number * 1_440 : nil
        case let rest:
            // "1 h 30"
            let minutes = rest.dropFirst().replacing("min", with: "")
            guard rest.first == "h", number == number.rounded(), minutes.count <= 2, minutes.allSatisfy(isDigit),
                let more = Int(minutes), more < 60
            else { return nil }
            return number * 60 + Double(more)
        }
    }

    /// More than anybody counts; past it, a whole number of minutes could not be made of hours.
    private static let largest = 1e9

    /// Digits and one point or comma at most: neither "0x10" nor "1e9".
    static func decimal(_ typed: some StringProtocol) -> Double? {
        let text = compact(typed)
        guard text.first.map(isDigit) == true, text.allSatisfy({ isDigit($0) || $0 == "." }) else { return nil }
        return Double(text).flatMap { $0 <= largest ? $0 : nil }
    }

    private static func compact(_ typed: some StringProtocol) -> String {
        String(typed.lowercased().replacing(",", with: ".").filter { !$0.isWhitespace })
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
