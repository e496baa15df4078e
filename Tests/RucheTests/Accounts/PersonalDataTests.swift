import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Personal data")
struct PersonalDataTests {
    @Test("are all there, and nobody else's", arguments: TestEngine.available)
    func complete(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Comment surveillez-vous les chutes ?")
        let reply = try await ruche.reply(by: .paul, to: question)
        try await ruche.act(as: .claire) { act in
            try act.questions.markUseful(reply)
            _ = try act.needs.raise(NeedDraft(statement: "Savoir qui appeler", reach: "", baseline: ""))
        }
        let page = try await ruche.browser(as: .claire).get("/moi/donnees.json")
        #expect(page.status == .ok)
        let data = try #require(try JSONSerialization.jsonObject(with: Data(page.text.utf8)) as? [String: Any])
        let account = try #require(data["account"] as? [String: Any])
        #expect(account["email"] as? String == Cast.claire.email)
        let membership = try #require((data["memberships"] as? [[String: Any]])?.first)
        #expect(membership["slug"] as? String == "nuit")
        let asked = try #require((membership["questions"] as? [[String: Any]])?.first)
        #expect((asked["title"] as? String)?.hasPrefix("Comment surveillez-vous les chutes") == true)
        for list in ["useful_marks", "needs", "journal"] {
            #expect((membership[list] as? [Any])?.isEmpty == false, "\(list)")
        }
        #expect((membership["replies"] as? [Any])?.isEmpty == true, "Paul's reply is his")
        #expect(!page.text.contains("Paul") && !page.text.contains(Cast.paul.email))
    }

    @Test("are read by their owner alone, who has them as a page too", arguments: TestEngine.available)
    func page(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire, "Comment surveillez-vous les chutes ?")
        #expect(try await ruche.browser(as: .claire).get("/moi/donnees").says("Comment surveillez-vous les chutes ?"))
        #expect(try await !ruche.browser(as: .nadia).get("/moi/donnees").says("Comment surveillez-vous les chutes ?"))
        #expect(try await ruche.browser().get("/moi/donnees.json").status == .seeOther)
    }
}
