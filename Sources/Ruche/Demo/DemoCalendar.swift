import Calendaring
import Persistence

/// When things happen in the demonstration: work days more than Sundays, evenings too, August hardly.
struct DemoCalendar: Sendable {
    let now: Instant
    let zone: Zone

    /// The length of the community's life that is shown, in days.
    static let days = 364

    var today: Int { zone.dayNumber(at: now.milliseconds) }

    /// A moment of a day counted from today, at an hour and a minute of the community's clock.
    func at(day offset: Int, hour: Int, minute: Int = 0) -> Instant {
        let date = CivilDate(dayNumber: today + offset)
        guard let time = CivilTime(hour, minute) else { return now }
        return Instant(milliseconds: zone.instant(of: date, at: time))
    }

    /// A likely moment on about that day, never in the future.
    func moment(aroundDay offset: Int, _ random: inout DemoRandom) -> Instant {
        var day = offset
        if CivilDate(dayNumber: today + day).weekday.isWeekend, random.share() < 0.6 { day += 2 }
        // Between two shifts: morning break, early afternoon, evening; nights exist.
        let hour = random.pick([7, 10, 11, 13, 14, 14, 15, 17, 18, 18, 20, 21, 22, 3]) ?? 14
        let moment = at(day: day, hour: hour, minute: Int(random.next() % 60))
        return min(moment, now - .minutes(20 + Int(random.next() % 200)))
    }

    /// How long a question waits for a reply: hours at first, fewer as the community learns to answer; nights and
    /// Sundays wait for the morning.
    func reply(after moment: Instant, _ random: inout DemoRandom) -> Instant {
        let age = Double((now - moment).milliseconds) / Double(Duration.days(Self.days).milliseconds)
        let typical = 5 + 22 * max(0, min(1, age))
        // A long tail: most come within twice the typical delay, some after days.
        let hours = typical * spread(&random)
        var when = moment + .milliseconds(Int64(max(0.2, hours) * 3_600_000))
        let hour = zone.moment(at: when.milliseconds).time.hour
        if hour < 6, random.share() < 0.75 { when = when + .hours(7 - hour) + .minutes(Int(random.next() % 90)) }
        return when
    }

    /// About log-normal, without a table: the product of three shares around one.
    private func spread(_ random: inout DemoRandom) -> Double {
        (0.25 + random.share() * 1.6) * (0.3 + random.share() * 1.5) * (0.5 + random.share() * 1.2)
    }
}
