import Foundation
import Markup
import Ruche

import struct Persistence.Instant

struct OwnDataOnPage: Sendable {
    let copy: DataCopy?
}

/// Where one takes one's data away, or has them erased.
func ownDataPage(_ model: OwnDataOnPage, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Vos données"),
            """
            \(crumbs([(ui("Votre compte"), .account)], ui))
            \(pageHead(ui("Vos données"), lede: ui("Ce que vous avez dit de vous, écrit et fait. Ce que les autres ont écrit reste à eux.")))
            <div class="narrow stack stack--xl">
              <section aria-labelledby="emporter"><h2 id="emporter">\(ui("Les lire et les emporter"))</h2>\(copyState(model.copy, ui))</section>
              <section aria-labelledby="corriger"><h2 id="corriger">\(ui("Les corriger"))</h2><p class="mt-2">\(ui("Votre carte de membre, dans chaque communauté, et vos messages se modifient à tout moment."))</p></section>
              <section aria-labelledby="effacer"><h2 id="effacer">\(ui("Les effacer"))</h2><p class="mt-2">\(ui("Votre compte disparaît. Vos messages restent sans votre nom, ou disparaissent aussi : vous choisissez."))</p><div class="btn-row mt-3"><a class="btn" href="\(ui.path(.erase))">\(ui("Effacer mon compte"))</a></div></section>
            </div>
            """), ui)
}

private func copyState(_ copy: DataCopy?, _ ui: Screen) -> HTML {
    guard let copy else {
        return """
            <p class="mt-2">\(ui("Une copie se prépare à part, en une minute ou deux. Un courriel vous dit qu’elle est prête ; elle reste sept jours."))</p><div class="mt-3">\(actButton(ui("Préparer ma copie"), .ownData, ui, style: .primary))</div>
            """
    }
    guard let madeAt = copy.madeAt else {
        return """
            <p class="note mt-3">\(icon(.info))\(ui("Votre copie se prépare. Vous pouvez fermer cette page : un courriel vous dira qu’elle est prête."))</p><div class="btn-row mt-3"><a class="btn" href="\(ui.path(.ownData))">\(ui("Voir si elle est prête"))</a></div>
            """
    }
    return """
        <p class="mt-2">\(ui("Préparée %@, gardée jusqu’au %@.", ui.relative(madeAt), ui.date(copy.expiresAt)))</p>
        <div class="btn-row mt-3"><a class="btn btn--primary" href="\(ui.path(.dataCopy))">\(ui("La lire"))</a><a class="btn" href="\(ui.path(.dataCopyArchive))" download>\(icon(.download))\(ui("La télécharger, avec vos fichiers (ZIP)"))</a><a class="btn btn--quiet" href="\(ui.path(.dataCopyFile))" download>\(ui("Les données seules (JSON)"))</a>\(if: copy.mayBeAskedAgain(at: ui.now), actButton(ui("En préparer une nouvelle"), .ownData, ui, style: .quiet))</div>
        """
}

/// All that is kept of the reader, in a form that a person reads; the same as the file for a program.
func dataCopyPage(_ data: PersonalData, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Ce que Ruche garde de vous"),
            """
            \(crumbs([(ui("Votre compte"), .account), (ui("Vos données"), .ownData)], ui))
            \(pageHead(ui("Ce que Ruche garde de vous"), lede: ui("Ce que vous avez dit de vous, écrit et fait. Ce que les autres ont écrit reste à eux.")))
            <div class="sheet stack stack--xl">\(copyBody(data, ui))</div>
            """), ui)
}

/// The same as a page of its own, for the archive.
func dataCopyDocument(_ data: PersonalData, style: String, _ ui: Screen) -> HTML {
    """
    <!doctype html>
    <html lang="\(ui.language.rawValue)"><head><meta charset="utf-8"><title>\(ui("Ce que Ruche garde de vous"))</title>\(HTML(trusting: "<style>\(style)</style>"))</head>
    <body><h1>\(ui("Ce que Ruche garde de vous"))</h1><p>\(ui("Ce que vous avez dit de vous, écrit et fait. Ce que les autres ont écrit reste à eux."))</p>
    \(copyBody(data, ui))</body></html>
    """
}

