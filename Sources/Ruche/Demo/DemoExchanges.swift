import Calendaring
import Persistence

extension Demo {
    struct Scheduled: Sendable {
        let thread: DemoThread
        let at: Instant
    }

    /// The threads of the year in their order: about two a week, August quiet, those that wait at the end.
    func schedule(_ random: inout DemoRandom) -> [Scheduled] {
        let waiting = content.threads.filter { $0.replies.isEmpty && $0.age != "old" }
        let recent = Array(waiting.suffix(6))
        let titles = Set(recent.map(\.title))
        let others = content.threads.filter { !titles.contains($0.title) }
        var scheduled: [Scheduled] = []
        for (rank, thread) in others.enumerated() {
            let through = Double(rank) / Double(max(1, others.count - 1))
            var day = -DemoCalendar.days + 2 + Int(through * Double(DemoCalendar.days - 4))
            if CivilDate(dayNumber: calendar.today + day).month == 8 {
                // Holidays: what would have been asked then is asked in September, most of it.
                if random.share() < 0.7 { day = min(-3, day + 24 + Int(random.next() % 14)) }
            }
            scheduled.append(Scheduled(thread: thread, at: calendar.moment(aroundDay: day, &random)))
        }
        for (rank, thread) in recent.enumerated() {
            scheduled.append(Scheduled(thread: thread, at: calendar.moment(aroundDay: -5 + rank, &random)))
        }
        return scheduled.sorted { $0.at < $1.at }
    }

    /// One thread, from its question to what came of it, each act at its hour.
    func play(_ scheduled: Scheduled, _ cast: inout Cast, _ prepared: Prepared, _ random: inout DemoRandom) async throws
    {
        let thread = scheduled.thread
        var taken: Set<String> = []
        guard
            let asker = choose(
                thread.asker, professions: thread.askerProfessions, setting: thread.context.setting, at: scheduled.at,
                except: taken, cast, &random)
        else { return }
        taken.insert(asker)
        cast.written[asker, default: 0] += 1
        let question = try await ask(thread, by: cast.actor(asker), at: scheduled.at, prepared, &random)
        var at = scheduled.at
        var replies: [(id: Reply.ID, author: String, at: Instant, useful: Bool)] = []
        for reply in thread.replies {
            at = calendar.reply(after: at, &random)
            guard at < calendar.now - .minutes(10) else { break }
            guard
                let author = choose(
                    reply.author, professions: reply.professions, setting: reply.setting, at: at, except: taken, cast,
                    &random)
            else { continue }
            taken.insert(author)
            cast.written[author, default: 0] += 1
            let id = try await answer(reply, question, by: cast.actor(author), at: at, &random)
            replies.append((id, author, at, reply.useful))
        }
        try await judge(thread, question, replies, asker: asker, cast, &random)
        try await meToo(thread, question, from: scheduled.at, except: taken, cast, &random)
    }

    private func ask(
        _ thread: DemoThread, by actor: Actor, at: Instant, _ prepared: Prepared, _ random: inout DemoRandom
    ) async throws -> Question.ID {
        let beginning = beginning(of: thread.body, &random)
        var draft = QuestionDraft()
        (draft.title, draft.body) = (thread.title, beginning ?? thread.body)
        (draft.setting, draft.moment) = (thread.context.setting ?? "", thread.context.moment ?? "")
        (draft.constraints, draft.tried) = (thread.context.constraints ?? "", thread.tried ?? "")
        (draft.sought, draft.topics) = (thread.sought, thread.topics.prefix(Topic.limit).joined(separator: ", "))
        (draft.isUrgent, draft.isConfirmed) = (thread.urgent, true)
        draft.objective = thread.objective.flatMap { prepared.objectives[$0] }.map(\.description) ?? ""
        draft.need = thread.need.flatMap { prepared.needs[$0] }.map(\.description) ?? ""
        let id = try await act(by: actor, at: at) { [draft] in try $0.questions.ask(draft) }
        if beginning != nil { try await complete(.question(id), thread.title, thread.body, by: actor, after: at) }
        return id
    }

    private func answer(
        _ reply: DemoThread.Reply, _ question: Question.ID, by actor: Actor, at: Instant, _ random: inout DemoRandom
    ) async throws -> Reply.ID {
        let beginning = beginning(of: reply.body, &random)
        var draft = ReplyDraft()
        (draft.body, draft.atOurs) = (beginning ?? reply.body, reply.atOurs ?? "")
        draft.knowledge = reply.knowledge ?? ""
        if let source = reply.source {
            (draft.source.title, draft.source.form) = (source.title, source.form)
            (draft.source.year, draft.source.reference) = (source.year, source.reference)
        }
        (draft.isClarification, draft.isConfirmed) = (reply.kind == "clarification", true)
        let id = try await act(by: actor, at: at) { [draft] in try $0.questions.reply(to: question, draft) }
        if beginning != nil { try await complete(.reply(id), "", reply.body, by: actor, after: at) }
        return id
    }

    /// Some people publish, read themselves again, and add a sentence: the text without its last one; nil for most.
    private func beginning(of text: String, _ random: inout DemoRandom) -> String? {
        guard random.share() < 0.08, let end = text.dropLast().lastIndex(of: ".") else { return nil }
        return String(text[...end])
    }

