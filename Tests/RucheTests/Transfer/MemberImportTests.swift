import Calendaring
import Documents
import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// The sheet of a hospital's secretary, with the accidents of real life.
@Suite("A list of people")
struct MemberListTests {
    private func people(_ text: String, _ change: (inout ListReading) -> Void = { _ in }) throws -> [ListedPerson] {
        let list = try MemberList(text: text)
        var reading = ListReading(columns: list.guessed)
        reading.reason = "Réunion de service."
        change(&reading)
        return list.people(reading, known: KnownPeople(), today: try #require(CivilDate(2026, 11, 26)))
    }

    @Test(
        "is known by its headings, however they are written",
        arguments: [
            "email;prenom;nom;profession", "Adresse e-mail;Prénom;NOM D’USAGE;Fonction",
            "MAIL;first name;last name;Métier",
            "Courriel;Prenom;Nom de famille;Grade",
        ])
    func headings(_ headings: String) throws {
        let list = try MemberList(text: headings + "\nlea@example.org;Léa;Martin;IDE\n")
        #expect(list.guessed == [.email, .firstName, .lastName, .profession])
    }

    @Test("may have a title above its headings, and columns that nobody needs")
    func title() throws {
        let text = "Liste du pôle 3;;\n\nNom Prénom;Matricule;Mail\nMARTIN Léa;0042;Lea.Martin@CH-Montrieux.fr\n"
        let person = try #require(try people(text).first)
        #expect(person.line == 4)
        #expect(person.email?.rawValue == "lea.martin@ch-montrieux.fr")
        #expect(person.card.name == "Léa Martin")
    }

    @Test("finds its addresses by their look when it has no headings")
    func noHeadings() throws {
        let found = try people("Léa Martin\tlea@example.org\nPaul Roux\tpaul@example.org\n")
        #expect(found.map(\.email?.rawValue) == ["lea@example.org", "paul@example.org"])
        #expect(found.map(\.line) == [1, 2])
    }

    @Test("is read in each encoding that an office writes")
    func encodings() async throws {
        let text = "courriel;établissement\nlea@example.org;Hôpital de l’Œuvre\n"
        let utf16 = [UInt8]([0xFF, 0xFE]) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let windows: [UInt8] = text.unicodeScalars.map { scalar in
            switch scalar {
            case "’": 0x92
            case "Œ": 0x8C
            default: UInt8(scalar.value)
            }
        }
        let bytes: [[UInt8]] = [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16, windows]
        for bytes in bytes {
            let list = try await MemberList.read(bytes)
            #expect(list.guessed == [.email, .establishment])
            #expect(list.rows.first?.cells.last == "Hôpital de l’Œuvre")
        }
    }

    @Test(
        "writes names as people do",
        arguments: [
            ("BESNARD Claire", "Claire Besnard"), ("LE GOAS Yannick", "Yannick Le Goas"),
            ("besnard claire", "Claire Besnard"), ("Besnard, Claire", "Claire Besnard"),
            ("Besnard Claire", "Claire Besnard"), ("DE LA TOUR Anne-Marie", "Anne-Marie De La Tour"),
            ("de la Tour Jean", "Jean de la Tour"), ("McKenna Sue", "Sue McKenna"),
        ])
    func names(_ full: String, _ wanted: String) throws {
        #expect(try people("Nom Prénom;mail\n\(full);a@example.org\n").first?.card.name == wanted)
    }

    @Test(
        "knows professions by what services call them",
        arguments: [
            ("IDE", "60"), ("Infirmière", "60f"), ("infirmier", "60m"), ("Aide soignante", "35f"), ("Dr", "10"),
            ("Cadre de santé", "cadre"), ("kiné", "70"), ("Sage-femme", "50"), ("IDEC", "ide-coordinateur"),
            ("Infirmier/ière", "60"), ("Infirmier(e)s", "60"), ("Infirmière DE", "60f"), ("Infirmier de nuit", "60m"),
            ("IDE de nuit", "60"), ("AS de nuit", "35"), ("Médecin urgentiste", "10"),
            ("Étudiant infirmier", "etudiant"), ("Aides-soignantes", "35f"), ("aide-soignant·e", "35"),
        ])
    func professions(_ word: String, _ code: String) throws {
        let person = try #require(try people("mail;fonction\na@example.org;\(word)\n").first)
        #expect(person.card.profession == code && person.warnings.isEmpty)
    }

    @Test(
        "leaves a trade that it does not know for sure",
        arguments: ["ASH", "ASS", "ASG", "ASE", "DRH", "Infirmière/cadre", "Directeur"])
    func unknownProfessions(_ word: String) throws {
        let person = try #require(try people("mail;fonction\na@example.org;\(word)\n").first)
        #expect(person.card.profession == "" && person.warnings == [.unknownProfession(word)])
    }

    @Test(
        "knows places by whole words, the hospital before the centre",
        arguments: [
            ("Centre hospitalier", "hopital"), ("Centre Hospitalier de Villefranche", "hopital"),
            ("Pharmacie à usage intérieur", "hopital"), ("Pharmacie hospitalière", "hopital"), ("PUI", "hopital"),
            ("SSR", "hopital"), ("CHU", "hopital"), ("SSIAD", "autre"), ("Officine", "officine"),
            ("Pharmacie du Pont", "officine"), ("Centre de santé", "centre"), ("MSP", "centre"),
            ("Cabinet libéral", "cabinet"), ("EHPAD Les Tilleuls", "ehpad"), ("HAD", "had"), ("Salarié", ""),
            ("Villefranche", ""),
        ])
    func settings(_ word: String, _ wanted: String) throws {
        let person = try #require(try people("mail;lieu d’exercice\na@example.org;\(word)\n").first)
        #expect(person.card.setting == wanted)
        #expect(person.warnings == (wanted.isEmpty ? [.unknownSetting(word)] : []))
    }

    @Test(
        "reads the day of a consent as offices write it",
        arguments: ["2025-11-03", "03/11/2025", "3.11.25", "45964", "3 nov. 2025", "le 3 novembre 2025", "3-nov-25"])
    func dates(_ text: String) throws {
        let person = try #require(
            try people("mail;consentement le\na@example.org;\(text)\n") { $0.reason = "" }.first)
        #expect(person.consentedOn == CivilDate(2025, 11, 3) && person.problem == nil)
    }

