import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("The life of a community")
struct LifeTests {
    private let page = "/c/nuit/vie"

    private func launched(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        let said = Dictionary(uniqueKeysWithValues: Marker.allCases.map { ($0, "Nous commençons sans.") })
        try await ruche.act(as: .nadia) { try $0.preparation.launch(said) }
        return ruche
    }

    private func vote(_ choices: [Cast: Review.Choice], _ ruche: TestRuche) async throws {
        for (somebody, choice) in choices {
            try await ruche.browser(as: somebody).post(page + "/voix", ["choix": choice.rawValue])
        }
    }

    private func closing(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await launched(engine)
        try await ruche.browser(as: .nadia).post(page + "/revue", ["clore": "1"])
        try await vote([.nadia: .close, .claire: .close, .paul: .close, .ines: .continue, .yannick: .adapt], ruche)
        try await ruche.browser(as: .nadia).post(page + "/conclure", ["phrase": "Le projet a abouti."])
        return ruche
    }

    private func closed(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await closing(engine)
        try await ruche.browser(as: .nadia).post(page + "/clore", ["adieu": "Merci pour ces nuits."])
        return ruche
    }

    @Test("proposes a stage by rule, which the group confirms by consent", arguments: TestEngine.available)
    func stage(_ engine: TestEngine) async throws {
        let ruche = try await launched(engine)
        #expect(try await ruche.browser(as: .claire).get(page).says("Unification"))
        let stage = Stage.coalescing
        let decision = try await ruche.act(as: .claire) { act in
            var draft = DecisionDraft(sentence: "Nous faisons connaissance.", about: .stage, object: stage.number)
            draft.quorum = 1
            return try act.decisions.propose(draft)
        }
        for somebody in [Cast.claire, .paul, .ines] {
            try await ruche.act(as: somebody) { try $0.decisions.answer(decision, .agree, reason: "") }
        }
        ruche.clock.advance(by: .days(30))
        try await ruche.act(as: .claire) { try $0.decisions.conclude(decision) }
        let confirmed = try await ruche.view(as: .claire) { try $0.life.confirmedStage() }
        #expect(confirmed?.stage == .coalescing)
        #expect(try await ruche.browser(as: .paul).get(page).says("Le groupe a confirmé : unification"))
    }

    @Test(
        "follows the rule of each stage",
        arguments: [
            (nil, 0.9, nil, 3, 1, false, Stage.potential), (100, 0.9, nil, 3, 1, false, .coalescing),
            (200, 0.4, nil, 1, 1, false, .maturing), (200, 0.2, nil, 1, 1, false, .coalescing),
            (200, 0.4, 0.5, 1, 1, false, .maturing), (200, 0.4, 0.49, 1, 1, false, .coalescing),
            (200, 0.4, nil, 0, 1, false, .coalescing),
            (200, 0.4, nil, 1, 60, false, .dormant), (200, 0.4, nil, 1, 60, true, .transformation),
            (200, 0, nil, 0, nil, false, .dormant), (40, 0, nil, 0, nil, false, .coalescing),
            (40, 0, nil, 0, 90, false, .coalescing),
        ] as [(Int?, Double, Double?, Int, Int?, Bool, Stage)])
    func rule(
        _ launchedDays: Int?, _ active: Double, _ newcomers: Double?, _ meetings: Int, _ silentDays: Int?,
        _ isAdapting: Bool, _ stage: Stage
    ) {
        let now = StillClock.monday
        var facts = StageFacts(
            launchedAt: launchedDays.map { now - .days($0) }, active: active, newcomers: newcomers,
            meetingsHeld: meetings, lastActAt: silentDays.map { now - .days($0) })
        facts.isAdapting = isAdapting
        #expect(Stage.proposed(facts, at: now) == stage)
    }

