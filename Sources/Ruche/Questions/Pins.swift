import Calendaring
import Persistence

/// An exchange that stands first in the list, by the facilitators' choice, until a day or for a reason that they say.
package struct Pin: Sendable, Equatable {
    package let question: QuestionOnList
    package let reason: String
    /// The last day, or empty.
    package let until: String
    package let pinner: String

    /// More are not seen any more.
    package static let most = 3
}

extension QuestionQueries {
    /// What stands first for the reader: they may have put a pin aside for themselves.
    package func pins() throws -> [Pin] {
        let found = try view.transaction.all(
            """
            select \(QuestionOnList.columns), p.reason, p.until, coalesce(w.name, '')
            from pin p join question q on q.id = p.question_id \(QuestionOnList.author)
            left join member w on w.id = p.pinned_by
            where p.community_id = \(try view.community) and q.community_id = p.community_id and q.deleted_at is null
              and not exists (
                select 1 from unpinned u where u.question_id = p.question_id and u.member_id = \(view.actor.member))
            order by p.pinned_at desc
            """
        ) { row in
            let width = QuestionOnList.width
            return Pin(
                question: try QuestionOnList(row), reason: try row[width], until: try row[width + 1],
                pinner: try row[width + 2])
        }
        if found.isEmpty { return [] }
        let today = try communityDay()
        return found.filter { $0.until.isEmpty || $0.until >= today }
    }

    /// Whether an exchange is pinned for all, and still for the reader.
    package func pinState(of id: Question.ID) throws -> (isPinned: Bool, isForReader: Bool) {
        let day: String? = try view.transaction.value("select until from pin where question_id = \(id)")
        guard let day, try day.isEmpty || day >= communityDay() else { return (false, false) }
        let aside = try view.transaction.value(
            "select 1 from unpinned where question_id = \(id) and member_id = \(view.actor.member)", as: Int.self)
        return (true, aside == nil)
    }

    fileprivate func communityDay() throws -> String {
        let zone = Zone(try view.communities.current().zone) ?? .paris
        return zone.date(at: view.now.milliseconds).description
    }
}

extension QuestionActs {
    /// Puts an exchange first in the list of all.
    /// - Parameter until: its last day there; none: while there is a reason.
    package func pin(_ id: Question.ID, because reason: String, until: String) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let question = try act.view.questions.find(id)
        guard question.deletedAt == nil else { throw Refusal.notFound }
        let (today, day) = (try act.view.questions.communityDay(), until.trimmingWhitespace())
        guard day.isEmpty || CivilDate(day) != nil && day >= today else {
            throw Refusal("Choisissez un jour à venir.", field: "jusqu-au")
        }
        let words = try reason.line(limit: 200, field: "raison") ?? ""
        guard !words.isEmpty || !day.isEmpty else {
            throw Refusal("Dites pourquoi, ou jusqu’à quand.", field: "raison")
        }
        if !words.isEmpty { _ = try saidReason(words) }
        let others = try act.transaction.value(
            """
            select count(*) from pin p join question q on q.id = p.question_id
            where p.community_id = \(try act.community) and q.community_id = p.community_id and q.deleted_at is null
              and p.question_id <> \(id) and (p.until = '' or p.until >= \(today))
            """, as: Int.self)
        guard others ?? 0 < Pin.most else {
            throw Refusal(
                "Trois échanges sont déjà épinglés : au-delà, on ne les voit plus. Détachez-en un d’abord.",
                kind: .conflict)
        }
        try act.execute("delete from pin where question_id = \(id)")
        try act.execute(
            """
            insert into pin (question_id, community_id, pinned_by, reason, until, pinned_at)
            values (\(id), \(try act.community), \(try act.member), \(words), \(day), \(act.now))
            """)
        try act.record(.pinnedThread, .question(id), ["word": words, "until": day].filter { !$0.value.isEmpty })
    }

    /// Takes it back among the others, for all.
    package func unpin(_ id: Question.ID) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        _ = try act.view.questions.find(id)
        let removed = try act.execute(
            "delete from pin where question_id = \(id) and community_id = \(try act.community)")
        if removed == 1 { try act.record(.unpinnedThread, .question(id)) }
    }

    /// Puts a pin aside, or back, for oneself: the others see it where it was.
    package func keepFirst(_ id: Question.ID, _ isFirst: Bool) throws {
        guard try act.view.questions.pinState(of: id).isPinned else { return }
        let changed = try act.execute(
            isFirst
                ? "delete from unpinned where question_id = \(id) and member_id = \(try act.member)"
                : """
                insert into unpinned (question_id, member_id) values (\(id), \(try act.member))
                on conflict (question_id, member_id) do nothing
                """)
        if changed == 1 { try act.record(isFirst ? .pinnedForSelf : .unpinnedForSelf, .question(id)) }
    }
}
