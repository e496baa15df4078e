import Persistence

/// What a member says is wrong with a post of somebody else.
package struct PostFlag: Sendable, Equatable {
    package let reason: Reason
    package let words: String
    package let flaggedAt: Instant

    package enum Reason: String, Bindable, Sendable, CaseIterable {
        /// It may tell who a patient is: hidden at once, without waiting for anybody.
        case patient
        case misplaced, hurtful
        /// Said in a sentence.
        case other
    }
}

/// A text that was flagged and is read again by the facilitators: one, however many members flagged it.
///
/// Facilitators don't see who flagged, so that nobody has to fear a colleague.
package struct Rereading: Sendable, Equatable {
    package typealias ID = Identifier<Rereading>

    package let id: ID
    package let object: Flagged
    package let place: FlaggedPlace
    package let author: Author
    package let openedAt: Instant
    package let isHidden: Bool
    package let correctionAskedAt: Instant?
    package let correctedAt: Instant?
    package let decidedAt: Instant?
    package let decider: String?
    package let outcome: Outcome?
    /// What its author and those who flagged it were told.
    package let word: String
    package var flags: [PostFlag] = []

    /// How it ended.
    package enum Outcome: String, Bindable, Sendable, Codable { case putBack = "put back", corrected, removed, purged }

    package var isAboutPatient: Bool { flags.contains { $0.reason == .patient } }
}

/// What a facilitator may answer to a flag.
package enum Verdict: String, Sendable, CaseIterable {
    case putBack = "remettre"
    /// Its author changes it, and it is back.
    case askCorrection = "corriger"
    case remove = "retirer"
    /// Erased for good, in every copy: for what tells who a patient is.
    case purge = "effacer"
}

extension Rereading {
    /// Decides whether `member` may answer the flag so: nobody judges that their own words are fine.
    func allow(_ verdict: Verdict, by member: Member.ID) throws(Refusal) {
        if outcome == .purged { throw Refusal("Ce message est effacé : rien ne peut le rendre.", kind: .conflict) }
        let isFinal = decidedAt != nil && !(outcome == .removed && verdict == .putBack)
        if isFinal { throw Refusal("%@ a déjà répondu à ce signalement.", decider ?? "", kind: .conflict) }
        guard author.id == member else { return }
        switch verdict {
        case .remove, .purge: return
        case .putBack, .askCorrection:
            throw Refusal(
                "Ce message est de vous : quelqu’un d’autre de l’animation décide de le remettre.", kind: .notAllowed)
        }
    }
}

/// A text that its page shows no more: what each reader may know of it.
package struct HiddenText: Sendable, Equatable {
    package let object: Flagged
    package let rereading: Rereading.ID?
    package let outcome: Rereading.Outcome?
    /// Told to its author alone.
    package let word: String
    package let isCorrectionAsked: Bool
    package let isCorrected: Bool
    /// The reader is one of those who flagged it.
    package let isFlaggedByReader: Bool
}
