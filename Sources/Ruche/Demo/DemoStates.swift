import Calendaring
import Persistence

/// Small communities, one in each state of life: half prepared, launched last month, in its third year, closing, closed.
struct DemoState: Decodable, Sendable {
    enum State: String, Decodable, Sendable {
        case halfPrepared = "half-prepared", launched, thirdYear = "third-year", closing, closed
    }

    struct Need: Decodable, Sendable {
        let by: String
        let statement: String
        let reach: String
        let start: String
        let owner: String?
        let sixMonths: String?
        let twelveMonths: String?
    }

    struct Question: Decodable, Sendable {
        struct Reply: Decodable, Sendable {
            let by: String
            let hours: Int
            let body: String
        }
        /// Days from today, as all that follow.
        let day: Int
        let by: String
        let title: String
        let body: String
        let replies: [Reply]
        let retained: Int?
        let thanks: String?
    }

    struct Objective: Decodable, Sendable {
        let by: String
        let title: String
        let practice: String
        let forWhom: String
        let measure: String
        let start: String
        let adopted: Int
        let due: Int
        let outcome: String?
        let closing: String?
    }

    struct Review: Decodable, Sendable {
        let day: Int
        let words: String
        let `continue`: Int
        let adapt: Int
        let close: Int
    }

    let slug: String
    let name: String
    let state: State
    let domain: String
    let created: Int
    let launched: Int?
    let members: [String]
    let sponsor: String
    let hours: Int
    let needs: [Need]
    let questions: [Question]
    let objectives: [Objective]
    let reviews: [Review]
    let farewell: String?
    let closed: Int?
}

extension Demo {
    /// Hélène facilitates each of them, so that whoever visits as a facilitator sees them all.
    func states(_ main: Cast) async throws {
        for state in content.states { try await fill(state, main) }
    }

    private func fill(_ state: DemoState, _ main: Cast) async throws {
        let cast = try await settle(state, main)
        let needs = try await raise(state, cast)
        try await prepare(state, cast)
        if let launched = state.launched { try await launch(state, on: launched, cast) }
        try await survey(state, cast)
        for objective in state.objectives { try await pursue(objective, cast) }
        for question in state.questions { try await play(question, cast) }
        try await remeasure(state, needs, cast)
        for review in state.reviews { try await hold(review, cast) }
        guard let farewell = state.farewell, let closed = state.closed else { return }
        try await act(by: cast.actor("helene"), at: calendar.at(day: closed, hour: 16)) {
            try $0.life.close(saying: farewell)
        }
    }

    /// The community, Hélène first, then the others over three weeks.
    private func settle(_ state: DemoState, _ main: Cast) async throws -> Cast {
        let community = try await act(by: .nobody, at: calendar.at(day: state.created, hour: 10)) { act in
            try act.communities.create(
                Slug(typed: state.slug), name: state.name, domain: state.domain, isOpen: true)
        }
        var cast = Cast(community: community, people: main.people)
        for (rank, key) in (["helene"] + state.members).enumerated() {
            guard let person = main.people.first(where: { $0.key == key }), let account = main.actor(key).person else {
                continue
            }
            let at = calendar.at(day: state.created + rank, hour: 9 + rank % 8)
            let role: Role = rank < 2 ? .facilitator : .member
            cast.actors[key] = try await act(by: .nobody, at: at) { act in
                let card = MemberDraft(
                    name: person.name, profession: person.profession, establishment: person.establishment,
                    setting: person.setting, canHelpOn: person.canHelpOn.joined(separator: ", "))
                let member = try act.members.enter(community, person: account, as: card, role: role)
                return Actor(person: account, community: community, member: member, role: role)
            }
            cast.joined[key] = at
        }
        return cast
    }

    private func raise(_ state: DemoState, _ cast: Cast) async throws -> [Need.ID] {
        var known: [Need.ID] = []
        for (rank, need) in state.needs.enumerated() {
            let at = calendar.at(day: state.created + 14 + rank, hour: 18)
            let draft = NeedDraft(statement: need.statement, reach: need.reach, baseline: need.start)
            let id = try await act(by: cast.actor(need.by), at: at) { try $0.needs.raise(draft) }
            known.append(id)
            guard let owner = need.owner.flatMap({ cast.actor($0).member }) else { continue }
            try await act(by: cast.actor("helene"), at: at + .days(4)) { try $0.needs.retain(id, owner: owner) }
        }
        return known
    }

