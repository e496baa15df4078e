import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

/// A facilitator takes care of the exchanges, and never decides alone (DOMAIN §3).
@Suite("The power of a facilitator")
struct FacilitatorPowerTests {
    private func scene(_ engine: TestEngine) async throws -> (ruche: TestRuche, question: Question.ID, reply: Reply.ID)
    {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .claire)
        return (ruche, question, try await ruche.reply(by: .paul, to: question))
    }

    @Test("stops before the words of others: neither edited nor deleted", arguments: TestEngine.available)
    func words(_ engine: TestEngine) async throws {
        let (ruche, question, reply) = try await scene(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let body = try await ruche.view(as: .claire) { try $0.questions.thread(question) }
        for path in ["questions/\(question)", "reponses/\(reply)"] {
            #expect(try await nadia.get("/c/nuit/\(path)/modifier").status == .forbidden)
            let edited = try await nadia.post(
                "/c/nuit/\(path)/modifier", ["titre": "Autre ?", "texte": "Autre.", "version": "1"])
            #expect(edited.status == .forbidden)
            #expect(try await nadia.post("/c/nuit/\(path)/retirer").status == .forbidden)
        }
        let after = try await ruche.view(as: .claire) { try $0.questions.thread(question) }
        #expect(after.question == body.question && after.replies == body.replies)
    }

    @Test(
        "stops before a question of somebody else: neither closed, resolved, reopened, nor a solution retained",
        arguments: TestEngine.available)
    func questions(_ engine: TestEngine) async throws {
        let (ruche, question, reply) = try await scene(engine)
        let nadia = try await ruche.browser(as: .nadia)
        let acts: [(path: String, fields: [String: String])] = [
            ("questions/\(question)/fermer", ["mot": "Assez"]), ("questions/\(question)/resoudre", [:]),
            ("reponses/\(reply)/retenir", [:]), ("questions/\(question)/rouvrir", [:]),
            ("questions/\(question)/choix", ["choix": "agenda"]),
        ]
        for (path, fields) in acts {
            let refused = try await nadia.post("/c/nuit/\(path)", fields.map { (key: $0.key, value: $0.value) })
            #expect(refused.status == .forbidden, "\(path)")
        }
        let now = try await ruche.view(as: .claire) { try $0.questions.find(question) }
        #expect(now.isOpen && now.retained == nil)
    }

    @Test(
        "speaks for an asker only after fourteen days of silence, and all may read it", arguments: TestEngine.available)
    func onBehalf(_ engine: TestEngine) async throws {
        let (ruche, _, reply) = try await scene(engine)
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .nadia) { try $0.questions.markUseful(reply, onBehalf: true) }
        }
        ruche.clock.advance(by: .days(14))
        try await ruche.act(as: .nadia) { try $0.questions.markUseful(reply, onBehalf: true) }
        #expect(
            try await ruche.browser(as: .ines).get("/c/nuit/journal").says(
                "au nom de la personne qui avait posé la question"))
        // A peer's own mark is no act of facilitation.
        try await ruche.act(as: .ines) { try $0.questions.markUseful(reply) }
        #expect(try await ruche.view(as: .ines) { try $0.auditLog.page() }.count { $0.verb == .markedUseful } == 1)
    }

    @Test(
        "decides nothing alone: one voice, no conclusion before the others were heard", arguments: TestEngine.available)
    func decisions(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let decision = try await ruche.act(as: .nadia) { act in
            try act.decisions.propose(DecisionDraft(sentence: "Nous nous réunissons en visio."))
        }
        try await ruche.act(as: .nadia) { try $0.decisions.answer(decision, .agree, reason: "") }
        await #expect(throws: Refusal.self) { try await ruche.act(as: .nadia) { try $0.decisions.conclude(decision) } }
        try await ruche.act(as: .nadia) { try $0.decisions.answer(decision, .agree, reason: "") }
        let answers = try await ruche.view(as: .paul) { view in
            try view.decisions.answers(to: view.decisions.find(decision))
        }
        #expect(answers.count == 1)
        ruche.clock.advance(by: .days(60))
        try await ruche.act(as: .nadia) { try $0.decisions.conclude(decision) }
        let outcome = try await ruche.view(as: .paul) { try $0.decisions.find(decision).outcome }
        #expect(outcome == .noQuorum)
    }

    @Test("leaves a line that members read, for each act of moderation", arguments: TestEngine.available)
    func log(_ engine: TestEngine) async throws {
        let (ruche, question, reply) = try await scene(engine)
        func lines() async throws -> [Verb] { try await ruche.view(as: .ines) { try $0.auditLog.page() }.map(\.verb) }
        func rereading() async throws -> Rereading.ID {
            try #require(try await ruche.view(as: .nadia) { try $0.safety.waiting().first?.id })
        }
        try await ruche.act(as: .ines) { try $0.safety.flag(.reply(reply), because: .patient) }
        let first = try await rereading()
        _ = try await ruche.act(as: .nadia) { try $0.safety.read(first) }
        _ = try await ruche.act(as: .nadia) { try $0.safety.decide(first, .putBack, word: "Rien ne le dit.", salt: 1) }
        #expect(try await Set(lines()).isSuperset(of: [.hidPost, .readHiddenPost, .putBackPost]))
        try await ruche.act(as: .ines) { try $0.safety.flag(.reply(reply), because: .hurtful) }
        let second = try await rereading()
        _ = try await ruche.act(as: .nadia) { try $0.safety.decide(second, .remove, word: "Hors sujet.", salt: 1) }
        #expect(try await lines().contains(.removedPost))
        // What its author took away, put back by somebody else.
        let other = try await ruche.reply(by: .paul, to: question, "Une autre.")
        try await ruche.act(as: .paul) { try $0.questions.delete(.reply(other)) }
        try await ruche.act(as: .paul) { try $0.questions.restore(.reply(other)) }
        #expect(try await !lines().contains(.restored))
        try await ruche.act(as: .paul) { try $0.questions.delete(.reply(other)) }
        try await ruche.act(as: .nadia) { try $0.questions.restore(.reply(other)) }
        #expect(try await lines().contains(.restored))
        let page = try await ruche.browser(as: .ines).get("/c/nuit/journal")
        #expect(page.says("a remis en place un texte que son auteur avait retiré"))
        #expect(!page.text.contains("</strong> </p>"), "each line says what was done")
    }

    @Test("stops before the words of a need, and its baseline once it is noted", arguments: TestEngine.available)
    func needs(_ engine: TestEngine) async throws {
        let (ruche, _, _) = try await scene(engine)
        let need = try await ruche.act(as: .claire) { try $0.needs.raise(NeedDraft(statement: "Être deux la nuit")) }
        let path = "/c/nuit/besoins/\(need)/modifier"
        let nadia = try await ruche.browser(as: .nadia)
        let words = try await nadia.post(path, ["version": "1", "besoin": "Autre chose.", "portee": "", "depart": ""])
        #expect(words.status == .unprocessableContent && words.says("Ces mots sont de Claire Besnard"))
        // Where things stand may be told by anybody who knows, once.
        #expect(
            try await nadia.post(
                path, ["version": "1", "besoin": "Être deux la nuit", "portee": "", "depart": "3 nuits sur 7"]
            ).status == .seeOther)
        let again = try await ruche.browser(as: .paul).post(
            path, ["version": "2", "besoin": "Être deux la nuit", "portee": "", "depart": ""])
        #expect(again.says("La situation de départ est déjà notée"))
        let kept = try await ruche.view(as: .claire) { try $0.needs.find(need) }
        #expect(kept.statement == "Être deux la nuit" && kept.baseline == "3 nuits sur 7")
        let own = try await ruche.browser(as: .claire).post(
            path, ["version": "2", "besoin": "Être trois la nuit", "portee": "", "depart": "4 nuits sur 7"])
        #expect(own.status == .seeOther)
    }

    @Test(
        "takes no place among the members without a reason, which the person is told", arguments: TestEngine.available)
    func roles(_ engine: TestEngine) async throws {
        let (ruche, _, _) = try await scene(engine)
        let path = "/c/nuit/membres/\(try ruche.member(.paul))/role"
        let nadia = try await ruche.browser(as: .nadia)
        let refused = try await nadia.post(path, ["role": "observer"])
        #expect(refused.status == .unprocessableContent && refused.refusal(of: "raison") != nil)
        #expect(
            try await nadia.post(path, ["role": "observer", "raison": "Il change de service."]).status == .seeOther)
        try await ruche.deliver()
        let letter = try #require(ruche.mailbox.letters.last { $0.address == Cast.paul.email })
        #expect(letter.text.contains("Il change de service.") && letter.text.contains("Nadia Benhaddou"))
    }

    @Test("to ask somebody for help is read in the log, never whom", arguments: TestEngine.available)
    func solicited(_ engine: TestEngine) async throws {
        let (ruche, _, _) = try await scene(engine)
        let question = try await ruche.ask(by: .claire, "Qui vérifie le chariot ?")
        let yannick = try ruche.member(.yannick)
        try await ruche.act(as: .nadia) {
            try $0.questions.invite(yannick, toAnswer: question, words: "", secret: .invented)
        }
        let log = try await ruche.browser(as: .ines).get("/c/nuit/journal")
        #expect(log.says("a demandé à quelqu’un s’il pouvait aider un échange.") && !log.says("Yannick"))
    }

    @Test("reads nothing of what a card keeps for its owner", arguments: TestEngine.available)
    func ownFields(_ engine: TestEngine) async throws {
        let (ruche, _, _) = try await scene(engine)
        for (somebody, audience) in [(Cast.yannick, Audience.owner), (.ines, .facilitators)] {
            try await ruche.act(as: somebody) { act in
                var own = try act.view.members.ownCard()
                own.card.canHelpOn = "quokkathérapie"
                own.audiences[.canHelpOn] = audience
                try act.members.change(own)
            }
        }
        let question = try await ruche.ask(by: .claire, "Et la quokkathérapie ?")
        let known = try await ruche.view(as: .nadia) { view in
            try view.questions.whoKnows(view.questions.find(question), isShown: true).map(\.member)
        }
        #expect(known == [try ruche.member(.ines)])
    }

    @Test("has no page that shows who answered what, nor one that ranks")
    func pages() {
        let words = ["classement", "palmares", "score"]
        #expect(!WebServer.table.all.contains { route in words.contains { route.path.contains($0) } })
    }
}
