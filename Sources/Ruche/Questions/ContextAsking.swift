import Persistence

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
    func askContext(_ id: Question.ID) throws {
        let question = try act.view.questions.find(id)
        guard question.isOpen, question.deletedAt == nil, question.body.isEmpty, question.context.setting == nil,
            question.sought.isEmpty
        else { return }
        let community = try act.view.communities.current()
        try act.mails.tell(
            question.author.id, about: id, .contextAsked(exchange(question, in: community)),
            key: ContextAsking.key(id), atOnce: true)
    }
}