    /// Half prepared stops after the first two steps; the others have gone through them all.
    private func prepare(_ state: DemoState, _ cast: Cast) async throws {
        let (day, helene) = (state.created + 5, cast.actor("helene"))
        let core = ["helene"] + state.members.prefix(3)
        try await act(by: helene, at: calendar.at(day: day, hour: 11)) { act in
            try act.preparation.keep(
                .group,
                [
                    .sponsorName: state.sponsor, .sponsorTitle: "Directrice des soins",
                    .hoursPerMember: String(state.hours), .domain: state.domain,
                ], core: core.compactMap { cast.actor($0).member },
                followUp: StepFollowUpDraft(
                    owners: [helene.member].compactMap { $0 }, evidence: "Courriel de la direction des soins"), from: 0)
            try act.preparation.addChannel("Téléphone d’un service à l’autre", lacks: "Rien ne reste écrit.")
        }
        guard state.state != .halfPrepared else { return }
        let first = Self.tuesday(after: calendar.today + max(state.launched ?? 0, -300) + 20)
        try await act(by: helene, at: calendar.at(day: day + 9, hour: 11)) { act in
            try act.preparation.keep(
                .meetings,
                [
                    .rhythmFirst: first.description, .rhythmTime: "14:00", .rhythmWeeks: "6", .rhythmMinutes: "60",
                    .mode: Meeting.Mode.remote.rawValue, .augustSilence: "yes",
                ], from: 0)
            try act.preparation.keep(.resources, [.hoursPromised: "4"], from: 0)
            try act.preparation.keep(.tools, [.migration: "Aucune liste à reprendre."], from: 0)
            try act.preparation.proposePlan([:], source: "Ruche")
            try act.charters.write(
                "Ce qui se dit ici sert à mieux soigner. On ne nomme aucun patient. On peut dire que l’on ne sait pas.",
                from: 0)
        }
        guard state.state == .launched || state.state == .thirdYear else { return }
        let tomorrow = CivilDate(dayNumber: calendar.today + 1)
        let rhythm = MeetingRhythm(first: first, weeks: 6, silences: [.august])
        let next = rhythm?.occasions(from: tomorrow, through: tomorrow.adding(days: 180)).compactMap(\.day) ?? []
        for day in next.prefix(2) {
            var draft = MeetingDraft()
            (draft.title, draft.mode, draft.minutes) = ("Rencontre de la communauté", .remote, 60)
            (draft.date, draft.time) = (day.description, "14:00")
            try await act(by: helene, at: calendar.now) { [draft] in _ = try $0.meetings.schedule(draft) }
        }
    }

    private static func tuesday(after day: Int) -> CivilDate {
        let days = (day..<day + 7).map { CivilDate(dayNumber: $0) }
        return days.first { $0.weekday == .tuesday } ?? CivilDate(dayNumber: day)
    }

    /// Half prepared: a survey that waits for answers. In its third year: the same one, asked at the start and half a year
    /// later, both returned.
    private func survey(_ state: DemoState, _ cast: Cast) async throws {
        let helene = cast.actor("helene")
        var random = DemoRandom(seed: UInt64(state.slug.utf8.reduce(0) { $0 &* 31 &+ Int($1) }.magnitude))
        let asked = [
            SurveyQuestionDraft(.open, "La dernière fois que vous êtes resté sans solution, de quoi s’agissait-il ?"),
            SurveyQuestionDraft(.scale, "Quand une question me bloque, je trouve vite quelqu’un qui l’a déjà vécue."),
            SurveyQuestionDraft(
                .choice, "Vers qui vous tournez-vous aujourd’hui ?",
                options: "Un collègue du service\nQuelqu’un d’un autre établissement\nPersonne, je me débrouille"),
        ]
        let title = "De quoi avons-nous besoin ?"
        func answer(_ survey: Survey.ID, _ words: [String], favourable: Int, at: Instant) async throws {
            for (number, said) in words.enumerated() {
                let sheet = Secret(&random)
                try await act(by: .nobody, at: at + .hours(number * 5)) { act in
                    guard
                        let token = try act.transaction.value(
                            "select token from survey where id = \(survey)", as: String.self)
                    else { return }
                    let questions = try act.view.surveys.questions(of: survey)
                    let given = [said, number < favourable ? "3" : "1", number % 12 < 7 ? "0" : "1"]
                    try act.surveys.answer(
                        token, Dictionary(zip(questions.map(\.id), given)) { first, _ in first }, sheet: sheet,
                        isConfirmed: true)
                }
            }
        }
        guard state.state == .halfPrepared || state.state == .thirdYear else { return }
        let begun = calendar.at(day: state.created + 10, hour: 9)
        let token = Secret(&random)
        let first = try await act(by: helene, at: begun) { act in
            let id = try act.surveys.begin(title, intro: "Trois questions, sans nom.", asked)
            try act.surveys.open(id, token: token)
            return id
        }
        let said = [
            "Une ordonnance illisible un vendredi soir.", "Une plaie qui ne bougeait plus depuis un mois.",
            "Savoir qui appeler.", "Un pansement que personne n’avait en stock.",
            "Une famille inquiète, et pas de réponse.",
            "Deux avis contraires.", "Une photo que je ne savais pas où envoyer.", "Rien de précis, le doute.",
            "Une sortie sans courrier.", "Une allergie notée nulle part.", "Le relais du week-end.",
            "Un matériel nouveau.",
        ]
        if state.state == .halfPrepared {
            return try await answer(first, Array(said.prefix(3)), favourable: 1, at: begun + .days(1))
        }
        try await answer(first, said, favourable: 5, at: begun + .days(1))
        try await act(by: helene, at: begun + .days(15)) {
            try $0.surveys.close(first, saying: "Nous commençons par la feuille de suivi commune.")
        }
        let second = Secret(&random)
        let later = begun + .days(190)
        let again = try await act(by: helene, at: later) { try $0.surveys.askAgain(first, token: second) }
        try await answer(again, said, favourable: 7, at: later + .days(1))
        try await act(by: helene, at: later + .days(15)) {
            try $0.surveys.close(again, saying: "Cela va mieux : on continue, et l’on s’attaque aux photos.")
        }
    }

