import Foundation
import Persistence

/// What was done for somebody who asked to be forgotten: theirs to keep, since nothing of it stays here.
package struct ErasureReceipt: Sendable, Equatable, Codable {
    package let number: String
    /// Milliseconds UTC.
    package let erasedAt: Int64
    package var communities: [String] = []
    /// How many of their own texts stay, without their name.
    package var keptTexts = 0
    package var removedTexts = 0
    /// How many texts of others named them, and do no more.
    package var quotes = 0

    static let mailKey = "erased/"
}

/// What becomes of the texts of who leaves no trace.
package enum OwnTexts: String, Sendable { case keep, remove }

extension Act {
    /// The name of an author whom nobody knows any more.
    static let nobodysName = "Anonyme"

    /// Forgets the person who asks: their account goes; where they were a member an author without a name remains, so
    /// that the others' exchanges can still be read.
    /// - Parameter session: fresh, see `isFresh`.
    /// - Returns: the receipt, and the files that nothing uses any more.
    package func eraseSelf(_ texts: OwnTexts, receipt number: Secret, in session: Session.ID) throws
        -> (receipt: ErasureReceipt, files: [String])
    {
        try erase(accounts.fresh(in: session), texts, receipt: number)
    }

    /// The same, for an account that nobody has used for years.
    func erase(_ person: Person, _ texts: OwnTexts, receipt number: Secret) throws
        -> (receipt: ErasureReceipt, files: [String])
    {
        var receipt = ErasureReceipt(number: String(number.text.prefix(12)), erasedAt: now.milliseconds)
        var files: [String] = []
        let places = try transaction.all(
            """
            select m.id, m.community_id, c.name, m.name, m.role, m.left_at from member m
            join community c on c.id = m.community_id where m.person_id = \(person.id) order by m.id
            """
        ) { row in
            Place(
                member: try row[0], community: try row[1], communityName: try row[2], name: try row[3],
                isFacilitator: try row[4] as Role == .facilitator && (row[5] as Instant?) == nil)
        }
        let names = try names(of: person, places)
        for place in places {
            receipt.communities.append(place.communityName)
            try leave(place)
            switch texts {
            case .keep: receipt.keptTexts += try ownPosts(of: place).count
            case .remove: receipt.removedTexts += try removeTexts(of: place, &files)
            }
            receipt.quotes += try unname(names, in: place)
            try forget(place)
        }
        try forgetTraces(of: person, places)
        try unname(names)
        try mails.send(
            .erased(receipt: receipt), to: person.email, name: "", language: person.language.rawValue,
            key: ErasureReceipt.mailKey + receipt.number)
        try execute("delete from person where id = \(person.id)")
        try Act(transaction, by: .nobody, at: now, through: channel).record(.erasedAccount, .person(person.id))
        return (receipt, files)
    }

    private struct Place {
        let member: Member.ID
        let community: Community.ID
        let communityName: String
        let name: String
        let isFacilitator: Bool
    }

    private func leave(_ place: Place) throws {
        if place.isFacilitator {
            let others = try transaction.first(
                """
                select count(*), sum(case when role = 'facilitator' then 1 else 0 end) from member
                where community_id = \(place.community) and left_at is null and is_pending = 0 and id <> \(place.member)
                """
            ) { row in (members: try row[0] as Int, facilitators: try row[1] as Int? ?? 0) }
            guard let others, others.members == 0 || others.facilitators > 0 else {
                throw Refusal(
                    "Vous êtes seul ou seule à animer « %@ ». Confiez-la d’abord à quelqu’un.", place.communityName,
                    kind: .conflict)
            }
        }
        try execute(
            "update mandate set ended_at = \(now) where member_id = \(place.member) and ended_at is null")
    }

    private func ownPosts(of place: Place) throws -> [Post] {
        let questions = try transaction.column(
            "select id from question where author_id = \(place.member) and deleted_at is null", as: Question.ID.self)
        let replies = try transaction.column(
            "select id from reply where author_id = \(place.member) and deleted_at is null", as: Reply.ID.self)
        return questions.map { .question($0) } + replies.map { .reply($0) }
    }

