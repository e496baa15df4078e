import Markup
import Ruche

struct SynonymForm: Sendable {
    let list: SynonymList
    var typed: String
    /// To be sent back with the text.
    var version: Int
    var refusal: Refusal? = nil
    /// What somebody else has kept in the meantime.
    var other: String? = nil

    init(_ list: SynonymList) { (self.list, typed, version) = (list, list.text, list.version) }
}

/// The names that find each other, for all to read; its facilitators write them.
func synonymsPage(_ form: SynonymForm, _ ui: Screen) -> HTML {
    let origin =
        form.list.writtenAt.map { ui("Écrite ici, changée le %@.", ui.date($0)) }
        ?? ui("C’est la liste de départ de Ruche. Votre communauté peut la changer.")
    return page(
        Page(
            ui("Synonymes de la recherche"), at: .questions,
            """
            \(crumbs([(ui("Recherche"), .search), (ui("Synonymes de la recherche"), .synonyms)], ui))
            \(pageHead(ui("Synonymes de la recherche"), lede: ui("Chercher un nom trouve aussi les autres de sa ligne : AVK trouve « antivitamine K », et l’inverse.")))
            <div class="narrow stack"><p class="meta">\(origin)</p>
            \(if: ui.isFacilitator, synonymsForm(form, ui), else: "<pre class=\"well prose--kept\">\(form.list.text)</pre><p class=\"meta\">\(ui("L’animation tient cette liste : proposez-lui vos ajouts."))</p>")</div>
            """), ui)
}

private func synonymsForm(_ form: SynonymForm, _ ui: Screen) -> HTML {
    """
    \(some: form.other, { "<div class=\"note note--honey\" role=\"alert\" tabindex=\"-1\">\(icon(.alert))<div><p>\(ui("Cette liste a changé pendant que vous l’écriviez. Voici ce qui est gardé ; votre texte est dans le champ."))</p><pre class=\"prose--kept\">\($0)</pre></div></div>" })
    <form class="stack" method="post" action="\(ui.path(.synonyms))">\(ui.formToken)<input type="hidden" name="version" value="\(form.version)">
      \(Field(name: "synonymes", label: ui("Une chose par ligne"), hint: ui("Ses noms séparés par une virgule. Une ligne qui commence par # est un titre. Les sigles s’écrivent en capitales."), refusal: form.refusal).textarea(form.typed, rows: 24, style: "textarea textarea--tall", ui))
      <div class="btn-row"><button class="btn btn--primary">\(ui("Garder la liste"))</button><a class="btn btn--quiet" href="\(ui.path(.search))">\(ui("Renoncer"))</a></div>
    </form>
    \(if: form.list.version > 0, """
        <details class="more mt-5"><summary>\(ui("Revenir à la liste de départ"))</summary>
        <form class="stack mt-3" method="post" action="\(ui.path(.resetSynonyms))">\(ui.formToken)<p>\(ui("Ce que votre communauté a écrit ici sera perdu. Copiez-le d’abord si vous voulez le garder."))</p><div class="btn-row"><button class="btn btn--danger">\(ui("Reprendre la liste de départ"))</button></div></form></details>
        """)
    """
}

enum SynonymRoutes {
    static func add(to routes: inout Routes) {
        routes.get("c/:community/recherche/synonymes", for: .member) { request in
            .page(synonymsPage(SynonymForm(try await request.view { try $0.search.synonyms() }), request.ui))
        }

        routes.post("c/:community/recherche/synonymes", for: .facilitator) { request in
            let (typed, version) = (request.form["synonymes"], Int(request.form["version"]) ?? 0)
            func again(_ change: (inout SynonymForm) -> Void) async throws -> Answer {
                var form = SynonymForm(try await request.view { try $0.search.synonyms() })
                form.typed = typed
                change(&form)
                return .page(synonymsPage(form, request.ui), status: .unprocessableContent)
            }
            do {
                try await request.act { try $0.search.writeSynonyms(typed, from: version) }
                return .seeOther(.synonyms, flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await again { $0.refusal = refusal }
            } catch let conflict as EditConflict {
                return try await again { ($0.other, $0.version) = (conflict.body, conflict.version) }
            }
        }

        routes.post("c/:community/recherche/synonymes/depart", for: .facilitator) { request in
            try await request.act { try $0.search.resetSynonyms() }
            return .seeOther(.synonyms, flash: .kept)
        }
    }
}

extension Link {
    static let synonyms = Link.inside("/recherche/synonymes")
    static let resetSynonyms = Link.inside("/recherche/synonymes/depart")
}
