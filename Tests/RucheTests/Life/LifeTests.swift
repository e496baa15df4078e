import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("The life of a community")
struct LifeTests {
    private let page = "/c/nuit/vie"

    private func launched(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        let said = Dictionary(uniqueKeysWithValues: Marker.allCases.map { ($0, "Nous commençons sans.") })
        try await ruche.act(as: .nadia) { try $0.preparation.launch(said) }
        return ruche
    }

    private func vote(_ choices: [Cast: Review.Choice], _ ruche: TestRuche) async throws {
        for (somebody, choice) in choices {
            try await ruche.browser(as: somebody).post(page + "/voix", ["choix": choice.rawValue])
        }
    }

    private func closing(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await launched(engine)
        try await ruche.browser(as: .nadia).post(page + "/revue", ["clore": "1"])
        try await vote([.nadia: .close, .claire: .close, .paul: .close, .ines: .continue, .yannick: .adapt], ruche)
        try await ruche.browser(as: .nadia).post(page + "/conclure", ["phrase": "Le projet a abouti."])
        return ruche
    }

    private func closed(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await closing(engine)
        try await ruche.browser(as: .nadia).post(page + "/clore", ["adieu": "Merci pour ces nuits."])
        return ruche
    }

    @Test("proposes a stage by rule, which the group confirms by consent", arguments: TestEngine.available)
    func stage(_ engine: TestEngine) async throws {
        let ruche = try await launched(engine)
        #expect(try await ruche.browser(as: .claire).get(page).says("Unification"))
        let stage = Stage.coalescing
        let decision = try await ruche.act(as: .claire) { act in
            var draft = DecisionDraft(sentence: "Nous faisons connaissance.", about: .stage, object: stage.number)
            draft.quorum = 1
            return try act.decisions.propose(draft)
        }
        for somebody in [Cast.claire, .paul, .ines] {
            try await ruche.act(as: somebody) { try $0.decisions.answer(decision, .agree, reason: "") }
        }
        ruche.clock.advance(by: .days(30))
        try await ruche.act(as: .claire) { try $0.decisions.conclude(decision) }
        let confirmed = try await ruche.view(as: .claire) { try $0.life.confirmedStage() }
        #expect(confirmed?.stage == .coalescing)
        #expect(try await ruche.browser(as: .paul).get(page).says("Le groupe a confirmé : unification"))
    }

    @Test(
        "follows the rule of each stage",
        arguments: [
            (nil, 0.9, 3, 1, false, Stage.potential), (100, 0.9, 3, 1, false, .coalescing),
            (200, 0.4, 1, 1, false, .maturing), (200, 0.2, 1, 1, false, .coalescing),
            (200, 0.4, 0, 1, false, .coalescing),
            (200, 0.4, 1, 60, false, .dormant), (200, 0.4, 1, 60, true, .transformation),
        ] as [(Int?, Double, Int, Int, Bool, Stage)])
    func rule(
        _ launchedDays: Int?, _ active: Double, _ meetings: Int, _ silentDays: Int, _ isAdapting: Bool, _ stage: Stage
    ) {
        let now = StillClock.monday
        var facts = StageFacts(
            launchedAt: launchedDays.map { now - .days($0) }, active: active, newcomers: nil, meetingsHeld: meetings,
            lastActAt: now - .days(silentDays))
        facts.isAdapting = isAdapting
        #expect(Stage.proposed(facts, at: now) == stage)
    }

    @Test(
        "asks once a year, by a vote that nobody else sees, and writes to each member", arguments: TestEngine.available)
    func yearly(_ engine: TestEngine) async throws {
        let ruche = try await launched(engine)
        let early = try await ruche.browser(as: .nadia).post(page + "/revue")
        #expect(early.status == .conflict && early.says("au plus tôt un mois avant"))
        ruche.clock.advance(by: .days(340))
        #expect(try await ruche.browser(as: .claire).post(page + "/revue").status == .forbidden)
        #expect(try await ruche.browser(as: .nadia).post(page + "/revue").location == page)
        try await ruche.deliver()
        #expect(Set(ruche.mailbox.letters.map(\.address)).isSuperset(of: [Cast.claire, .paul, .nadia].map(\.email)))
        try await vote([.claire: .adapt, .paul: .adapt, .ines: .continue], ruche)
        #expect(try await ruche.browser(as: .nadia).get(page).says("3 voix données"))
        #expect(try await ruche.browser(as: .claire).get(page).checked("choix") == ["adapt"])
        #expect(try await ruche.browser(as: .nadia).get(page).checked("choix") == [])
        let tooSoon = try await ruche.browser(as: .nadia).post(page + "/conclure", ["phrase": "Nous changeons."])
        #expect(tooSoon.status == .conflict && tooSoon.value(of: "phrase") == "Nous changeons.")
        ruche.clock.advance(by: .days(15))
        let after = try await ruche.browser(as: .nadia)
        #expect(try await after.post(page + "/conclure", ["phrase": ""]).refusal(of: "phrase") != nil)
        try await after.post(page + "/conclure", ["phrase": "Nous changeons de rythme."])
        let shown = try await after.get(page)
        #expect(shown.says("On adapte") && shown.says("Nous changeons de rythme."))
        #expect(try await ruche.view(as: .nadia) { try $0.life.proposedStage() } == .transformation)
    }

