import Calendaring
import Persistence

/// The year of meetings that the rules of step 4 draw, beside the meetings that are really fixed.
package struct MeetingCalendar: Sendable {
    package let rhythm: MeetingRhythm
    package let entries: [Entry]
    /// Coming meetings that an earlier rhythm had fixed, and that this one does not want.
    package let outdated: [Meeting]
    /// Coming meetings of the calendar whose hour or length is no longer that of the rules.
    package let retimed: [Meeting]
    /// Of the meetings planned in the last twelve months, how many were held within three days of theirs.
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
    /// "14:00" unless the rules say another hour; 90 minutes unless they say another length.
    fileprivate var meetingTime: String { self[.rhythmTime].isEmpty ? "14:00" : self[.rhythmTime] }
    fileprivate var meetingMinutes: Int {
        number(.rhythmMinutes) == 0 ? 90 : max(10, min(600, number(.rhythmMinutes)))
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

    /// The calendar of the twelve months to come; nil as long as the rules draw none.
    package func calendar(_ preparation: Preparation) throws -> MeetingCalendar? {
        let community = try view.communities.current()
        let territory = Territory(rawValue: community.territory) ?? .metropole
        guard let rhythm = preparation.rhythm(territory) else { return nil }
        let zone = Zone(community.zone) ?? .paris
        let today = zone.date(at: view.now.milliseconds)
        let coming = try view.meetings.coming(limit: 200)
        let byDay = Dictionary(coming.map { ($0.day, $0) }) { first, _ in first }
        let entries = rhythm.occasions(from: today.adding(days: 1), through: today.adding(days: Self.horizon)).map {
            MeetingCalendar.Entry(occasion: $0, meeting: $0.day.flatMap { byDay[$0] })
        }
        let wanted = Set(entries.compactMap(\.occasion.day))
        let outdated = coming.filter { meeting in
            meeting.isFromCalendar && meeting.startsAt > view.now && meeting.day.map { !wanted.contains($0) } ?? false
        }
        let retimed = entries.compactMap(\.meeting).filter { meeting in
            meeting.isFromCalendar
                && (!meeting.wallTime.hasSuffix("T\(preparation.meetingTime)")
                    || meeting.minutes != preparation.meetingMinutes)
        }
        return MeetingCalendar(
            rhythm: rhythm, entries: entries, outdated: outdated, retimed: retimed,
            held: try held(rhythm, until: today))
    }

    private func held(_ rhythm: MeetingRhythm, until today: CivilDate) throws -> MeetingCalendar.Proportion {
        let planned = rhythm.occasions(from: today.adding(days: -Self.horizon), through: today.adding(days: -1))
            .compactMap(\.day).filter { $0 < today }
        let days = try view.meetings.past(limit: 200).filter { $0.cancelledAt == nil }.compactMap(\.day)
        let held = planned.count { day in days.contains { abs($0 - day) <= Self.nearby } }
        return .init(count: held, total: planned.count)
    }
}

extension PreparationActs {
    /// Fixes the meetings that the calendar misses, moves the hour of those that it fixed, and cancels those of an earlier
    /// rhythm. What a person fixed or changed by hand stays as it is.
    /// - Parameters:
    ///   - title: of each new meeting.
    ///   - reason: why a meeting of an earlier rhythm is cancelled, as its page will say.
    package func applyCalendar(title: String, reason: String) throws {
        let preparation = try act.view.preparation.current()
        guard let calendar = try act.view.preparation.calendar(preparation) else {
            throw Refusal("Choisissez d’abord la première rencontre et le nombre de semaines.", field: "rhythm first")
        }
        for meeting in calendar.outdated {
            try act.meetings.cancel(meeting.id, because: reason)
        }
        for meeting in calendar.retimed {
            var draft = MeetingDraft(meeting)
            (draft.time, draft.minutes) = (preparation.meetingTime, preparation.meetingMinutes)
            draft.isFromCalendar = true
            try act.meetings.change(meeting.id, draft, from: meeting.version)
        }
        var draft = MeetingDraft()
        (draft.title, draft.time, draft.minutes) = (title, preparation.meetingTime, preparation.meetingMinutes)
        draft.mode = Meeting.Mode(rawValue: preparation[.mode]) ?? .hybrid
        draft.place = preparation[.rhythmPlace]
        draft.isFromCalendar = true
        for day in calendar.missing {
            draft.date = day.description
            _ = try act.meetings.schedule(draft)
        }
        try act.record(.preparedStep, .step(Step.meetings.rawValue), ["calendar": "applied"])
    }
}
