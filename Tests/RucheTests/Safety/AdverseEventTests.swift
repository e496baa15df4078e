import Foundation
import Logging
import Persistence
import Ruche
import Synchronization
import Testing

@testable import RucheWeb

@Suite("An adverse event")
struct AdverseEventTests {
    @Test(
        "is told by a text that says it happened",
        arguments: [
            "Nous avons eu une erreur médicamenteuse avec la morphine.",
            "Erreur de dose cette nuit : dix fois trop d’insuline.",
            "Une erreur de patient au bloc, heureusement sans suite.",
            "Une résidente a fait une chute avec fracture du col.",
            "Il est tombé de son lit, fracture du poignet.",
            "Chute d’un patient avec traumatisme crânien hier soir.",
            "Surdosage en paracétamol chez un enfant.",
            "Une extravasation de chimiothérapie pendant mon service.",
            "Un événement indésirable grave est survenu dans notre service.",
            "Comment en parler à la famille ? Un événement indésirable grave est survenu.",
            "Le traitement a été donné au mauvais patient.",
            "On a administré la mauvaise poche à la patiente.",
            "Oubli de compresse découvert à J+3.",
            "Une compresse oubliée dans l’abdomen.",
            "Inversion de deux patients au retour du bloc.",
            "L’infirmière a interverti les piluliers de deux résidents.",
            "Choc anaphylactique après l’injection.",
            "Une infection nosocomiale chez un opéré de la hanche.",
            "Nous avons vécu un décès inattendu la semaine dernière.",
            "Presqu’accident : la seringue n’avait pas d’étiquette, l’erreur de produit a été vue à temps.",
            "Fausse route avec hospitalisation en réanimation.",
            "Un EIG chez nous, et maintenant ?",
            "Double dose d’anticoagulant, donnée à 8 h et à 9 h.",
            "Réaction transfusionnelle dès les premières minutes.",
            "Une ERREUR MEDICAMENTEUSE, sans accents et en capitales.",
            "Nous avons eu une erreur de dosage, comment éviter que cela recommence ?",
            "L’aide-soignante a retrouvé un garrot oublié depuis la veille.",
            "Les erreurs de préparation que nous avons eu cet été.",
            "Hier, oubli d’insuline le soir.",
            "Perfusion au mauvais débit pendant six heures.",
        ])
    func told(_ text: String) {
        #expect(AdverseEvent.isTold(in: [text]))
    }

    @Test(
        "is not told by a wish to prevent, a negation, a rule or a question about events",
        arguments: [
            "Comment éviter les erreurs médicamenteuses la nuit ?",
            "Nous voulons prévenir les chutes avec fracture.",
            "Quel protocole en cas d’extravasation ?",
            "Aucune erreur de dose cette année, et nous en sommes fiers.",
            "Il n’y a pas eu d’erreur de patient.",
            "Sans surdosage, la douleur est soulagée.",
            "Formation sur l’oubli de compresse.",
            "Qui déclarez-vous un événement indésirable ?",
            "Comment déclarez-vous les événements indésirables ?",
            "Les erreurs médicamenteuses sont fréquentes en EHPAD.",
            "Le risque de surdosage augmente avec l’insuffisance rénale.",
            "Réduire les infections nosocomiales de notre unité.",
            "Une affiche pour limiter les inversions de patients.",
            "Avez-vous déjà rencontré une extravasation ?",
            "Quelle conduite tenir devant un choc anaphylactique ?",
            "Comment organisez-vous les transmissions de nuit ?",
            "Notre chariot d’urgence est trop lourd.",
            "La semaine de la sécurité parle d’erreur médicamenteuse.",
            "Faut-il appeler la famille pour chaque chute ?",
            "Une chute sans gravité peut-elle attendre le matin ?",
            "J’ai peur de la double dose quand je remplis les piluliers.",
            "Un bon dosage de la sédation.",
            "Le patient est tombé amoureux de la chambre.",
            "Une simulation d’erreur de groupe sanguin.",
            "Qui connaît une vidéo sur la fausse route ?",
            "Il fait mauvais, patients en retard.",
            "Oubli de mot de passe.",
            "Les effets du jeûne.",
            "Deux patients, deux dossiers, une méthode.",
            "",
        ])
    func untold(_ text: String) {
        #expect(!AdverseEvent.isTold(in: [text]))
    }
}

