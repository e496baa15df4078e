import Persistence

extension View {
    package var selfChecks: SelfCheckQueries { SelfCheckQueries(view: self) }
}

extension Act {
    package var selfChecks: SelfCheckActs { SelfCheckActs(act: self) }
}

/// What a member's own computer can do, tried from the ward and told to the technical referent.
package struct SelfCheck: Sendable, Equatable {
    package let member: Author
    package let findings: Findings
    package let checkedAt: Instant
    package let mailReceivedAt: Instant?

    package struct Findings: Sendable, Equatable, Codable {
        /// "Firefox 102 · Windows"
        package var browser = ""
        package var isOld = false
        package var hasScript = false
        /// How far the computer's clock is from the server's; nil without script.
        package var clockInSeconds: Int?
        /// Whether a request sent by a script came through; nil without script.
        package var reachesServer: Bool?
        /// In the member's words: what does not work, and where.
        package var words = ""

        package init() {}

        /// A clock that is five minutes wrong refuses certificates and misses meetings.
        package var isClockRight: Bool { clockInSeconds.map { abs($0) < 300 } ?? true }
        package var isWell: Bool { !isOld && isClockRight && reachesServer != false && words.isEmpty }
    }
}

/// The gestures that each member tries once (DOMAIN §4.2); replying by mail and answering an invitation to a meeting join
/// them with their rooms.
package enum FirstAct: String, Sendable, CaseIterable { case read, mail, ask, reply, vote }

package struct SelfCheckQueries {
    let view: View

    /// The last check of each member, the last made first.
    package func all() throws -> [SelfCheck] {
        try view.transaction.all(
            """
            select \(Author.columns), s.browser, s.is_old, s.has_script, s.clock, s.reaches, s.words, s.checked_at,
              s.mail_received_at
            from self_check s join member m on m.id = s.member_id
            where m.community_id = \(try view.community) and m.left_at is null and s.checked_at is not null
            order by s.checked_at desc, m.id
            """, Self.check)
    }

    package func own() throws -> SelfCheck? {
        try view.transaction.first(
            """
            select \(Author.columns), s.browser, s.is_old, s.has_script, s.clock, s.reaches, s.words, s.checked_at,
              s.mail_received_at
            from self_check s join member m on m.id = s.member_id where m.id = \(try view.member)
              and s.checked_at is not null
            """, Self.check)
    }

    private static func check(_ row: borrowing Row) throws -> SelfCheck {
        var findings = SelfCheck.Findings()
        (findings.browser, findings.isOld, findings.hasScript) = (try row[4], try row[5], try row[6])
        (findings.clockInSeconds, findings.reachesServer, findings.words) = (try row[7], try row[8], try row[9])
        return SelfCheck(
            member: try Author(row, from: 0), findings: findings, checkedAt: try row[10], mailReceivedAt: try row[11])
    }

    /// Whether the letter of trial of the reader came back.
    package func mailReceivedAt() throws -> Instant? {
        try view.transaction.value("select mail_received_at from self_check where member_id = \(try view.member)")
    }

    /// Which of the five gestures each member has tried, by member.
    package func firstActs(of member: Member.ID? = nil) throws -> [Member.ID: Set<FirstAct>] {
        let one: SQL = member.map { "and m.id = \($0)" } ?? ""
        var tried: [Member.ID: Set<FirstAct>] = [:]
        try view.transaction.each(
            """
            select m.id, case when m.last_visit_at is null then 0 else 1 end,
              case when exists (select 1 from self_check s where s.member_id = m.id and s.mail_received_at is not null)
                or exists (select 1 from invitation i where i.member_id = m.id and i.accepted_at is not null)
                then 1 else 0 end,
              case when exists (select 1 from journal j where j.member_id = m.id and j.verb in ('asked', 'me too'))
                then 1 else 0 end,
              case when exists (select 1 from journal j where j.member_id = m.id and j.verb = 'replied')
                then 1 else 0 end,
              case when exists (select 1 from journal j where j.member_id = m.id
                and j.verb in ('voted needs', 'answered decision', 'marked useful')) then 1 else 0 end
            from member m where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.role in ('facilitator', 'member') \(one)
            """
        ) { row in
            let done = try FirstAct.allCases.enumerated().filter { try row[$0.offset + 1] as Int == 1 }
            tried[try row[0]] = Set(done.map(\.element))
        }
        return tried
    }
}

