import Foundation
import Persistence

/// All that Ruche keeps of a person, as they may carry it away (GDPR, articles 15 and 20): what they said of themselves,
/// wrote and did. What others wrote stays theirs: it is named by its number, not copied.
package struct PersonalData: Sendable, Codable, JSONDocument {
    package var account: Account
    package var sessions: [Session] = []
    package var memberships: [Membership] = []
    package var invitations: [Line] = []
    /// From which list an invitation came, and by what consent.
    package var origins: [Line]?
    package var joinRequests: [Line] = []
    /// Of the account, outside of every community: signing in, above all.
    package var journal: [Line]?

    /// Read again from its own document.
    package init(json: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        self = try decoder.decode(Self.self, from: Data(json.utf8))
    }

    init(account: Account) { self.account = account }

    package struct Account: Sendable, Codable {
        package let email: String
        package let name: String
        package let language: String
        package let theme: String
        package let createdAt: Date
        package let passwordChosenAt: Date?
        package var zone: String?
        package var usesShortcuts: Bool?
        package var isAdministrator: Bool?
        /// An address that waits for its two confirmations.
        package var addressToCome: String?
    }

    package struct Session: Sendable, Codable {
        package let device: String
        package let isOwnDevice: Bool
        package let startedAt: Date
        package let lastUsedAt: Date
    }

    package struct Membership: Sendable, Codable {
        package let community: String
        package let slug: String
        package let role: String
        package let name: String
        package let profession: String?
        package let setting: String?
        package let establishment: String?
        package let speciality: String?
        package let territory: String?
        package let isListed: Bool
        package let canHelpOn: String
        package let wantsToLearn: String
        package let joinedAt: Date
        package let leftAt: Date?
        package let pausedUntil: Date?
        package let asksPerMonth: Int
        package let mailTempo: String
        /// What they keep from the other members, and the numbers of their profession.
        package var privateFields: [Line] = []
        package var questions: [Post] = []
        package var replies: [Post] = []
        package var drafts: [Draft] = []
        package var meToo: [Line] = []
        package var usefulMarks: [Line] = []
        package var needs: [Line] = []
        package var decisionAnswers: [Line] = []
        package var charters: [Line] = []
        package var functions: [Line] = []
        package var objectives: [Line] = []
        package var decisions: [Line] = []
        package var meetings: [Line] = []
        package var pausedAt: Date?
        package var lastVisitAt: Date?
        /// The one exchange that a guest is invited to.
        package var guestOf: Int64?
        /// The files of their posts, which come along.
        package var files: [File]?
        /// What they left in each other table, by `Record`.
        package var records: [String: [Line]]?
        /// How far they have read, seen by nobody else.
        package var readUpTo: [Line] = []
        /// What facilitators did from their desk that was about them, with what they noted.
        package var facilitation: [Line] = []
        /// Whether they left the list of those who are quieter than usual, and who manages them, as it was said.
        package var silence: [Line] = []
        /// What the journal holds of them: the verb and its moment.
        package var journal: [Line] = []
    }

    package struct Post: Sendable, Codable {
        package let thread: Int64
        package let number: Int
        package let title: String?
        package let body: String
        package let writtenAt: Date
        package let deletedAt: Date?
        /// What a question tells of its setting, what it must bear with, what it hopes for, how it ended; what a reply
        /// says of its author's own place.
        package var context: [String: String]?
        package var isNameless: Bool?
    }

    /// A file of a post, by its place in the archive.
    package struct File: Sendable, Codable {
        package let thread: Int64
        package let number: Int
        package let name: String
        package let description: String
        package let size: Int
        package let sha256: String
        package let path: String
    }

    package struct Draft: Sendable, Codable {
        package let place: String
        package let fields: String
        package let savedAt: Date
    }

    /// An act of a few words: about what, what was said, when.
    package struct Line: Sendable, Codable {
        package let about: String
        package let text: String
        package let at: Date
    }
}

extension PersonalData {
    /// Where a file stands in the archive: its number keeps two of one name apart, and no name leads out of the folder.
    static func path(of name: String, _ id: Int64) -> String {
        let safe = name.map { $0.isLetter || $0.isNumber || "._- ".contains($0) ? $0 : "_" }
        return "fichiers/\(id)-\(String(safe).suffix(100))"
    }

    package var files: [File] { memberships.flatMap { $0.files ?? [] } }
}

