import Persistence

/// A facilitator proposes to an author that their exchange becomes a part of another one.
package struct MergeProposal: Sendable, Equatable {
    package let into: LinkedObject
    package let proposer: String
    package let reason: String
    package let proposedAt: Instant
    /// Its author would rather keep it apart.
    package let declinedAt: Instant?
}

extension QuestionQueries {
    package func mergeProposal(for id: Question.ID) throws -> MergeProposal? {
        let found = try view.transaction.first(
            """
            select q.id, q.title, coalesce(m.name, ''), p.reason, p.proposed_at, p.declined_at
            from merge_proposal p join question q on q.id = p.into_id left join member m on m.id = p.proposer_id
            where p.question_id = \(id) and q.community_id = \(try view.community) and q.deleted_at is null
            """
        ) { row in
            (
                into: LinkedObject(id: try row[0], title: try row[1]), who: try row[2] as String,
                reason: try row[3] as String, at: try row[4] as Instant, declined: try row[5] as Instant?
            )
        }
        guard let found, let into = found.into else { return nil }
        return MergeProposal(
            into: into, proposer: found.who, reason: found.reason, proposedAt: found.at, declinedAt: found.declined)
    }

    /// What an exchange may join: those that resemble it and were there before it.
    package func mergeTargets(of question: Question) throws -> [QuestionOnList] {
        try neighbours(of: question.id, limit: 8).filter {
            $0.kind == question.kind && $0.askedAt <= question.askedAt
                && (question.kind != .question || $0.resolvedAt == nil && $0.closedAt == nil)
        }
    }

    /// Whether its author can be asked what becomes of it. Of who left, or never came, nobody waits for the word.
    package func isAuthorHere(_ question: Question) throws -> Bool {
        try view.transaction.value(
            "select 1 from member where id = \(question.author.id) and left_at is null and person_id is not null",
            as: Int.self) != nil
    }
}

extension QuestionActs {
    /// An exchange becomes a part of an older one: its author’s act. What a facilitator wants joined is proposed to its
    /// author, who decides; but where its author is not here any more.
    /// - Returns: whether it is done, or waits for its author’s word.
    package func join(_ id: Question.ID, into other: Question.ID, because reason: String) throws -> Bool {
        let question = try mergeable(id)
        let isOwn = question.author.id == act.actor.member
        guard isOwn || act.actor.isFacilitator else {
            throw Refusal("Seuls son auteur et l’animation peuvent réunir un échange à un autre.", kind: .notAllowed)
        }
        let target = try target(other, of: question)
        let reason = isOwn ? try reason.line(field: "raison") ?? "" : try saidReason(reason)
        if isOwn, !reason.isEmpty { _ = try saidReason(reason) }
        guard try isOwn || !act.view.questions.isAuthorHere(question) else {
            try propose(question, target, because: reason)
            return false
        }
        try merge(question, into: target, because: reason, by: act.member)
        return true
    }

    /// Its author agrees.
    package func acceptMerge(of id: Question.ID) throws -> Question.ID {
        let question = try mergeable(try askersOwn(id).id)
        let proposal = try act.transaction.first(
            """
            select into_id, proposer_id, reason from merge_proposal where question_id = \(id) and declined_at is null
            """
        ) { row in (into: try row[0] as Question.ID, by: try row[1] as Member.ID?, reason: try row[2] as String) }
        guard let proposal else { throw Refusal.notFound }
        try merge(
            question, into: try target(proposal.into, of: question), because: proposal.reason,
            by: try proposal.by ?? act.member)
        return proposal.into
    }

    /// Its author would rather keep it apart: it is not proposed again for the same exchange.
    package func declineMerge(of id: Question.ID) throws {
        let question = try askersOwn(id)
        let declined = try act.execute(
            "update merge_proposal set declined_at = \(act.now) where question_id = \(id) and declined_at is null")
        if declined == 1 { try act.record(.declinedMerge, .question(question.id)) }
    }

    private func propose(_ question: Question, _ target: Question, because reason: String) throws {
        let declined = try act.transaction.value(
            """
            select 1 from merge_proposal
            where question_id = \(question.id) and into_id = \(target.id) and declined_at is not null
            """, as: Int.self)
        guard declined == nil else {
            throw Refusal("Son auteur a préféré garder cet échange à part.", field: "dans")
        }
        try act.execute(
            """
            insert into merge_proposal (question_id, into_id, proposer_id, reason, proposed_at)
            values (\(question.id), \(target.id), \(try act.member), \(reason), \(act.now))
            on conflict (question_id) do update set into_id = excluded.into_id, proposer_id = excluded.proposer_id,
              reason = excluded.reason, proposed_at = excluded.proposed_at, declined_at = null
            """)
        let community = try act.view.communities.current()
        try act.mails.tell(
            question.author.id, about: question.id,
            .mergeProposed(
                exchange(question, in: community), into: target.title, proposer: try ownName(), reason: reason),
            key: "merge proposed/\(question.id)/\(act.now.milliseconds)", atOnce: true)
        try act.record(.proposedMerge, .question(question.id), ["word": reason])
    }

