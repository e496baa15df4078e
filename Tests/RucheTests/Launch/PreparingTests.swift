import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Preparing a community")
struct PreparingTests {
    @Test("keeps what each step asks, in any order, and shows it to the core group", arguments: TestEngine.available)
    func steps(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        for (step, name, value) in [
            (2, "survey", "Douze réponses."), (1, "sponsor name", "Claude Martin"), (7, "pulse", "3"),
        ] {
            let kept = try await browser.post("/c/nuit/mise-en-place/\(step)", ["version": "0", name: value])
            #expect(kept.status == .seeOther, "\(step)")
            #expect(try await browser.get("/c/nuit/mise-en-place/\(step)").value(of: name) == value)
        }
        _ = try await browser.post("/c/nuit/mise-en-place/2/faite", ["phrase": "Vue en réunion."])
        #expect(try await browser.get("/c/nuit/mise-en-place/2").says("Vue en réunion."))
    }

    @Test("shows both texts when two fill one step at once", arguments: TestEngine.available)
    func conflict(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        let path = "/c/nuit/mise-en-place/1"
        _ = try await browser.post(path, ["version": "0", "sponsor name": "Claude Martin"])
        let second = try await browser.post(path, ["version": "0", "sponsor name": "Dominique Roy"])
        #expect(second.status == .conflict)
        #expect(second.says("Claude Martin") && second.value(of: "sponsor name") == "Dominique Roy")
    }

    @Test(
        "shows every place where two people differ, and takes nothing away from the first",
        arguments: TestEngine.available)
    func bothTexts(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        let path = "/c/nuit/mise-en-place/2"
        _ = try await browser.post(
            path, ["version": "0", "suivi-note": "note de Claire", "suivi-date": "2026-12-12", "survey": "Douze."])
        let second = try await browser.post(path, ["version": "0", "suivi-note": "note de Paul"])
        #expect(second.status == .conflict && second.says("note de Claire") && second.says("12 décembre"))
        #expect(second.value(of: "suivi-note") == "note de Paul")
        #expect(second.value(of: "suivi-date") == "2026-12-12" && second.value(of: "survey") == "Douze.")
    }

