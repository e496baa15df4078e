import Foundation
import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

/// A text that stands nowhere else, in all the places where a text may go; then it is erased, and its bytes are sought.
private struct PurgedScene {
    let ruche: TestRuche
    let engine: TestEngine
    let address: String
    let question: Question.ID
    let reply: Reply.ID

    static let name = "Zéphyrine Quattrocchi"
    static let passage = "La dame au perroquet empaillé, Zéphyrine Quattrocchi, crie dans la véranda mauve."
    /// As typed, and as the index of search keeps words.
    static let remains = [
        "perroquet empaill", "Quattrocchi", "véranda mauve", "quattrocchi", "zephyrin", "perroquet", "Perroquet d",
    ]

    init(_ engine: TestEngine) async throws {
        self.engine = engine
        ruche = try await TestRuche(engine)
        address = ruche.instance.database.file ?? ""
        question = try await ruche.ask(by: .claire, "Perroquet de Quattrocchi : que faire ?") {
            $0.body = Self.passage
            $0.tried = "Une couverture sur le perroquet."
            $0.isConfirmed = true
        }
        let thread = question
        reply = try await ruche.reply(by: .yannick, to: thread, "Chez nous aussi. " + Self.passage)
        // Letters that hold its title: one has left, one waits.
        try await ruche.deliver()
        try await ruche.act(as: .paul) { act in
            var draft = ReplyDraft()
            draft.body = "Une radio allumée."
            _ = try act.questions.reply(to: thread, draft)
        }
        // A state before, and a draft that quotes it.
        ruche.clock.advance(by: .hours(1))
        let reply = reply
        try await ruche.act(as: .yannick) {
            try $0.questions.edit(.reply(reply), title: "", body: "Elle crie. " + Self.passage + " Encore.", from: 1)
            try $0.questions.keepDraft(at: .question, ["texte": "> " + Self.passage])
        }
        // What members drew from it, and a word to a colleague.
        try await ruche.act(as: .claire) { act in
            var draft = QuestionDraft()
            (draft.title, draft.body, draft.isConfirmed) = ("Que faire ?", Self.passage, true)
            _ = try act.questions.propose(draft, reader: nil, hasTeamConsent: true)
        }
        try await ruche.alter(
            """
            insert into synthesis (question_id, body, html, renderer, version, author_id, written_at)
            values (\(thread), \(Self.passage), \(Self.passage), 1, 1, \(try ruche.member(.paul)), 0)
            """)
        let hash = try ruche.site.files.keep(Array(Self.passage.utf8))
        try await ruche.alter(
            """
            insert into attachment (question_id, number, name, type, size, hash)
            values (\(thread), 1, 'Zéphyrine Quattrocchi.txt', 'text/plain', 80, \(hash))
            """)
        try await ruche.act(as: .yannick) { try $0.dataCopies.ask() }
    }

    func flag(_ path: String, words: String = "") async throws {
        try await ruche.browser(as: .ines).post("\(path)/signaler", ["raison": "patient", "mots": words])
    }

