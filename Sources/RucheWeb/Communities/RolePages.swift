import Markup
import Ruche

/// What the page of roles shows: who holds what, and whom a function may be entrusted to.
struct RolesOnPage: Sendable {
    let mandates: [Mandate]
    /// For those who may entrust or hand over.
    let members: [MemberProfile]
    /// Who has not held a function for the longest.
    let whoseTurn: [Author]

    init(_ view: View) throws {
        mandates = try view.mandates.current()
        whoseTurn = try view.mandates.whoseTurn()
        members = view.actor.isFacilitator ? try view.members.directory(limit: 500) : []
    }
}

struct FunctionForm {
    var function = Function.secretary
    var member = ""
    var until = ""
    var successor = ""
    var words = ""
    var refusal: Refusal? = nil
}

/// Roles, functions and powers on one page, that anyone of the community may read.
func rolesPage(_ model: RolesOnPage, _ form: FunctionForm, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Rôles et fonctions"), at: .members,
            """
            \(if: ui.isMember, crumbs([(ui("Membres"), .members)], ui))
            \(pageHead(ui("Rôles et fonctions"), lede: ui("Qui fait quoi pour le groupe, jusqu’à quand, et ce que chacun peut ou ne peut pas faire."), actions: ui.isMember ? "<a class=\"btn\" href=\"\(ui.path(.auditLog))\">\(icon(.list))\(ui("Journal des actes"))</a>" : ""))
            <div class="stack stack--xl">
              <section aria-labelledby="qui"><h2 id="qui">\(ui("Qui fait quoi aujourd’hui"))</h2>
              <ul class="rows mt-3">\(each: Function.allCases, { functionRow($0, model, ui) })</ul></section>
              \(if: ui.isMember, "<div class=\"cols\">\(takeForm(model, form, ui))\(if: ui.isFacilitator, handOverForm(model, form, ui))</div>")
              \(powersTable(ui))
            </div>
            """), ui)
}

private func functionRow(_ function: Function, _ model: RolesOnPage, _ ui: Screen) -> HTML {
    let holders = model.mandates.filter { $0.function == function }
    return """
        <li class="stack stack--s"><div><p><strong>\(ui.name(of: function))</strong></p><p class="meta">\(ui.sentence(of: function))</p></div>
        \(if: holders.isEmpty, "<p class=\"muted\">\(ui("Personne pour l’instant."))</p>", else: "<ul class=\"stack stack--s\">\(each: holders, { holderRow($0, ui) })</ul>")</li>
        """
}

private func holderRow(_ mandate: Mandate, _ ui: Screen) -> HTML {
    let isOver = mandate.endsAt <= ui.now
    let end =
        isOver
        ? ui("mandat arrivé à son terme le %@", ui.date(mandate.endsAt)) : ui("jusqu’au %@", ui.date(mandate.endsAt))
    let isOwn = mandate.member.id == ui.member?.id
    let canEnd = isOwn || ui.isFacilitator
    return """
        <li class="spread"><p>\(authorName(mandate.member.author, ui)) <span class="meta">\(end)</span></p>\(if: canEnd, """
            <div class="btn-row">\(if: mandate.function == .facilitation && ui.isFacilitator, actButton(ui("Renouveler pour un an"), .renewMandate(mandate.id), ui))\(mandate.function == .facilitation && !isOwn ? "<a class=\"btn btn--quiet\" href=\"\(ui.path(.member(mandate.member.id)))#role-t\">\(ui("Changer son rôle"))</a>" : actButton(isOwn ? ui("Rendre cette fonction") : ui("Libérer la fonction"), .endMandate(mandate.id), ui, style: .quiet))</div>
            """)</li>
        """
}

private let functionFields: Set<String> = ["fonction", "membre", "jusqu-au", "a-qui", "mot"]

