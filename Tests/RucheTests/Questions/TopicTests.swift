import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("A subject")
struct TopicTests {
    /// Claire asked on *hypnotiques*, Paul on *sommeil*; Nadia facilitates.
    private func scene(_ engine: TestEngine) async throws -> (ruche: TestRuche, pills: Topic.ID, sleep: Topic.ID) {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire, "Arrêter un somnifère ?") { $0.topics = "hypnotiques" }
        ruche.clock.advance(by: .hours(1))
        _ = try await ruche.ask(by: .paul, "Réveiller pour les soins ?") { $0.topics = "sommeil" }
        ruche.clock.advance(by: .hours(1))
        let topics = try await ruche.view(as: .nadia) { try $0.questions.topics() }
        return (ruche, try #require(topics.first?.id), try #require(topics.last?.id))
    }

    private func topics(of question: Question.ID, _ ruche: TestRuche) async throws -> [String] {
        try await ruche.view(as: .claire) { try $0.questions.topics(of: question).map(\.name) }
    }

    @Test("is reached by any of its names, in a question, on a card and in the search", arguments: TestEngine.available)
    func names(_ engine: TestEngine) async throws {
        let (ruche, pills, _) = try await scene(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let kept = try await nadia.post(
            "/c/nuit/sujets/\(pills)",
            ["description": "Les médicaments pour dormir.", "noms": "somnifères, Hypnotique, BZD"])
        #expect(kept.location == "/c/nuit/sujets/\(pills)")
        #expect(
            try await topics(of: try await ruche.ask(by: .ines) { $0.topics = "Somniferes" }, ruche) == ["hypnotiques"])
        try await ruche.act(as: .ines) { act in
            var own = try act.view.members.ownCard()
            own.card.canHelpOn = "Somnifères, contention, hypnotiques"
            try act.members.change(own)
        }
        let card = try await ruche.view(as: .paul) { try $0.members.profile(try ruche.member(.ines)).canHelpOn }
        #expect(card == "hypnotiques, contention")
        let found = try await ruche.view(as: .paul) { try $0.search.posts("sujet:somnifères") }
        #expect(found.topics == ["hypnotiques"] && found.count == 2)
        let page = try await nadia.get("/c/nuit/sujets")
        #expect(page.says("Les médicaments pour dormir."))
        #expect(page.says("2 échanges. Aussi : BZD, hypnotique, somnifères."))
        #expect(try await ruche.journal.contains(.changedTopic))
    }

