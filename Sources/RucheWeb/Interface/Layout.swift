import Markup
import Ruche
import Wording

/// One page: what is its own; the rest is the frame that all share.
package struct Page {
    /// "Accueil": the document's title goes on with the community and Ruche.
    let title: String
    /// The entry of the side navigation that is lit.
    var place: Place? = nil
    var content: HTML

    enum Place: Equatable {
        case home, questions, objectives, meetings, members, evaluation, desk, facilitation, launch, rereading,
            announcements
    }

    init(_ title: String, at place: Place? = nil, _ content: HTML) {
        (self.title, self.place, self.content) = (title, place, content)
    }
}

/// A page of somebody who is signed in: inside a community with its navigation, outside without.
func page(_ page: Page, _ ui: Screen) -> HTML {
    let title = [page.title, ui.community?.name, "Ruche"].compactMap { $0 }.joined(separator: " · ")
    return frame(
        title, ui,
        """
        \(topbar(ui))
        <div class="shell\(if: ui.community == nil, " shell--alone")">
          \(some: ui.community, { sideNavigation($0, page.place, ui) })
          <main class="main" id="contenu" tabindex="-1">
            \(flashMessage(ui))\(closedNote(ui))\(page.content)
          </main>
        </div>
        \(footer(ui))
        \(some: ui.community, { _ in tabbar(page.place, ui) })
        """)
}

/// On every page of a community that is closed: since when, and until when it is read.
private func closedNote(_ ui: Screen) -> HTML {
    guard let closedAt = ui.community?.closedAt else { return "" }
    return """
        <p class="note mb-5">\(icon(.book))<span>\(ui("Cette communauté est close depuis le %@ : on y lit, on n’y écrit plus.", ui.date(closedAt))) <a class="link" href="\(ui.path(.life))">\(ui("L’adieu, et tout emporter"))</a></span></p>
        """
}

/// A page without a community: sign-in, invitation, errors met outside.
func barePage(_ title: String, _ content: HTML, _ ui: Screen) -> HTML {
    frame(
        "\(title) · Ruche", ui,
        """
        <div class="bare">
        <header class="topbar"><a class="brand" href="/">\(brandMark)Ruche</a></header>
        <main class="bare__main" id="contenu" tabindex="-1">\(flashMessage(ui))\(content)</main>
        \(footer(ui, isBare: true))
        </div>
        """)
}

private func frame(_ title: String, _ ui: Screen, _ body: HTML) -> HTML {
    """
    <!doctype html>
    <html lang="\(ui.language.rawValue)"\(attribute: "data-theme", ui.theme == .auto ? nil : ui.theme.rawValue)>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    \(each: ui.assets.fonts, { "<link rel=\"preload\" href=\"\($0)\" as=\"font\" type=\"font/woff2\" crossorigin>" })
    <link rel="icon" href="\(ui.assets.mark)" type="image/svg+xml">
    <link rel="manifest" href="/manifeste">
    <link rel="stylesheet" href="\(ui.assets.styleSheet)">
    <script src="\(ui.assets.script)" defer></script>
    </head>
    <body\(attribute: "class", ui.community?.closedAt == nil ? nil : "is-closed")\(attribute: "data-offline", ui.isMember ? ui("Pas de connexion : votre texte est gardé ici, et part dès qu’elle revient.") : nil)>
    <a class="skip" href="#contenu">\(ui("Aller au contenu"))</a>
    \(body)
    </body>
    </html>
    """
}

private func topbar(_ ui: Screen) -> HTML {
    """
    <header class="topbar">
      <a class="brand" href="\(ui.community.map { ui.path(.community($0.slug)) } ?? "/")">\(brandMark)Ruche</a>
      \(if: ui.isMember, """
        <form class="topbar__search search only-wide" role="search" action="\(ui.path(.search))">
          <label class="vh" for="q">\(ui("Rechercher dans la communauté"))</label>
          \(icon(.search))<input class="input" id="q" name="q" type="search" \(completing(ui)) placeholder="\(ui("Une question, une réponse, un sujet…"))">
        </form>
        """)
      <div class="topbar__end">
        \(if: ui.isMember, """
          <a class="icon-btn only-phone" href="\(ui.path(.search))">\(icon(.search))<span class="vh">\(ui("Rechercher"))</span></a>
          """)
        \(some: ui.visitor, { accountMenu($0, ui) }, else: "<a class=\"btn\" href=\"/connexion\">\(ui("Se connecter"))</a>")
      </div>
    </header>
    """
}

