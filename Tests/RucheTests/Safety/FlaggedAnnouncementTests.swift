import Foundation
import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

/// Nadia announces, Claire replies, Paul flags, Ines facilitates too and decides.
private struct AnnouncedScene {
    let ruche: TestRuche
    let engine: TestEngine
    let announcement: Announcement.ID

    static let title = "Merci pour le monsieur au perroquet"
    static let body = "Le monsieur au perroquet empaillé de la véranda mauve est rentré chez lui."
    static let remains = ["perroquet", "véranda mauve", "Perroquet", "empaill"]

    init(_ engine: TestEngine) async throws {
        self.engine = engine
        let settled = try await TestRuche(engine)
        try await settled.act(as: .nadia) { try $0.members.change(try settled.member(.ines), to: .facilitator) }
        ruche = settled.facilitating(.ines)
        announcement = try await ruche.act(as: .nadia) { act in
            var draft = AnnouncementDraft()
            (draft.title, draft.body, draft.until) = (Self.title, Self.body, "2026-11-20")
            return try act.announcements.announce(draft)
        }
    }

    var page: String { "/c/nuit/annonces/\(announcement)" }

    @discardableResult
    func flag(_ reason: String = "patient", as somebody: Cast = .paul) async throws -> TestBrowser.Page {
        try await ruche.browser(as: somebody).post("\(page)/signaler", ["raison": reason])
    }

    @discardableResult
    func answer(_ verdict: String, _ word: String = "Relu ensemble.", as somebody: Cast = .ines) async throws
        -> TestBrowser.Page
    {
        let object = Flagged.announcement(announcement)
        let id = try await ruche.view(as: .ines) { view in
            try #require(view.safety.waiting().first { $0.object == object }).id
        }
        return try await ruche.browser(as: somebody).post(
            "/c/nuit/a-relire/\(id)/decider", ["verdict": verdict, "mot": word])
    }

    /// Claire replies, which opens a discussion under the title of the announcement.
    func discuss(_ text: String) async throws -> String {
        let opened = try await ruche.browser(as: .claire).post("\(page)/reponse", ["texte": text])
        return try #require(opened.location)
    }

    /// Whether anything of it is read where members read announcements.
    func isRead(by somebody: Cast) async throws -> Bool {
        let browser = try await ruche.browser(as: somebody)
        let addresses = [
            "/c/nuit", "/c/nuit/annonces", page, "\(page)/versions", "\(page)/question",
            "/c/nuit/recherche?q=perroquet", "/c/nuit/journal",
        ]
        for address in addresses where try await browser.get(address).says("monsieur au perroquet") { return true }
        return false
    }

    func letters(to somebody: Cast) async throws -> [String] {
        try await ruche.deliver()
        return ruche.mailbox.letters.filter { $0.address == somebody.email }.map {
            TestBrowser.Page.plain($0.subject + "\n" + $0.text)
        }
    }

    func files(holding word: String) throws -> [String] {
        guard let path = ruche.instance.database.file else { return [] }
        let paths = [path, path + "-wal"].filter { FileManager.default.fileExists(atPath: $0) }
        return try paths.filter { try Data(contentsOf: URL(fileURLWithPath: $0)).range(of: Data(word.utf8)) != nil }
    }
}

@Suite("An announcement that is flagged")
struct FlaggedAnnouncementTests {
    @Test(
        "for a patient's sake leaves every page, the search, the log and the letters that wait",
        arguments: TestEngine.available)
    func hides(_ engine: TestEngine) async throws {
        let scene = try await AnnouncedScene(engine)
        #expect(try await scene.isRead(by: .claire))
        #expect(try await scene.ruche.browser(as: .claire).get(scene.page).text.contains("\(scene.page)/signaler"))
        let flagged = try await scene.flag()
        #expect(flagged.location == scene.page)
        for somebody in [Cast.claire, .paul, .ines, .nadia] {
            #expect(try await !scene.isRead(by: somebody), "\(somebody)")
            let page = try await scene.ruche.browser(as: somebody).get(scene.page)
            #expect(page.says("Cette annonce est masquée pendant qu’elle est relue."), "\(somebody)")
        }
        #expect(try await !scene.letters(to: .claire).contains { $0.contains("perroquet") })
        #expect(try await scene.letters(to: .ines).contains { $0.contains("Donnée patient signalée") })
        #expect(try await scene.letters(to: .nadia).contains { $0.contains("Il est masqué pendant qu’il est relu.") })
        for gesture in ["retablir", "retirer"] {
            #expect(try await scene.ruche.browser(as: .ines).post("\(scene.page)/\(gesture)").status == .notFound)
        }
    }

