import Calendaring
import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("One's own card")
struct OwnCardTests {
    private let fields = [
        "nom": "Claire Besnard", "metier": "60f", "etablissement": "CH de Montrieux", "territoire": "Val-d’Ouvre",
        "aider": "transfusion", "sollicitations": "4", "courriels": "daily",
    ]

    private func keep(_ more: [String: String], _ ruche: TestRuche) async throws -> TestBrowser.Page {
        try await ruche.browser(as: .claire).post(
            "/c/nuit/membres/moi", fields.merging(more) { _, new in new }.map { ($0.key, $0.value) })
    }

    @Test("shows each field to whom its owner says: members, facilitation, nobody", arguments: TestEngine.available)
    func audiences(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        _ = try await keep(["vu-etablissement": "facilitators", "vu-territoire": "owner", "vu-metier": "owner"], ruche)
        let card = "/c/nuit/membres/\(try ruche.member(.claire))"
        let (peer, facilitator) = (try await ruche.browser(as: .paul), try await ruche.browser(as: .nadia))
        for page in [card, "/c/nuit/membres", "/c/nuit/questions/\(question)", "/c/nuit"] {
            let text = try await peer.get(page)
            #expect(!text.says("CH de Montrieux") && !text.says("Val-d’Ouvre"), "\(page)")
        }
        #expect(try await peer.get(card).says("transfusion"))
        #expect(try await !peer.get(card).says("infirmière"))
        let seen = try await facilitator.get(card)
        #expect(seen.says("CH de Montrieux") && !seen.says("Val-d’Ouvre"))
        let own = try await ruche.browser(as: .claire).get("/c/nuit/membres/moi")
        #expect(own.value(of: "territoire") == "Val-d’Ouvre" && own.value(of: "vu-territoire") == "owner")
        #expect(own.value(of: "metier") == "60f")
        _ = try await keep([:], ruche)
        #expect(try await peer.get(card).says("CH de Montrieux"), "shown again when its owner says so")
    }

    @Test("is found by the words that its reader may see, and by no others", arguments: TestEngine.available)
    func search(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await keep(["vu-etablissement": "owner"], ruche)
        #expect(try await !ruche.browser(as: .paul).get("/c/nuit/membres?mots=Montrieux").says("Claire Besnard"))
        #expect(try await ruche.browser(as: .paul).get("/c/nuit/membres?mots=transfusion").says("Claire Besnard"))
    }

    @Test("warns of a wrong key, keeps the number, and shows it to its owner alone", arguments: TestEngine.available)
    func numbers(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        #expect(try await keep(["rpps": "10001234566", "finess": "2A0000014"], ruche).status == .seeOther)
        let own = try await ruche.browser(as: .claire).get("/c/nuit/membres/moi")
        #expect(own.value(of: "rpps") == "10001234566" && own.value(of: "finess") == "2A0000014")
        #expect(own.says("sa clé ne correspond pas"))
        let card = try await ruche.browser(as: .nadia).get("/c/nuit/membres/\(try ruche.member(.claire))")
        #expect(!card.says("10001234566") && !card.says("2A0000014"))
        _ = try await keep(["rpps": "10001234565", "finess": "2A0000014"], ruche)
        #expect(try await !ruche.browser(as: .claire).get("/c/nuit/membres/moi").says("sa clé ne correspond pas"))
    }

    @Test("says how often its owner may be asked", arguments: TestEngine.available)
    func asks(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await keep(["sollicitations": "0"], ruche)
        let card = try await ruche.browser(as: .paul).get("/c/nuit/membres/\(try ruche.member(.claire))")
        #expect(card.says("On peut solliciter Claire : pas en ce moment"))
    }
}

@Suite("The tempo of mail")
struct MailTempoTests {
    private func choose(_ tempo: MailTempo, _ ruche: TestRuche) async throws {
        try await ruche.act(as: .claire) { act in
            var own = try act.view.members.ownCard()
            own.tempo = tempo
            try act.members.change(own)
        }
    }

    private func letters(_ ruche: TestRuche) async throws -> [Mailbox.Received] {
        try await ruche.deliver()
        return ruche.mailbox.letters.filter { $0.address == Cast.claire.email }
    }

