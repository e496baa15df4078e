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
        return list.people(reading, members: [], invited: [])
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
            ("claire besnard", "Claire Besnard"),
            ("Claire Besnard", "Claire Besnard"), ("DE LA TOUR Anne-Marie", "Anne-Marie De La Tour"),
            ("McKenna Sue", "McKenna Sue"),
        ])
    func names(_ full: String, _ wanted: String) throws {
        #expect(try people("Nom Prénom;mail\n\(full);a@example.org\n").first?.card.name == wanted)
    }

    @Test(
        "knows professions by what services call them",
        arguments: [
            ("IDE", "60"), ("Infirmière", "60f"), ("infirmier", "60m"), ("Aide soignante", "35f"), ("Dr", "10"),
            ("Cadre de santé", "cadre"), ("kiné", "70"), ("Sage-femme", "50"), ("IDEC", "ide-coordinateur"),
        ])
    func professions(_ word: String, _ code: String) throws {
        let person = try #require(try people("mail;fonction\na@example.org;\(word)\n").first)
        #expect(person.card.profession == code && person.warnings.isEmpty)
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
