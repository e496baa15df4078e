import Markup
import Ruche

enum CharterRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/charte", for: .guest) { request in
            let model = try await request.view { try CharterOnPage($0) }
            return .page(charterPage(model, request.ui))
        }

        routes.get("c/:community/charte/modifier", for: .facilitator) { request in
            let last = try await request.view { try $0.charters.all().first }
            return .page(charterFormPage(last?.text ?? "", last?.version ?? 0, nil, nil, request.ui))
        }

        routes.post("c/:community/charte/modifier", for: .facilitator) { request in
            let (text, version) = (request.form["texte"], Int(request.form["version"]) ?? 0)
            do {
                try await request.act { try $0.charters.write(text, from: version) }
                return .seeOther(.charter, flash: .kept)
            } catch let refusal as Refusal where refusal.field != nil {
                return .page(charterFormPage(text, version, refusal, nil, request.ui), status: refusal.status)
            } catch let conflict as EditConflict {
                return .page(charterFormPage(text, conflict.version, nil, conflict, request.ui), status: .conflict)
            }
        }
    }
}

extension Link {
    static let editCharter = Link.inside("/charte/modifier")
}

struct CharterOnPage: Sendable {
    let versions: [Charter]
    let current: Charter?
    let decision: Decision?

    init(_ view: View) throws {
        versions = try view.charters.all()
        current = versions.first { $0.adoptedAt != nil } ?? versions.first
        decision = try versions.first.flatMap { try view.decisions.last(about: .charter, object: $0.id) }
    }
}

/// What members promise each other, how it was adopted, and what changed since.
func charterPage(_ model: CharterOnPage, _ ui: Screen) -> HTML {
    let waiting = model.versions.first { $0.version > (model.current?.version ?? 0) }
    let edit: HTML =
        ui.isFacilitator
        ? "<a class=\"btn\" href=\"\(ui.path(.editCharter))\">\(icon(.edit))\(ui("Écrire une version"))</a>" : ""
    return page(
        Page(
            ui("Charte"), at: nil,
            """
            \(pageHead(ui("Charte de la communauté"), lede: model.current.map { $0.adoptedAt.map { ui("Adoptée le %@.", ui.date($0)) } ?? ui("Proposée, pas encore adoptée.") }, actions: edit))
            <div class="narrow stack stack--l">
              \(some: model.current, { "<h2 class=\"vh\">\(ui("Le texte"))</h2><div class=\"prose\">\(HTML(trusting: $0.html))</div>" }, else: emptyState(ui("Pas encore de charte"), ui("Quelques phrases suffisent : réciprocité, confidentialité, aucun patient reconnaissable, et le droit de ne pas savoir."), id: "vide"))
              \(some: waiting, { version in
                "<section aria-labelledby=\"nouvelle\"><h2 id=\"nouvelle\">\(ui("Version %d, proposée", version.version))</h2><div class=\"prose prose--kept mt-3\">\(WordDiff(from: model.current?.text ?? "", to: version.text).html)</div></section>"
              })
              \(some: model.versions.first { $0.adoptedAt == nil }, { version in adoption(version, model, ui) })
            </div>
            """), ui)
}

private func adoption(_ version: Charter, _ model: CharterOnPage, _ ui: Screen) -> HTML {
    if ui.member?.role == .guest { return "" }
    if let decision = model.decision {
        return
            "<p><a class=\"link\" href=\"\(ui.path(.decision(decision.id)))\">\(ui("La décision sur cette version"))</a></p>"
    }
    return """
        <p><a class="btn btn--primary" href="\(ui.path(.newDecision))?sur=charter&amp;objet=\(version.id)&amp;phrase=\(piece: ui("Nous adoptons la version %d de la charte.", version.version))">\(ui("La faire adopter"))</a></p>
        """
}

private func charterFormPage(
    _ text: String, _ version: Int, _ refusal: Refusal?, _ conflict: EditConflict?, _ ui: Screen
) -> HTML {
    page(
        Page(
            ui("Écrire la charte"), at: nil,
            """
            \(crumbs([(ui("Charte"), .charter)], ui))
            \(pageHead(ui("Écrire la charte"), lede: ui("Chaque version est gardée ; le groupe adopte celle qui lui convient.")))
            \(some: conflict, { conflictNote($0, ui) })
            <form class="stack narrow" method="post" action="\(ui.path(.editCharter))">\(ui.formToken)<input type="hidden" name="version" value="\(version)">\(Field(name: "texte", label: ui("Le texte"), refusal: refusal).textarea(text, rows: 16, style: "textarea textarea--tall", ui))<div class="btn-row"><button class="btn btn--primary">\(ui("Garder cette version"))</button><a class="btn btn--quiet" href="\(ui.path(.charter))">\(ui("Renoncer"))</a></div></form>
            """), ui)
}
