import Markup
import Ruche

/// On the desk: where facilitators of all the communities of the server meet.
func salonSection(_ salon: Salon, _ ui: Screen) -> HTML {
    if salon.isHere { return "" }
    let way: HTML =
        salon.isIn
        ? "<p class=\"mt-2\"><a class=\"link\" href=\"\(ui.path(.community(salon.slug ?? "")))\">\(ui("Entrer dans le salon"))</a></p>"
        : "<div class=\"mt-2\">\(actButton(salon.slug == nil ? ui("Ouvrir le salon") : ui("Rejoindre le salon"), .joinSalon, ui))</div>"
    let who =
        salon.members == 0
        ? ui("Personne n’y est encore : il s’ouvre au premier venu.")
        : ui("%d personne y est.", "%d personnes y sont.", salon.members)
    return """
        <section aria-labelledby="salon"><h2 class="small-head mb-3" id="salon">\(ui("Le salon de l’animation"))</h2><p class="muted">\(ui("Entre personnes qui animent une communauté de ce serveur. On y vient et on le quitte librement ; il ne dit pas quelle communauté chacun anime.")) \(who)</p>\(way)</section>
        """
}

enum SalonRoutes {
    static func add(to routes: inout Routes) {
        routes.post("c/:community/animation/salon", for: .facilitator) { request in
            let slug = try await request.act { try $0.communities.joinSalon() }
            return .seeOther(.community(slug))
        }
    }
}

extension Link {
    static let joinSalon = Link.inside("/animation/salon")
}
