import Calendaring

/// How a language writes dates, hours, numbers and lists; what is decided elsewhere (which zone, which year, which
/// unit) is decided for all of them in `Interface`.
protocol Phrasing: Sendable {
    /// Monday first.
    var weekdays: [String] { get }
    var weekdaysShort: [String] { get }
    /// January first.
    var months: [String] { get }
    var monthsShort: [String] { get }
    var decimalSign: String { get }
    var groupSign: String { get }
    var percentSign: String { get }

    /// `8 décembre`, in a short form `8 déc.`.
    func day(_ date: CivilDate, short: Bool) -> String
    /// `le 8 décembre`, from its day.
    func on(_ day: String) -> String
    func time(_ time: CivilTime) -> String
    func at(_ day: String, _ time: String) -> String
    var yesterday: String { get }
    var today: String { get }
    var tomorrow: String { get }
    func duration(_ count: Int, _ unit: DurationUnit) -> String
    func since(_ duration: String) -> String
    func list(_ items: [String]) -> String
    func ordinal(_ number: Int, feminine: Bool) -> String
    func name(of holiday: PublicHoliday) -> String
}

enum DurationUnit: Sendable { case minutes, hours, days }

extension Phrasing {
    func weekday(_ weekday: Weekday) -> String { Self.item(weekday.rawValue, of: weekdays) }
    func weekdayShort(_ weekday: Weekday) -> String { Self.item(weekday.rawValue, of: weekdaysShort) }
    func month(_ number: Int) -> String { Self.item(number, of: months) }
    func monthShort(_ number: Int) -> String { Self.item(number, of: monthsShort) }

    func number(_ number: Int) -> String {
        let digits = grouped(String(number.magnitude))
        return number < 0 ? "−" + digits : digits
    }

    /// Rounded to `decimals` figures (0 to 9), half away from zero; a dash for what is no number.
    func number(_ number: Double, decimals: Int, signed: Bool) -> String {
        let decimals = min(max(decimals, 0), 9)
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (number.magnitude * scale).rounded()
        guard scaled < 1e18 else { return "–" }
        let digits = UInt64(scaled).padded(to: decimals + 1)
        var text = grouped(String(digits.dropLast(decimals)))
        if decimals > 0 { text += decimalSign + digits.suffix(decimals) }
        if scaled == 0 { return text }
        return (number < 0 ? "−" : signed ? "+" : "") + text
    }

    private func grouped(_ digits: String) -> String {
        guard digits.utf8.count > 3 else { return digits }
        var groups: [Substring] = []
        var rest = Substring(digits)
        while !rest.isEmpty {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        return groups.reversed().joined(separator: groupSign)
    }

    private static func item(_ number: Int, of names: [String]) -> String {
        names.indices.contains(number - 1) ? names[number - 1] : ""
    }
}

extension UInt64 {
    fileprivate func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