private func takeForm(_ model: RolesOnPage, _ form: FunctionForm, _ ui: Screen) -> HTML {
    let functions = Function.open.map { (value: $0.rawValue, label: ui.name(of: $0)) }
    let people = [(value: "", label: ui("Moi"))] + choices(model.members, ui)
    return """
        <section class="card" aria-labelledby="prendre"><h2 class="small-head" id="prendre">\(ui("Prendre une fonction"))</h2>
        \(if: !model.whoseTurn.isEmpty, "<p class=\"meta mt-2\">\(ui("Une fonction tourne. Ce pourrait être le tour de : %@.", model.whoseTurn.map(\.name).joined(separator: ", ")))</p>")
        <form class="stack mt-3" method="post" action="\(ui.path(.roles))">\(ui.formToken)\(refusalNote(form.refusal, fields: functionFields, ui))
          \(Field(name: "fonction", label: ui("Fonction"), refusal: form.refusal).select(form.function.rawValue, functions, ui))
          \(if: ui.isFacilitator, Field(name: "membre", label: ui("Pour qui"), hint: ui("Demandez-lui d’abord."), refusal: form.refusal).select(form.member, people, ui))
          \(Field(name: "jusqu-au", label: ui("Jusqu’au"), hint: ui("Une rencontre, un trimestre, un an au plus : une fonction tourne."), refusal: form.refusal).input(form.until, type: "date", ui))
          <div class="btn-row"><button class="btn btn--primary">\(ui("Prendre la fonction"))</button></div></form></section>
        """
}

private func handOverForm(_ model: RolesOnPage, _ form: FunctionForm, _ ui: Screen) -> HTML {
    let people = choices(model.members.filter { $0.member.role == .member && !$0.member.isPending }, ui)
    return """
        <section class="card" aria-labelledby="passer"><h2 class="small-head" id="passer">\(ui("Passer la main"))</h2>
        <p class="muted mt-2">\(ui("L’autre commence aujourd’hui, vous restez trente jours à ses côtés. Un courriel le lui dit."))</p>
        <form class="stack mt-3" method="post" action="\(ui.path(.handOver))">\(ui.formToken)
          \(Field(name: "a-qui", label: ui("À qui"), refusal: form.refusal).select(form.successor, [(value: "", label: ui("Choisir un membre"))] + people, ui))
          \(Field(name: "mot", label: ui("Ce qu’il ou elle doit savoir"), isOptional: true, refusal: form.refusal).textarea(form.words, rows: 4, ui))
          <div class="btn-row"><button class="btn">\(ui("Passer la main"))</button></div></form></section>
        """
}

private func choices(_ members: [MemberProfile], _ ui: Screen) -> [(value: String, label: String)] {
    members.filter { !$0.member.isPending && $0.member.id != ui.member?.id }
        .map { (value: $0.member.id.description, label: $0.member.name) }
}

/// The powers of each role, as the routes enforce them: a test holds both side by side.
private func powersTable(_ ui: Screen) -> HTML {
    let roles: [Role] = [.member, .facilitator, .guest, .observer]
    return """
        <section aria-labelledby="pouvoirs"><h2 id="pouvoirs">\(ui("Ce que chacun peut faire"))</h2>
        <p class="muted mt-2">\(ui("L’animation prend soin des échanges ; elle ne décide jamais seule, et ne touche pas aux mots des autres."))</p>
        <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", ui("Ce que chacun peut faire"), ui("Tableau")))"><table class="table"><thead><tr><th scope="col">\(ui("Pouvoir"))</th>\(each: roles, { "<th scope=\"col\">\(ui.columnName(of: $0))</th>" })<th scope="col">\(ui("Administration du serveur"))</th></tr></thead><tbody>\(each: Power.allCases, { power in
            "<tr><th scope=\"row\">\(ui.name(of: power))</th>\(each: roles, { "<td>\(ui.word(for: power.extent(for: $0)))</td>" })<td>\(ui("non"))</td></tr>"
        })</tbody></table></div>
        \(if: ui.isMember, "<p class=\"mt-3\"><a class=\"link\" href=\"\(ui.path(.wordRules))\">\(ui("Les règles de mots de la communauté"))</a></p>")
        <p class="meta mt-2">\(ui("L’administration fait tourner le serveur : elle voit des volumes, jamais les échanges."))</p></section>
        """
}

