import Calendaring

/// British order and sentence case (DESIGN §4).
struct English: Phrasing {
    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let weekdaysShort = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
    private static let monthsShort = [
        "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
    ]

    var weekdays: [String] { Self.weekdays }
    var weekdaysShort: [String] { Self.weekdaysShort }
    var months: [String] { Self.months }
    var monthsShort: [String] { Self.monthsShort }
    var decimalSign: String { "." }
    var groupSign: String { "," }
    var percentSign: String { "%" }

    func day(_ date: CivilDate, short: Bool) -> String {
        String(date.day) + " " + (short ? monthShort(date.month) : month(date.month))
    }

    func on(_ day: String) -> String { day }

    func time(_ time: CivilTime) -> String { time.description }

    func at(_ day: String, _ time: String) -> String { day + " at " + time }
    var yesterday: String { "yesterday" }
    var today: String { "today" }
    var tomorrow: String { "tomorrow" }

    func duration(_ count: Int, _ unit: DurationUnit) -> String {
        switch unit {
        case .minutes: number(count) + "\u{A0}min"
        case .hours: number(count) + "\u{A0}h"
        case .days: number(count) + (count == 1 ? "\u{A0}day" : "\u{A0}days")
        }
    }

    func since(_ duration: String) -> String { "for " + duration }

    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    func ordinal(_ number: Int, feminine: Bool) -> String {
        if (11...13).contains(number % 100) { return String(number) + "th" }
        switch number % 10 {
        case 1: return String(number) + "st"
        case 2: return String(number) + "nd"
        case 3: return String(number) + "rd"
        default: return String(number) + "th"
        }
    }

    func name(of holiday: PublicHoliday) -> String {
        switch holiday {
        case .newYear: "New Year’s Day"
        case .goodFriday: "Good Friday"
        case .easterMonday: "Easter Monday"
        case .labourDay: "Labour Day"
        case .victory1945: "Victory Day 1945"
        case .ascension: "Ascension Day"
        case .whitMonday: "Whit Monday"
        case .nationalDay: "Bastille Day"
        case .assumption: "Assumption Day"
        case .allSaints: "All Saints’ Day"
        case .armistice1918: "Armistice Day 1918"
        case .christmas: "Christmas Day"
        case .saintStephen: "Saint Stephen’s Day"
        case .abolitionOfSlavery: "Abolition of Slavery"
        }
    }
}
