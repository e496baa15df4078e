import Calendaring
import Persistence
import Testing

@testable import Ruche

@Suite("An unanswered question")
struct LadderTests {
    @Test("is told to those whose card says they know, first of all", arguments: TestEngine.available)
    func notice(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.says(.yannick, canHelpOn: "chutes, nuit")
        _ = try await ruche.ask(by: .claire) { $0.topics = "chutes" }
        try await ruche.deliver()
        let letters = ruche.mailbox.letters.filter { $0.subject.contains("Vous connaissez peut-être") }
        #expect(letters.map(\.address) == [Cast.yannick.email])
        #expect(letters.first?.text.contains("Votre carte dit que vous pouvez aider sur") == true)
    }

    @Test("asks two who know at half of the promise, by name and with why", arguments: TestEngine.available)
    func solicitation(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.says(.yannick, canHelpOn: "chutes")
        let question = try await ruche.ask(by: .claire) { $0.topics = "chutes" }
        try await ruche.pass(workingDays: 1)
        #expect(try await ruche.view(as: .yannick) { try $0.questions.solicitations().map(\.question) } == [question])
        #expect(ruche.mailbox.letters.contains { $0.subject.contains("a besoin de vous") })
    }

    @Test("asks nobody once somebody has replied", arguments: TestEngine.available)
    func answered(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.says(.yannick, canHelpOn: "chutes")
        let question = try await ruche.ask(by: .claire) { $0.topics = "chutes" }
        _ = try await ruche.reply(by: .nadia, to: question)
        try await ruche.pass(workingDays: 9)
        #expect(try await ruche.count("solicitation") == 0)
        #expect(try await !ruche.journal.contains(.putOnAgenda))
    }

    @Test(
        "offers its author three choices at twice the promise, then goes to the next meeting",
        arguments: TestEngine.available)
    func choice(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.pass(workingDays: 4)
        let offered = try await ruche.view(as: .claire) { try $0.questions.nextStep(of: $0.questions.thread(question)) }
        #expect(offered?.kind == .choice)
        try await ruche.pass(workingDays: 2)
        let after = try await ruche.view(as: .claire) { try $0.questions.nextStep(of: $0.questions.thread(question)) }
        #expect(after?.kind == .fixingMeeting)
        #expect(try await ruche.journal.suffix(2) == [.offeredChoice, .putOnAgenda])
    }

    @Test("is asked of everybody when its author says so, and the clock begins anew", arguments: TestEngine.available)
    func widened(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.pass(workingDays: 4)
        try await ruche.act(as: .claire) { try $0.questions.choose(.widen, for: question) }
        try await ruche.deliver()
        let told = ruche.mailbox.letters.filter { $0.subject.contains("cherche encore") }.map(\.address)
        #expect(Set(told) == Set([Cast.nadia, .yannick, .ines, .paul].map(\.email)))
        let next = try await ruche.view(as: .claire) { try $0.questions.nextStep(of: $0.questions.thread(question)) }
        #expect(next?.kind == .search)
        try await ruche.pass(workingDays: 4)
        #expect(try await ruche.journal.filter { $0 == .offeredChoice }.count == 2)
    }

