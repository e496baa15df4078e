import Foundation
import Persistence
import Wording

extension View {
    package var joinRequests: JoinRequestQueries { JoinRequestQueries(view: self) }
}

extension Act {
    package var joinRequests: JoinRequestActs { JoinRequestActs(act: self) }
}

/// Somebody asks to be a member, and answers the community's own questions (FEATURES AC2).
package struct JoinRequest: Sendable, RowDecodable {
    package typealias ID = Identifier<JoinRequest>

    /// How long the links in the facilitators' mails open it.
    package static let lifetime = Duration.days(30)
    package static let questionsAtMost = 3

    package let id: ID
    package let community: Community.ID
    package let email: EmailAddress
    package let name: String
    package let profession: Profession?
    package let answers: [Answer]
    package let askedAt: Instant
    package let decidedAt: Instant?
    package let outcome: Outcome?
    /// Who decided.
    package let decider: String?
    /// Of the page on which they asked: they are answered in it.
    package let language: Language

    package enum Outcome: String, Bindable, Sendable { case accepted, declined }

    package struct Answer: Sendable, Equatable, Codable {
        package let question: String
        package let text: String
        package init(question: String, text: String) { (self.question, self.text) = (question, text) }
    }

    static let columns: SQL = """
        j.id, j.community_id, j.email, j.name, j.profession, j.answers, j.asked_at, j.decided_at, j.outcome, d.name, j.language
        """

    package init(_ row: borrowing Row) throws {
        (id, community, email, name) = (try row[0], try row[1], try row[2], try row[3])
        profession = Profession(code: try row[4])
        answers = try JSONDecoder().decode([Answer].self, from: Data((try row[5] as String).utf8))
        (askedAt, decidedAt, outcome, decider) = (try row[6], try row[7], try row[8], try row[9])
        language = try row[10]
    }
}

package struct JoinRequestDraft: Sendable, Equatable {
    package var email = ""
    package var name = ""
    package var profession = ""
    /// In the order of the questions.
    package var answers: [String] = []

    package init() {}
}

/// What the page that is open to all says of a community, and asks.
package struct JoinDoor: Sendable {
    package let community: Community
    package let questions: [String]
}

