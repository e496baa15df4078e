import Markup
import Ruche

struct PrivateTalkForm {
    /// Whom it is for, as typed.
    var names = ""
    var text = ""
    var refusal: Refusal? = nil
    var wall: GuardWall? = nil
}

/// The talks of the reader, and nobody else's.
func privateTalksPage(_ talks: [PrivateTalk], _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Mots en privé"), at: .members,
            """
            \(crumbs([(ui("Membres"), .members)], ui))
            \(pageHead(ui("Mots en privé"), lede: ui("De vous à une à huit personnes. Personne d’autre ne les lit, sauf un mot que l’une d’elles signale à l’animation."), actions: "<a class=\"btn btn--primary\" href=\"\(ui.path(.newPrivateTalk))\">\(icon(.edit))\(ui("Écrire un mot"))</a>"))
            \(if: talks.isEmpty, emptyState(ui("Aucun mot pour l’instant"), ui("Pour remercier, demander conseil à une personne, préparer une rencontre à quelques-uns. Ce qui peut servir à d’autres se dit mieux dans un échange."), id: "aucun"), else: "<ul class=\"rows\">\(each: talks, { talkRow($0, ui) })</ul>")
            """), ui)
}

private func talkRow(_ talk: PrivateTalk, _ ui: Screen) -> HTML {
    """
    <li class="feed">\(icon(.mail))<div><h2 class="ask__title"><a href="\(ui.path(.privateTalk(talk.id)))">\(names(talk.others, ui))</a></h2><p class="muted">\(lastWords(of: talk, ui))</p><p class="meta">\(ui.relative(talk.lastAt))\(if: talk.unread > 0, " <span class=\"status status--waiting\">\(ui("%d non lu", "%d non lus", talk.unread))</span>")</p></div></li>
    """
}

private func lastWords(of talk: PrivateTalk, _ ui: Screen) -> String {
    if talk.isLastHidden { return ui("Le dernier mot est masqué : il a été signalé.") }
    if talk.lastAuthor.id == ui.member?.id { return ui("Vous : %@", talk.lastWords.isEmpty ? "…" : talk.lastWords) }
    return talk.lastWords.isEmpty ? ui("Mot repris par son auteur.") : talk.lastWords
}

private func names(_ people: [Author], _ ui: Screen) -> String {
    people.isEmpty ? ui("Vous seul·e : les autres sont partis") : people.map(\.name).joined(separator: ", ")
}

/// To whom, and the word.
func newPrivateTalkPage(_ form: PrivateTalkForm, _ people: [Author], _ ui: Screen) -> HTML {
    page(
        Page(
            ui("Écrire un mot"), at: .members,
            """
            \(crumbs([(ui("Membres"), .members), (ui("Mots en privé"), .privateTalks)], ui))
            \(pageHead(ui("Écrire un mot"), lede: ui("Lu par les personnes que vous nommez, et par personne d’autre. L’animation ne lit que le mot qu’une d’elles lui signalerait.")))
            <form class="stack stack--l narrow" method="post" action="\(ui.path(.newPrivateTalk))">\(ui.formToken)
              \(some: form.wall, { guardWall($0, isLetter: true, ui) })
              \(refusalNote(form.refusal, fields: ["a", "texte"], ui))
              <div class="field\(if: form.refusal?.field == "a", " field--error")"><label class="field__label" for="a">\(ui("À qui"))</label><span class="hint" id="a-h">\(ui("Un nom, ou plusieurs séparés par une virgule ; huit au plus."))</span>\(if: form.refusal?.field == "a", "<span class=\"error\" id=\"a-e\">\(icon(.alert))\(form.refusal?(ui.words) ?? "")</span>")<input class="input" id="a" name="a" value="\(form.names)" list="personnes" autocomplete="off" aria-describedby="a-h\(if: form.refusal?.field == "a", " a-e")"\(attribute: "aria-invalid", form.refusal?.field == "a" ? "true" : nil)><datalist id="personnes">\(each: people, { "<option value=\"\($0.name)\"></option>" })</datalist></div>
              \(Field(name: "texte", label: ui("Votre mot"), hint: ui("Sans rien qui identifie un patient ou un collègue."), refusal: form.refusal).textarea(form.text, rows: 6, ui))
              <div class="btn-row"><button class="btn btn--primary">\(icon(.mail))\(ui("Envoyer"))</button><a class="btn btn--quiet" href="\(ui.path(.privateTalks))">\(ui("Renoncer"))</a></div>
            </form>
            """), ui)
}

