import Persistence

/// A published post while its author changes it.
package struct Edit: RuledDraft, Sendable, Equatable {
    /// For a question or another exchange; a reply has the other one.
    package var question = QuestionDraft()
    package var reply = ReplyDraft()
    /// Why, in one line, if its writer says so.
    package var reason = ""
    /// The secret of the files joined to it; none: empty.
    package var basket = ""
    package var callsMany = false
    package var isConfirmed = false

    package init() {}

    init(_ question: Question, topics: [Topic]) { self.question = QuestionDraft(question, topics: topics) }

    init(_ reply: Reply) {
        (self.reply.body, self.reply.atOurs) = (reply.body, reply.atOurs ?? "")
        self.reply.knowledge = reply.knowledge?.rawValue ?? ""
    }

    package static var written: [WritableKeyPath<Edit, String>] {
        let (question, reply): (WritableKeyPath<Edit, QuestionDraft>, WritableKeyPath<Edit, ReplyDraft>) = (
            \.question, \.reply
        )
        var paths: [WritableKeyPath<Edit, String>] = [\.reason]
        for path in QuestionDraft.written { paths.append(question.appending(path: path)) }
        for path in ReplyDraft.written { paths.append(reply.appending(path: path)) }
        return paths
    }

    package static var fields: [String] { ["pourquoi"] + QuestionDraft.fields + ReplyDraft.fields }

    func texts(of post: Post) -> [String] { ruled(of: post).map(\.text) }

    /// Its texts with their fields.
    func ruled(of post: Post) -> [RuledText] {
        let why = RuledText(field: "pourquoi", text: reason)
        return switch post {
        case .question: question.ruled + [why]
        case .reply: reply.ruled + [why]
        }
    }
}

extension QuestionDraft {
    /// What a published question says, to be changed.
    package init(_ question: Question, topics: [Topic]) {
        self.init()
        kind = question.kind
        (title, body, tried) = (question.title, question.body, question.tried ?? "")
        (setting, moment) = (question.context.setting?.rawValue ?? "", question.context.moment?.rawValue ?? "")
        (constraints, neededBy) = (question.context.constraints ?? "", question.neededBy ?? "")
        sought = question.sought.map(\.rawValue)
        self.topics = topics.map(\.name).joined(separator: ", ")
        (objective, need) = (question.objective.map { String($0.id) } ?? "", question.need.map { String($0.id) } ?? "")
        isUrgent = question.isUrgent
    }
}

/// What a post says beside its text, as its history keeps it.
package struct PostDetails: Codable, Sendable, Equatable {
    package var setting: String?
    package var moment: String?
    package var constraints: String?
    package var tried: String?
    package var sought: [String]?
    package var neededBy: String?
    package var isUrgent: Bool?
    package var topics: [String]?
    package var atOurs: String?
    package var knowledge: String?

    /// Its free words.
    var texts: [String] { [constraints, tried, neededBy, atOurs].compactMap { $0 } + (topics ?? []) }

    init(_ question: Question, topics: [Topic]) {
        (setting, moment) = (question.context.setting?.rawValue, question.context.moment?.rawValue)
        (constraints, tried, neededBy) = (question.context.constraints, question.tried, question.neededBy)
        sought = question.sought.isEmpty ? nil : question.sought.map(\.rawValue)
        isUrgent = question.isUrgent ? true : nil
        self.topics = topics.isEmpty ? nil : topics.map(\.name).sorted()
    }

    init(_ reply: Reply) { (atOurs, knowledge) = (reply.atOurs, reply.knowledge?.rawValue) }

    fileprivate init(_ text: CheckedQuestion, isUrgent: Bool) {
        (setting, moment) = (text.context.setting?.rawValue, text.context.moment?.rawValue)
        (constraints, tried, neededBy) = (text.context.constraints, text.tried, text.neededBy)
        sought = text.sought.isEmpty ? nil : text.sought.split(separator: " ").map(String.init)
        self.isUrgent = isUrgent ? true : nil
        topics = text.topics.isEmpty ? nil : text.topics.sorted()
    }

    fileprivate init(_ text: CheckedReply) { (atOurs, knowledge) = (text.atOurs, text.knowledge?.rawValue) }
}

/// A reply that the rules allow, in the form of the table.
struct CheckedReply {
    let body: String
    let atOurs: String?
    let knowledge: Reply.Knowledge?

    init(_ draft: ReplyDraft) throws(Refusal) {
        body = try QuestionActs.checkedBody(draft.body)
        (atOurs, knowledge) = (try draft.atOurs.line(field: "chez-moi"), Reply.Knowledge(rawValue: draft.knowledge))
    }
}

/// A changed post that the rules allow, with what it was.
enum ChangedPost {
    case question(Question.ID, CheckedQuestion, isUrgent: Bool, before: Question)
    case reply(Reply.ID, CheckedReply, before: Reply)

    init(_ edit: Edit, of post: Post, in view: View) throws {
        switch post {
        case .question(let id):
            self = .question(
                id, try CheckedQuestion(edit.question, topicsOf: view), isUrgent: edit.question.isUrgent,
                before: try view.questions.find(id))
        case .reply(let id):
            self = .reply(id, try CheckedReply(edit.reply), before: try view.questions.reply(id))
        }
    }

    var post: Post {
        switch self {
        case .question(let id, _, _, _): .question(id)
        case .reply(let id, _, _): .reply(id)
        }
    }

    func isSame(as title: String, _ body: String, _ details: PostDetails) -> Bool {
        switch self {
        case .question(_, let text, let isUrgent, let before):
            text.title == title && text.body == body && PostDetails(text, isUrgent: isUrgent) == details
                && text.objective == before.objective?.id && text.need == before.need?.id
        case .reply(_, let text, _): text.body == body && PostDetails(text) == details
        }
    }

    /// Where it may call somebody, and where it could before.
    var calling: String {
        switch self {
        case .question(_, let text, _, _): text.calling
        case .reply(_, let text, _): text.body
        }
    }

    var callingBefore: String {
        switch self {
        case .question(_, _, _, let before): [before.title, before.body, before.tried ?? ""].joined(separator: "\n")
        case .reply(_, _, let before): before.body
        }
    }
}

enum EditingSchema {
    static let migrations = [
        Migration(
            "what changes beside a text",
            // What a version said beside its text, as JSON; empty where that was not kept.
            "alter table post_version add column details text not null default ''",
            // The published case that a proposed one would change.
            "alter table proposed_case add column question_id \(.integer) references question (id) on delete cascade",
            "create index proposed_case_by_question on proposed_case (question_id) where question_id is not null"
        )
    ]
}
