import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("A word in private")
struct PrivateTalkTests {
    @Test("is read by those it names, and by nobody else", arguments: TestEngine.available)
    func privacy(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let talk = try await ruche.act(as: .claire) {
            try $0.privateTalks.begin(with: "Yannick Le Goas, ines rouviere", "Merci pour hier.")
        }
        for reader in [Cast.yannick, .ines, .claire] {
            let page = try await ruche.browser(as: reader).get("/c/nuit/mots/\(talk)")
            #expect(page.status == .ok && page.text.contains("Merci pour hier."))
        }
        for stranger in [Cast.nadia, .paul, .odile, .ada, .jules] {
            let page = try await ruche.browser(as: stranger).get("/c/nuit/mots/\(talk)")
            #expect(page.status != .ok && !page.text.contains("Merci pour hier."))
        }
        #expect(try await ruche.view(as: .nadia) { try $0.search.posts("hier").count } == 0)
    }

    @Test("awaits its reader at home and by letter, until it is read", arguments: TestEngine.available)
    func unread(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        let sent = try await browser.post(
            "/c/nuit/mots/nouveau", ["a": "Yannick Le Goas", "texte": "Tu as une minute ?"])
        #expect(sent.status == .seeOther)
        let reader = try await ruche.browser(as: .yannick)
        #expect(try await reader.get("/c/nuit/").text.contains("vous a écrit un mot en privé"))
        #expect(try await ruche.count("private_word") == 1)
        try await reader.get(try #require(sent.location))
        #expect(try await !reader.get("/c/nuit/").text.contains("vous a écrit un mot en privé"))
        let letters = try await ruche.value("select count(*) from mail where letter like '%privateWord%'", as: Int.self)
        #expect(letters == 1)
        let leaks = try await ruche.value("select count(*) from mail where letter like '%une minute%'", as: Int.self)
        #expect(leaks == 0)
    }

    @Test("finds by a part of their name only whom the directory shows", arguments: TestEngine.available)
    func unlisted(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let yannick = try ruche.member(.yannick)
        try await ruche.alter("update member set is_listed = 0 where id = \(yannick)")
        let browser = try await ruche.browser(as: .claire)
        let begun = try await browser.post("/c/nuit/mots/nouveau", ["a": "yann", "texte": "Bonjour."])
        #expect(begun.says("Personne ne s’appelle « yann » ici.") && !begun.says("Yannick Le Goas"))
        let known = try await browser.post("/c/nuit/mots/nouveau", ["a": "yannick le goas", "texte": "Bonjour."])
        #expect(known.status == .seeOther)
    }

    @Test("shows its last words without marks", arguments: TestEngine.available)
    func lastWords(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.act(as: .claire) {
            try $0.privateTalks.begin(
                with: "Yannick Le Goas", "Pour vous **deux**, [voir ici](https://example.org/a_b).")
        }
        let talks = try await ruche.view(as: .yannick) { try $0.privateTalks.all() }
        #expect(talks.map(\.lastWords) == ["Pour vous deux, voir ici."])
    }

    @Test("goes on in the same talk with the same people", arguments: TestEngine.available)
    func same(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let first = try await ruche.act(as: .claire) { try $0.privateTalks.begin(with: "Yannick Le Goas", "Un.") }
        let second = try await ruche.act(as: .yannick) { try $0.privateTalks.begin(with: "Claire Besnard", "Deux.") }
        let other = try await ruche.act(as: .claire) {
            try $0.privateTalks.begin(with: "Yannick Le Goas; Paul Sarrazin", "Trois.")
        }
        #expect(first == second && other != first)
    }

    @Test("is for eight at most, also in several times", arguments: TestEngine.available)
    func broadcast(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.instance.act(through: .command) { act in
            let community = try #require(try act.view.communities.find("nuit")?.id)
            for number in 1...10 {
                let person = try act.accounts.create(
                    EmailAddress(typed: "p\(number)@example.org"), name: "Pair \(number)")
                _ = try act.members.enter(
                    community, person: person, as: MemberDraft(name: "Pair Numéro\(number)."), role: .member)
            }
        }
        let many = (1...9).map { "Numéro\($0)." }.joined(separator: ", ")
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .claire) { _ = try $0.privateTalks.begin(with: many, "Bonjour à tous.") }
        }
        for number in 1...8 {
            try await ruche.act(as: .claire) {
                _ = try $0.privateTalks.begin(with: "Numéro\(number).", "Bonjour à tous.")
            }
        }
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .claire) { _ = try $0.privateTalks.begin(with: "Numéro9.", "Bonjour à tous.") }
        }
    }

    @Test(
        "names people who are here, one at a time, and never oneself",
        arguments: ["Zoé Absente", "e", "Claire Besnard", ""])
    func names(line: String) async throws {
        let ruche = try await TestRuche(.sqlite)
        let browser = try await ruche.browser(as: .claire)
        let page = try await browser.post("/c/nuit/mots/nouveau", ["a": line, "texte": "Un mot."])
        #expect(page.status == .unprocessableContent && page.text.contains("Un mot."))
        #expect(try await ruche.count("private_talk") == 0)
    }

    @Test("is taken back without a trace of its text, by its author alone", arguments: TestEngine.available)
    func takenBack(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.act(as: .claire) { try $0.privateTalks.begin(with: "Yannick Le Goas", "Trop vite dit.") }
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .yannick) { _ = try $0.privateTalks.takeBack(PrivateWord.ID(1)) }
        }
        try await ruche.act(as: .claire) { _ = try $0.privateTalks.takeBack(PrivateWord.ID(1)) }
        let left = try await ruche.value(
            "select count(*) from private_word where body <> '' or html <> ''", as: Int.self)
        #expect(left == 0)
    }

    @Test("that tells who a patient is stops at the guard", arguments: TestEngine.available)
    func guarded(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        let text = "Mme Berthe Lestrange, née le 12/03/1931, chambre 212."
        let stopped = try await browser.post("/c/nuit/mots/nouveau", ["a": "Yannick Le Goas", "texte": text])
        #expect(stopped.status == .unprocessableContent && stopped.text.contains("reconnaître un patient"))
        let replaced = try await browser.post(
            "/c/nuit/mots/nouveau", ["a": "Yannick Le Goas", "texte": text, "remplacer": "1"])
        #expect(!replaced.text.contains("Lestrange"))
    }

    @Test("counts for nothing, and is let go of after a year of silence", arguments: TestEngine.available)
    func silent(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.act(as: .claire) { try $0.privateTalks.begin(with: "Yannick Le Goas", "Un mot.") }
        #expect(!Verb.wroteInPrivate.isAct && !Verb.wroteInPrivate.isContribution)
        ruche.clock.advance(by: .days(366))
        try await ruche.instance.act(through: .worker) { try $0.sweepPrivateTalks() }
        #expect(try await ruche.count("private_word") == 0)
    }

    @Test("leaves with who is erased", arguments: TestEngine.available)
    func left(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let talk = try await ruche.act(as: .claire) { try $0.privateTalks.begin(with: "Yannick Le Goas", "Un mot.") }
        try await ruche.act(as: .claire) { try $0.privateTalks.leave(talk) }
        await #expect(throws: Refusal.self) { _ = try await ruche.view(as: .claire) { try $0.privateTalks.talk(talk) } }
        #expect(try await ruche.view(as: .yannick) { try $0.privateTalks.talk(talk).words.count } == 1)
        try await ruche.act(as: .yannick) { try $0.privateTalks.leave(talk) }
        #expect(try await ruche.count("private_talk") == 0)
    }
}
