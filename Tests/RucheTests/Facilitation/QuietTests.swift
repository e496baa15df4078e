import Persistence
import Testing

@testable import Ruche

@Suite("Who is quieter than usual")
struct QuietTests {
    private let now = StillClock.monday

    @Test(
        "took part in four of eight weeks, then in none of six",
        arguments: [
            (weeks: 4, lately: false, isSaid: true), (weeks: 3, lately: false, isSaid: false),
            (weeks: 8, lately: true, isSaid: false),
        ])
    func stopped(weeks: Int, lately: Bool, isSaid: Bool) {
        var facts = QuietFacts()
        (facts.activeWeeks, facts.hasActedLately, facts.lastActAt) = (weeks, lately, now - .days(45))
        #expect(facts.reason(at: now) == (isSaid ? .stopped(lastAt: now - .days(45)) : nil))
    }

    @Test("or has a question without a solution for more than forty-five days", arguments: [45, 46])
    func question(days: Int) {
        var facts = QuietFacts()
        facts.question = LinkedObject(id: 1, title: "Qui ?")
        facts.questionAskedAt = now - .days(days)
        #expect((facts.reason(at: now) != nil) == (days > 45))
    }

    @Test(
        "or came to two of four meetings and not to the last two",
        arguments: [
            (attended: [false, false, true, false, true, false], isSaid: true),
            (attended: [false, false, true, false, false, false], isSaid: false),
            (attended: [false, true, true, true, true, true], isSaid: false),
            (attended: [false, false, true, true], isSaid: false),
        ])
    func meetings(attended: [Bool], isSaid: Bool) {
        var facts = QuietFacts()
        facts.attended = attended
        #expect(facts.reason(at: now) == (isSaid ? .missedMeetings : nil))
    }

    /// Paul and Inès wrote each week of September, then nothing.
    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .claire)
        for week in 0..<5 {
            for somebody in [Cast.paul, .ines] {
                _ = try await ruche.reply(by: somebody, to: question, "Semaine \(week)")
            }
            ruche.clock.advance(by: .days(7))
        }
        try await ruche.act(as: .claire) { try $0.questions.resolve(question) }
        ruche.clock.advance(by: .days(40))
        return ruche
    }

    private func names(_ ruche: TestRuche, as somebody: Cast = .nadia) async throws -> [String] {
        try await ruche.view(as: somebody) { try $0.desk.quieter().shown.map(\.member.name) }
    }

    @Test("is read by facilitators alone, by name, and says why", arguments: TestEngine.available)
    func list(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        #expect(try await names(ruche) == [Cast.ines.name, Cast.paul.name])
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/animation")
        #expect(page.says("Prenait part presque chaque semaine, rien depuis le") && page.says("Pourquoi ces noms ?"))
        await #expect(throws: Refusal.forbidden) { _ = try await ruche.view(as: .claire) { try $0.desk.quieter() } }
        // One act, and it says nothing more.
        _ = try await ruche.ask(by: .paul)
        #expect(try await names(ruche) == [Cast.ines.name])
    }

    @Test("is left for good by who wants it; each reads what it would say of them", arguments: TestEngine.available)
    func left(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let paul = try await ruche.browser(as: .paul)
        #expect(try await paul.get("/c/nuit/membres/moi/animation").says("prenait part presque chaque semaine"))
        #expect(
            try await ruche.browser(as: .claire).get("/c/nuit/membres/moi/animation").says(
                "elle ne dirait rien de vous"))
        try await paul.post("/c/nuit/membres/moi/animation", ["liste": "quitter"])
        #expect(try await names(ruche) == [Cast.ines.name])
        #expect(try await paul.get("/c/nuit/membres/moi/animation").says("Vous avez quitté cette liste"))
        try await paul.post("/c/nuit/membres/moi/animation", ["liste": "revenir"])
        #expect(try await names(ruche).count == 2)
    }

    @Test("is hidden from who manages them at work, said by either", arguments: TestEngine.available)
    func hierarchy(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let (paul, nadia) = (try ruche.member(.paul), try ruche.member(.nadia))
        let browser = try await ruche.browser(as: .nadia)
        try await browser.post("/c/nuit/animation/hierarchie", ["membre": paul.description, "faire": "declarer"])
        #expect(try await names(ruche) == [Cast.ines.name])
        try await ruche.browser(as: .ines).post(
            "/c/nuit/membres/moi/animation", ["responsable": nadia.description, "faire": "declarer"])
        #expect(try await names(ruche).isEmpty)
        #expect(try await ruche.browser(as: .claire).get("/c/nuit/journal").says("a déclaré un lien hiérarchique"))
        // Nobody declares it for two others.
        await #expect(throws: Refusal.forbidden) {
            try await ruche.act(as: .claire) { try $0.desk.declareHierarchy(of: nadia, over: paul, false) }
        }
        var draft = MessageDraft(kind: "news", object: "member/\(paul)")
        draft.words = "Bonjour"
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { [draft] in _ = try $0.desk.send(draft, secret: .invented) }
        }
        try await browser.post("/c/nuit/animation/hierarchie", ["membre": paul.description, "faire": "retirer"])
        #expect(try await names(ruche) == [Cast.paul.name])
    }

    @Test("counts those who pause and never names them", arguments: TestEngine.available)
    func paused(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        try await ruche.act(as: .paul) { try $0.members.pause(until: "2027-03-01") }
        let list = try await ruche.view(as: .nadia) { try $0.desk.quieter() }
        #expect(list.shown.map(\.member.name) == [Cast.ines.name] && list.paused == 1)
        #expect(try await ruche.browser(as: .nadia).get("/c/nuit/animation").says("1 membre en pause choisie"))
    }

    @Test("says nothing of a question asked without a name", arguments: TestEngine.available)
    func nameless(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .paul)
        ruche.clock.advance(by: .days(46))
        #expect(try await names(ruche) == [Cast.paul.name])
        try await ruche.act(as: .paul) { try $0.safety.changeSignature(of: .question(question), isNameless: true) }
        #expect(try await names(ruche).isEmpty)
    }

    @Test("is in no export, of the community or of a person", arguments: TestEngine.available)
    func exports(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let json = try await ruche.view(as: .nadia) { try $0.communityExport().json }
        #expect(!json.lowercased().contains("quiet") && !json.contains("silenc"))
    }

    @Test("shows five names at most", arguments: TestEngine.available)
    func five(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let community = try #require(ruche.people[.nadia]?.community)
        for number in 1...7 {
            let actor = try await ruche.instance.act(through: .command) { act in
                let person = try act.accounts.create(EmailAddress(typed: "n\(number)@example.org"), name: "N \(number)")
                let member = try act.members.enter(
                    community, person: person, as: MemberDraft(name: "N \(number)"), role: .member)
                return Actor(person: person, community: community, member: member, role: .member)
            }
            try await ruche.instance.act(by: actor, through: .web) { act in
                var draft = QuestionDraft()
                draft.title = "Question \(number) ?"
                _ = try act.questions.ask(draft)
            }
        }
        ruche.clock.advance(by: .days(50))
        #expect(try await names(ruche).count == 5)
    }
}

