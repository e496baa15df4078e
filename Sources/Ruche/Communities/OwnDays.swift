import Calendaring

/// The days on which a community does not work besides the holidays of its territory, and the holidays on which it does:
/// its promise stands still on the ones and runs on the others (DOMAIN §6.3).
package struct OwnDays: Sendable, Hashable {
    package private(set) var closed: Set<CivilDate> = []
    package private(set) var worked: Set<CivilDate> = []

    package init() {}

    /// A year of them is more than anybody writes.
    private static let atMost = 366

    /// Reads what was typed: days and periods between commas, semicolons or new lines, "24/12/2026 au 31/12/2026".
    /// - Throws: a refusal that quotes what is no day.
    package init(closed: String, worked: String) throws {
        self.closed = try Self.days(in: closed, field: "fermetures")
        self.worked = try Self.days(in: worked, field: "travailles")
    }

    private static func days(in typed: String, field: String) throws -> Set<CivilDate> {
        var days: Set<CivilDate> = []
        for piece in typed.split(whereSeparator: { ",;".contains($0) || $0.isNewline }) {
            let piece = String(piece).trimmingWhitespace()
            if piece.isEmpty { continue }
            let ends = piece.split(separator: /\s+(?:au|à|to|–|-)\s+/).map { end in
                day(typed: end.trimmingPrefix(/(?i:du|le|from)\s+/))
            }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends.last ?? nil, first <= last,
                last.dayNumber - first.dayNumber < atMost
            else {
                throw Refusal(
                    "« %@ » n’est pas un jour. Écrivez par exemple 24/12/2026, ou 24/12/2026 au 31/12/2026.", piece,
                    field: field)
            }
            for number in first.dayNumber...last.dayNumber { days.insert(first.adding(days: number - first.dayNumber)) }
            guard days.count <= atMost else { throw Refusal("C’est plus d’une année de jours.", field: field) }
        }
        return days
    }

    /// With its year: a day that comes back each year is written for each.
    private static func day(typed: Substring) -> CivilDate? {
        let parts = typed.split { !($0.isLetter || $0.isNumber) }
        return parts.count >= 3 ? firstDay(typed: String(typed)) : nil
    }

    /// As it is kept: "-2026-12-24 +2027-05-08".
    init(kept text: String) {
        for piece in text.split(separator: " ") {
            guard let day = CivilDate(String(piece.dropFirst())) else { continue }
            if piece.hasPrefix("-") { closed.insert(day) } else { worked.insert(day) }
        }
    }

    var text: String {
        (closed.sorted().map { "-\($0)" } + worked.sorted().map { "+\($0)" }).joined(separator: " ")
    }

    /// As the form shows them, days that follow one another as a period.
    package var closedLines: String { Self.lines(closed) }
    package var workedLines: String { Self.lines(worked) }

    private static func lines(_ days: Set<CivilDate>) -> String {
        var periods: [(first: CivilDate, last: CivilDate)] = []
        for day in days.sorted() {
            if let last = periods.last?.last, last.adding(days: 1) == day {
                periods[periods.count - 1].last = day
            } else {
                periods.append((day, day))
            }
        }
        func written(_ day: CivilDate) -> String { "\(day.day)/\(day.month)/\(day.year)" }
        return periods.map { $0.first == $0.last ? written($0.first) : "\(written($0.first)) au \(written($0.last))" }
            .joined(separator: "\n")
    }
}
