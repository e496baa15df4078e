import Calendaring
import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("The queue of what is to be read again")
struct ReviewQueueTests {
    /// Somebody asks to join, Ines overrides a warning, Paul flags two posts.
    private func fill(_ scene: FlaggedScene) async throws {
        let ruche = scene.ruche
        try await ruche.act(as: .nadia) { try $0.preparation.keep(.members, [.joinOpen: "yes"], from: 0) }
        try await ruche.browser().post("/demander/nuit", ["courriel": "lea@example.org", "nom": "Léa Martin"])
        ruche.clock.advance(by: .minutes(1))
        try await ruche.browser(as: .ines).post(
            "\(scene.thread)/reponses", ["texte": "Mme Bovary est un roman que nous lisons la nuit.", "confirme": "1"])
        ruche.clock.advance(by: .minutes(1))
        try await scene.flag("misplaced", question: true)
        ruche.clock.advance(by: .minutes(1))
        try await scene.flag("patient")
    }

    @Test(
        "holds flags, warnings overridden and requests to join, what may concern a patient first",
        arguments: TestEngine.available)
    func order(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let nadia = try await scene.ruche.browser(as: .nadia)
        #expect(try await nadia.get("/c/nuit/a-relire").says("Rien n’attend"))
        try await fill(scene)
        let kinds = try await scene.ruche.view(as: .nadia) { view in
            try view.safety.queue().map { String($0.key.text.prefix { $0 != "/" }) }
        }
        #expect(kinds == ["rereading", "request", "confirmation", "rereading"])
        let page = try await nadia.get("/c/nuit/a-relire")
        for words in [
            "Réponse signalée", "Donnée patient : masqué, à relire", "Léa Martin", "Avertissement passé outre",
            "Question signalée", "Pas à sa place : visible, à relire",
        ] {
            #expect(page.says(words), "\(words)")
        }
        #expect(!page.says("Bovary"), "a warning is kept without its text")
        #expect(page.text.contains("<span class=\"nav__count\">4"))
        let claire = try await scene.ruche.browser(as: .claire)
        #expect(try await claire.get("/c/nuit/a-relire").status == .forbidden)
        #expect(try await !claire.get("/c/nuit").text.contains("/a-relire"))
    }

    @Test("leads from a warning to the announcement that was published", arguments: TestEngine.available)
    func announcement(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let id = try await scene.ruche.act(as: .nadia) { act in
            var draft = AnnouncementDraft()
            (draft.title, draft.isConfirmed) = ("Mme Bovary, lecture du soir", true)
            draft.until = Zone.paris.date(at: act.now.milliseconds).adding(days: 7).description
            return try act.announcements.announce(draft)
        }
        let page = try await scene.ruche.browser(as: .nadia).get("/c/nuit/a-relire")
        #expect(page.text.contains("/c/nuit/annonces/\(id)\""))
    }

    @Test("leads from a warning to what was published, and forgets it once looked at", arguments: TestEngine.available)
    func confirmation(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await fill(scene)
        let nadia = try await scene.ruche.browser(as: .nadia)
        let found = try await scene.ruche.view(as: .nadia) { view in
            try view.safety.queue().compactMap { item -> Ruche.Confirmation? in
                if case .confirmation(let confirmation) = item.kind { confirmation } else { nil }
            }
        }
        let confirmation = try #require(found.first)
        #expect(confirmation.kinds == "S4" && confirmation.question == scene.question)
        try await nadia.post("/c/nuit/a-relire/confirmations/\(confirmation.id)/vu")
        #expect(try await !nadia.get("/c/nuit/a-relire").says("Avertissement passé outre"))
        let log = try await scene.ruche.browser(as: .claire).get("/c/nuit/journal")
        #expect(log.says("a regardé un texte publié malgré un avertissement."))
        #expect(try await nadia.post("/c/nuit/a-relire/confirmations/\(confirmation.id)/vu").status == .notFound)
    }