    func purge(_ path: String, word: String = "") async throws {
        try await flag(path, words: "On reconnaît " + Self.name)
        let id = try await ruche.view(as: .nadia) { try #require($0.safety.waiting().last).id }
        let page = try await ruche.browser(as: .nadia).post(
            "/c/nuit/a-relire/\(id)/decider", ["verdict": "effacer", "mot": word])
        #expect(page.location?.hasPrefix("/c/nuit/incidents/") == true)
    }

    /// The files of the database that hold the bytes of a word.
    func files(holding word: String) throws -> [String] {
        let needle = Data(word.utf8)
        var paths = [address, address + "-wal"].filter { FileManager.default.fileExists(atPath: $0) }
        paths += ruche.site.files.paths
        return try paths.filter { try Data(contentsOf: URL(fileURLWithPath: $0)).range(of: needle) != nil }
    }

    func incident() async throws -> Incident {
        try await ruche.view(as: .nadia) { try #require($0.safety.incidents().first) }
    }
}

@Suite("Erasing a post")
struct PurgeTests {
    @Test("leaves no byte of it in the database, its journal or its files", arguments: TestEngine.available)
    func bytes(_ engine: TestEngine) async throws {
        let scene = try await PurgedScene(engine)
        if engine == .sqlite {
            #expect(try !scene.files(holding: "perroquet empaill").isEmpty, "the search would find it")
        }
        try await scene.purge("/c/nuit/reponses/\(scene.reply)")
        try await scene.purge("/c/nuit/questions/\(scene.question)")
        try await scene.ruche.deliver()
        for word in PurgedScene.remains {
            #expect(try await scene.ruche.textColumns(holding: word) == [], "\(word)")
            if engine == .sqlite { #expect(try scene.files(holding: word) == [], "\(word)") }
        }
        let proof = try #require(try await scene.incident().proof)
        #expect(proof.isClean && proof.traces > 10 && proof.columns > 50)
        #expect((proof.bytes > 100_000) == (engine == .sqlite))
        #expect(scene.ruche.site.files.paths.isEmpty)
        #expect(
            try await scene.ruche.value("select count(*) from incident where traces is not null", as: Int.self) == 0)
    }

    @Test("leaves its place, what others wrote, and a page with the proof", arguments: TestEngine.available)
    func tombstone(_ engine: TestEngine) async throws {
        let scene = try await PurgedScene(engine)
        try await scene.purge("/c/nuit/reponses/\(scene.reply)", word: "Un prénom rare suffit.")
        let thread = try await scene.ruche.browser(as: .claire).get("/c/nuit/questions/\(scene.question)")
        #expect(thread.says("Un message a été effacé : il permettait de reconnaître un patient."))
        #expect(thread.says("Une radio allumée.") && !thread.says("Message effacé"))
        let nadia = try await scene.ruche.browser(as: .nadia)
        let page = "/c/nuit/incidents/\(try await scene.incident().id)"
        #expect(try await nadia.get(page).says("La recherche de ce qui en reste est en cours."))
        try await scene.ruche.deliver()
        #expect(try await nadia.get("/c/nuit/incidents").text.contains(page))
        let proof = try await nadia.get(page)
        #expect(proof.says("Nadia Benhaddou") && proof.says("Cité ailleurs"), "the question still holds the passage")
        #expect(try await scene.ruche.browser(as: .claire).get(page).status == .forbidden)
        let restored = try await scene.ruche.browser(as: .yannick).post("/c/nuit/reponses/\(scene.reply)/retablir")
        #expect(restored.status == .forbidden)
        #expect(try await scene.ruche.keptFigures == scene.ruche.countedFigures)
    }

    @Test("tells where others quote it, and leaves them their words", arguments: TestEngine.available)
    func quotes(_ engine: TestEngine) async throws {
        let scene = try await PurgedScene(engine)
        try await scene.purge("/c/nuit/reponses/\(scene.reply)")
        try await scene.ruche.deliver()
        let proof = try #require(try await scene.incident().proof)
        #expect(proof.quotes.contains { $0.column == "question.body" && $0.question == scene.question.rawValue })
        #expect(proof.leftovers.isEmpty, "what is quoted is not a leftover")
        let body = try await scene.ruche.value(
            "select body from question where id = \(scene.question)", as: String.self)
        #expect(body == PurgedScene.passage)
    }

    @Test(
        "leaves what only shares everyday words with it: drafts, letters, lines of the log",
        arguments: TestEngine.available)
    func everyday(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Qui relit la nuit ?") { $0.topics = "relecture" }
        ruche.clock.advance(by: .hours(1))
        let others = try await ruche.reply(by: .paul, to: question, "Une précision (clarification).")
        // A line of the log, which somebody repeats in their own text.
        let word = "Un métier et une rue suffisaient à reconnaître quelqu’un."
        let open = try await ruche.ask(by: .paul, "Une autre ?") { $0.kind = .idea }
        try await ruche.act(as: .nadia) { try $0.questions.move(open, to: .discussion, because: word) }
        try await ruche.act(as: .ines) {
            try $0.questions.keepDraft(at: .question, ["texte": "Bonjour, un autre long brouillon sur la relecture"])
        }
        let text =
            "Bonjour,\n\nUne demande de précision (clarification) sur votre (question).\n\n\(word)\n\nMme Zéphyrine Quattrocchi crie."
        let reply = try await ruche.act(as: .yannick) { act in
            var draft = ReplyDraft()
            (draft.body, draft.isConfirmed) = (text, true)
            return try act.questions.reply(to: question, draft)
        }
        let before = try await ruche.value("select count(*) from mail where state = 'queued'", as: Int.self) ?? 0
        let details = try await ruche.value("select count(*) from journal where details is not null", as: Int.self) ?? 0
        try await ruche.browser(as: .paul).post("/c/nuit/reponses/\(reply)/signaler", ["raison": "patient"])
        _ = try await ruche.act(as: .yannick) { try $0.safety.purgeOwn(.reply(reply), salt: 3) }
        #expect(try await ruche.count("draft") == 1)
        #expect(try await ruche.browser(as: .claire).get("/c/nuit/journal").says(word))
        let after = try await ruche.value("select count(*) from mail where state = 'queued'", as: Int.self) ?? 0
        // The two letters about the reply itself are withdrawn; those about others stay.
        #expect(after >= before - 2 && after > 0)
        #expect(
            try await ruche.value("select count(*) from journal where details is not null", as: Int.self) ?? 0
                >= details)
        #expect(
            try await ruche.view(as: .claire) { try $0.questions.reply(others).body }
                == "Une précision (clarification).")
    }

