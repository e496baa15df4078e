import Calendaring
import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("The days of a community")
struct OwnDaysTests {
    @Test("are read as days and periods, and shown as they are written")
    func reading() throws {
        let days = try OwnDays(closed: "24/12/2026 au 26/12/2026 ; 2 janvier 2027", worked: "8/5/2027")
        #expect(days.closed.count == 4 && days.worked.count == 1)
        #expect(days.closedLines == "24/12/2026 au 26/12/2026\n2/1/2027" && days.workedLines == "8/5/2027")
        #expect(OwnDays(kept: days.text) == days)
        #expect(try OwnDays(closed: days.closedLines, worked: days.workedLines) == days)
    }

    @Test(
        "that are none are told",
        arguments: ["mars 2026", "31/2/2027", "hier", "3/1/2027 au 1/1/2027", "1/1/2026 au 1/1/2028", "24/12"])
    func refused(_ typed: String) {
        #expect(throws: Refusal.self) { try OwnDays(closed: typed, worked: "") }
    }

    @Test("hold the promise, or let it run on a holiday", arguments: TestEngine.available)
    func promise(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let nadia = try await ruche.browser(as: .nadia)
        // Monday 2 November at 9: two working days end on Wednesday at 9.
        func due() async throws -> Instant {
            let start = ruche.clock.now
            return try await ruche.view(as: .nadia) { PromiseClock(try $0.communities.current()).due(1, after: start) }
        }
        let before = try await due()
        let path = "/c/nuit/mise-en-place/4"
        let form = try await nadia.get(path)
        var fields: [(key: String, value: String)] = [
            ("version", form.value(of: "version") ?? "0"), ("promesse", "2"), ("unite", "working days"),
            ("fuseau", "Europe/Paris"), ("territoire", "metropole"), ("fermetures", "3/11/2026"), ("travailles", ""),
        ]
        #expect(try await nadia.post(path, fields).status == .seeOther)
        #expect(try await due() == before + .days(1))
        #expect(try await nadia.get(path).value(of: "fermetures") == "3/11/2026")
        fields[0].value = try await nadia.get(path).value(of: "version") ?? "1"
        fields[5].value = "3/11"
        let refused = try await nadia.post(path, fields)
        #expect(refused.refusal(of: "fermetures") != nil && refused.value(of: "fermetures") == "3/11")
        // Wednesday 11 November, a holiday on which this community works.
        (fields[5].value, fields[6].value) = ("", "11/11/2026")
        #expect(try await nadia.post(path, fields).status == .seeOther)
        ruche.clock.advance(by: .days(8))
        #expect(try await due() == ruche.clock.now + .days(2))
    }
}
