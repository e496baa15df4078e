import Foundation
import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("Files of a post")
struct AttachmentTests {
    /// One grey pixel.
    private static let pixel: [UInt8] = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
            ?? Data())
    private static let reply = "/c/nuit/questions/1/reponses"

    private func basket(of page: TestBrowser.Page) throws -> String {
        let found = try #require(page.text.firstMatch(of: /name="corbeille" value="([\w-]{43})"/))
        return String(found.1)
    }

    @Test("is stopped by its name, for which another is offered", arguments: TestEngine.available)
    func telling(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        let name = "Mme Lafitte chambre 12 IPP 00458213.txt"
        let page = try await browser.post(Self.reply, ["texte": "Voici."], files: [(name, Array("Une note.".utf8))])
        #expect(page.status == .unprocessableContent)
        #expect(page.says("Ce texte permet peut-être de reconnaître un patient") && page.says("document.txt"))
        let basket = try #require(page.value(of: "corbeille"))
        let replaced = try await browser.post(
            Self.reply, ["texte": "Voici.", "corbeille": basket, "remplacer": "1"], files: [])
        #expect(replaced.says("document-1.txt") && !replaced.text.contains("Lafitte"))
        let sent = try await browser.post(Self.reply, ["texte": "Voici.", "corbeille": basket], files: [])
        #expect(sent.status == .seeOther)
        #expect(try await ruche.value("select name from attachment", as: String.self) == "document-1.txt")
    }

    @Test(
        "is stopped when it lists people under a heading",
        arguments: [
            ("nom;prenom;ddn\nLAFITTE;Jeanne;12/03/1938\n", true),
            ("Nom,Prénom,IPP\nLafitte,Jeanne,458213\n", true),
            ("N° IPP\tNom\tService\n458213\tLAFITTE\tchirurgie\n", true),
            ("| Nom | Date de naissance |\n| --- | --- |\n| LAFITTE | 12/03/1938 |\n", true),
            ("Nom\nPrénom\nDate de naissance\nLAFITTE\nJeanne\n", true),
            ("Nom ; Prénom ; Date de naissance\n", false),
            ("Nom\nPrénom\nDate de naissance\nObservations\n", false),
            ("nom;taille;prix\nCoussin;40;12\n", false),
            ("mois;chutes;lits\njanvier;4;30\n", false),
            ("Vérifier l’identité :\nNom, prénom, date de naissance\nService, chambre, lit\n", false),
        ])
    func tables(_ text: String, isStopped: Bool) async throws {
        let ruche = try await TestRuche(.sqlite)
        _ = try await ruche.ask(by: .claire)
        let page = try await ruche.browser(as: .yannick).post(
            Self.reply, ["texte": "Voici."], files: [("liste.csv", Array(text.utf8))])
        #expect((page.status == .unprocessableContent) == isStopped)
    }

    @Test("that the disk does not take leave the text typed, and nothing by half", arguments: TestEngine.available)
    func fullDisk(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let folder = ruche.site.files.folder
        // A file stands where the folder of files should be made.
        try Data().write(to: folder)
        let browser = try await ruche.browser(as: .yannick)
        let file = (name: "grille.txt", bytes: Array("Coussin anatomique".utf8))
        let refused = try await browser.post(Self.reply, ["texte": "Voici notre grille."], files: [file])
        #expect(refused.status == .unprocessableContent && refused.says("Le serveur n’a pas pu garder ce fichier"))
        #expect(refused.value(of: "texte") == "Voici notre grille." && refused.text.contains("id=\"fichiers-e\""))
        let counts = [try await ruche.count("upload"), try await ruche.count("reply")]
        #expect(counts == [0, 0])
        let alone = try await browser.post(Self.reply, ["texte": "Voici notre grille."])
        #expect(alone.status == .seeOther, "the text may leave without the file")
        try FileManager.default.removeItem(at: folder)
        #expect(try await browser.post(Self.reply, ["texte": "La voici."], files: [file]).status == .seeOther)
        #expect(try await ruche.count("attachment") == 1)
    }

    @Test("beyond ten are not kept on the disk either")
    func tooMany() async throws {
        let ruche = try await TestRuche(.sqlite)
        _ = try await ruche.ask(by: .claire)
        let files = (1...11).map { (name: "\($0).txt", bytes: Array("Fiche \($0)".utf8)) }
        let page = try await ruche.browser(as: .yannick).post(
            Self.reply, ["texte": "Voici.", "joindre": "1"], files: files)
        #expect(page.says("Dix fichiers au plus par message."))
        #expect(ruche.site.files.paths.count == 10)
    }

    @Test("come back with the form, then with the post, without script", arguments: TestEngine.available)
    func joined(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        let joined = try await browser.post(
            Self.reply, ["texte": "Voici notre grille.", "joindre": "1"],
            files: [("grille; de nuit.txt", Array("Coussin anatomique, veilleuse".utf8))])
        #expect(joined.status == .unprocessableContent)
        #expect(joined.text.contains("grille de nuit.txt") && joined.text.contains("Voici notre grille."))
        #expect(try await ruche.count("reply") == 0)
        let sent = try await browser.post(
            Self.reply, ["texte": "Voici notre grille.", "corbeille": try basket(of: joined)])
        #expect(sent.status == .seeOther)
        let page = try await browser.get("/c/nuit/questions/1").text
        #expect(page.contains("grille de nuit.txt") && page.contains("/c/nuit/fichiers/1/texte"))
        #expect(try await browser.get("/c/nuit/fichiers/1/texte").text.contains("Coussin anatomique, veilleuse"))
        let file = try await browser.get("/c/nuit/fichiers/1")
        #expect(file.text == "Coussin anatomique, veilleuse")
        #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        #expect(try await ruche.count("upload") == 0)
    }

    @Test("are found by their words, by who may read the post", arguments: TestEngine.available)
    func searched(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        try await browser.post(
            Self.reply, ["texte": "Ci-joint."], files: [("note.txt", Array("Coussin anatomique".utf8))])
        #expect(try await ruche.view(as: .ines) { try $0.search.posts("anatomiques").hits.map(\.number) } == [1])
        let shown = try await ruche.view(as: .ines) { try $0.search.posts("anatomiques").hits.first?.excerpt.parts }
        #expect(shown?.contains { $0.isFound && $0.text == "anatomique" } == true)
        #expect(try await ruche.view(as: .jules) { try $0.search.posts("anatomiques").count } == 0)
        try await ruche.act(as: .yannick) { act in
            let reply = try #require(try act.view.questions.thread(Question.ID(1)).replies.first?.id)
            try act.questions.delete(.reply(reply))
        }
        #expect(try await ruche.view(as: .ines) { try $0.search.posts("anatomiques").count } == 0)
        #expect(try await browser.get("/c/nuit/fichiers/1").status == .notFound)
        try await ruche.act(as: .yannick) { act in
            let reply = try #require(try act.view.questions.thread(Question.ID(1)).replies.first?.id)
            try act.questions.restore(.reply(reply))
        }
        #expect(try await ruche.view(as: .ines) { try $0.search.posts("anatomiques").hits.map(\.number) } == [1])
    }

    @Test("that are pictures ask what they show, and are seen in the page", arguments: TestEngine.available)
    func pictures(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        let refused = try await browser.post(
            Self.reply, ["texte": "Voyez."], files: [("photo.png", Self.pixel)])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("ce que montre chaque image"))
        let basket = try basket(of: refused)
        let preview = try await browser.get("/c/nuit/fichiers/joints/1?corbeille=\(basket)")
        #expect(preview.headers[.contentType] == "image/png")
        #expect(try await browser.get("/c/nuit/fichiers/joints/1?corbeille=\(basket.reversed())").status == .notFound)
        let sent = try await browser.post(
            Self.reply, ["texte": "Voyez.", "corbeille": basket, "montre-1": "Le coussin sous le talon"])
        #expect(sent.status == .seeOther)
        let page = try await browser.get("/c/nuit/questions/1").text
        #expect(page.contains(#"<img src="/c/nuit/fichiers/1" alt="Le coussin sous le talon""#))
        #expect(try await browser.get("/c/nuit/fichiers/1").headers[.contentType] == "image/png")
    }

    @Test("are told by what they hold, not by their name", arguments: TestEngine.available)
    func refused(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        let page = try await browser.post(
            Self.reply, ["texte": "Voici."], files: [("protocole.txt", Array("#!/bin/sh\nrm -rf /\n".utf8))])
        #expect(page.status == .unprocessableContent)
        #expect(page.text.contains("Ce fichier est un programme") && page.text.contains("Voici."))
        #expect(try await ruche.count("reply") == 0)
    }

    @Test("that tell who a patient is stop the post, and are named", arguments: TestEngine.available)
    func guarded(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        let text = "Mme Berthe Lestrange, née le 12/03/1931, chambre 212."
        let stopped = try await browser.post(
            Self.reply, ["texte": "Voici."], files: [("observation.txt", Array(text.utf8))])
        #expect(stopped.status == .unprocessableContent)
        #expect(stopped.text.contains("Cela se trouve dans un fichier joint (observation.txt)"))
        #expect(try await ruche.count("reply") == 0)
        let confirmed = try await browser.post(
            Self.reply, ["texte": "Voici.", "corbeille": try basket(of: stopped), "confirme": "1"])
        #expect(confirmed.status == .seeOther)
        #expect(try await ruche.count("confirmation") == 1)
    }

    @Test(
        "of a question without a name are called nothing, and lie in nobody's basket", arguments: TestEngine.available)
    func anonymous(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        let sent = try await browser.post(
            "/c/nuit/questions", ["titre": "Que faire la nuit ?", "anonyme": "1", "vu": "1"],
            files: [("Claire Besnard.txt", Array("Notre grille.".utf8))])
        #expect(sent.status == .seeOther && sent.location?.hasPrefix("/anonyme/") == true)
        #expect(try await ruche.value("select name from attachment", as: String.self) == "document-1.txt")
        #expect(try await ruche.count("upload") == 0)
        let columns = try await ruche.instance.database.read { try $0.everyTextColumn() }
        #expect(!columns.contains { $0.table == "upload" && $0.column.contains("member") })
    }

    @Test("leave with their author's will, and from the disk when nothing shows them", arguments: TestEngine.available)
    func detached(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        try await browser.post(Self.reply, ["texte": "Un."], files: [("note.txt", Array("La même note.".utf8))])
        try await browser.post(Self.reply, ["texte": "Deux."], files: [("note.txt", Array("La même note.".utf8))])
        let others = try await ruche.browser(as: .ines)
        #expect(try await others.post("/c/nuit/fichiers/1/retirer").status == .forbidden)
        #expect(try await browser.post("/c/nuit/fichiers/1/retirer").status == .seeOther)
        #expect(ruche.site.files.paths.count == 1)
        #expect(try await browser.get("/c/nuit/fichiers/2").text == "La même note.")
        #expect(try await browser.post("/c/nuit/fichiers/2/retirer").status == .seeOther)
        #expect(ruche.site.files.paths.isEmpty)
    }

    @Test("that were never published are let go after a week", arguments: TestEngine.available)
    func swept(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        try await browser.post(
            Self.reply, ["texte": "Voici.", "joindre": "1"], files: [("note.txt", Array("Une note.".utf8))])
        try await ruche.instance.sweepUploads(in: ruche.site.files)
        #expect(try await ruche.count("upload") == 1)
        ruche.clock.advance(by: .days(8))
        try await ruche.instance.sweepUploads(in: ruche.site.files)
        #expect(try await ruche.count("upload") == 0 && ruche.site.files.paths.isEmpty)
    }

    @Test("sent with the same words a moment later are not taken for the same message", arguments: TestEngine.available)
    func again(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        try await browser.post(Self.reply, ["texte": "Voici."])
        let note = [(name: "note.txt", bytes: Array("Une note.".utf8))]
        let joined = try await browser.post(Self.reply, ["texte": "Voici.", "joindre": "1"], files: note)
        let fields: KeyValuePairs = ["texte": "Voici.", "corbeille": try basket(of: joined)]
        #expect(try await browser.post(Self.reply, fields).status == .seeOther)
        #expect(try await ruche.count("attachment") == 1)
        // The same form sent twice by a slow network is still one message.
        #expect(try await browser.post(Self.reply, fields).status == .seeOther)
        #expect(try await ruche.count("reply") == 2)
    }

    @Test("are ten at most", arguments: TestEngine.available)
    func tooMany(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        let files = (1...11).map { (name: "note \($0).txt", bytes: Array("Note \($0)".utf8)) }
        let page = try await browser.post(Self.reply, ["texte": "Voici.", "joindre": "1"], files: files)
        #expect(page.text.contains("note 11.txt") && page.text.contains("Dix fichiers au plus"))
        #expect(try await ruche.count("upload") == 10)
    }
}
