import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("An announcement")
struct AnnouncementTests {
    private static func draft(_ title: String = "La rencontre du 20 passe à 15 h", until: String = "2026-11-20")
        -> AnnouncementDraft
    {
        var draft = AnnouncementDraft()
        (draft.title, draft.body, draft.until) = (title, "Même lien, même durée.", until)
        return draft
    }

    @discardableResult
    private func announce(_ ruche: TestRuche, _ draft: AnnouncementDraft = draft()) async throws -> Announcement.ID {
        try await ruche.act(as: .nadia) { try $0.announcements.announce(draft) }
    }

    @Test(
        "is shown to the members until its day, and sent once to each who takes mails", arguments: TestEngine.available)
    func shown(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.alter("update member set mail_tempo = 'none' where name = \(Cast.paul.name)")
        let nadia = try await ruche.browser(as: .nadia)
        let sent = try await nadia.post(
            "/c/nuit/annonces",
            ["titre": "La rencontre du 20 passe à 15 h", "texte": "Même lien.", "jusqu-au": "2026-11-20"])
        #expect(sent.status == .seeOther)
        let claire = try await ruche.browser(as: .claire)
        #expect(try await claire.get("/c/nuit").says("La rencontre du 20 passe à 15 h"))
        #expect(try await claire.get("/c/nuit/annonces").says("Même lien."))
        try await ruche.deliver()
        let told = ruche.mailbox.letters.filter { $0.text.contains("Même lien.") }.map(\.address)
        #expect(Set(told) == [Cast.claire.email, Cast.yannick.email, Cast.ines.email] && told.count == 3)
        ruche.clock.advance(by: .days(19))
        let later = try await ruche.browser(as: .claire)
        #expect(try await !later.get("/c/nuit").says("La rencontre du 20 passe à 15 h"))
        #expect(try await later.get("/c/nuit/annonces").says("Plus affichées"))
        #expect(try await ruche.journal.filter { $0 != .signedIn } == [.announced])
    }

