import Persistence
import Ruche
import Testing

@testable import RucheWeb

@Suite("Housekeeping")
struct HousekeepingTests {
    @Test(
        "lets go of addresses invited in vain after ninety days, and asks for the next day",
        arguments: TestEngine.available)
    func invitations(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.browser(as: .nadia).post(
            "/c/nuit/invitations", ["courriel": "inconnue@example.org", "role": "member", "mot": "Venez, Inconnue"])
        func kept() async throws -> Int? {
            try await ruche.value("select count(*) from invitation where email <> '' or words <> ''", as: Int.self)
        }
        func clean() async throws {
            try await ruche.instance.act(through: .worker) { try $0.beginHousekeeping() }
            try await ruche.deliver()
        }
        ruche.clock.advance(by: .days(119))
        try await clean()
        #expect(try await kept() == 1, "thirty days to answer, ninety to forget")
        ruche.clock.advance(by: .days(2))
        try await clean()
        #expect(try await kept() == 0)
        #expect(try await ruche.count("invitation") == 1, "the funnel still counts it")
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/invitations")
        #expect(page.status == .ok && page.says("adresse oubliée"))
        #expect(
            try await ruche.value(
                "select count(*) from job where kind = 'housekeeping' and done_at is null", as: Int.self) == 1)
    }

    @Test(
        "forgets an account that nobody uses after two years and two letters, unless its owner comes back",
        arguments: TestEngine.available)
    func inactive(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Comment surveillez-vous les chutes ?")
        func clean() async throws {
            try await ruche.instance.act(through: .worker) { try $0.beginHousekeeping() }
            try await ruche.deliver()
        }
        func letters(_ somebody: Cast) -> Int {
            ruche.mailbox.letters.count { $0.address == somebody.email && $0.subject.contains("s’effacera") }
        }
        ruche.clock.advance(by: .days(690))
        try await clean()
        #expect(letters(.claire) == 0)
        ruche.clock.advance(by: .days(15))
        try await clean()
        #expect(letters(.claire) == 1 && letters(.paul) == 1 && letters(.ada) == 0)
        _ = try await ruche.browser(as: .paul).get("/moi")
        ruche.clock.advance(by: .days(20))
        try await clean()
        ruche.clock.advance(by: .days(3))
        try await clean()
        #expect(letters(.claire) == 2 && letters(.paul) == 1, "seven days before")
        ruche.clock.advance(by: .days(8))
        try await clean()
        let here = try await ruche.instance.database.read { try $0.column("select email from person", as: String.self) }
        #expect(!here.contains(Cast.claire.email) && here.contains(Cast.paul.email))
        #expect(here.contains(Cast.nadia.email), "who facilitates alone stays")
        let thread = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)")
        #expect(thread.says("Comment surveillez-vous les chutes ?") && thread.says("Anonyme"))
    }
}
