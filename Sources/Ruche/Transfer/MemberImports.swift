import Calendaring
import Foundation
import Persistence
import Wording

extension View {
    package var memberImports: MemberImportQueries { MemberImportQueries(view: self) }
}

extension Act {
    package var memberImports: MemberImportActs { MemberImportActs(act: self) }
}

/// A list of people on its way in: read, checked, prepared, then invited by a second act (FEATURES §18.1, I2).
package struct MemberImport: Sendable, RowDecodable {
    package typealias ID = Identifier<MemberImport>

    package let id: ID
    package let file: String
    package let createdAt: Instant
    package let preparedAt: Instant?
    package let list: MemberList
    package let reading: ListReading

    /// `select id, file, created_at, prepared_at, list, reading from member_import`
    package init(_ row: borrowing Row) throws {
        (id, file, createdAt, preparedAt) = (try row[0], try row[1], try row[2], try row[3])
        let decoder = JSONDecoder()
        list = try decoder.decode(MemberList.self, from: Data((try row[4] as String).utf8))
        reading = try decoder.decode(ListReading.self, from: Data((try row[5] as String).utf8))
    }
}

/// How many invitations of a list wait, and have left.
package struct PreparedCount: Sendable, Equatable {
    package let waiting: Int
    package let sent: Int
}

