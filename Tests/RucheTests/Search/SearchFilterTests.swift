import Calendaring
import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("The filters of a search")
struct SearchFilterTests {
    @Test(
        "are read among the words, in either language, with or without accents",
        arguments: [
            ("chute auteur:claire", "chute", "auteur:claire"), ("auteur: claire chute", "chute", "auteur:claire"),
            ("author:claire", "", "auteur:claire"), ("AUTEUR:Claire", "", "auteur:Claire"),
            ("auteur:\"Claire Besnard\" nuit", "nuit", "auteur:\"Claire Besnard\""),
            ("auteur:« Claire Besnard »", "", "auteur:\"Claire Besnard\""),
            ("sujet:chutes type:idée", "", "type:idée sujet:chutes"), ("type:idees", "", "type:idée"),
            ("type:REX", "", "type:expérience"), ("statut:avec-solution", "", "statut:résolue"),
            ("sans-réponse pompe", "pompe", "statut:sans-réponse"), ("sans-reponse", "", "statut:sans-réponse"),
            ("unanswered", "", "statut:sans-réponse"), ("dans:titre pompe", "pompe", "dans:titre"),
            ("après:2026-03 avant:12/05/2026", "", "après:2026-03-01 avant:2026-05-12"),
            ("apres:\"mars 2026\"", "", "après:2026-03-01"), ("http://example.org", "http //example.org", ""),
            ("12:30", "12:30", ""), ("\"soins palliatifs\"", "\"soins palliatifs\"", ""), ("\"chute\"", "chute", ""),
            ("subject:chutes kind:idea", "", "type:idée sujet:chutes"),
            ("statut:en attente pompe", "pompe", "statut:en-attente"),
            ("type:question,idée", "", "type:question type:idée"),
            ("après:12 mars 2026 chute", "chute", "après:2026-03-12"),
            ("avant:mars 2026 chute", "chute", "avant:2026-03-01"), ("avant:2026 chute", "chute", "avant:2026-01-01"),
            ("type : question chute", "chute", "type:question"), ("ratio : 3", "ratio : 3", ""),
            ("auteur:a auteur:b", "", "auteur:a auteur:b"), ("", "", ""),
        ] as [(String, String, String)])
    func reading(_ typed: String, _ words: String, _ filters: String) {
        let request = SearchRequest(typed)
        #expect(request.words == words)
        #expect(request.rewritten(words: "") == filters)
        #expect(request.remarks.isEmpty)
        // What is written from what was read reads the same.
        #expect(SearchRequest(request.rewritten()).rewritten() == request.rewritten())
    }

    @Test(
        "take a date however it is written",
        arguments: [
            ("2026", "2026-01-01"), ("2026-03", "2026-03-01"), ("2026-03-12", "2026-03-12"),
            ("12/03/2026", "2026-03-12"), ("03/2026", "2026-03-01"), ("mars 2026", "2026-03-01"),
            ("12 mars 2026", "2026-03-12"), ("1er août 2026", "2026-08-01"), ("AOUT 2026", "2026-08-01"),
            ("sept. 2026", "2026-09-01"), ("july 2026", "2026-07-01"), ("31/02/2026", nil), ("jui 2026", nil),
            ("jeudi 12 mars 2026", "2026-03-12"), ("12/03/26", "2026-03-12"), ("jeudi mars", nil),
            ("hier", nil), ("12/2026/03", nil), ("2026-13", nil),
        ] as [(String, String?)])
    func dates(_ typed: String, _ day: String?) {
        #expect(firstDay(typed: typed)?.description == day)
    }

