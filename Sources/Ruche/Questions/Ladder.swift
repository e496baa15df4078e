import Persistence

/// The ladder of an unanswered question (DOMAIN §6.4): each rung is a job that does nothing once somebody has replied.
enum Ladder {
    /// In *jours ouvrés*: how long its author may choose before the question goes to the next meeting.
    static let daysToChoose = 2.0
    /// Members told of a new question because they know the subject.
    static let noticed = 8
    /// Members asked by name at half of the promise.
    static let solicited = 2

    enum Rung: String, CaseIterable {
        case notice, solicitation, choice, agenda

        /// Those of a round that begins; the last one follows the choice.
        static let first: [Rung] = [.notice, .solicitation, .choice]
    }

    /// When a rung falls due in a round that began at `start`: at half of the promise, at twice; then its author has two
    /// *jours ouvrés* to choose, three times a promise of two.
    static func time(of rung: Rung, since start: Instant, on clock: PromiseClock) -> Instant {
        switch rung {
        case .notice: return start
        case .solicitation: return clock.sending(0.5, after: start)
        case .choice:
            let due = clock.sending(2, after: start)
            guard clock.promise.unit == .hours else { return due }
            // What waited for the morning is not said at once: who was asked has the same time as by day.
            return max(due, clock.sending(1.5, after: time(of: .solicitation, since: start, on: clock)))
        case .agenda:
            return clock.workingDays(daysToChoose, after: time(of: .choice, since: start, on: clock))
        }
    }

    /// One rung of one round of a question, as its job is named: "ladder/42/0/choice".
    struct Place {
        let question: Question.ID
        let round: Int
        let rung: Rung

        init(_ question: Question.ID, round: Int, _ rung: Rung) {
            (self.question, self.round, self.rung) = (question, round, rung)
        }

        init?(key: String) {
            let parts = key.split(separator: "/")
            guard parts.count == 4, parts[0] == "ladder", let question = Question.ID(parts[1]),
                let round = Int(parts[2]), let rung = Rung(rawValue: String(parts[3]))
            else { return nil }
            self.init(question, round: round, rung)
        }

        var key: String { "ladder/\(question)/\(round)/\(rung.rawValue)" }
    }
}

/// What its author chooses for a question that nobody could answer in time.
package enum UnansweredChoice: String, Bindable, Sendable, CaseIterable { case reword, widen, agenda }

extension QuestionActs {
    /// Puts the rungs of a round in the queue of work.
    func beginRound(of question: Question.ID, _ round: Int, rungs: [Ladder.Rung] = Ladder.Rung.first) throws {
        let clock = PromiseClock(try act.view.communities.current())
        for rung in rungs {
            let time = Ladder.time(of: rung, since: act.now, on: clock)
            try act.jobs.add(.ladder, key: Ladder.Place(question, round: round, rung).key, at: time)
        }
    }

    /// Its author says what to do with a question that nobody answered: others do not decide for them.
    package func choose(_ choice: UnansweredChoice, for id: Question.ID) throws {
        let question = try askersOwn(id)
        guard question.isOpen, question.answeredAt == nil, question.choiceAskedAt != nil else { return }
        switch choice {
        case .agenda: try putOnAgenda(id)
        case .reword, .widen:
            // Everybody is told, or those who know are told of the new words.
            try beginRoundAgain(question, rungs: Ladder.Rung.first.filter { choice == .reword || $0 != .notice })
            if choice == .widen { try tellEverybody(of: question, round: question.round + 1) }
        }
        try act.record(.choseForUnanswered, .question(id), ["choice": choice.rawValue])
    }

    /// The promise's clock begins anew.
    func beginRoundAgain(_ question: Question, rungs: [Ladder.Rung] = Ladder.Rung.first) throws {
        let round = question.round + 1
        try act.execute(
            """
            update question set waiting_since = \(act.now), round = \(round), choice_asked_at = null, agenda_at = null
            where id = \(question.id)
            """)
        try beginRound(of: question.id, round, rungs: rungs)
    }

