import PatientGuard
import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

/// Every form that shows the wall: with its button, each passage is replaced, in each field.
@Suite("The replacement of passages")
struct ReplacementTests {
    private static let title = "Que faire quand Mme Lafitte a refusé ?"
    private static let text = "Mme Lafitte a 92 ans, EHPAD Les Saules."

    @Test("has every field that is typed freely in its one list")
    func fields() {
        func texts<Draft>(_ draft: Draft, but chosen: Set<String>) -> Int {
            Mirror(reflecting: draft).children.count { child in
                child.value is String && !chosen.contains(child.label ?? "")
            }
        }
        // Chosen in a list, or a secret.
        let chosen: Set = ["setting", "moment", "objective", "need", "basket", "knowledge", "answered", "until"]
        #expect(texts(QuestionDraft(), but: chosen) == QuestionDraft.written.count)
        #expect(texts(ReplyDraft(), but: chosen) == ReplyDraft.written.count)
        #expect(texts(CorrectionDraft(), but: chosen) == CorrectionDraft.written.count)
        #expect(texts(AnnouncementDraft(), but: chosen) == AnnouncementDraft.written.count)
        #expect(texts(NeedDraft(), but: chosen) == NeedDraft.written.count)
        #expect(texts(ObjectiveDraft(), but: chosen) == ObjectiveDraft.written.count)
        #expect(
            texts(Edit(), but: chosen) + QuestionDraft.written.count + ReplyDraft.written.count == Edit.written.count)
    }

    /// The path of a form, its fields that hold a patient's name, and the others.
    struct Form: Sendable, CustomTestStringConvertible {
        let path: String
        let texts: [String]
        var others: [(key: String, value: String)] = []
        var writer = Cast.claire
        var testDescription: String { path }
    }

    private static let forms: [Form] = [
        Form(
            path: "questions", texts: ["titre", "texte", "essaye", "contraintes", "pour-quand", "sujets"],
            others: [("vu", "1")]),
        Form(path: "echanges/nouveau/idee", texts: ["titre", "texte", "sujets"]),
        Form(path: "echanges/nouveau/discussion", texts: ["titre", "texte", "sujets"]),
        Form(path: "echanges/nouveau/information", texts: ["titre", "texte", "sujets"]),
        Form(
            path: "echanges/nouveau/experience",
            texts: ["titre", "faits", "aide", "frein", "lecon", "essai", "sujets"]),
        Form(
            path: "echanges/nouveau/cas", texts: ["titre", "texte", "essaye", "contraintes", "pour-quand", "sujets"],
            others: [("accord", "1")]),
        Form(path: "questions/QUESTION/reponses", texts: ["texte", "chez-moi"]),
        Form(
            path: "questions/QUESTION/modifier",
            texts: ["titre", "texte", "essaye", "contraintes", "pour-quand", "sujets", "pourquoi"],
            others: [("version", "1")]),
        Form(
            path: "reponses/REPLY/modifier", texts: ["texte", "chez-moi", "pourquoi"],
            others: [("version", "1"), ("savoir", "")], writer: .yannick),
        Form(
            path: "cas/CASE/modifier", texts: ["titre", "texte", "essaye", "contraintes", "pour-quand", "sujets"],
            others: [("accord", "1")]),
        Form(path: "besoins", texts: ["besoin", "portee", "depart"]),
        Form(path: "besoins/NEED/modifier", texts: ["besoin", "portee", "depart"], others: [("version", "1")]),
        Form(path: "objectifs", texts: ["objectif", "pratique", "pour-qui", "mesure", "depart"]),
        Form(path: "annonces", texts: ["titre", "texte"], others: [("jusqu-au", "2026-11-20")], writer: .nadia),
        Form(path: "mots/nouveau", texts: ["texte"], others: [("a", "Paul Sarrazin")]),
        Form(path: "questions/LONG/synthese", texts: ["texte"], others: [("version", "0")]),
    ]

    @Test("is done in each field of each form, and nothing is published by it", arguments: forms, TestEngine.available)
    func replaced(_ form: Form, _ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let path = try await Self.place(form.path, ruche)
        let browser = try await ruche.browser(as: form.writer)
        var fields = form.others
        for (index, name) in form.texts.enumerated() {
            fields.append((name, index == 0 ? Self.title : Self.text))
        }
        let wall = try await browser.post(path, fields)
        #expect(wall.status == .unprocessableContent)
        #expect(wall.text.contains("name=\"remplacer\""), "the wall")
        let before = try await ruche.journal
        let page = try await browser.post(path, fields + [("remplacer", "1")])
        #expect(page.status == .unprocessableContent)
        for name in form.texts {
            let value = try #require(page.value(of: name), "\(name)")
            #expect(!value.contains("Lafitte") && !value.contains("92 ans"), "\(name): \(value)")
        }
        #expect(try await ruche.journal == before)
        let sent = try await browser.post(path, fields + [("confirme", "1")])
        #expect(sent.status == .seeOther, "the second confirmation")
    }

    private static func place(_ path: String, _ ruche: TestRuche) async throws -> String {
        var path = path
        if path.contains("CASE") {
            let id = try await ruche.act(as: .claire) { act in
                var draft = QuestionDraft()
                draft.title = "Que faire ?"
                return try act.questions.propose(draft, reader: nil, hasTeamConsent: true)
            }
            path = path.replacing("CASE", with: "\(id)")
        }
        if path.contains("NEED") {
            let id = try await ruche.act(as: .claire) { try $0.needs.raise(NeedDraft(statement: "Être deux")) }
            path = path.replacing("NEED", with: "\(id)")
        }
        if path.contains("QUESTION") || path.contains("REPLY") || path.contains("LONG") {
            let question = try await ruche.ask(by: .claire)
            let reply = try await ruche.reply(by: .yannick, to: question)
            if path.contains("LONG") {
                for number in 2...8 { _ = try await ruche.reply(by: .yannick, to: question, "Réponse \(number).") }
            }
            path = path.replacing("QUESTION", with: "\(question)").replacing("LONG", with: "\(question)")
                .replacing("REPLY", with: "\(reply)")
        }
        return "/c/nuit/" + path
    }

    @Test("of a hidden post works on its correction too", arguments: TestEngine.available)
    func correction(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.act(as: .paul) { try $0.safety.flag(.question(question), because: .patient) }
        let path = "/c/nuit/questions/\(question)/corriger"
        let page = try await ruche.browser(as: .claire).post(
            path, ["titre": Self.title, "texte": Self.text, "essaye": Self.text, "remplacer": "1"])
        #expect(page.status == .unprocessableContent)
        for name in ["titre", "texte", "essaye"] {
            #expect(page.value(of: name)?.contains("Lafitte") == false, "\(name)")
        }
    }

    @Test("is not offered for what stands in a file alone")
    func files() {
        let passages = PatientGuard().passages(in: "Mme Lafitte a refusé")
        #expect(GuardWall(passages: passages, files: ["a.pdf"], isInWords: false).isInWords == false)
    }
}