    private func complete(_ post: Post, _ title: String, _ body: String, by actor: Actor, after moment: Instant)
        async throws
    {
        try await act(by: actor, at: moment + .minutes(9)) { act in
            let version = try act.view.questions.current(post).version
            try act.questions.edit(post, title: title, body: body, from: version, isConfirmed: true)
        }
    }

    /// The asker's marks, the solution and its thanks some hours or days later; peers' marks through the weeks.
    private func judge(
        _ thread: DemoThread, _ question: Question.ID,
        _ replies: [(id: Reply.ID, author: String, at: Instant, useful: Bool)], asker: String, _ cast: Cast,
        _ random: inout DemoRandom
    ) async throws {
        let actor = cast.actor(asker)
        if thread.retained == nil, let last = replies.last, replies.contains(where: \.useful), random.share() < 0.75 {
            // Helped by several, none above the others.
            let at = last.at + .hours(30) + .milliseconds(Int64(random.share() * 90 * 3_600_000))
            if at < calendar.now { try await act(by: actor, at: at) { try $0.questions.resolve(question) } }
        }
        for (rank, reply) in replies.enumerated() {
            let hours = 2 + random.share() * 20
            let at = reply.at + .milliseconds(Int64(hours * 3_600_000))
            guard at < calendar.now - .minutes(5) else { continue }
            if reply.useful {
                try await act(by: actor, at: at) { try $0.questions.markUseful(reply.id) }
                try await tellWithoutUs(reply.id, by: actor, at: at + .minutes(2), &random)
            }
            if thread.retained == rank {
                let later = at + .hours(1) + .milliseconds(Int64(random.share() * 48 * 3_600_000))
                let words = thread.thanks ?? ""
                if later < calendar.now {
                    try await act(by: actor, at: later) { try $0.questions.retain(reply.id, thanks: words) }
                }
            }
            try await peersMark(
                reply.id, thread.replies[rank].peers, after: reply.at, except: [asker, reply.author], cast, &random)
        }
    }

    private func peersMark(
        _ reply: Reply.ID, _ count: Int, after: Instant, except: Set<String>, _ cast: Cast, _ random: inout DemoRandom
    ) async throws {
        var taken = except
        for _ in 0..<count {
            let at = after + .milliseconds(Int64((3 + random.share() * 24 * 12) * 3_600_000))
            guard at < calendar.now else { continue }
            let present = cast.people.filter {
                !taken.contains($0.key) && (cast.joined[$0.key] ?? calendar.now) < at && $0.activity > 0
            }
            guard let person = random.pick(present, weight: { Double($0.activity) }) else { return }
            taken.insert(person.key)
            let actor = cast.actor(person.key)
            try await act(by: actor, at: at) { try $0.questions.markUseful(reply) }
            guard random.share() < 0.4 else { continue }
            let sign: Reaction = random.share() < 0.6 ? .thanks : .confirm
            try await act(by: actor, at: at) { try $0.questions.react(sign, to: reply) }
        }
    }

    /// Three askers in five say how they would have found without the community.
    private func tellWithoutUs(_ reply: Reply.ID, by asker: Actor, at: Instant, _ random: inout DemoRandom) async throws
    {
        guard random.share() < 0.6, at < calendar.now else { return }
        let answers: [WithoutUs] = [.longer, .longer, .notFound, .longer, .notFound, .same, .faster]
        let answer = answers[Int(random.next() % UInt64(answers.count))]
        try await act(by: asker, at: at) { try $0.questions.sayWithoutUs(reply, answer) }
    }

    private func meToo(
        _ thread: DemoThread, _ question: Question.ID, from: Instant, except: Set<String>, _ cast: Cast,
        _ random: inout DemoRandom
    ) async throws {
        var taken = except
        for echo in thread.meToo {
            let at = from + .milliseconds(Int64((4 + random.share() * 24 * 9) * 3_600_000))
            guard at < calendar.now,
                let key = choose(
                    echo.author, professions: echo.professions, setting: nil, at: at, except: taken, cast, &random)
            else { continue }
            taken.insert(key)
            let (actor, line) = (cast.actor(key), echo.line)
            try await act(by: actor, at: at) { try $0.questions.sayMeToo(question, line: line) }
        }
    }

    /// Who speaks: the one the text was written for, if they were there; else somebody of the profession and the place,
    /// the active ones more often, those who have written much less often.
    private func choose(
        _ key: String?, professions: [String], setting: String?, at: Instant, except: Set<String>, _ cast: Cast,
        _ random: inout DemoRandom
    ) -> String? {
        let present = cast.people.filter { !except.contains($0.key) && (cast.joined[$0.key] ?? calendar.now) < at }
        if let key, present.contains(where: { $0.key == key }) { return key }
        let able = present.filter {
            professions.contains(Profession(code: $0.profession)?.code ?? "") && $0.activity > 0
        }
        let near = able.filter { setting == nil || $0.setting == setting }
        let pool = near.isEmpty ? able : near
        let weight: (DemoPerson) -> Double = { Double($0.activity) / Double(1 + (cast.written[$0.key] ?? 0) / 4) }
        if let person = random.pick(pool, weight: weight) { return person.key }
        return random.pick(present.filter { $0.activity > 1 }, weight: weight)?.key
    }
}
