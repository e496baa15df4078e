import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// Claire asks, Yannick replies, Paul flags, Nadia facilitates.
struct FlaggedScene {
    let ruche: TestRuche
    let question: Question.ID
    let reply: Reply.ID

    init(_ engine: TestEngine) async throws {
        ruche = try await TestRuche(engine)
        question = try await ruche.ask(by: .claire, "Comment surveillez-vous les chutes ?")
        reply = try await ruche.reply(by: .yannick, to: question, "La dame du bout du couloir tombe chaque nuit.")
        try await ruche.deliver()
    }

    var thread: String { "/c/nuit/questions/\(question)" }

    /// Paul flags, as everybody can, by the form.
    @discardableResult
    func flag(_ reason: String = "patient", words: String = "", as somebody: Cast = .paul, question: Bool = false)
        async throws -> TestBrowser.Page
    {
        let path = question ? "\(thread)/signaler" : "/c/nuit/reponses/\(reply)/signaler"
        return try await ruche.browser(as: somebody).post(path, ["raison": reason, "mots": words])
    }

    func rereading() async throws -> Rereading {
        try await ruche.view(as: .nadia) { try #require($0.safety.waiting().first) }
    }

    @discardableResult
    func answer(_ verdict: String, _ word: String = "Relu ensemble.", as somebody: Cast = .nadia) async throws
        -> TestBrowser.Page
    {
        let id = try await rereading().id
        return try await ruche.browser(as: somebody).post(
            "/c/nuit/a-relire/\(id)/decider", ["verdict": verdict, "mot": word])
    }

    func letters(to somebody: Cast) async throws -> [String] {
        try await ruche.deliver()
        return ruche.mailbox.letters.filter { $0.address == somebody.email }.map {
            TestBrowser.Page.plain($0.subject + "\n" + $0.text)
        }
    }

    func shows(_ words: String, to somebody: Cast) async throws -> Bool {
        try await ruche.browser(as: somebody).get(thread).says(words)
    }
}

@Suite("A quiet hint")
struct QuietHintTests {
    @Test(
        "is said before and after publishing, to the author alone, and stops nothing", arguments: TestEngine.available)
    func quiet(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let (thread, text) = ("/c/nuit/questions/\(question)", "Patiente de 87 ans.")
        let yannick = try await ruche.browser(as: .yannick)
        let preview = try await yannick.post("\(thread)/reponses", ["texte": text, "apercu": "1"])
        #expect(preview.says("« 87 ans » : plutôt"))
        #expect(try await yannick.post("\(thread)/reponses", ["texte": text]).status == .seeOther)
        #expect(try await yannick.get(thread).says("« 87 ans » : plutôt"))
        #expect(try await !ruche.browser(as: .claire).get(thread).says("plutôt"))
        ruche.clock.advance(by: .days(2))
        #expect(try await !ruche.browser(as: .yannick).get(thread).says("plutôt"))
        let ask = try await ruche.browser(as: .yannick).post("/c/nuit/questions", ["titre": text, "apercu": "1"])
        #expect(ask.says("« 87 ans » : plutôt"))
    }
}

@Suite("A flag")
struct FlagTests {
    @Test("for a patient's sake hides a reply at once, for all", arguments: TestEngine.available)
    func hides(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let page = try await scene.flag()
        #expect(page.location == scene.thread)
        for somebody in [Cast.claire, .paul, .ines, .nadia, .yannick] {
            #expect(try await !scene.shows("du bout du couloir", to: somebody), "\(somebody)")
            #expect(try await scene.shows("Un message est masqué pendant qu’il est relu.", to: somebody), "\(somebody)")
        }
        let found = try await scene.ruche.view(as: .claire) { try $0.search.posts("couloir").count }
        #expect(found == 0)
        #expect(try await scene.ruche.browser(as: .claire).get("/c/nuit/echanges").says("Sans réponse"))
        #expect(try await scene.ruche.keptFigures == scene.ruche.countedFigures)
        let verbs = try await scene.ruche.journal.filter { $0 != .signedIn }
        #expect(Array(verbs.suffix(2)) == [.flagged, .hidPost])
    }