private func accountMenu(_ visitor: Visitor, _ ui: Screen) -> HTML {
    let name = visitor.member?.name ?? visitor.person.name
    return """
        <details class="menu">
          <summary class="icon-btn">\(avatar(name, tone: visitor.member?.id.rawValue ?? visitor.person.id.rawValue))<span class="vh">\(ui("Votre compte, %@", name))</span></summary>
          <div class="menu__panel">
            \(if: visitor.member != nil, "<a href=\"\(ui.path(.ownCard))\">\(icon(.users))\(ui("Votre carte de membre"))</a>")
            \(if: ui.isMember, "<a href=\"\(ui.path(.privateTalks))\">\(icon(.mail))\(ui("Mots en privé"))</a>")
            <a href="/">\(icon(.home))\(ui("Vos communautés"))</a>
            <a href="\(ui.path(.account))">\(icon(.gear))\(ui("Votre compte"))</a>
            \(if: visitor.person.isAdministrator, "<a href=\"\(ui.path(.administration))\">\(icon(.compass))\(ui("Administration"))</a>")
            \(if: ui.isDemonstration, "<a href=\"\(ui.path(.mailbox))\">\(icon(.mail))\(ui("Courriels envoyés"))</a>")
            <form method="post" action="\(ui.path(.signOut))">\(ui.formToken)<button class="menu__button">\(icon(.logout))\(ui("Se déconnecter"))</button></form>
          </div>
        </details>
        """
}

private func sideNavigation(_ community: CommunityCard, _ place: Page.Place?, _ ui: Screen) -> HTML {
    let memberCount = ui("%d membre", "%d membres", community.members)
    return """
        <nav class="nav" id="menu" aria-label="\(ui("Communauté"))">
          <p class="nav__close only-phone"><a class="btn" href="#contenu">\(icon(.close))\(ui("Fermer le menu"))</a></p>
          <div class="nav__community"><strong>\(community.name)</strong>\(if: ui.isMember, "<a href=\"\(ui.path(.members))\">\(memberCount)</a>", else: "<span class=\"meta\">\(memberCount)</span>")</div>
          <ul class="nav__list">
            \(each: entries(ui), { entry($0, place, community, ui) })
          </ul>
          \(if: ui.isPreparing && !ui.isFacilitator, """
            <p class="nav__title" id="nav-noyau">\(ui("Noyau"))</p>
            <ul class="nav__list" aria-labelledby="nav-noyau">\(entry(Entry(.launch, .path, .inside("/mise-en-place"), ui("Mise en place")), place, community, ui))</ul>
            """)
          \(if: ui.isFacilitator, """
        <p class="nav__title" id="nav-animation">\(ui("Animation"))</p>
        <ul class="nav__list" aria-labelledby="nav-animation">
          \(entry(Entry(.desk, .compass, .desk, ui("Animation")), place, community, ui))
          \(entry(Entry(.launch, .path, .inside("/mise-en-place"), ui("Mise en place")), place, community, ui))
          \(entry(Entry(.rereading, .shield, .queue, ui("À relire")), place, community, ui))
          \(entry(Entry(.announcements, .bell, .announcements, ui("Annonces")), place, community, ui))
          \(if: community.closedAt == nil, entry(Entry(.facilitation, .mail, .invitations, ui("Invitations")), place, community, ui))
        </ul>
        """)
        </nav>
        """
}

private struct Entry {
    let place: Page.Place
    let icon: Icon
    let link: Link
    let label: String

    init(_ place: Page.Place, _ icon: Icon, _ link: Link, _ label: String) {
        (self.place, self.icon, self.link, self.label) = (place, icon, link, label)
    }
}

