import Calendaring

struct French: Phrasing {
    private static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    private static let weekdaysShort = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]
    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]
    private static let monthsShort = [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ]

    var weekdays: [String] { Self.weekdays }
    var weekdaysShort: [String] { Self.weekdaysShort }
    var months: [String] { Self.months }
    var monthsShort: [String] { Self.monthsShort }
    var decimalSign: String { "," }
    var groupSign: String { "\u{202F}" }
    var percentSign: String { "\u{A0}%" }

    func day(_ date: CivilDate, short: Bool) -> String {
        let month = short ? monthShort(date.month) : month(date.month)
        return (date.day == 1 ? "1er " : String(date.day) + " ") + month
    }

    func on(_ day: String) -> String { "le " + day }

    func time(_ time: CivilTime) -> String {
        let hour = String(time.hour) + "\u{A0}h"
        let minute = time.minute
        if minute == 0 { return hour }
        return hour + (minute < 10 ? "\u{A0}0" : "\u{A0}") + String(minute)
    }

    func at(_ day: String, _ time: String) -> String { day + " à " + time }
    var yesterday: String { "hier" }
    var today: String { "aujourd’hui" }
    var tomorrow: String { "demain" }

    func duration(_ count: Int, _ unit: DurationUnit) -> String {
        switch unit {
        case .minutes: number(count) + "\u{A0}min"
        case .hours: number(count) + "\u{A0}h"
        case .days: number(count) + (count < 2 ? "\u{A0}jour" : "\u{A0}jours")
        }
    }

    func since(_ duration: String) -> String { "depuis " + duration }

    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " et " + last
    }

    func ordinal(_ number: Int, feminine: Bool) -> String {
        if number == 1 { return feminine ? "1re" : "1er" }
        return String(number) + "e"
    }

    func name(of holiday: PublicHoliday) -> String {
        switch holiday {
        case .newYear: "Jour de l’an"
        case .goodFriday: "Vendredi saint"
        case .easterMonday: "Lundi de Pâques"
        case .labourDay: "Fête du Travail"
        case .victory1945: "Victoire de 1945"
        case .ascension: "Ascension"
        case .whitMonday: "Lundi de Pentecôte"
        case .nationalDay: "Fête nationale"
        case .assumption: "Assomption"
        case .allSaints: "Toussaint"
        case .armistice1918: "Armistice de 1918"
        case .christmas: "Noël"
        case .saintStephen: "Saint-Étienne"
        case .abolitionOfSlavery: "Abolition de l’esclavage"
        }
    }
}