    /// A text that is gone leaves a sentence in its place: the replies of others stay readable.
    private func removeTexts(of place: Place, _ files: inout [String]) throws -> Int {
        let gone = "Texte retiré à la demande de son auteur."
        let posts = try ownPosts(of: place)
        let questions = try transaction.column(
            "select id from question where author_id = \(place.member)", as: Question.ID.self)
        let replies = try transaction.all(
            "select id, question_id, number from reply where author_id = \(place.member)"
        ) { row in (id: try row[0] as Reply.ID, question: try row[1] as Question.ID, number: try row[2] as Int) }
        try execute("delete from proposed_case where author_id = \(place.member)")
        let inside = Act(
            transaction, by: Actor(community: place.community, member: place.member), at: now, through: channel)
        for question in questions {
            try execute(
                """
                update question set title = \(gone), body = '', html = '', constraints = null, tried = null,
                  needed_by = null, closing_word = null, thanks = null,
                  became_word = case when became_word is null then null else '' end
                where id = \(question)
                """)
            try execute("delete from post_version where object = \(Subject.question(question))")
            try execute("update follow_up set sentence = null where question_id = \(question)")
            try inside.questions.index(question, title: gone, body: "")
            files += try removeFiles(of: question, number: 0)
        }
        for reply in replies {
            try execute(
                """
                update reply set body = \(gone), html = \(Rendering.html(gone)), at_ours = null where id = \(reply.id)
                """)
            try execute("delete from post_version where object = \(Subject.reply(reply.id))")
            try inside.questions.index(reply.number, of: reply.question, body: gone)
            files += try removeFiles(of: reply.question, number: reply.number)
        }
        let announcements = try transaction.column(
            "select id from announcement where author_id = \(place.member)", as: Announcement.ID.self)
        for announcement in announcements {
            try execute("delete from post_version where object = \(Subject.announcement(announcement))")
            try execute(
                "update announcement set title = \(gone), body = '', html = '' where id = \(announcement)")
        }
        try removeWords(of: place, gone)
        return posts.count
    }

    /// The short words that one leaves beside one's posts. What the group made (needs, objectives, meetings, decisions,
    /// resources, syntheses, charters) stays the group's, without the name.
    private func removeWords(of place: Place, _ gone: String) throws {
        let member = place.member
        for words: SQL in [
            "update me_too set line = '' where member_id = \(member)",
            "update welcome set hello = '' where member_id = \(member)",
            "update flag set words = '' where member_id = \(member)",
            "update facilitation_time set what = '' where member_id = \(member)",
            "update invitation set words = '' where invited_by = \(member)",
            "update gesture_done set note = '' where done_by = \(member)",
            "update thread_move set reason = '' where mover_id = \(member)",
            "update reshaping set reason = '' where mover_id = \(member)",
            "delete from merge_proposal where proposer_id = \(member)",
            "delete from title_proposal where proposer_id = \(member)", "delete from pin where pinned_by = \(member)",
            "delete from proposed_case where author_id = \(member)",
            """
            update decision_answer set reason = case when stance in ('object', 'block') then \(gone) else '' end
            where member_id = \(member)
            """,
        ] {
            try execute(words)
        }
    }

    /// The files of a post; those that another post shows are kept.
    private func removeFiles(of question: Question.ID, number: Int) throws -> [String] {
        let hashes = try transaction.column(
            "select hash from attachment where question_id = \(question) and number = \(number)", as: String.self)
        try execute("delete from attachment where question_id = \(question) and number = \(number)")
        try execute("delete from evidence where question_id = \(question) and number = \(number)")
        return try unused(hashes)
    }

    /// Takes a name out of what others wrote: quotes, greetings, histories.
    /// - Returns: how many texts named them.
    private func unname(_ names: NamesInText, in place: Place) throws -> Int {
        let inside = Act(
            transaction, by: Actor(community: place.community, member: place.member), at: now, through: channel)
        func cleaned(_ text: String) -> String { names.cleaned(text, by: Self.nobodysName) ?? text }
        func mentions(_ columns: SQL...) -> SQL { columns.map(names.mayStand).joined(" or ") }
        let questions = try transaction.all(
            """
            select id, title, body, tried from question
            where community_id = \(place.community) and (\(mentions("title", "body", "tried")))
            """
        ) { row in
            (
                id: try row[0] as Question.ID, title: try row[1] as String, body: try row[2] as String,
                tried: try row[3] as String?
            )
        }
        var count = 0
        for question in questions {
            let (title, body) = (cleaned(question.title), cleaned(question.body))
            let tried = question.tried.map(cleaned)
            guard (title, body) != (question.title, question.body) || tried != question.tried else { continue }
            try execute(
                """
                update question set title = \(title), body = \(body), html = \(Rendering.html(body)), tried = \(tried)
                where id = \(question.id)
                """)
            try inside.questions.index(question.id, title: title, body: [body, tried ?? ""].joined(separator: "\n"))
            count += 1
        }
        let replies = try transaction.all(
            """
            select r.id, r.question_id, r.number, r.body from reply r join question q on q.id = r.question_id
            where q.community_id = \(place.community) and (\(mentions("r.body")))
            """
        ) { row in
            (
                id: try row[0] as Reply.ID, question: try row[1] as Question.ID, number: try row[2] as Int,
                body: try row[3] as String
            )
        }
        for reply in replies {
            guard let body = names.cleaned(reply.body, by: Self.nobodysName) else { continue }
            try execute("update reply set body = \(body), html = \(Rendering.html(body)) where id = \(reply.id)")
            try inside.questions.index(reply.number, of: reply.question, body: body)
            count += 1
        }
        return count
    }

