import Calendaring
import Persistence

// Letters about exchanges come one by one, or in one letter a day, a week or a month, as each member wants.

extension MailActs {
    /// Tells a member what happened in an exchange, at their tempo. Nothing to who left, paused, wants none, or has no
    /// account.
    /// - Parameters:
    ///   - atOnce: what is asked of them by name does not wait for a digest.
    ///   - time: it does not leave before.
    package func tell(
        _ member: Member.ID, about question: Question.ID, _ letter: Letter, key: String, atOnce: Bool = false,
        from time: Instant? = nil
    ) throws {
        let found = try act.transaction.first(
            """
            select p.id, p.email, p.name, p.language, p.theme, p.is_administrator, m.mail_tempo,
              coalesce(p.zone, c.zone), m.digest_minute, m.digest_day
            from member m join person p on p.id = m.person_id join community c on c.id = m.community_id
            where m.id = \(member) and m.left_at is null and not \(.isPaused(at: act.now))
            """
        ) { row in
            (
                person: try Person(row), tempo: try row[6] as MailTempo, zone: try row[7] as String,
                moment: DigestMoment(minute: try row[8], day: Weekday(rawValue: try row[9]) ?? .monday)
            )
        }
        guard let found else { return }
        switch atOnce && found.tempo != .none ? .each : found.tempo {
        case .each: try send(letter, to: found.person, key: key, from: time)
        case .daily, .weekly, .monthly:
            try act.execute(
                """
                insert into digest_line (key, member_id, question_id, noted_at, letter)
                values (\(key), \(member), \(question), \(act.now), \(try JSONText.encode(letter))) on conflict (key) do nothing
                """)
            let due = Self.due(found.tempo, at: found.moment, after: act.now, in: Zone(found.zone) ?? .paris)
            try act.jobs.add(.digest, key: "digest/\(member)/\(due.milliseconds)", at: due)
        case .none: break
        }
    }

    /// The next time that a digest leaves: the next day's, week's, or month's.
    static func due(_ tempo: MailTempo, at moment: DigestMoment, after now: Instant, in zone: Zone) -> Instant {
        var day = zone.date(at: now.milliseconds)
        while true {
            let time = Instant(milliseconds: zone.instant(of: day, at: moment.time))
            let isItsDay = day.weekday == moment.day && (tempo == .weekly || day.day <= 7)
            if time > now, tempo == .daily || isItsDay { return time }
            day = day.adding(days: 1)
        }
    }

    /// Sends what waits for a member, but what they have read meanwhile.
    func sendDigest(_ job: Job) throws {
        let parts = job.key.split(separator: "/")
        guard parts.count == 3, let member = Member.ID(parts[1]) else { return }
        let lines = try act.transaction.all(
            """
            select d.letter from digest_line d
            join question q on q.id = d.question_id and q.deleted_at is null
            left join read_position r on r.member_id = d.member_id and r.question_id = d.question_id
            where d.member_id = \(member) and (r.number is null or r.number < q.last_number)
            order by d.question_id, d.noted_at, d.key
            """
        ) { row in try JSONText.decode(row[0]) as Letter }
        try act.execute("delete from digest_line where member_id = \(member)")
        let found = try act.transaction.first(
            """
            select p.id, p.email, p.name, p.language, p.theme, p.is_administrator, m.mail_tempo, c.name, c.slug
            from member m join person p on p.id = m.person_id join community c on c.id = m.community_id
            where m.id = \(member) and m.left_at is null and not \(.isPaused(at: act.now))
            """
        ) { row in
            (
                person: try Person(row), tempo: try row[6] as MailTempo, name: try row[7] as String,
                slug: try row[8] as String
            )
        }
        guard let found, !lines.isEmpty, found.tempo != .none else { return }
        try send(
            .digest(community: found.name, slug: found.slug, letters: lines, tempo: found.tempo.rawValue),
            to: found.person, key: job.key)
    }
}

enum DigestSchema {
    static let migrations = [
        Migration(
            "digests",
            """
            create table digest_line (
              key         text not null primary key,
              member_id   \(.integer) not null references member (id) on delete cascade,
              question_id \(.integer) not null references question (id) on delete cascade,
              noted_at    \(.instant) not null,
              letter      text not null
            ) \(.strict)
            """,
            "create index digest_line_by_member on digest_line (member_id)",
            "create index digest_line_by_question on digest_line (question_id)"
        )
    ]
}

enum DigestMomentSchema {
    static let migrations = [
        Migration(
            "moments of digests",
            "alter table member add column digest_minute \(.integer) not null default 450",
            "alter table member add column digest_day \(.integer) not null default 1"
        )
    ]
}
