import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Members")
struct MemberTests {
    @Test("stand in the order of the French alphabet, accents set aside", arguments: TestEngine.available)
    func order(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for (who, name) in [
            (Cast.claire, "Zoé Adam"), (.paul, "élodie Roy"), (.ines, "Émile Roy"), (.yannick, "Œdipe"),
        ] {
            try await ruche.act(as: who) { try $0.members.change(MemberDraft(name: name)) }
        }
        let names = try await ruche.view(as: .nadia) { try $0.members.directory().map(\.member.name) }
        #expect(names == ["élodie Roy", "Émile Roy", "Nadia Benhaddou", "Œdipe", "Zoé Adam"])
        let rest = try await ruche.view(as: .nadia) { view in
            try view.members.directory(after: ("Émile Roy", try ruche.member(.ines))).map(\.member.name)
        }
        #expect(rest == ["Nadia Benhaddou", "Œdipe", "Zoé Adam"])
    }

    @Test("who come back find their card and their date, and the journal says so", arguments: TestEngine.available)
    func comingBack(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let person = try await ruche.view(as: .paul) { try #require($0.actor.person) }
        let card = MemberDraft(
            name: "Paul Sarrazin", profession: "35", establishment: "CH de Val-Ouvre", canHelpOn: "les perfusions")
        try await ruche.act(as: .paul) { try $0.members.change(card) }
        let id = try ruche.member(.paul)
        let before = try await ruche.view(as: .nadia) { try $0.members.profile(id) }
        try await ruche.act(as: .paul) { try $0.members.leave() }
        ruche.clock.advance(by: .days(40))
        try await ruche.act(as: .nadia) { act in
            try act.members.enter(
                act.community, person: person, as: MemberDraft(name: "Paul Sarrazin"), role: .observer)
        }
        let now = try await ruche.view(as: .nadia) { try $0.members.profile(id) }
        #expect(now.joinedAt == before.joinedAt && now.canHelpOn == "les perfusions")
        #expect(now.member.role == .observer)
        #expect(try await ruche.journal.suffix(2) == [.left, .changedRole])
    }

    @Test("who pause receive nothing, keep their seat, and are back on their day", arguments: TestEngine.available)
    func pausing(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claire = try await ruche.browser(as: .claire)
        let today = try await ruche.view(as: .claire) { try $0.evaluations.today() }
        for wrong in ["", "hier", today.description, today.adding(days: 400).description] {
            let page = try await claire.post("/c/nuit/membres/pause", ["retour-le": wrong])
            #expect(page.status == .unprocessableContent && page.value(of: "retour-le") == wrong, "\(wrong)")
        }
        let first = try await ruche.ask(by: .claire)
        let back = today.adding(days: 10).description
        #expect(try await claire.post("/c/nuit/membres/pause", ["retour-le": back]).status == .seeOther)
        #expect(try await claire.get("/c/nuit/membres/moi").says("Vous êtes en pause"))
        _ = try await ruche.reply(by: .paul, to: first)
        #expect(try await ruche.count("mail") == 0)
        ruche.clock.advance(by: .days(11))
        _ = try await ruche.reply(by: .ines, to: first)
        #expect(try await ruche.count("mail") == 1)
    }

    @Test("may say in advance from when to when", arguments: TestEngine.available)
    func planned(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let claire = try await ruche.browser(as: .claire)
        let wrong = try await claire.post(
            "/c/nuit/membres/pause", ["a-partir-du": "2026-12-20", "retour-le": "2026-12-10"])
        #expect(wrong.refusal(of: "a-partir-du") != nil && wrong.value(of: "retour-le") == "2026-12-10")
        try await claire.post("/c/nuit/membres/pause", ["a-partir-du": "2026-11-10", "retour-le": "2026-11-20"])
        #expect(try await claire.get("/c/nuit/membres/moi").says("Votre pause commence le"))
        _ = try await ruche.reply(by: .paul, to: question)
        #expect(try await ruche.count("mail") == 1, "not yet")
        ruche.clock.advance(by: .days(9))
        _ = try await ruche.reply(by: .ines, to: question)
        #expect(try await ruche.count("mail") == 1)
        ruche.clock.advance(by: .days(11))
        _ = try await ruche.reply(by: .ines, to: question)
        #expect(try await ruche.count("mail") == 2)
    }

    @Test("end a pause when they like", arguments: TestEngine.available)
    func resuming(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let until = try await ruche.view(as: .claire) { try $0.evaluations.today().adding(days: 90).description }
        try await ruche.act(as: .claire) { try $0.members.pause(until: until) }
        ruche.clock.advance(by: .hours(1))
        try await ruche.act(as: .claire) { try $0.members.resume() }
        let id = try ruche.member(.claire)
        let profile = try await ruche.view(as: .paul) { ($0.now, try $0.members.profile(id)) }
        #expect(!profile.1.isPaused(at: profile.0))
        #expect(try await ruche.journal.suffix(2) == [.paused, .resumed])
    }

    @Test("leave in one click, with a reason if they like, and come back the same way", arguments: TestEngine.available)
    func leaving(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let paul = try await ruche.browser(as: .paul)
        #expect(try await paul.post("/c/nuit/membres/quitter", ["raison": "no time"]).location == "/")
        #expect(try await paul.get("/c/nuit/echanges").status == .notFound)
        let evaluation = try await ruche.view(as: .nadia) { try $0.evaluations.evaluation(on: $0.evaluations.today()) }
        #expect(evaluation.indicator(.sa8).counts("reasons").first { $0.name == "no_time" }?.count == 1)
        #expect(try await paul.get("/").says("Celles que vous avez quittées"))
        #expect(try await paul.post("/communautes/nuit/revenir", [:]).location == "/c/nuit")
        #expect(try await paul.get("/c/nuit/echanges").status == .ok)
    }

    @Test("who never were there do not come back", arguments: TestEngine.available)
    func stranger(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for (who, slug) in [(Cast.jules, "nuit"), (.paul, "jour"), (.paul, "nuit"), (.paul, "nulle-part")] {
            let page = try await ruche.browser(as: who).post("/communautes/\(slug)/revenir", [:])
            #expect(page.status == .notFound, "\(who), \(slug)")
        }
    }

    @Test("keep the facilitation when they accept another invitation", arguments: TestEngine.available)
    func stillFacilitator(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let person = try await ruche.view(as: .nadia) { try #require($0.actor.person) }
        try await ruche.act(as: .nadia) { act in
            try act.members.enter(act.community, person: person, as: MemberDraft(name: "Nadia"), role: .member)
        }
        #expect(try await ruche.view(as: .nadia) { try $0.members.facilitators().count } == 1)
    }

    @Test("write no patient on their card", arguments: TestEngine.available)
    func patient(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await ruche.browser(as: .claire).post(
            "/c/nuit/membres/moi", ["nom": "Claire Besnard", "aider": "Mme Dupuis, née le 12/03/1941"])
        #expect(page.status == .unprocessableContent)
        #expect(page.value(of: "aider") == "Mme Dupuis, née le 12/03/1941")
    }
}