    /// Gives a question that waits for a first reply again the rungs that came due while it did not: they did nothing.
    /// Those who know were told already. Nothing happens where they are all to come, nor where a meeting speaks of it.
    func climbAgain(_ id: Question.ID) throws {
        let question = try act.view.questions.find(id)
        guard question.kind == .question, question.isOpen, question.answeredAt == nil, question.agendaAt == nil else {
            return
        }
        let clock = PromiseClock(try act.view.communities.current())
        guard Ladder.time(of: .solicitation, since: question.waitingSince, on: clock) <= act.now else { return }
        try beginRoundAgain(question, rungs: [.solicitation, .choice])
    }

    /// The same for all that was asked here and waits, once a community opens again; not for what was imported.
    func climbAgainAfterClosing() throws {
        let waiting = try act.transaction.column(
            """
            select id from question where community_id = \(try act.community) and kind = 'question' and deleted_at is null
              and resolved_at is null and closed_at is null and answered_at is null and batch_id is null
            """, as: Question.ID.self)
        for id in waiting { try climbAgain(id) }
    }

    /// The job of a rung. Nothing happens once somebody has replied, once the question was closed or taken away, or
    /// when its author has begun another round.
    func climb(_ job: Job, makeSecret: () -> Secret) throws {
        guard let place = Ladder.Place(key: job.key), let question = try waiting(place) else { return }
        switch place.rung {
        case .notice: try tellWhoKnows(of: question, round: place.round)
        case .solicitation:
            let known = try act.view.questions.whoKnows(question).filter(\.isAvailable)
            let asked = try asked(for: question.id)
            for asked in known.filter({ !asked.contains($0.member) }).prefix(Ladder.solicited) {
                try solicit(asked.member, for: question, because: asked.reason, secret: makeSecret())
            }
        case .choice: try offerChoice(question)
        case .agenda: try putOnAgenda(question.id)
        }
    }

    private func waiting(_ place: Ladder.Place) throws -> Question? {
        let question = try act.view.questions.find(place.question)
        guard question.isOpen, question.answeredAt == nil, question.round == place.round else { return nil }
        return try act.view.communities.current().closedAt == nil ? question : nil
    }

    private func tellWhoKnows(of question: Question, round: Int) throws {
        let community = try act.view.communities.current()
        for known in try act.view.questions.whoKnows(question).prefix(Ladder.noticed) {
            try act.mails.tell(
                known.member, about: question.id,
                .mayKnow(exchange(question, in: community), asker: question.author.name, reason: known.reason),
                key: "may know/\(question.id)/\(round)/\(known.member)")
        }
    }

    private func tellEverybody(of question: Question, round: Int) throws {
        let community = try act.view.communities.current()
        for member in try act.view.members.reachable() where member != question.author.id {
            try act.mails.tell(
                member, about: question.id,
                .stillLooking(exchange(question, in: community), asker: question.author.name),
                key: "still looking/\(question.id)/\(round)/\(member)")
        }
    }

    /// Twice the promise: nobody answered, and its author is told so with what may be done.
    private func offerChoice(_ question: Question) throws {
        guard question.agendaAt == nil else { return }
        try act.execute("update question set choice_asked_at = \(act.now) where id = \(question.id)")
        let community = try act.view.communities.current()
        let limit = PromiseClock(community).workingDays(Ladder.daysToChoose, after: act.now)
        try act.mails.tell(
            question.author.id, about: question.id,
            .nobodyAnswered(exchange(question, in: community), until: limit.milliseconds, zone: community.zone),
            key: "nobody answered/\(question.id)/\(question.round)", atOnce: true)
        try act.jobs.plan(.ladder, key: Ladder.Place(question.id, round: question.round, .agenda).key, at: limit)
        try act.record(.offeredChoice, .question(question.id))
    }

    private func putOnAgenda(_ id: Question.ID) throws {
        let changed = try act.execute(
            "update question set agenda_at = \(act.now), choice_asked_at = null where id = \(id) and agenda_at is null")
        if changed == 1 { try act.record(.putOnAgenda, .question(id)) }
    }

    /// An exchange as letters name it.
    func exchange(_ question: Question, in community: Community) -> Letter.Exchange {
        .init(community: community.name, slug: community.slug, question: question.id.rawValue, title: question.title)
    }
}
