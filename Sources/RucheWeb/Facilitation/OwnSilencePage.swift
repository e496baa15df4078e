import Markup
import Ruche

/// What the facilitators may read of the reader: nothing is said of somebody that they can't read too.
func ownSilencePage(_ own: OwnSilence, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Ce que l’animation lit de vous"), at: .members,
            """
            \(crumbs([(ui("Votre carte de membre"), .ownCard)], ui))
            \(pageHead(ui("Ce que l’animation lit de vous"), lede: ui("Rien n’est dit de quelqu’un qu’il ne puisse lire aussi.")))
            <div class="narrow stack stack--xl">
              <section aria-labelledby="silence"><h2 id="silence">\(ui("Plus silencieux qu’à l’habitude"))</h2>
              <p class="mt-2">\(ui.sentence(of: own))</p>
              <p class="muted mt-2">\(ui("Cette liste aide l’animation à prendre des nouvelles, d’un mot écrit par une personne. Elle vous compare à vos propres habitudes, jamais aux autres ; cinq noms au plus, vus de l’animation seule, jamais exportés."))</p>
              <form class="mt-3" method="post" action="\(ui.path(.ownSilence))">\(ui.formToken)\(if: own.hasLeftList, "<button class=\"btn\" name=\"liste\" value=\"revenir\">\(ui("Y figurer de nouveau, le cas échéant"))</button>", else: "<button class=\"btn\" name=\"liste\" value=\"quitter\">\(ui("Quitter cette liste pour de bon"))</button>")</form></section>
              <section aria-labelledby="notes"><h2 id="notes">\(ui("Les notes à votre sujet"))</h2>\(if: own.notes.isEmpty, "<p class=\"muted mt-2\">\(ui("Aucune."))</p>", else: "<ul class=\"rows mt-3\">\(each: own.notes, { "<li><p>\($0.note)</p><p class=\"meta\">\(ui.name(of: $0.what)), \(ui.relative($0.at))\(some: $0.who, { ", \($0)" })</p></li>" })</ul>")</section>
              \(if: !own.facilitators.isEmpty, managers(own, ui))
            </div>
            """), ui)
}

private func managers(_ own: OwnSilence, _ ui: Screen) -> HTML {
    """
    <section aria-labelledby="resp"><h2 id="resp">\(ui("Qui vous encadre au travail"))</h2><p class="muted mt-2">\(ui("Une personne de l’animation qui vous encadre ne voit rien de votre silence. Elle peut le dire, ou vous."))</p>
    <ul class="rows rows--tight mt-3">\(each: own.facilitators, { facilitator in
        let holds = own.managers.contains(facilitator)
        return "<li class=\"spread\"><span>\(facilitator.name)</span><form method=\"post\" action=\"\(ui.path(.ownSilence))\">\(ui.formToken)<input type=\"hidden\" name=\"responsable\" value=\"\(facilitator.id.description)\"><button class=\"btn btn--quiet\" name=\"faire\" value=\"\(if: holds, "retirer", else: "declarer")\">\(holds ? ui("Ne m’encadre plus") : ui("M’encadre au travail"))</button></form></li>"
    })</ul></section>
    """
}

extension Screen {
    fileprivate func sentence(of own: OwnSilence) -> String {
        if own.hasLeftList { return self("Vous avez quitté cette liste : votre nom n’y paraîtra pas.") }
        if own.isPaused { return self("Vous êtes en pause : vous êtes compté·e parmi les pauses, jamais nommé·e.") }
        switch own.reason {
        case .stopped(let last)?:
            return self(
                "Aujourd’hui elle dirait de vous : prenait part presque chaque semaine, rien depuis le %@.",
                words.day(last.milliseconds))
        case .ownQuestion(let question, let asked)?:
            return self(
                "Aujourd’hui elle dirait de vous : sa question « %@ » est sans solution depuis le %@.", question.title,
                words.day(asked.milliseconds))
        case .missedMeetings?:
            return self("Aujourd’hui elle dirait de vous : venait aux rencontres, absent·e aux deux dernières.")
        case nil: return self("Aujourd’hui elle ne dirait rien de vous.")
        }
    }
}
