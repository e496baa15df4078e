import Calendaring
import Persistence
import Testing

@testable import Ruche

/// Each kind by its exact trigger (DOMAIN §8).
@Suite("A gesture")
struct GestureTests {
    @Test(
        "G1 comes at the end of the promise, with who knows the subject, and leaves once somebody was asked",
        arguments: TestEngine.available)
    func unanswered(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        try await ruche.says(.yannick, canHelpOn: "les chutes")
        let question = try await ruche.ask(by: .claire, "Comment prévenir les chutes ?") { $0.topics = "les chutes" }
        ruche.clock.advance(by: .days(2) - .minutes(1))
        #expect(try await ruche.kinds().isEmpty)
        ruche.clock.advance(by: .minutes(1))
        let gesture = try #require(try await ruche.desk().gestures.first)
        guard case .findSomebody(question, _, let asker, _, .standard, let knowers) = gesture.reason else {
            Issue.record("\(gesture)"); return
        }
        #expect(asker.name == Cast.claire.name && knowers.map(\.member.name) == [Cast.yannick.name])
        #expect(knowers.first?.asked == 0)
        var draft = MessageDraft(kind: "G1", object: gesture.object)
        (draft.recipient, draft.words) = (try ruche.member(.yannick).description, "Une piste suffirait.")
        try await ruche.act(as: .nadia) { [draft] in try $0.desk.send(draft, secret: .invented) }
        #expect(try await ruche.kinds().isEmpty)
        #expect(try await ruche.count("solicitation") == 1)
        ruche.clock.advance(by: .days(2))
        #expect(try await ruche.kinds() == [.findSomebody], "still nobody, two days later")
    }