extension View {
    /// - Throws: `notFound` for whoever has no account.
    package func personalData(of person: Person.ID) throws -> PersonalData {
        let account = try transaction.first(
            """
            select p.email, p.name, p.language, p.theme, p.created_at, w.chosen_at, p.zone, p.uses_shortcuts,
              p.is_administrator, a.email
            from person p left join password w on w.person_id = p.id left join address_change a on a.person_id = p.id
            where p.id = \(person)
            """
        ) { row in
            PersonalData.Account(
                email: try row[0], name: try row[1], language: try row[2], theme: try row[3],
                createdAt: (try row[4] as Instant).date, passwordChosenAt: (try row[5] as Instant?)?.date,
                zone: try row[6], usesShortcuts: try row[7], isAdministrator: try row[8], addressToCome: try row[9])
        }
        guard let account else { throw Refusal.notFound }
        var data = PersonalData(account: account)
        data.sessions = try accounts.sessions(of: person).map {
            .init(
                device: $0.device, isOwnDevice: $0.isOwnDevice, startedAt: $0.startedAt.date,
                lastUsedAt: $0.lastUsedAt.date)
        }
        let members = try transaction.all(
            """
            select m.id, c.name, c.slug, m.role, m.name, m.profession, m.setting, m.establishment, m.can_help_on,
              m.wants_to_learn, m.joined_at, m.left_at, m.paused_until, m.speciality, m.territory, m.is_listed,
              m.asks_per_month,
              m.mail_tempo || case when m.mail_tempo in ('daily', 'weekly', 'monthly')
                then ' (' || m.digest_day || ', ' || m.digest_minute || ' min)' else '' end, m.paused_at, m.last_visit_at, m.guest_of
            from member m join community c on c.id = m.community_id where m.person_id = \(person) order by m.id
            """
        ) { row -> (id: Member.ID, membership: PersonalData.Membership) in
            (
                try row[0],
                PersonalData.Membership(
                    community: try row[1], slug: try row[2], role: try row[3], name: try row[4],
                    profession: try row[5], setting: try row[6], establishment: try row[7], speciality: try row[13],
                    territory: try row[14], isListed: try row[15], canHelpOn: try row[8],
                    wantsToLearn: try row[9], joinedAt: (try row[10] as Instant).date,
                    leftAt: (try row[11] as Instant?)?.date, pausedUntil: (try row[12] as Instant?)?.date,
                    asksPerMonth: try row[16], mailTempo: try row[17], pausedAt: (try row[18] as Instant?)?.date,
                    lastVisitAt: (try row[19] as Instant?)?.date, guestOf: try row[20])
            )
        }
        data.memberships = try members.map { try complete($0.membership, of: $0.id) }
        data.invitations = try lines(
            """
            select c.name, i.words, i.sent_at from invitation i join community c on c.id = i.community_id
            where i.email = \(account.email) order by i.sent_at, i.id
            """)
        data.joinRequests = try lines(
            """
            select c.name, r.answers, r.asked_at from join_request r join community c on c.id = r.community_id
            where r.email = \(account.email) order by r.asked_at, r.id
            """)
        data.origins = try lines(
            """
            select coalesce(l.file, c.name), r.consent, coalesce(i.sent_at, l.created_at, c.created_at)
            from prepared_invitation r join community c on c.id = r.community_id
            left join invitation i on i.id = r.invitation_id left join member_import l on l.id = r.import_id
            where r.email = \(account.email) order by r.id
            """)
        data.journal = try lines(
            """
            select coalesce(object, ''), verb, at from journal
            where person_id = \(person) and (member_id is null or member_id not in \(list: members.map(\.id)))
            order by at, id
            """)
        return data
    }