    @Test("says who takes care of what", arguments: TestEngine.available)
    func taken(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await fill(scene)
        let nadia = try await scene.ruche.browser(as: .nadia)
        let keys = try await scene.ruche.view(as: .nadia) { try $0.safety.queue().map(\.key.text) }
        for key in keys {
            #expect(try await nadia.post("/c/nuit/a-relire/prendre", ["objet": key]).status == .seeOther)
        }
        let takers = try await scene.ruche.view(as: .nadia) { try $0.safety.queue().map(\.taker) }
        #expect(takers == Array(repeating: Cast.nadia.name, count: keys.count))
        let first = try #require(keys.first)
        try await nadia.post("/c/nuit/a-relire/prendre", ["objet": first])
        #expect(try await scene.ruche.view(as: .nadia) { try $0.safety.queue().first?.taker } == nil)
        for wrong in ["rereading/9999", "letter/1", ""] {
            #expect(try await nadia.post("/c/nuit/a-relire/prendre", ["objet": wrong]).status == .notFound, "\(wrong)")
        }
    }

    @Test("is the queue of one community alone", arguments: TestEngine.available)
    func otherCommunity(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await fill(scene)
        let id = try await scene.rereading().id
        let jules = try await scene.ruche.browser(as: .jules)
        #expect(try await jules.get("/c/jour/a-relire").says("Rien n’attend"))
        #expect(try await jules.get("/c/jour/a-relire/\(id)").status == .notFound)
        for path in ["lire", "decider"] {
            let page = try await jules.post("/c/jour/a-relire/\(id)/\(path)", ["verdict": "effacer"])
            #expect(page.status == .notFound, "\(path)")
        }
        #expect(
            try await jules.post("/c/jour/reponses/\(scene.reply)/signaler", ["raison": "patient"]).status == .notFound)
    }
}

/// DOMAIN §3: facilitators take care of the exchanges; they own neither the words nor the decisions of others.
@Suite("The power of a facilitator")
struct LimitsOfPowerTests {
    /// What each address would change, in figures of the database that stay as they were.
    private static func state(_ ruche: TestRuche) async throws -> [String] {
        try await ruche.instance.database.read { transaction in
            try [
                "select title || body || version || coalesce(closed_at, 0) || coalesce(resolved_at, 0) || coalesce(retained_id, 0) || coalesce(deleted_at, 0) from question order by id",
                "select body || version || coalesce(deleted_at, 0) from reply order by id",
                "select sentence || coalesce(outcome, 'open') from decision order by id",
            ].flatMap { try transaction.column(SQL(stringLiteral: $0), as: String.self) }
        }
    }

