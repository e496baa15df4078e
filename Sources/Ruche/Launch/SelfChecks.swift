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
        /// Whether a stream of live replies came through; nil without script. Without it a page is loaded again.
        package var hearsLive: Bool?
        /// In the member's words: what does not work, and where.
        package var words = ""

        package init() {}

        /// A clock that is five minutes wrong refuses certificates and misses meetings.
        package var isClockRight: Bool { clockInSeconds.map { (-299...299).contains($0) } ?? true }
        package var isWell: Bool {
            !isOld && isClockRight && reachesServer != false && hearsLive != false && words.isEmpty
        }
    }
}

/// The gestures that each member tries once (DOMAIN §4.2); replying by mail and answering an invitation to a meeting join
/// them with their rooms.
package enum FirstAct: String, Sendable, CaseIterable {
    case read, mail, ask, reply, vote

    /// One bit each, kept beside the member so that the page of the steps need not read the journal.
    var bit: Int { 1 << (Self.allCases.firstIndex(of: self) ?? 0) }
    static let all = allCases.reduce(0) { $0 | $1.bit }

    /// The gesture that an act is; nil for most.
    init?(_ verb: Verb) {
        switch verb {
        case .asked, .metToo: self = .ask
        case .replied: self = .reply
        case .votedNeeds, .answeredDecision, .markedUseful, .votedReview: self = .vote
        default: return nil
        }
    }
}

extension Act {
    /// Notes that a member has made one of the five gestures: written once.
    func note(_ first: FirstAct, by member: Member.ID) throws {
        try execute(
            """
            update member set first_acts = first_acts | \(first.bit)
            where id = \(member) and (first_acts & \(first.bit)) = 0
            """)
    }
}

package struct SelfCheckQueries {
    let view: View

    /// The last check of each member, the last made first.
    package func all() throws -> [SelfCheck] {
        try view.transaction.all(
            """
            select \(Author.columns), s.browser, s.is_old, s.has_script, s.clock, s.reaches, s.words, s.checked_at,
              s.mail_received_at, s.live
            from self_check s join member m on m.id = s.member_id
            where m.community_id = \(try view.community) and m.left_at is null and s.checked_at is not null
            order by s.checked_at desc, m.id
            """, Self.check)
    }

    package func own() throws -> SelfCheck? {
        try view.transaction.first(
            """
            select \(Author.columns), s.browser, s.is_old, s.has_script, s.clock, s.reaches, s.words, s.checked_at,
              s.mail_received_at, s.live
            from self_check s join member m on m.id = s.member_id where m.id = \(try view.member)
              and s.checked_at is not null
            """, Self.check)
    }

    private static func check(_ row: borrowing Row) throws -> SelfCheck {
        var findings = SelfCheck.Findings()
        (findings.browser, findings.isOld, findings.hasScript) = (try row[4], try row[5], try row[6])
        (findings.clockInSeconds, findings.reachesServer, findings.words) = (try row[7], try row[8], try row[9])
        findings.hearsLive = try row[12]
        return SelfCheck(
            member: try Author(row, from: 0), findings: findings, checkedAt: try row[10], mailReceivedAt: try row[11])
    }

    /// Whether the letter of trial of the reader came back.
    package func mailReceivedAt() throws -> Instant? {
        try view.transaction.value("select mail_received_at from self_check where member_id = \(try view.member)")
    }

    /// Which of the five gestures a member has tried.
    package func firstActs(of member: Member.ID) throws -> Set<FirstAct> {
        let bits = try view.transaction.value("select first_acts from member where id = \(member)", as: Int.self) ?? 0
        return Set(FirstAct.allCases.filter { bits & $0.bit != 0 })
    }
}

package struct SelfCheckActs {
    let act: Act

    /// Keeps the check, and tells the technical referent; the facilitators where nobody holds that function.
    package func keep(_ findings: SelfCheck.Findings) throws {
        let member = try act.member
        var findings = findings
        findings.words = try findings.words.line(limit: 500, field: "mots") ?? ""
        try act.guardPatients(in: [findings.words], isConfirmed: false)
        findings.browser = findings.browser.line(limit: 120) ?? ""
        try act.execute(
            """
            insert into self_check (member_id, browser, is_old, has_script, clock, reaches, words, checked_at, live)
            values (\(member), \(findings.browser), \(findings.isOld), \(findings.hasScript), \(findings.clockInSeconds),
                \(findings.reachesServer), \(findings.words), \(act.now), \(findings.hearsLive))
            on conflict (member_id) do update
            set browser = excluded.browser, is_old = excluded.is_old, has_script = excluded.has_script,
                clock = excluded.clock, reaches = excluded.reaches, words = excluded.words,
                checked_at = excluded.checked_at, live = excluded.live
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
        try act.note(.mail, by: member)
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
        ),
        // What was done before the gestures were kept beside each member.
        Migration(
            "first acts of the past",
            """
            update member set first_acts = case when last_visit_at is null then 0 else 1 end
              + case when exists (select 1 from invitation i where i.member_id = member.id and i.accepted_at is not null)
                then 2 else 0 end
              + case when exists (select 1 from journal j where j.member_id = member.id and j.verb in ('asked', 'me too'))
                then 4 else 0 end
              + case when exists (select 1 from journal j where j.member_id = member.id and j.verb = 'replied')
                then 8 else 0 end
              + case when exists (select 1 from journal j where j.member_id = member.id
                  and j.verb in ('voted needs', 'answered decision', 'marked useful')) then 16 else 0 end
            """
        ),
    ]
}
