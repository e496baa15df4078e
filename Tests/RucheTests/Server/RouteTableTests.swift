import Calendaring
import HTTPTypes
import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// Every way in, tried by everybody: what a route declares is what it does.
@Suite("The table of routes")
struct RouteTableTests {
    /// Whom each access lets in; a stranger is `nil`.
    private static let admitted: [Access: [Cast?]] = [
        .visitor: [nil, .nadia, .claire, .gaston, .odile, .ada, .jules],
        .account: [.nadia, .claire, .gaston, .odile, .ada, .jules],
        .inside: [.nadia, .claire, .gaston, .odile],
        .guest: [.nadia, .claire, .gaston],
        .member: [.nadia, .claire],
        .core: [.nadia],
        .facilitator: [.nadia],
        .observer: [.nadia, .claire, .odile],
        .administrator: [.ada],
        .demonstration: [],
    ]
    private static let visitors: [Cast?] = [nil, .nadia, .claire, .gaston, .odile, .ada, .jules]

    private enum Outcome: Equatable { case admitted, signInFirst, forbidden, notFound }

    private static func expected(_ access: Access, for visitor: Cast?) -> Outcome {
        if admitted[access, default: []].contains(visitor) { return .admitted }
        if access == .demonstration { return .notFound }
        guard let visitor else { return .signInFirst }
        return access == .administrator || visitor.slug != "nuit" ? .notFound : .forbidden
    }

    private static func matches(_ page: TestBrowser.Page, _ outcome: Outcome) -> Bool {
        let isForbidden = page.status == .forbidden && page.text.contains("Cette page ne vous est pas ouverte.")
        let isSignIn = page.status == .seeOther && page.location?.hasPrefix("/connexion") == true
        return switch outcome {
        case .admitted: page.status.code < 500 && page.status != .unauthorized && !isForbidden
        case .signInFirst: isSignIn
        case .forbidden: isForbidden
        case .notFound: page.status == .notFound
        }
    }

    @Test("lets in whom it says, and nobody else", arguments: TestEngine.available)
    func access(_ engine: TestEngine) async throws {
        let scene = try await RouteScene(engine)
        // Leaving comes last: whoever left is nobody any more.
        let routes =
            WebServer.table.all.filter { $0.method == .get } + WebServer.table.all.filter { $0.method == .post }
        let ordered =
            routes.filter { !$0.path.hasSuffix("membres/quitter") }
            + routes.filter { $0.path.hasSuffix("membres/quitter") }
        for route in ordered {
            for visitor in Self.visitors {
                scene.ruche.clock.advance(by: .seconds(1))
                let browser = try await scene.ruche.browser(as: visitor)
                let path = scene.address(of: route)
                let page = route.method == .get ? try await browser.get(path) : try await browser.post(path)
                let outcome = Self.expected(route.access, for: visitor)
                #expect(
                    Self.matches(page, outcome),
                    "\(route.method) \(path) by \(visitor?.rawValue ?? "a stranger"): \(page.status), wanted \(outcome)"
                )
            }
        }
    }

    @Test("shows every page to the facilitator, without a fault", arguments: TestEngine.available)
    func pages(_ engine: TestEngine) async throws {
        let scene = try await RouteScene(engine)
        let browser = try await scene.ruche.browser(as: .nadia)
        // No file was sent, no link mailed; an administrator and a demonstration are elsewhere; others wrote the texts.
        let elsewhere = [
            "connexion/lien", "invitation/", "rejoindre/", "demander/", "demande/", "fichiers/", "listes/",
            "administration",
            "courrier", "adresse/", "donnees/copie", "pieces/", "enquete/", "sollicitation/", "suite/", "anonyme/",
            "contexte/", "presentation/",
            "synthese",
            "cas/:id/modifier",
            "questions/:id/modifier",
            "reponses/:id/modifier",
            // Their own hidden posts; nothing was flagged or erased here.
            "mots/:id", "mots/mot/:id", "/corriger", "a-relire/:id", "incidents/:id",
        ]
        for route in WebServer.table.all where route.method == .get && !elsewhere.contains(where: route.path.contains) {
            let page = try await browser.get(scene.address(of: route))
            #expect(page.status == .ok || page.status == .seeOther, "\(route.path): \(page.status)")
        }
    }

    @Test("opens the doors of the demonstration only on a demonstration", arguments: TestEngine.available)
    func demonstration(_ engine: TestEngine) async throws {
        let open = try await TestRuche(engine, isDemonstration: true).browser()
        let closed = try await TestRuche(engine).browser()
        #expect(try await open.get("/courrier").status == .ok)
        #expect(try await closed.get("/courrier").status == .notFound)
        #expect(try await open.post("/connexion/demo", ["role": "member"]).location == "/c/nuit")
        #expect(try await closed.post("/connexion/demo", ["role": "member"]).status == .notFound)
    }

    @Test("has each address once")
    func uniqueness() {
        let addresses = WebServer.table.all.map { "\($0.method) \($0.path)" }
        #expect(Set(addresses).count == addresses.count)
    }

    @Test("answers an address that it does not have with a calm page", arguments: TestEngine.available)
    func nowhere(_ engine: TestEngine) async throws {
        let page = try await TestRuche(engine).browser().get("/nulle/part")
        #expect(page.status == .notFound)
        #expect(page.text.contains("Cette page n’est plus ici."))
    }
}

