import Persistence

/// An exchange that changed its form or its community: who, when and why, for all who read it.
package struct ThreadMove: Sendable, Equatable {
    package let movedAt: Instant
    package let mover: String
    package let reason: String
    package let fromKind: Question.Kind
    package let toKind: Question.Kind
    /// The community that it left, by name; nil when it stayed.
    package let fromCommunity: String?
}

/// Where an exchange went that is not here any more.
package struct MovedAway: Sendable, Equatable {
    package let slug: String
    package let question: Question.ID
}

/// Who took an exchange to another community, and why.
package struct ThreadDeparture: Sendable, Equatable {
    package let movedAt: Instant
    package let mover: String
    package let reason: String
}

enum MovingSchema {
    static let migrations = [
        Migration(
            "moved threads",
            """
            create table thread_move (
              id             \(.id),
              question_id    \(.integer) not null references question (id) on delete cascade,
              from_community \(.integer) not null references community (id) on delete cascade,
              to_community   \(.integer) not null references community (id) on delete cascade,
              from_kind      text not null,
              to_kind        text not null,
              mover_id       \(.integer) references member (id) on delete set null,
              reason         text not null,
              moved_at       \(.instant) not null
            ) \(.strict)
            """,
            "create index thread_move_by_question on thread_move (question_id)",
            "create index thread_move_by_origin on thread_move (from_community, question_id)",
            "create index thread_move_by_target on thread_move (to_community)",
            "create index thread_move_by_mover on thread_move (mover_id) where mover_id is not null"
        )
    ]
}

extension QuestionQueries {
    /// The moves of an exchange, the last first.
    package func moves(of id: Question.ID) throws -> [ThreadMove] {
        try view.transaction.all(
            """
            select v.moved_at, coalesce(m.name, ''), v.reason, v.from_kind, v.to_kind,
              case when v.from_community <> v.to_community then c.name end
            from thread_move v join community c on c.id = v.from_community left join member m on m.id = v.mover_id
            where v.question_id = \(id) order by v.id desc
            """
        ) { row in
            ThreadMove(
                movedAt: try row[0], mover: try row[1], reason: try row[2], fromKind: try row[3], toKind: try row[4],
                fromCommunity: try row[5])
        }
    }

    /// Where an exchange of this community went, for who is a member there too; nil for anybody else.
    package func movedAway(_ id: Question.ID) throws -> MovedAway? {
        try view.transaction.first(
            """
            select c.slug from question q join community c on c.id = q.community_id
            join member m on m.community_id = c.id and m.person_id = \(view.actor.person) and m.left_at is null
            where q.id = \(id) and q.deleted_at is null and q.community_id <> \(try view.community)
              and exists (select 1 from thread_move v
                where v.question_id = q.id and v.from_community = \(try view.community))
            """
        ) { row in MovedAway(slug: try row[0], question: id) }
    }

    /// Why an exchange of this community is not here any more, for its other readers; they do not learn where it is.
    package func departure(of id: Question.ID) throws -> ThreadDeparture? {
        try view.transaction.first(
            """
            select v.moved_at, coalesce(m.name, ''), v.reason from thread_move v
            join question q on q.id = v.question_id and q.community_id <> v.from_community
            left join member o on o.id = v.mover_id
            left join member m on m.person_id = o.person_id and m.community_id = v.from_community
            where v.question_id = \(id) and v.from_community = \(try view.community)
              and v.to_community <> v.from_community
            order by v.id desc limit 1
            """
        ) { row in
            ThreadDeparture(movedAt: try row[0], mover: try row[1], reason: try row[2])
        }
    }

    /// The other communities that the reader facilitates, where an exchange of this one may go.
    package func destinations() throws -> [(slug: String, name: String)] {
        guard view.actor.isFacilitator else { return [] }
        return try view.transaction.all(
            """
            select c.slug, c.name from member m join community c on c.id = m.community_id
            where m.person_id = \(view.actor.person) and m.left_at is null and m.role = 'facilitator'
              and c.closed_at is null and c.id <> \(try view.community) order by c.name
            """
        ) { row in (slug: try row[0], name: try row[1]) }
    }
}

