import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("A source")
struct EvidenceTests {
    @Test(
        "is told by its shape, however it was pasted",
        arguments: [
            ("10.1000/182", .doi("10.1000/182")), ("https://doi.org/10.1136/bmj.n71", .doi("10.1136/bmj.n71")),
            ("doi: 10.1000/182", .doi("10.1000/182")), ("PMID 33782057", .pmid("33782057")),
            ("https://pubmed.ncbi.nlm.nih.gov/33782057/", .pmid("33782057")),
            ("https://www.has-sante.fr/page", .address("https://www.has-sante.fr/page")), ("", nil),
            (
                "10.1002/(SICI)1099-0844(199806)16:2<97::AID-CBF778>3.0.CO;2-W",
                .doi("10.1002/(SICI)1099-0844(199806)16:2<97::AID-CBF778>3.0.CO;2-W")
            ),
            ("10.1136/bmj.n71.", .doi("10.1136/bmj.n71")), ("10.1000/182,", .doi("10.1000/182")),
            ("https://www.doi.org/10.1136/bmj.n71?utm=1", .doi("10.1136/bmj.n71")),
            ("http://www.ncbi.nlm.nih.gov/pubmed/33782057", .pmid("33782057")),
            ("PMC3467596", .address("https://pmc.ncbi.nlm.nih.gov/articles/PMC3467596/")),
            ("www.has-sante.fr/jcms/c_1", .address("https://www.has-sante.fr/jcms/c_1")),
            ("HTTPS://www.has-sante.fr", .address("https://www.has-sante.fr")),
            ("http://intranet/protocoles", .address("http://intranet/protocoles")),
        ] as [(String, Evidence.Reference?)])
    func shapes(text: String, expected: Evidence.Reference?) throws {
        #expect(try Evidence.Reference(typed: text) == expected)
    }

    @Test(
        "of no known shape is refused",
        arguments: [
            "10.1", "123456789", "0", "PMID 0", "HAS 2023", "javascript:alert(1)", "https:// x",
            "https:///x", "http://user:pw@example.org/",
        ])
    func shapeless(text: String) {
        #expect(throws: Refusal.self) { try Evidence.Reference(typed: text) }
    }

    @Test(
        "is read back as it was kept",
        arguments: [Evidence.Reference.doi("10.1000/182"), .pmid("12"), .address("https://a.fr/b")])
    func roundTrip(reference: Evidence.Reference) throws {
        #expect(try Evidence.Reference(typed: reference.text) == reference)
    }

    @Test("that was kept by other rules does not take the page away")
    func kept() {
        #expect(Evidence.Reference(kept: "http://user:pw@example.org/") == .address("http://user:pw@example.org/"))
        #expect(Evidence.Reference(kept: "10.1136/bmj.n71.") == .doi("10.1136/bmj.n71"))
        #expect(Evidence.Reference(kept: "HAS 2023") == nil)
    }

    @Test("stands under its reply, and says when it was retracted", arguments: TestEngine.available)
    func shown(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        let sent = try await browser.post(
            "/c/nuit/questions/\(question)/reponses",
            [
                "texte": "Une étude le dit.", "source-titre": "Rondes de nuit", "source-annee": "2019",
                "source-reference": "10.1000/182", "source-retractee": "1",
            ])
        #expect(sent.status == .seeOther)
        let page = try await browser.get("/c/nuit/questions/\(question)").text
        #expect(page.contains("https://doi.org/10.1000/182") && page.contains("Rétractée"))
        let refused = try await browser.post(
            "/c/nuit/questions/\(question)/reponses",
            ["texte": "Et ceci.", "source-titre": "Autre", "source-reference": "je ne sais plus"])
        #expect(refused.status == .unprocessableContent && refused.text.contains("je ne sais plus"))
        #expect(try await ruche.count("reply") == 1)
    }

