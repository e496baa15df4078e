import Calendaring
import Foundation
import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// A small community whose figures are computed by hand from DOMAIN §10.
@Suite("An evaluation")
struct EvaluationTests {
    /// Three questions, three weeks after all had joined: one answered after 2 h and useful, one after 30 h, one never.
    private func scene(_ engine: TestEngine) async throws -> TestRuche {
        let ruche = try await TestRuche(engine)
        ruche.clock.advance(by: .days(21))
        let first = try await ruche.ask(by: .claire, "Première question ?")
        ruche.clock.advance(by: .hours(2))
        let reply = try await ruche.reply(by: .yannick, to: first)
        ruche.clock.advance(by: .hours(1))
        try await ruche.act(as: .claire) { try $0.questions.markUseful(reply) }
        let second = try await ruche.ask(by: .yannick, "Deuxième question ?")
        ruche.clock.advance(by: .hours(30))
        _ = try await ruche.reply(by: .claire, to: second)
        _ = try await ruche.reply(by: .nadia, to: second)
        _ = try await ruche.ask(by: .paul, "Troisième question ?")
        ruche.clock.advance(by: .days(10))
        return ruche
    }

    private func indicator(_ ruche: TestRuche, _ id: Indicator.ID, on day: String = "") async throws -> Indicator {
        try await ruche.view(as: .nadia) { view in
            try view.evaluations.evaluation(on: view.evaluations.day(day)).indicator(id)
        }
    }

    @Test(
        "that took long is kept for a day, until something rewrites the past: a post taken away, not a new one",
        arguments: TestEngine.available)
    func kept(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let memory = EvaluationMemory(longFrom: 1)
        func questions(on day: String = "") async throws -> Int? {
            try await ruche.view(as: .nadia) { view in
                let evaluations = view.evaluations(with: memory)
                return try evaluations.sheet(on: evaluations.day(day)).indicators[.ef1]?.n
            }
        }
        let again = try await ruche.ask(by: .paul, "Une question de trop ?")
        ruche.clock.advance(by: .days(1))
        #expect(try await questions() == 4)
        // Behind the rules, so that nothing tells of it: what was computed a moment ago is what is shown.
        try await ruche.alter("update question set deleted_at = \(ruche.clock.now) where id = \(again)")
        _ = try await ruche.ask(by: .claire, "Celle de ce jour ?")
        #expect(try await questions() == 4, "a question of today says nothing of yesterday")
        let today = try await ruche.view(as: .nadia) { try $0.evaluations.today().description }
        #expect(try await questions(on: today) == 4, "today is never kept: three of before, and the one of now")
        let other = try await ruche.ask(by: .claire, "Une autre, retirée aussitôt ?")
        try await ruche.act(as: .claire) { try $0.questions.delete(.question(other)) }
        #expect(try await questions() == 3, "something was taken away: computed anew")
        try await ruche.alter("update question set deleted_at = null where id = \(again)")
        ruche.clock.advance(by: .hours(1))
        #expect(try await questions() == 4, "the deletion stands beside the moment of computing: looked at again")
        ruche.clock.advance(by: .days(2))
        #expect(try await questions() == 5, "another day")
    }

    @Test(
        "that takes long is read before anybody asks: at the start, on another day, once the past was rewritten",
        arguments: TestEngine.available)
    func ahead(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let memory = EvaluationMemory(longFrom: 1)
        let ahead = EvaluationAhead(instance: ruche.instance, memory: memory, logger: ruche.site.logger)
        let again = try await ruche.ask(by: .paul, "Une question de trop ?")
        ruche.clock.advance(by: .days(1))
        await ahead.prepare()
        // Behind the rules: who comes now is shown what was read before.
        try await ruche.alter("update question set deleted_at = \(ruche.clock.now) where id = \(again)")
        func questions() async throws -> Int? {
            try await ruche.view(as: .nadia) { view in
                let evaluations = view.evaluations(with: memory)
                return try evaluations.sheet(on: evaluations.lastClosedDay()).indicators[.ef1]?.n
            }
        }
        #expect(try await questions() == 4)
        await ahead.prepare()
        #expect(try await questions() == 4, "nothing tells of a change: it is not read again")
        let other = try await ruche.ask(by: .claire, "Une autre, retirée aussitôt ?")
        try await ruche.act(as: .claire) { try $0.questions.delete(.question(other)) }
        ruche.clock.advance(by: .seconds(10))
        await ahead.prepare()
        try await ruche.alter("update question set deleted_at = null where id = \(again)")
        #expect(try await questions() == 3)
        ruche.clock.advance(by: .days(1))
        await ahead.prepare()
        try await ruche.alter("update question set deleted_at = \(ruche.clock.now) where id = \(again)")
        #expect(try await questions() == 4, "another day was read before its question was taken away")
    }