    @Test("shows the answers and the core group that another chose", arguments: TestEngine.available)
    func bothChoices(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        let (claire, paul) = (try ruche.member(.claire).description, try ruche.member(.paul).description)
        let path = "/c/nuit/mise-en-place/1"
        _ = try await browser.post(path, ["version": "0", "pret-1": "no", "noyau": claire])
        let second = try await browser.post(path, ["version": "0", "noyau": paul])
        #expect(
            second.says("Pouvons-nous dire en une phrase ce que nous avons en commun ?") && second.says("Pas encore"))
        #expect(second.checked("pret-1") == ["no"])
        #expect(Set(second.checked("noyau")) == [claire, paul])
    }

    @Test("shows the promise that another changed", arguments: TestEngine.available)
    func bothRules(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        let path = "/c/nuit/mise-en-place/4"
        let rules = ["unite": "working days", "fuseau": "Europe/Paris", "territoire": "metropole"]
        func post(_ promise: String) async throws -> TestBrowser.Page {
            try await browser.post(
                path,
                [
                    "version": "0", "promesse": promise, "unite": rules["unite"] ?? "",
                    "fuseau": rules["fuseau"] ?? "", "territoire": rules["territoire"] ?? "",
                ])
        }
        #expect(try await post("3").status == .seeOther)
        let second = try await post("5")
        #expect(second.says("3 jours ouvrés") && second.says("5 jours ouvrés"))
    }

    @Test("asks for every missing sentence of a launch at once", arguments: TestEngine.available)
    func sentences(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await ruche.browser(as: .nadia).post("/c/nuit/mise-en-place/lancer", ["time": "Bientôt."])
        #expect(page.status == .unprocessableContent)
        for marker in ["sponsor", "needs", "charter", "two-meetings", "second-facilitator", "plan"] {
            #expect(page.refusal(of: marker) != nil, "\(marker)")
        }
        #expect(page.refusal(of: "time") == nil && page.value(of: "time") == "Bientôt.")
    }

    @Test(
        "takes half an hour a month, and says it on the letter", arguments: TestEngine.available,
        ["0,5", "0.5", "30 min"])
    func halfHours(_ engine: TestEngine, _ typed: String) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        let path = "/c/nuit/mise-en-place/1"
        #expect(try await browser.post(path, ["version": "0", "hours per member": typed]).status == .seeOther)
        #expect(try await browser.get(path).value(of: "hours per member") == typed)
        #expect(try await browser.get("/c/nuit/mise-en-place/lettre").says("J’accorde à chaque membre 30 min par mois"))
        #expect(try await browser.get("/c/nuit/mise-en-place/dossier").says("30 min par mois"))
        for wrong in ["deux", "0x10", "-1", "1e3"] {
            let page = try await browser.post(path, ["version": "1", "hours per member": wrong])
            #expect(page.status == .unprocessableContent && page.value(of: "hours per member") == wrong, "\(wrong)")
        }
    }

    @Test(
        "reads durations as people type them",
        arguments: [
            ("2", 120), ("1,5", 90), ("1.5", 90), ("1 h 30", 90), ("1h30", 90), ("45 min", 45), ("0,5 h", 30),
            ("0x10", nil),
            ("1e3", nil), ("", nil), ("h", nil), ("1 h 75", nil), ("1.5 h 30", nil), ("-2", nil), ("1.2.3", nil),
        ] as [(String, Int?)])
    func durations(_ typed: String, _ minutes: Int?) {
        #expect(StepField.minutes(typed) == minutes)
    }

    @Test("says Fait of the rules only as they were adopted", arguments: TestEngine.available)
    func adopted(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        func keep(_ values: [StepField: String]) async throws {
            try await ruche.act(as: .nadia) { act in
                let version = try act.view.preparation.current().versions[.meetings] ?? 0
                try act.preparation.keep(.meetings, values, from: version)
            }
        }
        func changed() async throws -> [Rule]? {
            try await ruche.view(as: .nadia) { try $0.preparation.current().facts.rulesChanged }
        }
        try await keep([.quorum: "Quatre personnes"])
        #expect(try await changed() == nil)
        let decision = try await ruche.act(as: .nadia) { act in
            var draft = DecisionDraft(sentence: "Nous adoptons ces règles.", about: .rules)
            draft.quorum = 1
            return try act.decisions.propose(draft)
        }
        try await ruche.act(as: .paul) { try $0.decisions.answer(decision, .agree, reason: "") }
        ruche.clock.advance(by: .days(11))
        try await ruche.act(as: .nadia) { try $0.decisions.conclude(decision) }
        #expect(try await changed() == [])
        // Who holds a function turns by itself.
        try await keep([.functions: "Secrétaire : Paul"])
        #expect(try await changed() == [])
        try await keep([.quorum: "Deux personnes"])
        #expect(try await changed() == [.field(.quorum)])
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/mise-en-place/4")
        #expect(page.says("Changées depuis l’accord des membres : quorum.") && page.says("Faire adopter ces règles"))
        try await keep([.quorum: "Quatre personnes"])
        #expect(try await changed() == [])
    }

    @Test("counts no name of an imported past as a member", arguments: TestEngine.available)
    func pending(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let before = try await ruche.view(as: .nadia) { try $0.preparation.current().facts.members }
        let names = try await ruche.act(as: .nadia) { act in
            try (1...11).map { number -> Member.ID in
                let name = "Ancien \(number)"
                return try act.insert(
                    """
                    insert into member (community_id, name, sort_name, role, joined_at, is_pending, profession)
                    values (\(try act.community), \(name), \(name), 'member', \(act.now), 1, '60') returning id
                    """)
            }
        }
        // Somebody who comes in has the members counted.
        try await ruche.act(as: .nadia) { act in
            let person = try act.accounts.create(EmailAddress(typed: "lea@exemple.org"), name: "Léa Morin")
            try act.members.enter(act.community, person: person, as: MemberDraft(name: "Léa Morin"), role: .member)
        }
        let (facts, tried, members) = try await ruche.view(as: .nadia) { view in
            let preparation = try view.preparation.current()
            return (preparation.facts, try view.preparation.tried(), try view.members.directory().map(\.member.id))
        }
        #expect(facts.members == before + 1 && tried.values.allSatisfy { $0 <= before + 1 })
        #expect(Set(members).isDisjoint(with: names))
        let browser = try await ruche.browser(as: .nadia)
        #expect(try await !browser.get("/c/nuit/mise-en-place/1").says("Ancien 1"))
        try await browser.post("/c/nuit/mise-en-place/1", ["version": "0", "noyau": names[0].description])
        #expect(try await ruche.count("core_member") == 0)
        let decision = try await ruche.act(as: .nadia) { act in
            try act.decisions.propose(DecisionDraft(sentence: "Nous commençons."))
        }
        let quorum = try await ruche.view(as: .nadia) { try $0.decisions.find(decision).quorum }
        #expect(quorum == Decision.usualQuorum(members: before + 1))
    }

    @Test("takes a waiver only with its sentence, and gives the profile back", arguments: TestEngine.available)
    func waiver(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .nadia)
        _ = try await browser.post("/c/nuit/mise-en-place/profils", ["metier": "50", "combien": "3"])
        let id = try #require(try await ruche.value("select id from target", as: Int64.self))
        let path = "/c/nuit/mise-en-place/profils/\(id)/renoncer"
        let empty = try await browser.post(path, ["phrase": " ", "ligne": id.description])
        #expect(empty.status == .unprocessableContent && empty.says("Dites en une phrase pourquoi c’est assez."))
        #expect(try await browser.post(path, ["phrase": "Elles viendront."]).status == .seeOther)
        #expect(try await ruche.value("select waiver from target", as: String.self) == "Elles viendront.")
        _ = try await browser.post(path, ["reprendre": "1"])
        #expect(try await ruche.value("select waiver from target", as: String.self) == "")
    }

    @Test("shows on the desk the needs to measure again and the yearly review", arguments: TestEngine.available)
    func due(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let sentences = Dictionary(uniqueKeysWithValues: Marker.allCases.map { ($0, "Nous commençons sans.") })
        let need = try await ruche.act(as: .nadia) { act in
            let need = try act.needs.raise(NeedDraft(statement: "Savoir qui appeler la nuit."))
            try act.needs.retain(need, owner: act.member)
            try act.preparation.launch(sentences)
            return need
        }
        func kinds() async throws -> [WaitingItem.Kind] {
            try await ruche.view(as: .nadia) { try $0.desk.waiting().items.map(\.kind) }
        }
        #expect(try await kinds().isEmpty)
        ruche.clock.advance(by: .days(183))
        let statement = "Savoir qui appeler la nuit."
        #expect(try await kinds() == [.need(need, statement: statement, months: 6)])
        #expect(
            try await ruche.browser(as: .nadia).get("/c/nuit/animation").says(
                "Mesurer à nouveau ce besoin, 6 mois après"))
        try await ruche.act(as: .nadia) { try $0.needs.remeasure(need, after: 6, "Mieux.") }
        #expect(try await kinds().isEmpty)
        ruche.clock.advance(by: .days(183))
        #expect(try await kinds().contains(.need(need, statement: statement, months: 12)))
        #expect(try await kinds().contains(.yearlyReview))
    }

    @Test(
        "counts a member's dots once on a need, which then shows all that was done about it",
        arguments: TestEngine.available)
    func needs(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        var draft = NeedDraft()
        draft.statement = "Savoir qui appeler la nuit."
        let need = try await ruche.act(as: .claire) { [draft] in try $0.needs.raise(draft) }
        for _ in 1...2 { try await ruche.act(as: .paul) { try $0.needs.vote([need: 3]) } }
        try await ruche.act(as: .ines) { try $0.needs.vote([need: 1]) }
        #expect(try await ruche.view(as: .paul) { try $0.needs.find(need).dots } == 4)
        try await ruche.act(as: .nadia) { try $0.needs.retain(need, owner: nil) }
        let question = try await ruche.ask(by: .claire, "Qui appelez-vous ?") { $0.need = need.description }
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .claire) { try $0.questions.retain(reply, thanks: "Essayé, adopté.") }
        let page = try await ruche.browser(as: .paul).get("/c/nuit/besoins/\(need)")
        #expect(page.says("Qui appelez-vous ?"))
        let back = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)")
        #expect(back.says("Savoir qui appeler la nuit."))
    }

    @Test(
        "launches with a sentence for each marker that is missing, and never without", arguments: TestEngine.available)
    func launch(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let refused = try await ruche.browser(as: .nadia).post("/c/nuit/mise-en-place/lancer")
        #expect(refused.status == .unprocessableContent)
        #expect(try await ruche.view(as: .nadia) { try $0.communities.current().launchedAt } == nil)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.preparation.launch([.sponsor: "Il viendra."]) }
        }
        #expect(try await ruche.count("launch_sentence") == 0)
        let sentences = Dictionary(uniqueKeysWithValues: Marker.allCases.map { ($0, "Nous commençons sans.") })
        try await ruche.act(as: .nadia) { try $0.preparation.launch(sentences) }
        #expect(try await ruche.view(as: .nadia) { try $0.communities.current().launchedAt } == ruche.clock.now)
        #expect(try await ruche.journal.contains(.launched))
    }

    @Test("closes an objective honestly: how it ended, and a sentence", arguments: TestEngine.available)
    func objective(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        var draft = ObjectiveDraft()
        (draft.title, draft.practice) = ("Réévaluer toute chute", "La réévaluation dans les 24 heures.")
        let id = try await ruche.act(as: .claire) { [draft] in try $0.objectives.draft(draft) }
        let decision = try await ruche.act(as: .claire) { act in
            var proposal = DecisionDraft(sentence: "Nous visons cet objectif.", about: .objective, object: id.rawValue)
            proposal.quorum = 1
            return try act.decisions.propose(proposal)
        }
        try await ruche.act(as: .paul) { try $0.decisions.answer(decision, .agree, reason: "") }
        ruche.clock.advance(by: .days(11))
        try await ruche.act(as: .nadia) { try $0.decisions.conclude(decision) }
        #expect(try await ruche.view(as: .paul) { try $0.objectives.find(id).adoptedAt } != nil)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.objectives.close(id, as: .partial, sentence: "") }
        }
        try await ruche.act(as: .nadia) {
            try $0.objectives.close(id, as: .partial, sentence: "Deux équipes sur trois.")
        }
        #expect(try await ruche.view(as: .paul) { try $0.objectives.find(id).outcome } == .partial)
        // What was said stays.
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.objectives.close(id, as: .dropped, sentence: "Autre chose.") }
        }
    }

    @Test(
        "takes at most eight dots, and no number that is none", arguments: TestEngine.available,
        ["9", "-1", "9223372036854775807"])
    func dots(_ engine: TestEngine, _ typed: String) async throws {
        let ruche = try await TestRuche(engine)
        var ids: [Need.ID] = []
        for statement in ["Savoir qui appeler.", "Dormir le jour."] {
            var draft = NeedDraft()
            draft.statement = statement
            ids.append(try await ruche.act(as: .claire) { [draft] in try $0.needs.raise(draft) })
        }
        let refused = try await ruche.browser(as: .paul).post(
            "/c/nuit/besoins/vote", ["points-\(ids[0])": typed, "points-\(ids[1])": "1"])
        #expect(refused.status == .unprocessableContent && refused.says("Vous avez huit points en tout."))
        #expect(try await ruche.count("need_vote") == 0)
    }

    @Test("leaves the dots of needs that were retained since", arguments: TestEngine.available)
    func retainedDots(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        var draft = NeedDraft()
        draft.statement = "Savoir qui appeler la nuit."
        let need = try await ruche.act(as: .claire) { [draft] in try $0.needs.raise(draft) }
        try await ruche.act(as: .paul) { try $0.needs.vote([need: 3]) }
        try await ruche.act(as: .nadia) { try $0.needs.retain(need, owner: nil) }
        try await ruche.act(as: .paul) { try $0.needs.vote([:]) }
        #expect(try await ruche.view(as: .paul) { try $0.needs.find(need).dots } == 3)
    }
}
