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
        <div class="btn-row mt-3"><a class="btn btn--primary" href="\(ui.path(.dataCopy))">\(ui("La lire"))</a><a class="btn" href="\(ui.path(.dataCopyFile))" download>\(icon(.download))\(ui("La télécharger (JSON)"))</a>\(if: copy.mayBeAskedAgain(at: ui.now), actButton(ui("En préparer une nouvelle"), .ownData, ui, style: .quiet))</div>
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
            <div class="sheet stack stack--xl">
              <section aria-labelledby="compte"><h2 id="compte">\(ui("Votre compte"))</h2><dl class="sheet__list mt-2">
                \(fact(ui("Nom"), data.account.name))\(fact(ui("Adresse de courriel"), data.account.email))\(fact(ui("Créé le"), ui.day(data.account.createdAt)))\(fact(ui("Sessions ouvertes"), ui.words.number(data.sessions.count)))
              </dl></section>
              \(each: Array(data.memberships.enumerated()), { membership($0.element, number: $0.offset + 1, ui) })
            </div>
            """), ui)
}

private func fact(_ label: String, _ value: String?) -> HTML {
    guard let value, !value.isEmpty else { return "" }
    return "<div class=\"sheet__line\"><dt>\(label)</dt><dd>\(value)</dd></div>"
}

private func membership(_ membership: PersonalData.Membership, number: Int, _ ui: Screen) -> HTML {
    let posts = (membership.questions + membership.replies).sorted { $0.writtenAt > $1.writtenAt }
    return """
        <section aria-labelledby="c\(number)"><h2 id="c\(number)">\(membership.community)</h2><dl class="sheet__list mt-2">
          \(fact(ui("Nom"), membership.name))\(fact(ui("Établissement"), membership.establishment))\(fact(ui("Je peux aider sur"), membership.canHelpOn))\(fact(ui("J’aimerais apprendre"), membership.wantsToLearn))
          \(fact(ui("Membre depuis"), ui.day(membership.joinedAt)))\(fact(ui("Parti le"), membership.leftAt.map { ui.day($0) }))
          \(fact(ui("Messages"), ui("%d question", "%d questions", membership.questions.count) + ", " + ui("%d réponse", "%d réponses", membership.replies.count)))
          \(fact(ui("Autres gestes"), ui("%d ligne du journal", "%d lignes du journal", membership.journal.count)))
        </dl>
        \(if: !posts.isEmpty, """
            <details class="more mt-3"><summary>\(ui("Lire tout ce que vous avez écrit"))</summary><ul class="rows mt-2">\(each: posts, { post in
                "<li><p class=\"meta\">\(ui.day(post.writtenAt))\(if: post.deletedAt != nil, ", \(ui("retiré"))")</p>\(some: post.title, { "<p><strong>\($0)</strong></p>" })<p class=\"prose--kept\">\(post.body)</p></li>"
            })</ul></details>
            """)</section>
        """
}

extension Screen {
    fileprivate func day(_ date: Date) -> String { words.day(Int64(date.timeIntervalSince1970 * 1_000)) }
}