    @Test(
        "is kept when the same reply is sent again with it, once; and is of a year that has come",
        arguments: TestEngine.available)
    func sentAgain(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        let address = "/c/nuit/questions/\(question)/reponses"
        try await browser.post(address, ["texte": "Une étude le dit."])
        for _ in 1...2 {
            let again = try await browser.post(
                address, ["texte": "Une étude le dit.", "source-titre": "Rondes de nuit", "source-annee": "2019"])
            #expect(again.status == .seeOther)
        }
        #expect(try await ruche.count("reply") == 1)
        #expect(try await ruche.count("evidence") == 1)
        let early = try await browser.post(
            address, ["texte": "Et ceci.", "source-titre": "Autre", "source-annee": "2040"])
        #expect(early.says("Cette année n’est pas encore venue."))
    }

    @Test("stands under a piece of information too, from its form or later", arguments: TestEngine.available)
    func information(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .yannick)
        let wrong = try await browser.post(
            "/c/nuit/echanges/nouveau/information",
            ["titre": "Une recommandation paraît.", "source-titre": "HAS", "source-reference": "je ne sais plus"])
        #expect(wrong.status == .unprocessableContent && wrong.value(of: "source-reference") == "je ne sais plus")
        let sent = try await browser.post(
            "/c/nuit/echanges/nouveau/information",
            [
                "titre": "Une recommandation paraît.", "source-titre": "Contentions", "source-forme": "guideline",
                "source-annee": "2025", "source-reference": "https://www.has-sante.fr/page",
            ])
        let address = try #require(sent.location)
        let page = try await ruche.browser(as: .paul).get(address)
        #expect(page.says("Contentions") && page.says("Recommandation, 2025"))
        #expect(page.text.contains("href=\"https://www.has-sante.fr/page\""))
        let more = try await browser.post(
            "\(address)/source",
            ["source-titre": "Un essai", "source-reference": "PMID 33782057", "source-retractee": "1"])
        #expect(more.status == .seeOther)
        #expect(try await browser.get(address).says("Rétractée : ne plus s’appuyer dessus"))
        #expect(
            try await ruche.browser(as: .paul).post("\(address)/source", ["source-titre": "Autre"]).status == .forbidden
        )
        let id = try #require(try await ruche.value("select max(id) from evidence", as: Evidence.ID.self))
        #expect(try await ruche.browser(as: .paul).post("/c/nuit/sources/\(id)/retirer").status == .notFound)
        #expect(try await browser.post("/c/nuit/sources/\(id)/retirer").status == .seeOther)
        #expect(try await ruche.count("evidence") == 1)
    }

    @Test("belongs to no question: its answers have theirs", arguments: TestEngine.available)
    func question(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let sent = try await ruche.browser(as: .claire).post(
            "/c/nuit/questions/\(question)/source", ["source-titre": "Une étude"])
        #expect(sent.status == .notFound)
        #expect(try await ruche.count("evidence") == 0)
    }
}