    private func mergeable(_ id: Question.ID) throws -> Question {
        let question = try act.view.questions.find(id)
        guard question.deletedAt == nil, question.kind != .clinicalCase else {
            throw Refusal("Cet échange ne se réunit pas à un autre.", kind: .conflict)
        }
        try mustNotBeReread(id)
        guard try !act.view.questions.isAlias(question.author.id) else {
            throw Refusal("Une question sans nom garde sa page à elle : elle ne se réunit pas.", kind: .conflict)
        }
        let guest = try act.transaction.value(
            "select 1 from member where guest_of = \(id) and left_at is null limit 1", as: Int.self)
        guard guest == nil else {
            throw Refusal(
                "Une personne invitée à cet échange ne lirait pas l’autre : il reste à part.", kind: .conflict)
        }
        guard question.solvedAt == nil, question.closedAt == nil else {
            throw Refusal("Cette question a trouvé sa réponse : elle reste à son adresse.", kind: .conflict)
        }
        guard try act.view.questions.synthesis(of: id) == nil else {
            throw Refusal("Cet échange a sa synthèse : il reste à son adresse.", kind: .conflict)
        }
        return question
    }

    private func target(_ id: Question.ID, of question: Question) throws -> Question {
        let unfit = Refusal("Choisissez l’échange auquel réunir celui-ci.", field: "dans")
        guard id != question.id, try act.view.questions.exists(id) else { throw unfit }
        let target = try act.view.questions.find(id)
        guard target.deletedAt == nil else { throw unfit }
        guard target.kind == question.kind else {
            throw Refusal("Les deux échanges n’ont pas la même forme : déplacez d’abord l’un des deux.", field: "dans")
        }
        guard (target.askedAt, target.id) < (question.askedAt, question.id) else {
            throw Refusal(
                "C’est l’échange le plus récent qui rejoint le plus ancien : faites-le depuis l’autre.", field: "dans")
        }
        guard target.kind != .question || target.isOpen else {
            throw Refusal(
                "Cette question n’attend plus de réponse : donnez plutôt son lien à qui a posé celle-ci.", field: "dans"
            )
        }
        try mustNotBeReread(id)
        return target
    }

    /// The words of the opening become a reply of the older exchange, with their author and their date; the replies
    /// follow. Of the former exchange an address is left.
    private func merge(_ question: Question, into target: Question, because reason: String, by mover: Member.ID) throws
    {
        let replies = try act.view.questions.thread(question.id).replies.sorted { $0.number < $1.number }
        let asMover = act.standing(in: try act.community, as: mover)
        let reshaping = try asMover.questions.note(.merge, from: question.id, into: target.id, because: reason)
        let before = target.lastNumber
        try leaveLists(question)
        let opening = try reopenAsReply(question, in: target.id, under: reshaping)
        var numbers = [0: before + 1]
        for reply in replies {
            numbers[reply.number] = try nextNumber(in: target.id)
            try carry(reply, to: PostPlace(target.id, numbers[reply.number] ?? 0), under: reshaping)
            try revoice(reply.id, asker: target.author.id)
        }
        try joinReaders(of: question, to: target, numbers, from: before)
        try emptyTheFormer(question, joined: target.id)
        try recount(target.id)
        for reply in replies { try recountUseful(reply.id, of: target.id) }
        try act.record(.mergedThread, .question(target.id), ["word": reason])
        try tellMerged(question, target, opening, replies, because: reason, mover: mover, key: "merged/\(reshaping)")
    }

    private func leaveLists(_ question: Question) throws {
        try countOpen(-1, unless: !question.isOpen, of: question.kind)
        try QuestionSchema.search.remove(PostNumber.rows(of: question.id, in: try act.community), in: act.transaction)
        try Vocabulary(transaction: act.transaction).remove(question.id, in: try act.community)
        try act.execute("delete from neighbour where question_id = \(question.id) or other_id = \(question.id)")
    }

    /// Every word of it that was read stands in the reply, and its history with it.
    private func reopenAsReply(_ question: Question, in target: Question.ID, under reshaping: Reshaping.ID) throws
        -> Reply.ID
    {
        try keepVersion(of: .question(question.id), reason: "")
        let number = try nextNumber(in: target)
        let body = ([question.title.asMarkdownLine, question.body, question.tried ?? ""].filter { !$0.isEmpty })
            .joined(separator: "\n\n")
        let reply: Reply.ID = try act.insert(
            """
            insert into reply (question_id, community_id, author_id, number, replied_at, kind, at_ours, body, html,
                renderer, version, edited_at, is_nameless, batch_id)
            select \(target), community_id, author_id, \(number), asked_at, 'answer', constraints, \(body),
              \(Rendering.html(body)), \(Rendering.version), version + 1, edited_at, is_nameless, batch_id
            from question where id = \(question.id)
            returning id
            """)
        try act.execute(
            "update post_version set object = \(Subject.reply(reply)) where object = \(Subject.question(question.id))")
        try carryWhatHangs(on: PostPlace(question.id, 0), to: PostPlace(target, number))
        try noteMoved(reply, from: PostPlace(question.id, 0), under: reshaping)
        try act.execute(
            """
            update import_message set question_id = \(target), reply_id = coalesce(reply_id, \(reply))
            where question_id = \(question.id) and reply_id is null
            """)
        try index(number, of: target, body: body)
        return reply
    }