@Suite("A changed text")
struct ChangedTextTests {
    @Test("keeps its context, with the reason of each change", arguments: TestEngine.available)
    func context(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire) { $0.tried = "Un tapis." }
        _ = try await ruche.reply(by: .yannick, to: question)
        let browser = try await ruche.browser(as: .claire)
        let form = try await browser.get("/c/nuit/questions/\(question)/modifier")
        let version = try #require(form.value(of: "version"))
        let sent = try await browser.post(
            "/c/nuit/questions/\(question)/modifier",
            [
                "version": version, "titre": "Comment faites-vous la nuit ?", "texte": "", "essaye": "Deux tapis.",
                "contraintes": "Seule à l’étage.", "attente": "experience", "pourquoi": "On me l’a demandé.",
            ])
        #expect(sent.status == .seeOther)
        let thread = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)")
        #expect(thread.says("modifiée"))
        let history = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)/versions")
        #expect(history.says("On me l’a demandé.") && history.text.contains("<ins>Deux"))
        #expect(history.says("Contraintes") && history.says("étage"))
    }

    @Test("of a reply corrects where it comes from too", arguments: TestEngine.available)
    func reply(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question, "Toutes les deux heures.")
        ruche.clock.advance(by: .hours(1))
        let browser = try await ruche.browser(as: .yannick)
        let sent = try await browser.post(
            "/c/nuit/reponses/\(reply)/modifier",
            [
                "version": "1", "texte": "Toutes les deux heures.", "chez-moi": "EHPAD, 30 lits",
                "savoir": "scientific",
            ])
        #expect(sent.status == .seeOther)
        let page = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)")
        #expect(page.says("EHPAD, 30 lits") && page.says("Savoir scientifique") && page.says("Modifiée"))
    }

    @Test("of an experience names nobody either, and keeps its parts", arguments: TestEngine.available)
    func experience(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        let location = try #require(
            try await browser.post(
                "/c/nuit/echanges/nouveau/experience",
                ["titre": "Une chute évitée", "faits": "La barrière était baissée.", "lecon": "Vérifier."]
            ).location)
        let form = try await browser.get(location + "/modifier")
        #expect(form.says("Modifier votre retour d’expérience"))
        #expect(form.value(of: "faits") == "La barrière était baissée." && form.value(of: "lecon") == "Vérifier.")
        let refused = try await browser.post(
            location + "/modifier",
            ["version": "1", "titre": "Une chute évitée", "faits": "Yannick Le Goas l’avait oubliée."])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.refusal(of: "faits")?.contains("ne nomme personne") == true)
        let kept = try await browser.post(
            location + "/modifier",
            ["version": "1", "titre": "Une chute évitée", "faits": "La barrière.", "aide": "Le tapis."])
        #expect(kept.status == .seeOther)
        let page = try await browser.get(location).text
        #expect(page.contains("<strong>Ce qui a aidé</strong>") && !page.contains("La leçon"))
    }

    @Test("is shown as it will be read, and marked, without script", arguments: TestEngine.available)
    func preview(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .claire, to: question)
        let browser = try await ruche.browser(as: .claire)
        for path in ["questions/\(question)/modifier", "reponses/\(reply)/modifier", "echanges/nouveau/idee"] {
            let fields = ["version": "1", "titre": "Une idée", "texte": "Avec **soin**."] as KeyValuePairs
            let preview = try await browser.post(
                "/c/nuit/" + path, fields.map { ($0.key, $0.value) } + [("apercu", "1")])
            #expect(preview.text.contains("<strong>soin</strong>"), "\(path)")
            let marked = try await browser.post(
                "/c/nuit/" + path, fields.map { ($0.key, $0.value) } + [("mettre", "liste")])
            #expect(marked.value(of: "texte") == "Avec **soin**.\n- ", "\(path)")
        }
        let experience = try await browser.post(
            "/c/nuit/echanges/nouveau/experience", ["titre": "Une nuit", "lecon": "Prévenir", "mettre": "gras.lecon"])
        #expect(experience.value(of: "lecon") == "Prévenir**important**")
        #expect(try await ruche.count("question") == 1)
    }
}

