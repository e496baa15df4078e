import Foundation
import Persistence
import Testing

@testable import Ruche
@testable import RucheWeb

@Suite("An exchange")
struct ThreadTests {
    @Test(
        "counts a useful mark once, takes it back, and leaves none to one's own words", arguments: TestEngine.available)
    func useful(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        for _ in 1...2 { try await ruche.act(as: .claire) { try $0.questions.markUseful(reply) } }
        try await ruche.act(as: .paul) { try $0.questions.markUseful(reply) }
        #expect(try await ruche.view(as: .claire) { try $0.questions.thread(question).replies.map(\.useful) } == [2])
        try await ruche.act(as: .paul) { try $0.questions.withdrawUsefulMark(reply) }
        #expect(try await ruche.view(as: .claire) { try $0.questions.thread(question).replies.map(\.useful) } == [1])
        _ = try? await ruche.act(as: .yannick) { try $0.questions.markUseful(reply) }
        #expect(try await ruche.view(as: .claire) { try $0.questions.thread(question).replies.map(\.useful) } == [1])
        #expect(try await ruche.count("useful_mark") == 1)
    }

    @Test(
        "has its solution chosen by who asked, with the time it took and their thanks", arguments: TestEngine.available)
    func solution(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        ruche.clock.advance(by: .hours(3))
        let reply = try await ruche.reply(by: .yannick, to: question)
        for somebody in [Cast.yannick, .paul, .nadia] {
            await #expect(throws: Refusal.self, "\(somebody)") {
                try await ruche.act(as: somebody) { try $0.questions.retain(reply) }
            }
        }
        ruche.clock.advance(by: .hours(2))
        try await ruche.act(as: .claire) { try $0.questions.retain(reply, thanks: "Essayé cette nuit, merci.") }
        let page = try await ruche.browser(as: .yannick).get("/c/nuit/questions/\(question)")
        #expect(page.says("Solution trouvée en 5 h"))
        #expect(page.says("Essayé cette nuit, merci."))
        try await ruche.deliver()
        #expect(ruche.mailbox.letters.last?.text.contains("Essayé cette nuit, merci.") == true)
        let before = try await ruche.view(as: .claire) { try $0.questions.find(question) }
        // Taken away, it leaves the question waiting; brought back, it is the solution again.
        try await ruche.act(as: .yannick) { try $0.questions.delete(.reply(reply)) }
        #expect(try await ruche.view(as: .claire) { try $0.questions.find(question).isOpen })
        ruche.clock.advance(by: .hours(1))
        try await ruche.act(as: .yannick) { try $0.questions.restore(.reply(reply)) }
        let after = try await ruche.view(as: .claire) { try $0.questions.find(question) }
        #expect(after.retained == reply && after.thanks == before.thanks && after.resolvedAt == before.resolvedAt)
        #expect(try await ruche.keptFigures.openQuestions == 0)
    }

    @Test("keeps every state of a text, for all to compare", arguments: TestEngine.available)
    func history(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire) { $0.body = "Un premier texte." }
        ruche.clock.advance(by: .hours(1))
        try await ruche.act(as: .claire) {
            try $0.questions.edit(
                .question(question), title: "Comment faites-vous la nuit ?", body: "Un second texte.", from: 1)
        }
        let page = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)/versions")
        #expect(page.text.contains("<del>premier</del>") && page.text.contains("<ins>second</ins>"))
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .paul) {
                try $0.questions.edit(.question(question), title: "Autre", body: "Autre", from: 2)
            }
        }
    }

    @Test("shows both texts to the second of two who write at once, and keeps both", arguments: TestEngine.available)
    func conflict(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire) { $0.body = "Le premier texte." }
        let browser = try await ruche.browser(as: .claire)
        let path = "/c/nuit/questions/\(question)/modifier"
        let title = "Comment faites-vous la nuit ?"
        #expect(
            try await browser.post(path, ["version": "1", "titre": title, "texte": "Celui du bureau."]).status
                == .seeOther)
        let second = try await browser.post(path, ["version": "1", "titre": title, "texte": "Celui du téléphone."])
        #expect(second.status == .conflict)
        #expect(second.says("Celui du bureau.") && second.value(of: "texte") == "Celui du téléphone.")
        let version = try #require(second.value(of: "version"))
        #expect(
            try await browser.post(
                path, ["version": version, "vu-les-deux": "1", "titre": title, "texte": "Celui du téléphone."]
            ).status == .seeOther)
        let texts = try await ruche.view(as: .paul) {
            try $0.questions.history(of: .question(question)).versions.map(\.body)
        }
        #expect(texts.contains("Celui du bureau.") && texts.last == "Celui du téléphone.")
    }

    @Test(
        "gives back what was taken away: to its author for a day, to a facilitator after",
        arguments: TestEngine.available)
    func restore(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question, "Une veilleuse rouge.")
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .paul) { try $0.questions.delete(.reply(reply)) }
        }
        try await ruche.act(as: .yannick) { try $0.questions.delete(.reply(reply)) }
        let page = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)")
        #expect(!page.says("Une veilleuse rouge."))
        #expect(try await ruche.view(as: .paul) { try $0.search.posts("veilleuse").count } == 0)
        try await ruche.act(as: .yannick) { try $0.questions.restore(.reply(reply)) }
        #expect(try await ruche.view(as: .paul) { try $0.search.posts("veilleuse").count } == 1)
        try await ruche.act(as: .yannick) { try $0.questions.delete(.reply(reply)) }
        ruche.clock.advance(by: .days(2))
        await #expect(throws: Refusal.self) {
            try await ruche.act(as: .yannick) { try $0.questions.restore(.reply(reply)) }
        }
        try await ruche.act(as: .nadia) { try $0.questions.restore(.reply(reply)) }
        #expect(try await ruche.view(as: .paul) { try $0.questions.find(question).id } == question)
    }

    @Test(
        "takes its replies out of reach when it is taken away, and brings them back with it",
        arguments: TestEngine.available)
    func deletedQuestion(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        _ = try await ruche.reply(by: .yannick, to: question, "Une veilleuse rouge.")
        try await ruche.act(as: .claire) { try $0.questions.delete(.question(question)) }
        #expect(try await ruche.view(as: .paul) { try $0.search.posts("veilleuse").count } == 0)
        #expect(try await ruche.view(as: .paul) { try $0.questions.page().questions.isEmpty })
        try await ruche.act(as: .claire) { try $0.questions.restore(.question(question)) }
        #expect(try await ruche.view(as: .paul) { try $0.search.posts("veilleuse").count } == 1)
    }

    @Test("keeps a draft on the server until it is published", arguments: TestEngine.available)
    func drafts(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let (desk, phone) = (try await ruche.browser(as: .yannick), try await ruche.browser(as: .yannick))
        _ = try await desk.post("/c/nuit/brouillon", ["place": "reply/\(question)", "texte": "Je termine demain."])
        let path = "/c/nuit/questions/\(question)"
        #expect(try await phone.get(path).value(of: "texte") == "Je termine demain.")
        #expect(try await ruche.browser(as: .paul).get(path).value(of: "texte") == "")
        _ = try await phone.post("\(path)/reponses", ["texte": "Une veilleuse rouge."])
        #expect(try await desk.get(path).value(of: "texte") == "")
    }

    @Test(
        "warns before a text that names a patient, and publishes it only when told again",
        arguments: TestEngine.available)
    func patients(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let browser = try await ruche.browser(as: .yannick)
        let path = "/c/nuit/questions/\(question)/reponses"
        let text = "Mme Dupont, née le 12/03/1941, est tombée."
        let warned = try await browser.post(path, ["texte": text])
        #expect(warned.status == .unprocessableContent && warned.value(of: "texte") == text)
        #expect(try await ruche.count("reply") == 0)
        #expect(try await browser.post(path, ["texte": text, "confirme": "1"]).status == .seeOther)
        // The confirmation is noted, the text is not.
        let details = try await ruche.instance.database.read {
            try $0.column("select coalesce(details, '') from journal", as: String.self)
        }
        #expect(!details.contains { $0.contains("Dupont") })
    }

    @Test("is unknown elsewhere: another community, by its number, finds nothing", arguments: TestEngine.available)
    func elsewhere(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Le chariot d’urgence") { $0.body = "Introuvable ailleurs." }
        let reply = try await ruche.reply(by: .yannick, to: question)
        let jules = try await ruche.browser(as: .jules)
        for path in ["questions/\(question)", "questions/\(question)/versions", "questions/\(question)/modifier"] {
            #expect(try await jules.get("/c/jour/\(path)").status == .notFound, "\(path)")
        }
        for path in ["reponses/\(reply)/utile", "questions/\(question)/reponses", "questions/\(question)/moi-aussi"] {
            #expect(try await jules.post("/c/jour/\(path)", ["texte": "x"]).status == .notFound, "\(path)")
        }
        #expect(try await ruche.view(as: .jules) { try $0.search.posts("introuvable").count } == 0)
        #expect(try await ruche.count("reply") == 1)
    }

    @Test(
        "has counters that a count confirms, whatever was done in whatever order", arguments: TestEngine.available,
        1...4)
    func counters(_ engine: TestEngine, _ seed: Int) async throws {
        let ruche = try await TestRuche(engine)
        var random = SeededRandom(seed)
        let people: [Cast] = [.claire, .yannick, .ines, .paul, .nadia]
        var questions = [try await ruche.ask(by: .claire)]
        var replies = [try await ruche.reply(by: .yannick, to: questions[0])]
        for _ in 1...60 {
            ruche.clock.advance(by: .minutes(17))
            let (who, question, reply) = (random.pick(people), random.pick(questions), random.pick(replies))
            // What a rule refuses must change nothing either.
            switch random.below(10) {
            case 0: questions.append(try await ruche.ask(by: who, "Question \(random.below(1_000)) du soir ?"))
            case 1, 2: if let new = try? await ruche.reply(by: who, to: question) { replies.append(new) }
            case 3: _ = try? await ruche.act(as: who) { try $0.questions.markUseful(reply) }
            case 4: _ = try? await ruche.act(as: who) { try $0.questions.withdrawUsefulMark(reply) }
            case 5: _ = try? await ruche.act(as: who) { try $0.questions.retain(reply) }
            case 6: _ = try? await ruche.act(as: who) { try $0.questions.delete(.reply(reply)) }
            case 7: _ = try? await ruche.act(as: who) { try $0.questions.restore(.reply(reply)) }
            case 8: _ = try? await ruche.act(as: who) { try $0.questions.reopen(question) }
            default:
                let post: Post = random.below(2) == 0 ? .question(question) : .reply(reply)
                let isBack = random.below(2) == 0
                _ = try? await ruche.act(as: who) { act in
                    if isBack { try act.questions.restore(post) } else { try act.questions.delete(post) }
                }
            }
        }
        let wrong = try await ruche.instance.database.read { transaction in
            try transaction.column(
                """
                select q.id from question q
                where q.reply_count <> (select count(*) from reply r where r.question_id = q.id and r.deleted_at is null)
                   or (q.retained_id is null) <> (q.retained_author_id is null)
                   or coalesce(q.answered_at, 0) <> coalesce((
                        select min(r.replied_at) from reply r
                        where r.question_id = q.id and r.deleted_at is null and r.author_id <> q.author_id), 0)
                """, as: Question.ID.self)
        }
        #expect(wrong.isEmpty)
        let open = try await ruche.instance.database.read {
            try $0.value(
                """
                select c.open_question_count - (
                  select count(*) from question q where q.community_id = c.id and q.deleted_at is null
                    and q.resolved_at is null and q.closed_at is null)
                from community c where c.slug = 'nuit'
                """, as: Int.self)
        }
        #expect(open == 0)
    }

    @Test("stops a patient's name wherever it is typed", arguments: TestEngine.available)
    func patientsEverywhere(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let text = "Mme Lafitte a refusé, chambre 214, le 21 novembre"
        let browser = try await ruche.browser(as: .yannick)
        for (path, field) in [
            ("questions/\(question)/moi-aussi", "ligne"), ("decisions", "proposition"), ("besoins", "besoin"),
            ("rencontres", "ordre"),
        ] {
            let page = try await browser.post(
                "/c/nuit/\(path)",
                [
                    field: text, "jours": "10", "relire": "12", "titre": "Revue de cas", "jour": "2026-12-09",
                    "heure": "14:00", "duree": "90", "mode": "on site", "lieu": "Salle bleue",
                ])
            #expect(page.status == .unprocessableContent, "\(path)")
            #expect(page.says("reconnaître un patient"), "\(path)")
        }
        #expect(try await ruche.count("me_too") == 0)
        #expect(try await ruche.count("decision") == 0)
    }

    @Test("gives back what was typed when the session has ended", arguments: TestEngine.available)
    func endedSession(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let text = "Une longue réponse, tapée pendant une heure de nuit."
        let page = try await ruche.browser().post("/c/nuit/questions/\(question)/reponses", ["texte": text])
        #expect(page.status == .unauthorized)
        #expect(page.says("Votre session est terminée") && page.says(text))
        #expect(try await ruche.count("reply") == 0)
    }

    @Test("is published once when it is sent twice", arguments: TestEngine.available)
    func sentTwice(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let browser = try await ruche.browser(as: .claire)
        let fields: KeyValuePairs<String, String> = ["titre": "Qui a essayé la ronde légère ?", "vu": "1"]
        let first = try await browser.post("/c/nuit/questions", fields)
        let second = try await browser.post("/c/nuit/questions", fields)
        #expect(first.location == second.location)
        let question = try #require(first.location)
        for _ in 1...2 { _ = try await browser.post("\(question)/reponses", ["texte": "Pas encore nous."]) }
        #expect(try await ruche.count("question") == 1)
        #expect(try await ruche.count("reply") == 1)
        #expect(try await ruche.journal.filter { $0 == .replied }.count == 1)
    }

    @Test(
        "that was taken away shows no word of it, and is counted right when it comes back",
        arguments: TestEngine.available)
    func hiddenQuestion(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire, "Le chariot d’urgence")
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .claire) { try $0.questions.retain(reply, thanks: "Merci du chariot.") }
        try await ruche.act(as: .claire) { try $0.questions.delete(.question(question)) }
        let browser = try await ruche.browser(as: .paul)
        for path in ["questions/\(question)", "reponses/\(reply)/versions"] {
            #expect(!(try await browser.get("/c/nuit/\(path)").text.contains("chariot")), "\(path)")
        }
        #expect(try await browser.get("/c/nuit/reponses/\(reply)/modifier").status == .forbidden)
        try await ruche.act(as: .yannick) { try $0.questions.delete(.reply(reply)) }
        try await ruche.act(as: .claire) { try $0.questions.restore(.question(question)) }
        #expect(try await ruche.keptFigures.openQuestions == 1)
    }
}