    @Test(
        "asks once a year, by a vote that nobody else sees, and writes to each member", arguments: TestEngine.available)
    func yearly(_ engine: TestEngine) async throws {
        let ruche = try await launched(engine)
        let early = try await ruche.browser(as: .nadia).post(page + "/revue")
        #expect(early.status == .conflict && early.says("au plus tôt un mois avant"))
        ruche.clock.advance(by: .days(340))
        #expect(try await ruche.browser(as: .claire).post(page + "/revue").status == .forbidden)
        #expect(try await ruche.browser(as: .nadia).post(page + "/revue").location == page)
        try await ruche.deliver()
        #expect(Set(ruche.mailbox.letters.map(\.address)).isSuperset(of: [Cast.claire, .paul, .nadia].map(\.email)))
        try await vote([.claire: .adapt, .paul: .adapt, .ines: .continue], ruche)
        #expect(try await ruche.browser(as: .nadia).get(page).says("3 voix données"))
        #expect(try await ruche.browser(as: .claire).get(page).checked("choix") == ["adapt"])
        #expect(try await ruche.browser(as: .nadia).get(page).checked("choix") == [])
        let tooSoon = try await ruche.browser(as: .nadia).post(page + "/conclure", ["phrase": "Nous changeons."])
        #expect(tooSoon.status == .conflict && tooSoon.value(of: "phrase") == "Nous changeons.")
        ruche.clock.advance(by: .days(15))
        let after = try await ruche.browser(as: .nadia)
        #expect(try await after.post(page + "/conclure", ["phrase": ""]).refusal(of: "phrase") != nil)
        try await after.post(page + "/conclure", ["phrase": "Nous changeons de rythme."])
        let shown = try await after.get(page)
        #expect(shown.says("On adapte") && shown.says("Nous changeons de rythme."))
        #expect(try await ruche.view(as: .nadia) { try $0.life.proposedStage() } == .transformation)
    }

    @Test("closes only when more than half of the voices want it, and when enough members have spoken")
    func majority() {
        #expect(LifeActs.outcome(of: [.close: 3, .continue: 2], quorum: 5) == .close)
        #expect(LifeActs.outcome(of: [.close: 3, .continue: 2], quorum: 6) == .continue)
        #expect(LifeActs.outcome(of: [.close: 3, .continue: 2, .adapt: 1], quorum: 3) == .continue)
        #expect(LifeActs.outcome(of: [.close: 2, .adapt: 3], quorum: 3) == .adapt)
        #expect(LifeActs.outcome(of: [.adapt: 1], quorum: 3) == .continue)
        #expect(LifeActs.outcome(of: [:], quorum: 1) == .continue)
    }