private func copyBody(_ data: PersonalData, _ ui: Screen) -> HTML {
    let account = data.account
    return """
        <section aria-labelledby="compte"><h2 id="compte">\(ui("Votre compte"))</h2><dl class="sheet__list mt-2">
          \(fact(ui("Nom"), account.name))\(fact(ui("Adresse de courriel"), account.email))\(fact(ui("Adresse à confirmer"), account.addressToCome))\(fact(ui("Créé le"), ui.day(account.createdAt)))\(fact(ui("Mot de passe choisi le"), account.passwordChosenAt.map { ui.day($0) }))\(fact(ui("Langue"), account.language))\(fact(ui("Fuseau horaire"), account.zone))
        </dl>
        \(list(ui("Sessions ouvertes"), data.sessions.map { ($0.startedAt, $0.device) }, ui))
        \(lines(ui("Invitations reçues"), data.invitations, ui))
        \(lines(ui("D’où elles venaient, et votre accord"), data.origins ?? [], ui))
        \(lines(ui("Demandes à rejoindre"), data.joinRequests, ui))
        \(lines(ui("Journal du compte : connexions et réglages"), data.journal ?? [], ui))</section>
        \(each: Array(data.memberships.enumerated()), { membership($0.element, number: $0.offset + 1, ui) })
        """
}

private func fact(_ label: String, _ value: String?) -> HTML {
    guard let value, !value.isEmpty else { return "" }
    return "<div class=\"sheet__line\"><dt>\(label)</dt><dd>\(value)</dd></div>"
}

private func membership(_ membership: PersonalData.Membership, number: Int, _ ui: Screen) -> HTML {
    """
    <section aria-labelledby="c\(number)"><h2 id="c\(number)">\(membership.community)</h2>\(card(membership, ui))
    \(posts(membership, ui))
    \(list(ui("Fichiers"), (membership.files ?? []).map { (nil, [$0.path, $0.description].filter { !$0.isEmpty }.joined(separator: " · ")) }, ui))
    \(lines(ui("Champs que vous gardez pour vous ou pour l’animation"), membership.privateFields, ui))
    \(each: PersonalData.Record.allCases, { lines(ui.name(of: $0), membership.records?[$0.rawValue] ?? [], ui) })
    \(lines(ui("Moi aussi"), membership.meToo, ui))\(lines(ui("Réponses marquées utiles"), membership.usefulMarks, ui))
    \(lines(ui("Besoins"), membership.needs, ui))\(lines(ui("Objectifs"), membership.objectives, ui))
    \(lines(ui("Rencontres proposées"), membership.meetings, ui))\(lines(ui("Décisions proposées"), membership.decisions, ui))
    \(lines(ui("Réponses aux décisions"), membership.decisionAnswers, ui))\(lines(ui("Chartes acceptées"), membership.charters, ui))
    \(lines(ui("Fonctions tenues"), membership.functions, ui))
    \(list(ui("Brouillons"), membership.drafts.map { ($0.savedAt, "\($0.place) : \($0.fields)") }, ui))
    \(lines(ui("Où vous en êtes de votre lecture"), membership.readUpTo, ui))
    \(lines(ui("Ce que l’animation a fait à votre sujet"), membership.facilitation, ui))\(lines(ui("Silence et hiérarchie"), membership.silence, ui))
    \(lines(ui("Journal de vos gestes"), membership.journal, ui))</section>
    """
}

private func card(_ membership: PersonalData.Membership, _ ui: Screen) -> HTML {
    """
    <dl class="sheet__list mt-2">
      \(fact(ui("Nom"), membership.name))\(fact(ui("Métier"), Profession(code: membership.profession).map { ui.name(of: $0) }))\(fact(ui("Spécialité"), membership.speciality))
      \(fact(ui("Lieu"), membership.setting.flatMap { Question.Setting(rawValue: $0) }.map { ui.name(of: $0) }))\(fact(ui("Établissement"), membership.establishment))\(fact(ui("Territoire"), membership.territory))
      \(fact(ui("Je peux aider sur"), membership.canHelpOn))\(fact(ui("J’aimerais apprendre"), membership.wantsToLearn))
      \(fact(ui("Dans l’annuaire"), membership.isListed ? ui("oui") : ui("non")))\(fact(ui("Sollicitations par mois"), ui.words.number(membership.asksPerMonth)))\(fact(ui("Courriels"), membership.mailTempo))
      \(fact(ui("Membre depuis"), ui.day(membership.joinedAt)))\(fact(ui("Parti le"), membership.leftAt.map { ui.day($0) }))\(fact(ui("En pause jusqu’au"), membership.pausedUntil.map { ui.day($0) }))\(fact(ui("Dernière visite"), membership.lastVisitAt.map { ui.day($0) }))
    </dl>
    """
}

