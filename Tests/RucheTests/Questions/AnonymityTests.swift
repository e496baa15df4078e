import Foundation
import Persistence
import Testing

@testable import Ruche

@Suite("An anonymous question")
struct AnonymityTests {
    private static func ask(
        _ ruche: TestRuche, by somebody: Cast = .claire, _ fields: [(key: String, value: String)] = []
    )
        async throws -> String
    {
        let title =
            fields.contains { $0.key == "titre" } ? [] : [("titre", "J’ai peur de me tromper la nuit : et vous ?")]
        let sent = try await ruche.browser(as: somebody).post(
            "/c/nuit/questions", title + [("anonyme", "1"), ("vu", "1")] + fields)
        return try #require(sent.location).replacing("?nouvelle=1", with: "")
    }

    @Test("is taken unless the group says otherwise, in its rules", arguments: TestEngine.available)
    func switchedOff(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        #expect(try await browser.get("/c/nuit/questions/nouvelle").says("Poser sans mon nom"))
        try await ruche.act(as: .nadia) { act in
            var rules = RulesDraft(promise: .standard, zone: "Europe/Paris", territory: "metropole")
            rules.refusesAnonymous = true
            try act.preparation.keep(.meetings, [:], rules: rules, from: 0)
        }
        #expect(try await !browser.get("/c/nuit/questions/nouvelle").says("Poser sans mon nom"))
        let refused = try await browser.post(
            "/c/nuit/questions", ["titre": "Que faire la nuit ?", "anonyme": "1", "vu": "1"])
        #expect(refused.status == .conflict)
        #expect(try await ruche.count("question") == 0)
        #expect(try await ruche.browser(as: .paul).get("/c/nuit/journal").says("a changé les règles de la communauté"))
    }

    @Test("leaves no trace of the person in any row of any table", arguments: TestEngine.available)
    func traces(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        _ = try await browser.post("/c/nuit/brouillon", ["place": "question", "titre": "J’ai peur de me tromper"])
        #expect(try await ruche.count("draft") == 1)
        let before = try await ruche.everyRow()
        let page = try await Self.ask(ruche, [("texte", "Mme Lafitte a crié."), ("confirme", "1")])
        _ = try await ruche.reply(by: .yannick, to: try #require(try await ruche.value("select max(id) from question")))
        let stranger = try await ruche.browser()
        _ = try await stranger.post(page, ["geste": "repondre", "texte": "Merci, cela m’aide."])
        _ = try await stranger.post(page, ["geste": "resoudre"])
        try await ruche.pass(workingDays: 20)
        // The harness opens a session for each browser.
        let written = try await ruche.everyRow().subtracting(before).filter {
            !$0.hasPrefix("session ") && !$0.contains("verb=signed in")
        }
        let claire = try #require(ruche.people[.claire])
        let (member, person) = (try #require(claire.member), try #require(claire.person))
        for row in written.filter({ !$0.hasPrefix("mail ") && !$0.hasPrefix("solicitation ") }) {
            #expect(!row.contains(" member_id=\(member) ") && !row.contains(" author_id=\(member) "), "\(row)")
            #expect(!row.contains(" person_id=\(person) ") && !row.contains("Besnard"), "\(row)")
        }
        #expect(try await ruche.count("draft") == 0)
        #expect(
            ruche.mailbox.letters.allSatisfy { $0.address != Cast.claire.email || !$0.subject.contains("a répondu") })
    }

    @Test("goes on by its secret page alone, without signing in", arguments: TestEngine.available)
    func secretPage(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await Self.ask(ruche)
        let question: Question.ID = try #require(try await ruche.value("select max(id) from question"))
        let reply = try await ruche.reply(by: .yannick, to: question)
        let stranger = try await ruche.browser()
        #expect(try await stranger.get(page).text.contains("J’ai peur de me tromper la nuit"))
        for gesture in ["utile", "retenir"] {
            let answer = try await stranger.post(page, ["geste": gesture, "reponse": reply.description])
            #expect(answer.status == .seeOther)
        }
        let found = try await ruche.view(as: .claire) { try $0.questions.find(question) }
        #expect(found.retained == reply && found.usefulAt != nil && found.author.name == "Membre anonyme A")
        let wrong = "/anonyme/" + String(repeating: "A", count: 43)
        #expect(try await stranger.get(wrong).status == .notFound)
        #expect(try await stranger.post(wrong, ["geste": "resoudre"]).status == .notFound)
    }

    @Test("is nobody's: not even its author's under their name", arguments: TestEngine.available)
    func irreversible(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await Self.ask(ruche)
        let question: Question.ID = try #require(try await ruche.value("select max(id) from question"))
        for somebody in [Cast.claire, .nadia] {
            await #expect(throws: Refusal.self) {
                try await ruche.act(as: somebody) { try $0.questions.resolve(question) }
            }
        }
        let mine = try await ruche.view(as: .claire) { try $0.questions.page(.mine).questions }
        #expect(mine.isEmpty)
    }