@Suite("A conversation")
struct ConversationTests {
    @Test("takes signs that count as nothing, and takes them back", arguments: TestEngine.available)
    func reactions(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .ines) { try $0.questions.react(.confirm, to: reply) }
        let seen = try await ruche.view(as: .paul) { try $0.questions.thread(question).reactions[1]?.counts }
        #expect(seen == [.confirm: 1])
        #expect(!Verb.reacted.isAct && !Verb.reacted.isContribution)
        try await ruche.act(as: .ines) { try $0.questions.react(.confirm, to: reply) }
        #expect(try await ruche.count("reaction") == 0)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .yannick) { try $0.questions.react(.thanks, to: reply) }
        }
    }

    @Test("quotes a reply with the way back to it, without script", arguments: TestEngine.available)
    func quotation(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question, "Toutes les deux heures.")
        let browser = try await ruche.browser(as: .ines)
        let form = try await browser.get("/c/nuit/questions/\(question)?citer=1").text
        #expect(form.contains("&gt; Toutes les deux heures.") || form.contains("> Toutes les deux heures."))
        _ = try await browser.post(
            "/c/nuit/questions/\(question)/reponses",
            [
                "texte": "> Toutes les deux heures.\n>\n> — [Yannick Le Goas](#r1)\n\nChez nous, trois.",
                "repond-a": reply.description,
            ])
        let page = try await browser.get("/c/nuit/questions/\(question)").text
        #expect(page.contains("<blockquote>") && page.contains("href=\"#r1\""))
        #expect(try await ruche.view(as: .ines) { try $0.questions.thread(question).replies.last?.answered } == 1)
    }

    @Test("calls a colleague by name, once, by mail", arguments: TestEngine.available)
    func mention(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(
            by: .yannick, to: question, "@Inès Rouvière le sait mieux que moi, @Paul Sarrazinet non.")
        try await ruche.deliver()
        let called = ruche.mailbox.letters.filter { $0.subject.contains("vous appelle") }.map(\.address)
        #expect(called == [Cast.ines.email])
    }

    @Test("calls by a first name that one person alone has", arguments: TestEngine.available)
    func firstNames(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let called = try await ruche.view(as: .nadia) { view in
            try ["@Claire, un avis ?", "@claire", "@Clairette", "@members", "contact@claire.fr"].map {
                try view.questions.called(in: $0).count
            }
        }
        #expect(called[0] == 1 && called[1] == 1 && called[2] == 0 && called[3] > 3 && called[4] == 0)
        // Another Claire: neither is meant more than the other.
        let ines = try ruche.member(.ines)
        try await ruche.alter("update member set name = 'Claire Rouvière' where id = \(ines)")
        #expect(try await ruche.view(as: .nadia) { try $0.questions.called(in: "@Claire") }.isEmpty)
    }

    @Test("asks before it calls more than ten people", arguments: TestEngine.available)
    func manyCalled(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let community = try #require(ruche.people[.nadia]?.community)
        try await ruche.instance.act(through: .command) { act in
            for number in 1...8 {
                let person = try act.accounts.create(
                    EmailAddress(typed: "m\(number)@example.org"), name: "Membre \(number)")
                try act.members.enter(
                    community, person: person, as: MemberDraft(name: "Membre \(number)"), role: .member)
            }
        }
        let question = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        let path = "/c/nuit/questions/\(question)/reponses"
        let asked = try await browser.post(path, ["texte": "Bonjour @membres"])
        #expect(asked.status == .unprocessableContent && asked.says("Vous appelez 12 personnes"))
        #expect(asked.text.contains("Bonjour @membres"))
        #expect(try await browser.post(path, ["texte": "Bonjour @membres", "appelle": "1"]).status == .seeOther)
    }

    @Test("tells who follows of each reply, with why, and nothing to who muted it", arguments: TestEngine.available)
    func following(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.act(as: .ines) { try $0.questions.sayMeToo(question) }
        try await ruche.act(as: .claire) { try $0.questions.follow(question, .mute) }
        _ = try await ruche.reply(by: .yannick, to: question)
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.filter { $0.subject.contains("a répondu") }.map(\.address) == [Cast.ines.email])
        let why = try await ruche.browser(as: .ines).get("/c/nuit/questions/\(question)").text
        #expect(why.contains("parce que vous vous posez la même question"))
        try await ruche.act(as: .ines) { try $0.questions.withdrawMeToo(question) }
        let since = try await ruche.view(as: .ines) { try $0.questions.follow(of: $0.questions.thread(question)) }
        #expect(since == Follow(level: .normal, reason: .member))
    }

    @Test("is on the home page of whom it calls by name, and of nobody else", arguments: TestEngine.available)
    func calledAtHome(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Une vieille question ?")
        ruche.clock.advance(by: .days(30))
        _ = try await ruche.reply(by: .yannick, to: question, "@Inès Rouvière le fait, je crois.")
        #expect(
            try await ruche.browser(as: .ines).get("/c/nuit").says("Yannick Le Goas vous appelle par votre nom"))
        #expect(try await !ruche.browser(as: .paul).get("/c/nuit").says("vous appelle par votre nom"))
    }

    @Test("tells whom one answers directly", arguments: TestEngine.available)
    func answered(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.browser(as: .paul).post(
            "/c/nuit/questions/\(question)/reponses", ["texte": "Et avec deux aides ?", "repond-a": "\(reply)"])
        try await ruche.deliver()
        let told = ruche.mailbox.letters.filter { $0.subject.contains("vous répond") }
        #expect(told.map(\.address) == [Cast.yannick.email])
    }

    @Test("is kept for oneself with a reminder in the morning of its day", arguments: TestEngine.available)
    func bookmark(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .paul)
        let path = "/c/nuit/questions/\(question)/garder"
        let past = try await browser.post(path, ["nom": "Pour la relève", "rappel": "2026-10-01"])
        #expect(past.status == .unprocessableContent && past.text.contains("Pour la relève"))
        #expect(try await browser.post(path, ["nom": "Pour la relève", "rappel": "2026-11-05"]).status == .seeOther)
        #expect(try await browser.get("/c/nuit/marque-pages").text.contains("Pour la relève"))
        #expect(try await !ruche.browser(as: .ines).get("/c/nuit/marque-pages").text.contains("Pour la relève"))
        ruche.clock.set(to: .paris(2026, 11, 5, 8))
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.last?.subject.contains("Pour la relève") == true)
    }

    @Test("shows a text as it will be read, and adds marks, without script", arguments: TestEngine.available)
    func preview(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .paul)
        let path = "/c/nuit/questions/\(question)/reponses"
        let preview = try await browser.post(path, ["texte": "Avec **soin**.", "apercu": "1"])
        #expect(preview.text.contains("<strong>soin</strong>") && preview.text.contains("Avec **soin**."))
        #expect(try await browser.post(path, ["texte": "Avec", "mettre": "liste"]).text.contains("Avec\n- "))
        #expect(try await ruche.count("reply") == 0)
    }

    @Test("lets its author say where it happens in a tap, and nobody else", arguments: TestEngine.available)
    func context(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let path = "/c/nuit/questions/\(question)/contexte"
        #expect(try await ruche.browser(as: .claire).post(path, ["lieu": "ehpad"]).status == .seeOther)
        #expect(try await ruche.browser(as: .paul).post(path, ["lieu": "hopital"]).status == .forbidden)
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(question).context.setting } == .nursingHome)
    }

    @Test(
        "asks its author where it happens by a letter of eleven links, none of which needs a password",
        arguments: TestEngine.available)
    func contextByLetter(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire) { $0.sought = [] }
        ruche.clock.advance(by: .minutes(6))
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == Cast.claire.email }).text
        let links = letter.split(whereSeparator: \.isWhitespace).filter { $0.contains("/contexte/") }
        #expect(links.count == 11)
        let path = try #require(links.first { $0.hasSuffix("lieu=ehpad") }).dropFirst("http://localhost".count)
        let stranger = try await ruche.browser()
        // What reads mail before its reader follows the links: nothing is said by that.
        let page = try await stranger.get(String(path))
        #expect(page.says("Cela se passe ici : EHPAD"))
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(question).context.setting } == nil)
        let sheet = String(path.prefix { $0 != "?" })
        let said = try await stranger.post(sheet, ["lieu": "ehpad"])
        #expect(try await stranger.get(try #require(said.location)).says("C’est noté"))
        try await stranger.post(sheet, ["attente": "tool"])
        let found = try await ruche.view(as: .paul) { try $0.questions.find(question) }
        #expect(found.context.setting == .nursingHome && found.sought == [.tool])
        #expect(try await stranger.get("/contexte/" + String(repeating: "A", count: 43)).status == .notFound)
    }
}
