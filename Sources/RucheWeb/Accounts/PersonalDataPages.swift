import Foundation
import Markup
import Ruche

import struct Persistence.Instant

/// All that is kept of the reader, in a form that a person reads; the same as a file for a program.
func ownDataPage(_ data: PersonalData, _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Ce que Ruche garde de vous"),
            """
            \(crumbs([(ui("Votre compte"), .account)], ui))
            \(pageHead(ui("Ce que Ruche garde de vous"), lede: ui("Ce que vous avez dit de vous, écrit et fait. Ce que les autres ont écrit reste à eux."), actions: "<a class=\"btn btn--primary\" href=\"\(ui.path(.ownDataFile))\" download>\(icon(.download))\(ui("Tout télécharger (JSON)"))</a>"))
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
