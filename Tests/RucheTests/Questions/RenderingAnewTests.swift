import Persistence
import Testing

@testable import Ruche

@Suite("A text whose HTML an older program made")
struct RenderingAnewTests {
    @Test("is made anew where a dose may be shown wrong", arguments: TestEngine.available)
    func doses(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        for day in 1...3 { _ = try await ruche.reply(by: .paul, to: question, "Jour \(day) : 2*5 mg et 3*5 mg") }
        try await ruche.alter("update reply set html = '25 mg et 35 mg', renderer = 1")
        try await ruche.alter("insert into job (kind, key, run_at) values ('rendering', 'rendering/reply/0', 0)")
        try await ruche.deliver()
        let texts = try await ruche.instance.database.read {
            try $0.column("select html from reply", as: String.self)
        }
        #expect(texts.count == 3 && texts.allSatisfy { $0.contains("2*5 mg et 3*5 mg") })
    }
}