    @Test(
        "takes a hidden question out of lists, home, export, history, data of others and letters that wait",
        arguments: TestEngine.available)
    func everywhere(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let ruche = scene.ruche
        _ = try await ruche.reply(by: .ines, to: scene.question, "Une barrière, parfois.")
        try await scene.flag(question: true)
        let title = "Comment surveillez-vous les chutes ?"
        let addresses = [
            "/c/nuit", "/c/nuit/questions", "/c/nuit/echanges?etat=sans-reponse", "/c/nuit/recherche?q=chutes",
            "/c/nuit/questions/proches?titre=Comment%20surveillez-vous%20les%20chutes", "/c/nuit/vie/export.json",
            "/c/nuit/vie/export.md", "/c/nuit/membres/\(try ruche.member(.claire))", scene.thread, "/c/nuit/journal",
        ]
        for somebody in [Cast.ines, .nadia] {
            for address in addresses {
                let page = try await ruche.browser(as: somebody).get(address)
                #expect(!page.says(title), "\(somebody) on \(address)")
            }
        }
        #expect(try await ruche.browser(as: .ines).get("\(scene.thread)/versions").status == .notFound)
        // The letter that told Claire of the last reply had not left.
        #expect(try await !scene.letters(to: .claire).contains { $0.contains("Inès Rouvière a répondu") })
        #expect(try await ruche.keptFigures == ruche.countedFigures)
    }

    @Test("hides the subjects that only this question has", arguments: TestEngine.available)
    func subjects(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let ruche = scene.ruche
        let question = try await ruche.ask(by: .claire, "Que faire ?") { $0.topics = "monsieur zorglub, nuit" }
        _ = try await ruche.ask(by: .ines, "Et le soir ?") { $0.topics = "nuit" }
        let thread = "/c/nuit/questions/\(question)"
        try await ruche.browser(as: .paul).post("\(thread)/signaler", ["raison": "patient"])
        for address in [thread, "/c/nuit/echanges", "/c/nuit/poser"] {
            #expect(try await !ruche.browser(as: .ines).get(address).says("zorglub"), "\(address)")
        }
        #expect(try await ruche.browser(as: .ines).get("/c/nuit/echanges").says("nuit"))
    }

    @Test("hides what quotes it or repeats it, each to be read again", arguments: TestEngine.available)
    func quotes(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let ruche = scene.ruche
        let quote = try await ruche.reply(
            by: .ines, to: scene.question, "> La dame du bout du couloir\n\nChez nous aussi.")
        _ = try await ruche.reply(
            by: .claire, to: scene.question, "> Une phrase d’ailleurs, qui n’est pas ici.\n\nMerci.")
        try await scene.flag()
        #expect(try await !scene.shows("Chez nous aussi.", to: .paul))
        #expect(try await scene.shows("qui n’est pas ici", to: .paul))
        let waiting = try await ruche.view(as: .nadia) { try $0.safety.waiting() }
        #expect(waiting.count == 2 && waiting.allSatisfy { $0.isAboutPatient && $0.isHidden })
        #expect(waiting.contains { $0.object == .reply(quote) })
        #expect(try await scene.letters(to: .ines).contains { $0.contains("Il est masqué pendant qu’il est relu.") })
    }

    @Test("is answered of an erasing once it is known what is left of it", arguments: TestEngine.available)
    func answeredAfterTheProof(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        // What a member says elsewhere is theirs.
        _ = try await scene.ruche.ask(by: .ines, "Ailleurs") {
            $0.body = "La dame du bout du couloir tombe chaque nuit."
        }
        try await scene.flag()
        try await scene.answer("effacer", "On la reconnaît.")
        #expect(
            try await scene.ruche.value("select count(*) from mail where key like 'flag/%'", as: Int.self) == 0)
        for somebody in [Cast.paul, .yannick] {
            let letter = try #require(try await scene.letters(to: somebody).last)
            #expect(letter.contains("s’en lisent encore ailleurs") && letter.contains("On la reconnaît."))
            #expect(!letter.contains("toutes ses copies"))
        }
        #expect(try await scene.shows("Un message a été effacé", to: .paul))
    }

    @Test("leaves a weekly letter of other exchanges whole", arguments: TestEngine.available)
    func digests(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let ruche = scene.ruche
        let claire = try ruche.member(.claire)
        try await ruche.alter("update member set mail_tempo = 'daily' where id = \(claire)")
        let other = try await ruche.ask(by: .claire, "Qui appeler à trois heures ?")
        _ = try await ruche.reply(by: .ines, to: other, "Le cadre de garde.")
        _ = try await ruche.reply(by: .ines, to: scene.question, "Une barrière.")
        try await scene.flag(question: true)
        ruche.clock.advance(by: .days(2))
        let letter = try #require(try await scene.letters(to: .claire).last)
        #expect(letter.contains("Qui appeler à trois heures ?") && !letter.contains("surveillez-vous les chutes"))
    }

