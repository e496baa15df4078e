import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("The salon of those who facilitate")
struct SalonTests {
    private func salonMembers(_ ruche: TestRuche) async throws -> [String] {
        try await ruche.instance.database.read { transaction in
            try transaction.column(
                """
                select m.name || ' ' || m.role from member m join community c on c.id = m.community_id
                where c.is_salon = 1 and m.left_at is null order by m.id
                """, as: String.self)
        }
    }

    @Test("opens at the first click of a facilitator, and the others join it", arguments: TestEngine.available)
    func joined(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        #expect(try await nadia.get("/c/nuit/animation").says("Ouvrir le salon"))
        #expect(try await nadia.post("/c/nuit/animation/salon").location == "/c/salon-animation")
        let jules = try await ruche.browser(as: .jules)
        #expect(try await jules.get("/c/jour/animation").says("Rejoindre le salon"))
        try await jules.post("/c/jour/animation/salon")
        #expect(try await salonMembers(ruche) == ["Nadia Benhaddou facilitator", "Jules Lantier member"])
        #expect(try await jules.get("/c/jour/animation").says("Entrer dans le salon"))
        // The exchanges are those of any community.
        let asked = try await jules.post(
            "/c/salon-animation/questions", ["titre": "Comment relancez-vous ?", "vu": "1"])
        #expect(asked.location?.hasPrefix("/c/salon-animation/questions/") == true)
        #expect(try await nadia.get("/c/salon-animation/echanges").says("Comment relancez-vous ?"))
        #expect(try await ruche.count("community") == 3)
    }

    @Test("takes nobody who facilitates nothing, by whatever door", arguments: TestEngine.available)
    func closed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.browser(as: .nadia).post("/c/nuit/animation/salon")
        #expect(try await ruche.browser(as: .claire).post("/c/nuit/animation/salon").status == .forbidden)
        #expect(try await ruche.browser(as: .claire).get("/c/salon-animation").status == .notFound)
        let claire = try #require(ruche.people[.claire]?.person)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { act in
                let salon = try #require(try act.view.communities.find("salon-animation"))
                try act.members.enter(salon.id, person: claire, as: MemberDraft(name: "Claire"), role: .member)
            }
        }
        #expect(try await salonMembers(ruche).count == 1)
        let nadia = try await ruche.browser(as: .nadia)
        let sentence = "Le salon n’a pas d’invités"
        let letter = try await nadia.post(
            "/c/salon-animation/invitations", ["courriel": "x@example.org", "role": "member"])
        #expect(letter.says(sentence))
        let link = try await nadia.post("/c/salon-animation/invitations/liens", ["jours": "30", "places": "5"])
        #expect(link.says(sentence))
        let page = try await nadia.post(
            "/c/salon-animation/page-publique", ["texte": "Nous.", "ouverte": "1", "version": "0"])
        #expect(page.says(sentence))
        #expect(try await ruche.count("invitation") == 0)
    }

    @Test(
        "is left freely, also by who opened it, and keeps those whose mandate has ended",
        arguments: TestEngine.available)
    func left(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        try await nadia.post("/c/nuit/animation/salon")
        try await ruche.browser(as: .jules).post("/c/jour/animation/salon")
        try await ruche.alter("update member set role = 'member' where name = 'Jules Lantier' and role = 'facilitator'")
        #expect(try await ruche.browser(as: .jules).get("/c/salon-animation").status == .ok)
        #expect(try await nadia.post("/c/salon-animation/membres/quitter").status == .seeOther)
        #expect(try await salonMembers(ruche) == ["Jules Lantier facilitator"])
        // Who facilitates no more does not come back.
        try await ruche.browser(as: .jules).post("/c/salon-animation/membres/quitter")
        let back = try await ruche.browser(as: .jules).post("/communautes/salon-animation/revenir")
        #expect(back.status != .seeOther)
        #expect(try await salonMembers(ruche).isEmpty)
    }
}
