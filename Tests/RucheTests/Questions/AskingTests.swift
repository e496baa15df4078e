import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Asking")
struct AskingTests {
    @Test("needs one sentence and nothing else", arguments: TestEngine.available)
    func oneSentence(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await ruche.browser(as: .claire).post(
            "/c/nuit/questions", ["titre": "Qui a essayé la ronde légère ?"])
        #expect(page.status == .seeOther)
        let shown = try await ruche.browser(as: .yannick).get(try #require(page.location))
        #expect(shown.says("Qui a essayé la ronde légère ?"))
        #expect(shown.says(Cast.claire.name))
        #expect(try await ruche.journal == [.signedIn, .asked, .signedIn])
    }

    /// Everything that the form may hold.
    private static let full: KeyValuePairs<String, String> = [
        "titre": "Comment gardez-vous le sommeil des patients ?",
        "texte": "Trente lits,\nune ronde toutes les deux heures.",
        "essaye": "Veilleuses rouges & chariot \"silencieux\".", "attente": "experience", "attente": "tool",
        "lieu": "ehpad", "moment": "nuit", "contraintes": "deux <postes>", "pour-quand": "avant Noël",
        "urgent": "1", "sujets": "sommeil, nuit",
    ]

    private static func form(_ name: String, _ value: String) -> [(key: String, value: String)] {
        let isKnown = full.contains { $0.key == name }
        return full.map { ($0.key, $0.key == name ? value : $0.value) } + (isKnown ? [] : [(name, value)])
    }

    @Test(
        "is refused beside the field, with all that was typed and nothing written",
        arguments: TestEngine.available,
        [
            ("titre", "", "Écrivez votre question en une phrase."),
            ("titre", "   ", "Écrivez votre question en une phrase."),
            ("titre", String(repeating: "é", count: 201), "Cette phrase dépasse 200 caractères."),
            ("sujets", "un, deux, trois, quatre", "Vous avez choisi plus de trois sujets."),
            ("objectif", "4217", "Ce choix n’existe plus."),
            ("objectif", "quatre", "Ce choix n’existe plus."),
            ("texte", String(repeating: "a", count: 20_001), "Ce texte dépasse 20 000 caractères."),
            ("essaye", String(repeating: "a", count: 20_001), "Ce texte dépasse 20 000 caractères."),
        ])
    func refusals(_ engine: TestEngine, _ wrong: (field: String, value: String, sentence: String)) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await ruche.browser(as: .claire).post("/c/nuit/questions", Self.form(wrong.field, wrong.value))
        #expect(page.status == .unprocessableContent)
        #expect(page.refusal(of: wrong.field)?.hasPrefix(TestBrowser.Page.plain(wrong.sentence)) == true)
        for (name, value) in Self.form(wrong.field, wrong.value)
        where !["attente", "urgent", "objectif"].contains(name) {
            #expect(page.value(of: name) == value, "\(name)")
        }
        #expect(page.checked("attente") == ["experience", "tool"])
        #expect(page.checked("urgent") == ["1"])
        #expect(try await ruche.count("question") == 0)
        #expect(try await ruche.count("topic") == 0)
        #expect(try await ruche.journal == [.signedIn])
    }

