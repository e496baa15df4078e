import Foundation
import HTTPTypes
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("The follow-up of a step")
struct StepFollowUpTests {
    private let path = "/c/nuit/mise-en-place/1"

    @Test("says who looks after it, for when, and what shows that it was done", arguments: TestEngine.available)
    func followUp(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try ruche.member(.nadia)
        let browser = try await ruche.browser(as: .nadia)
        let kept = try await browser.post(
            path,
            [
                "version": "0", "suivi-qui": nadia.description, "suivi-date": "2026-12-12",
                "suivi-preuves": "Courriel de la direction, 3 novembre", "suivi-note": "Revoir en janvier.",
            ])
        #expect(kept.status == .seeOther)
        let page = try await browser.get(path)
        #expect(page.checked("suivi-qui") == [nadia.description])
        #expect(page.value(of: "suivi-date") == "2026-12-12")
        #expect(try await browser.get("/c/nuit/mise-en-place").says("Nadia Benhaddou, pour le 12 décembre"))
        #expect(try await ruche.browser(as: .claire).get(path).says("Courriel de la direction, 3 novembre"))
        let wrong = try await browser.post(path, ["version": "1", "suivi-date": "demain", "suivi-note": "À garder"])
        #expect(wrong.status == .unprocessableContent && wrong.refusal(of: "suivi-date") != nil)
        #expect(wrong.value(of: "suivi-note") == "À garder")
    }

    @Test("is kept by itself while one writes, and says when somebody else wrote", arguments: TestEngine.available)
    func autosave(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        let first = try await browser.post(path, ["version": "0", "auto": "1", "sponsor name": "Claude M"])
        #expect(first.headers[.contentType] == "application/json")
        #expect(first.text.contains("\"version\":1") && first.text.contains("Gardé à 9"))
        #expect(try await browser.get(path).value(of: "sponsor name") == "Claude M")
        let late = try await browser.post(path, ["version": "0", "auto": "1", "sponsor name": "Autre"])
        #expect(late.text.contains("Quelqu’un d’autre a gardé cette étape"))
        #expect(!late.text.contains("version"))
        #expect(try await browser.get(path).value(of: "sponsor name") == "Claude M")
    }

    @Test("says while one writes which rules wait for the button", arguments: TestEngine.available)
    func waitingRules(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        let kept = try await browser.post(
            "/c/nuit/mise-en-place/4",
            [
                "version": "0", "auto": "1", "quorum": "Quatre", "promesse": "5", "unite": "hours",
                "fuseau": "Europe/Paris", "territoire": "martinique",
            ])
        #expect(kept.says("Attend le bouton : première réponse promise et jours fériés."))
        let quiet = try await browser.post(
            "/c/nuit/mise-en-place/4",
            [
                "version": "1", "auto": "1", "quorum": "Cinq", "promesse": "2", "unite": "working days",
                "fuseau": "Europe/Paris", "territoire": "metropole",
            ])
        #expect(quiet.says("Gardé à") && !quiet.says("Attend le bouton"))
    }