    @Test("lets nobody but its author choose", arguments: TestEngine.available)
    func othersChoice(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.pass(workingDays: 4)
        let before = try await ruche.journal
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.questions.choose(.agenda, for: question) }
        }
        #expect(try await ruche.journal == before)
    }

    /// The step that an open question is always to show, some days later; each of these once stood still.
    private static func waitsAgain(_ ruche: TestRuche, _ question: Question.ID) async throws {
        let next = try await ruche.view(as: .claire) { try $0.questions.nextStep(of: $0.questions.thread(question)) }
        #expect(next.map { $0.at > ruche.clock.now } == true)
        try await ruche.pass(workingDays: 5)
        let later = try await ruche.view(as: .claire) { try $0.questions.nextStep(of: $0.questions.thread(question)) }
        #expect(later?.kind == .choice)
    }

    @Test("closed, then opened by a word of its author, waits anew", arguments: TestEngine.available)
    func openedByReply(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.act(as: .claire) { try $0.questions.close(question, word: "Trouvé ailleurs") }
        try await ruche.pass(workingDays: 9)
        _ = try await ruche.reply(by: .claire, to: question, "Finalement, non.")
        try await Self.waitsAgain(ruche, question)
    }

    @Test("whose only reply is taken away waits anew", arguments: TestEngine.available)
    func replyWithdrawn(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.pass(workingDays: 9)
        try await ruche.act(as: .yannick) { try $0.questions.delete(.reply(reply)) }
        try await Self.waitsAgain(ruche, question)
    }

    @Test("taken away, then restored, waits anew", arguments: TestEngine.available)
    func restored(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.act(as: .claire) { try $0.questions.delete(.question(question)) }
        try await ruche.pass(workingDays: 9)
        try await ruche.act(as: .nadia) { try $0.questions.restore(.question(question)) }
        try await Self.waitsAgain(ruche, question)
    }

    @Test("goes on as it was when a reply comes and goes before anything is due", arguments: TestEngine.available)
    func soonWithdrawn(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .yannick) { try $0.questions.delete(.reply(reply)) }
        #expect(try await ruche.value("select round from question", as: Int.self) == 0)
    }

    @Test("asks others in its second round", arguments: TestEngine.available)
    func others(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for somebody in [Cast.yannick, .nadia, .ines] { try await ruche.says(somebody, canHelpOn: "chutes") }
        let question = try await ruche.ask(by: .claire) { $0.topics = "chutes" }
        try await ruche.pass(workingDays: 4)
        #expect(try await ruche.count("solicitation") == 2)
        try await ruche.act(as: .claire) { try $0.questions.choose(.widen, for: question) }
        try await ruche.pass(workingDays: 2)
        #expect(try await ruche.count("solicitation") == 3)
    }

    @Test("is on the page of the next meeting, with those that are still open", arguments: TestEngine.available)
    func meeting(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let silent = try await ruche.ask(by: .claire, "Sans réponse jusqu’au bout ?")
        let answered = try await ruche.ask(by: .claire, "Restée ouverte ?")
        _ = try await ruche.reply(by: .yannick, to: answered)
        try await ruche.pass(workingDays: 20)
        let meeting = try await ruche.act(as: .claire) { act in
            var draft = MeetingDraft()
            (draft.title, draft.date, draft.time) = ("Le point", "2026-12-18", "14:00")
            return try act.meetings.schedule(draft)
        }
        let browser = try await ruche.browser(as: .paul)
        let page = try await browser.get("/c/nuit/rencontres/\(meeting)")
        #expect(page.says("Questions à l’ordre du jour") && page.says("Sans réponse jusqu’au bout ?"))
        #expect(page.says("Questions encore ouvertes") && page.says("Restée ouverte ?"))
        for (question, sentence) in [
            (silent, "Elle est à l’ordre du jour"), (answered, "Encore ouverte, elle sera reprise"),
        ] {
            #expect(try await browser.get("/c/nuit/questions/\(question)").says(sentence))
        }
    }

    @Test("keeps what was begun when its author closes it", arguments: TestEngine.available)
    func closed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.act(as: .claire) { try $0.questions.close(question, word: "Trouvé ailleurs") }
        try await ruche.pass(workingDays: 9)
        #expect(try await !ruche.journal.contains(.offeredChoice))
    }
}

@Suite("A request for help")
struct SolicitationTests {
    @Test("never comes twice in seven days, nor more often than one accepts")
    func caps() {
        let now = Instant(milliseconds: 1_000_000_000_000)
        #expect(Availability(accepted: 2).allows(at: now))
        #expect(!Availability(accepted: 0).allows(at: now))
        #expect(!Availability(accepted: 2, asked: 2, lastAskedAt: now - .days(20)).allows(at: now))
        #expect(!Availability(accepted: 4, asked: 1, lastAskedAt: now - .days(6)).allows(at: now))
        #expect(Availability(accepted: 4, asked: 1, lastAskedAt: now - .days(7)).allows(at: now))
    }

