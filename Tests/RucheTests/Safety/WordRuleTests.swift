import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

/// Nadia facilitates and writes rules; Claire and Yannick write.
struct RuledScene {
    let ruche: TestRuche

    init(_ engine: TestEngine, _ rules: [WordRuleDraft] = [block, replace, tag]) async throws {
        ruche = try await TestRuche(engine)
        try await ruche.act(as: .nadia) { act in
            for rule in rules {
                try act.wordRules.add(rule, stamp: .random(in: .min ... .max))
            }
        }
    }

    static let block = WordRuleDraft(kind: "bloquer", words: "grabataire", reason: "Dites « alité ».")
    static let replace = WordRuleDraft(
        kind: "remplacer", words: "dément*", instead: "personne désorientée", reason: "La personne avant la maladie.")
    static let tag = WordRuleDraft(kind: "étiqueter", words: "tomber de haut", instead: "Chutes")

    func ask(_ fields: KeyValuePairs<String, String>, as somebody: Cast = .claire) async throws -> TestBrowser.Page {
        try await ruche.browser(as: somebody).post(
            "/c/nuit/questions", fields.map { ($0.key, $0.value) } + [("vu", "1")])
    }

    func topics(of question: Question.ID) async throws -> [String] {
        try await ruche.view(as: .claire) { try $0.questions.topics(of: question).map(\.name) }
    }

    func rules(as somebody: Cast = .nadia, _ query: String = "") async throws -> TestBrowser.Page {
        try await ruche.browser(as: somebody).get("/c/nuit/regles-de-mots\(query)")
    }

    func take(_ lines: String, isWhole: Bool = false) async throws -> TestBrowser.Page {
        try await ruche.browser(as: .nadia).post(
            "/c/nuit/regles-de-mots/import", [("lignes", lines)] + (isWhole ? [("tout", "1")] : []))
    }
}

@Suite("The words of a rule")
struct WordPatternTests {
    private func finds(_ words: String, in text: String) throws -> [String] {
        let rule = try CheckedWordRule(WordRuleDraft(kind: "bloquer", words: words, reason: "Non."))
        return WordRuleBook([rule]).matches(in: text).map(\.text)
    }

    @Test(
        "are whole words, without accents or capitals",
        arguments: [
            ("grabataire", "Un patient GRABATAIRE, deux grabataires.", ["GRABATAIRE"]),
            ("Démence", "La demence et sa démence.", ["demence", "démence"]),
            ("œdème", "Œdème ou oedeme", ["Œdème", "oedeme"]),
            ("aujourd'hui", "Aujourd’hui, c’est aujourd'hui", ["Aujourd’hui", "aujourd'hui"]),
            ("nuit", "minuit, la nuit.", ["nuit"]),
            // The heading of a form is nobody's word.
            ("faits", "**Les faits**\n\nDes faits graves.", ["faits"]), ("faits", "Des **faits** graves.", ["faits"]),
            // A star takes the words that begin so.
            ("suicid*", "suicide, suicidaire, tentative", ["suicide", "suicidaire"]),
            // Side by side, whatever joins them; not across a sentence.
            ("tomber de haut", "Tomber  de-haut, puis tomber. De haut", ["Tomber  de-haut"]),
            ("mise sous cont*", "la mise sous contention", ["mise sous contention"]),
            // A rule breaks no address.
            ("nuit", "https://nuit.example/nuit nuit@exemple.fr [la nuit](https://nuit.fr)", ["nuit"]),
        ] as [(String, String, [String])])
    func found(_ words: String, _ text: String, _ expected: [String]) throws {
        #expect(try finds(words, in: text) == expected)
    }

    @Test(
        "are refused where they would find too much, or nothing",
        arguments: ["", "…", "*", "ab*", "un*e", "un deux trois quatre cinq six"])
    func refused(_ words: String) {
        #expect(throws: Refusal.self) { try finds(words, in: "") }
    }