package struct JoinRequestQueries {
    let view: View

    /// The page of a community that lets people ask; nil for any other, which nothing tells from one that is not there.
    package func door(_ slug: String) throws -> JoinDoor? {
        guard let community = try view.communities.find(slug), community.openedAt != nil,
            community.closedAt == nil
        else { return nil }
        var values: [StepField: String] = [:]
        try view.transaction.each(
            """
            select field, value from step_value where community_id = \(community.id)
              and field in (\(StepField.joinOpen), \(StepField.joinQuestions))
            """
        ) { row in values[try row[0]] = try row[1] }
        guard values[.joinOpen]?.isEmpty == false else { return nil }
        let lines = (values[.joinQuestions] ?? "").split(whereSeparator: \.isNewline).compactMap {
            String($0).line(limit: 300)
        }
        return JoinDoor(community: community, questions: Array(lines.prefix(JoinRequest.questionsAtMost)))
    }

    /// Those that wait, the oldest first; then the last decided.
    package func all() throws -> [JoinRequest] {
        try view.transaction.all(
            JoinRequest.self,
            """
            select \(JoinRequest.columns) from join_request j left join member d on d.id = j.decided_by
            where j.community_id = \(try view.community)
            order by case when j.decided_at is null then 0 else 1 end,
              case when j.decided_at is null then j.asked_at else 0 end, j.decided_at desc, j.id limit 100
            """)
    }

    package func waiting() throws -> Int {
        try view.transaction.value(
            "select count(*) from join_request where community_id = \(try view.community) and decided_at is null") ?? 0
    }

    func find(_ id: JoinRequest.ID) throws -> JoinRequest {
        let found = try view.transaction.first(
            JoinRequest.self,
            """
            select \(JoinRequest.columns) from join_request j left join member d on d.id = j.decided_by
            where j.id = \(id) and j.community_id = \(try view.community)
            """)
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// What a link of a facilitator's mail opens: the request, and as whom its reader decides. Nil once the link has
    /// ended, or its reader facilitates no more.
    package func opened(by key: Secret) throws -> (request: JoinRequest, community: Community, reader: Actor)? {
        let found = try view.transaction.first(
            """
            select k.request_id, m.id, m.person_id, m.community_id from join_request_key k
            join member m on m.id = k.member_id join join_request j on j.id = k.request_id
            where k.hash = \(key.hash) and m.role = 'facilitator' and m.left_at is null
              and j.asked_at > \(view.now - JoinRequest.lifetime)
            """
        ) { row -> (JoinRequest.ID, Actor) in
            (
                try row[0],
                Actor(person: try row[2], community: try row[3], member: try row[1], role: .facilitator)
            )
        }
        guard let (id, reader) = found else { return nil }
        let inside = View(view.transaction, by: reader, at: view.now)
        return (try inside.joinRequests.find(id), try inside.communities.current(), reader)
    }
}

package struct JoinRequestActs {
    let act: Act

    /// Somebody asks. A member gets a link to sign in instead, and both look the same from outside.
    /// - Parameter makeSecret: one for each facilitator's mail.
    package func ask(
        _ slug: String, _ draft: JoinRequestDraft, in language: Language = .french, makeSecret: () -> Secret
    ) throws {
        guard let door = try act.view.joinRequests.door(slug) else { throw Refusal.notFound }
        let email = try EmailAddress(typed: draft.email)
        guard let name = try draft.name.line(limit: 80, field: "nom") else {
            throw Refusal("Écrivez votre prénom et votre nom.", field: "nom")
        }
        let profession = Profession(code: draft.profession)
        let answers = try door.questions.enumerated().map { number, question in
            let typed = draft.answers.indices.contains(number) ? draft.answers[number] : ""
            let field = "reponse-\(number + 1)"
            let text = try typed.line(limit: 2_000, field: field) ?? ""
            try Act(act.transaction, by: Actor(community: door.community.id), at: act.now, through: act.channel)
                .guardLetter(text, field: field)
            return JoinRequest.Answer(question: question, text: text)
        }
        let community = door.community
        if try act.view.members.isHere(email, in: community.id) {
            return try act.accounts.requestLink(for: email, leadingTo: "/c/\(community.slug)", secret: makeSecret())
        }
        let json = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
        // Asked again before anybody has decided: the newest words are those that are read.
        let isRepeated = try act.execute(
            """
            update join_request set name = \(name), profession = \(profession?.stored), answers = \(json),
              language = \(language)
            where community_id = \(community.id) and email = \(email) and decided_at is null
            """)
        if isRepeated > 0 { return }
        let id: JoinRequest.ID = try act.insert(
            """
            insert into join_request (community_id, email, name, profession, answers, asked_at, language)
            values (\(community.id), \(email), \(name), \(profession?.stored), \(json), \(act.now), \(language))
            returning id
            """)
        let inside = Act(act.transaction, by: Actor(community: community.id), at: act.now, through: act.channel)
        for facilitator in try inside.view.members.facilitators(reachable: true) {
            guard let person = try act.view.accounts.of(facilitator.id) else { continue }
            let key = makeSecret()
            try act.execute(
                """
                insert into join_request_key (hash, request_id, member_id)
                values (\(key.hash), \(id), \(facilitator.id))
                """)
            try act.mails.send(
                .askedToJoin(
                    community: community.name, name: name, profession: profession?.stored, answers: answers,
                    link: key.text), to: person, key: "join-request/\(id)/\(facilitator.id)")
        }
        try inside.record(.askedToJoin, .joinRequest(id))
    }

    /// A facilitator accepts, which mails an invitation; or declines, with a word if they like. The others are told.
    package func decide(_ id: JoinRequest.ID, _ outcome: JoinRequest.Outcome, words: String, secret: Secret) throws {
        guard act.actor.isFacilitator else { throw Refusal.forbidden }
        let request = try act.view.joinRequests.find(id)
        guard request.decidedAt == nil else {
            throw Refusal("%@ a déjà répondu à cette demande.", request.decider ?? "", kind: .conflict)
        }
        let (own, community) = (try act.member, try act.view.communities.current())
        let words = try words.line(limit: 2_000, field: "mot") ?? ""
        try act.guardLetter(words, field: "mot")
        try act.execute(
            """
            update join_request set decided_at = \(act.now), decided_by = \(own), outcome = \(outcome) where id = \(id)
            """)
        switch outcome {
        case .accepted:
            var draft = InvitationDraft(email: request.email.rawValue, words: words)
            draft.language = request.language
            _ = try act.invitations.invite(draft, secret: secret)
        case .declined:
            try act.mails.send(
                .declinedToJoin(community: community.name, words: words), to: request.email, name: request.name,
                language: request.language.rawValue, key: "join-request/\(id)/declined")
        }
        let decider = try act.view.members.profile(own).member.name
        for facilitator in try act.view.members.facilitators(reachable: true) where facilitator.id != own {
            guard let person = try act.view.accounts.of(facilitator.id) else { continue }
            try act.mails.send(
                .decidedToJoin(
                    community: community.name, name: request.name, decider: decider, isAccepted: outcome == .accepted),
                to: person, key: "join-request/\(id)/\(facilitator.id)/decided")
        }
        try act.record(outcome == .accepted ? .acceptedRequest : .declinedRequest, .joinRequest(id))
    }

    /// From the link of a mail, without signing in: as the facilitator to whom it was written.
    package func decide(by key: Secret, _ outcome: JoinRequest.Outcome, words: String, secret: Secret) throws {
        guard let (request, _, reader) = try act.view.joinRequests.opened(by: key) else { throw Refusal.notFound }
        let inside = Act(act.transaction, by: reader, at: act.now, through: .mail)
        try inside.joinRequests.decide(request.id, outcome, words: words, secret: secret)
    }
}

enum JoinRequestSchema {
    static let migrations = [
        Migration(
            "join requests",
            """
            create table join_request (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              email        text not null,
              name         text not null check (name <> ''),
              profession   text,
              answers      text not null,
              asked_at     \(.instant) not null,
              decided_at   \(.instant),
              decided_by   \(.integer) references member (id) on delete set null,
              outcome      text check (outcome in ('accepted', 'declined')),
              check ((decided_at is null) = (outcome is null))
            ) \(.strict)
            """,
            "create unique index join_request_waiting on join_request (community_id, email) where decided_at is null",
            "create index join_request_by_community on join_request (community_id, asked_at)",
            "create index join_request_by_decider on join_request (decided_by) where decided_by is not null",
            """
            create table join_request_key (
              hash       \(.blob) not null primary key,
              request_id \(.integer) not null references join_request (id) on delete cascade,
              member_id  \(.integer) not null references member (id) on delete cascade
            ) \(.strict)
            """,
            "create index join_request_key_by_request on join_request_key (request_id)",
            "create index join_request_key_by_member on join_request_key (member_id)"
        )
    ]
}
