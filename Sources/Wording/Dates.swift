import Calendaring

// Instants are milliseconds UTC, shown in the reader's zone. Examples are in French, without their no-break spaces.
extension Interface {
    /// `mardi 8 décembre`, with its year when it is not the current one.
    package func date(_ milliseconds: Int64) -> String { date(zone.date(at: milliseconds)) }

    package func date(_ date: CivilDate) -> String {
        language.phrasing.weekday(date.weekday) + " " + day(date)
    }

    /// `8 décembre`, `1er décembre`, with its year when it is not the current one; for *jusqu'au*, *le*.
    package func day(_ milliseconds: Int64) -> String { day(zone.date(at: milliseconds)) }

    package func day(_ date: CivilDate) -> String { withYear(language.phrasing.day(date, short: false), date) }

    /// `8 décembre 2026`, always with its year: on paper, which outlives it.
    package func fullDay(_ date: CivilDate) -> String {
        language.phrasing.day(date, short: false) + " " + String(date.year)
    }

    /// `8 déc.`
    package func shortDay(_ date: CivilDate) -> String { withYear(language.phrasing.day(date, short: true), date) }

    /// `décembre`, with its year when it is not the current one.
    package func month(_ date: CivilDate) -> String { withYear(language.phrasing.month(date.month), date) }

    /// `mardi 8 décembre à 18 h 40`
    package func dateTime(_ milliseconds: Int64) -> String {
        language.phrasing.at(date(milliseconds), time(milliseconds))
    }

    /// `mardi 24 nov., 12 h 30`
    package func shortDateTime(_ milliseconds: Int64) -> String {
        let date = zone.date(at: milliseconds)
        return language.phrasing.weekday(date.weekday) + " " + shortDay(date) + ", " + time(milliseconds)
    }

    /// `18 h 40`, `14 h`
    package func time(_ milliseconds: Int64) -> String { time(zone.moment(at: milliseconds).time) }

    package func time(_ time: CivilTime) -> String { language.phrasing.time(time) }

    /// As one would say it: `aujourd’hui à 9 h 12`, `hier à 18 h 40`, `demain à 14 h`; in the six days before, `lundi à
    /// 9 h 12`, or `samedi` without an hour, since nobody need know who writes at what hour of a weekend; else
    /// `le 9 mars`, `le 9 mars 2025`.
    package func relative(_ milliseconds: Int64) -> String {
        let phrasing = language.phrasing
        let moment = zone.moment(at: milliseconds)
        let weekday = moment.date.weekday
        return switch moment.date.dayNumber - zone.dayNumber(at: now) {
        case 0: phrasing.at(phrasing.today, phrasing.time(moment.time))
        case -1: phrasing.at(phrasing.yesterday, phrasing.time(moment.time))
        case 1: phrasing.at(phrasing.tomorrow, phrasing.time(moment.time))
        case -6 ... -2 where weekday.isWeekend: phrasing.weekday(weekday)
        case -6 ... -2: phrasing.at(phrasing.weekday(weekday), phrasing.time(moment.time))
        default: phrasing.on(day(moment.date))
        }
    }

    /// `déc.`, for charts. Nothing outside of 1 to 12.
    package func monthShort(_ number: Int) -> String { language.phrasing.monthShort(number) }

    /// `lun.`, for charts.
    package func weekdayShort(_ weekday: Weekday) -> String { language.phrasing.weekdayShort(weekday) }

    package func weekday(_ weekday: Weekday) -> String { language.phrasing.weekday(weekday) }

    package func name(of holiday: PublicHoliday) -> String { language.phrasing.name(of: holiday) }

    /// For `<time datetime>`: ISO 8601 in UTC, to the second, whoever reads.
    package func machineTime(_ milliseconds: Int64) -> String {
        let moment = Zone.utc.moment(at: milliseconds)
        return moment.date.description + "T" + moment.time.description + ":" + moment.time.second.padded(to: 2) + "Z"
    }

    private func withYear(_ text: String, _ date: CivilDate) -> String {
        date.year == zone.date(at: now).year ? text : text + " " + String(date.year)
    }
}