    /// The names under which somebody is or was known: on their cards, in the lists and requests that brought them.
    private func names(of person: Person, _ places: [Place]) throws -> NamesInText {
        var names = Set(places.map(\.name) + [person.name])
        names.formUnion(
            try transaction.column(
                """
                select name from earlier_name where member_id in \(list: places.map(\.member))
                union select name from join_request where email = \(person.email)
                """, as: String.self))
        let cards = try transaction.column(
            "select card from prepared_invitation where email = \(person.email) and card <> ''", as: String.self)
        for card in cards { names.insert((try JSONText.decode(card) as MemberDraft).name) }
        return try NamesInText(names, addresses: [person.email]) { family in
            let others = try transaction.column(
                """
                select name from member where (person_id is null or person_id <> \(person.id))
                  and name \(SQL(sqlite: "like", postgres: "ilike")) \(NamesInText.pattern(family))
                """, as: String.self)
            let family = NamesInText.words(family)
            return others.contains { NamesInText.words($0).suffix(family.count) == family[...] }
        }
    }

    /// What a search and a purge read elsewhere, and the cards of people who happen to bear the same name.
    private static let leftAside: Set<String> = [
        "member.name", "member.sort_name", "member.search_text", "community.name", "community.slug",
    ]

    /// Whatever else holds the names, in whatever table.
    private func unname(_ names: NamesInText) throws {
        for column in try transaction.textColumns()
        where column.table != "person" && !Self.leftAside.contains("\(column.table).\(column.column)") {
            let (table, name) = (column.tableName, column.columnName)
            let texts = try transaction.column(
                "select distinct \(name) from \(table) where \(names.mayStand(in: name))", as: String.self)
            for text in texts {
                guard let cleaned = names.cleaned(text, by: Self.nobodysName) else { continue }
                try execute("update \(table) set \(name) = \(cleaned) where \(name) = \(text)")
            }
        }
        // Empty, the words are sought in the card itself.
        try execute("update member set search_text = '' where \(names.mayStand(in: "search_text"))")
    }

    private func forget(_ place: Place) throws {
        try execute(
            """
            update member set person_id = null, name = \(Self.nobodysName), sort_name = \(fold(Self.nobodysName)),
              role = 'member', profession = null, speciality = null, setting = null, establishment = null,
              territory = null, can_help_on = '', wants_to_learn = '', search_text = '', left_at = coalesce(left_at, \(now)),
              paused_at = null, paused_until = null, imported_as = null, last_visit_at = null, visit_began_at = null
            where id = \(place.member)
            """)
        // Words in private were for a few; with who wrote them, they go.
        try execute("delete from private_word where author_id = \(place.member)")
        // What facilitators noted of them goes too; that something was done stays, about nobody.
        try execute("update gesture_done set about_id = null, note = '' where about_id = \(place.member)")
        try execute("delete from hierarchy where manager_id = \(place.member) or member_id = \(place.member)")
        for table: SQL in [
            "private_field", "draft", "read_position", "digest_line", "join_request_key", "private_talk_member",
            "gesture_mute", "quiet_refusal", "bookmark", "follow", "topic_follow", "self_check", "earlier_name",
            "unpinned",
        ] {
            try execute("delete from \(table) where member_id = \(place.member)")
        }
        try members.recount(place.community)
        try Act(transaction, by: Actor(community: place.community), at: now, through: channel)
            .record(.erasedMember, .member(place.member))
    }

    private func forgetTraces(of person: Person, _ places: [Place]) throws {
        try execute(
            """
            delete from prepared_invitation where email = \(person.email) or invitation_id in (
              select id from invitation where member_id in \(list: places.map(\.member)))
            """)
        try memberImports.forget(person.email)
        try execute(
            """
            update invitation set email = '', words = ''
            where email = \(person.email) or member_id in \(list: places.map(\.member))
            """)
        try execute("delete from join_request where email = \(person.email)")
        try execute("delete from mail where recipient = \(person.email)")
        try execute("delete from address_change where email = \(person.email)")
    }
}
