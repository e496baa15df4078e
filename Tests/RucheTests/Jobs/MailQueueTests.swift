import Persistence
import Ruche
import RucheMail
import Testing

@testable import RucheWeb

@Suite("The mail queue")
struct MailQueueTests {
    /// A letter to Claire waits.
    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(by: .yannick, to: question)
        // What a question sets going by itself is tested elsewhere.
        try await ruche.alter("delete from job where kind <> 'mail'")
        return ruche
    }

    private func states(_ ruche: TestRuche) async throws -> [String] {
        try await ruche.instance.database.read { try $0.column("select state from mail order by id", as: String.self) }
    }

    @Test("sends a letter once, however often it looks", arguments: TestEngine.available)
    func once(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        for _ in 1...3 {
            try await ruche.deliver()
            ruche.clock.advance(by: .hours(12))
        }
        #expect(ruche.mailbox.letters.map(\.address) == [Cast.claire.email])
        #expect(try await states(ruche) == ["sent"])
    }

    @Test("forgets the links of a letter once it has left", arguments: TestEngine.available)
    func links(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.browser().post("/connexion", ["courriel": Cast.claire.email])
        try await ruche.deliver()
        let secret = try #require(ruche.mailbox.link(to: .claire)?.split(separator: "/").last)
        let kept = try await ruche.instance.database.read {
            try $0.column("select letter || coalesce(text, '') from mail", as: String.self)
        }
        #expect(kept.count == 1 && !kept[0].contains(secret))
    }

    @Test("tries again, later and later, when the server does not take it", arguments: TestEngine.available)
    func retry(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        ruche.mailbox.refuse(with: MailTransportFailure(isFinal: false, words: "451 greylisted"))
        try await ruche.deliver()
        #expect(try await states(ruche) == ["queued"])
        ruche.clock.advance(by: .seconds(59))
        ruche.mailbox.refuse(with: nil)
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.isEmpty, "a minute is not over")
        ruche.clock.advance(by: .seconds(2))
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.count == 1)
        #expect(JobActs.pause(after: 1) == .minutes(1) && JobActs.pause(after: 3) == .minutes(4))
        #expect(JobActs.pause(after: 40) == .hours(6))
    }

    @Test("gives up a letter that the server refuses for good, and says why", arguments: TestEngine.available)
    func final(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        ruche.mailbox.refuse(with: MailTransportFailure(isFinal: true, words: "550 no such mailbox"))
        try await ruche.deliver()
        ruche.mailbox.refuse(with: nil)
        ruche.clock.advance(by: .days(3))
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.isEmpty)
        #expect(try await states(ruche) == ["refused"])
        let error = try await ruche.instance.database.read {
            try $0.value("select last_error from mail", as: String.self)
        }
        #expect(error == "550 no such mailbox")
    }

    @Test("never sends twice a letter whose sending was begun by a program that died", arguments: TestEngine.available)
    func died(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        try await ruche.instance.act(through: .worker) { act in
            let job = try #require(try act.jobs.claim())
            let id = try #require(QueuedMail.ID(job.key.dropFirst("mail/".count)))
            _ = try act.mails.beginSending(id)
        }
        ruche.clock.advance(by: .hours(1))
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.isEmpty)
        #expect(try await states(ruche) == ["unknown"])
    }

    @Test("lends a job to one worker at a time, and again when its lease is over", arguments: TestEngine.available)
    func lease(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let claim = { @Sendable in try await ruche.instance.act(through: .worker) { try $0.jobs.claim()?.attempts } }
        #expect(try await claim() == 1)
        #expect(try await claim() == nil)
        ruche.clock.advance(by: JobActs.lease)
        #expect(try await claim() == 2)
    }

    @Test("keeps no letter of an act that failed, nor its line in the journal", arguments: TestEngine.available)
    func failedAct(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let before = try await ruche.journal
        struct Fault: Error {}
        await #expect(throws: Fault.self) {
            try await ruche.act(as: .yannick) { act in
                var draft = ReplyDraft()
                draft.body = "Une veilleuse rouge."
                _ = try act.questions.reply(to: question, draft)
                throw Fault()
            }
        }
        #expect(try await ruche.count("reply") == 0)
        #expect(try await ruche.count("mail") == 0)
        #expect(try await ruche.journal == before)
    }

    @Test("gives up a letter that cannot be read, and sends the others", arguments: TestEngine.available)
    func unreadable(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(by: .paul, to: question)
        try await ruche.alter(
            "update mail set letter = '' where id = (select min(id) from mail where state = 'queued')")
        ruche.clock.advance(by: .minutes(1))
        _ = try await ruche.reply(by: .yannick, to: question, "Une autre.")
        try await ruche.deliver()
        #expect(try await ruche.value("select count(*) from mail where state = 'queued'", as: Int.self) == 0)
        #expect(try await ruche.value("select count(*) from mail where state = 'refused'", as: Int.self) == 1)
        #expect(!ruche.mailbox.letters.isEmpty)
    }
}
