import Persistence
import Wording

/// Somebody who may know, and why.
struct Knower: Sendable, Equatable {
    let member: Member.ID
    let reason: SolicitationReason
    let score: Int
    let availability: Availability
    let isAvailable: Bool
}

/// Why one is asked, told to them in the letter.
package enum SolicitationReason: Codable, Sendable, Equatable {
    /// They said they can help on this.
    case card(topic: String)
    /// Others found their replies on this useful.
    case replies(topic: String)
    /// They work in the same kind of place.
    case setting
    /// A colleague asks them by name, with a word.
    case colleague(name: String, words: String)
}

extension Interface {
    /// Why one is asked.
    package func why(_ reason: SolicitationReason) -> String {
        switch reason {
        case .card(let topic): self("Votre carte dit que vous pouvez aider sur « %@ ».", topic)
        case .replies(let topic): self("Vos réponses sur « %@ » ont servi à d’autres.", topic)
        case .setting: self("Vous exercez dans un lieu semblable.")
        case .colleague(let name, let words):
            words.isEmpty
                ? self("%@ a pensé à vous.", name) : self("%@ a pensé à vous : « %@ »", name, words)
        }
    }
}

/// How often somebody has been asked (DOMAIN §6.4).
package struct Availability: Sendable, Equatable {
    /// What they accept in thirty days.
    package var accepted: Int
    /// How often they were asked in the last thirty days.
    package var asked = 0
    package var lastAskedAt: Instant?

    package init(accepted: Int, asked: Int = 0, lastAskedAt: Instant? = nil) {
        (self.accepted, self.asked, self.lastAskedAt) = (accepted, asked, lastAskedAt)
    }

    static let window = Duration.days(30)
    static let rest = Duration.days(7)

    /// Within their own number, and never twice in seven days.
    package func allows(at now: Instant) -> Bool {
        asked < accepted && lastAskedAt.map { now - $0 >= Self.rest } ?? true
    }
}

/// Points of the matching score (DOMAIN §6.4).
private enum Points {
    static let card = 3
    static let usefulReply = 2
    static let usefulRepliesAtMost = 6
    static let setting = 1
    static let alreadyAsked = -2
}

/// A request for help to one member, as they see it. Whether they decline or say nothing, nobody else learns it.
package struct Solicitation: Sendable, Equatable {
    package typealias ID = Identifier<Solicitation>

    package let id: ID
    package let question: Question.ID
    package let title: String
    package let asker: String
    package let reason: SolicitationReason
    package let askedAt: Instant
    package let declinedAt: Instant?
}

extension QuestionQueries {
    /// Members who may know, the likeliest first: their card, their useful replies of a year on these topics, their
    /// place of work; those asked lately come after. Ties go to who was asked least, then by lot.
    /// - Parameter isShown: to a facilitator: what they wrote without their name, and what their card says to nobody else,
    ///   are then left out.
    func whoKnows(_ question: Question, isShown: Bool = false) throws -> [Knower] {
        let topics = try topics(of: question.id)
        let replies = try usefulReplies(on: topics, isShown: isShown)
        let requests = try requests()
        let title = fold(question.title)
        let audiences = isShown ? [Audience.facilitators] : [.facilitators, .owner]
        let members = try view.transaction.all(
            """
            select m.id, m.setting, m.asks_per_month,
              coalesce(nullif(m.can_help_on, ''), (select value from private_field f
                where f.member_id = m.id and f.field = \(CardField.canHelpOn) and f.audience in \(list: audiences)), '')
            from member m
            where m.community_id = \(try view.community) and m.left_at is null and m.is_pending = 0
              and m.role in \(list: [Role.member, .facilitator]) and m.id <> \(question.author.id)
              and not \(.isPaused(at: view.now)) and m.asks_per_month > 0
            order by m.id
            """
        ) { row in
            (
                id: try row[0] as Member.ID, setting: try row[1] as Question.Setting?, accepted: try row[2] as Int,
                help: try row[3] as String
            )
        }
        let known = members.compactMap { member -> Knower? in
            let onCard = Self.subject(of: member.help, matching: topics, title: title)
            let useful = replies[member.id]
            let isSamePlace = member.setting != nil && member.setting == question.context.setting
            guard onCard != nil || useful != nil || isSamePlace else { return nil }
            var availability = requests[member.id] ?? Availability(accepted: 0)
            availability.accepted = member.accepted
            let score =
                (onCard == nil ? 0 : Points.card)
                + min((useful?.count ?? 0) * Points.usefulReply, Points.usefulRepliesAtMost)
                + (isSamePlace ? Points.setting : 0) + availability.asked * Points.alreadyAsked
            let reason: SolicitationReason =
                onCard.map { .card(topic: $0) } ?? useful.map { .replies(topic: $0.topic) } ?? .setting
            return Knower(
                member: member.id, reason: reason, score: score, availability: availability,
                isAvailable: availability.allows(at: view.now))
        }
        let lot = Lot(question.id)
        return known.sorted {
            ($1.score, $0.availability.asked, lot.draw($0.member)) < (
                $0.score, $1.availability.asked, lot.draw($1.member)
            )
        }
    }

