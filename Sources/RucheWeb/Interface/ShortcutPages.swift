import Markup
import Ruche

/// The keys and what they do, for a page of its own and for the list that ? opens.
func shortcutsPage(_ ui: Screen) -> HTML {
    let keys: [(key: String, meaning: String)] = [
        ("j", ui("message ou ligne qui suit")), ("k", ui("message ou ligne d’avant")),
        ("r", ui("répondre, dans un échange")), ("q", ui("citer les mots choisis, ou le message où l’on est")),
        ("c", ui("poser une question")), ("/", ui("chercher")),
        ("?", ui("cette liste")),
    ]
    let isOff = ui.visitor?.usesShortcuts == false
    let content: HTML = """
        \(pageHead(ui("Raccourcis clavier"), lede: ui("Aucun n’est nécessaire : tout se fait aussi avec la touche de tabulation, la souris ou le doigt. Ils se taisent pendant que vous écrivez.")))
        <dl class="kv" data-shortcut-list>\(each: keys, { "<dt><kbd>\($0.key)</kbd></dt><dd>\($0.meaning)</dd>" })</dl>
        \(if: ui.visitor != nil, """
            <form class="stack mt-5 narrow" method="post" action="\(ui.path(.shortcutChoice))">\(ui.formToken)<input type="hidden" name="retour" value="\(ui.path(.shortcuts))"><p>\(isOff ? ui("Vous les avez coupés.") : ui("Ils vous gênent, ou votre lecteur d’écran a les siens ?"))</p><div class="btn-row"><button class="btn" name="raccourcis" value="\(isOff ? "oui" : "non")">\(isOff ? ui("Les remettre") : ui("Couper les raccourcis"))</button></div></form>
            """)
        """
    return ui.visitor == nil
        ? barePage(ui("Raccourcis clavier"), content, ui) : page(Page(ui("Raccourcis clavier"), content), ui)
}

/// In the foot of each page: the way to the list, which tells the script where the keys lead. Turned off, it is a link
/// like the others.
func shortcutsLink(_ ui: Screen) -> HTML {
    if ui.visitor?.usesShortcuts == false {
        return "<a href=\"\(ui.path(.shortcuts))\">\(ui("Raccourcis clavier"))</a>"
    }
    let (ask, search) = ui.isMember ? (ui.path(.ask), ui.path(.search)) : ("", "")
    return """
        <a href="\(ui.path(.shortcuts))" data-shortcuts data-ask="\(ask)" data-search="\(search)" data-close="\(ui("Fermer"))">\(ui("Raccourcis clavier"))</a>
        """
}

enum ShortcutRoutes {
    static func add(to routes: inout Routes) {
        routes.get("raccourcis", for: .visitor) { request in .page(shortcutsPage(request.ui)) }

        routes.post("preferences/raccourcis", for: .account) { request in
            let isOn = request.form["raccourcis"] != "non"
            try await request.act { try $0.accounts.choose(shortcuts: isOn) }
            return .redirect(WebRequest.localPath(request.form["retour"]) ?? "/moi")
        }
    }
}
