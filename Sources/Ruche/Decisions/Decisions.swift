import Measures
import Persistence

extension View {
    package var decisions: DecisionQueries { DecisionQueries(view: self) }
}

extension Act {
    package var decisions: DecisionActs { DecisionActs(act: self) }
}

package struct DecisionDraft: Sendable, Equatable {
    package var sentence = ""
    package var why = ""
    package var about = Decision.About.free
    package var object: Int64?
    /// How long members may answer.
    package var days = 10
    /// Zero takes the usual one.
    package var quorum = 0
    /// After how many months it is looked at again.
    package var reviewMonths = 12

    package init(sentence: String = "", why: String = "", about: Decision.About = .free, object: Int64? = nil) {
        (self.sentence, self.why, self.about, self.object) = (sentence, why, about, object)
    }
}

package struct DecisionQueries {
    let view: View

    /// Open ones first, then the last concluded.
    package func all(limit: Int = 100) throws -> [Decision] {
        try view.transaction.all(
            Decision.self,
            """
            select \(Decision.columns) from decision d join member m on m.id = d.author_id
            where d.community_id = \(try view.community)
            order by case when d.concluded_at is null then 0 else 1 end, d.opened_at desc, d.id desc limit \(limit)
            """)
    }

    package func find(_ id: Decision.ID) throws -> Decision {
        let found = try view.transaction.first(
            Decision.self,
            """
            select \(Decision.columns) from decision d join member m on m.id = d.author_id
            where d.id = \(id) and d.community_id = \(try view.community)
            """)
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// The answers of the present round: by name, since consent is no secret vote.
    package func answers(to decision: Decision) throws -> [Answer] {
        try view.transaction.all(
            """
            select \(Author.columns), a.stance, a.reason from decision_answer a join member m on m.id = a.member_id
            where a.decision_id = \(decision.id) and a.round = \(decision.round) order by a.answered_at, m.id
            """
        ) { row in Answer(author: try Author(row, from: 0), stance: try row[4], reason: try row[5]) }
    }

    /// The last decision about something, open or concluded.
    package func last(about: Decision.About, object: Int64? = nil) throws -> Decision? {
        let which: SQL = object.map { "and d.object_id = \($0)" } ?? ""
        return try view.transaction.first(
            Decision.self,
            """
            select \(Decision.columns) from decision d join member m on m.id = d.author_id
            where d.community_id = \(try view.community) and d.about = \(about) \(which)
            order by d.id desc limit 1
            """)
    }

    /// The last that was adopted about something.
    package func lastAdopted(_ about: Decision.About) throws -> Decision.ID? {
        try view.transaction.value(
            """
            select id from decision where community_id = \(try view.community) and about = \(about) and outcome = 'adopted'
            order by id desc limit 1
            """, as: Decision.ID.self)
    }
}

package struct DecisionActs {
    let act: Act

    /// Any member proposes; nobody decides alone, a facilitator has one voice.
    package func propose(_ draft: DecisionDraft) throws -> Decision.ID {
        guard let sentence = try draft.sentence.line(limit: 500, field: "proposition") else {
            throw Refusal("Écrivez la proposition en une phrase.", field: "proposition")
        }
        guard (1...60).contains(draft.days) else {
            throw Refusal("Laissez de 1 à 60 jours pour répondre.", field: "jours")
        }
        guard (1...36).contains(draft.reviewMonths) else {
            throw Refusal("Dites quand on la relira : dans 1 à 36 mois.", field: "relire")
        }
        let why = try draft.why.line(limit: 2_000, field: "pourquoi") ?? ""
        try act.guardPatients(in: [draft.sentence, draft.why], isConfirmed: false)
        try checkObject(draft)
        if draft.about != .free, let open = try act.view.decisions.last(about: draft.about, object: draft.object),
            open.isOpen
        {
            throw Refusal("Cette proposition est déjà soumise à l’accord des membres.", kind: .conflict)
        }
        let (author, community) = (try act.member, try act.community)
        let members =
            try act.transaction.value("select member_count from community where id = \(community)", as: Int.self) ?? 1
        let quorum = draft.quorum > 0 ? min(draft.quorum, members) : Decision.usualQuorum(members: members)
        let id: Decision.ID = try act.insert(
            """
            insert into decision (community_id, author_id, sentence, why, about, object_id, opened_at, closes_at, quorum,
                review_at)
            values (\(community), \(author), \(sentence), \(why), \(draft.about),
                \(draft.object), \(act.now), \(act.now + .days(draft.days)), \(quorum),
                \(act.now + .days(draft.reviewMonths * 30)))
            returning id
            """)
        if draft.about == .rules { try act.preparation.noteRules(for: id) }
        try act.record(.proposedDecision, .decision(id), ["about": draft.about.rawValue])
        return id
    }

    /// What is decided about exists here. An objective must say the practice that it aims at before the group is asked
    /// (DOMAIN §4.3).
    private func checkObject(_ draft: DecisionDraft) throws {
        switch draft.about {
        case .objective: break
        case .charter:
            guard let id = draft.object, try act.view.charters.exists(id) else { throw Refusal.notFound }
            return
        case .stage:
            guard let number = draft.object, Stage(number: number) != nil else { throw Refusal.notFound }
            return
        case .free, .rules:
            guard draft.object == nil else { throw Refusal.notFound }
            return
        }
        guard let id = draft.object else { throw Refusal.notFound }
        let objective = try act.view.objectives.find(.init(id))
        guard objective.meets(.practice) else {
            throw Refusal(
                "Dites d’abord quelle pratique cet objectif veut changer : c’est la seule condition.", kind: .conflict)
        }
        guard objective.adoptedAt == nil else { throw Refusal("Cet objectif est déjà adopté.", kind: .conflict) }
        guard objective.closedAt == nil else { throw Refusal("Cet objectif est clos.", kind: .conflict) }
    }

    /// Gives or changes one's answer, until it is concluded.
    package func answer(_ id: Decision.ID, _ stance: Stance?, reason: String) throws {
        let decision = try act.view.decisions.find(id)
        guard decision.isOpen, decision.closesAt > act.now else {
            throw Refusal("Le temps de réponse est passé.", kind: .conflict)
        }
        guard let stance else { throw Refusal("Choisissez une réponse.", field: "avis") }
        let words = try reason.line(limit: 1_000, field: "raison") ?? ""
        guard !stance.needsReason || !words.isEmpty else {
            throw Refusal("Dites pourquoi : c’est ce qui permet de reformuler.", field: "raison")
        }
        try act.guardPatients(in: [reason], isConfirmed: false)
        try act.execute(
            """
            insert into decision_answer (decision_id, round, member_id, stance, reason, answered_at)
            values (\(id), \(decision.round), \(try act.member), \(stance), \(words), \(act.now))
            on conflict (decision_id, round, member_id) do update
            set stance = excluded.stance, reason = excluded.reason, answered_at = excluded.answered_at
            """)
        try act.record(.answeredDecision, .decision(id), ["stance": stance.rawValue])
    }

    /// Draws the conclusion of the answers: after the closing date, or once everybody has answered. An objection opens
    /// one rewording, at any time, for which `sentence` is the new wording; a block asks for a meeting.
    package func conclude(_ id: Decision.ID, rewording sentence: String = "") throws {
        let decision = try act.view.decisions.find(id)
        guard decision.isOpen else { return }
        let stances = try act.view.decisions.answers(to: decision).map(\.stance)
        let members =
            try act.transaction.value(
                "select member_count from community where id = \(try act.community)", as: Int.self) ?? 0
        let outcome = ConsentTally(stances).outcome(quorum: decision.quorum, isReworded: decision.round > 1)
        // A rewording asks everybody anew: it need not wait for those who have not answered yet.
        guard decision.closesAt <= act.now || stances.count >= members || outcome == .reword else {
            throw Refusal("Il reste des personnes à entendre jusqu’à la date prévue.", kind: .conflict)
        }
        switch outcome {
        case .adopted: try end(decision, .adopted)
        case .noQuorum: try end(decision, .noQuorum)
        case .meet: try end(decision, .toMeeting)
        case .objected: try end(decision, .objected)
        case .reword:
            guard act.actor.isFacilitator || decision.author.id == act.actor.member else {
                throw Refusal("Reformuler revient à la personne qui a proposé, ou à l’animation.", kind: .conflict)
            }
            guard let sentence = try sentence.line(limit: 500, field: "proposition") else {
                throw Refusal("Reformulez la proposition pour lever l’objection.", field: "proposition")
            }
            try act.guardPatients(in: [sentence], isConfirmed: false)
            try act.execute(
                """
                update decision set sentence = \(sentence), round = 2, closes_at = \(act.now + .days(10)) where id = \(id)
                """)
            if decision.about == .rules { try act.preparation.noteRules(for: id) }
            try act.record(.concludedDecision, .decision(id), ["verdict": "reworded"])
        }
    }

    private func end(_ decision: Decision, _ outcome: Decision.Outcome) throws {
        try act.execute(
            "update decision set concluded_at = \(act.now), outcome = \(outcome) where id = \(decision.id)")
        try act.record(.concludedDecision, .decision(decision.id), ["verdict": outcome.rawValue])
        guard outcome == .adopted else { return }
        switch decision.about {
        case .objective: if let id = decision.object { try act.objectives.adopt(.init(id)) }
        case .charter: if let id = decision.object { try act.charters.adopt(id) }
        case .stage: if let stage = decision.object.flatMap(Stage.init(number:)) { try act.life.confirm(stage) }
        case .rules, .free: break
        }
    }
}

enum DecisionSchema {
    static let migrations = [
        Migration(
            "decisions",
            """
            create table decision (
              id           \(.id),
              community_id \(.integer) not null references community (id) on delete cascade,
              author_id    \(.integer) not null references member (id),
              sentence     text not null check (sentence <> ''),
              why          text not null default '',
              about        text not null check (about in ('free', 'objective', 'rules', 'charter', 'stage')),
              object_id    \(.integer),
              opened_at    \(.instant) not null,
              closes_at    \(.instant) not null,
              quorum       \(.integer) not null check (quorum > 0),
              review_at    \(.instant) not null,
              round        \(.integer) not null default 1,
              concluded_at \(.instant),
              outcome      text
            ) \(.strict)
            """,
            "create index decision_by_community on decision (community_id, about)",
            "create index decision_by_author on decision (author_id)",
            """
            create table decision_answer (
              decision_id \(.integer) not null references decision (id) on delete cascade,
              round       \(.integer) not null,
              member_id   \(.integer) not null references member (id) on delete cascade,
              stance      text not null check (stance in ('agree', 'abstain', 'object', 'block')),
              reason      text not null default '',
              answered_at \(.instant) not null,
              primary key (decision_id, round, member_id),
              check (stance in ('agree', 'abstain') or reason <> '')
            ) \(.strict)
            """,
            "create index decision_answer_by_member on decision_answer (member_id)"
        )
    ]
}
