import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// Functions turn, terms end, the main passes from hand to hand; everyone of the community can read it.
@Suite("Roles and functions")
struct RoleTests {
    private func mandate(_ function: Function, in ruche: TestRuche) async throws -> Mandate? {
        try await ruche.view(as: .nadia) { try $0.mandates.current().first { $0.function == function } }
    }

    @Test("are read by everyone of the community, with what each may do", arguments: TestEngine.available)
    func page(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for somebody in [Cast.nadia, .claire, .odile] {
            let page = try await ruche.browser(as: somebody).get("/c/nuit/roles")
            #expect(page.status == .ok && page.says("Nadia Benhaddou") && page.says("Corriger les mots d’un autre"))
        }
        #expect(try await ruche.browser(as: .jules).get("/c/nuit/roles").status == .notFound)
    }

    @Test("say of each power what the routes allow")
    func powers() throws {
        // A power that nobody has is a route that nobody has; one's own words and an open vote are behind `guest` and `member`.
        let routes: [(Power, String, String)] = [
            (.read, "GET", "c/:community/questions"), (.write, "POST", "c/:community/questions"),
            (.retain, "POST", "c/:community/reponses/:id/retenir"), (.invite, "POST", "c/:community/invitations"),
            (.invite, "POST", "c/:community/demandes/:id"), (.decide, "POST", "c/:community/decisions/:id/avis"),
            (.adopt, "POST", "c/:community/decisions"), (.seeAggregates, "GET", "c/:community/evaluation"),
            (.editOwn, "POST", "c/:community/reponses/:id/modifier"),
        ]
        for (power, method, path) in routes {
            let route = try #require(
                WebServer.table.all.first { $0.path == path && $0.method.rawValue == method }, "\(method) \(path)")
            for role in Role.allCases {
                // Where one is invited: that exchange alone, by the routes of one exchange.
                let isOpen = ![.no, .invited].contains(power.extent(for: role))
                #expect(route.access.allows(role) == isOpen, "\(power), \(role)")
            }
        }
    }

    @Test("are left by whoever becomes a sponsor", arguments: TestEngine.available)
    func sponsor(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .claire) { try $0.mandates.take(.librarian, until: "2027-01-31") }
        let claire = try ruche.member(.claire)
        try await ruche.act(as: .nadia) { try $0.members.change(claire, to: .observer, because: "Elle l’a demandé.") }
        #expect(try await mandate(.librarian, in: ruche) == nil)
    }

    @Test("are taken by any member for a time, one person each, and given back", arguments: TestEngine.available)
    func functions(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claire = try await ruche.browser(as: .claire)
        let taken = try await claire.post("/c/nuit/roles", ["fonction": "secretary", "jusqu-au": "2027-01-31"])
        #expect(taken.location == "/c/nuit/roles")
        let held = try #require(try await mandate(.secretary, in: ruche))
        #expect(held.member.id == (try ruche.member(.claire)))
        let paul = try await ruche.browser(as: .paul)
        let refused = try await paul.post("/c/nuit/roles", ["fonction": "secretary", "jusqu-au": "2027-01-31"])
        #expect(refused.refusal(of: "fonction")?.contains("Claire Besnard tient cette fonction") == true)
        #expect(refused.value(of: "jusqu-au") == "2027-01-31", "what was typed stays")
        #expect(try await paul.post("/c/nuit/roles/\(held.id)/rendre").status == .forbidden)
        #expect(try await claire.post("/c/nuit/roles/\(held.id)/rendre").status == .seeOther)
        #expect(try await mandate(.secretary, in: ruche) == nil)
    }

    @Test("are not pressed on somebody by a member, and last a year at most", arguments: TestEngine.available)
    func limits(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let paul = try ruche.member(.paul).description
        let claire = try await ruche.browser(as: .claire)
        let fields: KeyValuePairs = ["fonction": "host", "membre": paul, "jusqu-au": "2027-01-31"]
        #expect(try await claire.post("/c/nuit/roles", fields).status == .forbidden)
        #expect(try await ruche.browser(as: .nadia).post("/c/nuit/roles", fields).status == .seeOther)
        let long = try await claire.post("/c/nuit/roles", ["fonction": "librarian", "jusqu-au": "2028-01-31"])
        #expect(long.refusal(of: "jusqu-au") != nil)
        let own = try await claire.post("/c/nuit/roles", ["fonction": "facilitation", "jusqu-au": "2027-01-31"])
        #expect(own.status == .forbidden, "facilitation is entrusted")
    }

    @Test("hand facilitation over with thirty days together", arguments: TestEngine.available)
    func handover(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let none = try await nadia.post("/c/nuit/roles/passer-la-main", ["mot": "La visio du jeudi saute."])
        #expect(none.refusal(of: "a-qui") != nil && none.value(of: "mot") == "La visio du jeudi saute.")
        let claire = try ruche.member(.claire)
        let done = try await nadia.post(
            "/c/nuit/roles/passer-la-main", ["a-qui": claire.description, "mot": "La visio du jeudi saute."])
        #expect(done.location == "/c/nuit/roles")
        let mandates = try await ruche.view(as: .nadia) { try $0.mandates.current() }
        let ends = Dictionary(uniqueKeysWithValues: mandates.map { ($0.member.id, $0.endsAt) })
        #expect(ends[try ruche.member(.nadia)] == ruche.clock.now + .days(30))
        #expect(try #require(ends[claire]) > ruche.clock.now + .days(364))
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.last?.text.contains("La visio du jeudi saute.") == true)
        ruche.clock.advance(by: .days(31))
        let over = try await ruche.browser(as: .nadia).get("/c/nuit/roles")
        #expect(over.says("mandat arrivé à son terme"))
        let own = try #require(mandates.first { $0.member.id != claire })
        let browser = try await ruche.browser(as: .nadia)
        #expect(try await browser.post("/c/nuit/roles/\(own.id)/rendre").status == .seeOther)
        #expect(try await browser.get("/c/nuit/invitations").status == .forbidden, "a member again")
    }

    @Test(
        "are taken from another facilitator with a reason, which they and all may read", arguments: TestEngine.available
    )
    func demotion(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claire = try ruche.member(.claire)
        try await ruche.act(as: .nadia) { try $0.members.change(claire, to: .facilitator) }
        let nadia = try await ruche.browser(as: .nadia)
        let path = "/c/nuit/membres/\(claire)/role"
        #expect(try await nadia.post(path, ["role": "member"]).refusal(of: "raison") != nil)
        let telling = try await nadia.post(
            path, ["role": "member", "raison": "Il a parlé de Mme Lafitte, chambre 214, IPP 00458213"])
        #expect(telling.refusal(of: "raison") != nil && telling.value(of: "raison")?.contains("Lafitte") == true)
        let held = try await ruche.view(as: .nadia) { try $0.mandates.current().first { $0.member.id == claire } }
        let mandate = try #require(held)
        #expect(try await nadia.post("/c/nuit/roles/\(mandate.id)/rendre").status == .unprocessableContent)
        #expect(
            try await nadia.post(path, ["role": "member", "raison": "Elle part en congé."]).status == .seeOther)
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == Cast.claire.email })
        #expect(letter.text.contains("Elle part en congé.") && letter.text.contains("Nadia Benhaddou"))
        let log = try await ruche.browser(as: .paul).get("/c/nuit/journal")
        #expect(log.says("a changé un rôle. Claire Besnard : membre") && log.says("Elle part en congé."))
    }

    @Test("end with the membership", arguments: TestEngine.available)
    func leaving(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .claire) { act in
            try act.mandates.take(.librarian, until: "2027-01-31")
            try act.members.leave()
        }
        #expect(try await mandate(.librarian, in: ruche) == nil)
    }

    @Test("leave a log of the acts of facilitation that members read", arguments: TestEngine.available)
    func log(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        try await nadia.post("/c/nuit/invitations", ["courriel": "secret@example.org"])
        try await nadia.post(
            "/c/nuit/membres/\(try ruche.member(.paul))/role",
            ["role": "observer", "raison": "Il nous soutient désormais."])
        let need = try await ruche.act(as: .claire) { try $0.needs.raise(NeedDraft(statement: "Être deux la nuit")) }
        try await ruche.act(as: .nadia) { try $0.needs.setAside(need, because: "Déjà couvert par l’ARS.") }
        let page = try await ruche.browser(as: .claire).get("/c/nuit/journal")
        #expect(page.says("a invité quelqu’un.") && !page.says("secret@example.org"))
        #expect(page.says("a changé un rôle. Paul Sarrazin : marraine ou parrain, avant membre."))
        #expect(page.says("a laissé de côté un besoin : Être deux la nuit") && page.says("Déjà couvert par l’ARS."))
        #expect(try await ruche.browser(as: .odile).get("/c/nuit/journal").status == .forbidden)
        let last = try #require(try await ruche.view(as: .claire) { try $0.auditLog.page().first })
        let before = try await ruche.browser(as: .claire).get("/c/nuit/journal?avant=\(last.id)")
        #expect(!before.says("a laissé de côté un besoin") && before.says("a invité quelqu’un."))
    }

    @Test("says each power that was used in a sentence", arguments: TestEngine.available)
    func sentences(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let member = try ruche.member(.claire)
        for verb in Verb.audited {
            try await ruche.act(as: .nadia) { try $0.record(verb, .member(member)) }
            let page = try await ruche.browser(as: .claire).get("/c/nuit/journal")
            #expect(!page.text.contains("<strong>Nadia Benhaddou</strong> </p>"), "\(verb.rawValue)")
        }
    }

    @Test(
        "proposes whose turn it might be: who has held the fewest functions, the longest here first",
        arguments: TestEngine.available)
    func turn(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .claire) { try $0.mandates.take(.secretary, until: "2026-12-01") }
        let turn = try await ruche.view(as: .nadia) { try $0.mandates.whoseTurn().map(\.name) }
        #expect(turn == [Cast.yannick.name, Cast.ines.name, Cast.paul.name])
        #expect(try await ruche.browser(as: .paul).get("/c/nuit/roles").says("Ce pourrait être le tour de"))
    }
}
