import Calendaring
import Measures
import Persistence
import Wording

// Efficacité (DOMAIN §10.1): are the problems that the community set itself solved?
extension Evaluation {
    /// EF1: elapsed hours; the share within the promise runs on the promise's own clock.
    var firstReply: Indicator {
        let questions = facts.questions.during(period)
        let waits = KaplanMeier(questions.map { wait($0, until: $0.answeredAt) })
        var indicator = delay(.ef1, waits)
        indicator.details.append(.init("share_within_promise", shareWithinPromise(questions, elapsed: waits)))
        indicator.details.append(.init("promise_hours", Double(promiseInHours)))
        indicator.details.append(.init("promise_unit", word: promise.unit == .hours ? "hours" : "working_hours"))
        return indicator
    }

    /// EF2: until the asker found something useful or said it was solved.
    var solution: Indicator {
        delay(.ef2, KaplanMeier(facts.questions.during(period).map { wait($0, until: $0.solvedAt) }))
    }

    /// EF3: asked 120 to 30 days ago, so that each had its 30 days.
    var resolvedInTime: Indicator {
        let period = days(120, before: 30)
        let questions = facts.questions.during(period)
        return share(
            .ef3, questions.count(where: wasResolvedInTime), of: questions.count, over: period,
            unless: .init(
                word("Il faut des questions posées depuis au moins 30 jours."), knownFrom: firstQuestion(after: 30)))
    }

    func wasResolvedInTime(_ question: QuestionFact) -> Bool {
        guard let resolvedAt = question.resolvedAt, resolvedAt < self.period.to else { return false }
        return resolvedAt - question.at <= .days(30)
    }

    /// EF4: without a human reply after 7 days.
    var unanswered: Indicator {
        let questions = oldEnough
        let waiting = questions.count { !$0.answeredAt.isBefore(period.to) }
        let older = facts.questions.prefix { $0.at < period.from }
        return share(
            .ef4, waiting, of: questions.count, over: period,
            unless: .init(
                word("Il faut des questions posées depuis plus de 7 jours."), knownFrom: firstQuestion(after: 8)),
            [
                .init("unanswered", count: waiting),
                .init("older_unanswered", count: older.count { !$0.answeredAt.isBefore(period.to) }),
            ])
    }

    /// Questions of W that have had their seven days.
    var oldEnough: ArraySlice<QuestionFact> { facts.questions.during(days(90, before: 7)) }

    /// EF5: objectives whose date has come, with the score of their closing.
    var objectives: Indicator {
        let scores = facts.objectives.map { $0.score ?? 0 }
        var indicator = Indicator(.ef5, over: period, value: scores.mean, n: scores.count)
        indicator.details = [
            .init("score", scores.reduce(0, +)),
            .init("reached", count: facts.objectives.count { $0.score == 1 }),
            .init("partial", count: facts.objectives.count { $0.score == 0.5 }),
            .init("dropped", count: facts.objectives.count { $0.score == 0 }),
            .init("not_closed", count: facts.objectives.count { $0.score == nil }),
        ]
        if scores.isEmpty { indicator.note = .init(word("Aucun objectif n’est encore arrivé à sa date.")) }
        return indicator
    }

    /// EF6
    var needsCovered: Indicator {
        share(
            .ef6, facts.needs.covered, of: facts.needs.retained, over: period,
            unless: .init(word("Aucun besoin n’a encore été retenu.")))
    }

    /// EF9: first useful or resolved 195 to 75 days ago, so that the second letter has left.
    var applied: Indicator {
        let period = days(195, before: 75)
        let solved = facts.questions.filter { $0.solvedAt.map(period.contains) ?? false }
        let told = solved.count { wasInTime($0.toldAt, for: $0) }
        return share(
            .ef9, solved.count { wasInTime($0.appliedAt, for: $0) }, of: solved.count, over: period,
            unless: .init(
                word(
                    "Il faut des questions résolues depuis au moins 75 jours : le temps de demander ce qu’elles sont devenues."
                ),
                knownFrom: facts.questions.compactMap(\.solvedAt).min().flatMap(Self.followed(in: zone, after: day))),
            [.init("told", count: told), .init("no_news", count: solved.count - told)])
    }

    /// Within 75 days after the solution, and before the end of the day evaluated.
    private func wasInTime(_ moment: Instant?, for question: QuestionFact) -> Bool {
        guard let moment, let solvedAt = question.solvedAt else { return false }
        return moment < period.to && moment - solvedAt <= .days(75)
    }

    private static func followed(in zone: Zone, after day: CivilDate) -> (Instant) -> CivilDate? {
        { solvedAt in
            let known = zone.date(at: solvedAt.milliseconds).adding(days: 75)
            return known > day ? known : nil
        }
    }

    /// How long a question waited, or waits still at the end of the period.
    func wait(_ question: QuestionFact, until answer: Instant?) -> Wait {
        let over = answer.flatMap { $0 < period.to ? $0 : nil }
        return Wait(hours: ((over ?? period.to) - question.at).hours, isOver: over != nil)
    }

    private func delay(_ id: Indicator.ID, _ waits: KaplanMeier) -> Indicator {
        var indicator = Indicator(id, over: period, value: waits.median, n: waits.n)
        indicator.k = waits.answered
        indicator.details = [
            .init("answered", count: waits.answered), .init("median", waits.median), .init("p90", waits.p90),
        ]
        if waits.n == 0 {
            indicator.note = .init(word("Aucune question n’a été posée pendant ces 13 semaines."))
        } else if waits.median == nil {
            indicator.note = .init(word("Non atteint : plus de la moitié des questions attendent encore."))
        }
        return indicator
    }

    /// On the promise's own clock: working hours of the community, or elapsed ones.
    private func shareWithinPromise(_ questions: ArraySlice<QuestionFact>, elapsed: KaplanMeier) -> Double? {
        if promise.unit == .hours { return elapsed.share(within: Double(promise.amount)) }
        let waits = questions.map { question in
            let over = question.answeredAt.flatMap { $0 < period.to ? $0 : nil }
            return Wait(
                hours: workingHours.hours(from: question.at.milliseconds, to: (over ?? period.to).milliseconds),
                isOver: over != nil)
        }
        return KaplanMeier(waits).share(within: Double(promiseInHours))
    }

    /// Working or elapsed hours, as the promise's unit says.
    var promiseInHours: Int {
        promise.unit == .hours ? promise.amount : promise.amount * Int(workingHours.workingDay / 3_600_000)
    }

    /// The day from which a figure that needs questions so many days old is known.
    func firstQuestion(after days: Int) -> CivilDate? {
        guard let first = facts.questions.first, first.at < period.to else { return nil }
        let known = zone.date(at: first.at.milliseconds).adding(days: days)
        return known > day ? known : nil
    }
}
