import Ruche

extension QuestionQueries {
    /// The reply in its thread.
    func link(to id: Reply.ID) throws -> Link {
        let (question, number) = try place(of: id)
        return .reply(question, number)
    }

    func link(to post: Post) throws -> Link {
        switch post {
        case .question(let id): .question(id)
        case .reply(let id): try link(to: id)
        }
    }
}