extension QuestionActs {
    /// Gives an exchange another form: a question that was an idea, a discussion that was a question. Its author's act, or
    /// the facilitators', who say why; of a question that waits, its author's alone, since another form ends the wait.
    /// - Parameter from: the form that it had when it was chosen; nil for the one that it has.
    package func move(
        _ id: Question.ID, from: Question.Kind? = nil, to kind: Question.Kind, because reason: String
    ) throws {
        let question = try movable(id)
        guard from == nil || from == question.kind else {
            throw Refusal(
                "Quelqu’un d’autre vient de changer la forme de cet échange. Relisez la sienne avant de choisir.",
                field: "forme", kind: .conflict)
        }
        guard question.kind != .question || !question.isOpen || question.author.id == act.actor.member else {
            throw Refusal(
                "Cette question attend encore : son auteur seul peut en changer la forme. Écrivez-lui pour le proposer.",
                field: "forme", kind: .notAllowed)
        }
        guard kind != question.kind else { throw Refusal("Choisissez une autre forme que la sienne.", field: "forme") }
        guard kind != .clinicalCase else {
            throw Refusal("Un cas est d’abord relu : proposez-le comme cas.", field: "forme")
        }
        let reason = try checkedReason(reason, question)
        try countOpen(-1, unless: !question.isOpen, of: question.kind)
        try act.execute("update question set kind = \(kind) where id = \(id)")
        try markAgain(id)
        let moved = try act.view.questions.find(id)
        try countOpen(+1, unless: !moved.isOpen, of: kind)
        if kind == .question, moved.isOpen, moved.answeredAt == nil { try beginRoundAgain(moved) }
        let community = try act.community
        try note(id, from: community, to: community, question.kind, kind, reason)
        try tellAuthorMoved(question, reason)
        try act.record(
            .movedThread, .question(id), ["from": question.kind.rawValue, "to": kind.rawValue, "word": reason])
    }

