import Calendaring
import HTTPTypes
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("One's own balance")
struct ReciprocityTests {
    /// Claire gave two useful replies, one of them retained, and one that Nadia had asked her for; Yannick gave her one.
    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        let first = try await ruche.ask(by: .yannick, "Première question ?")
        let helped = try await ruche.reply(by: .claire, to: first)
        try await ruche.act(as: .yannick) { try $0.questions.markUseful(helped) }
        ruche.clock.advance(by: .days(35))
        let second = try await ruche.ask(by: .paul, "Deuxième question ?")
        let retained = try await ruche.reply(by: .claire, to: second)
        try await ruche.act(as: .paul) { act in
            try act.questions.markUseful(retained)
            try act.questions.retain(retained)
        }
        let own = try await ruche.ask(by: .claire, "La mienne ?")
        let got = try await ruche.reply(by: .yannick, to: own)
        try await ruche.act(as: .claire) { try $0.questions.markUseful(got) }
        return ruche
    }

    @Test("counts what was brought and received, month by month", arguments: TestEngine.available)
    func months(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let balance = try await ruche.view(as: .claire) { try $0.reciprocity.own() }
        #expect(balance.months.count == 12)
        #expect(balance.months.suffix(2).map { [$0.given, $0.received] } == [[1, 0], [1, 1]])
        #expect((balance.given, balance.received, balance.people) == (2, 1, 2))
        let yannick = try await ruche.view(as: .yannick) { try $0.reciprocity.own() }
        #expect((yannick.given, yannick.received) == (1, 1))
        ruche.clock.advance(by: .days(365))
        #expect(try await ruche.view(as: .claire) { try $0.reciprocity.own() }.given == 0, "a year, no more")
    }

    @Test("counts a reply asked by name once, and no listening", arguments: TestEngine.available)
    func listening(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .yannick)
        let claire = try ruche.member(.claire)
        try await ruche.act(as: .nadia) { act in
            try act.execute(
                """
                insert into solicitation (question_id, member_id, asked_by, reason, hash, asked_at)
                values (\(question), \(claire), \(act.member), '{}', \([1] as [UInt8]), \(act.now))
                """)
        }
        func given() async throws -> Int {
            try await ruche.view(as: .claire) { try $0.reciprocity.own() }.given
        }
        let reply = try await ruche.reply(by: .claire, to: question)
        #expect(try await given() == 1, "asked for, and given")
        try await ruche.act(as: .yannick) { try $0.questions.markUseful(reply) }
        #expect(try await given() == 1, "the same reply")
        let other = try await ruche.ask(by: .paul, "Une autre ?")
        try await ruche.act(as: .claire) { act in
            try act.questions.sayMeToo(other)
            try act.needs.vote([:])
        }
        let unnoticed = try await ruche.reply(by: .claire, to: other, "Rien trouvé non plus.")
        let peers = try await ruche.reply(by: .ines, to: other, "Essayez la veilleuse.")
        try await ruche.act(as: .claire) { try $0.questions.markUseful(peers) }
        let balance = try await ruche.view(as: .claire) { try $0.reciprocity.own() }
        #expect((balance.given, balance.received) == (1, 0))
        _ = unnoticed
    }

    @Test("draws leaves for each month, with a table that says the same", arguments: TestEngine.available)
    func branch(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let page = try await ruche.browser(as: .claire).get("/c/nuit/membres/\(try ruche.member(.claire))")
        #expect(page.says("Un an d’échanges") && page.says("Visible de vous seul·e"))
        #expect(page.says("Vous avez aidé 2 fois. On vous a aidé une fois. 2 personnes différentes."))
        #expect(page.text.split(separator: "leaf leaf--given").count == 3, "two leaves")
        #expect(page.text.split(separator: "leaf leaf--got").count == 2, "one leaf")
        let empty = try await ruche.browser(as: .ines).get("/c/nuit/membres/\(try ruche.member(.ines))")
        #expect(empty.says("Rien encore en douze mois."))
    }

    @Test("is seen by nobody else, whatever their role, on any page or export", arguments: TestEngine.available)
    func alone(_ engine: TestEngine) async throws {
        let scene = try await RouteScene(engine)
        let ruche = scene.ruche
        let question = try await ruche.ask(by: .claire, "Qui a aidé ?")
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .claire) { try $0.questions.retain(reply) }
        let traces = ["Un an d’échanges", "leaf leaf--", "Ce que vous avez apporté"]
        let claire = try ruche.member(.claire)
        for visitor: Cast? in [.nadia, .yannick, .gaston, .odile, .ada, .jules, nil] {
            let browser = try await ruche.browser(as: visitor)
            let page = try await browser.get("/c/nuit/membres/\(claire)")
            for trace in traces { #expect(!page.says(trace), "\(visitor?.rawValue ?? "a stranger") reads \(trace)") }
        }
        // Nor does any other address show it, even to its owner.
        let browser = try await ruche.browser(as: .claire)
        for route in WebServer.table.all where route.method == .get {
            ruche.clock.advance(by: .seconds(1))
            let path = scene.address(of: route)
            let page = try await browser.get(path)
            for trace in traces { #expect(!page.says(trace), "\(path) shows \(trace)") }
        }
    }
}