/// The same choices at each run.
private struct SeededRandom: RandomNumberGenerator {
    var seed: UInt64

    init(_ seed: Int) { self.seed = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (seed ^ (seed >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
    mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
}

@Suite("The words around a thread")
struct ThreadWordTests {
    @Test("say of an idea that one cares about it, since nobody asks it", arguments: TestEngine.available)
    func idea(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let idea = try await ruche.ask(by: .claire, "Des lampes rouges") { $0.kind = .idea }
        #expect(try await ruche.browser(as: .paul).get("/c/nuit/questions/\(idea)").says("J’y tiens aussi"))
        try await ruche.act(as: .ines) { try $0.questions.sayMeToo(idea) }
        let page = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(idea)")
        #expect(page.says("1 personne y tient aussi.") && !page.says("la même question"))
    }

    @Test("say solved and applied side by side, and neither once it waits again", arguments: TestEngine.available)
    func applied(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .claire) { act in
            try act.questions.retain(reply)
            try act.questions.tellWhatBecame(of: question, .adopted, sentence: "")
        }
        let browser = try await ruche.browser(as: .paul)
        for path in ["/c/nuit/questions/\(question)", "/c/nuit/echanges"] {
            let page = try await browser.get(path)
            #expect(page.says("Solution trouvée en") && page.says("</svg>Appliquée<"), "\(path)")
        }
        try await ruche.act(as: .claire) { try $0.questions.reopen(question) }
        #expect(try await !browser.get("/c/nuit/questions/\(question)").says("</svg>Appliquée<"))
        try await ruche.act(as: .claire) { try $0.questions.resolve(question) }
        #expect(try await browser.get("/c/nuit/questions/\(question)").says("</svg>Appliquée<"))
    }

    @Test("are quoted from the question too, with the way back to it", arguments: TestEngine.available)
    func quotation(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire) { $0.body = "De nuit, à deux." }
        let form = try await ruche.browser(as: .paul).get("/c/nuit/questions/\(question)?citer=0")
        #expect(form.value(of: "texte")?.hasPrefix("> De nuit, à deux.\n>\n> — [Claire Besnard](#titre)") == true)
    }

    @Test("offers the help of members whom the directory shows", arguments: TestEngine.available)
    func helpers(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let (yannick, ines) = (try ruche.member(.yannick), try ruche.member(.ines))
        for member in [yannick, ines] {
            try await ruche.alter("update member set can_help_on = 'Étudiants, contentions' where id = \(member)")
        }
        try await ruche.alter("update member set is_listed = 0 where id = \(ines)")
        let question = try await ruche.ask(by: .claire) { $0.topics = "étudiants" }
        let helpers = try await ruche.view(as: .claire) { view in
            try view.questions.helpers(for: try view.questions.thread(question)).map(\.member.id)
        }
        #expect(helpers == [yannick])
    }
}
