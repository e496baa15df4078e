import Markup
import Ruche

struct AcquaintancesOnPage: Sendable {
    let request: AcquaintanceRequest
    let found: [Acquaintance]
    let topics: [Topic]
    /// The question from which the reader comes, while it still waits for an answer.
    let question: Question?
}

/// "Qui a déjà rencontré ce problème ?": people, by what they say and by what they wrote. Nobody is ranked by how much.
func acquaintancesPage(_ model: AcquaintancesOnPage, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Qui a déjà rencontré ce problème ?"), at: .members,
            """
            \(some: model.question, { crumbs(to: $0, ui) }, else: crumbs([(ui("Membres"), .members), (ui("Qui a déjà rencontré ce problème ?"), .acquaintances)], ui))
            \(pageHead(ui("Qui a déjà rencontré ce problème ?"), lede: ui("Des collègues, par ce qu’ils proposent sur leur carte et par les échanges où ils ont écrit. Ceux qui se proposent d’abord, puis par nom.")))
            \(acquaintanceForm(model, ui))
            \(if: !model.request.isEmpty, people(model, ui))
            """), ui)
}

private func acquaintanceForm(_ model: AcquaintancesOnPage, _ ui: Screen) -> HTML {
    let request = model.request
    let topics =
        [(value: "", label: ui("Tous les sujets"))]
        + model.topics.map { (value: $0.id.description, label: $0.name) }
    let trades =
        [(value: "", label: ui("Tous les métiers"))] + Profession.all.map { (value: $0.code, label: ui.name(of: $0)) }
    return """
        <form class="stack narrow" action="\(ui.path(.acquaintances))" role="search" aria-label="\(ui("Qui a déjà rencontré ce problème ?"))">\(some: request.question, { "<input type=\"hidden\" name=\"question\" value=\"\($0.description)\">" })
          \(Field(name: "mots", label: ui("Le problème, en quelques mots")).input(request.words, type: "search", maxLength: 200, ui))
          <div class="grid-2">\(Field(name: "sujet", label: ui("Sujet")).select(request.topic?.description ?? "", topics, ui))\(Field(name: "metier", label: ui("Métier")).select(request.profession?.code ?? "", trades, ui))</div>
          \(Field(name: "territoire", label: ui("Territoire"), isOptional: true).input(request.territory, maxLength: 120, ui))
          <div class="btn-row"><button class="btn btn--primary">\(icon(.search))\(ui("Chercher"))</button></div>
        </form>
        """
}

private func people(_ model: AcquaintancesOnPage, _ ui: Screen) -> HTML {
    if model.found.isEmpty {
        return """
            <div class="mt-6">\(emptyState(ui("Personne ne l’a encore dit"), ui("Essayez un mot plus large, enlevez un critère, ou posez la question : quelqu’un s’y reconnaîtra."), id: "personne", "<a class=\"btn btn--primary\" href=\"\(ui.path(.ask))?titre=\(piece: model.request.words)\">\(ui("Poser la question"))</a>"))</div>
            """
    }
    return """
        <section class="mt-6" aria-labelledby="gens"><h2 class="mb-3" id="gens">\(ui("Vous pouvez leur en parler"))</h2>
        <ul class="rows">\(each: model.found, { row($0, model, ui) })</ul></section>
        """
}

private func row(_ somebody: Acquaintance, _ model: AcquaintancesOnPage, _ ui: Screen) -> HTML {
    let (profile, id) = (somebody.profile, somebody.profile.member.id)
    let isAskable = profile.asksPerMonth > 0 && !profile.isPaused(at: ui.now)
    let way: Link = model.question.map { .inviteToAnswer($0.id, id) } ?? .member(id)
    let word = model.question == nil ? ui("Voir sa carte") : ui("Lui demander de répondre")
    return """
        <li class="spread"><div class="stack stack--s">\(person(profile.member.author, ui))
          \(some: profile.territory, { "<p class=\"meta\">\($0)</p>" })
          \(if: !somebody.subjects.isEmpty, "<p>\(ui("Peut aider sur : %@", somebody.subjects.joined(separator: ", ")))</p>")
          \(if: !somebody.exchanges.isEmpty, "<div><p class=\"meta\">\(ui("A écrit dans :"))</p><ul class=\"stack stack--s\">\(each: somebody.exchanges, { wrote($0, ui) })</ul></div>")
          \(if: isAskable, "<p class=\"meta\">\(ui("Accepte d’être sollicité·e"))</p>")</div>
          \(if: isAskable || model.question == nil, "<a class=\"btn\" href=\"\(ui.path(way))\">\(word)<span class=\"vh\"> : \(profile.member.name)</span></a>")</li>
        """
}

private func wrote(_ exchange: Acquaintance.Exchange, _ ui: Screen) -> HTML {
    let link: Link = exchange.number == 0 ? .question(exchange.question) : .reply(exchange.question, exchange.number)
    return "<li><a class=\"link\" href=\"\(ui.path(link))\">\(exchange.title)</a></li>"
}

enum AcquaintanceRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/qui-sait", for: .member) { request in
            let asked = AcquaintanceRequest(request.query)
            let isFirst = !request.query.has("mots") && !request.query.has("sujet")
            let model = try await request.view { try AcquaintancesOnPage(asked, isFirst: isFirst, $0) }
            return .page(acquaintancesPage(model, request.ui))
        }
    }
}

extension AcquaintanceRequest {
    init(_ query: Form) {
        self.init()
        words = String(query["mots"].prefix(200))
        topic = Topic.ID(query["sujet"])
        profession = Profession(code: query["metier"])
        territory = String(query["territoire"].prefix(120))
        question = Question.ID(query["question"])
    }
}

extension AcquaintancesOnPage {
    /// - Parameter isFirst: nothing was asked yet: what the question is about is looked for.
    init(_ asked: AcquaintanceRequest, isFirst: Bool, _ view: View) throws {
        var request = asked
        let thread = try asked.question.map { try view.questions.thread($0) }
        let question = thread?.question
        if isFirst, let thread, thread.question.deletedAt == nil {
            request.topic = thread.topics.first?.id
            if request.topic == nil { request.words = thread.question.title }
        }
        self.init(
            request: request, found: try view.search.acquaintances(request), topics: try view.search.topicsInUse(),
            question: question?.isOpen == true ? question : nil)
    }
}

extension Link {
    static let acquaintances = Link.inside("/qui-sait")
    static func acquaintances(for id: Question.ID) -> Link { .inside("/qui-sait?question=\(id)") }
    static func acquaintances(on id: Topic.ID) -> Link { .inside("/qui-sait?sujet=\(id)") }
    static func acquaintances(with words: String) -> Link { .inside("/qui-sait?mots=\(words.percentEncoded)") }
    static func inviteToAnswer(_ id: Question.ID, _ member: Member.ID) -> Link {
        .inside("/questions/\(id)/inviter?collegue=\(member)")
    }
}