@Suite("The balance of a community")
struct BalanceTests {
    private let today = 20_000

    @Test("counts threads begun by members and threads of three voices, week by week")
    func threads() {
        let balance = Balance(
            [
                .init(day: today - 1, isByFacilitator: false, authors: 3, isAnswered: true),
                .init(day: today - 7, isByFacilitator: true, authors: 1, isAnswered: false),
                .init(day: today - 8, isByFacilitator: false, authors: 2, isAnswered: true),
                .init(day: today - 91, isByFacilitator: false, authors: 4, isAnswered: true),
            ], [], today: today)
        #expect(balance.byMembers.count == 3 && balance.byMembers.total == 4)
        #expect(balance.ofSeveral.share == 0.5)
        #expect(balance.byMembers.weeks.map(\.total) == [1] + Array(repeating: 0, count: 10) + [1, 2])
    }

    @Test("N2c: six announcements and twelve threads of which five without reply make 61.1 %")
    func oneWay() throws {
        let threads = (0..<12).map {
            Balance.Thread(day: today - 20 - $0, isByFacilitator: false, authors: 2, isAnswered: $0 >= 5)
        }
        let young = Balance.Thread(day: today - 14, isByFacilitator: false, authors: 1, isAnswered: false)
        let balance = Balance(
            threads + [young], [], announcements: Array(repeating: today - 30, count: 6), today: today)
        #expect(abs(try #require(balance.oneWay.share) - 0.611) < 0.0005)
    }

    @Test("counts newcomers who wrote within thirty days, once these have passed")
    func newcomers() {
        let balance = Balance(
            [],
            [
                .init(day: today - 31, hasWritten: true), .init(day: today - 60, hasWritten: false),
                .init(day: today - 29, hasWritten: true), .init(day: today - 121, hasWritten: true),
            ], today: today)
        #expect(balance.newcomers.count == 2 && balance.newcomers.total == 3)
    }

    @Test("is read from what was written", arguments: TestEngine.available)
    func read(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let paul = try ruche.member(.paul)
        try await ruche.act(as: .nadia) { act in
            try act.execute("update member set joined_at = \(act.now) where id = \(paul)")
        }
        let question = try await ruche.ask(by: .paul)
        _ = try await ruche.ask(by: .nadia, "Une autre ?")
        for somebody in [Cast.claire, .ines] { _ = try await ruche.reply(by: somebody, to: question) }
        ruche.clock.advance(by: .days(40))
        let balance = try await ruche.view(as: .nadia) { try $0.desk.balance() }
        #expect(balance.byMembers.count == 1 && balance.byMembers.total == 2)
        #expect(balance.ofSeveral.count == 1 && balance.oneWay.count == 1 && balance.oneWay.total == 2)
        #expect(balance.newcomers.count == 1 && balance.newcomers.total == 1)
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/animation")
        #expect(page.says("L’équilibre, en quatre repères") && page.says("Semaine par semaine"))
    }

    @Test("states an effect only with five people in each group, and when there is one")
    func effect() {
        let many = Array(repeating: 4, count: 5)
        let few = Array(repeating: 2, count: 5)
        #expect(GreetingEffect(greeted: many, others: few)?.times == 2)
        #expect(GreetingEffect(greeted: Array(many.dropLast()), others: few) == nil)
        #expect(GreetingEffect(greeted: many, others: Array(few.dropLast())) == nil)
        #expect(GreetingEffect(greeted: few, others: many) == nil)
        #expect(GreetingEffect(greeted: many, others: Array(repeating: 0, count: 5)) == nil)
    }
}
