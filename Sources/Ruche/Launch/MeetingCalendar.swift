import Calendaring
import Persistence

/// The year of meetings that the rules of step 4 draw, beside the meetings that are really fixed.
package struct MeetingCalendar: Sendable {
    /// Empty when the rules draw nothing any more.
    package let entries: [Entry]
    /// Coming meetings that an earlier rhythm had fixed, and that this one does not want.
    package let outdated: [Meeting]
    /// Coming meetings of the calendar whose hour, length, place or mode is no longer that of the rules.
    package let retimed: [Meeting]
    /// Of the meetings planned in the last twelve months, each by the rules of its day, how many were held within three
    /// days of theirs.
    package let held: Proportion

    /// One meeting of the rhythm, and the one that is fixed for it.
    package struct Entry: Sendable {
        package let occasion: MeetingRhythm.Occasion
        package let meeting: Meeting?
    }

    package struct Proportion: Sendable, Equatable {
        package let count: Int
        package let total: Int
    }

    /// The days that wait for a meeting.
    package var missing: [CivilDate] { entries.filter { $0.meeting == nil }.compactMap(\.occasion.day) }
    /// Whether the meetings are those that the rules ask for.
    package var isUpToDate: Bool { missing.isEmpty && outdated.isEmpty && retimed.isEmpty }
}

extension Preparation {
    /// "14:00" unless the rules say another hour; 90 minutes unless they say another length; both on site and remote
    /// unless they say how.
    fileprivate var meetingTime: String { self[.rhythmTime].isEmpty ? "14:00" : self[.rhythmTime] }
    fileprivate var meetingMinutes: Int {
        number(.rhythmMinutes) == 0 ? 90 : max(10, min(600, number(.rhythmMinutes)))
    }
    fileprivate var meetingMode: Meeting.Mode { Meeting.Mode(rawValue: self[.mode]) ?? .hybrid }
    fileprivate var meetingPlace: String { self[.rhythmPlace].line(limit: 200) ?? "" }

    fileprivate func fits(_ meeting: Meeting) -> Bool {
        meeting.wallTime.hasSuffix("T\(meetingTime)") && meeting.minutes == meetingMinutes
            && meeting.mode == meetingMode && meeting.place == meetingPlace
    }

    fileprivate func apply(to draft: inout MeetingDraft) {
        (draft.time, draft.minutes, draft.mode, draft.place) = (meetingTime, meetingMinutes, meetingMode, meetingPlace)
        draft.isFromCalendar = true
    }

    /// The rhythm that the rules give; nil as long as they name no first day or no number of weeks.
    package func rhythm(_ territory: Territory) -> MeetingRhythm? {
        guard let first = CivilDate(self[.rhythmFirst]) else { return nil }
        let silences = MeetingRhythm.Silence.allCases.filter { !self[$0.field].isEmpty }
        return MeetingRhythm(
            first: first, weeks: number(.rhythmWeeks), territory: territory, silences: Set(silences))
    }
}

extension MeetingRhythm.Silence {
    package var field: StepField { self == .august ? .augustSilence : .yearEndSilence }
}

extension PreparationQueries {
    private static let horizon = 365
    private static let nearby = 3

    func rhythm(_ preparation: Preparation) throws -> MeetingRhythm? {
        preparation.rhythm(Territory(rawValue: try view.communities.current().territory) ?? .metropole)
    }

    /// The calendar of the twelve months to come; nil as long as the rules draw none, and never drew one.
    package func calendar(_ preparation: Preparation) throws -> MeetingCalendar? {
        let rhythm = try rhythm(preparation)
        let zone = Zone(try view.communities.current().zone) ?? .paris
        let today = zone.date(at: view.now.milliseconds)
        let coming = try view.meetings.coming(limit: 200)
        let byDay = Dictionary(coming.map { ($0.day, $0) }) { first, _ in first }
        // One that was put off from last week to next week is still to come.
        let occasions = rhythm?.occasions(
            from: today.adding(days: -Self.horizon), through: today.adding(days: Self.horizon))
        let entries = (occasions ?? []).filter { $0.day ?? $0.planned > today }.map {
            MeetingCalendar.Entry(occasion: $0, meeting: $0.day.flatMap { byDay[$0] })
        }
        let wanted = Set(entries.compactMap(\.occasion.day))
        let outdated = coming.filter { meeting in
            meeting.isFromCalendar && meeting.startsAt > view.now && meeting.day.map { !wanted.contains($0) } ?? false
        }
        let retimed = entries.compactMap(\.meeting).filter { $0.isFromCalendar && !preparation.fits($0) }
        let held = try held(rhythm, until: today)
        guard rhythm != nil || !outdated.isEmpty || held.total > 0 else { return nil }
        return MeetingCalendar(entries: entries, outdated: outdated, retimed: retimed, held: held)
    }

