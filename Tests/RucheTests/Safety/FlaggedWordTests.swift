import Foundation
import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

/// Claire writes to Yannick and Paul, who flags; Nadia facilitates, and takes no part in the talk.
private struct WhisperedScene {
    let ruche: TestRuche
    let talk: PrivateTalk.ID
    let word: PrivateWord.ID

    static let text = "Le monsieur au perroquet empaillé de la véranda mauve a encore appelé."

    init(_ engine: TestEngine) async throws {
        ruche = try await TestRuche(engine)
        talk = try await ruche.act(as: .claire) { act in
            let talk = try act.privateTalks.begin(with: "Yannick Le Goas, Paul Sarrazin", Self.text)
            try act.privateTalks.answer(talk, "Tu viens jeudi ?")
            return talk
        }
        word = try #require(try await ruche.value("select min(id) from private_word", as: PrivateWord.ID.self))
    }

    var page: String { "/c/nuit/mots/\(talk)" }
    var address: String { "/c/nuit/mots/mot/\(word)" }

    @discardableResult
    func flag(_ reason: String = "patient", as somebody: Cast = .paul) async throws -> TestBrowser.Page {
        try await ruche.browser(as: somebody).post("\(address)/signaler", ["raison": reason])
    }

    func rereading() async throws -> Rereading.ID {
        try await ruche.view(as: .nadia) { try #require($0.safety.waiting().first).id }
    }

    @discardableResult
    func answer(_ verdict: String, _ sentence: String = "Relu.") async throws -> TestBrowser.Page {
        try await ruche.browser(as: .nadia).post(
            "/c/nuit/a-relire/\(try await rereading())/decider", ["verdict": verdict, "mot": sentence])
    }

    func shows(_ words: String, to somebody: Cast) async throws -> Bool {
        try await ruche.browser(as: somebody).get(page).says(words)
    }
}

@Suite("A word in private that is flagged")
struct FlaggedWordTests {
    @Test("for a patient's sake is hidden at once, for all of the talk", arguments: TestEngine.available)
    func hides(_ engine: TestEngine) async throws {
        let scene = try await WhisperedScene(engine)
        #expect(try await scene.ruche.browser(as: .paul).get(scene.page).text.contains("\(scene.address)/signaler"))
        #expect(try await scene.flag().location == scene.page)
        for somebody in [Cast.claire, .yannick, .paul] {
            #expect(try await !scene.shows("perroquet", to: somebody), "\(somebody)")
            #expect(try await scene.shows("Un message est masqué pendant qu’il est relu.", to: somebody))
            #expect(try await scene.shows("Tu viens jeudi ?", to: somebody), "the others stay")
            #expect(try await !scene.ruche.browser(as: somebody).get("/c/nuit/mots").says("perroquet"))
        }
        try await scene.ruche.deliver()
        let told = scene.ruche.mailbox.letters
        #expect(told.contains { $0.address == Cast.nadia.email && $0.text.contains("Il est déjà masqué.") })
        #expect(told.contains { $0.address == Cast.claire.email && $0.text.contains("mots/\(scene.talk)") })
        #expect(!told.contains { $0.text.contains("perroquet") })
    }

    @Test("is flagged by those whom it was written to, and by nobody else", arguments: TestEngine.available)
    func whoMayFlag(_ engine: TestEngine) async throws {
        let scene = try await WhisperedScene(engine)
        for stranger in [Cast.nadia, .ines, .jules] {
            #expect(try await scene.flag(as: stranger).status == .notFound, "\(stranger)")
            let form = try await scene.ruche.browser(as: stranger).get("\(scene.address)/signaler")
            #expect(form.status == .notFound && !form.says("perroquet"), "\(stranger)")
        }
        #expect(try await scene.flag(as: .claire).says("Ce message est de vous"))
        #expect(try await scene.ruche.count("flag") == 0)
    }

    @Test(
        "is read by a facilitator who must decide, alone and not with the talk around it, and the log says so",
        arguments: TestEngine.available)
    func facilitators(_ engine: TestEngine) async throws {
        let scene = try await WhisperedScene(engine)
        try await scene.flag()
        let nadia = try await scene.ruche.browser(as: .nadia)
        let path = "/c/nuit/a-relire/\(try await scene.rereading())"
        #expect(try await nadia.get("/c/nuit/a-relire").says("Mot en privé signalé"))
        #expect(try await !nadia.get(path).says("perroquet"))
        let read = try await nadia.post("\(path)/lire")
        #expect(read.says("perroquet empaillé") && !read.says("jeudi") && !read.says(Cast.yannick.name))
        #expect(!read.text.contains("/mots/\(scene.talk)"))
        #expect(try await nadia.get(scene.page).status == .notFound)
        #expect(try await scene.ruche.browser(as: .ines).post("\(path)/lire").status == .forbidden)
        let log = try await scene.ruche.browser(as: .ines).get("/c/nuit/journal")
        #expect(log.says("a lu un message masqué, pour décider.") && !log.says(Cast.claire.name))
    }