    @Test("refuses a consent of the future; a reason given for all lets a bad date pass, with a word")
    func badDates() throws {
        let text = "mail;consentement le\na@example.org;31/12/2099\nb@example.org;oui\nc@example.org;1er nov. 2026\n"
        let found = try people(text) { $0.reason = "" }
        #expect(found.map(\.problem) == [.futureDate("31/12/2099"), .badDate("oui"), nil])
        let reasoned = try people(text)
        #expect(reasoned.map(\.problem) == [nil, nil, nil])
        #expect(reasoned.map(\.warnings) == [[.dateLeftAside("31/12/2099")], [.dateLeftAside("oui")], []])
    }

    @Test(
        "takes an address out of what a mail program copies, and refuses what no mail reaches",
        arguments: [
            ("Marie DUPONT <marie@hopital.fr>", "marie@hopital.fr"), ("<z@b.fr>", "z@b.fr"),
            ("n@b.fr\u{200B}", "n@b.fr"), ("o'brien@b.fr", "o'brien@b.fr"), ("s@b..fr", nil), (".q@b.fr", nil),
            ("'p@b.fr", nil), ("m@-b.fr", nil), ("a@b.fr|a", nil), ("a@b", nil), ("a b@c.fr", nil),
        ] as [(String, String?)])
    func addresses(_ typed: String, _ wanted: String?) {
        #expect((try? EmailAddress(typed: typed))?.rawValue == wanted)
    }

    @Test("has headings on two lines, under many others, or in a place of their own")
    func headingsOfOffices() throws {
        let two = "Identité;;Coordonnées;;Service\nNOM;Prénom;Adresse e-mail pro;Dpt;\nROUX;Léa;a@b.fr;38;Urgences\n"
        let list = try MemberList(text: two)
        #expect(list.guessed == [.lastName, .firstName, .email, .territory, .establishment] && list.rows.count == 1)
        let merged = "Mail (pro);Service;;\n;;Nom de naissance;Prénom\na@b.fr;Urgences;ROUX;Léa\n"
        #expect(try MemberList(text: merged).guessed == [.email, .establishment, .lastName, .firstName])
        let deep =
            String(repeating: "Note de service;;\n", count: 14) + "Nom usuel;Date du consentement;Mail\nR;;a@b.fr\n"
        #expect(try MemberList(text: deep).guessed == [.lastName, .consentedOn, .email])
        let births = "Nom de naissance;Nom d’usage;Mail\nA;B;a@b.fr\n"
        #expect(try MemberList(text: births).guessed == [.ignored, .lastName, .email])
    }

