import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("Splitting an exchange")
struct SplittingTests {
    /// A question of Claire with three replies, of which the last two speak of something else.
    private struct Scene {
        let ruche: TestRuche
        let question: Question.ID
        var replies: [Reply.ID] = []

        init(_ engine: TestEngine) async throws {
            ruche = try await TestRuche(engine)
            question = try await ruche.ask(by: .claire, "Comment faites-vous les rondes ?") { $0.topics = "nuit" }
            ruche.clock.advance(by: .hours(1))
            replies.append(try await ruche.reply(by: .ines, to: question, "Nous passons à deux."))
            ruche.clock.advance(by: .hours(1))
            replies.append(
                try await ruche.reply(by: .yannick, to: question, "Et pour les veilleuses, que faites-vous ?"))
            ruche.clock.advance(by: .hours(1))
            var answer = ReplyDraft()
            answer.body = "> Et pour les veilleuses\n>\n> — [Yannick](#r2)\n\nUne veilleuse par lit."
            answer.answered = replies[1].description
            replies.append(
                try await ruche.act(as: .paul) { [answer, question] in
                    try $0.questions.reply(to: question, answer)
                })
        }

        func split(_ picked: [Reply.ID], as kind: Question.Kind = .discussion) async throws -> Question.ID {
            var draft = SplitDraft()
            (draft.replies, draft.title, draft.kind) = (picked, "Quelles veilleuses la nuit ?", kind)
            draft.reason = "C’est une autre question."
            return try await ruche.act(as: .nadia) { [draft, question] in try $0.questions.split(question, draft) }
        }
    }

    @Test(
        "makes an exchange of the first one’s author, and leaves a way to each reply", arguments: TestEngine.available)
    func page(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let browser = try await scene.ruche.browser(as: .nadia)
        let form = try await browser.get("/c/nuit/questions/\(scene.question)/separer")
        #expect(form.status == .ok && form.says("Et pour les veilleuses, que faites-vous ?"))
        let sent = try await browser.post(
            "/c/nuit/questions/\(scene.question)/separer",
            [
                ("reponses", scene.replies[1].description), ("reponses", scene.replies[2].description),
                ("titre", "Quelles veilleuses la nuit ?"), ("forme", "discussion"),
                ("raison", "C’est une autre question."),
            ])
        let address = try #require(sent.location)
        let reader = try await scene.ruche.browser(as: .ines)
        let new = try await reader.get(address)
        #expect(new.says("Quelles veilleuses la nuit ?") && new.says("Une veilleuse par lit."))
        #expect(new.says("Séparé d’un autre échange par Nadia Benhaddou") && new.says("C’est une autre question."))
        #expect(new.says("En réponse à Yannick Le Goas") && new.text.contains("href=\"#r2\""))
        let old = try await reader.get("/c/nuit/questions/\(scene.question)")
        #expect(old.text.contains("id=\"r2\" href=\"\(address)#r2\"") && !old.says("Une veilleuse par lit."))
        #expect(old.says("2 réponses sont maintenant dans un autre échange"))
        #expect(try await scene.ruche.browser(as: .paul).get("/c/nuit/journal").says("a fait un échange à part"))
    }

    @Test("keeps words, dates, numbers, marks and what was read", arguments: TestEngine.available)
    func keeps(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let (ruche, replies, question) = (scene.ruche, scene.replies, scene.question)
        try await ruche.act(as: .ines) { try $0.questions.markUseful(replies[2]) }
        let ines = try ruche.member(.ines)
        try await ruche.act(as: .ines) { try $0.questions.noteRead(question, upTo: 2, by: ines) }
        let before = try await ruche.view(as: .ines) { try $0.questions.thread(question).replies }
        let new = try await scene.split([replies[1], replies[2]])
        let thread = try await ruche.view(as: .ines) { try $0.questions.thread(new) }
        #expect(thread.replies.map(\.body) == before.dropFirst().map(\.body))
        #expect(thread.replies.map(\.repliedAt) == before.dropFirst().map(\.repliedAt))
        #expect(thread.replies.map(\.number) == [2, 3] && thread.replies[1].answered == 2)
        #expect(thread.replies[1].useful == 1 && thread.markedByReader == [replies[2]])
        #expect(thread.readUpTo == 2 && thread.firstUnread?.id == replies[2])
        #expect(thread.topics.map(\.name) == ["nuit"] && thread.question.author.name == Cast.yannick.name)
        let old = try await ruche.view(as: .ines) { try $0.questions.thread(question) }
        #expect(old.replies.map(\.id) == [replies[0]] && old.question.answeredAt == before[0].repliedAt)
    }

    @Test("counts both exchanges anew, and finds each reply at its new place", arguments: TestEngine.available)
    func counts(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let new = try await scene.split([scene.replies[1], scene.replies[2]], as: .question)
        let counts = try await scene.ruche.instance.database.read {
            try $0.all("select id, reply_count from question order by id") { row in
                "\(try row[0] as Question.ID) \(try row[1] as Int)"
            }
        }
        #expect(counts == ["\(scene.question) 1", "\(new) 2"])
        #expect(try await scene.ruche.value("select sum(open_question_count) from community", as: Int.self) == 2)
        let found = try await scene.ruche.view(as: .ines) {
            try $0.search.posts("veilleuse lit").hits.map(\.question.id)
        }
        #expect(found == [new])
        // Paul answered Yannick, who asks by now.
        let question = try await scene.ruche.view(as: .ines) { try $0.questions.find(new) }
        #expect(question.answeredAt != nil && question.askedAt < question.answeredAt ?? .init(milliseconds: 0))
    }

