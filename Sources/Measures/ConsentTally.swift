/// A voice in an everyday decision (DOMAIN §11.4). An objection or a block gives its reason.
package enum ConsentVoice: String, CaseIterable, Sendable {
    /// *Accord*
    case agree
    /// *Abstention*
    case abstain
    /// *Objection*
    case object
    /// *Blocage*
    case block
}

/// The voices of a decision taken by consent, once it is closed (DOMAIN §11.4).
package struct ConsentTally: Equatable, Sendable {
    package enum Outcome: String, Sendable {
        case adopted
        /// Not adopted: an objection stands, and opens the one rewording.
        case reword
        /// Not adopted: a block stands, and opens a meeting.
        case meet
        /// Not adopted: an objection stands against the words written to answer the first ones.
        case objected
        /// Not adopted: too few voices.
        case noQuorum
    }

    package let agree: Int
    package let abstain: Int
    package let object: Int
    package let block: Int

    /// - Parameter voices: the last one of each person, withdrawn objections left out.
    package init(_ voices: some Collection<ConsentVoice>) {
        agree = voices.count { $0 == .agree }
        abstain = voices.count { $0 == .abstain }
        object = voices.count { $0 == .object }
        block = voices.count { $0 == .block }
    }

    /// All voices; abstentions count for the quorum.
    package var n: Int { agree + abstain + object + block }

    /// What the closing decides. A reason given against stands even when the quorum is missed, and a block before an
    /// objection.
    /// - Parameters:
    ///   - quorum: voices needed; 1 at least, so that silence adopts nothing.
    ///   - isReworded: whether these words already answer an objection.
    package func outcome(quorum: Int, isReworded: Bool = false) -> Outcome {
        if block > 0 { return .meet }
        if object > 0 { return isReworded ? .objected : .reword }
        return n >= max(1, quorum) ? .adopted : .noQuorum
    }
}