    @Test("tied to a need that is gone says so, then goes without it", arguments: TestEngine.available)
    func unknownNeed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await ruche.browser(as: .claire).post("/c/nuit/questions", Self.form("besoin", "4217"))
        #expect(page.status == .unprocessableContent)
        #expect(page.says("Ce choix n’existe plus."))
        #expect(page.value(of: "besoin") == "")
        #expect(page.value(of: "titre") == "Comment gardez-vous le sommeil des patients ?")
        #expect(try await ruche.count("question") == 0)
    }

    @Test("does not reach the objectives of another community", arguments: TestEngine.available)
    func othersObjective(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        var draft = ObjectiveDraft()
        draft.title = "Le leur"
        let theirs = try await ruche.act(as: .jules) { [draft] in try $0.objectives.draft(draft) }
        let page = try await ruche.browser(as: .claire).post(
            "/c/nuit/questions", Self.form("objectif", theirs.description))
        #expect(page.refusal(of: "objectif")?.hasPrefix("Ce choix") == true)
        #expect(!page.says("Le leur"))
    }

    @Test("shows context, what was tried, what is sought and urgency", arguments: TestEngine.available)
    func context(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let sent = try await ruche.browser(as: .claire).post("/c/nuit/questions", Self.full)
        let page = try await ruche.browser(as: .yannick).get(try #require(sent.location))
        for words in [
            "EHPAD, de nuit", "deux <postes>", "Veilleuses rouges & chariot \"silencieux\".",
            "une expérience vécue, un outil", "avant Noël", "Urgent", "sommeil",
        ] { #expect(page.says(words), "\(words)") }
        #expect(!page.text.contains("<postes>"))
    }

    @Test("puts each topic in the vocabulary once, whatever its case", arguments: TestEngine.available)
    func topics(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let first = try await ruche.ask(by: .claire) { $0.topics = "Chutes, nuit ; chutes" }
        let second = try await ruche.ask(by: .yannick, "Et la nuit ?") { $0.topics = "NUIT" }
        #expect(try await ruche.view(as: .claire) { try $0.questions.topics().map(\.name) } == ["chutes", "nuit"])
        #expect(
            try await ruche.view(as: .claire) { try $0.questions.topics(of: first).map(\.name) } == ["chutes", "nuit"])
        #expect(try await ruche.view(as: .claire) { try $0.questions.topics(of: second).map(\.name) } == ["nuit"])
        #expect(try await ruche.view(as: .jules) { try $0.questions.topics() } == [])
    }

    @Test("shows what resembles it before publishing, without script, then publishes", arguments: TestEngine.available)
    func similar(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let known = try await ruche.ask(by: .yannick, "Comment prévenir les chutes la nuit ?")
        _ = try await ruche.ask(by: .yannick, "Quel chariot pour les soins ?")
        let browser = try await ruche.browser(as: .claire)
        let typed = "Prévenir les chutes pendant la nuit"
        let page = try await browser.post("/c/nuit/questions", ["titre": typed, "texte": "Deux chutes."])
        #expect(page.says("Déjà posé ici ?"))
        #expect(page.text.contains("/c/nuit/questions/\(known)\""))
        #expect(!page.says("Quel chariot"))
        #expect(page.value(of: "titre") == typed)
        #expect(try await ruche.count("question") == 2)
        let seen = try #require(page.value(of: "vu"))
        let sent = try await browser.post("/c/nuit/questions", ["titre": typed, "texte": "Deux chutes.", "vu": seen])
        #expect(sent.status == .seeOther)
        #expect(try await ruche.count("question") == 3)
    }

    @Test("shows what resembles it also after a refusal", arguments: TestEngine.available)
    func similarAfterRefusal(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .yannick, "Comment prévenir les chutes la nuit ?")
        let page = try await ruche.browser(as: .claire).post("/c/nuit/questions", ["titre": ""])
        let field = page.text.split(separator: "<input ").first { $0.contains("name=\"vu\"") }
        #expect(field?.prefix { $0 != ">" }.hasSuffix(" disabled") == true)
    }

    @Test("never resembles a question of another community, nor a deleted one", arguments: TestEngine.available)
    func similarElsewhere(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .jules, "Comment prévenir les chutes la nuit ?")
        let gone = try await ruche.ask(by: .yannick, "Comment prévenir les chutes la nuit ?")
        try await ruche.act(as: .yannick) { try $0.questions.delete(.question(gone)) }
        #expect(try await ruche.view(as: .claire) { try $0.questions.similar(to: "prévenir les chutes la nuit") } == [])
    }

    @Test("counts as waiting, and is answered only by somebody else", arguments: TestEngine.available)
    func counters(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        ruche.clock.advance(by: .hours(1))
        _ = try await ruche.reply(by: .claire, to: question, "Je précise.")
        #expect(try await ruche.view(as: .claire) { try $0.questions.find(question).answeredAt } == nil)
        ruche.clock.advance(by: .hours(1))
        _ = try await ruche.reply(by: .yannick, to: question)
        #expect(try await ruche.view(as: .claire) { try $0.questions.find(question).answeredAt } == ruche.clock.now)
        let list = try await ruche.view(as: .claire) { try $0.questions.page().questions }
        #expect(list.map(\.replies) == [2])
        #expect(try await ruche.value("select open_question_count from community where slug = 'nuit'") == 1)
        #expect(try await ruche.journal == [.asked, .replied, .replied])
        #expect(try await ruche.keptFigures == ruche.countedFigures)
    }

    @Test("lists questions by what they wait for, twenty a page, each once", arguments: TestEngine.available)
    func list(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        var asked: [Question.ID] = []
        for number in 1...65 {
            if number % 3 == 0 { ruche.clock.advance(by: .minutes(1)) }
            asked.append(try await ruche.ask(by: .claire, "Question \(number)"))
        }
        var pages: [[Question.ID]] = []
        var mark: QuestionQueries.Mark?
        repeat {
            let page = try await ruche.view(as: .yannick) { [mark] in try $0.questions.page(after: mark) }
            pages.append(page.questions.map(\.id))
            mark = page.next
        } while mark != nil
        #expect(pages.map(\.count) == [20, 20, 20, 5])
        #expect(pages.flatMap { $0 } == asked.reversed())
    }
}