    @Test("takes the discussion that it opened along, which begins with its title", arguments: TestEngine.available)
    func discussion(_ engine: TestEngine) async throws {
        let scene = try await AnnouncedScene(engine)
        let thread = try await scene.discuss("Quelle bonne nouvelle.")
        try await scene.flag()
        let page = try await scene.ruche.browser(as: .yannick).get(thread)
        #expect(page.says("Un message est masqué") && !page.says("perroquet"))
        let waiting = try await scene.ruche.view(as: .ines) { try $0.safety.waiting() }
        #expect(waiting.count == 2 && waiting.allSatisfy { $0.isAboutPatient && $0.isHidden })
    }

    @Test("is hidden with the question of its discussion, when that one is flagged", arguments: TestEngine.available)
    func fromTheDiscussion(_ engine: TestEngine) async throws {
        let scene = try await AnnouncedScene(engine)
        let thread = try await scene.discuss("Quelle bonne nouvelle.")
        try await scene.ruche.browser(as: .paul).post("\(thread)/signaler", ["raison": "patient"])
        #expect(try await !scene.isRead(by: .yannick))
    }

    @Test("stands in the queue, and comes back where it was", arguments: TestEngine.available)
    func putBack(_ engine: TestEngine) async throws {
        let scene = try await AnnouncedScene(engine)
        try await scene.flag()
        #expect(try await scene.ruche.browser(as: .ines).get("/c/nuit/a-relire").says("Annonce signalée"))
        #expect(try await scene.answer("remettre", "Personne n’est nommé.").status == .seeOther)
        #expect(try await scene.isRead(by: .claire))
        #expect(try await scene.letters(to: .nadia).last?.contains("Il est de nouveau en place.") == true)
        #expect(try await scene.letters(to: .paul).last?.contains("Personne n’est nommé.") == true)
        let log = try await scene.ruche.browser(as: .claire).get("/c/nuit/journal")
        #expect(log.says("a laissé ou remis en place un message signalé.") && log.says("« Personne n’est nommé. »"))
    }

    @Test("for another reason stays where it is until it is read", arguments: TestEngine.available)
    func otherReasons(_ engine: TestEngine) async throws {
        let scene = try await AnnouncedScene(engine)
        try await scene.flag("misplaced")
        #expect(try await scene.isRead(by: .claire))
        #expect(try await scene.flag(as: .nadia).says("Ce message est de vous"))
    }

