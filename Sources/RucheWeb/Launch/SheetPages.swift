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
        preparation.number(field) > 0 ? ui.words.number(preparation.number(field)) : blank
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
              <p>\(ui("J’accorde à chaque membre %@ h par mois sur son temps de travail, et %@ h par mois à son animation.", hours(.hoursPerMember), hours(.hoursPromised)))</p>
              <p>\(ui("Les membres y parlent entre pairs. Je ne lis pas leurs échanges et ne demande à personne de les rapporter ; je reçois des chiffres d’ensemble, et la communauté rend compte chaque année de ce qu’elle a changé."))</p>
              <p>\(ui("Ce soutien vaut pour %@.", preparation[.lifetime].line() ?? blank))</p>
              <dl class="sheet__list">
                <div class="sheet__line"><dt>\(ui("Nom"))</dt><dd>\(preparation[.sponsorName].line() ?? blank)</dd></div>
                <div class="sheet__line"><dt>\(ui("Fonction"))</dt><dd>\(preparation[.sponsorTitle].line() ?? blank)</dd></div>
                <div class="sheet__line"><dt>\(ui("Date"))</dt><dd>\(blank)</dd></div>
                <div class="sheet__line sheet__line--tall"><dt>\(ui("Signature"))</dt><dd></dd></div>
              </dl>
            </div>
            """), ui)
}

/// The quick-start sheet: the community's own address, five gestures, and whom to ask.
func quickStartPage(_ dossier: Dossier, address: String, _ ui: Screen) -> HTML {
    let community = dossier.path.community
    let gestures: [(String, String)] = [
        (
            ui("Entrer"),
            ui(
                "Ouvrez l’adresse ci-dessus, tapez votre adresse de courriel, puis ouvrez le lien reçu. Il n’y a pas de mot de passe."
            )
        ),
        (ui("Lire"), ui("L’accueil montre d’abord les questions sur lesquelles vous pouvez aider.")),
        (ui("Demander"), ui("Une phrase suffit. Rien qui identifie un patient ou un collègue.")),
        (ui("Répondre"), ui("Même une réponse partielle aide : dites ce que vous faites, et dans quel contexte.")),
        (
            ui("Dire ce qui a servi"),
            ui("Sous une réponse, « Utile » remercie la personne et aide les suivants à trouver.")
        ),
    ]
    return page(
        Page(
            ui("Pour commencer"), at: .launch,
            """
            \(if: ui.isMember, crumbs([(ui("Mise en place"), .launch), (ui.title(of: .tools), .step(.tools))], ui))
            \(pageHead(ui("Pour commencer"), eyebrow: community.name, lede: dossier.preparation[.domain].line(), actions: printButton(ui)))
            <div class="sheet stack stack--l">
              <p class="sheet__address">\(address)</p>
              <ol class="sheet__steps stack">\(each: gestures, { "<li><strong>\($0.0)</strong><br>\($0.1)</li>" })</ol>
              <dl class="sheet__list">
                <div class="sheet__line"><dt>\(ui("La promesse"))</dt><dd>\(ui("une première réponse en %@", ui.name(of: community.promise)))</dd></div>
                \(some: dossier.meetings.first, { meeting in "<div class=\"sheet__line\"><dt>\(ui("Prochaine rencontre"))</dt><dd>\(ui.inZone(Zone(meeting.zone)).dateTime(meeting.startsAt).capitalizedFirst) : \(meeting.title)</dd></div>" })
                <div class="sheet__line"><dt>\(ui("À qui demander"))</dt><dd>\(dossier.facilitators.map(\.name).joined(separator: ", "))</dd></div>
              </dl>
            </div>
            """), ui)
}