    @Test("stops no other letter: one that waits goes with it, whole", arguments: TestEngine.available)
    func queue(_ engine: TestEngine) async throws {
        let scene = try await PurgedScene(engine)
        // A letter that was tried once has its subject already.
        try await scene.ruche.alter(
            "update mail set subject = 'Perroquet de Quattrocchi : que faire ?' where state = 'queued'")
        try await scene.purge("/c/nuit/reponses/\(scene.reply)")
        try await scene.purge("/c/nuit/questions/\(scene.question)")
        let broken = try await scene.ruche.value(
            "select count(*) from mail where state = 'queued' and letter = ''", as: Int.self)
        #expect(broken == 0)
    }

    @Test(
        "takes what was proposed of it, noted of it, and joined to a form that was refused",
        arguments: TestEngine.available)
    func around(_ engine: TestEngine) async throws {
        let scene = try await PurgedScene(engine)
        let (ruche, question) = (scene.ruche, scene.question)
        try await ruche.act(as: .paul) {
            try $0.questions.keepBookmark(question, name: "Perroquet", remindOn: "")
        }
        let paul = try ruche.member(.paul)
        try await ruche.alter(
            """
            insert into title_proposal (question_id, title, proposer_id, reason, proposed_at)
            values (\(question), 'Le perroquet de Quattrocchi', \(paul), '', 0)
            """)
        let other = try ruche.site.files.keep(Array(("Bis. " + PurgedScene.passage).utf8))
        try await ruche.alter(
            """
            insert into upload (basket, name, kind, size, hash, text, uploaded_at)
            values (\([1, 2, 3] as [UInt8]), 'note.txt', 'text', 80, \(other), \(PurgedScene.passage), 0)
            """)
        try await scene.purge("/c/nuit/reponses/\(scene.reply)")
        try await scene.purge("/c/nuit/questions/\(question)")
        try await ruche.deliver()
        #expect(try await ruche.count("title_proposal") == 0)
        #expect(try await ruche.count("upload") == 0)
        #expect(try await scene.incident().proof?.isClean == true)
        #expect(ruche.site.files.paths.isEmpty)
    }

    @Test("is sought again once those who quote it have changed their words", arguments: TestEngine.available)
    func again(_ engine: TestEngine) async throws {
        let scene = try await PurgedScene(engine)
        let ruche = scene.ruche
        try await scene.purge("/c/nuit/reponses/\(scene.reply)")
        try await ruche.deliver()
        let incident = try await scene.incident()
        let page = "/c/nuit/incidents/\(incident.id)"
        let nadia = try await ruche.browser(as: .nadia)
        #expect(try await nadia.get(page).says("Chercher encore"))
        try await scene.purge("/c/nuit/questions/\(scene.question)")
        try await ruche.deliver()
        #expect(try await nadia.post("\(page)/chercher").location == page)
        #expect(try await nadia.get(page).says("Une nouvelle recherche est en cours."))
        try await ruche.deliver()
        let clean = try await nadia.get(page)
        #expect(clean.says("Aucun octet trouvé.") && !clean.says("Chercher encore"))
        #expect(try await ruche.value("select count(*) from incident where traces is not null", as: Int.self) == 0)
        #expect(try await ruche.browser(as: .claire).post("\(page)/chercher").status == .forbidden)
    }

