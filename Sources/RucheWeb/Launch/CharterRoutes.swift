import Markup
import Ruche

enum CharterRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/charte", for: .guest) { request in
            let model = try await request.view { try CharterOnPage($0) }
            return .page(charterPage(model, request.ui))
        }

        routes.post("c/:community/charte/accepter", for: .member) { request in
            guard let charter = Int64(request.form["version"]) else { throw Refusal.notFound }
            try await request.act { try $0.charters.accept(charter) }
            return .seeOther(.charter, flash: .charterAccepted)
        }

        routes.post("c/:community/charte/retirer", for: .member) { request in
            try await request.act { try $0.charters.revoke() }
            return .seeOther(.ownCard, flash: .charterRevoked)
        }

        routes.post("c/:community/charte/relancer", for: .facilitator) { request in
            try await request.act { _ = try $0.charters.remind() }
            return .seeOther(.charter, flash: .charterReminded)
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
    static let acceptCharter = Link.inside("/charte/accepter")
    static let revokeCharter = Link.inside("/charte/retirer")
    static let remindCharter = Link.inside("/charte/relancer")
}

struct CharterOnPage: Sendable {
    let versions: [Charter]
    let current: Charter?
    let decision: Decision?
    /// The reader's; nil for a guest, and while no charter is in force.
    let standing: CharterStanding?
    /// For the facilitators.
    let silent: [CharterSilence]

    init(_ view: View) throws {
        let mayAccept = view.actor.role == .member || view.actor.role == .facilitator
        standing = mayAccept ? try view.charters.standing() : nil
        silent = view.actor.isFacilitator ? try view.charters.silent() : []
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
              \(ownWord(model, ui))
              \(some: waiting, { version in
                "<section aria-labelledby=\"nouvelle\"><h2 id=\"nouvelle\">\(ui("Version %d, proposée", version.version))</h2><div class=\"prose prose--kept mt-3\">\(WordDiff(from: model.current?.text ?? "", to: version.text).html)</div></section>"
              })
              \(some: model.versions.first { $0.adoptedAt == nil }, { version in adoption(version, model, ui) })
              \(silentMembers(model, ui))
            </div>
            """), ui)
}

/// The reader's own word: to give, to renew, to take back.
private func ownWord(_ model: CharterOnPage, _ ui: Screen) -> HTML {
    guard let standing = model.standing, let charter = model.current else { return "" }
    let sentence =
        switch standing {
        case .asked: ui("Vous n’avez pas encore dit si elle vous convient.")
        case .accepted(let at, let until):
            ui("Vous l’avez acceptée le %@. À renouveler le %@.", ui.date(at), ui.date(until))
        case .lapsed: ui("Votre accord portait sur une version plus ancienne, ou date de trop longtemps.")
        case .revoked: ui("Vous avez retiré votre accord. Vous pouvez le redonner, faire une pause, ou partir.")
        }
    let gesture: HTML =
        standing.isAccepted
        ? actButton(ui("Retirer mon accord"), .revokeCharter, ui, style: .quiet)
        : """
        <form method="post" action="\(ui.path(.acceptCharter))">\(ui.formToken)<button class="btn btn--primary" name="version" value="\(charter.id)">\(icon(.check))\(ui("J’accepte cette charte"))</button></form>
        """
    return """
        <section class="card" aria-labelledby="accord"><h2 class="small-head" id="accord">\(ui("Votre accord"))</h2><p class="mt-2">\(sentence)</p><div class="mt-3">\(gesture)</div></section>
        """
}

/// Who has not said yes: read by the facilitators alone, so that they may write to them.
private func silentMembers(_ model: CharterOnPage, _ ui: Screen) -> HTML {
    guard ui.isFacilitator, model.current?.adoptedAt != nil else { return "" }
    let list: HTML =
        model.silent.isEmpty
        ? "<p class=\"muted mt-2\">\(ui("Tous les membres l’ont acceptée."))</p>"
        : """
        <ul class="rows rows--tight mt-3">\(each: model.silent, { "<li class=\"spread\">\(authorName($0.member.author, ui))<span class=\"meta\">\(ui.name(of: $0.standing))</span></li>" })</ul><div class="mt-3">\(actButton(ui("Leur écrire un rappel"), .remindCharter, ui, icon: .mail))</div><p class="hint mt-2">\(ui("Un rappel par mois au plus. Rien ne part vers qui a retiré son accord ou fait une pause."))</p>
        """
    return """
        <section aria-labelledby="sans-accord"><h2 id="sans-accord">\(ui("%d membre n’a pas donné son accord", "%d membres n’ont pas donné leur accord", model.silent.count))</h2>\(list)</section>
        """
}

extension Screen {
    func name(of standing: CharterStanding) -> String {
        switch standing {
        case .asked: self("pas encore répondu")
        case .accepted: self("acceptée")
        case .lapsed: self("à renouveler")
        case .revoked: self("accord retiré")
        }
    }
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