    @Test("G1 needs no human reply; a reply ends it", arguments: TestEngine.available)
    func answered(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .claire)
        ruche.clock.advance(by: .days(2))
        #expect(try await ruche.kinds() == [.findSomebody])
        _ = try await ruche.reply(by: .paul, to: question)
        #expect(try await ruche.kinds().isEmpty)
    }

    @Test("G2 comes a week after the last reply when nothing was called useful", arguments: TestEngine.available)
    func useful(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .paul, to: question)
        ruche.clock.advance(by: .days(7) - .minutes(1))
        #expect(try await ruche.kinds().isEmpty)
        ruche.clock.advance(by: .minutes(1))
        #expect(try await ruche.kinds() == [.askIfHelped])
        try await ruche.act(as: .claire) { try $0.questions.markUseful(reply) }
        // Useful this week, and not thanked: the next kind.
        #expect(try await ruche.kinds() == [.thank])
    }

    @Test("G3 greets together those who came two to seven days ago", arguments: TestEngine.available)
    func newcomers(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let (paul, ines) = (try ruche.member(.paul), try ruche.member(.ines))
        try await ruche.act(as: .nadia) { act in
            try act.execute("update member set joined_at = \(act.now - .days(3)) where id in (\(paul), \(ines))")
        }
        let gesture = try #require(try await ruche.desk().gestures.first)
        #expect(gesture.kind == .welcome && Set(gesture.objects) == ["member/\(paul)", "member/\(ines)"])
        var draft = MessageDraft(kind: "G3", object: gesture.object)
        draft.words = "Bienvenue."
        try await ruche.act(as: .nadia) { [draft] in _ = try $0.desk.send(draft, secret: .invented) }
        #expect(try await ruche.kinds().isEmpty)
        try await ruche.deliver()
        #expect(Set(ruche.mailbox.letters.map(\.address)) == [Cast.paul.email, Cast.ines.email])
    }

    @Test("G3 is not for who was answered already, nor before two days or after seven", arguments: TestEngine.available)
    func greeted(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let paul = try ruche.member(.paul)
        func joined(_ days: Int) async throws -> [Gesture.Kind] {
            try await ruche.act(as: .nadia) { act in
                try act.execute("update member set joined_at = \(act.now - .days(days)) where id = \(paul)")
            }
            return try await ruche.view(as: .nadia) { try GestureFinder($0).find([.welcome]).map(\.kind) }
        }
        for (days, isGreeted) in [(1, false), (2, true), (7, true), (8, false)] {
            #expect(try await joined(days) == (isGreeted ? [.welcome] : []), "\(days) days")
        }
        let question = try await ruche.ask(by: .paul)
        _ = try await ruche.reply(by: .claire, to: question)
        #expect(try await joined(3).isEmpty)
    }

    @Test(
        "G4 proposes a first exchange at the twenty-first day, with one that fits the card",
        arguments: TestEngine.available)
    func firstExchange(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let paul = try ruche.member(.paul)
        try await ruche.says(.paul, canHelpOn: "les chutes")
        let question = try await ruche.ask(by: .claire, "Prévenir les chutes la nuit")
        try await ruche.act(as: .nadia) { act in
            try act.execute("update member set joined_at = \(act.now - .days(20)) where id = \(paul)")
        }
        func found() async throws -> [Gesture] {
            try await ruche.view(as: .nadia) { try GestureFinder($0).find([.firstExchange]) }
        }
        #expect(try await found().isEmpty)
        ruche.clock.advance(by: .days(1))
        let gesture = try #require(try await found().first)
        guard case .firstExchange(let member, "les chutes"?, let exchange?) = gesture.reason else {
            Issue.record("\(gesture)"); return
        }
        #expect(member.id == paul && exchange.id == question.rawValue)
        _ = try await ruche.reply(by: .paul, to: question)
        #expect(try await found().isEmpty, "they did something")
    }

    @Test("G7 asks for one meeting ahead, and for two where the rules draw a rhythm", arguments: TestEngine.available)
    func meetings(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        #expect(try await ruche.kinds().isEmpty)
        try await ruche.act(as: .nadia) { try $0.preparation.keep(.meetings, [.rhythmWeeks: "6"], from: 0) }
        #expect(try await ruche.kinds() == [.fixMeeting])
        let meeting = try await ruche.view(as: .nadia) { try $0.meetings.next() }
        try await ruche.act(as: .nadia) { act in
            try act.meetings.cancel(try #require(meeting).id, because: "Grève")
            try act.preparation.keep(.meetings, [.rhythmWeeks: ""], from: 1)
        }
        #expect(try await ruche.kinds() == [.fixMeeting])
    }

    @Test("G9 comes when a request to join has waited for a day", arguments: TestEngine.available)
    func requests(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        try await ruche.act(as: .nadia) { try $0.preparation.keep(.members, [.joinOpen: "yes"], from: 0) }
        try await ruche.instance.act(through: .web) { act in
            var draft = JoinRequestDraft()
            (draft.name, draft.email) = ("Zoé Petit", "zoe@example.org")
            try act.joinRequests.ask("nuit", draft) { .invented }
        }
        #expect(try await ruche.kinds().isEmpty)
        ruche.clock.advance(by: .hours(24))
        #expect(try await ruche.kinds() == [.readRequest])
    }

    @Test("G10 comes at once for a patient, after two working hours for another flag", arguments: TestEngine.available)
    func flags(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .paul, to: question)
        try await ruche.act(as: .ines) { try $0.safety.flag(.reply(reply), because: .misplaced) }
        ruche.clock.advance(by: .hours(2) - .minutes(1))
        #expect(try await ruche.kinds().isEmpty)
        ruche.clock.advance(by: .minutes(1))
        #expect(try await ruche.kinds() == [.readAgain])
        try await ruche.act(as: .yannick) { try $0.safety.flag(.question(question), because: .patient) }
        #expect(try await ruche.kinds() == [.readAgain, .readAgain])
    }

    @Test("on a Saturday there is none but G10", arguments: TestEngine.available)
    func weekend(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .claire)
        let saturday = Instant.paris(2026, 11, 7, 10)
        ruche.clock.set(to: saturday)
        #expect(try await ruche.kinds().isEmpty)
        try await ruche.act(as: .yannick) { try $0.safety.flag(.question(question), because: .patient) }
        #expect(try await ruche.kinds() == [.readAgain])
        #expect(try await !ruche.desk().isWorkingDay)
    }

    @Test("G11 comes when one person who did not ask wrote half of six replies", arguments: TestEngine.available)
    func oneVoice(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .claire)
        func found() async throws -> [Gesture] {
            try await ruche.view(as: .nadia) { try GestureFinder($0).find([.otherVoices]) }
        }
        for (place, somebody) in [Cast.paul, .claire, .paul, .ines, .claire].enumerated() {
            _ = try await ruche.reply(by: somebody, to: question, "Réponse \(place)")
        }
        #expect(try await found().isEmpty, "five replies")
        _ = try await ruche.reply(by: .yannick, to: question)
        #expect(try await found().isEmpty, "a third by one person")
        _ = try await ruche.reply(by: .paul, to: question, "Encore une")
        #expect(try await found().isEmpty, "3 of 7")
        _ = try await ruche.reply(by: .paul, to: question, "Et une autre")
        guard case .otherVoices(question, _, 8, let share)? = try await found().first?.reason else {
            Issue.record("4 of 8"); return
        }
        #expect(share == 0.5)
    }

    @Test("G12 comes when a need was retained a month ago and nobody speaks of it", arguments: TestEngine.available)
    func needs(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let need = try await ruche.act(as: .claire) { try $0.needs.raise(NeedDraft(statement: "Être deux la nuit")) }
        try await ruche.act(as: .nadia) { act in
            try act.execute("update need set retained_at = \(act.now - .days(29)) where id = \(need)")
        }
        #expect(try await ruche.kinds().isEmpty)
        ruche.clock.advance(by: .days(1))
        #expect(try await ruche.kinds() == [.openExchange])
        _ = try await ruche.ask(by: .paul) { $0.need = need.description }
        #expect(try await ruche.kinds().isEmpty)
    }

    @Test(
        "G13 comes a fortnight after the day on which a document was to be read again", arguments: TestEngine.available)
    func documents(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        try await ruche.act(as: .claire) { act in
            try act.preparation.addResource(
                title: "Fiche chute", address: "", licence: "", reviewOn: "2026-10-20", need: nil)
        }
        #expect(try await ruche.kinds().isEmpty)
        ruche.clock.advance(by: .days(1))
        #expect(try await ruche.kinds() == [.reread])
    }

    @Test(
        "G13 is the same for all who facilitate, and finds a reader when the owner has left",
        arguments: TestEngine.available)
    func ownerless(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        try await ruche.act(as: .nadia) { act in
            try act.preparation.addResource(
                title: "Fiche chute", address: "", licence: "", reviewOn: "2026-10-01", need: nil)
        }
        let gesture = try #require(try await ruche.desk().gestures.first)
        #expect(gesture.kind == .reread)
        let own = try await ruche.view(as: .nadia) { try $0.desk.message("G13", gesture.object) }
        #expect(own.isChoice && own.recipients.contains { $0.name == Cast.claire.name })
        let paul = try ruche.member(.paul)
        try await ruche.alter("update resource set author_id = \(paul)")
        let his = try await ruche.view(as: .nadia) { try $0.desk.message("G13", gesture.object) }
        #expect(!his.isChoice && his.recipients.map(\.name) == [Cast.paul.name])
        try await ruche.alter("update member set left_at = 1 where id = \(paul)")
        #expect(try await ruche.kinds() == [.reread])
        #expect(try await ruche.view(as: .nadia) { try $0.desk.message("G13", gesture.object).isChoice })
    }

    @Test("G11 comes of a discussion too", arguments: TestEngine.available)
    func discussion(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let thread = try await ruche.ask(by: .claire, "Parlons des nuits") { $0.kind = .discussion }
        for number in 1...5 { _ = try await ruche.reply(by: .yannick, to: thread, "Voix \(number)") }
        for number in 1...2 { _ = try await ruche.reply(by: .paul, to: thread, "Autre \(number)") }
        let found = try await ruche.view(as: .nadia) { try GestureFinder($0).find([.otherVoices]) }
        #expect(found.map(\.objects) == [["question/\(thread)"]])
        let page = try await ruche.browser(as: .nadia).get(
            "/c/nuit/animation/ecrire?geste=G11&objet=question/\(thread)")
        #expect(page.status == .ok)
    }

    @Test(
        "what a facilitator settled elsewhere is done on the desk; more that waits is never unsaid",
        arguments: TestEngine.available)
    func patientFlags(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let thread = try await ruche.ask(by: .claire)
        for number in 1...5 {
            let reply = try await ruche.reply(by: .yannick, to: thread, "Réponse \(number)")
            try await ruche.act(as: .paul) { try $0.safety.flag(.reply(reply), because: .patient) }
        }
        let desk = try await ruche.desk()
        #expect(desk.gestures.map(\.kind) == [.readAgain, .readAgain, .readAgain] && desk.otherPatientFlags == 2)
        let nadia = try await ruche.browser(as: .nadia)
        #expect(
            try await nadia.get("/c/nuit/animation").says("2 autres messages signalés « donnée patient » attendent."))
        for gesture in desk.gestures {
            let id = gesture.object.dropFirst("rereading/".count)
            try await nadia.post("/c/nuit/a-relire/\(id)/decider", ["verdict": "remettre", "mot": "Rien ne le dit."])
        }
        let after = try await ruche.desk()
        #expect(after.gestures.isEmpty && after.handled.count == 3 && after.handled.allSatisfy { $0.isDone })
        let page = try await nadia.get("/c/nuit/animation")
        #expect(!page.says("rien ne presse") && page.says("des messages attendent d’être relus"))
        #expect(page.says("2 messages signalés « donnée patient » attendent."))
    }

    @Test("a second facilitator reads who takes care of a gesture", arguments: TestEngine.available)
    func takenByAnother(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine).withTwoFacilitators()
        let thread = try await ruche.ask(by: .yannick)
        let reply = try await ruche.reply(by: .ines, to: thread)
        try await ruche.act(as: .paul) { try $0.safety.flag(.reply(reply), because: .patient) }
        let object = try #require(try await ruche.desk().gestures.first).object
        let fields: KeyValuePairs = ["geste": "G10", "objet": object, "faire": "prendre"]
        #expect(try await ruche.browser(as: .nadia).post("/c/nuit/animation/gestes", fields).status == .seeOther)
        let second = try await ruche.browser(as: .claire).post("/c/nuit/animation/gestes", fields)
        #expect(second.status == .conflict && second.says("\(Cast.nadia.name) s’en occupe."))
    }

    @Test(
        "G16 comes when a function was held for six months, or a term of facilitation ends within sixty days",
        arguments: TestEngine.available)
    func functions(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        try await ruche.act(as: .claire) { try $0.mandates.take(.secretary, until: "2027-10-01") }
        func found() async throws -> [Function] {
            try await ruche.view(as: .nadia) { view in
                try GestureFinder(view).find([.turnFunction]).compactMap {
                    if case .turnFunction(let function, _, _, _) = $0.reason { function } else { nil }
                }
            }
        }
        #expect(try await found().isEmpty)
        ruche.clock.set(to: .paris(2027, 5, 3, 9))
        #expect(try await found() == [.secretary])
        ruche.clock.set(to: .paris(2027, 9, 6, 9))
        #expect(try await Set(found()) == [.secretary, .facilitation])
    }

    @Test(
        "G18 thanks the author of a useful reply, unless somebody did, or they signed without a name",
        arguments: TestEngine.available)
    func thanks(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .paul, to: question)
        try await ruche.act(as: .ines) { try $0.questions.markUseful(reply) }
        #expect(try await ruche.kinds() == [.thank])
        try await ruche.act(as: .paul) { try $0.safety.changeSignature(of: .reply(reply), isNameless: true) }
        #expect(try await ruche.kinds().isEmpty)
        try await ruche.act(as: .paul) { try $0.safety.changeSignature(of: .reply(reply), isNameless: false) }
        try await ruche.act(as: .claire) { try $0.questions.react(.thanks, to: reply) }
        #expect(try await ruche.kinds().isEmpty)
    }

    @Test(
        "G17 comes when a gauge enters drift, and once looked at not again for that time",
        arguments: TestEngine.available)
    func drift(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        try await ruche.act(as: .nadia) { act in
            try act.execute(
                """
                insert into drift_reading (community_id, monday, part, numerator, denominator, value, state, since)
                values (\(try act.community), '2026-11-02', 'N2a', 82, 100, \(0.82), 'drift', '2026-11-02')
                """)
        }
        let gesture = try #require(try await ruche.desk().gestures.first)
        #expect(gesture.kind == .lookAtDrift && gesture.object == "gauge/N2/2026-11-02")
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/animation")
        #expect(page.says("82 % des messages"))
        try await ruche.act(as: .nadia) { try $0.desk.take(gesture.kind, gesture.object) }
        ruche.clock.advance(by: .days(2))
        #expect(try await ruche.kinds().isEmpty)
    }

    @Test("of an imported past is never proposed", arguments: TestEngine.available)
    func imported(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .claire)
        try await ruche.act(as: .nadia) { act in
            try act.execute("update question set batch_id = 7 where id = \(question)")
        }
        ruche.clock.advance(by: .days(8))
        #expect(try await ruche.kinds().isEmpty)
    }
}