/// Hides what the reader's role does not open: a guest has one exchange, a sponsor the aggregates.
private func entries(_ ui: Screen) -> [Entry] {
    switch ui.member?.role {
    case .observer: [Entry(.evaluation, .chart, .inside("/evaluation"), ui("Évaluation"))]
    case .guest: [Entry(.home, .home, .home, ui("Accueil"))]
    case .member, .facilitator, nil:
        [
            Entry(.home, .home, .home, ui("Accueil")),
            Entry(.questions, .ask, .questions, ui("Échanges")),
            Entry(.objectives, .practice, .inside("/objectifs"), ui("Objectifs")),
            Entry(.meetings, .calendar, .inside("/rencontres"), ui("Rencontres")),
            Entry(.members, .users, .members, ui("Membres")),
            Entry(.evaluation, .chart, .inside("/evaluation"), ui("Évaluation")),
        ]
    }
}

private func entry(_ entry: Entry, _ place: Page.Place?, _ community: CommunityCard, _ ui: Screen) -> HTML {
    """
    <li><a class="nav__link" href="\(ui.path(entry.link))"\(attribute: "aria-current", entry.place == place ? "page" : nil)>\(icon(entry.icon))\(entry.label)\(if: entry.place == .questions && community.openQuestions > 0, "<span class=\"nav__count\">\(community.openQuestions)<span class=\"vh\"> \(ui("en attente"))</span></span>")\(if: entry.place == .rereading && ui.toReread > 0, "<span class=\"nav__count\">\(ui.toReread)<span class=\"vh\"> \(ui("en attente"))</span></span>")</a></li>
    """
}

/// The phone's five shortcuts, under the thumb.
private func tabbar(_ place: Page.Place?, _ ui: Screen) -> HTML {
    guard ui.isMember else { return "" }
    func tab(_ place: Page.Place, _ symbol: Icon, _ link: Link, _ label: String, _ current: Page.Place?) -> HTML {
        "<a href=\"\(ui.path(link))\"\(attribute: "aria-current", place == current ? "page" : nil)>\(icon(symbol))\(label)</a>"
    }
    return """
        <nav class="tabbar" aria-label="\(ui("Raccourcis"))">
          \(tab(.home, .home, .home, ui("Accueil"), place))
          \(tab(.questions, .ask, .questions, ui("Échanges"), place))
          <a href="\(ui.path(.newExchange))" class="tabbar__write">\(icon(.plus))\(ui("Écrire"))</a>
          \(tab(.meetings, .calendar, .inside("/rencontres"), ui("Rencontres"), place))
          <a href="#menu">\(icon(.menu))\(ui("Menu"))</a>
        </nav>
        """
}

private func footer(_ ui: Screen, isBare: Bool = false) -> HTML {
    func choice(_ theme: Theme, _ symbol: Icon?, _ label: String) -> HTML {
        """
        <button name="theme" value="\(theme.rawValue)" aria-pressed="\(if: ui.theme == theme, "true", else: "false")">\(some: symbol, { icon($0) })\(label)</button>
        """
    }
    let other: Language = ui.language == .french ? .english : .french
    return """
        <footer class="foot\(if: isBare, " foot--bare")">
          <div class="foot__in">
            \(if: ui.isMember, "<a href=\"\(ui.path(.life))\">\(ui("Vie de la communauté"))</a>")\(if: ui.isMember, "<a href=\"\(ui.path(.charter))\">\(ui("Charte de la communauté"))</a>")\(if: ui.member != nil, "<a href=\"\(ui.path(.roles))\">\(ui("Rôles et fonctions"))</a>")
            <a href="\(ui.path(.personalData))">\(ui("Vos données"))</a>
            <a href="\(ui.path(.accessibility))">\(ui.title(of: ui.accessibility))</a>
            <a href="\(ui.path(.help))">\(ui("Aide"))</a>
            \(shortcutsLink(ui))
            <form method="post" action="\(ui.path(.language))">\(ui.formToken)<input type="hidden" name="retour" value="\(ui.target)"><button class="foot__button" name="langue" value="\(other.rawValue)" lang="\(other.rawValue)">\(if: other == .english, "English", else: "Français")</button></form>
            <form class="cluster" method="post" action="\(ui.path(.theme))" data-theme-form>
              \(ui.formToken)<input type="hidden" name="retour" value="\(ui.target)">
              <span id="theme-label">\(ui("Apparence"))</span>
              <span class="segmented" role="group" aria-labelledby="theme-label">
                \(choice(.light, .sun, ui("Claire")))
                \(choice(.dark, .moon, ui("Sombre")))
                \(choice(.auto, nil, ui("Auto")))
              </span>
            </form>
          </div>
        </footer>
        """
}