    @Test("takes back a time noted by mistake, one's own only", arguments: TestEngine.available)
    func takenBack(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        _ = try await browser.post("/c/nuit/mise-en-place/temps", ["duree": "450"])
        let state = try await ruche.view(as: .nadia) { try $0.preparation.current().state(.resources) }
        #expect(state == .begun, "noting one's time is a beginning")
        let id = try #require(try await ruche.value("select id from facilitation_time", as: Int64.self))
        let path = "/c/nuit/mise-en-place/temps/\(id)/retirer"
        let page = try await browser.get("/c/nuit/mise-en-place/5")
        #expect(page.says("7 h 30") && page.text.contains("action=\"\(path)\""))
        await #expect(throws: Refusal.notFound) {
            try await ruche.act(as: .claire) { try $0.preparation.takeBackTime(id) }
        }
        #expect(try await browser.post(path).status == .seeOther)
        #expect(try await ruche.count("facilitation_time") == 0)
        let empty = try await ruche.view(as: .nadia) { try $0.preparation.current().state(.resources) }
        #expect(empty == .toCome)
    }

    @Test("is shared with the core group, and with no other member", arguments: TestEngine.available)
    func core(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claire = try await ruche.browser(as: .claire)
        #expect(try await claire.post(path, ["version": "0", "domain": "Soigner la nuit"]).status == .forbidden)
        try await ruche.browser(as: .nadia).post(
            path, ["version": "0", "noyau": try ruche.member(.claire).description])
        let kept = try await claire.post(
            path, ["version": "1", "domain": "Soigner la nuit", "noyau": try ruche.member(.claire).description])
        #expect(kept.status == .seeOther)
        #expect(try await claire.get("/c/nuit").says("Mise en place"), "the way there is in the navigation")
        #expect(
            try await claire.post("/c/nuit/mise-en-place/canaux", ["canal": "Groupe de messagerie"]).status == .seeOther
        )
        #expect(
            try await claire.post("/c/nuit/mise-en-place/lancer").status == .forbidden, "launching is for facilitators")
        #expect(try await ruche.browser(as: .paul).post(path, ["version": "2"]).status == .forbidden)
    }

    @Test("sums the time that facilitating takes, month by month", arguments: TestEngine.available)
    func time(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        for (typed, day) in [("45", "2026-11-02"), ("1 h 30", "2026-11-01"), ("1,5 h", "2026-10-20"), ("20 min", "")] {
            let answer = try await browser.post("/c/nuit/mise-en-place/temps", ["duree": typed, "jour": day])
            #expect(answer.status == .seeOther, "\(typed)")
        }
        let time = try await ruche.view(as: .nadia) { try $0.preparation.time() }
        #expect(time.months.map(\.month) == ["2026-11", "2026-10"])
        #expect(time.months.map(\.minutes) == [45 + 90 + 20, 90])
        for (typed, day) in [("beaucoup", ""), ("0", ""), ("25 h", ""), ("1 h 75", ""), ("30", "2027-01-01")] {
            let answer = try await browser.post("/c/nuit/mise-en-place/temps", ["duree": typed, "jour": day])
            #expect(answer.status == .unprocessableContent, "\(typed) \(day)")
        }
    }

    @Test(
        "keeps the signed letter, whatever its name says, and nothing that is no paper", arguments: TestEngine.available
    )
    func papers(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        func attach(_ name: String, _ content: String) async throws -> TestBrowser.Page {
            try await browser.upload("\(path)/pieces", field: "piece", name: name, content: content)
        }
        #expect(try await attach("Lettre signée.pdf", "%PDF-1.7 signée").status == .seeOther)
        let page = try await browser.get(path)
        #expect(page.says("Lettre signée.pdf"))
        func letter() async throws -> StepCheck.Progress? {
            try await ruche.view(as: .nadia) { try $0.preparation.current().checks(.group) }
                .first { $0.name == .letter }?.progress
        }
        #expect(try await letter() == .todo, "any paper is not the letter")
        let id = try #require(try await ruche.value("select id from step_file", as: Int64.self))
        try await ruche.act(as: .nadia) {
            try $0.preparation.attach("L.pdf", type: "application/pdf", size: 4, hash: "x", to: .group, isLetter: true)
        }
        #expect(try await letter() == .done)
        let file = try await ruche.browser(as: .claire).get("/c/nuit/mise-en-place/pieces/\(id)")
        #expect(file.text == "%PDF-1.7 signée" && file.headers[.contentType] == "application/pdf")
        #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        let program = try await attach("lettre.pdf", "MZ programme")
        #expect(program.status == .unprocessableContent && program.says("Un PDF, ou une photo JPEG ou PNG."))
        #expect(try await browser.post("/c/nuit/mise-en-place/pieces/\(id)/retirer").status == .seeOther)
        #expect(try await browser.get("/c/nuit/mise-en-place/pieces/\(id)").status == .notFound)
    }
}

@Suite("Checking one's computer")
struct SelfCheckTests {
    private let page = "/c/nuit/verification"

