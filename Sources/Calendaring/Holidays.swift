/// Where a community works, by the public holidays that it keeps (DOMAIN §6.3).
///
/// Pacific communities and Saint-Pierre-et-Miquelon keep those of `metropole` here and add their own as closed days.
package enum Territory: String, Sendable, CaseIterable {
    case metropole
    case alsaceMoselle = "alsace-moselle"
    case mayotte, martinique, guadeloupe
    case saintMartin = "saint-martin"
    case guyane
    case saintBarthelemy = "saint-barthelemy"
    case reunion
}

package enum PublicHoliday: Sendable, CaseIterable {
    case newYear, goodFriday, easterMonday, labourDay, victory1945, ascension, whitMonday, nationalDay, assumption
    case allSaints, armistice1918, christmas, saintStephen, abolitionOfSlavery
}

extension Territory {
    /// The holidays of a year in order; two may fall on one day (Ascension on 8 May 1975 and on 1 May 2008).
    package func holidays(in year: Int) -> [(date: CivilDate, holiday: PublicHoliday)] {
        PublicHoliday.allCases
            .compactMap { holiday in date(of: holiday, in: year).map { ($0, holiday) } }
            .sorted { $0.0 < $1.0 }
    }

    /// Nothing when the territory does not keep it that year.
    package func date(of holiday: PublicHoliday, in year: Int) -> CivilDate? {
        switch holiday {
        case .newYear: CivilDate(existing: year, 1, 1)
        case .goodFriday: self == .alsaceMoselle ? .easter(year).adding(days: -2) : nil
        case .easterMonday: .easter(year).adding(days: 1)
        case .labourDay: CivilDate(existing: year, 5, 1)
        case .victory1945: CivilDate(existing: year, 5, 8)
        case .ascension: .easter(year).adding(days: 39)
        case .whitMonday: .easter(year).adding(days: 50)
        case .nationalDay: CivilDate(existing: year, 7, 14)
        case .assumption: CivilDate(existing: year, 8, 15)
        case .allSaints: CivilDate(existing: year, 11, 1)
        case .armistice1918: CivilDate(existing: year, 11, 11)
        case .christmas: CivilDate(existing: year, 12, 25)
        case .saintStephen: self == .alsaceMoselle ? CivilDate(existing: year, 12, 26) : nil
        case .abolitionOfSlavery: abolition(in: year)
        }
    }

    private func abolition(in year: Int) -> CivilDate? {
        switch self {
        case .metropole, .alsaceMoselle: nil
        case .mayotte: CivilDate(existing: year, 4, 27)
        case .martinique: CivilDate(existing: year, 5, 22)
        case .guadeloupe: CivilDate(existing: year, 5, 27)
        case .saintMartin: year >= 2019 ? CivilDate(existing: year, 5, 28) : nil
        case .guyane: CivilDate(existing: year, 6, 10)
        case .saintBarthelemy: CivilDate(existing: year, 10, 9)
        case .reunion: CivilDate(existing: year, 12, 20)
        }
    }
}

extension CivilDate {
    /// Easter Sunday of the Gregorian calendar: the Sunday after the first full moon, by the tables of the computus,
    /// from 21 March on.
    package static func easter(_ year: Int) -> CivilDate {
        let century = year / 100
        // Leap years left out by the Gregorian reform, then the drift of the moon, about 8 days in 25 centuries.
        let (solar, lunar) = (century - century / 4, (8 * century + 13) / 25)
        let moon = (19 * (year % 19) + solar - lunar + 15) % 30
        // No full moon on 19 April, nor on the 18th in the second half of the cycle of 19 years.
        let epact = moon - (moon == 29 || (moon == 28 && year % 19 > 10) ? 1 : 0)
        let fullMoon = CivilDate(existing: year, 3, 21).adding(days: epact)
        return fullMoon.adding(days: 7 - fullMoon.weekday.rawValue % 7)
    }
}
