import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// Five members whose activity has an order of its own: not that of their names, not that of their coming, and neither
/// backwards. Each wrote a number of replies, all found useful, that no date or hour resembles.
private enum Crew: String, CaseIterable {
    // In the order of their coming; by name: Albane, Denis, Joris, Maud, Zélie.
    case joris = "Joris Quellec"
    case zelie = "Zélie Abgrall"
    case denis = "Denis Ormesson"
    case albane = "Albane Tiffauges"
    case maud = "Maud Yvinec"

    var replies: Int {
        switch self {
        case .maud: 97
        case .joris: 89
        case .albane: 83
        case .zelie: 79
        case .denis: 73
        }
    }

    /// By activity, the most active first.
    static let ranked: [Crew] = allCases.sorted { $0.replies > $1.replies }
}

/// What on a page would set people against each other.
private struct Ranking: Equatable {
    let text: String

    init(_ page: TestBrowser.Page) {
        let plain = TestBrowser.Page.plain(page.text)
        // Tags would stand between a name and its number.
        text = plain.split(separator: "<", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset == 0 ? $0.element : $0.element.drop { $0 != ">" }.dropFirst() }.joined(separator: " ")
    }

    /// The crew in the order in which the page first names them, all of them or nothing.
    private var order: [Crew]? {
        let places = Crew.allCases.compactMap { crew in text.firstRange(of: crew.rawValue).map { ($0.lowerBound, crew) }
        }
        guard places.count == Crew.allCases.count else { return nil }
        return places.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Whether the page names them as their activity orders them, either way.
    var isByActivity: Bool { order == Crew.ranked || order == Crew.ranked.reversed() }

    /// Whose count stands in the same breath as their name.
    var counted: [Crew] {
        Crew.allCases.filter { crew in
            text.ranges(of: crew.rawValue).contains { range in
                let after = text[range.upperBound...].prefix(120)
                let before = text[..<range.lowerBound].suffix(60)
                return [before, after].contains { stands(crew.replies, in: $0) }
            }
        }
    }

    private func stands(_ number: Int, in text: Substring) -> Bool {
        text.ranges(of: String(number)).contains { range in
            let isStart = range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isNumber
            let isEnd = range.upperBound == text.endIndex || !text[range.upperBound].isNumber
            return isStart && isEnd
        }
    }
}

@Suite("Nobody is ranked")
struct NoRankTests {
    /// The community of the routes, with the crew and all that they wrote: each a thread of their own, so that the
    /// replies of a thread are nobody's order.
    private func scene(_ engine: TestEngine) async throws -> RouteScene {
        let scene = try await RouteScene(engine)
        let ruche = scene.ruche
        let community = try #require(ruche.people[.nadia]?.community)
        let asker = try #require(ruche.people[.claire])
        try await ruche.instance.act(through: .command) { act in
            for crew in Crew.allCases {
                let person = try act.accounts.create(
                    EmailAddress(typed: "\(crew)@example.org"), name: crew.rawValue)
                let card = MemberDraft(name: crew.rawValue, profession: "60", establishment: "CH de Montrieux")
                let member = try act.members.enter(community, person: person, as: card, role: .member)
                let actor = Actor(person: person, community: community, member: member, role: .member)
                let own = Act(act.transaction, by: actor, at: act.now, through: .web)
                let other = Act(act.transaction, by: asker, at: act.now, through: .web)
                var thread = Question.ID(0)
                for number in 1...crew.replies {
                    if number % 20 == 1 {
                        // So that no reply has, in its thread, the number that its author has in all.
                        var question = QuestionDraft()
                        question.title = "Une question pour \(crew), encore \(number) ?"
                        thread = try other.questions.ask(question)
                    }
                    var draft = ReplyDraft()
                    draft.body = "Essai numéro \(number + 1_000) de la ronde."
                    try other.questions.markUseful(try own.questions.reply(to: thread, draft))
                }
            }
        }
        return scene
    }

    @Test(
        "by activity on any page, table or export, nor is anybody's count told", arguments: TestEngine.available,
        [Cast.nadia, .claire, .odile])
    func everywhere(_ engine: TestEngine, reader: Cast) async throws {
        let scene = try await scene(engine)
        let browser = try await scene.ruche.browser(as: reader)
        var (read, named) = (0, 0)
        for route in WebServer.table.all where route.method == .get {
            scene.ruche.clock.advance(by: .seconds(1))
            let path = scene.address(of: route)
            let page = try await browser.get(path)
            guard page.status == .ok else { continue }
            read += 1
            let ranking = Ranking(page)
            if Crew.allCases.contains(where: { ranking.text.contains($0.rawValue) }) { named += 1 }
            #expect(!ranking.isByActivity, "\(path) orders people by activity")
            #expect(ranking.counted.isEmpty, "\(path) counts \(ranking.counted.map(\.rawValue))")
        }
        #expect(read > (reader == .odile ? 5 : 30), "\(read) pages were read")
        #expect(reader == .odile || named > 2, "\(named) pages name them: else nothing was looked at")
    }

    @Test("and a page that did so would be found")
    func wouldFail() {
        func page(_ text: String) -> Ranking { Ranking(.init(status: .ok, headers: [:], text: text)) }
        func list(_ crew: [Crew]) -> String { crew.map { "<li><a>\($0.rawValue)</a></li>" }.joined() }
        #expect(page(list(Crew.ranked)).isByActivity)
        #expect(page(list(Crew.ranked.reversed())).isByActivity)
        #expect(page(Crew.ranked.map(\.rawValue).joined(separator: ",")).isByActivity, "a table of figures too")
        #expect(!page(list(Crew.allCases)).isByActivity)
        #expect(!page(list(Crew.allCases.sorted { $0.rawValue < $1.rawValue })).isByActivity)
        #expect(page("<p>Maud Yvinec</p><p class=\"meta\">97 réponses</p>").counted == [.maud])
        #expect(page("89 réponses de <b>Joris Quellec</b>").counted == [.joris])
        #expect(page("{\"author\":\"Maud Yvinec\",\"replies\":97}").counted == [.maud])
        #expect(page("<p>Maud Yvinec</p> réponse n° 1097").counted.isEmpty)
    }
}