    @Test(
        "takes back letters of exchanges that were parted from it or joined to it, not those of another community",
        arguments: TestEngine.available)
    func namedByTitle(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let title = try #require(
            try await scene.ruche.value("select title from question where id = \(scene.question)", as: String.self))
        try await scene.ruche.instance.act(through: .worker) { act in
            for slug in ["nuit", "jour"] {
                let other = Letter.Exchange(
                    community: "Gens de \(slug)", slug: slug, question: 9_999, title: "Autre chose")
                let letters: [Letter] = [
                    .threadSplit(other, from: title, mover: "Inès", reason: "Autre sujet."),
                    .threadMerged(other, from: title, mover: "Inès", reason: "Même sujet."),
                    .mergeProposed(other, into: title, proposer: "Inès", reason: "Même sujet."),
                ]
                for (index, letter) in letters.enumerated() {
                    try act.mails.send(
                        letter, to: try EmailAddress(typed: Cast.claire.email), name: "Claire", language: "fr",
                        key: "\(slug)/\(index)")
                }
            }
        }
        try await scene.flag(question: true)
        let letters = try await scene.letters(to: .claire).filter { $0.contains("Autre chose") }
        #expect(letters.count == 3)
        #expect(letters.allSatisfy { $0.contains("Gens de jour") })
    }

    @Test(
        "that is corrected comes back without the files that told who the patient is", arguments: TestEngine.available)
    func files(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        for (name, text) in [
            ("note.txt", "Mme Bruscambolle, IPP 00459998"), ("grille.txt", "Passage toutes les heures"),
        ] {
            try await scene.ruche.alter(
                """
                insert into attachment (question_id, number, name, type, size, hash, text)
                values (\(scene.question), 1, \(name), 'text/plain', 10, \(name), \(text))
                """)
        }
        try await scene.flag()
        try await scene.answer("corriger", "Le nom est dans la note.")
        let path = "/c/nuit/reponses/\(scene.reply)/corriger"
        let yannick = try await scene.ruche.browser(as: .yannick)
        #expect(try await yannick.get(path).says("part avec votre correction : note.txt."))
        try await yannick.post(path, ["texte": "Une personne tombe chaque nuit."])
        let kept = try await scene.ruche.instance.database.read {
            try $0.column("select name from attachment", as: String.self)
        }
        #expect(kept == ["grille.txt"])
        #expect(try await scene.shows("Une personne tombe chaque nuit.", to: .ines))
    }

    @Test("hides nothing by itself for another reason, and waits to be read", arguments: TestEngine.available)
    func otherReasons(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await scene.flag("blessant")
        #expect(try await scene.ruche.count("flag") == 0, "the form names the reasons as the table does")
        try await scene.flag("hurtful")
        #expect(try await scene.shows("du bout du couloir", to: .ines))
        let rereading = try await scene.rereading()
        #expect(rereading.flags.map(\.reason) == [.hurtful] && !rereading.isHidden)
        let missing = try await scene.flag("other", as: .ines)
        #expect(missing.refusal(of: "mots") != nil && missing.checked("raison") == ["other"])
        try await scene.flag("other", words: "C’est une publicité.", as: .ines)
        #expect(try await scene.rereading().flags.count == 2)
        #expect(try await scene.ruche.count("rereading") == 1, "two flags of one post are read once")
    }

    @Test("is one for each person and post; a second replaces the first", arguments: TestEngine.available)
    func once(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let own = try await scene.flag(as: .yannick)
        #expect(own.says("Ce message est de vous") && own.status == .unprocessableContent)
        try await scene.flag("misplaced")
        try await scene.flag("patient")
        #expect(try await scene.rereading().flags.map(\.reason) == [.patient])
    }

    @Test("tells the facilitators and the author by letters that quote nothing", arguments: TestEngine.available)
    func letters(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await scene.flag()
        let toNadia = try #require(try await scene.letters(to: .nadia).last)
        #expect(toNadia.contains("Donnée patient signalée") && toNadia.contains("/c/nuit/a-relire/"))
        let toYannick = try #require(try await scene.letters(to: .yannick).last)
        #expect(toYannick.contains("Il est masqué pendant qu’il est relu."))
        for letter in [toNadia, toYannick] {
            #expect(!letter.contains("couloir") && !letter.contains("chutes") && !letter.contains("Paul"))
        }
    }

    @Test("never tells who flagged, neither in the queue nor in the log", arguments: TestEngine.available)
    func nameless(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await scene.flag()
        let nadia = try await scene.ruche.browser(as: .nadia)
        let id = try await scene.rereading().id
        for address in ["/c/nuit/a-relire", "/c/nuit/a-relire/\(id)", "/c/nuit/journal"] {
            #expect(try await !nadia.get(address).says(Cast.paul.name), "\(address)")
        }
        #expect(try await nadia.get("/c/nuit/journal").says("a signalé une donnée patient : un message est masqué."))
    }

    @Test("is open to a guest on the exchange they are invited to, and on no other", arguments: TestEngine.available)
    func guests(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let other = try await scene.ruche.ask(by: .ines, "Une autre question ?")
        let ruche = try await scene.ruche.inviteGaston(to: scene.question)
        let gaston = try await ruche.browser(as: .gaston)
        #expect(try await gaston.get("/c/nuit/reponses/\(scene.reply)/signaler").status == .ok)
        #expect(try await gaston.post("/c/nuit/questions/\(other)/signaler", ["raison": "patient"]).status == .notFound)
        #expect(
            try await gaston.post("/c/nuit/reponses/\(scene.reply)/signaler", ["raison": "patient"]).status == .seeOther
        )
        #expect(try await ruche.count("flag") == 1)
    }
}