@Suite("The desk")
struct DeskTests {
    /// Four questions that nobody answered, and two facilitators.
    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche.settled(engine).withTwoFacilitators()
        for number in 1...4 {
            _ = try await ruche.ask(by: .paul, "Question \(number) ?")
            ruche.clock.advance(by: .minutes(1))
        }
        ruche.clock.advance(by: .days(3))
        return ruche
    }

    @Test("shows three a day to all who facilitate, whatever is done or put off", arguments: TestEngine.available)
    func three(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let desk = try await ruche.desk()
        #expect(desk.gestures.count == 3 && desk.minutes == 6)
        #expect(try await ruche.desk(as: .claire).gestures == desk.gestures)
        let first = desk.gestures[0]
        try await ruche.act(as: .nadia) { try $0.desk.postpone(first.kind, first.object) }
        let later = try await ruche.desk(as: .claire)
        #expect(later.gestures == Array(desk.gestures.dropFirst()))
        #expect(later.handled.map(\.who) == [Cast.nadia.name])
        // Taken back the same day.
        try await ruche.act(as: .claire) { try $0.desk.resume(first.kind, first.object) }
        #expect(try await ruche.desk().gestures == desk.gestures)
    }

    @Test("puts off for two working days, a week, then leaves the object alone", arguments: TestEngine.available)
    func postponed(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let question = try await ruche.ask(by: .paul)
        let object = "question/\(question)"
        ruche.clock.set(to: .paris(2026, 11, 4, 10))
        func postpone() async throws { try await ruche.act(as: .nadia) { try $0.desk.postpone(.findSomebody, object) } }
        #expect(try await ruche.kinds() == [.findSomebody])
        try await postpone()
        #expect(try await ruche.kinds().isEmpty)
        ruche.clock.set(to: .paris(2026, 11, 5, 9))
        #expect(try await ruche.kinds().isEmpty)
        ruche.clock.set(to: .paris(2026, 11, 6, 9))
        #expect(try await ruche.kinds() == [.findSomebody])
        try await postpone()
        ruche.clock.set(to: .paris(2026, 11, 12, 9))
        #expect(try await ruche.kinds().isEmpty)
        ruche.clock.set(to: .paris(2026, 11, 13, 9))
        #expect(try await ruche.kinds() == [.findSomebody])
        try await postpone()
        ruche.clock.set(to: .paris(2027, 2, 15, 9))
        #expect(try await ruche.kinds().isEmpty)
    }

    @Test(
        "stops proposing a kind to who wants it no more, to them alone, until they want it again",
        arguments: TestEngine.available)
    func muted(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        try await ruche.act(as: .nadia) { try $0.desk.mute(.findSomebody, true) }
        let own = try await ruche.desk()
        #expect(own.gestures.isEmpty && own.muted == [.findSomebody])
        #expect(try await ruche.kinds(as: .claire).count == 3)
        try await ruche.act(as: .nadia) { try $0.desk.mute(.findSomebody, false) }
        #expect(try await ruche.kinds().count == 3)
    }

    @Test(
        "is for facilitators; what one takes leaves the other's list and stands in the journal",
        arguments: TestEngine.available)
    func taken(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine).withTwoFacilitators()
        let question = try await ruche.ask(by: .paul)
        try await ruche.act(as: .yannick) { try $0.safety.flag(.question(question), because: .patient) }
        let nadia = try await ruche.browser(as: .nadia)
        #expect(try await ruche.browser(as: .paul).get("/c/nuit/animation").status == .forbidden)
        let page = try await nadia.get("/c/nuit/animation")
        #expect(page.says("un geste aujourd’hui") && page.says("Un message est à relire"))
        let object = try #require(page.value(of: "objet"))
        let taken = try await nadia.post(
            "/c/nuit/animation/gestes", ["geste": "G10", "objet": object, "faire": "prendre"])
        #expect(taken.location == "/c/nuit/a-relire/\(object.dropFirst("rereading/".count))")
        let other = try await ruche.browser(as: .claire).get("/c/nuit/animation")
        #expect(other.says("pris en main par Nadia Benhaddou"))
        // Taken is not read over yet: what may concern a patient still waits.
        #expect(!other.says("rien ne presse aujourd’hui"))
        #expect(try await nadia.get("/c/nuit/animation/carnet").says("Relire un message signalé"))
        let again = try await nadia.post(
            "/c/nuit/animation/gestes", ["geste": "G10", "objet": "rereading/99", "faire": "prendre"])
        #expect(again.status == .conflict)
    }

    @Test("lists what waits with its next step", arguments: TestEngine.available)
    func waiting(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        let first = try await ruche.ask(by: .claire, "Qui fait la ronde ?")
        ruche.clock.advance(by: .hours(1))
        _ = try await ruche.ask(by: .paul, "Comment noter la douleur ?")
        _ = try await ruche.reply(by: .ines, to: first)
        let page = try await ruche.browser(as: .nadia).get("/c/nuit/animation")
        #expect(
            page.says("Qui fait la ronde ?") && page.says("1 réponse") && page.says("Demander si une réponse a aidé"))
        #expect(page.says("Comment noter la douleur ?") && page.says("Première réponse promise avant le"))
        let list = try await ruche.view(as: .nadia) { try $0.desk.waiting() }
        #expect(list.items.count == 2 && list.questions == 2)
    }

    @Test("notes time in two taps, against what was promised", arguments: TestEngine.available)
    func time(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche.settled(engine)
        try await ruche.act(as: .nadia) { try $0.preparation.keep(.resources, [.hoursPromised: "6"], from: 0) }
        let nadia = try await ruche.browser(as: .nadia)
        #expect(try await nadia.post("/c/nuit/animation/temps", ["minutes": "30"]).location == "/c/nuit/animation")
        try await nadia.post("/c/nuit/animation/temps", ["minutes": "60"])
        #expect(try await nadia.get("/c/nuit/animation").says("1 h 30 en novembre, à vous tous, sur 6 h promises."))
        #expect(try await nadia.post("/c/nuit/animation/temps", ["minutes": "x"]).status == .unprocessableContent)
    }
}