    @Test("has the delays of its replies, those that wait included", arguments: TestEngine.available)
    func delays(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        // Replies after 2 h and 30 h, one open: S(2) = 2/3, S(30) = 1/3, so the median is 30 h.
        let first = try await indicator(ruche, .ef1)
        #expect(first.n == 3 && abs((first.value ?? 0) - 30) < 1e-9)
        // One useful after 3 h, two open since: S(3) = 2/3, never under a half.
        let useful = try await indicator(ruche, .ef2)
        #expect(useful.n == 3 && useful.value == nil)
    }

    @Test(
        "has its figures by hand: active members, concentration, partners, useful replies",
        arguments: TestEngine.available)
    func byHand(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        // Nadia, Claire, Yannick, Inès and Paul; four of them acted.
        let active = try await indicator(ruche, .vi1)
        #expect(active.n == 5 && active.value == 0.8)
        #expect(active.withoutFacilitators == 0.75)
        // Contributions 2, 2, 1, 1, 0, ascending 0 1 1 2 2: Σ(2i−6)x = −2·1 + 0·1 + 2·2 + 4·2 = 10; 10 ÷ (5·6) = 1/3.
        let gini = try await indicator(ruche, .vi4)
        #expect(abs((gini.value ?? 0) - 1.0 / 3) < 1e-9)
        // Yannick → Claire, Claire → Yannick, Nadia → Yannick: Claire and Yannick both give and receive, of four.
        let reciprocity = try await indicator(ruche, .vi5)
        #expect(reciprocity.value == 0.5)
        // One of two answered questions has a useful mark.
        let judged = try await indicator(ruche, .sa7)
        #expect(judged.n == 2)
    }

    @Test("of a past day is the same whatever happened since", arguments: TestEngine.available)
    func past(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let day = try await ruche.view(as: .nadia) { try $0.evaluations.lastClosedDay().description }
        func table() async throws -> String {
            let page = try await ruche.browser(as: .nadia).get("/c/nuit/evaluation.csv?au=\(day)")
            #expect(page.status == .ok)
            return page.text
        }
        let before = try await table()
        ruche.clock.advance(by: .days(3))
        for title in ["Une autre ?", "Et encore une ?"] {
            let question = try await ruche.ask(by: .ines, title)
            let reply = try await ruche.reply(by: .paul, to: question)
            try await ruche.act(as: .ines) { try $0.questions.retain(reply) }
        }
        try await ruche.act(as: .nadia) { act in
            try act.members.change(try ruche.member(.paul), to: .facilitator)
        }
        try await ruche.act(as: .yannick) { try $0.members.leave() }
        #expect(try await table() == before)
    }

    @Test("keeps the promise of its day when the promise changes", arguments: TestEngine.available)
    func promise(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let day = try await ruche.view(as: .nadia) { try $0.evaluations.lastClosedDay().description }
        ruche.clock.advance(by: .days(2))
        try await ruche.act(as: .nadia) { act in
            let rules = RulesDraft(
                promise: Promise(unit: .hours, amount: 12), zone: "Europe/Paris", territory: "metropole")
            try act.preparation.keep(.meetings, [:], rules: rules, from: 0)
        }
        ruche.clock.advance(by: .days(2))
        #expect(try await indicator(ruche, .ef1, on: day).detail("promise_hours") == 20)
        #expect(try await indicator(ruche, .ef1).detail("promise_hours") == 12)
    }

