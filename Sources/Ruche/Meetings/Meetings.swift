import Calendaring
import Persistence

extension View {
    package var meetings: MeetingQueries { MeetingQueries(view: self) }
}

extension Act {
    package var meetings: MeetingActs { MeetingActs(act: self) }
}

package struct MeetingQueries {
    let view: View

    /// Those to come, the next first.
    package func coming(limit: Int = 50) throws -> [Meeting] {
        try view.transaction.all(
            Meeting.self,
            """
            select \(Meeting.columns) from meeting t
            where t.community_id = \(try view.community) and t.starts_at > \(view.now - .hours(3)) and t.cancelled_at is null
            order by t.starts_at, t.id limit \(limit)
            """)
    }

    /// Those that were, and those that were cancelled, the last first.
    package func past(limit: Int = 50) throws -> [Meeting] {
        try view.transaction.all(
            Meeting.self,
            """
            select \(Meeting.columns) from meeting t
            where t.community_id = \(try view.community)
              and (t.starts_at <= \(view.now - .hours(3)) or t.cancelled_at is not null)
            order by t.starts_at desc, t.id desc limit \(limit)
            """)
    }

    package func next() throws -> Meeting? { try coming(limit: 1).first }

    package func find(_ id: Meeting.ID) throws -> Meeting {
        let found = try view.transaction.first(
            Meeting.self,
            "select \(Meeting.columns) from meeting t where t.id = \(id) and t.community_id = \(try view.community)")
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// Meetings held between two instants.
    package func held(from: Instant, to: Instant) throws -> Int {
        try view.transaction.value(
            """
            select count(*) from meeting where community_id = \(try view.community) and cancelled_at is null
              and starts_at >= \(from) and starts_at < \(to)
            """) ?? 0
    }
}

package struct MeetingActs {
    let act: Act

    /// Any member may propose one (DOMAIN §3).
    package func schedule(_ draft: MeetingDraft) throws -> Meeting.ID {
        let (community, author) = (try act.view.communities.current(), try act.member)
        let checked = try Checked(draft, zone: community.zone, now: act.now)
        try requireNoPatient(checked)
        let id: Meeting.ID = try act.insert(
            """
            insert into meeting (community_id, author_id, title, zone, wall_time, starts_at, minutes, mode, place, link, agenda,
                is_from_calendar)
            values (\(community.id), \(author), \(checked.title), \(community.zone), \(checked.wallTime),
                \(checked.startsAt), \(draft.minutes), \(draft.mode), \(checked.place), \(checked.link), \(checked.agenda),
                \(draft.isFromCalendar))
            returning id
            """)
        try act.record(.scheduledMeeting, .meeting(id))
        return id
    }

    package func change(_ id: Meeting.ID, _ draft: MeetingDraft, from version: Int) throws {
        let now = try act.view.meetings.find(id)
        guard now.version == version else {
            throw EditConflict(title: now.title, body: now.agenda, version: now.version, at: now.startsAt)
        }
        let checked = try Checked(draft, zone: now.zone, now: act.now)
        try requireNoPatient(checked)
        try act.execute(
            """
            update meeting set title = \(checked.title), wall_time = \(checked.wallTime), starts_at = \(checked.startsAt),
              minutes = \(draft.minutes), mode = \(draft.mode), place = \(checked.place), link = \(checked.link),
              agenda = \(checked.agenda), version = version + 1, cancelled_at = null, reason = null, is_from_calendar = \(draft.isFromCalendar)
            where id = \(id)
            """)
        try act.record(.changedMeeting, .meeting(id))
    }

    package func cancel(_ id: Meeting.ID, because reason: String) throws {
        let meeting = try act.view.meetings.find(id)
        guard meeting.cancelledAt == nil else { return }
        guard let reason = try reason.line(field: "raison") else {
            throw Refusal("Dites pourquoi, en une phrase.", field: "raison")
        }
        try act.execute("update meeting set cancelled_at = \(act.now), reason = \(reason) where id = \(id)")
        try act.record(.cancelledMeeting, .meeting(id))
    }

    /// A meeting has dates, places and telephone numbers of its own: they point to nobody.
    private func requireNoPatient(_ checked: Checked) throws {
        try act.guardPatients(
            in: [checked.title, checked.agenda, checked.place], ignoring: [.date, .namedPlace, .contact], isConfirmed: false)
    }

    /// A draft that the rules allow, with its instant.
    private struct Checked {
        let title: String
        let wallTime: String
        let startsAt: Instant
        let place: String
        let link: String
        let agenda: String

        init(_ draft: MeetingDraft, zone: String, now: Instant) throws(Refusal) {
            guard let title = try draft.title.line(limit: 150, field: "titre") else {
                throw Refusal("Donnez un titre à la rencontre.", field: "titre")
            }
            guard let date = CivilDate(draft.date) else { throw Refusal("Choisissez un jour.", field: "jour") }
            guard let time = CivilTime(draft.time) else { throw Refusal("Choisissez une heure.", field: "heure") }
            guard (10...600).contains(draft.minutes) else {
                throw Refusal("Une rencontre dure de 10 minutes à 10 heures.", field: "duree")
            }
            let link = draft.link.trimmingWhitespace()
            guard link.isEmpty || link.hasPrefix("https://") || link.hasPrefix("http://") else {
                throw Refusal("Un lien commence par https://.", field: "lien")
            }
            let zone = Zone(zone) ?? .paris
            startsAt = Instant(milliseconds: zone.instant(of: date, at: time))
            guard startsAt > now else {
                throw Refusal("Cette heure est déjà passée. Choisissez un moment à venir.", field: "jour")
            }
            (self.title, wallTime) = (title, "\(date)T\(time)")
            (place, self.link, agenda) = (
                try draft.place.line(limit: 200, field: "lieu") ?? "", link,
                try draft.agenda.line(limit: 2_000, field: "ordre") ?? ""
            )
        }
    }
}

enum MeetingSchema {
    static let migrations = [
        Migration(
            "meetings",
            """
            create table meeting (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id),
              title        text not null check (title <> ''),
              zone         text not null,
              wall_time    text not null,
              starts_at    \(.instant) not null,
              minutes      \(.integer) not null check (minutes between 10 and 600),
              mode         text not null check (mode in ('on site', 'remote', 'hybrid')),
              place        text not null default '',
              link         text not null default '',
              agenda       text not null default '',
              cancelled_at \(.instant),
              reason       text,
              version      \(.integer) not null default 1,
              is_from_calendar \(.integer) not null default 0
            ) \(.strict)
            """,
            "create index meeting_by_community on meeting (community_id, starts_at)",
            "create index meeting_by_author on meeting (author_id)"
        )
    ]
}