    @Test("is done by the author of a hidden post too", arguments: TestEngine.available)
    func byItsAuthor(_ engine: TestEngine) async throws {
        let scene = try await PurgedScene(engine)
        try await scene.flag("/c/nuit/reponses/\(scene.reply)")
        let path = "/c/nuit/reponses/\(scene.reply)/corriger"
        #expect(try await scene.ruche.browser(as: .paul).post(path, ["effacer": "1"]).status == .notFound)
        #expect(try await scene.ruche.browser(as: .yannick).post(path, ["effacer": "1"]).status == .seeOther)
        #expect(try await scene.incident().purger == Cast.yannick.name)
        #expect(try await scene.ruche.view(as: .nadia) { try $0.safety.waiting().isEmpty })
    }

    @Test("is done by the operator by the name of the post, once", arguments: TestEngine.available)
    func byCommand(_ engine: TestEngine) async throws {
        let scene = try await PurgedScene(engine)
        let name = "reply/\(scene.reply)"
        let act: @Sendable () async throws -> Incident.ID = { [scene] in
            try await scene.ruche.instance.act(through: .command) { try $0.purge(name, salt: 7).incident }
        }
        _ = try await act()
        await #expect(throws: Refusal.self) { _ = try await act() }
        #expect(try await scene.incident().purger == nil)
        let thread = try await scene.ruche.browser(as: .claire).get("/c/nuit/questions/\(scene.question)")
        #expect(thread.says("Un message a été effacé : il permettait de reconnaître un patient."))
        for wrong in ["reply/99999", "reply/", "letter/3", "reply/1/2", ""] {
            await #expect(throws: Refusal.self, "\(wrong)") {
                try await scene.ruche.instance.act(through: .command) { _ = try $0.purge(wrong, salt: 7) }
            }
        }
    }

    @Test("is sought by large numbers, however small its chance", arguments: [0, 1, 2, .max] as [UInt64])
    func traces(_ salt: UInt64) throws {
        let traces = TextTraces(of: [PurgedScene.passage], files: [], salt: salt)
        #expect(traces.base > 1 << 62 && traces.base % 2 == 1)
        let others = "Nous relisons le protocole ensemble, et chacun dit ce qui se fait chez soi la nuit. "
        let finder = TraceFinder(traces.marks, base: traces.base)
        #expect(finder.found(in: String(repeating: others, count: 40)).isEmpty)
        #expect(finder.found(in: PurgedScene.passage).contains { $0.isPassage })
    }

    @Test("gives a proof that is read at a glance, however often others quote it", arguments: TestEngine.available)
    func manyQuotes(_ engine: TestEngine) async throws {
        let scene = try await PurgedScene(engine)
        let ruche = scene.ruche
        for number in 1...14 {
            _ = try await ruche.ask(by: .ines, "Relecture \(number)") {
                ($0.body, $0.isConfirmed) = (PurgedScene.passage, true)
            }
        }
        try await scene.purge("/c/nuit/reponses/\(scene.reply)")
        try await ruche.deliver()
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/incidents/\(try await scene.incident().id)")
        #expect(page.says("1 message de cet échange") && page.says("et 5 autres échanges"))
        #expect(!page.text.contains("question.body") && !page.text.contains("post_version"))
    }

    @Test("finds the bytes that a careless deletion leaves")
    func careless() async throws {
        let scene = try await PurgedScene(.sqlite)
        // Somebody else's copy of the text in the store of files, which no post names.
        _ = try scene.ruche.site.files.keep(Array(("Copie : " + PurgedScene.passage).utf8))
        try await scene.purge("/c/nuit/questions/\(scene.question)")
        try await scene.purge("/c/nuit/reponses/\(scene.reply)")
        try await scene.ruche.deliver()
        let proof = try #require(try await scene.incident().proof)
        #expect(!proof.isClean && proof.leftovers.count == 1)
        let page = try await scene.ruche.browser(as: .nadia).get("/c/nuit/incidents/\(try await scene.incident().id)")
        #expect(page.says("Il en reste.") && page.says("Dans des fichiers"))
    }
}
