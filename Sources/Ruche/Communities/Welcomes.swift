import Persistence

// A newcomer has a host and three small gestures, for thirty days, and is never held back (FEATURES CO5).

extension View {
    package var welcomes: WelcomeQueries { WelcomeQueries(view: self) }
}

extension Act {
    package var welcomes: WelcomeActs { WelcomeActs(act: self) }
}

/// The first thirty days of a member.
package struct Welcome: Sendable, Equatable {
    package enum Gesture: Sendable, CaseIterable {
        /// Something on the card beside the name and the profession.
        case card
        /// A word to the others.
        case hello
        /// A *moi aussi*, a reply or a question.
        case firstAct
    }

    package let newcomer: Author
    package let host: Author?
    package let hello: String
    package let joinedAt: Instant
    package let done: Set<Gesture>
    /// The newcomer wants to hear no more of it.
    package let isPutAway: Bool

    package static let lasts = Duration.days(30)
    package var isDone: Bool { done.count == Gesture.allCases.count }
}

package struct WelcomeQueries {
    let view: View

    private static let columns: SQL = """
        \(Author.columns), h.id, h.name, h.profession, h.establishment, w.hello, m.joined_at,
        case when m.can_help_on <> '' or m.wants_to_learn <> '' or m.setting is not null
          or exists (select 1 from private_field f where f.member_id = m.id) then 1 else 0 end,
        case when (m.first_acts & \(FirstAct.ask.bit | FirstAct.reply.bit)) <> 0 then 1 else 0 end, case when w.put_away_at is null then 0 else 1 end
        """

    private static func welcome(_ row: borrowing Row) throws -> Welcome {
        let hello: String = try row[8]
        var done: Set<Welcome.Gesture> = []
        if try row[10] as Int == 1 { done.insert(.card) }
        if !hello.isEmpty { done.insert(.hello) }
        if try row[11] as Int == 1 { done.insert(.firstAct) }
        return Welcome(
            newcomer: try Author(row, from: 0), host: try (row[4] as Member.ID?) == nil ? nil : Author(row, from: 4),
            hello: hello, joinedAt: try row[9], done: done, isPutAway: try row[12])
    }

    /// The reader's own first days, and those of the newcomers whom they welcome, the last come first.
    package func around() throws -> [Welcome] {
        let member = try view.member
        return try view.transaction.all(
            """
            select \(Self.columns) from welcome w join member m on m.id = w.member_id
            left join member h on h.id = w.host_id and h.left_at is null
            where w.member_id in (
              select \(member) union select member_id from welcome where host_id = \(member))
              and w.began_at > \(view.now - Welcome.lasts) and m.left_at is null
            order by w.began_at desc, m.id desc
            """, Self.welcome)
    }

    /// Everybody's first days, for those who facilitate: the last come first.
    func inFirstDays(limit: Int) throws -> [Welcome] {
        try view.transaction.all(
            """
            select \(Self.columns) from member m join welcome w on w.member_id = m.id
            left join member h on h.id = w.host_id and h.left_at is null
            where m.community_id = \(try view.community) and m.left_at is null and m.role = 'member'
              and w.began_at > \(view.now - Welcome.lasts)
            order by w.began_at desc, m.id desc limit \(limit)
            """, Self.welcome)
    }

    /// What newcomers said of themselves, by member.
    package func hellos(of members: [Member.ID]) throws -> [Member.ID: String] {
        guard !members.isEmpty else { return [:] }
        var hellos: [Member.ID: String] = [:]
        try view.transaction.each(
            "select member_id, hello from welcome where member_id in \(list: members) and hello <> ''"
        ) { row in hellos[try row[0]] = try row[1] }
        return hellos
    }
}

package struct WelcomeActs {
    let act: Act

    /// A member has just come: the host who has the fewest newcomers is told; a facilitator where nobody hosts.
    func begin(_ member: Member.ID, of community: Community) throws {
        let host = try act.transaction.value(
            """
            select m.id from member m
            left join mandate d on d.member_id = m.id and d.function = 'host' and d.ended_at is null
            where m.community_id = \(community.id) and m.left_at is null and m.id <> \(member)
              and not \(.isPaused(at: act.now)) and (d.id is not null or m.role = 'facilitator')
            order by case when d.id is null then 1 else 0 end,
              (select count(*) from welcome w where w.host_id = m.id and w.began_at > \(act.now - Welcome.lasts)), m.id
            limit 1
            """, as: Member.ID.self)
        try act.execute(
            """
            insert into welcome (member_id, host_id, began_at) values (\(member), \(host), \(act.now))
            on conflict (member_id) do nothing
            """)
        // Whom the operator puts there at once is announced by nobody.
        guard act.channel != .command, let host, let account = try act.view.accounts.of(host) else { return }
        let name = try act.transaction.value("select name from member where id = \(member)", as: String.self) ?? ""
        try act.mails.send(
            .hosting(community: community.name, slug: community.slug, name: name, member: member.rawValue), to: account,
            key: "hosting/\(member)")
    }

    /// A word to the others, seen on the home page and on the card.
    package func sayHello(_ words: String) throws {
        let member = try act.member
        guard let words = try words.line(limit: 280, field: "bonjour") else {
            throw Refusal("Écrivez un mot, même court.", field: "bonjour")
        }
        try act.guardPatients(in: [words], isConfirmed: false)
        let said = try act.execute("update welcome set hello = \(words) where member_id = \(member)")
        guard said == 1 else { throw Refusal.notFound }
        try act.record(.saidHello, .member(member))
    }

    /// Not now, or never: the three gestures go from the home page.
    package func putAway() throws {
        let member = try act.member
        try act.execute("update welcome set put_away_at = \(act.now) where member_id = \(member)")
        try act.record(.putWelcomeAway, .member(member))
    }
}

enum WelcomeSchema {
    static let migrations = [
        Migration(
            "welcomes",
            """
            create table welcome (
              member_id   \(.integer) primary key references member (id) on delete cascade,
              host_id     \(.integer) references member (id) on delete set null,
              began_at    \(.instant) not null,
              hello       text not null default '',
              put_away_at \(.instant)
            ) \(.strict)
            """,
            "create index welcome_by_host on welcome (host_id, began_at) where host_id is not null"
        )
    ]
}