/// A community that has one of each thing, with their addresses.
struct RouteScene {
    let ruche: TestRuche
    private let ids: [String: String]

    init(_ engine: TestEngine) async throws {
        let settled = try await TestRuche(engine)
        let question = try await settled.ask(by: .claire) { $0.topics = "sommeil" }
        let reply = try await settled.reply(by: .yannick, to: question)
        ruche = try await settled.inviteGaston(to: question)
        let survey = try await ruche.act(as: .nadia) {
            try $0.surveys.begin("Nos besoins", intro: "", [SurveyQuestionDraft(.open, "De quoi ?")])
        }
        let (need, objective, decision, meeting) = try await ruche.act(as: .claire) { act in
            (
                try act.needs.raise(NeedDraft(statement: "Être deux la nuit")),
                try act.objectives.draft(Self.objective),
                try act.decisions.propose(DecisionDraft(sentence: "Nous nous réunissons en visio.")),
                try act.meetings.schedule(Self.meeting)
            )
        }
        let proposed = try await ruche.act(as: .yannick) { act in
            var draft = QuestionDraft()
            draft.title = "Que faire quand la famille refuse ?"
            return try act.questions.propose(draft, reader: nil, hasTeamConsent: true)
        }
        let announcement = try await ruche.act(as: .nadia) { act in
            var draft = AnnouncementDraft()
            (draft.title, draft.body, draft.until) = ("La rencontre change d’heure", "15 h.", "2026-11-20")
            return try act.announcements.announce(draft)
        }
        let topic = try #require(try await ruche.view(as: .nadia) { try $0.questions.topics().first?.id })
        ids = [
            "questions": question.description, "reponses": reply.description, "besoins": need.description,
            "objectifs": objective.description, "decisions": decision.description, "rencontres": meeting.description,
            "membres": try ruche.member(.yannick).description, "enquetes": survey.description,
            "cas": proposed.description, "annonces": announcement.description,
            "sujets": topic.description,
        ]
    }

    private static let objective: ObjectiveDraft = {
        var draft = ObjectiveDraft()
        draft.title = "Réveiller moins"
        return draft
    }()

    private static let meeting: MeetingDraft = {
        var draft = MeetingDraft()
        (draft.title, draft.date, draft.time) = ("Premier point", "2026-11-20", "14:00")
        return draft
    }()

    func address(of route: Route) -> String {
        var kind = ""
        let pieces = route.path.split(separator: "/").map { piece -> String in
            defer { kind = String(piece) }
            return switch piece {
            case ":community": "nuit"
            case ":secret": String(repeating: "A", count: 43)
            case ":indicator": "EF1"
            case ":genre": "idee"
            case ":list": "canaux"
            case _ where piece.hasPrefix(":"): ids[kind] ?? "1"
            default: String(piece)
            }
        }
        return "/" + pieces.joined(separator: "/")
    }
}