    @Test("say how many exchanges stand in each state, of a list shown whole", arguments: TestEngine.available)
    func states(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "La pompe sonne la nuit")
        _ = try await ruche.reply(by: .paul, to: question)
        try await ruche.act(as: .claire) { try $0.questions.resolve(question) }
        _ = try await ruche.ask(by: .claire, "Quelle pompe ?")
        let page = try await ruche.browser(as: .paul).get("/c/nuit/recherche?q=pompe")
        for (label, count) in [("En attente", 1), ("Sans réponse", 1), ("Avec solution", 1), ("Appliquées", 0)] {
            #expect(page.says("\(label) <span class=\"meta\">(\(count))</span>"), "\(label)")
        }
        // A filter by state says nothing of the others.
        let filtered = try await ruche.browser(as: .paul).get("/c/nuit/recherche?q=pompe&statut=en-attente")
        #expect(!filtered.says("Avec solution <span class=\"meta\">"))
    }

    @Test(
        "that are not understood are told beside the field, and the rest is looked for",
        arguments: TestEngine.available,
        [
            ("pompe autuer:claire", "« autuer: » n’est pas un filtre. Vouliez-vous écrire « auteur: » ?"),
            ("pompe type:chose", "« chose » n’est pas un type."),
            ("pompe statut:bizarre", "« bizarre » n’est pas un statut."),
            ("pompe avant:bientôt", "« bientôt » n’est pas une date."),
            ("auteur:\"\" pompe", "« auteur: » attend une valeur, juste après les deux-points."),
            ("pompe auteur:", "« auteur: » attend une valeur, juste après les deux-points."),
            ("pompe auteur:zorro", "Personne ne signe « zorro » ici : ce filtre est laissé de côté."),
            ("pompe sujet:lune", "Aucun sujet « lune » ici : ce filtre est laissé de côté."),
            ("pompe dans:placard", "« placard » n’est pas un endroit où chercher."),
        ] as [(String, String)])
    func remarks(_ engine: TestEngine, _ asked: (typed: String, sentence: String)) async throws {
        let page = try await scene(engine).browser(as: .paul).get("/c/nuit/recherche?q=\(asked.typed.percentEncoded)")
        #expect(page.says(asked.sentence))
        #expect(TestBrowser.Page.plain(page.text).contains("Comment lisez-vous une <mark>pompe</mark> ?"))
        #expect(page.value(of: "q") != nil)
    }

    /// Four exchanges, a day after the other from 2 November 2026: two questions, an idea, a case of discussion.
    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        let pump = try await ruche.ask(by: .claire, "Comment lisez-vous une pompe ?") {
            ($0.body, $0.topics) = ("La nuit, sans lumière.", "pompes, nuit")
        }
        let reply = try await ruche.reply(by: .yannick, to: pump, "Avec une lampe de poche et une pompe réglée.")
        try await ruche.act(as: .claire) { try $0.questions.retain(reply) }
        ruche.clock.advance(by: .days(1))
        _ = try await ruche.ask(by: .yannick, "Qui prépare la pompe du matin ?") { $0.topics = "pompes" }
        ruche.clock.advance(by: .days(1))
        _ = try await ruche.ask(by: .ines, "Un carnet pour chaque pompe") {
            ($0.kind, $0.body) = (.idea, "Il suivrait la pompe.")
        }
        ruche.clock.advance(by: .days(1))
        _ = try await ruche.ask(by: .claire, "Les alarmes de pompe") {
            ($0.kind, $0.body) = (.discussion, "Trop fortes.")
        }
        return ruche
    }

    @Test(
        "narrow what is found; alone, they list the newest",
        arguments: TestEngine.available,
        [
            (
                "pompe",
                [
                    "Les alarmes de pompe", "Un carnet pour chaque pompe", "Qui prépare la pompe du matin ?",
                    "Comment lisez-vous une pompe ?",
                ]
            ),
            ("pompe auteur:claire", ["Les alarmes de pompe", "Comment lisez-vous une pompe ?"]),
            ("auteur:claire", ["Les alarmes de pompe", "Comment lisez-vous une pompe ?"]),
            (
                "auteur:\"Claire Besnard\" auteur:ines",
                ["Les alarmes de pompe", "Un carnet pour chaque pompe", "Comment lisez-vous une pompe ?"]
            ),
            ("auteur:yannick lampe", ["Comment lisez-vous une pompe ?"]), ("auteur:claire lampe", []),
            ("auteur:claire besnard pompe", ["Les alarmes de pompe", "Comment lisez-vous une pompe ?"]),
            (
                "après:2026-02 pompe auteur:yannick",
                ["Qui prépare la pompe du matin ?", "Comment lisez-vous une pompe ?"]
            ),
            ("auteur:moi", []),
            ("sujet:pompes", ["Qui prépare la pompe du matin ?", "Comment lisez-vous une pompe ?"]),
            ("sujet:nuit pompe", ["Comment lisez-vous une pompe ?"]), ("type:idée", ["Un carnet pour chaque pompe"]),
            ("type:question pompe", ["Qui prépare la pompe du matin ?", "Comment lisez-vous une pompe ?"]),
            ("type:idée type:discussion", ["Les alarmes de pompe", "Un carnet pour chaque pompe"]),
            ("statut:résolue", ["Comment lisez-vous une pompe ?"]),
            ("sans-réponse", ["Qui prépare la pompe du matin ?"]),
            ("pompe statut:en-attente", ["Qui prépare la pompe du matin ?"]),
            ("dans:titre lampe", []), ("dans:réponses pompe", ["Comment lisez-vous une pompe ?"]),
            ("dans:solution lampe", ["Comment lisez-vous une pompe ?"]), ("dans:question lampe", []),
            ("dans:titre pompe auteur:yannick", ["Qui prépare la pompe du matin ?"]),
            ("avant:2026-11-03 pompe", ["Comment lisez-vous une pompe ?"]),
            ("après:2026-11-04 pompe", ["Les alarmes de pompe", "Un carnet pour chaque pompe"]),
            ("après:2026-11-03 avant:2026-11-04", ["Qui prépare la pompe du matin ?"]),
            ("avant:2020", []), ("après:2030", []),
        ] as [(String, [String])])
    func narrowing(_ engine: TestEngine, _ asked: (typed: String, found: [String])) async throws {
        let ruche = try await scene(engine)
        let results = try await ruche.view(as: .paul) { try $0.search.posts(asked.typed) }
        #expect(results.hits.map { TestBrowser.Page.plain($0.question.title) } == asked.found)
        #expect(results.count == asked.found.count)
        #expect(results.remarks.isEmpty)
    }

    @Test("by a time find a late reply in an old exchange, over months as over days", arguments: TestEngine.available)
    func times(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let old = try await ruche.ask(by: .claire, "Qui relit la garrotte ?")
        ruche.clock.advance(by: .days(150))
        let young = try await ruche.ask(by: .paul, "Une garrotte, encore ?")
        ruche.clock.advance(by: .days(150))
        _ = try await ruche.reply(by: .yannick, to: old, "La garrotte se relit à deux.")
        func found(_ typed: String) async throws -> [Question.ID] {
            try await ruche.view(as: .paul) { try $0.search.posts("garrotte " + typed).hits.map(\.question.id) }
        }
        #expect(try await found("") == [young, old])
        #expect(try await found("après:2027-08") == [old], "the reply of 29 August")
        #expect(try await found("après:2027-01-01") == [young, old])
        #expect(try await found("avant:2027-08") == [young, old])
        #expect(try await found("avant:2027-01-01") == [old])
        #expect(try await found("après:2026-11-03 avant:2027-08") == [young])
        #expect(try await found("après:2027-09").isEmpty)
        #expect(try await found("avant:2026-10").isEmpty)
    }

    @Test("that name nothing here leave nothing in force; alone, they list nothing", arguments: TestEngine.available)
    func unknown(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let alone = try await ruche.view(as: .paul) { try $0.search.posts("sujet:lune") }
        #expect(alone.isEmpty)
        #expect(alone.filterCount == 0)
        let among = try await ruche.view(as: .paul) { try $0.search.posts("sujet:lune sujet:pompes auteur:zorro") }
        #expect(among.filterCount == 1)
        #expect(among.topics == ["pompes"])
        let page = try await ruche.browser(as: .paul).get("/c/nuit/recherche?q=pompe+sujet%3Alune")
        #expect(!page.says("enlever ce filtre"))
    }

    @Test("find documents and announcements too", arguments: TestEngine.available)
    func otherKinds(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        try await ruche.act(as: .nadia) {
            var draft = AnnouncementDraft()
            (draft.title, draft.body, draft.until) = ("La pompe de prêt est là", "Au bureau des soins.", "2026-11-20")
            _ = try $0.announcements.announce(draft)
        }
        let page = try await ruche.browser(as: .paul).get("/c/nuit/recherche?q=pompe+type%3Aannonce")
        #expect(TestBrowser.Page.plain(page.text).contains("La <mark>pompe</mark> de prêt est là"))
        #expect(!page.says("Les alarmes de"))
        let narrow = try await ruche.view(as: .paul) { try $0.search.posts("pompe type:document") }
        #expect(narrow.others.allSatisfy { $0.kind != .resource })
    }

    @Test("stand in a form too, and what it sends is the same text", arguments: TestEngine.available)
    func form(_ engine: TestEngine) async throws {
        let browser = try await scene(engine).browser(as: .paul)
        let page = try await browser.get(
            "/c/nuit/recherche?q=pompe&type=\("idée".percentEncoded)&type=discussion&auteur=\("Inès".percentEncoded)&statut=&apres=2026-11-01"
        )
        #expect(page.says("Un carnet pour chaque"))
        #expect(!page.says("Les alarmes de"))
        #expect(page.checked("type") == ["idée", "discussion"])
        #expect(page.value(of: "auteur") == "Inès")
        #expect(page.value(of: "apres") == "2026-11-01")
        #expect(page.says("écrit par : Inès Rouvière"))
    }

    @Test("count what is found of each kind, whatever kind is asked for", arguments: TestEngine.available)
    func counts(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        try await ruche.act(as: .claire) { act in
            _ = try act.needs.raise(NeedDraft(statement: "Une pompe de réserve"))
        }
        for typed in ["pompe", "pompe type:idée"] {
            let results = try await ruche.view(as: .paul) { try $0.search.posts(typed) }
            #expect(results.counts == [.question: 2, .idea: 1, .discussion: 1, .need: 1])
        }
        let page = try await ruche.browser(as: .paul).get("/c/nuit/recherche?q=pompe")
        #expect(page.says("Aussi dans la communauté"))
        #expect(page.says("de réserve"))
        let needs = try await ruche.browser(as: .paul).get("/c/nuit/recherche?q=type%3Abesoin")
        #expect(needs.says("de réserve"))
    }

    @Test("never tell who wrote a post that shows only a profession", arguments: TestEngine.available)
    func nameless(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let hidden = try await ruche.ask(by: .claire, "Une erreur de seringue") { $0.isNameless = true }
        let other = try await ruche.ask(by: .paul, "Autre chose")
        _ = try await ruche.act(as: .claire) { act in
            var draft = ReplyDraft()
            (draft.body, draft.isNameless) = ("Une seringue aussi, chez moi.", true)
            return try act.questions.reply(to: other, draft)
        }
        func titles(_ typed: String, as reader: Cast = .paul) async throws -> [String] {
            try await ruche.view(as: reader) { try $0.search.posts(typed).hits.map(\.question.title) }
        }
        #expect(try await titles("seringue").count == 2)
        for reader in [Cast.paul, .nadia, .claire] {
            #expect(try await titles("seringue auteur:claire", as: reader).isEmpty)
            #expect(try await titles("auteur:\"claire besnard\"", as: reader).count == 2)
        }
        #expect(try await titles("seringue auteur:moi", as: .claire).isEmpty)
        // The name comes back, then goes again: the filter follows.
        try await ruche.act(as: .claire) { try $0.safety.changeSignature(of: .question(hidden), isNameless: false) }
        #expect(try await titles("seringue auteur:claire") == ["Une erreur de seringue"])
        try await ruche.act(as: .claire) { try $0.safety.changeSignature(of: .question(hidden), isNameless: true) }
        #expect(try await titles("seringue auteur:claire").isEmpty)
    }

    @Test("never tell who asked without a name", arguments: TestEngine.available)
    func anonymous(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        try await ruche.act(as: .claire) { act in
            var draft = QuestionDraft()
            draft.title = "Une honte de seringue"
            var random = SystemRandomNumberGenerator()
            try act.questions.askAnonymously(draft, secret: Secret(&random))
        }
        let found = try await ruche.view(as: .nadia) { view in
            try ["seringue", "seringue auteur:claire", "seringue auteur:anonyme"].map { try view.search.posts($0) }
        }
        #expect(found.map(\.count) == [1, 0, 1])
        // An alias is no author to look for: the filter is left aside, and says so.
        #expect(found[2].remarks.count == 1)
    }

    @Test("show nothing of what one may not read, nor count it", arguments: TestEngine.available)
    func permission(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let flagged = try await ruche.ask(by: .claire, "Pompe du patient secret") { $0.topics = "secret" }
        try await ruche.act(as: .paul) { try $0.safety.flag(.question(flagged), because: .patient) }
        let deleted = try await ruche.ask(by: .claire, "Pompe retirée") { $0.topics = "retrait" }
        try await ruche.act(as: .claire) { try $0.questions.delete(.question(deleted)) }
        _ = try await ruche.act(as: .yannick) { act in
            var draft = QuestionDraft()
            draft.title = "Pompe d’un cas à relire"
            return try act.questions.propose(draft, reader: nil, hasTeamConsent: true)
        }
        _ = try await ruche.ask(by: .jules, "Pompe du jour")
        for typed in ["pompe", "auteur:claire pompe", "sujet:secret", "sujet:retrait", "pompe dans:toutes"] {
            let page = try await ruche.browser(as: .ines).get("/c/nuit/recherche?q=\(typed.percentEncoded)")
            for title in ["patient secret", "retirée", "à relire", "du jour"] { #expect(!page.says(title), "\(typed)") }
        }
        let results = try await ruche.view(as: .ines) { try $0.search.posts("pompe") }
        #expect(results.count == 4)
        let offered = try await ruche.view(as: .ines) { try $0.search.topicsOffered() }
        #expect(offered == ["nuit", "pompes"])
    }

    @Test("may look through every community of the reader, and no other", arguments: TestEngine.available)
    func everywhere(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        _ = try await ruche.ask(by: .jules, "La pompe de jour") { $0.body = "Elle chauffe." }
        let alone = try await ruche.view(as: .paul) { try $0.search.posts("pompe dans:toutes") }
        #expect(alone.elsewhere.isEmpty)
        // Paul joins the other community.
        let (person, place) = (ruche.people[.paul]?.person, ruche.people[.jules]?.community)
        try await ruche.instance.act(through: .command) { act in
            guard let person, let place else { return }
            try act.members.enter(place, person: person, as: MemberDraft(name: Cast.paul.name), role: .member)
        }
        let both = try await ruche.view(as: .paul) { try $0.search.posts("pompe dans:toutes") }
        #expect(both.count == 4)
        #expect(both.elsewhere.map(\.slug) == ["jour"])
        #expect(both.elsewhere.map(\.count) == [1])
        let page = try await ruche.browser(as: .paul).get("/c/nuit/recherche?q=pompe%20dans%3Atoutes")
        #expect(page.text.contains("href=\"/c/jour/questions/"))
    }

    @Test("ask days and authors of announcements, needs and meetings too", arguments: TestEngine.available)
    func datedKinds(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.act(as: .claire) { try $0.needs.raise(NeedDraft(statement: "Être deux la nuit")) }
        let found = try await ruche.view(as: .paul) { view in
            try [
                "type:besoin", "type:besoin après:2026-11", "type:besoin avant:2026-11", "type:besoin auteur:claire",
                "type:besoin auteur:nadia", "type:besoin sujet:nuit", "nuit après:2026-11",
            ].map { try view.search.posts($0).others.count }
        }
        #expect(found == [1, 1, 0, 1, 0, 0, 0])
    }

    @Test("take what stands between quotes side by side", arguments: TestEngine.available)
    func phrases(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire, "Qui décide du rythme ?") { $0.body = "Une chute, la nuit." }
        let counts = try await ruche.view(as: .paul) { view in
            try ["décide rythme", "\"décide du rythme\"", "\"rythme décide\"", "\"chute la nuit\"", "\"nuit chute\""]
                .map { try view.search.posts($0).count }
        }
        #expect(counts == [1, 1, 0, 1, 0])
    }

    @Test("are offered in the reader's language", arguments: TestEngine.available)
    func english(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let offered = try await ruche.view(as: .paul) { view in
            try ["auth", "type:", "status:res"].map {
                try view.search.completions(of: $0, in: .english).prefix(2).map(\.label)
            }
        }
        #expect(offered == [["author:"], ["question", "idea"], ["resolved"]])
        #expect(
            SearchRequest("type:foo", in: .english).remarks.first?.arguments.last?.hasPrefix("question, idea") == true)
    }

    @Test("tell the month of a case, and not its day", arguments: TestEngine.available)
    func cases(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let proposed = try await ruche.act(as: .yannick) { act in
            var draft = QuestionDraft()
            (draft.kind, draft.title) = (.clinicalCase, "Que faire d’une seringue ?")
            return try act.questions.propose(draft, reader: nil, hasTeamConsent: true)
        }
        _ = try await ruche.act(as: .nadia) { try $0.questions.passCase(proposed, checks: Set(CaseCheck.allCases)) }
        let found = try await ruche.view(as: .ines) { view in
            try [
                "seringue", "seringue après:2026-11-20 avant:2026-11-21", "seringue après:2026-11-01 avant:2026-11-02",
                "seringue après:2026-12", "seringue avant:2026-11",
            ].map { try view.search.posts($0).count }
        }
        #expect(found == [1, 1, 1, 0, 0])
    }

    @Test("follow the first answer, and its going", arguments: TestEngine.available)
    func answers(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        func unanswered() async throws -> Int {
            try await ruche.view(as: .paul) { try $0.search.posts("sans-réponse pompe").count }
        }
        #expect(try await unanswered() == 1)
        let waiting = try await ruche.view(as: .paul) { try $0.search.posts("sans-réponse").hits[0].question.id }
        let own = try await ruche.reply(by: .yannick, to: waiting, "J’ajoute un mot.")
        #expect(try await unanswered() == 1)
        try await ruche.act(as: .yannick) { try $0.questions.delete(.reply(own)) }
        let reply = try await ruche.reply(by: .paul, to: waiting, "Moi.")
        #expect(try await unanswered() == 0)
        try await ruche.act(as: .paul) { try $0.questions.delete(.reply(reply)) }
        #expect(try await unanswered() == 1)
        try await ruche.act(as: .paul) { try $0.questions.restore(.reply(reply)) }
        #expect(try await unanswered() == 0)
    }

    @Test("follow a change of subject", arguments: TestEngine.available)
    func subjects(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let question = try await ruche.ask(by: .ines, "Le chariot") { $0.topics = "chariots" }
        _ = try await ruche.reply(by: .paul, to: question, "Il grince.")
        try await ruche.act(as: .ines) { act in
            var edit = try act.view.questions.edit(of: .question(question))
            edit.question.topics = "roues"
            try act.questions.edit(.question(question), edit, from: 1)
        }
        let found = try await ruche.view(as: .paul) { view in
            try ["sujet:roues grince", "sujet:chariots grince"].map { try view.search.posts($0).remarks.count }
        }
        #expect(found == [0, 1])
    }

    @Test("follow each state of an exchange, in its replies as in its first words", arguments: TestEngine.available)
    func marksOfStates(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Comment lisez-vous une pompe ?")
        let reply = try await ruche.reply(by: .paul, to: question, "Avec une lampe, près de la pompe.")
        func states() async throws -> Set<SoughtStatus> {
            try await ruche.view(as: .ines) { view in
                Set(
                    try [SoughtStatus.useful, .resolved, .applied, .closed].filter { status in
                        let counts = try ["lampe", "lisez", ""].map {
                            try view.search.posts("\($0) statut:\(status.written)").count
                        }
                        #expect(Set(counts).count == 1, "\(status)")
                        return counts[0] == 1
                    })
            }
        }
        func claire(_ change: @Sendable @escaping (QuestionActs) throws -> Void) async throws {
            try await ruche.act(as: .claire) { try change($0.questions) }
        }
        #expect(try await states() == [])
        try await claire { try $0.markUseful(reply) }
        #expect(try await states() == [.useful])
        try await claire { try $0.retain(reply) }
        #expect(try await states() == [.useful, .resolved])
        try await claire { try $0.tellWhatBecame(of: question, .adopted, sentence: "") }
        #expect(try await states() == [.useful, .resolved, .applied])
        try await ruche.act(as: .paul) { try $0.questions.delete(.reply(reply)) }
        #expect(try await ruche.view(as: .ines) { try $0.search.posts("lisez statut:résolue").count } == 0)
        try await ruche.act(as: .paul) { try $0.questions.restore(.reply(reply)) }
        #expect(try await states() == [.useful, .resolved, .applied])
        try await claire { try $0.reopen(question) }
        #expect(try await states() == [.useful])
        try await claire { try $0.close(question, word: "Nous changeons de pompe.") }
        #expect(try await states() == [.useful, .closed])
        _ = try await ruche.reply(by: .yannick, to: question, "Gardez-en une.")
        #expect(try await states() == [.useful])
        try await claire { try $0.withdrawUsefulMark(reply) }
        #expect(try await states() == [])
    }

    @Test("find in an older index what its exchanges had come to", arguments: TestEngine.available)
    func olderIndex(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        func found() async throws -> [Int] {
            try await ruche.view(as: .ines) { view in
                try ["statut:résolue", "lampe statut:résolue", "statut:fermée"].map { try view.search.posts($0).count }
            }
        }
        #expect(try await found() == [1, 1, 0])
        try await ruche.instance.database.write { transaction in
            _ = try transaction.run("update post_search set marks = replace(marks, ' ζwresolved', '')")
        }
        #expect(try await found() == [0, 0, 0])
        try await ruche.instance.database.write { _ = try $0.run(PostMarks.statesMigration) }
        #expect(try await found() == [1, 1, 0])
    }

    @Test("look through the newest first, and through the older ones when asked", arguments: TestEngine.available)
    func newestFirst(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for index in 1...12 {
            _ = try await ruche.ask(by: .claire, "Pompe \(index)") { $0.topics = index == 1 ? "pompes, une" : "pompes" }
        }
        func asked(_ text: String, isWhole: Bool = false) async throws -> SearchResults {
            try await ruche.view(as: .ines) { view in
                var search = view.search
                (search.lookedAtFirst, search.enough) = (4, 3)
                var request = SearchRequest(text)
                request.isWhole = isWhole
                return try search.posts(request)
            }
        }
        let newest = try await asked("pompe sujet:pompes")
        #expect(newest.isOfTheNewest)
        #expect(newest.count < 12)
        #expect(newest.hits.first?.question.title == "Pompe 12")
        let whole = try await asked("pompe sujet:pompes", isWhole: true)
        #expect(whole.count == 12)
        #expect(!whole.isOfTheNewest)
        // What is rare is found wherever it stands, and one thing alone is a list of its own.
        for rare in ["pompe sujet:une", "pompe", "auteur:claire"] {
            let found = try await asked(rare)
            #expect(!found.isOfTheNewest, "\(rare)")
            #expect(found.hits.last?.question.title == (rare.hasSuffix("une") ? "Pompe 1" : "Pompe 3"), "\(rare)")
        }
    }
}
