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
}
