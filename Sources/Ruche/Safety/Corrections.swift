import Markup
import Persistence

/// The texts of a hidden post, for its author to correct.
package struct CorrectionDraft: GuardedDraft, Sendable, Equatable {
    package var title = ""
    package var body = ""
    package var tried = ""
    package var constraints = ""
    package var neededBy = ""
    package var atOurs = ""
    package var isConfirmed = false

    package init() {}

    package static var written: [WritableKeyPath<CorrectionDraft, String>] {
        [\.title, \.body, \.tried, \.constraints, \.neededBy, \.atOurs]
    }
}

extension SafetyQueries {
    /// What the author of a hidden post finds to correct: it is theirs, and waits as a draft.
    package func correction(of post: Post) throws -> (post: PostOnFile, rereading: Rereading, draft: CorrectionDraft) {
        let hidden = try self.post(post)
        guard hidden.author.id == view.actor.member, hidden.hiddenAt != nil, let rereading = try open(for: post) else {
            throw Refusal.notFound
        }
        var draft = CorrectionDraft()
        (draft.title, draft.body) = (hidden.title, hidden.body)
        switch post {
        case .question(let id):
            let question = try view.questions.find(id)
            (draft.tried, draft.neededBy) = (question.tried ?? "", question.neededBy ?? "")
            draft.constraints = question.context.constraints ?? ""
        case .reply(let id): draft.atOurs = try view.questions.replyEvenDeleted(id)?.atOurs ?? ""
        }
        return (hidden, rereading, draft)
    }
}

extension SafetyActs {
    /// The author changes what was flagged. The text before is kept nowhere: it may tell who a patient is. Asked for by
    /// a facilitator, the correction puts the post back; otherwise, and always for a case, a facilitator reads it first.
    /// - Returns: whether it is back.
    package func correct(_ post: Post, _ draft: CorrectionDraft) throws -> Bool {
        let (hidden, rereading, before) = try act.view.safety.correction(of: post)
        try act.guardPatients(in: draft.texts, isConfirmed: draft.isConfirmed)
        try write(draft, in: post)
        try act.execute("delete from post_version where object = \(post.subject)")
        try forget(Passages(before.texts.filter { !draft.texts.contains($0) }), of: hidden)
        try act.execute("update rereading set corrected_at = \(act.now) where id = \(rereading.id)")
        let isBack = try rereading.correctionAskedAt != nil && !isCase(post)
        if isBack {
            try show(hidden)
            try end(rereading, .corrected, rereading.word, by: nil)
            try tellFlaggers(of: rereading.id, hidden, .corrected, word: "")
        }
        try act.record(.correctedPost, post.subject, within: .question(hidden.question))
        return isBack
    }

    /// The author of a hidden post has it erased for good.
    /// - Parameter salt: chance, for the search that follows.
    package func purgeOwn(_ post: Post, salt: UInt64) throws -> Incident.ID {
        let (hidden, rereading, _) = try act.view.safety.correction(of: post)
        let incident = try purge(hidden, salt: salt)
        try end(rereading, .purged, "", by: try act.member)
        try act.record(.purgedPost, post.subject, within: .question(hidden.question))
        return incident
    }

    /// A case is never read by all as nobody but its author has read it (DOMAIN §5.1).
    private func isCase(_ post: Post) throws -> Bool {
        guard case .question(let id) = post else { return false }
        return try act.view.questions.find(id).kind == .clinicalCase
    }

    private func write(_ draft: CorrectionDraft, in post: Post) throws {
        switch post {
        case .question(let id):
            var question = QuestionDraft()
            (question.title, question.body, question.tried) = (draft.title, draft.body, draft.tried)
            (question.constraints, question.neededBy) = (draft.constraints, draft.neededBy)
            let checked = try CheckedQuestion(question, topicsOf: act.view)
            try act.execute(
                """
                update question set title = \(checked.title), body = \(checked.body),
                  html = \(Rendering.html(checked.body)), renderer = \(Rendering.version), tried = \(checked.tried),
                  constraints = \(checked.context.constraints), needed_by = \(checked.neededBy),
                  version = version + 1, edited_at = \(act.now)
                where id = \(id)
                """)
        case .reply(let id):
            let body = try QuestionActs.checkedBody(draft.body)
            try act.execute(
                """
                update reply set body = \(body), html = \(Rendering.html(body)), renderer = \(Rendering.version),
                  at_ours = \(try draft.atOurs.line(field: "chez-moi")), version = version + 1, edited_at = \(act.now)
                where id = \(id)
                """)
        }
    }
}