    @Test("has no name that is another's", arguments: TestEngine.available)
    func taken(_ engine: TestEngine) async throws {
        let (ruche, pills, _) = try await scene(engine)
        let page = try await ruche.browser(as: .nadia).post("/c/nuit/sujets/\(pills)", ["noms": "Sommeil"])
        #expect(
            page.refusal(of: "noms")
                == "« Sommeil » mène déjà à un autre sujet. Pour n’en faire qu’un, réunissez-les.")
        #expect(try await ruche.count("topic_name") == 0)
    }

    @Test("that is followed tells of its new exchanges, at the tempo of each", arguments: TestEngine.available)
    func followed(_ engine: TestEngine) async throws {
        let (ruche, _, sleep) = try await scene(engine)
        try await ruche.browser(as: .ines).post("/c/nuit/sujets/\(sleep)/suivre", ["niveau": "all"])
        try await ruche.act(as: .yannick) { try $0.topics.follow(sleep, .first) }
        try await ruche.act(as: .claire) { try $0.topics.follow(sleep, .mute) }
        let question = try await ruche.ask(by: .paul, "Fermer les portes ?") { $0.topics = "Sommeil" }
        try await ruche.deliver()
        func told() -> [String] { ruche.mailbox.letters.map(\.address).sorted() }
        #expect(told() == [Cast.ines.email, Cast.yannick.email])
        #expect(
            ruche.mailbox.letters.first.map { TestBrowser.Page.plain($0.subject) }
                == "Paul Sarrazin écrit sur « sommeil » : Fermer les portes ?")
        // Its replies go to whoever wants all, and to who asked.
        _ = try await ruche.reply(by: .nadia, to: question)
        try await ruche.deliver()
        #expect(told() == [Cast.ines.email, Cast.ines.email, Cast.paul.email, Cast.yannick.email])
    }

    @Test("says on each of its exchanges why one hears of it, and on the home page", arguments: TestEngine.available)
    func why(_ engine: TestEngine) async throws {
        let (ruche, _, sleep) = try await scene(engine)
        try await ruche.act(as: .ines) { try $0.topics.follow(sleep, .all) }
        let question = try await ruche.ask(by: .paul, "Fermer les portes ?") { $0.topics = "sommeil" }
        let ines = try await ruche.browser(as: .ines)
        #expect(try await ines.get("/c/nuit").says("Vous suivez « sommeil »."))
        let page = try await ines.get("/c/nuit/questions/\(question)")
        #expect(page.says("Tout. C’est ce que vous avez choisi pour le sujet « sommeil »."))
        // What one chooses for an exchange holds against its subject.
        try await ruche.act(as: .ines) { try $0.questions.follow(question, .mute) }
        _ = try await ruche.reply(by: .nadia, to: question)
        try await ruche.deliver()
        #expect(!ruche.mailbox.letters.contains { $0.address == Cast.ines.email && $0.subject.contains("a répondu") })
    }

    @Test("in the background leaves the news, but calls still come", arguments: TestEngine.available)
    func muted(_ engine: TestEngine) async throws {
        let (ruche, _, sleep) = try await scene(engine)
        try await ruche.act(as: .ines) { try $0.topics.follow(sleep, .mute) }
        _ = try await ruche.ask(by: .paul, "Fermer les portes ?") { $0.topics = "sommeil" }
        let quiet = try await ruche.view(as: .ines) {
            try $0.communities.home().news.map { TestBrowser.Page.plain($0.title) }
        }
        #expect(quiet == ["Arrêter un somnifère ?"])
        _ = try await ruche.ask(by: .paul, "Et vous, @Inès Rouvière ?") { $0.topics = "sommeil" }
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.map(\.address) == [Cast.ines.email])
    }

    @Test("becomes another with all that it had, after it was said what would move", arguments: TestEngine.available)
    func merged(_ engine: TestEngine) async throws {
        let (ruche, pills, sleep) = try await scene(engine)
        try await ruche.act(as: .ines) { act in
            var own = try act.view.members.ownCard()
            own.card.canHelpOn = "hypnotiques"
            own.audiences[.canHelpOn] = .facilitators
            try act.members.change(own)
            try act.topics.follow(pills, .first)
        }
        let nadia = try await ruche.browser(as: .nadia)
        let asked = try await nadia.get("/c/nuit/sujets/\(pills)/reunir?avec=\(sleep)")
        for words in [
            "1 échange change de sujet.", "1 carte de membre prend le nouveau nom.",
            "1 personne qui le suit suivra l’autre.",
        ] { #expect(asked.says(words)) }
        let done = try await nadia.post("/c/nuit/sujets/\(pills)/reunir", ["avec": sleep.description])
        #expect(done.location == "/c/nuit/sujets/\(sleep)")
        let topic = try await ruche.view(as: .ines) { try $0.topics.find(sleep) }
        #expect(topic.exchanges == 2 && topic.otherNames == ["hypnotiques"] && topic.level == .first)
        #expect(try await ruche.view(as: .ines) { try $0.members.ownCard().card.canHelpOn } == "sommeil")
        // The search, the old addresses and the old name lead there.
        #expect(try await ruche.view(as: .paul) { try $0.search.posts("sujet:sommeil").count } == 2)
        #expect(try await nadia.get("/c/nuit/sujets/\(pills)").location == "/c/nuit/sujets/\(sleep)")
        #expect(try await nadia.get("/c/nuit/echanges?sujet=\(pills)").location == "/c/nuit/echanges?sujet=\(sleep)")
        #expect(
            try await topics(of: try await ruche.ask(by: .claire) { $0.topics = "hypnotiques" }, ruche) == ["sommeil"])
        let log = try await ruche.browser(as: .paul).get("/c/nuit/journal")
        #expect(log.says("a réuni deux sujets : « hypnotiques » mène à « sommeil »."))
    }

    @Test("is described and merged by facilitators alone", arguments: TestEngine.available)
    func rights(_ engine: TestEngine) async throws {
        let (ruche, pills, sleep) = try await scene(engine)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .claire) { try $0.topics.merge(pills, into: sleep) }
        }
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .claire) { try $0.topics.describe(pills, "", otherNames: "somnifère") }
        }
        // Another community has none of these.
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .jules) { try $0.topics.merge(pills, into: sleep) }
        }
        #expect(
            try await ruche.view(as: .nadia) { try $0.questions.topics().map(\.name) } == ["hypnotiques", "sommeil"])
    }

    @Test("that only a hidden question has is not told", arguments: TestEngine.available)
    func hidden(_ engine: TestEngine) async throws {
        let (ruche, pills, _) = try await scene(engine)
        try await ruche.act(as: .nadia) { act in
            let id = try #require(try act.view.questions.page(.topic(pills)).questions.first?.id)
            try act.safety.flag(.question(id), because: .patient)
        }
        let paul = try await ruche.browser(as: .paul)
        #expect(!(try await paul.get("/c/nuit/sujets")).says("Hypnotiques"))
        #expect(try await paul.get("/c/nuit/sujets/\(pills)").status == .notFound)
    }
}
