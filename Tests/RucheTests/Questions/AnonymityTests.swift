import Foundation
import HTTPTypes
import Logging
import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

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

    @Test("leaves nothing that says its minute: what follows waits for the next hour", arguments: TestEngine.available)
    func minute(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        ruche.clock.advance(by: .minutes(17))
        let first = ruche.clock.now
        _ = try await Self.ask(ruche, [("sujets", "nuit")])
        try await ruche.deliver()
        // The session of a reader is of now; nothing else is.
        let jobs = try await ruche.instance.database.read {
            try $0.all("select key, coalesce(done_at, run_at) from job") { row in
                (key: try row[0] as String, at: try row[1] as Instant)
            }
        }
        for job in jobs { #expect(abs((job.at - first).milliseconds) > 60_000, "\(job.key)") }
        let letters = try await ruche.instance.database.read {
            try $0.column("select created_at from mail", as: Instant.self)
        }
        #expect(letters.allSatisfy { abs(($0 - first).milliseconds) > 60_000 })
        ruche.clock.advance(by: .hours(1))
        try await ruche.deliver()
        #expect(
            try await ruche.value(
                "select count(*) from job where key like 'ladder/%/notice' and done_at is not null", as: Int.self) == 1)
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

    @Test("when changed on its page asks too before it calls more than ten people", arguments: TestEngine.available)
    func changeCallsMany(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let community = try #require(ruche.people[.nadia]?.community)
        try await ruche.instance.act(through: .command) { act in
            for number in 1...8 {
                let person = try act.accounts.create(
                    EmailAddress(typed: "m\(number)@example.org"), name: "Membre \(number)")
                try act.members.enter(
                    community, person: person, as: MemberDraft(name: "Membre \(number)"), role: .member)
            }
        }
        let page = try await Self.ask(ruche)
        let stranger = try await ruche.browser()
        var change = [("geste", "modifier"), ("version", "1"), ("titre", "Et vous ?"), ("texte", "Bonjour @membres")]
            .map { (key: $0.0, value: $0.1) }
        let asked = try await stranger.post(page, change)
        #expect(asked.says("Vous appelez 13 personnes") && asked.value(of: "texte") != nil)
        change.append((key: "appelle", value: "1"))
        #expect(try await stranger.post(page, change).status == .seeOther)
        #expect(try await ruche.value("select body from question", as: String.self) == "Bonjour @membres")
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

    @Test("sent twice by a slow network is one, with one page", arguments: TestEngine.available)
    func twice(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let form = try await ruche.browser(as: .claire).get("/c/nuit/questions/nouvelle").value(of: "envoi") ?? ""
        let (first, second) = (
            try await Self.ask(ruche, [("envoi", form)]), try await Self.ask(ruche, [("envoi", form)])
        )
        #expect(form.count == 43 && first == second && !first.contains(form))
        #expect(try await ruche.count("question") == 1)
        #expect(try await ruche.browser().get(second).status == .ok)
        // The form of the page before, filled with something else.
        let third = try await Self.ask(ruche, [("envoi", form), ("titre", "Et le matin, qui relit ?")])
        #expect(try await ruche.count("question") == 2)
        #expect(try await ruche.browser().get(third).says("Et le matin, qui relit ?"))
        #expect(try await ruche.browser().get(first).says("J’ai peur de me tromper la nuit"))
    }

    @Test("stays its author's when somebody else asks the same in the same words", arguments: TestEngine.available)
    func takenOver(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claires = try await Self.ask(ruche)
        let paul = try await ruche.browser(as: .paul)
        let form = try await paul.get("/c/nuit/questions/nouvelle").value(of: "envoi") ?? ""
        let pauls = try await Self.ask(ruche, by: .paul, [("envoi", form)])
        #expect(claires != pauls)
        #expect(try await ruche.count("question") == 2)
        for page in [claires, pauls] { #expect(try await ruche.browser().get(page).status == .ok) }
    }

    @Test("asks before many are called, as elsewhere", arguments: TestEngine.available)
    func manyCalled(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let community = try #require(ruche.people[.claire]?.community)
        try await ruche.instance.act(through: .command) { act in
            for number in 1...12 {
                let name = "Membre \(number)"
                let person = try act.accounts.create(EmailAddress(typed: "m\(number)@example.org"), name: name)
                _ = try act.members.enter(community, person: person, as: MemberDraft(name: name), role: .member)
            }
        }
        let page = try await Self.ask(ruche)
        let stranger = try await ruche.browser()
        let asked = try await stranger.post(page, ["geste": "repondre", "texte": "Bonjour @membres"])
        #expect(asked.status == .unprocessableContent && asked.text.contains("name=\"appelle\""))
        #expect(asked.text.contains("Bonjour @membres</textarea>"))
        let sent = try await stranger.post(page, ["geste": "repondre", "texte": "Bonjour @membres", "appelle": "1"])
        #expect(sent.status == .seeOther)
        #expect(try await ruche.count("reply") == 1)
    }

    @Test(
        "lets its author change it, take it back, put it back, close it and open it again",
        arguments: TestEngine.available)
    func gestures(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await Self.ask(ruche)
        let question: Question.ID = try #require(try await ruche.value("select max(id) from question"))
        let author = try await ruche.browser()
        let read = try await author.get(page)
        let version = try #require(read.value(of: "version"))
        try await author.post(
            page, ["geste": "modifier", "version": version, "titre": "Qui relit la nuit ?", "texte": "Seule à trois."])
        #expect(try await author.get(page).says("Qui relit la nuit ?"))
        try await author.post(page, ["geste": "retirer"])
        let gone = try await author.get(page)
        #expect(gone.says("Cette question est retirée.") && gone.text.contains("value=\"retablir\""))
        try await author.post(page, ["geste": "retablir"])
        try await author.post(page, ["geste": "clore", "mot": "Trouvé ailleurs"])
        #expect(try await author.get(page).says("Vous l’avez close : « Trouvé ailleurs »"))
        try await author.post(page, ["geste": "rouvrir"])
        #expect(try await ruche.view(as: .nadia) { try $0.questions.find(question).isOpen })
        let refused = try await author.post(page, ["geste": "modifier", "version": "9", "titre": "Autre", "texte": ""])
        #expect(refused.status == .unprocessableContent && refused.says("Ce texte a changé ailleurs"))
    }

    @Test("has a page that speaks in its own thread alone", arguments: TestEngine.available)
    func elsewhere(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let other = try await ruche.ask(by: .paul)
        let reply = try await ruche.reply(by: .yannick, to: other)
        let page = try await Self.ask(ruche)
        let author = try await ruche.browser()
        for gesture in ["utile", "retenir", "sans-nous", "corriger", "retirer", "retablir"] {
            let sent = try await author.post(
                page, ["geste": gesture, "reponse": reply.description, "sans-nous": "longer", "texte": "Autre."])
            #expect(sent.status == .notFound, "\(gesture)")
        }
        #expect(try await ruche.count("useful_mark") == 0)
        #expect(try await ruche.count("without_us") == 0)
    }

    @Test("lets its author say it otherwise when nobody could answer", arguments: TestEngine.available)
    func reworded(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await Self.ask(ruche)
        try await ruche.pass(workingDays: 5)
        let author = try await ruche.browser()
        #expect(try await author.get(page).text.contains("value=\"dire-autrement\""))
        let answer = try await author.post(page, ["geste": "dire-autrement"])
        let form = try await author.get(try #require(answer.location))
        #expect(form.text.contains("id=\"modifier\" open"))
        #expect(try await ruche.value("select round from question", as: Int.self) == 1)
    }

    @Test("shows replies whole, and takes a mark back", arguments: TestEngine.available)
    func whole(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await Self.ask(ruche)
        let question: Question.ID = try #require(try await ruche.value("select max(id) from question"))
        let yannick = try await ruche.browser(as: .yannick)
        try await yannick.post(
            "/c/nuit/questions/\(question)/reponses",
            [
                "texte": "Voici la nôtre.", "chez-moi": "EHPAD, 30 lits", "source-titre": "Relire à deux",
                "source-forme": "study",
            ], files: [("grille.txt", Array("Coussin".utf8))])
        let author = try await ruche.browser()
        let read = try await author.get(page)
        #expect(read.says("Chez moi : EHPAD, 30 lits") && read.says("Relire à deux") && read.says("grille.txt"))
        let file = try #require(read.text.firstMatch(of: /href="(\/anonyme\/[^"]+\/fichiers\/\d+)"/)).1
        #expect(try await author.get(String(file)).text == "Coussin")
        #expect(try await author.get(String(file).replacing(/\d+$/, with: "99")).status == .notFound)
        let reply: Reply.ID = try #require(try await ruche.value("select max(id) from reply"))
        try await author.post(page, ["geste": "utile", "reponse": reply.description])
        #expect(try await author.get(page).says("Sans la communauté, vous auriez trouvé…"))
        try await author.post(page, ["geste": "sans-nous", "reponse": reply.description, "sans-nous": "longer"])
        #expect(try await ruche.count("without_us") == 1)
        try await author.post(page, ["geste": "pas-utile", "reponse": reply.description])
        #expect(try await ruche.count("useful_mark") == 0)
    }

    @Test("tells its author why it was taken out, and nobody else", arguments: TestEngine.available)
    func moderated(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await Self.ask(ruche)
        let question: Question.ID = try #require(try await ruche.value("select max(id) from question"))
        try await ruche.act(as: .paul) { try $0.safety.flag(.question(question), because: .patient) }
        let author = try await ruche.browser()
        #expect(try await author.get(page).says("Vous pouvez le corriger sans attendre."))
        let rereading: Rereading.ID = try #require(try await ruche.value("select max(id) from rereading"))
        _ = try await ruche.act(as: .nadia) {
            try $0.safety.decide(rereading, .askCorrection, word: "Retirez le numéro de chambre.", salt: 1)
        }
        let told = try await author.get(page)
        #expect(told.says("Retirez le numéro de chambre.") && told.says("L’animation vous demande de le corriger"))
        try await author.post(page, ["geste": "corriger", "titre": "Qui relit la nuit ?", "texte": ""])
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(question).deletedAt } == nil)
    }

    @Test("is kept by one's device alone, if one wants", arguments: TestEngine.available)
    func kept(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await Self.ask(ruche)
        let device = try await ruche.browser()
        #expect(try await device.get("/anonyme").says("Aucune adresse n’est gardée ici"))
        let before = try await ruche.everyRow()
        let kept = try await device.post(page, ["geste": "garder", "garder": "1"])
        let cookie = kept.headers[values: .setCookie].first { $0.contains("ruche-gardees") }
        #expect(cookie?.contains("; Path=/anonyme; HttpOnly") == true)
        #expect(try await ruche.everyRow() == before)
        #expect(try await device.get("/anonyme").text.contains(page))
        try await device.post(page, ["geste": "garder"])
        #expect(try await device.get("/anonyme").says("Aucune adresse n’est gardée ici"))
    }

    @Test("carries a file that nothing ties to anybody", arguments: TestEngine.available)
    func fileOfReply(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let page = try await Self.ask(ruche)
        let sent = try await ruche.browser().post(
            page, ["geste": "repondre", "texte": "Voici notre grille."],
            files: [("planning de Claire.txt", Array("Veilleuse".utf8))])
        #expect(sent.status == .seeOther)
        #expect(try await ruche.value("select name from attachment", as: String.self) == "document-1.txt")
        for path in ruche.site.files.paths {
            let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            #expect(date.map { $0.timeIntervalSince1970.truncatingRemainder(dividingBy: 3_600) } == 0)
        }
    }

    @Test("leaves no byte of the person's draft or of their file's name, in any file or line of log")
    func bytes() async throws {
        let lines = LoggedLines()
        var log = Logger(label: "test") { _ in lines }
        log.logLevel = .trace
        let ruche = try await TestRuche(.sqlite, log: log)
        let browser = try await ruche.browser(as: .claire)
        _ = try await browser.post(
            "/c/nuit/brouillon", ["place": "question", "titre": "Mon brouillon de ziguiguette"])
        _ = try await browser.post(
            "/c/nuit/brouillon", ["place": "question", "titre": "Mon brouillon", "anonyme": "1"])
        let form = try await browser.get("/c/nuit/questions/nouvelle").value(of: "envoi") ?? ""
        let sent = try await browser.post(
            "/c/nuit/questions", ["titre": "Qui relit ?", "anonyme": "1", "vu": "1", "envoi": form],
            files: [("planning-barboteuse.txt", Array("Veilleuse".utf8))])
        let page = try #require(sent.location?.replacing("?nouvelle=1", with: ""))
        let secret = String(page.dropFirst("/anonyme/".count))
        try await ruche.deliver()
        // A fault tells its operator the way, not the secret.
        try await ruche.alter("drop table me_too")
        #expect(try await browser.get(page).status == .internalServerError)
        let database = try #require(ruche.instance.database.file)
        for path in [database, database + "-wal"] + ruche.site.files.paths {
            let bytes = FileManager.default.contents(atPath: path) ?? Data()
            for trace in ["ziguiguette", "planning-barboteuse", secret, form] {
                #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace) in \(path)")
            }
        }
        #expect(lines.all.contains { $0.contains("/anonyme/:secret") })
        for line in lines.all {
            #expect(!line.contains(secret) && !line.contains(form) && !line.contains("barboteuse"), "\(line)")
        }
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
