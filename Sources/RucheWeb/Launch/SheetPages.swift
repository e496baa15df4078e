import Calendaring
import Markup
import Ruche

// Sheets to print: the letter that a sponsor signs, and the page that lies beside the computer of a ward.

/// The letter of support, filled with what is known; a blank stands where something is to be written by hand.
func supportLetterPage(_ dossier: Dossier, _ ui: Screen) -> HTML {
    let preparation = dossier.preparation
    let community = dossier.path.community
    let blank = "……………………"
    func hours(_ field: StepField) -> String {
        preparation.minutes(field) > 0 ? ui.length(minutes: preparation.minutes(field)) : ui("%@ h", blank)
    }
    return page(
        Page(
            ui("Lettre de soutien"), at: .launch,
            """
            \(crumbs([(ui("Mise en place"), .launch), (ui.title(of: .group), .step(.group))], ui))
            \(pageHead(ui("Lettre de soutien"), actions: printButton(ui)))
            <div class="sheet prose stack stack--l">
              <p>\(ui("Je soutiens la communauté de pratique « %@ ».", community.name))</p>
              \(some: preparation[.domain].line(limit: 500), { "<p>\(ui("Son domaine : %@", $0))</p>" })
              <p>\(ui("J’accorde à chaque membre %@ par mois sur son temps de travail, et %@ par mois à son animation.", hours(.hoursPerMember), hours(.hoursPromised)))</p>
              <p>\(ui("Les membres y parlent entre pairs. Je ne lis pas leurs échanges et ne demande à personne de les rapporter ; je reçois des chiffres d’ensemble, et la communauté rend compte chaque année de ce qu’elle a changé."))</p>
              <dl class="sheet__list">
                <div class="sheet__line"><dt>\(ui("Durée de ce soutien"))</dt><dd class="prose--kept">\(preparation[.lifetime].line() ?? blank)</dd></div>
                <div class="sheet__line"><dt>\(ui("Nom"))</dt><dd>\(preparation[.sponsorName].line() ?? blank)</dd></div>
                <div class="sheet__line"><dt>\(ui("Fonction"))</dt><dd>\(preparation[.sponsorTitle].line() ?? blank)</dd></div>
                <div class="sheet__line"><dt>\(ui("Date"))</dt><dd>\(blank)</dd></div>
                <div class="sheet__line sheet__line--tall"><dt>\(ui("Signature"))</dt><dd></dd></div>
              </dl>
            </div>
            """), ui)
}

/// The quick-start sheet: the community's own address, the five gestures that each tries once, and whom to ask.
func quickStartPage(_ dossier: Dossier, address: String, _ ui: Screen) -> HTML {
    let community = dossier.path.community
    let members = address + "/membres"
    let blank = "……………………"
    return page(
        Page(
            ui("Pour commencer"), at: .launch,
            """
            \(if: ui.isMember, crumbs([(ui("Mise en place"), .launch), (ui.title(of: .tools), .step(.tools))], ui))
            \(pageHead(ui("Pour commencer"), eyebrow: community.name, lede: dossier.preparation[.domain].line(), actions: printButton(ui)))
            <div class="sheet stack stack--l">
              <div><p class="sheet__address">\(address)</p><p class="mt-2">\(ui("Tapez votre adresse de courriel, puis ouvrez le lien reçu. Un mot de passe est possible, jamais obligatoire."))</p></div>
              <ol class="sheet__steps stack">\(each: FirstAct.allCases, { "<li><strong>\(ui.name(of: $0))</strong><br>\(ui.howTo($0))</li>" })</ol>
              <dl class="sheet__list">
                <div class="sheet__line"><dt>\(ui("La promesse"))</dt><dd>\(ui("une première réponse en %@", ui.name(of: community.promise)))</dd></div>
                \(some: dossier.meetings.first, { meeting in "<div class=\"sheet__line\"><dt>\(ui("Prochaine rencontre"))</dt><dd>\(ui.inZone(Zone(meeting.zone)).dateTime(meeting.startsAt).capitalizedFirst) : \(meeting.title)</dd></div>" })
                <div class="sheet__line"><dt>\(ui("À qui demander"))</dt><dd>\(dossier.facilitators.map(\.name).joined(separator: ", ")), \(ui("par un message privé :")) <span class="sheet__link">\(members)</span><br>\(ui("Téléphone ou courriel : %@", blank))</dd></div>
              </dl>
            </div>
            """), ui)
}

extension Screen {
    /// How one tries a gesture, in a sentence for paper.
    fileprivate func howTo(_ act: FirstAct) -> String {
        switch act {
        case .read: self("L’accueil montre d’abord les questions sur lesquelles vous pouvez aider.")
        case .mail: self("Sur « Vérifier mon poste », demandez un courriel d’essai et ouvrez le lien qu’il porte.")
        case .ask:
            self(
                "Une phrase suffit. Rien qui identifie un patient ou un collègue. Si quelqu’un l’a déjà posée, dites « moi aussi »."
            )
        case .reply: self("Même une réponse partielle aide : dites ce que vous faites, et dans quel contexte.")
        case .vote: self("Donnez votre avis sur les besoins, ou remerciez d’un « Utile » la réponse qui a servi.")
        }
    }
}
