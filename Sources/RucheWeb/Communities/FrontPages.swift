import Markup
import Ruche

/// What strangers read of a community that opened a page to them.
func frontPage(_ community: Community, _ front: FrontPage, isJoinOpen: Bool, _ ui: Screen) -> HTML {
    barePage(
        community.name,
        """
        <div class="narrow stack stack--l"><p class="eyebrow">\(ui("Communauté de pratique"))</p><h1>\(community.name)</h1>
        \(if: !community.domain.isEmpty, "<p class=\"lede\">\(community.domain)</p>")
        <div class="prose">\(HTML(trusting: front.html))</div>
        \(if: !front.contact.isEmpty, "<p><strong>\(ui("À qui écrire :"))</strong> \(front.contact)</p>")
        \(if: isJoinOpen, "<p><a class=\"btn btn--primary\" href=\"\(ui.path(.askToJoin(community.slug)))\">\(ui("Demander à rejoindre"))</a></p>")
        <p class="meta">\(ui("Ce que les membres s’écrivent n’est lu que par eux."))</p></div>
        """, ui)
}

struct FrontPageForm: Sendable {
    let front: FrontPage
    let visits: Int
    var body: String
    var contact: String
    var isOpen: Bool
    var version: Int
    var refusal: Refusal? = nil
    /// What somebody else has kept in the meantime.
    var other: String? = nil

    init(_ front: FrontPage, visits: Int) {
        (self.front, self.visits, body, contact) = (front, visits, front.body, front.contact)
        (isOpen, version) = (front.isOpen, front.version)
    }
}

/// Whether the page is open, what it says, and how often it is seen; its facilitators write it.
func frontPageSettings(_ form: FrontPageForm, _ ui: Screen) -> HTML {
    let address = ui.path(.frontPage(ui.slug ?? ""))
    let state =
        form.front.isOpen
        ? ui("Ouverte : quiconque a son adresse la lit.") : ui("Fermée : personne ne la lit du dehors.")
    let visits = ui(
        "Vue %d fois de l’extérieur en treize semaines, sans savoir par qui.",
        "Vue %d fois de l’extérieur en treize semaines, sans savoir par qui.", form.visits)
    return page(
        Page(
            ui("Page publique"), at: .home,
            """
            \(pageHead(ui("Page publique"), lede: ui("Une seule page se lit sans être membre : le nom, le domaine, quelques lignes, à qui écrire. Elle est fermée tant que l’animation ne l’ouvre pas.")))
            <div class="narrow stack"><p>\(state) \(visits)</p>
            \(if: form.front.isOpen, "<p><a class=\"link\" href=\"\(address)\">\(ui("La voir comme un visiteur"))</a></p>")
            <p class="meta">\(ui("Une page que l’on soigne plus que les échanges fait d’une communauté un site web :")) <a class="link" href="\(ui.path(.drift))">\(ui("la veille le dit"))</a></p>
            \(if: ui.isFacilitator, frontPageForm(form, ui), else: frontPageText(form.front, ui))</div>
            """), ui)
}

private func frontPageText(_ front: FrontPage, _ ui: Screen) -> HTML {
    front.html.isEmpty
        ? "<p class=\"muted\">\(ui("Rien n’y est écrit encore."))</p>"
        : "<div class=\"well prose\">\(HTML(trusting: front.html))</div>"
}

private func frontPageForm(_ form: FrontPageForm, _ ui: Screen) -> HTML {
    """
    \(some: form.other, { "<div class=\"note note--honey\" role=\"alert\" tabindex=\"-1\">\(icon(.alert))<div><p>\(ui("Cette page a changé pendant que vous l’écriviez. Voici ce qui est gardé ; votre texte est dans le champ."))</p><pre class=\"prose--kept\">\($0)</pre></div></div>" })
    <form class="stack" method="post" action="\(ui.path(.frontPageSettings))">\(ui.formToken)<input type="hidden" name="version" value="\(form.version)">\(refusalNote(form.refusal, fields: ["texte", "contact"], ui))
      \(Field(name: "texte", label: ui("Ce que fait la communauté"), hint: ui("Pour qui ne la connaît pas. Aucun élément sur les patients, aucun nom sans accord."), refusal: form.refusal).textarea(form.body, rows: 8, ui))
      \(Field(name: "contact", label: ui("À qui écrire"), isOptional: true, refusal: form.refusal).input(form.contact, maxLength: 200, ui))
      <label class="choice"><input type="checkbox" name="ouverte" value="1"\(flag: "checked", form.isOpen)><span class="choice__text">\(ui("Ouvrir cette page à tous"))</span></label>
      <div class="btn-row"><button class="btn btn--primary">\(ui("Garder"))</button></div>
    </form>
    """
}

enum FrontPageRoutes {
    static func add(to routes: inout Routes) {
        routes.get("presentation/:slug", for: .visitor) { request in
            let slug = request.parameter("slug")
            let found = try await request.view { view in
                try view.frontPage.shown(slug).map { ($0, try view.joinRequests.door(slug) != nil) }
            }
            guard let (shown, isJoinOpen) = found else { throw Refusal.notFound }
            if !shown.isOwn, request.isReadByAPerson {
                request.site.comings.note(view: .outside, in: shown.community.id)
            }
            return .page(frontPage(shown.community, shown.page, isJoinOpen: isJoinOpen, request.ui))
        }

        routes.get("c/:community/page-publique", for: .member) { request in
            .page(frontPageSettings(try await current(request), request.ui))
        }

        routes.post("c/:community/page-publique", for: .facilitator) { request in
            let (body, contact) = (request.form["texte"], request.form["contact"])
            let (isOpen, version) = (request.form.has("ouverte"), Int(request.form["version"]) ?? 0)
            func again(_ change: (inout FrontPageForm) -> Void) async throws -> Answer {
                var form = try await current(request)
                (form.body, form.contact, form.isOpen) = (body, contact, isOpen)
                change(&form)
                return .page(frontPageSettings(form, request.ui), status: .unprocessableContent)
            }
            do {
                try await request.act { try $0.frontPage.write(body, contact: contact, isOpen: isOpen, from: version) }
                return .seeOther(.frontPageSettings, flash: .kept)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await again { $0.refusal = refusal }
            } catch let wall as GuardWall {
                return try await again { $0.refusal = wall.refusal(field: "texte") }
            } catch let conflict as EditConflict {
                return try await again { ($0.other, $0.version) = (conflict.body, conflict.version) }
            }
        }
    }

    private static func current(_ request: WebRequest) async throws -> FrontPageForm {
        try await request.view { FrontPageForm(try $0.frontPage.current(), visits: try $0.frontPage.visits()) }
    }
}

extension Link {
    static let frontPageSettings = Link.inside("/page-publique")
}