    @Test("is written by facilitators alone, and no more than once a week", arguments: TestEngine.available)
    func rare(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for somebody in [Cast.claire, .odile] {
            await #expect(throws: Refusal.self) {
                try await ruche.act(as: somebody) { _ = try $0.announcements.announce(Self.draft()) }
            }
        }
        let first = try await announce(ruche)
        #expect(try await announce(ruche) == first, "a second finger is the same announcement")
        ruche.clock.advance(by: .days(6))
        let page = try await ruche.browser(as: .nadia).post(
            "/c/nuit/annonces", ["titre": "Encore une", "texte": "Deux mots.", "jusqu-au": "2026-11-20"])
        #expect(page.status == .conflict && page.refusal(of: "titre") != nil)
        #expect(page.value(of: "texte") == "Deux mots.", "nothing typed is lost")
        #expect(try await ruche.count("announcement") == 1)
        ruche.clock.advance(by: .days(1))
        try await announce(ruche, Self.draft("Encore une"))
        #expect(try await ruche.count("announcement") == 2)
    }

    @Test("says before it leaves what it would weigh", arguments: TestEngine.available)
    func weight(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for _ in 1...2 {
            try await announce(ruche)
            ruche.clock.advance(by: .days(8))
        }
        // Three announcements beside one contribution of somebody who does not facilitate; Nadia's does not count.
        _ = try await ruche.ask(by: .claire)
        _ = try await ruche.ask(by: .nadia, "Et vous ?")
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/annonces/nouvelle")
        #expect(page.says("Cette annonce serait la 3e des trois derniers mois."))
        #expect(page.says("Avec elle, 75 % de ce que lisent les membres seraient des annonces"))
        #expect(page.says("une question ferait réagir"))
        #expect(page.value(of: "jusqu-au") == "2026-12-02")
    }

    @Test("becomes a question in one click, before or after it leaves", arguments: TestEngine.available)
    func question(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let before = try await nadia.post(
            "/c/nuit/annonces",
            ["titre": "Nouvelles barrières", "texte": "Elles arrivent.", "jusqu-au": "", "question": "1"])
        #expect(before.status == .ok && before.says("Poser une question"))
        #expect(before.value(of: "titre") == "Nouvelles barrières" && before.value(of: "texte") == "Elles arrivent.")
        #expect(try await ruche.count("announcement") == 0)
        let id = try await announce(ruche)
        let after = try await ruche.browser(as: .claire).get("/c/nuit/annonces/\(id)/question")
        #expect(after.value(of: "titre").map(TestBrowser.Page.plain) == "La rencontre du 20 passe à 15 h")
    }

    @Test("keeps each state of its text, and is changed by its author alone", arguments: TestEngine.available)
    func history(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await announce(ruche)
        ruche.clock.advance(by: .minutes(10))
        let nadia = try await ruche.browser(as: .nadia)
        let changed = try await nadia.post(
            "/c/nuit/annonces/\(id)/modifier",
            ["titre": "La rencontre du 20 passe à 16 h", "texte": "", "jusqu-au": "2026-11-20", "version": "1"])
        #expect(changed.status == .seeOther)
        let stale = try await nadia.post(
            "/c/nuit/annonces/\(id)/modifier",
            ["titre": "À 17 h", "texte": "", "jusqu-au": "2026-11-20", "version": "1"])
        #expect(stale.status == .unprocessableContent && stale.says("Ce texte a changé pendant que vous écriviez"))
        let versions = try await ruche.view(as: .claire) { try $0.announcements.history(of: id).versions }
        #expect(
            versions.map { TestBrowser.Page.plain($0.title) } == [
                "La rencontre du 20 passe à 15 h", "La rencontre du 20 passe à 16 h",
            ])
        let read = try await ruche.browser(as: .claire).get("/c/nuit/annonces/\(id)/versions")
        #expect(read.status == .ok && read.text.contains("<ins") && read.text.contains("<del"))
        try await ruche.act(as: .nadia) { try $0.members.change(try ruche.member(.claire), to: .facilitator) }
        let claire = try await ruche.instance.view { _ in
            Actor(
                person: ruche.people[.claire]?.person, community: ruche.people[.claire]?.community,
                member: ruche.people[.claire]?.member, role: .facilitator)
        }
        await #expect(throws: Refusal.self) {
            try await ruche.instance.act(by: claire, through: .web) {
                try $0.announcements.change(id, to: Self.draft("La mienne"), from: 2)
            }
        }
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.filter { $0.text.contains("annonces/\(id)") }.count == 4, "no second mail")
    }

    @Test("is withdrawn with a trace, and put back within a day", arguments: TestEngine.available)
    func withdrawn(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await announce(ruche)
        let (nadia, claire) = (try await ruche.browser(as: .nadia), try await ruche.browser(as: .claire))
        try await nadia.post("/c/nuit/annonces/\(id)/retirer")
        #expect(try await claire.get("/c/nuit/annonces/\(id)").status == .notFound)
        #expect(try await !claire.get("/c/nuit").says("passe à 15 h"))
        #expect(try await claire.get("/c/nuit/journal").says("a retiré une annonce"))
        #expect(try await nadia.get("/c/nuit/annonces").says("L’annonce est retirée."))
        try await nadia.post("/c/nuit/annonces/\(id)/retablir")
        #expect(try await claire.get("/c/nuit").says("passe à 15 h"))
        try await nadia.post("/c/nuit/annonces/\(id)/retirer")
        ruche.clock.advance(by: .days(2))
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.announcements.restore(id) }
        }
    }

    @Test("opens a discussion with its first reply, and leads there from then on", arguments: TestEngine.available)
    func discussion(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let id = try await announce(ruche)
        let claire = try await ruche.browser(as: .claire)
        let empty = try await claire.post("/c/nuit/annonces/\(id)/reponse", ["texte": " "])
        #expect(empty.status == .unprocessableContent && empty.refusal(of: "texte") != nil)
        let opened = try await claire.post("/c/nuit/annonces/\(id)/reponse", ["texte": "À 15 h je dors encore."])
        let thread = try #require(opened.location)
        #expect(try await claire.get(thread).says("À 15 h je dors encore."))
        let again = try await claire.post("/c/nuit/annonces/\(id)/reponse", ["texte": "À 15 h je dors encore."])
        #expect(again.location == thread, "sent twice by a slow network")
        #expect(
            try await ruche.value("select kind || ' ' || title from question", as: String.self)
                .map(TestBrowser.Page.plain) == "discussion La rencontre du 20 passe à 15 h")
        let late = try await ruche.browser(as: .paul).post(
            "/c/nuit/annonces/\(id)/reponse", ["texte": "Moi aussi, je dors."])
        #expect(late.status == .conflict && late.value(of: "texte") == "Moi aussi, je dors.")
        #expect(try await ruche.browser(as: .paul).get("/c/nuit/annonces/\(id)").text.contains(thread))
        #expect(try await ruche.journal.filter { $0 != .signedIn } == [.announced, .beganExchange])
    }

    @Test(
        "passes the guard: a patient stops it, the date and place of a meeting do not", arguments: TestEngine.available)
    func guarded(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let stopped = try await nadia.post(
            "/c/nuit/annonces",
            ["titre": "Mme Lafitte a refusé", "texte": "IPP 00458213", "jusqu-au": "2026-11-20"])
        #expect(stopped.status == .unprocessableContent && stopped.says("reconnaître un patient"))
        #expect(try await ruche.count("announcement") == 0)
        let replaced = try await nadia.post(
            "/c/nuit/annonces",
            ["titre": "Mme Lafitte a refusé", "texte": "Demain.", "jusqu-au": "2026-11-20", "remplacer": "1"])
        #expect(replaced.value(of: "titre")?.contains("Lafitte") == false)
        let logistics = try await nadia.post(
            "/c/nuit/annonces",
            [
                "titre": "Rencontre le 20 novembre à 15 h", "texte": "Au CHU de Valmont, 05 56 12 34 56.",
                "jusqu-au": "2026-11-20",
            ])
        #expect(logistics.status == .seeOther)
    }

    @Test("is no contribution, and counts as diffusion", arguments: TestEngine.available)
    func noContribution(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        ruche.clock.advance(by: .days(20))
        try await announce(ruche, Self.draft(until: "2026-12-01"))
        ruche.clock.advance(by: .days(2))
        let active = try await ruche.view(as: .nadia) { view in
            try view.evaluations.evaluation(on: view.evaluations.lastClosedDay()).indicator(.vi1)
        }
        #expect(active.k == 0)
    }
}