    @Test("is never judged by the facilitator who wrote it", arguments: TestEngine.available)
    func ownWords(_ engine: TestEngine) async throws {
        let scene = try await AnnouncedScene(engine)
        try await scene.flag()
        for verdict in ["remettre", "corriger"] {
            #expect(
                try await scene.answer(verdict, as: .nadia).says("quelqu’un d’autre de l’animation décide"),
                "\(verdict)")
        }
        #expect(try await !scene.isRead(by: .claire))
    }

    @Test(
        "is corrected by its author when asked to, and shown again as long as before", arguments: TestEngine.available)
    func corrected(_ engine: TestEngine) async throws {
        let scene = try await AnnouncedScene(engine)
        try await scene.flag()
        try await scene.answer("corriger", "Sans l’oiseau.")
        let nadia = try await scene.ruche.browser(as: .nadia)
        #expect(try await nadia.get(scene.page).text.contains("\(scene.page)/corriger"))
        #expect(try await scene.ruche.browser(as: .claire).get("\(scene.page)/corriger").status == .notFound)
        let form = try await nadia.get("\(scene.page)/corriger")
        #expect(form.value(of: "titre") == AnnouncedScene.title && form.says("Sans l’oiseau."))
        let empty = try await nadia.post("\(scene.page)/corriger", ["titre": "", "texte": "Deux mots."])
        #expect(empty.refusal(of: "titre") != nil && empty.value(of: "texte") == "Deux mots.")
        let kept = try await nadia.post(
            "\(scene.page)/corriger", ["titre": "Merci à tous", "texte": "Rencontre le 20 novembre au CHU de Valmont."])
        #expect(kept.location == scene.page)
        #expect(try await scene.ruche.browser(as: .claire).get("/c/nuit").says("Merci à tous"))
        let until = try await scene.ruche.value("select shown_until from announcement", as: Instant.self)
        #expect(until == .paris(2026, 11, 21, 0))
        try await scene.ruche.deliver()
        #expect(try await scene.ruche.textColumns(holding: "perroquet") == [])
    }

    @Test("that was withdrawn meanwhile is not put back by a verdict", arguments: TestEngine.available)
    func withdrawn(_ engine: TestEngine) async throws {
        let scene = try await AnnouncedScene(engine)
        try await scene.flag("misplaced")
        scene.ruche.clock.advance(by: .minutes(1))
        try await scene.ruche.browser(as: .nadia).post("\(scene.page)/retirer")
        scene.ruche.clock.advance(by: .minutes(1))
        try await scene.answer("retirer", "Hors sujet.")
        let id = try await scene.ruche.value("select max(id) from rereading", as: Int.self) ?? 0
        try await scene.ruche.browser(as: .ines).post(
            "/c/nuit/a-relire/\(id)/decider", ["verdict": "remettre", "mot": "Tout compte fait."])
        #expect(try await scene.ruche.view(as: .claire) { try $0.announcements.all().isEmpty })
        #expect(try await scene.ruche.browser(as: .claire).get(scene.page).status == .notFound)
    }

    @Test("is erased with every copy, and no byte is left", arguments: TestEngine.available)
    func purged(_ engine: TestEngine) async throws {
        let scene = try await AnnouncedScene(engine)
        let ruche = scene.ruche
        ruche.clock.advance(by: .hours(1))
        let (id, version) = (scene.announcement, 1)
        try await ruche.act(as: .nadia) { act in
            var draft = AnnouncementDraft()
            (draft.title, draft.until) = ("Merci à tous", "2026-11-20")
            draft.body = "Et au monsieur au perroquet, dont la véranda mauve est vide."
            try act.announcements.change(id, to: draft, from: version)
            try act.dataCopies.ask()
        }
        try await ruche.deliver()
        try await ruche.alter(
            "insert into mail (key, recipient, name, language, letter, state, created_at, text) values ('demo', 'a@example.org', '', 'fr', '', 'sent', 0, \(AnnouncedScene.body))"
        )
        #expect(try await !ruche.textColumns(holding: "perroquet").isEmpty, "the search would find it")
        try await scene.flag()
        let erased = try await scene.answer("effacer", "On reconnaît quelqu’un.")
        #expect(erased.location?.hasPrefix("/c/nuit/incidents/") == true)
        try await ruche.deliver()
        for word in AnnouncedScene.remains {
            #expect(try await ruche.textColumns(holding: word) == [], "\(word)")
            #expect(try scene.files(holding: word) == [], "\(word)")
        }
        let incident = try await ruche.view(as: .ines) { try #require($0.safety.incidents().first) }
        #expect(incident.proof?.isClean == true && incident.place == .announcement(scene.announcement))
        #expect(try await ruche.browser(as: .claire).get(scene.page).says("Cette annonce a été effacée"))
        for somebody in [Cast.nadia, .paul] {
            #expect(try await scene.letters(to: somebody).last?.contains("toutes ses copies") == true, "\(somebody)")
        }
        #expect(
            try await ruche.browser(as: .claire).get("/c/nuit/journal").says(
                "a effacé un message qui permettait de reconnaître un patient."))
    }

    @Test("is erased by the operator by its name", arguments: TestEngine.available)
    func byCommand(_ engine: TestEngine) async throws {
        let scene = try await AnnouncedScene(engine)
        let name = "announcement/\(scene.announcement)"
        try await scene.ruche.instance.act(through: .command) { _ = try $0.purge(name, salt: 7) }
        #expect(try await scene.ruche.browser(as: .claire).get(scene.page).says("Cette annonce a été effacée"))
        #expect(try await scene.ruche.value("select body from announcement", as: String.self) == "")
    }
}
