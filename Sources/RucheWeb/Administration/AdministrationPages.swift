import Markup
import Ruche

/// The service, seen by who runs it: volumes and mails, no content.
func administrationPage(_ communities: [CommunityVolume], _ mails: [SentMail], _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Administration"),
            """
            \(pageHead(ui("Administration"), lede: ui("Vous faites marcher le service. Vous ne lisez pas les communautés.")))
            <div class="stack stack--xl">
              <section aria-labelledby="volumes"><h2 id="volumes">\(ui("Communautés"))</h2>
              <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("Volumes, communauté par communauté"))"><table class="table"><thead><tr><th scope="col">\(ui("Adresse"))</th><th scope="col">\(ui("Membres"))</th><th scope="col">\(ui("Questions"))</th><th scope="col">\(ui("Réponses"))</th><th scope="col">\(ui("Créée"))</th></tr></thead><tbody>\(each: communities, { volume in
                "<tr><th scope=\"row\">\(volume.slug)</th><td>\(ui.words.number(volume.members))</td><td>\(ui.words.number(volume.questions))</td><td>\(ui.words.number(volume.replies))</td><td>\(ui.relative(volume.createdAt))</td></tr>"
              })</tbody></table></div></section>
              <section aria-labelledby="courriels"><h2 id="courriels">\(ui("Derniers courriels"))</h2>
              \(if: mails.isEmpty, "<p class=\"muted mt-3\">\(ui("Aucun courriel encore."))</p>", else: """
                <div class="table-wrap mt-3" tabindex="0" role="region" aria-label="\(ui("%@ : %@", ui("Derniers courriels"), ui("Tableau")))"><table class="table"><thead><tr><th scope="col">\(ui("Destinataire"))</th><th scope="col">\(ui("État"))</th><th scope="col">\(ui("Le"))</th><th scope="col">\(ui("Réponse du serveur"))</th></tr></thead><tbody>\(each: mails, { mail in
                "<tr><th scope=\"row\">\(mail.recipient.masked)</th><td>\(ui.name(of: mail.state))</td><td>\(ui.relative(mail.createdAt))</td><td>\(mail.lastError ?? "")</td></tr>"
                })</tbody></table></div>
                """)</section>
            </div>
            """), ui)
}

extension Screen {
    func name(of state: QueuedMail.State) -> String {
        switch state {
        case .queued: self("en attente")
        case .sending: self("en cours d’envoi")
        case .sent: self("envoyé")
        case .refused: self("refusé")
        case .unknown: self("peut-être parti")
        }
    }
}

/// The demonstration's mailbox: what would have left.
func mailboxPage(_ mails: [SentMail], _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Courriels envoyés"),
            """
            \(pageHead(ui("Courriels envoyés"), lede: ui("Sur la démonstration, aucun courriel ne part : les voici, le dernier d’abord.")))
            \(if: mails.isEmpty, emptyState(ui("Aucun courriel encore"), ui("Demandez un lien de connexion, ou invitez quelqu’un : la lettre sera ici."), id: "vide"), else: """
                <ul class="rows narrow">\(each: mails, { mailRow($0, ui) })</ul>
                """)
            """), ui)
}

/// The links of a letter are made to be followed.
private func mailRow(_ mail: SentMail, _ ui: Screen) -> HTML {
    """
    <li><h2 class="small-head">\(mail.subject ?? ui("En préparation"))</h2><p class="meta">\(ui("À %@, %@", mail.recipient.rawValue, ui.relative(mail.createdAt)))</p>\(some: mail.text, { "<div class=\"prose prose--kept mt-3\">\(each: pieces($0), { piece in piece.isAddress ? "<a href=\"\(piece.text)\">\(piece.text)</a>" : HTML(text: piece.text) })</div>" })</li>
    """
}

/// A plain text cut at its addresses.
private func pieces(_ text: String) -> [(text: String, isAddress: Bool)] {
    var pieces: [(text: String, isAddress: Bool)] = []
    var rest = Substring(text)
    while let start = rest.range(of: "http") {
        let end = rest[start.lowerBound...].firstIndex { $0.isWhitespace || $0 == ">" || $0 == "<" } ?? rest.endIndex
        pieces.append((String(rest[..<start.lowerBound]), false))
        pieces.append((String(rest[start.lowerBound..<end]), true))
        rest = rest[end...]
    }
    pieces.append((String(rest), false))
    return pieces
}

/// *Pour aller plus loin*: the three resources of the mission, and the rule of the place.
func helpPage(_ ui: Screen) -> HTML {
    open(
        ui("Aide"),
        """
        \(pageHead(ui("Aide"), lede: ui("Ruche tient en quelques gestes : demander, répondre, dire ce qui a servi.")))
        <div class="narrow stack stack--l">
          <section aria-labelledby="gestes"><h2 id="gestes">\(ui("Les gestes de tous les jours"))</h2>
          <ul class="stack mt-3"><li>\(ui("Poser une question : une phrase suffit. Le contexte peut venir après."))</li><li>\(ui("Répondre : votre expérience, un savoir-faire ou une publication, à égalité."))</li><li>\(ui("Utile pour moi : dites à quelqu’un que sa réponse vous a servi."))</li><li>\(ui("Retenir une solution : la personne qui a posé la question le décide, et peut remercier."))</li><li>\(ui("Moi aussi : cette question est aussi la vôtre."))</li></ul></section>
          <section aria-labelledby="patients"><h2 id="patients">\(ui("Jamais d’élément sur un patient"))</h2><p class="mt-3">\(ui("Ni nom, ni âge exact, ni date, ni chambre. Avant de publier, Ruche relit et propose un remplacement ; rien ne part sans vous."))</p></section>
          <section aria-labelledby="loin"><h2 id="loin">\(ui("Pour aller plus loin"))</h2>
          <ul class="rows mt-3">
            <li><a class="link" href="https://www.inspq.qc.ca/sites/default/files/publications/2351_communaute_pratique_outil_pertinent_resume_connaissance.pdf">\(ui("INSPQ : la communauté de pratique, un outil pertinent"))</a><p class="meta">\(ui("Résumé des connaissances, fiche 2351"))</p></li>
            <li><a class="link" href="https://www.ethna.net">ETHNA</a><p class="meta"><a href="mailto:contact@ethna.net">contact@ethna.net</a></p></li>
            <li><a class="link" href="https://www.ccecqa.fr">CCECQA</a><p class="meta"><a href="mailto:cellule.etape@ccecqa.asso.fr">cellule.etape@ccecqa.asso.fr</a></p></li>
          </ul></section>
        </div>
        """, ui)
}