    @Test("is declined from the letter in one click, without a trace for others", arguments: TestEngine.available)
    func declined(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let colleague = try ruche.member(.yannick)
        let secret = Secret.invented
        try await ruche.act(as: .claire) {
            try $0.questions.invite(colleague, toAnswer: question, words: "Tu as connu cela.", secret: secret)
        }
        let stranger = try await ruche.browser()
        let page = try await stranger.get("/sollicitation/\(secret.text)")
        #expect(page.text.contains("Tu as connu cela."))
        #expect(try await ruche.view(as: .yannick) { try $0.questions.solicitations().count } == 1)
        _ = try await stranger.post("/sollicitation/\(secret.text)")
        #expect(try await ruche.view(as: .yannick) { try $0.questions.solicitations() } == [])
        for other in [Cast.claire, .nadia] {
            let browser = try await ruche.browser(as: other)
            for path in ["/c/nuit/questions/\(question)", "/c/nuit/journal", "/c/nuit"] {
                let seen = try await browser.get(path).text
                #expect(!seen.contains("décliné") && !seen.contains("Pas cette fois"), "\(path) by \(other)")
            }
        }
    }

    @Test("is not made twice for one question, and none leaves at night", arguments: TestEngine.available)
    func once(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let colleague = try ruche.member(.yannick)
        ruche.clock.advance(by: .hours(14))
        try await ruche.act(as: .claire) {
            try $0.questions.invite(colleague, toAnswer: question, words: "Toi", secret: .invented)
        }
        func letters() -> Int { ruche.mailbox.letters.count { $0.subject.contains("a besoin de vous") } }
        try await ruche.deliver()
        #expect(letters() == 0)
        ruche.clock.advance(by: .hours(9))
        try await ruche.deliver()
        #expect(letters() == 1)
        ruche.clock.advance(by: .days(8))
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) {
                try $0.questions.invite(colleague, toAnswer: question, words: "Toi", secret: .invented)
            }
        }
    }

    @Test("is made to one colleague by a member, within what they accept", arguments: TestEngine.available)
    func invited(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let (first, second) = (try await ruche.ask(by: .claire), try await ruche.ask(by: .claire, "Et le matin ?"))
        let browser = try await ruche.browser(as: .claire)
        let (yannick, nadia) = (try ruche.member(.yannick).description, try ruche.member(.nadia).description)
        let asked = try await browser.post("/c/nuit/questions/\(first)/inviter", ["collegue": yannick])
        #expect(asked.status == .seeOther)
        let another = try await browser.post("/c/nuit/questions/\(first)/inviter", ["collegue": nadia])
        #expect(another.status == .unprocessableContent)
        let tooSoon = try await browser.post(
            "/c/nuit/questions/\(second)/inviter", ["collegue": yannick, "mot": "Toi"])
        #expect(tooSoon.status == .unprocessableContent)
        #expect(tooSoon.text.contains("ne peut pas être sollicité·e en ce moment") && tooSoon.text.contains("Toi"))
        #expect(try await ruche.count("solicitation") == 1)
    }
}

@Suite("The next step")
struct NextStepTests {
    /// Published on Friday 20 November 2026 at 17:00, in Paris; the promise is of two working days.
    private static let asked = Instant.paris(2026, 11, 20, 17)
    private static let clock = PromiseClock(.standard, hours: WorkingHours(zone: .paris))

    private static func next(
        at now: Instant, meeting: Instant? = nil, _ change: (inout WaitingFacts) -> Void = { _ in }
    ) -> NextStep {
        var facts = WaitingFacts(askedAt: asked)
        change(&facts)
        return NextStep(of: facts, on: clock, meeting: meeting, now: now)
    }

    @Test("is the promise until it falls due")
    func promised() {
        #expect(Self.next(at: Self.asked) == NextStep(.firstReply, at: .paris(2026, 11, 24, 17)))
    }

