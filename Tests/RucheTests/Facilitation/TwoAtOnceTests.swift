import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// Nadia and Ines facilitate, in *jour* too; both have the same page open.
@Suite("Two facilitators at once")
struct TwoAtOnceTests {
    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .nadia) { try $0.members.change(try ruche.member(.ines), to: .facilitator) }
        let people = try [Cast.nadia, .ines, .claire].map { ($0, try #require(ruche.people[$0]?.person)) }
        try await ruche.instance.act(through: .command) { act in
            let there = try #require(try act.view.communities.find("jour")?.id)
            for (somebody, person) in people {
                _ = try act.members.enter(
                    there, person: person, as: MemberDraft(name: somebody.name),
                    role: somebody == .claire ? .member : .facilitator)
            }
        }
        return ruche.facilitating(.ines)
    }

    private func announce(_ ruche: TestRuche) async throws -> String {
        let id = try await ruche.act(as: .nadia) { act in
            var draft = AnnouncementDraft()
            (draft.title, draft.until) = ("La rencontre passe à 15 h", "2026-11-20")
            return try act.announcements.announce(draft)
        }
        return "/c/nuit/annonces/\(id)"
    }

    private static let changed: KeyValuePairs = [
        "titre": "La rencontre passe à 16 h", "texte": "Apportez vos fiches.", "jusqu-au": "2026-11-20", "version": "1",
    ]

    @Test(
        "one withdraws the announcement that its author changes: the text typed is kept",
        arguments: TestEngine.available)
    func withdrawn(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let page = try await announce(ruche)
        let (nadia, ines) = (try await ruche.browser(as: .nadia), try await ruche.browser(as: .ines))
        #expect(try await nadia.get("\(page)/modifier").status == .ok)
        try await ines.post("\(page)/retirer")
        let late = try await nadia.post("\(page)/modifier", Self.changed)
        #expect(late.status == .conflict && late.says("vient d’être retirée par l’animation"))
        #expect(late.value(of: "titre") == "La rencontre passe à 16 h")
        #expect(late.value(of: "texte") == "Apportez vos fiches.")
        #expect(try await ruche.value("select version from announcement", as: Int.self) == 1)
        try await ines.post("\(page)/retablir")
        #expect(try await nadia.post("\(page)/modifier", Self.changed).status == .seeOther)
    }

    @Test(
        "a member flags the announcement that its author changes: the text typed is kept",
        arguments: TestEngine.available)
    func flagged(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let page = try await announce(ruche)
        let nadia = try await ruche.browser(as: .nadia)
        try await ruche.browser(as: .paul).post("\(page)/signaler", ["raison": "patient"])
        let late = try await nadia.post("\(page)/modifier", Self.changed)
        #expect(late.status == .conflict && late.says("masquée le temps d’être relue"))
        #expect(late.value(of: "texte") == "Apportez vos fiches.")
        #expect(try await ruche.count("post_version") == 0)
    }

    @Test("announce: the second is told, and keeps their text", arguments: TestEngine.available)
    func announcing(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        async let first = ruche.browser(as: .nadia).post(
            "/c/nuit/annonces", ["titre": "Une", "texte": "De Nadia.", "jusqu-au": "2026-11-20"])
        async let second = ruche.browser(as: .ines).post(
            "/c/nuit/annonces", ["titre": "Deux", "texte": "D’Inès.", "jusqu-au": "2026-11-20"])
        let pages = try await [first, second]
        #expect(pages.count { $0.status == .seeOther } == 1)
        let late = try #require(pages.first { $0.status == .conflict })
        #expect(["De Nadia.", "D’Inès."].contains(late.value(of: "texte")))
        #expect(try await ruche.count("announcement") == 1)
    }

    @Test(
        "move a thread to two forms: the second sees who moved it, why, and what they had typed",
        arguments: TestEngine.available)
    func forms(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let question = try await ruche.ask(by: .claire) { $0.kind = .experience }
        let path = "/c/nuit/questions/\(question)/deplacer"
        let (nadia, ines) = (try await ruche.browser(as: .nadia), try await ruche.browser(as: .ines))
        #expect(try await ines.get(path).value(of: "avant") == "experience")
        try await nadia.post(path, ["avant": "experience", "forme": "idea", "raison": "Elle propose."])
        let late = try await ines.post(path, ["avant": "experience", "forme": "discussion", "raison": "On en parle."])
        #expect(late.status == .conflict && late.says("vient de changer la forme"))
        #expect(late.says("une idée par Nadia Benhaddou") && late.says("Elle propose."))
        #expect(late.value(of: "raison") == "On en parle." && late.value(of: "avant") == "idea")
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(question).kind } == .idea)
        #expect(try await ruche.count("thread_move") == 1)
        let again = try await ines.post(path, ["avant": "idea", "forme": "discussion", "raison": "On en parle."])
        #expect(again.status == .seeOther)
    }

    @Test(
        "take a thread elsewhere: the second learns where it went, who took it and why", arguments: TestEngine.available
    )
    func communities(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let question = try await ruche.ask(by: .claire)
        let path = "/c/nuit/questions/\(question)/deplacer"
        try await ruche.browser(as: .nadia).post(path, ["communaute": "jour", "raison": "On en parle là-bas."])
        let ines = try await ruche.browser(as: .ines)
        for fields in [["avant": "experience", "forme": "idea"], ["communaute": "jour"]] {
            let typed = fields.map { (key: $0.key, value: $0.value) } + [(key: "raison", value: "Elle propose.")]
            let late = try await ines.post(path, typed)
            #expect(late.status == .conflict && late.says("par Nadia Benhaddou") && late.says("On en parle là-bas."))
            #expect(late.says("« Elle propose. »") && late.text.contains("/c/jour/questions/\(question)"))
        }
        #expect(try await ines.get(path).location == "/c/jour/questions/\(question)")
        #expect(try await ruche.count("thread_move") == 1)
    }

    @Test("answer the same flag: the second learns by whom it was answered", arguments: TestEngine.available)
    func verdicts(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.browser(as: .paul).post("/c/nuit/questions/\(question)/signaler", ["raison": "patient"])
        let id = try await ruche.view(as: .nadia) { try #require($0.safety.waiting().first).id }
        let path = "/c/nuit/a-relire/\(id)/decider"
        try await ruche.browser(as: .nadia).post(path, ["verdict": "remettre", "mot": "Personne n’est nommé."])
        let late = try await ruche.browser(as: .ines).post(path, ["verdict": "effacer", "mot": "On la reconnaît."])
        #expect(late.status == .conflict && late.says("Nadia Benhaddou a déjà répondu à ce signalement."))
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(question).deletedAt } == nil)
    }
}
