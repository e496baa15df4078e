import Persistence

extension SafetyActs {
    /// How a post that is being written is signed.
    func sign(_ post: Post, isNameless: Bool) throws {
        guard isNameless else { return }
        try act.execute("update \(post.table) set is_nameless = 1 where id = \(post.row)")
    }

    /// The author of a post takes their name off it, or puts it back. What was mailed before keeps what it said.
    package func changeSignature(of post: Post, isNameless: Bool) throws {
        let signed = try act.view.safety.text(.post(post))
        guard signed.author.id == act.actor.member else {
            throw Refusal("Seul l’auteur d’un texte peut le modifier.", kind: .notAllowed)
        }
        guard signed.author.isNameless != isNameless else { return }
        try act.execute("update \(post.table) set is_nameless = \(isNameless) where id = \(post.row)")
        if let question = signed.place.question { try act.questions.markAgain(question) }
        try record(.changedSignature, signed)
    }
}
