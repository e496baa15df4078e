import Calendaring
import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// A launched community of twelve, through its acts, with the clock at each.
struct DriftScene {
    let ruche: TestRuche
    let others: [Actor]
    /// Monday 22 February 2027: the third after the ninety-one days from the launch.
    static let monday = CivilDate("2027-02-22") ?? CivilDate(dayNumber: 0)
    private let start: Instant

    init(_ engine: TestEngine) async throws {
        ruche = try await TestRuche(engine)
        start = ruche.clock.now
        let community = try #require(ruche.people[.nadia]?.community)
        others = try await ruche.instance.act(through: .command) { act in
            try (1...7).map { number in
                let person = try act.accounts.create(EmailAddress(typed: "m\(number)@example.org"), name: "M \(number)")
                let member = try act.members.enter(
                    community, person: person, as: MemberDraft(name: "Membre \(number)"), role: .member)
                return Actor(person: person, community: community, member: member, role: .member)
            }
        }
        let said = Dictionary(uniqueKeysWithValues: Marker.allCases.map { ($0, "Nous y revenons en janvier.") })
        try await ruche.act(as: .nadia) { try $0.preparation.launch(said) }
    }

    /// So many days after the launch.
    func go(toDay day: Int) { ruche.clock.set(to: start + .days(day)) }

    func thread(by author: Actor, repliers: [Actor] = [], _ title: String) async throws {
        try await ruche.instance.act(by: author, through: .web) { act in
            var draft = QuestionDraft()
            draft.title = title
            let id = try act.questions.ask(draft)
            for replier in repliers {
                let other = Act(act.transaction, by: replier, at: act.now, through: .web)
                var draft = ReplyDraft()
                draft.body = "Chez nous aussi, \(title)"
                _ = try other.questions.reply(to: id, draft)
            }
        }
    }

    func compute() async throws {
        go(toDay: 112)
        try await ruche.act(as: .nadia) { try $0.drift.compute(upTo: Self.monday) }
    }

    func gauge(_ gauge: Gauge) async throws -> GaugeReading {
        let gauges = try await ruche.view(as: .claire) { try $0.drift.gauges() }
        return try #require(gauges.first { $0.gauge == gauge })
    }

    /// What the page says to a member.
    func page() async throws -> TestBrowser.Page { try await ruche.browser(as: .claire).get("/c/nuit/veille") }

    var drifting: [String] {
        get async throws {
            try await ruche.view(as: .nadia) { view in
                try view.drift.drifting().compactMap { $0.worst?.part.rawValue }
            }
        }
    }
}

@Suite("A community that drifts")
struct DriftTests {
    private func actor(_ scene: DriftScene, _ somebody: Cast) throws -> Actor {
        try #require(scene.ruche.people[somebody])
    }

    @Test("towards a directory is named so, and back once its documents serve", arguments: TestEngine.available)
    func directory(_ engine: TestEngine) async throws {
        let scene = try await DriftScene(engine)
        let (ruche, yannick) = (scene.ruche, try actor(scene, .yannick))
        scene.go(toDay: 60)
        for number in 1...12 {
            try await scene.thread(
                by: scene.others[number % 7], repliers: [yannick, scene.others[(number + 1) % 7]],
                "Question \(number) ?")
        }
        let need = try await ruche.act(as: .claire) { try $0.needs.raise(NeedDraft(statement: "Être deux la nuit")) }
        for number in 1...14 {
            try await ruche.act(as: .nadia) { act in
                try act.preparation.addResource(
                    title: "Document \(number)", address: "https://exemple.fr/\(number).pdf", licence: "",
                    reviewOn: "", need: number > 9 ? need : nil)
            }
        }
        try await scene.compute()
        #expect(try await scene.drifting == ["N1a"])
        let gauge = try await scene.gauge(.directory)
        #expect(gauge.worst.map { [$0.k, $0.n] } == [9, 14])
        #expect(gauge.worst?.since == DriftScene.monday.adding(days: -7))
        let page = try await scene.page()
        #expect(
            page.says(
                "Depuis trois mois, 64 % des documents ne sont rattachés à aucun échange : vous devenez un répertoire.")
        )
        #expect(page.says("Document 1") && !page.says("Document 10"))