    /// A workbook as small as one can be: what each sheet holds, and its merged cells.
    private func workbook(_ sheets: [(rows: [[String]], merged: String?)]) throws -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let package = "http://schemas.openxmlformats.org/package/2006"
        var (content, list, links) = ("", "", "")
        var zip = ZipWriter()
        for (index, sheet) in sheets.enumerated() {
            let number = index + 1
            content +=
                "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ContentType=\"\(types).worksheet+xml\"/>"
            list += "<sheet name=\"S\(number)\" sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
            links +=
                "<Relationship Id=\"rId\(number)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
            let rows = sheet.rows.enumerated().map { row, cells in
                let cells = cells.enumerated().map { column, text in
                    let place = "\(["A", "B", "C"][column])\(row + 1)"
                    return text.isEmpty
                        ? "<c r=\"\(place)\"/>" : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
                }
                return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
            }
            let merged = sheet.merged.map { "<mergeCells><mergeCell ref=\"\($0)\"/></mergeCells>" } ?? ""
            let text = "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData>\(merged)</worksheet>"
            try zip.add("xl/worksheets/sheet\(number).xml", Array(text.utf8))
        }
        let book = "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(types).sheet.main+xml\"/>"
        for (name, text) in [
            ("[Content_Types].xml", "<Types xmlns=\"\(package)/content-types\">\(book)\(content)</Types>"),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(list)</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(package)/relationships\">\(links)</Relationships>"
            ),
        ] { try zip.add(name, Array(text.utf8)) }
        return zip.finished()
    }

    @Test("is the first sheet that has addresses, whose merged cells are each filled")
    func sheets() async throws {
        let list = [["Mail", "Service"], ["a@b.fr", "Urgences"], ["c@d.fr", ""]]
        let bytes = try workbook([([["Mode d’emploi"]], nil), (list, "B2:B3")])
        let read = try await MemberList.read(bytes)
        #expect(read.guessed == [.email, .establishment])
        #expect(read.rows.map { $0[1] } == ["Urgences", "Urgences"])
    }

    @Test("says of each line why nobody can be invited from it")
    func problems() throws {
        let text = """
            mail;nom;consentement le
            lea@example.org;Léa;2026-10-03
            ;Sans adresse;03/10/2026
            lea@;Cassée;03/10/2026
            LEA@example.org;Encore Léa;03/10/2026
            zoe@example.org;Zoé;
            max@example.org;Max;hier
            """
        let problems = try people(text) { $0.reason = "" }.map(\.problem)
        #expect(
            problems == [
                nil, .noAddress, .badAddress("lea@"), .duplicate(line: 2), .noConsent, .badDate("hier"),
            ])
    }

    @Test("warns of a slip without blocking: an unknown trade, a false key, a role")
    func warnings() throws {
        let text =
            "mail;fonction;rpps;role\na@example.org;Sorcier;10001234566;Animateur\nb@example.org;IDE;10001234565;membre\n"
        let found = try people(text)
        #expect(found.map(\.problem) == [nil, nil])
        #expect(
            found[0].warnings == [
                .unknownProfession("Sorcier"), .roleLeftAside("animateur"), .rppsKey("10001234566"),
            ])
        #expect(found[0].role == .member && found[1].warnings.isEmpty)
        #expect(try people(text) { $0.takesRoles = true }[0].role == .facilitator)
    }

    @Test("refuses what is no list, in words")
    func refusals() async throws {
        for bytes in [[UInt8]("\n\n".utf8), Array("mail;nom\n".utf8), Array("mail;\"nom\na@b.fr;x\n".utf8)] {
            await #expect(throws: Refusal.self) { try await MemberList.read(bytes) }
        }
        await #expect(throws: Refusal.self, "an old workbook") {
            try await MemberList.read([0xD0, 0xCF, 0x11, 0xE0, 0, 0])
        }
        await #expect(throws: Refusal.self, "a damaged workbook") {
            try await MemberList.read([0x50, 0x4B, 0x03, 0x04, 1, 2, 3])
        }
    }
}

