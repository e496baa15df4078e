import Persistence

/// A case before it is an exchange: its author wrote it, a second member looks over what could tell who the patient is,
/// and nobody else reads it until then (DOMAIN §5.1).
package struct ProposedCase: Sendable, Equatable {
    package typealias ID = Identifier<ProposedCase>

    package let id: ID
    package let author: Author
    /// Who is asked to look it over; any facilitator may too.
    package let reader: Author?
    package let draft: QuestionDraft
    package let proposedAt: Instant
    /// What the reader asks to change, if they sent it back.
    package let remark: String
    package let isSentBack: Bool
    /// The published case that it would change; nil for a new one.
    package let question: Question.ID?
}

extension ProposedCase {
    package static let isItsAuthors = Refusal(
        "C’est à la personne qui propose ce cas d’en décider.", kind: .notAllowed)
}

extension QuestionQueries {
    /// What waits to be looked over and that the reader may see: theirs, those for them, all for a facilitator.
    package func proposedCases() throws -> [ProposedCase] { try cases("true") }

    /// - Throws: `notFound` for whom it is not.
    package func proposedCase(_ id: ProposedCase.ID) throws -> ProposedCase {
        guard let found = try cases("p.id = \(id)").first else { throw Refusal.notFound }
        return found
    }

    /// The change of a published case that waits to be looked over.
    package func proposedChange(of id: Question.ID) throws -> ProposedCase? { try cases("p.question_id = \(id)").first }

    /// Since when a changed text of a published case waits to be looked over, for all who read the case.
    package func changeProposed(of id: Question.ID) throws -> Instant? {
        try view.transaction.value(
            "select min(proposed_at) from proposed_case where question_id = \(id) and is_sent_back = 0",
            as: Instant?.self
        ) ?? nil
    }

    private func cases(_ condition: SQL) throws -> [ProposedCase] {
        let member = try view.member
        let mayReadAll: SQL = view.actor.isFacilitator ? "true" : "(p.author_id = \(member) or p.reader_id = \(member))"
        return try view.transaction.all(
            """
            select p.id, \(Author.columns), p.reader_id, r.name, r.profession, r.establishment, p.draft, p.proposed_at,
              p.remark, p.is_sent_back, p.question_id
            from proposed_case p join member m on m.id = p.author_id left join member r on r.id = p.reader_id
            where p.community_id = \(try view.community) and \(mayReadAll) and \(condition) order by p.proposed_at, p.id
            """
        ) { row in
            let reader: Member.ID? = try row[5]
            return ProposedCase(
                id: try row[0], author: try Author(row, from: 1),
                reader: try reader.map { _ in try Author(row, from: 5) }, draft: try JSONText.decode(row[9]),
                proposedAt: try row[10], remark: try row[11], isSentBack: try row[12],
                question: try row[13])
        }
    }
}

extension QuestionActs {
    /// Hands a case to a second member. It is kept apart: no list, no search, no letter shows it.
    /// - Parameters:
    ///   - reader: whom its author chooses; none: any facilitator.
    ///   - hasTeamConsent: the author's team knows and agrees that it is told.
    package func propose(_ draft: QuestionDraft, reader: Member.ID?, hasTeamConsent: Bool) throws -> ProposedCase.ID {
        var draft = draft
        draft.kind = .clinicalCase
        _ = try CheckedQuestion(draft, topicsOf: act.view)
        guard hasTeamConsent else {
            throw Refusal(
                "Dites que l’équipe est d’accord : un cas appartient aussi à ceux qui l’ont vécu.", field: "accord")
        }
        try act.guardWords(draft.ruled, isConfirmed: draft.isConfirmed)
        try mustMeanItsCalls(draft)
        let author = try act.member
        if let reader {
            guard reader != author else { throw Refusal("Choisissez quelqu’un d’autre.", field: "relecteur") }
            _ = try act.view.members.profile(reader)
        }
        let id: ProposedCase.ID = try act.insert(
            """
            insert into proposed_case (community_id, author_id, reader_id, draft, proposed_at)
            values (\(try act.community), \(author), \(reader), \(try JSONText.encode(draft)), \(act.now)) returning id
            """)
        try discardDraft(at: .exchange(.clinicalCase))
        try act.record(.proposedCase, .member(author))
        try tellReaders(of: id, author: author, chosen: reader)
        return id
    }

    /// Its author writes it again after a remark.
    package func change(_ id: ProposedCase.ID, to draft: QuestionDraft) throws {
        let proposed = try act.view.questions.proposedCase(id)
        guard proposed.author.id == act.actor.member else { throw ProposedCase.isItsAuthors }
        var draft = draft
        draft.kind = .clinicalCase
        _ = try CheckedQuestion(draft, topicsOf: act.view)
        try act.guardWords(draft.ruled, isConfirmed: draft.isConfirmed)
        try mustMeanItsCalls(draft)
        try act.execute(
            """
            update proposed_case set draft = \(try JSONText.encode(draft)), is_sent_back = 0, proposed_at = \(act.now)
            where id = \(id)
            """)
        try act.record(.proposedCase, .member(proposed.author.id))
        try tellReaders(of: id, author: proposed.author.id, chosen: proposed.reader?.id)
    }