/// The whole notice: purpose, basis, what is kept and how long, who reads it, one's rights, whom to ask.
func personalDataPage(_ provider: Operator, _ ui: Screen) -> HTML {
    let kept = [
        ui(
            "Un compte que personne n’utilise : deux ans. Un courriel prévient un mois avant, un autre sept jours avant ; puis le compte s’efface, et ce qui fut écrit reste sans nom."
        ),
        ui(
            "Une invitation : quatre-vingt-dix jours après sa fin. Une demande à rejoindre : quatre-vingt-dix jours après la réponse."
        ),
        ui("Une liste de personnes à inviter : jusqu’à ce que ses invitations soient prêtes, quatorze jours au plus."),
        ui(
            "L’adresse et l’objet des courriels envoyés : un an. Une session : jusqu’à sa fin, trois mois au plus sans visite."
        ),
        ui(
            "Ce que vous écrivez, et le journal des gestes : tant que vit la communauté, ou jusqu’à ce que vous l’effaciez."
        ),
    ]
    let officer = provider.dataOfficer.map { (link: "mailto:" + $0, text: $0) }
    return open(
        ui("Vos données"),
        """
        \(pageHead(ui("Vos données"), lede: ui("Ce que Ruche garde de vous, et pourquoi.")))
        <div class="narrow stack stack--l prose">
          <h2>\(ui("Pourquoi"))</h2>
          <p>\(ui("Pour que des pairs se posent leurs questions, se répondent et gardent ce qu’ils ont appris. La base en est l’intérêt légitime de la communauté à fonctionner (RGPD, article 6.1 f), et votre accord pour ce qui est facultatif : votre carte, l’annuaire, une invitation d’après une liste."))</p>
          <h2>\(ui("Quoi"))</h2>
          <p>\(ui("Votre nom, votre adresse de courriel, et ce que vous choisissez de dire sur votre carte de membre : pour que vos pairs sachent à qui ils parlent."))</p>
          <p>\(ui("Ce que vous écrivez, avec son historique : lisible des seuls membres de la communauté. L’administrateur du serveur ne le lit pas."))</p>
          <p>\(ui("Où vous en êtes de votre lecture : pour vous seul. Personne ne voit qui a lu quoi, et rien n’est mesuré à l’ouverture des courriels."))</p>
          <p>\(ui("Un seul cookie de session, et deux préférences. Aucune mesure d’audience, aucun service tiers."))</p>
          <h2>\(ui("Combien de temps"))</h2>
          <ul>\(each: kept, { "<li>\($0)</li>" })</ul>
          <h2>\(ui("Qui les reçoit"))</h2>
          <p>\(ui("Les membres de votre communauté, selon ce que votre carte leur montre. Les courriels passent par le serveur de messagerie de l’établissement. Rien n’est vendu, ni transmis à d’autres, et aucune décision n’est prise par une machine."))</p>
          <h2>\(ui("Vos droits"))</h2>
          <p>\(ui("Vous pouvez lire vos données, les emporter, les corriger, les effacer, vous opposer aux courriels : tout se fait vous-même, sans avoir à dire pourquoi.")) <a class="link" href="\(ui.path(.ownData))">\(ui("Lire, emporter ou effacer mes données"))</a></p>
          <h2>\(ui("À qui s’adresser"))</h2>
          <p>\(provider.name.map { ui("Responsable du traitement : %@.", $0) } ?? ui("Responsable du traitement : l’établissement ou l’association qui tient ce serveur."))</p>
          <p>\(some: officer, { "\(ui("Délégation à la protection des données (DPO) :")) <a class=\"link\" href=\"\($0.link)\">\($0.text)</a>" })\(if: provider.dataOfficer == nil, "\(ui("La délégation à la protection des données (DPO) est celle de cet établissement : l’animation vous donne son adresse."))")</p>
          <p>\(ui("Si la réponse ne vous suffit pas, la CNIL reçoit les plaintes :")) <a class="link" href="https://www.cnil.fr/fr/plaintes">cnil.fr/fr/plaintes</a></p>
        </div>
        """, ui)
}

/// The notice where somebody gives their name: the essentials, and the way to the rest.
func dataNotice(_ ui: Screen) -> HTML {
    """
    <p class="meta">\(ui("Votre nom, votre adresse et ce que vous écrirez servent à faire vivre la communauté (intérêt légitime), ne sont lus que de ses membres, et s’effacent quand vous le voulez, ou après deux ans sans visite.")) <a class="link" href="\(ui.path(.personalData))">\(ui("Vos données : durées, droits, DPO, CNIL"))</a></p>
    """
}

func open(_ title: String, _ content: HTML, _ ui: Screen) -> HTML {
    ui.visitor == nil ? barePage(title, content, ui) : page(Page(title, content), ui)
}