@Suite("The way to declare an adverse event")
struct DeclarationTests {
    private static let link = "https://signalement.example.org/declarer"
    private static let event = "Nous avons eu une erreur médicamenteuse cette nuit."

    private func settle(_ ruche: TestRuche, _ link: String = link) async throws {
        try await ruche.act(as: .nadia) { try $0.preparation.keep(.tools, [.declaration: link], from: 0) }
    }

    @Test("is an address that a facilitator gives, and begins with https", arguments: TestEngine.available)
    func address(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for wrong in [
            "http://example.org", "javascript:alert(1)", "https://", "https://nom:mot@example.org", "déclarer",
        ] {
            let nadia = try await ruche.browser(as: .nadia)
            let page = try await nadia.post("/c/nuit/mise-en-place/6", ["version": "0", "declaration": wrong])
            #expect(page.refusal(of: "declaration") != nil && page.value(of: "declaration") == wrong, "\(wrong)")
        }
        try await settle(ruche)
        #expect(try await ruche.view(as: .claire) { try $0.safety.declarationLink() } == Self.link)
    }

    @Test("is offered before publishing, once, and after, to the author alone", arguments: TestEngine.available)
    func offered(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await settle(ruche)
        let claire = try await ruche.browser(as: .claire)
        let fields: KeyValuePairs = ["titre": "Que faire après ?", "texte": Self.event]
        let check = try await claire.post("/c/nuit/questions", fields)
        #expect(check.says("À déclarer ?") && check.text.contains(Self.link))
        #expect(check.value(of: "texte") == Self.event && check.value(of: "declarer-vu") == "1")
        #expect(try await ruche.count("question") == 0)
        let again: KeyValuePairs = ["titre": "Que faire après ?", "texte": Self.event, "declarer-vu": "1"]
        let thread = try #require(try await claire.post("/c/nuit/questions", again).location)
        #expect(try await claire.get(thread).text.contains(Self.link))
        #expect(try await !ruche.browser(as: .paul).get(thread).text.contains(Self.link))
        #expect(try await !ruche.browser(as: .nadia).get(thread).text.contains(Self.link))
        let plain = try await claire.post("/c/nuit/questions", ["titre": "Qui est de nuit demain ?", "vu": "1"])
        #expect(plain.status == .seeOther, "another question is published at once")
    }

    @Test("is not offered where the community has given none", arguments: TestEngine.available)
    func none(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await ruche.browser(as: .claire).post(
            "/c/nuit/questions", ["titre": "Que faire après ?", "texte": Self.event])
        #expect(page.status == .seeOther)
    }

    @Test("leaves nothing: no row, no line of the journal, no line of the log", arguments: TestEngine.available)
    func nothing(_ engine: TestEngine) async throws {
        let lines = LoggedLines()
        var log = Logger(label: "test") { _ in lines }
        log.logLevel = .trace
        let ruche = try await TestRuche(engine, log: log)
        try await settle(ruche)
        let claire = try await ruche.browser(as: .claire)
        _ = try await claire.get("/c/nuit")
        await ruche.writeComings()
        let before = try await ruche.everything()
        let check = try await claire.post("/c/nuit/questions", ["titre": "Que faire après ?", "texte": Self.event])
        #expect(check.says("À déclarer ?"))
        #expect(try await ruche.everything() == before)
        // A draft keeps what was typed, and not that it was remarked on.
        try await claire.post(
            "/c/nuit/brouillon", ["place": "question", "titre": "Que faire après ?", "declarer-vu": "1"])
        #expect(try await ruche.value("select fields from draft", as: String.self) == #"{"titre":"Que faire après ?"}"#)
        let published = try await ruche.ask(by: .claire, "Que faire après ?") { $0.body = Self.event }
        let rows = try await ruche.everything()
        #expect(try await claire.get("/c/nuit/questions/\(published)").text.contains(Self.link))
        #expect(try await ruche.everything() == rows)
        #expect(lines.all.isEmpty)
    }
}
