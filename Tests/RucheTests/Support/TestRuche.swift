import Foundation
import Hummingbird
import Logging
import Persistence
import Ruche
import RucheMail
import Testing
import Wording

@testable import RucheWeb

/// A whole Ruche for one test: real router, real SQL, an empty database of its own, a clock that stands still, a mailbox.
struct TestRuche: Sendable {
    let instance: Instance
    let clock: StillClock
    let site: Site
    let people: [Cast: Actor]
    let mailbox: Mailbox
    private let responder: any HTTPResponder<WebContext>
    private let home: TestDatabase

    /// Read once: to read the catalogues takes longer than most tests.
    private static let words = Result { try Words.bundled() }

    /// - Parameters:
    ///   - isDemonstration: opens the doors that only a demonstration has.
    ///   - log: what is logged; nothing less than critical by default.
    init(
        _ engine: TestEngine, isDemonstration: Bool = false, provider: Operator = Operator(), log: Logger? = nil
    ) async throws {
        clock = StillClock()
        mailbox = Mailbox()
        home = try await engine.databaseWithSchema()
        instance = Instance(try Database(home.address, readers: 2), clock: clock)
        var quiet = Logger(label: "test")
        quiet.logLevel = .critical
        let logger = log ?? quiet
        site = try Site(
            instance,
            settings: .init(
                url: "http://localhost", secret: "test", isDemonstration: isDemonstration,
                files: NSTemporaryDirectory() + "/files-" + UUID().uuidString, operator: provider),
            words: try Self.words.get(), logger: logger)
        responder = WebServer(site).router().buildResponder()
        people = try await instance.act(through: .command) { try Self.settle($0) }
    }

    /// Two communities and their people.
    private static func settle(_ act: Act) throws -> [Cast: Actor] {
        var people: [Cast: Actor] = [:]
        let communities = [
            "nuit": try act.communities.create(
                Slug(typed: "nuit"), name: "Nuit", domain: "Soigner la nuit.", isOpen: true),
            "jour": try act.communities.create(
                Slug(typed: "jour"), name: "Jour", domain: "Soigner le jour.", isOpen: true),
        ]
        for somebody in Cast.allCases where somebody != .gaston {
            let email = try EmailAddress(typed: somebody.email)
            let person = try act.accounts.create(email, name: somebody.name, isAdministrator: somebody == .ada)
            var actor = Actor(person: person, isAdministrator: somebody == .ada)
            if let slug = somebody.slug, let role = somebody.role, let community = communities[slug] {
                let card = MemberDraft(name: somebody.name, profession: somebody.profession)
                let member = try act.members.enter(community, person: person, as: card, role: role)
                actor = Actor(person: person, community: community, member: member, role: role)
            }
            people[somebody] = actor
        }
        return people
    }

    /// Gaston comes in by an invitation to one exchange.
    func inviteGaston(to question: Question.ID) async throws -> TestRuche {
        let card = MemberDraft(name: Cast.gaston.name)
        let community = try #require(people[.nadia]?.community)
        let actor = try await instance.act(through: .command) { act in
            let person = try act.accounts.create(EmailAddress(typed: Cast.gaston.email), name: Cast.gaston.name)
            let member = try act.members.enter(community, person: person, as: card, role: .guest, guestOf: question)
            return Actor(person: person, community: community, member: member, role: .guest)
        }
        return TestRuche(self, adding: actor, as: .gaston)
    }

    /// The same, where somebody has become a facilitator.
    func facilitating(_ somebody: Cast) -> TestRuche {
        var actor = people[somebody] ?? .nobody
        actor.role = .facilitator
        return TestRuche(self, adding: actor, as: somebody)
    }

    private init(_ other: TestRuche, adding actor: Actor, as somebody: Cast) {
        (instance, clock, site, responder) = (other.instance, other.clock, other.site, other.responder)
        (mailbox, home) = (other.mailbox, other.home)
        people = other.people.merging([somebody: actor]) { _, new in new }
    }

    func member(_ somebody: Cast) throws -> Member.ID { try #require(people[somebody]?.member) }

    @discardableResult
    func act<T: Sendable>(as somebody: Cast, _ body: @escaping @Sendable (Act) throws -> T) async throws -> T {
        try await instance.act(by: try #require(people[somebody]), through: .web, body)
    }

    func view<T: Sendable>(as somebody: Cast, _ body: @escaping @Sendable (View) throws -> T) async throws -> T {
        try await instance.view(by: try #require(people[somebody]), body)
    }

    /// A question of somebody, published now.
    func ask(
        by somebody: Cast, _ title: String = "Comment faites-vous la nuit ?",
        _ change: @escaping @Sendable (inout QuestionDraft) -> Void = { _ in }
    )
        async throws -> Question.ID
    {
        var draft = QuestionDraft()
        // Enough for no letter to ask where it happens.
        (draft.title, draft.sought) = (title, [Question.Sought.experience.rawValue])
        change(&draft)
        return try await act(as: somebody) { [draft] in try $0.questions.ask(draft) }
    }

    /// A reply of somebody, published now.
    func reply(by somebody: Cast, to question: Question.ID, _ body: String = "Nous passons toutes les deux heures.")
        async throws -> Reply.ID
    {
        var draft = ReplyDraft()
        draft.body = body
        return try await act(as: somebody) { [draft] in try $0.questions.reply(to: question, draft) }
    }

    /// How many rows a table has.
    func count(_ table: StaticString) async throws -> Int {
        try await instance.database.read {
            try $0.value("select count(*) from \(SQL(stringLiteral: table.description))") ?? 0
        }
    }

    /// What was done in the communities, in order, after the people had settled.
    var journal: [Verb] {
        get async throws {
            try await instance.database.read {
                try $0.column(
                    """
                    select verb from journal
                    where verb not in ('created account', 'made administrator', 'created community', 'joined') order by id
                    """,
                    as: Verb.self)
            }
        }
    }

    /// Sends every letter that waits; they come in the mailbox.
    func deliver() async throws {
        let worker = MailWorker(
            instance: instance, transport: mailbox, words: site.words, url: "http://localhost", files: site.files,
            logger: site.logger)
        while try await worker.sendNext() {}
    }

    /// A browser in which somebody is signed in; nobody for a stranger's.
    func browser(as somebody: Cast? = nil) async throws -> TestBrowser {
        guard let somebody else { return TestBrowser(responder: responder, home: home) }
        let person = try #require(people[somebody]?.person)
        var random = SystemRandomNumberGenerator()
        let session = Secret(&random)
        try await instance.act(through: .command) {
            try $0.accounts.open(session, for: person, device: "Test", isOwnDevice: false)
        }
        return TestBrowser(responder: responder, home: home, cookies: ["ruche": session.text])
    }
}