    @Test("closes only when more than half of the voices want it")
    func majority() {
        #expect(LifeActs.outcome(of: [.close: 3, .continue: 2]) == .close)
        #expect(LifeActs.outcome(of: [.close: 3, .continue: 2, .adapt: 1]) == .continue)
        #expect(LifeActs.outcome(of: [.close: 2, .adapt: 3]) == .adapt)
        #expect(LifeActs.outcome(of: [:]) == .continue)
    }

    @Test("ends with a farewell to each member, and everything to take along", arguments: TestEngine.available)
    func farewell(_ engine: TestEngine) async throws {
        let ruche = try await closing(engine)
        let question = try await ruche.ask(by: .claire, "Qui appeler la nuit ?")
        _ = try await ruche.reply(by: .paul, to: question, "Le cadre de garde.")
        let browser = try await ruche.browser(as: .nadia)
        let empty = try await browser.post(page + "/clore", ["adieu": " "])
        #expect(empty.status == .unprocessableContent && empty.refusal(of: "adieu") != nil)
        try await browser.post(page + "/clore", ["adieu": "Merci pour ces nuits."])
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == Cast.paul.email })
        #expect(letter.text.contains("Merci pour ces nuits.") && letter.text.contains("/c/nuit/vie"))
        let paul = try await ruche.browser(as: .paul)
        let text = try await paul.get(page + "/export.md").text
        for words in ["Merci pour ces nuits.", "Qui appeler la nuit", "Le cadre de garde.", "Claire Besnard"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("@example.org"), "nobody's address")
        let json = try await paul.get(page + "/export.json").text
        let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect((data["questions"] as? [[String: Any]])?.count == 1)
    }

    @Test("is read and no more written, by any way in, once closed", arguments: TestEngine.available)
    func readOnly(_ engine: TestEngine) async throws {
        let ruche = try await closed(engine)
        let browser = try await ruche.browser(as: .nadia)
        #expect(try await browser.get("/c/nuit/echanges").says("Cette communauté est close"))
        let lasting = [
            "c/:community/membres/moi", "c/:community/membres/moi/animation", "c/:community/membres/quitter",
            "c/:community/vie/rouvrir",
        ]
        let writing = WebServer.table.all.filter { $0.method == .post && $0.path.hasPrefix("c/:community/") }
        #expect(writing.filter(\.isLasting).map(\.path).sorted() == lasting.sorted())
        for route in writing where !route.isLasting {
            ruche.clock.advance(by: .seconds(1))
            let path = route.path.replacing(":community", with: "nuit").split(separator: "/")
                .map { $0.hasPrefix(":") ? "1" : String($0) }.joined(separator: "/")
            let answer = try await browser.post("/" + path)
            #expect(answer.status == .conflict && answer.says("on y lit, on n’y écrit plus"), "\(path)")
        }
    }

    @Test(
        "is reopened within two weeks, read for a year, kept by its facilitators afterwards",
        arguments: TestEngine.available)
    func time(_ engine: TestEngine) async throws {
        let ruche = try await closed(engine)
        try await ruche.browser(as: .nadia).post(page + "/rouvrir")
        #expect(try await ruche.view(as: .nadia) { try $0.communities.current().closedAt } == nil)
        try await ruche.browser(as: .nadia).post(page + "/clore", ["adieu": "Cette fois, merci."])
        ruche.clock.advance(by: .days(20))
        #expect(try await ruche.browser(as: .nadia).post(page + "/rouvrir").status == .notFound)
        ruche.clock.advance(by: .days(340))
        #expect(try await ruche.browser(as: .paul).get("/c/nuit").location == "/c/nuit/vie")
        await #expect(throws: Refusal.self, "not before a year") {
            try await ruche.instance.act(through: .command) { try $0.communities.purge("nuit") }
        }
        ruche.clock.advance(by: .days(10))
        #expect(try await ruche.browser(as: .paul).get("/c/nuit").status == .notFound)
        #expect(try await ruche.browser(as: .nadia).get("/c/nuit").location == "/c/nuit/vie")
        _ = try await ruche.instance.act(through: .command) { try $0.communities.purge("nuit") }
        #expect(try await ruche.browser(as: .nadia).get("/c/nuit").status == .notFound)
        #expect(try await ruche.value("select count(*) from member where community_id = 1", as: Int.self) == 0)
    }
}
