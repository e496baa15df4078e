import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("Joining an exchange to another")
struct MergingTests {
    /// Claire asked first; Yannick asked the same thing later, and Paul answered him.
    private struct Scene {
        let ruche: TestRuche
        let older: Question.ID
        let newer: Question.ID
        let reply: Reply.ID

        init(_ engine: TestEngine) async throws {
            ruche = try await TestRuche(engine)
            older = try await ruche.ask(by: .claire, "Comment faites-vous les rondes la nuit ?")
            ruche.clock.advance(by: .hours(1))
            newer = try await ruche.ask(by: .yannick, "Vos rondes de nuit, comment ?") { $0.body = "Nous sommes deux." }
            ruche.clock.advance(by: .hours(1))
            reply = try await ruche.reply(
                by: .paul, to: newer, "> Nous sommes deux.\n>\n> — [Yannick](#titre)\n\nÀ trois.")
            ruche.clock.advance(by: .hours(1))
        }

        func propose() async throws -> Bool {
            try await ruche.act(as: .nadia) { [newer, older] in
                try $0.questions.join(newer, into: older, because: "La même question.")
            }
        }
        func accept() async throws {
            _ = try await ruche.act(as: .yannick) { [newer] in try $0.questions.acceptMerge(of: newer) }
        }
    }

