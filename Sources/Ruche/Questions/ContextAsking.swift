import Persistence
import Wording

/// A question in one line gets its context asked afterwards, once, by a letter that leads to two taps (DOMAIN §6.1).
enum ContextAsking {
    /// Time for its author to say it unasked.
    static let delay = Duration.minutes(5)

    static func key(_ id: Question.ID) -> String { "context/\(id)" }
}

extension QuestionActs {
    /// Puts the letter in the queue of work, where a question came without its situation.
    func askContextLater(of id: Question.ID, _ checked: CheckedQuestion) throws {
        guard checked.body.isEmpty, checked.context.setting == nil, checked.sought.isEmpty else { return }
        try act.jobs.add(.context, key: ContextAsking.key(id), at: act.now + ContextAsking.delay)
    }

    /// The job: nothing once its author has said where it happens, or has written more.
    func askContext(_ id: Question.ID, makeSecret: () -> Secret) throws {
        let question = try act.view.questions.find(id)
        guard question.isOpen, question.deletedAt == nil, question.body.isEmpty, question.context.setting == nil,
            question.sought.isEmpty
        else { return }
        let (community, secret) = (try act.view.communities.current(), makeSecret())
        let added = try act.execute(
            """
            insert into context_asking (question_id, hash, asked_at) values (\(id), \(secret.hash), \(act.now))
            on conflict (question_id) do nothing
            """)
        guard added == 1 else { return }
        try act.mails.tell(
            question.author.id, about: id, .contextAsked(exchange(question, in: community), link: secret.text),
            key: ContextAsking.key(id), atOnce: true)
    }

    /// Its author says it from the letter, without signing in.
    package func giveContext(by secret: Secret, setting: Question.Setting?, sought: Question.Sought?) throws {
        let found = try act.transaction.first(
            """
            select q.id, q.community_id, m.id, m.person_id from context_asking a
            join question q on q.id = a.question_id join member m on m.id = q.author_id
            where a.hash = \(secret.hash) and q.deleted_at is null and m.left_at is null
            """
        ) { row in
            (
                question: try row[0] as Question.ID, community: try row[1] as Community.ID,
                member: try row[2] as Member.ID, person: try row[3] as Person.ID?
            )
        }
        guard let found else { throw Refusal.notFound }
        let author = act.standing(in: found.community, as: found.member, found.person)
        try author.view.communities.current().mustBeOpen()
        try author.questions.giveContext(found.question, setting: setting, sought: sought)
    }
}

/// The page of a link of that letter: the question, and what is known of where it happens.
package struct ContextSheet: Sendable {
    package let question: Question.ID
    package let title: String
    package let community: String
    package let slug: String
    package let setting: Question.Setting?
    package let sought: Question.Sought?
}

extension QuestionQueries {
    /// What a letter's link leads to; nil when the question or its author is not there any more.
    package func contextSheet(by secret: Secret) throws -> ContextSheet? {
        try view.transaction.first(
            """
            select q.id, q.title, c.name, c.slug, q.setting, q.sought from context_asking a
            join question q on q.id = a.question_id join community c on c.id = q.community_id
            join member m on m.id = q.author_id
            where a.hash = \(secret.hash) and q.deleted_at is null and m.left_at is null
            """
        ) { row in
            ContextSheet(
                question: try row[0], title: try row[1], community: try row[2], slug: try row[3], setting: try row[4],
                sought: (try row[5] as String).split(separator: " ").first.flatMap {
                    Question.Sought(rawValue: String($0))
                })
        }
    }
}

extension Interface {
    package func name(of setting: Question.Setting) -> String {
        switch setting {
        case .hospital: self("hôpital")
        case .nursingHome: self("EHPAD")
        case .homeHospital: self("hospitalisation à domicile")
        case .pharmacy: self("officine")
        case .practice: self("cabinet")
        case .centre: self("centre de santé")
        case .other: self("autre lieu")
        }
    }

    package func name(of sought: Question.Sought) -> String {
        switch sought {
        case .experience: self("une expérience vécue")
        case .others: self("comment font les autres")
        case .source: self("une source")
        case .tool: self("un outil")
        }
    }
}