    @Test("gathers a day's replies in one letter, one line per exchange", arguments: TestEngine.available)
    func daily(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await choose(.daily, ruche)
        let first = try await ruche.ask(by: .claire, "Qui appeler la nuit ?")
        let second = try await ruche.ask(by: .claire, "Comment tracer une chute ?")
        _ = try await ruche.reply(by: .paul, to: first)
        _ = try await ruche.reply(by: .ines, to: first)
        _ = try await ruche.reply(by: .paul, to: second)
        #expect(try await letters(ruche).isEmpty, "nothing before the next morning")
        ruche.clock.advance(by: .hours(23))
        let letter = try #require(try await letters(ruche).last)
        #expect(letter.text.components(separatedBy: "Qui appeler la nuit").count == 2)
        #expect(letter.text.contains("Paul Sarrazin a répondu, Inès Rouvière a répondu"))
        #expect(letter.text.contains("/c/nuit/questions/\(second)"))
        #expect(try await letters(ruche).count == 1)
    }

    @Test("comes on Monday for a week, and never for who has read it all", arguments: TestEngine.available)
    func weekly(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await choose(.weekly, ruche)
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(by: .paul, to: question)
        ruche.clock.advance(by: .days(6))
        #expect(try await letters(ruche).isEmpty)
        ruche.clock.advance(by: .days(1))
        #expect(try await letters(ruche).count == 1)
        _ = try await ruche.reply(by: .ines, to: question)
        try await ruche.browser(as: .claire).get("/c/nuit/questions/\(question)")
        await ruche.writeComings()
        ruche.clock.advance(by: .days(7))
        #expect(try await letters(ruche).count == 1)
    }

    @Test("comes at the hour and on the day that its reader chose, on their clock", arguments: TestEngine.available)
    func chosen(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claire = try await ruche.browser(as: .claire)
        try await claire.post("/moi/fuseau", ["fuseau": "America/Martinique"])
        try await claire.post(
            "/c/nuit/membres/moi",
            ["nom": Cast.claire.name, "courriels": "weekly", "resume-heure": "1080", "resume-jour": "4"])
        let page = try await claire.get("/c/nuit/membres/moi")
        #expect(page.value(of: "resume-heure") == "1080" && page.value(of: "resume-jour") == "4")
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(by: .paul, to: question)
        // Thursday at six in the evening there.
        let martinique = try #require(Zone("America/Martinique"))
        var day = martinique.date(at: ruche.clock.now.milliseconds).adding(days: 1)
        while day.weekday != .thursday { day = day.adding(days: 1) }
        let due = Instant(milliseconds: martinique.instant(of: day, at: try #require(CivilTime(18, 0))))
        ruche.clock.advance(by: due - ruche.clock.now - .minutes(1))
        #expect(try await letters(ruche).isEmpty)
        ruche.clock.advance(by: .minutes(2))
        #expect(try await letters(ruche).map { TestBrowser.Page.plain($0.subject) } == ["La semaine de « Nuit »"])
    }

    @Test(
        "of a month leaves on the first such day of the next one",
        arguments: [("2026-11-24", "2026-12-07"), ("2026-12-07", "2026-12-07"), ("2026-12-08", "2027-01-04")])
    func monthly(from: String, expected: String) throws {
        let zone = Zone.paris
        let now = Instant(
            milliseconds: zone.instant(of: try #require(CivilDate(from)), at: try #require(CivilTime(6, 0))))
        let due = MailActs.due(.monthly, at: DigestMoment(), after: now, in: zone)
        #expect(zone.date(at: due.milliseconds).description == expected)
    }

    @Test("of a month says so", arguments: TestEngine.available)
    func month(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await choose(.monthly, ruche)
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(by: .paul, to: question)
        ruche.clock.advance(by: .days(40))
        #expect(try await letters(ruche).map { TestBrowser.Page.plain($0.subject) } == ["Le mois de « Nuit »"])
    }

    @Test("is one by one, or none at all", arguments: TestEngine.available)
    func others(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(by: .paul, to: question)
        #expect(try await letters(ruche).count == 1)
        try await choose(.none, ruche)
        _ = try await ruche.reply(by: .ines, to: question)
        ruche.clock.advance(by: .days(9))
        #expect(try await letters(ruche).count == 1)
    }
}
