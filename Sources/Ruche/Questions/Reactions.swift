import Persistence

/// A small sign under a post. It says something to its author, and counts as nothing (DOMAIN §10.0).
package enum Reaction: String, Bindable, Sendable, CaseIterable { case thanks, confirm, wonder }

/// The signs under one reply.
package struct ReactionCount: Sendable, Equatable {
    package var counts: [Reaction: Int] = [:]
    package var own: Set<Reaction> = []

    package init() {}
}

extension QuestionQueries {
    /// The signs of a thread, by the number of the reply.
    func reactions(in id: Question.ID) throws -> [Int: ReactionCount] {
        let reader = view.actor.member
        var found: [Int: ReactionCount] = [:]
        try view.transaction.each(
            "select number, kind, member_id from reaction where question_id = \(id)"
        ) { row in
            let (number, kind): (Int, Reaction) = (try row[0], try row[1])
            found[number, default: .init()].counts[kind, default: 0] += 1
            if try row[2] == reader { found[number, default: .init()].own.insert(kind) }
        }
        return found
    }
}

extension QuestionActs {
    /// Puts a sign under somebody else's reply, or takes it back: the same gesture.
    package func react(_ reaction: Reaction, to id: Reply.ID) throws {
        let reply = try act.view.questions.reply(id)
        let member = try act.member
        guard reply.author.id != member else { throw Refusal("Cette réponse est de vous : aux autres d’en juger.") }
        let removed = try act.execute(
            """
            delete from reaction
            where question_id = \(reply.question) and number = \(reply.number) and member_id = \(member) and kind = \(reaction)
            """)
        if removed == 0 {
            try act.execute(
                """
                insert into reaction (question_id, number, member_id, kind)
                values (\(reply.question), \(reply.number), \(member), \(reaction))
                """)
        }
        try act.record(
            removed == 0 ? .reacted : .withdrewReaction, .reply(id), within: .question(reply.question),
            ["kind": reaction.rawValue])
    }
}