    /// Whoever waited here waits there: the author says *moi aussi* by joining, and hears of each reply.
    private func joinReaders(of question: Question, to target: Question, _ numbers: [Int: Int], from before: Int) throws
    {
        let (old, new) = (question.id, target.id)
        if question.author.id != target.author.id {
            if target.kind == .question || target.kind == .idea {
                try act.execute(
                    """
                    insert into me_too (question_id, member_id, line, said_at)
                    values (\(new), \(question.author.id), '', \(act.now)) on conflict (question_id, member_id) do nothing
                    """)
            }
            try act.execute(
                """
                insert into follow (member_id, question_id, level) values (\(question.author.id), \(new), 'all')
                on conflict (member_id, question_id) do update set level = 'all'
                """)
        }
        try act.execute("delete from me_too where question_id = \(old) and member_id = \(target.author.id)")
        try act.execute("delete from solicitation where question_id = \(old) and member_id = \(target.author.id)")
        for table: SQL in ["me_too", "follow", "bookmark", "solicitation"] {
            try act.execute(
                """
                update \(table) set question_id = \(new) where question_id = \(old)
                  and member_id not in (select member_id from \(table) where question_id = \(new))
                """)
            try act.execute("delete from \(table) where question_id = \(old)")
        }
        try joinPositions(old, new, numbers, from: before)
        try act.execute(
            """
            update draft set place = \(Draft.Place.reply(new).text) where place = \(Draft.Place.reply(old).text)
              and member_id not in (select member_id from draft where place = \(Draft.Place.reply(new).text))
            """)
        try act.execute("update digest_line set question_id = \(new) where question_id = \(old)")
        try act.execute(
            "update question set became_id = \(new) where became = 'question' and became_id = \(old.rawValue)")
    }

    /// Who had read the older exchange whole has read as far of what came to it.
    private func joinPositions(
        _ old: Question.ID, _ new: Question.ID, _ numbers: [Int: Int], from before: Int
    ) throws {
        let read = try act.transaction.all(
            """
            select a.member_id, a.number from read_position a
            join read_position b on b.member_id = a.member_id and b.question_id = \(new) and b.number >= \(before)
            where a.question_id = \(old)
            """
        ) { row in (member: try row[0] as Member.ID, number: try row[1] as Int) }
        for reader in read {
            guard let last = numbers.filter({ $0.key <= reader.number }).map(\.value).max() else { continue }
            try act.execute(
                """
                update read_position set number = \(last) where member_id = \(reader.member) and question_id = \(new)
                """)
        }
        try act.execute("delete from read_position where question_id = \(old)")
    }

    /// What is erased later from the reply must not stand here still.
    private func emptyTheFormer(_ question: Question, joined target: Question.ID) throws {
        for table: SQL in ["question_topic", "pin", "context_asking", "merge_proposal", "title_proposal"] {
            try act.execute("delete from \(table) where question_id = \(question.id)")
        }
        try act.execute(
            """
            update question set merged_into_id = \(target), deleted_at = \(act.now), title = '…', body = '', html = '',
              setting = null, moment = null, constraints = null, tried = null, sought = '', needed_by = null,
              objective_id = null, need_id = null, became_word = null, reply_count = 0, is_urgent = 0
            where id = \(question.id)
            """)
    }

    private func tellMerged(
        _ question: Question, _ target: Question, _ opening: Reply.ID, _ replies: [Reply], because reason: String,
        mover: Member.ID, key: String
    ) throws {
        let community = try act.view.communities.current()
        let name = try act.transaction.value("select name from member where id = \(mover)", as: String.self) ?? ""
        let letter = Letter.threadMerged(
            exchange(target, in: community), from: question.title, mover: name, reason: reason)
        let concerned = Set(replies.map(\.author.id) + [question.author.id, target.author.id])
        for member in concerned.sorted() where member != act.actor.member && member != mover {
            try act.mails.tell(member, about: target.id, letter, key: "\(key)/\(member)", atOnce: true)
        }
    }
}

extension String {
    /// A line of Markdown that reads as this text, and stands out.
    fileprivate var asMarkdownLine: String {
        let escaped = reduce(into: "") { text, character in
            if #"\`*_[]<>#~|&"#.contains(character) { text.append("\\") }
            text.append(character)
        }
        return "**\(escaped)**"
    }
}