    /// Rules that change today say nothing of the meetings before.
    private func held(_ rhythm: MeetingRhythm?, until today: CivilDate) throws -> MeetingCalendar.Proportion {
        var (planned, from) = ([CivilDate](), today.adding(days: -Self.horizon))
        for (past, until) in try pastRhythms() + [(rhythm, today)] where until > from {
            let occasions = past?.occasions(from: from.adding(days: -Self.horizon), through: until) ?? []
            planned += occasions.compactMap(\.day).filter { (from..<until).contains($0) }
            from = until
        }
        let days = try view.meetings.past(limit: 200).filter { $0.cancelledAt == nil }.compactMap(\.day)
        let held = planned.count { day in days.contains { abs($0 - day) <= Self.nearby } }
        return .init(count: held, total: planned.count)
    }

    /// The rhythms of before, each with the day on which it ended, in order; nil where there was none.
    private func pastRhythms() throws -> [(MeetingRhythm?, CivilDate)] {
        try view.transaction.all(
            """
            select until_day, first_day, weeks, territory, silences from past_rhythm
            where community_id = \(try view.community) order by until_day
            """
        ) { row -> (MeetingRhythm?, CivilDate)? in
            guard let until = CivilDate(try row[0]) else { return nil }
            guard let first = CivilDate(try row[1]) else { return (nil, until) }
            let silences = (try row[4] as String).split(separator: ",").compactMap {
                MeetingRhythm.Silence(rawValue: String($0))
            }
            let rhythm = MeetingRhythm(
                first: first, weeks: try row[2], territory: Territory(rawValue: try row[3]) ?? .metropole,
                silences: Set(silences))
            return (rhythm, until)
        }.compactMap { $0 }
    }
}

extension PreparationActs {
    /// Writes down the rhythm that ends today, when it does. One that came today and goes today was never followed.
    func end(_ before: MeetingRhythm?) throws {
        let queries = act.view.preparation
        guard try before != queries.rhythm(queries.current()) else { return }
        let zone = Zone(try act.view.communities.current().zone) ?? .paris
        let silences = before?.silences.map(\.rawValue).sorted().joined(separator: ",") ?? ""
        try act.execute(
            """
            insert into past_rhythm (community_id, until_day, first_day, weeks, territory, silences)
            values (\(try act.community), \(zone.date(at: act.now.milliseconds).description),
                \(before?.first.description ?? ""), \(before?.weeks ?? 0), \(before?.territory.rawValue ?? ""), \(silences))
            on conflict (community_id, until_day) do nothing
            """)
    }

    /// Fixes the meetings that the calendar misses, brings those that it fixed to the hour, length, place and mode of the
    /// rules, and cancels those of an earlier rhythm. What a person fixed or changed by hand stays as it is.
    /// - Parameters:
    ///   - title: of each new meeting.
    ///   - reason: why a meeting of an earlier rhythm is cancelled, as its page will say.
    package func applyCalendar(title: String, reason: String) throws {
        let preparation = try act.view.preparation.current()
        guard let calendar = try act.view.preparation.calendar(preparation),
            !calendar.entries.isEmpty || !calendar.outdated.isEmpty
        else {
            throw Refusal("Choisissez d’abord la première rencontre et le nombre de semaines.", field: "rhythm first")
        }
        for meeting in calendar.outdated {
            try act.meetings.cancel(meeting.id, because: reason)
        }
        for meeting in calendar.retimed {
            var draft = MeetingDraft(meeting)
            preparation.apply(to: &draft)
            try act.meetings.change(meeting.id, draft, from: meeting.version)
        }
        var draft = MeetingDraft()
        draft.title = title
        preparation.apply(to: &draft)
        for day in calendar.missing {
            draft.date = day.description
            _ = try act.meetings.schedule(draft)
        }
        try act.record(.preparedStep, .step(Step.meetings.rawValue), ["calendar": "applied"])
    }
}