    @Test("counts no useful mark that was taken back", arguments: TestEngine.available)
    func takenBack(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        ruche.clock.advance(by: .days(21))
        let question = try await ruche.ask(by: .claire)
        let reply = try await ruche.reply(by: .yannick, to: question)
        try await ruche.act(as: .paul) { try $0.questions.markUseful(reply) }
        let mistaken = try await ruche.ask(by: .claire, "Une autre question ?")
        let other = try await ruche.reply(by: .yannick, to: mistaken)
        try await ruche.act(as: .ines) { try $0.questions.markUseful(other) }
        try await ruche.act(as: .ines) { try $0.questions.withdrawUsefulMark(other) }
        ruche.clock.advance(by: .days(2))
        #expect(try await indicator(ruche, .vi1).k == 3, "Claire, Yannick and Paul; not Inès")
    }

    @Test("counts each act in its own time, wherever it is kept", arguments: TestEngine.available)
    func orderOfActs(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let reply = try await ruche.reply(by: .yannick, to: try await ruche.ask(by: .claire))
        try await ruche.act(as: .paul) { try $0.questions.markUseful(reply) }
        ruche.clock.advance(by: .days(120))
        try await ruche.act(as: .ines) { try $0.needs.vote([:]) }
        ruche.clock.advance(by: .days(2))
        #expect(try await indicator(ruche, .vi1).k == 1, "Inès voted in these thirteen weeks; the rest is older")
    }

    @Test("knows who had left and came back", arguments: TestEngine.available)
    func absence(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        ruche.clock.advance(by: .days(30))
        let person = try await ruche.view(as: .paul) { try #require($0.actor.person) }
        try await ruche.act(as: .paul) { try $0.members.leave() }
        ruche.clock.advance(by: .days(10))
        let away = try await ruche.view(as: .nadia) { try $0.evaluations.today().description }
        ruche.clock.advance(by: .days(10))
        try await ruche.act(as: .nadia) { act in
            try act.members.enter(act.community, person: person, as: MemberDraft(name: "Paul Sarrazin"), role: .member)
        }
        ruche.clock.advance(by: .days(2))
        #expect(try await indicator(ruche, .vi1, on: away).n == 4)
        #expect(try await indicator(ruche, .vi1).n == 5, "with the first date of joining")
        #expect(try await indicator(ruche, .sa8).k == 1)
    }

    @Test("hides a figure without the facilitators that stands on fewer than five", arguments: TestEngine.available)
    func fewWithoutFacilitators(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let active = try await indicator(ruche, .vi1)
        #expect(active.n == 5 && !active.isTooSmall)
        #expect(active.withoutFacilitators != nil && active.shownWithoutFacilitators == nil)
    }

    @Test("of today is allowed, and no day to come", arguments: TestEngine.available)
    func days(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let (today, last) = try await ruche.view(as: .nadia) { view in
            (try view.evaluations.today(), try view.evaluations.day(""))
        }
        #expect(last == today.adding(days: -1))
        let browser = try await ruche.browser(as: .nadia)
        #expect(try await browser.get("/c/nuit/evaluation?au=\(today)").says("La journée n’est pas finie"))
        for wrong in [today.adding(days: 1).description, "hier", "2026-02-30", "1066-01-01"] {
            let page = try await browser.get("/c/nuit/evaluation?au=\(wrong)")
            #expect(page.status == .unprocessableContent, "\(wrong)")
        }
    }

    @Test("on a community's first day shows that day", arguments: TestEngine.available)
    func firstDay(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        _ = try await ruche.ask(by: .claire)
        let evaluation = try await ruche.view(as: .nadia) { view in
            try view.evaluations.evaluation(on: view.evaluations.day(""))
        }
        #expect(evaluation.indicator(.ef1).n == 1)
    }

    @Test("says nothing of groups under five", arguments: TestEngine.available)
    func smallGroups(_ engine: TestEngine) async throws {
        let ruche = try await scene(engine)
        let page = try await ruche.browser(as: .odile).get("/c/nuit/evaluation/sa7")
        #expect(page.status == .ok && page.says("moins de 5"))
    }
}