        let claire = try await ruche.browser(as: .claire)
        let question = try #require(try await ruche.value("select min(id) from question", as: Question.ID.self))
        let documents = try await ruche.instance.database.read {
            try $0.column("select id from resource where need_id is null order by id", as: Int64.self)
        }
        let none = try await claire.post("/c/nuit/veille/documents/\(documents[0])/lien", ["echange": ""])
        #expect(none.status == .unprocessableContent && none.says("Choisissez l’échange où ce document sert."))
        for document in documents.prefix(6) {
            let linked = try await claire.post(
                "/c/nuit/veille/documents/\(document)/lien", ["echange": "\(question)"])
            #expect(linked.status == .seeOther)
        }
        // The agenda of a meeting gives another.
        try await ruche.act(as: .nadia) { act in
            var meeting = MeetingDraft()
            (meeting.title, meeting.date, meeting.time) = ("Rencontre", "2027-10-05", "14:00")
            meeting.agenda = "Lire ensemble https://exemple.fr/8.pdf"
            _ = try act.meetings.schedule(meeting)
        }
        // The seventh is given by an exchange, in its text.
        try await ruche.act(as: .paul) { act in
            var draft = ReplyDraft()
            draft.body = "Voyez https://exemple.fr/7.pdf, nous l’avons suivi."
            _ = try act.questions.reply(to: question, draft)
        }
        for week in 1...2 {
            scene.go(toDay: 112 + week * 7)
            try await ruche.act(as: .nadia) { try $0.drift.compute(upTo: DriftScene.monday.adding(days: week * 7)) }
        }
        let later = try await scene.gauge(.directory)
        #expect(later.worst.map { [$0.k, $0.n] } == [1, 14])
        #expect(later.state == .ok, "14 %, twice five points inside")
    }

    @Test("towards a network of diffusion is named so", arguments: TestEngine.available)
    func broadcast(_ engine: TestEngine) async throws {
        let scene = try await DriftScene(engine)
        let nadia = try actor(scene, .nadia)
        scene.go(toDay: 60)
        for number in 1...14 { try await scene.thread(by: nadia, "Information \(number)") }
        for number in 0..<3 { try await scene.thread(by: scene.others[number], repliers: [], "Question \(number) ?") }
        try await scene.compute()
        #expect(try await scene.drifting.contains("N2a"))
        let gauge = try await scene.gauge(.broadcast)
        #expect(gauge.worst?.part == .n2a && gauge.worst.map { [$0.k, $0.n] } == [14, 17])
        let page = try await scene.page()
        #expect(
            page.says("82 % des messages viennent d’une seule personne : vous devenez un réseau de diffusion."))
        #expect(page.says("Faire de la prochaine annonce une question") && page.says("Solliciter trois voix"))
        // What was drawn of one person is nobody's name.
        #expect(!page.text.contains(Cast.nadia.name))
        let moved = try await ruche(scene).value(
            "select count(*) from journal where verb = 'moved gauge'", as: Int.self)
        #expect(moved ?? 0 > 0)
    }

    private func ruche(_ scene: DriftScene) -> TestRuche { scene.ruche }

    @Test("towards a list of subscribers is named so", arguments: TestEngine.available)
    func subscribers(_ engine: TestEngine) async throws {
        let scene = try await DriftScene(engine)
        let (claire, yannick) = (try actor(scene, .claire), try actor(scene, .yannick))
        scene.go(toDay: 60)
        for number in 1...8 {
            try await scene.thread(
                by: number % 2 == 0 ? claire : yannick, repliers: [number % 2 == 0 ? yannick : claire],
                "Question \(number) ?")
        }
        for week in 0..<5 {
            scene.go(toDay: 61 + week * 8)
            try await scene.ruche.act(as: .nadia) { act in
                var draft = AnnouncementDraft()
                (draft.title, draft.until) = ("Annonce \(week)", "2027-03-20")
                _ = try act.announcements.announce(draft)
            }
        }
        try await scene.compute()
        #expect(try await scene.drifting.contains("N3a"))
        let gauge = try await scene.gauge(.mailingList)
        // Nadia announced, which is no act; Claire and Yannick wrote: ten of twelve said nothing.
        #expect(gauge.readings(of: .n3a).last.map { [$0.k, $0.n] } == [10, 12])
        #expect(gauge.readings(of: .n3b).last.map { [$0.k, $0.n] } == [5, 21])
        #expect(
            try await scene.page().says(
                "83 % des membres n’ont encore rien pu dire : vous devenez une liste d’abonnés."))
    }

    @Test("says nothing where exchanges go well, and has thirteen Mondays of it", arguments: TestEngine.available)
    func well(_ engine: TestEngine) async throws {
        let scene = try await DriftScene(engine)
        scene.go(toDay: 60)
        let everybody =
            try Cast.allCases.filter { [.nadia, .claire, .yannick, .ines, .paul].contains($0) }
            .map { try actor(scene, $0) } + scene.others
        for number in 0..<12 {
            try await scene.thread(
                by: everybody[number], repliers: [everybody[(number + 1) % 12], everybody[(number + 5) % 12]],
                "Question \(number) ?")
        }
        try await scene.compute()
        #expect(try await scene.drifting == [])
        let gauges = try await scene.ruche.view(as: .claire) { try $0.drift.gauges() }
        #expect(gauges.map(\.state) == [.unknown, .ok, .ok, .unknown])
        #expect(gauges[1].readings(of: .n2a).count == 13)
        #expect(gauges[1].readings(of: .n2a).prefix(10).allSatisfy { $0.missing == .young })
        let page = try await scene.page()
        #expect(page.says("Pas assez de données : moins de cinq documents ont été ajoutés."))
        #expect(page.says("Aucune page n’est ouverte à l’extérieur : il n’y a rien à mesurer."))
        #expect(page.says("Semaine par semaine"))
    }
}