    private func complete(_ membership: PersonalData.Membership, of member: Member.ID) throws
        -> PersonalData.Membership
    {
        var membership = membership
        membership.questions = try posts(
            """
            select id, 0, title, body, asked_at, deleted_at, is_nameless, kind, setting, moment, constraints, tried, sought,
              needed_by, closing_word, thanks, became_word
            from question where author_id = \(member) order by asked_at, id
            """,
            [
                "kind", "setting", "moment", "constraints", "tried", "sought", "needed_by", "closing_word", "thanks",
                "what_it_became",
            ])
        membership.replies = try posts(
            """
            select question_id, number, null, body, replied_at, deleted_at, is_nameless, kind, knowledge, at_ours from reply
            where author_id = \(member) order by replied_at, id
            """, ["kind", "knowledge", "at_ours"])
        membership.files = try transaction.all(
            """
            select a.question_id, a.number, a.name, a.description, a.size, a.hash, a.id from attachment a
            join question q on q.id = a.question_id
            left join reply r on r.question_id = a.question_id and r.number = a.number
            where (a.number = 0 and q.author_id = \(member)) or (a.number > 0 and r.author_id = \(member)) order by a.id
            """
        ) { row in
            let name: String = try row[2]
            return .init(
                thread: try row[0], number: try row[1], name: name, description: try row[3], size: try row[4],
                sha256: try row[5], path: PersonalData.path(of: name, try row[6]))
        }
        membership.records = try records(of: member)
        membership.drafts = try transaction.all(
            "select place, fields, saved_at from draft where member_id = \(member) order by saved_at, place"
        ) { .init(place: try $0[0], fields: try $0[1], savedAt: (try $0[2] as Instant).date) }
        membership.meToo = try lines(
            "select 'question/' || question_id, line, said_at from me_too where member_id = \(member) order by said_at")
        membership.usefulMarks = try lines(
            "select 'reply/' || reply_id, voice, marked_at from useful_mark where member_id = \(member) order by marked_at"
        )
        membership.needs = try lines(
            "select 'need/' || id, statement, raised_at from need where author_id = \(member) order by raised_at, id")
        membership.decisionAnswers = try lines(
            """
            select 'decision/' || decision_id, stance || case when reason = '' then '' else ' : ' || reason end, answered_at
            from decision_answer where member_id = \(member) order by answered_at, decision_id
            """)
        membership.charters = try lines(
            """
            select 'charter/' || charter_id, case when revoked_at is null then 'accepted' else 'revoked' end, accepted_at
            from charter_acceptance where member_id = \(member) order by accepted_at, charter_id
            """)
        membership.functions = try lines(
            "select 'mandate/' || id, function, began_at from mandate where member_id = \(member) order by began_at, id"
        )
        membership.privateFields = try lines(
            """
            select p.field || ' (' || p.audience || ')', p.value, m.joined_at from private_field p
            join member m on m.id = p.member_id where p.member_id = \(member) order by p.field
            """)
        membership.objectives = try lines(
            "select 'objective/' || id, title, created_at from objective where author_id = \(member) order by id")
        membership.decisions = try lines(
            "select 'decision/' || id, sentence, opened_at from decision where author_id = \(member) order by id")
        membership.meetings = try lines(
            "select 'meeting/' || id, title, starts_at from meeting where author_id = \(member) order by id")
        membership.readUpTo = try lines(
            """
            select 'question/' || r.question_id, cast(r.number as text), q.last_activity_at from read_position r
            join question q on q.id = r.question_id where r.member_id = \(member) order by r.question_id
            """)
        membership.facilitation = try lines(
            "select kind, note, done_at from gesture_done where about_id = \(member) order by done_at, id")
        membership.silence = try lines(
            """
            select 'left list', '', refused_at from quiet_refusal where member_id = \(member)
            union all select 'member/' || manager_id, 'manager', declared_at from hierarchy where member_id = \(member)
            union all select 'member/' || member_id, 'managed', declared_at from hierarchy where manager_id = \(member)
            order by 3
            """)
        membership.journal = try lines(
            "select coalesce(object, ''), verb, at from journal where member_id = \(member) order by at, id")
        return membership
    }

    /// - Parameter context: the names of what follows the six first columns and the mention of a hidden name.
    private func posts(_ sql: SQL, _ context: [String]) throws -> [PersonalData.Post] {
        try transaction.all(sql) { row in
            var said: [String: String] = [:]
            for (index, name) in context.enumerated() {
                if let text = try row[7 + index] as String?, !text.isEmpty { said[name] = text }
            }
            return .init(
                thread: try row[0], number: try row[1], title: try row[2], body: try row[3],
                writtenAt: (try row[4] as Instant).date, deletedAt: (try row[5] as Instant?)?.date, context: said,
                isNameless: try row[6])
        }
    }

    private func lines(_ sql: SQL) throws -> [PersonalData.Line] {
        try transaction.all(sql) { row in
            .init(about: try row[0], text: try row[1], at: (try row[2] as Instant).date)
        }
    }
}