private func posts(_ membership: PersonalData.Membership, _ ui: Screen) -> HTML {
    let posts = (membership.questions + membership.replies).sorted { $0.writtenAt > $1.writtenAt }
    if posts.isEmpty { return "" }
    return """
        <details class="more mt-3" open><summary>\(ui("%d question", "%d questions", membership.questions.count)), \(ui("%d réponse", "%d réponses", membership.replies.count))</summary><ul class="rows mt-2">\(each: posts, { post in
            "<li><p class=\"meta\">\(ui.day(post.writtenAt))\(if: post.deletedAt != nil, ", \(ui("retiré"))")\(if: post.isNameless == true, ", \(ui("sans votre nom"))")</p>\(some: post.title, { "<p><strong>\($0)</strong></p>" })<p class=\"prose--kept\">\(post.body)</p>\(each: (post.context ?? [:]).sorted { $0.key < $1.key }, { "<p class=\"meta\">\($0.key) : \($0.value)</p>" })</li>"
        })</ul></details>
        """
}

private func lines(_ title: String, _ lines: [PersonalData.Line], _ ui: Screen) -> HTML {
    list(title, lines.map { ($0.at, [$0.about, $0.text].filter { !$0.isEmpty }.joined(separator: " : ")) }, ui)
}

private func list(_ title: String, _ lines: [(at: Date?, text: String)], _ ui: Screen) -> HTML {
    if lines.isEmpty { return "" }
    return """
        <details class="more mt-3"><summary>\(title) (\(ui.words.number(lines.count)))</summary><ul class="rows rows--tight mt-2">\(each: lines, { "<li><p class=\"prose--kept\">\($0.text)\(some: $0.at, { " <span class=\"meta\">\(ui.day($0))</span>" })</p></li>" })</ul></details>
        """
}

extension Screen {
    func name(of record: PersonalData.Record) -> String {
        switch record {
        case .earlierNames: self("Vos noms d’avant")
        case .hello: self("Votre mot de bienvenue")
        case .follows: self("Échanges suivis ou mis en sourdine")
        case .topicFollows: self("Sujets suivis ou mis en sourdine")
        case .bookmarks: self("Échanges gardés de côté")
        case .reactions: self("Signes laissés sur des messages")
        case .mutedGestures: self("Gestes que vous ne voulez plus voir proposés")
        case .selfCheck: self("Vérification de votre poste")
        case .sources: self("Sources citées")
        case .whatBecame: self("Ce que sont devenues les réponses reçues")
        case .withoutUs: self("Ce que vous auriez fait sans le groupe")
        case .privateWords: self("Mots échangés en privé")
        case .announcements: self("Annonces")
        case .syntheses: self("Synthèses")
        case .cases: self("Cas proposés")
        case .flags: self("Signalements")
        case .confirmations: self("Textes confirmés sans élément de patient")
        case .moves: self("Échanges déplacés")
        case .needVotes: self("Votes sur les besoins")
        case .reviewVoices: self("Votre voix dans les bilans")
        case .measures: self("Mesures saisies")
        case .resources: self("Ressources")
        case .surveys: self("Enquêtes")
        case .charters: self("Versions de charte")
        case .templates: self("Modèles de message")
        case .facilitationTime: self("Temps d’animation")
        case .preparation: self("Étapes de la mise en place")
        case .invitations: self("Invitations envoyées")
        case .invitationLinks: self("Liens d’invitation créés")
        case .lists: self("Listes de personnes")
        case .requests: self("Demandes à rejoindre, décidées")
        case .facilitationNotes: self("Gestes d’animation faits")
        case .rereadings: self("Relectures décidées")
        case .solicitations: self("Sollicitations reçues")
        case .waiting: self("Courriels groupés en attente")
        case .welcomed: self("Personnes accueillies")
        }
    }

    fileprivate func day(_ date: Date) -> String { words.day(Int64(date.timeIntervalSince1970 * 1_000)) }
}
