import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Welcoming a newcomer")
struct WelcomeTests {
    /// Zoé accepts an invitation; her browser.
    private func zoe(_ ruche: TestRuche) async throws -> TestBrowser {
        try await ruche.browser(as: .nadia).post(
            "/c/nuit/invitations", ["courriel": "zoe@example.org", "role": "member"])
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == "zoe@example.org" })
        let link = try #require(letter.text.split(whereSeparator: \.isWhitespace).first { $0.contains("/invitation/") })
        let browser = try await ruche.browser()
        try await browser.post(String(link.dropFirst("http://localhost".count)), ["nom": "Zoé Petit", "metier": "60f"])
        return browser
    }

    @Test("gives a host, who is told, and three gestures, done one by one", arguments: TestEngine.available)
    func path(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .claire) { try $0.mandates.take(.host, until: "2027-06-01") }
        let question = try await ruche.ask(by: .paul)
        let zoe = try await zoe(ruche)
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.contains { $0.address == Cast.claire.email && $0.subject.contains("Zoé Petit") })
        #expect(ruche.mailbox.letters.last { $0.address == "zoe@example.org" }?.text.contains("Claire Besnard") == true)
        let home = try await zoe.get("/c/nuit")
        #expect(home.says("Vos trois premiers gestes") && home.says("Claire Besnard"))
        #expect(try await ruche.browser(as: .claire).get("/c/nuit").says("0 geste sur trois"))

        try await zoe.post("/c/nuit/membres/moi", ["nom": "Zoé Petit", "apprendre": "les chutes"])
        let empty = try await zoe.post("/c/nuit/bonjour", ["bonjour": " "])
        #expect(empty.status == .unprocessableContent && empty.refusal(of: "bonjour") != nil)
        try await zoe.post("/c/nuit/bonjour", ["bonjour": "Je viens du CH de Montrieux."])
        #expect(try await ruche.browser(as: .paul).get("/c/nuit").says("Je viens du CH de Montrieux."))
        #expect(try await ruche.browser(as: .claire).get("/c/nuit").says("2 gestes sur trois"))
        try await zoe.post("/c/nuit/questions/\(question)/moi-aussi")
        #expect(try await !zoe.get("/c/nuit").says("Vos trois premiers gestes"))
    }

    @Test("shares newcomers among hosts, and asks a facilitator where nobody hosts", arguments: TestEngine.available)
    func shared(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let first = try ruche.member(.claire)
        #expect(
            try await ruche.value("select host_id from welcome where member_id = \(first)", as: Member.ID.self)
                == ruche.member(.nadia))
        for somebody in [Cast.paul, .ines] {
            try await ruche.act(as: somebody) { try $0.mandates.take(.host, until: "2027-06-01") }
        }
        for number in 1...4 {
            try await ruche.instance.act(through: .command) { [people = ruche.people] act in
                let person = try act.accounts.create(EmailAddress(typed: "n\(number)@example.org"), name: "N \(number)")
                let community = try #require(people[.nadia]?.community)
                try act.members.enter(community, person: person, as: MemberDraft(name: "N \(number)"), role: .member)
            }
        }
        for somebody in [Cast.paul, .ines] {
            let host = try ruche.member(somebody)
            let count = try await ruche.value(
                "select count(*) from welcome w join member m on m.id = w.member_id where w.host_id = \(host) and m.name like 'N %'",
                as: Int.self)
            #expect(count == 2)
        }
    }

    @Test("is put away for good in one click, and ends after thirty days", arguments: TestEngine.available)
    func ends(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claire = try await ruche.browser(as: .claire)
        #expect(try await claire.get("/c/nuit").says("Vos trois premiers gestes"))
        try await claire.post("/c/nuit/bonjour/ranger")
        #expect(try await !claire.get("/c/nuit").says("Vos trois premiers gestes"))
        ruche.clock.advance(by: .days(31))
        #expect(try await !ruche.browser(as: .paul).get("/c/nuit").says("Vos trois premiers gestes"))
    }
}

@Suite("The composition of a community")
struct CompositionTests {
    @Test("sets wanted beside actual, with the places that a departure freed", arguments: TestEngine.available)
    func board(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .nadia) { act in
            try act.preparation.addTarget(profession: "60", setting: "", territory: "", wanted: 2)
            try act.preparation.addTarget(profession: "10", setting: "", territory: "", wanted: 1)
        }
        func targets() async throws -> [Preparation.Target] {
            try await ruche.view(as: .nadia) { try $0.preparation.current().targets }
        }
        #expect(try await targets().map(\.actual) == [1, 1])
        #expect(try await targets().map(\.free) == [1, 0])
        #expect(try await targets().map(\.freed) == [0, 0], "never taken, so not freed")
        try await ruche.browser(as: .yannick).post("/c/nuit/membres/quitter")
        #expect(try await targets().map(\.free) == [1, 1])
        #expect(try await targets().map(\.freed) == [0, 1])
        let page = try await ruche.browser(as: .claire).get("/c/nuit/mise-en-place/3")
        #expect(page.says("dont 1 libérée") && page.says("Aussi présents"))
        ruche.clock.advance(by: .days(200))
        #expect(try await targets().map(\.freed) == [0, 0])
    }
}
