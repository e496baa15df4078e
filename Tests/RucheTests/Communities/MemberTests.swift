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
