import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("A pinned exchange")
struct PinTests {
    @Test("stands first in the list, with who and why", arguments: TestEngine.available)
    func first(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Comment faites-vous les rondes ?")
        ruche.clock.advance(by: .hours(1))
        _ = try await ruche.ask(by: .paul, "Quelles veilleuses ?")
        let pinned = try await ruche.browser(as: .nadia).post(
            "/c/nuit/questions/\(question)/epingler", ["raison": "La rencontre en parlera."])
        #expect(pinned.location == "/c/nuit/echanges")
        let list = try await ruche.browser(as: .ines).get("/c/nuit/echanges")
        #expect(list.says("Épinglé par Nadia Benhaddou : La rencontre en parlera."))
        let (rondes, veilleuses) = (
            try #require(list.text.range(of: "Comment faites-vous les rondes")),
            try #require(list.text.range(of: "Quelles veilleuses"))
        )
        #expect(rondes.lowerBound < veilleuses.lowerBound)
        #expect(list.text.components(separatedBy: "Comment faites-vous les rondes").count == 2, "it stands there once")
        let log = try await ruche.browser(as: .ines).get("/c/nuit/journal")
        #expect(log.says("a épinglé un échange") && log.says("La rencontre en parlera."))
    }

    @Test("is one of three at most; the fourth is refused kindly", arguments: TestEngine.available)
    func three(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        var questions: [Question.ID] = []
        for number in 1...4 { questions.append(try await ruche.ask(by: .claire, "Une question, numéro \(number) ?")) }
        for question in questions.prefix(3) {
            try await ruche.act(as: .nadia) { try $0.questions.pin(question, because: "À lire.", until: "") }
        }
        let refused = try await ruche.browser(as: .nadia).post(
            "/c/nuit/questions/\(questions[3])/epingler", ["raison": "À lire aussi."])
        #expect(refused.status == .conflict && refused.says("Trois échanges sont déjà épinglés"))
        #expect(refused.value(of: "raison") == "À lire aussi.")
        #expect(try await ruche.count("pin") == 3)
        try await ruche.act(as: .nadia) { [questions] in try $0.questions.unpin(questions[0]) }
        try await ruche.act(as: .nadia) { [questions] in
            try $0.questions.pin(questions[3], because: "À lire aussi.", until: "")
        }
        #expect(try await ruche.count("pin") == 3)
    }

    @Test("is put aside by each for themselves, and back", arguments: TestEngine.available)
    func aside(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.act(as: .nadia) { try $0.questions.pin(question, because: "À lire.", until: "") }
        let browser = try await ruche.browser(as: .paul)
        _ = try await browser.post("/c/nuit/questions/\(question)/en-tete/retirer")
        let list = try await browser.get("/c/nuit/echanges")
        #expect(!list.says("Épinglé par") && list.says("Le remettre en tête"))
        #expect(try await ruche.browser(as: .ines).get("/c/nuit/echanges").says("Épinglé par"))
        _ = try await browser.post("/c/nuit/questions/\(question)/en-tete")
        #expect(try await browser.get("/c/nuit/echanges").says("Épinglé par"))
    }

    @Test("leaves the head of the list after its day, and stays open", arguments: TestEngine.available)
    func until(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let day = "2026-11-03"
        try await ruche.act(as: .nadia) { try $0.questions.pin(question, because: "", until: day) }
        #expect(try await ruche.view(as: .paul) { try $0.questions.pins().map(\.until) } == [day])
        ruche.clock.advance(by: .days(3))
        #expect(try await ruche.view(as: .paul) { try $0.questions.pins().count } == 0)
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(question).isOpen })
    }

    @Test("is a facilitator’s act, with a reason or a day", arguments: TestEngine.available)
    func right(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let address = "/c/nuit/questions/\(question)/epingler"
        #expect(try await ruche.browser(as: .claire).post(address, ["raison": "La mienne."]).status == .forbidden)
        #expect(try await ruche.browser(as: .nadia).post(address).status == .unprocessableContent)
        #expect(
            try await ruche.browser(as: .nadia).post(address, ["jusqu-au": "2020-01-01"]).status
                == .unprocessableContent)
        #expect(try await ruche.count("pin") == 0)
    }
}