/// A talk of the reader's, with what is hidden of it.
struct PrivateTalkOnPage: Sendable {
    let others: [Author]
    let words: [PrivateWord]
    let hidden: [Flagged: HiddenText]

    init(_ id: PrivateTalk.ID, _ view: View) throws {
        (others, words) = try view.privateTalks.talk(id)
        let hidden = try view.safety.hidden(among: words)
        self.hidden = Dictionary(hidden.map { ($0.object, $0) }, uniquingKeysWith: { $1 })
    }
}

/// What was said, and the way to answer.
func privateTalkPage(
    _ id: PrivateTalk.ID, _ talk: PrivateTalkOnPage, _ form: PrivateTalkForm, _ ui: Screen
) -> HTML {
    page(
        Page(
            ui("Un mot en privé"), at: .members,
            """
            \(crumbs([(ui("Membres"), .members), (ui("Mots en privé"), .privateTalks)], ui))
            <h1>\(names(talk.others, ui))</h1>
            <p class="meta mt-2">\(icon(.lock))\(ui("Vous seuls lisez cette page ; l’animation ne lit qu’un mot qui lui est signalé. Après un an de silence, elle s’efface."))</p>
            <section class="mt-5" aria-label="\(ui("Les mots"))">\(each: talk.words, { wordPost($0, hidden: talk.hidden[.word($0.id)], ui) })</section>
            <form class="stack mt-5" id="repondre" method="post" action="\(ui.path(.privateTalk(id)))#repondre">\(ui.formToken)
              \(some: form.wall, { guardWall($0, isLetter: true, ui) })
              \(refusalNote(form.refusal, fields: ["texte"], ui))
              \(if: talk.others.isEmpty, "<p class=\"note\">\(icon(.info))\(ui("Il n’y a plus personne pour vous lire ici."))</p>", else: """
                  \(Field(name: "texte", label: ui("Votre réponse"), hint: ui("Sans rien qui identifie un patient ou un collègue."), refusal: form.refusal).textarea(form.text, rows: 4, ui))
                  <div class="btn-row"><button class="btn btn--primary">\(icon(.reply))\(ui("Envoyer"))</button></div>
                  """)
            </form>
            <details class="more mt-5"><summary>\(ui("Quitter cet échange privé"))</summary><p class="muted mt-2">\(ui("Les autres gardent ce qui a été dit ; vous ne le verrez plus."))</p><div class="mt-3">\(actButton(ui("Quitter"), .leavePrivateTalk(id), ui))</div></details>
            """), ui)
}

private func wordPost(_ word: PrivateWord, hidden: HiddenText?, _ ui: Screen) -> HTML {
    """
    <article class="post" id="m\(word.id.description)" aria-label="\(ui("Mot de %@", word.author.name))"><div class="post__head">\(person(word.author, ui))<span class="meta">\(ui.relative(word.writtenAt))</span></div>
    \(some: hidden, { hiddenNote($0, author: word.author, ui) }, else: shownWord(word, ui))</article>
    """
}

private func shownWord(_ word: PrivateWord, _ ui: Screen) -> HTML {
    if word.html.isEmpty { return "<p class=\"muted\">\(ui("Mot repris par son auteur."))</p>" }
    let gesture =
        word.author.id == ui.member?.id
        ? actButton(ui("Reprendre ce mot"), .takeBackWord(word.id), ui, style: .quiet) : flagLink(.word(word.id), ui)
    return "<div class=\"prose\">\(HTML(trusting: word.html))</div>\(gesture)"
}