    @Test("is a search until twice the promise, when its author chooses")
    func late() {
        #expect(
            Self.next(at: .paris(2026, 11, 24, 17)) == NextStep(.search, at: .paris(2026, 11, 26, 17)))
        let choosing = Self.next(at: .paris(2026, 11, 26, 17)) { $0.choiceAskedAt = .paris(2026, 11, 26, 17) }
        #expect(choosing == NextStep(.choice, at: .paris(2026, 11, 30, 17)))
    }

    @Test("after a reply, is to ask whether it helped, seven days later at nine of a working day")
    func answered() {
        let next = Self.next(at: .paris(2026, 11, 24, 10)) { facts in
            facts.answeredAt = .paris(2026, 11, 21, 10)
            facts.lastActivityAt = .paris(2026, 11, 21, 10)
        }
        #expect(next == NextStep(.usefulness, at: .paris(2026, 11, 30, 9)))
    }

    @Test("after something helped, is to ask what became of it, on the 14th then the 60th day")
    func helped() {
        let solved = Instant.paris(2026, 11, 23, 10)
        let first = Self.next(at: solved) { ($0.answeredAt, $0.solvedAt) = (solved, solved) }
        #expect(first == NextStep(.followUp, at: .paris(2026, 12, 8, 9)))
        let second = Self.next(at: .paris(2026, 12, 9, 9)) { ($0.answeredAt, $0.solvedAt) = (solved, solved) }
        #expect(second == NextStep(.followUp, at: .paris(2027, 1, 25, 9)))
    }

    @Test("is never nothing: at the end of all delays, the next meeting")
    func atLast() {
        let meeting = Instant.paris(2027, 6, 1, 14)
        func answered(_ facts: inout WaitingFacts) { facts.answeredAt = .paris(2026, 11, 21, 10) }
        #expect(Self.next(at: .paris(2027, 5, 1, 9), meeting: meeting, answered) == NextStep(.roundUp, at: meeting))
        #expect(
            Self.next(at: .paris(2027, 5, 1, 9), answered) == NextStep(.fixingMeeting, at: .paris(2027, 5, 3, 9)))
    }

    @Test("between, is that a facilitator may speak for its author")
    func onBehalf() {
        let next = Self.next(at: .paris(2026, 12, 2, 9)) { facts in
            facts.answeredAt = .paris(2026, 11, 21, 10)
            facts.lastActivityAt = .paris(2026, 11, 21, 10)
        }
        #expect(next == NextStep(.onBehalf, at: Self.asked + .days(14)))
    }

    @Test("announces no letter that will not leave")
    func told() {
        let solved = Instant.paris(2026, 11, 23, 10)
        let once = Self.next(at: solved) { ($0.answeredAt, $0.solvedAt, $0.followUps) = (solved, solved, 1) }
        #expect(once == NextStep(.followUp, at: .paris(2027, 1, 25, 9)))
        let over = Self.next(at: solved) { facts in
            (facts.answeredAt, facts.solvedAt, facts.followUps, facts.isOver) = (solved, solved, 1, true)
        }
        #expect(over.kind == .fixingMeeting)
    }

    @Test("of a short promise leaves time between who is asked, who asked, and the meeting")
    func shortPromise() {
        let day = PromiseClock(Promise(unit: .workingDays, amount: 1), hours: WorkingHours(zone: .paris))
        let start = Instant.paris(2026, 11, 24, 10)
        #expect(Ladder.time(of: .choice, since: start, on: day) == .paris(2026, 11, 26, 10))
        #expect(Ladder.time(of: .agenda, since: start, on: day) == .paris(2026, 11, 30, 10))
        let hour = PromiseClock(Promise(unit: .hours, amount: 2), hours: WorkingHours(zone: .paris))
        let night = Instant.paris(2026, 11, 24, 22)
        #expect(Ladder.time(of: .solicitation, since: night, on: hour) == .paris(2026, 11, 25, 8))
        #expect(Ladder.time(of: .choice, since: night, on: hour) == .paris(2026, 11, 25, 11))
    }

    @Test("in elapsed hours sends nothing at night")
    func elapsed() {
        let clock = PromiseClock(Promise(unit: .hours, amount: 24), hours: WorkingHours(zone: .paris))
        #expect(clock.due(0.5, after: .paris(2026, 11, 24, 10)) == .paris(2026, 11, 24, 22))
        #expect(clock.sending(0.5, after: .paris(2026, 11, 24, 10)) == .paris(2026, 11, 25, 8))
    }
}

