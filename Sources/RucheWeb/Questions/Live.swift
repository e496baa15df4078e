import Logging
import Markup
import NIOCore
import Ruche
import Synchronization
import Wording

/// Who reads which exchange at this moment, and what arrives there (server-sent events). One question to the database
/// a second serves all readers, and only while there are any; a reply written here is told at once.
package final class Live: Sendable {
    private struct Room {
        let slug: String
        let community: Community.ID
        var readers: [Int: Reader] = [:]
    }
    private struct Reader {
        let language: Language
        let events: AsyncStream<ByteBuffer>.Continuation
        let since: ContinuousClock.Instant
    }
    private struct State {
        var rooms: [Question.ID: Room] = [:]
        var count = 0
        var nextReader = 0
        /// The last reply that was told, and those near it.
        var last: Reply.ID?
        var told: Set<Reply.ID> = []
    }

    /// Connections that one node holds; past them, pages are read as without script.
    static let readersAtMost = 4_000
    /// A reader comes back after this time, and is let in again or not.
    static let longest = Duration.seconds(600)
    /// A line that says nothing keeps proxies from closing, and tells who has gone.
    static let beat = Duration.seconds(25)
    private static let look = Duration.seconds(1)

    private let state = Mutex(State())
    private let instance: Instance
    private let words: Words
    private let assets: Assets
    private let logger: Logger
    private let calls: AsyncStream<Void>
    private let caller: AsyncStream<Void>.Continuation

    init(instance: Instance, words: Words, assets: Assets, logger: Logger) {
        (self.instance, self.words, self.assets, self.logger) = (instance, words, assets, logger)
        (calls, caller) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// A reply was just written: its readers need not wait for the next look.
    func wake() { caller.yield() }

    /// A reader who has come in: nothing that is written from now on escapes them.
    struct Reading: Sendable {
        let events: AsyncStream<ByteBuffer>
        fileprivate let continuation: AsyncStream<ByteBuffer>.Continuation
        fileprivate let question: Question.ID
        fileprivate let slug: String
        fileprivate let language: Language
    }

    /// What the database held after a reader came in.
    struct Snapshot: Sendable {
        /// What came in the thread since their page.
        let missed: [Reply]
        /// The last replies of all threads: those are not new.
        let known: [Arrival]

        init(_ view: View, of question: Question.ID, after seen: Int) throws {
            missed = try view.questions.replies(of: question, after: seen)
            known = try view.arrivals(after: view.lastReply() ?? Reply.ID(0))
        }
    }

    /// Lets a reader in; then what they missed is read, and given by `begin`. In this order nothing falls between: what
    /// stands in both is told twice, and shown once.
    /// - Returns: nil when there are too many readers.
    func enter(_ question: Question.ID, in community: (id: Community.ID, slug: String), _ language: Language)
        -> Reading?
    {
        let (events, continuation) = AsyncStream<ByteBuffer>.makeStream(bufferingPolicy: .bufferingNewest(64))
        let reader: Int? = state.withLock { state in
            guard state.count < Self.readersAtMost else { return nil }
            state.nextReader += 1
            state.count += 1
            state.rooms[question, default: Room(slug: community.slug, community: community.id)].readers[
                state.nextReader] = Reader(language: language, events: continuation, since: .now)
            return state.nextReader
        }
        guard let reader else { return nil }
        continuation.onTermination = { [weak self] _ in self?.leave(reader, question) }
        // Some seconds before the browser tries again; spread, so that a restart does not bring all at once.
        continuation.yield(ByteBuffer(string: "retry: \(Int.random(in: 3_000...8_000))\n\n"))
        return Reading(
            events: events, continuation: continuation, question: question, slug: community.slug, language: language)
    }

    func begin(_ reading: Reading, from snapshot: Snapshot) {
        state.withLock { state in
            guard state.last == nil else { return }
            state.last = snapshot.known.last?.reply ?? Reply.ID(0)
            state.told = Set(snapshot.known.map(\.reply))
        }
        for reply in snapshot.missed {
            reading.continuation.yield(event(reply, of: reading.question, reading.slug, reading.language))
        }
    }

    private func leave(_ reader: Int, _ question: Question.ID) {
        state.withLock { state in
            guard state.rooms[question]?.readers.removeValue(forKey: reader) != nil else { return }
            state.count -= 1
            if state.rooms[question]?.readers.isEmpty == true { state.rooms[question] = nil }
        }
    }

    /// A post was hidden: it leaves the pages where it is read.
    func hide(_ question: Question.ID, _ number: Int) {
        send(ByteBuffer(string: "event: hide\ndata: \(number)\n\n"), to: question)
    }

    private func send(_ event: ByteBuffer, to question: Question.ID) {
        let readers = state.withLock { $0.rooms[question]?.readers.values.map(\.events) ?? [] }
        for reader in readers { reader.yield(event) }
    }

    /// Looks for what arrives, until the program ends; then lets every reader go.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.beatForever() }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: Self.look)  // an interrupted sleep is the end
                    self.wake()
                }
            }
            group.addTask {
                for await _ in self.calls {
                    do {
                        try await self.tellArrivals()
                    } catch {
                        self.logger.warning("arrivals could not be read", metadata: ["cause": "\(error)"])
                        try? await Task.sleep(for: .seconds(5))  // the database is away: no haste
                    }
                }
            }
            await group.waitForAll()
        }
        let readers = state.withLock { $0.rooms.values.flatMap { $0.readers.values.map(\.events) } }
        for reader in readers { reader.finish() }
    }

    private func beatForever() async {
        let line = ByteBuffer(string: ":\n\n")
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.beat)  // an interrupted sleep is the end
            let now = ContinuousClock.now
            let readers = state.withLock { $0.rooms.values.flatMap { $0.readers.values } }
            for reader in readers {
                if now - reader.since > Self.longest { reader.events.finish() } else { reader.events.yield(line) }
            }
        }
    }

    /// Tells each room what arrived in it since the last look.
    func tellArrivals() async throws {
        let last = state.withLock { state in
            // Whoever comes in next says what is known then.
            if state.rooms.isEmpty { state.last = nil }
            return state.last
        }
        guard let last else { return }
        let arrivals = try await instance.view { try $0.arrivals(after: last) }
        let new = state.withLock { state -> [(Arrival, Room)] in
            defer {
                state.last = arrivals.last?.reply ?? last
                state.told = Set(arrivals.map(\.reply))
            }
            return arrivals.filter { !state.told.contains($0.reply) }.compactMap { arrival in
                state.rooms[arrival.question].map { (arrival, $0) }
            }
        }
        for (arrival, room) in new { try await tell(arrival, room) }
    }

    private func tell(_ arrival: Arrival, _ room: Room) async throws {
        let reader = Actor(community: arrival.community)
        let replies = try await instance.view(by: reader) {
            try $0.questions.replies(of: arrival.question, after: arrival.number - 1)
        }
        guard let reply = replies.first(where: { $0.id == arrival.reply }) else { return }
        // Made once for each language, whatever the number of readers.
        var events: [Language: ByteBuffer] = [:]
        for reader in room.readers.values {
            let event = events[reader.language] ?? event(reply, of: arrival.question, room.slug, reader.language)
            events[reader.language] = event
            reader.events.yield(event)
        }
    }

    private func event(_ reply: Reply, of question: Question.ID, _ slug: String, _ language: Language) -> ByteBuffer {
        let ui = Screen(
            words: Interface(language: language, now: instance.clock.now.milliseconds, words: words), visitor: nil,
            assets: assets, slug: slug, flash: nil, target: "/", isDemonstration: false, token: FormToken { "" })
        let html = arrivedReply(reply, of: question, ui).markup
        var event = ByteBuffer(string: "id: \(reply.number)\nevent: reply\n")
        for line in html.split(separator: "\n") { event.writeString("data: \(line)\n") }
        event.writeString("\n")
        return event
    }
}