    @Test(
        "does not reach the words of others, nor the end of their questions, by any route",
        arguments: TestEngine.available)
    func routes(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let (question, reply) = (scene.thread, "/c/nuit/reponses/\(scene.reply)")
        let before = try await Self.state(scene.ruche)
        let nadia = try await scene.ruche.browser(as: .nadia)
        let attempts: [(path: String, fields: [(key: String, value: String)])] = [
            ("\(question)/modifier", [("titre", "Mes mots"), ("texte", "Mes mots"), ("version", "1")]),
            ("\(reply)/modifier", [("texte", "Mes mots"), ("version", "1")]),
            ("\(question)/retirer", []), ("\(reply)/retirer", []), ("\(reply)/retenir", []),
            ("\(question)/resoudre", []), ("\(question)/fermer", [("mot", "C’est assez.")]),
            ("\(question)/rouvrir", []),
        ]
        for attempt in attempts {
            let page = try await nadia.post(attempt.path, attempt.fields)
            #expect(page.status == .forbidden, "\(attempt.path): \(page.status)")
            #expect(try await Self.state(scene.ruche) == before, "\(attempt.path)")
        }
        for path in ["\(question)/corriger", "\(reply)/corriger"] {
            #expect(
                try await nadia.post(path, [("texte", "Mes mots"), ("titre", "Mes mots")]).status == .notFound,
                "\(path)")
        }
        #expect(try await Self.state(scene.ruche) == before)
    }

    @Test("does not change a hidden post either: its author alone corrects it", arguments: TestEngine.available)
    func hiddenWords(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        try await scene.flag()
        let before = try await Self.state(scene.ruche)
        let nadia = try await scene.ruche.browser(as: .nadia)
        for path in ["modifier", "corriger", "retablir"] {
            let page = try await nadia.post(
                "/c/nuit/reponses/\(scene.reply)/\(path)", ["texte": "Mes mots", "version": "1"])
            #expect([403, 404].contains(page.status.code), "\(path): \(page.status)")
        }
        #expect(try await Self.state(scene.ruche) == before)
    }

    @Test(
        "marks a reply useful for the asker only after their long silence, and says so", arguments: TestEngine.available
    )
    func onBehalf(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let nadia = try await scene.ruche.browser(as: .nadia)
        let path = "/c/nuit/reponses/\(scene.reply)/utile"
        #expect(try await nadia.post(path, ["au-nom": "1"]).says("a encore le temps de répondre elle-même"))
        scene.ruche.clock.advance(by: .days(15))
        let thread = "/c/nuit/questions/\(scene.question)"
        #expect(try await scene.ruche.browser(as: .nadia).get(thread).says("Utile, au nom de Claire Besnard"))
        #expect(try await !scene.ruche.browser(as: .paul).get(thread).says("Utile, au nom de"))
        try await scene.ruche.browser(as: .nadia).post(path, ["au-nom": "1"])
        #expect(
            try await scene.ruche.browser(as: .paul).get(thread).says(
                "Utile au nom de Claire Besnard, selon Nadia Benhaddou"))
        #expect(try await scene.ruche.value("select voice from useful_mark", as: String.self) == "on_behalf")
    }

    @Test(
        "decides nothing alone: one voice among others, and no conclusion before the group's",
        arguments: TestEngine.available)
    func decisions(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        var draft = DecisionDraft(sentence: "Nous fermons la nuit.")
        draft.quorum = 2
        let decision = try await scene.ruche.act(as: .nadia) { [draft] in try $0.decisions.propose(draft) }
        let nadia = try await scene.ruche.browser(as: .nadia)
        try await nadia.post("/c/nuit/decisions/\(decision)/avis", ["avis": "agree"])
        let early = try await nadia.post("/c/nuit/decisions/\(decision)/conclure")
        #expect(early.status == .conflict)
        scene.ruche.clock.advance(by: .days(30))
        try await scene.ruche.browser(as: .nadia).post("/c/nuit/decisions/\(decision)/conclure")
        let outcome = try await scene.ruche.view(as: .nadia) { try $0.decisions.find(decision).outcome }
        #expect(outcome == .noQuorum, "one voice is no consent")
    }

    @Test(
        "leaves a line that members read, with who, what and why, for each act on a flag",
        arguments: TestEngine.available)
    func log(_ engine: TestEngine) async throws {
        let scene = try await FlaggedScene(engine)
        let verdicts = [
            ("corriger", "Sans le lieu.", "a demandé à l’auteur d’un message de le corriger."),
            ("remettre", "C’est mieux ainsi.", "a laissé ou remis en place un message signalé."),
            ("retirer", "Trop personnel.", "a retiré un message signalé."),
            ("effacer", "Une personne se reconnaît.", "a effacé un message qui permettait de reconnaître un patient."),
        ]
        for (verdict, word, sentence) in verdicts {
            let open = try await scene.ruche.view(as: .nadia) { try $0.safety.waiting().isEmpty }
            if open {
                // What was removed is put back before it is flagged anew.
                let last = try await scene.ruche.value(
                    "select max(id) from rereading where outcome = 'removed'", as: Int.self)
                if let last {
                    try await scene.ruche.browser(as: .nadia).post(
                        "/c/nuit/a-relire/\(last)/decider", ["verdict": "remettre", "mot": "Pour l’effacer."])
                }
                try await scene.flag()
            }
            try await scene.answer(verdict, word)
            let log = try await scene.ruche.browser(as: .claire).get("/c/nuit/journal")
            #expect(log.says(sentence) && log.says("« \(word) »") && log.says(Cast.nadia.name), "\(verdict)")
        }
        #expect(try await scene.ruche.browser(as: .odile).get("/c/nuit/journal").status == .forbidden)
    }
}
