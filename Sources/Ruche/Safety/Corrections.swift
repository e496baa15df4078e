import Markup
import Persistence

/// What is written in a hidden text, for its author to correct.
package struct CorrectionDraft: RuledDraft, Sendable, Equatable {
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
    package static var fields: [String] { ["titre", "texte", "essaye", "contraintes", "pour-quand", "chez-moi"] }
}

extension SafetyQueries {
    /// What the author of a hidden text finds to correct: it is theirs, and waits as a draft.
    package func correction(of object: Flagged) throws
        -> (text: TextOnFile, rereading: Rereading, draft: CorrectionDraft)
    {
        let hidden = try text(object)
        guard hidden.author.id == view.actor.member, hidden.hiddenAt != nil, let rereading = try open(for: object)
        else { throw Refusal.notFound }
        var draft = CorrectionDraft()
        (draft.title, draft.body) = (hidden.title, hidden.body)
        switch object {
        case .post(.question(let id)):
            let question = try view.questions.find(id)
            (draft.tried, draft.neededBy) = (question.tried ?? "", question.neededBy ?? "")
            draft.constraints = question.context.constraints ?? ""
        case .post(.reply(let id)): draft.atOurs = try view.questions.replyEvenDeleted(id)?.atOurs ?? ""
        case .announcement, .word: break
        }
        return (hidden, rereading, draft)
    }
}

extension SafetyActs {
    /// The author changes what was flagged. The text before is kept nowhere: it may tell who a patient is. Asked for by
    /// a facilitator, the correction puts the text back; otherwise, and always for a case, a facilitator reads it first.
    /// - Returns: whether it is back.
    package func correct(_ object: Flagged, _ draft: CorrectionDraft) throws -> Bool {
        let (hidden, rereading, before) = try act.view.safety.correction(of: object)
        // What two people say is theirs: the rules of words are about what the group reads.
        try act.guardWords(
            object.isPrivate ? [] : draft.ruled, others: object.isPrivate ? draft.texts : [],
            ignoring: object.isLogistic ? AnnouncementActs.logistics : [], isConfirmed: draft.isConfirmed)
        try write(draft, in: object)
        try act.execute("delete from post_version where object = \(object.subject)")
        let gone = before.texts.filter { !draft.texts.contains($0) }
        try forget(Passages(telling: gone, titles: gone.contains(before.title) ? [before.title] : []), of: hidden)
        try act.execute("update rereading set corrected_at = \(act.now) where id = \(rereading.id)")
        let isBack = try rereading.correctionAskedAt != nil && !isCase(object)
        if isBack {
            try show(hidden)
            try end(rereading, .corrected, rereading.word, by: nil)
            try tellFlaggers(of: rereading.id, hidden, .corrected, word: "")
        }
        try record(.correctedPost, hidden)
        return isBack
    }

    /// The author of a hidden text has it erased for good.
    /// - Parameter salt: chance, for the search that follows.
    package func purgeOwn(_ object: Flagged, salt: UInt64) throws -> Incident.ID {
        let (hidden, rereading, _) = try act.view.safety.correction(of: object)
        let incident = try purge(hidden, salt: salt)
        try end(rereading, .purged, "", by: try act.member)
        try record(.purgedPost, hidden)
        return incident
    }

    /// A case is never read by all as nobody but its author has read it (DOMAIN §5.1).
    private func isCase(_ object: Flagged) throws -> Bool {
        guard case .post(.question(let id)) = object else { return false }
        return try act.view.questions.find(id).kind == .clinicalCase
    }

    private func write(_ draft: CorrectionDraft, in object: Flagged) throws {
        switch object {
        case .post(.question(let id)):
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
        case .post(.reply(let id)):
            let body = try QuestionActs.checkedBody(draft.body)
            try act.execute(
                """
                update reply set body = \(body), html = \(Rendering.html(body)), renderer = \(Rendering.version),
                  at_ours = \(try draft.atOurs.line(field: "chez-moi")), version = version + 1, edited_at = \(act.now)
                where id = \(id)
                """)
        case .announcement(let id): try act.announcements.correct(id, title: draft.title, body: draft.body)
        case .word(let id): try act.privateTalks.correct(id, draft.body)
        }
    }
}

extension Flagged {
    /// Dates, places and telephones of a meeting stand in it.
    fileprivate var isLogistic: Bool { if case .announcement = self { true } else { false } }
    fileprivate var isPrivate: Bool { if case .word = self { true } else { false } }
}