    /// The first subject of a card that is a topic of the question, or that stands in its title.
    private static func subject(of help: String, matching topics: [Topic], title: String) -> String? {
        let names = Set(topics.map { fold($0.name) })
        return help.split { ",;\n".contains($0) }.map { String($0).trimmingWhitespace() }.first { subject in
            let folded = fold(subject)
            return names.contains(folded) || (folded.count >= 4 && title.contains(folded))
        }
    }

    /// The last exchanges of a subject that are looked through: a year of all but the busiest community.
    private static let exchangesRead = 120

    /// Useful replies of the last year on any of these topics, by author, with the first topic.
    private func usefulReplies(on topics: [Topic], isShown: Bool) throws -> [Member.ID: (count: Int, topic: String)] {
        if topics.isEmpty { return [:] }
        let named: SQL = isShown ? "and r.is_nameless = 0" : ""
        var found: [Member.ID: (count: Int, topic: String)] = [:]
        try view.transaction.each(
            """
            select r.author_id, count(distinct r.id), min(t.name) from (
              select question_id, topic_id from question_topic where topic_id in \(list: topics.map(\.id))
              order by question_id desc limit \(Self.exchangesRead)) k
            join topic t on t.id = k.topic_id join reply r on r.question_id = k.question_id
            where r.useful_count > 0 and r.deleted_at is null
              and r.replied_at > \(view.now - .days(365)) \(named)
            group by r.author_id
            """
        ) { row in found[try row[0]] = (count: try row[1], topic: try row[2]) }
        return found
    }

    /// How often each member of the community was asked in the last thirty days.
    func requests() throws -> [Member.ID: Availability] {
        var requests: [Member.ID: Availability] = [:]
        try view.transaction.each(
            """
            select s.member_id, count(*), max(s.asked_at) from solicitation s join member m on m.id = s.member_id
            where m.community_id = \(try view.community) and s.asked_at > \(view.now - Availability.window)
            group by s.member_id
            """
        ) { row in requests[try row[0]] = Availability(accepted: 0, asked: try row[1], lastAskedAt: try row[2]) }
        return requests
    }

    /// What the reader is asked for and has neither answered nor declined, the newest first.
    package func solicitations() throws -> [Solicitation] {
        try view.transaction.all(
            """
            select \(Solicitation.columns) from solicitation s join question q on q.id = s.question_id
            join member m on m.id = q.author_id
            where s.member_id = \(try view.member) and s.declined_at is null and q.answered_at is null
              and q.deleted_at is null and q.resolved_at is null and q.closed_at is null
              and not exists (select 1 from reply r where r.question_id = q.id and r.author_id = s.member_id)
            order by s.asked_at desc
            """, Solicitation.init)
    }

    /// How many members were asked by name for a question: never who.
    package func solicited(for id: Question.ID) throws -> Int {
        try view.transaction.value("select count(*) from solicitation where question_id = \(id)") ?? 0
    }

    /// What a letter's link leads to, with the community. Nil when the link leads nowhere any more.
    package func solicitation(by secret: Secret) throws -> (asked: Solicitation, slug: String, community: String)? {
        try view.transaction.first(
            """
            select \(Solicitation.columns), c.slug, c.name from solicitation s join question q on q.id = s.question_id
            join member m on m.id = q.author_id join community c on c.id = q.community_id
            where s.hash = \(secret.hash) and q.deleted_at is null
            """
        ) { row in (try Solicitation(row), try row[Solicitation.width], try row[Solicitation.width + 1]) }
    }
}

extension Solicitation: RowDecodable {
    static let columns: SQL = """
        s.id, s.question_id, q.title, \(Author.name(of: "q")), s.reason, s.asked_at, s.declined_at
        """
    static let width = 7

    package init(_ row: borrowing Row) throws {
        (id, question, title, asker) = (try row[0], try row[1], try row[2], try row[3])
        reason = try JSONText.decode(try row[4])
        (askedAt, declinedAt) = (try row[5], try row[6])
    }
}