    @Test("tells the people concerned, and not who did it", arguments: TestEngine.available)
    func told(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        _ = try await scene.split([scene.replies[1], scene.replies[2]])
        try await scene.ruche.deliver()
        let told = scene.ruche.mailbox.letters.filter { $0.subject.contains("Un échange à part") }.map(\.address)
            .sorted()
        #expect(told == [Cast.claire.email, Cast.paul.email, Cast.yannick.email])
    }

    @Test("leaves with its question what helped whoever asked", arguments: TestEngine.available)
    func helped(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        try await scene.ruche.act(as: .claire) { try $0.questions.markUseful(scene.replies[0]) }
        await #expect(throws: Refusal.self) { _ = try await scene.split([scene.replies[0]]) }
        #expect(try await scene.ruche.count("question") == 1)
        #expect(
            try await !scene.ruche.browser(as: .nadia).get("/c/nuit/questions/\(scene.question)/separer")
                .says("Nous passons à deux."))
    }

    @Test("leaves a guest’s replies where the guest reads", arguments: TestEngine.available)
    func guest(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let ruche = try await scene.ruche.inviteGaston(to: scene.question)
        let reply = try await ruche.reply(by: .gaston, to: scene.question, "Chez nous, rien.")
        await #expect(throws: Refusal.self) { _ = try await scene.split([reply]) }
    }

    @Test("takes no reply from a question without a name", arguments: TestEngine.available)
    func anonymous(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.browser(as: .claire).post(
            "/c/nuit/questions", ["titre": "J’ai peur de me tromper : et vous ?", "anonyme": "1", "vu": "1"])
        let question = try #require(try await ruche.value("select max(id) from question", as: Question.ID.self))
        let reply = try await ruche.reply(by: .yannick, to: question)
        var draft = SplitDraft()
        (draft.replies, draft.title, draft.kind, draft.reason) = ([reply], "Autre chose", .discussion, "À part.")
        await #expect(throws: Refusal.self) {
            _ = try await ruche.act(as: .nadia) { [draft] in try $0.questions.split(question, draft) }
        }
    }

    @Test("is a facilitator’s act, with a why", arguments: TestEngine.available)
    func right(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let address = "/c/nuit/questions/\(scene.question)/separer"
        #expect(try await scene.ruche.browser(as: .claire).get(address).status == .forbidden)
        let refused = try await scene.ruche.browser(as: .nadia).post(
            address, ["reponses": scene.replies[1].description, "titre": "Les veilleuses ?", "forme": "discussion"])
        #expect(refused.status == .unprocessableContent && refused.says("Dites pourquoi"))
        #expect(refused.value(of: "titre") == "Les veilleuses ?")
        #expect(try await scene.ruche.count("question") == 1)
    }

    @Test("twice follows a reply to where it is now", arguments: TestEngine.available)
    func twice(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let first = try await scene.split([scene.replies[1], scene.replies[2]])
        var draft = SplitDraft()
        (draft.replies, draft.title, draft.kind) = ([scene.replies[2]], "Les veilleuses par lit", .idea)
        draft.reason = "Une idée."
        let second = try await scene.ruche.act(as: .nadia) { [draft] in try $0.questions.split(first, draft) }
        let old = try await scene.ruche.browser(as: .ines).get("/c/nuit/questions/\(scene.question)")
        #expect(old.text.contains("id=\"r3\" href=\"/c/nuit/questions/\(second)#r3\""))
        let new = try await scene.ruche.browser(as: .ines).get("/c/nuit/questions/\(second)")
        #expect(new.text.contains("href=\"/c/nuit/questions/\(first)#r2\""))
        #expect(new.says("En réponse à Yannick Le Goas, dans un autre échange"))
    }

    @Test(
        "tells no title of an exchange that is hidden, on the other’s page or by letter",
        arguments: TestEngine.available)
    func hidden(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let (ruche, old) = (scene.ruche, scene.question)
        let new = try await scene.split([scene.replies[1], scene.replies[2]])
        let oldTitle = "Comment faites-vous les rondes ?"
        let waiting = "select count(*) from mail where state = 'queued' and letter like '%faites-vous les rondes%'"
        #expect(try await ruche.value(SQL(stringLiteral: waiting), as: Int.self) ?? 0 > 0)
        _ = try await ruche.act(as: .paul) { try $0.safety.flag(.question(old), because: .patient) }
        let page = try await ruche.browser(as: .ines).get("/c/nuit/questions/\(new)")
        #expect(!page.says(oldTitle) && page.says("il n’est plus visible"))
        #expect(try await ruche.value(SQL(stringLiteral: waiting), as: Int.self) == 0)
        // The other way round.
        let other = try await Scene(engine)
        let second = try await other.split([other.replies[1]])
        _ = try await other.ruche.act(as: .paul) { try $0.safety.flag(.question(second), because: .patient) }
        let left = try await other.ruche.browser(as: .ines).get("/c/nuit/questions/\(other.question)")
        #expect(!left.says("Quelles veilleuses la nuit ?") && left.says("il n’est plus visible"))
    }

    @Test("gives nobody words that they did not write", arguments: TestEngine.available)
    func titleAlone(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let new = try await scene.split([scene.replies[1]])
        let page = try await scene.ruche.browser(as: .ines).get("/c/nuit/questions/\(new)")
        #expect(page.says("Publiée") && !page.text.contains("?citer=0"))
        let form = try await scene.ruche.browser(as: .nadia).get("/c/nuit/questions/\(scene.question)/separer")
        #expect(!form.says("Celle qui est retenue"))
        try await scene.ruche.act(as: .claire) { try $0.questions.markUseful(scene.replies[0]) }
        let fewer = try await scene.ruche.browser(as: .nadia).get("/c/nuit/questions/\(scene.question)/separer")
        #expect(fewer.says("Celle qui est retenue"))
    }
}