/// What may be done in a community (DOMAIN §3).
enum Power: CaseIterable {
    case read, write, editOwn, editOthers, retain, invite, decide, seeAggregates, seeRatings, adopt

    enum Extent { case yes, no, own, invited, propose }

    func extent(for role: Role) -> Extent {
        switch (self, role) {
        case (.read, .guest), (.write, .guest): .invited
        case (.editOwn, .observer): .no
        case (.editOwn, _): .yes
        case (.editOthers, _), (.seeRatings, _): .no
        case (.retain, .member), (.retain, .facilitator): .own
        case (.invite, .facilitator): .yes
        case (.seeAggregates, .observer), (.seeAggregates, .member), (.seeAggregates, .facilitator): .yes
        case (.read, .member), (.read, .facilitator), (.write, .member), (.write, .facilitator): .yes
        case (.decide, .member), (.decide, .facilitator): .yes
        case (.adopt, .member), (.adopt, .facilitator): .propose
        default: .no
        }
    }
}

extension Screen {
    func name(of function: Function) -> String {
        switch function {
        case .facilitation: self("Animation")
        case .secretary: self("Secrétariat")
        case .timekeeper: self("Garde du temps")
        case .rapporteur: self("Rapport")
        case .host: self("Accueil des nouveaux")
        case .technicalReferent: self("Référence technique")
        case .evaluator: self("Évaluation")
        case .librarian: self("Documentation")
        }
    }

    func sentence(of function: Function) -> String {
        switch function {
        case .facilitation:
            self("Prend soin des échanges, invite, relance, ne décide jamais seule. Un an, renouvelable.")
        case .secretary: self("Note ce qui se dit et se décide en rencontre.")
        case .timekeeper: self("Veille à l’heure, et à ce que chacun parle.")
        case .rapporteur: self("Raconte aux absents ce qui a été dit.")
        case .host: self("Accueille chaque nouveau membre et l’aide à faire ses premiers pas.")
        case .technicalReferent: self("Aide quand l’outil résiste ; reçoit les essais de poste.")
        case .evaluator: self("Prépare les mesures et en rend compte au groupe.")
        case .librarian: self("Tient les documents à jour et les rattache à un besoin.")
        }
    }

    func columnName(of role: Role) -> String {
        switch role {
        case .member: self("Membre")
        case .facilitator: self("Animation")
        case .guest: self("Personne invitée")
        case .observer: self("Marraine ou parrain")
        }
    }

    func name(of power: Power) -> String {
        switch power {
        case .read: self("Lire les échanges")
        case .write: self("Demander, répondre, proposer")
        case .editOwn: self("Corriger ou retirer ses propres mots")
        case .editOthers: self("Corriger les mots d’un autre")
        case .retain: self("Retenir une solution, rouvrir, fermer")
        case .invite: self("Inviter, accepter une demande")
        case .decide: self("S’opposer à une décision, avec le même poids")
        case .adopt: self("Changer les règles et les cibles")
        case .seeAggregates: self("Voir l’évaluation d’ensemble")
        case .seeRatings: self("Voir les réponses ou la position de lecture d’une personne")
        }
    }

    func word(for extent: Power.Extent) -> String {
        switch extent {
        case .yes: self("oui")
        case .no: self("non")
        case .own: self("pour ses questions")
        case .invited: self("là où on l’invite")
        case .propose: self("propose, le groupe adopte")
        }
    }
}

extension Link {
    static let roles = Link.inside("/roles")
    static let handOver = Link.inside("/roles/passer-la-main")
    static func endMandate(_ id: Mandate.ID) -> Link { .inside("/roles/\(id)/rendre") }
    static func renewMandate(_ id: Mandate.ID) -> Link { .inside("/roles/\(id)/renouveler") }
    static let auditLog = Link.inside("/journal")
}