    @Test("comes back, is corrected, or is removed, and its author is told", arguments: TestEngine.available)
    func verdicts(_ engine: TestEngine) async throws {
        let scene = try await WhisperedScene(engine)
        try await scene.flag()
        try await scene.answer("remettre")
        #expect(try await scene.shows("perroquet", to: .yannick))
        try await scene.flag(as: .yannick)
        try await scene.answer("corriger", "Sans l’oiseau.")
        let claire = try await scene.ruche.browser(as: .claire)
        #expect(try await claire.post("/c/nuit/mots/reprendre/\(scene.word)").status == .conflict)
        let form = try await claire.get("\(scene.address)/corriger")
        #expect(form.value(of: "texte") == WhisperedScene.text && form.says("Sans l’oiseau."))
        #expect(try await scene.ruche.browser(as: .paul).get("\(scene.address)/corriger").status == .notFound)
        try await claire.post("\(scene.address)/corriger", ["texte": "Un patient a encore appelé."])
        #expect(try await scene.shows("Un patient a encore appelé.", to: .paul))
        #expect(try await scene.ruche.textColumns(holding: "perroquet") == [])
        try await scene.flag("hurtful")
        try await scene.answer("retirer", "Une collègue s’y reconnaît.")
        #expect(try await !scene.shows("a encore appelé", to: .paul))
        #expect(try await scene.shows("Une collègue s’y reconnaît.", to: .claire))
    }

    @Test("is hidden with the words of the talk that quote it", arguments: TestEngine.available)
    func quotes(_ engine: TestEngine) async throws {
        let scene = try await WhisperedScene(engine)
        let talk = scene.talk
        try await scene.ruche.act(as: .yannick) {
            try $0.privateTalks.answer(talk, "> Le monsieur au perroquet empaillé\n\nEncore lui.")
        }
        try await scene.flag()
        #expect(try await !scene.shows("Encore lui.", to: .claire))
        #expect(try await scene.ruche.view(as: .nadia) { try $0.safety.waiting().count } == 2)
    }

    @Test("is erased without a byte left, by a facilitator or by the operator", arguments: TestEngine.available)
    func purged(_ engine: TestEngine) async throws {
        let scene = try await WhisperedScene(engine)
        try await scene.ruche.act(as: .claire) { try $0.dataCopies.ask() }
        try await scene.ruche.deliver()
        #expect(try await !scene.ruche.textColumns(holding: "perroquet").isEmpty, "the search would find it")
        try await scene.flag()
        try await scene.answer("effacer")
        try await scene.ruche.deliver()
        for word in ["perroquet", "véranda mauve", "empaill"] {
            #expect(try await scene.ruche.textColumns(holding: word) == [], "\(word)")
            guard let path = scene.ruche.instance.database.file else { continue }
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
        }
        let incident = try await scene.ruche.view(as: .nadia) { try #require($0.safety.incidents().first) }
        #expect(incident.proof?.isClean == true && incident.place == nil)
        let page = try await scene.ruche.browser(as: .nadia).get("/c/nuit/incidents/\(incident.id)")
        #expect(page.status == .ok && !page.text.contains("/mots/\(scene.talk)"))
        #expect(try await scene.shows("Un message a été effacé", to: .yannick))
        let other = "word/\(scene.word.rawValue + 1)"
        try await scene.ruche.instance.act(through: .command) { _ = try $0.purge(other, salt: 7) }
        #expect(try await !scene.shows("Tu viens jeudi ?", to: .paul))
    }

    @Test("leaves the queue with its talk, after a year of silence", arguments: TestEngine.available)
    func swept(_ engine: TestEngine) async throws {
        let scene = try await WhisperedScene(engine)
        try await scene.flag()
        scene.ruche.clock.advance(by: .days(366))
        try await scene.ruche.instance.act(through: .worker) { try $0.sweepPrivateTalks() }
        #expect(try await scene.ruche.view(as: .nadia) { try $0.safety.queue().isEmpty })
    }
}