@Suite("What became of it")
struct FollowUpTests {
    @Test("is asked 14 and 60 days after something first helped, twice in all", arguments: TestEngine.available)
    func letters(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .claire) { try $0.questions.markUseful(reply) }
        var asked: [Int] = []
        for _ in 1...80 {
            ruche.clock.advance(by: .days(1))
            try await ruche.deliver()
            asked.append(try await ruche.count("follow_up"))
        }
        let thread = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)")
        #expect(thread.says("Sans nouvelle pour l’instant."))
        #expect(asked[12] == 0 && asked[16] == 1 && asked[58] == 1 && asked[62] == 2 && asked[79] == 2)
    }

    @Test("is told from the letter, without signing in, and read under the question", arguments: TestEngine.available)
    func told(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .claire) { try $0.questions.retain(reply) }
        ruche.clock.advance(by: .days(20))
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.last?.subject.hasPrefix("Qu’avez-vous fait") == true)
        let letter = try #require(ruche.mailbox.letters.last?.text)
        let path = try #require(letter.split(whereSeparator: \.isWhitespace).first { $0.contains("/suite/") })
            .dropFirst("http://localhost".count).description
        let stranger = try await ruche.browser()
        #expect(try await stranger.get(path).text.contains("Pas pour nous"))
        let said = try await stranger.post(path, ["suite": "adopted", "phrase": "Deux chutes de moins ce mois-ci."])
        #expect(said.status == .ok && said.text.contains("C’est noté"))
        let seen = try await ruche.browser(as: .yannick).get("/c/nuit/questions/\(question)").text
        #expect(seen.contains("Deux chutes de moins ce mois-ci.") && seen.contains("Appliquée"))
        #expect(try await ruche.view(as: .claire) { try $0.questions.find(question).appliedAt } != nil)
    }

    @Test("is asked from the day of the mark that stays", arguments: TestEngine.available)
    func markedAgain(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .claire) { act in
            try act.questions.markUseful(reply)
            try act.questions.withdrawUsefulMark(reply)
        }
        ruche.clock.advance(by: .days(70))
        try await ruche.deliver()
        #expect(try await ruche.count("follow_up") == 0)
        try await ruche.act(as: .claire) { try $0.questions.markUseful(reply) }
        let next = try await ruche.view(as: .claire) { try $0.questions.nextStep(of: $0.questions.thread(question)) }
        #expect(next?.kind == .followUp)
        ruche.clock.set(to: try #require(next?.at))
        try await ruche.deliver()
        #expect(try await ruche.count("follow_up") == 1)
    }

    @Test("is announced no more once all is said", arguments: TestEngine.available)
    func saidBefore(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .claire) { act in
            try act.questions.markUseful(reply)
            try act.questions.tellWhatBecame(of: question, .adopted, sentence: "")
        }
        let next = try await ruche.view(as: .claire) { try $0.questions.nextStep(of: $0.questions.thread(question)) }
        #expect(next?.kind == .fixingMeeting)
    }

    @Test("is not asked again once all is said", arguments: TestEngine.available)
    func enough(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .claire) { act in
            try act.questions.markUseful(reply)
            try act.questions.tellWhatBecame(of: question, .notForUs, sentence: "")
        }
        ruche.clock.advance(by: .days(100))
        try await ruche.deliver()
        #expect(!ruche.mailbox.letters.contains { $0.subject.hasPrefix("Qu’avez-vous fait") })
    }

    @Test("resolved is not applied: only its author says so", arguments: TestEngine.available)
    func others(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.act(as: .claire) { try $0.questions.resolve(question) }
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.questions.tellWhatBecame(of: question, .tried, sentence: "") }
        }
        #expect(try await ruche.view(as: .claire) { try $0.questions.find(question).appliedAt } == nil)
        #expect(try await ruche.count("follow_up") == 0)
    }
}
