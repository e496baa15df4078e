import Markup
import Ruche

/// From a link of the letter that asks where a question happens: what the link says, behind one button, since what reads
/// mail follows links too; then the other row.
func contextSheetPage(
    _ sheet: ContextSheet, at link: Link, setting: Question.Setting?, sought: Question.Sought?, isSaid: Bool,
    _ ui: Screen
) -> HTML {
    let saysPlace = setting != nil && !isSaid
    let saysWish = sought != nil && !isSaid
    return barePage(
        ui("Où cela se passe-t-il ?"),
        """
        <div class="narrow stack stack--l"><p class="eyebrow">\(sheet.community)</p><h1>\(sheet.title)</h1>
        \(if: isSaid, "<p class=\"note\" role=\"status\">\(icon(.done))\(ui("C’est noté, merci : on vous répondra mieux."))</p>")
        \(if: saysPlace || saysWish, """
            <form method="post" action="\(ui.path(link))">\(ui.formToken)\(some: saysPlace ? setting : nil, { "<button class=\"btn btn--primary btn--lg\" name=\"lieu\" value=\"\($0.rawValue)\">\(icon(.check))\(ui("Cela se passe ici : %@", ui.name(of: $0)))</button>" })\(some: saysWish ? sought : nil, { "<button class=\"btn btn--primary btn--lg\" name=\"attente\" value=\"\($0.rawValue)\">\(icon(.check))\(ui("Je cherche plutôt : %@", ui.name(of: $0)))</button>" })</form>
            """)
        <form class="stack" method="post" action="\(ui.path(link))">\(ui.formToken)
        \(if: !saysPlace && (sheet.setting == nil || !isSaid), "<fieldset><legend class=\"label\">\(ui("Où"))</legend><div class=\"cluster mt-2\">\(each: Question.Setting.allCases, { "<button class=\"btn\" name=\"lieu\" value=\"\($0.rawValue)\" aria-pressed=\"\(if: sheet.setting == $0, "true", else: "false")\">\(ui.name(of: $0))</button>" })</div></fieldset>")
        \(if: !saysWish && sheet.sought == nil, "<fieldset><legend class=\"label\">\(ui("Vous cherchez plutôt…"))</legend><div class=\"cluster mt-2\">\(each: Question.Sought.allCases, { "<button class=\"btn\" name=\"attente\" value=\"\($0.rawValue)\">\(ui.name(of: $0))</button>" })</div></fieldset>")
        </form>
        <p><a class="link" href="\(Link.question(sheet.question).path(in: sheet.slug))">\(ui("Relire la question et ses réponses"))</a></p></div>
        """, ui)
}
