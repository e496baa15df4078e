import Persistence
import Ruche
import Testing

@testable import RucheWeb

/// Finding a peer by what they do and can help on; whoever does not want to be found is not.
@Suite("The directory")
struct DirectoryTests {
    private func names(_ page: TestBrowser.Page) -> Set<Cast> {
        Set(
            Cast.allCases.filter {
                page.text.contains("<a href=\"/c/nuit/membres/") && page.text.contains(">\($0.name)</a>")
            })
    }

    /// Where the link to the next page leads.
    private func following(_ page: String) -> String? {
        page.firstMatch(of: /href="(\/c\/nuit\/membres\?apres=[^"]+)"/).map {
            String($0.1).replacing("&amp;", with: "&")
        }
    }

    private func fill(_ ruche: TestRuche) async throws {
        try await ruche.act(as: .claire) { act in
            var card = MemberDraft(
                name: Cast.claire.name, profession: "60f", establishment: "CH de Montrieux", setting: "hopital",
                canHelpOn: "hémovigilance, chutes")
            card.territory = "Vallée de l’Ouvre"
            try act.members.change(card)
        }
        try await ruche.act(as: .yannick) { act in
            var card = MemberDraft(name: Cast.yannick.name, profession: "10", setting: "had")
            card.speciality = "Urgences"
            var own = OwnCard(card: card)
            own.asksPerMonth = 0
            try act.members.change(own)
        }
    }

    @Test(
        "is searched by profession in any form, by place and by words without accents",
        arguments: [
            ("metier=60", [Cast.claire] as Set<Cast>), ("lieu=had", [.yannick]), ("mots=hemovigilance", [.claire]),
            ("mots=ouvre+claire", [.claire]), ("mots=Montrieux&metier=10", []), ("metier=60&lieu=hopital", [.claire]),
            ("mots=infirmi%C3%A8re", [.claire]), ("mots=infirmier+montrieux", [.claire]),
            ("territoire=vall%C3%A9e", [.claire]), ("specialite=urgences", [.yannick]),
            ("metier=10&disponible=1", []),
        ] as [(String, Set<Cast>)])
    func filters(_ query: String, _ wanted: Set<Cast>) async throws {
        for engine in TestEngine.available {
            let ruche = try await TestRuche(engine)
            try await fill(ruche)
            let page = try await ruche.browser(as: .paul).get("/c/nuit/membres?\(query)")
            #expect(page.status == .ok && names(page) == wanted, "\(query), \(engine)")
        }
    }

    @Test(
        "finds a card whose words were not kept, and keeps them with the next housekeeping",
        arguments: TestEngine.available)
    func cardsOfBefore(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        try await fill(ruche)
        try await ruche.alter("update member set search_text = ''")
        func found() async throws -> Set<Cast> {
            names(try await ruche.browser(as: .paul).get("/c/nuit/membres?mots=hemovigilance"))
        }
        func without() async throws -> Int? {
            try await ruche.value(
                "select count(*) from member where search_text = '' and left_at is null and name <> ''", as: Int.self)
        }
        #expect(try await found() == [.claire])
        #expect(try await without() != 0)
        try await ruche.instance.act(through: .worker) { try $0.beginHousekeeping() }
        try await ruche.deliver()
        #expect(try await without() == 0)
        #expect(try await found() == [.claire])
    }

    @Test("leaves out whoever asks, but for themselves and the facilitators", arguments: TestEngine.available)
    func optOut(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let claire = try await ruche.browser(as: .claire)
        try await claire.post("/c/nuit/membres/moi", ["nom": Cast.claire.name, "hors-annuaire": "1"])
        for path in ["/c/nuit/membres", "/c/nuit/membres?mots=claire"] {
            #expect(try await !names(try await ruche.browser(as: .paul).get(path)).contains(.claire), "\(path)")
            #expect(try await names(try await ruche.browser(as: .nadia).get(path)).contains(.claire), "\(path)")
            #expect(try await names(try await claire.get(path)).contains(.claire), "\(path)")
        }
        for path in ["/c/nuit", "/c/nuit/mots/nouveau", "/c/nuit/objectifs/nouveau"] {
            #expect(try await !ruche.browser(as: .paul).get(path).says(Cast.claire.name), "\(path)")
        }
        #expect(try await claire.get("/c/nuit/membres/moi").checked("hors-annuaire") == ["1"])
        try await claire.post("/c/nuit/membres/moi", ["nom": Cast.claire.name])
        let listed = try await ruche.browser(as: .paul).get("/c/nuit/membres")
        #expect(names(listed).contains(.claire))
    }

    @Test("is turned page after page, without a last page that is empty", arguments: TestEngine.available)
    func pages(_ engine: TestEngine) async throws {
        let ruche = try await TestRuche(engine)
        let there = try await ruche.view(as: .nadia) { try $0.members.listed(after: nil).members.count }
        try await ruche.act(as: .nadia) { act in
            for number in there..<MemberQueries.pageLength {
                let person = try act.accounts.create(
                    EmailAddress(typed: "zoe\(number)@exemple.org"), name: "Zoé \(number)")
                try act.members.enter(
                    try act.community, person: person, as: MemberDraft(name: "Zoé \(number)"), role: .member)
            }
        }
        let paul = try await ruche.browser(as: .paul)
        #expect(try await following(paul.get("/c/nuit/membres").text) == nil)
        try await ruche.act(as: .nadia) { act in
            let person = try act.accounts.create(EmailAddress(typed: "zoe@exemple.org"), name: "Zoé la dernière")
            try act.members.enter(
                try act.community, person: person, as: MemberDraft(name: "Zoé la dernière"), role: .member)
        }
        let first = try await paul.get("/c/nuit/membres").text
        #expect(!first.contains("Zoé la dernière"))
        let link = try #require(following(first))
        let second = try await paul.get(link).text
        #expect(second.contains("Zoé la dernière") && following(second) == nil)
    }
}