    private func launch(_ state: DemoState, on day: Int, _ cast: Cast) async throws {
        let said = Dictionary(
            uniqueKeysWithValues: Marker.allCases.map { ($0, "Nous commençons sans, et nous y revenons en janvier.") })
        try await act(by: cast.actor("helene"), at: calendar.at(day: day, hour: 12)) { try $0.preparation.launch(said) }
    }

    private func pursue(_ objective: DemoState.Objective, _ cast: Cast) async throws {
        let owner = cast.actor(objective.by)
        var draft = ObjectiveDraft()
        (draft.title, draft.practice, draft.forWhom) = (objective.title, objective.practice, objective.forWhom)
        (draft.measure, draft.baseline, draft.owner) = (objective.measure, objective.start, owner.member)
        draft.dueAt = calendar.at(day: objective.due + 1, hour: 0)
        let at = calendar.at(day: objective.adopted, hour: 15)
        let id = try await act(by: owner, at: at) { [draft] act in
            let id = try act.objectives.draft(draft)
            try act.objectives.adopt(id)
            return id
        }
        guard let outcome = objective.outcome.flatMap(Objective.Outcome.init(rawValue:)), let words = objective.closing
        else { return }
        let half = calendar.at(day: (objective.adopted + objective.due) / 2, hour: 12)
        try await act(by: owner, at: half) { try $0.objectives.reviewHalfWay(id, "La moitié des équipes y est.") }
        try await act(by: owner, at: calendar.at(day: objective.due, hour: 17)) {
            try $0.objectives.close(id, as: outcome, sentence: words)
        }
    }

    private func play(_ question: DemoState.Question, _ cast: Cast) async throws {
        let asker = cast.actor(question.by)
        let asked = calendar.at(day: question.day, hour: 13, minute: 20)
        var draft = QuestionDraft()
        (draft.title, draft.body, draft.isConfirmed) = (question.title, question.body, true)
        let id = try await act(by: asker, at: asked) { [draft] in try $0.questions.ask(draft) }
        var replies: [Reply.ID] = []
        for reply in question.replies {
            var draft = ReplyDraft()
            (draft.body, draft.isConfirmed) = (reply.body, true)
            let at = min(asked + .hours(reply.hours), calendar.now - .minutes(30))
            replies.append(
                try await act(by: cast.actor(reply.by), at: at) { [draft] in try $0.questions.reply(to: id, draft) })
        }
        guard let rank = question.retained, replies.indices.contains(rank) else { return }
        let (reply, thanks) = (replies[rank], question.thanks ?? "")
        try await act(by: asker, at: asked + .days(4)) { act in
            try act.questions.markUseful(reply)
            try act.questions.retain(reply, thanks: thanks)
        }
    }

    private func remeasure(_ state: DemoState, _ needs: [Need.ID], _ cast: Cast) async throws {
        for (need, id) in zip(state.needs, needs) {
            let owner = cast.actor(need.owner ?? "helene")
            for (months, words) in [(6, need.sixMonths), (12, need.twelveMonths)] {
                guard let words else { continue }
                let day = state.created + 30 + months * 31
                try await act(by: owner, at: calendar.at(day: day, hour: 11)) {
                    try $0.needs.remeasure(id, after: months, words)
                }
            }
        }
    }

    /// A yearly vote, and its count a fortnight later.
    private func hold(_ review: DemoState.Review, _ cast: Cast) async throws {
        let opened = calendar.at(day: review.day, hour: 9)
        try await act(by: cast.actor("helene"), at: opened) { try $0.life.askWhetherToClose() }
        let choices =
            Array(repeating: Review.Choice.continue, count: review.continue)
            + Array(repeating: .adapt, count: review.adapt) + Array(repeating: .close, count: review.close)
        for (actor, choice) in zip(cast.actors.sorted { $0.key < $1.key }.map(\.value), choices) {
            try await act(by: actor, at: opened + .days(2)) { try $0.life.vote(choice) }
        }
        let words = review.words
        try await act(by: cast.actor("helene"), at: opened + .days(Review.days)) {
            try $0.life.concludeReview(saying: words)
        }
    }
}
