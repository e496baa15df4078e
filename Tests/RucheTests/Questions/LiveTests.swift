import NIOCore
import Persistence
import Testing
import Wording

@testable import Ruche
@testable import RucheWeb

@Suite("Replies that arrive")
struct LiveTests {
    /// Someone who reads along, from the event stream of a thread.
    private struct Reader {
        var events: AsyncStream<ByteBuffer>.Iterator

        /// The next event that says something.
        mutating func next() async -> String? {
            while let event = await events.next() {
                let text = String(buffer: event)
                if !text.hasPrefix("retry:"), text != ":\n\n" { return text }
            }
            return nil
        }
    }

    private func reader(_ ruche: TestRuche, _ question: Question.ID, _ language: Language = .french, seen: Int = 0)
        async throws -> Reader
    {
        let community = try #require(ruche.people[.paul]?.community)
        let reading = try #require(ruche.site.live.enter(question, in: (community, "nuit"), language))
        ruche.site.live.begin(
            reading,
            from: try await ruche.view(as: .paul) { try Live.Snapshot($0, of: question, after: seen) })
        return Reader(events: reading.events.makeAsyncIterator())
    }

    @Test("are told to who reads the thread, in their language, once", arguments: TestEngine.available)
    func told(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        var (french, english) = (try await reader(ruche, question), try await reader(ruche, question, .english))
        try await ruche.site.live.tellArrivals()
        _ = try await ruche.reply(by: .yannick, to: question, "Une **veilleuse** suffit.")
        try await ruche.site.live.tellArrivals()
        try await ruche.site.live.tellArrivals()
        let seen = try #require(await french.next())
        #expect(seen.hasPrefix("id: 1\nevent: reply\ndata: "))
        #expect(seen.contains("Yannick Le Goas") && seen.contains("<strong>veilleuse</strong>"))
        #expect(try #require(await english.next()).contains("New reply from Yannick Le Goas"))
        _ = try await ruche.reply(by: .ines, to: question, "La seconde.")
        try await ruche.site.live.tellArrivals()
        #expect(try #require(await french.next()).hasPrefix("id: 2\n"))
    }

    @Test("are not told to who reads another thread, nor when nobody reads", arguments: TestEngine.available)
    func elsewhere(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let other = try await ruche.ask(by: .claire, "Et les rondes ?")
        _ = try await ruche.reply(by: .yannick, to: question)
        var reading = try await reader(ruche, other)
        try await ruche.site.live.tellArrivals()
        _ = try await ruche.reply(by: .yannick, to: question, "Pas ici.")
        _ = try await ruche.reply(by: .yannick, to: other, "Ici.")
        try await ruche.site.live.tellArrivals()
        #expect(try #require(await reading.next()).contains("Ici."))
    }

    @Test("in the second after the first reader came are told too", arguments: TestEngine.available)
    func first(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(by: .yannick, to: question, "Avant.")
        var reading = try await reader(ruche, question, seen: 1)
        _ = try await ruche.reply(by: .yannick, to: question, "Aussitôt.")
        try await ruche.site.live.tellArrivals()
        #expect(try #require(await reading.next()).contains("Aussitôt."))
    }

    @Test("that came while a reader was away are told when they are back", arguments: TestEngine.available)
    func missed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        for text in ["Un.", "Deux.", "Trois."] { _ = try await ruche.reply(by: .yannick, to: question, text) }
        var reading = try await reader(ruche, question, seen: 1)
        #expect(try #require(await reading.next()).contains("Deux."))
        #expect(try #require(await reading.next()).contains("Trois."))
    }

    @Test("leave the page at once when they are hidden", arguments: TestEngine.available)
    func hidden(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        var reading = try await reader(ruche, question, seen: 1)
        let browser = try await ruche.browser(as: .ines)
        let flagged = try await browser.post(
            "/c/nuit/reponses/\(reply)/signaler", ["raison": PostFlag.Reason.patient.rawValue])
        #expect(flagged.status == .seeOther)
        #expect(await reading.next() == "event: hide\ndata: 1\n\n")
    }

    @Test("of a signature by profession name nobody", arguments: TestEngine.available)
    func nameless(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        var reading = try await reader(ruche, question)
        try await ruche.site.live.tellArrivals()
        var draft = ReplyDraft()
        (draft.body, draft.isNameless) = ("Sans mon nom.", true)
        try await ruche.act(as: .yannick) { [draft] in _ = try $0.questions.reply(to: question, draft) }
        try await ruche.site.live.tellArrivals()
        let seen = try #require(await reading.next())
        #expect(seen.contains("Sans mon nom.") && !seen.contains("Yannick"))
    }

    @Test("reach only who may read the thread", arguments: TestEngine.available)
    func permission(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let path = "/c/nuit/questions/\(question)/direct"
        #expect(try await ruche.browser(as: .jules).get(path).status == .notFound)
        let own = try await ruche.browser(as: .paul).get(path)
        #expect(own.headers[.contentType] == "text/event-stream")
        #expect(own.headers[.contentEncoding] == nil)
    }
}