@Suite("Health identifiers")
struct HealthIdentifierTests {
    @Test("RPPS ends with its key", arguments: [("10001234565", true), ("99700218896", true), ("10001234566", false)])
    func rpps(_ text: String, _ isRight: Bool) { #expect(HealthIdentifier.isRPPS(text) == isRight) }

    @Test(
        "FINESS ends with its key, Corsica included",
        arguments: [
            ("330781196", true), ("330781197", false), ("2A0000014", true), ("2A0000170", true), ("2A0002606", true),
            ("2B0000020", true), ("2B0005342", true), ("2B0004246", true), ("2B0000021", false), ("2a0000014", true),
            ("33078119", false), ("33O781196", false),
        ])
    func finess(_ text: String, _ isRight: Bool) { #expect(HealthIdentifier.isFINESS(text) == isRight) }
}

/// From a sheet to members: nothing leaves before a second, explicit act.
@Suite("Inviting from a list")
struct MemberImportTests {
    private let sheet = """
        Courriel;Nom Prénom;Fonction;Établissement;Département;Spécialité
        lea@example.org;MARTIN Léa;Infirmière;CH de Montrieux;38;Urgences
        claire@example.org;BESNARD Claire;IDE;CH de Montrieux;38;
        paul.roux@example.org;ROUX Paul;Pharmacien;Officine du Pont;38;
        paul.roux@;Roux;;;;
        """

    private func begin(_ browser: TestBrowser) async throws -> String {
        let page = try await browser.post("/c/nuit/invitations/listes", ["lignes": sheet])
        return try #require(page.location)
    }

    private static let columns = ["email", "full name", "profession", "establishment", "territory", "speciality"]

    private func confirm(_ browser: TestBrowser, _ path: String, reason: String = "Réunion du 3 novembre") async throws
        -> TestBrowser.Page
    {
        let columns = Self.columns.enumerated().map { (key: "colonne-\($0.offset)", value: $0.element) }
        return try await browser.post(path, columns + [(key: "raison", value: reason)])
    }

    @Test(
        "shows five rows and what each column seems to hold, and says what it would do", arguments: TestEngine.available
    )
    func mapping(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let path = try await begin(nadia)
        let page = try await nadia.get(path)
        #expect(page.value(of: "colonne-0") == "email" && page.value(of: "colonne-1") == "full name")
        #expect(page.says("0 personne à inviter, 4 lignes écartées"), "no reason to write to them yet")
        let confirmed = try await confirm(nadia, path)
        #expect(confirmed.location == path)
        let checked = try await nadia.get(path)
        #expect(checked.says("2 personnes à inviter, 2 lignes écartées"))
        #expect(checked.says("Ligne 3") && checked.says("Déjà membre."))
        let twice = try await nadia.post(
            path,
            [
                "colonne-0": "email", "colonne-1": "email", "colonne-2": "ignored",
                "colonne-3": "ignored", "colonne-4": "ignored", "colonne-5": "ignored", "raison": "Gardée",
            ])
        #expect(twice.status.code == 422 && twice.value(of: "raison") == "Gardée")
        let errors = try await nadia.get(path + "/erreurs.csv").text
        #expect(errors.hasPrefix("\u{FEFF}Courriel;Nom Prénom;") && errors.contains(";erreur\r\n"))
        #expect(errors.contains("claire@example.org;BESNARD Claire;IDE;") && !errors.contains("lea@example.org"))
    }

    @Test("prepares, then sends by a second act, then fills the page of each", arguments: TestEngine.available)
    func wholeWay(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let path = try await begin(nadia)
        _ = try await confirm(nadia, path)
        #expect(try await nadia.post(path + "/preparer").location == path)
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.isEmpty, "nothing leaves when the list is prepared")
        #expect(try await ruche.count("invitation") == 0)
        #expect(try await nadia.post(path + "/envoyer").location == path)
        try await ruche.deliver()
        #expect(Set(ruche.mailbox.letters.map(\.address)) == ["lea@example.org", "paul.roux@example.org"])
        let letter = try #require(ruche.mailbox.letters.first { $0.address == "lea@example.org" })
        let link = try #require(letter.text.split(whereSeparator: \.isWhitespace).first { $0.contains("/invitation/") })
            .dropFirst("http://localhost".count)
        let lea = try await ruche.browser()
        let page = try await lea.get(String(link))
        #expect(page.value(of: "nom") == "Léa Martin" && page.value(of: "metier") == "60f")
        #expect(page.value(of: "etablissement") == "CH de Montrieux")
        try await lea.post(String(link), ["nom": "Léa Martin", "metier": "60f", "etablissement": "CH de Montrieux"])
        let card = try await lea.get("/c/nuit/membres/moi")
        #expect(card.value(of: "specialite") == "Urgences" && card.value(of: "territoire") == "38")
        #expect(try await nadia.get(path).says("Toutes les invitations sont parties"))
    }

    @Test(
        "keeps nothing of the file once the cards are ready, and nothing at all of who is erased",
        arguments: TestEngine.available)
    func forgets(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let sheet = """
            email;nom;prenom;telephone;rpps;commentaire;consentement
            lea@example.org;Martin;Léa;0601020304;10001234565;à ménager;03/10/2026
            """
        let path = try #require(try await nadia.post("/c/nuit/invitations/listes", ["lignes": sheet]).location)
        let waiting = try #require(
            try await nadia.post("/c/nuit/invitations/listes", ["lignes": sheet]).location)
        try await nadia.post(path + "/preparer")
        for secret in ["0601020304", "10001234565", "à ménager"] {
            #expect(
                try await ruche.value(
                    "select count(*) from member_import where prepared_at is not null and list like \("%\(secret)%")",
                    as: Int.self) == 0)
        }
        try await nadia.post(path + "/envoyer")
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == "lea@example.org" })
        let link = try #require(letter.text.split(whereSeparator: \.isWhitespace).first { $0.contains("/invitation/") })
            .dropFirst("http://localhost".count)
        let lea = try await ruche.browser()
        try await lea.post(String(link), ["nom": "Léa Martin"])
        #expect(try await ruche.value("select card from prepared_invitation", as: String.self) == "")
        try await lea.post("/moi/donnees")
        try await ruche.deliver()
        #expect(try await lea.get("/moi/donnees/copie.json").text.contains("2026-10-03"), "the consent is hers to read")
        #expect(try await nadia.get(waiting).says("lea@example.org"))
        try await lea.post("/moi/effacer", ["textes": "keep", "compris": "1"])
        #expect(try await !nadia.get(waiting).says("lea@example.org"))
        #expect(try await ruche.count("prepared_invitation") == 0)
        ruche.clock.advance(by: .days(15))
        try await ruche.instance.act(through: .worker) { try $0.beginHousekeeping() }
        try await ruche.deliver()
        #expect(try await ruche.count("member_import") == 1, "what nobody prepared goes after two weeks")
    }

    @Test("corrects the cards that another list prepared, without a second letter", arguments: TestEngine.available)
    func corrected(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        func begin(_ trade: String) async throws -> String {
            let lines = "mail;nom;fonction;consentement\nLea@example.org;Léa;\(trade);03/10/2026\n"
            return try #require(try await nadia.post("/c/nuit/invitations/listes", ["lignes": lines]).location)
        }
        let first = try await begin("Médecin")
        try await nadia.post(first + "/preparer")
        let second = try await begin("Infirmière")
        #expect(try await nadia.get(second).says("1 fiche déjà prête prendra ce que dit cette liste."))
        try await nadia.post(second + "/preparer")
        #expect(try await ruche.count("prepared_invitation") == 1)
        let card = try await ruche.value("select card from prepared_invitation", as: String.self)
        #expect(card?.contains("\"60f\"") == true)
    }

    @Test("sends one batch however often the button is pressed", arguments: TestEngine.available)
    func onePress(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let lines = (1...60).map { "m\($0)@example.org;03/10/2026" }.joined(separator: "\n")
        let path = try #require(
            try await nadia.post("/c/nuit/invitations/listes", ["lignes": "mail;consentement\n" + lines]).location)
        try await nadia.post(path + "/preparer")
        try await nadia.post(path + "/envoyer")
        #expect(try await nadia.post(path + "/envoyer").status == .conflict)
        #expect(try await ruche.count("invitation") == 50)
        ruche.clock.advance(by: .minutes(2))
        try await nadia.post(path + "/envoyer")
        #expect(try await ruche.count("invitation") == 60)
    }

    @Test("writes to nobody who was invited by another door since", arguments: TestEngine.available)
    func otherDoor(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let path = try await begin(nadia)
        _ = try await confirm(nadia, path)
        try await nadia.post(path + "/preparer")
        try await nadia.post("/c/nuit/invitations", ["courriel": "lea@example.org"])
        try await nadia.post(path + "/envoyer")
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.count { $0.address == "lea@example.org" } == 1)
        #expect(ruche.mailbox.letters.count { $0.address == "paul.roux@example.org" } == 1)
    }

    @Test("is forgotten with what has not left", arguments: TestEngine.available)
    func forgotten(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let path = try await begin(nadia)
        _ = try await confirm(nadia, path)
        try await nadia.post(path + "/preparer")
        #expect(try await nadia.post(path + "/oublier").location == "/c/nuit/invitations/listes")
        #expect(try await nadia.get(path).status == .notFound)
        #expect(try await ruche.count("prepared_invitation") == 0)
        let again = try await begin(nadia)
        _ = try await confirm(nadia, again)
        #expect(try await nadia.get(again).says("2 personnes à inviter"))
    }

    @Test("is the facilitators' alone, of one community", arguments: TestEngine.available)
    func access(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let path = try await begin(try await ruche.browser(as: .nadia))
        #expect(try await ruche.browser(as: .claire).get(path).status == .forbidden)
        let elsewhere = path.replacing("/c/nuit/", with: "/c/jour/")
        #expect(try await ruche.browser(as: .jules).get(elsewhere).status == .notFound)
    }
}