@Suite("A call by name")
struct CallTests {
    @Test(
        "stands apart from addresses and longer words",
        arguments: [
            ("@animation", true), ("Bonjour @animation.", true), ("(@animation)", true), ("« @animation »", true),
            ("contact@animation.fr", false), ("@animation.fr", false), ("@animations", false),
            ("https://site.fr/@animation", false), ("@@animation", false),
        ])
    func boundaries(text: String, isCall: Bool) {
        #expect(QuestionQueries.calls("animation", in: text) == isCall)
    }

    private static func called(_ ruche: TestRuche) async throws -> [String] {
        try await ruche.deliver()
        return ruche.mailbox.letters.filter { $0.subject.contains("vous appelle") }.map(\.address).sorted()
    }

    @Test("is heard from a question's sentence and text", arguments: TestEngine.available)
    func question(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire, "@Inès Rouvière, comment faites-vous ?") { $0.body = "Et @animation ?" }
        #expect(try await Self.called(ruche) == [Cast.ines.email, Cast.nadia.email])
    }

    @Test("is heard once, from a change that adds it", arguments: TestEngine.available)
    func edit(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question, "@Paul Sarrazin le sait.")
        #expect(try await Self.called(ruche) == [Cast.paul.email])
        for version in 1...2 {
            try await ruche.act(as: .yannick) {
                try $0.questions.edit(
                    .reply(reply), title: "", body: "@Paul Sarrazin et @Inès Rouvière le savent, \(version).",
                    from: version)
            }
        }
        #expect(try await Self.called(ruche) == [Cast.ines.email, Cast.paul.email])
        try await ruche.act(as: .claire) {
            try $0.questions.edit(.question(question), title: "@Paul Sarrazin ?", body: "", from: 1)
        }
        #expect(try await Self.called(ruche).count == 3)
    }

    @Test("reaches who holds a function, and nobody by what is quoted", arguments: TestEngine.available)
    func function(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.act(as: .paul) { try $0.mandates.take(.secretary, until: "2026-12-31") }
        _ = try await ruche.ask(by: .claire) { $0.body = "> @Inès Rouvière\n\nUn mot, @secrétariat ?" }
        #expect(try await Self.called(ruche) == [Cast.paul.email])
    }

    @Test("of more than ten is confirmed, wherever it is written", arguments: TestEngine.available)
    func many(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let community = try #require(ruche.people[.nadia]?.community)
        let own = try await ruche.reply(by: .claire, to: try await ruche.ask(by: .claire))
        try await ruche.instance.act(through: .command) { act in
            for number in 1...8 {
                let person = try act.accounts.create(
                    EmailAddress(typed: "m\(number)@example.org"), name: "Membre \(number)")
                try act.members.enter(
                    community, person: person, as: MemberDraft(name: "Membre \(number)"), role: .member)
            }
        }
        let browser = try await ruche.browser(as: .claire)
        let forms: [(String, [(key: String, value: String)])] = [
            ("questions", [("titre", "@membres, un avis ?"), ("vu", "1")]),
            ("echanges/nouveau/idee", [("titre", "Une idée"), ("texte", "Bonjour @membres")]),
            ("echanges/nouveau/cas", [("titre", "Un cas"), ("texte", "Bonjour @membres"), ("accord", "1")]),
            ("reponses/\(own)/modifier", [("texte", "Bonjour @membres"), ("version", "1")]),
        ]
        for (path, fields) in forms {
            let asked = try await browser.post("/c/nuit/" + path, fields)
            #expect(asked.status == .unprocessableContent && asked.says("Vous appelez 12 personnes"), "\(path)")
            #expect(try await browser.post("/c/nuit/" + path, fields + [("appelle", "1")]).status == .seeOther)
        }
    }
}