@Suite("A post that was flagged")
struct RereadingTests {
    @Test("is masked to a facilitator until they ask to read it, which the log says", arguments: TestEngine.available)
    func masked(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await scene.flag()
        let nadia = try await scene.ruche.browser(as: .nadia)
        let path = "/c/nuit/a-relire/\(try await scene.rereading().id)"
        #expect(try await !nadia.get(path).says("du bout du couloir"))
        #expect(try await nadia.post("\(path)/lire").says("La dame du bout du couloir tombe chaque nuit."))
        let log = try await scene.ruche.browser(as: .claire).get("/c/nuit/journal")
        #expect(log.says("a lu un message masqué, pour décider."))
        #expect(try await scene.ruche.browser(as: .claire).post("\(path)/lire").status == .forbidden)
    }

    @Test(
        "comes back as it was with a word, which its author and who flagged it receive", arguments: TestEngine.available
    )
    func putBack(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await scene.flag()
        #expect(try await scene.answer("remettre", "").refusal(of: "mot") != nil)
        try await scene.answer("remettre", "Personne ne peut être reconnu ici.")
        #expect(try await scene.shows("La dame du bout du couloir tombe chaque nuit.", to: .claire))
        #expect(try await scene.ruche.view(as: .claire) { try $0.search.posts("couloir").count } == 1)
        #expect(try await scene.ruche.keptFigures == scene.ruche.countedFigures)
        for somebody in [Cast.paul, .yannick] {
            #expect(
                try await scene.letters(to: somebody).last?.contains("Personne ne peut être reconnu ici.") == true,
                "\(somebody)")
        }
        let own = try await scene.ruche.browser(as: .paul).get("/c/nuit/reponses/\(scene.reply)/signaler")
        #expect(own.says("Relu : le message reste en place.") && own.says("Personne ne peut être reconnu ici."))
        let log = try await scene.ruche.browser(as: .ines).get("/c/nuit/journal")
        #expect(log.says("a laissé ou remis en place un message signalé."))
        #expect(log.says("« Personne ne peut être reconnu ici. »") && log.says("Nadia Benhaddou"))
    }

    @Test("keeps its place as the solution while it is read again", arguments: TestEngine.available)
    func solution(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let reply = scene.reply
        try await scene.ruche.act(as: .claire) { try $0.questions.retain(reply) }
        try await scene.flag()
        try await scene.answer("remettre")
        let question = scene.question
        #expect(try await scene.ruche.view(as: .claire) { try $0.questions.find(question).retained } == reply)
        try await scene.flag("hurtful", as: .ines)
        try await scene.answer("retirer")
        #expect(try await scene.ruche.view(as: .claire) { try $0.questions.find(question).isOpen })
        #expect(try await scene.ruche.keptFigures == scene.ruche.countedFigures)
    }

    @Test("is corrected by its author, and then back; the text before is kept nowhere", arguments: TestEngine.available)
    func corrected(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await scene.flag()
        try await scene.answer("corriger", "Sans dire où elle dort.")
        let yannick = try await scene.ruche.browser(as: .yannick)
        let path = "/c/nuit/reponses/\(scene.reply)/corriger"
        let form = try await yannick.get(path)
        #expect(form.value(of: "texte") == "La dame du bout du couloir tombe chaque nuit.")
        #expect(form.says("Sans dire où elle dort."))
        for somebody in [Cast.nadia, .claire] {
            #expect(try await scene.ruche.browser(as: somebody).get(path).status == .notFound, "\(somebody)")
        }
        let wall = try await yannick.post(path, ["texte": "Mme Lafitte tombe chaque nuit."])
        #expect(wall.says("Mme Lafitte") && wall.value(of: "texte") == "Mme Lafitte tombe chaque nuit.")
        try await yannick.post(path, ["texte": "Une personne tombe chaque nuit."])
        #expect(try await scene.shows("Une personne tombe chaque nuit.", to: .claire))
        #expect(try await scene.letters(to: .paul).last?.contains("corrigé par son auteur") == true)
        #expect(try await scene.ruche.textColumns(holding: "bout du couloir") == [])
    }

    @Test("that its author corrects unasked waits for a facilitator", arguments: TestEngine.available)
    func correctedUnasked(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await scene.flag(question: true)
        let claire = try await scene.ruche.browser(as: .claire)
        let page = try await claire.post("\(scene.thread)/corriger", ["titre": "Comment surveiller les chutes ?"])
        #expect(page.status == .seeOther)
        #expect(try await !scene.shows("Comment surveiller les chutes ?", to: .ines))
        #expect(try await scene.rereading().correctedAt != nil)
        try await scene.answer("remettre")
        #expect(try await scene.shows("Comment surveiller les chutes ?", to: .ines))
    }

    @Test(
        "is removed with a word told to its author; only a facilitator can put it back", arguments: TestEngine.available
    )
    func removed(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await scene.flag("hurtful")
        let id = try await scene.rereading().id
        try await scene.answer("retirer", "Une collègue s’y reconnaît.")
        #expect(try await scene.shows("Un message a été retiré par l’animation.", to: .claire))
        #expect(try await scene.shows("Une collègue s’y reconnaît.", to: .yannick))
        #expect(try await !scene.shows("Une collègue s’y reconnaît.", to: .claire))
        #expect(try await scene.letters(to: .yannick).last?.contains("Une collègue s’y reconnaît.") == true)
        let restored = try await scene.ruche.browser(as: .yannick).post("/c/nuit/reponses/\(scene.reply)/retablir")
        #expect(restored.status == .forbidden)
        let nadia = try await scene.ruche.browser(as: .nadia)
        try await nadia.post("/c/nuit/a-relire/\(id)/decider", ["verdict": "remettre", "mot": "À sa demande."])
        #expect(try await scene.shows("du bout du couloir", to: .claire))
    }

    @Test("is answered once; the second answer says by whom", arguments: TestEngine.available)
    func onlyOnce(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await scene.ruche.act(as: .nadia) { act in
            try act.members.change(try scene.ruche.member(.ines), to: .facilitator)
        }
        try await scene.flag()
        let id = try await scene.rereading().id
        try await scene.answer("remettre")
        let late = try await scene.ruche.browser(as: .nadia).post(
            "/c/nuit/a-relire/\(id)/decider", ["verdict": "retirer", "mot": "Trop tard."])
        #expect(late.status == .conflict && late.says("Nadia Benhaddou a déjà répondu à ce signalement."))
    }

    @Test("that a facilitator wrote is put back by another", arguments: TestEngine.available)
    func ownPost(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let own = try await scene.ruche.reply(by: .nadia, to: scene.question, "Une dame très connue du bourg.")
        try await scene.ruche.browser(as: .paul).post("/c/nuit/reponses/\(own)/signaler", ["raison": "patient"])
        #expect(try await scene.answer("remettre").says("quelqu’un d’autre de l’animation décide"))
        #expect(try await scene.answer("corriger").says("quelqu’un d’autre de l’animation décide"))
        #expect(try await scene.answer("retirer").status == .seeOther)
    }
}
