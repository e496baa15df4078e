import Markup
import Ruche

/// What a note was refused for, as it was typed.
struct NoteForm: Sendable {
    let id: DoneGesture.ID
    let text: String
    let refusal: Refusal
}

/// What was done from the desk, the last first; handed over with it.
func deskJournalPage(_ lines: [DoneGesture], isFirst: Bool, _ form: NoteForm?, _ ui: Screen) -> HTML {
    let next = lines.count == DeskQueries.pageOfJournal ? lines.last : nil
    return page(
        Page(
            ui("Le carnet de l’animation"), at: .desk,
            """
            \(crumbs([(ui("Animation"), .desk)], ui))
            \(pageHead(ui("Le carnet de l’animation"), lede: ui("Ce qui a été fait, par qui et quand. Une note sur une personne est lue par elle.")))
            <div class="narrow">\(if: lines.isEmpty, emptyState(ui("Rien encore"), ui("Le premier geste que vous ferez s’inscrira ici."), id: "vide"), else: "<ul class=\"rows\">\(each: lines, { journalRow($0, form, ui) })</ul>")
            <nav class="pager mt-5" aria-label="\(ui("Pages du carnet"))"><span class="btn-row">\(if: !isFirst, "<a class=\"btn\" href=\"\(ui.path(.deskJournal))\">\(ui("Revenir au début"))</a>")\(some: next, { "<a class=\"btn\" href=\"\(ui.path(.deskJournal(before: $0.id)))\">\(ui("Suite"))\(icon(.right))</a>" })</span></nav></div>
            """), ui)
}

private func journalRow(_ line: DoneGesture, _ form: NoteForm?, _ ui: Screen) -> HTML {
    let typed = form.flatMap { $0.id == line.id ? $0 : nil }
    let field = "note-\(line.id.description)"
    return """
        <li class="stack stack--s" id="geste-\(line.id.description)"><div><p><strong>\(ui.name(of: line.what))</strong>\(some: line.about, { " : \(authorName($0, ui))" })</p>\(some: line.exchange, { "<p><a href=\"\(ui.path(.question(.init($0.id))))\">\($0.title)</a></p>" })<p class="meta">\(line.isLetter ? ui("écrit par %@, %@", line.who ?? "", ui.relative(line.at)) : ui("pris en main par %@, %@", line.who ?? "", ui.relative(line.at)))</p>\(if: !line.note.isEmpty, "<p class=\"mt-2\">\(line.note)</p>")</div>
        \(if: line.isOwn, """
        <details class="more"\(flag: "open", typed != nil)><summary>\(line.note.isEmpty ? ui("Ajouter une note") : ui("Changer la note"))</summary><form class="stack mt-2" method="post" action="\(ui.path(.noteGesture(line.id)))">\(ui.formToken)\(Field(name: field, label: ui("Note"), hint: line.about == nil ? ui("Lue par l’animation, aujourd’hui et demain.") : ui("La personne concernée la lit sur sa carte."), isOptional: true, refusal: typed?.refusal, formName: "note").textarea(typed?.text ?? line.note, rows: 2, ui))<div class="btn-row"><button class="btn">\(ui("Garder la note"))</button></div></form></details>
        """)</li>
        """
}