package struct SelfCheckActs {
    let act: Act

    /// Keeps the check, and tells the technical referent; the facilitators where nobody holds that function.
    package func keep(_ findings: SelfCheck.Findings) throws {
        let member = try act.member
        var findings = findings
        findings.words = try findings.words.line(limit: 500, field: "mots") ?? ""
        findings.browser = findings.browser.line(limit: 120) ?? ""
        try act.execute(
            """
            insert into self_check (member_id, browser, is_old, has_script, clock, reaches, words, checked_at)
            values (\(member), \(findings.browser), \(findings.isOld), \(findings.hasScript), \(findings.clockInSeconds),
                \(findings.reachesServer), \(findings.words), \(act.now))
            on conflict (member_id) do update
            set browser = excluded.browser, is_old = excluded.is_old, has_script = excluded.has_script,
                clock = excluded.clock, reaches = excluded.reaches, words = excluded.words,
                checked_at = excluded.checked_at
            """)
        try act.record(.checkedTools, .member(member), ["well": findings.isWell ? "yes" : "no"])
        let community = try act.view.communities.current()
        let name = try act.view.members.profile(member).member.name
        for referent in try referents() where referent != member {
            guard let person = try act.view.accounts.of(referent) else { continue }
            try act.mails.send(
                .toolsChecked(community: community.name, slug: community.slug, name: name, findings: findings),
                to: person, key: "tools/\(member)/\(act.now.milliseconds)/\(referent)")
        }
    }

    private func referents() throws -> [Member.ID] {
        let named = try act.view.mandates.current().filter { $0.function == .technicalReferent }.map(\.member.id)
        return try named.isEmpty ? act.view.members.facilitators().map(\.id) : named
    }

    /// Sends a letter whose link says that it came.
    package func tryMail(_ secret: Secret) throws {
        let member = try act.member
        guard let person = try act.view.accounts.of(member) else { throw Refusal.forbidden }
        try act.execute(
            """
            insert into self_check (member_id, mail_hash, mail_sent_at) values (\(member), \(secret.hash), \(act.now))
            on conflict (member_id) do update set mail_hash = excluded.mail_hash, mail_sent_at = excluded.mail_sent_at,
                mail_received_at = null
            """)
        let community = try act.view.communities.current()
        try act.mails.send(
            .mailTrial(community: community.name, slug: community.slug, link: secret.text), to: person,
            key: "trial/\(member)/\(act.now.milliseconds)")
        try act.record(.checkedTools, .member(member), ["mail": "sent"])
    }

    /// The link of the letter was opened by its reader, who is signed in.
    package func noteMail(_ secret: Secret) throws {
        let member = try act.member
        let noted = try act.execute(
            """
            update self_check set mail_received_at = coalesce(mail_received_at, \(act.now))
            where member_id = \(member) and mail_hash = \(secret.hash)
            """)
        guard noted == 1 else { throw Refusal.notFound }
        try act.record(.checkedTools, .member(member), ["mail": "received"])
    }
}

enum SelfCheckSchema {
    static let migrations = [
        Migration(
            "self-checks",
            """
            create table self_check (
              member_id        \(.integer) primary key references member (id) on delete cascade,
              browser          text not null default '',
              is_old           \(.integer) not null default 0,
              has_script       \(.integer) not null default 0,
              clock            \(.integer),
              reaches          \(.integer),
              words            text not null default '',
              checked_at       \(.instant),
              mail_hash        \(.blob),
              mail_sent_at     \(.instant),
              mail_received_at \(.instant)
            ) \(.strict)
            """
        )
    ]
}