    @Test("is not closed by one voice of five, and says how many it takes", arguments: TestEngine.available)
    func quorum(_ engine: TestEngine) async throws {
        let ruche = try await launched(engine)
        let nadia = try await ruche.browser(as: .nadia)
        try await nadia.post(page + "/revue", ["clore": "1"])
        #expect(try await nadia.get(page).says("Il faut 3 voix pour changer quelque chose"))
        try await vote([.nadia: .close], ruche)
        ruche.clock.advance(by: .days(15))
        let later = try await ruche.browser(as: .nadia)
        let counted = try await later.get(page)
        #expect(
            counted.says("Le vote est fini : on continue") && counted.says("On clôt : 1")
                && !counted.says("Donner ma voix"))
        try await later.post(page + "/conclure", ["phrase": "On a fini."])
        #expect(try await ruche.view(as: .nadia) { try $0.life.reviews().first?.outcome } == .continue)
        #expect(try await later.get(page).says("Quorum non atteint : 1 voix, il en fallait 3."))
        #expect(try await later.post(page + "/clore", ["adieu": "Merci."]).status == .conflict)
        #expect(try await ruche.view(as: .nadia) { try $0.communities.current().closedAt } == nil)
    }

    @Test("tells its facilitators when it grows quiet, once for each silence", arguments: TestEngine.available)
    func quiet(_ engine: TestEngine) async throws {
        let ruche = try await launched(engine)
        func letters() async throws -> [String] {
            try await ruche.instance.act(through: .worker) { try $0.beginHousekeeping() }
            try await ruche.deliver()
            return ruche.mailbox.letters.filter { $0.subject.contains("jours de silence") }.map(\.address)
        }
        ruche.clock.advance(by: .days(41))
        #expect(try await letters() == [])
        ruche.clock.advance(by: .days(1))
        #expect(try await letters() == [Cast.nadia.email])
        #expect(try await ruche.browser(as: .claire).get(page).says("Personne n’a rien fait ici depuis 42 jours."))
        ruche.clock.advance(by: .days(2))
        #expect(try await letters() == [Cast.nadia.email])
        _ = try await ruche.ask(by: .claire, "Qui appeler la nuit ?")
        ruche.clock.advance(by: .days(43))
        #expect(try await letters() == [Cast.nadia.email, Cast.nadia.email])
        ruche.clock.advance(by: .days(20))
        #expect(try await ruche.view(as: .nadia) { try $0.life.proposedStage() } == .dormant)
    }

    @Test("shows a proposed stage as a proposal wherever it is named", arguments: TestEngine.available)
    func proposal(_ engine: TestEngine) async throws {
        let ruche = try await launched(engine)
        let claire = try await ruche.browser(as: .claire)
        #expect(try await claire.get("/c/nuit/mise-en-place").says("Les chiffres proposent : unification."))
        #expect(try await claire.get(page).says("proposée par les chiffres"))
        #expect(try await claire.get(page).says("Il manque à la maturité : six mois depuis le lancement"))
        try await ruche.alter("update community set stage = 'maturing', stage_at = \(StillClock.monday)")
        #expect(
            try await claire.get("/c/nuit/mise-en-place").says("Étape de vie : maturité, confirmée par le groupe le"))
    }

    @Test(
        "goes on after second thoughts: the choice falls, and what the farewell closed opens again",
        arguments: TestEngine.available)
    func secondThoughts(_ engine: TestEngine) async throws {
        let ruche = try await closing(engine)
        let nadia = try await ruche.browser(as: .nadia)
        #expect(try await nadia.get(page).says("Voter de nouveau"))
        let survey = try #require(try await nadia.post("/c/nuit/enquetes").location)
        try await nadia.post(survey + "/ouvrir")
        let earlier = try #require(try await nadia.post("/c/nuit/enquetes").location)
        try await nadia.post(earlier + "/ouvrir")
        try await nadia.post(earlier + "/fermer", ["retour": "Merci."])
        let token = try #require(try await ruche.value("select token from survey order by id limit 1", as: String.self))
        try await ruche.act(as: .nadia) { act in
            var random = SystemRandomNumberGenerator()
            var draft = InvitationDraft()
            draft.email = "nouvelle@example.org"
            _ = try act.invitations.invite(draft, secret: Secret(&random))
        }
        ruche.clock.advance(by: .minutes(5))
        try await nadia.post(page + "/clore", ["adieu": "Merci pour ces nuits."])
        #expect(try await ruche.browser().get("/enquete/\(token)").says("Elle s’est close avec la communauté."))
        ruche.clock.advance(by: .days(2))
        let again = try await ruche.browser(as: .nadia)
        #expect(try await again.get(page).says("se rouvrent"))
        try await again.post(page + "/rouvrir")
        let shown = try await again.get(page)
        #expect(!shown.says("Le groupe a choisi de clore") && shown.says("Se demander dès maintenant s’il faut clore"))
        #expect(shown.says("Le groupe est revenu dessus le"))
        #expect(try await ruche.value("select count(*) from survey where closed_at is null", as: Int.self) == 1)
        #expect(try await ruche.value("select count(*) from invitation where withdrawn_at is null", as: Int.self) == 1)
        #expect(try await ruche.browser().get("/enquete/\(token)").says("Envoyer mes réponses"))
        #expect(try await again.post(page + "/clore", ["adieu": "Encore."]).status == .conflict)
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.contains { $0.address == Cast.paul.email && $0.subject.contains("continue") })
        #expect(try await again.post(page + "/revue", ["clore": "1"]).status == .seeOther)
    }

    @Test("hears everybody about its end, those who are away too", arguments: TestEngine.available)
    func away(_ engine: TestEngine) async throws {
        let ruche = try await launched(engine)
        let paul = try ruche.member(.paul)
        let now = ruche.clock.now
        try await ruche.alter(
            "update member set paused_at = \(now), paused_until = \(now + .days(90)) where id = \(paul)")
        try await ruche.browser(as: .nadia).post(page + "/revue", ["clore": "1"])
        try await vote([.nadia: .close, .claire: .close, .paul: .close, .ines: .continue, .yannick: .adapt], ruche)
        try await ruche.browser(as: .nadia).post(page + "/conclure", ["phrase": "Le projet a abouti."])
        try await ruche.browser(as: .nadia).post(page + "/clore", ["adieu": "Merci pour ces nuits."])
        try await ruche.deliver()
        let letters = ruche.mailbox.letters.filter { $0.address == Cast.paul.email }
        #expect(letters.count == 2 && letters.last?.text.contains("Merci pour ces nuits.") == true)
    }

    @Test("ends with a farewell to each member, and everything to take along", arguments: TestEngine.available)
    func farewell(_ engine: TestEngine) async throws {
        let ruche = try await closing(engine)
        let question = try await ruche.ask(by: .claire, "Qui appeler la nuit ?")
        _ = try await ruche.reply(by: .paul, to: question, "Le cadre de garde.")
        let browser = try await ruche.browser(as: .nadia)
        let empty = try await browser.post(page + "/clore", ["adieu": " "])
        #expect(empty.status == .unprocessableContent && empty.refusal(of: "adieu") != nil)
        try await browser.post(page + "/clore", ["adieu": "Merci pour ces nuits."])
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == Cast.paul.email })
        #expect(letter.text.contains("Merci pour ces nuits.") && letter.text.contains("/c/nuit/vie"))
        let paul = try await ruche.browser(as: .paul)
        let text = try await paul.get(page + "/export.md").text
        for words in ["Merci pour ces nuits.", "Qui appeler la nuit", "Le cadre de garde.", "Claire Besnard"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("@example.org"), "nobody's address")
        let json = try await paul.get(page + "/export.json").text
        let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect((data["questions"] as? [[String: Any]])?.count == 1)
    }

    @Test(
        "lets all be taken along: needs, objectives with their measures, surveys, files",
        arguments: TestEngine.available)
    func everything(_ engine: TestEngine) async throws {
        let ruche = try await closing(engine)
        let owner = try ruche.member(.claire)
        let (need, objective) = try await ruche.act(as: .nadia) { act in
            let need = try act.needs.raise(NeedDraft(statement: "Savoir qui appeler", baseline: "3 nuits sur 10"))
            try act.needs.retain(need, owner: owner)
            var draft = ObjectiveDraft()
            (draft.title, draft.practice, draft.need) = ("Une fiche d’astreinte", "Appeler avec la fiche", need)
            draft.cells = "Urgences"
            let objective = try act.objectives.draft(draft)
            var point = SeriesDraft()
            (point.day, point.team, point.numerator, point.denominator) = ("2026-10-05", "Urgences", "4", "9")
            try act.objectives.note(point, of: objective)
            return (need, objective)
        }
        let question = try await ruche.ask(by: .claire, "Qui appeler la nuit ?") {
            $0.objective = objective.description
        }
        let hash = try ruche.site.files.keep(Array("une fiche".utf8))
        try await ruche.alter(
            """
            insert into attachment (question_id, number, name, type, size, hash)
            values (\(question), 0, 'fiche/nuit.txt', 'text/plain', 9, \(hash))
            """)
        let survey = try #require(try await ruche.browser(as: .nadia).post("/c/nuit/enquetes").location)
        try await ruche.browser(as: .nadia).post(survey + "/ouvrir")
        try await ruche.browser(as: .nadia).post(survey + "/fermer", ["retour": "La nuit d’abord."])
        let paul = try await ruche.browser(as: .paul)
        let text = try await paul.get(page + "/export.md").text
        for words in [
            "Savoir qui appeler", "3 nuits sur 10", "Appeler avec la fiche", "2026-10-05, Urgences : 4 sur 9",
            "La nuit d’abord.", "Objectif : Une fiche d’astreinte", "fichiers/1-fiche-nuit.txt",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        let json = try await paul.get(page + "/export.json").text
        let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let exported = try #require((data["questions"] as? [[String: Any]])?.first)
        #expect(exported["objective"] as? Int64 == objective.rawValue && !json.contains(hash))
        #expect((data["objectives"] as? [[String: Any]])?.first?["need"] as? Int64 == need.rawValue)
        #expect(try await paul.get(page).says("Tout, avec fichiers (ZIP)"))
        let archive = try await paul.get(page + "/export.zip")
        #expect(archive.headers[.contentType] == "application/zip" && archive.text.hasPrefix("PK"))
        for name in ["README.md", "lire.md", "donnees.json", "membres.csv", "mesures.csv", "fichiers/1-fiche-nuit.txt"]
        {
            #expect(archive.text.contains(name), "\(name)")
        }
        #expect(archive.text.contains("une fiche"), "a file stands in it as it was")
    }

    @Test("is read and no more written, by any way in, once closed", arguments: TestEngine.available)
    func readOnly(_ engine: TestEngine) async throws {
        let ruche = try await closed(engine)
        let browser = try await ruche.browser(as: .nadia)
        #expect(try await browser.get("/c/nuit/echanges").says("Cette communauté est close"))
        let lasting = [
            "c/:community/membres/moi", "c/:community/membres/moi/animation", "c/:community/membres/quitter",
            "c/:community/vie/rouvrir",
        ]
        let writing = WebServer.table.all.filter { $0.method == .post && $0.path.hasPrefix("c/:community/") }
        #expect(writing.filter(\.isLasting).map(\.path).sorted() == lasting.sorted())
        for route in writing where !route.isLasting {
            ruche.clock.advance(by: .seconds(1))
            let path = route.path.replacing(":community", with: "nuit").split(separator: "/")
                .map { $0.hasPrefix(":") ? "1" : String($0) }.joined(separator: "/")
            let answer = try await browser.post("/" + path)
            #expect(answer.status == .conflict && answer.says("on y lit, on n’y écrit plus"), "\(path)")
        }
    }

    @Test(
        "is reopened within two weeks, read for a year, kept by its facilitators afterwards",
        arguments: TestEngine.available)
    func time(_ engine: TestEngine) async throws {
        let ruche = try await closed(engine)
        try await ruche.browser(as: .nadia).post(page + "/rouvrir")
        #expect(try await ruche.view(as: .nadia) { try $0.communities.current().closedAt } == nil)
        try await ruche.browser(as: .nadia).post(page + "/revue", ["clore": "1"])
        try await vote([.nadia: .close, .claire: .close, .paul: .close, .ines: .close, .yannick: .adapt], ruche)
        try await ruche.browser(as: .nadia).post(page + "/conclure", ["phrase": "Cette fois, c’est fini."])
        try await ruche.browser(as: .nadia).post(page + "/clore", ["adieu": "Cette fois, merci."])
        ruche.clock.advance(by: .days(20))
        #expect(try await ruche.browser(as: .nadia).post(page + "/rouvrir").status == .notFound)
        ruche.clock.advance(by: .days(340))
        #expect(try await ruche.browser(as: .paul).get("/c/nuit").location == "/c/nuit/vie")
        await #expect(throws: Refusal.self, "not before a year") {
            try await ruche.instance.act(through: .command) { try $0.communities.purge("nuit") }
        }
        ruche.clock.advance(by: .days(10))
        #expect(try await ruche.browser(as: .paul).get("/c/nuit").status == .notFound)
        #expect(try await ruche.browser(as: .nadia).get("/c/nuit").location == "/c/nuit/vie")
        #expect(try await ruche.browser(as: .nadia).get("/c/nuit/vie").says("Ses membres y ont lu jusqu’au"))
        for _ in 1...2 {
            try await ruche.instance.act(through: .worker) { try $0.beginHousekeeping() }
            try await ruche.deliver()
            ruche.clock.advance(by: .days(1))
        }
        let told = ruche.mailbox.letters.filter { $0.subject.contains("le temps de lecture est passé") }
        #expect(
            told.map(\.address) == [Cast.ada.email] && told.first?.text.contains("ruche community purge nuit") == true)
        _ = try await ruche.instance.act(through: .command) { try $0.communities.purge("nuit") }
        #expect(try await ruche.browser(as: .nadia).get("/c/nuit").status == .notFound)
        #expect(try await ruche.value("select count(*) from member where community_id = 1", as: Int.self) == 0)
    }
}