    @Test("waits for its author’s word, who is told", arguments: TestEngine.available)
    func consent(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let sent = try await scene.ruche.browser(as: .nadia).post(
            "/c/nuit/questions/\(scene.newer)/reunir",
            ["adresse": "https://ruche.example/c/nuit/questions/\(scene.older)#r1", "raison": "La même question."])
        #expect(sent.location == "/c/nuit/questions/\(scene.newer)")
        #expect(try await scene.ruche.view(as: .paul) { try $0.questions.find(scene.newer).mergedInto } == nil)
        let page = try await scene.ruche.browser(as: .yannick).get("/c/nuit/questions/\(scene.newer)")
        #expect(page.says("Nadia Benhaddou vous propose de réunir cet échange à un autre"))
        #expect(try await !scene.ruche.browser(as: .paul).get("/c/nuit/questions/\(scene.newer)").says("vous propose"))
        try await scene.ruche.deliver()
        #expect(
            scene.ruche.mailbox.letters.contains { $0.address == Cast.yannick.email && $0.subject.contains("Réunir") })
        await #expect(throws: Refusal.self) {
            _ = try await scene.ruche.act(as: .nadia) { try $0.questions.acceptMerge(of: scene.newer) }
        }
    }

    @Test("declined, keeps it apart and is not asked again", arguments: TestEngine.available)
    func declined(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        _ = try await scene.propose()
        _ = try await scene.ruche.browser(as: .yannick).post("/c/nuit/questions/\(scene.newer)/reunir/refuser")
        await #expect(throws: Refusal.self) { _ = try await scene.propose() }
        #expect(
            try await !scene.ruche.browser(as: .yannick).get("/c/nuit/questions/\(scene.newer)").says("vous propose"))
    }

    @Test("brings the text and the replies, word for word, and old links lead on", arguments: TestEngine.available)
    func page(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        _ = try await scene.propose()
        let accepted = try await scene.ruche.browser(as: .yannick).post(
            "/c/nuit/questions/\(scene.newer)/reunir/accepter")
        #expect(accepted.location == "/c/nuit/questions/\(scene.older)")
        let browser = try await scene.ruche.browser(as: .paul)
        let page = try await browser.get("/c/nuit/questions/\(scene.older)")
        #expect(page.says("Vos rondes de nuit, comment ?") && page.says("Nous sommes deux.") && page.says("À trois."))
        #expect(page.says("Un échange plus récent y a été réuni par Nadia Benhaddou"))
        // What quoted the opening leads to it.
        #expect(page.text.contains("href=\"#r1\""))
        let former = try await browser.get("/c/nuit/questions/\(scene.newer)")
        #expect(former.status == .ok && former.says("Deux échanges n’en font qu’un"))
        #expect(former.text.contains("id=\"r1\" href=\"/c/nuit/questions/\(scene.older)#r2\""))
        let log = try await browser.get("/c/nuit/journal")
        #expect(log.says("a réuni deux échanges") && log.says("La même question."))
    }

    @Test("leaves nothing of the words at the former address", arguments: TestEngine.available)
    func emptied(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        _ = try await scene.propose()
        try await scene.accept()
        let left = try await scene.ruche.value(
            "select title || body || html from question where id = \(scene.newer)", as: String.self)
        #expect(left == "…")
        let list = try await scene.ruche.browser(as: .paul).get("/c/nuit/echanges")
        #expect(!list.text.contains("/questions/\(scene.newer)\""))
        await #expect(throws: Refusal.self) {
            try await scene.ruche.act(as: .yannick) { try $0.questions.restore(.question(scene.newer)) }
        }
    }

    @Test(
        "keeps whoever asked waiting for an answer: they follow, and the next step is theirs",
        arguments: TestEngine.available)
    func promise(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        try await scene.ruche.act(as: .ines) { try $0.questions.sayMeToo(scene.newer, line: "EHPAD") }
        _ = try await scene.propose()
        try await scene.accept()
        let thread = try await scene.ruche.view(as: .yannick) { try $0.questions.thread(scene.older) }
        #expect(Set(thread.meToo.map(\.author.name)) == [Cast.yannick.name, Cast.ines.name])
        let (follow, next) = try await scene.ruche.view(as: .yannick) { view in
            (try view.questions.follow(of: thread), try view.questions.nextStep(of: thread))
        }
        #expect(follow.level == .all && next != nil)
        #expect(try await scene.ruche.value("select sum(open_question_count) from community", as: Int.self) == 1)
    }

    @Test("does not count whoever asked too as an answer", arguments: TestEngine.available)
    func unanswered(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let older = try await ruche.ask(by: .claire, "Comment faites-vous les rondes ?")
        ruche.clock.advance(by: .hours(1))
        let newer = try await ruche.ask(by: .yannick, "Vos rondes, comment ?")
        _ = try await ruche.reply(by: .yannick, to: newer, "J’oubliais : nous sommes deux.")
        _ = try await ruche.act(as: .yannick) { try $0.questions.join(newer, into: older, because: "") }
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(older).answeredAt } == nil)
    }

    @Test("keeps marks, files and what was read", arguments: TestEngine.available)
    func keeps(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let ines = try scene.ruche.member(.ines)
        try await scene.ruche.act(as: .ines) { act in
            try act.questions.markUseful(scene.reply)
            try act.questions.noteRead(scene.older, upTo: 0, by: ines)
            try act.questions.noteRead(scene.newer, upTo: 1, by: ines)
        }
        _ = try await scene.propose()
        try await scene.accept()
        let thread = try await scene.ruche.view(as: .ines) { try $0.questions.thread(scene.older) }
        #expect(thread.replies.map(\.number) == [1, 2] && thread.readUpTo == 2)
        #expect(thread.markedByReader == [scene.reply] && thread.replies[1].useful == 1)
        // A peer’s mark does not say that Claire’s question is answered.
        #expect(thread.question.usefulAt == nil && thread.question.answeredAt != nil)
    }

    @Test("is refused where it would end somebody’s wait", arguments: TestEngine.available)
    func refusals(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        // The older one into the newer; then into one that waits no more; then one that was helped.
        await #expect(throws: Refusal.self) {
            _ = try await scene.ruche.act(as: .nadia) {
                try $0.questions.join(scene.older, into: scene.newer, because: "La même.")
            }
        }
        try await scene.ruche.act(as: .claire) { try $0.questions.resolve(scene.older) }
        await #expect(throws: Refusal.self) { _ = try await scene.propose() }
        try await scene.ruche.act(as: .claire) { try $0.questions.reopen(scene.older) }
        try await scene.ruche.act(as: .yannick) { try $0.questions.markUseful(scene.reply) }
        await #expect(throws: Refusal.self) { _ = try await scene.propose() }
        #expect(try await scene.ruche.count("reshaping") == 0)
    }

    @Test("needs nobody’s word where its author left long ago", arguments: TestEngine.available)
    func authorLeft(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        try await scene.ruche.act(as: .yannick) { try $0.members.leave() }
        #expect(try await scene.propose())
        #expect(try await scene.ruche.view(as: .paul) { try $0.questions.find(scene.newer).mergedInto } == scene.older)
    }
}