@Suite("The watch over drifts")
struct DriftWatchTests {
    @Test("is computed by the housekeeping of each Monday, once", arguments: TestEngine.available)
    func monday(_ engine: TestEngine) async throws {
        let scene = try await DriftScene(engine)
        let ruche = scene.ruche
        func sweep() async throws {
            try await ruche.instance.act(through: .worker) { try $0.beginHousekeeping() }
            try await ruche.deliver()
        }
        scene.go(toDay: 3)
        try await sweep()
        let readings = DriftPart.allCases.count * DriftQueries.weeks
        #expect(try await ruche.count("drift_reading") == readings)
        scene.go(toDay: 5)
        try await sweep()
        #expect(try await ruche.count("drift_reading") == readings, "the same week")
        scene.go(toDay: 26)
        try await sweep()
        #expect(
            try await ruche.count("drift_reading") == readings + 3 * DriftPart.allCases.count,
            "two Mondays were missed, and caught up with")
        scene.go(toDay: 500)
        try await sweep()
        #expect(
            try await ruche.count("drift_reading") == 2 * readings + 3 * DriftPart.allCases.count,
            "no more than thirteen at once")
    }

    @Test("begins with the launch, and ends with the community", arguments: TestEngine.available)
    func launched(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await ruche.instance.act(through: .worker) { try $0.beginHousekeeping() }
        try await ruche.deliver()
        #expect(try await ruche.count("drift_reading") == 0)
        let page = try await ruche.browser(as: .claire).get("/c/nuit/veille")
        #expect(page.says("La communauté n’est pas encore lancée"))
    }

    @Test("counts pages by day and kind, together, without a person", arguments: TestEngine.available)
    func views(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let question = try await ruche.ask(by: .claire)
        let (claire, nadia) = (try await ruche.browser(as: .claire), try await ruche.browser(as: .nadia))
        for browser in [claire, nadia, claire] { try await browser.get("/c/nuit/questions/\(question)") }
        try await claire.get("/c/nuit/mise-en-place/5")
        try await claire.get("/c/nuit/questions/9999")
        try await ruche.browser().get("/c/nuit/questions/\(question)")
        #expect(try await ruche.count("page_view") == 0, "no write for a page that is read")
        await ruche.writeComings()
        try await claire.get("/c/nuit/questions/\(question)")
        await ruche.writeComings()
        let kept = try await ruche.instance.database.read {
            try $0.column("select day || ' ' || kind || ' ' || count from page_view order by kind", as: String.self)
        }
        #expect(kept == ["2026-11-02 document 1", "2026-11-02 exchange 4"])
        ruche.clock.advance(by: .days(800))
        try await ruche.instance.act(through: .worker) { try $0.beginHousekeeping() }
        try await ruche.deliver()
        #expect(try await ruche.count("page_view") == 0, "after two years")
    }

    @Test("is read by every member, and by nobody from outside", arguments: TestEngine.available)
    func readers(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        for (somebody, isAllowed) in [(Cast.nadia, true), (.claire, true), (.odile, false), (.jules, false)] {
            let page = try await ruche.browser(as: somebody).get("/c/nuit/veille")
            #expect((page.status == .ok) == isAllowed, "\(somebody)")
        }
        #expect(try await ruche.browser(as: .claire).get("/c/nuit").text.contains("/c/nuit/veille"))
        #expect(try await ruche.browser(as: .claire).get("/c/nuit/evaluation").text.contains("/c/nuit/veille"))
        #expect(try await !ruche.browser(as: .odile).get("/c/nuit/evaluation").text.contains("/c/nuit/veille"))
    }
}