/// A reply as everybody may see it, whoever they are; the page that is loaded next has each one's own ways.
private func arrivedReply(_ reply: Reply, of question: Question.ID, _ ui: Screen) -> HTML {
    let cite = "\(ui.path(.question(question)))?citer=\(reply.number)#repondre"
    return """
        <article class="post post--arrived" id="r\(reply.number)" data-said="\(ui("Nouvelle réponse de %@", ui.name(of: reply.author)))" aria-label="\(ui("Réponse de %@", ui.name(of: reply.author)))">
        <p class="post__new">\(icon(.pin))\(ui("Arrivée à l’instant"))</p>
        <div class="post__head">\(person(reply.author, ui))<a class="meta link" href="#r\(reply.number)">\(ui.relative(reply.repliedAt))</a></div>
        \(some: reply.atOurs, { "<p class=\"meta\">\(ui("Chez moi : %@", $0))</p>" })
        <div class="prose" data-quote="#r\(reply.number)" data-quote-author="\(ui.name(of: reply.author))" data-quote-reply="\(reply.id.description)">\(HTML(trusting: reply.html))</div>
        <div class="btn-row"><form method="post" action="\(ui.path(.usefulMark(reply.id)))" data-token><button class="btn">\(icon(.check))\(ui("Utile pour moi"))</button></form><a class="btn btn--quiet" href="\(cite)">\(icon(.quote))\(ui("Citer"))</a></div>
        </article>
        """
}