    /// The change of a published case, which is read as it was checked until a second member has read the change: the one
    /// who read it first, where they are still here. A second change takes the place of the first.
    func proposeChange(of id: Question.ID, to draft: QuestionDraft) throws -> ProposedCase.ID {
        if let waiting = try act.view.questions.proposedChange(of: id) {
            try change(waiting.id, to: draft)
            return waiting.id
        }
        try mustMeanItsCalls(draft)
        let author = try act.member
        let reader = try act.transaction.value(
            """
            select m.id from question q join member m on m.id = q.checked_by
            where q.id = \(id) and m.left_at is null and m.id <> \(author)
            """, as: Member.ID.self)
        let proposed: ProposedCase.ID = try act.insert(
            """
            insert into proposed_case (community_id, author_id, reader_id, draft, proposed_at, question_id)
            values (\(try act.community), \(author), \(reader), \(try JSONText.encode(draft)), \(act.now), \(id))
            returning id
            """)
        try act.record(.proposedCase, .member(author))
        try tellReaders(of: proposed, author: author, chosen: reader)
        return proposed
    }

    /// Whom it calls hears of it once it is published, when its author is not there to be asked.
    private func mustMeanItsCalls(_ draft: QuestionDraft) throws {
        let called = try act.view.questions.called(in: CheckedQuestion(draft, topicsOf: act.view).calling)
            .subtracting([try act.member])
        guard called.count <= Mentions.withoutAsking || draft.callsMany else { throw ManyCalled(count: called.count) }
    }

    /// A second member has read it, and finds nothing that tells who the patient is: it is published in its author's
    /// name.
    /// - Parameter checks: each point of the list, ticked.
    package func passCase(_ id: ProposedCase.ID, checks: Set<CaseCheck>) throws -> Question.ID {
        let proposed = try secondReading(id)
        guard checks == Set(CaseCheck.allCases) else {
            throw Refusal("Cochez chaque point après l’avoir vérifié, ou demandez une correction.", field: "points")
        }
        let author = try act.transaction.first("select person_id from member where id = \(proposed.author.id)") { row in
            try row[0] as Person.ID?
        }
        let standing = act.standing(in: try act.community, as: proposed.author.id, author ?? nil)
        var draft = proposed.draft
        // Its author confirmed it, and somebody else has read it.
        (draft.isConfirmed, draft.callsMany) = (true, true)
        let question = try proposed.question ?? standing.questions.ask(draft, hasFollowedRules: true)
        if proposed.question != nil { try standing.questions.keepChange(of: question, draft) }
        try act.execute("update question set checked_by = \(try act.member) where id = \(question)")
        try act.execute("delete from proposed_case where id = \(id)")
        try act.record(.passedCase, .question(question))
        return question
    }

    /// The change of a published case, which somebody else has read.
    private func keepChange(of id: Question.ID, _ draft: QuestionDraft) throws {
        guard try act.view.questions.find(id).deletedAt == nil else {
            throw Refusal("Ce cas a été retiré : il n’y a plus rien à publier.", kind: .conflict)
        }
        var edit = Edit()
        edit.question = draft
        let changed = try ChangedPost(edit, of: .question(id), in: act.view)
        let called = try act.view.questions.called(in: changed.calling)
            .subtracting(try act.view.questions.called(in: changed.callingBefore))
        try keep(changed, reason: "", isApart: true)
        try tell(called, in: try act.view.questions.find(id), by: .question(id))
    }

    /// Sends it back to its author, with what to change.
    package func sendBack(_ id: ProposedCase.ID, remark: String) throws {
        let proposed = try secondReading(id)
        guard let remark = try remark.line(limit: 1_000, field: "remarque") else {
            throw Refusal("Dites ce qu’il faut changer.", field: "remarque")
        }
        try act.execute("update proposed_case set remark = \(remark), is_sent_back = 1 where id = \(id)")
        try act.record(.sentCaseBack, .member(proposed.author.id))
        let community = try act.view.communities.current()
        try act.mails.notify(
            proposed.author.id,
            .caseSentBack(
                community: community.name, slug: community.slug, proposed: id.rawValue, title: proposed.draft.title,
                remark: remark), key: "case back/\(id)/\(act.now.milliseconds)")
    }

    /// Its author gives it up.
    package func withdrawCase(_ id: ProposedCase.ID) throws {
        let proposed = try act.view.questions.proposedCase(id)
        guard proposed.author.id == act.actor.member else { throw ProposedCase.isItsAuthors }
        try act.execute("delete from proposed_case where id = \(id)")
        try act.record(.withdrewCase, .member(proposed.author.id))
    }

    private func secondReading(_ id: ProposedCase.ID) throws -> ProposedCase {
        let proposed = try act.view.questions.proposedCase(id)
        guard proposed.author.id != act.actor.member else {
            throw Refusal("Un cas est relu par quelqu’un d’autre que son auteur.", kind: .notAllowed)
        }
        guard !proposed.isSentBack else {
            throw Refusal("Ce cas est chez son auteur, pour une correction.", kind: .conflict)
        }
        return proposed
    }

    private func tellReaders(of id: ProposedCase.ID, author: Member.ID, chosen: Member.ID?) throws {
        let community = try act.view.communities.current()
        let name = try act.view.members.profile(author).member.name
        let readers = try chosen.map { [$0] } ?? act.view.members.facilitators().map(\.id).filter { $0 != author }
        for reader in readers {
            try act.mails.notify(
                reader,
                .caseToRead(community: community.name, slug: community.slug, proposed: id.rawValue, author: name),
                key: "case/\(id)/\(act.now.milliseconds)/\(reader)")
        }
    }
}

/// What a second reader looks for in a case.
package enum CaseCheck: String, Sendable, CaseIterable {
    case noName = "nom", roundedAge = "age", noDate = "date", noPlace = "lieu", noRareTrait = "trait"
}
