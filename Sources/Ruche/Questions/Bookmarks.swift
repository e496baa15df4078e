import Calendaring
import Persistence

/// A place that somebody keeps for themselves, perhaps to be reminded of.
package struct Bookmark: Sendable, Equatable {
    package let question: Question.ID
    package let title: String
    package let name: String
    /// In the morning of that day.
    package let remindOn: String
    package let isDue: Bool
}

extension QuestionQueries {
    /// The reader's own, those to be reminded of first.
    package func bookmarks() throws -> [Bookmark] {
        let today = try today()
        return try view.transaction.all(
            """
            select b.question_id, q.title, b.name, b.remind_on from bookmark b join question q on q.id = b.question_id
            where b.member_id = \(try view.member) and q.deleted_at is null
            order by case when b.remind_on = '' then 1 else 0 end, b.remind_on, b.kept_at desc
            """
        ) { row in
            let remindOn: String = try row[3]
            return Bookmark(
                question: try row[0], title: try row[1], name: try row[2], remindOn: remindOn,
                isDue: !remindOn.isEmpty && remindOn <= today)
        }
    }

    package func bookmark(of id: Question.ID) throws -> Bookmark? { try bookmarks().first { $0.question == id } }

    private func today() throws -> String {
        let zone = Zone(try view.communities.current().zone) ?? .paris
        return zone.date(at: view.now.milliseconds).description
    }
}

extension QuestionActs {
    /// Keeps an exchange, with a name and a day to be reminded on if one wants.
    package func keepBookmark(_ id: Question.ID, name: String, remindOn: String) throws {
        let question = try act.view.questions.find(id)
        let community = try act.view.communities.current()
        let zone = Zone(community.zone) ?? .paris
        let day = remindOn.trimmingWhitespace()
        guard day.isEmpty || CivilDate(day).map({ $0 >= zone.date(at: act.now.milliseconds) }) ?? false else {
            throw Refusal("Choisissez un jour à venir.", field: "rappel")
        }
        let member = try act.member
        try act.execute(
            """
            insert into bookmark (member_id, question_id, name, remind_on, kept_at)
            values (\(member), \(id), \(try name.line(limit: 120, field: "nom") ?? ""), \(day), \(act.now))
            on conflict (member_id, question_id) do update set name = excluded.name, remind_on = excluded.remind_on
            """)
        if let date = CivilDate(day), let eight = CivilTime(8, 0) {
            let time = Instant(milliseconds: zone.instant(of: date, at: eight))
            try act.jobs.add(.bookmark, key: "bookmark/\(question.id)/\(member)/\(day)", at: max(time, act.now))
        }
        try act.record(.bookmarked, .question(id))
    }

    package func dropBookmark(_ id: Question.ID) throws {
        let removed = try act.execute(
            "delete from bookmark where member_id = \(try act.member) and question_id = \(id)")
        if removed == 1 { try act.record(.bookmarked, .question(id), ["kept": "no"]) }
    }

    /// The job: on the day, if it is still kept for that day.
    func remind(_ job: Job) throws {
        let parts = job.key.split(separator: "/")
        guard parts.count == 4, let id = Question.ID(parts[1]), let member = Member.ID(parts[2]) else { return }
        let name = try act.transaction.value(
            """
            select name from bookmark
            where member_id = \(member) and question_id = \(id) and remind_on = \(String(parts[3]))
            """, as: String.self)
        guard let name else { return }
        let question = try act.view.questions.find(id)
        guard question.deletedAt == nil else { return }
        let community = try act.view.communities.current()
        try act.mails.tell(
            member, about: id, .reminder(exchange(question, in: community), name: name), key: job.key, atOnce: true)
    }
}
