import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("Moving an exchange")
struct MovingTests {
    /// Nadia facilitates *jour* too, and Claire is a member there.
    private func both(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        let people = try [Cast.nadia, .claire].map { try #require(ruche.people[$0]?.person) }
        try await ruche.instance.act(through: .command) { act in
            let there = try #require(try act.view.communities.find("jour")?.id)
            _ = try act.members.enter(
                there, person: people[0], as: MemberDraft(name: Cast.nadia.name), role: .facilitator)
            _ = try act.members.enter(there, person: people[1], as: MemberDraft(name: Cast.claire.name), role: .member)
        }
        return ruche
    }

    @Test("to another form is its author's act, or a facilitator's with a why", arguments: TestEngine.available)
    func form(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .yannick) { try $0.questions.move(question, to: .idea, because: "Une idée.") }
        }
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.questions.move(question, to: .idea, because: " ") }
        }
        #expect(try await ruche.value("select sum(open_question_count) from community", as: Int.self) == 1)
        let browser = try await ruche.browser(as: .nadia)
        // Another form would end the wait of who asked.
        let fields: KeyValuePairs = ["forme": "idea", "raison": "Cela propose plus que cela ne demande."]
        let refused = try await browser.post("/c/nuit/questions/\(question)/deplacer", fields)
        #expect(refused.status == .forbidden && refused.says("son auteur seul peut en changer la forme"))
        try await ruche.act(as: .claire) { try $0.questions.move(question, to: .discussion, because: "") }
        let moved = try await browser.post("/c/nuit/questions/\(question)/deplacer", fields)
        #expect(moved.status == .seeOther)
        #expect(try await ruche.value("select sum(open_question_count) from community", as: Int.self) == 0)
        let page = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)").text
        #expect(page.contains("Cela propose plus que cela ne demande.") && page.contains("Nadia Benhaddou"))
        let log = try await ruche.browser(as: .paul).get("/c/nuit/journal").text
        #expect(log.contains("a déplacé un échange"))
        let told = try await ruche.value("select count(*) from mail where letter like '%threadMoved%'", as: Int.self)
        #expect(told == 1)
        try await ruche.act(as: .claire) { try $0.questions.move(question, to: .question, because: "") }
        #expect(try await ruche.value("select sum(open_question_count) from community", as: Int.self) == 1)
    }

    @Test("to another community takes replies, search and counts along, and redirects", arguments: TestEngine.available)
    func community(_ engine: TestEngine) async throws {
        let ruche = try await both(engine)
        let question = try await ruche.ask(by: .claire) { $0.topics = "nuit" }
        _ = try await ruche.reply(by: .nadia, to: question, "Une veilleuse.")
        let browser = try await ruche.browser(as: .nadia)
        let moved = try await browser.post(
            "/c/nuit/questions/\(question)/deplacer", ["communaute": "jour", "raison": "On en parle là-bas."])
        #expect(moved.location == "/c/jour/questions/\(question)")
        let there = try await ruche.browser(as: .jules).get("/c/jour/questions/\(question)")
        #expect(there.text.contains("Une veilleuse.") && there.text.contains("Venu de"))
        #expect(
            try await ruche.browser(as: .claire).get("/c/nuit/questions/\(question)").location
                == "/c/jour/questions/\(question)")
        // Who is not there learns that it left and why, not where it is.
        let gone = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)")
        #expect(gone.status == .notFound)
        #expect(gone.says("Emmené vers une autre communauté par Nadia Benhaddou") && gone.says("On en parle là-bas."))
        #expect(!gone.text.contains("Jour") && !gone.says("Comment faites-vous"))
        #expect(try await ruche.view(as: .jules) { try $0.search.posts("veilleuse").count } == 1)
        #expect(try await ruche.view(as: .paul) { try $0.search.posts("veilleuse").count } == 0)
        let counts = try await ruche.instance.database.read {
            try $0.all("select slug, open_question_count from community order by slug") { row in
                "\(try row[0] as String) \(try row[1] as Int)"
            }
        }
        #expect(counts == ["jour 1", "nuit 0"])
    }

    @Test("shows nobody's words to a community that is not theirs", arguments: TestEngine.available)
    func consent(_ engine: TestEngine) async throws {
        let ruche = try await both(engine)
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(by: .yannick, to: question)
        let refused = try await ruche.browser(as: .nadia).post(
            "/c/nuit/questions/\(question)/deplacer", ["communaute": "jour", "raison": "On en parle là-bas."])
        #expect(refused.status == .unprocessableContent && refused.text.contains("Yannick Le Goas"))
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(question).id } == question)
    }

    @Test("waits until its flagged messages were read over", arguments: TestEngine.available)
    func flagged(_ engine: TestEngine) async throws {
        let ruche = try await both(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .nadia, to: question)
        try await ruche.act(as: .paul) { try $0.safety.flag(.reply(reply), because: .hurtful, words: "") }
        let refused = try await ruche.browser(as: .nadia).post(
            "/c/nuit/questions/\(question)/deplacer", ["communaute": "jour", "raison": "On en parle là-bas."])
        #expect(refused.status == .conflict)
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(question).id } == question)
    }

    @Test("to a community that one does not facilitate is refused", arguments: TestEngine.available)
    func elsewhere(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .nadia)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.questions.move(question, toCommunity: "jour", because: "Là-bas.") }
        }
    }
}
