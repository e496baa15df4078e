import Crypto
import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("A password")
struct PasswordTests {
    private let phrase = "cheval agrafe pile correcte"

    private func person(_ ruche: TestRuche) async throws -> Person {
        let id = try #require(ruche.people[.claire]?.person)
        return try #require(try await ruche.view(as: .claire) { try $0.accounts.find(id) })
    }

    private func choose(_ password: String, as somebody: Cast, _ ruche: TestRuche) async throws -> TestBrowser.Page {
        try await ruche.browser(as: somebody).post("/moi/mot-de-passe", ["nouveau": password])
    }

    private func enter(_ email: String, _ password: String, _ ruche: TestRuche) async throws -> TestBrowser.Page {
        try await ruche.browser().post(
            "/connexion/mot-de-passe", ["courriel": email, "mot-de-passe": password, "suite": "/moi"])
    }

    @Test("opens the account it was chosen for, and leads where one wanted to go", arguments: TestEngine.available)
    func opens(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        #expect(try await choose(phrase, as: .claire, ruche).location == "/moi")
        let entered = try await enter("Claire@example.org", phrase, ruche)
        #expect(entered.location == "/moi")
        #expect(try await enter(Cast.nadia.email, phrase, ruche).status == .unprocessableContent)
    }

    @Test(
        "is wrong in the same words for a known address, an unknown one and one without a password",
        arguments: TestEngine.available)
    func oneAnswer(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await choose(phrase, as: .claire, ruche)
        for email in [Cast.claire.email, "personne@example.org", Cast.paul.email] {
            let page = try await enter(email, "une autre phrase que celle-là", ruche)
            #expect(page.status == .unprocessableContent)
            #expect(page.refusal(of: "mot-de-passe")?.hasPrefix("Cette adresse et ce mot de passe") == true)
            #expect(page.value(of: "mot-de-passe") == "", "what was typed as a secret is not shown again")
        }
    }

    @Test("is refused when others would guess it", arguments: TestEngine.available)
    func weak(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let weak = [
            "onze signes", "motdepasse2024!", "azerty-123456", "azerazerazer", "000000000000", "qwerty123456",
            "claire aime la mer", "Besnard et ses amis", "entrer dans ruche", "PASSWORD 1234",
            "Nuit 2024 nuit 2025",
        ]
        for password in weak {
            ruche.clock.advance(by: .minutes(6))
            let page = try await choose(password, as: .claire, ruche)
            #expect(page.status == .unprocessableContent, "\(password)")
            #expect(page.refusal(of: "nouveau") != nil, "\(password)")
        }
        #expect(try await ruche.count("password") == 0)
    }