    @Test("are found as well among eight thousand rules")
    func many() throws {
        let rules = try (0..<8_000).map { number in
            try CheckedWordRule(
                kind: number.isMultiple(of: 2) ? .replace : .block,
                words: "mot\(number)z" + (number.isMultiple(of: 4) ? "*" : ""), instead: "autre", reason: "Oui.")
        }
        let book = WordRuleBook(rules)
        let text = String(repeating: "Rien à voir ici. ", count: 120)
        #expect(book.matches(in: text).isEmpty)
        #expect(book.matches(in: text + "Mot7999z et mot4000zeste").map(\.rule.words) == ["mot7999z", "mot4000z*"])
    }

    @Test("give way to the longest rule at their place, and keep their capital")
    func longest() throws {
        let rules = try [("cas", "situation"), ("cas lourd", "situation complexe")].map {
            try CheckedWordRule(WordRuleDraft(kind: "remplacer", words: $0.0, instead: $0.1))
        }
        #expect(WordRuleBook(rules).replaced("Cas lourd, un cas.").text == "Situation complexe, un situation.")
    }
}

@Suite("A rule of words")
struct WordRuleTests {
    @Test(
        "blocks a text near its field, with the word and why, and keeps what was typed", arguments: TestEngine.available
    )
    func blocks(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine)
        let refused = try await scene.ask(["titre": "Que faire la nuit ?", "texte": "Il est Grabataire."])
        #expect(refused.status == .unprocessableContent)
        #expect(
            refused.refusal(of: "texte")
                == TestBrowser.Page.plain("« Grabataire » est bloqué par une règle de la communauté : Dites « alité ».")
        )
        #expect(refused.value(of: "texte") == "Il est Grabataire.")
        #expect(try await scene.ruche.count("question") == 0)
        // A form of several parts says in which one.
        let told = try await scene.ruche.browser(as: .claire).post(
            "/c/nuit/echanges/nouveau/experience", ["titre": "Être deux", "faits": "Avec un grabataire."])
        #expect(told.refusal(of: "faits") != nil)
        let title = try await scene.ask(["titre": "Grabataire ?"])
        #expect(title.refusal(of: "titre") != nil)
    }

    @Test(
        "holds for facilitators, replies, changes, announcements and questions without a name",
        arguments: TestEngine.available)
    func everywhere(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine)
        let question = try await scene.ruche.ask(by: .claire)
        let nadia = try await scene.ruche.browser(as: .nadia)
        let reply = try await nadia.post("/c/nuit/questions/\(question)/reponses", ["texte": "Grabataire."])
        #expect(reply.refusal(of: "texte") != nil)
        let claire = try await scene.ruche.browser(as: .claire)
        let edit = try await claire.post(
            "/c/nuit/questions/\(question)/modifier", ["version": "1", "titre": "Grabataire ?", "texte": ""])
        #expect(edit.refusal(of: "titre") != nil)
        let announced = try await nadia.post(
            "/c/nuit/annonces", ["titre": "Point", "texte": "Un grabataire", "jusqu-au": "2026-11-20"])
        #expect(announced.refusal(of: "texte") != nil)
        let nameless = try await scene.ask(["titre": "Un grabataire ?", "anonyme": "1"])
        #expect(nameless.refusal(of: "titre") != nil)
        // What two people say is theirs.
        let yannick = try scene.ruche.member(.yannick)
        try await scene.ruche.act(as: .claire) { act in
            let names = try act.view.members.profile(yannick).member.name
            _ = try act.privateTalks.begin(with: names, "Grabataire.", isConfirmed: false)
        }
        #expect(try await scene.ruche.count("reply") == 0)
        #expect(try await scene.ruche.count("private_word") == 1)
    }

    @Test("replaces no word before its writer has seen it", arguments: TestEngine.available)
    func replaces(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine)
        let text = "Démente, elle a 87 ans."
        let preview = try await scene.ask(["titre": "La nuit ?", "texte": text, "apercu": "1"])
        #expect(preview.says("Personne désorientée, elle a 87 ans."))
        #expect(preview.says("par « Personne désorientée »."))
        #expect(preview.value(of: "texte") == text)
        let stopped = try await scene.ask(["titre": "La nuit ?", "texte": text])
        #expect(stopped.says("Des mots à remplacer avant de publier"))
        #expect(stopped.says("La personne avant la maladie."))
        #expect(stopped.value(of: "texte") == text)
        // Saying that it is no patient is no way round.
        let confirmed = try await scene.ask(["titre": "La nuit ?", "texte": text, "confirme": "1"])
        #expect(confirmed.status == .unprocessableContent)
        #expect(try await scene.ruche.count("question") == 0)
        let replaced = try await scene.ask(["titre": "La nuit ?", "texte": text, "remplacer": "mots"])
        // The words of the rule, and no other.
        #expect(replaced.value(of: "texte") == "Personne désorientée, elle a 87 ans.")
        #expect(try await scene.ruche.count("question") == 0)
        let published = try await scene.ask(["titre": "La nuit ?", "texte": "Personne désorientée, elle a 87 ans."])
        #expect(published.status == .seeOther)
    }

    @Test(
        "stands with the guard's passages on one wall, and both are replaced at once", arguments: TestEngine.available)
    func bothWalls(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine)
        let text = "Mme Lafitte, démente."
        let wall = try await scene.ask(["titre": "La nuit ?", "texte": text])
        #expect(wall.says("Ce texte permet peut-être de reconnaître un patient"))
        #expect(wall.says("par « personne désorientée »."))
        let replaced = try await scene.ask(["titre": "La nuit ?", "texte": text, "remplacer": "1"])
        let left = try #require(replaced.value(of: "texte"))
        #expect(!left.contains("Lafitte") && left.contains("personne désorientée"))
    }

    @Test("replaces in what a mere preview of a reply shows, and in announcements", arguments: TestEngine.available)
    func replacesElsewhere(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine)
        let question = try await scene.ruche.ask(by: .claire)
        let yannick = try await scene.ruche.browser(as: .yannick)
        let path = "/c/nuit/questions/\(question)/reponses"
        #expect(try await yannick.post(path, ["texte": "Un dément."]).says("Des mots à remplacer avant de publier"))
        let replaced = try await yannick.post(path, ["texte": "Un dément.", "remplacer": "mots"])
        #expect(replaced.value(of: "texte") == "Un personne désorientée.")
        let nadia = try await scene.ruche.browser(as: .nadia)
        let announced = try await nadia.post(
            "/c/nuit/annonces",
            ["titre": "Le 12 mars", "texte": "Les déments.", "jusqu-au": "2026-11-20", "remplacer": "mots"])
        #expect(announced.value(of: "texte") == "Les personne désorientée.")
        #expect(announced.value(of: "titre") == "Le 12 mars")
    }

    @Test("adds a subject of the community, three at most", arguments: TestEngine.available)
    func tags(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine)
        let asked = try await scene.ruche.ask(by: .claire) { $0.body = "Elle a peur de tomber de haut." }
        #expect(try await scene.topics(of: asked) == ["chutes"])
        let full = try await scene.ruche.ask(by: .claire, "Et chez vous ?") {
            ($0.body, $0.topics) = ("Tomber de haut ?", "nuit, équipe, sommeil")
        }
        #expect(try await scene.topics(of: full) == ["nuit", "sommeil", "équipe"].sorted())
        let other = try await scene.ruche.ask(by: .claire, "Et le matin ?") { $0.topics = "nuit" }
        #expect(try await scene.topics(of: other) == ["nuit"])
        _ = try await scene.ruche.reply(by: .yannick, to: other, "On peut tomber de haut.")
        #expect(try await scene.topics(of: other) == ["chutes", "nuit"])
        // Taken off by the author, it does not come back for words that were there.
        try await scene.ruche.act(as: .claire) { act in
            var edit = try act.view.questions.edit(of: .question(asked))
            (edit.question.topics, edit.question.title) = ("", "Comment la rassurer ?")
            try act.questions.edit(.question(asked), edit, from: 1)
        }
        #expect(try await scene.topics(of: asked) == [])
    }

    @Test("is written by facilitators, read by members, and told in the log", arguments: TestEngine.available)
    func written(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine, [])
        #expect(try await scene.rules(as: .paul).says("Aucune règle"))
        let nadia = try await scene.ruche.browser(as: .nadia)
        let kept = try await nadia.post(
            "/c/nuit/regles-de-mots",
            ["type": "bloquer", "mot": "Grabataire", "par": "", "raison": "Dites « alité »."])
        #expect(kept.status == .seeOther)
        let page = try await scene.rules(as: .paul)
        #expect(page.says("Grabataire") && page.says("est bloqué.") && !page.says("Ajouter la règle"))
        let log = try await scene.ruche.browser(as: .paul).get("/c/nuit/journal")
        #expect(log.says("a écrit une règle de mots. Bloquer : « Grabataire »."))
        #expect(log.says("Dites « alité »."))
        let paul = try await scene.ruche.browser(as: .paul)
        #expect(try await paul.post("/c/nuit/regles-de-mots", ["type": "bloquer"]).status == .forbidden)
        #expect(try await scene.ask(["titre": "Grabataire ?"]).status == .unprocessableContent)
        let id: WordRule.ID = try #require(try await scene.ruche.value("select id from word_rule"))
        #expect(try await nadia.post("/c/nuit/regles-de-mots/\(id)/retirer").status == .seeOther)
        #expect(try await paul.get("/c/nuit/journal").says("a retiré une règle de mots. Bloquer : « Grabataire »."))
        #expect(try await scene.ask(["titre": "Grabataire ?"]).status == .seeOther)
        #expect(try await scene.ruche.count("word_rule_list") == 0)
    }

    @Test("is another community's no more than its members are", arguments: TestEngine.available)
    func apart(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine)
        _ = try await scene.ruche.ask(by: .jules, "Grabataire ?")
        #expect(try await scene.ruche.count("question") == 1)
    }

    @Test(
        "is refused near its field, with what was typed", arguments: TestEngine.available,
        [
            ("bloquer", "grabataire", "", "", "raison"), ("remplacer", "dément", "", "", "par"),
            ("étiqueter", "chute", "", "", "par"), ("étiqueter", "chute", "nuit, jour", "", "par"),
            ("bloquer", "a*", "", "Non.", "mot"), ("", "mot", "", "Non.", "type"),
            ("bloquer", "Mme Lafitte", "", "Non.", "mot"),
            // It would never be done.
            ("remplacer", "cas", "le cas", "", "mot"), ("remplacer", "cas", "grabataire", "", "mot"),
        ] as [(String, String, String, String, String)])
    func refused(_ engine: TestEngine, _ rule: (kind: String, words: String, by: String, why: String, field: String))
        async throws
    {
        let scene = try await RuledScene(engine)
        let page = try await scene.ruche.browser(as: .nadia).post(
            "/c/nuit/regles-de-mots",
            ["type": rule.kind, "mot": rule.words, "par": rule.by, "raison": rule.why])
        #expect(page.status == .unprocessableContent)
        #expect(page.refusal(of: rule.field) != nil)
        #expect(page.value(of: "mot") == rule.words)
        #expect(try await scene.ruche.count("word_rule") == 3)
    }

    @Test("is tried on a text that is neither published nor kept", arguments: TestEngine.available)
    func tried(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine)
        let paul = try await scene.ruche.browser(as: .paul)
        let text = "Un dément grabataire peut tomber de haut."
        let page = try await paul.post("/c/nuit/regles-de-mots/essai", ["essai": text])
        #expect(page.status == .ok)
        #expect(page.says("devient « personne désorientée »."))
        #expect(page.says("est bloqué."))
        #expect(page.says("ajoute le sujet « chutes »."))
        #expect(page.says("Un personne désorientée grabataire peut tomber de haut."))
        #expect(page.value(of: "essai") == text)
        let calm = try await paul.post("/c/nuit/regles-de-mots/essai", ["essai": "Tout va bien."])
        #expect(calm.says("Aucune règle n’agit sur ce texte."))
    }
}