    /// Takes an exchange to another community that the mover facilitates too. Its texts were written for the members of
    /// this one: each of their authors must be a member of the other.
    package func move(_ id: Question.ID, toCommunity slug: String, because reason: String) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let question = try movable(id)
        guard try act.view.questions.destinations().contains(where: { $0.slug == slug }),
            let target = try act.view.communities.find(slug)
        else { throw Refusal("Choisissez une communauté que vous animez aussi.", field: "communaute") }
        let reason = try checkedReason(reason, question)
        let people = try membersOfBoth(id, target.id)
        try countOpen(-1, unless: !question.isOpen, of: question.kind)
        try QuestionSchema.search.remove(PostNumber.rows(of: id, in: try act.community), in: act.transaction)
        try Vocabulary(transaction: act.transaction).remove(id, in: try act.community)
        try act.execute("delete from neighbour where question_id = \(id) or other_id = \(id)")
        let topics = try act.view.questions.topics(of: id).map(\.name)
        try act.execute(
            "update question set community_id = \(target.id), objective_id = null, need_id = null where id = \(id)")
        try act.execute("update reply set community_id = \(target.id) where question_id = \(id)")
        try rename(people, in: id)
        let (from, there) = (try act.community, people[try act.member])
        let inside = act.standing(in: target.id, as: there, act.actor.person)
        try inside.questions.settle(id, topics: topics)
        try inside.questions.countOpen(+1, unless: !question.isOpen, of: question.kind)
        try inside.questions.note(id, from: from, to: target.id, question.kind, question.kind, reason)
        try act.record(.movedThread, .question(id), ["to": target.name, "word": reason])
        try inside.questions.tellAuthorMoved(try inside.view.questions.find(id), reason)
        try inside.record(.movedThread, .question(id), ["word": reason])
    }

    private func movable(_ id: Question.ID) throws -> Question {
        let question = try act.view.questions.find(id)
        guard question.author.id == act.actor.member || act.actor.isFacilitator else {
            throw Refusal("Seuls son auteur et l’animation peuvent déplacer un échange.", kind: .notAllowed)
        }
        guard question.deletedAt == nil, question.kind != .clinicalCase else {
            throw Refusal("Cet échange ne se déplace pas.", kind: .conflict)
        }
        let isReread = try act.transaction.value(
            "select 1 from rereading where question_id = \(id) and decided_at is null limit 1", as: Int.self)
        guard isReread == nil else {
            throw Refusal("Un message de cet échange est à relire : déplacez-le après.", kind: .conflict)
        }
        return question
    }

    /// Whoever moves another's words says why.
    private func checkedReason(_ text: String, _ question: Question) throws -> String {
        let reason = try text.line(field: "raison") ?? ""
        guard !reason.isEmpty || question.author.id == act.actor.member else {
            throw Refusal("Dites pourquoi, en une phrase : son auteur la lira.", field: "raison")
        }
        try act.guardPatients(in: [reason], isConfirmed: false)
        return reason
    }

    private func tellAuthorMoved(_ question: Question, _ reason: String) throws {
        guard question.author.id != act.actor.member, let mover = act.actor.member else { return }
        let name = try act.transaction.value("select name from member where id = \(mover)", as: String.self) ?? ""
        let community = try act.view.communities.current()
        try act.mails.tell(
            question.author.id, about: question.id,
            .threadMoved(exchange(question, in: community), mover: name, reason: reason),
            key: "moved/\(question.id)/\(act.now.milliseconds)", atOnce: true)
    }

    private func note(
        _ id: Question.ID, from: Community.ID, to: Community.ID, _ old: Question.Kind, _ new: Question.Kind,
        _ reason: String
    ) throws {
        try act.execute(
            """
            insert into thread_move (question_id, from_community, to_community, from_kind, to_kind, mover_id, reason, moved_at)
            values (\(id), \(from), \(to), \(old), \(new), \(act.actor.member), \(reason), \(act.now))
            """)
    }

    /// The same people here and there.
    /// - Throws: a refusal that names the authors who are not in the other community.
    private func membersOfBoth(_ id: Question.ID, _ target: Community.ID) throws -> [Member.ID: Member.ID] {
        var people: [Member.ID: Member.ID] = [:]
        try act.transaction.each(
            """
            select a.id, b.id from member a join member b on b.person_id = a.person_id
            where a.community_id = \(try act.community) and b.community_id = \(target) and b.left_at is null
            """
        ) { row in people[try row[0]] = try row[1] }
        let authors = try act.transaction.all(
            """
            select m.id, m.name from member m where m.id in (
              select author_id from question where id = \(id) union select author_id from reply where question_id = \(id)
              union select author_id from synthesis where question_id = \(id)
              union select member_id from alias where question_id = \(id)) order by m.sort_name
            """
        ) { row in (id: try row[0] as Member.ID, name: try row[1] as String) }
        let missing = authors.filter { people[$0.id] == nil }.map(\.name)
        guard missing.isEmpty else {
            throw Refusal(
                "Pas membre de l’autre communauté : %@. Ce qui a été écrit ici ne peut pas y être montré.",
                missing.prefix(3).joined(separator: ", "), field: "communaute")
        }
        return people
    }

    /// What was tied to a member here is tied to the same person there; of who is not there, nothing follows.
    private func rename(_ people: [Member.ID: Member.ID], in id: Question.ID) throws {
        let replies: SQL = "reply_id in (select id from reply where question_id = \(id))"
        let thread: SQL = "question_id = \(id)"
        let columns: [(table: SQL, column: SQL, place: SQL, isNeeded: Bool)] = [
            ("question", "author_id", "id = \(id)", true), ("reply", "author_id", thread, true),
            ("question", "retained_author_id", "id = \(id)", true), ("synthesis", "author_id", thread, true),
            ("useful_mark", "author_id", replies, true), ("useful_mark", "member_id", replies, false),
            ("without_us", "member_id", replies, false), ("me_too", "member_id", thread, false),
            ("reaction", "member_id", thread, false), ("follow", "member_id", thread, false),
            ("bookmark", "member_id", thread, false), ("read_position", "member_id", thread, false),
            ("solicitation", "member_id", thread, false), ("calling", "member_id", thread, false),
            ("draft", "member_id", "place = \(Draft.Place.reply(id).text)", false),
        ]
        try act.execute("update solicitation set asked_by = null where question_id = \(id)")
        for table: SQL in ["digest_line", "pin", "title_proposal", "merge_proposal"] {
            try act.execute("delete from \(table) where question_id = \(id)")
        }
        for (table, column, place, isNeeded) in columns {
            let here = try act.transaction.column(
                "select distinct \(column) from \(table) where \(place) and \(column) is not null", as: Member.ID.self)
            for member in here {
                if let there = people[member] {
                    try act.execute("update \(table) set \(column) = \(there) where \(place) and \(column) = \(member)")
                } else if !isNeeded {
                    try act.execute("delete from \(table) where \(place) and \(column) = \(member)")
                }
            }
        }
    }

    /// Puts a thread that has just come into the topics, the search and the counts of its community.
    private func settle(_ id: Question.ID, topics: [String]) throws {
        try setTopics(topics, of: id)
        let question = try act.view.questions.find(id)
        try index(id, title: question.title, body: question.body + "\n" + (question.tried ?? ""))
        let replies = try act.transaction.all(
            "select id, number, body from reply where question_id = \(id) and deleted_at is null"
        ) { row in (id: try row[0] as Reply.ID, number: try row[1] as Int, body: try row[2] as String) }
        for reply in replies {
            try index(reply.number, of: id, body: reply.body)
            try recountUseful(reply.id, of: id)
        }
    }
}
