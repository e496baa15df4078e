import Persistence
import Testing

@testable import Ruche

/// What a gesture sends is shown before it leaves, and leaves in the name of a person.
@Suite("A message of the desk")
struct MessageTests {
    /// A question of Claire's that was answered eight days ago.
    private func scene(_ engine: TestEngine) async throws -> (ruche: TestRuche, object: String) {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .claire, "Qui fait la ronde ?")
        _ = try await ruche.reply(by: .paul, to: question)
        try await ruche.deliver()
        ruche.clock.advance(by: .days(8))
        return (ruche, "question/\(question)")
    }

    @Test("is shown, changed, sent in the writer's name, and kept in the journals", arguments: TestEngine.available)
    func sent(_ engine: TestEngine) async throws {
        let (ruche, object) = try await scene(engine)
        let nadia = try await ruche.browser(as: .nadia)
        #expect(try await nadia.get("/c/nuit/animation").says("Demander à Claire Besnard si une réponse a aidé"))
        let page = try await nadia.get("/c/nuit/animation/ecrire?geste=G2&objet=\(object.replacing("/", with: "%2F"))")
        #expect(page.status == .ok && page.says("Bonjour Claire,"))
        #expect(page.says("Vous aviez demandé : « Qui fait la ronde ? »"))
        let sent = try await nadia.post(
            "/c/nuit/animation/ecrire", ["geste": "G2", "objet": object, "mot": "Une réponse vous a-t-elle servi ?"])
        #expect(sent.location == "/c/nuit/animation")
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last)
        #expect(letter.address == Cast.claire.email && letter.replyTo == Cast.nadia.email)
        #expect(TestBrowser.Page.plain(letter.subject) == "Une réponse vous a-t-elle servi ? Qui fait la ronde ?")
        #expect(letter.text.contains("Bonjour Claire,") && letter.text.contains("Une réponse vous a-t-elle servi ?"))
        #expect(
            letter.text.contains("Nadia Benhaddou")
                && letter.text.contains("/c/nuit/\(object.replacing("question", with: "questions"))"))
        #expect(try await ruche.kinds().isEmpty)
        #expect(try await ruche.journal.suffix(1) == [.wroteByHand])
        #expect(try await ruche.browser(as: .paul).get("/c/nuit/journal").says("a demandé à l’auteur d’une question"))
        #expect(try await nadia.get("/c/nuit/animation/carnet").says("Demander si une réponse a aidé"))
        // Nobody is written to twice by habit.
        ruche.clock.advance(by: .days(30))
        #expect(try await ruche.kinds().isEmpty)
    }

    @Test("is in the reader's language around the writer's own words", arguments: TestEngine.available)
    func language(_ engine: TestEngine) async throws {
        let (ruche, object) = try await scene(engine)
        try await ruche.browser(as: .claire).post("/preferences/langue", ["langue": "en", "retour": "/"])
        var draft = MessageDraft(kind: "G2", object: object)
        draft.words = "Une réponse vous a-t-elle servi ?"
        try await ruche.act(as: .nadia) { [draft] in _ = try $0.desk.send(draft, secret: .invented) }
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last)
        #expect(letter.text.hasPrefix("Hello Claire,") && letter.text.contains(draft.words))
        #expect(
            TestBrowser.Page.plain(letter.subject).hasSuffix("Qui fait la ronde ?") && !letter.subject.hasPrefix("Une"))
    }

    @Test("stops before what may tell who a patient is, and keeps what was typed", arguments: TestEngine.available)
    func guarded(_ engine: TestEngine) async throws {
        let (ruche, object) = try await scene(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let words = "C’est pour Mme Lefèvre, chambre 214, née le 3 mars 1931."
        let wall = try await nadia.post("/c/nuit/animation/ecrire", ["geste": "G2", "objet": object, "mot": words])
        #expect(wall.status == .unprocessableContent && wall.says("reconnaître un patient"))
        #expect(wall.value(of: "mot") == words)
        try await ruche.deliver()
        #expect(!ruche.mailbox.letters.contains { $0.address == Cast.claire.email && $0.replyTo != nil })
        let empty = try await nadia.post("/c/nuit/animation/ecrire", ["geste": "G2", "objet": object, "mot": " "])
        #expect(empty.status == .unprocessableContent && empty.refusal(of: "mot") != nil)
    }

    @Test("does not say to whom it went when it speaks of how somebody takes part", arguments: TestEngine.available)
    func discreet(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        _ = try await ruche.ask(by: .paul, "Restée sans suite ?")
        ruche.clock.advance(by: .days(50))
        let question = try #require(try await ruche.view(as: .nadia) { try $0.desk.quieter().shown.first?.question })
        var draft = MessageDraft(kind: MessageKind.takeUp.rawValue, object: "question/\(question.id)")
        draft.words = "On la reprend ?"
        try await ruche.act(as: .nadia) { [draft] in _ = try $0.desk.send(draft, secret: .invented) }
        let log = try await ruche.browser(as: .claire).get("/c/nuit/journal")
        #expect(log.says("a écrit un mot à un membre.") && !log.says("Paul Sarrazin"))
        #expect(try await ruche.view(as: .nadia) { try $0.desk.quieter().shown.isEmpty }, "one word, then peace")
    }

    @Test("is not sent to who pauses", arguments: TestEngine.available)
    func paused(_ engine: TestEngine) async throws {
        let (ruche, object) = try await scene(engine)
        #expect(try await ruche.kinds() == [.askIfHelped])
        try await ruche.act(as: .claire) { try $0.members.pause(until: "2026-12-20") }
        let page = try await ruche.browser(as: .nadia).post(
            "/c/nuit/animation/ecrire", ["geste": "G2", "objet": object, "mot": "Alors ?"])
        #expect(page.status == .conflict)
        #expect(try await ruche.count("gesture_done") == 0)
    }

    @Test("begins with the community's own words, until Ruche's are taken back", arguments: TestEngine.available)
    func templates(_ engine: TestEngine) async throws {
        let (ruche, object) = try await scene(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let address = "/c/nuit/animation/ecrire?geste=G2&objet=\(object.replacing("/", with: "%2F"))"
        try await nadia.post("/c/nuit/animation/modeles", ["sorte": "ask if helped", "texte": "Alors, {titre}"])
        let typed = try #require(try await nadia.get(address).value(of: "mot"))
        #expect(TestBrowser.Page.plain(typed) == "Alors, Qui fait la ronde ?")
        #expect(try await ruche.browser(as: .claire).get("/c/nuit/journal").says("a changé un modèle de message"))
        let long = try await nadia.post(
            "/c/nuit/animation/modeles", ["sorte": "thank", "texte": String(repeating: "a", count: 2_001)])
        #expect(long.status == .unprocessableContent)
        try await nadia.post("/c/nuit/animation/modeles", ["sorte": "ask if helped", "rendre": "1"])
        #expect(try await nadia.get(address).value(of: "mot")?.hasPrefix("Vous aviez demandé") == true)
        #expect(try await ruche.browser(as: .paul).get("/c/nuit/animation/modeles").status == .forbidden)
    }

    @Test("may bear a note, which whom it concerns reads", arguments: TestEngine.available)
    func notes(_ engine: TestEngine) async throws {
        let (ruche, object) = try await scene(engine)
        var draft = MessageDraft(kind: "G2", object: object)
        draft.words = "Alors ?"
        try await ruche.act(as: .nadia) { [draft] in _ = try $0.desk.send(draft, secret: .invented) }
        let line = try #require(try await ruche.view(as: .nadia) { try $0.desk.journal().first })
        let nadia = try await ruche.browser(as: .nadia)
        #expect(
            try await nadia.post("/c/nuit/animation/carnet/\(line.id)", ["note": "Reviendra en janvier."]).location
                == "/c/nuit/animation/carnet")
        #expect(try await nadia.get("/c/nuit/animation/carnet").says("Reviendra en janvier."))
        #expect(try await ruche.browser(as: .claire).get("/c/nuit/membres/moi/animation").says("Reviendra en janvier."))
        #expect(try await !ruche.browser(as: .paul).get("/c/nuit/membres/moi/animation").says("Reviendra en janvier."))
        let wall = try await nadia.post(
            "/c/nuit/animation/carnet/\(line.id)", ["note": "Suit Mme Lefèvre, chambre 214, née le 3 mars 1931."])
        #expect(wall.status == .unprocessableContent)
    }

    @Test("bears no note in the name of another", arguments: TestEngine.available)
    func notesOfOthers(_ engine: TestEngine) async throws {
        let (ruche, object) = try await scene(engine)
        var draft = MessageDraft(kind: "G2", object: object)
        draft.words = "Alors ?"
        try await ruche.act(as: .nadia) { [draft] in _ = try $0.desk.send(draft, secret: .invented) }
        let both = ruche.facilitating(.paul)
        let paul = try ruche.member(.paul)
        try await ruche.alter("update member set role = 'facilitator' where id = \(paul)")
        let line = try #require(try await ruche.view(as: .nadia) { try $0.desk.journal().first })
        let refused = try await both.browser(as: .paul).post(
            "/c/nuit/animation/carnet/\(line.id)", ["note": "N’aime pas travailler."])
        #expect(refused.status == .forbidden && refused.says("Une note est de qui a fait le geste"))
        #expect(try await !both.browser(as: .paul).get("/c/nuit/animation/carnet").says("Ajouter une note"))
        #expect(try await ruche.count("gesture_done") == 1)
        #expect(try await ruche.value("select note from gesture_done", as: String.self) == "")
    }

    @Test("tells nothing of silence to who manages the member at work", arguments: TestEngine.available)
    func managers(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let (nadia, claire) = (try ruche.member(.nadia), try ruche.member(.claire))
        try await ruche.act(as: .nadia) { act in
            let author = try act.transaction.first(
                "select \(Author.columns) from member m where m.id = \(claire)"
            ) { try Author($0, from: 0) }
            try act.desk.keep(MessageKind.news.rawValue, "member/\(claire)", about: author, isLetter: true)
        }
        #expect(try await ruche.view(as: .nadia) { try $0.desk.journal().count } == 1)
        try await ruche.act(as: .claire) { try $0.desk.declareHierarchy(of: nadia, over: claire, true) }
        #expect(try await ruche.view(as: .nadia) { try $0.desk.journal().isEmpty })
    }
}
