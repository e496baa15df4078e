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
        #expect(after == NextStep(.meeting, at: nil))
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
        let next = Self.next(at: .paris(2027, 5, 1, 9), meeting: meeting) { $0.answeredAt = .paris(2026, 11, 21, 10) }
        #expect(next == NextStep(.meeting, at: meeting))
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