extension QuestionActs {
    /// A member asks one colleague, by name, to answer; a facilitator as many as the question needs. Nobody is asked
    /// more often than they accept.
    package func invite(_ member: Member.ID, toAnswer id: Question.ID, words: String, secret: Secret) throws {
        let question = try act.view.questions.find(id)
        guard question.isOpen else { throw Refusal("Cette question n’attend plus de réponse.") }
        let colleague = try act.view.members.profile(member).member
        guard member != question.author.id, member != act.actor.member else {
            throw Refusal("Choisissez quelqu’un d’autre.", field: "collegue")
        }
        try act.guardPatients(in: [words], isConfirmed: false)
        let invited = try act.transaction.value(
            "select count(*) from solicitation where question_id = \(id) and asked_by = \(try act.member)", as: Int.self
        )
        guard act.actor.isFacilitator || invited == 0 else {
            throw Refusal("Vous avez déjà demandé à quelqu’un de répondre à cette question.", field: "collegue")
        }
        // Whether they were asked already, declined or said nothing, is for nobody to know.
        guard try isAvailable(member), try !asked(for: id).contains(member) else {
            throw Refusal(
                "%@ ne peut pas être sollicité·e en ce moment : choisissez quelqu’un d’autre.", colleague.name,
                field: "collegue")
        }
        let name = try act.view.members.profile(try act.member).member.name
        try solicit(
            member, for: question,
            because: .colleague(name: name, words: try words.line(limit: 500, field: "mot") ?? ""), secret: secret)
    }

    /// Who was asked to answer a question, in whatever way: nobody is asked twice.
    func asked(for id: Question.ID) throws -> Set<Member.ID> {
        Set(
            try act.transaction.column(
                "select member_id from solicitation where question_id = \(id)", as: Member.ID.self))
    }

    private func isAvailable(_ member: Member.ID) throws -> Bool {
        let accepted = try act.transaction.value(
            """
            select m.asks_per_month from member m
            where m.id = \(member) and m.left_at is null and m.is_pending = 0 and not \(.isPaused(at: act.now))
            """, as: Int.self)
        guard let accepted else { return false }
        var availability = try act.view.questions.requests()[member] ?? Availability(accepted: 0)
        availability.accepted = accepted
        return availability.allows(at: act.now)
    }

    /// Asks somebody once for a question, with the reason why them.
    func solicit(
        _ member: Member.ID, for question: Question, because reason: SolicitationReason, secret: Secret
    ) throws {
        let added = try act.execute(
            """
            insert into solicitation (question_id, member_id, asked_by, reason, hash, asked_at)
            values (\(question.id), \(member), \(act.actor.member), \(try JSONText.encode(reason)), \(secret.hash),
                \(act.now))
            on conflict (question_id, member_id) do nothing
            """)
        guard added == 1 else { return }
        let community = try act.view.communities.current()
        try act.mails.tell(
            member, about: question.id,
            .solicited(
                exchange(question, in: community), asker: question.author.name, reason: reason, link: secret.text),
            key: "solicited/\(question.id)/\(member)", atOnce: true,
            from: PromiseClock(community).awake(at: act.now))
        // Never whom: a refusal is seen by nobody.
        try act.record(.solicited, .question(question.id), act.actor.isFacilitator ? Verb.facilitating : [:])
    }

    /// *Pas cette fois*: without a word, seen by nobody.
    package func decline(_ id: Solicitation.ID) throws {
        let changed = try act.execute(
            """
            update solicitation set declined_at = \(act.now)
            where id = \(id) and member_id = \(try act.member) and declined_at is null
            """)
        if changed == 1 { try act.record(.declinedSolicitation, .member(try act.member)) }
    }

    /// The same from the letter, without signing in.
    package func decline(by secret: Secret) throws {
        guard let found = try standing(by: secret) else { throw Refusal.notFound }
        try found.act.questions.decline(found.id)
    }

    /// The act of whom a letter was written to.
    private func standing(by secret: Secret) throws -> (act: Act, id: Solicitation.ID)? {
        let found = try act.transaction.first(
            """
            select s.id, m.community_id, m.id, m.person_id from solicitation s join member m on m.id = s.member_id
            where s.hash = \(secret.hash) and m.left_at is null
            """
        ) { row in
            (
                id: try row[0] as Solicitation.ID, community: try row[1] as Community.ID,
                member: try row[2] as Member.ID,
                person: try row[3] as Person.ID?
            )
        }
        return found.map { (act.standing(in: $0.community, as: $0.member, $0.person), $0.id) }
    }
}

/// A draw that nobody steers, the same each time it is looked at: members in an order proper to a question.
private struct Lot {
    let seed: UInt64
    init(_ question: Question.ID) { seed = UInt64(bitPattern: question.rawValue) }

    func draw(_ member: Member.ID) -> UInt64 {
        var mixed = (seed &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(bitPattern: member.rawValue)
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