@Suite("A list of rules of words")
struct WordRuleListTests {
    private static let good = """
        type;mot;par;raison
        bloquer;grabataire;;Dites « alité ».
        Etiqueter;chut*;Chutes;
        remplacer;"cas ; lourd";situation complexe;"Dit ""lourd"" de qui ?"
        """

    @Test("is taken in, with semicolons or commas, with a mark of UTF-8 or none", arguments: TestEngine.available)
    func taken(_ engine: TestEngine) async throws {
        for lines in [Self.good, "\u{FEFF}" + Self.good, "raison,mot,type\r\nNon.,grabataire,bloquer\r\n"] {
            let scene = try await RuledScene(engine, [])
            #expect(try await scene.take(lines).status == .seeOther)
            #expect(try await scene.ask(["titre": "Grabataire ?"]).status == .unprocessableContent)
        }
    }

    @Test("goes out in the form in which it comes in", arguments: TestEngine.available)
    func roundTrip(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine, [])
        _ = try await scene.take(Self.good)
        let nadia = try await scene.ruche.browser(as: .nadia)
        let table = try await nadia.get("/c/nuit/regles-de-mots/regles.csv")
        let before = try await scene.ruche.view(as: .nadia) { try $0.wordRules.all() }
        #expect(before.count == 3)
        #expect(table.text.hasPrefix("\u{FEFF}type;mot;par;raison\r\n"))
        #expect(table.text.contains("\"Dit \"\"lourd\"\" de qui ?\""))
        #expect(try await scene.take(table.text, isWhole: true).status == .seeOther)
        #expect(try await scene.ruche.view(as: .nadia) { try $0.wordRules.all() } == before)
        let log = try await nadia.get("/c/nuit/journal")
        #expect(log.says("a importé une liste de règles de mots : 3."))
        #expect(log.says("a remplacé les règles de mots par une liste de 3."))
    }

    @Test("is sent as a file too", arguments: TestEngine.available)
    func file(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine, [])
        let sent = try await scene.ruche.browser(as: .nadia).upload(
            "/c/nuit/regles-de-mots/import", field: "fichier", name: "regles.csv", content: Self.good)
        #expect(sent.status == .seeOther)
        #expect(try await scene.ruche.count("word_rule") == 3)
    }

    @Test("says what is wrong line by line, and writes nothing then", arguments: TestEngine.available)
    func wrong(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine)
        let lines = Self.good + "\nbloquer;mot;;\ncacher;mot;;Non.\nbloquer;GRABATAIRE;;Encore."
        let page = try await scene.take(lines, isWhole: true)
        #expect(page.status == .unprocessableContent)
        #expect(page.says("Rien n’est importé : 3 lignes à corriger."))
        #expect(page.says("Ligne 5 : Dites pourquoi, en une phrase"))
        #expect(page.says("Ligne 6 : Dites ce que fait la règle"))
        #expect(page.says("Ligne 7 : La même règle est déjà à la ligne 2."))
        #expect(page.value(of: "lignes") == lines)
        #expect(try await scene.ruche.count("word_rule") == 3)
    }

    @Test(
        "is refused as a whole where it can't be read", arguments: TestEngine.available,
        ["", "bloquer;mot;;Non.", "type;mot\n", "type;mot\n\"bloquer;mot"])
    func unreadable(_ engine: TestEngine, _ lines: String) async throws {
        let scene = try await RuledScene(engine, [])
        #expect(try await scene.take(lines).refusal(of: "fichier") != nil)
        #expect(try await scene.ruche.count("word_rule") == 0)
    }

    @Test("holds two thousand rules of one kind, and no more", arguments: TestEngine.available)
    func limit(_ engine: TestEngine) async throws {
        let scene = try await RuledScene(engine, [])
        func list(_ count: Int) -> String {
            "type;mot;raison\n" + (1...count).map { "bloquer;mot\($0);Non.\n" }.joined()
        }
        let refused = try await scene.take(list(WordRule.limit + 1))
        #expect(
            refused.refusal(of: "fichier")
                == TestBrowser.Page.plain("2 000 règles d’un même type au plus : retirez-en d’abord."))
        #expect(try await scene.ruche.count("word_rule") == 0)
        #expect(try await scene.take(list(WordRule.limit)).status == .seeOther)
        let one = try await scene.ruche.browser(as: .nadia).post(
            "/c/nuit/regles-de-mots", ["type": "bloquer", "mot": "encore", "raison": "Non."])
        #expect(one.refusal(of: "mot") != nil)
        // Shown a hundred at a time, and found by how they begin.
        let page = try await scene.rules()
        #expect(page.says("Suite"))
        let few = try await scene.rules("?debut=mot199&genre=bloquer")
        #expect(few.says("mot1999") && !few.says("mot20 "))
    }
}