    @Test("bears another letter each time, so that two of one person are those of two", arguments: TestEngine.available)
    func letters(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await Self.ask(ruche)
        _ = try await Self.ask(ruche, [("titre", "Et le matin, qui relit ?")])
        let names = try await ruche.view(as: .nadia) { try $0.questions.page().questions.map(\.author.name) }
        #expect(Set(names) == ["Membre anonyme A", "Membre anonyme B"])
    }

    @Test("stands at its hour, not at its minute", arguments: TestEngine.available)
    func hour(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        ruche.clock.advance(by: .minutes(37))
        _ = try await Self.ask(ruche)
        let at = try #require(try await ruche.value("select max(asked_at) from question", as: Instant.self))
        #expect(at == StillClock.monday)
        #expect(try await ruche.value("select at from journal where verb = 'asked'", as: Instant.self) == at)
    }

    @Test("counts among questions, and its alias among no members", arguments: TestEngine.available)
    func figures(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        ruche.clock.advance(by: .days(20))
        let members = try await ruche.value("select member_count from community where slug = 'nuit'", as: Int.self)
        _ = try await Self.ask(ruche)
        ruche.clock.advance(by: .days(2))
        let evaluation = try await ruche.view(as: .nadia) { view in
            try view.evaluations.evaluation(on: view.evaluations.lastClosedDay())
        }
        #expect(evaluation.indicator(.ef1).n == 1 && evaluation.indicator(.vi2).k == 0)
        #expect(
            try await ruche.value("select member_count from community where slug = 'nuit'", as: Int.self) == members)
        let directory = try await ruche.browser(as: .claire).get("/c/nuit/membres").text
        #expect(!directory.contains("anonyme"))
    }

    @Test("keeps no draft once one chose to go without a name", arguments: TestEngine.available)
    func noDraft(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        _ = try await browser.post("/c/nuit/brouillon", ["place": "question", "titre": "J’ai peur"])
        _ = try await browser.post(
            "/c/nuit/brouillon", ["place": "question", "titre": "J’ai peur de", "anonyme": "1"])
        #expect(try await ruche.count("draft") == 0)
        let refused = try await browser.post(
            "/c/nuit/questions", ["titre": "J’ai peur", "anonyme": "1", "brouillon": "1"])
        #expect(refused.status == .unprocessableContent && refused.text.contains("J’ai peur"))
        #expect(try await ruche.count("draft") == 0)
    }

    @Test("sent twice by a slow network is one", arguments: TestEngine.available)
    func twice(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let (_, second) = (try await Self.ask(ruche), try await Self.ask(ruche))
        #expect(try await ruche.count("question") == 1)
        #expect(try await ruche.browser().get(second).status == .ok)
    }

    @Test("is not for who is not a member", arguments: TestEngine.available)
    func outsiders(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for somebody in [Cast.odile, .jules] {
            let sent = try await ruche.browser(as: somebody).post(
                "/c/nuit/questions", ["titre": "Qui êtes-vous ?", "anonyme": "1", "vu": "1"])
            #expect(sent.status == .forbidden || sent.status == .notFound)
        }
        #expect(try await ruche.count("question") == 0)
    }
}

extension TestRuche {
    /// Every row of every table, as "table column=value …".
    func everyRow() async throws -> Set<String> {
        let tables: SQL = SQL(
            sqlite:
                "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'post_search%'",
            postgres: "select tablename from pg_tables where schemaname = current_schema()")
        return try await instance.database.read { transaction in
            var rows: Set<String> = []
            for table in try transaction.column(tables, as: String.self) where !table.hasPrefix("post_search") {
                let columns = try transaction.column(
                    SQL(
                        sqlite: "select name from pragma_table_info('\(table)')",
                        postgres:
                            "select column_name from information_schema.columns where table_name = '\(table)' and table_schema = current_schema()"
                    ),
                    as: String.self)
                let texts = columns.map { SQL(stringLiteral: "' \($0)=' || coalesce(cast(\($0) as text), '')") }
                let line = texts.joined(" || ")
                let found = try transaction.column("select \(line) from \(SQL(stringLiteral: table))", as: String.self)
                for row in found { rows.insert("\(table)\(row) ") }
            }
            return rows
        }
    }
}