    @Test(
        "tells the technical referent what works, the facilitators where nobody holds that function",
        arguments: TestEngine.available)
    func result(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claire = try await ruche.browser(as: .claire)
        let agent = "Mozilla/5.0 (Windows NT 10.0; rv:91.0) Gecko/20100101 Firefox/91.0"
        let sent = try await claire.post(
            page, ["script": "1", "horloge": "412", "atteint": "0", "direct": "0", "mots": "Le poste du couloir"],
            headers: [.secFetchSite: "same-origin", .userAgent: agent])
        #expect(sent.location == page)
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last)
        #expect(letter.address == Cast.nadia.email && letter.subject.hasPrefix("Poste à revoir"))
        for words in ["Firefox 91 · Windows", "trop ancien", "412", "Le poste du couloir", "bloqués", "en direct"] {
            #expect(letter.text.contains(words), "\(words)")
        }
        try await ruche.browser(as: .paul).post(
            "/c/nuit/roles", ["fonction": "technical referent", "jusqu-au": "2027-03-01"])
        try await claire.post(page)
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.last?.address == Cast.paul.email)
        #expect(try await ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/6").says("navigateur inconnu"))
        #expect(try await ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/6").says("Claire Besnard"))
    }

    @Test(
        "takes no number for a clock that no clock shows",
        arguments: ["-9223372036854775808", "9223372036854775807", "x"])
    func clock(typed: String) async throws {
        let ruche = try await TestRuche(.sqlite)
        let sent = try await ruche.browser(as: .claire).post(page, ["script": "1", "horloge": typed])
        #expect(sent.location == page)
        #expect(try await !ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/6").says("9223372036854775"))
    }

    @Test("knows that a letter came by the link that it holds", arguments: TestEngine.available)
    func mail(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claire = try await ruche.browser(as: .claire)
        try await claire.post(page + "/courriel")
        try await ruche.deliver()
        let link = try #require(ruche.mailbox.link(to: .claire))
        #expect(try await claire.get(link).says("Oui, je l’ai reçu"))
        #expect(try await !claire.get(page).says("vous est arrivé"), "a scanner that opens the link says nothing")
        #expect(try await ruche.browser(as: .paul).post(link).status == .notFound, "somebody else's letter")
        #expect(try await claire.post(link).location == page)
        #expect(try await claire.get(page).says("vous est arrivé"))
    }

    @Test("follows the five gestures of each member", arguments: TestEngine.available)
    func gestures(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(by: .claire, to: question)
        let reply = try await ruche.reply(by: .paul, to: question)
        try await ruche.act(as: .claire) { act in
            try act.questions.markUseful(reply)
            try act.members.noteVisit()
            var random = SystemRandomNumberGenerator()
            let secret = Secret(&random)
            try act.selfChecks.tryMail(secret)
            try act.selfChecks.noteMail(secret)
        }
        let (facts, tried) = try await ruche.view(as: .nadia) {
            (try $0.preparation.current().facts, try $0.preparation.tried())
        }
        #expect(facts.tried == 1)
        #expect(tried == [.read: 1, .mail: 1, .ask: 1, .reply: 2, .vote: 1])
    }

    @Test("tries live replies, and says before sending what it finds", arguments: TestEngine.available)
    func live(_ engine: TestEngine) async throws {
        let claire = try await TestRuche(engine).browser(as: .claire)
        #expect(try await claire.get(page + "/direct").headers[.contentType] == "text/event-stream")
        let shown = try await claire.get(page)
        #expect(shown.says("Ce navigateur ne dit pas son nom."))
        for found in ["horloge-juste", "horloge-fausse", "atteint", "bloque", "direct", "differe"] {
            #expect(shown.text.contains("data-found=\"\(found)\" hidden"), "\(found)")
        }
    }

    @Test(
        "reads the version of a browser",
        arguments: [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/118.0.0.0 Safari/537.36 Edg/118.0",
                "Edge 118 · Windows", true
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox 128 · Linux", false),
            ("Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko", "Internet Explorer 11 · Windows", true),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) AppleWebKit/605.1 Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari 17 · iPhone", false
            ),
            ("", "?", false),
        ])
    func browser(_ agent: String, _ words: String, _ isOld: Bool) {
        #expect(BrowserName(agent).words == words)
        #expect(BrowserName(agent).isOld == isOld)
    }
}