package struct MemberImportQueries {
    let view: View

    package func find(_ id: MemberImport.ID) throws -> MemberImport {
        let found = try view.transaction.first(
            MemberImport.self,
            """
            select id, file, created_at, prepared_at, list, reading from member_import
            where id = \(id) and community_id = \(try view.community)
            """)
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// Those that are not over, the newest first: their number, name and day.
    package func open() throws -> [(id: MemberImport.ID, file: String, at: Instant)] {
        try view.transaction.all(
            "select id, file, created_at from member_import where community_id = \(try view.community) order by id desc"
        ) { (try $0[0], try $0[1], try $0[2]) }
    }

    /// Each line of the list, as it stands now.
    package func people(_ list: MemberImport) throws -> [ListedPerson] {
        let community = try view.community
        let members = try view.transaction.column(
            """
            select p.email from member m join person p on p.id = m.person_id
            where m.community_id = \(community) and m.left_at is null
            """, as: EmailAddress.self)
        let invited = try view.transaction.column(
            """
            select email from invitation where community_id = \(community) and accepted_at is null
              and withdrawn_at is null and expires_at > \(view.now)
            """, as: EmailAddress.self)
        let prepared = try view.transaction.column(
            """
            select r.email from prepared_invitation r left join invitation i on i.id = r.invitation_id
            where r.community_id = \(community) and (r.invitation_id is null
              or (i.accepted_at is null and i.withdrawn_at is null and i.expires_at > \(view.now)))
            """, as: EmailAddress.self)
        let zone = Zone(try view.communities.current().zone) ?? .paris
        return list.list.people(
            list.reading,
            known: KnownPeople(members: Set(members), invited: Set(invited), prepared: Set(prepared)),
            today: zone.date(at: view.now.milliseconds))
    }

    package func count(_ id: MemberImport.ID) throws -> PreparedCount {
        try view.transaction.first(
            """
            select sum(case when invitation_id is null then 1 else 0 end),
              sum(case when invitation_id is null then 0 else 1 end)
            from prepared_invitation where import_id = \(id)
            """
        ) { PreparedCount(waiting: try $0[0] ?? 0, sent: try $0[1] ?? 0) } ?? PreparedCount(waiting: 0, sent: 0)
    }
}

package struct MemberImportActs {
    let act: Act

    package static let batch = InvitationActs.batch
    /// Between two batches: a second press of the button sends nothing more.
    package static let pause = Duration.minutes(1)
    /// How long a list waits to be prepared, and its people to be invited.
    static let (patience, lifetime) = (Duration.days(14), Duration.days(90))

    /// Keeps a list that was read, with its columns as they seem to be.
    package func begin(_ list: MemberList, file: String) throws -> MemberImport.ID {
        let reading = ListReading(columns: list.guessed)
        let id: MemberImport.ID = try act.insert(
            """
            insert into member_import (community_id, author_id, file, created_at, list, reading)
            values (\(try act.community), \(try act.member), \(file.line(limit: 120) ?? "-"), \(act.now),
                \(try Self.json(list)), \(try Self.json(reading))) returning id
            """)
        try act.record(.beganMemberList, .memberImport(id), ["rows": String(list.rows.count)])
        return id
    }

    private static func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    /// Confirms what each column holds, and why these people may be written to.
    package func read(_ id: MemberImport.ID, as reading: ListReading) throws {
        let known = try act.view.memberImports.find(id)
        guard known.preparedAt == nil else {
            throw Refusal("Cette liste est déjà prête. Retirez-la pour la reprendre.", kind: .conflict)
        }
        guard reading.columns.count == known.list.headings.count else { throw Refusal.notFound }
        guard reading.columns.contains(.email) else {
            throw Refusal("Dites quelle colonne porte les adresses de courriel.", field: "colonne")
        }
        let used = reading.columns.filter { $0 != .ignored }
        guard Set(used).count == used.count else {
            throw Refusal("Deux colonnes ne peuvent pas porter la même chose.", field: "colonne")
        }
        var reading = reading
        reading.reason = try reading.reason.line(limit: 500, field: "raison") ?? ""
        try act.execute("update member_import set reading = \(try Self.json(reading)) where id = \(id)")
        try act.record(.beganMemberList, .memberImport(id), ["read": "yes"])
    }

    /// Prepares an invitation for each line without a fault, and forgets the lines. Nothing leaves. Where a card is
    /// prepared already for an address, it takes what this list says.
    /// - Returns: how many are new.
    @discardableResult
    package func prepare(_ id: MemberImport.ID) throws -> Int {
        let known = try act.view.memberImports.find(id)
        guard known.preparedAt == nil else {
            throw Refusal("Cette liste est déjà prête. Retirez-la pour la reprendre.", kind: .conflict)
        }
        let people = try act.view.memberImports.people(known).filter { $0.problem == nil }
        guard !people.isEmpty else {
            throw Refusal("Aucune ligne ne permet d’inviter quelqu’un. Le fichier des erreurs dit pourquoi.")
        }
        let community = try act.community
        for person in people {
            guard let email = person.email else { continue }
            let consent = person.consentedOn.map(\.description) ?? known.reading.reason
            if person.isCorrection {
                try act.execute(
                    """
                    update prepared_invitation set card = \(try Self.json(person.card)),
                      role = case when invitation_id is null then \(person.role) else role end,
                      language = case when invitation_id is null then \(person.language) else language end,
                      consent = case when \(consent) = '' then consent else \(consent) end
                    where community_id = \(community) and email = \(email) and (invitation_id is null or invitation_id in (
                      select id from invitation where accepted_at is null and withdrawn_at is null))
                    """)
                continue
            }
            try act.execute(
                """
                insert into prepared_invitation (import_id, community_id, line, email, role, language, card, consent)
                values (\(id), \(community), \(person.line), \(email), \(person.role), \(person.language),
                    \(try Self.json(person.card)), \(consent))
                """)
        }
        // What the cards need is on them: the rest of the file, numbers and remarks, is nobody's any more.
        try act.execute(
            """
            update member_import set prepared_at = \(act.now), list = \(try Self.json(MemberList.empty)),
              reading = \(try Self.json(ListReading(columns: [])))
            where id = \(id)
            """)
        let new = people.count { !$0.isCorrection }
        try act.record(
            .preparedInvitations, .memberImport(id),
            ["invitations": String(new), "corrected": String(people.count - new)])
        return new
    }

    /// The second act: the next invitations leave, fifty at most.
    @discardableResult
    package func send(_ id: MemberImport.ID, makeSecret: () -> Secret) throws -> Int {
        let known = try act.view.memberImports.find(id)
        guard known.preparedAt != nil else { throw Refusal.notFound }
        let last = try act.transaction.value(
            """
            select max(i.sent_at) from prepared_invitation r join invitation i on i.id = r.invitation_id
            where r.import_id = \(id)
            """, as: Instant?.self)
        if let last, let last, act.now - last < Self.pause {
            throw Refusal(
                "Un envoi vient de partir. Laissez une minute au serveur de courriel avant le suivant.",
                kind: .conflict)
        }
        let next = try act.transaction.all(
            """
            select id, email, role, language from prepared_invitation
            where import_id = \(id) and invitation_id is null order by line limit \(Self.batch)
            """
        ) { row -> (id: Int64, email: EmailAddress, role: Role, language: Language) in
            (try row[0], try row[1], try row[2], try row[3])
        }
        let settled = Set(
            try act.transaction.column(
                """
                select p.email from member m join person p on p.id = m.person_id
                where m.community_id = \(try act.community) and m.left_at is null
                union select email from invitation
                where community_id = \(try act.community) and accepted_at is null and withdrawn_at is null
                  and expires_at > \(act.now)
                """, as: EmailAddress.self))
        for person in next {
            // Somebody who came in, or was invited, by another door since.
            if settled.contains(person.email) {
                try act.execute("delete from prepared_invitation where id = \(person.id)")
                continue
            }
            var draft = InvitationDraft(email: person.email.rawValue, role: person.role)
            draft.language = person.language
            let invitation = try act.invitations.invite(draft, secret: makeSecret(), isOfList: true)
            try act.execute("update prepared_invitation set invitation_id = \(invitation) where id = \(person.id)")
        }
        try act.record(.preparedInvitations, .memberImport(id), ["sent": String(next.count)])
        return next.count
    }

    /// Forgets a list, and the invitations that have not left. Those that have stay as they are.
    package func forget(_ id: MemberImport.ID) throws {
        _ = try act.view.memberImports.find(id)
        try act.execute("delete from prepared_invitation where import_id = \(id) and invitation_id is null")
        try act.execute("update prepared_invitation set import_id = null where import_id = \(id)")
        try act.execute("delete from member_import where id = \(id)")
        try act.record(.undidImport, .memberImport(id))
    }

    /// Takes the lines that hold an address out of every list that still has its lines.
    func forget(_ email: EmailAddress) throws {
        let like = SQL(sqlite: "like", postgres: "ilike")
        let lists = try act.transaction.all(
            "select id, list from member_import where list \(like) \("%\(email.rawValue)%")"
        ) { row in (id: try row[0] as MemberImport.ID, list: try row[1] as String) }
        for (id, text) in lists {
            var list: MemberList = try JSONText.decode(text)
            list.rows.removeAll { $0.cells.contains { $0.lowercased().contains(email.rawValue) } }
            try act.execute("update member_import set list = \(try Self.json(list)) where id = \(id)")
        }
    }

    /// Once a day: a list that nobody prepared, cards of those who were invited long ago.
    func sweep() throws {
        try act.execute(
            "delete from member_import where prepared_at is null and created_at < \(act.now - Self.patience)")
        let old = act.now - Self.lifetime
        try act.execute(
            """
            update prepared_invitation set import_id = null
            where invitation_id is not null and import_id in (select id from member_import where created_at < \(old))
            """)
        try act.execute("delete from member_import where created_at < \(old)")
        try act.execute(
            """
            delete from prepared_invitation
            where invitation_id in (select id from invitation where expires_at < \(old))
            """)
    }
}

extension InvitationQueries {
    /// What a list already said of somebody who was invited from it: their page is filled with it.
    package func card(of invitation: Invitation.ID) throws -> MemberDraft? {
        try view.transaction.value(
            "select card from prepared_invitation where invitation_id = \(invitation) and card <> ''", as: String.self
        ).flatMap { try JSONDecoder().decode(MemberDraft.self, from: Data($0.utf8)) }
    }
}

enum MemberImportSchema {
    static let migrations = [
        Migration(
            "member lists",
            """
            create table member_import (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id) on delete cascade,
              file         text not null,
              created_at   \(.instant) not null,
              prepared_at  \(.instant),
              list         text not null,
              reading      text not null
            ) \(.strict)
            """,
            "create index member_import_by_community on member_import (community_id)",
            "create index member_import_by_author on member_import (author_id)",
            """
            create table prepared_invitation (
              id            \(.id),
              import_id     \(.integer) references member_import (id) on delete cascade,
              community_id  \(.integer) not null references community (id) on delete cascade,
              line          \(.integer) not null,
              email         text not null,
              role          text not null,
              language      text not null,
              card          text not null,
              consent       text not null check (consent <> ''),
              invitation_id \(.integer) references invitation (id) on delete set null
            ) \(.strict)
            """,
            "create unique index prepared_invitation_waiting on prepared_invitation (community_id, email) where invitation_id is null",
            "create index prepared_invitation_by_import on prepared_invitation (import_id)",
            "create index prepared_invitation_by_invitation on prepared_invitation (invitation_id) where invitation_id is not null"
        )
    ]
}