    @Test(
        "is refused when it is little more than a word, a run of keys or the same again, however it is written",
        arguments: [
            "passwordpassword", "administrator", "unbelievable", "abcdefghijkl", "qwertyuiopas", "basketball12",
            "azertyazerty", "qsdfghjklmwx", "aqwzsxedcrfv", "soleilsoleil", "secretsecret", "jetaimejetaime",
            "nicolasnicolas", "Bienvenue2024", "Ensemble2024!", "infirmiere2024", "hopital123456", "changezmoi123",
            "mot de passe", "Infirmière 2024", "P@ssw0rd2024!", "1q2w3e4r5t6y", "lkjhgfdsqpoi", "Les Tilleuls 2025",
            "ehpad tilleuls",
        ])
    func easy(_ password: String) async throws {
        let ruche = try await TestRuche(.sqlite)
        let person = try await person(ruche)
        #expect(throws: Refusal.self) {
            try Password(typed: password).check(
                for: person, in: ["EHPAD Les Tilleuls", "Douleur"], against: KnownPasswords())
        }
    }

    @Test(
        "passes as a few words that nothing ties, or as a machine draws it",
        arguments: [
            "cheval batterie agrafe correct", "une nouvelle phrase", "chevalbatterieagrafe", "lune-tiroir-brebis",
            "xK3-fj29Lq0z", "un train bleu dans la douleur du soir", "7 pommes, 2 vis, 1 mer",
        ])
    func good(_ password: String) async throws {
        let ruche = try await TestRuche(.sqlite)
        try Password(typed: password).check(
            for: try await person(ruche), in: ["EHPAD Les Tilleuls", "Douleur"], against: KnownPasswords())
    }

    @Test("is kept as Argon2id with a salt of its own, never as it was typed", arguments: TestEngine.available)
    func hashed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await choose(phrase, as: .claire, ruche)
        _ = try await choose(phrase, as: .paul, ruche)
        let hashes = try await ruche.instance.database.read {
            try $0.column("select hash from password", as: String.self)
        }
        #expect(hashes.count == 2 && Set(hashes).count == 2)
        #expect(hashes.allSatisfy { $0.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$") })
    }

    @Test("is the same with a letter composed or not")
    func composed() throws {
        var random = SystemRandomNumberGenerator()
        let hash = try PasswordHash(Password(typed: "la fe\u{301}e du logis"), &random)
        #expect(hash.matches(Password(typed: "la f\u{e9}e du logis")))
        #expect(!hash.matches(Password(typed: "la fee du logis")))
        #expect(!PasswordHash.ofNobody.matches(Password(typed: "")))
    }

    @Test("is tried five times, then slowly; a link still opens", arguments: TestEngine.available)
    func slow(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await choose(phrase, as: .claire, ruche)
        ruche.clock.advance(by: .hours(1))
        for _ in 1...5 {
            #expect(try await enter(Cast.claire.email, "pas la bonne phrase", ruche).status == .unprocessableContent)
        }
        #expect(try await enter(Cast.claire.email, phrase, ruche).status == .tooManyRequests)
        #expect(
            try await ruche.browser().post("/connexion", ["courriel": Cast.claire.email]).location
                == "/connexion/envoye")
        ruche.clock.advance(by: .minutes(1))
        #expect(try await enter(Cast.claire.email, phrase, ruche).location == "/moi")
    }

    @Test("asks to show again who one is after a quarter of an hour; a link resets it", arguments: TestEngine.available)
    func reset(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await choose(phrase, as: .claire, ruche)
        let left = try await ruche.browser(as: .claire)
        ruche.clock.advance(by: .minutes(16))
        #expect(try await left.get("/moi/mot-de-passe").says("Montrez d’abord que c’est vous"))
        let refused = try await left.post("/moi/mot-de-passe", ["nouveau": "une phrase venue d’ailleurs"])
        #expect(refused.status == .unprocessableContent)

        let forgetful = try await ruche.browser()
        try await forgetful.post("/connexion", ["courriel": Cast.claire.email, "suite": "/moi/mot-de-passe"])
        try await ruche.deliver()
        let link = try #require(ruche.mailbox.link(to: .claire))
        #expect(try await forgetful.post(link).location == "/moi/mot-de-passe")
        #expect(try await forgetful.post("/moi/mot-de-passe", ["nouveau": "une nouvelle phrase"]).location == "/moi")
        #expect(try await left.get("/moi").status == .seeOther, "the session that was left open has ended")
        #expect(try await enter(Cast.claire.email, phrase, ruche).status == .unprocessableContent)
        #expect(try await enter(Cast.claire.email, "une nouvelle phrase", ruche).location == "/moi")
        try await ruche.deliver()
        #expect(
            ruche.mailbox.letters.last { $0.address == Cast.claire.email }?.subject.contains("mot de passe") == true)
    }

    @Test("can be forgotten, for links alone", arguments: TestEngine.available)
    func forgotten(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await choose(phrase, as: .claire, ruche)
        try await ruche.browser(as: .claire).post("/moi/mot-de-passe/retirer")
        #expect(try await enter(Cast.claire.email, phrase, ruche).status == .unprocessableContent)
        #expect(try await ruche.journal.filter { $0 != .signedIn } == [.chosePassword, .removedPassword])
    }

    @Test("is sought in a file of hashes larger than memory by halving", arguments: TestEngine.available)
    func hashesFile(_ engine: TestEngine) async throws {
        let words = (0..<500).map { "phrase connue \($0)" }
        let lines = words.map { word in
            Insecure.SHA1.hash(data: Data(word.utf8)).map { String(format: "%02X", $0) }.joined() + ":\(word.count)"
        }
        let file = NSTemporaryDirectory() + "/known-" + UUID().uuidString
        try Data(lines.sorted().joined(separator: "\r\n").utf8).write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let ruche = try await TestRuche(engine)
        let person = try await person(ruche)
        let known = KnownPasswords(hashes: file)
        for word in words {
            #expect(throws: Refusal.self, "\(word)") { try Password(typed: word).check(for: person, against: known) }
        }
        try Password(typed: "phrase inconnue 12").check(for: person, against: known)
    }
}
